/* SPDX-License-Identifier: Apache-2.0 */
/*
 * List names to list ids.
 *
 *   "negator" → grammar.negator, which grammar_word() asks for at "not"
 */
#include "claim/grammar.h"

void grammar_init(struct grammar *grammar, struct language *language, const struct article *article)
{
	*grammar = (struct grammar){.language = language, .article = article};
	const struct {
		uint32_t *list;
		const char *name;
	} lists[] = {
		{&grammar->be, "auxiliary-be"},
		{&grammar->have, "auxiliary-have"},
		{&grammar->perform, "auxiliary-do"},
		{&grammar->infinitive, "infinitive-mark"},
		{&grammar->determiner, "phrase-determiner"},
		{&grammar->preposition, "preposition"},
		{&grammar->coordinator, "coordinator"},
		{&grammar->clause_start, "claim-boundary"},
		{&grammar->relative, "relative"},
		{&grammar->pronoun, "pronoun-subject"},
		{&grammar->comma, "comma"},
		{&grammar->genitive, "genitive"},
		{&grammar->modal, "modal"},
		{&grammar->negator, "negator"},
		{&grammar->negative_verb, "negative-verb"},
		{&grammar->hedge, "hedge"},
		{&grammar->conditional, "conditional"},
		{&grammar->representative, "representative-noun"},
		{&grammar->negator_exception, "negator-exception"},
		{&grammar->negative_determiner, "negative-determiner"},
		{&grammar->raising, "negation-raising"},
		{&grammar->complementizer, "complementizer"},
		{&grammar->representative_link, "representative-link"},
		{&grammar->indirect_question, "indirect-question"},
		{&grammar->alternative, "alternative-coordinator"},
		{&grammar->locative, "locative-preposition"},
		{&grammar->first_person, "pronoun-speaker"},
		{&grammar->means, "means-noun"},
		{&grammar->semicolon, "semicolon"},
		{&grammar->finite, "auxiliary-finite"},
		{&grammar->complement, "complement-verb"},
		{&grammar->saying, "saying"},
		{&grammar->saying_weak, "saying-weak"},
		{&grammar->naming, "naming-verb"},
		{&grammar->existential, "existential"},
		{&grammar->singular_determiner, "singular-determiner"},
		{&grammar->plural_verb, "auxiliary-plural"},
		{&grammar->range, "range-between"},
		{&grammar->list_comma, "list-comma"},
		{&grammar->quoting, "saying-quoted"},
		{&grammar->approximator, "approximator"},
	};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		*lists[i].list = language_list(language, lists[i].name);
	static const struct {
		const char *name;
		enum claim_frame frame;
	} frames[] = {
		/* A word of two lists takes the later one: "demand" is an intention, but above all a demand. */
		{"intent-verb", FRAME_INTENDED}, {"frame-proposal", FRAME_PROPOSED},  {"frame-demand", FRAME_DEMANDED},
		{"frame-charge", FRAME_CHARGED}, {"frame-estimate", FRAME_ESTIMATED}, {"frame-denial", FRAME_DENIED},
	};
	grammar->denial = language_list(language, "frame-denial");
	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
		grammar->frames[i] = language_list(language, frames[i].name);
		grammar->frame_kinds[i] = frames[i].frame;
		list_mask_add(&grammar->framing, grammar->frames[i]);
	}
	list_mask_add(&grammar->framing, grammar->conditional);
}
