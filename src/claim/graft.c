/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Clauses that a tree hangs wrongly for want of their subject, put where the words
 * next to them say that they belong.
 *
 *   "Varn said ships were sunk", with ships: obj of said, sunk: conj of said
 *   → sunk: ccomp of said, ships: nsubj:pass of sunk
 *   "… of Ilse Varn, who was hurt", with hurt: conj → hurt: acl:relcl of Varn
 *   "; the dam and a bridge were hit", with bridge alone as the subject → dam and bridge
 *
 * Only where two things agree: what stands side by side, and a verb that lacks a
 * subject or has one of the wrong number. Limits: a clause before which a comma
 * or a coordinator stands is left where it is.
 */
#include "claim/clause.h"

struct graft {
	struct tree *tree;
	const struct grammar *grammar;
	const struct account *account;
	uint32_t sentence;
};

static bool in_list(const struct tree *tree, const struct grammar *grammar, uint32_t list, uint16_t word)
{
	return grammar_word(grammar, list, tree->words[word].token) != NULL;
}

static bool in(const struct graft *graft, uint32_t list, uint16_t word)
{
	return in_list(graft->tree, graft->grammar, list, word);
}

static bool is_subject(enum deprel deprel)
{
	return deprel == DEPREL_NSUBJ || deprel == DEPREL_NSUBJ_PASS || deprel == DEPREL_NSUBJ_OUTER;
}

static uint16_t subject_of(const struct tree *tree, uint16_t verb)
{
	for (uint16_t c = tree_dependent(tree, verb, TREE_NONE); c != TREE_NONE; c = tree_dependent(tree, verb, c))
		if (is_subject((enum deprel)tree->words[c].deprel))
			return c;
	return TREE_NONE;
}

static bool is_noun(const struct tree *tree, uint16_t word)
{
	uint8_t upos = tree->words[word].upos;
	return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_PRON || upos == UPOS_NUM;
}

/* Hangs WORD from HEAD, if that makes no circle. */
static bool hang(struct tree *tree, uint16_t word, uint16_t head, enum deprel deprel)
{
	if (tree->words[word].head == TREE_NONE || tree_below(tree, head, word))
		return false;
	tree->words[word].head = head;
	tree->words[word].deprel = (uint8_t)deprel;
	return true;
}

static enum deprel subject_relation(const struct tree *tree, uint16_t verb)
{
	return tree_child(tree, verb, DEPREL_AUX_PASS) == TREE_NONE ? DEPREL_NSUBJ : DEPREL_NSUBJ_PASS;
}

/* The head of the name or compound that ends with WORD. */
static uint16_t head_of_name(const struct tree *tree, uint16_t word)
{
	while (tree->words[word].head != TREE_NONE && tree->words[word].head < word &&
	       (tree->words[word].deprel == DEPREL_FLAT || tree->words[word].deprel == DEPREL_COMPOUND ||
		tree->words[word].deprel == DEPREL_GOESWITH || tree->words[word].deprel == DEPREL_FIXED))
		word = tree->words[word].head;
	return word;
}

uint16_t graft_antecedent(const struct tree *tree, const struct grammar *grammar, uint16_t relative)
{
	uint16_t at = relative;
	for (uint16_t marks = 0; at > 0 && marks < 2 && in_list(tree, grammar, grammar->comma, at - 1); marks++)
		at--;
	if (!at || tree->words[relative].upos != UPOS_PRON || !in_list(tree, grammar, grammar->relative, relative))
		return TREE_NONE;
	const struct tree_word *before = &tree->words[--at];
	if (before->upos == UPOS_VERB && before->deprel == DEPREL_ACL_RELCL && at + 1 == relative)
		return before->head; /* "the only port I know that was sold" */
	if (before->upos == UPOS_NUM && at > 0 && in_list(tree, grammar, grammar->comma, at - 1))
		return TREE_NONE; /* "Varn, 15, who" */
	if (before->upos == UPOS_NUM && before->head != TREE_NONE && before->head < at && is_noun(tree, before->head) &&
	    !in_list(tree, grammar, grammar->pronoun, at))
		return head_of_name(tree, before->head); /* "a mother of 13 who", "Order 66, which" */
	if (is_noun(tree, at))
		return head_of_name(tree, at);
	return (before->upos == UPOS_ADJ && in_list(tree, grammar, grammar->determiner, at)) ||
			       in_list(tree, grammar, grammar->pronoun, at)
		       ? at
		       : TREE_NONE; /* "several who", "some who" */
}

/* "…, who was hurt": the clause hangs from whom the pronoun stands next to. */
static void graft_relative(struct graft *graft, uint16_t relative)
{
	struct tree *tree = graft->tree;
	const struct tree_word *pronoun = &tree->words[relative];
	uint16_t verb = pronoun->head, low, high, noun;
	if (verb == TREE_NONE || verb < relative || !is_subject((enum deprel)pronoun->deprel))
		return;
	noun = graft_antecedent(tree, graft->grammar, relative);
	if (noun == TREE_NONE || tree_below(tree, noun, verb))
		return;
	if (tree->words[verb].deprel == DEPREL_ACL_RELCL && tree_below(tree, noun, tree->words[verb].head))
		return; /* of several that stand around each other the tree may choose */
	tree_extent(tree, verb, &low, &high);
	if (low + 1 >= relative || tree->words[relative - 1].upos == UPOS_VERB)
		hang(tree, verb, noun, DEPREL_ACL_RELCL);
}

/* The first word of the finite auxiliaries of VERB, with the adverbs before them; TREE_NONE: it has none. */
static uint16_t finite_start(const struct graft *graft, uint16_t verb)
{
	const struct tree *tree = graft->tree;
	for (uint16_t c = tree_dependent(tree, verb, TREE_NONE); c != TREE_NONE && c < verb;
	     c = tree_dependent(tree, verb, c)) {
		enum deprel deprel = (enum deprel)tree->words[c].deprel;
		if (deprel != DEPREL_AUX && deprel != DEPREL_AUX_PASS && deprel != DEPREL_COP)
			continue;
		if (!in(graft, graft->grammar->finite, c) && !in(graft, graft->grammar->modal, c))
			return TREE_NONE;
		while (c > 0 && tree->words[c - 1].upos == UPOS_ADV && tree->words[c - 1].head == verb)
			c--;
		return c;
	}
	return TREE_NONE;
}

static bool takes_clause(const struct graft *graft, uint16_t verb)
{
	uint32_t token = graft->tree->words[verb].token;
	return graft->tree->words[verb].upos == UPOS_VERB &&
	       (grammar_phrase(graft->grammar, graft->grammar->complement, token) ||
		grammar_phrase(graft->grammar, graft->grammar->saying, token) ||
		grammar_phrase(graft->grammar, graft->grammar->saying_weak, token));
}

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
		if ((deprel == DEPREL_OBJ || deprel == DEPREL_IOBJ) && up != TREE_NONE && up < w && is_noun(tree, w) &&
		    takes_clause(graft, up)) {
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
	if (tree->words[tree->words[over].head].head == verb && is_subject(tree->words[tree->words[over].head].deprel))
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

static void graft_complement(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t start = finite_start(graft, verb), subject = subject_of(tree, verb), over, noun;
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
	if (subject != TREE_NONE ? swap_clauses(graft, verb, over, subject) : hang(tree, verb, over, DEPREL_CCOMP))
		hang(tree, noun, verb, subject_relation(tree, verb));
}

/* "said the quake caused damage": no participle has an object. */
static void graft_participle(struct graft *graft, uint16_t verb)
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
	if (tree->words[noun].deprel != DEPREL_OBJ || over == TREE_NONE || over > noun || !takes_clause(graft, over))
		return;
	hang(tree, verb, over, DEPREL_CCOMP);
	hang(tree, noun, verb, DEPREL_NSUBJ);
}

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
	tree->words[subject].deprel = (uint8_t)subject_relation(tree, verb);
	tree->words[told].head = subject;
	tree->words[told].deprel = (uint8_t)deprel;
}

/* "The dam, which lies above Velm, is closing", with the dam and "which" as subjects of "lies", and "closing" beside it. */
static void graft_main(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t told = tree->words[verb].head, start = finite_start(graft, verb);
	if (start == TREE_NONE || !start || told == TREE_NONE || told > verb || subject_of(tree, verb) != TREE_NONE ||
	    tree_child(tree, verb, DEPREL_MARK) != TREE_NONE || tree_child(tree, verb, DEPREL_CC) != TREE_NONE)
		return;
	uint16_t subject = subject_of(tree, told);
	uint16_t relative = subject == TREE_NONE ? TREE_NONE : tree_dependent(tree, told, subject);
	while (relative != TREE_NONE && tree->words[relative].upos == UPOS_PUNCT)
		relative = tree_dependent(tree, told, relative);
	if (relative != TREE_NONE && relative < told &&
	    in(graft, graft->grammar->comma, relative - 1) == in(graft, graft->grammar->comma, start - 1) && is_subject((enum deprel)tree->words[relative].deprel) &&
	    graft_antecedent(tree, graft->grammar, relative) == subject)
		promote(tree, verb, told, subject, DEPREL_ACL_RELCL);
}

/* "broke out as vigils were held", with the vigils as a thing of "broke": behind such a word stands a clause. */
static void graft_subordinate(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t start = finite_start(graft, verb), low, high;
	if (start == TREE_NONE || !start || subject_of(tree, verb) != TREE_NONE ||
	    tree_child(tree, verb, DEPREL_CC) != TREE_NONE || tree_child(tree, verb, DEPREL_MARK) != TREE_NONE ||
	    tree_child(tree, verb, DEPREL_EXPL) != TREE_NONE)
		return;
	for (uint16_t w = start - 1; w != TREE_NONE && w < start; w = tree->words[w].head) {
		uint16_t mark = tree_child(tree, w, DEPREL_CASE), over = tree->words[w].head;
		tree_extent(tree, w, &low, &high);
		if (high + 1 != start || mark == TREE_NONE || mark != low || over == TREE_NONE || !is_noun(tree, w) ||
		    !in(graft, graft->grammar->clause_start, mark))
			continue;
		while (over != TREE_NONE && tree->words[over].upos != UPOS_VERB)
			over = tree->words[over].head;
		if (over == TREE_NONE || !hang(tree, verb, over, DEPREL_ADVCL))
			return;
		hang(tree, w, verb, subject_relation(tree, verb));
		hang(tree, mark, verb, DEPREL_MARK);
		return;
	}
}

/* "A man charged with theft was jailed", with "charged" as what the man does, and "jailed" beside it: who was charged was
 * jailed. "A poll published Sunday showed": the same, though Sunday is taken for the subject. */
static void graft_reduced(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t told = tree->words[verb].head, date = subject_of(tree, verb), low = finite_start(graft, verb), high;
	if (told == TREE_NONE || told > verb || tree->words[told].upos != UPOS_VERB)
		return;
	const struct token *token = &graft->grammar->article->tokens.items[tree->words[told].token];
	uint8_t flags = language_word(graft->grammar->language, token->word)->flags;
	uint16_t subject = subject_of(tree, told);
	if (subject == TREE_NONE || subject > told || !(flags & WORD_PAST) || takes_clause(graft, told) ||
	    tree_child(tree, told, DEPREL_OBJ) != TREE_NONE || tree_child(tree, told, DEPREL_AUX) != TREE_NONE ||
	    tree_child(tree, told, DEPREL_AUX_PASS) != TREE_NONE || tree->words[subject].upos == UPOS_PRON ||
	    tree_child(tree, verb, DEPREL_CC) != TREE_NONE || tree_child(tree, verb, DEPREL_MARK) != TREE_NONE)
		return;
	for (uint16_t w = told; w < verb; w++)
		if (in(graft, graft->grammar->clause_start, w) && tree->words[w].head != verb)
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

/* "there might be a second flood", with the flood as what a copula links; "there appears no reason", as the object. */
static void graft_existence(struct graft *graft, uint16_t there)
{
	struct tree *tree = graft->tree;
	uint16_t head = tree->words[there].head, object, verb = there + 1;
	if (!in(graft, graft->grammar->existential, there) || head == TREE_NONE)
		return;
	if (tree->words[there].deprel == DEPREL_EXPL) {
		object = tree_child(tree, head, DEPREL_OBJ);
		if (object != TREE_NONE && object > head && subject_of(tree, head) == TREE_NONE)
			tree->words[object].deprel = DEPREL_NSUBJ;
		return;
	}
	while (verb < tree->count && tree->words[verb].deprel == DEPREL_AUX)
		verb++;
	uint16_t noun = verb < tree->count ? tree->words[verb].head : TREE_NONE;
	if (noun == TREE_NONE || tree->words[verb].deprel != DEPREL_COP || noun < verb || !is_noun(tree, noun) ||
	    subject_of(tree, noun) != TREE_NONE || tree->words[noun].head == TREE_NONE ||
	    tree_child(tree, noun, DEPREL_CASE) != TREE_NONE)
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

/* "is safe and its crew have left", with the crew beside "safe", and "left" a clause about that: auxiliaries want a subject. */
static void graft_second(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	uint16_t start = finite_start(graft, verb), first = tree->words[verb].head, noun, and;
	if (start == TREE_NONE || !start || first == TREE_NONE || first > start ||
	    tree->words[verb].deprel != DEPREL_ACL || subject_of(tree, verb) != TREE_NONE ||
	    tree_child(tree, first, DEPREL_COP) == TREE_NONE)
		return;
	for (noun = start - 1; noun != TREE_NONE && tree->words[noun].head != first;)
		noun = tree->words[noun].head;
	and = noun == TREE_NONE ? TREE_NONE : tree_child(tree, noun, DEPREL_CC);
	if (and == TREE_NONE || tree->words[noun].deprel != DEPREL_CONJ || noun > start)
		return;
	tree->words[verb].deprel = DEPREL_CONJ;
	hang(tree, noun, verb, subject_relation(tree, verb));
	hang(tree, and, verb, DEPREL_CC);
}

/* "…", said one leaflet handed out there", with what was handed out as what is said: it is who says it. */
static void graft_inverted(struct graft *graft, uint16_t told)
{
	struct tree *tree = graft->tree;
	uint16_t said = tree->words[told].head, subject = subject_of(tree, told), low, high;
	const struct token *token = &graft->grammar->article->tokens.items[tree->words[told].token];
	uint8_t flags = language_word(graft->grammar->language, token->word)->flags;
	if (said == TREE_NONE || !said || subject == TREE_NONE || said > subject || subject > told ||
	    tree->words[told].deprel != DEPREL_CCOMP || !takes_clause(graft, said) || !(flags & WORD_PAST) ||
	    tree->words[said - 1].upos != UPOS_PUNCT || in(graft, graft->grammar->comma, said - 1) ||
	    subject_of(tree, said) != TREE_NONE ||
	    tree_child(tree, told, DEPREL_OBJ) != TREE_NONE || tree_child(tree, told, DEPREL_AUX) != TREE_NONE ||
	    tree_child(tree, told, DEPREL_AUX_PASS) != TREE_NONE || tree_child(tree, told, DEPREL_MARK) != TREE_NONE)
		return;
	tree_extent(tree, subject, &low, &high);
	if (low != said + 1 || high + 1 != told || tree->words[subject].upos == UPOS_PROPN)
		return;
	tree->words[subject].head = said;
	tree->words[subject].deprel = DEPREL_NSUBJ;
	tree->words[told].head = subject;
	tree->words[told].deprel = DEPREL_ACL;
}

/* "; the dam and a bridge WERE hit", with the bridge alone: what stands before the coordinator is the first of two. */
static void graft_conjunct(struct graft *graft, uint16_t second)
{
	struct tree *tree = graft->tree;
	uint16_t verb = tree->words[second].head, low, high, start, first;
	uint16_t determiner = tree_child(tree, second, DEPREL_DET);
	if (!is_subject((enum deprel)tree->words[second].deprel) || verb == TREE_NONE || verb < second ||
	    determiner == TREE_NONE || !in(graft, graft->grammar->singular_determiner, determiner))
		return;
	start = finite_start(graft, verb);
	while (start != TREE_NONE && start < verb && tree->words[start].upos == UPOS_ADV)
		start++;
	if (start == TREE_NONE || start < second || !in(graft, graft->grammar->plural_verb, start))
		return;
	tree_extent(tree, second, &low, &high);
	uint16_t and = low;
	if (tree->words[and].deprel != DEPREL_CC)
		and = low ? low - 1 : 0;
	if (!and || !in(graft, graft->grammar->coordinator, and) || tree_child(tree, second, DEPREL_NMOD) != TREE_NONE ||
	    !is_noun(tree, and - 1))
		return;
	first = head_of_name(tree, and - 1);
	if (!hang(tree, first, verb, (enum deprel)tree->words[second].deprel) || !hang(tree, second, first, DEPREL_CONJ))
		return;
	hang(tree, and, second, DEPREL_CC);
}

/* "Convicted of theft, Varn, 20, faces", with Varn as what stands beside theft: nothing else can be the subject. */
static void graft_fronted(struct graft *graft, uint16_t verb)
{
	struct tree *tree = graft->tree;
	enum deprel deprel = (enum deprel)tree->words[verb].deprel;
	uint16_t start = finite_start(graft, verb), low, high;
	if (tree->words[verb].upos != UPOS_VERB || (deprel != DEPREL_ROOT && deprel != DEPREL_CCOMP) ||
	    subject_of(tree, verb) != TREE_NONE || tree_child(tree, verb, DEPREL_CSUBJ) != TREE_NONE ||
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
			hang(tree, w, verb, subject_relation(tree, verb));
		return;
	}
}

void tree_graft(struct tree *tree, const struct grammar *grammar, const struct account *account, uint32_t sentence)
{
	struct graft graft = {.tree = tree, .grammar = grammar, .account = account, .sentence = sentence};
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
}
