/* SPDX-License-Identifier: Apache-2.0 */
/* jibe.h over run.h: nothing but checks of the caller's arguments and views of the findings. */
#include <stdlib.h>

#include "format/format.h"
#include "run/run.h"

struct jibe {
	struct run run;
	bool compared;
	struct span json; /* after jibe_report_json() */
};

const char *jibe_version(void)
{
	return JIBE_VERSION;
}

enum jibe_status jibe_new(struct jibe **jibe, const struct jibe_options *options, struct jibe_error *error)
{
	struct run_options run = {0};
	struct span rules[64];
	struct jibe *made = calloc(1, sizeof *made);
	if (!made)
		return error_set(error, JIBE_ERROR_MEMORY, (struct span){0}, 0, 0, "out of memory");
	if (options) {
		run.data = span_cstr(options->data_directory);
		run.no_default_rules = options->no_default_rules;
		run.memory_limit = options->memory_limit;
		for (; options->rules && options->rules[run.rules_count]; run.rules_count++) {
			if (run.rules_count == sizeof rules / sizeof *rules) {
				free(made);
				return error_set(error, JIBE_ERROR_USAGE, (struct span){0}, 0, 0,
						 "more than %zu rule files", sizeof rules / sizeof *rules);
			}
			rules[run.rules_count] = span_cstr(options->rules[run.rules_count]);
		}
		run.rules = rules;
	}
	enum jibe_status status = run_init(&made->run, &run, error);
	made->run.options.rules = NULL; /* they were the caller's */
	made->run.options.rules_count = 0;
	if (status < 0) {
		jibe_free(made);
		return status;
	}
	*jibe = made;
	return JIBE_OK;
}

void jibe_free(struct jibe *jibe)
{
	if (!jibe)
		return;
	run_finish(&jibe->run);
	free(jibe);
}

static enum jibe_status too_late(struct jibe_error *error)
{
	return error_set(error, JIBE_ERROR_USAGE, (struct span){0}, 0, 0, "the articles were compared already");
}

enum jibe_status jibe_add_text(struct jibe *jibe, const char *text, size_t length, const struct jibe_article *article,
			       struct jibe_error *error)
{
	struct article_hints hints = {0};
	struct span name = SPAN("text");
	if (jibe->compared)
		return too_late(error);
	if (article) {
		hints.title = span_cstr(article->title);
		hints.outlet = span_cstr(article->outlet);
		hints.published = span_cstr(article->published);
		hints.credit = span_cstr(article->credit);
		name = article->name ? span_cstr(article->name) : name;
	}
	return run_add_text(&jibe->run, name, span_make(text, length), &hints, error);
}

enum jibe_status jibe_add_file(struct jibe *jibe, const char *path, struct jibe_error *error)
{
	if (jibe->compared)
		return too_late(error);
	uint32_t before = jibe->run.diags.count;
	enum jibe_status status = run_add_path(&jibe->run, span_cstr(path), error);
	for (uint32_t i = before; status >= 0 && i < jibe->run.diags.count; i++) {
		const struct diag *diag = &jibe->run.diags.items[i];
		if (diag->trouble)
			return error_set(error, JIBE_ERROR_INPUT, diag->path, diag->line, diag->column, SPAN_FMT,
					 SPAN_ARG(diag->message));
	}
	return status;
}

enum jibe_status jibe_run(struct jibe *jibe, struct jibe_error *error)
{
	if (jibe->compared)
		return too_late(error);
	jibe->compared = true;
	return run_compare(&jibe->run, error);
}

static const struct finding *finding_at(const struct jibe *jibe, size_t finding)
{
	return &jibe->run.findings.findings.items[finding];
}

size_t jibe_finding_count(const struct jibe *jibe)
{
	return jibe->run.findings.findings.count;
}

enum jibe_relation jibe_finding_relation(const struct jibe *jibe, size_t finding)
{
	return (enum jibe_relation)finding_at(jibe, finding)->relation;
}

const char *jibe_finding_id(const struct jibe *jibe, size_t finding)
{
	return finding_at(jibe, finding)->id;
}

/* Spans that are given out end with a NUL: they were copied into the run's arena. */
const char *jibe_finding_rule(const struct jibe *jibe, size_t finding)
{
	return finding_at(jibe, finding)->rule.ptr;
}

const char *jibe_finding_message(const struct jibe *jibe, size_t finding)
{
	return finding_at(jibe, finding)->message.ptr;
}

double jibe_finding_confidence(const struct jibe *jibe, size_t finding)
{
	return finding_at(jibe, finding)->confidence;
}

size_t jibe_version_count(const struct jibe *jibe, size_t finding)
{
	return finding_at(jibe, finding)->versions.count;
}

const char *jibe_version_label(const struct jibe *jibe, size_t finding, size_t version)
{
	return finding_at(jibe, finding)->versions.items[version].label.ptr;
}

size_t jibe_member_count(const struct jibe *jibe, size_t finding, size_t version)
{
	return finding_at(jibe, finding)->versions.items[version].count;
}

struct jibe_member jibe_member_at(const struct jibe *jibe, size_t finding, size_t version, size_t member)
{
	const struct member *place = &finding_at(jibe, finding)->versions.items[version].items[member];
	return (struct jibe_member){place->article, place->start, place->end, place->text.ptr};
}

static void write_json(struct jibe *jibe)
{
	struct report report = run_report(&jibe->run, "report");
	struct report_style style = {.unicode = true, .all = true};
	struct buffer out;
	buffer_init(&out, &jibe->run.arena);
	report_json(&report, &style, &out);
	jibe->json = buffer_span(&out);
}

enum jibe_status jibe_report_json(struct jibe *jibe, const char **text, size_t *length, struct jibe_error *error)
{
	jmp_buf escape;
	if (!jibe->compared)
		return error_set(error, JIBE_ERROR_USAGE, (struct span){0}, 0, 0, "nothing was compared yet");
	jibe->run.memory.escape = &escape;
	if (setjmp(escape)) {
		jibe->run.memory.escape = NULL;
		return error_set(error, JIBE_ERROR_MEMORY, (struct span){0}, 0, 0, "out of memory");
	}
	if (!jibe->json.len)
		write_json(jibe);
	jibe->run.memory.escape = NULL;
	*text = jibe->json.ptr;
	*length = jibe->json.len;
	return JIBE_OK;
}
