/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The phrases of a rule's classes, found in a sentence.
 *
 *   "refuse ... questions" of class refused, "The port refused all our questions."
 *   → [refused all our questions], refused
 *
 * What begins first is taken, then what begins behind it.
 */
#include "rules/phrases.h"

/* The end of pattern PATTERN's further segments behind token AT; 0: not there. */
static uint32_t pattern_end(const struct matching *matching, const struct stance_pattern *pattern,
			    const struct article *article, uint32_t at, uint32_t limit)
{
	struct lookup lookup = article_lookup(article, matching->language);
	for (uint32_t s = 1; s < pattern->segments.count; s++) {
		uint32_t found = 0;
		for (uint32_t gap = 0; gap <= pattern->gap && at + gap < limit && !found; gap++) {
			struct hit hit;
			struct lookup_walk walk = lookup_walk(&lookup, at + gap, matching->rules->stance_list);
			while (!found && lookup_next(&walk, &hit))
				if (language_entry(matching->language, &hit)->user == pattern->segments.items[s])
					found = hit.first + hit.count;
		}
		if (!found)
			return 0;
		at = found;
	}
	return at;
}

/* The first of RULE's patterns that begin with SEGMENT. */
static uint32_t first_start(const struct rule *rule, uint32_t segment)
{
	uint32_t low = 0, high = rule->starts.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (rule->starts.items[middle].segment < segment)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Finds what begins with the segment at HIT; returns the token behind the last, or BUSY. */
static uint32_t find_at(const struct matching *matching, const struct rule *rule, const struct article *article,
			const struct hit *hit, uint32_t limit, uint32_t busy,
			void (*found)(void *data, const struct found_phrase *phrase), void *data)
{
	uint32_t segment = language_entry(matching->language, hit)->user;
	const struct stance_start *start;
	for (uint32_t s = first_start(rule, segment);
	     s < rule->starts.count && (start = &rule->starts.items[s])->segment == segment && hit->first >= busy;
	     s++) {
		const struct stance_pattern *pattern =
			&rule->classes.items[start->class].patterns.items[start->pattern];
		uint32_t end = pattern_end(matching, pattern, article, hit->first + hit->count, limit);
		if (!end)
			continue;
		found(data, &(struct found_phrase){hit->first, end, start->class, pattern->segments.count == 1});
		busy = end;
	}
	return busy;
}

void phrases_find(const struct matching *matching, const struct rule *rule, uint32_t unit,
		  void (*found)(void *data, const struct found_phrase *phrase), void *data)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	struct lookup lookup = article_lookup(article, matching->language);
	uint32_t first = sentence->first_token, limit = first + sentence->token_count, busy = 0;
	uint32_t list = matching->rules->stance_list;
	for (uint32_t at = first; at < limit; at++) {
		struct hit hit;
		if (!lookup_may(&lookup, at, list))
			continue;
		struct lookup_walk walk = lookup_walk(&lookup, at, list);
		while (at >= busy && lookup_next(&walk, &hit))
			busy = find_at(matching, rule, article, &hit, limit, busy, found, data);
	}
}

struct span phrases_label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)matching;
	return rule->classes.items[facet->role - 1].label;
}

bool phrases_ask(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)rule;
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	for (uint32_t at = sentence->first_token; at < sentence->first_token + sentence->token_count; at++)
		if (article_find(article, matching->language, at, matching->rules->stance_list).count)
			return true;
	return false;
}

bool phrases_oppose(const struct rule *rule, uint32_t a, uint32_t b)
{
	for (uint32_t i = 0; i < rule->conflicts.count; i++) {
		const struct stance_conflict *pair = &rule->conflicts.items[i];
		if ((pair->a == a && pair->b == b) || (pair->a == b && pair->b == a))
			return true;
	}
	return false;
}
