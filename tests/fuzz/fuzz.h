/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a fuzz driver is: one function that libFuzzer calls with made-up bytes,
 * or standalone.c with the files of a corpus.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must hold for any input; a fuzzer counts an abort as a find. */
#define FUZZ_CHECK(what)         \
	do {                     \
		if (!(what))     \
			abort(); \
	} while (0)

#endif
