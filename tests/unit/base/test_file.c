/* SPDX-License-Identifier: Apache-2.0 */
/* Files and folders: bounded reading, walks over links, loops and hidden things, names. */
#include "support.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

struct folder {
	char path[64];
};

static void make_folder(struct folder *folder)
{
	strcpy(folder->path, "/tmp/jibe-test-XXXXXX");
	cr_assert(ne(ptr, mkdtemp(folder->path), NULL));
}

static void write_file(struct test_memory *t, const struct folder *folder, const char *name, const char *text)
{
	FILE *file = fopen(file_join(&t->arena, span_cstr(folder->path), span_cstr(name)).ptr, "wb");

	cr_assert(ne(ptr, file, NULL));
	fputs(text, file);
	fclose(file);
}

static const char *in(struct test_memory *t, const struct folder *folder, const char *name)
{
	return file_join(&t->arena, span_cstr(folder->path), span_cstr(name)).ptr;
}

/* Every path of LIST behind the folder's own, each ended by a blank. */
static const char *names(struct test_memory *t, const struct folder *folder, const struct span_list *list)
{
	struct span all = SPAN("");

	for (uint32_t i = 0; i < list->count; i++)
		all = arena_format(&t->arena, SPAN_FMT "%s ", SPAN_ARG(all),
				   list->items[i].ptr + strlen(folder->path) + 1);
	return all.ptr;
}

Test(file, what_is_opened_is_noted)
{
	struct folder folder;
	struct test_memory t;
	struct span text;
	struct jibe_error error;

	make_folder(&folder);
	test_begin(&t);
	struct file_log log = {.arena = &t.arena};
	write_file(&t, &folder, "f", "text");
	cr_expect(eq(int, file_read(&t.arena, span_cstr(in(&t, &folder, "f")), 10, &text, &error), JIBE_OK));
	t.memory.log = &log;
	cr_expect(eq(int, file_read(&t.arena, span_cstr(in(&t, &folder, "f")), 10, &text, &error), JIBE_OK));
	cr_expect(eq(int, file_read(&t.arena, span_cstr(in(&t, &folder, "f")), 3, &text, &error), JIBE_ERROR_FILE));
	cr_expect(eq(int, file_read(&t.arena, span_cstr(in(&t, &folder, "g")), 10, &text, &error), JIBE_ERROR_FILE));
	cr_expect(eq(str, (char *)names(&t, &folder, &log.paths), "f f g "), "read, too large, missing");
	unlink(in(&t, &folder, "f"));
	rmdir(folder.path);
	test_end(&t);
}

Test(file, reads_all_bytes_up_to_a_limit)
{
	static const struct {
		size_t size, limit;
		enum jibe_status status;
	} rows[] = {
		{0, 10, JIBE_OK},
		{10, 10, JIBE_OK},
		{11, 10, JIBE_ERROR_FILE},
		{200000, 1 << 20, JIBE_OK},
	};
	struct folder folder;
	struct test_memory t;

	make_folder(&folder);
	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *text = arena_alloc(&t.arena, rows[i].size + 1);
		struct span content = {0};
		struct jibe_error error;

		memset(text, 'x', rows[i].size);
		write_file(&t, &folder, "f", text);
		cr_expect(eq(int, file_read(&t.arena, span_cstr(in(&t, &folder, "f")), rows[i].limit, &content, &error),
			     rows[i].status),
			  "row %zu", i);
		if (rows[i].status)
			continue;
		test_expect_span(content, text, "content");
		cr_expect(eq(chr, content.ptr[content.len], '\0'));
	}
	unlink(in(&t, &folder, "f"));
	rmdir(folder.path);
	test_end(&t);
}

Test(file, reads_what_has_no_size)
{
	struct test_memory t;
	struct span content;
	struct jibe_error error;

	test_begin(&t);
	cr_expect(eq(int, file_read(&t.arena, SPAN("/dev/null"), 10, &content, &error), JIBE_OK));
	cr_expect(zero(sz, content.len));
	cr_expect(eq(int, file_read(&t.arena, SPAN("/dev/zero"), 300000, &content, &error), JIBE_ERROR_FILE));
	cr_expect(eq(str, error.message, "is larger than 300000 bytes"));
	test_end(&t);
}

Test(file, says_why_it_cannot_read)
{
	struct test_memory t;
	struct span content;
	struct jibe_error error;

	test_begin(&t);
	cr_expect(eq(int, file_read(&t.arena, SPAN("/tmp"), 10, &content, &error), JIBE_ERROR_FILE));
	cr_expect(eq(str, error.message, "is a folder"));
	cr_expect(eq(int, file_read(&t.arena, SPAN("/no/such"), 10, &content, &error), JIBE_ERROR_FILE));
	cr_expect(eq(str, error.file, "/no/such"));
	cr_expect(eq(str, error.message, "cannot be opened: No such file or directory"));
	test_end(&t);
}

Test(file, walks_over_links_loops_and_hidden_things)
{
	struct span_list files = {0}, loops = {0}, unreadable = {0};
	struct folder folder;
	struct jibe_error error;
	struct test_memory t;

	make_folder(&folder);
	test_begin(&t);
	mkdir(in(&t, &folder, "z"), 0777);
	mkdir(in(&t, &folder, "b"), 0777);
	mkdir(in(&t, &folder, ".git"), 0777);
	write_file(&t, &folder, "z/1.txt", "x");
	write_file(&t, &folder, "b/2.txt", "x");
	write_file(&t, &folder, "b.txt", "x");
	write_file(&t, &folder, ".git/3.txt", "x");
	write_file(&t, &folder, ".hidden", "x");
	symlink("..", in(&t, &folder, "b/up"));
	symlink("z", in(&t, &folder, "a-link"));
	symlink("b.txt", in(&t, &folder, "c.txt"));
	symlink("nowhere", in(&t, &folder, "dangling"));
	cr_assert(eq(int, file_walk(&t.arena, span_cstr(folder.path), &files, &loops, &unreadable, &error), JIBE_OK));
	cr_expect(eq(str, (char *)names(&t, &folder, &files), "b.txt b/2.txt c.txt z/1.txt "));
	cr_expect(eq(str, (char *)names(&t, &folder, &loops), "a-link b/up "));
	cr_expect(eq(str, (char *)names(&t, &folder, &unreadable), "dangling "));
	cr_expect(eq(int, file_kind(span_cstr(in(&t, &folder, "c.txt"))), FILE_REGULAR));
	cr_expect(eq(int, file_kind(span_cstr(in(&t, &folder, "a-link"))), FILE_FOLDER));
	cr_expect(eq(int, file_kind(span_cstr(in(&t, &folder, "dangling"))), FILE_MISSING));
	cr_expect(eq(int, file_kind(SPAN("/dev/null")), FILE_OTHER));
	cr_expect(eq(int, file_walk(&t.arena, SPAN("/no/such"), &files, &loops, &unreadable, &error), JIBE_ERROR_FILE));
	cr_expect(zero(int, system(arena_format(&t.arena, "rm -r %s", folder.path).ptr)));
	test_end(&t);
}

Test(file, takes_paths_apart)
{
	static const struct {
		const char *path, *name, *extension, *folder;
	} rows[] = {
		{"a/b.md", "b.md", "md", "a"},
		{"b", "b", "", "."},
		{"/x.tar.gz", "x.tar.gz", "gz", "/"},
		{"a.b/c", "c", "", "a.b"},
		{".profile", ".profile", "", "."},
		{"a/", "", "", "a"},
		{"", "", "", "."},
		{"x.", "x.", "", "."},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span path = span_cstr(rows[i].path);

		test_expect_span(file_name(path), rows[i].name, rows[i].path);
		test_expect_span(file_extension(path), rows[i].extension, rows[i].path);
		test_expect_span(file_folder(path), rows[i].folder, rows[i].path);
	}
}

Test(file, joins_paths)
{
	static const struct {
		const char *folder, *name, *joined;
	} rows[] = {
		{"a", "b", "a/b"}, {"a/", "b", "a/b"}, {"/", "b", "/b"},
		{".", "b", "b"},   {"", "b", "b"},     {"a", "/b", "/b"},
	};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_expect_span(file_join(&t.arena, span_cstr(rows[i].folder), span_cstr(rows[i].name)),
				 rows[i].joined, rows[i].folder);
	test_end(&t);
}
