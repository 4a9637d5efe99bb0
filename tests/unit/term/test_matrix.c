/* SPDX-License-Identifier: Apache-2.0 */
/* The table of claims and articles: in order of publication, each article's own value, never too wide, never misleading. */
#include "hand_made.h"

#include <math.h>

#include "term/term.h"

static struct mention amounts[] = {
	{.kind = MENTION_NUMBER, .amount = {.value = 5, .low = 5, .high = INFINITY, .bound = AMOUNT_AT_LEAST}},
	{.kind = MENTION_NUMBER,
	 .amount = {.value = 24, .low = 24, .high = INFINITY, .bound = AMOUNT_AT_LEAST, .strict = true}},
	{.kind = MENTION_NUMBER, .amount = {.value = 230000, .low = 230000, .high = 230000}},
	{.kind = MENTION_MONEY,
	 .amount = {.value = 8e7, .low = 8e7, .high = 8e7, .approximate = true, .unit = {.code = {"EUR", 3}}}},
	{.kind = MENTION_QUANTITY,
	 .amount = {.value = NAN, .low = 10, .high = 15, .bound = AMOUNT_RANGE, .unit = {.code = {"%", 1}}}},
};

static const char *table(struct hand *h, const struct report_style *style)
{
	struct report report = hand_report(h);
	struct buffer out;

	buffer_init(&out, &h->test.arena);
	report_matrix(&report, style, &out);
	return strstr(out.ptr, "\n\n") + 2;
}

/* Six articles, given in another order than published; C and E have one original, F tells nothing. */
static void six(struct hand *h)
{
	static const int16_t minutes[] = {600, 60, -1, 120, 90, 0};
	struct finding *finding;

	for (uint32_t i = 0; i < 6; i++) {
		struct article *article = hand_article(
			h, "a.txt",
			"At least 5 died.\nMore than 24 died.\nIt was 230,000 people.\nHe said \"it will go on for ever\".\n"
			"He said \"it shall go on for ever\".\nMayor Varn spoke.\nMayor Warn spoke.\n");

		article->published = (struct timestamp){true, 22000 + (i == 0), minutes[i], 0};
	}
	h->articles[1].published.zone = INT16_MIN;
	h->lineages[4] = 2;
	finding = hand_finding(h, RELATION_UPDATE, "toll", "How many died?");
	finding->ordered = true;
	hand_version(h, finding, "at least 5 people")->value = &amounts[0];
	hand_version(h, finding, "more than 24 people")->value = &amounts[1];
	hand_version(h, finding, "230,000")->value = &amounts[2];
	hand_member(h, &finding->versions.items[0], 1, "At least 5");
	hand_member(h, &finding->versions.items[0], 4, "At least 5");
	hand_member(h, &finding->versions.items[1], 4, "More than 24");
	hand_member(h, &finding->versions.items[2], 0, "230,000");
	finding = hand_finding(h, RELATION_VARIANT, "quotation", "");
	hand_version(h, finding, "\"it will go on for ever\"");
	hand_version(h, finding, "\"it shall go on for ever\"");
	hand_member(h, &finding->versions.items[0], 1, "\"it will go on for ever\"");
	hand_member(h, &finding->versions.items[0], 2, "\"it will go on for ever\"");
	hand_member(h, &finding->versions.items[1], 3, "\"it shall go on for ever\"");
	finding = hand_finding(h, RELATION_AGREEMENT, "name", "Who spoke?");
	hand_member(h, hand_version(h, finding, "Mayor Varn"), 1, "Mayor Varn");
	hand_member(h, &finding->versions.items[0], 2, "Mayor Varn");
}

Test(matrix, columns_rows_and_signs)
{
	struct report_style style = hand_style(100);
	struct hand h;

	hand_begin(&h);
	six(&h);
	cr_expect(eq(
		str, (char *)table(&h, &style),
		"                                   2030-03-27                       │ 03-28\n"
		"  published, UTC                   1h?     1h      2h       ?       │ 10h\n"
		"  article                          B       E       D        C       │ A        versions\n"
		"  source                                   a                a       │\n"
		"↑ How many died?                   ≥5      ≥5/>24  ·        ·       │ 230,000  ≥5 → 230,000\n"
		"~ Quotation: \"it will go on for…   ● will  ·       ▲ shall  ● will  │ ·        2 : 1\n"
		"\n"
		"↑ update; ~ difference; ● ▲ ■ answers, the commonest first; · not found there; ? hour or time zone\n"
		"  not known; source a, b articles that go back to one original, as told above\n"
		"Nothing of this was found in F.\n"));
	style.all = true;
	cr_expect(strstr(table(&h, &style), "= Who spoke?") != NULL);
	hand_end(&h);
}

Test(matrix, amounts_are_short_and_whole)
{
	static const char *const expected[] = {"≥5", ">24", "230,000", "~80M EUR", "10–15%"};
	struct report_style style = hand_style(120);
	struct finding *finding;
	struct hand h;

	hand_begin(&h);
	for (uint32_t i = 0; i < 5; i++)
		hand_article(&h, "a.txt", "It was so.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "r", "How many?");
	for (uint32_t i = 0; i < 5; i++) {
		struct version *version = hand_version(&h, finding, "a label");

		version->value = &amounts[i];
		hand_member(&h, version, i, "so");
	}
	for (uint32_t i = 0; i < 5; i++)
		cr_expect(strstr(table(&h, &style), expected[i]) != NULL, "%s", expected[i]);
	hand_end(&h);
}

Test(matrix, what_is_cut_alike_is_told_below)
{
	struct report_style style = hand_style(60);
	struct finding *finding;
	const char *text;
	struct hand h;

	hand_begin(&h);
	for (uint32_t i = 0; i < 14; i++)
		hand_article(&h, "a.txt", "Brennochstadt. Brennochburg.\n");
	finding = hand_finding(&h, RELATION_VARIANT, "name", "Which town?");
	hand_version(&h, finding, "Brennochstadt");
	hand_version(&h, finding, "Brennochburg");
	for (uint32_t i = 0; i < 14; i++)
		hand_member(&h, &finding->versions.items[i % 2], i, i % 2 ? "Brennochburg" : "Brennochstadt");
	text = table(&h, &style);
	cr_expect(strstr(text, "Brenn…") == NULL);
	cr_expect(strstr(text, "~ Which town?: ● Brennochstadt; ▲ Brennochburg\n") != NULL);
	hand_end(&h);
}

Test(matrix, no_line_is_wider_than_asked_and_nothing_is_lost)
{
	static const uint32_t widths[] = {20, 33, 60, 80, 140};

	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		for (int variant = 0; variant < 4; variant++) {
			struct report_style style = hand_style(widths[i]);
			struct span rest, line;
			uint32_t tallies = 0;
			struct hand h;

			hand_begin(&h);
			six(&h);
			h.findings.findings.items[1].versions.items[0].label = SPAN(
				"\"\033[2Jit 港口関係者は |\n`x` ever\"");
			style.unicode = variant & 1;
			style.all = variant & 2;
			rest = span_cstr(table(&h, &style));
			while (span_next(&rest, '\n', &line)) {
				cr_expect(term_width(line) <= widths[i], "%u columns: " SPAN_FMT, widths[i],
					  SPAN_ARG(line));
				cr_expect(memchr(line.ptr, '\033', line.len) == NULL);
				cr_expect(span_ends(line, SPAN(" ")) == false);
				tallies += span_find(line, SPAN("2 : 1"), 0) != SIZE_MAX;
			}
			cr_expect(eq(u32, tallies, 1), "%u columns", widths[i]);
			hand_end(&h);
		}
}

Test(matrix, is_a_section_where_there_are_four_articles_and_something_differs)
{
	struct report_style style = hand_style(100);
	struct report report;
	struct buffer out;
	struct hand h;

	hand_begin(&h);
	six(&h);
	for (uint32_t count = 6; count > 2; count -= 3) {
		h.count = count;
		report = hand_report(&h);
		buffer_init(&out, &h.test.arena);
		h.findings.findings.count = count == 6 ? 3 : 0;
		report_term(&report, &style, &out);
		cr_expect(eq(int, strstr(out.ptr, "\nMATRIX ") != NULL, count == 6));
	}
	hand_end(&h);
}
