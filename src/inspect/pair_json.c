/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Why two sentences were, or were not, lined up and compared, as JSON.
 *
 *   {"schema":"jibe.explain/1",…,"similarity":0.62,"parts":[{"part":"shorter","value":0.76,…}],…}
 *
 * Every key is always there; of the parts those that are not 0. docs/explain.schema.json describes them.
 * Offsets are bytes.
 */
#include "inspect/pair.h"

#include <math.h>

#include "format/format.h"

static double rounded(double value)
{
	return round(value * 1000) / 1000;
}

static void key_number(struct json_writer *json, const char *key, double value)
{
	json_key(json, key);
	json_put_number(json, rounded(value));
}

static void write_sentence(struct json_writer *json, const struct explained *explained,
			   const struct told_sentence *told)
{
	json_open(json, '{');
	json_key_string(json, "article", finding_letter(explained->report->arena, told->member.article));
	json_key_string(json, "path", told->article->source.path);
	json_key_integer(json, "line", told->place.line);
	json_key_integer(json, "column", told->place.column);
	json_key_integer(json, "start", told->member.start);
	json_key_integer(json, "end", told->member.end);
	json_key_string(json, "text", report_member_text(explained->report, &told->member));
	json_key_integer(json, "others_on_line", told->others);
	json_key(json, "alone");
	json_open(json, '[');
	for (uint32_t i = 0; i < told->alone.count; i++)
		json_put_string(json, told->alone.items[i]);
	json_close(json, ']');
	json_close(json, '}');
}

static void write_parts(struct json_writer *json, const struct explained *explained)
{
	json_key(json, "parts");
	json_open(json, '[');
	for (uint32_t i = 0; i < explained->parts.count; i++) {
		const struct told_part *part = &explained->parts.items[i];

		json_open(json, '{');
		json_key_string(json, "part", span_cstr(part->key));
		key_number(json, "value", part->value);
		key_number(json, "weight", part->weight);
		key_number(json, "adds", part->value * part->weight);
		json_key_string(json, "text", part->text);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void write_words(struct json_writer *json, const struct explained *explained)
{
	json_key(json, "words");
	json_open(json, '[');
	for (uint32_t t = 0; t < explained->ties.count; t++) {
		const struct told_tie *tie = &explained->ties.items[t];

		json_open(json, '{');
		json_key_string(json, "a", tie->word[0]);
		json_key_string(json, "b", tie->word[1]);
		key_number(json, "nearness", tie->nearness);
		json_key_string(json, "why", span_cstr(tie->key));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void write_thresholds(struct json_writer *json, const struct explained *explained)
{
	json_key(json, "thresholds");
	json_open(json, '[');
	for (int i = 0; i < TOLD_STEPS; i++) {
		json_open(json, '{');
		json_key_string(json, "name", span_cstr(explained->steps[i].key));
		key_number(json, "least", explained->steps[i].least);
		json_key_bool(json, "reached", explained->steps[i].reached);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void write_passages(struct json_writer *json, const struct explained *explained)
{
	key_number(json, "passage_least", explained->passage_least);
	json_key(json, "passages");
	json_open(json, '[');
	for (uint32_t i = 0; i < explained->passages.count; i++) {
		json_open(json, '{');
		json_key_string(json, "a", explained->passages.items[i].text[0]);
		json_key_string(json, "b", explained->passages.items[i].text[1]);
		key_number(json, "weight", explained->passages.items[i].weight);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void write_findings(struct json_writer *json, const struct explained *explained)
{
	json_key(json, "findings");
	json_open(json, '[');
	for (uint32_t f = 0; f < explained->findings.count; f++) {
		const struct finding *finding = explained->findings.items[f].finding;

		json_open(json, '{');
		json_key_string(json, "id", span_cstr(finding->id));
		json_key_string(json, "rule", finding->rule);
		json_key_string(json, "relation", span_cstr(relation_name(finding->relation)));
		json_key_string(json, "message", finding->message);
		json_key_bool(json, "suppressed", explained->findings.items[f].suppressed);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void write_tried(struct json_writer *json, const struct explained *explained)
{
	json_key(json, "tried");
	json_open(json, '[');
	for (uint32_t t = 0; t < explained->trials.count; t++) {
		const struct told_trial *trial = &explained->trials.items[t];

		json_open(json, '{');
		json_key_string(json, "rule", trial->rule);
		json_key_known(json, "a", trial->word[0]);
		json_key_known(json, "b", trial->word[1]);
		json_key_string(json, "verdict", span_cstr(trial->verdict));
		json_key_known(json, "reason", trial->reason);
		json_close(json, '}');
	}
	json_close(json, ']');
}

void pair_json(struct buffer *out, const struct explained *explained)
{
	struct json_writer json;

	json_init(&json, out, true);
	json_open(&json, '{');
	json_key_string(&json, "schema", SPAN("jibe.explain/1"));
	report_json_generator(&json, explained->report->rules_digest);
	json_key(&json, "sentences");
	json_open(&json, '[');
	write_sentence(&json, explained, &explained->sentence[0]);
	write_sentence(&json, explained, &explained->sentence[1]);
	json_close(&json, ']');
	key_number(&json, "similarity", explained->similarity);
	key_number(&json, "base", explained->base);
	write_parts(&json, explained);
	write_words(&json, explained);
	write_thresholds(&json, explained);
	json_key_string(&json, "candidate", span_cstr(explained->candidacy));
	json_key_bool(&json, "one_group", explained->one_group);
	write_passages(&json, explained);
	write_findings(&json, explained);
	write_tried(&json, explained);
	json_close(&json, '}');
	buffer_byte(out, '\n');
}
