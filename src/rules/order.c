/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A figure that changes in time: versions into the order they were published.
 *
 *   9 dead (07:30) → 14 dead (11:00) → 22 dead (18:45): an update
 *
 * A version is as old as the oldest article that tells it. Where no order is
 * known, a figure that only grows is still an update, in order of size; the
 * finding says that the order is not known. One that may rise and fall is then
 * no finding.
 */
#include <math.h>
#include <stdlib.h>

#include "rules/gather.h"

struct dated {
	struct version version;
	struct timestamp time;
	double size;
};

static struct timestamp oldest(const struct matching *matching, const struct version *version)
{
	struct timestamp best = {0};
	for (uint32_t m = 0; m < version->count; m++) {
		struct timestamp time = matching->accounts[version->items[m].article].article->published;
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

bool order_versions(struct matching *matching, const struct rule *rule, struct finding *finding)
{
	uint32_t count = finding->versions.count;
	struct dated *dated = arena_array(matching->arena, struct dated, count);
	for (uint32_t v = 0; v < count; v++)
		dated[v] = (struct dated){finding->versions.items[v], oldest(matching, &finding->versions.items[v]),
					  size_of(&finding->versions.items[v])};
	bool ordered = has_order(dated, count), rising = true;
	qsort(dated, count, sizeof *dated, ordered ? by_time : by_size);
	for (uint32_t v = 0; v + 1 < count; v++)
		rising = rising && dated[v].size < dated[v + 1].size;
	if (rule->change == CHANGE_REVISED && !ordered)
		return false;
	for (uint32_t v = 0; v < count; v++)
		finding->versions.items[v] = dated[v].version;
	finding->relation = RELATION_UPDATE;
	finding->ordered = ordered;
	finding->severity = SEVERITY_NOTE;
	struct span order = SPAN("the articles give no times that order them; the figure can only grow");
	if (ordered)
		order = rising || rule->change == CHANGE_REVISED ? SPAN("the later article has the later figure")
								 : SPAN("the later article has the lower figure");
	because_add(matching, finding, "order", "published", order);
	return true;
}
