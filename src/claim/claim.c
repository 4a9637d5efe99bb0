/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sentences into claims: one a verb group, with the subjects before it, the
 * frame it is put forward in, and who says it.
 *
 *   "The union demanded a rise of 5 percent, which the port has not accepted."
 *   → {union} demand, frame demanded · {port} accept, negated
 *
 * A clause reaches from behind the verb group before to its own end; what
 * stands before the first verb belongs to the first clause. Limits: surface
 * patterns; see verb.c and subject.c.
 */
#include "claim/claim.h"

#include "claim/grammar.h"

#define NEGATION_REACH 8 /* words between a negated "think" and what is not thought */

uint32_t claim_speaker_of(const struct account *account, uint32_t sentence, uint32_t offset)
{
	const struct mention_list *mentions = &account->mentions;
	for (uint32_t i = mentions->sentence_first[sentence]; i < mentions->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &mentions->items[i];
		if (m->kind == MENTION_ATTRIBUTION && m->attribution.scope_start <= offset &&
		    offset < m->attribution.scope_end)
			return i;
	}
	return CLAIM_NONE;
}

uint32_t claim_quote_of(const struct account *account, uint32_t sentence, uint32_t offset)
{
	const struct mention_list *mentions = &account->mentions;
	for (uint32_t i = mentions->sentence_first[sentence]; i < mentions->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &mentions->items[i];
		if (m->kind == MENTION_QUOTE && !m->quote.scare && m->start <= offset && offset < m->end)
			return i;
	}
	return CLAIM_NONE;
}

bool claim_is_question(const struct account *account, const struct sentence *sentence)
{
	struct span text = article_text(account->article, sentence->start, sentence->end);
	return memchr(text.ptr, '?', text.len) != NULL;
}

/* "a proposal | that they move", "denied | taking": what a clause proposes or denies is told by the next one. */
static bool is_complement(const struct grammar *grammar, uint32_t first, const struct verb_group *group)
{
	if (group->infinitive || group->gerund)
		return true;
	return first < group->first && grammar_word(grammar, grammar->complementizer, first);
}

static bool is_pronoun(const struct grammar *grammar, const struct claim_list *claims, uint32_t participant)
{
	const struct participant *who = &claims->participants.items[participant];
	return who->token_count == 1 && grammar_word(grammar, grammar->pronoun, who->head);
}

/* "No terms | were disclosed", "Neither the port nor the union | agreed", "No one | was hurt". */
static bool negative_subject(const struct grammar *grammar, const struct claim_list *claims, const struct claim *claim,
			     uint32_t first)
{
	uint32_t from = claim->predicate_first > first + 2 ? claim->predicate_first - 2 : first;
	uint32_t limit = claim->predicate_first;
	if (claim->infinitive)
		return false;
	if (claim->subject_count) {
		const struct participant *who = &claims->participants.items[claim->subject_first];
		from = who->first_token > first ? who->first_token - 1 : first;
		limit = who->head + 1;
	}
	for (uint32_t at = from; at < limit && at < from + 2; at++)
		if (grammar_word(grammar, grammar->negative_determiner, at) &&
		    !grammar_phrase(grammar, grammar->negator_exception, at)) /* "no fewer than" */
			return true;
	return false;
}

/* "saw nothing", "not one but three": a negation behind the verb; what it does to the clause can't be told. */
static bool negates_behind(const struct grammar *grammar, uint32_t first, uint32_t limit)
{
	for (uint32_t at = first; at < limit && !grammar_word(grammar, grammar->comma, at); at++)
		if (grammar_word(grammar, grammar->negator, at) &&
		    !grammar_phrase(grammar, grammar->negator_exception, at))
			return true;
	return false;
}

static void add_claim(struct account *account, struct arena *arena, const struct grammar *grammar, uint32_t sentence,
		      uint32_t first, uint32_t limit, const struct verb_group *group, uint8_t inherited)
{
	const struct sentence *where = &account->article->sentences.items[sentence];
	const struct token *tokens = account->article->tokens.items;
	struct claim_list *claims = &account->claims;
	uint32_t subject = claims->participants.count, subjects = 0;
	if (!group->infinitive)
		subjects = subjects_before(grammar, account, arena, claims, where->first_token, first, group->first);
	if (!subjects && group->first > first && grammar_word(grammar, grammar->coordinator, group->first - 1) &&
	    claims->count && claims->items[claims->count - 1].sentence == sentence) {
		/* "The mayor came and | saw": one subject for both. */
		subject = claims->items[claims->count - 1].subject_first;
		subjects = claims->items[claims->count - 1].subject_count;
	}
	bool complement = claims->count && claims->items[claims->count - 1].sentence == sentence &&
			  is_complement(grammar, first, group);
	if (complement && (group->gerund || (subjects == 1 && is_pronoun(grammar, claims, subject)))) {
		/* "Krell denied | taking bribes", "Krell denied | that he took bribes" */
		subject = claims->items[claims->count - 1].subject_first;
		subjects = claims->items[claims->count - 1].subject_count;
	}
	struct claim *claim = list_push(arena, claims);
	*claim = (struct claim){.sentence = sentence,
				.first_token = first,
				.token_count = limit - first,
				.start = tokens[first].start,
				.end = tokens[limit - 1].end,
				.subject_first = subject,
				.subject_count = subjects,
				.predicate = group->verb,
				.predicate_first = group->first,
				.particle = CLAIM_NONE,
				.complement = CLAIM_NONE,
				.sure = 1,
				.unclear = negates_behind(grammar, group->verb + 1, limit),
				.passive = group->passive,
				.infinitive = group->infinitive,
				.negated = group->negated,
				.hedged = group->hedged,
				.modality = group->modality};
	claim->frame = claim_is_question(account, where) ? FRAME_QUESTION
							 : frames_in(claims, first, group->limit, inherited);
	if (negative_subject(grammar, claims, claim, first))
		claim->negated = !claim->negated;
	claim->restrictive = group->first > where->first_token + 1 &&
			     grammar_word(grammar, grammar->relative, group->first - 1) &&
			     !grammar_word(grammar, grammar->comma, group->first - 2);
	claim->speaker = claim_speaker_of(account, sentence, tokens[group->verb].start);
	/* "The mayor denied | the port had been sold": what a denial speaks of is denied, whatever verb tells it. */
	if (claim->speaker != CLAIM_NONE && account->mentions.items[claim->speaker].attribution.denial &&
	    account->mentions.items[claim->speaker].attribution.verb != group->verb)
		claim->frame = FRAME_DENIED;
	claim->quote = claim_quote_of(account, sentence, tokens[group->verb].start);
}

void claims_extract(struct account *account, struct arena *arena, struct language *language)
{
	const struct article *article = account->article;
	struct grammar grammar;
	grammar_init(&grammar, language, article);
	account->claims = (struct claim_list){0};
	account->claims.sentence_first = arena_array(arena, uint32_t, article->sentences.count + 1u);
	struct verb_group_list groups = {0};
	for (uint32_t s = 0; s < article->sentences.count; s++) {
		const struct sentence *sentence = &article->sentences.items[s];
		account->claims.sentence_first[s] = account->claims.count;
		if (sentence->kind == SENTENCE_FURNITURE)
			continue;
		frames_mark(&account->claims, arena, &grammar, s);
		groups.count = 0;
		verb_groups(&grammar, arena, sentence, &groups);
		uint32_t first = sentence->first_token, end = first + sentence->token_count;
		uint8_t frame = FRAME_ASSERTED;
		bool raised = false;
		for (uint32_t g = 0; g < groups.count; g++) {
			uint32_t limit = g + 1 < groups.count ? groups.items[g + 1].first : end;
			bool complement = is_complement(&grammar, first, &groups.items[g]);
			add_claim(account, arena, &grammar, s, first, limit, &groups.items[g],
				  complement ? frame : FRAME_ASSERTED);
			struct claim *made = &account->claims.items[account->claims.count - 1];
			/* "does not think that they won": not the thinking is negated, but what is thought. */
			if (raised && g && groups.items[g].first - first <= NEGATION_REACH) {
				made->negated = !made->negated;
				made[-1].negated = false;
			}
			raised = made->negated && grammar_phrase(&grammar, grammar.raising, made->predicate);
			frame = made->frame;
			/* The clause that a reduced one stands in goes on behind it. */
			if (!groups.items[g].reduced)
				first = groups.items[g].limit;
		}
	}
	account->claims.sentence_first[article->sentences.count] = account->claims.count;
}

/* Whether what was made from a tree is a better answer at a token than FOUND: it lies further inside. */
static bool is_inner(const struct claim *claim, const struct claim *found)
{
	return !claim->apposed && (!found || claim->token_count <= found->token_count);
}

/* The claim made from a tree that is nearest to TOKEN, where none holds it: a tree may be broken there. */
static uint32_t nearest_claim(const struct claim_list *claims, uint32_t sentence, uint32_t token)
{
	uint32_t found = CLAIM_NONE, least = UINT32_MAX;
	for (uint32_t i = claims->sentence_first[sentence]; i < claims->sentence_first[sentence + 1]; i++) {
		const struct claim *claim = &claims->items[i];
		uint32_t gap = token < claim->first_token ? claim->first_token - token
							  : token - (claim->first_token + claim->token_count) + 1;
		if (claim->parsed && !claim->apposed && gap < least) {
			least = gap;
			found = i;
		}
	}
	return found;
}

uint32_t claim_at(const struct account *account, uint32_t sentence, uint32_t token)
{
	const struct claim_list *claims = &account->claims;
	uint32_t found = CLAIM_NONE;
	for (uint32_t i = claims->sentence_first[sentence]; i < claims->sentence_first[sentence + 1]; i++) {
		const struct claim *claim = &claims->items[i];
		if (token < claim->first_token || token >= claim->first_token + claim->token_count)
			continue;
		if (claim->parsed ? is_inner(claim, found == CLAIM_NONE ? NULL : &claims->items[found])
				  : found == CLAIM_NONE || claim->predicate_first <= token)
			found = i;
	}
	return found != CLAIM_NONE ? found : nearest_claim(claims, sentence, token);
}

bool claim_owns(const struct account *account, uint32_t index, uint32_t token)
{
	const struct claim_list *claims = &account->claims;
	const struct claim *claim = &claims->items[index];
	if (token < claim->first_token || token >= claim->first_token + claim->token_count)
		return false;
	for (uint32_t i = claims->sentence_first[claim->sentence];
	     claim->parsed && i < claims->sentence_first[claim->sentence + 1]; i++) {
		const struct claim *inner = &claims->items[i];
		/* "planned | to close the pier": what is planned is part of it */
		if (i != index && !inner->infinitive && !inner->apposed && inner->token_count < claim->token_count &&
		    token >= inner->first_token && token < inner->first_token + inner->token_count)
			return false;
	}
	return true;
}

/* A copy of COUNT items of SIZE bytes. */
static void *keep(struct arena *arena, const void *items, size_t count, size_t size)
{
	void *copy = arena_calloc(arena, count, size);
	if (count)
		memcpy(copy, items, count * size);
	return copy;
}

#define KEEP_LIST(arena, list)                                                               \
	((list)->items = keep((arena), (list)->items, (list)->count, sizeof *(list)->items), \
	 (list)->capacity = (list)->count)

void claims_keep(struct account *account, struct arena *arena)
{
	struct claim_list *claims = &account->claims;
	size_t sentences = account->article->sentences.count + (size_t)1;
	KEEP_LIST(arena, claims);
	KEEP_LIST(arena, &claims->frames);
	KEEP_LIST(arena, &claims->participants);
	claims->sentence_first = keep(arena, claims->sentence_first, sentences, sizeof *claims->sentence_first);
}

void account_keep(struct account *account, struct arena *arena)
{
	struct mention_list *mentions = &account->mentions;
	size_t sentences = account->article->sentences.count + (size_t)1;
	KEEP_LIST(arena, mentions);
	mentions->sentence_first = keep(arena, mentions->sentence_first, sentences, sizeof *mentions->sentence_first);
	claims_keep(account, arena);
}
