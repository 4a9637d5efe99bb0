/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A tree into clauses: every verb, and every noun or adjective with a copula.
 *
 *   "The port failed to sell the dam and is broke."
 *   → [failed] hands on to [sell the dam] · [and is broke], beside it
 *
 * A verb that only says whether, or how surely, its infinitive holds ("failed to",
 * "is likely to", "had to") is no clause of its own. Limits: a verb that the tree
 * takes for a noun or an adjective before a noun makes none.
 */
#include "claim/clause.h"

/* A verb in such a place is a modifier, or part of a preposition: "growing fears", "including two". */
static bool modifies(enum deprel deprel)
{
	switch (deprel) {
	case DEPREL_AMOD:
	case DEPREL_COMPOUND:
	case DEPREL_COMPOUND_PRT:
	case DEPREL_CASE:
	case DEPREL_MARK:
	case DEPREL_FIXED:
	case DEPREL_FLAT:
	case DEPREL_ADVMOD:
	case DEPREL_AUX:
	case DEPREL_AUX_PASS:
	case DEPREL_COP:
	case DEPREL_DET:
	case DEPREL_GOESWITH:
	case DEPREL_NUMMOD:
	case DEPREL_CC:
	case DEPREL_NMOD_DESC:
	case DEPREL_DISCOURSE: return true;
	default: return false;
	}
}

static bool has_infinitive_mark(const struct reading *reading, uint16_t word)
{
	for (uint16_t c = tree_dependent(reading->tree, word, TREE_NONE); c != TREE_NONE;
	     c = tree_dependent(reading->tree, word, c))
		if (reading_word(reading, c)->deprel == DEPREL_MARK &&
		    reading_in(reading, reading->grammar->infinitive, c))
			return true;
	return false;
}

/* "refused to DELIBERATE": a verb whatever the tagger says. */
static bool is_infinitive(const struct reading *reading, uint16_t word)
{
	enum deprel deprel = (enum deprel)reading_word(reading, word)->deprel;
	return (deprel == DEPREL_XCOMP || deprel == DEPREL_ADVCL || deprel == DEPREL_ACL) &&
	       has_infinitive_mark(reading, word);
}

static bool heads_clause(const struct reading *reading, uint16_t word)
{
	const struct tree *tree = reading->tree;
	const struct tree_word *w = &tree->words[word];
	if (tree_child(tree, word, DEPREL_COP) != TREE_NONE || is_infinitive(reading, word))
		return true;
	if (w->upos != UPOS_VERB && w->upos != UPOS_AUX)
		return false;
	uint16_t first = word; /* "injured and displaced people": as the first of what is coordinated */
	while (tree->words[first].deprel == DEPREL_CONJ && tree->words[first].head != TREE_NONE)
		first = tree->words[first].head;
	return !modifies((enum deprel)tree->words[first].deprel);
}

/* A number that the tree takes for a verb: "Twelve ships sailed". */
static bool is_amount(const struct reading *reading, uint16_t word)
{
	const struct mention_list *list = &reading->account->mentions;
	uint32_t token = reading_token(reading, word);
	for (uint32_t i = list->sentence_first[reading->sentence]; i < list->sentence_first[reading->sentence + 1]; i++)
		if (mention_is_amount(&list->items[i]) && token >= list->items[i].first_token &&
		    token < list->items[i].first_token + list->items[i].token_count &&
		    tree_child(reading->tree, word, DEPREL_COP) == TREE_NONE)
			return true;
	return false;
}

uint16_t clause_headed(const struct reading *reading, uint16_t word)
{
	uint16_t clause = word == TREE_NONE ? CLAUSE_NONE : reading->owner[word];
	return clause != CLAUSE_NONE && reading->clauses.items[clause].head == word ? clause : CLAUSE_NONE;
}

static uint8_t flags_of(const struct reading *reading, uint16_t word)
{
	const struct grammar *grammar = reading->grammar;
	return language_word(grammar->language, grammar->article->tokens.items[reading_token(reading, word)].word)
		->flags;
}

static bool has_auxiliary(const struct reading *reading, uint16_t word)
{
	return reading_has(reading, word, DEPREL_AUX) || reading_has(reading, word, DEPREL_AUX_PASS) ||
	       reading_has(reading, word, DEPREL_COP);
}

static bool has_subject(const struct reading *reading, uint16_t word)
{
	return reading_has(reading, word, DEPREL_NSUBJ) || reading_has(reading, word, DEPREL_NSUBJ_PASS) ||
	       reading_has(reading, word, DEPREL_NSUBJ_OUTER) || reading_has(reading, word, DEPREL_CSUBJ) ||
	       reading_has(reading, word, DEPREL_CSUBJ_PASS) || reading_has(reading, word, DEPREL_EXPL);
}

/* Whether a gerund tells what happens ("a flood, killing nine", "without approving it"), not what is only spoken of ("opposed
 * selling it"). */
static bool gerund_tells(const struct reading *reading, const struct clause *clause)
{
	const struct tree_word *head = reading_word(reading, clause->head);
	uint16_t mark = tree_child(reading->tree, clause->head, DEPREL_MARK);
	switch (head->deprel) {
	case DEPREL_XCOMP:
	case DEPREL_CCOMP:
	case DEPREL_CSUBJ:
		return grammar_phrase(reading->grammar, reading->grammar->denial, reading_token(reading, head->head)) >
		       0;
	case DEPREL_ADVCL: return mark == TREE_NONE || reading_in(reading, reading->grammar->negator, mark);
	default: return true;
	}
}

/* What form the verb has. */
static void find_form(const struct reading *reading, struct clause *clause)
{
	const struct tree_word *head = reading_word(reading, clause->head);
	uint8_t flags = flags_of(reading, clause->head);
	bool bare = !(flags & (WORD_GERUND | WORD_THIRD | WORD_PAST));
	bool alone = !has_auxiliary(reading, clause->head) && !has_subject(reading, clause->head);
	clause->voiced = reading_has(reading, clause->head, DEPREL_AUX_PASS) ||
			 (clause->verb == clause->head && reading_has(reading, clause->head, DEPREL_COP) &&
			  flags & WORD_PAST);
	clause->passive = clause->voiced || (reading_has(reading, clause->head, DEPREL_NSUBJ_PASS) &&
					     !reading_has(reading, clause->head, DEPREL_AUX));
	if (has_infinitive_mark(reading, clause->head) || (head->deprel == DEPREL_XCOMP && alone && bare)) {
		clause->infinitive = true;
		return;
	}
	if (!alone)
		return;
	clause->gerund = (flags & WORD_GERUND) != 0;
	clause->infinitive = clause->gerund && !gerund_tells(reading, clause);
	clause->participle = !clause->gerund && flags & WORD_PAST &&
			     (head->deprel == DEPREL_ACL || head->deprel == DEPREL_ADVCL) &&
			     !reading_has(reading, clause->head, DEPREL_MARK);
	clause->passive = clause->passive || (clause->participle && !reading_has(reading, clause->head, DEPREL_OBJ));
}

/* "is not expected TO rise", "appears TO have sold": what stands before an infinitive says only whether or how surely. */
static bool may_hand_on(const struct reading *reading, const struct clause *upper)
{
	const struct grammar *grammar = reading->grammar;
	uint32_t head = reading_token(reading, upper->head);
	if (reading_has(reading, upper->head, DEPREL_OBJ))
		return false;
	if (grammar_phrase(grammar, grammar->negative_verb, head) || grammar_phrase(grammar, grammar->modal, head) ||
	    grammar_word(grammar, grammar->have, head) || grammar_word(grammar, grammar->be, head))
		return true;
	uint32_t first = reading_token(reading, upper->verb);
	uint16_t passive = tree_child(reading->tree, upper->head, DEPREL_AUX_PASS);
	if (passive != TREE_NONE && reading_token(reading, passive) < first)
		first = reading_token(reading, passive);
	for (uint32_t at = first; at <= head; at++) /* "be believe to" */
		if (at + grammar_phrase(grammar, grammar->hedge, at) > head)
			return true;
	return false;
}

static bool has_form(uint8_t flags, uint8_t form)
{
	return form ? (flags & form) != 0 : !(flags & (WORD_GERUND | WORD_THIRD | WORD_PAST));
}

/* "was sold and CLOSED", "to sell or CLOSE": the clause whose auxiliaries, or whose "to", this one shares. */
static uint16_t shared_clause(const struct reading *reading, const struct clause *clause)
{
	static const uint8_t forms[] = {0, WORD_PAST, WORD_GERUND};
	const struct tree_word *head = reading_word(reading, clause->head);
	uint16_t other = head->deprel == DEPREL_CONJ ? clause_headed(reading, head->head) : CLAUSE_NONE;
	if (other == CLAUSE_NONE || clause->verb != clause->head || has_auxiliary(reading, clause->head) ||
	    has_subject(reading, clause->head) || reading_has(reading, clause->head, DEPREL_MARK))
		return CLAUSE_NONE;
	const struct clause *first = &reading->clauses.items[other];
	uint8_t one = flags_of(reading, first->head), two = flags_of(reading, clause->head);
	if (!has_auxiliary(reading, first->head) && !first->infinitive && !first->gerund && first->share == CLAUSE_NONE)
		return CLAUSE_NONE;
	for (size_t f = 0; f < sizeof forms; f++)
		if (has_form(one, forms[f]) && has_form(two, forms[f]))
			return other;
	return CLAUSE_NONE;
}

static void relate(struct reading *reading, uint16_t place)
{
	struct clause *clause = &reading->clauses.items[place];
	const struct tree_word *head = reading_word(reading, clause->head);
	uint16_t upper = head->deprel == DEPREL_XCOMP ? clause_headed(reading, head->head) : CLAUSE_NONE;
	find_form(reading, clause);
	clause->over = clause->share = CLAUSE_NONE;
	if (upper != CLAUSE_NONE && clause->infinitive && !clause->gerund &&
	    may_hand_on(reading, &reading->clauses.items[upper])) {
		clause->over = upper;
		reading->clauses.items[upper].hands_on = true;
	}
	clause->share = shared_clause(reading, clause);
	if (clause->share != CLAUSE_NONE) {
		const struct clause *first = &reading->clauses.items[clause->share];
		clause->infinitive = first->infinitive;
		clause->passive = first->passive && !reading_has(reading, clause->head, DEPREL_OBJ);
	}
}

/* Heads of clauses below what they hang from: those that share or hand on must be known first. */
static void relate_below(struct reading *reading, uint16_t above)
{
	for (uint16_t c = 0; c < reading->clauses.count; c++) {
		if (reading->clauses.items[c].above != above)
			continue;
		relate(reading, c);
		relate_below(reading, c);
	}
}

/* The copula of WORD, of several the nearest. No verb has one: "the problem is that ships SANK", and "was killed" where the
 * tree takes "was" for a copula. */
static uint16_t copula_of(const struct tree *tree, uint16_t word)
{
	uint16_t copula = TREE_NONE;
	for (uint16_t c = tree_dependent(tree, word, TREE_NONE); c != TREE_NONE; c = tree_dependent(tree, word, c))
		if (tree->words[c].deprel == DEPREL_COP && tree->words[word].upos != UPOS_VERB &&
		    (c < word || copula == TREE_NONE))
			copula = c;
	return copula;
}

void clauses_find(struct reading *reading)
{
	const struct tree *tree = reading->tree;
	reading->clauses.count = 0;
	reading->owner = arena_array(reading->arena, uint16_t, tree->count + 1u);
	for (uint16_t w = 0; w < tree->count; w++) {
		reading->owner[w] = CLAUSE_NONE;
		if (!heads_clause(reading, w) || is_amount(reading, w))
			continue;
		uint16_t copula = copula_of(tree, w);
		reading->owner[w] = (uint16_t)reading->clauses.count;
		list_add(reading->arena, &reading->clauses,
			 ((struct clause){.head = w, .verb = copula == TREE_NONE ? w : copula}));
	}
	for (uint16_t w = 0; w < tree->count; w++) {
		uint16_t up = w;
		while (up != TREE_NONE && clause_headed(reading, up) == CLAUSE_NONE)
			up = tree->words[up].head;
		reading->owner[w] = up == TREE_NONE ? CLAUSE_NONE : reading->owner[up];
	}
	for (uint16_t c = 0; c < reading->clauses.count; c++) {
		uint16_t up = tree->words[reading->clauses.items[c].head].head;
		reading->clauses.items[c].above = up == TREE_NONE ? CLAUSE_NONE : reading->owner[up];
	}
	relate_below(reading, CLAUSE_NONE);
}

uint16_t clause_top(const struct reading *reading, uint16_t clause)
{
	while (reading->clauses.items[clause].over != CLAUSE_NONE)
		clause = reading->clauses.items[clause].over;
	return clause;
}

uint16_t clause_existence(const struct reading *reading, uint16_t clause)
{
	const struct clause *about = &reading->clauses.items[clause];
	const struct tree_word *head = reading_word(reading, about->head);
	if (head->deprel != DEPREL_ACL || about->infinitive || !(about->gerund || about->participle) ||
	    reading_word(reading, head->head)->deprel != DEPREL_NSUBJ)
		return CLAUSE_NONE;
	uint16_t above = clause_headed(reading, reading_word(reading, head->head)->head);
	return above != CLAUSE_NONE && reading_has(reading, reading->clauses.items[above].head, DEPREL_EXPL)
		       ? above
		       : CLAUSE_NONE;
}

/* An auxiliary, an adverb or "to" that hangs from HEAD, or below such a word. */
static bool is_group_word(const struct reading *reading, uint16_t word, uint16_t head)
{
	while (word != TREE_NONE) {
		const struct tree_word *w = reading_word(reading, word);
		bool fits = w->deprel == DEPREL_AUX || w->deprel == DEPREL_AUX_PASS || w->deprel == DEPREL_COP ||
			    w->deprel == DEPREL_ADVMOD ||
			    (w->deprel == DEPREL_MARK && reading_in(reading, reading->grammar->infinitive, word));
		if (!fits)
			return false;
		if (w->head == head)
			return true;
		word = w->head;
	}
	return false;
}

uint32_t clause_group(const struct reading *reading, uint16_t clause)
{
	const struct clause *top = &reading->clauses.items[clause_top(reading, clause)];
	const struct grammar *grammar = reading->grammar;
	uint32_t first = reading_token(reading, top->verb),
		 own = reading_token(reading, reading->clauses.items[clause].verb);
	for (uint16_t w = top->verb; w > 0 && is_group_word(reading, w - 1, top->head); w--) {
		uint32_t at = reading_token(reading, w - 1);
		/* Not with a mere adverb: "yesterday sold". */
		if (reading_word(reading, w - 1)->deprel != DEPREL_ADVMOD ||
		    grammar_phrase(grammar, grammar->negator, at) || grammar_phrase(grammar, grammar->hedge, at))
			first = at;
	}
	return first < own ? first : own;
}

/* Beside the clause that it hangs from, not inside. */
static bool stands_beside(const struct reading *reading, const struct clause *clause)
{
	enum deprel deprel = (enum deprel)reading_word(reading, clause->head)->deprel;
	return deprel == DEPREL_CONJ || deprel == DEPREL_PARATAXIS || deprel == DEPREL_LIST || deprel == DEPREL_DEP;
}

void clause_extent(const struct reading *reading, uint16_t clause, uint32_t *first, uint32_t *limit)
{
	uint16_t top = clause_top(reading, clause), low, high;
	tree_extent(reading->tree, reading->clauses.items[top].head, &low, &high);
	for (uint16_t c = 0; c < reading->clauses.count; c++) { /* what stands before, from the left */
		uint16_t from, to;
		if (reading->clauses.items[c].above != top || !stands_beside(reading, &reading->clauses.items[c]))
			continue;
		tree_extent(reading->tree, reading->clauses.items[c].head, &from, &to);
		if (from == low && to < reading->clauses.items[top].head)
			low = (uint16_t)(to + 1);
	}
	for (uint16_t c = (uint16_t)reading->clauses.count; c-- > 0;) { /* what stands behind, from the right */
		uint16_t from, to, last = high;
		if (reading->clauses.items[c].above != top || !stands_beside(reading, &reading->clauses.items[c]))
			continue;
		tree_extent(reading->tree, reading->clauses.items[c].head, &from, &to);
		while (last > to && reading_word(reading, last)->upos == UPOS_PUNCT)
			last--;
		if (to == last && from > reading->clauses.items[top].head)
			high = (uint16_t)(from - 1);
	}
	*first = reading_token(reading, low);
	*limit = reading_last(reading, high) + 1;
}
