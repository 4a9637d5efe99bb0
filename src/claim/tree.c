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
#define SURE_TREE_SPEAKER 0.9F
#define SURE_DOUBTFUL 0.5F

/* A coordinator stands behind the comma that follows on SAID. */
static bool goes_on(const struct reading *reading, const struct attribution *said)
{
	uint32_t source = said->source_first + said->source_count;
	uint32_t behind = source > said->verb ? source : said->verb + 1;
	uint16_t word = tree_word_of(reading->tree, behind + 1);
	return word != TREE_NONE && reading_token(reading, word) == behind + 1 &&
	       reading_word(reading, word)->deprel == DEPREL_CC;
}

/* Whether CLAIM's speaker may speak of it: not behind a semicolon ("The port said it had sold; ships went on sailing"), nor
 * behind a saying that closes what is said ("The dam burst, the port said, as ships sailed"), unless that goes on ("…, the
 * port said, and the mill flooded"). */
static bool speaks_of(const struct reading *reading, const struct claim *claim)
{
	const struct article *article = reading->grammar->article;
	const struct attribution *said = &reading->account->mentions.items[claim->speaker].attribution;
	if (claim->predicate <= said->verb || claim->quote != CLAIM_NONE)
		return true;
	if (said->scope_end > said->scope_start && said->scope_end <= article->tokens.items[said->verb].start &&
	    !goes_on(reading, said))
		return false;
	for (uint32_t at = said->verb + 1; at + 1 < claim->predicate; at++)
		if (grammar_word(reading->grammar, reading->grammar->semicolon, at) &&
		    !grammar_word(reading->grammar, reading->grammar->complementizer, at + 1) &&
		    !grammar_word(reading->grammar, reading->grammar->coordinator, at + 1))
			return false;
	return true;
}

static void weigh_speaker(struct reading *reading, struct claim *claim, uint16_t place)
{
	uint32_t offset = reading->grammar->article->tokens.items[claim->predicate].start;
	uint32_t surface = claim_speaker_of(reading->account, reading->sentence, offset);
	uint32_t tree = clause_speaker(reading, place);
	claim->speaker = surface != CLAIM_NONE ? surface : tree;
	claim->quote = claim_quote_of(reading->account, reading->sentence, offset);
	if (claim->speaker != CLAIM_NONE && !speaks_of(reading, claim))
		claim->speaker = CLAIM_NONE;
	if (surface != tree && tree != CLAIM_NONE)
		claim->sure *= SURE_TREE_SPEAKER;
	if (claim->speaker == CLAIM_NONE && !claim->unclear && claim->frame != FRAME_QUESTION &&
	    clause_reported(reading, place))
		claim->hedged = true;
	const struct attribution *said = claim->speaker == CLAIM_NONE
						 ? NULL
						 : &reading->account->mentions.items[claim->speaker].attribution;
	if (said && said->denial && said->verb != claim->predicate)
		claim->frame = FRAME_DENIED;
}

/* "the ships that did not sail": no comma opens it. */
static bool is_restrictive(const struct reading *reading, uint16_t place)
{
	const struct clause *clause = &reading->clauses.items[place];
	uint16_t low, high;
	enum deprel deprel = (enum deprel)reading_word(reading, clause->head)->deprel;
	uint16_t subject = party_nearest(reading, clause->head);
	bool relative = subject != TREE_NONE && graft_antecedent(reading->tree, reading->grammar, subject) != TREE_NONE;
	if (deprel != DEPREL_ACL_RELCL && !relative &&
	    (deprel != DEPREL_ACL || !(clause->gerund || clause->participle)))
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

/* "went OFF", "carried it OUT" */
static uint32_t particle_of(const struct reading *reading, const struct clause *clause)
{
	uint16_t particle = clause->verb == clause->head ? tree_child(reading->tree, clause->head, DEPREL_COMPOUND_PRT)
							 : TREE_NONE;
	return particle == TREE_NONE || particle < clause->head ? CLAIM_NONE : reading_token(reading, particle);
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

/* A negation stands by the verb of SURFACE, or by its subject. */
static bool negated_here(const struct reading *reading, const struct claim *surface)
{
	const struct grammar *grammar = reading->grammar;
	uint32_t from = surface->predicate_first;
	if (surface->subject_count)
		from = reading->account->claims.participants.items[surface->subject_first].first_token;
	from = from > surface->first_token ? from - 1 : surface->first_token;
	for (uint32_t at = from; at <= surface->predicate + 1; at++)
		if (grammar_phrase(grammar, grammar->negator, at) ||
		    (at < surface->predicate && grammar_phrase(grammar, grammar->negative_verb, at)))
			return true;
	return false;
}

/* Only the surface sees CLAUSE negated, and not because of a verb before that it only stands beside: "is not expected", he
 * said. */
static bool is_negated_elsewhere(const struct reading *reading, const struct clause *clause,
				 const struct claim *surface)
{
	enum deprel deprel = (enum deprel)reading_word(reading, clause->head)->deprel;
	bool beside = deprel == DEPREL_CONJ || deprel == DEPREL_PARATAXIS || clause->infinitive;
	return surface->negated && (!beside || negated_here(reading, surface));
}

/* "The clerk CHARGED with fraud | has been jailed", which the tree takes for two verbs of one subject: nothing joins them. */
static bool is_reduced(const struct reading *reading, const struct clause *clause)
{
	uint16_t next = tree_child(reading->tree, clause->head, DEPREL_CONJ);
	for (uint16_t w = clause->head; next != TREE_NONE && w < next; w++)
		if (reading_in(reading, reading->grammar->comma, w))
			return false;
	return next != TREE_NONE && next > clause->head && clause_headed(reading, next) != CLAUSE_NONE &&
	       !reading_has(reading, next, DEPREL_CC) && !reading_has(reading, next, DEPREL_NSUBJ) &&
	       !reading_has(reading, next, DEPREL_NSUBJ_PASS);
}

/* Whether it is passive or negated, and how sure that it is a clause at all, where the surface tells something else. */
static void weigh_form(const struct reading *reading, struct claim *claim, const struct clause *clause)
{
	const struct claim *surface = party_surface(reading, claim->predicate);
	/* "The first quake struck": no tree can tell from the form alone. */
	if (surface && !clause->voiced && clause->share == CLAUSE_NONE &&
	    !reading_has(reading, clause->head, DEPREL_OBL_AGENT))
		claim->passive = surface->passive && (claim->passive || is_reduced(reading, clause));
	if (surface && !claim->negated && is_negated_elsewhere(reading, clause, surface))
		claim->unclear = true; /* a negation stands by the verb, and the tree hung it elsewhere */
	if (!surface && is_doubtful(reading, clause))
		claim->sure *= SURE_DOUBTFUL;
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
			      .particle = particle_of(reading, clause),
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
	weigh_form(reading, &claim, clause);
	uint16_t subject = party_subject(reading, place, &claim.sure);
	claim.subject_first = reading->claims->participants.count;
	if (subject != TREE_NONE)
		claim.subject_count = party_add(reading, subject, ROLE_SUBJECT);
	weigh_subjects(reading, &claim, clause);
	claim.other_first = reading->claims->participants.count;
	claim.other_count = party_others(reading, place,
					 clause->verb != clause->head && claim.complement == CLAIM_NONE);
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
			      .particle = CLAIM_NONE,
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
		if (reading_word(reading, w)->deprel == DEPREL_APPOS && reading_is_noun(reading, w) &&
		    reading_is_noun(reading, reading_word(reading, w)->head) && !party_is_close(reading, w))
			add_apposition(reading, w);
	sort_claims(reading->claims, first);
}
