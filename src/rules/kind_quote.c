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
#define SENTENCES_BACK 8 /* how far back a quotation may have begun that goes on in a sentence */
#define CONTENT_LEAST 3  /* content words in common that make up for a looser wording … */
#define LOOSE 0.5        /* … of at least so much */

/* A quotation's words, marks left out: as they are written, and their lemmas. */
struct wording {
	uint32_t word[WORDS_MOST], lemma[WORDS_MOST], count;
};

static void words_of(const struct matching *matching, const struct facet *facet, struct wording *wording)
{
	const struct article *article = facet_article(matching, facet);
	wording->count = 0;
	for (uint32_t t = facet->first_token; t < facet->first_token + facet->token_count; t++) {
		const struct token *token = &article->tokens.items[t];
		if (token->kind == TOKEN_MARK || wording->count == WORDS_MOST)
			continue;
		wording->word[wording->count] = token->word;
		wording->lemma[wording->count++] = token->lemma;
	}
}

/* The part of the quotation M of SENTENCE that stands in FACET's sentence. */
static void add_part(const struct matching *matching, uint32_t unit, uint32_t mention, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct sentence *sentence = &account->article->sentences.items[where->sentence];
	const struct mention *m = &account->mentions.items[mention];
	uint32_t first = sentence->first_token, end = first + sentence->token_count;
	uint32_t from = m->first_token > first ? m->first_token : first, to = m->first_token + m->token_count;
	to = to < end ? to : end;
	if (from >= to)
		return;
	struct facet facet = facet_make(matching, unit, from, to);
	facet.mention = mention;
	if (m->quote.attribution != MENTION_NONE)
		facet.speaker = m->quote.attribution;
	struct wording wording;
	words_of(matching, &facet, &wording);
	if (wording.count >= WORDS_LEAST)
		list_add(matching->scratch, facets, facet);
}

/* A quotation of several sentences is compared sentence by sentence. */
static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	(void)rule;
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct mention_list *list = &matching->accounts[where->account].mentions;
	uint32_t back = where->sentence > SENTENCES_BACK ? where->sentence - SENTENCES_BACK : 0;
	for (uint32_t i = list->sentence_first[back]; i < list->sentence_first[where->sentence + 1]; i++)
		if (list->items[i].kind == MENTION_QUOTE)
			add_part(matching, unit, i, facets);
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

/* The quotation that the attribution MENTION of ACCOUNT is of, at most WORDS_MOST words; nothing: it is of none. */
static void quoted_by(const struct account *account, uint32_t mention, struct wording *wording)
{
	const struct mention_list *list = &account->mentions;
	uint32_t sentence = list->items[mention].sentence;
	uint32_t back = sentence > 0 ? sentence - 1 : 0, limit = account->article->sentences.count;
	wording->count = 0;
	for (uint32_t i = list->sentence_first[back];
	     i < list->sentence_first[sentence + 1 < limit ? sentence + 2 : limit]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_QUOTE || m->quote.attribution != mention)
			continue;
		for (uint32_t t = m->first_token; t < m->first_token + m->token_count; t++) {
			const struct token *token = &account->article->tokens.items[t];
			if (token->kind != TOKEN_MARK && wording->count < WORDS_MOST)
				wording->word[wording->count++] = token->word;
		}
	}
}

uint32_t quoted_alike(const struct matching *matching, uint32_t account_a, uint32_t a, uint32_t account_b, uint32_t b)
{
	struct wording x, y;
	uint32_t run;
	quoted_by(&matching->accounts[account_a], a, &x);
	quoted_by(&matching->accounts[account_b], b, &y);
	common_words(x.word, x.count, y.word, y.count, &run);
	return run;
}

/* Words of both, in any order, that are no function words; each of A once. */
static uint32_t shared_content(const struct matching *matching, const struct wording *a, const struct wording *b)
{
	uint32_t shared = 0;
	for (uint32_t i = 0; i < a->count; i++) {
		if (language_word(matching->language, a->word[i])->flags & WORD_STOP)
			continue;
		for (uint32_t j = 0; j < b->count; j++)
			if (a->lemma[i] == b->lemma[j]) {
				shared++;
				break;
			}
	}
	return shared;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	(void)similarity;
	struct verdict verdict = {.confidence = rule->confidence};
	struct wording x, y;
	uint32_t run, lemma_run;
	words_of(matching, a, &x);
	words_of(matching, b, &y);
	uint32_t least = x.count < y.count ? x.count : y.count;
	common_words(x.word, x.count, y.word, y.count, &run);
	uint32_t common = common_words(x.lemma, x.count, y.lemma, y.count, &lemma_run);
	double dice = 2.0 * common / (x.count + y.count);
	if (same_speaker(matching, a, b) == SAME_NO && run < 5)
		return verdict;
	uint32_t content = shared_content(matching, &x, &y);
	bool alike = dice >= rule->similarity && common >= 3 && (lemma_run >= 2 || common >= 4) && content >= 2;
	bool loosely = dice >= LOOSE && content >= CONTENT_LEAST;
	if (run == least) /* the same words, or a part of them */
		verdict.kind = x.count == y.count ? VERDICT_AGREE : VERDICT_FULLER;
	else if (alike || loosely)
		verdict.kind = VERDICT_DIFFER;
	if (!alike)
		verdict.confidence *= 0.8;
	return verdict;
}

const struct facet_kind facet_quote = {
	.collect = collect, .compare = compare, .label = facet_label, .floor = 0.15, .agrees = true};
