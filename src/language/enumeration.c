/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The markers of list items that stand in one paragraph.
 *
 *   "1. The quay reopens 2. The ferry stays"  →  1. and 2., which follow each other
 *
 * A number or letter counts only as the successor of one before it, so that
 * "2." in running text is none. Limits: Roman numbers are not read.
 */
#include "language/splitter.h"
#include "text/utf8.h"

#define NUMBER_MAX 3 /* digits of a marker */

static uint32_t number_of(struct span text)
{
	uint32_t value = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (text.len > NUMBER_MAX || text.ptr[i] < '0' || text.ptr[i] > '9')
			return 0;
		value = value * 10 + (uint32_t)(text.ptr[i] - '0');
	}
	return value;
}

static bool takes(const struct splitter *split, uint32_t *at, char mark)
{
	bool found = *at < split->count && !(split->tokens[*at].flags & TOKEN_SPACE) &&
		     split_is(split, &split->tokens[*at], mark);
	*at += found;
	return found;
}

struct item item_read(const struct splitter *split, uint32_t at)
{
	struct item item = {.bullet = UINT32_MAX}, bullet, none = {0};
	const struct token *token = &split->tokens[at];
	if (token->kind == TOKEN_MARK) {
		if (!split_in(split, SPLIT_BULLET, token))
			return none;
		item.bullet = token->word;
		item.next = ++at;
		if (at == split->count)
			return none;
		token++;
	}
	bullet = item;
	struct span text = span_slice(split->text, token->start, token->end);
	item.letter = token->kind == TOKEN_WORD && text.len == 1;
	item.value = item.letter ? (uint32_t)(unsigned char)*text.ptr : number_of(text);
	at++;
	item.stop = takes(split, &at, '.');
	item.bracket = takes(split, &at, ')');
	/* "A. Reyes" is a name. */
	bool marked = item.bracket || (item.stop && !(item.letter && token->flags & TOKEN_UPPER));
	item.next = at;
	if (item.value && marked && at < split->count && split->tokens[at].flags & TOKEN_SPACE)
		return item;
	return bullet.next ? bullet : none;
}

bool item_follows(const struct item *last, const struct item *next)
{
	return next->next && next->value == last->value + (last->value != 0) && next->bullet == last->bullet &&
	       next->letter == last->letter && next->stop == last->stop && next->bracket == last->bracket;
}
