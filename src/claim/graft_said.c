/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is said or thought, without a word that opens it, put below the verb that says so.
 *
 *   "Varn said ships were sunk", with ships: obj of said, sunk: conj of said
 *   → sunk: ccomp of said, ships: nsubj:pass of sunk
 *
 * Limits: only behind verbs that the lists know; of verbs without an auxiliary only
 * those with an object.
 */
#include "claim/graft.h"

/* The noun whose phrase ends with LAST and which the tree has for the object of a verb that takes clauses, *OVER. */
static uint16_t false_object(const struct graft *graft, uint16_t last, uint16_t *over)
{
	const struct tree *tree = graft->tree;
	for (uint16_t w = last; w != TREE_NONE && w <= last; w = tree->words[w].head) {
		const struct tree_word *word = &tree->words[w];
		uint16_t up = word->head;
		enum deprel deprel = (enum deprel)word->deprel;
		/* "told police his ships were": two objects as if they were coordinated */
		if (deprel == DEPREL_CONJ && up != TREE_NONE && tree_child(tree, w, DEPREL_CC) == TREE_NONE) {
			deprel = (enum deprel)tree->words[up].deprel;
			up = tree->words[up].head;
		}
		if ((deprel == DEPREL_OBJ || deprel == DEPREL_IOBJ) && up != TREE_NONE && up < w &&
		    graft_is_noun(tree, w) && graft_takes_clause(graft, up)) {
			*over = up;
			return w;
		}
	}
	return TREE_NONE;
}

/* "Many thought ships were safe", with "thought" as a participle that tells of many: it is the verb above. */
static bool swap_clauses(struct graft *graft, uint16_t verb, uint16_t over, uint16_t subject)
{
	struct tree *tree = graft->tree;
	const struct token *token = &graft->grammar->article->tokens.items[tree->words[over].token];
	uint8_t flags = language_word(graft->grammar->language, token->word)->flags;
	if (tree->words[over].head == TREE_NONE)
		return false;
	if (tree->words[tree->words[over].head].head == verb &&
	    deprel_is_subject(tree->words[tree->words[over].head].deprel))
		subject = tree->words[over].head; /* of two, as in "some | 64 percent" */
	if (tree->words[over].deprel != DEPREL_ACL || tree->words[over].head != subject || !(flags & WORD_PAST) ||
	    tree_child(tree, over, DEPREL_MARK) != TREE_NONE)
		return false;
	tree->words[over].head = tree->words[verb].head;
	tree->words[over].deprel = tree->words[verb].deprel;
	for (uint16_t w = 0; w < over; w++)
		if (tree->words[w].head == verb)
			tree->words[w].head = over;
	tree->words[subject].deprel = DEPREL_NSUBJ;
	tree->words[verb].head = over;
	tree->words[verb].deprel = DEPREL_CCOMP;
	return true;
}

void graft_complement(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t start = graft_finite(graft, verb), subject = graft_subject(tree, verb), over, noun;
	if (start == TREE_NONE || !start || tree->words[start - 1].upos == UPOS_PUNCT)
		return;
	for (uint16_t c = tree_dependent(tree, verb, TREE_NONE); c != TREE_NONE && c < start;
	     c = tree_dependent(tree, verb, c))
		if (tree->words[c].deprel == DEPREL_CC || tree->words[c].deprel == DEPREL_MARK ||
		    tree->words[c].deprel == DEPREL_EXPL)
			return;
	noun = false_object(graft, start - 1, &over);
	if (noun == TREE_NONE)
		return;
	if (subject != TREE_NONE ? swap_clauses(graft, verb, over, subject)
				 : graft_hang(tree, verb, over, DEPREL_CCOMP))
		graft_hang(tree, noun, verb, graft_relation(tree, verb));
}

/* "said the quake caused damage": no participle has an object. */
void graft_participle(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t noun = tree->words[verb].head, over;
	const struct token *token = &graft->grammar->article->tokens.items[tree->words[verb].token];
	uint8_t flags = language_word(graft->grammar->language, token->word)->flags;
	if (tree->words[verb].deprel != DEPREL_ACL || noun == TREE_NONE || noun > verb || !(flags & WORD_PAST) ||
	    tree_child(tree, verb, DEPREL_OBJ) == TREE_NONE ||
	    grammar_phrase(graft->grammar, graft->grammar->naming, tree->words[verb].token))
		return;
	over = tree->words[noun].head;
	if (tree->words[noun].deprel != DEPREL_OBJ || over == TREE_NONE || over > noun ||
	    !graft_takes_clause(graft, over))
		return;
	graft_hang(tree, verb, over, DEPREL_CCOMP);
	graft_hang(tree, noun, verb, DEPREL_NSUBJ);
}

/* "…", said one leaflet handed out there", with what was handed out as what is said: it is who says it. */
void graft_inverted(struct graft *graft, uint16_t told)
{
	struct tree *tree = graft->tree;
	uint16_t said = tree->words[told].head, subject = graft_subject(tree, told), low, high;
	const struct token *token = &graft->grammar->article->tokens.items[tree->words[told].token];
	uint8_t flags = language_word(graft->grammar->language, token->word)->flags;
	if (said == TREE_NONE || !said || subject == TREE_NONE || said > subject || subject > told ||
	    tree->words[told].deprel != DEPREL_CCOMP || !graft_takes_clause(graft, said) || !(flags & WORD_PAST) ||
	    tree->words[said - 1].upos != UPOS_PUNCT || graft_in(graft, graft->grammar->comma, said - 1) ||
	    graft_subject(tree, said) != TREE_NONE || tree_child(tree, told, DEPREL_OBJ) != TREE_NONE ||
	    tree_child(tree, told, DEPREL_AUX) != TREE_NONE || tree_child(tree, told, DEPREL_AUX_PASS) != TREE_NONE ||
	    tree_child(tree, told, DEPREL_MARK) != TREE_NONE)
		return;
	tree_extent(tree, subject, &low, &high);
	if (low != said + 1 || high + 1 != told || tree->words[subject].upos == UPOS_PROPN)
		return;
	tree->words[subject].head = said;
	tree->words[subject].deprel = DEPREL_NSUBJ;
	tree->words[told].head = subject;
	tree->words[told].deprel = DEPREL_ACL;
}
