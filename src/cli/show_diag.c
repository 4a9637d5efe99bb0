/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Messages on standard error, with the line they speak of.
 *
 *   depth.yml:4:5: error: unknown key "tolerence"
 *       tolerence: written
 *       ^
 *     did you mean "tolerance"?
 *   jibe: 1 error
 *
 * A long line is cut around the column. What files say is escaped.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/cli.h"
#include "report/escape.h"
#include "report/words.h"
#include "text/utf8.h"

enum { EXCERPT_COLUMNS = 76 };

static void put(const struct buffer *text)
{
	fwrite(text->ptr, 1, text->len, stderr);
}

void show_message(struct cli *cli, const char *format, ...)
{
	char message[1024];
	struct buffer out;
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	buffer_init(&out, &cli->arena);
	buffer_cstr(&out, "jibe: ");
	escape_term(&out, span_cstr(message));
	buffer_byte(&out, '\n');
	put(&out);
}

/* Byte offset of the code point number POINT (0-based) in TEXT, which may hold anything. */
static size_t offset_of(struct span text, uint32_t point)
{
	size_t at = 0;

	while (at < text.len && point--) {
		uint32_t length = span_utf8(text, at);

		at += length ? length : 1;
	}
	return at;
}

/* TEXT escaped a character at a time, so that blanks keep their number. */
static void add_exactly(struct buffer *out, struct span text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t length = span_utf8(text, at);

		length = length ? length : 1;
		escape_term(out, span_slice(text, at, at + length));
		at += length;
	}
}

static void add_excerpt(struct buffer *out, const struct diag *diag)
{
	uint32_t column = diag->column ? diag->column - 1 : 0;
	uint32_t from = column > EXCERPT_COLUMNS / 2 ? column - EXCERPT_COLUMNS / 2 : 0;
	size_t start = offset_of(diag->excerpt, from), caret = offset_of(diag->excerpt, column);
	size_t end = offset_of(diag->excerpt, from + EXCERPT_COLUMNS);
	struct buffer head;

	buffer_init(&head, out->arena);
	add_exactly(&head, span_slice(diag->excerpt, start, caret));
	buffer_cstr(out, "    ");
	buffer_add(out, buffer_span(&head));
	add_exactly(out, span_slice(diag->excerpt, caret, end));
	buffer_byte(out, '\n');
	if (diag->column) {
		buffer_repeat(out, " ", 4 + utf8_width(buffer_span(&head)));
		buffer_cstr(out, "^\n");
	}
}

static void add_diag(struct buffer *out, const struct diag *diag, bool color)
{
	static const char *const levels[] = {"note", "warning", "error"};
	static const char *const inks[] = {"\033[36m", "\033[33m", "\033[31m"};

	if (diag->path.len)
		escape_term(out, diag->path);
	else
		buffer_cstr(out, "jibe");
	if (diag->line)
		buffer_printf(out, ":%u", diag->line);
	if (diag->line && diag->column)
		buffer_printf(out, ":%u", diag->column);
	buffer_printf(out, ": %s%s:%s ", color ? inks[diag->level] : "", levels[diag->level], color ? "\033[0m" : "");
	escape_term(out, diag->message);
	buffer_byte(out, '\n');
	if (diag->excerpt.len)
		add_excerpt(out, diag);
	if (diag->hint.len) {
		buffer_cstr(out, "  ");
		escape_term(out, diag->hint);
		buffer_byte(out, '\n');
	}
}

static bool colored(const struct cli *cli)
{
	const char *term = getenv("TERM"), *no_color = getenv("NO_COLOR");

	if (cli->options.color != COLOR_AUTO)
		return cli->options.color == COLOR_ALWAYS;
	return isatty(STDERR_FILENO) && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

void show_error(struct cli *cli, const struct jibe_error *error)
{
	struct buffer out;

	buffer_init(&out, &cli->arena);
	add_diag(&out,
		 &(struct diag){.level = DIAG_ERROR,
				.path = span_cstr(error->file),
				.line = error->line,
				.column = error->column,
				.message = span_cstr(error->message)},
		 colored(cli));
	put(&out);
}

void show_diags(struct cli *cli, const struct diag_list *diags)
{
	uint32_t counts[3] = {0};
	struct buffer out;

	buffer_init(&out, &cli->arena);
	for (uint32_t i = 0; i < diags->count; i++) {
		const struct diag *diag = &diags->items[i];

		counts[diag->level]++;
		if (!cli->options.quiet || diag->level == DIAG_ERROR || diag->trouble)
			add_diag(&out, diag, colored(cli));
	}
	if (counts[DIAG_ERROR] && !cli->options.quiet) {
		buffer_printf(&out, "jibe: %u error%s", counts[DIAG_ERROR], report_plural(counts[DIAG_ERROR]));
		if (counts[DIAG_WARNING])
			buffer_printf(&out, ", %u warning%s", counts[DIAG_WARNING],
				      report_plural(counts[DIAG_WARNING]));
		buffer_byte(&out, '\n');
	}
	put(&out);
}
