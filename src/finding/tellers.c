/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Members of findings into numbers of articles, outlets, texts and speakers.
 *
 *   speakers "police", "regional police", "ida brandt" → 2: the police may be
 *   the regional ones
 *
 * Outlets go by their names; an article that names none is one of its own.
 * Speakers go by their keys, so "he" counts only where nobody else is cited.
 * Limits: "the minister" and the minister's name are two.
 */
#include "finding/tellers.h"

void tally_init(struct tally *tally, struct arena *arena, const struct account *accounts, uint32_t count,
		const struct lineage *lineage)
{
	struct table names;
	*tally = (struct tally){.arena = arena,
				.lineage = lineage,
				.outlets = arena_array(arena, uint32_t, count + 1u),
				.articles_in = arena_array(arena, uint32_t, count + 1u),
				.outlets_in = arena_array(arena, uint32_t, count + 1u),
				.texts_in = arena_array(arena, uint32_t, count + 1u)};
	table_init(&names, arena);
	for (uint32_t a = 0; a < count; a++) {
		struct span outlet = accounts[a].article->outlet;
		bool added = true;
		uint32_t *first = outlet.len ? table_put(&names, span_hash(outlet), &added) : NULL;
		if (first && added)
			*first = a;
		tally->outlets[a] = first ? *first : a;
	}
}

static uint32_t once(uint32_t *in, uint32_t stamp)
{
	bool fresh = *in != stamp;
	*in = stamp;
	return fresh;
}

/* Of two keys of which one ends in the other, the shorter may be the same speaker. */
static uint32_t count_speakers(struct tally *tally, const struct span_list *keys)
{
	bool *general = arena_array(tally->arena, bool, keys->count + 1u);
	uint32_t count = 0;
	struct table places;
	table_init(&places, tally->arena);
	for (uint32_t i = 0; i < keys->count; i++) {
		bool added;
		uint32_t *place = table_put(&places, span_hash(keys->items[i]), &added);
		if (added)
			*place = i;
		else
			general[i] = true;
	}
	for (uint32_t i = 0; i < keys->count; i++) {
		for (size_t at = 0; at < keys->items[i].len; at++) {
			const uint32_t *place;
			if (keys->items[i].ptr[at] != ' ')
				continue;
			place = table_get(&places, span_hash(span_slice(keys->items[i], at + 1, keys->items[i].len)));
			if (place)
				general[*place] = true;
		}
	}
	for (uint32_t i = 0; i < keys->count; i++)
		count += !general[i];
	return count;
}

struct tellers tally_count(struct tally *tally, const struct findings *findings, const struct u32_list *list)
{
	struct arena_mark mark = arena_mark(tally->arena);
	struct tellers tellers = {0};
	struct span_list keys = {0};
	bool cited = false;
	uint32_t stamp = ++tally->counts;
	for (uint32_t i = 0; i < list->count; i++) {
		const struct finding *finding = &findings->findings.items[list->items[i]];
		for (uint32_t v = 0; v < finding->versions.count; v++) {
			for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
				const struct member *member = &finding->versions.items[v].items[m];
				uint32_t article = member->article;
				tellers.articles += once(&tally->articles_in[article], stamp);
				tellers.outlets += once(&tally->outlets_in[tally->outlets[article]], stamp);
				tellers.texts += once(&tally->texts_in[tally->lineage->of[article]], stamp);
				cited = cited || member->speaker.len;
				if (member->speaker_key.len)
					list_add(tally->arena, &keys, member->speaker_key);
			}
		}
	}
	tellers.speakers = count_speakers(tally, &keys);
	if (!tellers.speakers && cited)
		tellers.speakers = 1;
	arena_rewind(tally->arena, mark);
	return tellers;
}
