/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings in reviewdog's diagnostic format, an object a line.
 *
 *   {"message":"contradiction: How deep? 10 km (here) or 30 km (daily.txt:7)","location":{"path":"draft.md",
 *    "range":{"start":{"line":9,"column":5},"end":{"line":9,"column":10}}},"severity":"ERROR","source":{"name":"jibe"},
 *    "code":{"value":"depth"},"related_locations":[…]}
 *
 * Columns are bytes of UTF-8, ends exclusive. related_locations needs reviewdog
 * 0.18 (June 2024). reviewdog reads no line of 64 KB or more, so that places far
 * down a very long list are left out.
 */
#include "format/format.h"
#include "format/notice.h"
#include "report/path.h"
#include "report/region.h"

enum { LINE_MOST = 48 << 10, WORDS_MOST = 400 };

static const char *const severities[] = {
	[SEVERITY_NOTE] = "INFO", [SEVERITY_WARNING] = "WARNING", [SEVERITY_ERROR] = "ERROR"};

static void put_position(struct json_writer *json, const char *key, uint32_t line, uint32_t column)
{
	json_key(json, key);
	json_open(json, '{');
	json_key_integer(json, "line", line);
	json_key_integer(json, "column", column);
	json_close(json, '}');
}

static void put_location(struct json_writer *json, const struct report *report, const struct member *member)
{
	struct region region = region_of(report, member);

	json_key(json, "location");
	json_open(json, '{');
	json_key_string(json, "path", path_plain(report->arena, report_article(report, member->article)->source.path));
	json_key(json, "range");
	json_open(json, '{');
	put_position(json, "start", region.first.line, region.first_byte);
	put_position(json, "end", region.behind.line, region.behind_byte);
	json_close(json, '}');
	json_close(json, '}');
}

static void put_related(struct json_writer *json, const struct report *report, const struct finding *finding,
			size_t start)
{
	struct notice_places places = {0};

	notice_places(&places, report, finding);
	json_key(json, "related_locations");
	json_open(json, '[');
	for (uint32_t i = 0; i < places.count; i++) {
		const struct notice_place *place = &places.items[i];
		struct span label = place->version->label;

		if (!place->number || json->out->len - start > LINE_MOST)
			continue;
		if (!label.len)
			label = report_member_text(report, place->member);
		json_open(json, '{');
		json_key_string(json, "message", notice_clean(report->arena, label, WORDS_MOST));
		put_location(json, report, place->member);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_code(struct json_writer *json, const struct report *report, const struct finding *finding)
{
	const struct rule *rule = report_rule(report, finding);

	json_key(json, "code");
	json_open(json, '{');
	json_key_string(json, "value", finding->rule);
	if (rule && path_is_uri(rule->link))
		json_key_string(json, "url", rule->link);
	json_close(json, '}');
}

void report_rdjsonl(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct notice_list list = {0};
	struct json_writer json;

	notice_findings(&list, report, style);
	for (uint32_t i = 0; i < list.count; i++) {
		const struct finding *finding = list.items[i];
		size_t start = out->len;

		json_init(&json, out, false);
		json_open(&json, '{');
		json_key_string(&json, "message", notice_line(report, finding, NOTICE_PATHS));
		put_location(&json, report, report_first_member(finding));
		json_key_string(&json, "severity", span_cstr(severities[report_level(finding)]));
		json_key(&json, "source");
		json_open(&json, '{');
		json_key_string(&json, "name", SPAN("jibe"));
		json_close(&json, '}');
		put_code(&json, report, finding);
		put_related(&json, report, finding, start);
		json_close(&json, '}');
		buffer_byte(out, '\n');
	}
}
