/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Up to four articles, cut at lines that are `===`, compared and written in
 * every format. The first byte picks width, signs and how much is shown; each
 * article's first line, up to a NUL, is its file's name.
 *
 * Whatever the articles hold: no format lets a control character through, what
 * is JSON parses, no line of the terminal is too wide, and the page has no script
 * but its own.
 */
#include <jansson.h>
#include <string.h>

#include "base/arena.h"
#include "format/format.h"
#include "fuzz.h"
#include "run/run.h"
#include "text/utf8.h"

enum { ARTICLES_MOST = 4, NAME_MOST = 200 };

/* JSON gives an article's words as they are, escaped where JSON asks for it: a DEL may stand in it. */
static void check_harmless(struct span text, bool json)
{
	FUZZ_CHECK(utf8_validate(text) == text.len);
	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.ptr[i];

		FUZZ_CHECK((byte >= ' ' && (byte != 0x7f || json)) || byte == '\n' || byte == '\t' || byte == '\r');
	}
}

static void check_narrow(struct span text, uint32_t width)
{
	struct span line;

	while (span_next(&text, '\n', &line))
		FUZZ_CHECK(utf8_width(line) <= width);
}

/* One document, or one a line. */
static void check_json(struct span text, bool lines)
{
	struct span part = text;

	while (!lines || span_next(&text, '\n', &part)) {
		json_t *value;

		if (lines && !part.len)
			continue;
		value = json_loadb(part.ptr, part.len, JSON_REJECT_DUPLICATES, NULL);
		FUZZ_CHECK(value != NULL);
		json_decref(value);
		if (!lines)
			return;
	}
}

static void check_page(struct span text)
{
	uint32_t scripts = 0;

	for (size_t at = 0; (at = span_find(text, SPAN("<script"), at)) != SIZE_MAX; at++)
		scripts++;
	FUZZ_CHECK(scripts <= 2); /* the page's own, and the pairs of sentences */
}

static bool is_json(const char *format)
{
	return !strcmp(format, "json") || !strcmp(format, "sarif") || !strcmp(format, "gitlab") ||
	       !strcmp(format, "rdjsonl");
}

static void check_format(const struct report *report, const struct report_style *style,
			 const struct report_format *format)
{
	bool json = is_json(format->name);
	struct buffer out;
	struct span text;

	buffer_init(&out, report->arena);
	format->write(report, style, &out);
	text = buffer_span(&out);
	check_harmless(text, json);
	if (json)
		check_json(text, !strcmp(format->name, "rdjsonl"));
	else if (!strcmp(format->name, "matrix"))
		check_narrow(text, style->width);
	else if (!strcmp(format->name, "html"))
		check_page(text);
}

static bool add_articles(struct run *run, struct span text)
{
	struct jibe_error error = {0};
	bool any = false;

	for (uint32_t i = 0; i < ARTICLES_MOST && text.len; i++) {
		size_t cut = span_find(text, SPAN("\n===\n"), 0), end;
		struct span article = span_slice(text, 0, cut == SIZE_MAX ? text.len : cut), name;

		text = cut == SIZE_MAX ? SPAN("") : span_slice(text, cut + 5, text.len);
		end = span_find(article, SPAN("\n"), 0);
		if (end == SIZE_MAX)
			continue;
		name = span_slice(article, 0, strnlen(article.ptr, end < NAME_MOST ? end : NAME_MOST));
		any |= run_add_text(run, name, span_slice(article, end + 1, article.len), NULL, &error) == JIBE_OK;
	}
	return any;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct run run;
	struct run_options options = {.memory_limit = (size_t)1 << 30};
	struct jibe_error error = {0};

	if (!size)
		return 0;
	memset(&run, 0, sizeof run);
	FUZZ_CHECK(run_init(&run, &options, &error) == JIBE_OK);
	if (add_articles(&run, span_make((const char *)data + 1, size - 1)) && run_compare(&run, &error) == JIBE_OK) {
		struct report report = run_report(&run, data[0] & 4 ? "check" : "report");
		struct report_style style = {
			.unicode = data[0] & 1, .all = data[0] & 2, .words = data[0] & 8, .width = 20 + data[0]};
		jmp_buf escape;

		report.drafts = data[0] & 4 ? 1 : 0;
		if (!setjmp(escape)) {
			run.memory.escape = &escape;
			for (const struct report_format *format = report_formats; format->name; format++)
				check_format(&report, &style, format);
		}
		run.memory.escape = NULL;
	}
	run_finish(&run);
	return 0;
}
