/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One claim on one line.
 *
 *   · mayor, port | did not approve (negated, proposed)
 */
#include "inspect/piece.h"

void view_add_flag(struct buffer *out, const char *flag)
{
	if (flag && *flag)
		buffer_printf(out, "%s%s", out->len ? ", " : "", flag);
}

struct span view_flags(struct view *view, struct span flags)
{
	return flags.len ? arena_format(view->term.arena, " " INK_DIM "(" SPAN_FMT ")" INK_END, SPAN_ARG(flags))
			 : SPAN("");
}

static struct span claim_flags(struct view *view, const struct claim *claim)
{
	static const char *const modalities[] = {NULL, "possible", "able", "conditional", "future", "obliged"};
	struct buffer out;

	buffer_init(&out, view->term.arena);
	view_add_flag(&out, claim->negated ? "negated" : NULL);
	view_add_flag(&out, claim->hedged ? "hedged" : NULL);
	view_add_flag(&out, claim->passive ? "passive" : NULL);
	view_add_flag(&out, modalities[claim->modality]);
	/* "if": both say so. */
	if (claim->frame != FRAME_ASSERTED &&
	    (claim->frame != FRAME_CONDITIONAL || claim->modality != MODALITY_CONDITIONAL))
		view_add_flag(&out, claim_frame_name((enum claim_frame)claim->frame));
	return buffer_span(&out);
}

void view_claim(struct view *view, const struct claim *claim, uint32_t indent, struct span behind)
{
	const struct article *article = view->account->article;
	const struct token *tokens = article->tokens.items;
	const char *dot = view->term.style->unicode ? "·" : "-";
	struct buffer out;

	buffer_init(&out, view->term.arena);
	for (uint32_t i = 0; i < claim->subject_count; i++) {
		const struct participant *who = &view->account->claims.participants.items[claim->subject_first + i];

		buffer_cstr(&out, i ? ", " : "");
		buffer_add(&out, view_text(view, tokens[who->first_token].start,
					   tokens[who->first_token + who->token_count - 1].end, VIEW_WORDS));
	}
	buffer_cstr(&out, claim->subject_count ? " | " : "");
	buffer_add(&out,
		   view_text(view, tokens[claim->predicate_first].start, tokens[claim->predicate].end, VIEW_WORDS));
	buffer_add(&out, view_flags(view, claim_flags(view, claim)));
	buffer_add(&out, behind);
	term_wrap(&view->term, arena_format(view->term.arena, "%*s%s ", (int)indent, "", dot), indent + 2,
		  buffer_span(&out));
}
