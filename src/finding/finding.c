/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings as they come into findings as they are shown: members, versions and
 * findings in an order that depends on what they say alone, ids, groups and
 * their states.
 */
#include "finding/finding.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/file.h"
#include "finding/suppress.h"
#include "finding/tellers.h"

const char *relation_name(enum relation relation)
{
	static const char *const names[] = {"agreement", "fuller",        "variant",  "update",
					    "dispute",   "contradiction", "outdated", "unsupported"};
	return names[relation];
}

const char *evidence_name(enum evidence part)
{
	static const char *const names[] = {
#define X(name, key) key,
		EVIDENCE_PARTS(X)
#undef X
	};
	return names[part];
}

const char *severity_name(enum severity severity)
{
	static const char *const names[] = {"note", "warning", "error"};
	return names[severity];
}

bool finding_notable(const struct finding *finding)
{
	return finding->relation != RELATION_AGREEMENT && finding->relation != RELATION_FULLER;
}

/* Fills finding->id: the rule, and which words of which articles stand on which side. Sides, articles and passages go in as
 * sets: swapping sides or permuting articles changes no id, and neither does an edit elsewhere in an article. Labels stay
 * out: which of its members names a version depends on the other articles. */
static void finding_identify(struct finding *finding, const struct account *accounts)
{
	uint64_t sum = 0;
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];
		uint64_t side = 0;
		for (uint32_t m = 0; m < version->count; m++) {
			const struct article *article = accounts[version->items[m].article].article;
			struct span text = article_text(article, version->items[m].start, version->items[m].end);
			side += hash_mix(span_hash(file_name(article->source.path)), span_hash(text));
		}
		sum += hash_mix(side, version->count);
	}
	uint64_t hash = hash_mix(span_hash(finding->rule), sum);
	snprintf(finding->id, sizeof finding->id, "%08x", (unsigned)(hash ^ hash >> 32));
}

static int by_reading(const void *left, const void *right)
{
	const struct member *a = left, *b = right;
	if (a->article != b->article)
		return a->article < b->article ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end < b->end ? -1 : a->end > b->end;
}

static int by_members(const void *left, const void *right)
{
	const struct version *a = left, *b = right;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	int order = a->count ? by_reading(a->items, b->items) : 0;
	return order ? order : span_compare(a->label, b->label);
}

static int by_place(const void *left, const void *right)
{
	const struct finding *a = left, *b = right;
	if (a->relation != b->relation)
		return a->relation > b->relation ? -1 : 1;
	int order = by_reading(a->versions.items->items, b->versions.items->items);
	if (order)
		return order;
	order = span_compare(a->rule, b->rule);
	return order ? order : memcmp(a->id, b->id, sizeof a->id);
}

static void settle_members(struct finding *finding)
{
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		struct version *version = &finding->versions.items[v];
		qsort(version->items, version->count, sizeof *version->items, by_reading);
	}
	/* An update's versions are in time order already. */
	if (finding->relation != RELATION_UPDATE && finding->versions.count > 1)
		qsort(finding->versions.items, finding->versions.count, sizeof *finding->versions.items, by_members);
}

struct span finding_letter(struct arena *arena, uint32_t account)
{
	char letters[8];
	size_t at = sizeof letters;
	/* Bijective base 26: behind Z comes AA. */
	for (uint64_t rest = (uint64_t)account + 1; rest; rest = (rest - 1) / 26)
		letters[--at] = (char)('A' + (rest - 1) % 26);
	return arena_copy(arena, span_make(letters + at, sizeof letters - at));
}

enum { LETTERS_MOST = 6 }; /* of one version in a message */

/* " (A, C)"; of many articles " (A, B, C, D, E and 9 more)". */
static void write_letters(struct buffer *out, const struct version *version)
{
	uint32_t count = 0, told = 0;
	for (uint32_t m = 0; m < version->count; m++)
		count += !m || version->items[m - 1].article != version->items[m].article;
	for (uint32_t m = 0; m < version->count; m++) {
		uint32_t article = version->items[m].article;
		if (m && version->items[m - 1].article == article)
			continue;
		if (count > LETTERS_MOST && told == LETTERS_MOST - 1) {
			buffer_printf(out, " and %u more", count - told);
			break;
		}
		buffer_cstr(out, told++ ? ", " : " (");
		buffer_add(out, finding_letter(out->arena, article));
	}
	buffer_cstr(out, ")");
}

/* "10 km (A, C) or 30 km (B)"; versions in a known order are joined by arrows. */
static void write_versions(struct buffer *out, const struct finding *finding)
{
	bool open = finding->relation == RELATION_VARIANT || finding->relation == RELATION_UPDATE ||
		    finding->relation == RELATION_FULLER;
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		if (v)
			buffer_cstr(out, finding->ordered ? " → " : open ? " / " : " or ");
		buffer_add(out, finding->versions.items[v].label);
		write_letters(out, &finding->versions.items[v]);
	}
}

static void write_message(struct finding *finding, struct arena *arena)
{
	static const struct span place = {"{versions}", 10};
	size_t at = span_find(finding->message, place, 0);
	if (at == SIZE_MAX)
		return;
	struct buffer out;
	buffer_init(&out, arena);
	buffer_add(&out, span_slice(finding->message, 0, at));
	write_versions(&out, finding);
	buffer_add(&out, span_slice(finding->message, at + place.len, finding->message.len));
	finding->message = buffer_span(&out);
}

/* Copies what findings borrow from articles and rules, so that each span ends with a NUL and outlives them. */
static void keep_texts(struct finding *finding, struct arena *arena, const struct account *accounts)
{
	finding->rule = arena_copy(arena, finding->rule);
	finding->message = arena_copy(arena, finding->message);
	finding->subject = arena_copy(arena, finding->subject);
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		struct version *version = &finding->versions.items[v];
		version->label = arena_copy(arena, version->label);
		for (uint32_t m = 0; m < version->count; m++) {
			struct member *member = &version->items[m];
			const struct article *article = accounts[member->article].article;
			member->text = arena_copy(arena, article_text(article, member->start, member->end));
		}
	}
}

/* What tells findings of one id apart: the first of their places, by file and offset. */
struct same_id {
	uint64_t id;
	struct span path;
	uint32_t start, end, finding;
};

static int by_id(const void *left, const void *right)
{
	const struct same_id *a = left, *b = right;
	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	int order = span_compare(a->path, b->path);
	if (order)
		return order;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end < b->end ? -1 : a->end > b->end;
}

static struct same_id first_place(const struct finding *finding, const struct account *accounts)
{
	struct same_id best = {.start = UINT32_MAX};
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
			const struct member *member = &finding->versions.items[v].items[m];
			struct same_id place = {.path = accounts[member->article].article->source.path,
						.start = member->start,
						.end = member->end};
			if (best.start == UINT32_MAX || by_id(&place, &best) < 0)
				best = place;
		}
	}
	best.id = strtoul(finding->id, NULL, 16);
	return best;
}

/* Two findings of one id (the same rule twice on the same words) are told apart by a number; who gets which must not
 * depend on the order of the articles. */
static void tell_apart(struct findings *findings, struct arena *arena, const struct account *accounts)
{
	uint32_t count = findings->findings.count;
	struct same_id *ids = arena_array(arena, struct same_id, count + 1u);
	struct table seen;
	table_init(&seen, arena);
	for (uint32_t f = 0; f < count; f++) {
		ids[f] = first_place(&findings->findings.items[f], accounts);
		ids[f].finding = f;
	}
	if (count > 1)
		qsort(ids, count, sizeof *ids, by_id);
	for (uint32_t i = 0; i < count; i++) {
		struct finding *finding = &findings->findings.items[ids[i].finding];
		for (;;) {
			uint64_t id = strtoul(finding->id, NULL, 16);
			uint32_t *times = table_put(&seen, id, NULL);
			if (++*times == 1)
				break;
			snprintf(finding->id, sizeof finding->id, "%08x", (unsigned)hash_mix(id, *times));
		}
	}
}

/* What is suppressed gets the new number of its group, if that has one; but told by one article only it was not. */
static void settle_suppressed(struct findings *findings, const uint32_t *renamed)
{
	for (uint32_t f = 0; f < findings->suppressed.count; f++) {
		uint32_t *group = &findings->suppressed.items[f].group;
		findings->groups.items[*group].only = false;
		*group = renamed[*group] ? renamed[*group] - 1 : FINDING_NO_GROUP;
	}
}

static void count_tellers(struct findings *findings, struct tally *tally)
{
	for (uint32_t f = 0; f < findings->findings.count; f++) {
		struct u32_list one = {&f, 1, 1};
		findings->findings.items[f].tellers = tally_count(tally, findings, &one);
	}
}

/* Groups get new numbers in the order of their first finding; groups without findings are `only`. */
static void settle_groups(struct findings *findings, struct arena *arena, struct tally *tally)
{
	uint32_t old = findings->groups.count, next = 0;
	uint32_t *renamed = arena_array(arena, uint32_t, old + 1u);
	struct group *groups = arena_array(arena, struct group, old + 1u);
	for (uint32_t f = 0; f < findings->findings.count; f++) {
		struct finding *finding = &findings->findings.items[f];
		uint32_t *name = &renamed[finding->group];
		if (!*name) {
			*name = ++next;
			groups[next - 1].state = finding->relation;
		}
		struct group *group = &groups[*name - 1];
		finding->group = *name - 1;
		list_add(arena, &group->findings, f);
		if (finding->relation > group->state)
			group->state = finding->relation;
	}
	for (uint32_t g = 0; g < next; g++) {
		groups[g].tellers = tally_count(tally, findings, &groups[g].findings);
		findings->summary[groups[g].state]++;
	}
	settle_suppressed(findings, renamed);
	for (uint32_t g = 0; g < old; g++) {
		if (!findings->groups.items[g].only || renamed[g])
			continue;
		groups[next] = findings->groups.items[g];
		bool cited = groups[next].only_members.count && groups[next].only_members.items->speaker.len;
		groups[next].tellers = (struct tellers){1, 1, 1, cited};
		next++;
		findings->only++;
	}
	findings->groups.items = groups;
	findings->groups.count = next;
	findings->groups.capacity = old + 1u;
}

static int by_sentence(const void *left, const void *right)
{
	const struct not_compared *a = left, *b = right;
	if (a->article != b->article)
		return a->article < b->article ? -1 : 1;
	if (a->sentence != b->sentence)
		return a->sentence < b->sentence ? -1 : 1;
	int order = strcmp(a->reason, b->reason);
	return order ? order : span_compare(a->detail, b->detail);
}

/* In reading order, each reason once. */
static void settle_not_compared(struct findings *findings)
{
	struct not_compared *items = findings->not_compared.items;
	uint32_t count = findings->not_compared.count, kept = 0;
	if (count > 1)
		qsort(items, count, sizeof *items, by_sentence);
	for (uint32_t i = 0; i < count; i++)
		if (!kept || by_sentence(&items[kept - 1], &items[i]))
			items[kept++] = items[i];
	findings->not_compared.count = kept;
}

static int by_pair(const void *left, const void *right)
{
	const struct counterpart *a = left, *b = right;
	if (a->article != b->article)
		return a->article < b->article ? -1 : 1;
	if (a->other_article != b->other_article)
		return a->other_article < b->other_article ? -1 : 1;
	if (a->sentence != b->sentence)
		return a->sentence < b->sentence ? -1 : 1;
	return (a->other_sentence > b->other_sentence) - (a->other_sentence < b->other_sentence);
}

/* The lower article first, pairs in reading order. */
static void settle_aligned(struct findings *findings)
{
	for (uint32_t i = 0; i < findings->aligned.count; i++) {
		struct counterpart *pair = &findings->aligned.items[i];
		if (pair->article > pair->other_article)
			*pair = (struct counterpart){pair->other_article, pair->other_sentence, pair->article,
						     pair->sentence, pair->similarity};
	}
	if (findings->aligned.count > 1)
		qsort(findings->aligned.items, findings->aligned.count, sizeof *findings->aligned.items, by_pair);
}

void findings_finish(struct findings *findings, struct arena *arena, const struct account *accounts, uint32_t count,
		     const struct lineage *lineage)
{
	for (uint32_t f = 0; f < findings->findings.count; f++) {
		settle_members(&findings->findings.items[f]);
		finding_identify(&findings->findings.items[f], accounts);
		write_message(&findings->findings.items[f], arena);
		keep_texts(&findings->findings.items[f], arena, accounts);
	}
	settle_not_compared(findings);
	settle_aligned(findings);
	tell_apart(findings, arena, accounts);
	if (findings->findings.count > 1)
		qsort(findings->findings.items, findings->findings.count, sizeof *findings->findings.items, by_place);
	findings_suppress(findings, arena);
	struct tally tally;
	tally_init(&tally, arena, accounts, count, lineage);
	count_tellers(findings, &tally);
	settle_groups(findings, arena, &tally);
}
