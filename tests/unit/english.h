/* SPDX-License-Identifier: Apache-2.0 */
/* The English of rules/en, for tests that read articles. */
#ifndef UNIT_ENGLISH_H
#define UNIT_ENGLISH_H

#include <stdlib.h>

#include "language/language.h"
#include "support.h"

/* Loads and closes it, without any rules; its memory is the test's. */
static inline void english_load(struct test_memory *test, struct language *language)
{
	const char *data = getenv("JIBE_DATA");
	struct span folder = arena_format(&test->arena, "%s/rules/en", data ? data : ".");
	struct jibe_error error;
	if (language_load(language, &test->arena, folder, SPAN("en"), &error) < 0)
		cr_fatal("%s:%u: %s", error.file, (unsigned)error.line, error.message);
	language_build(language);
}

#endif
