/* SPDX-License-Identifier: Apache-2.0 */
/* Replays a folder of inputs through a fuzz driver, each whole and cut short, and prints TAP. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

enum { NAMES_MAX = 1024, CUTS = 16 };

static char *names[NAMES_MAX];
static size_t name_count;

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	if (!dir)
		return;
	for (struct dirent *entry; (entry = readdir(dir)) && name_count < NAMES_MAX;)
		if (entry->d_name[0] != '.')
			names[name_count++] = strdup(entry->d_name);
	closedir(dir);
	qsort(names, name_count, sizeof *names, by_name);
}

/* A copy of exactly SIZE bytes, so that a sanitizer sees a read behind them. */
static void run(const uint8_t *data, size_t size)
{
	uint8_t *exact = malloc(size ? size : 1);
	FUZZ_CHECK(exact);
	if (size)
		memcpy(exact, data, size);
	LLVMFuzzerTestOneInput(exact, size);
	free(exact);
}

static int replay(const char *folder, const char *name)
{
	static uint8_t data[1 << 20];
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "rb");
	if (!file)
		return 0;
	size_t size = fread(data, 1, sizeof data, file);
	fclose(file);
	run(data, size);
	for (size_t cut = 1; cut < CUTS; cut++)
		run(data, size * cut / CUTS);
	return 1;
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
		return 2;
	}
	list_folder(argv[1]);
	int failed = name_count == 0;
	printf("1..%zu\n", name_count);
	for (size_t i = 0; i < name_count; i++) {
		int read = replay(argv[1], names[i]);
		printf("%s %zu - %s\n", read ? "ok" : "not ok", i + 1, names[i]);
		fflush(stdout);
		failed |= !read;
		free(names[i]);
	}
	return failed;
}
