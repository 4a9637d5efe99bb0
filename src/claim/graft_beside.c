/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Clauses that a tree hangs beside, or below, the verb that they should stand above.
 *
 *   "A man charged with theft was jailed", with man: nsubj of charged, jailed: conj of charged
 *   → man: nsubj:pass of jailed, charged: acl of man
 *
 * An auxiliary wants a subject: only verbs that have the one without the other are
 * moved. Limits: behind a comma only the two of a relative clause are told apart.
 */
#include "claim/graft.h"

static bool is_date(const struct graft *graft, uint16_t word)
{
	const struct mention_list *list = &graft->account->mentions;
	uint32_t token = graft->tree->words[word].token;
	for (uint32_t i = list->sentence_first[graft->sentence]; i < list->sentence_first[graft->sentence + 1]; i++)
		if (list->items[i].kind == MENTION_DATE && token >= list->items[i].first_token &&
		    token < list->items[i].first_token + list->items[i].token_count)
			return true;
	return false;
}

/* VERB, so far beside TOLD, takes its place, and SUBJECT: TOLD is a clause about that. */
static void promote(struct tree *tree, uint16_t verb, uint16_t told, uint16_t subject, enum deprel deprel)
{
	tree->words[verb].head = tree->words[told].head;
	tree->words[verb].deprel = tree->words[told].deprel;
	for (uint16_t w = 0; w < tree->count; w++)
		if (tree->words[w].head == told && (w < subject || w > verb))
			tree->words[w].head = verb;
	tree->words[subject].head = verb;
	tree->words[subject].deprel = (uint8_t)graft_relation(tree, verb);
	tree->words[told].head = subject;
	tree->words[told].deprel = (uint8_t)deprel;
}

/* "The dam, which lies above Velm, is closing", with the dam and "which" as subjects of "lies", and "closing" beside it. */
void graft_main(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t told = tree->words[verb].head, start = graft_finite(graft, verb);
	if (start == TREE_NONE || !start || told == TREE_NONE || told > verb ||
	    graft_subject(tree, verb) != TREE_NONE || tree_child(tree, verb, DEPREL_MARK) != TREE_NONE ||
	    tree_child(tree, verb, DEPREL_CC) != TREE_NONE)
		return;
	uint16_t subject = graft_subject(tree, told);
	uint16_t relative = subject == TREE_NONE ? TREE_NONE : tree_dependent(tree, told, subject);
	while (relative != TREE_NONE && tree->words[relative].upos == UPOS_PUNCT)
		relative = tree_dependent(tree, told, relative);
	if (relative != TREE_NONE && relative < told &&
	    graft_in(graft, graft->grammar->comma, relative - 1) == graft_in(graft, graft->grammar->comma, start - 1) &&
	    deprel_is_subject((enum deprel)tree->words[relative].deprel) &&
	    graft_antecedent(tree, graft->grammar, relative) == subject)
		promote(tree, verb, told, subject, DEPREL_ACL_RELCL);
}

/* "broke out as vigils were held", with the vigils as a thing of "broke": behind such a word stands a clause. */
void graft_subordinate(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t start = graft_finite(graft, verb), low, high;
	if (start == TREE_NONE || !start || graft_subject(tree, verb) != TREE_NONE ||
	    tree_child(tree, verb, DEPREL_CC) != TREE_NONE || tree_child(tree, verb, DEPREL_MARK) != TREE_NONE ||
	    tree_child(tree, verb, DEPREL_EXPL) != TREE_NONE)
		return;
	for (uint16_t w = start - 1; w != TREE_NONE && w < start; w = tree->words[w].head) {
		uint16_t mark = tree_child(tree, w, DEPREL_CASE), over = tree->words[w].head;
		tree_extent(tree, w, &low, &high);
		if (high + 1 != start || mark == TREE_NONE || mark != low || over == TREE_NONE ||
		    !graft_is_noun(tree, w) || !graft_in(graft, graft->grammar->clause_start, mark))
			continue;
		while (over != TREE_NONE && tree->words[over].upos != UPOS_VERB)
			over = tree->words[over].head;
		if (over == TREE_NONE || !graft_hang(tree, verb, over, DEPREL_ADVCL))
			return;
		graft_hang(tree, w, verb, graft_relation(tree, verb));
		graft_hang(tree, mark, verb, DEPREL_MARK);
		return;
	}
}

/* "A man charged with theft was jailed", with "charged" as what the man does, and "jailed" beside it: who was charged was
 * jailed. "A poll published Sunday showed": the same, though Sunday is taken for the subject. */
void graft_reduced(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t told = tree->words[verb].head, date = graft_subject(tree, verb), low = graft_finite(graft, verb), high;
	if (told == TREE_NONE || told > verb || tree->words[told].upos != UPOS_VERB)
		return;
	const struct token *token = &graft->grammar->article->tokens.items[tree->words[told].token];
	uint8_t flags = language_word(graft->grammar->language, token->word)->flags;
	uint16_t subject = graft_subject(tree, told);
	if (subject == TREE_NONE || subject > told || !(flags & WORD_PAST) || graft_takes_clause(graft, told) ||
	    tree_child(tree, told, DEPREL_OBJ) != TREE_NONE || tree_child(tree, told, DEPREL_AUX) != TREE_NONE ||
	    tree_child(tree, told, DEPREL_AUX_PASS) != TREE_NONE || tree->words[subject].upos == UPOS_PRON ||
	    tree_child(tree, verb, DEPREL_CC) != TREE_NONE || tree_child(tree, verb, DEPREL_MARK) != TREE_NONE)
		return;
	for (uint16_t w = told; w < verb; w++)
		if (graft_in(graft, graft->grammar->clause_start, w) && tree->words[w].head != verb)
			return; /* "broke out as vigils were held" */
	if (date != TREE_NONE) {
		tree_extent(tree, date, &low, &high);
		if (!is_date(graft, date) || date > verb || !low || low - 1 != told)
			return;
	} else if (low == TREE_NONE || !low || tree->words[low - 1].upos == UPOS_PUNCT) {
		return;
	}
	promote(tree, verb, told, subject, DEPREL_ACL);
	if (date == TREE_NONE)
		return;
	tree->words[date].head = told;
	tree->words[date].deprel = DEPREL_OBL_UNMARKED;
}

/* "is safe and its crew have left", with the crew beside "safe", and "left" a clause about that: auxiliaries want a subject. */
void graft_second(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t start = graft_finite(graft, verb), first = tree->words[verb].head, noun, and;
	if (start == TREE_NONE || !start || first == TREE_NONE || first > start ||
	    tree->words[verb].deprel != DEPREL_ACL || graft_subject(tree, verb) != TREE_NONE ||
	    tree_child(tree, first, DEPREL_COP) == TREE_NONE)
		return;
	for (noun = start - 1; noun != TREE_NONE && tree->words[noun].head != first;)
		noun = tree->words[noun].head;
	and = noun == TREE_NONE ? TREE_NONE : tree_child(tree, noun, DEPREL_CC);
	if (and == TREE_NONE || tree->words[noun].deprel != DEPREL_CONJ || noun > start)
		return;
	tree->words[verb].deprel = DEPREL_CONJ;
	graft_hang(tree, noun, verb, graft_relation(tree, verb));
	graft_hang(tree, and, verb, DEPREL_CC);
}
