/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CoNLL-U in, CoNLL-U out, a sentence at a time.
 *
 *   1	Boats	…		1	Boats	boat	NOUN	NNS	_	2	nsubj	_	_
 *   2	sail	…	→	2	sail	sail	VERB	VBP	_	0	root	_	_
 *
 * Needs the model alone: no rules, no words of a language are loaded. What is no
 * CoNLL-U ends it; the sentences before it are out then.
 */
#include <errno.h>

#include "cli/cli.h"
#include "inspect/inspect.h"
#include "report/words.h"

#define BOM "\xEF\xBB\xBF"

struct filter {
	struct cli *cli;
	const struct syntax *syntax;
	struct output output;
	struct buffer block; /* the lines of one sentence */
	struct conllu_reader reader;
	uint32_t line;      /* lines read */
	uint32_t flat;      /* sentences that are too long */
	uint32_t flat_line; /* where the first of them ends */
};

/* Lines up to the blank one behind the next sentence into the block; false: told. */
static bool read_block(struct filter *filter)
{
	struct cli *cli = filter->cli;
	bool words = false;
	filter->block.len = 0;
	for (;;) {
		errno = 0;
		ssize_t length = getline(&cli->line, &cli->line_size, cli->input);
		if (length < 0)
			break;
		struct span line = span_make(cli->line, (size_t)length);
		if (!filter->line++ && span_starts(line, SPAN(BOM)))
			line = span_slice(line, strlen(BOM), line.len);
		bool blank = span_equal(line, SPAN("\n")) || span_equal(line, SPAN("\r\n"));
		words = words || (!blank && line.ptr[0] != '#');
		buffer_add(&filter->block, line);
		if (blank && words)
			return true;
	}
	if (!feof(cli->input)) {
		show_message(cli, "reading stopped: %s", strerror(errno));
		return false;
	}
	return true;
}

/* Parses the next sentence of the block; false: told. */
static bool answer(struct filter *filter)
{
	struct cli *cli = filter->cli;
	struct arena_mark mark = arena_mark(&cli->arena);
	struct conllu_sentence sentence;
	struct jibe_error error;
	struct buffer out;

	if (conllu_next(&filter->reader, &cli->arena, &sentence, &error) < 0) {
		show_error(cli, &error);
		return false;
	}
	buffer_init(&out, &cli->arena);
	if (!inspect_conllu(&out, filter->syntax, &sentence) && !filter->flat++)
		filter->flat_line = filter->line;
	output_put(&filter->output, buffer_span(&out));
	arena_rewind(&cli->arena, mark);
	return true;
}

int conllu_filter(struct cli *cli)
{
	struct filter filter = {.cli = cli};
	struct jibe_error error;
	bool fine = true;

	if (!input_open(cli))
		return EXIT_TROUBLE;
	if (run_open_syntax(&cli->arena, &filter.syntax, &error) < 0) {
		show_error(cli, &error);
		return EXIT_TROUBLE;
	}
	if (!output_is_safe(cli, cli->options.output) || !output_open(cli, &filter.output, cli->options.output))
		return EXIT_TROUBLE;
	filter.reader.path = cli->options.operands.items[0];
	buffer_init(&filter.block, &cli->arena);
	while (fine && !ferror(filter.output.file)) {
		fine = read_block(&filter);
		if (fine && !filter.block.len)
			break;
		filter.reader.rest = buffer_span(&filter.block);
		while (fine && filter.reader.rest.len)
			fine = answer(&filter);
	}
	if (filter.flat && !cli->options.quiet)
		show_message(cli, "too long for a tree: %u sentence%s of more than %u words, the first before line %u",
			     filter.flat, report_plural(filter.flat), TREE_WORDS_MOST, filter.flat_line);
	if (!fine) { /* an old file stays */
		output_finish(cli, &filter.output);
		output_drop(&filter.output);
		return EXIT_TROUBLE;
	}
	return output_close(cli, &filter.output) ? EXIT_FINE : EXIT_TROUBLE;
}
