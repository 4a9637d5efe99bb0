/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Why two sentences were, or were not, lined up and compared, for reading: the
 * two, what their similarity is made of, which words found each other, what that
 * is enough for, what the rules made of them.
 *
 *   SIMILARITY  0.62 of 1 ────────────────
 *     0.016                 where every pair starts
 *     0.106 = 0.76 × 0.140  B:7 has 9 of the 12 words and names of A:3, …
 */
#include "inspect/pair.h"
#include "report/words.h"
#include "term/term.h"

enum { SUM_INDENT = 26, WORDS_INDENT = 14, STEP_INDENT = 26, PASSAGE_COLUMNS = 240, TRIALS_MOST = 12 };

struct pair_view {
	struct term term;
	const struct explained *explained;
};

static struct span shown(struct pair_view *view, struct span text)
{
	return term_escape(view->term.arena, text);
}

static void put_sentence(struct pair_view *view, int side)
{
	const struct told_sentence *told = &view->explained->sentence[side];
	struct arena *arena = view->term.arena;

	term_wrap(&view->term, SPAN(""), 2,
		  arena_format(arena, INK_CYAN SPAN_FMT INK_END " " SPAN_FMT INK_DIM " (" SPAN_FMT ":%u)" INK_END,
			       SPAN_ARG(told->name), SPAN_ARG(shown(view, report_outlet(told->article))),
			       SPAN_ARG(shown(view, told->article->source.path)), told->place.line));
	term_wrap(&view->term, SPAN("  "), 2, shown(view, report_member_text(view->explained->report, &told->member)));
	if (told->others)
		term_wrap(&view->term, SPAN("  "), 2,
			  arena_format(arena,
				       INK_DIM "(%u other sentence%s on this line; LINE:COLUMN names one)" INK_END,
				       told->others, report_plural(told->others)));
}

static void put_similarity(struct pair_view *view)
{
	const struct explained *explained = view->explained;
	const char *times = view->term.style->unicode ? "×" : "x";

	term_section(&view->term, "SIMILARITY", arena_format(view->term.arena, "%.2f of 1", explained->similarity).ptr);
	if (!explained->parts.count) {
		term_wrap(&view->term, SPAN("  "), 2, SPAN("They share no word, no name and no figure."));
		return;
	}
	term_wrap(&view->term, arena_format(view->term.arena, "  %6.3f", explained->base), SUM_INDENT,
		  SPAN("where every pair starts"));
	for (uint32_t i = 0; i < explained->parts.count; i++) {
		const struct told_part *part = &explained->parts.items[i];

		term_wrap(&view->term,
			  arena_format(view->term.arena, "  %6.3f = %.2f %s %6.3f", part->value * part->weight,
				       part->value, times, part->weight),
			  SUM_INDENT, shown(view, part->text));
	}
}

/* "in both: dam, killed / killing", then "0.85  killed / dead  near in the thesaurus". */
static void put_ties(struct pair_view *view)
{
	const struct explained *explained = view->explained;
	struct buffer same;

	buffer_init(&same, view->term.arena);
	for (uint32_t t = 0; t < explained->ties.count; t++) {
		const struct told_tie *tie = &explained->ties.items[t];

		if (!tie->same)
			continue;
		buffer_printf(&same, "%s" SPAN_FMT, same.len ? ", " : "", SPAN_ARG(shown(view, tie->word[0])));
		if (!span_equal(tie->word[0], tie->word[1]))
			buffer_printf(&same, " / " SPAN_FMT, SPAN_ARG(shown(view, tie->word[1])));
	}
	if (same.len)
		term_wrap(&view->term, SPAN("  in both"), WORDS_INDENT, buffer_span(&same));
	for (uint32_t t = 0; t < explained->ties.count; t++) {
		const struct told_tie *tie = &explained->ties.items[t];

		if (!tie->same)
			term_wrap(&view->term, arena_format(view->term.arena, "  %.2f", tie->nearness), WORDS_INDENT,
				  arena_format(view->term.arena, SPAN_FMT " / " SPAN_FMT INK_DIM " (%s)" INK_END,
					       SPAN_ARG(shown(view, tie->word[0])), SPAN_ARG(shown(view, tie->word[1])),
					       tie->text));
	}
}

static void put_alone(struct pair_view *view, const struct told_sentence *told)
{
	struct buffer out;

	buffer_init(&out, view->term.arena);
	for (uint32_t i = 0; i < told->alone.count; i++)
		buffer_printf(&out, "%s" SPAN_FMT, i ? ", " : "", SPAN_ARG(shown(view, told->alone.items[i])));
	if (out.len)
		term_wrap(&view->term, arena_format(view->term.arena, "  only " SPAN_FMT " ", SPAN_ARG(told->name)),
			  WORDS_INDENT, buffer_span(&out));
}

static void put_words(struct pair_view *view)
{
	term_section(&view->term, "WORDS", "how near each is to its nearest in the other sentence; figures only help");
	put_ties(view);
	put_alone(view, &view->explained->sentence[0]);
	put_alone(view, &view->explained->sentence[1]);
}

static void put_steps(struct pair_view *view)
{
	const struct explained *explained = view->explained;
	struct span told[] = {explained->compared, explained->group, explained->alike};

	term_section(&view->term, "ENOUGH FOR", "");
	for (int i = 0; i < TOLD_STEPS; i++) {
		const struct told_step *step = &explained->steps[i];

		term_wrap(&view->term,
			  arena_format(view->term.arena, "  %s%-3s" INK_END "  %.2f  %-11s",
				       step->reached ? INK_GREEN : INK_DIM, step->reached ? "yes" : "no", step->least,
				       step->key),
			  STEP_INDENT, span_cstr(step->text));
	}
	term_blank(&view->term);
	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		if (told[i].len)
			term_wrap(&view->term, SPAN("  "), 2, shown(view, told[i]));
}

/* The places of a finding in one of the sentences. */
static void put_places(struct pair_view *view, const struct finding *finding, const struct told_sentence *told)
{
	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
			const struct member *member = &finding->versions.items[v].items[m];

			if (member->article == told->member.article && member->sentence == told->member.sentence)
				term_wrap(&view->term,
					  arena_format(view->term.arena, "    " INK_CYAN SPAN_FMT INK_END,
						       SPAN_ARG(told->name)),
					  term_width(told->name) + 6,
					  term_passage(&view->term, member, PASSAGE_COLUMNS));
		}
}

static void put_findings(struct pair_view *view)
{
	const struct explained *explained = view->explained;

	for (uint32_t f = 0; f < explained->findings.count; f++) {
		const struct finding *finding = explained->findings.items[f].finding;
		struct span head = report_heading(finding);

		term_sides(&view->term,
			   arena_format(view->term.arena, "%s " INK_BOLD "%s" INK_END "%s: " SPAN_FMT,
					term_mark(&view->term, finding->relation), report_words(finding->relation)->one,
					explained->findings.items[f].suppressed ? ", suppressed" : "",
					SPAN_ARG(shown(view, head))),
			   2, term_name(&view->term, finding));
		put_places(view, finding, &explained->sentence[0]);
		put_places(view, finding, &explained->sentence[1]);
		term_because(&view->term, finding);
	}
}

/* The rules of which the two tell alike what is no finding. */
static bool put_alike(struct pair_view *view)
{
	const struct told_trial *last = NULL;
	struct buffer rules;

	buffer_init(&rules, view->term.arena);
	for (uint32_t t = 0; t < view->explained->trials.count; t++) {
		const struct told_trial *trial = &view->explained->trials.items[t];

		if (!trial->alike || (last && span_equal(last->rule, trial->rule)))
			continue;
		buffer_printf(&rules, "%s" SPAN_FMT, last ? ", " : "", SPAN_ARG(shown(view, trial->rule)));
		last = trial;
	}
	if (last)
		term_wrap(&view->term, SPAN("  "), 2,
			  arena_format(view->term.arena, "told alike, which these do not report: " SPAN_FMT,
				       SPAN_ARG(buffer_span(&rules))));
	return last != NULL;
}

static uint32_t put_trials(struct pair_view *view)
{
	const struct explained *explained = view->explained;
	uint32_t count = 0;

	for (uint32_t t = 0; t < explained->trials.count; t++) {
		const struct told_trial *trial = &explained->trials.items[t];
		struct span words = SPAN("");

		if (trial->alike || (!trial->reason.len && trial->told) || count++ >= TRIALS_MOST)
			continue;
		if (trial->word[0].len)
			words = arena_format(view->term.arena, SPAN_FMT " / " SPAN_FMT ": ",
					     SPAN_ARG(shown(view, trial->word[0])),
					     SPAN_ARG(shown(view, trial->word[1])));
		term_wrap(&view->term, SPAN("  "), 2,
			  arena_format(view->term.arena, INK_DIM SPAN_FMT INK_END ": " SPAN_FMT SPAN_FMT,
				       SPAN_ARG(shown(view, trial->rule)), SPAN_ARG(words),
				       SPAN_ARG(shown(view, trial->text))));
	}
	if (count > TRIALS_MOST)
		term_wrap(&view->term, SPAN("  "), 2,
			  arena_format(view->term.arena, "and %u more (--format json)", count - TRIALS_MOST));
	return count;
}

static void put_rules(struct pair_view *view)
{
	const struct explained *explained = view->explained;

	term_section(&view->term, "RULES", "what they made of the two");
	put_findings(view);
	uint32_t trials = put_trials(view);

	if (!put_alike(view) && !trials && !explained->findings.count)
		term_wrap(&view->term, SPAN("  "), 2,
			  explained->candidate ? SPAN("No rule found two places in them that answer one question.")
					       : SPAN("No rule has seen them together."));
}

void pair_text(struct buffer *out, const struct explained *explained, const struct report_style *style)
{
	struct pair_view view = {.term = {.report = explained->report, .style = style, .arena = out->arena},
				 .explained = explained};

	buffer_init(&view.term.out, out->arena);
	put_sentence(&view, 0);
	term_blank(&view.term);
	put_sentence(&view, 1);
	put_similarity(&view);
	put_words(&view);
	put_steps(&view);
	put_rules(&view);
	term_finish(&view.term, out);
}
