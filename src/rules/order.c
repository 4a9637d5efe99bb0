/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A figure that changes in time: versions into the order they were published.
 *
 *   9 dead (07:30) → 14 dead (11:00) → 22 dead (18:45): an update
 *   14 dead (Sunday's article) → 9 dead (Monday's): a contradiction, for a toll does not fall
 *
 * A version is as old as the oldest article that tells it. Articles without a date are ordered by the last weekday that they
 * name, counted from the one that most articles name. Where no order is known, a figure that only grows is still an update,
 * in order of size; the finding says that the order is not known. One that may rise and fall is then no finding.
 */
#include <math.h>
#include <stdlib.h>

#include "rules/gather.h"

#define WEEK 7

struct dated {
	struct version version;
	struct timestamp time;
	double size;
};

static bool is_weekday(const struct mention *m)
{
	return m->kind == MENTION_DATE && m->date.weekday >= 0 && !m->date.recurring && !m->date.month && !m->date.year;
}

/* The weekday that most articles name: that of the event. -1: none does. */
static int event_weekday(const struct matching *matching)
{
	uint32_t named[WEEK] = {0};
	int best = -1;
	for (uint32_t a = 0; a < matching->count; a++) {
		bool seen[WEEK] = {false};
		const struct mention_list *list = &matching->accounts[a].mentions;
		for (uint32_t i = 0; i < list->count; i++)
			if (is_weekday(&list->items[i]) && !seen[list->items[i].date.weekday]) {
				seen[list->items[i].date.weekday] = true;
				named[list->items[i].date.weekday]++;
			}
	}
	for (int day = 0; day < WEEK; day++)
		if (named[day] && (best < 0 || named[day] > named[best]))
			best = day;
	return best;
}

/* When ACCOUNT was written: published, or else days after the event by the last weekday that it names, as if in 1970. */
static struct timestamp written(const struct account *account, int event)
{
	struct timestamp time = account->article->published;
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = 0; !account->article->published.known && event >= 0 && i < list->count; i++) {
		if (!is_weekday(&list->items[i]))
			continue;
		uint32_t claim = claim_at(account, list->items[i].sentence, list->items[i].first_token);
		uint8_t modality = claim == CLAIM_NONE ? MODALITY_FLAT : account->claims.items[claim].modality;
		int after = (list->items[i].date.weekday - event + WEEK) % WEEK;
		if (modality == MODALITY_FLAT && (!time.known || after > time.day))
			time = (struct timestamp){.known = true, .day = after, .minute = -1, .zone = INT16_MIN};
	}
	return time;
}

static bool all_dated(const struct matching *matching, const struct finding *finding, bool dated)
{
	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
			const struct member *member = &finding->versions.items[v].items[m];
			if (matching->accounts[member->article].article->published.known != dated)
				return false;
		}
	return true;
}

static struct timestamp oldest(const struct matching *matching, const struct version *version, int event)
{
	struct timestamp best = {0};
	for (uint32_t m = 0; m < version->count; m++) {
		struct timestamp time = written(&matching->accounts[version->items[m].article], event);
		bool known;
		if (!best.known || (time.known && timestamp_compare(time, best, &known) < 0 && known))
			best = time;
	}
	return best;
}

static double size_of(const struct version *version)
{
	if (!version->value || !mention_is_amount(version->value))
		return 0;
	struct amount base = amount_to_base(&version->value->amount);
	return !isnan(base.value) ? base.value : isfinite(base.low) ? base.low : base.high;
}

static int by_size(const void *left, const void *right)
{
	const struct dated *a = left, *b = right;
	if (a->size != b->size)
		return a->size < b->size ? -1 : 1;
	return span_compare(a->version.label, b->version.label);
}

/* Only for versions whose order is known: times that can't be compared would make it no order. */
static int by_time(const void *left, const void *right)
{
	const struct dated *a = left, *b = right;
	bool known;
	int order = timestamp_compare(a->time, b->time, &known);
	return order ? order : by_size(left, right);
}

/* Every version is known to be older or younger than every other one. */
static bool has_order(const struct dated *dated, uint32_t count)
{
	for (uint32_t v = 0; v < count; v++) {
		for (uint32_t w = v + 1; w < count; w++) {
			bool known;
			if (!timestamp_compare(dated[v].time, dated[w].time, &known) || !known)
				return false;
		}
	}
	return true;
}

/* Some version is known to be younger than a larger one. */
static bool falls(const struct dated *dated, uint32_t count)
{
	for (uint32_t v = 0; v < count; v++) {
		for (uint32_t w = 0; w < count; w++) {
			bool known;
			if (dated[v].size > dated[w].size &&
			    timestamp_compare(dated[v].time, dated[w].time, &known) < 0 && known)
				return true;
		}
	}
	return false;
}

bool order_stages(struct matching *matching, struct finding *finding)
{
	uint32_t count = finding->versions.count;
	for (uint32_t v = 0; v + 1 < count; v++) {
		struct timestamp before = oldest(matching, &finding->versions.items[v], -1);
		struct timestamp after = oldest(matching, &finding->versions.items[v + 1], -1);
		bool known;
		if (timestamp_compare(after, before, &known) < 0 && known)
			return false;
	}
	finding->ordered = true;
	finding->severity = SEVERITY_NOTE;
	because_add(matching, finding, "order", "stage", SPAN("the one comes before the other"));
	return true;
}

bool order_versions(struct matching *matching, const struct rule *rule, struct finding *finding)
{
	uint32_t count = finding->versions.count;
	struct dated *dated = arena_array(matching->arena, struct dated, count);
	int event = all_dated(matching, finding, false) ? event_weekday(matching) : -1;
	for (uint32_t v = 0; v < count; v++)
		dated[v] = (struct dated){finding->versions.items[v],
					  oldest(matching, &finding->versions.items[v], event),
					  size_of(&finding->versions.items[v])};
	bool ordered = has_order(dated, count);
	bool fell = rule->change == CHANGE_GROWS && falls(dated, count);
	if (rule->change == CHANGE_REVISED && !ordered)
		return false;
	qsort(dated, count, sizeof *dated, ordered && !fell ? by_time : by_size);
	for (uint32_t v = 0; v < count; v++)
		finding->versions.items[v] = dated[v].version;
	if (fell) {
		because_add(matching, finding, "order", "published", SPAN("a later article has the lower figure"));
		return true;
	}
	finding->relation = RELATION_UPDATE;
	finding->ordered = ordered;
	finding->severity = SEVERITY_NOTE;
	because_add(matching, finding, "order", "published",
		    ordered ? SPAN("the later article has the later figure")
			    : SPAN("the articles give no times that order them; the figure can only grow"));
	return true;
}
