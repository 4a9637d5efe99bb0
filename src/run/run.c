/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Paths in, findings out.
 *
 *   run_init → run_add_path… → run_compare → run_report; run_finish
 *
 * Inside run_compare() the accounts stand in an order that their content gives
 * them, so that nothing can depend on how they were given; at its end they and
 * everything that names them go back to the order given.
 */
#include "run/run.h"

#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>

#include "language/exclude.h"
#include "language/kin.h"
#include "run/guard.h"
#include "run/match.h"
#include "run/suppress.h"

#define LANGUAGE SPAN("en")
#define SCRATCH_ROOM (96u << 10) /* bytes that two sentences need, with room to spare, to be kept … */
#define WORK_ROOM (96u << 10)    /* … and on the way */

static void add_digest(SHA2_CTX *sha, struct arena *arena, struct span path)
{
	struct span text;
	struct jibe_error ignored;
	if (file_read(arena, path, FILE_LIMIT_DEFAULT, &text, &ignored) >= 0)
		SHA256Update(sha, (const uint8_t *)text.ptr, text.len);
}

/* One digest over all rule files and word lists: two reports with one digest were made by the same rules. */
static enum jibe_status digest_rules(struct run *run, const struct span *paths, uint32_t count,
				     struct jibe_error *error)
{
	struct arena *scratch = &run->scratch; /* the run gives it back should memory run out here */
	SHA2_CTX sha;
	uint8_t digest[SHA256_DIGEST_LENGTH];
	char text[SHA256_DIGEST_LENGTH * 2 + 1];
	enum jibe_status status = JIBE_OK;
	SHA256Init(&sha);
	for (uint32_t p = 0; p < count && status >= 0; p++) {
		struct span_list files = {0}, loops = {0}, unreadable = {0};
		if (file_kind(paths[p]) == FILE_REGULAR)
			list_add(scratch, &files, paths[p]);
		else
			status = file_walk(scratch, paths[p], &files, &loops, &unreadable, error);
		for (uint32_t f = 0; f < files.count; f++)
			if (span_equal(file_extension(files.items[f]), SPAN("yml")) ||
			    span_equal(file_extension(files.items[f]), SPAN("txt")))
				add_digest(&sha, scratch, files.items[f]);
	}
	struct span thesaurus = kin_thesaurus_name(&run->language);
	uint64_t model = run->syntax ? syntax_checksum(run->syntax) : 0;
	struct span exclusions = exclude_name(&run->language);
	SHA256Update(&sha, (const uint8_t *)thesaurus.ptr, thesaurus.len);
	SHA256Update(&sha, (const uint8_t *)exclusions.ptr, exclusions.len);
	SHA256Update(&sha, (const uint8_t *)&model, sizeof model);
	SHA256Final(digest, &sha);
	for (size_t i = 0; i < sizeof digest; i++)
		snprintf(text + 2 * i, 3, "%02x", digest[i]);
	run->rules_digest = arena_format(&run->arena, "sha256:%s", text);
	arena_finish(scratch);
	arena_init(scratch, &run->memory);
	return status;
}

static enum jibe_status load_all(struct run *run, struct jibe_error *error)
{
	struct span data = run->options.data.len ? run->options.data : run_data_directory(&run->arena);
	struct span folder = file_join(&run->arena, file_join(&run->arena, data, SPAN("rules")), LANGUAGE);
	struct span_list paths = {0};
	if (file_kind(folder) != FILE_FOLDER)
		return error_set(error, JIBE_ERROR_FILE, folder, 0, 0,
				 "there are no rules here; set JIBE_DATA to the folder that holds rules/");
	enum jibe_status status = language_load(&run->language, &run->arena, folder, LANGUAGE, error);
	if (status < 0)
		return status;
	list_add(&run->arena, &paths, folder);
	for (uint32_t i = 0; i < run->options.rules_count; i++)
		list_add(&run->arena, &paths, run->options.rules[i]);
	for (uint32_t i = run->options.no_default_rules; i < paths.count; i++) {
		status = rules_load(&run->rules, &run->arena, &run->language, paths.items[i], &run->diags, error);
		if (status < 0)
			return status;
	}
	language_build(&run->language);
	struct span thesaurus = run_thesaurus(&run->arena, data, run->language.code, "");
	struct span exclusions = run_thesaurus(&run->arena, data, run->language.code, ".exclusive");
	if (thesaurus.len)
		status = kin_take_thesaurus(&run->language, thesaurus, error);
	if (status >= 0 && exclusions.len)
		status = exclude_take(&run->language, exclusions, error);
	if (status < 0)
		return status;
	struct span model = run_syntax_path(&run->arena, data, run->language.code);
	if (file_kind(model) != FILE_MISSING) {
		status = syntax_open(&run->syntax, &run->arena, model, error);
		if (status < 0)
			return status;
	}
	if (run->options.no_default_rules) { /* then only the language was read from the folder */
		struct span frequency = file_join(&run->arena, folder, SPAN("frequency.txt"));
		paths.items[0] = file_join(&run->arena, folder, SPAN("language.yml"));
		list_add(&run->arena, &paths, file_join(&run->arena, folder, SPAN("lexicon")));
		if (file_kind(frequency) == FILE_REGULAR)
			list_add(&run->arena, &paths, frequency);
	}
	return digest_rules(run, paths.items, paths.count, error);
}

enum jibe_status run_init(struct run *run, const struct run_options *options, struct jibe_error *error)
{
	*run = (struct run){0};
	if (options)
		run->options = *options;
	memory_init(&run->memory, run->options.memory_limit);
	arena_init(&run->arena, &run->memory);
	arena_init(&run->scratch, &run->memory);
	arena_init(&run->work, &run->memory);
	run->opened.arena = &run->arena;
	run->memory.log = &run->opened;
	if (!run->options.file_limit)
		run->options.file_limit = FILE_LIMIT_DEFAULT;
	diag_init(&run->diags, &run->arena);
	GUARDED(run, error, load_all(run, error));
}

enum jibe_status run_open_syntax(struct arena *arena, const struct syntax **syntax, struct jibe_error *error)
{
	struct span path = run_syntax_path(arena, run_data_directory(arena), LANGUAGE);
	if (file_kind(path) == FILE_MISSING)
		return error_set(error, JIBE_ERROR_FILE, path, 0, 0, "there is no model, so there are no trees");
	return syntax_open(syntax, arena, path, error);
}

void run_finish(struct run *run)
{
	arena_finish(&run->work);
	arena_finish(&run->scratch);
	arena_finish(&run->arena);
}

enum jibe_status run_add_path(struct run *run, struct span path, struct jibe_error *error)
{
	GUARDED(run, error,
		cluster_add(&run->cluster, &run->arena, &run->language, path, run->options.file_limit, &run->diags,
			    error));
}

static enum jibe_status add_text(struct run *run, struct span name, struct span text, const struct article_hints *hints,
				 struct jibe_error *error)
{
	struct article *article = arena_new(&run->arena, struct article);
	enum jibe_status status = article_read(article, &run->arena, &run->language, arena_copy(&run->arena, name),
					       arena_copy(&run->arena, text), ARTICLE_PLAIN, hints, &run->diags, error);
	if (status < 0)
		return status;
	article->index = run->cluster.articles.count;
	list_add(&run->arena, &run->cluster.articles, article);
	return JIBE_OK;
}

enum jibe_status run_add_text(struct run *run, struct span name, struct span text, const struct article_hints *hints,
			      struct jibe_error *error)
{
	GUARDED(run, error, add_text(run, name, text, hints, error));
}

int run_order(const struct article *a, const struct article *b)
{
	int order = strcmp(a->rank, b->rank);
	if (order)
		return order;
	order = span_compare(a->source.path, b->source.path);
	return order ? order : (a->index < b->index ? -1 : a->index > b->index);
}

static int by_content(const void *left, const void *right)
{
	const struct account *a = left, *b = right;
	return run_order(a->article, b->article);
}

static uint32_t *reorder(struct arena *arena, const uint32_t *values, const uint32_t *given, uint32_t count)
{
	uint32_t *result = arena_array(arena, uint32_t, count + 1u);
	for (uint32_t i = 0; i < count; i++)
		result[given[i]] = values[i];
	return result;
}

static enum jibe_status understand_all(struct run *run)
{
	uint32_t count = run->cluster.articles.count;
	run->accounts = arena_array(&run->arena, struct account, count + 1u);
	run->account_count = count;
	for (uint32_t i = 0; i < count; i++) {
		run->accounts[i].article = run->cluster.articles.items[i];
		run_read(run, &run->accounts[i], &run->arena);
	}
	run_heed_comments(run);
	return JIBE_OK;
}

enum jibe_status run_understand(struct run *run, struct jibe_error *error)
{
	GUARDED(run, error, understand_all(run));
}

static enum jibe_status compare(struct run *run)
{
	uint32_t count = run->cluster.articles.count;
	struct account *ranked = arena_array(&run->arena, struct account, count + 1u);
	uint32_t *given = arena_array(&run->arena, uint32_t, count + 1u);
	run->matching = arena_new(&run->arena, struct matching);
	run->rank = arena_array(&run->arena, uint32_t, count + 1u);
	for (uint32_t i = 0; i < count; i++) {
		ranked[i].article = run->cluster.articles.items[i];
		run_tell(run, "reading", i, count);
		run_read(run, &ranked[i], &run->arena);
	}
	run_tell(run, "reading", count, count);
	if (count > 1)
		qsort(ranked, count, sizeof *ranked, by_content);
	run_match(run, &run->arena, ranked, count, false, &run->lineage, &run->findings, run->matching);
	run->accounts = arena_array(&run->arena, struct account, count + 1u);
	run->account_count = count;
	for (uint32_t i = 0; i < count; i++) {
		given[i] = ranked[i].article->index;
		run->rank[given[i]] = i;
		run->accounts[given[i]] = ranked[i];
	}
	struct findings *findings = &run->findings;
	run_rename(findings, given);
	findings->counterparts = reorder(&run->arena, findings->counterparts, given, count);
	findings->comparable = reorder(&run->arena, findings->comparable, given, count);
	run->lineage.of = reorder(&run->arena, run->lineage.of, given, count);
	run_heed_comments(run);
	findings_finish(findings, &run->arena, run->accounts, count, &run->lineage);
	run_tell_unused(run);
	return JIBE_OK;
}

enum jibe_status run_compare(struct run *run, struct jibe_error *error)
{
	GUARDED(run, error, compare(run));
}

struct report run_report(const struct run *run, const char *command)
{
	return (struct report){.arena = (struct arena *)&run->arena,
			       .title = run->cluster.title,
			       .accounts = run->accounts,
			       .account_count = run->account_count,
			       .lineage = &run->lineage,
			       .findings = &run->findings,
			       .diags = &run->diags,
			       .rules = &run->rules,
			       .rules_digest = run->rules_digest,
			       .command = command,
			       .drafts = run->drafts};
}

static void start_scratch(struct run *run)
{
	/* What one pair needs the next one does, too: the first chunks stay. */
	if (!run->scratch.chunk)
		arena_alloc(&run->scratch, SCRATCH_ROOM);
	if (!run->work.chunk)
		arena_alloc(&run->work, WORK_ROOM);
	arena_clear(&run->scratch);
	arena_clear(&run->work);
}

static const char *strongest(const struct findings *findings, double similarity, double related, double *confidence)
{
	const struct finding *best = NULL;
	for (uint32_t f = 0; f < findings->findings.count; f++) {
		const struct finding *finding = &findings->findings.items[f];
		if (!best || finding->relation > best->relation ||
		    (finding->relation == best->relation && finding->confidence > best->confidence))
			best = finding;
	}
	*confidence = best ? best->confidence : similarity;
	return best ? relation_name(best->relation) : similarity >= related ? "related" : "unrelated";
}

/* The two most alike sentences of two texts. */
static struct candidate nearest_sentences(const struct matching *matching)
{
	const uint32_t *first = matching->terms.unit_first;
	struct candidate best = {first[0], first[1], {.score = -1}};
	for (uint32_t i = 0; i < matching->candidates.count; i++) { /* the most alike first */
		const struct candidate *pair = &matching->candidates.items[i];
		if (pair->a < first[1] && pair->b >= first[1])
			return *pair;
	}
	for (uint32_t a = first[0]; a < first[1]; a++)
		for (uint32_t b = first[1]; b < first[2]; b++) {
			struct similarity similarity = similarity_measure(&matching->terms, a, b, NULL);
			if (similarity.score > best.similarity.score)
				best = (struct candidate){a, b, similarity};
		}
	return best;
}

static int by_text(const void *left, const void *right)
{
	const struct account *a = left, *b = right;
	return span_compare(a->article->source.text, b->article->source.text);
}

static enum jibe_status compare_pair(struct run *run, struct span a, struct span b, struct run_pair *result,
				     struct jibe_error *error)
{
	struct span texts[2] = {a, b}, names[2] = {SPAN("a"), SPAN("b")};
	struct arena *arena = &run->scratch;
	struct lineage lineage;
	struct matching matching;
	uint32_t given[2];
	start_scratch(run);
	struct account ranked[2] = {{0}}, *accounts = arena_array(arena, struct account, 2);
	struct findings *findings = arena_new(arena, struct findings);
	for (uint32_t i = 0; i < 2; i++) {
		struct article *article = arena_new(arena, struct article);
		enum jibe_status status = article_read_text(article, arena, &run->language, names[i], texts[i],
							    (struct span){0}, error);
		if (status < 0)
			return status;
		article->index = i;
		ranked[i].article = article;
		run_read(run, &ranked[i], arena);
	}
	qsort(ranked, 2, sizeof *ranked, by_text);
	run_match(run, arena, ranked, 2, true, &lineage, findings, &matching);
	struct candidate nearest = nearest_sentences(&matching);
	bool any = nearest.similarity.score >= 0; /* else a text has no sentence */
	result->similarity = any ? nearest.similarity.score : 0;
	result->parts = (struct similarity_parts){{0}};
	if (any && run->options.parts)
		similarity_measure(&matching.terms, nearest.a, nearest.b, &result->parts);
	for (uint32_t i = 0; i < 2; i++) {
		given[i] = ranked[i].article->index;
		accounts[given[i]] = ranked[i];
	}
	run_rename(findings, given);
	lineage.of = reorder(arena, lineage.of, given, 2);
	findings_finish(findings, arena, accounts, 2, &lineage);
	result->relation = strongest(findings, result->similarity, run->language.alignment.related,
				     &result->confidence);
	result->findings = findings;
	result->accounts = accounts;
	return JIBE_OK;
}

enum jibe_status run_pair(struct run *run, struct span a, struct span b, struct run_pair *result,
			  struct jibe_error *error)
{
	GUARDED(run, error, compare_pair(run, a, b, result, error));
}

static enum jibe_status inspect(struct run *run, struct span name, struct span text, struct span date,
				const struct account **result, struct jibe_error *error)
{
	start_scratch(run);
	struct article *article = arena_new(&run->scratch, struct article);
	struct account *account = arena_new(&run->scratch, struct account);
	enum jibe_status status = article_read_text(article, &run->scratch, &run->language, name, text, date, error);
	if (status < 0)
		return status;
	account->article = article;
	mentions_extract(&account->mentions, &run->scratch, &run->language, article);
	*result = account;
	return JIBE_OK;
}

enum jibe_status run_inspect(struct run *run, struct span name, struct span text, struct span date,
			     const struct account **account, struct jibe_error *error)
{
	GUARDED(run, error, inspect(run, name, text, date, account, error));
}
