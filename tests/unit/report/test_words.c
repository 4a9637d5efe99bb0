/* SPDX-License-Identifier: Apache-2.0 */
/* What a report calls things. */
#include "hand_made.h"

#include "report/words.h"

Test(report_words, every_relation_has_its_own_mark_and_place)
{
	bool seen[RELATION_COUNT] = {false};

	for (uint32_t i = 0; i < RELATION_COUNT; i++) {
		const struct relation_words *words = report_words((enum relation)i);

		cr_expect(seen[report_relations[i]] == false);
		seen[report_relations[i]] = true;
		cr_expect(strlen(words->ascii) == 1 && *words->mark && *words->title && *words->one && *words->meaning);
		for (uint32_t j = 0; j < i; j++) {
			cr_expect(strcmp(words->mark, report_words((enum relation)j)->mark) != 0);
			cr_expect(strcmp(words->ascii, report_words((enum relation)j)->ascii) != 0);
		}
	}
}

Test(report_words, topics)
{
	struct rule rules[] = {{.id = SPAN("told-alike"), .kind = RULE_CLAIM}};
	struct rule_set set = {.items = rules, .count = 1};
	static struct mention km = {.kind = MENTION_QUANTITY};
	struct finding *finding;
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was ten.\n");
	report = hand_report(&h);
	report.rules = &set;
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth-below", "How deep?");
	expect_span(report_topic(&report, finding), "How deep?");
	finding->question = SPAN("");
	expect_span(report_topic(&report, finding), "Depth below");
	hand_version(&h, finding, "10 km")->value = &km;
	expect_span(report_topic(&report, finding), "Depth below: 10 km");
	hand_version(&h, finding, "30 km")->value = &km;
	expect_span(report_topic(&report, finding), "Depth below: 10 km / 30 km");
	finding->subject = SPAN("the dam");
	expect_span(report_topic(&report, finding), "Depth below: the dam");
	finding = hand_finding(&h, RELATION_VARIANT, "quotation", "");
	hand_version(&h, finding, "Nobody in the village had heard a siren that night, whatever they say now");
	hand_version(&h, finding, "No one");
	expect_span(report_topic(&report, finding),
		    "Quotation: Nobody in the village had heard a siren that night, whatever …");
	finding = hand_finding(&h, RELATION_AGREEMENT, "told-alike", "");
	hand_version(&h, finding, "the road was shut");
	expect_span(report_topic(&report, finding), "the road was shut");
	hand_end(&h);
}

Test(report_words, sayings_and_reasons)
{
	struct finding *finding;
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was ten or twelve.\n");
	report = hand_report(&h);
	finding = hand_finding(&h, RELATION_UPDATE, "toll", "How many?");
	hand_member(&h, hand_version(&h, finding, "10"), 0, "ten");
	hand_member(&h, hand_version(&h, finding, "12"), 0, "twelve");
	expect_span(report_saying(&report, finding), "How many? 10 / 12");
	finding->ordered = true;
	expect_span(report_saying(&report, finding), "How many? 10 → 12");
	finding->relation = RELATION_VARIANT;
	finding->ordered = false;
	expect_span(report_labels(&report, finding), "10 / 12");
	hand_because(&h, finding, "same", "event", "both passages tell of “rain”");
	hand_because(&h, finding, "conflict", "count", "one tells “10”, the other “12”");
	hand_because(&h, finding, "note", "order", "no times");
	hand_because(&h, finding, "same", "place", "");
	expect_span(report_because(&h.test.arena, finding),
		    "both passages tell of “rain”; same place; one tells “10”, the other “12”");
	finding->question = SPAN("");
	finding->message = SPAN("10 (A) or 12 (A)");
	expect_span(report_saying(&report, finding), "10 (A) or 12 (A)");
	hand_end(&h);
}

Test(report_words, of_tellers)
{
	static const struct {
		struct tellers tellers;
		uint32_t drafts;
		const char *words;
	} rows[] = {
		{{1, 1, 1, 1}, 0, ""},
		{{2, 2, 1, 0}, 0, "told by 2 outlets from 1 independent text"},
		{{2, 1, 2, 1}, 0, "told by 1 outlet from 2 independent texts, citing 1 source"},
		{{6, 5, 2, 3}, 0, "told by 5 outlets from 2 independent texts, citing 3 sources"},
		{{6, 5, 2, 3}, 1, ""}, /* a draft confirms nothing */
	};
	struct hand h;

	hand_begin(&h);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct report report = hand_report(&h);
		struct finding finding = {.tellers = rows[i].tellers};

		report.drafts = rows[i].drafts;
		expect_span(report_tellers(&report, &finding), rows[i].words);
	}
	hand_end(&h);
}

Test(report_words, of_articles)
{
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "x/a.txt", "One.\n")->published = (struct timestamp){true, 0, 65, 60};
	hand_article(&h, "x/b.txt", "One.\n")->published = (struct timestamp){true, 0, -1, INT16_MIN};
	hand_article(&h, "x/c.txt", "One.\n");
	h.lineages[1] = 0;
	h.lineages[2] = 0;
	h.shared[0] = true;
	report = hand_report(&h);
	expect_span(report_published(&h.test.arena, &h.articles[0]), "1970-01-01 01:05+01:00");
	expect_span(report_published(&h.test.arena, &h.articles[1]), "1970-01-01, no time");
	expect_span(report_published(&h.test.arena, &h.articles[2]), "date not given");
	expect_span(report_folder(&report), "x");
	expect_span(report_lineage(&report, 0),
		    "A, B and C go back to one original by their wording: where they agree, "
		    "nothing is confirmed twice.");
	expect_span(report_rule_title(&h.test.arena, SPAN("quote-wording")), "Quote wording");
	report.title = SPAN("");
	expect_span(report_title(&report), "Untitled");
	h.articles[2].title = SPAN("Two dead");
	expect_span(report_title(&report), "Two dead (and 2 more)");
	report.drafts = 3;
	expect_span(report_title(&report), "Two dead");
	hand_end(&h);
}
