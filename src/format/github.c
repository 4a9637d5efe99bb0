/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings as workflow commands of GitHub Actions: printed by a step, they become
 * annotations of the files.
 *
 *   ::error file=draft.md,line=9,endLine=9,col=5,endColumn=9,title=contradiction%3A How deep?::10 km (here) or 30 km (b.txt:7)%0A…
 *   ::notice title=jibe::2 contradictions, 1 update
 *
 * GitHub keeps 10 annotations of each kind from a step: the heaviest are printed,
 * and the summary, the last notice, counts the rest. Columns are code points;
 * endColumn is the last column, as its default (col) says. GitHub takes columns
 * only for a range within one line, so a longer one has none.
 */
#include "format/format.h"
#include "format/notice.h"
#include "report/path.h"
#include "report/region.h"
#include "report/words.h"

enum { KIND_MOST = 10 };

static const char *const kinds[] = {
	[SEVERITY_NOTE] = "notice", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

/* MORE: characters that would end a property. Of control characters, only line ends can be written. */
static void escape(struct buffer *out, struct span text, const char *more)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t length = span_utf8(text, at);
		unsigned char byte = (unsigned char)text.ptr[at];

		if (byte == '%' || byte == '\r' || byte == '\n' || (length && strchr(more, byte) && byte))
			buffer_printf(out, "%%%02X", byte);
		else if (!length || byte < 0x20 || byte == 0x7f)
			buffer_cstr(out, "\xEF\xBF\xBD");
		else
			buffer_add(out, span_slice(text, at, at + length));
		at += length ? length : 1;
	}
}

static void put_property(struct buffer *out, char before, const char *name, struct span value)
{
	buffer_printf(out, "%c%s=", before, name);
	escape(out, value, ":,");
}

static void put_range(struct buffer *out, struct region region)
{
	uint32_t last = region.behind.line;

	if (last > region.first.line && region.behind.column == 1)
		last--;
	buffer_printf(out, ",line=%u,endLine=%u", region.first.line, last);
	if (region.behind.line == region.first.line)
		buffer_printf(out, ",col=%u,endColumn=%u", region.first.column,
			      region.behind.column > region.first.column ? region.behind.column - 1
									 : region.first.column);
}

static void put_finding(struct buffer *out, const struct report *report, const struct finding *finding)
{
	const struct member *first = report_first_member(finding);
	struct buffer message;

	buffer_init(&message, report->arena);
	buffer_add(&message, notice_answers(report, finding, NOTICE_PATHS));
	buffer_byte(&message, '\n');
	notice_details(&message, report, finding);
	if (message.ptr[message.len - 1] != '\n')
		buffer_byte(&message, '\n');
	buffer_printf(&message, "rule: " SPAN_FMT ", finding: %s", SPAN_ARG(finding->rule), finding->id);
	buffer_printf(out, "::%s", kinds[report_level(finding)]);
	put_property(out, ' ', "file", path_plain(report->arena, report_article(report, first->article)->source.path));
	put_range(out, region_of(report, first));
	put_property(out, ',', "title", notice_title(report, finding));
	buffer_cstr(out, "::");
	escape(out, buffer_span(&message), "");
	buffer_byte(out, '\n');
}

static void put_summary(struct buffer *out, const struct notice_list *list, uint32_t left_out)
{
	uint32_t counts[RELATION_COUNT] = {0}, told = 0;

	for (uint32_t i = 0; i < list->count; i++)
		counts[list->items[i]->relation]++;
	buffer_cstr(out, "::notice title=jibe::");
	for (uint32_t i = 0; i < RELATION_COUNT; i++) {
		const struct relation_words *words = report_words(report_relations[i]);
		uint32_t count = counts[report_relations[i]];

		if (count)
			buffer_printf(out, "%s%u %s", told++ ? ", " : "", count, count == 1 ? words->one : words->many);
	}
	if (!told)
		buffer_cstr(out, "No contradictions found.");
	if (left_out)
		buffer_printf(out, ". Without an annotation: %u, since GitHub shows %d of a kind for each step",
			      left_out, KIND_MOST);
	buffer_byte(out, '\n');
}

void report_github(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct notice_list list = {0};
	uint32_t left_out = 0;

	notice_findings(&list, report, style);
	for (int level = SEVERITY_ERROR; level >= SEVERITY_NOTE; level--) {
		/* The summary is a notice, too. */
		uint32_t room = level == SEVERITY_NOTE ? KIND_MOST - 1 : KIND_MOST;

		for (uint32_t i = 0; i < list.count; i++) {
			if ((int)report_level(list.items[i]) != level)
				continue;
			if (room) {
				put_finding(out, report, list.items[i]);
				room--;
			} else {
				left_out++;
			}
		}
	}
	put_summary(out, &list, left_out);
}
