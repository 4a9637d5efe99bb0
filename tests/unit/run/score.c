/* SPDX-License-Identifier: Apache-2.0 */
/* Expected lines and findings into a score; score.h tells the rules. */
#include "score.h"

#include <jansson.h>

#include "base/buffer.h"
#include "base/file.h"
#include "support.h"

enum { MEMBER_LONGEST = 700 }; /* bytes: a longer member points at nothing */

struct expected_span {
	uint32_t article, start, end;
};

struct expected {
	struct span id, quotes[2];
	int relation;                 /* -1: a trap */
	bool must, met, broken, mine; /* MINE: joined rightly by the finding at hand */
	struct expected_span spans[2];
};

struct scorer {
	struct arena *arena;
	const struct run *run;
	struct LIST(struct expected) lines;
	struct score *score;
	struct buffer notes;
};

static int relation_of(const char *name)
{
	for (int relation = 0; relation < RELATION_COUNT; relation++)
		if (!strcmp(name, relation_name((enum relation)relation)))
			return relation;
	cr_assert(eq(str, (char *)name, "not-contradiction"));
	return -1;
}

/* False: the article is not in the run. */
static bool read_span(struct scorer *scorer, json_t *json, struct expected_span *span, struct span *quote)
{
	struct span source = span_cstr(json_string_value(json_object_get(json, "source")));
	*quote = arena_copy(scorer->arena, span_cstr(json_string_value(json_object_get(json, "quote"))));
	for (uint32_t a = 0; a < scorer->run->account_count; a++) {
		const struct article *article = scorer->run->accounts[a].article;
		if (!span_equal(file_name(article->source.path), source))
			continue;
		size_t at = span_find(article->source.text, *quote, 0);
		if (at == SIZE_MAX)
			cr_fatal("not in " SPAN_FMT ": " SPAN_FMT, SPAN_ARG(source), SPAN_ARG(*quote));
		*span = (struct expected_span){a, (uint32_t)at, (uint32_t)(at + quote->len)};
		return true;
	}
	return false;
}

static void read_line(struct scorer *scorer, struct span text)
{
	json_error_t error;
	json_t *json = json_loadb(text.ptr, text.len, 0, &error);
	if (!json)
		cr_fatal("%s: " SPAN_FMT, error.text, SPAN_ARG(text));
	struct expected line = {.relation = relation_of(json_string_value(json_object_get(json, "relation")))};
	json_t *spans = json_object_get(json, "spans");
	line.id = arena_copy(scorer->arena, span_cstr(json_string_value(json_object_get(json, "id"))));
	line.must = !strcmp(json_string_value(json_object_get(json, "level")), "must");
	if (read_span(scorer, json_array_get(spans, 0), &line.spans[0], &line.quotes[0]) &&
	    read_span(scorer, json_array_get(spans, 1), &line.spans[1], &line.quotes[1]))
		list_add(scorer->arena, &scorer->lines, line);
	json_decref(json);
}

static bool on(const struct member *member, const struct expected_span *span)
{
	return member->article == span->article && member->start < span->end && span->start < member->end;
}

static bool joins(const struct member *x, const struct member *y, const struct expected *line)
{
	return (on(x, &line->spans[0]) && on(y, &line->spans[1])) || (on(x, &line->spans[1]) && on(y, &line->spans[0]));
}

static bool dated(const struct scorer *scorer, const struct member *member)
{
	return scorer->run->accounts[member->article].article->published.known;
}

/* Whether LINE calls it right or wrong that a finding of RELATION joins X and Y, in two versions if APART. */
static int judge_line(const struct scorer *scorer, const struct expected *line, enum relation relation,
		      const struct member *x, const struct member *y, bool apart)
{
	int expected = line->relation;
	bool opposed = expected == RELATION_CONTRADICTION || expected == RELATION_DISPUTE;
	if (!apart)
		return expected == RELATION_AGREEMENT ? SCORE_RIGHT
		       : expected == RELATION_VARIANT ? SCORE_OPEN
						      : SCORE_WRONG;
	switch (relation) {
	case RELATION_CONTRADICTION:
	case RELATION_DISPUTE:
		if (opposed)
			return SCORE_RIGHT;
		return expected == RELATION_UPDATE && !(dated(scorer, x) && dated(scorer, y)) ? SCORE_OPEN
											      : SCORE_WRONG;
	case RELATION_VARIANT:
	case RELATION_FULLER:
		return expected == RELATION_VARIANT     ? SCORE_RIGHT
		       : expected == RELATION_AGREEMENT ? SCORE_OPEN
							: SCORE_WRONG;
	case RELATION_UPDATE: return expected == RELATION_UPDATE ? SCORE_RIGHT : SCORE_WRONG;
	default: return SCORE_OPEN;
	}
}

/* A pair is right when one line says so, else wrong when one says so. */
static int judge_pair(struct scorer *scorer, const struct finding *finding, const struct member *x,
		      const struct member *y, bool apart)
{
	bool right = false, wrong = false;
	for (uint32_t i = 0; i < scorer->lines.count; i++) {
		struct expected *line = &scorer->lines.items[i];
		if (!joins(x, y, line))
			continue;
		int verdict = judge_line(scorer, line, finding->relation, x, y, apart);
		line->mine = line->mine || verdict == SCORE_RIGHT;
		right = right || verdict == SCORE_RIGHT;
		wrong = wrong || verdict == SCORE_WRONG;
		if (apart && line->relation < 0 && finding->relation != RELATION_FULLER)
			line->broken = true;
	}
	return right ? SCORE_RIGHT : wrong ? SCORE_WRONG : SCORE_OPEN;
}

static bool same_place(const struct member *x, const struct member *y)
{
	return x->article == y->article && x->start == y->start && x->end == y->end;
}

static void note_finding(struct scorer *scorer, const struct finding *finding, int verdict)
{
	buffer_printf(&scorer->notes, "%s %s " SPAN_FMT ":", verdict == SCORE_WRONG ? "WRONG" : "open",
		      relation_name(finding->relation), SPAN_ARG(finding->rule));
	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++)
			buffer_printf(&scorer->notes, "%s \"" SPAN_FMT "\"",
				      m   ? " ="
				      : v ? " <>"
					  : "",
				      SPAN_ARG(finding->versions.items[v].items[m].text));
	buffer_byte(&scorer->notes, '\n');
}

static void judge_finding(struct scorer *scorer, const struct finding *finding)
{
	bool right = false, wrong = false;
	for (uint32_t i = 0; i < scorer->lines.count; i++)
		scorer->lines.items[i].mine = false;
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *one = &finding->versions.items[v];
		for (uint32_t m = 0; m < one->count; m++) {
			wrong = wrong || one->items[m].end - one->items[m].start > MEMBER_LONGEST;
			for (uint32_t w = v; w < finding->versions.count; w++) {
				const struct version *two = &finding->versions.items[w];
				for (uint32_t n = w == v ? m + 1 : 0; n < two->count; n++) {
					int verdict = judge_pair(scorer, finding, &one->items[m], &two->items[n],
								 w != v);
					right = right || verdict == SCORE_RIGHT;
					wrong = wrong || verdict == SCORE_WRONG ||
						(w != v && same_place(&one->items[m], &two->items[n]));
				}
			}
		}
	}
	int verdict = wrong ? SCORE_WRONG : right ? SCORE_RIGHT : SCORE_OPEN;
	scorer->score->findings[finding->relation][verdict]++;
	if (verdict == SCORE_WRONG || (verdict == SCORE_OPEN && finding->relation >= RELATION_VARIANT))
		note_finding(scorer, finding, verdict);
	for (uint32_t i = 0; i < scorer->lines.count && !wrong; i++)
		scorer->lines.items[i].met = scorer->lines.items[i].met || scorer->lines.items[i].mine;
}

static void count_lines(struct scorer *scorer)
{
	struct score *score = scorer->score;
	for (uint32_t i = 0; i < scorer->lines.count; i++) {
		const struct expected *line = &scorer->lines.items[i];
		bool fine = line->relation < 0 ? !line->broken : line->met;
		score->must += line->must;
		score->met += line->must && fine;
		score->broken += line->relation < 0 && line->broken;
		if (!fine)
			buffer_printf(&scorer->notes,
				      "missed %s %s " SPAN_FMT ": \"" SPAN_FMT "\" | \"" SPAN_FMT "\"\n",
				      line->must ? "must" : "nice",
				      line->relation < 0 ? "trap" : relation_name((enum relation)line->relation),
				      SPAN_ARG(line->id), SPAN_ARG(line->quotes[0]), SPAN_ARG(line->quotes[1]));
	}
}

void score_run(struct score *score, struct arena *arena, const struct run *run, struct span expected)
{
	struct scorer scorer = {.arena = arena, .run = run, .score = score};
	struct jibe_error error;
	struct span text, line;
	*score = (struct score){0};
	buffer_init(&scorer.notes, arena);
	if (file_read(arena, expected, FILE_LIMIT_DEFAULT, &text, &error) < 0)
		cr_fatal("%s: %s", error.file, error.message);
	while (span_next(&text, '\n', &line))
		if (span_trim(line).len)
			read_line(&scorer, line);
	for (uint32_t f = 0; f < run->findings.findings.count; f++)
		judge_finding(&scorer, &run->findings.findings.items[f]);
	count_lines(&scorer);
	score->notes = buffer_span(&scorer.notes);
}
