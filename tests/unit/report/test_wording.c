/* SPDX-License-Identifier: Apache-2.0 */
/* Two wordings side by side: what differs, what does not, the same from both sides. */
#include "../random.h"
#include "../support.h"
#include "base/buffer.h"
#include "report/wording.h"

/* The words of TEXT with those that AGAINST lacks in brackets. */
static struct span marked(struct arena *arena, const char *text, const char *against)
{
	struct wording wording;
	struct buffer out;

	buffer_init(&out, arena);
	wording_compare(&wording, arena, span_cstr(text), span_cstr(against));
	for (uint32_t i = 0; i < wording.words.count; i++) {
		bool other = wording.marks[i] & WORD_OTHER;

		buffer_printf(&out, "%s%s" SPAN_FMT "%s", i ? " " : "", other ? "[" : "",
			      SPAN_ARG(wording.words.items[i]), other ? "]" : "");
	}
	return buffer_span(&out);
}

Test(report_wording, marks_what_the_other_lacks)
{
	static const struct {
		const char *a, *b, *marked;
	} rows[] = {
		{"the door will stay open", "the door will be open", "the door will [stay] open"},
		{"the door", "the door", "the door"},
		{"The door, he said.", "\"the door\" he said", "The door, he said."},
		{"caf\xc3\xa9\xe2\x80\xa8open\n\nnow", "cafe\xcc\x81 open", "caf\xc3\xa9 open [now]"},
		{"", "word", ""},
		{"word", "", "[word]"},
		{"a b c", "c b a", "a [b] [c]"},
	};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i + 1 < sizeof rows / sizeof *rows; i++)
		expect_span(marked(&t.arena, rows[i].a, rows[i].b), rows[i].marked);
	test_end(&t);
}

/* What is left unmarked on both sides is one and the same sequence, whatever the texts. */
Test(report_wording, both_sides_keep_the_same_words)
{
	static const char *const words[] = {"the", "dam", "burst", "on", "Tuesday", "river", "\xe2\x80\x9crain,"};
	uint64_t random = 20310318;

	for (int round = 0; round < 300; round++) {
		struct wording wording;
		struct test_memory t;
		struct buffer texts[2], kept[2];

		test_begin(&t);
		for (int side = 0; side < 2; side++) {
			buffer_init(&texts[side], &t.arena);
			for (uint32_t n = random_below(&random, 12); n; n--)
				buffer_printf(&texts[side], "%s ", words[random_below(&random, 7)]);
		}
		for (int side = 0; side < 2; side++) {
			buffer_init(&kept[side], &t.arena);
			wording_compare(&wording, &t.arena, buffer_span(&texts[side]), buffer_span(&texts[!side]));
			for (uint32_t i = 0; i < wording.words.count; i++)
				if (!(wording.marks[i] & WORD_OTHER))
					buffer_printf(&kept[side], SPAN_FMT " ", SPAN_ARG(wording.words.items[i]));
		}
		cr_expect(span_equal(buffer_span(&kept[0]), buffer_span(&kept[1])), "%s | %s: %s | %s", texts[0].ptr,
			  texts[1].ptr, kept[0].ptr, kept[1].ptr);
		test_end(&t);
	}
}

Test(report_wording, very_long_passages_are_not_compared)
{
	struct wording wording;
	struct test_memory t;
	struct buffer text;

	test_begin(&t);
	buffer_init(&text, &t.arena);
	buffer_repeat(&text, "word ", 501);
	wording_compare(&wording, &t.arena, buffer_span(&text), SPAN("other"));
	cr_expect(wording.words.count == 501 && !wording.compared && !wording_differs(&wording));
	test_end(&t);
}
