/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rules × aligned sentences → findings.
 *
 * Each rule collects its facets once per sentence and compares those of every
 * candidate pair. Kinds that can conflict come first, because what agrees is
 * claimed only on words that no conflict speaks of.
 */
#include <stdlib.h>

#include "rules/facet.h"
#include "rules/gather.h"
#include "rules/question.h"

#define SELF_SIMILARITY 0.6 /* inside one article only near repeats are compared */

static const struct facet_kind *kind_of(enum rule_kind kind)
{
	switch (kind) {
	case RULE_QUANTITY:
	case RULE_COUNT: return &facet_amount;
	case RULE_SET: return &facet_set;
	case RULE_DATE: return &facet_date;
	case RULE_PLACE: return &facet_place;
	case RULE_WORDING: return &facet_wording;
	case RULE_IDENTITY: return &facet_identity;
	case RULE_QUOTE: return &facet_quote;
	case RULE_ATTRIBUTION: return &facet_attribution;
	case RULE_STANCE: return &facet_stance;
	case RULE_STAGE: return &facet_stage;
	case RULE_DENIAL: return &facet_denial;
	case RULE_POLARITY: return &facet_polarity;
	case RULE_QUANTIFIER: return &facet_quantifier;
	case RULE_ANTONYM:
	case RULE_MODALITY: return &facet_clause;
	case RULE_PARTY: return &facet_party;
	case RULE_REVERSAL: return &facet_reversal;
	case RULE_STATE: return &facet_state;
	case RULE_SWAP: return &facet_swap;
	case RULE_FIGURE: return &facet_figure;
	case RULE_MOMENT: return &facet_moment;
	default: return NULL;
	}
}

/* OTHER NULL: all of FACET's sentence is meant. */
static void add_trial(struct matching *matching, struct gathering *gathering, const struct rule *rule,
		      const struct facet *facet, const struct facet *other, const struct verdict *verdict)
{
	list_add(matching->arena, gathering->trials,
		 ((struct trial){.rule = rule,
				 .a = other ? facet_text(matching, facet) : SPAN(""),
				 .b = other ? facet_text(matching, other) : SPAN(""),
				 .kind = verdict->kind,
				 .dispute = verdict->dispute,
				 .reason = verdict->kind == VERDICT_NONE ? verdict->abstained : NULL}));
}

/* Each reason once a sentence: it has a pair with many others. */
static void note_abstained(struct matching *matching, struct gathering *gathering, const struct rule *rule,
			   const struct facet *facet, const struct facet *other, const char *reason)
{
	bool added;
	if (gathering->trials) {
		add_trial(matching, gathering, rule, facet, other, &(struct verdict){.abstained = reason});
		return;
	}
	table_put(&gathering->abstained, hash_mix(span_hash(span_cstr(reason)), facet->unit), &added);
	if (!added)
		return;
	struct not_compared *entry = list_push(matching->arena, &matching->findings->not_compared);
	entry->article = facet->account;
	entry->sentence = facet->sentence;
	entry->reason = "not comparable";
	entry->detail = arena_format(matching->arena, SPAN_FMT ": %s", SPAN_ARG(rule->id), reason);
}

/* Whether DIFFER between facets F and G of a pair of sentences has a rival: another facet there that F or G could be
 * compared with as well. Two candidates for one slot: nobody knows which is meant. */
static bool has_rival(const struct verdict *verdicts, uint32_t rows, uint32_t columns, uint32_t f, uint32_t g,
		      const struct facet *a, const struct facet *b)
{
	uint32_t asked = a[f].question == b[g].question ? a[f].question : 0; /* then only what answers it is a rival */
	for (uint32_t other = 0; other < columns; other++)
		if (other != g && verdicts[f * columns + other].kind > VERDICT_ALIKE &&
		    (!asked || b[other].question == asked))
			return true;
	for (uint32_t other = 0; other < rows; other++)
		if (other != f && verdicts[other * columns + g].kind > VERDICT_ALIKE &&
		    (!asked || a[other].question == asked))
			return true;
	return false;
}

/* An article contradicts itself in what is nearly a repeat, or its headline what the body tells. */
static bool may_contradict_itself(const struct matching *matching, const struct facet_kind *kind,
				  const struct candidate *pair)
{
	bool headline[2];
	for (int side = 0; side < 2; side++) {
		const struct unit_text *unit = &matching->terms.units.items[side ? pair->b : pair->a];
		const struct article *article = matching->accounts[unit->account].article;
		headline[side] = article->sentences.items[unit->sentence].kind == SENTENCE_HEADLINE;
	}
	return headline[0] != headline[1] ? !kind->one_slot : kind->agrees && pair->similarity.score >= SELF_SIMILARITY;
}

#define FACETS_MOST 16 /* of one rule in one sentence; a sentence with more is a table */

static void compare_units(struct matching *matching, struct gathering *gathering, const struct rule *rule,
			  const struct facet_kind *kind, const uint32_t *first, const struct candidate *pair)
{
	bool self = matching->terms.units.items[pair->a].account == matching->terms.units.items[pair->b].account;
	uint32_t rows = first[pair->a + 1] - first[pair->a], columns = first[pair->b + 1] - first[pair->b];
	struct verdict verdicts[FACETS_MOST * FACETS_MOST];
	if (!rows || !columns)
		return;
	if (rows > FACETS_MOST || columns > FACETS_MOST) {
		const struct facet *crowded = &gathering->facets.items[first[rows > FACETS_MOST ? pair->a : pair->b]];
		note_abstained(matching, gathering, rule, crowded, NULL, "too many figures");
		return;
	}
	for (uint32_t f = 0; f < rows; f++) {
		for (uint32_t g = 0; g < columns; g++) {
			struct verdict *verdict = &verdicts[f * columns + g];
			*verdict = kind->compare(matching, rule, &gathering->facets.items[first[pair->a] + f],
						 &gathering->facets.items[first[pair->b] + g], &pair->similarity);
			verdict->likeness = pair->similarity.score;
			verdict->cover = pair->similarity.cover;
		}
	}
	for (uint32_t f = 0; f < rows; f++) {
		for (uint32_t g = 0; g < columns; g++) {
			struct verdict *verdict = &verdicts[f * columns + g];
			const struct facet *a = &gathering->facets.items[first[pair->a] + f];
			const struct facet *b = &gathering->facets.items[first[pair->b] + g];
			bool variant = rule->relation == RELATION_VARIANT;
			if (verdict->kind == VERDICT_NONE && verdict->abstained && !self)
				note_abstained(matching, gathering, rule, a, b, verdict->abstained);
			if (verdict->kind == VERDICT_NONE || (self && verdict->kind == VERDICT_ALIKE))
				continue;
			if (verdict->kind == VERDICT_DIFFER) {
				/* That two parties differ one article may well tell; itself it seldom contradicts. */
				if (self && !verdict->dispute &&
				    (variant || !may_contradict_itself(matching, kind, pair)))
					continue;
				if (kind->one_slot &&
				    has_rival(verdicts, rows, columns, f, g, &gathering->facets.items[first[pair->a]],
					      &gathering->facets.items[first[pair->b]])) {
					note_abstained(matching, gathering, rule, a, b, "two readings");
					continue;
				}
			}
			if (gathering->trials)
				add_trial(matching, gathering, rule, a, b, verdict);
			else
				gather_edge(matching, gathering, first[pair->a] + f, first[pair->b] + g, verdict);
		}
	}
}

/* Whether some sentences are alike enough for KIND to compare them. */
static bool has_candidates(const struct matching *matching, const struct facet_kind *kind)
{
	const struct candidate_list *pairs = &matching->candidates; /* the most alike first */
	return pairs->count && pairs->items[0].similarity.score >= kind->floor;
}

static void match_facets(struct matching *matching, const struct rule *rule, const struct facet_kind *kind)
{
	struct gathering gathering;
	bool asks_once = rule->kind == RULE_STAGE || rule->kind == RULE_SET || rule->once > ONCE_EVENT ||
			 (rule->once == ONCE_EVENT && !matching->pair);
	if ((!asks_once || matching->pair) && !has_candidates(matching, kind))
		return;
	uint32_t units = matching->terms.units.count;
	struct arena_mark mark = arena_mark(matching->scratch);
	uint32_t *first = arena_array(matching->scratch, uint32_t, units + 2u);
	gather_init(&gathering, matching->scratch);
	for (uint32_t u = 0; u < units; u++) {
		first[u] = gathering.facets.count;
		kind->collect(matching, rule, u, &gathering.facets);
	}
	first[units] = gathering.facets.count;
	if (!gathering.facets.count) {
		arena_rewind(matching->scratch, mark);
		return;
	}
	struct candidate_list asked = {0}; /* of one question, but of no likeness */
	if (asks_once) {
		questions_mark(matching, rule, &gathering.facets);
		questions_pair(matching, &gathering.facets, kind->floor, &asked);
	}
	for (uint32_t c = 0; c < matching->candidates.count; c++) {
		const struct candidate *pair = &matching->candidates.items[c];
		if (pair->similarity.score < kind->floor)
			break;
		compare_units(matching, &gathering, rule, kind, first, pair);
	}
	for (uint32_t c = 0; c < asked.count; c++)
		compare_units(matching, &gathering, rule, kind, first, &asked.items[c]);
	gather_report(matching, &gathering, rule, kind);
	arena_rewind(matching->scratch, mark);
}

static int by_place(const void *left, const void *right)
{
	const struct facet *a = left, *b = right;
	if (a->unit != b->unit)
		return a->unit < b->unit ? -1 : 1;
	if (a->first_token != b->first_token)
		return a->first_token < b->first_token ? -1 : 1;
	return a->token_count < b->token_count ? -1 : a->token_count > b->token_count;
}

/* What a kind of pairs finds, each place once, by article and sentence. */
static void list_facets(struct matching *matching, const struct facet_match_list *matches, struct facet_list *facets)
{
	for (uint32_t m = 0; m < matches->count; m++) {
		list_add(matching->scratch, facets, matches->items[m].a);
		list_add(matching->scratch, facets, matches->items[m].b);
	}
	if (facets->count > 1)
		qsort(facets->items, facets->count, sizeof *facets->items, by_place);
	uint32_t kept = 0;
	for (uint32_t f = 0; f < facets->count; f++)
		if (!f || by_place(&facets->items[f], &facets->items[kept - 1]))
			facets->items[kept++] = facets->items[f];
	facets->count = kept;
}

static uint32_t facet_index(const struct facet_list *facets, const struct facet *facet)
{
	const struct facet *found = bsearch(facet, facets->items, facets->count, sizeof *facets->items, by_place);
	return (uint32_t)(found - facets->items);
}

static void pair_matches(const struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
			 const struct candidate *pair, struct facet_match_list *matches)
{
	uint32_t before = matches->count;
	kind->pair(matching, rule, pair, matches);
	for (uint32_t m = before; m < matches->count; m++) {
		matches->items[m].verdict.likeness = pair->similarity.score;
		matches->items[m].verdict.cover = pair->similarity.cover;
	}
}

static void match_pairs(struct matching *matching, const struct rule *rule, const struct facet_kind *kind)
{
	struct gathering gathering;
	struct facet_match_list matches = {0};
	struct arena_mark mark = arena_mark(matching->scratch);
	const struct unit_text *units = matching->terms.units.items;
	gather_init(&gathering, matching->scratch);
	for (uint32_t c = 0; c < matching->candidates.count; c++) {
		const struct candidate *pair = &matching->candidates.items[c];
		if (pair->similarity.score < kind->floor)
			break;
		if (units[pair->a].account != units[pair->b].account)
			pair_matches(matching, rule, kind, pair, &matches);
	}
	list_facets(matching, &matches, &gathering.facets);
	for (uint32_t m = 0; m < matches.count; m++)
		gather_edge(matching, &gathering, facet_index(&gathering.facets, &matches.items[m].a),
			    facet_index(&gathering.facets, &matches.items[m].b), &matches.items[m].verdict);
	gather_report(matching, &gathering, rule, kind);
	arena_rewind(matching->scratch, mark);
}

static void try_rule(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		     const struct candidate *pair, struct trial_list *trials)
{
	struct gathering gathering;
	struct arena_mark mark = arena_mark(matching->scratch);
	uint32_t *first = arena_array(matching->scratch, uint32_t, matching->terms.units.count + 2u);
	gather_init(&gathering, matching->scratch);
	gathering.trials = trials;
	if (kind->pair) {
		struct facet_match_list matches = {0};
		pair_matches(matching, rule, kind, pair, &matches);
		for (uint32_t m = 0; m < matches.count; m++)
			add_trial(matching, &gathering, rule, &matches.items[m].a, &matches.items[m].b,
				  &matches.items[m].verdict);
		arena_rewind(matching->scratch, mark);
		return;
	}
	for (uint32_t u = pair->a; u <= pair->b; u++) {
		first[u] = gathering.facets.count;
		if (u == pair->a || u == pair->b)
			kind->collect(matching, rule, u, &gathering.facets);
		first[u + 1] = gathering.facets.count;
	}
	compare_units(matching, &gathering, rule, kind, first, pair);
	arena_rewind(matching->scratch, mark);
}

void rules_try(struct matching *matching, uint32_t a, uint32_t b, const struct similarity *similarity,
	       struct trial_list *trials)
{
	struct candidate pair = {a < b ? a : b, a < b ? b : a, *similarity};
	for (uint32_t r = 0; r < matching->rules->count; r++) {
		const struct rule *rule = &matching->rules->items[r];
		const struct facet_kind *kind = kind_of(rule->kind);
		if (!rule->off && kind && similarity->score >= kind->floor)
			try_rule(matching, rule, kind, &pair, trials);
	}
	for (uint32_t t = 0; a > b && t < trials->count; t++) {
		struct span swap = trials->items[t].a;
		trials->items[t].a = trials->items[t].b;
		trials->items[t].b = swap;
	}
}

/* A finding whose places lie in one group of sentences belongs to it; else it is a question of its own. */
static void assign_groups(struct matching *matching)
{
	struct findings *findings = matching->findings;
	findings->groups.count = 0;
	for (uint32_t g = 0; g < matching->groups.count; g++)
		list_push(matching->arena, &findings->groups);
	for (uint32_t f = 0; f < findings->findings.count; f++) {
		struct finding *finding = &findings->findings.items[f];
		uint32_t group = UINT32_MAX;
		bool one = true;
		for (uint32_t v = 0; v < finding->versions.count; v++) {
			for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
				const struct member *member = &finding->versions.items[v].items[m];
				uint32_t unit = terms_unit(&matching->terms, member->article, member->sentence);
				uint32_t of = unit == UINT32_MAX ? UINT32_MAX : matching->groups.of[unit];
				one = one && of != UINT32_MAX && (group == UINT32_MAX || of == group);
				group = of;
			}
		}
		if (!one) {
			group = findings->groups.count;
			list_push(matching->arena, &findings->groups);
		}
		finding->group = group;
	}
}

static void ask(const struct matching *matching, const struct rule *rule, const struct facet_kind *kind, bool *units)
{
	struct arena_mark mark = arena_mark(matching->scratch);
	bool *asks = arena_array(matching->scratch, bool, matching->terms.units.count + 1u);
	for (uint32_t u = 0; u < matching->terms.units.count; u++)
		asks[u] = kind->asks(matching, rule, u);
	for (uint32_t c = 0; c < matching->candidates.count; c++) {
		const struct candidate *pair = &matching->candidates.items[c];
		if (pair->similarity.score < kind->floor)
			break;
		if (asks[pair->a] && asks[pair->b])
			units[pair->a] = units[pair->b] = true;
	}
	arena_rewind(matching->scratch, mark);
}

void rules_ask(const struct matching *matching, bool *units)
{
	for (uint32_t r = 0; r < matching->rules->count; r++) {
		const struct rule *rule = &matching->rules->items[r];
		const struct facet_kind *kind = kind_of(rule->kind);
		if (!rule->off && kind && kind->asks)
			ask(matching, rule, kind, units);
	}
}

void rules_match(struct matching *matching, double least)
{
	table_init(&matching->conflicts, matching->arena);
	for (uint32_t r = 0; r < matching->rules->count; r++) {
		const struct rule *rule = &matching->rules->items[r];
		const struct facet_kind *kind = kind_of(rule->kind);
		if (!rule->off && kind && !kind->pair)
			match_facets(matching, rule, kind);
		else if (!rule->off && rule->kind == RULE_NAME)
			match_names(matching, rule);
		else if (!rule->off && rule->kind == RULE_TITLE)
			match_titles(matching, rule);
	}
	for (uint32_t r = 0; r < matching->rules->count; r++) {
		const struct rule *rule = &matching->rules->items[r];
		const struct facet_kind *kind = kind_of(rule->kind);
		if (!rule->off && kind && kind->pair)
			match_pairs(matching, rule, kind);
	}
	for (uint32_t r = 0; r < matching->rules->count; r++)
		if (!matching->rules->items[r].off && matching->rules->items[r].kind == RULE_CLAIM)
			match_claims(matching, &matching->rules->items[r]);
	match_overruled(matching);
	evidence_weigh(matching, least);
	match_outdated(matching);
	for (uint32_t r = 0; r < matching->rules->count; r++) {
		const struct rule *rule = &matching->rules->items[r];
		if (!rule->off && rule->kind == RULE_SOURCE && matching->required >> rule->requires & 1)
			match_sources(matching, rule);
	}
	assign_groups(matching);
	match_rest(matching);
}
