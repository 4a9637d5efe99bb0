/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jibe check: a draft against its sources, or against itself.
 *
 *   jibe check draft.md --against sources/
 *   draft.md:12:31: error: contradiction: How deep was the quake? 10 km or 30 km [depth #3f2a9c1d]
 *
 * What the sources have among themselves is left out. Without --against, the
 * drafts are held against one another, and each against itself.
 */
#include "base/diag.h"
#include "cli/cli.h"

/* "numbers,quotes" into bits; false: told. */
static bool read_required(struct cli *cli)
{
	struct span rest = cli->options.require, name, names[REQUIRE_COUNT + 1], nearest;

	for (int i = 0; i < REQUIRE_COUNT; i++)
		names[i] = span_cstr(rule_require_name((enum rule_require)i));
	names[REQUIRE_COUNT] = SPAN("none");
	if (!rest.len)
		cli->required = (1u << REQUIRE_COUNT) - 1;
	while (span_next(&rest, ',', &name)) {
		int i = 0;

		while (i <= REQUIRE_COUNT && !span_equal(span_trim(name), names[i]))
			i++;
		if (i > REQUIRE_COUNT) {
			nearest = diag_nearest(span_trim(name), names, REQUIRE_COUNT + 1);
			show_message(cli,
				     "option --require-source: there are numbers, quotes, names and none%s" SPAN_FMT
				     "%s",
				     nearest.len ? "; did you mean " : ", not ", SPAN_ARG(nearest.len ? nearest : name),
				     nearest.len ? "?" : "");
			return false;
		}
		if (i < REQUIRE_COUNT)
			cli->required |= 1u << i;
	}
	return true;
}

int cmd_check(struct cli *cli)
{
	if (!cli->options.operands.count) {
		show_message(cli, "no draft: jibe check DRAFT [--against SOURCE] (jibe check --help)");
		return EXIT_TROUBLE;
	}
	if (!read_required(cli))
		return EXIT_TROUBLE;
	return cli_compare(cli, "check", true);
}
