/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings into the table of claims and articles.
 *
 *                        C      A      B      versions
 *   ✗ How deep?          ● 10   ▲ 30   ● 10   2 : 1
 *   ↑ How many died?     1 4    2 9    ·      1 : 1
 *
 * Columns go by the time of publication; of one day, an article without an hour
 * stands behind those with one; without a date it stands at the end. A time
 * without a zone is taken as UTC here: that orders columns, no versions. Where
 * articles give different zones, times are shown in UTC, so that they rise from
 * left to right.
 */
#include "report/matrix.h"

#include <stdlib.h>

#include "report/words.h"

enum { MINUTES_A_DAY = 24 * 60, TALLY_COLUMNS = 12 };

struct column {
	const struct article *article;
	int64_t minute;
	uint32_t account;
};

static int by_time(const void *left, const void *right)
{
	const struct column *a = left, *b = right;

	if (a->minute != b->minute)
		return a->minute < b->minute ? -1 : 1;
	return (a->account > b->account) - (a->account < b->account);
}

/* Whether times of two zones stand among the articles. */
static bool zones_differ(const struct report *report)
{
	const struct timestamp *first = NULL;

	for (uint32_t i = 0; i < report->account_count; i++) {
		const struct timestamp *time = &report_article(report, i)->published;

		if (!time->known || time->minute < 0)
			continue;
		if (first && time->zone != first->zone)
			return true;
		first = time;
	}
	return false;
}

static struct timestamp shown_time(struct timestamp time, bool utc)
{
	int64_t minute = timestamp_minute(time);

	if (!utc || !time.known || time.minute < 0 || time.zone == INT16_MIN)
		return time;
	time.day = (int32_t)(minute / MINUTES_A_DAY);
	time.minute = (int16_t)(minute % MINUTES_A_DAY);
	if (time.minute < 0) {
		time.minute += MINUTES_A_DAY;
		time.day--;
	}
	time.zone = 0;
	return time;
}

static void order_columns(struct matrix *matrix, const struct report *report)
{
	struct column *columns = arena_array(report->arena, struct column, report->account_count + 1u);

	matrix->count = report->account_count;
	matrix->columns = arena_array(report->arena, uint32_t, matrix->count + 1u);
	for (uint32_t i = 0; i < matrix->count; i++) {
		const struct article *article = report_article(report, i);

		columns[i] = (struct column){article, timestamp_minute(article->published), i};
		matrix->dated += article->published.known;
	}
	if (matrix->count > 1)
		qsort(columns, matrix->count, sizeof *columns, by_time);
	matrix->utc = zones_differ(report);
	matrix->times = arena_array(report->arena, struct timestamp, matrix->count + 1u);
	for (uint32_t i = 0; i < matrix->count; i++) {
		matrix->columns[i] = columns[i].account;
		matrix->times[i] = shown_time(columns[i].article->published, matrix->utc);
	}
}

/* "a", "b", …: articles have the capitals. */
static struct span small_letter(struct arena *arena, uint32_t number)
{
	struct span letter = finding_letter(arena, number);
	char *bytes = (char *)letter.ptr;

	for (size_t i = 0; i < letter.len; i++)
		bytes[i] = (char)(bytes[i] - 'A' + 'a');
	return letter;
}

/* Letters for originals that several articles share, in the order of the columns. */
static void name_sources(struct matrix *matrix, const struct report *report)
{
	const struct lineage *lineage = report->lineage;
	uint32_t count = lineage ? lineage->count : 0, named = 0;
	uint32_t *articles = arena_array(report->arena, uint32_t, count + 1u);
	struct span *letters = arena_array(report->arena, struct span, count + 1u);

	matrix->sources = arena_array(report->arena, struct span, matrix->count + 1u);
	for (uint32_t i = 0; i < matrix->count; i++)
		matrix->sources[i] = SPAN("");
	for (uint32_t i = 0; lineage && i < matrix->count; i++)
		articles[lineage->of[matrix->columns[i]]]++;
	for (uint32_t i = 0; lineage && i < matrix->count; i++) {
		uint32_t number = lineage->of[matrix->columns[i]];

		if (articles[number] < 2)
			continue;
		if (!letters[number].len)
			letters[number] = small_letter(report->arena, named++);
		matrix->sources[i] = letters[number];
		matrix->shared = true;
	}
}

static void add_row(struct matrix *matrix, const struct report *report, const struct finding *finding,
		    const uint32_t *column_of)
{
	struct matrix_row *row = list_push(report->arena, &matrix->rows);

	row->finding = finding;
	row->cells = arena_array(report->arena, struct matrix_cell, matrix->count + 1u);
	report_versions(report, finding, &row->versions);
	row->tellers = arena_array(report->arena, uint32_t, row->versions.count + 1u);
	for (uint32_t v = 0; v < row->versions.count; v++) {
		const struct version *version = &finding->versions.items[row->versions.items[v]];
		uint32_t last = UINT32_MAX;

		for (uint32_t m = 0; m < version->count; m++) {
			struct matrix_cell *cell = &row->cells[column_of[version->items[m].article]];

			/* Members stand in order of their articles. */
			if (version->items[m].article == last)
				continue;
			last = version->items[m].article;
			row->tellers[v]++;
			list_add(report->arena, cell, ((struct matrix_answer){v, &version->items[m]}));
		}
	}
}

/* That the passages share their words says less than any other row of the same group. */
static bool is_bare(const struct report *report, const struct finding *finding)
{
	const struct rule *rule = report_rule(report, finding);

	return finding->relation == RELATION_AGREEMENT && rule && rule->kind == RULE_CLAIM;
}

/* Two rows of one question are told apart by their answers, "How many died? 26,000 / 31,000", and a row of one answer has
 * it in its head. */
static void name_rows(struct matrix *matrix, const struct report *report)
{
	struct table asked;

	table_init(&asked, report->arena);
	for (uint32_t i = 0; i < matrix->rows.count; i++)
		if (matrix->rows.items[i].versions.count > 1)
			++*table_put(&asked, span_hash(matrix->rows.items[i].finding->question), NULL);
	for (uint32_t i = 0; i < matrix->rows.count; i++) {
		struct matrix_row *row = &matrix->rows.items[i];
		struct span question = row->finding->question;

		row->topic = report_topic(report, row->finding);
		if (question.len && (row->versions.count == 1 || *table_put(&asked, span_hash(question), NULL) > 1))
			row->topic = arena_format(report->arena, SPAN_FMT " " SPAN_FMT, SPAN_ARG(question),
						  SPAN_ARG(report_labels(report, row->finding)));
	}
}

void matrix_make(struct matrix *matrix, const struct report *report, const struct report_style *style)
{
	const struct findings *all = report->findings;
	bool *told = arena_array(report->arena, bool, all->groups.count + 1u);
	uint32_t *column_of = arena_array(report->arena, uint32_t, report->account_count + 1u);
	struct u32_list order = {0};

	*matrix = (struct matrix){0};
	order_columns(matrix, report);
	name_sources(matrix, report);
	for (uint32_t i = 0; i < matrix->count; i++)
		column_of[matrix->columns[i]] = i;
	report_order(report, style, &order);
	for (uint32_t i = 0; i < order.count; i++)
		if (!is_bare(report, &all->findings.items[order.items[i]]))
			told[all->findings.items[order.items[i]].group] = true;
	for (uint32_t i = 0; i < order.count; i++) {
		const struct finding *finding = &all->findings.items[order.items[i]];

		if (!is_bare(report, finding) || !told[finding->group])
			add_row(matrix, report, finding, column_of);
	}
	name_rows(matrix, report);
}

struct span matrix_sign(struct arena *arena, const struct matrix_row *row, uint32_t version, bool unicode)
{
	static const char *const signs[] = {"●", "▲", "■", "◆", "○", "△", "□", "◇"};

	if (row->finding->relation == RELATION_UPDATE && row->finding->ordered)
		return arena_format(arena, "%u", version + 1);
	if (unicode && version < sizeof signs / sizeof signs[0])
		return span_cstr(signs[version]);
	return arena_format(arena, "%c", version < 26 ? (int)('a' + version) : '*');
}

struct span matrix_tally(const struct cell_style *style, const struct matrix_row *row)
{
	const struct finding *finding = row->finding;
	uint32_t last = finding->versions.count - 1;
	struct buffer out;

	buffer_init(&out, style->report->arena);
	if (finding->relation == RELATION_UPDATE && last) {
		buffer_add(&out, report_cell(style, finding, 0, NULL, TALLY_COLUMNS));
		buffer_printf(&out, " %s ", !finding->ordered ? "/" : style->unicode ? "→" : "->");
		buffer_add(&out, report_cell(style, finding, last, NULL, TALLY_COLUMNS));
		return buffer_span(&out);
	}
	for (uint32_t v = 0; v < row->versions.count; v++)
		buffer_printf(&out, "%s%u", v ? " : " : "", row->tellers[v]);
	return buffer_span(&out);
}
