/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a clause is put forward, and by whom, by what it hangs from.
 *
 *   "a proposal that ships pay" → pay: proposed
 *   "If the port closes, the union strikes" → both conditional
 *   "The mayor, who had no doubt, said that the port was sold" → sold: what the mayor said
 *
 * Limits: an attribution is what mention/ found; the tree says only what it covers.
 */
#include "claim/clause.h"

/* The frame that the word, or the phrase that begins, at TOKEN puts on things; false: none. */
static bool frame_at(const struct reading *reading, uint32_t token, uint8_t *frame)
{
	*frame = frames_in(&reading->account->claims, token, token + 1, FRAME_QUESTION);
	return *frame != FRAME_QUESTION;
}

static bool in_subject(const struct reading *reading, const struct clause *clause, uint16_t word)
{
	while (word != TREE_NONE && word != clause->head) {
		if (reading_word(reading, word)->head == clause->head &&
		    deprel_is_subject((enum deprel)reading_word(reading, word)->deprel))
			return true;
		word = reading_word(reading, word)->head;
	}
	return false;
}

/* "if", "unless" that opens the clause. */
static bool is_conditional(const struct reading *reading, const struct clause *clause)
{
	uint16_t mark = tree_child(reading->tree, clause->head, DEPREL_MARK);
	return reading_word(reading, clause->head)->deprel == DEPREL_ADVCL && mark != TREE_NONE &&
	       grammar_phrase(reading->grammar, reading->grammar->conditional, reading_token(reading, mark)) > 0;
}

/* "could not say WHETHER it was sold" */
static bool is_asked(const struct reading *reading, const struct clause *clause)
{
	enum deprel deprel = (enum deprel)reading_word(reading, clause->head)->deprel;
	uint16_t mark = tree_child(reading->tree, clause->head, DEPREL_MARK);
	return (deprel == DEPREL_CCOMP || deprel == DEPREL_CSUBJ || deprel == DEPREL_ACL || deprel == DEPREL_ADVCL) &&
	       mark != TREE_NONE && !is_conditional(reading, clause) &&
	       reading_in(reading, reading->grammar->indirect_question, mark);
}

/* WORD only says of a noun what kind it is: "the ALLEGED gunman". */
static bool describes(const struct reading *reading, const struct clause *clause, uint16_t word)
{
	for (; word != TREE_NONE && word != clause->head; word = reading_word(reading, word)->head)
		if (reading_word(reading, word)->deprel == DEPREL_AMOD)
			return true;
	return false;
}

/* Whether WORD, which may frame things, frames the clause that it belongs to. None does that is what a copula links ("it is a
 * demand"), and who denies does deny; "pleaded not guilty" is what is denied, too. */
static bool frames_own(const struct reading *reading, const struct clause *clause, uint16_t word, uint8_t frame)
{
	if (frame == FRAME_CONDITIONAL || in_subject(reading, clause, word) || describes(reading, clause, word))
		return false;
	if (word != clause->head)
		return true;
	return clause->verb == clause->head &&
	       (frame != FRAME_DENIED || clause->hands_on ||
		grammar_phrase(reading->grammar, reading->grammar->denial, reading_token(reading, word)) > 1);
}

/* The frame that the clause's own words put on it: those of its verbs, and those before them outside its subject ("under the
 * plan"). */
static bool own_frame(const struct reading *reading, uint16_t place, uint8_t *frame)
{
	bool found = false;
	for (uint16_t at = place; at != CLAUSE_NONE && !found; at = reading->clauses.items[at].over) {
		const struct clause *clause = &reading->clauses.items[at];
		for (uint16_t w = 0; w <= clause->head; w++) {
			uint8_t is;
			if (reading->owner[w] == at && frame_at(reading, reading_token(reading, w), &is) &&
			    frames_own(reading, clause, w, is)) {
				*frame = is;
				found = true;
			}
		}
	}
	return found;
}

/* What a clause behind NOUN is: "a PROPOSAL to sell"; "DISMISSED the claim that it was sold". */
static uint8_t frame_of_noun(const struct reading *reading, uint16_t noun)
{
	const struct tree_word *word = reading_word(reading, noun);
	uint8_t frame;
	if (word->deprel == DEPREL_OBJ && frame_at(reading, reading_token(reading, word->head), &frame) &&
	    frame == FRAME_DENIED)
		return frame;
	return frame_at(reading, reading_token(reading, noun), &frame) ? frame : FRAME_ASSERTED;
}

/* The noun right before the "that" which opens CLAUSE, wherever the tree hung it; TREE_NONE. */
static uint16_t noun_before(const struct reading *reading, const struct clause *clause)
{
	uint16_t mark = tree_child(reading->tree, clause->head, DEPREL_MARK);
	return mark != TREE_NONE && mark && reading_in(reading, reading->grammar->complementizer, mark) &&
			       reading_is_noun(reading, mark - 1)
		       ? mark - 1
		       : TREE_NONE;
}

/* "Denied the RUMOURS he was to go": the noun that is denied, right before the pronoun of a clause that no "that" opens. */
static bool is_denied_bare(const struct reading *reading, const struct clause *clause)
{
	uint16_t subject = tree_child(reading->tree, clause->head, DEPREL_NSUBJ);
	return subject != TREE_NONE && subject && reading_word(reading, subject)->upos == UPOS_PRON &&
	       !reading_has(reading, clause->head, DEPREL_MARK) && reading_is_noun(reading, subject - 1) &&
	       frame_of_noun(reading, subject - 1) == FRAME_DENIED;
}

static uint8_t frame_above(const struct reading *reading, uint16_t place)
{
	const struct clause *clause = &reading->clauses.items[clause_top(reading, place)];
	const struct tree_word *head = reading_word(reading, clause->head);
	uint16_t noun = noun_before(reading, clause);
	uint8_t frame;
	if (clause->above == CLAUSE_NONE)
		return FRAME_ASSERTED;
	if (is_denied_bare(reading, clause))
		return FRAME_DENIED;
	switch (head->deprel) {
	case DEPREL_CONJ: return frame_above(reading, clause->above);
	case DEPREL_ACL: return frame_of_noun(reading, head->head);
	case DEPREL_CCOMP:
	case DEPREL_XCOMP:
	case DEPREL_CSUBJ: /* the denying itself has no such frame */
		return frame_at(reading, reading_token(reading, head->head), &frame) && frame == FRAME_DENIED
			       ? frame
			       : clause_frame(reading, clause->above);
	case DEPREL_NMOD: return noun == TREE_NONE ? FRAME_ASSERTED : frame_of_noun(reading, noun);
	case DEPREL_ADVCL: /* "accused Varn of taking bribes" */
		if (noun != TREE_NONE)
			return frame_of_noun(reading, noun);
		return clause->gerund && frame_at(reading, reading_token(reading, head->head), &frame) &&
				       reading_has(reading, clause->head, DEPREL_MARK)
			       ? frame
			       : FRAME_ASSERTED;
	default: return FRAME_ASSERTED;
	}
}

/* Only true if something else is: it has an if-clause, or is one. */
static bool depends(const struct reading *reading, uint16_t place)
{
	uint16_t top = clause_top(reading, place);
	for (uint16_t c = 0; c < reading->clauses.count; c++)
		if (is_conditional(reading, &reading->clauses.items[c]) &&
		    (c == top || reading->clauses.items[c].above == top || reading->clauses.items[c].above == place))
			return true;
	return false;
}

uint8_t clause_frame(const struct reading *reading, uint16_t place)
{
	const struct clause *clause = &reading->clauses.items[place];
	uint8_t frame;
	if (is_asked(reading, &reading->clauses.items[clause_top(reading, place)]))
		return FRAME_QUESTION;
	if (depends(reading, place))
		return FRAME_CONDITIONAL;
	if (own_frame(reading, place, &frame))
		return frame;
	if (clause->share != CLAUSE_NONE) {
		/* "plans to close and sell": what hands on to the first, or stands above it, holds for both */
		uint16_t top = reading->clauses.items[clause->share].over;
		return top != CLAUSE_NONE ? clause_frame(reading, top) : frame_above(reading, clause->share);
	}
	return frame_above(reading, place);
}

/* Whether what ATTRIBUTION says reaches CLAUSE by the tree: it lies in its verb's complement, or the verb was put in or behind
 * ("…, she said"). */
static bool is_said(const struct reading *reading, const struct clause *clause, uint16_t verb)
{
	const struct tree_word *said = reading_word(reading, verb);
	for (uint16_t w = clause->head; w != TREE_NONE && w != verb; w = reading_word(reading, w)->head) {
		const struct tree_word *word = reading_word(reading, w);
		if (word->head == verb)
			return word->deprel == DEPREL_CCOMP || word->deprel == DEPREL_XCOMP ||
			       word->deprel == DEPREL_PARATAXIS;
		if (said->deprel == DEPREL_PARATAXIS && said->head == w)
			return true;
	}
	return false;
}

uint32_t clause_speaker(const struct reading *reading, uint16_t place)
{
	const struct clause *clause = &reading->clauses.items[place];
	const struct mention_list *list = &reading->account->mentions;
	uint32_t found = CLAIM_NONE;
	for (uint32_t i = list->sentence_first[reading->sentence]; i < list->sentence_first[reading->sentence + 1];
	     i++) {
		const struct mention *m = &list->items[i];
		uint16_t verb = m->kind == MENTION_ATTRIBUTION ? tree_word_of(reading->tree, m->attribution.verb)
							       : TREE_NONE;
		if (verb != TREE_NONE && is_said(reading, clause, verb))
			found = i; /* the last: "A said that B had said" */
	}
	return found;
}

/* TOKEN is the verb of a saying whose source is known. */
static bool has_source(const struct reading *reading, uint32_t token)
{
	const struct attribution *said = mentions_saying(&reading->account->mentions, reading->sentence, token);
	return said && said->verb == token;
}

bool clause_reported(const struct reading *reading, uint16_t place)
{
	const struct grammar *grammar = reading->grammar;
	const struct clause *clause = &reading->clauses.items[clause_top(reading, place)];
	const struct tree_word *head = reading_word(reading, clause->head);
	uint16_t above = head->deprel == DEPREL_CCOMP || head->deprel == DEPREL_CSUBJ_PASS
				 ? clause_headed(reading, head->head)
				 : CLAUSE_NONE;
	if (above == CLAUSE_NONE || clause->infinitive || clause->gerund || clause->participle)
		return false;
	uint32_t verb = reading_token(reading, head->head);
	float sure = 1;
	uint16_t who = party_subject(reading, above, &sure);
	return grammar_phrase(grammar, grammar->saying, verb) && !grammar_phrase(grammar, grammar->denial, verb) &&
	       !has_source(reading, verb) && !has_source(reading, reading_token(reading, clause->verb)) &&
	       !(who != TREE_NONE && reading_in(reading, grammar->first_person, who)); /* "I must say …" says it */
}
