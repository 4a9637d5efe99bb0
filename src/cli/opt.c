/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The command line into struct options.
 *
 *   --format=json -qo out.json a.txt b.txt
 *   → formats {json}, quiet, output out.json, operands {a.txt, b.txt}
 *
 * Long options are written in full, with "=" or a word of its own for the value;
 * short ones may be joined. "-" is an operand, and behind "--" everything is.
 */
#include "cli/opt.h"

#include <stdlib.h>

#include "base/diag.h"

enum opt_kind { OPT_FLAG, OPT_TEXT, OPT_LIST, OPT_CHOICE, OPT_FRACTION, OPT_NUMBER };

struct opt_spec {
	const char *name;
	char letter; /* 0: none */
	enum opt_kind kind;
	size_t offset;       /* in struct options */
	uint32_t commands;   /* bits FOR_… */
	const char *value;   /* what stands for the value in the help */
	const char *choices; /* OPT_CHOICE: "a|b|c"; the index is stored */
	const char *help;
};

#define AT(field) offsetof(struct options, field)

static const struct opt_spec specs[] = {
	{"against", 0, OPT_LIST, AT(against), FOR_CHECK, "PATH", NULL,
	 "a source of the draft: a file, folder or cluster.yml; repeatable"},
	{"require-source", 0, OPT_TEXT, AT(require), FOR_CHECK, "WHAT", NULL,
	 "what a draft must have from a source: numbers,quotes,names (the default), some of these, or none"},
	{"format", 'f', OPT_LIST, AT(formats), FOR_REPORT | FOR_CHECK, "NAME[=FILE]", NULL,
	 "one of the formats below (default: term), into FILE if given; repeatable"},
	{"format", 'f', OPT_LIST, AT(formats), FOR_INSPECT, "NAME[=FILE]", NULL,
	 "term (default): marked text; json: an object a line, one for each article"},
	{"format", 'f', OPT_LIST, AT(formats), FOR_CLUSTER, "NAME[=FILE]", NULL,
	 "list (default): a line an article, cluster, tab, path; json: an object"},
	{"format", 'f', OPT_LIST, AT(formats), FOR_EXPLAIN, "NAME[=FILE]", NULL, "term (default) or json"},
	{"format", 'f', OPT_LIST, AT(formats), FOR_RULES, "NAME[=FILE]", NULL,
	 "measure: term (default); json: a line a finding; yaml: for a rule file"},
	{"articles", 0, OPT_LIST, AT(articles), FOR_RULES, "PATH", NULL,
	 "measure: the articles of the cases, if not beside them; repeatable"},
	{"into", 0, OPT_TEXT, AT(into), FOR_CLUSTER, "FOLDER", NULL,
	 "also write FOLDER, new or empty: a folder of links for each cluster"},
	{"output", 'o', OPT_TEXT, AT(output), FOR_REPORT | FOR_CHECK, "FILE", NULL,
	 "write to FILE, all of it or nothing; without -f as its name says (.html, .md, .json, ...)"},
	{"output", 'o', OPT_TEXT, AT(output), FOR_ALL & ~(FOR_REPORT | FOR_CHECK), "FILE", NULL,
	 "write to FILE, all of it or nothing"},
	{"all", 'a', OPT_FLAG, AT(all), FOR_REPORT | FOR_CHECK, NULL, NULL, "show every finding, agreements too"},
	{"word-diff", 0, OPT_FLAG, AT(word_diff), FOR_REPORT | FOR_CHECK, NULL, NULL,
	 "diff: mark the words that differ, [-so-] and {+so+}"},
	{"min-level", 0, OPT_CHOICE, AT(min_level), FOR_REPORT | FOR_CHECK, "LEVEL", "note|warning|error",
	 "leave out what weighs less"},
	{"min-confidence", 0, OPT_FRACTION, AT(min_confidence), FOR_REPORT | FOR_CHECK | FOR_PAIRS, "P", NULL,
	 "leave out differences less sure than this (0 to 1; default: as the rules say)"},
	{"fail-on", 0, OPT_CHOICE, AT(fail_on), FOR_REPORT | FOR_CHECK, "LEVEL", "note|warning|error|never",
	 "exit with 1 if a shown difference weighs this much"},
	{"ndjson", 0, OPT_FLAG, AT(ndjson), FOR_INSPECT, NULL, NULL,
	 "{\"id\",\"text\"[,\"date\"]} in; sentences, tokens, mentions out; a JSON object a line"},
	{"conllu", 0, OPT_FLAG, AT(conllu), FOR_INSPECT, NULL, NULL,
	 "CoNLL-U in, its words kept; the same with tags, lemmas and trees out"},
	{"tree", 0, OPT_FLAG, AT(tree), FOR_INSPECT, NULL, NULL,
	 "show each sentence's tree, and the claims made of it"},
	{"parts", 0, OPT_FLAG, AT(parts), FOR_PAIRS, NULL, NULL, "tell what each similarity and confidence is made of"},
	{"parts", 0, OPT_FLAG, AT(parts), FOR_REPORT | FOR_CHECK, NULL, NULL,
	 "json: tell what each confidence is made of"},
	{"rules", 'r', OPT_LIST, AT(rules), FOR_ALL, "PATH", NULL, "add a rule file or folder; repeatable"},
	{"no-default-rules", 0, OPT_FLAG, AT(no_default_rules), FOR_ALL, NULL, NULL,
	 "leave out the rules that come with jibe"},
	{"color", 0, OPT_CHOICE, AT(color), FOR_REPORT | FOR_CHECK | FOR_INSPECT | FOR_EXPLAIN, "WHEN",
	 "auto|always|never", "colours"},
	{"hyperlinks", 0, OPT_CHOICE, AT(hyperlinks), FOR_REPORT | FOR_CHECK, "WHEN", "auto|always|never",
	 "links to the articles' lines, on terminals that know them"},
	{"no-pager", 0, OPT_FLAG, AT(no_pager), FOR_REPORT | FOR_CHECK | FOR_INSPECT | FOR_EXPLAIN, NULL, NULL,
	 "never show a long result through a pager"},
	{"width", 'w', OPT_NUMBER, AT(width), FOR_REPORT | FOR_CHECK | FOR_INSPECT | FOR_EXPLAIN, "COLUMNS", NULL,
	 "width of what is shown (20 to 1000)"},
	{"quiet", 'q', OPT_FLAG, AT(quiet), FOR_ALL, NULL, NULL, "no notes, no warnings; errors are still told"},
	{"help", 'h', OPT_FLAG, AT(help), FOR_ALL, NULL, NULL, "this help"},
	{"version", 'V', OPT_FLAG, AT(version), FOR_ALL, NULL, NULL, "version, data directory and rules"},
};

enum { SPEC_COUNT = sizeof specs / sizeof specs[0], WIDTH_LEAST = 20, WIDTH_MOST = 1000 };

struct parser {
	struct options *options;
	struct arena *arena;
	uint32_t command;
	struct jibe_error *error;
};

static const struct opt_spec *find_long(const struct parser *parser, struct span name)
{
	for (size_t i = 0; i < SPEC_COUNT; i++)
		if ((specs[i].commands & parser->command) && span_equal(name, span_cstr(specs[i].name)))
			return &specs[i];
	return NULL;
}

static const struct opt_spec *find_short(const struct parser *parser, char letter)
{
	for (size_t i = 0; i < SPEC_COUNT; i++)
		if ((specs[i].commands & parser->command) && specs[i].letter == letter)
			return &specs[i];
	return NULL;
}

static enum jibe_status usage_error(const struct parser *parser, struct span what, const char *problem,
				    const char *more)
{
	return error_set(parser->error, JIBE_ERROR_USAGE, SPAN(""), 0, 0, "option " SPAN_FMT ": %s%s", SPAN_ARG(what),
			 problem, more);
}

static enum jibe_status unknown_option(const struct parser *parser, struct span name)
{
	struct span known[SPEC_COUNT], nearest;
	size_t count = 0;

	for (size_t i = 0; i < SPEC_COUNT; i++)
		if (specs[i].commands & parser->command)
			known[count++] = span_cstr(specs[i].name);
	nearest = diag_nearest(name, known, count);
	if (nearest.len)
		return error_set(parser->error, JIBE_ERROR_USAGE, SPAN(""), 0, 0,
				 "unknown option --" SPAN_FMT "; did you mean --" SPAN_FMT "?", SPAN_ARG(name),
				 SPAN_ARG(nearest));
	return error_set(parser->error, JIBE_ERROR_USAGE, SPAN(""), 0, 0, "unknown option --" SPAN_FMT, SPAN_ARG(name));
}

static bool choose(const char *choices, struct span value, uint32_t *out)
{
	struct span rest = span_cstr(choices), choice;

	for (uint32_t i = 0; span_next(&rest, '|', &choice); i++)
		if (span_equal(choice, value)) {
			*out = i;
			return true;
		}
	return false;
}

/* A whole decimal number, nothing behind it. The span ends with a NUL: it is the tail of an argument. */
static bool read_number(struct span value, double low, double high, double *out)
{
	char *end;
	double number;

	if (!value.len || !strchr("0123456789.", value.ptr[0]))
		return false;
	number = strtod(value.ptr, &end);
	if (end != value.ptr + value.len || !(number >= low && number <= high))
		return false;
	*out = number;
	return true;
}

static enum jibe_status store(const struct parser *parser, const struct opt_spec *spec, struct span what,
			      struct span value)
{
	void *field = (char *)parser->options + spec->offset;
	double number;

	switch (spec->kind) {
	case OPT_FLAG: *(bool *)field = true; break;
	case OPT_TEXT:
		if (!value.len)
			return usage_error(parser, what, "expects ", spec->value);
		*(struct span *)field = value;
		break;
	case OPT_LIST:
		if (!value.len)
			return usage_error(parser, what, "expects ", spec->value);
		list_add(parser->arena, (struct span_list *)field, value);
		break;
	case OPT_CHOICE:
		if (!choose(spec->choices, value, field))
			return usage_error(parser, what, "expects one of ", spec->choices);
		break;
	case OPT_FRACTION:
		if (!read_number(value, 0, 1, field))
			return usage_error(parser, what, "expects a number from 0 to 1", "");
		break;
	case OPT_NUMBER:
		if (!read_number(value, WIDTH_LEAST, WIDTH_MOST, &number))
			return usage_error(parser, what, "expects a number from 20 to 1000", "");
		*(uint32_t *)field = (uint32_t)number;
		break;
	}
	return JIBE_OK;
}

/* "--name", "--name=value", "--name value"; *AT moves over a value of its own. */
static enum jibe_status parse_long(const struct parser *parser, int count, char **argv, int *at)
{
	struct span text = span_cstr(argv[*at] + 2), value = {0};
	const char *equals = memchr(text.ptr, '=', text.len);
	const struct opt_spec *spec;
	struct span name = text, what;

	if (equals) {
		name.len = (size_t)(equals - text.ptr);
		value = span_cstr(equals + 1);
	}
	spec = find_long(parser, name);
	if (!spec)
		return unknown_option(parser, name);
	what = span_make(argv[*at], name.len + 2);
	if (spec->kind == OPT_FLAG && equals)
		return usage_error(parser, what, "takes no value", "");
	if (spec->kind != OPT_FLAG && !equals) {
		if (*at + 1 >= count)
			return usage_error(parser, what, "expects ", spec->value);
		value = span_cstr(argv[++*at]);
	}
	return store(parser, spec, what, value);
}

/* "-q", "-qa", "-oFILE", "-o FILE". */
static enum jibe_status parse_short(const struct parser *parser, int count, char **argv, int *at)
{
	const char *letters = argv[*at];
	enum jibe_status status;

	for (size_t i = 1; letters[i]; i++) {
		const struct opt_spec *spec = find_short(parser, letters[i]);
		char name[3] = {'-', letters[i], '\0'};
		struct span value = {0};
		bool last = true;

		if (!spec)
			return error_set(parser->error, JIBE_ERROR_USAGE, SPAN(""), 0, 0, "unknown option %s in %s",
					 name, letters);
		if (spec->kind == OPT_FLAG) {
			last = false;
		} else if (letters[i + 1]) {
			value = span_cstr(letters + i + 1);
		} else if (*at + 1 < count) {
			value = span_cstr(argv[++*at]);
		} else {
			return usage_error(parser, span_cstr(name), "expects ", spec->value);
		}
		status = store(parser, spec, span_cstr(name), value);
		if (status < 0 || last)
			return status;
	}
	return JIBE_OK;
}

enum jibe_status opt_parse(struct options *options, struct arena *arena, uint32_t command, int count, char **argv,
			   struct jibe_error *error)
{
	struct parser parser = {options, arena, command, error};
	enum jibe_status status = JIBE_OK;
	bool operands_only = false;

	for (int i = 0; i < count && status >= 0; i++) {
		const char *argument = argv[i];

		if (operands_only || argument[0] != '-' || !argument[1])
			list_add(arena, &options->operands, span_cstr(argument));
		else if (!strcmp(argument, "--"))
			operands_only = true;
		else if (argument[1] == '-')
			status = parse_long(&parser, count, argv, &i);
		else
			status = parse_short(&parser, count, argv, &i);
	}
	return status;
}

void opt_help(struct buffer *out, uint32_t command)
{
	enum { HELP_COLUMN = 34 };

	for (size_t i = 0; i < SPEC_COUNT; i++) {
		const struct opt_spec *spec = &specs[i];
		size_t start = out->len, width;

		if (!(spec->commands & command))
			continue;
		if (spec->letter)
			buffer_printf(out, "  -%c, --%s", spec->letter, spec->name);
		else
			buffer_printf(out, "      --%s", spec->name);
		if (spec->value)
			buffer_printf(out, " %s", spec->kind == OPT_CHOICE ? spec->choices : spec->value);
		width = out->len - start;
		if (width + 2 > HELP_COLUMN) {
			buffer_byte(out, '\n');
			width = 0;
		}
		buffer_repeat(out, " ", HELP_COLUMN - width);
		buffer_printf(out, "%s\n", spec->help);
	}
}
