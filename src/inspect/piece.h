/* SPDX-License-Identifier: Apache-2.0 */
/* The pieces of an inspection, one file each. */
#ifndef INSPECT_PIECE_H
#define INSPECT_PIECE_H

#include "base/table.h"
#include "inspect/inspect.h"
#include "term/term.h"

/* mention_json.c: the members of a mention's object that --ndjson promises, and the others. */
void mention_json(struct json_writer *json, const struct account *account, uint32_t index);
void mention_json_more(struct json_writer *json, const struct language *language, const struct account *account,
		       uint32_t index);
/* "2024-01-18", "2024-01-18T07:30:00+02:00", "07:30:00"; empty: open or unknown. UPPER: the end of the span of days. */
struct span inspect_date(struct arena *arena, const struct date *date, bool upper);

/* What a mention that is an attribution answers for. */
struct speaker {
	uint32_t claim; /* the first; CLAIM_NONE */
	bool quoted;    /* all that is said is a quotation, whose own line names the speaker */
};

#define CLAIM_HIDDEN (CLAIM_NONE - 1)

/* An inspection on a terminal. */
struct view {
	struct term term;
	const struct language *language;
	const struct account *account;
	struct table told;        /* names that were explained: hash of text and key */
	uint32_t unclosed;        /* a quotation of an earlier sentence that goes on; MENTION_NONE */
	uint32_t last_line;       /* whose number was shown */
	struct speaker *speakers; /* per mention */
	uint32_t *next_claim;     /* per claim: the next of its speaker; CLAIM_NONE; CLAIM_HIDDEN: not shown */
};

/* mark.c: the sentence with its mentions marked, [like this|tag]. */
struct span mark_sentence(struct view *view, uint32_t sentence);
const char *mark_ink(enum mention_kind kind);
/* explain.c: how a mention was understood, as a line; nothing where the mark says it all. */
void explain_mention(struct view *view, uint32_t index);
/* view.c: path, title and all that; then each sentence, marked or not, behind its line's number. */
void view_head(struct view *view);
void view_sentence(struct view *view, uint32_t index, struct span text);
uint32_t view_line(const struct view *view, uint32_t sentence);

#define VIEW_INDENT 9 /* of what is told of a sentence */

/* claim.c: "· mayor, port | did not approve (negated)" at INDENT, with BEHIND at its end. */
void view_claim(struct view *view, const struct claim *claim, uint32_t indent, struct span behind);
/* Adds FLAG, if any, to a list of them; " (one, two)" of such a list, or nothing. */
void view_add_flag(struct buffer *out, const char *flag);
struct span view_flags(struct view *view, struct span flags);

#define VIEW_WORDS 48 /* columns of a phrase among others */

/* Text of the article, safe for a terminal, of at most about COLUMNS: cut in the middle. */
struct span view_text(struct view *view, uint32_t start, uint32_t end, uint32_t columns);

/* The text of tokens [FIRST, FIRST + COUNT); empty: there are none such. */
static inline struct span tokens_text(const struct article *article, uint32_t first, uint32_t count)
{
	if (!count || first >= article->tokens.count || count > article->tokens.count - first)
		return SPAN("");
	return article_text(article, article->tokens.items[first].start, article->tokens.items[first + count - 1].end);
}

#endif
