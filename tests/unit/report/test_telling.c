/* SPDX-License-Identifier: Apache-2.0 */
/* Which of many places stands for a version: bodies, the draft's, those that read best beside each other. */
#include "hand_made.h"

#include "report/telling.h"

static void add_headline(struct hand *h, const char *path, const char *text)
{
	hand_article(h, path, text)->sentences.items[0].kind = SENTENCE_HEADLINE;
}

Test(telling, an_articles_body_before_its_headline)
{
	struct version *version;
	struct finding *finding;
	struct report report;
	struct hand h;

	hand_begin(&h);
	add_headline(&h, "a.txt", "Ten km\nIt was 10 km deep.\nTruly 10,000 m.\n");
	add_headline(&h, "b.txt", "Ten km\nIt shook.\n");
	hand_article(&h, "c.txt", "It shook.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "");
	version = hand_version(&h, finding, "10 km");
	hand_member(&h, version, 0, "Ten km");
	hand_member(&h, version, 0, "10 km");
	hand_member(&h, version, 0, "10,000 m");
	hand_member(&h, version, 1, "Ten km");
	report = hand_report(&h);
	cr_expect(telling_of(&report, version, 0) == &version->items[1]);
	cr_expect(telling_of(&report, version, 1) == &version->items[3]);
	cr_expect(telling_of(&report, version, 2) == NULL);
	hand_end(&h);
}

/* What a rule calls an answer stays; what articles say is said as the draft says it. */
Test(telling, a_draft_names_its_own_version)
{
	static struct mention value = {.kind = MENTION_QUANTITY};
	static const struct {
		enum relation relation;
		bool valued;
		uint32_t drafts;
		const char *label, *name;
	} rows[] = {
		{RELATION_CONTRADICTION, true, 1, "10 km", "ten km"},
		{RELATION_CONTRADICTION, true, 0, "10 km", "10 km"},
		{RELATION_CONTRADICTION, false, 1, "no answer", "no answer"},
		{RELATION_CONTRADICTION, false, 1, "10,000 m", "ten km"},
		{RELATION_VARIANT, false, 1, "ten kilometres", "ten km"},
		{RELATION_AGREEMENT, false, 0, "", "ten km"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct finding *finding;
		struct version *version;
		struct report report;
		struct hand h;

		hand_begin(&h);
		hand_article(&h, "draft.txt", "It was ten km deep.\n");
		hand_article(&h, "b.txt", "It was 10,000 m deep.\n");
		finding = hand_finding(&h, rows[i].relation, "depth", "");
		version = hand_version(&h, finding, rows[i].label);
		version->value = rows[i].valued ? &value : NULL;
		hand_member(&h, version, 0, "ten km");
		hand_member(&h, version, 1, "10,000 m");
		report = hand_report(&h);
		report.drafts = rows[i].drafts;
		expect_span(telling_name(&report, finding, version), rows[i].name);
		hand_end(&h);
	}
}

/* Article 0 is the draft in check; 0 and 1 tell the old version, 2 and 3 the new one. */
static bool pair_of(struct hand *h, enum relation relation, uint32_t drafts, struct telling_pair *pair)
{
	struct finding *finding = hand_finding(h, relation, "depth", "");
	struct report report = hand_report(h);

	report.drafts = drafts;
	hand_version(h, finding, "10 km");
	hand_version(h, finding, "30 km");
	for (uint32_t i = 0; i < h->count; i++)
		for (uint32_t v = 0; v < 2; v++)
			if (span_find(h->articles[i].source.text, span_cstr(v ? "30 km" : "10 km"), 0) != SIZE_MAX)
				hand_member(h, &finding->versions.items[v], i, v ? "30 km" : "10 km");
	return telling_pair(pair, &report, finding, &finding->versions.items[0], &finding->versions.items[1]);
}

Test(telling, the_pair_that_reads_best)
{
	struct telling_pair pair;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "Ten, said others, meaning the 10 km of which we told.\n");
	hand_article(&h, "b.txt", "The quake was 10 km deep.\n");
	add_headline(&h, "c.txt", "The quake was 30 km deep\n");
	hand_article(&h, "d.txt", "Yesterday the quake was only 30 km deep.\n");
	cr_assert(pair_of(&h, RELATION_CONTRADICTION, 0, &pair));
	cr_expect(eq(u32, pair.old->article, 1));
	cr_expect(eq(u32, pair.new->article, 3)); /* the headline has more words in common */
	cr_assert(pair_of(&h, RELATION_CONTRADICTION, 1, &pair));
	cr_expect(eq(u32, pair.old->article, 0)); /* the draft's */
	hand_end(&h);
}

Test(telling, headlines_where_there_is_nothing_else)
{
	struct telling_pair pair;
	struct hand h;

	hand_begin(&h);
	add_headline(&h, "a.txt", "Quake 10 km deep\n");
	add_headline(&h, "b.txt", "Quake 30 km deep\n");
	cr_assert(pair_of(&h, RELATION_CONTRADICTION, 0, &pair));
	cr_expect(pair.old->article == 0 && pair.new->article == 1);
	hand_end(&h);
}

Test(telling, who_tells_both_takes_no_side)
{
	static const struct {
		const char *a, *b;
		enum relation relation;
		bool found;
	} rows[] = {
		{"It was 10 km.\n", "It was 30 km.\n", RELATION_DISPUTE, true},
		{"It was 10 km, not 30 km.\n", "It shook.\n", RELATION_DISPUTE, false},
		{"It was 10 km, not 30 km.\n", "It was 10 km or 30 km.\n", RELATION_CONTRADICTION, false},
		{"It was 10 km.\n", "It was 30 km, not 10 km.\n", RELATION_DISPUTE, false},
		{"It was 10 km.\n", "It was 30 km, not 10 km.\n", RELATION_CONTRADICTION, false},
		{"It was 10 km.\n", "It was 30 km, up from 10 km.\n", RELATION_UPDATE, true},
		{"It was 10 km, then 30 km.\n", "It was 30 km, up from 10 km.\n", RELATION_UPDATE, false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct telling_pair pair;
		struct hand h;

		hand_begin(&h);
		hand_article(&h, "a.txt", rows[i].a);
		hand_article(&h, "b.txt", rows[i].b);
		cr_expect(pair_of(&h, rows[i].relation, 0, &pair) == rows[i].found, "row %zu", i);
		hand_end(&h);
	}
}

/* Of a version's places, eight are tried: the ninth would have been better. */
Test(telling, many_places_cost_no_more_than_a_few)
{
	struct telling_pair pair;
	struct hand h;

	hand_begin(&h);
	for (uint32_t i = 0; i < 8; i++)
		hand_article(&h, "a.txt", i == 7 ? "Deep was the quake, 10 km.\n" : "Ten, that is 10 km.\n");
	hand_article(&h, "b.txt", "The quake was 10 km deep.\n");
	hand_article(&h, "c.txt", "The quake was 30 km deep.\n");
	cr_assert(pair_of(&h, RELATION_CONTRADICTION, 0, &pair));
	cr_expect(eq(u32, pair.old->article, 7));
	hand_end(&h);
}
