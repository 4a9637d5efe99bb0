/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rules as reporting descriptors of SARIF.
 *
 *   id response-status, question "Did {subject} answer?"
 *   → {"id": "response-status", "name": "ResponseStatus", "shortDescription": {"text": "Did … answer?"}, "help": …}
 *
 * Only rules that fired are described. What a rule says is its author's text: in
 * Markdown all of its punctuation is escaped, and there is no HTML (3.11.4.2).
 */
#include "format/sarif.h"

#include "report/path.h"
#include "report/words.h"

void sarif_rules(struct span_list *rules, struct arena *arena, const struct notice_list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (sarif_rule_index(rules, list->items[i]->rule) == rules->count)
			list_add(arena, rules, list->items[i]->rule);
}

uint32_t sarif_rule_index(const struct span_list *rules, struct span id)
{
	uint32_t index = 0;

	while (index < rules->count && !span_equal(rules->items[index], id))
		index++;
	return index;
}

/* "response-status" → "ResponseStatus", as names of rules are written elsewhere. */
static struct span rule_name(struct arena *arena, struct span id)
{
	bool start = true;
	struct buffer out;

	buffer_init(&out, arena);
	for (size_t i = 0; i < id.len; i++) {
		char byte = id.ptr[i];

		if (byte != '-')
			buffer_byte(&out, start && byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte);
		start = byte == '-';
	}
	return buffer_span(&out);
}

/* "Did {subject} answer?" → "Did … answer?": what fills the field differs from finding to finding. */
static struct span without_fields(struct arena *arena, struct span text)
{
	struct buffer out;

	buffer_init(&out, arena);
	for (size_t i = 0; i < text.len; i++) {
		const char *close = text.ptr[i] == '{' ? memchr(text.ptr + i, '}', text.len - i) : NULL;

		if (!close) {
			buffer_byte(&out, text.ptr[i]);
			continue;
		}
		buffer_cstr(&out, "…");
		i = (size_t)(close - text.ptr);
	}
	return buffer_span(&out);
}

/* TEXT, in Markdown with every mark of it escaped. */
static void add_help_text(struct buffer *out, struct span text, bool markdown)
{
	for (size_t i = 0; i < text.len; i++) {
		if (markdown && text.ptr[i] && strchr("\\`*_[]<>()#+-.!|&~:@\"'", text.ptr[i]))
			buffer_byte(out, '\\');
		buffer_byte(out, text.ptr[i]);
	}
}

static void add_fields(struct buffer *out, const char *what, uint32_t fields, bool markdown)
{
	const char *between = "";

	if (!fields)
		return;
	buffer_printf(out, "\n%s%s: ", markdown ? "- " : "", what);
	for (int field = 0; field < SAME_COUNT; field++) {
		if (!(fields & (1u << field)))
			continue;
		buffer_printf(out, "%s%s", between, same_field_name((enum same_field)field));
		between = ", ";
	}
}

static struct span help(struct arena *arena, const struct rule *rule, bool markdown)
{
	struct buffer out;

	buffer_init(&out, arena);
	if (rule->description.len) {
		add_help_text(&out, rule->description, markdown);
		buffer_cstr(&out, markdown ? "\n\n" : "\n");
	}
	buffer_cstr(&out, "Two passages are compared by this rule only under these conditions.");
	if (markdown)
		buffer_byte(&out, '\n');
	add_fields(&out, "Must be the same", rule->same, markdown);
	add_fields(&out, "Must not be known to differ", rule->compatible, markdown);
	if (!rule->same && !rule->compatible)
		buffer_printf(&out, "\n%sTheir sentences tell the same", markdown ? "- " : "");
	buffer_cstr(&out, markdown ? "\n\n" : "\n");
	buffer_cstr(&out, "If a finding is wrong, look at its reasons first. The rule can be switched off with ");
	buffer_cstr(&out, markdown ? "`off: true`" : "\"off: true\"");
	buffer_cstr(&out, " under its id in a rule file of your own.");
	return buffer_span(&out);
}

static void put_known(struct json_writer *json, const struct report *report, const struct rule *rule)
{
	struct span full = rule->description.len ? rule->description : rule->question;
	struct span brief = rule->question.len ? rule->question : rule->description;

	if (brief.len)
		sarif_message(json, "shortDescription", without_fields(report->arena, brief));
	if (full.len)
		sarif_message(json, "fullDescription", without_fields(report->arena, full));
	if (path_is_uri(rule->link))
		json_key_string(json, "helpUri", rule->link);
	json_key(json, "help");
	json_open(json, '{');
	json_key_string(json, "text", help(report->arena, rule, false));
	json_key_string(json, "markdown", help(report->arena, rule, true));
	json_close(json, '}');
	json_key(json, "defaultConfiguration");
	json_open(json, '{');
	json_key_string(json, "level", span_cstr(sarif_level(rule->severity)));
	json_close(json, '}');
	json_key(json, "properties");
	json_open(json, '{');
	json_key(json, "tags");
	json_open(json, '[');
	json_put_string(json, span_cstr(rule_kind_name(rule->kind)));
	json_close(json, ']');
	json_key_string(json, "kind", span_cstr(rule_kind_name(rule->kind)));
	json_close(json, '}');
}

static const struct rule *find_rule(const struct report *report, struct span id)
{
	const struct finding finding = {.rule = id};

	return report_rule(report, &finding);
}

void sarif_put_rules(struct json_writer *json, const struct report *report, const struct span_list *rules)
{
	json_key(json, "rules");
	json_open(json, '[');
	for (uint32_t i = 0; i < rules->count; i++) {
		const struct rule *rule = find_rule(report, rules->items[i]);

		json_open(json, '{');
		json_key_string(json, "id", rules->items[i]);
		/* A name that says no more than the id must not be there (3.49.7). */
		if (span_find(rules->items[i], SPAN("-"), 0) != SIZE_MAX)
			json_key_string(json, "name", rule_name(report->arena, rules->items[i]));
		if (rule)
			put_known(json, report, rule);
		json_close(json, '}');
	}
	json_close(json, ']');
}
