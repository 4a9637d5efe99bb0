/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What jibe sees in one article, for reading: every sentence with its mentions
 * marked, and below it how they were understood and what is claimed.
 *
 *      7  [At least 40|num] people left the port on [Monday|date], [[two|num] officials said|says].
 *           At least 40 → ≥ 40 people
 *           Monday → 2024-02-05
 *           two → 2 officials
 *           two officials (unnamed): At least 40 people left the port on Monday
 *             · At least 40 people | left
 *
 * A claim stands below the one who is said to make it; the article's own come
 * first.
 */
#include <math.h>

#include "inspect/piece.h"

enum { SCOPE_LEAST = 40 };

static bool holds_scope(const struct mention *quote, const struct mention *said)
{
	return quote->start <= said->attribution.scope_start && said->attribution.scope_end <= quote->end;
}

/* Which claims belong to which speaker, and who is only quoted; all at once, since a sentence may be as long as a book.
 * That somebody says something is no claim to show: the speaker's line tells it. */
static void index_speakers(struct view *view)
{
	const struct account *account = view->account;
	uint32_t *last = arena_array(view->term.arena, uint32_t, account->mentions.count + 1u);
	bool *saying = arena_array(view->term.arena, bool, account->article->tokens.count + 1u);

	view->speakers = arena_array(view->term.arena, struct speaker, account->mentions.count + 1u);
	view->next_claim = arena_array(view->term.arena, uint32_t, account->claims.count + 1u);
	for (uint32_t i = 0; i < account->mentions.count; i++) {
		const struct mention *mention = &account->mentions.items[i];

		view->speakers[i] = (struct speaker){.claim = CLAIM_NONE};
		if (mention->kind == MENTION_ATTRIBUTION && mention->attribution.verb < account->article->tokens.count)
			saying[mention->attribution.verb] = true;
	}
	for (uint32_t i = 0; i < account->mentions.count; i++) {
		const struct mention *mention = &account->mentions.items[i];

		if (mention->kind == MENTION_QUOTE && mention->quote.attribution < account->mentions.count &&
		    holds_scope(mention, &account->mentions.items[mention->quote.attribution]))
			view->speakers[mention->quote.attribution].quoted = true;
	}
	for (uint32_t i = 0; i < account->claims.count; i++) {
		uint32_t speaker = account->claims.items[i].speaker;

		view->next_claim[i] = saying[account->claims.items[i].predicate] ? CLAIM_HIDDEN : CLAIM_NONE;
		if (view->next_claim[i] == CLAIM_HIDDEN || speaker >= account->mentions.count)
			continue;
		if (view->speakers[speaker].claim == CLAIM_NONE)
			view->speakers[speaker].claim = i;
		else
			view->next_claim[last[speaker]] = i;
		last[speaker] = i;
	}
}

/* The claims of SENTENCE that the article makes. */
static void put_own_claims(struct view *view, uint32_t sentence)
{
	const struct claim_list *claims = &view->account->claims;

	for (uint32_t i = claims->sentence_first[sentence]; i < claims->sentence_first[sentence + 1]; i++)
		if (claims->items[i].speaker == CLAIM_NONE && view->next_claim[i] != CLAIM_HIDDEN)
			view_claim(view, &claims->items[i], VIEW_INDENT, SPAN(""));
}

/* How many they are, where no number among the words says so: "two officials and a diplomat" are 3. */
static bool count_is_news(const struct view *view, uint32_t index)
{
	const struct mention_list *mentions = &view->account->mentions;
	const struct attribution *said = &mentions->items[index].attribution;

	if (isnan(said->count) || said->count <= 1)
		return false;
	for (uint32_t i = index + 1; i < mentions->count && mentions->items[i].start < said->source_end; i++)
		if (mentions->items[i].kind == MENTION_NUMBER && mentions->items[i].amount.value == said->count)
			return false;
	return true;
}

/* "a sailor and two officials (3 sources, unnamed): at least 40 people had left … on Monday", and their claims. */
static void put_speaker(struct view *view, uint32_t index)
{
	const struct attribution *said = &view->account->mentions.items[index].attribution;
	struct arena *arena = view->term.arena;
	struct buffer flags;
	struct span who, scope = SPAN("");
	uint32_t used;

	buffer_init(&flags, arena);
	if (count_is_news(view, index))
		buffer_printf(&flags, "%.15g sources", said->count);
	view_add_flag(&flags, said->anonymous ? "unnamed" : NULL);
	view_add_flag(&flags, said->denial ? "denies" : NULL);
	who = arena_format(arena, INK_MAGENTA SPAN_FMT INK_END SPAN_FMT ":",
			   SPAN_ARG(view_text(view, said->source_start, said->source_end, VIEW_WORDS)),
			   SPAN_ARG(view_flags(view, buffer_span(&flags))));
	used = VIEW_INDENT + term_width(who) + 1;
	if (view->speakers[index].quoted) {
		if (view->speakers[index].claim == CLAIM_NONE)
			return;
	} else
		scope = view_text(view, said->scope_start, said->scope_end,
				  view->term.style->width > used + SCOPE_LEAST ? view->term.style->width - used
									       : SCOPE_LEAST);
	term_wrap(&view->term, SPAN("         "), VIEW_INDENT,
		  arena_format(arena, SPAN_FMT " " SPAN_FMT, SPAN_ARG(who), SPAN_ARG(scope)));
	for (uint32_t i = view->speakers[index].claim; i != CLAIM_NONE; i = view->next_claim[i])
		view_claim(view, &view->account->claims.items[i], VIEW_INDENT + 2, SPAN(""));
}

static void put_sentence(struct view *view, uint32_t index)
{
	const struct mention_list *mentions = &view->account->mentions;
	uint32_t first = mentions->sentence_first[index], end = mentions->sentence_first[index + 1];

	if (view_line(view, index) != view->last_line)
		term_blank(&view->term);
	view_sentence(view, index, mark_sentence(view, index));
	for (uint32_t i = first; i < end; i++)
		explain_mention(view, i);
	put_own_claims(view, index);
	for (uint32_t i = first; i < end; i++)
		if (mentions->items[i].kind == MENTION_ATTRIBUTION)
			put_speaker(view, i);
}

void inspect_text(struct buffer *out, const struct language *language, const struct account *account,
		  const struct report_style *style)
{
	struct view view = {.term = {.style = style, .arena = out->arena},
			    .language = language,
			    .account = account,
			    .unclosed = MENTION_NONE};

	buffer_init(&view.term.out, out->arena);
	table_init(&view.told, out->arena);
	index_speakers(&view);
	view_head(&view);
	for (uint32_t i = 0; i < account->article->sentences.count; i++)
		put_sentence(&view, i);
	term_finish(&view.term, out);
}
