/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings × judged cases → right, wrong or open.
 *
 *   finding: "nine died" ≠ "14 dead"; case: these two are a contradiction → right
 *
 * A member lies on a case's passage when their bytes overlap. A finding is wrong
 * if one pair of its members is wrong by some case, right if one is right and
 * none wrong, else open: the cases don't speak of it. Of pairs of texts only
 * agreements and contradictions are judged.
 */
#include "run/measure.h"

#include <string.h>

static bool is_conflict(enum relation relation)
{
	return relation == RELATION_CONTRADICTION || relation == RELATION_DISPUTE;
}

/* What a case of relation GOLD says of two members of one version (not APART), or of two, in a finding of RELATION. */
static enum judgement judge_members(enum relation relation, bool apart, enum gold_relation gold)
{
	bool right, open = false;
	if (!apart) {
		right = gold == GOLD_AGREEMENT;
		open = gold == GOLD_VARIANT;
	} else if (is_conflict(relation)) {
		right = gold == GOLD_CONTRADICTION || gold == GOLD_DISPUTE;
		open = gold == GOLD_UPDATE; /* in articles without dates they can't be told apart */
	} else if (relation == RELATION_UPDATE) {
		right = gold == GOLD_UPDATE;
	} else {
		right = gold == GOLD_VARIANT;
		open = gold == GOLD_AGREEMENT;
	}
	return right ? JUDGED_RIGHT : open || gold == GOLD_NOTHING ? JUDGED_OPEN : JUDGED_WRONG;
}

static bool lies_on(const struct member *member, const struct gold_place *place)
{
	return member->article == place->account && member->start < place->end && place->start < member->end;
}

static bool joins(const struct gold_case *one, const struct member *a, const struct member *b)
{
	return (lies_on(a, &one->place[0]) && lies_on(b, &one->place[1])) ||
	       (lies_on(a, &one->place[1]) && lies_on(b, &one->place[0]));
}

struct judging {
	const struct gold *gold;
	bool *met, *now, *broken; /* per case */
	bool right, wrong;
};

/* Two members in the light of all cases: a case that they are right by outweighs one that they are not. */
static void judge_pair(struct judging *judging, enum relation relation, const struct member *a, const struct member *b,
		       bool apart)
{
	bool right = false, wrong = false;
	for (uint32_t c = 0; c < judging->gold->count; c++) {
		const struct gold_case *one = &judging->gold->items[c];
		if (!joins(one, a, b))
			continue;
		enum judgement judgement = judge_members(relation, apart, one->relation);
		right = right || judgement == JUDGED_RIGHT;
		wrong = wrong || judgement == JUDGED_WRONG;
		judging->now[c] = judging->now[c] || judgement == JUDGED_RIGHT;
		if (apart && one->relation == GOLD_TRAP && relation != RELATION_FULLER)
			judging->broken[c] = true;
	}
	judging->right = judging->right || right;
	judging->wrong = judging->wrong || (wrong && !right);
}

static enum judgement judge(struct judging *judging, const struct finding *finding)
{
	judging->right = judging->wrong = false;
	memset(judging->now, 0, judging->gold->count * sizeof *judging->now);
	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t w = v; w < finding->versions.count; w++) {
			const struct version *x = &finding->versions.items[v], *y = &finding->versions.items[w];
			for (uint32_t i = 0; i < x->count; i++)
				for (uint32_t j = v == w ? i + 1 : 0; j < y->count; j++)
					judge_pair(judging, finding->relation, &x->items[i], &y->items[j], v != w);
		}
	for (uint32_t c = 0; !judging->wrong && c < judging->gold->count; c++)
		judging->met[c] = judging->met[c] || judging->now[c];
	return judging->wrong ? JUDGED_WRONG : judging->right ? JUDGED_RIGHT : JUDGED_OPEN;
}

static void add_judged(struct measured *measured, struct arena *arena, const struct finding *finding,
		       enum judgement judgement)
{
	struct judged *judged = list_push(arena, measured);
	*judged = (struct judged){.rule = arena_copy(arena, finding->rule),
				  .relation = finding->relation,
				  .judgement = judgement,
				  .confidence = finding->confidence,
				  .message = arena_copy(arena, finding->message)};
	memcpy(judged->evidence, finding->evidence, sizeof judged->evidence);
}

/* ---- a cluster ---- */

static enum jibe_status add_articles(struct run *run, const struct span_list *articles, const struct gold *gold,
				     struct jibe_error *error)
{
	static const char *const endings[] = {"", ".cluster.yml", ".cluster.yaml"};
	struct span name = file_name(gold->path), folder = file_folder(gold->path);
	size_t dot = span_find(name, SPAN("."), 0);
	struct span stem = file_join(&run->arena, folder, span_slice(name, 0, dot == SIZE_MAX ? name.len : dot));
	for (uint32_t i = 0; i < articles->count; i++) {
		enum jibe_status status = run_add_path(run, articles->items[i], error);
		if (status < 0)
			return status;
	}
	for (size_t i = 0; i < sizeof endings / sizeof *endings && !articles->count; i++) {
		struct span path = arena_format(&run->arena, SPAN_FMT "%s", SPAN_ARG(stem), endings[i]);
		if (file_kind(path) != FILE_MISSING)
			return run_add_path(run, path, error);
	}
	return articles->count ? JIBE_OK : run_add_path(run, folder, error);
}

/* Where PLACE is; false: its article is not there. */
static bool find_place(const struct run *run, struct gold_place *place)
{
	for (uint32_t a = 0; a < run->account_count; a++) {
		const struct source *source = &run->accounts[a].article->source;
		size_t at;
		if (!span_equal(file_name(source->path), place->source))
			continue;
		at = span_find(source->text, place->quote, 0);
		place->account = a;
		place->start = (uint32_t)at;
		place->end = (uint32_t)(at + place->quote.len);
		return at != SIZE_MAX;
	}
	return false;
}

static enum jibe_status find_places(struct run *run, struct gold *gold, struct jibe_error *error)
{
	uint32_t kept = 0;
	for (uint32_t c = 0; c < gold->count; c++)
		if (find_place(run, &gold->items[c].place[0]) && find_place(run, &gold->items[c].place[1]))
			gold->items[kept++] = gold->items[c];
	gold->count = kept;
	return kept ? JIBE_OK
		    : error_set(error, JIBE_ERROR_INPUT, gold->path, 0, 0,
				"no case's passages were found in the articles; name those with --articles");
}

static enum jibe_status measure_cluster(struct run *run, const struct span_list *articles, struct gold *gold,
					struct arena *arena, struct measured *measured, struct jibe_error *error)
{
	enum jibe_status status = add_articles(run, articles, gold, error);
	if (status >= 0)
		status = run_compare(run, error);
	if (status >= 0)
		status = find_places(run, gold, error);
	if (status < 0)
		return status;
	struct judging judging = {.gold = gold,
				  .met = arena_array(arena, bool, gold->count),
				  .now = arena_array(arena, bool, gold->count),
				  .broken = arena_array(arena, bool, gold->count)};
	for (uint32_t f = 0; f < run->findings.findings.count; f++) {
		const struct finding *finding = &run->findings.findings.items[f];
		add_judged(measured, arena, finding, judge(&judging, finding));
	}
	for (uint32_t c = 0; c < gold->count; c++) {
		enum gold_relation relation = gold->items[c].relation;
		measured->asked[relation]++;
		measured->met[relation] += relation == GOLD_TRAP ? !judging.broken[c] : judging.met[c];
	}
	return JIBE_OK;
}

/* ---- pairs ---- */

static enum judgement judge_relation(enum relation relation, enum gold_relation gold)
{
	bool alike = relation == RELATION_AGREEMENT || relation == RELATION_FULLER || relation == RELATION_VARIANT;
	if (is_conflict(relation))
		return gold == GOLD_CONTRADICTION || gold == GOLD_DISPUTE ? JUDGED_RIGHT : JUDGED_WRONG;
	if (alike && gold == GOLD_CONTRADICTION)
		return relation == RELATION_AGREEMENT ? JUDGED_OPEN : JUDGED_WRONG; /* parts may well agree */
	return alike && gold == GOLD_AGREEMENT ? JUDGED_RIGHT : JUDGED_OPEN;
}

static enum jibe_status measure_pairs(struct run *run, const struct gold *gold, struct arena *arena,
				      struct measured *measured, struct jibe_error *error)
{
	for (uint32_t c = 0; c < gold->count; c++) {
		const struct gold_case *one = &gold->items[c];
		struct run_pair pair;
		bool silent = one->relation == GOLD_TRAP || one->relation == GOLD_NOTHING, met = silent;
		measured->asked[one->relation]++;
		if (!span_trim(one->text[0]).len || !span_trim(one->text[1]).len) {
			measured->met[one->relation] += met; /* nothing is said, so nothing is found */
			continue;
		}
		enum jibe_status status = run_pair(run, one->text[0], one->text[1], &pair, error);
		if (status < 0)
			return status;
		for (uint32_t f = 0; f < pair.findings->findings.count; f++) {
			const struct finding *finding = &pair.findings->findings.items[f];
			enum judgement judgement = judge_relation(finding->relation, one->relation);
			add_judged(measured, arena, finding, judgement);
			met = silent ? met && judgement != JUDGED_WRONG : met || judgement == JUDGED_RIGHT;
		}
		measured->met[one->relation] += met;
	}
	return JIBE_OK;
}

enum jibe_status run_measure(const struct run_options *options, const struct span_list *articles, struct gold *gold,
			     struct arena *arena, struct measured *measured, struct jibe_error *error)
{
	struct run run;
	enum jibe_status status = run_init(&run, options, error);
	if (status >= 0)
		status = gold->pairs ? measure_pairs(&run, gold, arena, measured, error)
				     : measure_cluster(&run, articles, gold, arena, measured, error);
	run_finish(&run);
	return status;
}
