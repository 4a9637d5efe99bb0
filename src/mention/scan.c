/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One article at work: its tokens, what the lists hold there, what is taken.
 *
 *   token 4 "more" of "more than 40", list amount-bound → an entry of two tokens
 *
 * Limits: only phrases that lie inside one sentence are seen.
 */
#include "mention/scan.h"

#include <math.h>

uint32_t list_id(const struct language *language, const char *name)
{
	const uint32_t *id = table_get(&language->list_ids, span_hash(span_cstr(name)));
	return id ? *id : UINT32_MAX;
}

void scan_init(struct scan *scan, struct arena *arena, struct language *language, const struct article *article,
	       struct mention_list *out)
{
	static const char *const names[LIST_COUNT] = {
#define X(id, name) name,
		MENTION_LISTS(X)
#undef X
	};
	uint32_t count = article->tokens.count;
	*scan = (struct scan){.arena = arena,
			      .language = language,
			      .article = article,
			      .out = out,
			      .lookup = article_lookup(article, language),
			      .tokens = article->tokens.items,
			      .lists = language_lists(language, names, LIST_COUNT),
			      .pound = -1};
	scan->taken = arena_array(arena, uint8_t, count + 1);
	scan->opens = openers_find(scan);
	scan->memos = arena_array(arena, struct number_memo, NUMBER_MEMOS);
}

void scan_sentence(struct scan *scan, uint32_t sentence)
{
	const struct sentence *s = &scan->article->sentences.items[sentence];
	scan->sentence = sentence;
	scan->first = s->first_token;
	scan->end = s->first_token + s->token_count;
}

const struct entry *scan_look(const struct scan *scan, uint32_t at, enum mention_list_id list, uint32_t *count)
{
	struct hit hit = lookup_find(&scan->lookup, at, scan->lists[list]);
	if (!hit.count)
		return NULL;
	if (count)
		*count = hit.count;
	return language_entry(scan->language, &hit);
}

uint32_t scan_before(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	for (uint32_t back = 1; back <= 4 && scan->first + back <= at; back++) {
		struct hit hit;
		if (!scan_may(scan, at - back, list))
			continue;
		struct lookup_walk walk = lookup_walk(&scan->lookup, at - back, scan->lists[list]);
		while (lookup_next(&walk, &hit))
			if (hit.count == back)
				return at - back;
	}
	return MENTION_NONE;
}

bool scan_spaced(const struct scan *scan, uint32_t at)
{
	return at <= scan->first || (scan->tokens[at].flags & TOKEN_SPACE) != 0;
}

struct span scan_text(const struct scan *scan, uint32_t at)
{
	return span_slice(scan->article->source.text, scan->tokens[at].start, scan->tokens[at].end);
}

bool scan_byte(const struct scan *scan, uint32_t at, char byte)
{
	if (at < scan->first || at >= scan->end)
		return false;
	struct span text = scan_text(scan, at);
	return text.len == 1 && text.ptr[0] == byte;
}

void scan_take(struct scan *scan, uint32_t first, uint32_t end, uint8_t taken)
{
	for (uint32_t i = first; i < end; i++)
		scan->taken[i] |= taken;
	for (uint32_t i = 0; i < NUMBER_MEMOS; i++) /* a number may end where something else was taken */
		scan->memos[i].behind = 0;
}

struct mention *scan_add(struct scan *scan, enum mention_kind kind, uint32_t first, uint32_t end)
{
	struct mention *mention = list_push(scan->arena, scan->out);
	mention->kind = kind;
	mention->start = scan->tokens[first].start;
	mention->end = scan->tokens[end - 1].end;
	mention->first_token = first;
	mention->token_count = end - first;
	mention->sentence = scan->sentence;
	return mention;
}

double scan_number(const struct yaml_node *node, const char *key, double otherwise)
{
	double value = otherwise;
	if (!node || !yaml_number(yaml_get(node, key), &value))
		return otherwise;
	return value;
}
