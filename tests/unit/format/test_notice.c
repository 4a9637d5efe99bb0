/* SPDX-License-Identifier: Apache-2.0 */
/* Findings as plain text, and paths: cut, cleaned, counted. */
#include "hostile.h"

#include "format/notice.h"
#include "report/path.h"

Test(notice, cleans_and_cuts)
{
	static const struct {
		const char *in;
		uint32_t most;
		const char *out;
	} rows[] = {
		{"ten\r\n  km", 9, "ten km"},
		{"caf\xC3\xA9s", 5, "caf\xC3\xA9s"},
		{"caf\xC3\xA9s", 4, "caf\xC3\xA9\xE2\x80\xA6"},
		{"\033[2J", 9, "\xEF\xBF\xBD[2J"},
		{"", 0, ""},
		{"x", 0, "\xE2\x80\xA6"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct test_memory t;

		test_begin(&t);
		expect_span(notice_clean(&t.arena, span_cstr(rows[i].in), rows[i].most), rows[i].out);
		test_end(&t);
	}
}

Test(notice, a_few_places_stand_for_many)
{
	static struct mention km = {.kind = MENTION_QUANTITY};
	struct finding *finding;
	struct report report;
	struct hand h;
	char path[16];

	hand_begin(&h);
	for (uint32_t i = 0; i < 8; i++) {
		snprintf(path, sizeof path, "%u.txt", (unsigned)i);
		hand_article(&h, arena_copy(&h.test.arena, span_cstr(path)).ptr, "It was 10 km deep.\n");
	}
	hand_article(&h, "other.txt", "It was 30 km deep.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "");
	hand_version(&h, finding, "10 km")->value = &km;
	for (uint32_t i = 0; i < 8; i++)
		hand_member(&h, &finding->versions.items[0], i, "10 km");
	hand_member(&h, hand_version(&h, finding, "30 km"), 8, "30 km");
	report = hand_report(&h);
	expect_span(notice_line(&report, finding, NOTICE_PATHS),
		    "contradiction: Depth – 10 km (here, 1.txt:1, 2.txt:1 and 5 more) or 30 km (other.txt:1)");
	expect_span(notice_line(&report, finding, NOTICE_LINKS),
		    "contradiction: Depth – 10 km (here, [B:1](1), [C:1](2) and 5 more) or 30 km ([I:1](8))");
	expect_span(notice_saying(&report, finding, NOTICE_BARE), "Depth – 10 km or 30 km");
	hand_end(&h);
}

Test(notice, passages_are_cut_around_the_words)
{
	struct finding *finding;
	struct report report;
	struct buffer out, text;
	struct hand h;

	hand_begin(&h);
	buffer_init(&text, &h.test.arena);
	for (uint32_t i = 0; i < 100; i++)
		buffer_printf(&text, "w%02u ", (unsigned)i);
	buffer_cstr(&text, "10 km");
	for (uint32_t i = 0; i < 100; i++)
		buffer_printf(&text, " w%02u", (unsigned)i);
	buffer_byte(&text, '\n');
	hand_article(&h, "a.txt", text.ptr);
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	report = hand_report(&h);
	buffer_init(&out, &h.test.arena);
	notice_details(&out, &report, finding);
	cr_expect(span_starts(buffer_span(&out), SPAN("a.txt:1: …w60 ")), "%s", out.ptr);
	cr_expect(strstr(out.ptr, " w99 [10 km] w00 ") != NULL);
	cr_expect(span_ends(buffer_span(&out), SPAN(" w39…\n")), "%s", out.ptr);
	hand_end(&h);
}

/* What is told alike may have no label. */
Test(notice, without_a_label_the_words_stand)
{
	struct finding *finding;
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It shook.\n");
	hand_article(&h, "b.txt", "It shook.\n");
	finding = hand_finding(&h, RELATION_AGREEMENT, "told-alike", "");
	hand_member(&h, hand_version(&h, finding, ""), 0, "It shook");
	hand_member(&h, &finding->versions.items[0], 1, "It shook");
	report = hand_report(&h);
	expect_span(notice_line(&report, finding, NOTICE_PATHS), "told alike: Told alike – It shook (here, b.txt:1)");
	hand_end(&h);
}

/* Forty sources don't bury what the draft says, nor what it calls it. */
Test(notice, the_drafts_version_comes_first_in_its_own_words)
{
	enum { SOURCES = 29 };
	static struct mention feet = {.kind = MENTION_QUANTITY};
	struct finding *finding;
	struct report report;
	struct buffer out;
	struct hand h;
	char path[16];

	hand_begin(&h);
	hand_article(&h, "draft.txt", "It is 24 metres high.\n");
	for (uint32_t i = 1; i <= SOURCES; i++) {
		snprintf(path, sizeof path, "%u.txt", (unsigned)i);
		hand_article(&h, arena_copy(&h.test.arena, span_cstr(path)).ptr, "It is 89 feet high.\n");
	}
	finding = hand_finding(&h, RELATION_CONTRADICTION, "distance", "");
	hand_version(&h, finding, "89 ft")->value = &feet;
	hand_version(&h, finding, "24 m")->value = &feet;
	for (uint32_t i = 1; i <= SOURCES; i++)
		hand_member(&h, &finding->versions.items[0], i, "89 feet");
	hand_member(&h, &finding->versions.items[1], 0, "24 metres");
	report = hand_report(&h);
	report.drafts = 1;
	expect_span(notice_line(&report, finding, NOTICE_PATHS),
		    "contradiction: Distance – 24 metres (here) or 89 ft (1.txt:1, 2.txt:1, 3.txt:1 and 26 more)");
	buffer_init(&out, &h.test.arena);
	notice_details(&out, &report, finding);
	cr_expect(eq(str, out.ptr,
		     "draft.txt:1: It is [24 metres] high.\n"
		     "1.txt:1: It is [89 feet] high.\n2.txt:1: It is [89 feet] high.\n3.txt:1: It is [89 feet] high.\n"
		     "and 26 more places\n"));
	hand_end(&h);
}

/* An article that tells both; a line that tells one of them twice. */
Test(notice, here_is_one_place_of_several)
{
	struct finding *finding;
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was 7 km, yes, 7000 metres.\n");
	hand_article(&h, "b.txt", "Not 7 km but 30 km, he said.\n");
	finding = hand_finding(&h, RELATION_DISPUTE, "distance", "How far?");
	hand_member(&h, hand_version(&h, finding, "7 km"), 0, "7 km");
	hand_member(&h, &finding->versions.items[0], 0, "7000 metres");
	hand_member(&h, &finding->versions.items[0], 1, "7 km");
	hand_member(&h, hand_version(&h, finding, "30 km"), 1, "30 km");
	report = hand_report(&h);
	expect_span(notice_line(&report, finding, NOTICE_PATHS),
		    "dispute: How far? 7 km (here, b.txt:1) or 30 km (b.txt:1)");
	expect_span(notice_line(&report, finding, NOTICE_LINKS),
		    "dispute: How far? 7 km (here, [B:1](2)) or 30 km ([B:1](3))");
	hand_end(&h);
}

/* What stands beside the answers doesn't tell them, too. */
Test(notice, the_topic_leaves_the_answers_out)
{
	static const struct {
		enum relation relation;
		const char *label, *subject, *topic, *line;
	} rows[] = {
		{RELATION_VARIANT, "Elon Levy", NULL, "Spelling", "difference: Spelling – Elon Levy (here)"},
		{RELATION_FULLER, "Elon Levy", "envoy", "Spelling: envoy",
		 "told more fully: Spelling: envoy – Elon Levy (here) / Levy (b.txt:1)"},
		{RELATION_UNSUPPORTED,
		 "Elon Levy and all those who came with him on that long day to the old house by the sea", NULL,
		 "Spelling",
		 "unsupported claim: Spelling – Elon Levy and all those who came with him on that long day to the old house "
		 "by the sea (here)"},
		{RELATION_OUTDATED, "", NULL, "Spelling", "outdated figure: Spelling – Elon Levy (here)"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct finding *finding;
		struct report report;
		struct hand h;

		hand_begin(&h);
		hand_article(&h, "a.txt", "Elon Levy came.\n");
		hand_article(&h, "b.txt", "Levy came.\n");
		finding = hand_finding(&h, rows[i].relation, "spelling", "");
		hand_member(&h, hand_version(&h, finding, rows[i].label), 0, "Elon Levy");
		if (rows[i].subject) {
			finding->subject = span_cstr(rows[i].subject);
			hand_member(&h, hand_version(&h, finding, "Levy"), 1, "Levy");
		}
		report = hand_report(&h);
		expect_span(notice_topic(&report, finding), rows[i].topic);
		expect_span(notice_line(&report, finding, NOTICE_PATHS), rows[i].line);
		hand_end(&h);
	}
}

Test(path, plain_and_as_a_uri)
{
	static const struct {
		const char *in, *plain, *uri;
	} rows[] = {
		{"a.txt", "a.txt", "a.txt"},
		{"./a//b/./c.txt", "a/b/c.txt", "a/b/c.txt"},
		{"../a.txt", "../a.txt", "../a.txt"},
		{"/srv//a.txt", "/srv/a.txt", "file:///srv/a.txt"},
		{"-", "-", "-"},
		{"./", ".", "."},
		{"a b%20#?:c\\d.txt", "a b%20#?:c\\d.txt", "a%20b%2520%23%3F%3Ac%5Cd.txt"},
		{"b\xC3\xBC"
		 "cher/\xFF\n",
		 "b\xC3\xBC"
		 "cher/\xFF\n",
		 "b%C3%BCcher/%FF%0A"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct test_memory t;

		test_begin(&t);
		expect_span(path_plain(&t.arena, span_cstr(rows[i].in)), rows[i].plain);
		expect_span(path_uri(&t.arena, span_cstr(rows[i].in)), rows[i].uri);
		test_end(&t);
	}
}
