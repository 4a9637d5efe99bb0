/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kinds quantity and count: amounts of one dimension, or numbers that count one
 * noun, in one role.
 *
 *   "killed at least 14 people" | "the death toll rose to 22"
 *   → rule deaths: one role, [14, ) and 22, which has outgrown it
 */
#include <math.h>

#include "rules/amount.h"
#include "rules/figure.h"

/* A proposal here, a demand there: positions of parties, not facts. */
static bool is_position(uint8_t frame)
{
	return frame == FRAME_PROPOSED || frame == FRAME_DEMANDED;
}

/* Both speakers are somebody: "police said", "officials said" are sources of one fact, no parties. */
static bool is_named_party(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct mention *x = &matching->accounts[a->account].mentions.items[a->speaker];
	const struct mention *y = &matching->accounts[b->account].mentions.items[b->speaker];
	return !x->attribution.anonymous && !y->attribution.anonymous;
}

/* A plan or an estimate against a fact is no conflict. */
static bool frames_comparable(const struct facet *a, const struct facet *b, bool *dispute)
{
	*dispute = is_position(a->frame) && is_position(b->frame) && a->frame != b->frame;
	return a->frame == b->frame || *dispute;
}

/* Whether the two figures can both be right. A birthday may lie between two ages. */
static enum amount_relation relate(const struct rule *rule, const struct mention *m, const struct mention *n)
{
	const struct amount *a = &m->amount, *b = &n->amount;
	enum amount_relation relation = amount_compare(a, b, rule->margin, rule->tolerance_written);
	if (relation == AMOUNT_APART && m->kind == MENTION_AGE && span_equal(a->unit.code, b->unit.code) &&
	    fabs(a->value - b->value) <= 1)
		return AMOUNT_MEETS;
	return relation == AMOUNT_APART && amount_rounded(a, b, rule->rounding) ? AMOUNT_MEETS : relation;
}

bool amount_far(const struct rule *rule, const struct amount *a, const struct amount *b)
{
	double x = amount_to_base(a).value, y = amount_to_base(b).value;
	return rule->within > 0 && fabs(x - y) > rule->within * fmax(fabs(x), fabs(y));
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {0};
	const struct amount *x = &facet_mention(matching, a)->amount, *y = &facet_mention(matching, b)->amount;
	if (facet_mention(matching, a)->kind != facet_mention(matching, b)->kind)
		return verdict;
	enum amount_relation relation = relate(rule, facet_mention(matching, a), facet_mention(matching, b));
	enum same role = amount_role(matching, rule, a, b);
	/* Two articles with one figure each of the same noun mean the same, where their sentences are at all alike. */
	if (role == SAME_UNKNOWN && a->question && a->question == b->question &&
	    similarity->score >= matching->language->alignment.related)
		role = SAME_YES;
	bool dispute, frames = frames_comparable(a, b, &dispute);
	if (relation == AMOUNT_UNCOMPARABLE || (relation == AMOUNT_APART && amount_far(rule, x, y)))
		return verdict;
	/* What is proposed and what is demanded need not be told in like sentences: one word of the matter is enough. */
	if (dispute && relation == AMOUNT_APART &&
	    (facet_shared_near(a, b) || similarity->shared >= matching->language->alignment.dispute) &&
	    (rule->kind != RULE_COUNT || role != SAME_NO) && same_place(matching, a, b) != SAME_NO)
		return (struct verdict){.kind = VERDICT_DIFFER, .dispute = true, .confidence = rule->confidence * 0.9};
	if (role == SAME_NO || opposed_predicates(matching, a, b))
		return verdict;
	/* "At least one" and "24": what grows has outgrown the bound. */
	bool bound = x->bound != AMOUNT_POINT || y->bound != AMOUNT_POINT;
	bool outgrown = rule->change == CHANGE_GROWS && relation == AMOUNT_MEETS && bound && x->value != y->value &&
			!x->vague && !y->vague;
	if (relation == AMOUNT_EQUAL || (relation == AMOUNT_MEETS && !outgrown)) {
		/* The same figure in like sentences is the same fact even where a field can't be told. */
		bool alike = similarity_of_part(similarity) >= 0.35 && !similarity->apart &&
			     same_population(matching, a, b) != SAME_NO && same_period(matching, a, b) != SAME_NO;
		const char *ignored;
		if ((alike && (role == SAME_YES || similarity_of_part(similarity) >= 0.45)) ||
		    same_all(matching, rule, a, b, similarity, role, &verdict.same, &ignored))
			verdict.kind = relation == AMOUNT_EQUAL ? VERDICT_AGREE : VERDICT_FULLER;
		verdict.other_value = x->value != y->value;
		verdict.vague = x->vague != y->vague;
		verdict.confidence = rule->confidence;
		return verdict;
	}
	const char *failed = NULL;
	if (!same_all(matching, rule, a, b, similarity, role, &verdict.same, &failed)) {
		verdict.abstained = failed;
		return verdict;
	}
	if (!amount_set_alike(matching, a, b) && facet_is_past(matching, a) &&
	    facet_has_place(matching, a) != facet_has_place(matching, b)) {
		verdict.abstained = "place"; /* of a disaster long ago: all of it, or here */
		return verdict;
	}
	bool vague = x->vague != y->vague && rule->change != CHANGE_GROWS;
	if (!frames || vague || x->of_total != y->of_total) {
		verdict.abstained = "frame";
		return verdict;
	}
	bool asked = a->question && a->question == b->question && !matching->pair;
	/* Of what changes, two speakers tell two moments. */
	bool told = rule->change == CHANGE_FIXED && a->speaker != CLAIM_NONE && b->speaker != CLAIM_NONE;
	enum same speaker = told ? same_speaker(matching, a, b) : SAME_YES;
	if (asked && speaker == SAME_UNKNOWN)
		speaker = SAME_YES; /* one figure in each article: whoever says it */
	if (speaker == SAME_UNKNOWN) {
		verdict.abstained = "speaker"; /* "it lasted 30 seconds, a clerk said" against "ten, she says" */
		return verdict;
	}
	if (!rule->about.count && amount_others(matching, a, b, similarity, asked)) {
		verdict.abstained = "two readings";
		return verdict;
	}
	verdict.abstained = matching->pair ? figure_doubt(matching, a, b) : NULL;
	if (verdict.abstained)
		return verdict;
	verdict.kind = VERDICT_DIFFER;
	verdict.dispute = speaker == SAME_NO && is_named_party(matching, a, b);
	verdict.confidence = rule->confidence * (0.7 + 0.3 * similarity->score);
	return verdict;
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	enum amount_relation relation = relate(rule, facet_mention(matching, a), facet_mention(matching, b));
	return relation == AMOUNT_EQUAL || relation == AMOUNT_MEETS;
}

/* "about 40 km", "14 people": the amount with its noun, a part as it is written. */
static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	const struct mention *m = facet_mention(matching, facet);
	const struct amount *amount = &m->amount;
	if (m->kind == MENTION_DURATION || m->kind == MENTION_AGE) /* "six years", not "6 yr" */
		return article_text(facet_article(matching, facet), m->start, m->end);
	if (amount->vague && amount->noun == MENTION_NONE) /* "dozens", not "24–99" */
		return article_text(facet_article(matching, facet), m->start, m->end);
	struct span text = amount_label(matching->arena, matching->language, amount);
	if (amount->noun == MENTION_NONE || amount->unit.code.len)
		return text;
	const struct article *article = facet_article(matching, facet);
	const struct token *noun = &article->tokens.items[amount->noun];
	bool part = amount->of_total && isnan(amount->total);
	if ((part || amount->vague) && noun->end > m->end) /* "one of the victims", not "1 victims" */
		return article_text(article, m->start, noun->end);
	return arena_format(matching->arena, SPAN_FMT " " SPAN_FMT, SPAN_ARG(text),
			    SPAN_ARG(article_text(article, noun->start, noun->end)));
}

const struct facet_kind facet_amount = {.collect = amount_collect,
					.compare = compare,
					.meet = meet,
					.label = label,
					.asks = amount_asks,
					.floor = 0.04,
					.agrees = true,
					.one_slot = true};
