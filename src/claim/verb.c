/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence's tokens into verb groups.
 *
 *   "The port has not yet been sold, and talks may fail to resume."
 *   → [has not yet been SOLD] passive, negated; [may fail to RESUME] possible, negated
 *
 * A form that may be a noun is a verb only where its neighbours say so; a verb
 * that negates its complement ("fail to") hands the predicate on to it. Without
 * tags some verbs are missed, and few nouns are taken for verbs: a missed verb
 * costs a comparison, a wrong one costs a false finding.
 */
#include "claim/grammar.h"

#define GROUP_REACH 4 /* words that may stand between an auxiliary and its verb */

static const struct word_info *info_at(const struct grammar *grammar, uint32_t at)
{
	return language_word(grammar->language, grammar->article->tokens.items[at].word);
}

static bool is_auxiliary(const struct grammar *grammar, uint32_t at)
{
	return grammar_word(grammar, grammar->be, at) || grammar_word(grammar, grammar->have, at) ||
	       grammar_word(grammar, grammar->perform, at) || grammar_word(grammar, grammar->modal, at);
}

static bool opens_noun_phrase(const struct grammar *grammar, uint32_t at)
{
	return grammar_word(grammar, grammar->determiner, at) || grammar_word(grammar, grammar->preposition, at) ||
	       grammar_word(grammar, grammar->genitive, at);
}

/* Inside a group: an adverb, a negator, "yet", but nothing that opens a noun phrase or a clause. */
static bool may_stand_inside(const struct grammar *grammar, uint32_t at)
{
	if (grammar_word(grammar, grammar->negator, at) || grammar_word(grammar, grammar->hedge, at))
		return true;
	if (grammar->article->tokens.items[at].kind != TOKEN_WORD || opens_noun_phrase(grammar, at))
		return false;
	if (grammar_word(grammar, grammar->coordinator, at) || grammar_word(grammar, grammar->clause_start, at) ||
	    grammar_word(grammar, grammar->pronoun, at))
		return false;
	uint8_t flags = info_at(grammar, at)->flags;
	return flags & WORD_STOP || !(flags & (WORD_NOUN | WORD_VERB));
}

/* Whether a form may stand as a finite verb without an auxiliary. */
static bool is_finite(const struct grammar *grammar, uint32_t at, uint32_t first, uint32_t limit)
{
	const struct token *token = &grammar->article->tokens.items[at];
	uint8_t flags = info_at(grammar, at)->flags;
	if (!(flags & WORD_VERB) || flags & (WORD_STOP | WORD_GERUND) || at == first)
		return false;
	if (token->flags & TOKEN_UPPER || opens_noun_phrase(grammar, at - 1))
		return false;
	if (flags & WORD_PAST)
		return true;
	bool noun = flags & WORD_NOUN;
	if (!(flags & WORD_THIRD))
		return !noun && at + 1 < limit;
	if (!noun || grammar_word(grammar, grammar->relative, at - 1))
		return true;
	/* "demands": a verb when an object or a clause follows and a noun stands before. */
	return at + 1 < limit &&
	       (grammar_word(grammar, grammar->determiner, at + 1) || grammar_word(grammar, grammar->pronoun, at + 1) ||
		grammar_word(grammar, grammar->infinitive, at + 1));
}

static bool is_infinitive(const struct grammar *grammar, uint32_t at, uint32_t limit)
{
	const struct token *tokens = grammar->article->tokens.items;
	if (at + 1 >= limit || !grammar_word(grammar, grammar->infinitive, at))
		return false;
	if (at > 0 && tokens[at - 1].word == tokens[at + 1].word) /* "face to face" */
		return false;
	uint8_t flags = info_at(grammar, at + 1)->flags;
	return flags & WORD_VERB && !(flags & (WORD_GERUND | WORD_THIRD | WORD_PAST));
}

/* "denied taking": the one gerund that is a clause here. */
static bool is_denied_gerund(const struct grammar *grammar, uint32_t at, uint32_t first)
{
	if (at == first || !(info_at(grammar, at)->flags & WORD_GERUND) || !(info_at(grammar, at)->flags & WORD_VERB))
		return false;
	return grammar_phrase(grammar, grammar->denial, at - 1) == 1;
}

uint8_t verb_modality(const struct grammar *grammar, uint32_t at)
{
	static const struct {
		const char *name;
		enum claim_modality modality;
	} names[] = {{"possible", MODALITY_POSSIBLE},
		     {"able", MODALITY_ABLE},
		     {"conditional", MODALITY_CONDITIONAL},
		     {"future", MODALITY_FUTURE},
		     {"obligation", MODALITY_OBLIGED}};
	struct hit hit = article_find(grammar->article, grammar->language, at, grammar->modal);
	const struct entry *modal = hit.count ? language_entry(grammar->language, &hit) : NULL;
	for (size_t i = 0; modal && i < sizeof names / sizeof *names; i++)
		if (span_equal(modal->text, span_cstr(names[i].name)))
			return (uint8_t)names[i].modality;
	return MODALITY_FLAT;
}

static void note_word(const struct grammar *grammar, struct verb_group *group, uint32_t at)
{
	if (grammar_word(grammar, grammar->negator, at) &&
	    !grammar_phrase(grammar, grammar->negator_exception, at)) /* "not only" */
		group->negated = !group->negated;
	if (grammar_word(grammar, grammar->hedge, at))
		group->hedged = true;
	if (grammar_word(grammar, grammar->modal, at) && group->modality == MODALITY_FLAT)
		group->modality = verb_modality(grammar, at);
}

/* From an auxiliary at AT to its verb; the auxiliary itself when no verb follows ("is a port"). */
static struct verb_group read_auxiliaries(const struct grammar *grammar, uint32_t at, uint32_t limit)
{
	struct verb_group group = {.first = at, .verb = at, .limit = at + 1};
	bool be = false;
	uint32_t reach = 0;
	for (uint32_t i = at; i < limit && reach <= GROUP_REACH; i++) {
		if (is_auxiliary(grammar, i)) {
			be = grammar_word(grammar, grammar->be, i) != NULL;
			note_word(grammar, &group, i);
			group.verb = i;
			group.limit = i + 1;
			reach = 0;
			continue;
		}
		uint8_t flags = info_at(grammar, i)->flags;
		bool inside = may_stand_inside(grammar, i);
		if (flags & WORD_VERB && !(flags & (WORD_STOP | WORD_THIRD)) && !(inside && flags & WORD_STOP)) {
			/* "has talks": a bare noun behind have or be is its object, not its verb. */
			bool bare = !(flags & (WORD_GERUND | WORD_PAST));
			bool takes_bare = group.modality != MODALITY_FLAT ||
					  grammar_word(grammar, grammar->perform, group.verb) ||
					  grammar_word(grammar, grammar->modal, group.verb);
			if (bare && !takes_bare && flags & WORD_NOUN)
				break;
			group.passive = be && flags & WORD_PAST;
			group.verb = i;
			group.limit = i + 1;
			break;
		}
		if (!inside)
			break;
		note_word(grammar, &group, i);
		reach++;
	}
	return group;
}

/* "failed to agree", "did not want to": the complement is what is affirmed or negated. */
static void follow_complement(const struct grammar *grammar, struct verb_group *group, uint32_t limit)
{
	if (!grammar_word(grammar, grammar->negative_verb, group->verb) &&
	    !grammar_phrase(grammar, grammar->negative_verb, group->verb))
		return;
	if (!is_infinitive(grammar, group->limit, limit))
		return;
	group->negated = !group->negated;
	group->verb = group->limit + 1;
	group->limit = group->verb + 1;
}

/* "the number of people killed in the flood rose": a bare participle with another verb behind it in the same breath. */
static void mark_reduced(const struct grammar *grammar, struct verb_group_list *groups)
{
	for (uint32_t g = 0; g + 1 < groups->count; g++) {
		struct verb_group *group = &groups->items[g];
		const struct verb_group *next = &groups->items[g + 1];
		if (group->first != group->verb || group->infinitive || group->gerund || next->infinitive ||
		    !(info_at(grammar, group->verb)->flags & WORD_PAST) || group->limit >= next->first ||
		    !grammar_word(grammar, grammar->preposition, group->limit))
			continue;
		bool breath = true;
		for (uint32_t t = group->limit; t < next->first; t++)
			breath = breath && !grammar_word(grammar, grammar->comma, t) &&
				 !grammar_word(grammar, grammar->coordinator, t) &&
				 (t == group->limit || !grammar_word(grammar, grammar->clause_start, t));
		group->reduced = breath;
		group->passive = breath;
	}
}

void verb_groups(const struct grammar *grammar, struct arena *arena, const struct sentence *sentence,
		 struct verb_group_list *groups)
{
	uint32_t first = sentence->first_token, limit = first + sentence->token_count;
	for (uint32_t i = first; i < limit; i++) {
		struct verb_group group;
		if (grammar->article->tokens.items[i].kind != TOKEN_WORD)
			continue;
		if (is_infinitive(grammar, i, limit)) {
			group = (struct verb_group){.first = i, .verb = i + 1, .limit = i + 2, .infinitive = true};
			group.negated = i > first && grammar_word(grammar, grammar->negator, i - 1);
		} else if (is_auxiliary(grammar, i)) {
			group = read_auxiliaries(grammar, i, limit);
		} else if (is_denied_gerund(grammar, i, first)) {
			group = (struct verb_group){.first = i, .verb = i, .limit = i + 1, .gerund = true};
		} else if (is_finite(grammar, i, first, limit)) {
			group = (struct verb_group){.first = i, .verb = i, .limit = i + 1};
		} else {
			continue;
		}
		/* An adverb right before: "largely held its fire", "never agreed"; "cannot" may be the group before. */
		uint32_t free = groups->count ? groups->items[groups->count - 1].limit : first;
		while (group.first > free && (grammar_word(grammar, grammar->hedge, group.first - 1) ||
					      grammar_word(grammar, grammar->negator, group.first - 1)))
			note_word(grammar, &group, --group.first);
		follow_complement(grammar, &group, limit);
		list_add(arena, groups, group);
		i = group.limit - 1;
	}
	mark_reduced(grammar, groups);
}
