/* SPDX-License-Identifier: Apache-2.0 */
/* Articles of one run about two events, of which their words are alike: pairs stay inside a story. */
#include "align/apart.h"

#include "aligned.h"

enum { BOTH = 6 };

/* Three on one jail break, three on another; the last sentence of all is background. */
static const char *const breaks[BOTH] = {
	"Two robbers escaped from Velm prison on Monday. They cut the bars with a saw. Guards found a rope of bed sheets. "
	"The warden resigned at noon. Helicopters searched the marshes. Prisons are overcrowded.",
	"Two robbers broke out of Velm prison on Monday. The bars were cut with a saw. A rope of bed sheets was found by "
	"guards. The warden has resigned. Helicopters search the marshes. Prisons are overcrowded.",
	"Two robbers fled from the prison at Velm on Monday. With a saw they cut the bars. Guards found the rope made of bed "
	"sheets. The warden resigned. The marshes were searched by helicopters. Prisons are overcrowded.",
	"A poisoner left Skerry gaol in a laundry van. The driver noticed nothing. The van was abandoned at the quay. A "
	"baker recognised the poisoner. Ferries to the islands were stopped. Prisons are overcrowded.",
	"The poisoner left Skerry gaol hidden in a laundry van. The driver had noticed nothing. The van stood abandoned at "
	"the quay. The poisoner was recognised by a baker. Ferries to the islands stopped. Prisons are overcrowded.",
	"The poisoner hid in a laundry van to leave Skerry gaol. Its driver noticed nothing. At the quay the van was "
	"abandoned. A baker has recognised the poisoner. The ferries to the islands were stopped. Prisons are overcrowded.",
};

struct tally {
	uint32_t all, inside, across;
};

static struct tally keep_stories(struct aligned *a, const uint8_t *story, uint32_t count)
{
	struct candidate_list list = {0};
	struct tally tally = {0};
	candidates_find(&list, &a->f.test.arena, &a->terms, a->terms.alignment->candidate);
	tally.all = list.count;
	candidates_keep_stories(&list, &a->f.test.arena, &a->terms, count);
	for (uint32_t i = 0; i < list.count; i++) {
		uint32_t one = a->terms.units.items[list.items[i].a].account;
		uint32_t two = a->terms.units.items[list.items[i].b].account;
		tally.inside += story[one] == story[two];
		tally.across += story[one] != story[two];
		if (i)
			cr_expect(list.items[i - 1].similarity.score >= list.items[i].similarity.score, "still sorted");
	}
	return tally;
}

Test(apart, two_events_in_one_run)
{
	static const uint8_t orders[][BOTH] = {{0, 1, 2, 3, 4, 5}, {5, 4, 3, 2, 1, 0}, {0, 3, 1, 4, 2, 5}};
	uint32_t inside[3];
	for (size_t o = 0; o < 3; o++) {
		const char *texts[BOTH];
		uint8_t story[BOTH];
		struct aligned a;
		for (uint32_t i = 0; i < BOTH; i++) {
			texts[i] = breaks[orders[o][i]];
			story[i] = orders[o][i] >= 3;
		}
		aligned_begin(&a, texts, BOTH);
		struct tally tally = keep_stories(&a, story, BOTH);
		inside[o] = tally.inside;
		cr_expect(eq(u32, tally.across, 0), "order %zu", o);
		cr_expect(lt(u32, tally.inside, tally.all), "the background was a pair");
		cr_expect(le(u32, 18, tally.inside), "order %zu: three sentences, three pairs of articles, two stories",
			  o);
		aligned_end(&a);
	}
	cr_expect(eq(u32, inside[0], inside[1]));
	cr_expect(eq(u32, inside[0], inside[2]));
}

/* An article or two beside a story could be its own, told otherwise: nothing is taken away. */
Test(apart, what_is_no_story_stays)
{
	static const uint8_t story[BOTH] = {0, 0, 0, 1, 1, 1};
	struct aligned a;
	aligned_begin(&a, breaks, BOTH - 1);
	struct tally tally = keep_stories(&a, story, BOTH - 1);
	cr_expect(eq(u32, tally.inside + tally.across, tally.all));
	cr_expect(lt(u32, 0, tally.across));
	aligned_end(&a);
}

Test(apart, one_event)
{
	static const uint8_t story[BOTH] = {0};
	const char *texts[BOTH];
	struct aligned a;
	for (uint32_t i = 0; i < BOTH; i++)
		texts[i] = breaks[i % 3];
	aligned_begin(&a, texts, BOTH);
	struct tally tally = keep_stories(&a, story, BOTH);
	cr_expect(eq(u32, tally.inside, tally.all));
	aligned_end(&a);
}

Test(apart, nothing_in_common)
{
	static const char *const texts[] = {"Snow fell.",  "A ferry left.", "...",
					    "Bees swarm.", "Oil is dear.",  "Cats purr."};
	static const uint8_t story[BOTH] = {0};
	struct aligned a;
	aligned_begin(&a, texts, BOTH);
	struct tally tally = keep_stories(&a, story, BOTH);
	cr_expect(eq(u32, tally.inside, tally.all));
	aligned_end(&a);
}
