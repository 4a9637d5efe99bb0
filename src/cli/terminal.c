/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the terminal can show: its width, UTF-8, colours, links.
 *
 *   LANG=en_IE.UTF-8 TERM=xterm-kitty, 132 columns
 *   → 120 columns, UTF-8 marks, colours, links to file://desk/home/ann/wire.txt#39
 *
 * Links are written only for terminals that are known to take them: another one
 * may print their address into the text. Inside tmux and screen the variables
 * tell of the terminal outside, so there they are not believed.
 */
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"

enum { WIDTH_DEFAULT = 100, WIDTH_READABLE = 120, WIDTH_NARROW = 40, PATH_FIRST = 256, HOST_MOST = 256 };

static const char *variable(const char *name)
{
	const char *value = getenv(name);

	return value ? value : "";
}

bool terminal_dumb(void)
{
	const char *term = variable("TERM");

	return !*term || !strcmp(term, "dumb");
}

bool terminal_size(int descriptor, uint32_t *columns, uint32_t *rows)
{
	struct winsize size;

	if (!isatty(descriptor) || ioctl(descriptor, TIOCGWINSZ, &size) != 0 || !size.ws_col)
		return false;
	*columns = size.ws_col;
	*rows = size.ws_row;
	return true;
}

static uint32_t terminal_width(void)
{
	uint32_t columns, rows;

	if (!terminal_size(STDOUT_FILENO, &columns, &rows))
		return WIDTH_DEFAULT;
	if (columns > WIDTH_READABLE)
		return WIDTH_READABLE;
	return columns < WIDTH_NARROW ? WIDTH_NARROW : columns;
}

/* Whether a terminal shows UTF-8, from the locale's name as setlocale() would find it. */
bool terminal_unicode(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = variable(names[i]);

		if (*value)
			return strstr(value, "UTF-8") || strstr(value, "utf8") || strstr(value, "UTF8") ||
			       strstr(value, "utf-8");
	}
	return false;
}

/* From what the terminals say of themselves; VTE and Konsole since the versions that learned it. */
static bool terminal_links(void)
{
	static const char *const programs[] = {"iTerm.app", "WezTerm", "ghostty", "vscode", "Hyper", "rio", "Tabby"};
	static const char *const terms[] = {"xterm-kitty", "xterm-ghostty", "foot",    "foot-extra",
					    "alacritty",   "wezterm",       "contour", "rio"};
	enum { VTE_LEAST = 5000, KONSOLE_LEAST = 201200 };

	if (*variable("TMUX") || *variable("STY"))
		return false;
	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
		if (!strcmp(variable("TERM_PROGRAM"), programs[i]))
			return true;
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		if (!strcmp(variable("TERM"), terms[i]))
			return true;
	return *variable("KITTY_WINDOW_ID") || *variable("WT_SESSION") || *variable("DOMTERM") ||
	       strtol(variable("VTE_VERSION"), NULL, 10) >= VTE_LEAST ||
	       strtol(variable("KONSOLE_VERSION"), NULL, 10) >= KONSOLE_LEAST;
}

/* The working directory, or empty. */
static struct span working_folder(struct arena *arena)
{
	for (size_t size = PATH_FIRST; size < 256 * PATH_FIRST; size *= 2) {
		char *path = arena_alloc(arena, size);

		if (getcwd(path, size))
			return span_cstr(path);
	}
	return SPAN("");
}

static struct span host_name(struct arena *arena)
{
	char *name = arena_alloc(arena, HOST_MOST);

	if (gethostname(name, HOST_MOST) != 0)
		return SPAN("");
	name[HOST_MOST - 1] = '\0';
	return span_cstr(name);
}

struct report_style cli_style(struct cli *cli, bool file)
{
	const struct options *options = &cli->options;
	bool terminal = !file && isatty(STDOUT_FILENO), dumb = terminal_dumb();
	struct report_style style = {
		.color = options->color == COLOR_ALWAYS ||
			 (options->color == COLOR_AUTO && terminal && !dumb && !*variable("NO_COLOR")),
		/* A file or a pipe gets the same bytes everywhere. */
		.unicode = !terminal || (!dumb && terminal_unicode()),
		.width = options->width ? options->width
			 : file         ? WIDTH_DEFAULT
					: terminal_width(),
		.all = options->all,
		.words = options->word_diff,
		.min_level = options->min_level,
		.parts = options->parts,
		.narrowed = options->min_confidence > 0,
	};

	style.links = options->hyperlinks == COLOR_ALWAYS ||
		      (options->hyperlinks == COLOR_AUTO && terminal && !dumb && style.color && terminal_links());
	if (style.links) {
		style.host = host_name(&cli->arena);
		style.folder = working_folder(&cli->arena);
	}
	return style;
}
