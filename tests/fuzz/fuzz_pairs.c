/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two texts, cut at the first line that is `---`, compared in both orders: the
 * relation must not depend on which stands first. In a run with little memory,
 * running out is an error and no crash.
 */
#include <string.h>

#include "fuzz.h"
#include "run/run.h"

enum { INPUTS_PER_RUN = 500 }; /* the word table grows with every input */

static struct run run;
static uint32_t inputs;

static void start(void)
{
	struct jibe_error error = {0};
	struct run_options options = {.memory_limit = (size_t)1 << 30};
	run_finish(&run);
	memset(&run, 0, sizeof run);
	FUZZ_CHECK(run_init(&run, &options, &error) == JIBE_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = span_make((const char *)data, size);
	size_t cut = span_find(text, SPAN("\n---\n"), 0);
	if (cut == SIZE_MAX)
		return 0;
	if (inputs++ % INPUTS_PER_RUN == 0)
		start();
	struct span a = span_slice(text, 0, cut), b = span_slice(text, cut + 5, size);
	struct run_pair one = {0}, other = {0};
	struct jibe_error error = {0};
	enum jibe_status status = run_pair(&run, a, b, &one, &error);
	const char *relation = one.relation;
	double similarity = one.similarity;
	FUZZ_CHECK(run_pair(&run, b, a, &other, &error) == status);
	if (status < 0)
		return 0;
	FUZZ_CHECK(similarity >= 0 && similarity <= 1 && similarity == other.similarity);
	FUZZ_CHECK(strcmp(relation, other.relation) == 0);
	return 0;
}
