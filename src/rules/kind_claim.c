/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind claim: passages that tell the same, over all articles.
 *
 *   A "Israel says it wants no war", B "Israel has said it does not want war"
 *   → agreement; each member reaches from the first to the last shared word
 *
 * Each two sentences that are alike enough give the stretches that they share
 * (align/passage.c); stretches of several pairs that lie on one another are one
 * place, and spots are joined by average linkage. No passage reaches over what
 * a rule found to be in conflict between the two, a figure that the other
 * sentence has another of, or a predicate that it opposes.
 */
#include <stdlib.h>

#include "rules/bars.h"
#include "rules/reads.h"

#define PARTNERS 16   /* other sentences that one is compared with, the most alike */
#define SAME_SPOT 0.5 /* of two stretches: their common part of both */
#define TELLING 2.0   /* times the weight that a passage needs where no verb and no figure is shared */
#define WHOLE 0.95    /* of a sentence's weight that is as good as all of it */
#define INSIDE 0.6    /* of a passage that must lie in a longer one for being told with it */
#define CONTENT 2     /* words, names and figures of a passage besides who says it */
#define JOIN 0.5      /* of all pairs of spots of one finding so many must be found themselves */

/* A stretch of one sentence that others share. */
struct spot {
	uint32_t unit;
	struct stretch stretch;
	uint32_t next; /* 1 + the unit's next place; 0 ends */
};

struct spots {
	struct matching *matching;
	struct LIST(struct spot) items;
	uint32_t *first; /* per unit: 1 + a place, or 0 */
	struct edge_list edges;
};

static bool same_stretch(const struct stretch *a, const struct stretch *b)
{
	uint32_t first = a->first > b->first ? a->first : b->first, limit = a->limit < b->limit ? a->limit : b->limit;
	uint32_t from = a->first < b->first ? a->first : b->first, to = a->limit > b->limit ? a->limit : b->limit;
	return first < limit && limit - first >= SAME_SPOT * (to - from);
}

static uint32_t spot_of(struct spots *spots, uint32_t unit, struct stretch stretch)
{
	for (uint32_t i = spots->first[unit]; i; i = spots->items.items[i - 1].next) {
		struct spot *spot = &spots->items.items[i - 1];
		if (!same_stretch(&spot->stretch, &stretch))
			continue;
		/* What all of them share. */
		spot->stretch.first = stretch.first > spot->stretch.first ? stretch.first : spot->stretch.first;
		spot->stretch.limit = stretch.limit < spot->stretch.limit ? stretch.limit : spot->stretch.limit;
		return i - 1;
	}
	list_add(spots->matching->scratch, &spots->items, ((struct spot){unit, stretch, spots->first[unit]}));
	spots->first[unit] = spots->items.count;
	return spots->items.count - 1;
}

static void add_pair(struct spots *spots, const struct candidate *pair)
{
	const struct matching *matching = spots->matching;
	const struct alignment *align = &matching->language->alignment;
	struct passage found[PASSAGES_MOST];
	struct arena_mark mark = arena_mark(matching->scratch);
	/* A short sentence told almost whole is told, light as it is. */
	double one = matching->terms.units.items[pair->a].weight, two = matching->terms.units.items[pair->b].weight;
	double whole = WHOLE * (one < two ? one : two);
	double asked = whole < align->shared_claim ? whole : align->shared_claim;
	double least = align->passage / pair->similarity.score;
	uint32_t count = passages_find(found, &matching->terms, pair->a, pair->b, pair->similarity.score,
				       bars_of(matching, pair->a, pair->b), bars_of(matching, pair->b, pair->a),
				       least > asked ? least : asked);
	arena_rewind(matching->scratch, mark);
	for (uint32_t i = 0; i < count; i++) {
		if (found[i].terms < 2 || reads_content(matching, pair->a, &found[i].a) < CONTENT ||
		    reads_content(matching, pair->b, &found[i].b) < CONTENT ||
		    (!found[i].tells && found[i].weight < whole && found[i].weight < TELLING * align->shared_claim))
			continue;
		uint32_t a = spot_of(spots, pair->a, found[i].a);
		uint32_t b = spot_of(spots, pair->b, found[i].b);
		list_add(matching->scratch, &spots->edges, ((struct edge){a, b, (float)found[i].weight}));
	}
}

static int by_weight(const void *left, const void *right)
{
	const struct edge *a = left, *b = right;
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

/* A sentence tells its places apart; so do rules, and figures. */
static bool are_apart(void *data, uint32_t a, uint32_t b)
{
	const struct spots *spots = data;
	const struct spot *x = &spots->items.items[a], *y = &spots->items.items[b];
	return x->unit == y->unit || bars_between(spots->matching, x->unit, &x->stretch, y->unit, &y->stretch);
}

static uint32_t group_size(const struct grouping *grouping, uint32_t group)
{
	return grouping->first[group + 1] - grouping->first[group];
}

static uint32_t group_length(const struct spots *spots, const struct grouping *grouping, uint32_t group)
{
	uint32_t length = 0;
	for (uint32_t i = grouping->first[group]; i < grouping->first[group + 1]; i++) {
		const struct stretch *stretch = &spots->items.items[grouping->members[i]].stretch;
		length += stretch->limit - stretch->first;
	}
	return length;
}

/* Most of SPOT lies in a spot of GROUP. */
static bool lies_in(const struct spots *spots, const struct grouping *grouping, const struct spot *spot, uint32_t group)
{
	const struct stretch *x = &spot->stretch;
	for (uint32_t i = spots->first[spot->unit]; i; i = spots->items.items[i - 1].next) {
		const struct stretch *y = &spots->items.items[i - 1].stretch;
		uint32_t first = x->first > y->first ? x->first : y->first;
		uint32_t limit = x->limit < y->limit ? x->limit : y->limit;
		if (grouping->of[i - 1] == group && first < limit && limit - first >= INSIDE * (x->limit - x->first))
			return true;
	}
	return false;
}

static bool has_article(const struct spots *spots, const struct grouping *grouping, uint32_t group, uint32_t account)
{
	const struct terms *terms = &spots->matching->terms;
	for (uint32_t i = grouping->first[group]; i < grouping->first[group + 1]; i++)
		if (terms->units.items[spots->items.items[grouping->members[i]].unit].account == account)
			return true;
	return false;
}

/* Half of the places of GROUP lie in those of OTHER, and the rest are of articles that tell that, too: headlines mostly. */
static bool told_in(const struct spots *spots, const struct grouping *grouping, uint32_t group, uint32_t other)
{
	uint32_t inside = 0;
	for (uint32_t i = grouping->first[group]; i < grouping->first[group + 1]; i++) {
		const struct spot *spot = &spots->items.items[grouping->members[i]];
		if (lies_in(spots, grouping, spot, other))
			inside++;
		else if (!has_article(spots, grouping, other, spots->matching->terms.units.items[spot->unit].account))
			return false;
	}
	return 2 * inside >= group_size(grouping, group);
}

/* Another group tells the same of its places, and more: "sold the harbour" beside "sold the harbour to a bank". */
static bool is_doubled(const struct spots *spots, const struct grouping *grouping, uint32_t group)
{
	const struct spot *items = spots->items.items;
	uint32_t size = group_size(grouping, group), length = group_length(spots, grouping, group);
	for (uint32_t m = grouping->first[group]; m < grouping->first[group + 1]; m++)
		for (uint32_t i = spots->first[items[grouping->members[m]].unit]; i; i = items[i - 1].next) {
			uint32_t other = grouping->of[i - 1];
			uint32_t others = group_size(grouping, other), longer = group_length(spots, grouping, other);
			bool smaller = others < size || (others == size && longer < length) ||
				       (others == size && longer == length && other > group);
			if (other != group && !smaller && told_in(spots, grouping, group, other))
				return true;
		}
	return false;
}

static int by_unit(const void *left, const void *right)
{
	const struct spot *a = *(const struct spot *const *)left, *b = *(const struct spot *const *)right;
	return a->unit < b->unit ? -1 : a->unit > b->unit;
}

static void add_finding(struct matching *matching, const struct rule *rule, const struct spot **members, uint32_t count)
{
	bool several = false;
	qsort(members, count, sizeof *members, by_unit);
	for (uint32_t i = 1; i < count; i++)
		several = several || matching->terms.units.items[members[i]->unit].account !=
					     matching->terms.units.items[members[0]->unit].account;
	if (!several)
		return;
	struct finding *finding = finding_add(matching, rule, RELATION_AGREEMENT, rule->confidence);
	struct version *version = version_add(matching, finding, (struct span){0}, NULL);
	for (uint32_t i = 0; i < count; i++) {
		const struct unit_text *unit = &matching->terms.units.items[members[i]->unit];
		struct stretch whole = reads_whole(matching, members[i]->unit, members[i]->stretch);
		member_add(matching, version, unit->account, unit->sentence, whole.first, whole.limit, CLAIM_NONE);
	}
	const struct article *article = matching->accounts[version->items[0].article].article;
	version->label = article_text(article, version->items[0].start, version->items[0].end);
	explain_shared(matching, members[0]->unit, members[0]->stretch, members[1]->unit, members[1]->stretch, finding);
	finding_word(matching, rule, finding, (struct span){0});
}

void match_claims(struct matching *matching, const struct rule *rule)
{
	uint32_t units = matching->terms.units.count;
	struct arena_mark mark = arena_mark(matching->scratch);
	struct spots spots = {.matching = matching, .first = arena_array(matching->scratch, uint32_t, units + 1u)};
	uint32_t *partners = arena_array(matching->scratch, uint32_t, units + 1u);
	struct grouping grouping;
	for (uint32_t c = 0; c < matching->candidates.count; c++) {
		const struct candidate *pair = &matching->candidates.items[c];
		if (matching->terms.units.items[pair->a].account == matching->terms.units.items[pair->b].account ||
		    pair->similarity.apart || partners[pair->a] >= PARTNERS || partners[pair->b] >= PARTNERS)
			continue;
		partners[pair->a]++;
		partners[pair->b]++;
		add_pair(&spots, pair);
	}
	if (spots.edges.count > 1)
		qsort(spots.edges.items, spots.edges.count, sizeof *spots.edges.items, by_weight);
	for (uint32_t i = 0; i < spots.edges.count; i++)
		spots.edges.items[i].weight = 1;
	linkage_group(&grouping, matching->arena, matching->scratch, spots.items.count, &spots.edges, JOIN, are_apart,
		      &spots);
	const struct spot **members = arena_array(matching->scratch, const struct spot *, spots.items.count + 1u);
	for (uint32_t g = 0; g < grouping.count; g++) {
		uint32_t count = group_size(&grouping, g);
		if (count < 2 || is_doubled(&spots, &grouping, g))
			continue;
		for (uint32_t i = 0; i < count; i++)
			members[i] = &spots.items.items[grouping.members[grouping.first[g] + i]];
		add_finding(matching, rule, members, count);
	}
	arena_rewind(matching->scratch, mark);
}
