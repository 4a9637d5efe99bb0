/* SPDX-License-Identifier: Apache-2.0 */
/* Two articles side by side: every sentence once, alike ones facing each other. */
#include "hand_made.h"

#include "report/facing.h"

static void align(struct hand *h, uint32_t a, uint32_t sentence, uint32_t b, uint32_t other, float similarity)
{
	list_add(&h->test.arena, &h->findings.aligned, ((struct counterpart){a, sentence, b, other, similarity}));
}

/* "0-1 1- -0": which sentence faces which. */
static struct span told(struct hand *h, const struct report *report, uint32_t left, uint32_t right)
{
	struct facing_pairs pairs = {0};
	struct facing_rows rows = {0};
	struct buffer out;

	facing_find(&pairs, report);
	facing_rows(&rows, report, &pairs, left, right);
	buffer_init(&out, &h->test.arena);
	for (uint32_t i = 0; i < rows.count; i++) {
		buffer_cstr(&out, i ? " " : "");
		if (rows.items[i].left != FACING_NONE)
			buffer_printf(&out, "%u", rows.items[i].left);
		buffer_byte(&out, '-');
		if (rows.items[i].right != FACING_NONE)
			buffer_printf(&out, "%u", rows.items[i].right);
	}
	return buffer_span(&out);
}

Test(report_facing, the_most_alike_face_each_other)
{
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "One.\nTwo.\nThree.\n");
	hand_article(&h, "b.txt", "Uno.\nDue.\nTre.\nQuattro.\n");
	report = hand_report(&h);
	expect_span(told(&h, &report, 0, 1), "-0 -1 -2 -3 0- 1- 2-");
	align(&h, 0, 0, 1, 1, 0.9f);
	align(&h, 0, 0, 1, 2, 0.8f);
	align(&h, 0, 1, 1, 1, 0.95f);
	align(&h, 0, 2, 1, 0, 0.5f);
	expect_span(told(&h, &report, 0, 1), "0-2 -3 1-1 2-0");
	expect_span(told(&h, &report, 1, 0), "0-2 1-1 2-0 3-");
	hand_end(&h);
}

Test(report_facing, one_finding_makes_sentences_face)
{
	struct finding *finding;
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was ten.\nElsewhere it rained.\n");
	hand_article(&h, "b.txt", "Rain fell.\nTwelve, they say.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "count", "How many?");
	hand_version(&h, finding, "10");
	hand_version(&h, finding, "12");
	hand_member(&h, &finding->versions.items[0], 0, "ten");
	hand_member(&h, &finding->versions.items[1], 1, "Twelve");
	report = hand_report(&h);
	expect_span(told(&h, &report, 0, 1), "-0 0-1 1-");
	/* A spelling says nothing of the sentences it stands in. */
	finding->relation = RELATION_VARIANT;
	expect_span(told(&h, &report, 0, 1), "-0 -1 0- 1-");
	hand_end(&h);
}

Test(report_facing, those_that_conflict_are_read_first)
{
	struct facing_pairs pairs = {0};
	struct finding *finding;
	struct report report;
	uint32_t left = 9, right = 9;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was ten.\n");
	report = hand_report(&h);
	cr_expect(facing_first(&report, &pairs, &left, &right) == false && left == 9);
	hand_article(&h, "b.txt", "It was ten.\n");
	hand_article(&h, "c.txt", "It was twelve.\n");
	report = hand_report(&h);
	cr_expect(facing_first(&report, &pairs, &left, &right) && left == 0 && right == 1);
	finding = hand_finding(&h, RELATION_CONTRADICTION, "count", "How many?");
	hand_version(&h, finding, "10");
	hand_version(&h, finding, "12");
	hand_member(&h, &finding->versions.items[0], 1, "ten");
	hand_member(&h, &finding->versions.items[1], 2, "twelve");
	report = hand_report(&h);
	cr_expect(facing_first(&report, &pairs, &left, &right) && left == 1 && right == 2);
	hand_end(&h);
}
