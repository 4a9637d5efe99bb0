/* SPDX-License-Identifier: Apache-2.0 */
/* The diff format: heads, hunks, what viewers pass over, words that differ, agreements with --all only. */
#include "hostile.h"

#include "format/format.h"

static const char *written(struct hand *h, const struct report_style *style)
{
	struct report report = hand_report(h);
	struct buffer out;

	buffer_init(&out, &h->test.arena);
	report_diff(&report, style, &out);
	return out.ptr;
}

Test(report_diff, a_hunk_for_each_other_version)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was 10 km deep.\nIt shook.\n");
	hand_article(&h, "/news/b c.txt", "It shook.\nDepth: 30\tkm.\n");
	h.articles[0].published = (struct timestamp){true, 22000, 450, 120};
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep?");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	hand_member(&h, hand_version(&h, finding, "30 km"), 1, "30\tkm");
	hand_because(&h, finding, "same", "event", "");
	hand_because(&h, finding, "note", "order", "no\ntimes");
	finding = hand_finding(&h, RELATION_AGREEMENT, "claim", "");
	hand_member(&h, hand_version(&h, finding, ""), 0, "shook");
	hand_member(&h, &finding->versions.items[0], 1, "shook");
	cr_expect(eq(str, (char *)written(&h, &style),
		     "# contradiction a0000001 depth\n"
		     "#   10 km (A:1)\n"
		     "#   30 km (B:2)\n"
		     "# why: same event\n"
		     "# note: no times\n"
		     "diff -u A/a.txt B/news/b c.txt\n"
		     "--- A/a.txt\t2030-03-27 07:30+02:00\n"
		     "+++ B/news/b c.txt\t\n"
		     "@@ -1 +2 @@ How deep?\n"
		     "-It was 10 km deep.\n"
		     "+Depth: 30 km.\n"));
	style.all = true;
	cr_expect(strstr(written(&h, &style), "+Depth: 30 km.\n"
					      "\n"
					      "# told alike a0000002 claim\n"
					      "#   (A:2, B:1)\n"
					      " A:2 It shook.\n"
					      " B:1 It shook.\n") != NULL);
	hand_end(&h);
}

/* Each version against the first; of an update, against the one before. */
Test(report_diff, what_stands_against_what)
{
	static const struct {
		enum relation relation;
		const char *heads;
	} rows[] = {
		{RELATION_CONTRADICTION, "--- A/a.txt\n+++ B/b.txt\n--- A/a.txt\n+++ C/c.txt\n"},
		{RELATION_UPDATE, "--- A/a.txt\n+++ B/b.txt\n--- B/b.txt\n+++ C/c.txt\n"},
	};
	struct report_style style = hand_style(80);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct finding *finding;
		struct buffer heads;
		struct span text, line;
		struct hand h;

		hand_begin(&h);
		hand_article(&h, "a.txt", "So far 3 died.\n");
		hand_article(&h, "b.txt", "So far 5 died.\n");
		hand_article(&h, "c.txt", "So far 7 died.\n");
		finding = hand_finding(&h, rows[i].relation, "toll", "");
		hand_member(&h, hand_version(&h, finding, "3"), 0, "3");
		hand_member(&h, hand_version(&h, finding, "5"), 1, "5");
		hand_member(&h, hand_version(&h, finding, "7"), 2, "7");
		text = span_cstr(written(&h, &style));
		buffer_init(&heads, &h.test.arena);
		while (span_next(&text, '\n', &line))
			if (span_starts(line, SPAN("--- ")) || span_starts(line, SPAN("+++ ")))
				buffer_printf(&heads, SPAN_FMT "\n", SPAN_ARG(line));
		cr_expect(eq(str, heads.ptr, (char *)rows[i].heads), "row %zu", i);
		hand_end(&h);
	}
}

/* No file is held against itself: who tells both versions differs from nobody. */
Test(report_diff, who_tells_both_is_quoted_in_the_comment)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "They offer 7 km.\nThey want 30 km.\n");
	hand_article(&h, "b.txt", "Seven km\n7 km is not 30 km.\n")->sentences.items[0].kind = SENTENCE_HEADLINE;
	finding = hand_finding(&h, RELATION_DISPUTE, "distance", "");
	hand_member(&h, hand_version(&h, finding, "7 km"), 0, "7 km");
	hand_member(&h, &finding->versions.items[0], 1, "Seven km");
	hand_member(&h, &finding->versions.items[0], 1, "7 km");
	hand_member(&h, hand_version(&h, finding, "30 km"), 0, "30 km");
	hand_member(&h, &finding->versions.items[1], 1, "30 km");
	cr_expect(eq(str, (char *)written(&h, &style),
		     "# dispute a0000001 distance\n"
		     "#   7 km (A:1, B:1, B:2)\n"
		     "#     A:1 They offer [7 km].\n"
		     "#     B:2 [7 km] is not 30 km.\n"
		     "#   30 km (A:2, B:2)\n"
		     "#     A:2 They want [30 km].\n"
		     "#     B:2 7 km is not [30 km].\n"));
	hand_end(&h);
}

/* The versions that a hunk shows need no quoting; the others do. */
Test(report_diff, the_sentences_most_alike_and_a_few_places)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	const char *text;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "Ten km, they say.\nPerhaps 90 km.\n");
	hand_article(&h, "b.txt", "The quake in the north was 10 km deep.\n");
	hand_article(&h, "c.txt", "10 km.\n");
	hand_article(&h, "d.txt", "10 km!\n");
	hand_article(&h, "e.txt", "The quake was 30 km deep.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep?");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "Ten km");
	for (uint32_t i = 1; i < 4; i++)
		hand_member(&h, &finding->versions.items[0], i, "10 km");
	hand_member(&h, hand_version(&h, finding, "30 km"), 4, "30 km");
	hand_member(&h, hand_version(&h, finding, "90 km"), 0, "90 km");
	hand_member(&h, &finding->versions.items[2], 1, "north");
	hand_member(&h, &finding->versions.items[2], 2, "10 km");
	hand_member(&h, &finding->versions.items[2], 3, "10 km");
	text = written(&h, &style);
	cr_expect(strstr(text, "# contradiction a0000001 depth\n"
			       "#   10 km (A:1, B:1, C:1 and 1 more)\n"
			       "#   90 km (A:2, B:1, C:1 and 1 more)\n"
			       "#     A:2 Perhaps [90 km].\n"
			       "#     B:1 The quake in the [north] was 10 km deep.\n"
			       "#     C:1 [10 km].\n"
			       "#   30 km (E:1)\n"
			       "diff -u B/b.txt E/e.txt\n") == text);
	cr_expect(strstr(text, "\n-The quake in the north was 10 km deep.\n"
			       "+The quake was 30 km deep.\n") != NULL);
	style.all = true;
	cr_expect(strstr(written(&h, &style), "\n#   10 km (A:1, B:1, C:1, D:1)\n") != NULL);
	hand_end(&h);
}

Test(report_diff, what_no_source_has_is_taken_out)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "draft.txt", "It shook.\nIt cost 4 million.\n");
	finding = hand_finding(&h, RELATION_UNSUPPORTED, "money", "");
	hand_member(&h, hand_version(&h, finding, "4 million"), 0, "4 million");
	cr_expect(strstr(written(&h, &style), "--- A/draft.txt\n"
					      "+++ /dev/null\n"
					      "@@ -2 +0,0 @@ Money: 4 million\n"
					      "-It cost 4 million.\n") != NULL);
	hand_end(&h);
}

Test(report_diff, marks_words_as_git_does)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	const char *text;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "The small dam burst early on Tuesday.\n");
	hand_article(&h, "b.txt", "The dam gave way late on Tuesday, he said.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "date", "");
	hand_member(&h, hand_version(&h, finding, "early"), 0, "early");
	hand_member(&h, hand_version(&h, finding, "late"), 1, "late");
	style.words = true;
	text = written(&h, &style);
	cr_expect(strstr(text, "\n-The [-small-] dam [-burst early-] on Tuesday.\n"
			       "+The dam {+gave way late+} on Tuesday, {+he said.+}\n") != NULL);
	style.color = true;
	text = written(&h, &style);
	cr_expect(
		strstr(text, "\033[31m-The \033[7msmall\033[27m dam \033[7mburst early\033[27m on Tuesday.\033[m\n") !=
		NULL);
	hand_end(&h);
}

/* A sentence can't end its line, nor hide what is behind it. */
Test(report_diff, text_of_strangers)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	const char *text;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a\n+++ x\033.txt", "It was 10 km\r\033[2K deep\xe2\x80\xae.\n");
	hand_article(&h, "b.txt", "It was 30 km deep.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How\n@@ -1 +1 @@ deep?");
	hand_member(&h, hand_version(&h, finding, "10\n-km"), 0, "10 km");
	hand_member(&h, hand_version(&h, finding, "30 km"), 1, "30 km");
	text = written(&h, &style);
	cr_expect(strpbrk(text, "\033\r") == NULL);
	cr_expect(strstr(text, "\xe2\x80\xae") == NULL);
	cr_expect(strstr(text,
			 "\n--- A/a +++ x\xef\xbf\xbd.txt\t\n+++ B/b.txt\n@@ -1 +1 @@ How @@ -1 +1 @@ deep?\n-It was "
			 "10 km \xef\xbf\xbd[2K deep\xef\xbf\xbd.\n+It") != NULL);
	hand_end(&h);
}

Test(report_diff, hostile_story)
{
	struct report_style style = hand_style(80);
	struct span text, line;
	struct hand h;

	hand_begin(&h);
	hostile_story(&h);
	style.all = style.words = true;
	text = span_cstr(written(&h, &style));
	cr_expect(hostile_is_tame(text.ptr));
	/* What each line starts with is jibe's. */
	while (span_next(&text, '\n', &line))
		cr_expect(line.len == 0 || strchr("#-+ ", line.ptr[0]) || span_starts(line, SPAN("@@ -")) ||
				  span_starts(line, SPAN("diff -u ")),
			  SPAN_FMT, SPAN_ARG(line));
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
	cr_expect(strstr(written(&h, &style), "\n\033[31m-") != NULL);
	cr_expect(strstr(written(&h, &style), "\n\033[1m--- A/wire.txt\t") != NULL);
	hand_end(&h);
}
