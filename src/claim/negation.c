/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What negates, weakens or puts off a clause, and what only stands in it.
 *
 *   "No one was hurt", "The port no longer sells", "failed to sell" → negated
 *   "It sold not one but three", "Not all ships sailed"             → can't be told
 *   "The dam burst with no warning"                                 → not negated
 *
 * A negation counts where it hangs: at the verb, or at its subject or object as a
 * determiner. Limits: what an adverb of quantity does to it ("not always").
 */
#include "claim/clause.h"

enum reach {
	REACH_NONE,   /* it negates something inside, which is told as it is */
	REACH_CLAUSE, /* the clause */
	REACH_UNKNOWN
};

static bool is_argument(enum deprel deprel)
{
	return deprel == DEPREL_NSUBJ || deprel == DEPREL_NSUBJ_PASS || deprel == DEPREL_NSUBJ_OUTER ||
	       deprel == DEPREL_OBJ;
}

static bool is_oblique(enum deprel deprel)
{
	return deprel == DEPREL_OBL || deprel == DEPREL_OBL_AGENT || deprel == DEPREL_OBL_UNMARKED;
}

/* An adverb at WORD stands with the verb: not as in "Not two years ago it was sold", or "is a not unknown port". */
static bool stands_by_verb(const struct reading *reading, uint16_t place, uint16_t word)
{
	const struct clause *clause = &reading->clauses.items[place];
	uint16_t determiner = tree_child(reading->tree, clause->head, DEPREL_DET);
	if (word == clause->head + 1 && reading_has(reading, clause->head, DEPREL_EXPL)) /* "there is NOT a ship" */
		return true;
	return reading_last(reading, word) >= clause_group(reading, place) && word < clause->head &&
	       (determiner == TREE_NONE || determiner > word);
}

/* What a negation does that stands before the subject, with something else than the verb: "Not for long did it burn" negates,
 * "Not for the first time, it burned" does not. */
static enum reach reach_fronted(const struct reading *reading, const struct clause *clause, uint16_t word)
{
	uint16_t subject = tree_child(reading->tree, clause->head, DEPREL_NSUBJ);
	if (subject == TREE_NONE)
		subject = tree_child(reading->tree, clause->head, DEPREL_NSUBJ_PASS);
	if (subject == TREE_NONE || word > subject)
		return REACH_UNKNOWN;
	for (uint16_t c = tree_dependent(reading->tree, clause->head, word); c != TREE_NONE && c < subject;
	     c = tree_dependent(reading->tree, clause->head, c)) {
		enum deprel deprel = (enum deprel)reading_word(reading, c)->deprel;
		if (deprel == DEPREL_AUX || deprel == DEPREL_AUX_PASS || deprel == DEPREL_COP)
			return REACH_CLAUSE;
	}
	return REACH_NONE;
}

/* A negation at WORD, which hangs from the clause's own verb. */
static enum reach reach_direct(const struct reading *reading, uint16_t place, uint16_t word)
{
	const struct clause *clause = &reading->clauses.items[place];
	enum deprel deprel = (enum deprel)reading_word(reading, word)->deprel;
	if (is_argument(deprel) && deprel != DEPREL_OBJ && word != party_nearest(reading, clause->head))
		return REACH_UNKNOWN;
	if (is_argument(deprel) || is_oblique(deprel))
		return REACH_CLAUSE; /* "nobody", "at no time" */
	switch (deprel) {
	case DEPREL_ADVMOD:
		return stands_by_verb(reading, place, word) ? REACH_CLAUSE : reach_fronted(reading, clause, word);
	case DEPREL_AUX:
	case DEPREL_MARK:
	case DEPREL_CC:
	case DEPREL_CC_PRECONJ: return REACH_CLAUSE;
	case DEPREL_NMOD: /* "were friends at no time" */
	case DEPREL_DET: return clause->verb != clause->head ? REACH_CLAUSE : REACH_UNKNOWN; /* "is no port" */
	case DEPREL_DISCOURSE: return REACH_NONE;                                            /* "No, it was sold" */
	default: return REACH_UNKNOWN;
	}
}

bool clause_leaves_out(const struct reading *reading, uint16_t word)
{
	uint16_t joined = tree_child(reading->tree, word, DEPREL_CC);
	if (joined == TREE_NONE || joined > word)
		return false;
	for (uint16_t c = tree_dependent(reading->tree, word, joined); c != TREE_NONE && c < word;
	     c = tree_dependent(reading->tree, word, c))
		if (grammar_phrase(reading->grammar, reading->grammar->negator, reading_token(reading, c)))
			return true;
	return false;
}

/* "There are NOT (any) ships", "there is NO ship left": WORD stands between the verb and UP, what there is. */
static bool is_existence(const struct reading *reading, const struct clause *clause, uint16_t up, uint16_t word)
{
	return reading_has(reading, clause->head, DEPREL_EXPL) && word > clause->verb && word < up &&
	       reading_word(reading, word)->head == up;
}

/* A negation at WORD, somewhere in the clause at PLACE. */
static enum reach reach_of(const struct reading *reading, uint16_t place, uint16_t word)
{
	const struct clause *clause = &reading->clauses.items[place];
	if (word == clause->head || word == clause->verb)
		return REACH_CLAUSE;
	const struct tree_word *w = reading_word(reading, word);
	if (w->head == clause->head)
		return reach_direct(reading, place, word);
	if (clause_leaves_out(reading, w->head))
		return REACH_NONE;
	uint16_t up = w->head, below = word;
	while (up != TREE_NONE && reading_word(reading, up)->head != clause->head) {
		below = up;
		up = reading_word(reading, up)->head;
	}
	if (up == TREE_NONE)
		return REACH_UNKNOWN;
	enum deprel part = (enum deprel)reading_word(reading, up)->deprel, own = (enum deprel)w->deprel;
	if (is_argument(part) && is_existence(reading, clause, up, word))
		return REACH_CLAUSE;
	if (is_argument(part)) {
		if (part != DEPREL_OBJ && up != party_nearest(reading, clause->head))
			return REACH_UNKNOWN;
		if (below == word && (own == DEPREL_DET || own == DEPREL_CC_PRECONJ))
			return REACH_CLAUSE;
		/* "neither | port"; "(neither the port) nor the union": told with the first */
		if (own == DEPREL_CC)
			return below == word && word < up ? REACH_CLAUSE : REACH_NONE;
		return REACH_UNKNOWN;
	}
	if (is_oblique(part) && (own == DEPREL_DET || own == DEPREL_CASE)) /* but "At no stage did it burn" */
		return reach_fronted(reading, clause, word) == REACH_CLAUSE ? REACH_CLAUSE : REACH_NONE;
	return is_oblique(part) || part == DEPREL_ADVMOD ? reach_fronted(reading, clause, word) : REACH_UNKNOWN;
}

/* The word of a phrase of COUNT tokens at token AT that holds it to the rest of the sentence; of several the last. */
static uint16_t phrase_site(const struct reading *reading, uint32_t at, uint32_t count)
{
	uint16_t site = TREE_NONE;
	for (uint32_t t = at; t < at + count; t++) {
		uint16_t word = tree_word_of(reading->tree, t);
		if (word == TREE_NONE)
			continue;
		uint16_t head = reading_word(reading, word)->head;
		uint32_t up = head == TREE_NONE ? UINT32_MAX : reading_token(reading, head);
		if (up < at || up >= at + count || word == head)
			site = word;
	}
	return site;
}

/* How often CLAUSE, without those that hand on to it, is negated by its own words. */
static uint32_t own_negations(const struct reading *reading, uint16_t place, bool *unclear)
{
	const struct grammar *grammar = reading->grammar;
	uint32_t count = 0;
	uint16_t behind = TREE_NONE;
	for (uint16_t w = 0; w < reading->tree->count; w++) {
		uint32_t at = reading_token(reading, w), length;
		if ((behind != TREE_NONE && w < behind) || (w && reading_token(reading, w - 1) == at))
			continue;
		length = grammar_phrase(grammar, grammar->negator, at);
		if (!length || grammar_phrase(grammar, grammar->negator_exception, at))
			continue;
		uint16_t last = tree_word_of(reading->tree, at + length - 1);
		behind = last == TREE_NONE ? TREE_NONE : (uint16_t)(last + 1);
		uint16_t site = phrase_site(reading, at, length);
		if (site == TREE_NONE || reading->owner[site] != place)
			continue;
		enum reach reach = reach_of(reading, place, site);
		count += reach == REACH_CLAUSE;
		*unclear = *unclear || reach == REACH_UNKNOWN;
	}
	return count;
}

/* A weakening phrase at the verb: "reportedly", "at least in part". */
static bool is_hedged(const struct reading *reading, uint16_t place)
{
	const struct grammar *grammar = reading->grammar;
	const struct clause *clause = &reading->clauses.items[place];
	for (uint16_t w = 0; w < reading->tree->count; w++) {
		uint32_t length = grammar_phrase(grammar, grammar->hedge, reading_token(reading, w));
		uint16_t site = length ? phrase_site(reading, reading_token(reading, w), length) : TREE_NONE;
		if (site == TREE_NONE || reading->owner[site] != place)
			continue;
		enum deprel deprel = (enum deprel)reading_word(reading, site)->deprel;
		if (site == clause->head || site == clause->verb ||
		    (reading_word(reading, site)->head == clause->head &&
		     (deprel == DEPREL_ADVMOD || deprel == DEPREL_AUX || deprel == DEPREL_AUX_PASS ||
		      (is_oblique(deprel) && !reading_has(reading, site, DEPREL_NMOD)))))
			return true;
	}
	return false;
}

static uint8_t own_modality(const struct reading *reading, uint16_t place)
{
	const struct grammar *grammar = reading->grammar;
	const struct clause *clause = &reading->clauses.items[place];
	for (uint16_t w = 0; w < reading->tree->count; w++) {
		bool auxiliary = reading_word(reading, w)->head == clause->head &&
				 reading_word(reading, w)->deprel == DEPREL_AUX;
		uint8_t modality = auxiliary || (clause->hands_on && w == clause->head)
					   ? verb_modality(grammar, reading_token(reading, w))
					   : MODALITY_FLAT;
		if (modality != MODALITY_FLAT)
			return modality;
	}
	return MODALITY_FLAT;
}

/* CLAUSE is joined to the one it shares with by "or" or "nor". */
static bool is_alternative(const struct reading *reading, const struct clause *clause, uint32_t list)
{
	uint16_t joined = tree_child(reading->tree, clause->head, DEPREL_CC);
	return joined != TREE_NONE && reading_in(reading, list, joined);
}

/* With what a verb that hands on does: "FAILED to agree". */
static struct clause_mood chain_mood(const struct reading *reading, uint16_t place)
{
	const struct grammar *grammar = reading->grammar;
	struct clause_mood mood = {.modality = MODALITY_FLAT};
	uint32_t count = 0;
	for (uint16_t at = place; at != CLAUSE_NONE; at = reading->clauses.items[at].over) {
		const struct clause *clause = &reading->clauses.items[at];
		uint8_t modality = own_modality(reading, at);
		count += own_negations(reading, at, &mood.unclear);
		if (at != place &&
		    grammar_phrase(grammar, grammar->negative_verb, reading_token(reading, clause->head)))
			count++;
		mood.hedged = mood.hedged || is_hedged(reading, at);
		mood.modality = modality != MODALITY_FLAT ? modality : mood.modality;
	}
	mood.negated = count % 2;
	return mood;
}

/* What is thought, said or planned, which need not be so: "(no proof) that they won", not "(no word) on what they won". */
static bool is_content(const struct reading *reading, const struct clause *clause)
{
	uint16_t mark = tree_child(reading->tree, clause->head, DEPREL_MARK);
	switch (reading_word(reading, clause->head)->deprel) {
	case DEPREL_CCOMP:
	case DEPREL_CSUBJ: return true;
	case DEPREL_ACL:
		return !clause->participle && !clause->gerund &&
		       (clause->infinitive || mark == TREE_NONE ||
			reading_in(reading, reading->grammar->complementizer, mark));
	default: return false;
	}
}

/* What a complement's own verb says of it: "did not think that they won". */
static void take_from_above(const struct reading *reading, const struct clause *clause, struct clause_mood *mood)
{
	const struct grammar *grammar = reading->grammar;
	const struct tree_word *head = reading_word(reading, clause->head);
	if (clause->above == CLAUSE_NONE || !is_content(reading, clause))
		return;
	const struct clause *above = &reading->clauses.items[clause->above];
	bool unclear = false;
	bool negated = own_negations(reading, clause->above, &unclear) % 2;
	if (!negated)
		return;
	if (head->deprel == DEPREL_CCOMP &&
	    grammar_phrase(grammar, grammar->raising, reading_token(reading, above->verb)))
		mood->negated = !mood->negated;
	else
		mood->unclear = true; /* "did not say that it was sold" */
}

/* "does not think that they won": not the thinking is negated. */
static bool raises(const struct reading *reading, const struct clause *clause)
{
	uint16_t below = tree_child(reading->tree, clause->head, DEPREL_CCOMP);
	return below != TREE_NONE && clause_headed(reading, below) != CLAUSE_NONE &&
	       grammar_phrase(reading->grammar, reading->grammar->raising, reading_token(reading, clause->verb));
}

struct clause_mood clause_mood(const struct reading *reading, uint16_t place)
{
	const struct clause *clause = &reading->clauses.items[place];
	struct clause_mood mood = chain_mood(reading, place);
	take_from_above(reading, &reading->clauses.items[clause_top(reading, place)], &mood);
	uint16_t existence = clause_existence(reading, place);
	if (existence != CLAUSE_NONE)
		mood.negated = mood.negated != chain_mood(reading, existence).negated;
	if (raises(reading, clause))
		mood.negated = false;
	if (clause->share == CLAUSE_NONE)
		return mood;
	struct clause_mood first = clause_mood(reading, clause->share);
	mood.hedged = mood.hedged || first.hedged;
	mood.modality = mood.modality == MODALITY_FLAT ? first.modality : mood.modality;
	if (is_alternative(reading, clause, reading->grammar->alternative))
		mood.negated = mood.negated != first.negated;
	else if (first.negated) /* "did not come and see"; "was not sold but leased" is another matter */
		mood.unclear = mood.unclear || is_alternative(reading, clause, reading->grammar->coordinator);
	return mood;
}
