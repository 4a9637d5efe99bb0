/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Clauses that a tree hangs wrongly for want of their subject, put where the words
 * next to them say that they belong.
 *
 *   "… of Ilse Varn, who was hurt", with hurt: conj → hurt: acl:relcl of Varn
 *   "; the dam and a bridge were hit", with bridge alone as the subject → dam and bridge
 *
 * Only where two things agree: what stands side by side, and a verb that lacks a
 * subject or has one of the wrong number. What is said is in
 * graft_said.c, who says it in graft_source.c, what
 * hangs beside the verb that it should be in graft_beside.c. Limits: a tree that
 * has no verb for a clause gets none.
 */
#include "claim/graft.h"

bool graft_in_list(const struct tree *tree, const struct grammar *grammar, uint32_t list, uint16_t word)
{
	return grammar_word(grammar, list, tree->words[word].token) != NULL;
}

bool graft_in(const struct graft *graft, uint32_t list, uint16_t word)
{
	return graft_in_list(graft->tree, graft->grammar, list, word);
}

uint16_t graft_subject(const struct tree *tree, uint16_t verb)
{
	for (uint16_t c = tree_dependent(tree, verb, TREE_NONE); c != TREE_NONE; c = tree_dependent(tree, verb, c))
		if (deprel_is_subject((enum deprel)tree->words[c].deprel))
			return c;
	return TREE_NONE;
}

bool graft_is_noun(const struct tree *tree, uint16_t word)
{
	uint8_t upos = tree->words[word].upos;
	return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_PRON || upos == UPOS_NUM;
}

bool graft_hang(struct tree *tree, uint16_t word, uint16_t head, enum deprel deprel)
{
	if (tree->words[word].head == TREE_NONE || tree_below(tree, head, word))
		return false;
	tree->words[word].head = head;
	tree->words[word].deprel = (uint8_t)deprel;
	return true;
}

enum deprel graft_relation(const struct tree *tree, uint16_t verb)
{
	return tree_child(tree, verb, DEPREL_AUX_PASS) == TREE_NONE ? DEPREL_NSUBJ : DEPREL_NSUBJ_PASS;
}

uint16_t graft_head_of_name(const struct tree *tree, uint16_t word)
{
	while (tree->words[word].head != TREE_NONE && tree->words[word].head < word &&
	       (tree->words[word].deprel == DEPREL_FLAT || tree->words[word].deprel == DEPREL_COMPOUND ||
		tree->words[word].deprel == DEPREL_GOESWITH || tree->words[word].deprel == DEPREL_FIXED))
		word = tree->words[word].head;
	return word;
}

uint16_t graft_finite(const struct graft *graft, uint16_t verb)
{
	const struct tree *tree = graft->tree;
	for (uint16_t c = tree_dependent(tree, verb, TREE_NONE); c != TREE_NONE && c < verb;
	     c = tree_dependent(tree, verb, c)) {
		enum deprel deprel = (enum deprel)tree->words[c].deprel;
		if (deprel != DEPREL_AUX && deprel != DEPREL_AUX_PASS && deprel != DEPREL_COP)
			continue;
		if (!graft_in(graft, graft->grammar->finite, c) && !graft_in(graft, graft->grammar->modal, c))
			return TREE_NONE;
		while (c > 0 && tree->words[c - 1].upos == UPOS_ADV && tree->words[c - 1].head == verb)
			c--;
		return c;
	}
	return TREE_NONE;
}

bool graft_takes_clause(const struct graft *graft, uint16_t verb)
{
	uint32_t token = graft->tree->words[verb].token;
	return graft->tree->words[verb].upos == UPOS_VERB &&
	       (grammar_phrase(graft->grammar, graft->grammar->complement, token) ||
		grammar_phrase(graft->grammar, graft->grammar->saying, token) ||
		grammar_phrase(graft->grammar, graft->grammar->saying_weak, token));
}

uint16_t graft_antecedent(const struct tree *tree, const struct grammar *grammar, uint16_t relative)
{
	uint16_t at = relative;
	for (uint16_t marks = 0; at > 0 && marks < 2 && graft_in_list(tree, grammar, grammar->comma, at - 1); marks++)
		at--;
	if (!at || tree->words[relative].upos != UPOS_PRON ||
	    !graft_in_list(tree, grammar, grammar->relative, relative))
		return TREE_NONE;
	const struct tree_word *before = &tree->words[--at];
	if (before->upos == UPOS_VERB && before->deprel == DEPREL_ACL_RELCL && at + 1 == relative)
		return before->head; /* "the only port I know that was sold" */
	if (before->upos == UPOS_NUM && at > 0 && graft_in_list(tree, grammar, grammar->comma, at - 1))
		return TREE_NONE; /* "Varn, 15, who" */
	if (before->upos == UPOS_NUM && before->head != TREE_NONE && before->head < at &&
	    graft_is_noun(tree, before->head) && !graft_in_list(tree, grammar, grammar->pronoun, at))
		return graft_head_of_name(tree, before->head); /* "a mother of 13 who", "Order 66, which" */
	if (graft_is_noun(tree, at))
		return graft_head_of_name(tree, at);
	return (before->upos == UPOS_ADJ && graft_in_list(tree, grammar, grammar->determiner, at)) ||
			       graft_in_list(tree, grammar, grammar->pronoun, at)
		       ? at
		       : TREE_NONE; /* "several who", "some who" */
}

/* "…, who was hurt": the clause hangs from whom the pronoun stands next to. */
static void graft_relative(struct graft *graft, uint16_t relative)
{
	struct tree *tree = graft->tree;
	const struct tree_word *pronoun = &tree->words[relative];
	uint16_t verb = pronoun->head, low, high, noun;
	if (verb == TREE_NONE || verb < relative || !deprel_is_subject((enum deprel)pronoun->deprel))
		return;
	noun = graft_antecedent(tree, graft->grammar, relative);
	if (noun == TREE_NONE || tree_below(tree, noun, verb))
		return;
	if (tree->words[verb].deprel == DEPREL_ACL_RELCL && tree_below(tree, noun, tree->words[verb].head))
		return; /* of several that stand around each other the tree may choose */
	tree_extent(tree, verb, &low, &high);
	if (low + 1 >= relative || tree->words[relative - 1].upos == UPOS_VERB)
		graft_hang(tree, verb, noun, DEPREL_ACL_RELCL);
}

/* "there might be a second flood", with the flood as what a copula links; "there appears no reason", as the object. */
static void graft_existence(struct graft *graft, uint16_t there)
{
	struct tree *tree = graft->tree;
	uint16_t head = tree->words[there].head, object, verb = there + 1;
	if (!graft_in(graft, graft->grammar->existential, there) || head == TREE_NONE)
		return;
	if (tree->words[there].deprel == DEPREL_EXPL) {
		object = tree_child(tree, head, DEPREL_OBJ);
		if (object != TREE_NONE && object > head && graft_subject(tree, head) == TREE_NONE)
			tree->words[object].deprel = DEPREL_NSUBJ;
		return;
	}
	while (verb < tree->count && tree->words[verb].deprel == DEPREL_AUX)
		verb++;
	uint16_t noun = verb < tree->count ? tree->words[verb].head : TREE_NONE;
	if (noun == TREE_NONE || tree->words[verb].deprel != DEPREL_COP || noun < verb || !graft_is_noun(tree, noun) ||
	    graft_subject(tree, noun) != TREE_NONE || tree->words[noun].head == TREE_NONE ||
	    tree_below(tree, noun, there) || tree_child(tree, noun, DEPREL_CASE) != TREE_NONE)
		return;
	enum deprel deprel = (enum deprel)tree->words[noun].deprel;
	bool nominal = deprel == DEPREL_OBL || deprel == DEPREL_OBJ || deprel == DEPREL_NMOD;
	tree->words[verb].head = tree->words[noun].head;
	tree->words[verb].deprel = (uint8_t)(nominal ? DEPREL_CCOMP : deprel);
	tree->words[verb].upos = UPOS_VERB;
	for (uint16_t w = 0; w < verb; w++)
		if (tree->words[w].head == noun)
			tree->words[w].head = verb;
	tree->words[noun].head = verb;
	tree->words[noun].deprel = DEPREL_NSUBJ;
	tree->words[there].head = verb;
	tree->words[there].deprel = DEPREL_EXPL;
}

/* "; the dam and a bridge WERE hit", with the bridge alone: what stands before the coordinator is the first of two. */
static void graft_conjunct(struct graft *graft, uint16_t second)
{
	struct tree *tree = graft->tree;
	uint16_t verb = tree->words[second].head, low, high, start, first;
	uint16_t determiner = tree_child(tree, second, DEPREL_DET);
	if (!deprel_is_subject((enum deprel)tree->words[second].deprel) || verb == TREE_NONE || verb < second ||
	    determiner == TREE_NONE || !graft_in(graft, graft->grammar->singular_determiner, determiner))
		return;
	start = graft_finite(graft, verb);
	while (start != TREE_NONE && start < verb && tree->words[start].upos == UPOS_ADV)
		start++;
	if (start == TREE_NONE || start < second || !graft_in(graft, graft->grammar->plural_verb, start))
		return;
	tree_extent(tree, second, &low, &high);
	uint16_t and = low;
	if (tree->words[and].deprel != DEPREL_CC)
		and = low ? low - 1 : 0;
	if (!and || !graft_in(graft, graft->grammar->coordinator, and) ||
	    tree_child(tree, second, DEPREL_NMOD) != TREE_NONE || !graft_is_noun(tree, and-1))
		return;
	first = graft_head_of_name(tree, and-1);
	if (!graft_hang(tree, first, verb, (enum deprel)tree->words[second].deprel) ||
	    !graft_hang(tree, second, first, DEPREL_CONJ))
		return;
	graft_hang(tree, and, second, DEPREL_CC);
}

/* "Convicted of theft, Varn, 20, faces", with Varn as what stands beside theft: nothing else can be the subject. */
static void graft_fronted(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	enum deprel deprel = (enum deprel)tree->words[verb].deprel;
	uint16_t start = graft_finite(graft, verb), low, high;
	if (tree->words[verb].upos != UPOS_VERB || (deprel != DEPREL_ROOT && deprel != DEPREL_CCOMP) ||
	    graft_subject(tree, verb) != TREE_NONE || tree_child(tree, verb, DEPREL_CSUBJ) != TREE_NONE ||
	    tree_child(tree, verb, DEPREL_EXPL) != TREE_NONE || tree_child(tree, verb, DEPREL_MARK) != TREE_NONE)
		return;
	start = start == TREE_NONE ? verb : start;
	for (uint16_t last = start; last > 0 && tree->words[last - 1].upos == UPOS_PUNCT; last--)
		start = last - 1;
	bool joined = false;
	for (uint16_t w = start ? start - 1 : TREE_NONE; w != TREE_NONE && w < start; w = tree->words[w].head) {
		joined = joined ||
			 (tree->words[w].deprel == DEPREL_CONJ && tree_child(tree, w, DEPREL_CC) != TREE_NONE);
		if (tree->words[w].head == TREE_NONE ||
		    (tree->words[w].upos != UPOS_PROPN && !(joined && tree->words[w].upos == UPOS_NOUN)) ||
		    (tree->words[w].deprel != DEPREL_APPOS && tree->words[w].deprel != DEPREL_CONJ) ||
		    tree_child(tree, w, DEPREL_CC) != TREE_NONE || tree_child(tree, w, DEPREL_CASE) != TREE_NONE)
			continue;
		tree_extent(tree, w, &low, &high);
		uint16_t before = tree->words[low].upos == UPOS_PUNCT ? low : low ? low - 1 : 0;
		if (!before || tree->words[before].upos != UPOS_PUNCT || !tree_below(tree, w, verb))
			continue;
		uint16_t clause = tree->words[w].head;
		while (tree->words[clause].head != verb)
			clause = tree->words[clause].head;
		if (tree->words[clause].deprel == DEPREL_ADVCL || (joined && tree->words[clause].deprel == DEPREL_OBL))
			graft_hang(tree, w, verb, graft_relation(tree, verb));
		return;
	}
}

void tree_graft(struct tree *tree, const struct grammar *grammar, const struct account *account, uint32_t sentence)
{
	struct graft graft = {.tree = tree, .grammar = grammar, .account = account, .sentence = sentence};
	struct tree_word before[TREE_WORDS_MOST];
	memcpy(before, tree->words, tree->count * sizeof *before);
	graft_sources(&graft);
	for (uint16_t w = 0; w < tree->count; w++) {
		graft_relative(&graft, w);
		graft_existence(&graft, w);
	}
	for (uint16_t w = 0; w < tree->count; w++) {
		graft_subordinate(&graft, w);
		graft_main(&graft, w);
		graft_reduced(&graft, w);
		graft_complement(&graft, w);
		graft_participle(&graft, w);
		graft_conjunct(&graft, w);
		graft_second(&graft, w);
		graft_inverted(&graft, w);
		graft_fronted(&graft, w);
	}
	/* Each step keeps the tree one; two that meet in a tree that is wrong throughout may not. */
	if (!tree_sound(tree))
		memcpy(tree->words, before, tree->count * sizeof *before);
}
