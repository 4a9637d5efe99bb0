/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that frame what follows them: plans, demands, charges, denials, guesses,
 * conditions.
 *
 *   "a demand of 30 km" → demanded, for whatever stands behind it nearby
 *
 * Limits: of the words before a place the nearest one counts, whatever it governs.
 */
#include "claim/grammar.h"

#define FRAME_REACH 14 /* words before a figure in which a frame word still governs it */

const char *claim_frame_name(enum claim_frame frame)
{
	static const char *const names[] = {"asserted",  "proposed", "demanded",    "charged",   "denied",
					    "estimated", "intended", "conditional", "a question"};
	return names[frame];
}

/* The frame that a word or phrase at token AT puts on what follows; false: none. */
static bool frame_word(const struct grammar *grammar, uint32_t at, uint8_t *frame)
{
	const struct token *token = &grammar->article->tokens.items[at];
	if (!(token->flags & TOKEN_PHRASE) && !language_holds_any(grammar->language, &grammar->framing, token->word))
		return false; /* nearly always */
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
void frames_mark(struct claim_list *claims, struct arena *arena, const struct grammar *grammar, uint32_t sentence)
{
	const struct sentence *where = &grammar->article->sentences.items[sentence];
	uint8_t frame;
	for (uint32_t at = where->first_token; at < where->first_token + where->token_count; at++)
		if (frame_word(grammar, at, &frame))
			list_add(arena, &claims->frames, ((struct frame_mark){at, frame}));
}

/* The frame of the last mark in tokens [FIRST, LIMIT), nearest to what is told; none: FALLBACK. */
uint8_t frames_in(const struct claim_list *claims, uint32_t first, uint32_t limit, uint8_t fallback)
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
	return frames_in(&account->claims, first, token, FRAME_ASSERTED);
}
