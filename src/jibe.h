/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jibe: reconciles the claims of several articles about one story.
 *
 *   struct jibe *jibe = NULL;
 *   struct jibe_error error;
 *   if (jibe_new(&jibe, NULL, &error) < 0) …
 *   jibe_add_file(jibe, "a.txt", &error);
 *   jibe_add_file(jibe, "b.txt", &error);
 *   jibe_run(jibe, &error);
 *   for (size_t i = 0; i < jibe_finding_count(jibe); i++)
 *           puts(jibe_finding_message(jibe, i));
 *   jibe_free(jibe);
 *
 * Strings that a function returns belong to the jibe object and live until
 * jibe_free(). All text is UTF-8. All offsets are bytes, ends are exclusive.
 * One jibe object is used by one thread at a time; any number may exist. The
 * library never prints, exits or aborts.
 */
#ifndef JIBE_H
#define JIBE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define JIBE_VERSION_MAJOR 0
#define JIBE_VERSION_MINOR 1
#define JIBE_VERSION_PATCH 0
#define JIBE_VERSION "0.1.0"

#ifdef _WIN32
#define JIBE_API
#else
#define JIBE_API __attribute__((visibility("default")))
#endif

/* Zero is success; every failure is negative. */
enum jibe_status {
	JIBE_OK = 0,
	JIBE_ERROR_MEMORY = -1, /* out of memory, or over the memory limit */
	JIBE_ERROR_FILE = -2,   /* cannot be opened, read or written */
	JIBE_ERROR_INPUT = -3,  /* the file's content is not what it should be */
	JIBE_ERROR_RULE = -4,   /* a rule file is wrong */
	JIBE_ERROR_USAGE = -5   /* the call or an option makes no sense */
};

/* Why a call failed, and where. Filled only on failure. */
struct jibe_error {
	enum jibe_status status;
	char file[512];    /* empty: no file is to blame */
	uint32_t line;     /* 1-based; 0: unknown */
	uint32_t column;   /* 1-based, in code points; 0: unknown */
	char message[512]; /* one sentence without a full stop */
};

/* Weakest first, as in the reports. */
enum jibe_relation { JIBE_AGREEMENT, JIBE_FULLER, JIBE_VARIANT, JIBE_UPDATE, JIBE_DISPUTE, JIBE_CONTRADICTION };

struct jibe;

struct jibe_options {
	const char *data_directory; /* NULL: found as `jibe --version` tells */
	const char *const *rules;   /* further rule files or folders, NULL-terminated, or NULL */
	bool no_default_rules;
	size_t memory_limit; /* bytes; 0: no limit */
};

/* What an article's file may not say itself; any field may be NULL. */
struct jibe_article {
	const char *name; /* shown as its path */
	const char *title;
	const char *outlet;
	const char *published; /* ISO 8601 date or date-time */
	const char *credit;    /* agency or pool it comes from */
};

/* One place that tells a version. */
struct jibe_member {
	size_t article;    /* 0-based, in the order of adding */
	size_t start, end; /* bytes of the article */
	const char *text;  /* those bytes, terminated */
};

JIBE_API const char *jibe_version(void);

/* Makes an object with rules loaded. OPTIONS may be NULL. */
JIBE_API enum jibe_status jibe_new(struct jibe **jibe, const struct jibe_options *options, struct jibe_error *error);
JIBE_API void jibe_free(struct jibe *jibe); /* NULL is fine */

/* Adds an article. The bytes are copied. Only before jibe_run(). */
JIBE_API enum jibe_status jibe_add_text(struct jibe *jibe, const char *text, size_t length,
					const struct jibe_article *article, struct jibe_error *error);
JIBE_API enum jibe_status jibe_add_file(struct jibe *jibe, const char *path, struct jibe_error *error);

/* Compares what was added. Once. */
JIBE_API enum jibe_status jibe_run(struct jibe *jibe, struct jibe_error *error);

JIBE_API size_t jibe_finding_count(const struct jibe *jibe);
JIBE_API enum jibe_relation jibe_finding_relation(const struct jibe *jibe, size_t finding);
JIBE_API const char *jibe_finding_id(const struct jibe *jibe, size_t finding);
JIBE_API const char *jibe_finding_rule(const struct jibe *jibe, size_t finding);
JIBE_API const char *jibe_finding_message(const struct jibe *jibe, size_t finding);
JIBE_API double jibe_finding_confidence(const struct jibe *jibe, size_t finding); /* 0..1 */
JIBE_API size_t jibe_version_count(const struct jibe *jibe, size_t finding);
JIBE_API const char *jibe_version_label(const struct jibe *jibe, size_t finding, size_t version);
JIBE_API size_t jibe_member_count(const struct jibe *jibe, size_t finding, size_t version);
JIBE_API struct jibe_member jibe_member_at(const struct jibe *jibe, size_t finding, size_t version, size_t member);

/* The whole report as jibe.report/1 JSON; *TEXT belongs to the object. */
JIBE_API enum jibe_status jibe_report_json(struct jibe *jibe, const char **text, size_t *length,
					   struct jibe_error *error);

#ifdef __cplusplus
}
#endif

#endif
