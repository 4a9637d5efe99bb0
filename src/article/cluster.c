/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Paths into the articles of a cluster.
 *
 *   story/cluster.yml   title: Ferry off Selby
 *                       articles:
 *                         - {file: echo.txt, outlet: Selby Echo, published: 2031-02-04}
 *                         - {file: wire.md, credit: Coast Wire}
 *
 * Whatever goes wrong with one file is said with its place, and the others are
 * read. A file named twice is read once. Limits: two names of one file (links)
 * are two articles; lineage finds out that they say the same.
 */
#include "article/cluster.h"

#include "base/file.h"

struct adding {
	struct cluster *cluster;
	struct arena *arena;
	struct language *language;
	size_t limit;
	struct diag_list *diags;
};

static const char *const CLUSTER_KEYS[] = {"title", "language", "articles", NULL};
static const char *const ARTICLE_KEYS[] = {"file", "outlet", "published", "url", "credit", "translated", "title", NULL};

/* Formats that a reader may take for articles, so their absence should not surprise. */
static const char *const OTHER_FORMATS[] = {"html", "htm", "xhtml", "xml",  "pdf", "doc",
					    "docx", "odt", "rtf",   "epub", NULL};

static bool same_letters(struct span text, const char *lower)
{
	size_t i = 0;
	for (; i < text.len && lower[i]; i++)
		if ((text.ptr[i] >= 'A' && text.ptr[i] <= 'Z' ? text.ptr[i] + 32 : text.ptr[i]) != lower[i])
			return false;
	return i == text.len && !lower[i];
}

static bool extension_in(struct span path, const char *const *names)
{
	struct span extension = file_extension(path);
	for (; *names; names++)
		if (same_letters(extension, *names))
			return true;
	return false;
}

static bool is_markdown(struct span path)
{
	return extension_in(path, (const char *const[]){"md", "markdown", NULL});
}

static bool is_article(struct span path)
{
	return is_markdown(path) || extension_in(path, (const char *const[]){"txt", "text", NULL});
}

static bool is_yaml(struct span path)
{
	return extension_in(path, (const char *const[]){"yml", "yaml", NULL});
}

/* A folder's own description is not one of its articles. */
static bool is_readme(struct span path)
{
	struct span name = file_name(path), extension = file_extension(path);
	size_t cut = extension.len ? extension.len + 1 : 0;
	return cut <= name.len && same_letters(span_slice(name, 0, name.len - cut), "readme");
}

static void trouble(struct adding *add, struct span path, const char *message)
{
	diag_add(add->diags, DIAG_ERROR, path, 0, 0, "%s", message)->trouble = true;
}

static void trouble_from(struct adding *add, struct span path, const struct jibe_error *error)
{
	diag_add(add->diags, DIAG_ERROR, path, error->line, error->column, "%s", error->message)->trouble = true;
}

/* "./a//b.txt" is "a/b.txt". */
static struct span plain_path(struct arena *arena, struct span path)
{
	char *out = arena_alloc(arena, path.len + 1);
	size_t len = 0;
	for (size_t i = 0; i < path.len; i++) {
		bool segment = i == 0 || path.ptr[i - 1] == '/';
		if (segment && path.ptr[i] == '/' && i > 0)
			continue;
		if (segment && path.ptr[i] == '.' && i + 1 < path.len && path.ptr[i + 1] == '/') {
			i++;
			continue;
		}
		out[len++] = path.ptr[i];
	}
	return span_make(out, len);
}

/* Room for an article of this path; it holds 1 + the index of the one that is there already, else 0. */
static uint32_t *place_of(const struct adding *add, struct span path)
{
	if (!add->cluster->paths.arena)
		table_init(&add->cluster->paths, add->arena);
	uint64_t hash = span_hash(path);
	uint32_t *place = table_put(&add->cluster->paths, hash, NULL);
	while (*place && !span_equal(add->cluster->articles.items[*place - 1]->source.path, path))
		place = table_put(&add->cluster->paths, ++hash, NULL);
	return place;
}

static void add_article(struct adding *add, struct span given, const struct article_hints *hints)
{
	struct span path = plain_path(add->arena, given);
	if (*place_of(add, path)) {
		diag_add(add->diags, DIAG_WARNING, path, 0, 0, "given twice; it is read once");
		return;
	}
	struct jibe_error error = {0};
	struct span text;
	if (file_read(add->arena, path, add->limit, &text, &error) < 0) {
		trouble_from(add, path, &error);
		return;
	}
	struct article *article = arena_new(add->arena, struct article);
	article->index = add->cluster->articles.count;
	enum article_format format = is_markdown(path) ? ARTICLE_MARKDOWN : ARTICLE_PLAIN;
	if (article_read(article, add->arena, add->language, path, text, format, hints, add->diags, &error) < 0)
		trouble_from(add, path, &error);
	else {
		list_add(add->arena, &add->cluster->articles, article);
		*place_of(add, path) = add->cluster->articles.count;
	}
}

/* What a cluster file says of one thing; a value of the wrong shape is a diagnostic. */
static struct span text_of(struct adding *add, struct span path, const struct yaml_node *mapping, const char *key)
{
	const struct yaml_node *node = yaml_get(mapping, key);
	if (yaml_is_null(node))
		return (struct span){0};
	if (node->kind == YAML_SCALAR)
		return node->scalar;
	diag_add(add->diags, DIAG_ERROR, path, node->line, node->column, "\"%s\" must be a text", key)->trouble = true;
	return (struct span){0};
}

static struct article_hints hints_of(struct adding *add, struct span path, const struct yaml_node *entry)
{
	struct article_hints hints = {
		.title = text_of(add, path, entry, "title"),
		.outlet = text_of(add, path, entry, "outlet"),
		.published = text_of(add, path, entry, "published"),
		.credit = text_of(add, path, entry, "credit"),
		.url = text_of(add, path, entry, "url"),
	};
	const struct yaml_node *translated = yaml_get(entry, "translated");
	if (!yaml_is_null(translated) && !yaml_bool(translated, &hints.translated))
		diag_add(add->diags, DIAG_ERROR, path, translated->line, translated->column,
			 "\"translated\" must be true or false")
			->trouble = true;
	struct timestamp stamp;
	if (hints.published.len && !timestamp_parse(hints.published, &stamp)) {
		const struct yaml_node *node = yaml_get(entry, "published");
		struct diag *diag = diag_add(add->diags, DIAG_ERROR, path, node->line, node->column,
					     "\"" SPAN_FMT "\" is not a date", SPAN_ARG(hints.published));
		diag->hint = SPAN("write 2024-01-18 or 2024-01-18T07:30+02:00");
		diag->trouble = true;
		hints.published = (struct span){0};
	}
	return hints;
}

/* A key that nobody knows: what it was to say is lost. */
static void check_keys(struct adding *add, struct span path, const struct yaml_node *mapping, const char *const *known)
{
	uint32_t before = add->diags->count;
	yaml_check_keys(mapping, known, path, add->diags);
	for (uint32_t i = before; i < add->diags->count; i++)
		add->diags->items[i].trouble = true;
}

static void add_entry(struct adding *add, struct span path, const struct yaml_node *entry)
{
	struct article_hints hints = {0};
	const struct yaml_node *file = entry;
	if (entry->kind == YAML_MAPPING) {
		check_keys(add, path, entry, ARTICLE_KEYS);
		file = yaml_get(entry, "file");
		hints = hints_of(add, path, entry);
	}
	if (yaml_is_null(file) || file->kind != YAML_SCALAR) {
		diag_add(add->diags, DIAG_ERROR, path, entry->line, entry->column,
			 "an article needs \"file\", a path relative to this file")
			->trouble = true;
		return;
	}
	struct span named = file_join(add->arena, file_folder(path), file->scalar);
	if (file_kind(named) == FILE_REGULAR)
		add_article(add, named, &hints);
	else
		diag_add(add->diags, DIAG_ERROR, path, file->line, file->column, "%s: " SPAN_FMT,
			 file_kind(named) == FILE_MISSING ? "no such file" : "not a file", SPAN_ARG(named))
			->trouble = true;
}

static void take_language(struct adding *add, struct span path, const struct yaml_node *root)
{
	struct span code = text_of(add, path, root, "language");
	if (!code.len)
		return;
	add->cluster->language = code;
	if (span_starts(code, add->language->code))
		return;
	const struct yaml_node *node = yaml_get(root, "language");
	diag_add(add->diags, DIAG_WARNING, path, node->line, node->column,
		 "the articles are in \"" SPAN_FMT "\", but are read as \"" SPAN_FMT "\"", SPAN_ARG(code),
		 SPAN_ARG(add->language->code));
}

static void add_entries(struct adding *add, struct span path, const struct yaml_node *root)
{
	check_keys(add, path, root, CLUSTER_KEYS);
	struct span title = text_of(add, path, root, "title");
	if (!add->cluster->title.len)
		add->cluster->title = title;
	take_language(add, path, root);
	const struct yaml_node *articles = yaml_get(root, "articles");
	if (!articles || articles->kind != YAML_SEQUENCE || !articles->count) {
		trouble(add, path, "a cluster file needs \"articles\", a list of files");
		return;
	}
	for (uint32_t i = 0; i < articles->count; i++)
		add_entry(add, path, articles->items[i]);
}

static void add_cluster_file(struct adding *add, struct span path)
{
	struct jibe_error error = {0};
	struct span text;
	struct source source;
	struct yaml_node *root = NULL;
	uint32_t first = add->diags->count;
	if (file_read(add->arena, path, add->limit, &text, &error) < 0 ||
	    source_init(&source, add->arena, path, text, &error) < 0) {
		trouble_from(add, path, &error);
		return;
	}
	if (yaml_parse(add->arena, text, path, 1, &root, &error) < 0)
		trouble_from(add, path, &error);
	else
		add_entries(add, path, root);
	source_excerpts(&source, add->diags, first);
}

static void add_walked(struct adding *add, const struct span_list *files, struct span folder)
{
	uint32_t found = 0;
	for (uint32_t i = 0; i < files->count; i++) {
		struct span path = files->items[i];
		if (is_readme(path))
			continue;
		if (is_article(path)) {
			add_article(add, path, NULL);
			found++;
		} else if (extension_in(path, OTHER_FORMATS)) {
			diag_add(add->diags, DIAG_NOTE, path, 0, 0, "left out: only .txt and .md are read");
		}
	}
	if (!found)
		trouble(add, folder, "no article in this folder (.txt or .md)");
}

static void add_folder(struct adding *add, struct span folder)
{
	static const char *const names[] = {"cluster.yml", "cluster.yaml"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct span path = file_join(add->arena, folder, span_cstr(names[i]));
		if (file_kind(path) == FILE_REGULAR) {
			add_cluster_file(add, path);
			return;
		}
	}
	struct span_list files = {0}, loops = {0}, unreadable = {0};
	struct jibe_error error = {0};
	if (file_walk(add->arena, folder, &files, &loops, &unreadable, &error) < 0) {
		trouble_from(add, folder, &error);
		return;
	}
	for (uint32_t i = 0; i < loops.count; i++)
		trouble(add, loops.items[i], "a folder inside itself (a loop of links); it is entered once");
	for (uint32_t i = 0; i < unreadable.count; i++)
		trouble(add, unreadable.items[i], "cannot be read");
	add_walked(add, &files, folder);
}

enum jibe_status cluster_add(struct cluster *cluster, struct arena *arena, struct language *language, struct span path,
			     size_t limit, struct diag_list *diags, struct jibe_error *error)
{
	(void)error;
	struct adding add = {cluster, arena, language, limit ? limit : FILE_LIMIT_DEFAULT, diags};
	struct span kept = arena_copy(arena, path);
	if (span_equal(path, SPAN("-"))) {
		add_article(&add, kept, NULL);
		return JIBE_OK;
	}
	switch (file_kind(path)) {
	case FILE_FOLDER: add_folder(&add, kept); break;
	case FILE_MISSING: trouble(&add, kept, "no such file or folder"); break;
	case FILE_OTHER: /* a pipe: <(pdftotext story.pdf -) */
	case FILE_REGULAR:
		if (is_yaml(path))
			add_cluster_file(&add, kept);
		else if (extension_in(path, OTHER_FORMATS))
			trouble(&add, kept, "this format is not read; give its text as .txt or .md");
		else
			add_article(&add, kept, NULL);
	}
	return JIBE_OK;
}
