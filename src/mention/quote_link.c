/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quotations to the attribution that tells who says them.
 *
 *   “It holds,” Brandt said. “We checked.”  → both Brandt's
 *   [“We checked it twice.”] as the next paragraph → Brandt's too
 *
 * The attribution is sought in the quotation's own sentences, then before it in
 * the paragraph, then, for a paragraph that is nothing but a quotation, in the
 * paragraph before. Limits: a quotation after which another person is named
 * without a verb of saying goes to the speaker before.
 */
#include "mention/attribution.h"

struct linking {
	struct scan *scan;
	const uint32_t *first; /* per sentence: its first attribution in the list */
	uint32_t *quotes;      /* indices, by place */
	uint32_t count;
};

static const struct sentence *sentence_at(const struct linking *linking, uint32_t sentence)
{
	return &linking->scan->article->sentences.items[sentence];
}

static uint32_t last_sentence(const struct linking *linking, const struct mention *quote)
{
	uint32_t last = article_sentence_at(linking->scan->article, quote->end - 1);
	return last == UINT32_MAX || last < quote->sentence ? quote->sentence : last;
}

static bool inside(const struct mention *m, const struct mention *quote)
{
	return m->start >= quote->start && m->end <= quote->end;
}

static uint32_t distance(const struct mention *m, const struct mention *quote)
{
	if (m->end <= quote->start)
		return quote->start - m->end;
	return m->start >= quote->end ? m->start - quote->end : 0;
}

/* Of two attributions that hold QUOTE: is A the better one? The inner one, else the nearer one. */
static bool better(const struct mention *a, const struct mention *b, const struct mention *quote)
{
	bool a_inside = b->attribution.scope_start <= a->start && a->end <= b->attribution.scope_end;
	bool b_inside = a->attribution.scope_start <= b->start && b->end <= a->attribution.scope_end;
	if (a_inside != b_inside)
		return a_inside;
	return distance(a, quote) < distance(b, quote);
}

/* The attribution in SENTENCE whose scope meets QUOTE. */
static uint32_t find_in(const struct linking *linking, uint32_t sentence, const struct mention *quote)
{
	const struct mention *items = linking->scan->out->items;
	uint32_t best = MENTION_NONE;
	for (uint32_t i = linking->first[sentence]; i < linking->first[sentence + 1]; i++) {
		const struct attribution *a = &items[i].attribution;
		if (inside(&items[i], quote) || a->scope_start >= quote->end || quote->start >= a->scope_end)
			continue;
		if (best == MENTION_NONE || better(&items[i], &items[best], quote))
			best = i;
	}
	return best;
}

/* The last attribution of SENTENCE that stands in no quotation. */
static uint32_t last_in(const struct linking *linking, uint32_t sentence)
{
	const struct mention *items = linking->scan->out->items;
	for (uint32_t i = linking->first[sentence + 1]; i-- > linking->first[sentence];) {
		bool quoted = false;
		for (uint32_t q = 0; q < linking->count && !quoted; q++)
			quoted = !items[linking->quotes[q]].quote.open && inside(&items[i], &items[linking->quotes[q]]);
		if (!quoted)
			return i;
	}
	return MENTION_NONE;
}

static bool paragraph_starts(const struct linking *linking, uint32_t sentence)
{
	return !sentence || sentence_at(linking, sentence - 1)->paragraph != sentence_at(linking, sentence)->paragraph;
}

static bool opens_sentence(const struct linking *linking, const struct mention *quote)
{
	return quote->first_token == sentence_at(linking, quote->sentence)->first_token;
}

/* Is QUOTE all that its paragraphs hold? */
static bool fills_paragraph(const struct linking *linking, const struct mention *quote)
{
	const struct sentence_list *sentences = &linking->scan->article->sentences;
	uint32_t last = last_sentence(linking, quote);
	if (!opens_sentence(linking, quote) || !paragraph_starts(linking, quote->sentence))
		return false;
	return quote->end >= sentence_at(linking, last)->end &&
	       (last + 1 >= sentences->count || paragraph_starts(linking, last + 1));
}

/* The speaker of the paragraph before QUOTE's, when that goes on: it tells what somebody says, or ends with a colon. */
static uint32_t from_paragraph_before(const struct linking *linking, const struct mention *quote,
				      const struct mention *before)
{
	uint32_t sentence = quote->sentence;
	if (!sentence || sentence_at(linking, sentence - 1)->kind != SENTENCE_BODY)
		return MENTION_NONE;
	if (before && last_sentence(linking, before) == sentence - 1)
		return before->quote.attribution;
	return last_in(linking, sentence - 1);
}

static uint32_t find(const struct linking *linking, const struct mention *quote, const struct mention *before)
{
	uint32_t last = last_sentence(linking, quote);
	uint32_t found = find_in(linking, quote->sentence, quote);
	if (found == MENTION_NONE && last != quote->sentence)
		found = find_in(linking, last, quote);
	if (found == MENTION_NONE && last + 1 < linking->scan->article->sentences.count)
		found = find_in(linking, last + 1, quote);
	if (found != MENTION_NONE)
		return found;
	bool same = before && before->quote.attribution != MENTION_NONE && !quote->quote.scare &&
		    linking->scan->out->items[before->quote.attribution].sentence == quote->sentence;
	if (same && before->end <= quote->start) /* “It”, said Brandt, a diver, “holds” */
		return before->quote.attribution;
	if (!opens_sentence(linking, quote))
		return MENTION_NONE;
	if (!paragraph_starts(linking, quote->sentence)) {
		bool adjacent = before && sentence_at(linking, before->sentence)->paragraph ==
						  sentence_at(linking, quote->sentence)->paragraph;
		if (adjacent && before->quote.attribution != MENTION_NONE && !quote->quote.scare)
			return before->quote.attribution;
		return last_in(linking, quote->sentence - 1);
	}
	return fills_paragraph(linking, quote) ? from_paragraph_before(linking, quote, before) : MENTION_NONE;
}

/* By place: inner ones were found before those around them. */
static void gather(struct linking *linking, uint32_t end)
{
	const struct mention *items = linking->scan->out->items;
	linking->quotes = arena_array(linking->scan->arena, uint32_t, end + 1);
	for (uint32_t i = 0; i < end; i++) {
		uint32_t at = linking->count;
		if (items[i].kind != MENTION_QUOTE)
			continue;
		while (at > 0 && items[linking->quotes[at - 1]].start > items[i].start) {
			linking->quotes[at] = linking->quotes[at - 1];
			at--;
		}
		linking->quotes[at] = i;
		linking->count++;
	}
}

void quotes_link(struct scan *scan, uint32_t quotes_end, const uint32_t *first)
{
	struct linking linking = {.scan = scan, .first = first};
	struct mention *items = scan->out->items, *before = NULL;
	gather(&linking, quotes_end);
	for (uint32_t i = 0; i < linking.count; i++) {
		struct mention *quote = &items[linking.quotes[i]];
		quote->quote.attribution = find(&linking, quote, before);
		if (quote->quote.attribution != MENTION_NONE)
			quote->quote.scare = false;
		if (!quote->quote.scare && !(before && inside(quote, before)))
			before = quote;
	}
	/* “… with every paragraph. / “The last one tells who said it,” she said. */
	for (uint32_t i = linking.count; i-- > 1;) {
		struct mention *open = &items[linking.quotes[i - 1]], *next = &items[linking.quotes[i]];
		if (open->quote.open && open->quote.attribution == MENTION_NONE &&
		    paragraph_starts(&linking, next->sentence) && opens_sentence(&linking, next) &&
		    next->sentence == last_sentence(&linking, open) + 1)
			open->quote.attribution = next->quote.attribution;
	}
}
