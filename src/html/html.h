/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The page: one self-contained file that needs no network, opens from a disk,
 * works without JavaScript and better with it. Each section is in a file of its
 * own; html.c puts them together. page.css and page.js lie beside them and
 * are built in (assets.py).
 *
 * All text of articles goes through escape_html(), and the page forbids every
 * script and style but its own two (Content-Security-Policy with their hashes),
 * so that a hostile article is shown and runs nothing.
 */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "report/facing.h"
#include "report/matrix.h"
#include "report/words.h"

report_write report_html;

/* What the sections share. */
struct page {
	const struct report *report;
	const struct report_style *style;
	struct arena *arena;
	struct buffer *out;
	struct u32_list order; /* of the findings shown */
	struct matrix matrix;
	struct facing_pairs pairs;
	struct span *letters; /* per article */
	struct span *sources; /* per article: matrix.sources */
};

/* html.c */
/* Constant markup; text of anybody, escaped; markup with numbers, ids and letters in it. */
void page_put(struct page *page, const char *markup);
void page_text(struct page *page, struct span text);
#define page_printf(page, ...) buffer_printf((page)->out, __VA_ARGS__)
const struct finding *page_finding(const struct page *page, uint32_t place);
uint32_t page_count(const struct page *page, enum relation relation);
/* The mark of a relation; what it means is said in words beside it. */
void page_mark(struct page *page, enum relation relation);
/* The sign of a version, hidden from those who hear the page: its value is said beside it. */
void page_sign(struct page *page, const struct matrix_row *row, uint32_t version);

/* passage.c */
/* TEXT with the words that the wording AGAINST lacks in bold. */
void page_words(struct page *page, struct span text, struct span against);
/* A link to the sentence: "A:39". */
void page_place(struct page *page, const struct member *member);
/* The member in its sentence, marked; the words that AGAINST (may be NULL) tells differently in bold. ID: of the element,
 * or empty. */
void page_passage(struct page *page, const struct member *member, const struct member *against, struct span id);

/* filters.c */
/* An option for each article, in the order given: "A Tarrow Valley Gazette". */
void page_article_options(struct page *page);

/* list.c */
/* The articles with their letters, as a table. */
void page_list(struct page *page);

/* The sections, in the order of the page. */
void page_summary(struct page *page);
void page_filters(struct page *page);
void page_matrix(struct page *page);
void page_findings(struct page *page);
void page_updates(struct page *page);
void page_facing(struct page *page);
void page_articles(struct page *page);
void page_not_compared(struct page *page);

/* assets.c, made by assets.py of page.css and page.js. */
extern const char html_css[], html_js[];
extern const char html_css_hash[], html_js_hash[]; /* "sha256-…", base64 */

#endif
