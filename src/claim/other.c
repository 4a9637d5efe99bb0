/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What takes part in a clause besides its subject, by the tree.
 *
 *   "The dam was sold by the port on Friday." → by port (agent), on Friday (time)
 *   "The ferry is next to the mill", "The quake left nine people dead" → next to
 *   mill; nine people, dead
 *
 * Limits: an agent that the tree hung from a noun before it stays with that.
 */
#include "claim/clause.h"

/* "by helicopter" tells how, not who: a means with nothing but the preposition before it. */
static bool is_means(const struct reading *reading, uint16_t word)
{
	uint16_t before = tree_child(reading->tree, word, DEPREL_CASE);
	return before != TREE_NONE && before + 1 == word && reading_in(reading, reading->grammar->means, word);
}

static enum participant_role oblique_role(const struct reading *reading, uint16_t word)
{
	uint16_t before = tree_child(reading->tree, word, DEPREL_CASE);
	uint32_t token = reading_last(reading, party_last(reading, word));
	if (reading_word(reading, word)->deprel == DEPREL_OBL_AGENT)
		return is_means(reading, word) ? ROLE_OTHER : ROLE_AGENT;
	if (party_lies_in(reading, reading_token(reading, word), false))
		return ROLE_TIME;
	if (before != TREE_NONE && reading_in(reading, reading->grammar->locative, before) &&
	    party_lies_in(reading, token, true))
		return ROLE_PLACE;
	return ROLE_OTHER;
}

/* "the dam, which the port sold": the relative pronoun is the dam. */
static uint16_t meant_by(const struct reading *reading, const struct clause *clause, uint16_t word)
{
	bool relative = reading_word(reading, clause->head)->deprel == DEPREL_ACL_RELCL &&
			reading_word(reading, word)->upos == UPOS_PRON &&
			reading_in(reading, reading->grammar->relative, word);
	return relative ? reading_word(reading, clause->head)->head : word;
}

/* "(…), according to THE MAYOR": who says it is told by the claim's speaker. */
static bool is_source(const struct reading *reading, uint16_t word)
{
	const struct mention_list *list = &reading->account->mentions;
	uint32_t token = reading_token(reading, word);
	uint16_t before = tree_child(reading->tree, word, DEPREL_CASE);
	for (uint32_t i = list->sentence_first[reading->sentence]; i < list->sentence_first[reading->sentence + 1];
	     i++) {
		const struct attribution *said = &list->items[i].attribution;
		if (list->items[i].kind == MENTION_ATTRIBUTION && token >= said->source_first &&
		    token < said->source_first + said->source_count && before != TREE_NONE &&
		    reading_token(reading, before) == said->verb)
			return true;
	}
	return false;
}

/* "seemed SAFE", "left nine people DEAD"; behind a verb of saying it is a clause that the tree lost. */
static bool is_predicative(const struct reading *reading, const struct clause *clause, uint16_t word)
{
	const struct tree_word *w = reading_word(reading, word);
	if (clause_headed(reading, word) != CLAUSE_NONE ||
	    mentions_saying(&reading->account->mentions, reading->sentence, reading_token(reading, clause->head)) ||
	    grammar_phrase(reading->grammar, reading->grammar->saying, reading_token(reading, clause->head)))
		return false;
	if (w->deprel == DEPREL_CCOMP)
		return w->upos == UPOS_ADJ && reading_has(reading, word, DEPREL_NSUBJ);
	return w->deprel == DEPREL_XCOMP && (w->upos == UPOS_ADJ || w->upos == UPOS_NOUN || w->upos == UPOS_PROPN);
}

/* Adds WORD, and of whom it is said if it has a subject. */
static uint32_t add_predicative(struct reading *reading, uint16_t word)
{
	uint16_t subject = tree_child(reading->tree, word, DEPREL_NSUBJ);
	uint32_t count = subject == TREE_NONE ? 0 : party_add(reading, subject, ROLE_OBJECT);
	return count + party_add_one(reading, word, ROLE_STATE);
}

uint32_t party_others(struct reading *reading, uint16_t place, bool linked)
{
	const struct clause *clause = &reading->clauses.items[place];
	uint32_t count = 0;
	if (linked) /* "the ferry is in Velm" */
		count += party_add_one(reading, clause->head, oblique_role(reading, clause->head));
	for (uint16_t c = tree_dependent(reading->tree, clause->head, TREE_NONE); c != TREE_NONE;
	     c = tree_dependent(reading->tree, clause->head, c)) {
		enum deprel deprel = (enum deprel)reading_word(reading, c)->deprel;
		if (is_source(reading, c))
			continue;
		if (deprel == DEPREL_OBJ)
			count += party_add(reading, meant_by(reading, clause, c), ROLE_OBJECT);
		else if (deprel == DEPREL_IOBJ)
			count += party_add(reading, c, ROLE_OTHER);
		else if (is_predicative(reading, clause, c))
			count += add_predicative(reading, c);
		else if (deprel == DEPREL_OBL || deprel == DEPREL_OBL_AGENT || deprel == DEPREL_OBL_UNMARKED)
			count += party_add(reading, c, oblique_role(reading, c));
	}
	return count;
}
