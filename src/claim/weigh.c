/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whom the surface and whom the tree take for the subject of a claim, weighed.
 *
 *   "Officials and state media said", of the tree: media → officials, state media, less sure
 *
 * The surface finds more of what is coordinated and knows who speaks; the tree knows
 * better where a clause begins, and what is there. Limits: of a list whose first
 * words belong to something before it, the tree's part alone is taken.
 */
#include "claim/clause.h"

/* Parts of being sure, multiplied. */
#define SURE_SURFACE_LIST 0.8F /* coordinated subjects by the surface: the tree finds fewer than half of them whole */
#define SURE_TREE_LIST 0.85F
#define SURE_SURFACE_ONLY 0.7F
#define SURE_OTHER 0.6F

static bool has_head(const struct participant *list, uint32_t first, uint32_t count, uint32_t head)
{
	for (uint32_t i = first; i < first + count; i++)
		if (list[i].head == head)
			return true;
	return false;
}

/* How many of the subjects of SURFACE the tree's claim has, too. */
static uint32_t shared_subjects(const struct reading *reading, const struct claim *surface, const struct claim *claim)
{
	const struct participant *theirs = reading->account->claims.participants.items;
	uint32_t shared = 0;
	for (uint32_t i = surface->subject_first; i < surface->subject_first + surface->subject_count; i++)
		shared += has_head(reading->claims->participants.items, claim->subject_first, claim->subject_count,
				   theirs[i].head);
	return shared;
}

/* Whether WHO is a noun phrase by the tree, too: no preposition before it, and no clause in it. */
static bool is_phrase(const struct reading *reading, const struct participant *who)
{
	const struct grammar *grammar = reading->grammar;
	uint16_t head = tree_word_of(reading->tree, who->head), first = tree_word_of(reading->tree, who->first_token);
	if (head == TREE_NONE || first == TREE_NONE ||
	    (grammar_word(grammar, grammar->preposition, who->first_token) &&
	     !grammar_phrase(grammar, grammar->approximator, who->first_token) &&
	     !grammar_phrase(grammar, grammar->range, who->first_token)))
		return false;
	for (uint16_t w = first; w <= head; w++)
		if (clause_headed(reading, w) != CLAUSE_NONE &&
		    (party_nearest(reading, w) != TREE_NONE || reading_has(reading, w, DEPREL_COP) ||
		     reading_has(reading, w, DEPREL_AUX)))
			return false;
	return true;
}

/* "Since May, Arda and Velm": how many dates SURFACE has at the start of its list. */
static uint32_t count_dates(const struct reading *reading, const struct claim *surface)
{
	const struct participant *list = reading->account->claims.participants.items;
	uint32_t dates = 0;
	while (dates + 1 < surface->subject_count &&
	       party_lies_in(reading, list[surface->subject_first + dates].head, false))
		dates++;
	return dates;
}

/* What the surface takes for the subject of CLAUSE belongs by the tree to another clause, which has a subject besides. */
static bool has_other_subject(const struct reading *reading, const struct claim *surface, const struct clause *clause)
{
	const struct participant *who = &reading->account->claims.participants.items[surface->subject_first];
	uint16_t head = tree_word_of(reading->tree, who->head);
	uint16_t owner = head == TREE_NONE ? CLAUSE_NONE : reading->owner[head];
	if (owner == CLAUSE_NONE || reading->clauses.items[owner].head == clause->head)
		return false;
	uint16_t subject = party_nearest(reading, reading->clauses.items[owner].head);
	return subject != TREE_NONE && !tree_below(reading->tree, head, subject);
}

/* The last of several stands behind a coordinator: "Arda and Velm, ships sailed" are not three. */
static bool is_closed(const struct reading *reading, const struct claim *surface)
{
	const struct grammar *grammar = reading->grammar;
	const struct participant *list = reading->account->claims.participants.items;
	uint32_t at = list[surface->subject_first + surface->subject_count - 1].first_token;
	while (at > 0 && grammar_word(grammar, grammar->determiner, at - 1))
		at--;
	return at > 0 && grammar_word(grammar, grammar->coordinator, at - 1) != NULL;
}

/* Whether what the surface takes for the subject ends in a noun: "Varn also" does not. */
static bool is_nominal(const struct reading *reading, const struct claim *surface)
{
	for (uint32_t i = surface->subject_first; i < surface->subject_first + surface->subject_count; i++) {
		const struct participant *who = &reading->account->claims.participants.items[i];
		uint16_t head = tree_word_of(reading->tree, who->head);
		bool date = surface->subject_count == 1 && head != TREE_NONE &&
			    reading_word(reading, head)->deprel == DEPREL_OBL_UNMARKED &&
			    party_lies_in(reading, who->head, false);
		if (date || !is_phrase(reading, who))
			return false;
	}

	const struct participant *last =
		&reading->account->claims.participants.items[surface->subject_first + surface->subject_count - 1];
	uint16_t word = tree_word_of(reading->tree, last->head);
	if (word == TREE_NONE || reading_word(reading, word)->deprel == DEPREL_EXPL)
		return false;
	uint8_t upos = reading_word(reading, word)->upos;
	return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_PRON || upos == UPOS_NUM;
}

/* Gives CLAIM the subjects of SURFACE, those from SKIP on. */
static void take_subjects(struct reading *reading, struct claim *claim, const struct claim *surface, uint32_t skip)
{
	claim->subject_first = reading->claims->participants.count;
	claim->subject_count = surface->subject_count - skip;
	for (uint32_t i = skip; i < surface->subject_count; i++)
		list_add(reading->arena, &reading->claims->participants,
			 reading->account->claims.participants.items[surface->subject_first + i]);
}

/* How many of the COUNT participants from FIRST on of LIST lie in the source of SAID. */
static uint32_t count_source(const struct participant *list, uint32_t first, uint32_t count,
			     const struct attribution *said)
{
	uint32_t inside = 0;
	for (uint32_t i = first; i < first + count; i++)
		inside += list[i].head >= said->source_first && list[i].head < said->source_first + said->source_count;
	return inside;
}

/* "A poll for the newspaper found": the source is only a part of what speaks. */
static bool holds_source(const struct reading *reading, const struct claim *surface, const struct attribution *said)
{
	const struct participant *who = &reading->account->claims.participants.items[surface->subject_first];
	return who->head < said->source_first &&
	       who->first_token + who->token_count >= said->source_first + said->source_count &&
	       is_phrase(reading, who) && reading_is_noun(reading, tree_word_of(reading->tree, who->head));
}

/* Gives CLAIM, which tells that somebody speaks, the one who does; of what is coordinated SURFACE may find more. */
static bool take_source(struct reading *reading, struct claim *claim, const struct claim *surface,
			const struct attribution *said)
{
	uint32_t limit = said->source_first + said->source_count, start = reading->claims->participants.count;
	const struct participant *theirs = reading->account->claims.participants.items;
	uint32_t known = surface ? count_source(theirs, surface->subject_first, surface->subject_count, said) : 0;
	if (known > 1 && known >= claim->subject_count) {
		take_subjects(reading, claim, surface, surface->subject_count - known);
		return true;
	}
	if (claim->subject_count && count_source(reading->claims->participants.items, claim->subject_first,
						 claim->subject_count, said) == claim->subject_count)
		return true;
	if (surface && surface->subject_count == 1 && holds_source(reading, surface, said)) {
		take_subjects(reading, claim, surface, 0);
		return true;
	}
	uint16_t outer = tree_outer(reading->tree, said->source_first, limit);
	if (outer != TREE_NONE && clause_headed(reading, outer) != CLAUSE_NONE) /* "one leaflet handed out there" */
		outer = party_nearest(reading, outer);
	uint32_t count = outer == TREE_NONE ? 0 : party_add(reading, outer, ROLE_SUBJECT);
	if (!count)
		count = subjects_before(reading->grammar, reading->account, reading->arena, reading->claims,
					said->source_first, said->source_first, limit);
	if (count) {
		claim->subject_first = start;
		claim->subject_count = count;
	}
	return count > 0;
}

void weigh_subjects(struct reading *reading, struct claim *claim, const struct clause *clause)
{
	const struct claim *surface = party_surface(reading, claim->predicate);
	const struct attribution *said = mentions_saying(&reading->account->mentions, reading->sentence,
							 claim->predicate);
	bool reduced = reading_word(reading, clause->head)->deprel == DEPREL_ACL;
	if (said && said->verb == claim->predicate && said->source_count && !clause->voiced &&
	    !grammar_word(reading->grammar, reading->grammar->quoting, claim->predicate) &&
	    take_source(reading, claim, surface, said))
		return; /* who speaks is known */
	if (!surface || !surface->subject_count || surface->infinitive || (reduced && surface->passive) ||
	    reading_has(reading, clause->head, DEPREL_EXPL))
		return;
	uint32_t shared = shared_subjects(reading, surface, claim), dates = count_dates(reading, surface);
	if ((shared == surface->subject_count && shared == claim->subject_count) || !is_nominal(reading, surface))
		return;
	if (surface->subject_count > 1 && shared && !is_closed(reading, surface)) {
		claim->sure *= SURE_TREE_LIST;
	} else if (surface->subject_count > 1 && shared && claim->subject_count <= surface->subject_count) {
		take_subjects(reading, claim, surface, dates);
		claim->sure *= SURE_SURFACE_LIST;
	} else if (reduced && !shared &&
		   !has_other_subject(reading, surface,
				      clause)) { /* "The first quake, of magnitude 7, struck at noon, …" */
		take_subjects(reading, claim, surface, dates);
		claim->passive = claim->restrictive = false;
		claim->sure *= SURE_OTHER;
	} else if (!claim->subject_count) {
		take_subjects(reading, claim, surface, dates);
		claim->negated = surface->negated; /* "no terms" may be lost with its subject */
		claim->sure *= SURE_SURFACE_ONLY;
	} else {
		claim->sure *= shared ? SURE_TREE_LIST : SURE_OTHER;
	}
}
