/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jibe pairs: pairs of sentences in, what they are to each other out, a JSON
 * object a line.
 *
 *   {"id":1,"a":"The dam is 30 m high.","b":"The dam is 40 m high."}
 *   → {"id":1,"relation":"contradiction","confidence":0.9,"similarity":0.86,"findings":[…]}
 *
 * The keys may also be "premise" and "hypothesis". A bad line gets an error
 * under its own id, the rest goes on, and the exit status is 2 at the end.
 */
#include <math.h>

#include "base/json.h"
#include "cli/cli.h"
#include "report/report.h"

static double rounded(double value)
{
	return round(value * 1000) / 1000;
}

static void write_member(struct json_writer *json, const struct account *accounts, const struct member *member)
{
	json_open(json, '{');
	json_key(json, "side");
	json_put_string(json, member->article ? SPAN("b") : SPAN("a"));
	json_key(json, "start");
	json_put_integer(json, member->start);
	json_key(json, "end");
	json_put_integer(json, member->end);
	json_key(json, "text");
	json_put_string(json, article_text(accounts[member->article].article, member->start, member->end));
	json_close(json, '}');
}

static void write_versions(struct json_writer *json, const struct account *accounts, const struct finding *finding)
{
	json_key(json, "versions");
	json_open(json, '[');
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];

		json_open(json, '{');
		json_key(json, "label");
		json_put_string(json, version->label);
		json_key(json, "members");
		json_open(json, '[');
		for (uint32_t m = 0; m < version->count; m++)
			write_member(json, accounts, &version->items[m]);
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
		json_put_number(json, rounded(finding->evidence[part]));
	}
	json_close(json, '}');
}

static void write_finding(struct json_writer *json, const struct account *accounts, const struct finding *finding,
			  bool parts)
{
	json_open(json, '{');
	json_key(json, "relation");
	json_put_string(json, span_cstr(relation_name(finding->relation)));
	json_key(json, "rule");
	json_put_string(json, finding->rule);
	json_key(json, "severity");
	json_put_string(json, span_cstr(severity_name(report_level(finding))));
	json_key(json, "confidence");
	json_put_number(json, rounded(finding->confidence));
	if (parts && finding_notable(finding))
		write_evidence(json, finding);
	json_key(json, "message");
	json_put_string(json, finding->message);
	write_versions(json, accounts, finding);
	json_close(json, '}');
}

static void write_parts(struct json_writer *json, const struct similarity_parts *parts)
{
	json_key(json, "parts");
	json_open(json, '{');
	for (int part = 0; part < PART_COUNT; part++) {
		json_key(json, similarity_part_name((enum similarity_part)part));
		json_put_number(json, rounded(parts->part[part]));
	}
	json_close(json, '}');
}

static void write_pair(struct cli *cli, struct buffer *out, const struct json_object *object,
		       const struct run_pair *pair)
{
	struct json_writer json;

	json_init(&json, out, false);
	json_open(&json, '{');
	json_key(&json, "id");
	ndjson_raw(&json, json_get_raw(&cli->arena, object, "id"));
	json_key(&json, "relation");
	json_put_string(&json, span_cstr(pair->relation));
	json_key(&json, "confidence");
	json_put_number(&json, rounded(pair->confidence));
	json_key(&json, "similarity");
	json_put_number(&json, rounded(pair->similarity));
	if (cli->options.parts)
		write_parts(&json, &pair->parts);
	json_key(&json, "findings");
	json_open(&json, '[');
	for (uint32_t i = 0; pair->findings && i < pair->findings->findings.count; i++)
		write_finding(&json, pair->accounts, &pair->findings->findings.items[i], cli->options.parts);
	json_close(&json, ']');
	json_close(&json, '}');
	buffer_byte(out, '\n');
}

static bool get_side(const struct json_object *object, const char *name, const char *other, struct span *text)
{
	return json_get_string(object, name, text) || json_get_string(object, other, text);
}

static bool answer(struct cli *cli, const struct json_object *object, struct buffer *out)
{
	struct jibe_error error;
	struct run_pair pair;
	struct span a, b;

	if (!get_side(object, "premise", "a", &a) || !get_side(object, "hypothesis", "b", &b)) {
		ndjson_error(&cli->arena, out, object,
			     "expected the strings \"premise\" and \"hypothesis\", or \"a\" and \"b\"");
		return false;
	}
	if (!span_trim(a).len || !span_trim(b).len)
		pair = (struct run_pair){.relation = "unrelated"}; /* nothing is said, so nothing is alike */
	else if (run_pair(&cli->run, a, b, &pair, &error) < 0) {
		ndjson_error(&cli->arena, out, object, error.message);
		return false;
	}
	write_pair(cli, out, object, &pair);
	return true;
}

int cmd_pairs(struct cli *cli)
{
	return ndjson_filter(cli, answer);
}
