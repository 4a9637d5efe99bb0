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
#define FRAME_REACH 14   /* words before a figure in which a frame word still governs it */

const char *claim_frame_name(enum claim_frame frame)
{
	static const char *const names[] = {"asserted",  "proposed", "demanded",    "charged",   "denied",
					    "estimated", "intended", "conditional", "a question"};
	return names[frame];
}

/* The frame that a word or phrase at token AT puts on what follows; false: none. */
static bool frame_word(const struct grammar *grammar, uint32_t at, uint8_t *frame)
{
	for (uint32_t f = sizeof grammar->frames / sizeof *grammar->frames; f-- > 0;) {
		if (!grammar_phrase(grammar, grammar->frames[f], at))
			continue;
		*frame = (uint8_t)grammar->frame_kinds[f];
		return true;
	}
	*frame = FRAME_CONDITIONAL;
	return grammar_phrase(grammar, grammar->conditional, at) > 0;
}

/* Marks the words of SENTENCE that frame what follows, one a token: the later of a word's lists wins. */
static void mark_frames(struct claim_list *claims, struct arena *arena, const struct grammar *grammar,
			uint32_t sentence)
{
	const struct sentence *where = &grammar->article->sentences.items[sentence];
	uint8_t frame;
	for (uint32_t at = where->first_token; at < where->first_token + where->token_count; at++)
		if (frame_word(grammar, at, &frame))
			list_add(arena, &claims->frames, ((struct frame_mark){at, frame}));
}

/* The frame of the last mark in tokens [FIRST, LIMIT), nearest to what is told; none: FALLBACK. */
static uint8_t frame_in(const struct claim_list *claims, uint32_t first, uint32_t limit, uint8_t fallback)
{
	uint32_t low = 0, high = claims->frames.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (claims->frames.items[middle].token < limit)
			low = middle + 1;
		else
			high = middle;
	}
	return low && claims->frames.items[low - 1].token >= first ? claims->frames.items[low - 1].frame : fallback;
}

uint8_t claim_frame_at(const struct account *account, uint32_t sentence, uint32_t token)
{
	uint32_t first = account->article->sentences.items[sentence].first_token;
	uint32_t claim = claim_at(account, sentence, token);
	if (claim != CLAIM_NONE && account->claims.items[claim].frame == FRAME_QUESTION)
		return FRAME_QUESTION;
	if (token - first > FRAME_REACH)
		first = token - FRAME_REACH;
	return frame_in(&account->claims, first, token, FRAME_ASSERTED);
}

static uint32_t speaker_of(const struct account *account, uint32_t sentence, uint32_t offset)
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

static uint32_t quote_of(const struct account *account, uint32_t sentence, uint32_t offset)
{
	const struct mention_list *mentions = &account->mentions;
	for (uint32_t i = mentions->sentence_first[sentence]; i < mentions->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &mentions->items[i];
		if (m->kind == MENTION_QUOTE && !m->quote.scare && m->start <= offset && offset < m->end)
			return i;
	}
	return CLAIM_NONE;
}

static bool is_question(const struct account *account, const struct sentence *sentence)
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
				.passive = group->passive,
				.infinitive = group->infinitive,
				.negated = group->negated,
				.hedged = group->hedged,
				.modality = group->modality};
	claim->frame = is_question(account, where) ? FRAME_QUESTION : frame_in(claims, first, group->limit, inherited);
	if (negative_subject(grammar, claims, claim, first))
		claim->negated = !claim->negated;
	claim->restrictive = group->first > where->first_token + 1 &&
			     grammar_word(grammar, grammar->relative, group->first - 1) &&
			     !grammar_word(grammar, grammar->comma, group->first - 2);
	claim->speaker = speaker_of(account, sentence, tokens[group->verb].start);
	/* "The mayor denied | the port had been sold": what a denial speaks of is denied, whatever verb tells it. */
	if (claim->speaker != CLAIM_NONE && account->mentions.items[claim->speaker].attribution.denial &&
	    account->mentions.items[claim->speaker].attribution.verb != group->verb)
		claim->frame = FRAME_DENIED;
	claim->quote = quote_of(account, sentence, tokens[group->verb].start);
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
		mark_frames(&account->claims, arena, &grammar, s);
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

uint32_t claim_at(const struct account *account, uint32_t sentence, uint32_t token)
{
	const struct claim_list *claims = &account->claims;
	uint32_t found = CLAIM_NONE;
	for (uint32_t i = claims->sentence_first[sentence]; i < claims->sentence_first[sentence + 1]; i++) {
		const struct claim *claim = &claims->items[i];
		if (claim->first_token <= token && token < claim->first_token + claim->token_count &&
		    (found == CLAIM_NONE || claim->predicate_first <= token))
			found = i;
	}
	return found;
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

void account_keep(struct account *account, struct arena *arena)
{
	struct mention_list *mentions = &account->mentions;
	struct claim_list *claims = &account->claims;
	size_t sentences = account->article->sentences.count + (size_t)1;
	KEEP_LIST(arena, mentions);
	KEEP_LIST(arena, claims);
	KEEP_LIST(arena, &claims->frames);
	KEEP_LIST(arena, &claims->participants);
	mentions->sentence_first = keep(arena, mentions->sentence_first, sentences, sizeof *mentions->sentence_first);
	claims->sentence_first = keep(arena, claims->sentence_first, sentences, sizeof *claims->sentence_first);
}
