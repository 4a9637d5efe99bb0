/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every inspection on a terminal has: what the article says of itself, and
 * each sentence behind the number of its line.
 *
 *   ferry/courier.md
 *     title      Passengers brought ashore after grounding
 *
 *      7  The ferry ran aground.
 *         (headline) …
 */
#include "inspect/piece.h"

enum { TEXT_INDENT = 7 };

static void put_known(struct view *view, const char *name, struct span text)
{
	if (text.len)
		term_wrap(&view->term, arena_format(view->term.arena, "  %-11s", name), 13,
			  term_escape(view->term.arena, text));
}

void view_head(struct view *view)
{
	const struct article *article = view->account->article;
	struct arena *arena = view->term.arena;
	char published[32] = "";

	if (article->published.known)
		timestamp_print(article->published, published);
	term_wrap(&view->term, SPAN(""), 2,
		  arena_format(arena, INK_BOLD SPAN_FMT INK_END, SPAN_ARG(term_escape(arena, article->source.path))));
	put_known(view, "title", article->title);
	put_known(view, "outlet", article->outlet);
	put_known(view, "published",
		  *published ? span_cstr(published) : SPAN("not known, so a weekday or month alone has no date"));
	put_known(view, "byline", article->byline);
	put_known(view, "credit", article->credit);
}

uint32_t view_line(const struct view *view, uint32_t sentence)
{
	const struct article *article = view->account->article;
	return source_place(&article->source, article->sentences.items[sentence].start).line;
}

void view_sentence(struct view *view, uint32_t index, struct span text)
{
	static const char *const kinds[] = {"", "headline", "caption", "furniture"};
	const struct sentence *sentence = &view->account->article->sentences.items[index];
	uint32_t line = view_line(view, index);
	struct span number = arena_format(view->term.arena, INK_DIM "%5u" INK_END "  ", line);

	if (sentence->kind != SENTENCE_BODY)
		text = arena_format(view->term.arena, INK_DIM "(%s)" INK_END " " SPAN_FMT, kinds[sentence->kind],
				    SPAN_ARG(text));
	term_wrap(&view->term, line == view->last_line ? SPAN("       ") : number, TEXT_INDENT, text);
	view->last_line = line;
}
