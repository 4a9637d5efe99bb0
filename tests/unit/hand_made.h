/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A report built by hand: articles whose every line is a sentence, and findings
 * whose members are words looked up in them.
 *
 *   struct hand h;
 *   hand_begin(&h);
 *   hand_article(&h, "wire.txt", "The quake was 10 km deep.\n");
 *   struct finding *f = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep was the quake?");
 *   hand_member(&h, hand_version(&h, f, "10 km"), 0, "10 km");
 *   struct report report = hand_report(&h);
 */
#ifndef UNIT_HAND_MADE_H
#define UNIT_HAND_MADE_H

#include "report/report.h"
#include "support.h"

enum { HAND_ARTICLES = 30 };

struct hand {
	struct test_memory test;
	struct article articles[HAND_ARTICLES];
	struct account accounts[HAND_ARTICLES];
	uint32_t count, counterparts[HAND_ARTICLES], comparable[HAND_ARTICLES], lineages[HAND_ARTICLES];
	bool shared[HAND_ARTICLES];
	struct span names[HAND_ARTICLES];
	struct lineage lineage;
	struct findings findings;
	struct diag_list diags;
};

#define hand_begin(h)                                     \
	do {                                              \
		memset((h), 0, sizeof *(h));              \
		test_begin(&(h)->test);                   \
		diag_init(&(h)->diags, &(h)->test.arena); \
	} while (0)

static inline void hand_end(struct hand *h)
{
	test_end(&h->test);
}

static inline struct article *hand_article(struct hand *h, const char *path, const char *text)
{
	struct article *article = &h->articles[h->count];
	struct jibe_error error;
	uint32_t start = 0;

	if (source_init(&article->source, &h->test.arena, span_cstr(path), span_cstr(text), &error) < 0)
		cr_fatal("%s", error.message);
	for (uint32_t at = 0; text[at]; at++) {
		if (text[at] != '\n')
			continue;
		if (at > start)
			list_add(&h->test.arena, &article->sentences, ((struct sentence){.start = start, .end = at}));
		start = at + 1;
	}
	memset(article->sha256, '0', 64);
	article->index = h->count;
	h->accounts[h->count].article = article;
	h->comparable[h->count] = article->sentences.count;
	h->lineages[h->count] = h->count;
	h->count++;
	return article;
}

/* In a group of its own. */
static inline struct finding *hand_finding(struct hand *h, enum relation relation, const char *rule,
					   const char *question)
{
	struct finding *finding = list_push(&h->test.arena, &h->findings.findings);
	struct group *group = list_push(&h->test.arena, &h->findings.groups);

	snprintf(finding->id, sizeof finding->id, "%08x", 0xa0000000u + h->findings.findings.count);
	finding->relation = relation;
	finding->rule = span_cstr(rule);
	finding->question = span_cstr(question);
	finding->message = span_cstr(question);
	finding->severity = SEVERITY_ERROR;
	finding->confidence = 0.9;
	finding->group = h->findings.groups.count - 1;
	group->state = relation;
	group->tellers = (struct tellers){2, 2, 2, 0};
	list_add(&h->test.arena, &group->findings, h->findings.findings.count - 1);
	h->findings.summary[relation]++;
	return finding;
}

static inline struct version *hand_version(struct hand *h, struct finding *finding, const char *label)
{
	struct version *version = list_push(&h->test.arena, &finding->versions);

	version->label = span_cstr(label);
	return version;
}

static inline struct member hand_place(struct hand *h, uint32_t article, const char *words)
{
	const struct article *in = &h->articles[article];
	size_t at = span_find(in->source.text, span_cstr(words), 0);
	struct member member = {.article = article, .start = (uint32_t)at, .end = (uint32_t)(at + strlen(words))};

	if (at == SIZE_MAX)
		cr_fatal("\"%s\" is not in article %u", words, (unsigned)article);
	while (member.sentence + 1 < in->sentences.count && in->sentences.items[member.sentence + 1].start <= at)
		member.sentence++;
	return member;
}

static inline void hand_member(struct hand *h, struct version *version, uint32_t article, const char *words)
{
	list_add(&h->test.arena, version, hand_place(h, article, words));
}

static inline void hand_because(struct hand *h, struct finding *finding, const char *test, const char *what,
				const char *text)
{
	list_add(&h->test.arena, &finding->because, ((struct because){test, what, span_cstr(text)}));
}

/* The finding made last, as if a comment in line LINE of ARTICLE suppressed it. */
static inline void hand_suppress(struct hand *h, uint32_t article, uint32_t line, const char *reason)
{
	struct finding finding = h->findings.findings.items[--h->findings.findings.count];
	struct ignore *comment = arena_new(&h->test.arena, struct ignore);
	struct suppression *suppression = arena_new(&h->test.arena, struct suppression);

	comment->line = line;
	comment->start = h->articles[article].source.lines.items[line - 1];
	comment->end = comment->start + 4;
	comment->rule = finding.rule;
	comment->reason = span_cstr(reason);
	*suppression = (struct suppression){article, comment, 1};
	h->findings.groups.count--;
	h->findings.summary[finding.relation]--;
	finding.group = FINDING_NO_GROUP;
	list_add(&h->test.arena, &finding.suppressions, suppression);
	list_add(&h->test.arena, &h->findings.suppressed, finding);
}

/* To a story of two articles with three lines: a suppressed contradiction, its REASON in a comment of the second. */
static inline void hand_suppressed(struct hand *h, const char *words, const char *other, const char *reason)
{
	struct finding *finding = hand_finding(h, RELATION_CONTRADICTION, "parked-cars", "How many cars?");

	hand_member(h, hand_version(h, finding, "parked 3"), 0, words);
	hand_member(h, hand_version(h, finding, "parked 7"), 1, other);
	hand_suppress(h, 1, h->articles[1].source.lines.count > 2 ? 3 : 1, reason);
}

static inline void hand_only(struct hand *h, uint32_t article, const char *words)
{
	struct group *group = list_push(&h->test.arena, &h->findings.groups);

	group->only = true;
	group->tellers = (struct tellers){1, 1, 1, 0};
	list_add(&h->test.arena, &group->only_members, hand_place(h, article, words));
	h->findings.only++;
}

static inline struct report hand_report(struct hand *h)
{
	uint32_t lineages = 0;

	for (uint32_t i = 0; i < h->count; i++)
		lineages = h->lineages[i] >= lineages ? h->lineages[i] + 1 : lineages;
	h->lineage = (struct lineage){h->lineages, lineages, h->names, h->shared};
	h->findings.counterparts = h->counterparts;
	h->findings.comparable = h->comparable;
	return (struct report){
		.arena = &h->test.arena,
		.title = SPAN("Two bridges"),
		.accounts = h->accounts,
		.account_count = h->count,
		.lineage = &h->lineage,
		.findings = &h->findings,
		.diags = &h->diags,
		.rules_digest = SPAN("sha256:0000"),
		.command = "report",
	};
}

static inline struct report_style hand_style(uint32_t width)
{
	return (struct report_style){.unicode = true, .width = width};
}

/* A finding of every relation over two articles, and things that no report likes. */
static inline void hand_story(struct hand *h)
{
	static struct mention ten = {.kind = MENTION_QUANTITY,
				     .amount = {.value = 10, .low = 10, .high = 10, .unit = {.code = {"km", 2}}}};
	struct finding *finding;
	struct article *article;

	article = hand_article(
		h, "wire.txt",
		"Engineers said the northern tower of the old river bridge at Vell leaned by 10 km.\n"
		"The mayor might reopen the road.\n"
		"\"The bridge will stand for ever, whatever the newspapers in the capital say,\" he said.\n"
		"So far 3 cars were lifted.\n"
		"Both towers are made of granite.\n"
		"The ferry carried 86 passengers while the bridge was closed, the operator said.\n");
	article->published = (struct timestamp){true, 22000, 450, 120};
	article->outlet = SPAN("The Wire");
	article->credit = SPAN("Larkwire");
	hand_article(
		h, "a/very/long/folder/name/that/no/terminal/of/sixty/columns/holds/in/one/line/daily-bulletin.md",
		"The tower leaned by 30 km, engineers said.\n"
		"The mayor would reopen the road.\n"
		"\"The bridge shall stand forever, whatever the newspapers in the capital say,\" he said.\n"
		"By evening 7 cars were lifted.\n"
		"Both towers are made of granite.\n"
		"Photo: a_word_without_any_blank_that_is_longer_than_a_line_of_sixty_columns_can_ever_be_\xe6\x96\xb0"
		"\xe8\x81\x9e\n");
	finding = hand_finding(h, RELATION_AGREEMENT, "claim", "What are the towers made of?");
	hand_member(h, hand_version(h, finding, "granite"), 0, "made of granite");
	hand_member(h, &finding->versions.items[0], 1, "made of granite");
	finding = hand_finding(h, RELATION_UPDATE, "toll", "How many cars were lifted?");
	finding->ordered = true;
	hand_member(h, hand_version(h, finding, "3"), 0, "3 cars");
	hand_member(h, hand_version(h, finding, "7"), 1, "7 cars");
	finding = hand_finding(h, RELATION_VARIANT, "quote-wording", "");
	hand_member(h, hand_version(h, finding, "will"), 0,
		    "The bridge will stand for ever, whatever the newspapers in the capital say");
	hand_member(h, hand_version(h, finding, "shall"), 1,
		    "The bridge shall stand forever, whatever the newspapers in the capital say");
	finding = hand_finding(h, RELATION_VARIANT, "strength", "");
	hand_member(h, hand_version(h, finding, "might"), 0, "might");
	hand_member(h, hand_version(h, finding, "would"), 1, "would");
	finding = hand_finding(h, RELATION_DISPUTE, "claim", "Will the bridge stand?");
	hand_member(h, hand_version(h, finding, "will"), 0, "will stand");
	hand_member(h, hand_version(h, finding, "shall"), 1, "shall stand");
	finding = hand_finding(h, RELATION_CONTRADICTION, "lean",
			       "How far did the tower of the old river bridge lean?");
	finding->tellers = (struct tellers){2, 2, 1, 1};
	hand_version(h, finding, "10 km")->value = &ten;
	hand_member(h, &finding->versions.items[0], 0, "by 10 km");
	hand_member(h, hand_version(h, finding, "30 km"), 1, "by 30 km");
	hand_because(h, finding, "same", "event", "the tower's lean");
	hand_because(h, finding, "conflict", "length", "10 km is not 30 km");
	hand_because(h, finding, "note", "order", "the articles' times are not known");
	hand_only(h, 0, "The ferry carried 86 passengers");
	list_add(&h->test.arena, &h->findings.not_compared, ((struct not_compared){1, 5, "caption", {0}}));
	diag_add(&h->diags, DIAG_WARNING, SPAN("wire.txt"), 3, 1, "a warning")->hint = SPAN("a hint");
	h->lineages[1] = 0;
	h->names[0] = SPAN("Larkwire");
}

#endif
