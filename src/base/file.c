/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files into bytes, folders into lists of files.
 *
 *   cluster/{b.txt, a/c.md, .git/, again → .}    files: cluster/a/c.md, cluster/b.txt; loops: cluster/again
 *
 * A walk follows links, but real folders come before linked ones, so what is
 * reported as a loop is the link and not what it points to. Limits: whole files
 * in memory, up to a limit; names are bytes, in no particular encoding.
 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/table.h"

#define READ_FIRST ((size_t)64 << 10) /* of a pipe, whose size nobody knows */
#define PATH_LIMIT 4096

static enum jibe_status fail_errno(struct jibe_error *error, struct span path, const char *what)
{
	return error_set(error, JIBE_ERROR_FILE, path, 0, 0, "%s: %s", what, strerror(errno));
}

static void close_descriptor(void *thing)
{
	int *descriptor = thing;

	if (*descriptor > STDERR_FILENO)
		close(*descriptor);
	*descriptor = -1;
}

/* One read(), whatever signals say. */
static ssize_t read_some(int descriptor, char *to, size_t room)
{
	ssize_t got;

	do
		got = read(descriptor, to, room);
	while (got < 0 && errno == EINTR);
	return got;
}

static enum jibe_status read_all(struct arena *arena, int descriptor, struct span path, size_t limit, size_t guess,
				 struct span *content, struct jibe_error *error)
{
	size_t capacity = guess + 1, len = 0; /* one byte more than expected, so that the end is seen */
	char *bytes = arena_alloc(arena, capacity + 1);

	for (;;) {
		ssize_t got = read_some(descriptor, bytes + len, capacity - len);

		if (got < 0)
			return fail_errno(error, path, "cannot be read");
		if (!got)
			break;
		len += (size_t)got;
		if (len > limit)
			return error_set(error, JIBE_ERROR_FILE, path, 0, 0, "is larger than %zu bytes", limit);
		if (len == capacity) {
			bytes = arena_grow(arena, bytes, capacity + 1, capacity * 2 + 1);
			capacity *= 2;
		}
	}
	bytes[len] = '\0';
	*content = span_make(bytes, len);
	return JIBE_OK;
}

static void note(struct file_log *log, struct span path)
{
	if (log)
		list_add(log->arena, &log->paths, arena_copy(log->arena, path));
}

enum jibe_status file_read(struct arena *arena, struct span path, size_t limit, struct span *content,
			   struct jibe_error *error)
{
	bool standard_input = span_equal(path, SPAN("-"));
	const char *name = arena_copy(arena, path).ptr;
	int *descriptor = arena_new(arena, int);
	size_t guess = READ_FIRST;
	enum jibe_status status;
	struct stat info;

	note(arena->memory->log, path);
	*descriptor = -1;
	arena_defer(arena, close_descriptor, descriptor); /* before it is open: arena_alloc() may jump away */
	*descriptor = standard_input ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (*descriptor < 0)
		return fail_errno(error, path, "cannot be opened");
	if (fstat(*descriptor, &info) < 0) {
		status = fail_errno(error, path, "cannot be read");
	} else if (S_ISDIR(info.st_mode)) {
		status = error_set(error, JIBE_ERROR_FILE, path, 0, 0, "is a folder");
	} else {
		if (S_ISREG(info.st_mode) && info.st_size > 0)
			guess = (uintmax_t)info.st_size > limit ? limit : (size_t)info.st_size;
		status = read_all(arena, *descriptor, path, limit, guess, content, error);
	}
	close_descriptor(descriptor);
	return status;
}

static enum file_kind kind_of(const struct stat *info)
{
	if (S_ISDIR(info->st_mode))
		return FILE_FOLDER;
	return S_ISREG(info->st_mode) ? FILE_REGULAR : FILE_OTHER;
}

enum file_kind file_kind(struct span path)
{
	char name[PATH_LIMIT];
	struct stat info;

	if (path.len >= sizeof name)
		return FILE_MISSING;
	if (path.len)
		memcpy(name, path.ptr, path.len);
	name[path.len] = '\0';
	return stat(name, &info) < 0 ? FILE_MISSING : kind_of(&info);
}

struct walk {
	struct arena *arena;
	struct span_list *files, *loops, *unreadable;
	struct span_list folders, links; /* still to enter */
	struct table entered;            /* by device and inode */
	DIR *open;
};

static void close_folder(void *thing)
{
	struct walk *walk = thing;

	if (walk->open)
		closedir(walk->open);
	walk->open = NULL;
}

static void sort_entry(struct walk *walk, struct span path)
{
	struct stat info, link;

	if (stat(path.ptr, &info) < 0 || lstat(path.ptr, &link) < 0)
		list_add(walk->arena, walk->unreadable, path); /* a dangling link, say */
	else if (S_ISREG(info.st_mode))
		list_add(walk->arena, walk->files, path);
	else if (S_ISDIR(info.st_mode) && S_ISLNK(link.st_mode))
		list_add(walk->arena, &walk->links, path);
	else if (S_ISDIR(info.st_mode))
		list_add(walk->arena, &walk->folders, path);
}

/* False: cannot be opened (errno tells why). */
static bool enter(struct walk *walk, struct span folder)
{
	struct dirent *entry;
	struct stat info;
	bool added;

	walk->open = opendir(folder.ptr);
	if (!walk->open || fstat(dirfd(walk->open), &info) < 0)
		return false;
	table_put(&walk->entered, hash_mix((uint64_t)info.st_dev, (uint64_t)info.st_ino), &added);
	if (!added)
		list_add(walk->arena, walk->loops, folder);
	while (added && (entry = readdir(walk->open)))
		if (entry->d_name[0] != '.')
			sort_entry(walk, file_join(walk->arena, folder, span_cstr(entry->d_name)));
	close_folder(walk);
	return true;
}

static int compare_spans(const void *a, const void *b)
{
	return span_compare(*(const struct span *)a, *(const struct span *)b);
}

/* The next folder to enter: any real one, each being met once; else the bytewise first link. */
static bool next_folder(struct walk *walk, struct span *folder)
{
	uint32_t first = 0;

	if (walk->folders.count) {
		*folder = walk->folders.items[--walk->folders.count];
		return true;
	}
	if (!walk->links.count)
		return false;
	for (uint32_t i = 1; i < walk->links.count; i++)
		if (span_compare(walk->links.items[i], walk->links.items[first]) < 0)
			first = i;
	*folder = walk->links.items[first];
	walk->links.items[first] = walk->links.items[--walk->links.count];
	return true;
}

static void sort_from(struct span_list *list, uint32_t first)
{
	if (list->count > first)
		qsort(list->items + first, list->count - first, sizeof *list->items, compare_spans);
}

enum jibe_status file_walk(struct arena *arena, struct span folder, struct span_list *files, struct span_list *loops,
			   struct span_list *unreadable, struct jibe_error *error)
{
	uint32_t old_files = files->count, old_loops = loops->count, old_unreadable = unreadable->count;
	struct walk *walk = arena_new(arena, struct walk);
	struct span next = arena_copy(arena, folder);

	walk->arena = arena;
	walk->files = files;
	walk->loops = loops;
	walk->unreadable = unreadable;
	table_init(&walk->entered, arena);
	arena_defer(arena, close_folder, walk);
	if (!enter(walk, next)) {
		close_folder(walk);
		return fail_errno(error, folder, "cannot be read");
	}
	while (next_folder(walk, &next))
		if (!enter(walk, next)) {
			close_folder(walk);
			list_add(arena, unreadable, next);
		}
	sort_from(files, old_files);
	sort_from(loops, old_loops);
	sort_from(unreadable, old_unreadable);
	return JIBE_OK;
}

/* Offset behind the last slash. */
static size_t name_start(struct span path)
{
	size_t at = path.len;

	while (at && path.ptr[at - 1] != '/')
		at--;
	return at;
}

struct span file_name(struct span path)
{
	return span_slice(path, name_start(path), path.len);
}

struct span file_extension(struct span path)
{
	struct span name = file_name(path);

	for (size_t at = name.len; at > 1; at--) /* the dot of ".profile" starts no extension */
		if (name.ptr[at - 1] == '.')
			return span_slice(name, at, name.len);
	return span_slice(name, name.len, name.len);
}

struct span file_folder(struct span path)
{
	size_t start = name_start(path);

	if (!start)
		return SPAN(".");
	return span_slice(path, 0, start > 1 ? start - 1 : 1);
}

struct span file_join(struct arena *arena, struct span folder, struct span name)
{
	if (!folder.len || span_equal(folder, SPAN(".")) || (name.len && name.ptr[0] == '/'))
		return arena_copy(arena, name);
	if (folder.ptr[folder.len - 1] == '/')
		return arena_format(arena, SPAN_FMT SPAN_FMT, SPAN_ARG(folder), SPAN_ARG(name));
	return arena_format(arena, SPAN_FMT "/" SPAN_FMT, SPAN_ARG(folder), SPAN_ARG(name));
}
