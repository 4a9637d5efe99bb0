/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What jibe sees in one article, for reading: a sentence a line, below it what
 * was recognised.
 *
 *   7 body  The talks lasted six hours.
 *       duration     six hours   6 h
 *       claim        talks | lasted
 *
 * Nothing is left out and nothing wrapped: this is for finding out why.
 */
#include <math.h>

#include "cli/cli.h"
#include "report/escape.h"

enum { KIND_COLUMN = 12 };

static void add_kind(struct buffer *out, const char *kind, const struct report_style *style)
{
	size_t width = strlen(kind);

	buffer_printf(out, "      %s%s%s", style->color ? "\033[36m" : "", kind, style->color ? "\033[0m" : "");
	buffer_repeat(out, " ", width < KIND_COLUMN ? KIND_COLUMN - width + 1 : 1);
}

static void add_tokens(struct buffer *out, const struct article *article, uint32_t first, uint32_t count)
{
	if (!count || first + count > article->tokens.count)
		return;
	escape_term(out, article_text(article, article->tokens.items[first].start,
				      article->tokens.items[first + count - 1].end));
}

/* "10 to 15 km, about" : the interval and the unit as jibe understood them. */
static void add_amount(struct buffer *out, const struct article *article, const struct amount *amount)
{
	buffer_cstr(out, "  =");
	if (amount->bound == AMOUNT_POINT && isfinite(amount->value))
		buffer_printf(out, " %.15g", amount->value);
	else if (isfinite(amount->low) && isfinite(amount->high))
		buffer_printf(out, " %.15g to %.15g", amount->low, amount->high);
	else if (isfinite(amount->low))
		buffer_printf(out, " %s %.15g", amount->strict ? "more than" : "at least", amount->low);
	else if (isfinite(amount->high))
		buffer_printf(out, " %s %.15g", amount->strict ? "less than" : "at most", amount->high);
	if (amount->unit.code.len)
		buffer_printf(out, " " SPAN_FMT, SPAN_ARG(amount->unit.code));
	if (amount->noun < article->tokens.count) {
		buffer_cstr(out, ", of ");
		add_tokens(out, article, amount->noun, 1);
	}
	if (amount->of_total)
		buffer_printf(out, ", out of %.15g", amount->total);
	buffer_cstr(out, amount->approximate ? ", about" : "");
	buffer_cstr(out, amount->vague ? ", vague" : "");
	buffer_cstr(out, amount->year_like ? ", like a year" : "");
	buffer_cstr(out, amount->identifier ? ", part of a name" : "");
}

static void add_date(struct buffer *out, const struct date *date)
{
	struct span from = inspect_date(out->arena, date, false), to = inspect_date(out->arena, date, true);

	buffer_cstr(out, "  =");
	if (!from.len && !to.len)
		buffer_cstr(out, date->recurring ? " recurring" : " no day known");
	else if (span_equal(from, to))
		buffer_printf(out, " " SPAN_FMT, SPAN_ARG(from));
	else
		buffer_printf(out, " " SPAN_FMT " to " SPAN_FMT, SPAN_ARG(from), SPAN_ARG(to));
	buffer_cstr(out, date->relative ? ", relative" : "");
}

static void add_source(struct buffer *out, const struct article *article, const struct mention *said)
{
	buffer_cstr(out, "  by ");
	escape_term(out, article_text(article, said->attribution.source_start, said->attribution.source_end));
	if (!isnan(said->attribution.count))
		buffer_printf(out, ", %.15g of them", said->attribution.count);
	buffer_cstr(out, said->attribution.anonymous ? ", unnamed" : "");
	buffer_cstr(out, said->attribution.denial ? ", denies" : "");
}

static void add_mention(struct buffer *out, const struct account *account, const struct mention *mention,
			const struct report_style *style)
{
	static const char *const names[] = {"", ", a person", ", a place", ", an organisation"};

	add_kind(out, mention_kind_name(mention->kind), style);
	escape_term(out, article_text(account->article, mention->start, mention->end));
	if (mention_is_amount(mention))
		add_amount(out, account->article, &mention->amount);
	else if (mention->kind == MENTION_DATE)
		add_date(out, &mention->date);
	else if (mention->kind == MENTION_NAME)
		buffer_cstr(out, names[mention->name.kind]);
	else if (mention->kind == MENTION_ATTRIBUTION)
		add_source(out, account->article, mention);
	else if (mention->kind == MENTION_QUOTE && mention->quote.attribution < account->mentions.count)
		add_source(out, account->article, &account->mentions.items[mention->quote.attribution]);
	buffer_byte(out, '\n');
}

/* "mayor, port | did not approve | negated | by two officials". */
static void add_claim(struct buffer *out, const struct account *account, const struct claim *claim,
		      const struct report_style *style)
{
	static const char *const modalities[] = {"",          " | possible", " | able", " | conditional",
						 " | future", " | obliged"};
	const struct article *article = account->article;

	add_kind(out, "claim", style);
	for (uint32_t i = 0; i < claim->subject_count; i++) {
		const struct participant *subject = &account->claims.participants.items[claim->subject_first + i];

		buffer_cstr(out, i ? ", " : "");
		add_tokens(out, article, subject->first_token, subject->token_count);
	}
	buffer_cstr(out, claim->subject_count ? " | " : "- | ");
	if (claim->predicate != CLAIM_NONE)
		add_tokens(out, article, claim->predicate_first,
			   claim->predicate >= claim->predicate_first ? claim->predicate - claim->predicate_first + 1
								      : 0);
	buffer_cstr(out, claim->passive ? " | passive" : "");
	buffer_cstr(out, claim->negated ? " | negated" : "");
	buffer_cstr(out, claim->hedged ? " | hedged" : "");
	buffer_cstr(out, modalities[claim->modality]);
	if (claim->frame != FRAME_ASSERTED)
		buffer_printf(out, " | %s", claim_frame_name((enum claim_frame)claim->frame));
	if (claim->speaker < account->mentions.count) {
		buffer_cstr(out, " |");
		add_source(out, article, &account->mentions.items[claim->speaker]);
	}
	buffer_byte(out, '\n');
}

static void add_known(struct buffer *out, const char *name, struct span text)
{
	if (!text.len)
		return;
	buffer_printf(out, "  %s: ", name);
	escape_term(out, text);
	buffer_byte(out, '\n');
}

static void add_head(struct buffer *out, const struct article *article, const struct report_style *style)
{
	char published[32] = "";

	if (article->published.known)
		timestamp_print(article->published, published);
	buffer_cstr(out, style->color ? "\033[1m" : "");
	escape_term(out, article->source.path);
	buffer_cstr(out, style->color ? "\033[0m\n" : "\n");
	add_known(out, "title", article->title);
	add_known(out, "outlet", article->outlet);
	add_known(out, "published", span_cstr(published));
	add_known(out, "credit", article->credit);
}

void inspect_text(struct buffer *out, const struct account *account, const struct report_style *style)
{
	static const char *const kinds[] = {"body", "headline", "caption", "furniture"};
	const struct article *article = account->article;

	add_head(out, article, style);
	for (uint32_t s = 0; s < article->sentences.count; s++) {
		const struct sentence *sentence = &article->sentences.items[s];

		buffer_printf(out, "%5u %-9s ", source_place(&article->source, sentence->start).line,
			      kinds[sentence->kind]);
		escape_term(out, article_text(article, sentence->start, sentence->end));
		buffer_byte(out, '\n');
		if (account->mentions.sentence_first)
			for (uint32_t i = account->mentions.sentence_first[s];
			     i < account->mentions.sentence_first[s + 1]; i++)
				add_mention(out, account, &account->mentions.items[i], style);
		if (account->claims.sentence_first)
			for (uint32_t i = account->claims.sentence_first[s]; i < account->claims.sentence_first[s + 1];
			     i++)
				add_claim(out, account, &account->claims.items[i], style);
	}
	buffer_byte(out, '\n');
}
