/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The articles, whole, with what was found marked where it stands.
 *
 *   <span class="sentence" id="A-6" data-line="9">The dam is <a class="hit contradiction"
 *   href="#finding-2bbe394e">27 metres<span …>✗</span></a> high.</span>
 *
 * Only what somebody has to look into is marked. Where two such members
 * overlap, the one that starts first is marked, and the other is reached by a
 * mark behind it.
 */
#include "html/html.h"

#include <stdlib.h>

struct page_hit {
	uint32_t start, end, sentence;
	const struct finding *finding;
};

struct page_hits LIST(struct page_hit);

static int by_place(const void *left, const void *right)
{
	const struct page_hit *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return strcmp(a->finding->id, b->finding->id);
}

static struct page_hits *find_hits(struct page *page)
{
	struct page_hits *hits = arena_array(page->arena, struct page_hits, page->report->account_count + 1u);

	for (uint32_t i = 0; i < page->order.count; i++) {
		const struct finding *finding = page_finding(page, i);

		if (!report_notable(finding))
			continue;
		for (uint32_t v = 0; v < finding->versions.count; v++)
			for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
				const struct member *member = &finding->versions.items[v].items[m];

				list_add(page->arena, &hits[member->article],
					 ((struct page_hit){member->start, member->end, member->sentence, finding}));
			}
	}
	for (uint32_t i = 0; i < page->report->account_count; i++)
		if (hits[i].count > 1)
			qsort(hits[i].items, hits[i].count, sizeof *hits[i].items, by_place);
	return hits;
}

/* A link to HIT's finding around TEXT, which may be empty. */
static void put_hit(struct page *page, const struct page_hit *hit, struct span text)
{
	enum relation relation = hit->finding->relation;

	page_printf(page, "<a class=\"hit %s\" href=\"#finding-%s\">", relation_name(relation), hit->finding->id);
	page_text(page, text);
	page_printf(page, "<span class=\"ref\"><span class=\"vh\"> (%s) </span>", report_words(relation)->one);
	page_mark(page, relation);
	page_put(page, "</span></a>");
}

/* The sentence's text with its hits: HITS[*NEXT] is the first that may lie in it. */
static void put_sentence(struct page *page, const struct article *article, uint32_t index, const struct page_hits *hits,
			 uint32_t *next)
{
	const struct sentence *sentence = &article->sentences.items[index];
	uint32_t at = sentence->start;

	for (; *next < hits->count && hits->items[*next].start < sentence->end; ++*next) {
		const struct page_hit *hit = &hits->items[*next];
		uint32_t end = hit->end < sentence->end ? hit->end : sentence->end;

		if (hit->start < at) {
			put_hit(page, hit, SPAN(""));
			continue;
		}
		page_text(page, article_text(article, at, hit->start));
		put_hit(page, hit, article_text(article, hit->start, end));
		at = end;
	}
	page_text(page, article_text(article, at, sentence->end));
}

static void put_text(struct page *page, uint32_t account, const struct page_hits *hits)
{
	static const char *const kinds[] = {"", " headline", " caption", " furniture"};
	const struct article *article = report_article(page->report, account);
	uint32_t next = 0;

	for (uint32_t i = 0; i < article->sentences.count; i++) {
		const struct sentence *sentence = &article->sentences.items[i];
		bool first = !i || sentence[-1].paragraph != sentence->paragraph;
		uint32_t line = source_place(&article->source, sentence->start).line;

		if (first)
			page_printf(page, "%s<p dir=\"auto\"><span class=\"line\" aria-hidden=\"true\">%u</span>",
				    i ? "</p>\n" : "", line);
		page_printf(page,
			    "%s<span class=\"sentence%s\" id=\"" SPAN_FMT "-%u\" data-line=\"%u\" tabindex=\"-1\">",
			    first ? "" : " ", kinds[sentence->kind], SPAN_ARG(page->letters[account]), i, line);
		put_sentence(page, article, i, hits, &next);
		page_put(page, "</span>");
	}
	page_put(page, article->sentences.count ? "</p>\n" : "");
}

static void put_article(struct page *page, uint32_t account, const struct page_hits *hits)
{
	const struct article *article = report_article(page->report, account);

	page_printf(page,
		    "<details class=\"article\" id=\"article-" SPAN_FMT
		    "\"%s>\n<summary><span class=\"letter\">" SPAN_FMT "</span> ",
		    SPAN_ARG(page->letters[account]), page->report->account_count > 2 ? "" : " open",
		    SPAN_ARG(page->letters[account]));
	page_text(page, article->title.len ? article->title : article->source.path);
	page_put(page, " <span class=\"dim\">");
	page_text(page, article->outlet);
	page_put(page, article->outlet.len ? ", " : "");
	page_text(page, report_published(page->arena, article));
	page_put(page, "</span></summary>\n");
	put_text(page, account, hits);
	page_put(page, "</details>\n");
}

void page_articles(struct page *page)
{
	struct page_hits *hits = find_hits(page);

	page_put(page, "<section id=\"articles\" aria-labelledby=\"articles-title\">\n"
		       "<h2 id=\"articles-title\">Articles</h2>\n");
	page_list(page);
	for (uint32_t i = 0; i < page->report->account_count; i++)
		put_article(page, i, &hits[i]);
	page_put(page, "</section>\n");
}
