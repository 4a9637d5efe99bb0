/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Credits, wording and facts into lineages.
 *
 *   A 40 lines, "(Newswire)"; B A's first 12 lines; C "Source: Newswire", other
 *   words, A's names and figures; D three paragraphs of A, the rest its own
 *   → A B C are one lineage, "Newswire", D is another
 *
 * The longest text stands for its lineage, since reprints are cut; each article
 * is compared with those, longest first, and joins the one that holds most of
 * it. So everything in a lineage has the original itself in common, and nothing
 * chains. It goes in rounds: copies join, then what stands for them joins what
 * holds most of its words, then what one agency tells alike.
 *
 * Decision 0015 says why. Limits: a rewrite that credits nobody is not known.
 */
#include "align/lineage.h"

#include <stdlib.h>

#include "align/outline.h"
#include "align/wording.h"

enum {
	PERMILLE = 1000,
	COPY = 800,           /* of the shorter's own words: nothing else was written */
	MOST_OF_IT = 500,     /* no more than half of it is its own */
	CREDITED_PART = 250,  /* with one credit: a passage or two */
	CREDITED_FACTS = 600, /* with one credit: of the facts of the one that has fewer */
	WORDS_LEAST = 24,     /* a sentence that stands in both may be chance, or an announcement */
	FACTS_LEAST = 4,      /* of one day */
	ORDER_LEAST = 8,      /* of unknown days, in one order */
	CANDIDATES = 8,       /* that an article's words are compared with */
	AGENCY_MOST = 32      /* that its facts are compared with */
};

struct text {
	uint32_t account, standing; /* standing: the text that stands for it; itself if it does */
	const struct article *article;
	struct span credit; /* its own; where it has none, that of one that joined it */
	struct wording wording;
	struct outline outline;
};

struct tracing {
	struct arena *arena;
	struct text *texts; /* longest first */
	uint32_t count;
	bool *worded; /* per text: wording joined it, or another to it */
};

/* Whose reporting it is: what it credits, else its own outlet, which may be the agency that others credit. */
static struct span maker(const struct text *text)
{
	return text->credit.len ? text->credit : text->article->outlet;
}

/* Longest first; what is as long, by its letters. */
static int by_length(const void *left, const void *right)
{
	const struct text *a = left, *b = right;
	if (a->wording.words != b->wording.words)
		return a->wording.words > b->wording.words ? -1 : 1;
	int order = span_compare(a->article->source.text, b->article->source.text);
	order = order ? order : span_compare(maker(a), maker(b));
	order = order ? order : span_compare(a->article->source.path, b->article->source.path);
	return order ? order
		     : (a->article->published.day > b->article->published.day) -
			       (a->article->published.day < b->article->published.day);
}

static bool same_credit(const struct text *a, const struct text *b)
{
	return maker(a).len && span_equal(maker(a), maker(b));
}

static bool two_credits(const struct text *a, const struct text *b)
{
	return a->credit.len && b->credit.len && !same_credit(a, b);
}

/* PART's own words that stand in WHOLE, in thousandths; 0: too few for its lineage. */
static uint32_t held(const struct text *part, const struct text *whole, uint32_t copy)
{
	uint32_t shared = wording_shared(&part->wording, &whole->wording), needed = copy;
	if (copy < COPY && same_credit(part, whole))
		needed = CREDITED_PART;
	else if (two_credits(part, whole)) /* half of it may be what both took from elsewhere */
		needed = COPY;
	uint32_t share = part->wording.words ? (uint32_t)((uint64_t)shared * PERMILLE / part->wording.words) : 0;
	return shared >= WORDS_LEAST && share >= needed ? share : 0;
}

/* One agency's facts: of one day most of them, of unknown days most of them in one order. */
static uint32_t told_alike(const struct text *a, const struct text *b)
{
	struct timestamp x = a->article->published, y = b->article->published;
	uint32_t fewer = a->outline.count < b->outline.count ? a->outline.count : b->outline.count;
	struct outline_match match = outline_compare(&a->outline, &b->outline);
	bool dated = x.known && y.known;
	uint32_t alike = dated ? match.shared : match.in_order;

	if (dated && (x.day > y.day + 1 || y.day > x.day + 1))
		return 0;
	if (alike < (dated ? FACTS_LEAST : ORDER_LEAST) || alike * PERMILLE < CREDITED_FACTS * fewer)
		return 0;
	return alike * PERMILLE / fewer;
}

static void join(struct tracing *tracing, uint32_t text, uint32_t to, bool by_words)
{
	tracing->texts[text].standing = to;
	if (!tracing->texts[to].credit.len)
		tracing->texts[to].credit = tracing->texts[text].credit;
	if (by_words)
		tracing->worded[text] = tracing->worded[to] = true;
}

/* Each text that stands for itself joins the one before it that holds most of its words, if that is enough. */
static void join_words(struct tracing *tracing, uint32_t needed)
{
	struct sketch sketch;
	sketch_init(&sketch, tracing->arena, tracing->count);
	for (uint32_t t = 0; t < tracing->count; t++) {
		struct text *text = &tracing->texts[t];
		uint32_t found[CANDIDATES], best = 0, to = t;
		if (text->standing != t)
			continue;
		uint32_t n = sketch_find(&sketch, tracing->arena, &text->wording, found, CANDIDATES);
		for (uint32_t i = 0; i < n; i++) {
			uint32_t share = held(text, &tracing->texts[found[i]], needed);
			if (share > best || (share && share == best && found[i] < to)) {
				best = share;
				to = found[i];
			}
		}
		if (best)
			join(tracing, t, to, true);
		else
			sketch_add(&sketch, tracing->arena, &text->wording, t);
	}
}

struct agency {
	uint32_t texts[AGENCY_MOST], count;
};

/* What is left of one agency's: by what it tells. */
static void join_facts(struct tracing *tracing, const struct account *accounts)
{
	struct table numbers;
	struct LIST(struct agency) agencies = {0};
	table_init(&numbers, tracing->arena);
	for (uint32_t t = 0; t < tracing->count; t++) {
		struct text *text = &tracing->texts[t];
		uint32_t best = 0, to = t;
		bool added;
		if (text->standing != t || !maker(text).len)
			continue;
		uint32_t *number = table_put(&numbers, span_hash(maker(text)), &added);
		if (added) {
			*number = agencies.count;
			list_push(tracing->arena, &agencies);
		}
		struct agency *agency = &agencies.items[*number];
		outline_read(&text->outline, tracing->arena, &accounts[text->account]);
		for (uint32_t i = 0; i < agency->count; i++) {
			uint32_t share = told_alike(text, &tracing->texts[agency->texts[i]]);
			if (share > best) {
				best = share;
				to = agency->texts[i];
			}
		}
		if (best)
			join(tracing, t, to, false);
		else if (agency->count < AGENCY_MOST)
			agency->texts[agency->count++] = t;
	}
}

static void number(struct lineage *lineage, struct tracing *tracing, uint32_t *text_of)
{
	uint32_t *name = arena_array(tracing->arena, uint32_t, tracing->count + 1u);
	for (uint32_t t = 0; t < tracing->count; t++)
		text_of[tracing->texts[t].account] = t;
	for (uint32_t a = 0; a < tracing->count; a++) {
		uint32_t top = text_of[a];
		while (tracing->texts[top].standing != top)
			top = tracing->texts[top].standing;
		if (!name[top])
			name[top] = ++lineage->count;
		uint32_t l = lineage->of[a] = name[top] - 1;
		lineage->shared_wording[l] = lineage->shared_wording[l] || tracing->worded[text_of[a]];
		struct span credit = tracing->texts[text_of[a]].article->credit;
		struct span *best = &lineage->names[l];
		if (credit.len && (!best->len || span_compare(credit, *best) < 0))
			*best = credit;
	}
}

void lineage_find(struct lineage *lineage, struct arena *arena, struct language *language,
		  const struct account *accounts, uint32_t count)
{
	*lineage = (struct lineage){.of = arena_array(arena, uint32_t, count + 1u),
				    .names = arena_array(arena, struct span, count + 1u),
				    .shared_wording = arena_array(arena, bool, count + 1u)};
	struct arena_mark mark = arena_mark(arena);
	struct tracing tracing = {.arena = arena,
				  .texts = arena_array(arena, struct text, count + 1u),
				  .count = count,
				  .worded = arena_array(arena, bool, count + 1u)};
	for (uint32_t a = 0; a < count; a++) {
		struct text *text = &tracing.texts[a];
		text->account = a;
		text->article = accounts[a].article;
		text->credit = text->article->credit;
		wording_read(&text->wording, arena, language, &accounts[a]);
	}
	if (count > 1)
		qsort(tracing.texts, count, sizeof *tracing.texts, by_length);
	for (uint32_t t = 0; t < count; t++)
		tracing.texts[t].standing = t;
	join_words(&tracing, COPY);
	join_words(&tracing, MOST_OF_IT);
	join_facts(&tracing, accounts);
	number(lineage, &tracing, arena_array(arena, uint32_t, count + 1u));
	arena_rewind(arena, mark);
}

void lineage_none(struct lineage *lineage, struct arena *arena, uint32_t count)
{
	*lineage = (struct lineage){.of = arena_array(arena, uint32_t, count + 1u),
				    .count = count,
				    .names = arena_array(arena, struct span, count + 1u),
				    .shared_wording = arena_array(arena, bool, count + 1u)};
	for (uint32_t i = 0; i < count; i++)
		lineage->of[i] = i;
}
