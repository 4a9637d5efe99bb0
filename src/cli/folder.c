/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sorted pile into a folder of folders of links.
 *
 *   day/01-dam-burst-above-brannick/gazette.txt → /feed/gazette.txt
 *   day/alone/weather.txt → /feed/weather.txt
 *
 * It is made under a hidden name beside its place and renamed when it is whole.
 * Links name the whole path, so the folder may be moved, the articles may not.
 * Limits: a signal in between leaves the hidden folder there; what a cluster.yml
 * says of an article does not come along.
 */
#define _XOPEN_SOURCE 700 /* mkdtemp() */

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

	if (!folder.len || (lstat(path.ptr, &info) != 0 && errno == ENOENT))
		return true;
	if (lstat(path.ptr, &info) != 0)
		return refuse(cli, folder, strerror(errno));
	if (!S_ISDIR(info.st_mode))
		return refuse(cli, folder, "it is there, and is no folder");
	return is_empty(path.ptr) || refuse(cli, folder, "it is not empty");
}

/* What jibe reads in a folder goes by the extension. */
static struct span link_name(struct arena *arena, struct span path)
{
	static const char *const read[] = {"txt", "text", "md", "markdown"};
	struct span name = file_name(path), extension = file_extension(path);

	for (size_t i = 0; i < sizeof read / sizeof *read; i++)
		if (span_equal(extension, span_cstr(read[i])))
			return name;
	return arena_format(arena, SPAN_FMT ".txt", SPAN_ARG(name));
}

static bool add_link(struct cli *cli, struct span folder, const struct article *article)
{
	struct span target = real_path(&cli->arena, article->source.path);
	struct span name = link_name(&cli->arena, target);
	struct span path = file_join(&cli->arena, folder, name);

	for (uint32_t again = 2; symlink(target.ptr, path.ptr) != 0; again++) {
		if (errno != EEXIST)
			return false;
		path = file_join(&cli->arena, folder, arena_format(&cli->arena, "%u-" SPAN_FMT, again, SPAN_ARG(name)));
	}
	return true;
}

static bool add_stories(struct cli *cli, struct span folder, const struct sorted *sorted)
{
	for (uint32_t s = 0; s <= sorted->count; s++) {
		const struct sorted_story *story = &sorted->stories[s];
		struct span path = file_join(&cli->arena, folder, story->name);

		if (!story->count)
			continue;
		if (mkdir(path.ptr, 0777) != 0)
			return false;
		for (uint32_t a = 0; a < story->count; a++)
			if (!add_link(cli, path, story->articles[a]))
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
