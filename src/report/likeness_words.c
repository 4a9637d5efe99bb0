/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts, candidacy and trials of an explanation into sentences.
 *
 *   part "shorter" .76, ties of "ferry", "sank", …
 *   → "B:7 has 9 of the 12 words and names of A:3, or near ones: 76% by weight"
 *
 * Limits: English alone, as all that jibe says.
 */
#include "report/likeness_words.h"

struct span likeness_stretch(const struct teller *teller, int side, uint32_t first, uint32_t limit)
{
	const struct article *article = teller->out->sentence[side].article;

	return article_text(article, article->tokens.items[first].start, article->tokens.items[limit - 1].end);
}

struct span likeness_term(const struct teller *teller, int side, uint32_t index)
{
	const struct term *term = &teller->terms->terms.items[index];

	return likeness_stretch(teller, side, term->token, term->token + term->token_count);
}

/* What terms are wanted of a list in words: names, figures, … */
struct choice {
	uint8_t kind; /* enum term_kind */
	uint8_t name; /* enum name_kind of a name; 0: any */
	bool verb;    /* verbs alone */
};

static bool fits(const struct choice *choice, const struct term *term)
{
	return term->kind == choice->kind && (!choice->name || term->name == choice->name) &&
	       (!choice->verb || term->verb);
}

static void add_word(struct buffer *out, struct span text)
{
	buffer_printf(out, "%s%s" SPAN_FMT, out->len ? "," : "", out->len ? " " : "", SPAN_ARG(text));
}

/* "Korb, Brannick": what both have, in the words of the first side; where the second has others, "Korb / Korp". */
static struct span tied_words(const struct teller *teller, struct choice choice)
{
	const struct explanation *likeness = teller->likeness;
	struct buffer out;

	buffer_init(&out, teller->arena);
	for (uint32_t t = 0; t < likeness->ties.count; t++) {
		const struct tie *tie = &likeness->ties.items[t];
		struct span one = likeness_term(teller, 0, tie->a), two = likeness_term(teller, 1, tie->b);

		if (!fits(&choice, &teller->terms->terms.items[tie->a]) &&
		    !fits(&choice, &teller->terms->terms.items[tie->b]))
			continue;
		add_word(&out, span_equal(one, two) ? one
						    : arena_format(teller->arena, SPAN_FMT " / " SPAN_FMT,
								   SPAN_ARG(one), SPAN_ARG(two)));
	}
	return buffer_span(&out);
}

static struct span lone_words(const struct teller *teller, int side, struct choice choice)
{
	const struct u32_list *alone = &teller->likeness->side[side].alone;
	struct buffer out;

	buffer_init(&out, teller->arena);
	for (uint32_t i = 0; i < alone->count; i++)
		if (fits(&choice, &teller->terms->terms.items[alone->items[i]]))
			add_word(&out, likeness_term(teller, side, alone->items[i]));
	return buffer_span(&out);
}

static struct span with_words(const struct teller *teller, const char *text, struct span words)
{
	return words.len ? arena_format(teller->arena, "%s: " SPAN_FMT, text, SPAN_ARG(words)) : span_cstr(text);
}

/* "names that only one of them has: A:3 Korb; B:7 Varn". */
static struct span apart(const struct teller *teller, const char *text, struct choice choice)
{
	struct span lone[2] = {lone_words(teller, 0, choice), lone_words(teller, 1, choice)};

	if (!lone[0].len || !lone[1].len) /* a name that is shared in part */
		return span_cstr(text);
	return arena_format(teller->arena, "%s: " SPAN_FMT " in " SPAN_FMT ", " SPAN_FMT " in " SPAN_FMT, text,
			    SPAN_ARG(lone[0]), SPAN_ARG(teller->out->sentence[0].name), SPAN_ARG(lone[1]),
			    SPAN_ARG(teller->out->sentence[1].name));
}

/* Of the side that the other tells more of, or LESS. */
static struct span share_told(const struct teller *teller, bool less)
{
	const struct tied_side *sides = teller->likeness->side;
	int side = (sides[0].share >= sides[1].share) == less;

	return arena_format(teller->arena,
			    SPAN_FMT " has %u of the %u words and names of " SPAN_FMT
				     ", or near ones: %.0f%% by weight",
			    SPAN_ARG(teller->out->sentence[!side].name), sides[side].tied, sides[side].words,
			    SPAN_ARG(teller->out->sentence[side].name), 100 * sides[side].share);
}

struct span likeness_part(const struct teller *teller, enum similarity_part part)
{
	static const struct choice names = {.kind = TERM_NAME}, persons = {.kind = TERM_NAME, .name = NAME_PERSON},
				   figures = {.kind = TERM_FIGURE}, verbs = {.kind = TERM_WORD, .verb = true};

	switch (part) {
	case PART_SHORTER: return share_told(teller, false);
	case PART_LONGER: return share_told(teller, true);
	case PART_MASS: return SPAN("how much they share in all: a few rare words count more than many common ones");
	case PART_LETTERS: return SPAN("likeness of the wording, letter by letter; figures left out");
	case PART_FIGURES: return with_words(teller, "figures and dates that both have", tied_words(teller, figures));
	case PART_VERBS: return with_words(teller, "words of both that may be verbs", tied_words(teller, verbs));
	case PART_SUBJECTS: return SPAN("one subject does the same, or the opposite, in both");
	case PART_NAMELESS: return SPAN("neither has a name");
	case PART_NAMES_APART: return apart(teller, "names instead of each other", names);
	case PART_PERSONS_APART: return apart(teller, "persons instead of each other", persons);
	case PART_NATIONS_APART: return SPAN("countries instead of each other: not one event, whatever they share");
	case PART_DATES_APART: return SPAN("dates of different months or years");
	case PART_LENGTH: return SPAN("how much the two say");
	case PART_COUNT: break;
	}
	return SPAN("");
}

static bool in_one_article(const struct teller *teller)
{
	return teller->out->sentence[0].article == teller->out->sentence[1].article;
}

struct span likeness_candidacy(const struct teller *teller)
{
	switch (teller->likeness->candidacy) {
	case CANDIDACY_YES:
		return in_one_article(teller)
			       ? SPAN("They were held against each other. Both stand in one article, of which only near "
				      "repeats and what parties dispute can differ.")
			       : SPAN("They were held against each other.");
	case CANDIDACY_UNLIKE: return SPAN("They were not compared: they are too unlike.");
	case CANDIDACY_UNTIED:
		return SPAN(
			"They were not compared: no word, name or figure stands in both, and near words alone lead to "
			"no comparison.");
	case CANDIDACY_STORIES: return SPAN("They were not compared: their articles tell two stories.");
	case CANDIDACY_COMMON:
		return arena_format(
			teller->arena,
			"They were not compared: what stands in both stands in more than %d sentences, which "
			"leads to few of them, and only where a pair is as alike as a group is.",
			INDEX_POSTINGS);
	case CANDIDACY_CROWDED:
		return arena_format(
			teller->arena,
			"They were not compared: each has others that share more, and only the first %d are "
			"looked at, fewer in a large cluster.",
			INDEX_CANDIDATES);
	case CANDIDACY_COUNT: break;
	}
	return SPAN("");
}

struct span likeness_group(const struct teller *teller)
{
	return teller->likeness->one_group
		       ? SPAN("They are in one group: with the group's other sentences they answer one question of fact.")
	       : teller->likeness->similarity.score >= teller->terms->alignment->group &&
			       teller->likeness->candidacy == CANDIDACY_YES
		       ? SPAN("They are not in one group: each has a group whose sentences are, on average, too unlike the "
			      "other's.")
		       : SPAN("They are not in one group.");
}

struct span likeness_alike(const struct teller *teller)
{
	const struct explained *out = teller->out;

	if (in_one_article(teller) || !out->candidate)
		return SPAN("");
	for (uint32_t f = 0; f < out->findings.count; f++) {
		const struct rule *rule = report_rule(out->report, out->findings.items[f].finding);

		if (rule && rule->kind == RULE_CLAIM)
			return SPAN("");
	}
	if (!out->passages.count)
		return arena_format(
			teller->arena,
			"No whole passage counts as told alike: no stretch that they share is heavy enough (%.1f, "
			"about that many rare words).",
			out->passage_least);
	return arena_format(teller->arena,
			    "No whole passage counts as told alike, though they share \"" SPAN_FMT "\" / \"" SPAN_FMT
			    "\": something in it differs, or it holds no verb and no figure.",
			    SPAN_ARG(out->passages.items[0].text[0]), SPAN_ARG(out->passages.items[0].text[1]));
}

struct span likeness_trial(const struct teller *teller, const struct trial *trial, bool told)
{
	switch (trial->kind) {
	case VERDICT_ALIKE: return SPAN("told alike, which this rule does not report");
	case VERDICT_AGREE: return told ? SPAN("told alike") : SPAN("told alike; other findings tell it better");
	case VERDICT_FULLER: return SPAN("they fit; one tells more");
	case VERDICT_DIFFER:
		return told ? SPAN("they differ")
			    : SPAN("they differ, but no finding rests on them: one article tells both, or another sentence "
				   "tells it better");
	case VERDICT_NONE: break;
	}
	if (!strcmp(trial->reason, "two readings"))
		return SPAN("not compared: it could be held against several");
	if (!strcmp(trial->reason, "too many figures"))
		return SPAN("not compared: one sentence has too many figures");
	if (!strcmp(trial->reason, "frame"))
		return SPAN("not compared: one is told as a fact, the other as a part, possible, planned or denied");
	return arena_format(teller->arena, "not compared: not known to be the same %s", trial->reason);
}
