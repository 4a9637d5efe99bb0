/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A tree that takes "…, X said" for the end of a relative clause, put right by
 * what the surface knows of who speaks.
 *
 *   "The dam burst at noon, the port said." with dam: nsubj of said, burst: acl of
 *   dam → port: nsubj of said, burst: ccomp of said, dam: nsubj of burst
 *
 * What else hangs from the saying, and stands with what is said, is handed to
 * that. Only where the source stands right before its verb and what is said before
 * both. Limits: where the tree has no verb for what is said, nothing is mended.
 */
#include "claim/graft.h"

uint16_t tree_outer(const struct tree *tree, uint32_t first, uint32_t limit)
{
	uint16_t outer = TREE_NONE;
	for (uint16_t w = 0; w < tree->count; w++) {
		uint16_t head = tree->words[w].head;
		if (tree->words[w].token < first || tree->words[w].token >= limit)
			continue;
		if (head != TREE_NONE && tree->words[head].token >= first && tree->words[head].token < limit)
			continue;
		if (outer != TREE_NONE)
			return TREE_NONE;
		outer = w;
	}
	return outer;
}

/* The verb that the tree hangs from SUBJECT as a clause about it, before word LIMIT; TREE_NONE. */
static uint16_t verb_about(const struct tree *tree, uint16_t subject, uint16_t limit)
{
	for (uint16_t c = tree_dependent(tree, subject, subject); c != TREE_NONE && c < limit;
	     c = tree_dependent(tree, subject, c))
		if (tree->words[c].deprel == DEPREL_ACL && tree->words[c].upos == UPOS_VERB)
			return c;
	return TREE_NONE;
}

/* SAID: what the surface knows of the verb of saying VERB. */
static void graft_source(struct tree *tree, const struct attribution *said, uint16_t verb)
{
	uint16_t source = tree_outer(tree, said->source_first, said->source_first + said->source_count);
	if (source == TREE_NONE || source >= verb || tree->words[verb].upos != UPOS_VERB ||
	    tree->words[verb].token > said->source_first + said->source_count + 1 || tree_below(tree, verb, source))
		return;
	uint16_t subject = graft_subject(tree, verb);
	if (subject >= source)
		subject = TREE_NONE;
	uint16_t told = subject == TREE_NONE ? tree_child(tree, verb, DEPREL_CCOMP) : verb_about(tree, subject, source);
	if (told == TREE_NONE || told > source)
		return;
	for (uint16_t w = 0; w < source; w++) /* what hung from the verb of saying, and stands with what is said */
		if (tree->words[w].head == verb && w != subject && w != told)
			tree->words[w].head = told;
	if (subject == TREE_NONE)
		return;
	tree->words[source].head = verb;
	tree->words[source].deprel = DEPREL_NSUBJ;
	tree->words[told].head = verb;
	tree->words[told].deprel = DEPREL_CCOMP;
	tree->words[subject].head = told;
	tree->words[subject].deprel = DEPREL_NSUBJ;
}

void graft_sources(struct graft *graft)
{
	const struct mention_list *list = &graft->account->mentions;
	for (uint32_t i = list->sentence_first[graft->sentence]; i < list->sentence_first[graft->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		uint16_t verb = m->kind == MENTION_ATTRIBUTION ? tree_word_of(graft->tree, m->attribution.verb)
							       : TREE_NONE;
		if (verb != TREE_NONE)
			graft_source(graft->tree, &m->attribution, verb);
	}
}
