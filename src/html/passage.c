/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Passages: a member in its sentence, where it stands, who is cited.
 *
 *   <blockquote class="passage">The quake was <mark>30 km</mark> deep.
 *   <footer><a href="#B-6">B:7</a> Daily Bulletin, 2031-03-18 20:30</footer></blockquote>
 *
 * A sentence is shown whole: a page scrolls.
 */
#include "html/html.h"

#include "report/wording.h"
#include "text/utf8.h"

void page_words(struct page *page, struct span text, struct span against)
{
	struct wording wording;
	const char *at = text.ptr;

	wording_compare(&wording, page->arena, text, against);
	for (uint32_t i = 0; i < wording.words.count; i++) {
		struct span word = wording.words.items[i];
		bool other = wording.marks[i] & WORD_OTHER;
		bool before = i && (wording.marks[i - 1] & WORD_OTHER);

		/* The blank between two words that differ belongs to them. */
		if (before && !other)
			page_put(page, "</b>");
		page_text(page, span_make(at, (size_t)(word.ptr - at)));
		if (other && !before)
			page_put(page, "<b class=\"word\">");
		page_text(page, word);
		at = word.ptr + word.len;
	}
	if (wording.words.count && (wording.marks[wording.words.count - 1] & WORD_OTHER))
		page_put(page, "</b>");
	page_text(page, span_make(at, text.len - (size_t)(at - text.ptr)));
}

void page_place(struct page *page, const struct member *member)
{
	struct span letter = page->letters[member->article];

	page_printf(page, "<a href=\"#" SPAN_FMT "-%u\">" SPAN_FMT ":%u</a>", SPAN_ARG(letter), member->sentence,
		    SPAN_ARG(letter), report_place(page->report, member).line);
}

static void put_source(struct page *page, const struct member *member)
{
	const struct article *article = report_article(page->report, member->article);

	page_put(page, "<footer>");
	page_place(page, member);
	page_put(page, " ");
	page_text(page, report_outlet(article));
	page_put(page, ", ");
	page_text(page, report_published(page->arena, article));
	if (member->speaker.len) {
		page_put(page, "; says: ");
		page_text(page, member->speaker);
	}
	page_put(page, "</footer>");
}

void page_passage(struct page *page, const struct member *member, const struct member *against, struct span id)
{
	const struct article *article = report_article(page->report, member->article);
	struct span text = report_member_text(page->report, member);
	uint32_t start, end;

	report_sentence(page->report, member, &start, &end);
	page_put(page, "<blockquote class=\"passage\"");
	if (id.len)
		page_printf(page, " id=\"" SPAN_FMT "\" tabindex=\"-1\"", SPAN_ARG(id));
	page_put(page, "><p dir=\"auto\">");
	page_text(page, article_text(article, start, member->start));
	page_put(page, "<mark>");
	if (against)
		page_words(page, text, report_member_text(page->report, against));
	else
		page_text(page, text);
	page_put(page, "</mark>");
	page_text(page, article_text(article, member->end, end));
	page_put(page, "</p>");
	put_source(page, member);
	page_put(page, "</blockquote>\n");
}
