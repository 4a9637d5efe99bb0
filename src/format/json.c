/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report as JSON, schema jibe.report/1 (docs/report.schema.json).
 *
 *   {"schema": "jibe.report/1", …, "findings": [{"id": "3f2a9c1d", "relation": "contradiction", …}], …}
 *
 * Every key is always there; what is not known is null. Offsets are bytes.
 * --min-level and --min-confidence leave findings out here as everywhere; the
 * summary counts groups and is not filtered. What a comment suppresses is no
 * finding here and counts for no group; a note among the diagnostics tells it.
 */
#include <math.h>
#include <stdio.h>

#include "format/format.h"

/* 0: not known. */
static void key_position(struct json_writer *json, const char *key, uint32_t value)
{
	json_key(json, key);
	if (value)
		json_put_integer(json, value);
	else
		json_put_null(json);
}

static void key_numbered(struct json_writer *json, const char *key, char letter, uint32_t index)
{
	char name[16];

	snprintf(name, sizeof name, "%c%u", letter, index + 1);
	json_key_string(json, key, span_cstr(name));
}

void report_json_sentences(struct json_writer *json, const struct article *article, bool paragraphs)
{
	static const char *const kinds[] = {"body", "headline", "caption", "furniture"};

	json_key(json, "sentences");
	json_open(json, '[');
	for (uint32_t i = 0; i < article->sentences.count; i++) {
		const struct sentence *sentence = &article->sentences.items[i];
		struct place place = source_place(&article->source, sentence->start);

		json_open(json, '{');
		json_key_integer(json, "start", sentence->start);
		json_key_integer(json, "end", sentence->end);
		json_key_integer(json, "line", place.line);
		json_key_integer(json, "column", place.column);
		json_key_string(json, "kind", span_cstr(kinds[sentence->kind]));
		if (paragraphs)
			json_key_integer(json, "paragraph", sentence->paragraph);
		json_close(json, '}');
	}
	json_close(json, ']');
}

void report_json_generator(struct json_writer *json, struct span rules_digest)
{
	json_key(json, "generator");
	json_open(json, '{');
	json_key_string(json, "name", SPAN("jibe"));
	json_key_string(json, "version", SPAN(JIBE_VERSION));
	json_key_string(json, "rules", rules_digest);
	json_close(json, '}');
}

static void write_article(struct json_writer *json, const struct report *report, uint32_t index)
{
	const struct article *article = report_article(report, index);
	struct span lineage = {0};
	char published[32] = "";

	if (article->published.known)
		timestamp_print(article->published, published);
	if (report->lineage && report->lineage->count)
		lineage = report->lineage->names[report->lineage->of[index]];
	json_open(json, '{');
	key_numbered(json, "id", 'a', index);
	json_key_string(json, "path", article->source.path);
	json_key_string(json, "sha256", span_cstr(article->sha256));
	json_key_known(json, "url", article->url);
	json_key_known(json, "title", article->title);
	json_key_known(json, "outlet", article->outlet);
	json_key_known(json, "published", span_cstr(published));
	json_key_known(json, "lineage", lineage);
	report_json_sentences(json, article, false);
	json_close(json, '}');
}

static void write_groups(struct json_writer *json, const struct report *report, const bool *shown)
{
	json_key(json, "groups");
	json_open(json, '[');
	for (uint32_t g = 0; g < report->findings->groups.count; g++) {
		const struct group *group = &report->findings->groups.items[g];

		json_open(json, '{');
		key_numbered(json, "id", 'g', g);
		json_key_string(json, "state", span_cstr(group->only ? "only" : relation_name(group->state)));
		json_key_integer(json, "articles", group->tellers.articles);
		json_key_integer(json, "outlets", group->tellers.outlets);
		json_key_integer(json, "independent_sources", group->tellers.texts);
		json_key_integer(json, "speakers", group->tellers.speakers);
		json_key(json, "findings");
		json_open(json, '[');
		for (uint32_t i = 0; i < group->findings.count; i++)
			if (shown[group->findings.items[i]])
				json_put_string(
					json, span_cstr(report->findings->findings.items[group->findings.items[i]].id));
		json_close(json, ']');
		json_close(json, '}');
	}
	json_close(json, ']');
}

/* An open end of an interval is null. */
static void key_bound(struct json_writer *json, const char *key, double value)
{
	json_key(json, key);
	if (isfinite(value))
		json_put_number(json, value);
	else
		json_put_null(json);
}

static void key_day(struct json_writer *json, const char *key, int32_t day)
{
	char text[32];

	json_key(json, key);
	if (day == INT32_MIN || day == INT32_MAX) {
		json_put_null(json);
		return;
	}
	timestamp_print((struct timestamp){.known = true, .day = day, .minute = -1, .zone = INT16_MIN}, text);
	json_put_string(json, span_cstr(text));
}

static void write_value(struct json_writer *json, const struct mention *value)
{
	json_key(json, "value");
	if (value && mention_is_amount(value)) {
		json_open(json, '{');
		key_bound(json, "low", value->amount.low);
		key_bound(json, "high", value->amount.high);
		json_key_known(json, "unit", value->amount.unit.code);
		json_close(json, '}');
	} else if (value && value->kind == MENTION_DATE && value->date.resolved) {
		json_open(json, '{');
		key_day(json, "from", value->date.from);
		key_day(json, "to", value->date.to);
		json_close(json, '}');
	} else {
		json_put_null(json);
	}
}

static void write_member(struct json_writer *json, const struct report *report, const struct member *member)
{
	struct place place = report_place(report, member);

	json_open(json, '{');
	key_numbered(json, "article", 'a', member->article);
	json_key_integer(json, "sentence", member->sentence);
	json_key_integer(json, "start", member->start);
	json_key_integer(json, "end", member->end);
	json_key_integer(json, "line", place.line);
	json_key_integer(json, "column", place.column);
	json_key_string(json, "text", report_member_text(report, member));
	json_key_known(json, "speaker", member->speaker);
	json_close(json, '}');
}

/* In the findings' own order, which does not depend on that of the articles; but a draft's version comes first. */
static void write_versions(struct json_writer *json, const struct report *report, const struct finding *finding)
{
	struct u32_list order = {0};

	report_versions(report, finding, &order);
	json_key(json, "versions");
	json_open(json, '[');
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		uint32_t index = report->drafts ? order.items[v] : v;
		const struct version *version = &finding->versions.items[index];

		json_open(json, '{');
		json_key_string(json, "label", version->label);
		write_value(json, version->value);
		json_key(json, "members");
		json_open(json, '[');
		for (uint32_t m = 0; m < version->count; m++)
			write_member(json, report, &version->items[m]);
		json_close(json, ']');
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void write_evidence(struct json_writer *json, const struct finding *finding)
{
	json_key(json, "evidence");
	json_open(json, '{');
	for (int part = 0; part < EVIDENCE_COUNT; part++) {
		json_key(json, evidence_name((enum evidence)part));
		json_put_number(json, round(finding->evidence[part] * 1000) / 1000);
	}
	json_close(json, '}');
}

static void write_finding(struct json_writer *json, const struct report *report, const struct report_style *style,
			  const struct finding *finding)
{
	json_open(json, '{');
	json_key_string(json, "id", span_cstr(finding->id));
	json_key_string(json, "relation", span_cstr(relation_name(finding->relation)));
	json_key_string(json, "rule", finding->rule);
	json_key_string(json, "severity", span_cstr(severity_name(report_level(finding))));
	json_key(json, "confidence");
	json_put_number(json, round(finding->confidence * 1000) / 1000);
	if (style->parts && finding_notable(finding))
		write_evidence(json, finding);
	key_numbered(json, "group", 'g', finding->group);
	json_key_string(json, "message", finding->message);
	write_versions(json, report, finding);
	json_key(json, "because");
	json_open(json, '[');
	for (uint32_t i = 0; i < finding->because.count; i++) {
		json_open(json, '{');
		json_key_string(json, "test", span_cstr(finding->because.items[i].test));
		json_key_string(json, "what", span_cstr(finding->because.items[i].what));
		json_key_string(json, "text", finding->because.items[i].text);
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
}

static void write_not_compared(struct json_writer *json, const struct report *report)
{
	json_key(json, "not_compared");
	json_open(json, '[');
	for (uint32_t i = 0; i < report->findings->not_compared.count; i++) {
		const struct not_compared *item = &report->findings->not_compared.items[i];

		json_open(json, '{');
		key_numbered(json, "article", 'a', item->article);
		json_key_integer(json, "sentence", item->sentence);
		json_key_string(json, "reason",
				item->detail.len ? arena_format(report->arena, "%s: " SPAN_FMT, item->reason,
								SPAN_ARG(item->detail))
						 : span_cstr(item->reason));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void write_diagnostic(struct json_writer *json, const struct diag *diag)
{
	static const char *const levels[] = {"note", "warning", "error"};

	json_open(json, '{');
	json_key_string(json, "level", span_cstr(levels[diag->level]));
	json_key_known(json, "path", diag->path);
	key_position(json, "line", diag->line);
	key_position(json, "column", diag->column);
	json_key_string(json, "message", diag->message);
	json_key_known(json, "hint", diag->hint);
	json_close(json, '}');
}

static void write_suppressed(struct json_writer *json, const struct report *report, const struct finding *finding)
{
	for (uint32_t i = 0; i < finding->suppressions.count; i++) {
		const struct suppression *suppression = finding->suppressions.items[i];
		const struct source *source = &report_article(report, suppression->article)->source;
		struct place place = source_place(source, suppression->comment->start);

		write_diagnostic(
			json, &(struct diag){.level = DIAG_NOTE,
					     .path = source->path,
					     .line = place.line,
					     .column = place.column,
					     .message = arena_format(
						     report->arena, "suppressed: %s %s of rule " SPAN_FMT ": " SPAN_FMT,
						     relation_name(finding->relation), finding->id,
						     SPAN_ARG(finding->rule), SPAN_ARG(suppression->comment->reason))});
	}
}

static void write_diagnostics(struct json_writer *json, const struct report *report, const struct report_style *style)
{
	struct u32_list order = {0};

	json_key(json, "diagnostics");
	json_open(json, '[');
	for (uint32_t i = 0; report->diags && i < report->diags->count; i++)
		write_diagnostic(json, &report->diags->items[i]);
	report_suppressed(report, style, &order);
	for (uint32_t i = 0; i < order.count; i++)
		write_suppressed(json, report, &report->findings->suppressed.items[order.items[i]]);
	json_close(json, ']');
}

static void write_summary(struct json_writer *json, const struct report *report)
{
	/* The last two exist only when a draft is held against its sources. */
	enum relation last = report->drafts ? RELATION_UNSUPPORTED : RELATION_CONTRADICTION;

	json_key(json, "summary");
	json_open(json, '{');
	for (enum relation relation = RELATION_AGREEMENT; relation <= last; relation++)
		json_key_integer(json, relation_name(relation), report->findings->summary[relation]);
	json_key_integer(json, "only", report->findings->only);
	json_close(json, '}');
}

void report_json(const struct report *report, const struct report_style *style, struct buffer *out)
{
	bool *shown = arena_array(report->arena, bool, report->findings->findings.count);
	struct u32_list order = {0};
	struct json_writer json;

	report_order(report, style, &order);
	json_init(&json, out, true);
	json_open(&json, '{');
	json_key_string(&json, "schema", SPAN("jibe.report/1"));
	report_json_generator(&json, report->rules_digest);
	json_key(&json, "articles");
	json_open(&json, '[');
	for (uint32_t i = 0; i < report->account_count; i++)
		write_article(&json, report, i);
	json_close(&json, ']');
	for (uint32_t i = 0; i < order.count; i++)
		shown[order.items[i]] = true;
	write_groups(&json, report, shown);
	json_key(&json, "findings");
	json_open(&json, '[');
	for (uint32_t i = 0; i < order.count; i++)
		write_finding(&json, report, style, &report->findings->findings.items[order.items[i]]);
	json_close(&json, ']');
	write_not_compared(&json, report);
	write_diagnostics(&json, report, style);
	write_summary(&json, report);
	json_close(&json, '}');
	buffer_byte(out, '\n');
}
