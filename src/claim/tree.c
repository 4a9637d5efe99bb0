/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence's tree into claims.
 *
 *   "The dam, which failed to hold, was not sold by the port, the mayor said."
 *   → {dam} hold, negated · {dam} sell, passive, negated, by port, speaker "the
 *     mayor" · {mayor} say
 *
 * An apposition is a claim, too: "Ilse Varn, the mayor" says what she is. Where the
 * surface tells something else of subject or speaker, one of the two is taken and
 * the claim is less sure. Limits: a tree is right about five words in six.
 */
#include "claim/clause.h"

/* Parts of being sure, multiplied. */
#define SURE_SURFACE_LIST 0.8F /* coordinated subjects by the surface: the tree finds fewer than half of them whole */
#define SURE_TREE_LIST 0.85F
#define SURE_SURFACE_ONLY 0.7F
#define SURE_TREE_SPEAKER 0.9F
#define SURE_OTHER 0.6F
#define SURE_DOUBTFUL 0.5F

static bool is_noun(const struct reading *reading, uint16_t word)
{
	uint8_t upos = word == TREE_NONE ? UPOS_X : reading_word(reading, word)->upos;
	return upos == UPOS_NOUN || upos == UPOS_PROPN;
}

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
	       is_phrase(reading, who) && is_noun(reading, tree_word_of(reading->tree, who->head));
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

/* The surface finds more of what is coordinated; the tree knows better where a clause begins, and what is there. */
static void weigh_subjects(struct reading *reading, struct claim *claim, const struct clause *clause)
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
	} else if (reduced && !shared && !has_other_subject(reading, surface, clause)) { /* "The first quake, of magnitude 7, struck at noon, …" */
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

static void weigh_speaker(struct reading *reading, struct claim *claim, uint16_t place)
{
	uint32_t offset = reading->grammar->article->tokens.items[claim->predicate].start;
	uint32_t surface = claim_speaker_of(reading->account, reading->sentence, offset);
	uint32_t tree = clause_speaker(reading, place);
	claim->speaker = surface != CLAIM_NONE ? surface : tree;
	if (surface != tree && tree != CLAIM_NONE)
		claim->sure *= SURE_TREE_SPEAKER;
	const struct attribution *said = claim->speaker == CLAIM_NONE
						 ? NULL
						 : &reading->account->mentions.items[claim->speaker].attribution;
	if (said && said->denial && said->verb != claim->predicate)
		claim->frame = FRAME_DENIED;
	claim->quote = claim_quote_of(reading->account, reading->sentence, offset);
}

/* "the ships that did not sail": no comma opens it. */
static bool is_restrictive(const struct reading *reading, uint16_t place)
{
	const struct clause *clause = &reading->clauses.items[place];
	uint16_t low, high;
	enum deprel deprel = (enum deprel)reading_word(reading, clause->head)->deprel;
	uint16_t subject = party_nearest(reading, clause->head);
	bool relative = subject != TREE_NONE && graft_antecedent(reading->tree, reading->grammar, subject) != TREE_NONE;
	if (deprel != DEPREL_ACL_RELCL && !relative && (deprel != DEPREL_ACL || !(clause->gerund || clause->participle)))
		return false;
	if (clause_existence(reading, place) != CLAUSE_NONE ||
	    (clause->participle && reading_has(reading, clause->head, DEPREL_OBJ))) /* no participle has an object */
		return false;
	tree_extent(reading->tree, relative ? subject : clause->head, &low, &high);
	return !reading_in(reading, reading->grammar->comma, low) &&
	       !(low && reading_in(reading, reading->grammar->comma, low - 1));
}

/* Told of, not told: an infinitive that nothing hands on to. */
static bool is_told_of(const struct reading *reading, uint16_t place)
{
	while (reading->clauses.items[place].share != CLAUSE_NONE)
		place = reading->clauses.items[place].share;
	return reading->clauses.items[clause_top(reading, place)].infinitive;
}

/* A figure, a date, or what stands behind a preposition: "is 27 metres", "is in Velm". */
static bool is_circumstance(const struct reading *reading, uint16_t word)
{
	const struct mention_list *list = &reading->account->mentions;
	uint32_t token = reading_last(reading, word);
	for (uint32_t i = list->sentence_first[reading->sentence]; i < list->sentence_first[reading->sentence + 1];
	     i++) {
		const struct mention *m = &list->items[i];
		if ((mention_is_amount(m) || m->kind == MENTION_DATE) && token >= m->first_token &&
		    token < m->first_token + m->token_count)
			return true;
	}
	return reading_word(reading, word)->upos == UPOS_NUM || reading_has(reading, word, DEPREL_CASE) ||
	       reading_has(reading, word, DEPREL_NUMMOD);
}

/* What the copula links; of "there is", what there is. */
static uint32_t complement_of(const struct reading *reading, const struct clause *clause)
{
	if (clause->verb != clause->head)
		return is_circumstance(reading, clause->head) ? CLAIM_NONE : reading_last(reading, clause->head);
	uint16_t subject = tree_child(reading->tree, clause->head, DEPREL_NSUBJ);
	bool there = reading_has(reading, clause->head, DEPREL_EXPL) && subject != TREE_NONE &&
		     reading_in(reading, reading->grammar->be, clause->verb);
	return there ? reading_token(reading, subject) : CLAIM_NONE;
}

/* "a year-long OFFER": a word that may be a noun, of no form that only a verb has, and only the tree takes it for one. */
static bool is_doubtful(const struct reading *reading, const struct clause *clause)
{
	const struct token *token = &reading->grammar->article->tokens.items[reading_last(reading, clause->verb)];
	uint8_t flags = language_word(reading->grammar->language, token->word)->flags;
	return clause->verb == clause->head && !clause->infinitive && !reading_has(reading, clause->head, DEPREL_AUX) &&
	       !reading_has(reading, clause->head, DEPREL_MARK) && !reading_has(reading, clause->head, DEPREL_OBJ) &&
	       flags & WORD_NOUN && !(flags & (WORD_GERUND | WORD_THIRD | WORD_PAST));
}

static void add_claim(struct reading *reading, uint16_t place)
{
	const struct clause *clause = &reading->clauses.items[place];
	const struct token *tokens = reading->grammar->article->tokens.items;
	uint32_t first, limit;
	struct clause_mood mood = clause_mood(reading, place);
	struct claim claim = {.sentence = reading->sentence,
			      .predicate = reading_last(reading, clause->verb), /* "re-opened" */
			      .predicate_first = clause_group(reading, place),
			      .complement = complement_of(reading, clause),
			      .sure = 1,
			      .parsed = true,
			      .coordinated = reading_word(reading, clause->head)->deprel == DEPREL_CONJ,
			      .unclear = mood.unclear,
			      .passive = clause->passive,
			      .restrictive = is_restrictive(reading, place),
			      .infinitive = is_told_of(reading, place),
			      .negated = mood.negated,
			      .hedged = mood.hedged,
			      .modality = mood.modality,
			      .frame = clause_frame(reading, place)};
	const struct claim *surface = party_surface(reading, claim.predicate);
	if (surface && !clause->voiced && clause->share == CLAUSE_NONE &&
	    !reading_has(reading, clause->head, DEPREL_OBL_AGENT))
		claim.passive = surface->passive; /* "The first quake struck": no tree can tell from the form alone */
	if (surface && surface->negated && !claim.negated)
		claim.unclear = true; /* a negation stands by the verb, and the tree hung it elsewhere */
	if (!surface && is_doubtful(reading, clause))
		claim.sure *= SURE_DOUBTFUL;
	uint16_t subject = party_subject(reading, place, &claim.sure);
	claim.subject_first = reading->claims->participants.count;
	if (subject != TREE_NONE)
		claim.subject_count = party_add(reading, subject, ROLE_SUBJECT);
	weigh_subjects(reading, &claim, clause);
	claim.other_first = reading->claims->participants.count;
	claim.other_count = party_others(reading, place);
	clause_extent(reading, place, &first, &limit);
	first = claim.predicate_first < first ? claim.predicate_first : first;
	limit = claim.predicate >= limit ? claim.predicate + 1 : limit;
	claim.first_token = first;
	claim.token_count = limit - first;
	claim.start = tokens[first].start;
	claim.end = tokens[limit - 1].end;
	weigh_speaker(reading, &claim, place);
	if (claim_is_question(reading->account, &reading->grammar->article->sentences.items[reading->sentence]))
		claim.frame = FRAME_QUESTION;
	list_add(reading->arena, reading->claims, claim);
}

/* "Ilse Varn, the mayor of Velm": what somebody is. */
static void add_apposition(struct reading *reading, uint16_t word)
{
	const struct token *tokens = reading->grammar->article->tokens.items;
	uint32_t start = reading->claims->participants.count;
	uint32_t subjects = party_add(reading, reading_word(reading, word)->head, ROLE_SUBJECT);
	uint32_t other = reading->claims->participants.count;
	if (!subjects || !party_add(reading, word, ROLE_OTHER)) {
		reading->claims->participants.count = start;
		return;
	}
	const struct participant *what = &reading->claims->participants.items[other];
	uint32_t offset = tokens[what->head].start;
	struct claim claim = {.sentence = reading->sentence,
			      .first_token = what->first_token,
			      .token_count = what->token_count,
			      .start = tokens[what->first_token].start,
			      .end = tokens[what->first_token + what->token_count - 1].end,
			      .subject_first = start,
			      .subject_count = subjects,
			      .predicate = what->head,
			      .predicate_first = what->first_token,
			      .complement = what->head,
			      .sure = 1,
			      .parsed = true,
			      .apposed = true,
			      .frame = FRAME_ASSERTED,
			      .speaker = claim_speaker_of(reading->account, reading->sentence, offset),
			      .quote = claim_quote_of(reading->account, reading->sentence, offset)};
	reading->claims->participants.count = other;
	list_add(reading->arena, reading->claims, claim);
}

/* By where the verb groups begin, then by predicate: what rests on claims may count on it. */
static void sort_claims(struct claim_list *claims, uint32_t first)
{
	for (uint32_t i = first + 1; i < claims->count; i++) {
		struct claim claim = claims->items[i];
		uint32_t at = i;
		while (at > first && (claims->items[at - 1].predicate_first > claim.predicate_first ||
				      (claims->items[at - 1].predicate_first == claim.predicate_first &&
				       claims->items[at - 1].predicate > claim.predicate))) {
			claims->items[at] = claims->items[at - 1];
			at--;
		}
		claims->items[at] = claim;
	}
}

void tree_claims(struct reading *reading)
{
	uint32_t first = reading->claims->count;
	clauses_find(reading);
	if (!reading->clauses.count)
		return;
	for (uint16_t c = 0; c < reading->clauses.count; c++)
		if (!reading->clauses.items[c].hands_on)
			add_claim(reading, c);
	for (uint16_t w = 0; w < reading->tree->count; w++)
		if (reading_word(reading, w)->deprel == DEPREL_APPOS && is_noun(reading, w) &&
		    is_noun(reading, reading_word(reading, w)->head) && !party_is_close(reading, w))
			add_apposition(reading, w);
	sort_claims(reading->claims, first);
}
