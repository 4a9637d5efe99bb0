/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings as a SARIF 2.1.0 log (OASIS, Errata 01); numbers in parentheses are its sections.
 *
 *   {"ruleId": "depth", "level": "error", "message": {"text": "contradiction: How deep? 10 km (here) or 30 km ([B:7](1))"},
 *    "locations": [A's place], "relatedLocations": [{"id": 1, "message": {"text": "30 km"}, B's place}], …}
 *
 * What is notable is of kind fail, since nothing else may have a level (3.27.9);
 * with --all, an agreement is a pass, what is only told more fully informational.
 * `locations` holds one place, for more would mean that all of them must change
 * (3.27.12): the draft's, else that of the first article. `suppressions` has the
 * comments that suppress the result; an empty array says that there are none, and
 * either every result has one or none has (3.27.23). What is suppressed stands last.
 * Relative paths stay relative to where jibe ran, ".." too.
 */
#include "format/sarif.h"

#include <math.h>

#include "report/path.h"
#include "report/region.h"
#include "report/words.h"

const char *sarif_level(enum severity severity)
{
	static const char *const levels[] = {
		[SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

	return levels[severity];
}

void sarif_message(struct json_writer *json, const char *key, struct span text)
{
	struct buffer doubled;

	buffer_init(&doubled, json->out->arena);
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '{' || text.ptr[i] == '}')
			buffer_byte(&doubled, text.ptr[i]);
		buffer_byte(&doubled, text.ptr[i]);
	}
	json_key(json, key);
	json_open(json, '{');
	json_key_string(json, "text", buffer_span(&doubled));
	json_close(json, '}');
}

static void put_region(struct json_writer *json, const struct report *report, uint32_t account, uint32_t start,
		       uint32_t end)
{
	const struct article *article = report_article(report, account);
	struct region region = region_at(&article->source, start, end);

	json_key(json, "region");
	json_open(json, '{');
	json_key_integer(json, "startLine", region.first.line);
	json_key_integer(json, "startColumn", region.first.column);
	json_key_integer(json, "endLine", region.behind.line);
	json_key_integer(json, "endColumn", region.behind.column);
	json_key_integer(json, "byteOffset", region.start);
	json_key_integer(json, "byteLength", region.end - region.start);
	json_key(json, "snippet");
	json_open(json, '{');
	json_key_string(json, "text", span_slice(article->source.text, start, end));
	json_close(json, '}');
	json_close(json, '}');
}

/* Bytes START to END of an article. */
static void put_physical(struct json_writer *json, const struct report *report, uint32_t account, uint32_t start,
			 uint32_t end)
{
	json_key(json, "physicalLocation");
	json_open(json, '{');
	json_key(json, "artifactLocation");
	json_open(json, '{');
	json_key_string(json, "uri", path_uri(report->arena, report_article(report, account)->source.path));
	json_key_integer(json, "index", account);
	json_close(json, '}');
	put_region(json, report, account, start, end);
	json_close(json, '}');
}

static void put_place(struct json_writer *json, const struct report *report, const struct notice_place *place)
{
	const struct member *member = place->member;

	json_open(json, '{');
	if (place->number)
		json_key_integer(json, "id", place->number);
	if (place->version->label.len)
		sarif_message(json, "message", notice_clean(report->arena, place->version->label, UINT32_MAX));
	put_physical(json, report, member->article, member->start, member->end);
	json_close(json, '}');
}

/* The places of the finding that are the one it is shown at (MAIN), or that are not. */
static void put_places(struct json_writer *json, const struct report *report, const struct notice_places *places,
		       const char *key, bool main)
{
	json_key(json, key);
	json_open(json, '[');
	for (uint32_t i = 0; i < places->count; i++)
		if (main == !places->items[i].number)
			put_place(json, report, &places->items[i]);
	json_close(json, ']');
}

static void put_properties(struct json_writer *json, const struct report *report, const struct finding *finding)
{
	const struct group *groups = report->findings->groups.items;
	struct u32_list order = {0};

	report_versions(report, finding, &order);
	json_key(json, "properties");
	json_open(json, '{');
	json_key_string(json, "relation", span_cstr(relation_name(finding->relation)));
	json_key(json, "confidence");
	json_put_number(json, round(finding->confidence * 1000) / 1000);
	if (finding->group != FINDING_NO_GROUP) {
		json_key_string(json, "group", arena_format(report->arena, "g%u", finding->group + 1));
		json_key_integer(json, "independentSources", groups[finding->group].tellers.texts);
	}
	json_key(json, "versions");
	json_open(json, '[');
	for (uint32_t v = 0; v < order.count; v++)
		json_put_string(json, finding->versions.items[order.items[v]].label);
	json_close(json, ']');
	json_close(json, '}');
}

static void put_kind(struct json_writer *json, const struct finding *finding)
{
	bool fail = report_notable(finding);

	json_key_string(json, "kind",
			fail                                      ? SPAN("fail")
			: finding->relation == RELATION_AGREEMENT ? SPAN("pass")
								  : SPAN("informational"));
	json_key_string(json, "level", fail ? span_cstr(sarif_level(report_level(finding))) : SPAN("none"));
}

static void put_suppressions(struct json_writer *json, const struct report *report, const struct finding *finding)
{
	json_key(json, "suppressions");
	json_open(json, '[');
	for (uint32_t i = 0; i < finding->suppressions.count; i++) {
		const struct suppression *suppression = finding->suppressions.items[i];
		const struct ignore *comment = suppression->comment;

		json_open(json, '{');
		json_key_string(json, "kind", SPAN("inSource"));
		json_key_string(json, "justification", notice_clean(report->arena, comment->reason, UINT32_MAX));
		json_key(json, "location");
		json_open(json, '{');
		put_physical(json, report, suppression->article, comment->start, comment->end);
		json_close(json, '}');
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_result(struct json_writer *json, const struct report *report, const struct span_list *rules,
		       const struct finding *finding)
{
	struct notice_places places = {0};
	struct buffer text;

	notice_places(&places, report, finding);
	buffer_init(&text, report->arena);
	buffer_add(&text, notice_line(report, finding, NOTICE_LINKS));
	if (finding->because.count)
		buffer_byte(&text, '\n');
	notice_reasons(&text, report, finding, NOTICE_LINKS);
	json_open(json, '{');
	json_key_string(json, "ruleId", finding->rule);
	json_key_integer(json, "ruleIndex", sarif_rule_index(rules, finding->rule));
	put_kind(json, finding);
	sarif_message(json, "message", buffer_span(&text));
	put_places(json, report, &places, "locations", true);
	if (places.count > 1)
		put_places(json, report, &places, "relatedLocations", false);
	json_key(json, "partialFingerprints");
	json_open(json, '{');
	json_key_string(json, "jibe/v1", span_cstr(finding->id));
	json_close(json, '}');
	put_suppressions(json, report, finding);
	json_key(json, "rank");
	json_put_number(json, round(finding->confidence * 1000) / 10);
	put_properties(json, report, finding);
	json_close(json, '}');
}

/* "B: Sound Courier, 2031-04-02 19:30+01:00": the letter that messages use. */
static struct span describe(const struct report *report, uint32_t account)
{
	const struct article *article = report_article(report, account);
	struct buffer out;

	buffer_init(&out, report->arena);
	buffer_add(&out, finding_letter(report->arena, account));
	buffer_cstr(&out, ": ");
	if (article->outlet.len) {
		buffer_add(&out, notice_clean(report->arena, article->outlet, 200));
		buffer_cstr(&out, ", ");
	}
	buffer_add(&out, report_published(report->arena, article));
	return buffer_span(&out);
}

static void put_artifact(struct json_writer *json, const struct report *report, uint32_t account)
{
	const struct article *article = report_article(report, account);
	bool target = !report->drafts || report_is_draft(report, account);

	json_open(json, '{');
	sarif_message(json, "description", describe(report, account));
	json_key(json, "location");
	json_open(json, '{');
	json_key_string(json, "uri", path_uri(report->arena, article->source.path));
	json_key_integer(json, "index", account);
	json_close(json, '}');
	json_key_integer(json, "length", (int64_t)article->source.text.len);
	json_key(json, "roles");
	json_open(json, '[');
	json_put_string(json, target ? SPAN("analysisTarget") : SPAN("referencedOnCommandLine"));
	json_close(json, ']');
	json_key_string(json, "encoding", SPAN("UTF-8"));
	if (*article->sha256) {
		json_key(json, "hashes");
		json_open(json, '{');
		json_key_string(json, "sha-256", span_cstr(article->sha256));
		json_close(json, '}');
	}
	json_close(json, '}');
}

static void put_diag_place(struct json_writer *json, const struct report *report, const struct diag *diag)
{
	json_key(json, "locations");
	json_open(json, '[');
	json_open(json, '{');
	json_key(json, "physicalLocation");
	json_open(json, '{');
	json_key(json, "artifactLocation");
	json_open(json, '{');
	json_key_string(json, "uri", path_uri(report->arena, diag->path));
	json_close(json, '}');
	if (diag->line) {
		json_key(json, "region");
		json_open(json, '{');
		json_key_integer(json, "startLine", diag->line);
		if (diag->column)
			json_key_integer(json, "startColumn", diag->column);
		json_close(json, '}');
	}
	json_close(json, '}');
	json_close(json, '}');
	json_close(json, ']');
}

/* One run of jibe, with its own messages. */
static void put_invocation(struct json_writer *json, const struct report *report)
{
	static const char *const levels[] = {[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};

	json_open(json, '{');
	json_key_bool(json, "executionSuccessful", !report->diags || !diag_trouble(report->diags));
	json_key(json, "toolExecutionNotifications");
	json_open(json, '[');
	for (uint32_t i = 0; report->diags && i < report->diags->count; i++) {
		const struct diag *diag = &report->diags->items[i];
		struct span text = diag->message;

		if (diag->hint.len)
			text = arena_format(report->arena, SPAN_FMT " (" SPAN_FMT ")", SPAN_ARG(text),
					    SPAN_ARG(diag->hint));
		json_open(json, '{');
		json_key_string(json, "level", span_cstr(levels[diag->level]));
		sarif_message(json, "message", notice_clean(report->arena, text, UINT32_MAX));
		if (diag->path.len)
			put_diag_place(json, report, diag);
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
}

static void put_tool(struct json_writer *json, const struct report *report, const struct span_list *rules)
{
	json_key(json, "tool");
	json_open(json, '{');
	json_key(json, "driver");
	json_open(json, '{');
	json_key_string(json, "name", SPAN("jibe"));
	json_key_string(json, "version", SPAN(JIBE_VERSION));
	json_key_string(json, "semanticVersion", SPAN(JIBE_VERSION));
	sarif_put_rules(json, report, rules);
	json_key(json, "properties");
	json_open(json, '{');
	json_key_string(json, "rules", report->rules_digest);
	json_close(json, '}');
	json_close(json, '}');
	json_close(json, '}');
}

static void put_run(struct json_writer *json, const struct report *report, const struct notice_list *list)
{
	struct span_list rules = {0};

	sarif_rules(&rules, report->arena, list);
	put_tool(json, report, &rules);
	json_key(json, "invocations");
	json_open(json, '[');
	put_invocation(json, report);
	json_close(json, ']');
	json_key(json, "artifacts");
	json_open(json, '[');
	for (uint32_t i = 0; i < report->account_count; i++)
		put_artifact(json, report, i);
	json_close(json, ']');
	json_key(json, "results");
	json_open(json, '[');
	for (uint32_t i = 0; i < list->count; i++)
		put_result(json, report, &rules, list->items[i]);
	json_close(json, ']');
	json_key_string(json, "columnKind", SPAN("unicodeCodePoints"));
	/* A lone \r ends a line here, which SARIF does not take for granted. */
	json_key(json, "newlineSequences");
	json_open(json, '[');
	json_put_string(json, SPAN("\r\n"));
	json_put_string(json, SPAN("\n"));
	json_put_string(json, SPAN("\r"));
	json_close(json, ']');
}

void report_sarif(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct notice_list list = {0};
	struct json_writer json;

	notice_findings(&list, report, style);
	notice_suppressed(&list, report, style);
	json_init(&json, out, true);
	json_open(&json, '{');
	json_key_string(&json, "$schema",
			SPAN("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
			     "sarif-schema-2.1.0.json"));
	json_key_string(&json, "version", SPAN("2.1.0"));
	json_key(&json, "runs");
	json_open(&json, '[');
	json_open(&json, '{');
	put_run(&json, report, &list);
	json_close(&json, '}');
	json_close(&json, ']');
	json_close(&json, '}');
	buffer_byte(out, '\n');
}
