/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings as a Code Quality report of GitLab, the part of Code Climate's format
 * that GitLab reads.
 *
 *   [{"description": "contradiction: How deep was the quake? 10 km (here) or 30 km (daily.txt:7)",
 *     "check_name": "depth", "fingerprint": "3f2a9c1d", "severity": "major", "location": {"path": "draft.md", "lines": {"begin": 9}}}]
 *
 * GitLab merges issues of one fingerprint; the ids of findings are unique. Paths
 * are relative to where jibe ran, which should be the top of the repository.
 * "critical" and "blocker" are not used: no wording stops a service.
 */
#include "format/format.h"
#include "format/notice.h"
#include "report/path.h"
#include "report/region.h"

static const char *const severities[] = {
	[SEVERITY_NOTE] = "info", [SEVERITY_WARNING] = "minor", [SEVERITY_ERROR] = "major"};

static void put_location(struct json_writer *json, const struct report *report, const struct member *member)
{
	struct span path = path_plain(report->arena, report_article(report, member->article)->source.path);
	struct region region = region_of(report, member);

	json_key(json, "location");
	json_open(json, '{');
	json_key_string(json, "path", path);
	json_key(json, "lines");
	json_open(json, '{');
	json_key_integer(json, "begin", region.first.line);
	json_key_integer(json, "end", region.behind.line);
	json_close(json, '}');
	json_close(json, '}');
}

void report_gitlab(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct notice_list list = {0};
	struct json_writer json;

	notice_findings(&list, report, style);
	json_init(&json, out, true);
	json_open(&json, '[');
	for (uint32_t i = 0; i < list.count; i++) {
		const struct finding *finding = list.items[i];

		json_open(&json, '{');
		json_key_string(&json, "description", notice_line(report, finding, NOTICE_PATHS));
		json_key_string(&json, "check_name", finding->rule);
		json_key_string(&json, "fingerprint", span_cstr(finding->id));
		json_key_string(&json, "severity", span_cstr(severities[report_level(finding)]));
		put_location(&json, report, report_first_member(finding));
		json_close(&json, '}');
	}
	json_close(&json, ']');
	buffer_byte(out, '\n');
}
