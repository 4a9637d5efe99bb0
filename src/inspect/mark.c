/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence with its mentions marked in place.
 *
 *   "Two officials told Ida Brandt that it rose on Monday."
 *   → [[Two|num] officials told|says] [Ida Brandt|person] that it rose [on Monday|date].
 *
 * The brackets and tags are there with and without colour, so that nothing is
 * lost in a pipe. A mention that reaches over the end of another can't be shown
 * by brackets and is left unmarked; its line below the sentence tells its words.
 */
#include "inspect/piece.h"
#include "report/escape.h"

enum { DEPTH_MOST = 8 };

struct marking {
	struct view *view;
	struct buffer out;
	uint32_t at; /* the text before is written */
	uint32_t open[DEPTH_MOST], depth;
};

const char *mark_ink(enum mention_kind kind)
{
	switch (kind) {
	case MENTION_DATE: return INK_GREEN;
	case MENTION_NAME: return INK_CYAN;
	case MENTION_QUOTE:
	case MENTION_ATTRIBUTION: return INK_MAGENTA;
	default: return INK_YELLOW;
	}
}

static const char *tag(const struct mention *mention)
{
	static const char *const kinds[MENTION_KINDS] = {"num", "nth",  "qty",  "money", "pct", "age",
							 "dur", "date", "name", "quote", "says"};
	static const char *const names[] = {"name", "person", "place", "org"};

	return mention->kind == MENTION_NAME ? names[mention->name.kind] : kinds[mention->kind];
}

static const struct mention *mention_of(const struct marking *marking, uint32_t index)
{
	return &marking->view->account->mentions.items[index];
}

static void write_to(struct marking *marking, uint32_t end)
{
	if (end <= marking->at)
		return;
	/* Markup is blanked out, as jibe reads it. */
	escape_term(&marking->out, span_slice(marking->view->account->article->plain, marking->at, end));
	marking->at = end;
}

/* The colour of the mention that DEPTH brackets are open for; a quotation's words have none of their own. */
static const char *ink_at(const struct marking *marking, uint32_t depth)
{
	enum mention_kind kind = depth ? mention_of(marking, marking->open[depth - 1])->kind : MENTION_QUOTE;

	return kind == MENTION_QUOTE ? "" : mark_ink(kind);
}

static void add_open(struct marking *marking, uint32_t index)
{
	const struct mention *mention = mention_of(marking, index);
	bool inked = *ink_at(marking, marking->depth);

	buffer_printf(&marking->out, "%s%s[%s", inked ? INK_END : "", mark_ink(mention->kind),
		      mention->kind == MENTION_QUOTE ? INK_END : "");
	marking->open[marking->depth++] = index;
}

static void add_close(struct marking *marking)
{
	const struct mention *mention = mention_of(marking, marking->open[marking->depth - 1]);

	write_to(marking, mention->end);
	buffer_printf(&marking->out, "%s" INK_DIM "|%s]" INK_END "%s",
		      mention->kind == MENTION_QUOTE ? mark_ink(mention->kind) : "", tag(mention),
		      ink_at(marking, marking->depth - 1));
	marking->depth--;
}

static void close_before(struct marking *marking, uint32_t offset)
{
	while (marking->depth && mention_of(marking, marking->open[marking->depth - 1])->end <= offset)
		add_close(marking);
}

struct span mark_sentence(struct view *view, uint32_t index)
{
	const struct mention_list *mentions = &view->account->mentions;
	const struct sentence *sentence = &view->account->article->sentences.items[index];
	struct marking marking = {.view = view, .at = sentence->start};

	buffer_init(&marking.out, view->term.arena);
	if (view->unclosed != MENTION_NONE)
		marking.open[marking.depth++] = view->unclosed;
	for (uint32_t i = mentions->sentence_first[index]; i < mentions->sentence_first[index + 1]; i++) {
		const struct mention *mention = &mentions->items[i];

		close_before(&marking, mention->start);
		if (marking.depth == DEPTH_MOST ||
		    (marking.depth && mention_of(&marking, marking.open[marking.depth - 1])->end < mention->end))
			continue;
		write_to(&marking, mention->start);
		add_open(&marking, i);
	}
	close_before(&marking, sentence->end);
	write_to(&marking, sentence->end);
	if (*ink_at(&marking, marking.depth))
		buffer_cstr(&marking.out, INK_END);
	view->unclosed = marking.depth ? marking.open[0] : MENTION_NONE;
	return buffer_span(&marking.out);
}
