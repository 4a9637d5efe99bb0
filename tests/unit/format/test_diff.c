/* SPDX-License-Identifier: Apache-2.0 */
/* The diff format: hunks, signs, agreements with --all only. */
#include "hand_made.h"

#include "format/format.h"

static const char *written(struct hand *h, const struct report_style *style)
{
	struct report report = hand_report(h);
	struct buffer out;

	buffer_init(&out, &h->test.arena);
	report_diff(&report, style, &out);
	return out.ptr;
}

Test(report_diff, one_hunk_a_finding)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was 10 km deep.\nIt shook.\n");
	hand_article(&h, "b.txt", "It shook.\nDepth: 30\tkm.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep?");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	hand_member(&h, hand_version(&h, finding, "30 km"), 1, "30\tkm");
	finding = hand_finding(&h, RELATION_AGREEMENT, "claim", "");
	hand_member(&h, hand_version(&h, finding, ""), 0, "shook");
	hand_member(&h, &finding->versions.items[0], 1, "shook");
	cr_expect(eq(str, (char *)written(&h, &style),
		     "@@ depth contradiction a0000001 @@ How deep?\n"
		     "-a.txt:1: It was [10 km] deep.\n"
		     "+b.txt:2: Depth: [30 km].\n"));
	style.all = true;
	cr_expect(eq(str, (char *)written(&h, &style),
		     "@@ depth contradiction a0000001 @@ How deep?\n"
		     "-a.txt:1: It was [10 km] deep.\n"
		     "+b.txt:2: Depth: [30 km].\n"
		     "@@ claim agreement a0000002 @@\n"
		     " a.txt:2: It [shook].\n"
		     " b.txt:1: It [shook].\n"));
	hand_end(&h);
}

Test(report_diff, nothing_to_say_is_nothing)
{
	struct report_style style = hand_style(80);
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It shook.\n");
	cr_expect(eq(str, (char *)written(&h, &style), ""));
	hand_end(&h);
}

Test(report_diff, coloured_only_when_asked)
{
	struct report_style style = hand_style(80);
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	cr_expect(strchr(written(&h, &style), '\033') == NULL);
	style.color = true;
	cr_expect(strstr(written(&h, &style), "\033[31m-wire.txt:1: ") != NULL);
	hand_end(&h);
}
