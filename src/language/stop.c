/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Full stops that belong to a word: those of abbreviations and initials.
 *
 *   Gov . A . Reyes of Arda Inc . left at 5 p.m .  →  Gov. A. Reyes of Arda Inc. left at 5 p.m.
 *
 * Such a stop may end the sentence as well. It does when a capitalised function
 * word or a word of abbreviation-after follows ("in the U.S. The court", "in
 * Minn. Police said"), never behind a title ("Gov. Will Reyes"), and behind a
 * time of day before any capital ("5 p.m. Varn came") once the sentence has said
 * something ("At 5 p.m. Mr. Reyes"). Limits: "at Arda Inc. Shippers said" reads
 * on.
 */
#include "language/splitter.h"
#include "text/utf8.h"

enum stop {
	STOP_NONE,
	STOP_WITHIN,   /* ends no sentence */
	STOP_FUNCTION, /* ends one before a capitalised function word */
	STOP_CAPITAL   /* … before any capital */
};

#define TITLE_REACH 6  /* tokens on either side that show whether a headline has capitals throughout */
#define SAYS_NOTHING 8 /* tokens of "At about half past 5 p.m." */
#define LONG_WORD 4    /* bytes of a word that such a headline writes with a capital */

/* "U.S", "p.m", "Ph.D": full stops between pieces of one or two letters. */
static bool has_inner_stop(struct span word)
{
	struct span piece;
	if (!memchr(word.ptr, '.', word.len))
		return false;
	while (span_next(&word, '.', &piece))
		if (piece.len > 2)
			return false;
	return true;
}

/* The word without a stop that it has taken. */
static struct span bare_text(const struct splitter *split, const struct token *word)
{
	return span_slice(split->text, word->start, word->end - stop_joined(split, word));
}

/* One capital that stands for a name: "A. Reyes", "J.-P. Reyes", not "in 3-D." or "2 C.". */
static bool is_initial(const struct splitter *split, uint32_t at)
{
	const struct token *token = &split->tokens[at];
	struct span text = bare_text(split, token);
	uint32_t length;
	utf8_decode(text, 0, &length);
	if (!(token->flags & TOKEN_UPPER) || length != text.len)
		return false;
	if (token->flags & TOKEN_SPACE || at == split->first)
		return true;
	const struct token *before = token - 1;
	if (split_is(split, before, '-') && at - split->first > 1)
		before--;
	else if (before->kind == TOKEN_MARK)
		return split_in(split, SPLIT_QUOTE_OPEN, before) || split_in(split, SPLIT_BRACKET_OPEN, before);
	return stop_joined(split, before);
}

/* What the word AT makes of the full stop behind it; NEXT is what follows that, or NULL. */
static enum stop stop_of(const struct splitter *split, uint32_t at, const struct token *next)
{
	const struct token *word = &split->tokens[at];
	bool capital = word->flags & TOKEN_UPPER;
	/* "p. 55", "b. March 1940" */
	bool number = next && (next->kind == TOKEN_NUMBER || split_in(split, SPLIT_CALENDAR, next));
	if (word->kind != TOKEN_WORD)
		return STOP_NONE;
	if (split_in(split, SPLIT_LOWER, word))
		return STOP_WITHIN;
	if (capital && split_in(split, SPLIT_TITLE, word)) /* "Mr." but not "It was a hon." */
		return STOP_WITHIN;
	if (number && ((capital && split_in(split, SPLIT_NUMBERED, word)) || split_in(split, SPLIT_COUNTED, word)))
		return STOP_WITHIN; /* "Pier No. 4", "p. 55" */
	if (is_initial(split, at))
		return STOP_FUNCTION;
	if (split_in(split, SPLIT_TIME, word))
		return STOP_CAPITAL;
	if (capital && split_in(split, SPLIT_PLACE, word)) /* "Ill." but not "He fell ill." */
		return STOP_FUNCTION;
	bool found = split_in(split, SPLIT_ENDING, word) || has_inner_stop(bare_text(split, word));
	return found ? STOP_FUNCTION : STOP_NONE;
}

void stop_join(struct splitter *split)
{
	uint32_t kept = split->first;
	for (uint32_t i = split->first; i < split->count; i++) {
		struct token *token = &split->tokens[i];
		const struct token *next = i + 1 < split->count ? token + 1 : NULL;
		if (kept > split->first && split_is(split, token, '.') && split->tokens[kept - 1].end == token->start &&
		    !stop_joined(split, &split->tokens[kept - 1]) && stop_of(split, kept - 1, next) != STOP_NONE)
			split->tokens[kept - 1].end = token->end;
		else
			split->tokens[kept++] = *token;
	}
	split->count = kept;
}

/* Words of a headline that has capitals throughout, around the word AT: "U.S. And Arda Sign Deal". */
static bool is_title_case(const struct splitter *split, uint32_t first, uint32_t at)
{
	uint32_t from = at - first > TITLE_REACH ? at - TITLE_REACH : first, words = 0;
	for (uint32_t i = from; i < split->count && i <= at + TITLE_REACH; i++) {
		const struct token *token = &split->tokens[i];
		if (token->kind != TOKEN_WORD || token->end - token->start < LONG_WORD || stop_joined(split, token))
			continue;
		if (!(token->flags & TOKEN_UPPER))
			return false;
		words += i > at;
	}
	return words > 1;
}

/* "At 5 p.m." has said nothing yet: only function words, figures and words of the calendar. */
static bool has_said(const struct splitter *split, uint32_t first, uint32_t at)
{
	if (at - first > SAYS_NOTHING)
		return true;
	for (uint32_t i = first; i < at; i++) {
		const struct token *token = &split->tokens[i];
		if (token->kind != TOKEN_WORD || split_in(split, SPLIT_CALENDAR, token))
			continue;
		uint8_t flags = language_word(split->language, token->word)->flags;
		if (!(flags & WORD_STOP) || flags & WORD_VERB)
			return true;
	}
	return false;
}

bool stop_ends(const struct splitter *split, uint32_t first, uint32_t at, uint32_t next)
{
	const struct token *word = &split->tokens[next];
	bool quoted = next + 1 < split->count && word->kind == TOKEN_MARK &&
		      (split_in(split, SPLIT_QUOTE_OPEN, word) || split_in(split, SPLIT_BRACKET_OPEN, word));
	if (!(word->flags & TOKEN_SPACE))
		return false;
	word += quoted;
	if (word->kind != TOKEN_WORD || !(word->flags & TOKEN_UPPER))
		return false;
	enum stop stop = stop_of(split, at, word);
	/* "at 4 a.m. Tuesday", but "at 4 a.m. Tuesday's session" */
	bool clitic = next + 1 < split->count && word[1].flags & TOKEN_CLITIC;
	if (stop == STOP_WITHIN || (split_in(split, SPLIT_CALENDAR, word) && !clitic))
		return false;
	bool lower = word + 1 < split->tokens + split->count && !(word[1].flags & TOKEN_UPPER);
	bool opener = split_function_word(split, word) || (lower && split_in(split, SPLIT_OPENER, word));
	if (opener && !stop_joined(split, word) && !is_title_case(split, first, next))
		return stop != STOP_CAPITAL || has_said(split, first, at);
	return stop == STOP_CAPITAL && !quoted && has_said(split, first, at);
}
