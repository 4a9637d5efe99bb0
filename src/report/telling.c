/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Of many places that tell a version, the one to show.
 *
 *   "89 ft": told by the draft as "27 metres"                    → its name is "27 metres"
 *   7 km: A in its headline, A in its body; 30 km: B in its body → A's body beside B's
 *
 * Of a version's places MOST are tried, so that forty sources cost no more than
 * eight. Sentences are weighed by the share of words that they have in common,
 * else long ones would win by their articles and prepositions.
 */
#include "report/telling.h"

#include "report/wording.h"

enum { MOST = 8 };

struct candidates {
	const struct member *items[MOST];
	uint32_t count;
};

const struct member *telling_of(const struct report *report, const struct version *version, uint32_t article)
{
	const struct member *headline = NULL;

	for (uint32_t m = 0; m < version->count; m++) {
		const struct member *member = &version->items[m];

		if (member->article != article)
			continue;
		if (!report_in_headline(report, member))
			return member;
		if (!headline)
			headline = member;
	}
	return headline;
}

/* Where a draft tells VERSION, or NULL. */
static const struct member *drafts_own(const struct report *report, const struct version *version)
{
	const struct member *own = NULL;

	for (uint32_t draft = 0; draft < report->drafts && !own; draft++)
		own = telling_of(report, version, draft);
	return own;
}

/* A label that no article says is jibe's own word for what they say: "no answer" for "did not respond". */
static bool is_of_articles(const struct report *report, const struct version *version)
{
	for (uint32_t m = 0; m < version->count; m++)
		if (span_equal(version->label, report_member_text(report, &version->items[m])))
			return true;
	return version->value;
}

struct span telling_name(const struct report *report, const struct finding *finding, const struct version *version)
{
	const struct member *own = drafts_own(report, version);

	if (own && (finding->relation == RELATION_VARIANT || is_of_articles(report, version)))
		return report_member_text(report, own);
	/* What is told alike may have no label: then its first words say what it is. */
	if (!version->label.len && version->count)
		return report_member_text(report, &version->items[0]);
	return version->label;
}

static bool is_candidate(const struct report *report, const struct member *member, bool drafts, bool headlines)
{
	return (!drafts || report_is_draft(report, member->article)) && report_in_headline(report, member) == headlines;
}

static void find_candidates(struct candidates *found, const struct report *report, const struct version *version)
{
	bool drafts = drafts_own(report, version);

	for (int headlines = 0; headlines < 2; headlines++)
		for (uint32_t m = 0; m < version->count && found->count < MOST; m++)
			if (is_candidate(report, &version->items[m], drafts, headlines))
				found->items[found->count++] = &version->items[m];
}

/* Whether the two stand against each other: an article that tells both versions takes no side. Of an update one may, for a
 * newer article can tell the older figure, too. */
static bool is_apart(const struct report *report, const struct finding *finding, const struct version *old,
		     const struct version *new, const struct telling_pair *pair)
{
	bool left = telling_of(report, new, pair->old->article), right = telling_of(report, old, pair->new->article);

	if (pair->old->article == pair->new->article)
		return false;
	return finding->relation == RELATION_UPDATE ? !left || !right : !left && !right;
}

static struct span sentence_of(const struct report *report, const struct member *member)
{
	uint32_t start, end;

	report_sentence(report, member, &start, &end);
	return article_text(report_article(report, member->article), start, end);
}

/* 0..1, and 2 more for bodies, 1 for one body and a headline. */
static double weight(const struct report *report, const struct telling_pair *pair)
{
	uint32_t bodies = 2u - report_in_headline(report, pair->old) - report_in_headline(report, pair->new),
		 common = 0;
	struct wording wording;

	wording_compare(&wording, report->arena, sentence_of(report, pair->old), sentence_of(report, pair->new));
	for (uint32_t i = 0; i < wording.words.count && wording.compared; i++)
		common += !(wording.marks[i] & WORD_OTHER);
	return bodies + 2.0 * common / (wording.words.count + wording.others + 1);
}

bool telling_pair(struct telling_pair *pair, const struct report *report, const struct finding *finding,
		  const struct version *old, const struct version *new)
{
	struct candidates left = {0}, right = {0};
	double best = -1;

	find_candidates(&left, report, old);
	find_candidates(&right, report, new);
	for (uint32_t i = 0; i < left.count; i++)
		for (uint32_t j = 0; j < right.count; j++) {
			struct telling_pair one = {left.items[i], right.items[j]};
			double other;

			if (!is_apart(report, finding, old, new, &one))
				continue;
			other = weight(report, &one);
			if (other <= best)
				continue;
			best = other;
			*pair = one;
		}
	return best >= 0;
}
