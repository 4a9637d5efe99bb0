/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sorted pile into a folder of folders of links.
 *
 *   day/01-dam-burst-above-brannick/gazette.txt → /feed/gazette.txt
 *   day/01-dam-burst-above-brannick/cluster.yml   its headline; outlets, dates and so on, also those that another
 *                                                 cluster.yml told
 *   day/alone/weather.txt → /feed/weather.txt
 *
 * It is made under a hidden name beside its place and renamed when it is whole.
 * Links name the whole path, so the folder may be moved, the articles may not.
 * Limits: a signal in between leaves the hidden folder there.
 */
#define _XOPEN_SOURCE 700 /* mkdtemp() */

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"
#include "base/table.h"
#include "cli/sorted.h"

static bool is_empty(const char *path)
{
	DIR *folder = opendir(path);
	const struct dirent *entry;
	bool empty = folder != NULL;

	while (folder && empty && (entry = readdir(folder)))
		empty = !strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..");
	if (folder)
		closedir(folder);
	return empty;
}

static bool refuse(struct cli *cli, struct span folder, const char *why)
{
	show_message(cli, "cannot write the folder " SPAN_FMT ": %s", SPAN_ARG(folder), why);
	return false;
}

/* Without slashes at its end; NUL behind. */
static struct span folder_path(struct cli *cli, struct span folder)
{
	while (folder.len > 1 && folder.ptr[folder.len - 1] == '/')
		folder.len--;
	return arena_copy(&cli->arena, folder);
}

bool folder_is_free(struct cli *cli, struct span folder)
{
	struct span path = folder_path(cli, folder);
	struct stat info;

	if (!folder.len)
		return true;
	for (uint32_t i = 0; i < cli->options.operands.count; i++)
		if (span_equal(cli->options.operands.items[i], SPAN("-")))
			return refuse(cli, folder, "standard input is no file to link to");
	if (lstat(path.ptr, &info) != 0 && errno == ENOENT)
		return true;
	if (lstat(path.ptr, &info) != 0)
		return refuse(cli, folder, strerror(errno));
	if (!S_ISDIR(info.st_mode))
		return refuse(cli, folder, "it is there, and is no folder");
	return is_empty(path.ptr) || refuse(cli, folder, "it is not empty");
}

/* cluster.yml, which is UTF-8, must be able to name it. */
static struct span sayable(struct arena *arena, struct span name)
{
	struct buffer out;

	buffer_init(&out, arena);
	for (size_t at = 0; at < name.len;) {
		uint32_t length = span_utf8(name, at);

		if (length)
			buffer_add(&out, span_slice(name, at, at + length));
		else
			buffer_byte(&out, '_');
		at += length ? length : 1;
	}
	return buffer_span(&out);
}

/* What jibe reads in a folder goes by the extension. */
static struct span link_name(struct arena *arena, struct span path)
{
	static const char *const read[] = {"txt", "text", "md", "markdown"};
	struct span name = sayable(arena, file_name(path)), extension = file_extension(path);

	for (size_t i = 0; i < sizeof read / sizeof *read; i++)
		if (span_equal(extension, span_cstr(read[i])))
			return name;
	return arena_format(arena, SPAN_FMT ".txt", SPAN_ARG(name));
}

/* Gives the link's name; empty: errno tells why there is none. TAKEN: how often FOLDER has a name already, as in a feed
 * whose every article is called "index.txt". */
static struct span add_link(struct cli *cli, struct span folder, const struct article *article, struct table *taken)
{
	struct span target = real_path(&cli->arena, article->source.path);
	struct span wanted = link_name(&cli->arena, target), name = wanted;
	uint32_t *times = table_put(taken, span_hash(wanted), NULL);

	for (;;) {
		if (++*times > 1)
			name = arena_format(&cli->arena, "%u-" SPAN_FMT, *times, SPAN_ARG(wanted));
		if (symlink(target.ptr, file_join(&cli->arena, folder, name).ptr) == 0)
			return name;
		if (errno != EEXIST)
			return SPAN("");
	}
}

/* A JSON string is one in YAML, too. */
static void add_known(struct buffer *out, const char *key, struct span text)
{
	struct json_writer json;

	if (!text.len)
		return;
	buffer_printf(out, ", %s: ", key);
	json_init(&json, out, false);
	json_put_string(&json, text);
}

static void add_entry(struct buffer *out, const struct article *article, struct span name)
{
	char published[32] = "";
	struct json_writer json;

	if (article->published.known)
		timestamp_print(article->published, published);
	buffer_cstr(out, "  - {file: ");
	json_init(&json, out, false);
	json_put_string(&json, name);
	add_known(out, "title", article->title);
	add_known(out, "outlet", article->outlet);
	add_known(out, "published", span_cstr(published));
	add_known(out, "credit", article->credit);
	add_known(out, "url", article->url);
	buffer_cstr(out, article->translated ? ", translated: true}\n" : "}\n");
}

static bool write_file(const char *path, struct span text)
{
	FILE *file = fopen(path, "w");
	bool written = file && fwrite(text.ptr, 1, text.len, file) == text.len;

	return file && fclose(file) == 0 && written;
}

/* The links of one story, and the cluster.yml beside them. */
static bool add_story(struct cli *cli, struct span folder, const struct sorted_story *story)
{
	struct json_writer json;
	struct buffer out;
	struct table taken;

	table_init(&taken, &cli->arena);
	buffer_init(&out, &cli->arena);
	if (story->title.len) {
		buffer_cstr(&out, "title: ");
		json_init(&json, &out, false);
		json_put_string(&json, story->title);
		buffer_byte(&out, '\n');
	}
	buffer_cstr(&out, "articles:\n");
	for (uint32_t a = 0; a < story->count; a++) {
		struct span name = add_link(cli, folder, story->articles[a], &taken);

		if (!name.len)
			return false;
		add_entry(&out, story->articles[a], name);
	}
	return write_file(file_join(&cli->arena, folder, SPAN("cluster.yml")).ptr, buffer_span(&out));
}

static bool add_stories(struct cli *cli, struct span folder, const struct sorted *sorted)
{
	for (uint32_t s = 0; s <= sorted->count; s++) {
		const struct sorted_story *story = &sorted->stories[s];
		struct span path = file_join(&cli->arena, folder, story->name);

		if (!story->count)
			continue;
		if (mkdir(path.ptr, 0777) != 0 || !add_story(cli, path, story))
			return false;
	}
	return true;
}

/* Takes away what add_stories() made, as far as it came. */
static void remove_all(struct cli *cli, struct span folder, const struct sorted *sorted)
{
	for (uint32_t s = 0; s <= sorted->count; s++) {
		struct span path = file_join(&cli->arena, folder, sorted->stories[s].name);
		DIR *links = opendir(path.ptr);
		const struct dirent *entry;

		while (links && (entry = readdir(links)))
			unlink(file_join(&cli->arena, path, span_cstr(entry->d_name)).ptr);
		if (links)
			closedir(links);
		rmdir(path.ptr);
	}
	rmdir(folder.ptr);
}

bool folder_write(struct cli *cli, struct span folder, const struct sorted *sorted)
{
	struct span place = folder_path(cli, folder);
	mode_t mask = umask(0);
	char *made;

	umask(mask);
	if (!folder.len)
		return true;
	made = (char *)file_join(&cli->arena, file_folder(place), SPAN(".jibe-XXXXXX")).ptr;
	if (!mkdtemp(made))
		return refuse(cli, folder, strerror(errno));
	if (add_stories(cli, span_cstr(made), sorted) && chmod(made, 0777 & ~mask) == 0 && rename(made, place.ptr) == 0)
		return true;
	refuse(cli, folder, strerror(errno));
	remove_all(cli, span_cstr(made), sorted);
	return false;
}
