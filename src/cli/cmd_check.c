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
#include "cli/cli.h"

int cmd_check(struct cli *cli)
{
	if (!cli->options.operands.count) {
		show_message(cli, "no draft: jibe check DRAFT [--against SOURCE] (jibe check --help)");
		return EXIT_TROUBLE;
	}
	return cli_compare(cli, "check", true);
}
