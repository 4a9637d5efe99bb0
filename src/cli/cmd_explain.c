/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jibe explain: why two sentences were, or were not, lined up and compared.
 *
 *   jibe explain story/ A:12 C:7           as the report of story/ names them
 *   jibe explain a.txt:12 b.md:7:40        LINE or LINE:COLUMN
 *
 * The last two operands are the places, those before them the cluster; without
 * one it is the two articles. Of the sentences on a line those two are explained
 * that are most alike. A place's article is the path, the letter or the file name
 * of one of the cluster, else a file that is added to it.
 */
#include "base/file.h"
#include "cli/cli.h"
#include "inspect/pair.h"

enum { DIGITS_MOST = 9 };

struct operand {
	struct span text, article; /* all of it; what stands before the line */
	uint32_t line, column;     /* column 0: any */
	uint32_t account;
	struct u32_list sentences;
};

/* ":12" at the end of TEXT, which is cut off; false: there is none. */
static bool cut_number(struct span *text, uint32_t *number)
{
	size_t at = text->len;

	*number = 0;
	while (at && text->ptr[at - 1] >= '0' && text->ptr[at - 1] <= '9')
		at--;
	if (at < 2 || text->ptr[at - 1] != ':' || at == text->len || text->len - at > DIGITS_MOST)
		return false;
	for (size_t i = at; i < text->len; i++)
		*number = *number * 10 + (uint32_t)(text->ptr[i] - '0');
	*text = span_slice(*text, 0, at - 1);
	return true;
}

/* "a.txt:12", "A:12:40"; a file may be named "notes:12". */
static bool read_operand(struct cli *cli, struct operand *operand, struct span text)
{
	uint32_t number;
	struct span rest = text;
	bool placed;

	*operand = (struct operand){.text = text};
	placed = cut_number(&rest, &operand->line);
	operand->article = arena_copy(&cli->arena, rest);
	if (placed && file_kind(operand->article) == FILE_MISSING && cut_number(&rest, &number)) {
		operand->column = operand->line;
		operand->line = number;
		operand->article = arena_copy(&cli->arena, rest);
		placed = operand->column > 0;
	}
	if (!placed)
		show_message(cli, SPAN_FMT ": expected a place, as in a.txt:12", SPAN_ARG(text));
	return placed;
}

static const struct span *path_of(struct cli *cli, uint32_t article)
{
	return &cli->run.cluster.articles.items[article]->source.path;
}

/* The article of the cluster that NAME means: its path, else its letter, else its file name; UINT32_MAX: none. */
static uint32_t known_article(struct cli *cli, struct span name)
{
	struct span path = real_path(&cli->arena, name);
	uint32_t found = UINT32_MAX, count = cli->run.cluster.articles.count;

	for (uint32_t i = 0; i < count; i++)
		if (span_equal(*path_of(cli, i), name) ||
		    (file_kind(name) != FILE_MISSING && span_equal(real_path(&cli->arena, *path_of(cli, i)), path)))
			return i;
	if (file_kind(name) != FILE_MISSING)
		return UINT32_MAX;
	for (uint32_t i = 0; i < count; i++)
		if (span_equal(finding_letter(&cli->arena, i), name))
			return i;
	for (uint32_t i = 0; i < count; i++) {
		if (!span_equal(file_name(*path_of(cli, i)), name))
			continue;
		if (found != UINT32_MAX)
			return UINT32_MAX; /* two of them */
		found = i;
	}
	return found;
}

static bool find_article(struct cli *cli, struct operand *operand)
{
	uint32_t count = cli->run.cluster.articles.count;
	struct jibe_error error;

	operand->account = known_article(cli, operand->article);
	if (operand->account != UINT32_MAX)
		return true;
	if (count && file_kind(operand->article) == FILE_MISSING) {
		show_message(cli, SPAN_FMT ": no file, and no letter or file name of one of the %u articles",
			     SPAN_ARG(operand->article), count);
		return false;
	}
	if (file_kind(operand->article) == FILE_FOLDER) {
		show_message(cli, SPAN_FMT ": a folder, not an article", SPAN_ARG(operand->article));
		return false;
	}
	if (run_add_path(&cli->run, operand->article, &error) < 0) {
		show_error(cli, &error);
		return false;
	}
	operand->account = count;
	if (cli->run.cluster.articles.count == count + 1)
		return true;
	if (cli->run.cluster.articles.count > count)
		show_message(cli, SPAN_FMT ": a cluster, not an article", SPAN_ARG(operand->article));
	return false;
}

static bool before(struct place a, struct place b)
{
	return a.line < b.line || (a.line == b.line && a.column < b.column);
}

/* Whether a sentence is meant: it stands on the line, or holds the column, or is the next behind it. */
static bool is_meant(const struct operand *operand, const struct article *article, const struct sentence *sentence)
{
	struct place from = source_place(&article->source, sentence->start);
	struct place to = source_place(&article->source, sentence->end);

	if (!operand->column)
		return from.line <= operand->line &&
		       source_place(&article->source, sentence->end - 1).line >= operand->line;
	return before((struct place){operand->line, operand->column}, to) &&
	       (from.line <= operand->line || !operand->sentences.count);
}

static bool find_sentences(struct cli *cli, struct operand *operand)
{
	const struct article *article = cli->run.cluster.articles.items[operand->account];
	struct place last = source_place(&article->source, (uint32_t)article->source.text.len - 1);
	bool furniture = false;

	for (uint32_t i = 0; i < article->sentences.count; i++) {
		const struct sentence *sentence = &article->sentences.items[i];
		uint32_t from = source_place(&article->source, sentence->start).line;

		if (from > operand->line || (operand->column && operand->sentences.count))
			break;
		if (!is_meant(operand, article, sentence))
			continue;
		furniture = furniture || sentence->kind == SENTENCE_FURNITURE;
		if (sentence->kind != SENTENCE_FURNITURE)
			list_add(&cli->arena, &operand->sentences, i);
	}
	if (operand->sentences.count)
		return true;
	if (!operand->line || operand->line > last.line)
		show_message(cli, SPAN_FMT ": the article has %u lines", SPAN_ARG(operand->text), last.line);
	else if (furniture)
		show_message(cli, SPAN_FMT ": furniture (bylines, credits, page text), which is not compared",
			     SPAN_ARG(operand->text));
	else
		show_message(cli, SPAN_FMT ": no sentence stands there", SPAN_ARG(operand->text));
	return false;
}

static bool add_inputs(struct cli *cli, struct operand places[2])
{
	struct span_list paths = cli->options.operands;
	bool fine = true;

	if (paths.count < 2) {
		show_message(cli, "expected two places, as in jibe explain a.txt:12 b.txt:7");
		return false;
	}
	paths.count -= 2;
	for (uint32_t i = 0; i < 2; i++)
		if (!read_operand(cli, &places[i], paths.items[paths.count + i]))
			return false;
	if (!cli_start(cli) || !cli_add_paths(cli, &paths))
		return false;
	for (uint32_t i = 0; i < 2 && fine; i++)
		fine = find_article(cli, &places[i]);
	for (uint32_t i = 0; i < 2 && fine; i++)
		fine = find_sentences(cli, &places[i]);
	if (!fine) {
		diag_sort(&cli->run.diags);
		show_diags(cli, &cli->run.diags);
		return false;
	}
	if (places[0].account == places[1].account && places[0].sentences.count == 1 &&
	    places[1].sentences.count == 1 && places[0].sentences.items[0] == places[1].sentences.items[0]) {
		show_message(cli, SPAN_FMT " and " SPAN_FMT " are one sentence", SPAN_ARG(places[0].text),
			     SPAN_ARG(places[1].text));
		return false;
	}
	return output_is_safe(cli, cli->options.output);
}

/* The pair that the places mean, and all about it. */
static bool explain(struct cli *cli, const struct operand places[2], const struct report *report,
		    struct explained *explained)
{
	const uint32_t account[2] = {places[0].account, places[1].account};
	const uint32_t others[2] = {places[0].sentences.count - 1, places[1].sentences.count - 1};
	uint32_t best[2] = {0, 0}, sentence[2];
	struct run_explanation result;
	struct jibe_error error;

	if (run_most_alike(&cli->run, account[0], &places[0].sentences, account[1], &places[1].sentences, best,
			   &error) < 0) {
		show_error(cli, &error);
		return false;
	}
	for (int side = 0; side < 2; side++)
		sentence[side] = places[side].sentences.items[best[side]];
	if (run_explain(&cli->run, account, sentence, &result, &error) < 0) {
		show_error(cli, &error);
		return false;
	}
	likeness_tell(explained, report, account, sentence, others, result.terms, &result.likeness, result.trials);
	return true;
}

static bool compare(struct cli *cli)
{
	struct jibe_error error;
	enum jibe_status status;

	progress_start(cli);
	status = run_compare(&cli->run, &error);
	progress_end(cli);
	if (status < 0)
		show_error(cli, &error);
	return status >= 0;
}

static int write_explained(struct cli *cli, const struct explained *explained, bool json)
{
	struct report_style style = cli_style(cli, cli->options.output.len > 0);
	struct buffer out;

	buffer_init(&out, &cli->arena);
	if (json)
		pair_json(&out, explained);
	else
		pair_text(&out, explained, &style);
	return json || cli->options.output.len ? output_text(cli, cli->options.output, buffer_span(&out))
					       : output_shown(cli, buffer_span(&out));
}

int cmd_explain(struct cli *cli)
{
	static const char *const formats[] = {"term", "json", NULL};
	struct operand places[2];
	struct explained explained;
	struct report report;
	struct span format;
	int status;

	if (!one_format(cli, formats, &format) || !add_inputs(cli, places) || !compare(cli))
		return EXIT_TROUBLE;
	report = run_report(&cli->run, "explain");
	report.arena = &cli->arena; /* as in report: the run's has the run's limit */
	if (!explain(cli, places, &report, &explained))
		return EXIT_TROUBLE;
	status = write_explained(cli, &explained, span_equal(format, SPAN("json")));
	diag_sort(&cli->run.diags);
	show_diags(cli, &cli->run.diags);
	return status == EXIT_FINE && diag_trouble(&cli->run.diags) ? EXIT_TROUBLE : status;
}
