/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An explanation into what `jibe explain` shows.
 *
 *   the tie ferry–vessel .5 of a list → "ferry", "vessel", .5, "near in the word lists"
 *
 * Sentences are named by their places, as reports print them; what is said in
 * sentences is likeness_words.c's.
 */
#include "report/likeness_words.h"

static void tell_sentences(const struct teller *teller, const uint32_t account[2], const uint32_t sentence[2],
			   const uint32_t others[2])
{
	struct explained *out = teller->out;

	for (int side = 0; side < 2; side++) {
		const struct article *article = report_article(out->report, account[side]);
		const struct sentence *whole = &article->sentences.items[sentence[side]];

		out->sentence[side] = (struct told_sentence){
			.article = article,
			.member = {.article = account[side],
				   .sentence = sentence[side],
				   .start = whole->start,
				   .end = whole->end},
			.place = source_place(&article->source, whole->start),
			.others = others[side],
		};
	}
	bool crowded = account[0] == account[1] && out->sentence[0].place.line == out->sentence[1].place.line;
	for (int side = 0; side < 2; side++) {
		struct told_sentence *told = &out->sentence[side];
		struct span letter = finding_letter(teller->arena, account[side]);

		told->name = crowded ? arena_format(teller->arena, SPAN_FMT ":%u:%u", SPAN_ARG(letter),
						    told->place.line, told->place.column)
				     : arena_format(teller->arena, SPAN_FMT ":%u", SPAN_ARG(letter), told->place.line);
		for (uint32_t i = 0; i < teller->likeness->side[side].alone.count; i++)
			list_add(teller->arena, &told->alone,
				 likeness_term(teller, side, teller->likeness->side[side].alone.items[i]));
	}
}

/* Whether FINDING speaks of both sentences. */
static bool joins(const struct explained *out, const struct finding *finding)
{
	bool there[2] = {false, false};

	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++)
			for (int side = 0; side < 2; side++) {
				const struct member *member = &finding->versions.items[v].items[m];

				there[side] = there[side] || (member->article == out->sentence[side].member.article &&
							      member->sentence == out->sentence[side].member.sentence);
			}
	return there[0] && there[1];
}

static void tell_findings(const struct teller *teller)
{
	const struct findings *all = teller->out->report->findings;
	const struct finding_list *lists[] = {&all->findings, &all->suppressed};

	for (size_t list = 0; list < sizeof lists / sizeof *lists; list++)
		for (uint32_t f = 0; f < lists[list]->count; f++)
			if (joins(teller->out, &lists[list]->items[f]))
				list_add(teller->arena, &teller->out->findings,
					 ((struct told_finding){&lists[list]->items[f], list > 0}));
}

static const char *const ties[TIE_COUNT][2] = {
	[TIE_SAME] = {"same", "the same"},
	[TIE_CONCEPT] = {"concept", "one meaning in the word lists"},
	[TIE_LISTED] = {"listed", "near in the word lists"},
	[TIE_THESAURUS] = {"thesaurus", "near in the thesaurus"},
	[TIE_OPPOSITE] = {"opposite", "opposites: one matter"},
	[TIE_ENTITY] = {"entity", "two names of one"},
	[TIE_SHARED] = {"shared", "share a word"},
	[TIE_LETTERS] = {"letters", "begin alike"},
	[TIE_NAME_WORD] = {"name-word", "a name and its word"},
	[TIE_FIGURE] = {"figure", "the same value"},
};

static void tell_trials(const struct teller *teller, const struct trial_list *trials)
{
	static const char *const keys[] = {
		[VERDICT_NONE] = "not compared", [VERDICT_ALIKE] = "alike",   [VERDICT_AGREE] = "agree",
		[VERDICT_FULLER] = "fuller",     [VERDICT_DIFFER] = "differ",
	};
	struct explained *out = teller->out;

	for (uint32_t t = 0; t < trials->count; t++) {
		const struct trial *trial = &trials->items[t];
		struct told_trial told = {
			.rule = trial->rule->id, .word = {trial->a, trial->b}, .verdict = keys[trial->kind]};

		for (uint32_t f = 0; f < out->findings.count; f++)
			told.told = told.told || span_equal(out->findings.items[f].finding->rule, trial->rule->id);
		told.alike = trial->kind == VERDICT_ALIKE;
		told.reason = trial->kind == VERDICT_NONE ? span_cstr(trial->reason) : SPAN("");
		told.text = likeness_trial(teller, trial, told.told);
		list_add(teller->arena, &out->trials, told);
	}
}

static void tell_parts(const struct teller *teller)
{
	const struct alignment *align = teller->terms->alignment;
	struct explained *out = teller->out;

	out->similarity = teller->likeness->similarity.score;
	out->base = align->base;
	for (int part = 0; part < PART_COUNT; part++)
		if (teller->likeness->parts.part[part] != 0)
			list_add(teller->arena, &out->parts,
				 ((struct told_part){similarity_part_name((enum similarity_part)part),
						     teller->likeness->parts.part[part], align->part[part],
						     likeness_part(teller, (enum similarity_part)part)}));
	for (uint32_t t = 0; t < teller->likeness->ties.count; t++) {
		const struct tie *tie = &teller->likeness->ties.items[t];

		list_add(teller->arena, &out->ties,
			 ((struct told_tie){{likeness_term(teller, 0, tie->a), likeness_term(teller, 1, tie->b)},
					    tie->nearness,
					    tie->kind == TIE_SAME || tie->kind == TIE_FIGURE,
					    ties[tie->kind][0],
					    ties[tie->kind][1]}));
	}
	for (uint32_t p = 0; p < teller->likeness->passage_count; p++) {
		const struct passage *passage = &teller->likeness->passages[p];

		list_add(teller->arena, &out->passages,
			 ((struct told_passage){{likeness_stretch(teller, 0, passage->a.first, passage->a.limit),
						 likeness_stretch(teller, 1, passage->b.first, passage->b.limit)},
						passage->weight}));
	}
	out->passage_least = teller->likeness->passage_least;
}

static void tell_steps(const struct teller *teller)
{
	const struct alignment *align = teller->terms->alignment;
	double score = teller->likeness->similarity.score;
	struct told_step *steps = teller->out->steps;
	const struct told_step all[TOLD_STEPS] = {
		{"candidate", align->candidate, false, "rules may compare them"},
		{"related", align->related, false, "jibe pairs calls them related"},
		{"counterpart", align->counterpart, false, "each counts as told by the other's article, too"},
		{"group", align->group, false, "they are read side by side, and may be one group"},
		{"event", align->event, false, "rules take them for one event by likeness alone"},
		{"near-copy", align->near_copy, false, "unlike subjects may be one"},
	};

	for (int i = 0; i < TOLD_STEPS; i++) {
		int at = i;

		for (; at && steps[at - 1].least > all[i].least; at--)
			steps[at] = steps[at - 1];
		steps[at] = all[i];
		steps[at].reached = score >= all[i].least;
	}
}

void likeness_tell(struct explained *explained, const struct report *report, const uint32_t account[2],
		   const uint32_t sentence[2], const uint32_t others[2], const struct terms *terms,
		   const struct explanation *explanation, const struct trial_list *trials)
{
	static const char *const keys[CANDIDACY_COUNT] = {
		[CANDIDACY_YES] = "yes",       [CANDIDACY_UNLIKE] = "unlike", [CANDIDACY_STORIES] = "stories",
		[CANDIDACY_UNTIED] = "untied", [CANDIDACY_COMMON] = "common", [CANDIDACY_CROWDED] = "crowded",
	};
	struct teller teller = {explained, report->arena, terms, explanation};

	*explained = (struct explained){.report = report,
					.candidate = explanation->candidacy == CANDIDACY_YES,
					.candidacy = keys[explanation->candidacy],
					.one_group = explanation->one_group};
	tell_sentences(&teller, account, sentence, others);
	tell_findings(&teller);
	tell_parts(&teller);
	tell_steps(&teller);
	tell_trials(&teller, trials);
	explained->compared = likeness_candidacy(&teller);
	explained->group = likeness_group(&teller);
	explained->alike = likeness_alike(&teller);
}
