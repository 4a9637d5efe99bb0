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
	view_add_flag(&out, claim->apposed ? "apposition" : NULL);
	view_add_flag(&out, claim->restrictive && claim->parsed ? "says which" : NULL);
	view_add_flag(&out, claim->infinitive && claim->parsed ? "told of" : NULL);
	view_add_flag(&out, claim->unclear && claim->parsed ? "reach of a negation unclear" : NULL);
	/* "if": both say so. */
	if (claim->frame != FRAME_ASSERTED &&
	    (claim->frame != FRAME_CONDITIONAL || claim->modality != MODALITY_CONDITIONAL))
		view_add_flag(&out, claim_frame_name((enum claim_frame)claim->frame));
	return buffer_span(&out);
}

/* "the port", "by the port" */
static void add_participant(struct view *view, struct buffer *out, uint32_t index, const char *before)
{
	const struct participant *who = &view->account->claims.participants.items[index];
	const struct token *tokens = view->account->article->tokens.items;

	buffer_cstr(out, before);
	if (who->case_word != CLAIM_NONE) {
		buffer_add(out, view_text(view, tokens[who->case_word].start,
					  tokens[who->case_word + who->case_count - 1].end, VIEW_WORDS));
		buffer_byte(out, ' ');
	}
	buffer_add(out, view_text(view, tokens[who->first_token].start,
				  tokens[who->first_token + who->token_count - 1].end, VIEW_WORDS));
}

void view_claim(struct view *view, const struct claim *claim, uint32_t indent, struct span behind)
{
	const struct article *article = view->account->article;
	const struct token *tokens = article->tokens.items;
	const char *dot = view->term.style->unicode ? "·" : "-";
	uint32_t last = claim->complement != CLAIM_NONE && claim->complement > claim->predicate ? claim->complement
												: claim->predicate;
	struct buffer out;

	buffer_init(&out, view->term.arena);
	for (uint32_t i = 0; i < claim->subject_count; i++)
		add_participant(view, &out, claim->subject_first + i, i ? ", " : "");
	buffer_cstr(&out, claim->subject_count ? " | " : "");
	buffer_add(&out, view_text(view, tokens[claim->predicate_first].start, tokens[last].end, VIEW_WORDS));
	if (claim->particle != CLAIM_NONE && claim->particle > last) {
		buffer_byte(&out, ' ');
		buffer_add(&out,
			   view_text(view, tokens[claim->particle].start, tokens[claim->particle].end, VIEW_WORDS));
	}
	for (uint32_t i = claim->other_first; i < claim->other_first + claim->other_count; i++) {
		bool more = i > claim->other_first && view->account->claims.participants.items[i].role ==
							      view->account->claims.participants.items[i - 1].role;
		add_participant(view, &out, i, more ? ", " : " | ");
	}
	buffer_add(&out, view_flags(view, claim_flags(view, claim)));
	buffer_add(&out, behind);
	term_wrap(&view->term, arena_format(view->term.arena, "%*s%s ", (int)indent, "", dot), indent + 2,
		  buffer_span(&out));
}
