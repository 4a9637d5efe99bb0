/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind quote: one quotation, worded alike or differently.
 *
 *   "still a real chance" | "still a real window of chance" → variant
 *
 * Two quotations are one when their words overlap in order by the rule's
 * `similarity` (longest common subsequence, Dice) and their speakers are not
 * known to differ.
 */
#include "rules/facet.h"

#define WORDS_LEAST 3
#define WORDS_MOST 80

static uint32_t words_of(const struct matching *matching, const struct facet *facet, uint32_t *words)
{
	const struct article *article = facet_article(matching, facet);
	uint32_t count = 0;
	for (uint32_t t = facet->first_token; t < facet->first_token + facet->token_count && count < WORDS_MOST; t++)
		if (article->tokens.items[t].kind != TOKEN_MARK)
			words[count++] = article->tokens.items[t].word;
	return count;
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	(void)rule;
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		uint32_t words[WORDS_MOST];
		if (m->kind != MENTION_QUOTE)
			continue;
		/* A quotation of several sentences is compared sentence by sentence: its first here. */
		const struct sentence *sentence = &account->article->sentences.items[where->sentence];
		uint32_t limit = m->first_token + m->token_count, end = sentence->first_token + sentence->token_count;
		struct facet facet = facet_make(matching, unit, m->first_token, limit < end ? limit : end);
		facet.mention = i;
		if (m->quote.attribution != MENTION_NONE)
			facet.speaker = m->quote.attribution;
		if (words_of(matching, &facet, words) >= WORDS_LEAST)
			list_add(matching->scratch, facets, facet);
	}
}

/* Length of the longest common subsequence, and of the longest common run. */
static uint32_t common_words(const uint32_t *a, uint32_t n, const uint32_t *b, uint32_t m, uint32_t *run)
{
	uint32_t row[WORDS_MOST + 1] = {0}, runs[WORDS_MOST + 1] = {0};
	*run = 0;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t before = 0, run_before = 0;
		for (uint32_t j = 1; j <= m; j++) {
			uint32_t above = row[j], run_above = runs[j];
			bool same = a[i] == b[j - 1];
			runs[j] = same ? run_before + 1 : 0;
			*run = runs[j] > *run ? runs[j] : *run;
			row[j] = same ? before + 1 : (above > row[j - 1] ? above : row[j - 1]);
			before = above;
			run_before = run_above;
		}
	}
	return row[m];
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	(void)similarity;
	struct verdict verdict = {.confidence = rule->confidence};
	uint32_t one[WORDS_MOST], two[WORDS_MOST], run;
	uint32_t n = words_of(matching, a, one), m = words_of(matching, b, two);
	uint32_t common = common_words(one, n, two, m, &run), least = n < m ? n : m;
	double dice = 2.0 * common / (n + m);
	if (same_speaker(matching, a, b) == SAME_NO && run < 5)
		return verdict;
	if (run == least) /* the same words, or a part of them */
		verdict.kind = n == m ? VERDICT_AGREE : VERDICT_FULLER;
	else if (dice >= rule->similarity && common >= 3 && (run >= 2 || common >= 4))
		verdict.kind = VERDICT_DIFFER;
	return verdict;
}

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	return facet_text(matching, facet);
}

const struct facet_kind facet_quote = {
	.collect = collect, .compare = compare, .label = label, .floor = 0.15, .agrees = true};
