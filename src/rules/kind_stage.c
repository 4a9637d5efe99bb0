/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind stage: classes of phrases that follow one another in time.
 *
 *   classes charged ("be accused of"), convicted ("be found guilty")
 *   "Ada Krell is accused of arson." | "Krell was found guilty." → an update: charged, then convicted
 *
 * Of each article the last stage counts alone: what was before is its background. All but the first stage must have come
 * about: "will be arraigned", "they hope to restore power" tell of none.
 */
#include "rules/phrases.h"
#include "rules/question.h"

struct collecting {
	const struct matching *matching;
	uint32_t unit;
	struct facet_list *facets;
};

/* The phrase itself negates: "pleaded not guilty". */
static bool holds_negator(const struct matching *matching, const struct facet *facet)
{
	uint32_t list = language_list(matching->language, "negator");
	for (uint32_t t = facet->first_token; t < facet->first_token + facet->token_count; t++)
		if (language_word_entry(matching->language, list, facet_article(matching, facet)->tokens.items[t].word))
			return true;
	return false;
}

static bool came_about(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	if (facet->frame == FRAME_INTENDED || facet->frame == FRAME_DENIED || facet->frame == FRAME_DEMANDED)
		return false;
	return !claim || (claim->modality == MODALITY_FLAT && !claim->infinitive &&
			  (!claim_negative(claim) || holds_negator(matching, facet)));
}

static void add_found(void *data, const struct found_phrase *found)
{
	const struct collecting *collecting = data;
	struct facet facet = facet_make(collecting->matching, collecting->unit, found->first, found->limit);
	facet.role = found->class + 1;
	if (facet.frame == FRAME_QUESTION || facet.frame == FRAME_CONDITIONAL ||
	    (found->class > 0 && !came_about(collecting->matching, &facet)))
		return;
	list_add(collecting->matching->scratch, collecting->facets, facet);
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	phrases_find(matching, rule, unit, add_found, &(struct collecting){matching, unit, facets});
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence * (0.85 + 0.15 * similarity->score)};
	if (!a->question || a->question != b->question || questions_name_persons(matching, a, b) ||
	    !same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
		return verdict;
	verdict.kind = a->role == b->role ? VERDICT_AGREE : VERDICT_DIFFER;
	return verdict;
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)matching;
	(void)rule;
	return a->role == b->role;
}

const struct facet_kind facet_stage = {.collect = collect,
				       .compare = compare,
				       .meet = meet,
				       .label = phrases_label,
				       .asks = phrases_ask,
				       .floor = 0.06};
