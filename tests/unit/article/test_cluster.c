/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "article/cluster.h"
#include "base/buffer.h"

#define TEXT "A ferry with 44 people on board ran aground off Selby in thick fog on Tuesday.\n"

struct folder {
	struct fixture fixture;
	struct cluster cluster;
	char path[64];
};

static void folder_make(struct folder *folder)
{
	snprintf(folder->path, sizeof folder->path, "/tmp/jibe-cluster-XXXXXX");
	cr_assert(not(eq(ptr, mkdtemp(folder->path), NULL)));
}

#define folder_begin(f)                       \
	do {                                  \
		*(f) = (struct folder){0};    \
		fixture_begin(&(f)->fixture); \
		folder_make(f);               \
	} while (0)

static struct span inside(struct folder *folder, const char *name)
{
	return arena_format(&folder->fixture.test.arena, "%s/%s", folder->path, name);
}

static void put(struct folder *folder, const char *name, const char *text)
{
	FILE *file = fopen(inside(folder, name).ptr, "w");
	cr_assert(not(eq(ptr, file, NULL)));
	fputs(text, file);
	fclose(file);
}

static void add(struct folder *folder, const char *name)
{
	struct fixture *f = &folder->fixture;
	struct span path = *name ? inside(folder, name) : span_cstr(folder->path);
	enum jibe_status status = cluster_add(&folder->cluster, &f->test.arena, &f->language, path, 4096, &f->diags,
					      &f->error);
	cr_expect(eq(int, status, JIBE_OK));
}

static void folder_end(struct folder *folder)
{
	struct span command = arena_format(&folder->fixture.test.arena, "rm -rf '%s'", folder->path);
	cr_expect(eq(int, system(command.ptr), 0));
	fixture_end(&folder->fixture);
}

static void expect_diag(const struct folder *folder, uint32_t index, enum diag_level level, bool trouble,
			const char *words)
{
	cr_assert(lt(u32, index, folder->fixture.diags.count), "%s", words);
	const struct diag *diag = &folder->fixture.diags.items[index];
	cr_expect(eq(int, diag->level, level), "%s", words);
	cr_expect(eq(int, diag->trouble, trouble), "%s", words);
	cr_expect(ne(sz, span_find(diag->message, span_cstr(words), 0), SIZE_MAX), "\"%s\" in \"" SPAN_FMT "\"", words,
		  SPAN_ARG(diag->message));
}

Test(cluster, a_cluster_file_tells_what_the_files_do_not)
{
	struct folder folder;
	folder_begin(&folder);
	put(&folder, "b.txt", TEXT);
	put(&folder, "a.md", TEXT);
	put(&folder, "cluster.yml",
	    "title: Ferry\n"
	    "language: en\n"
	    "articles:\n"
	    "  - {file: b.txt, outlet: Selby Echo, published: \"2031-02-04T18:20+01:00\", url: \"https://example.org\"}\n"
	    "  - {file: a.md, credit: Coast Wire, translated: true, title: Aground}\n");
	add(&folder, "");
	const struct cluster *cluster = &folder.cluster;
	cr_assert(eq(u32, cluster->articles.count, 2));
	expect_span(cluster->title, "Ferry");
	expect_span(cluster->language, "en");
	expect_span(cluster->articles.items[0]->outlet, "Selby Echo");
	expect_published(cluster->articles.items[0], "2031-02-04T18:20+01:00", "b.txt");
	expect_span(cluster->articles.items[1]->credit, "Coast Wire");
	expect_span(cluster->articles.items[1]->title, "Aground");
	cr_expect(cluster->articles.items[1]->translated);
	cr_expect(eq(u32, cluster->articles.items[1]->index, 1));
	cr_expect(eq(u32, folder.fixture.diags.count, 0));
	folder_end(&folder);
}

Test(cluster, a_folder_is_read_by_name)
{
	struct folder folder;
	folder_begin(&folder);
	put(&folder, "c.txt", TEXT);
	put(&folder, "a.markdown", TEXT);
	put(&folder, "b.TXT", TEXT);
	put(&folder, "README.md", "# About\n");
	put(&folder, "expected.jsonl", "{}\n");
	put(&folder, "page.html", "<p>");
	add(&folder, "");
	cr_assert(eq(u32, folder.cluster.articles.count, 3));
	expect_span(file_name(folder.cluster.articles.items[0]->source.path), "a.markdown");
	expect_span(file_name(folder.cluster.articles.items[2]->source.path), "c.txt");
	cr_expect(eq(u32, folder.fixture.diags.count, 1));
	expect_diag(&folder, 0, DIAG_NOTE, false, "left out");
	folder_end(&folder);
}

Test(cluster, what_cannot_be_read_is_trouble_and_the_rest_goes_on)
{
	struct folder folder;
	folder_begin(&folder);
	put(&folder, "empty.txt", "");
	put(&folder, "latin.txt", "One.\nIn a caf\xE9.\n");
	put(&folder, "page.html", "<p>");
	put(&folder, "good.txt", TEXT);
	cr_assert(eq(int, mkdir(inside(&folder, "nothing").ptr, 0700), 0));
	static const struct {
		const char *name, *words;
	} rows[] = {{"empty.txt", "empty"},
		    {"latin.txt", "not UTF-8"},
		    {"page.html", "not read"},
		    {"gone.txt", "no such"},
		    {"nothing", "no article"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		add(&folder, rows[i].name);
		expect_diag(&folder, (uint32_t)i, DIAG_ERROR, true, rows[i].words);
		expect_span(folder.fixture.diags.items[i].path, inside(&folder, rows[i].name).ptr, "path");
	}
	cr_expect(eq(u32, folder.fixture.diags.items[1].line, 2));
	cr_expect(eq(u32, folder.fixture.diags.items[1].column, 9));
	add(&folder, "good.txt");
	cr_expect(eq(u32, folder.cluster.articles.count, 1));
	folder_end(&folder);
}

Test(cluster, too_large_a_file)
{
	struct folder folder;
	folder_begin(&folder);
	struct buffer text;
	buffer_init(&text, &folder.fixture.test.arena);
	buffer_repeat(&text, TEXT, 100);
	put(&folder, "long.txt", text.ptr);
	add(&folder, "long.txt");
	expect_diag(&folder, 0, DIAG_ERROR, true, "larger than");
	folder_end(&folder);
}

Test(cluster, one_file_given_twice_is_read_once)
{
	struct folder folder;
	folder_begin(&folder);
	put(&folder, "a.txt", TEXT);
	add(&folder, "a.txt");
	add(&folder, ".//a.txt");
	cr_expect(eq(u32, folder.cluster.articles.count, 1));
	expect_diag(&folder, 0, DIAG_WARNING, false, "twice");
	folder_end(&folder);
}

Test(cluster, mistakes_in_a_cluster_file)
{
	static const struct {
		const char *yaml, *words;
		uint32_t line;
		bool read;
	} rows[] = {
		{"articles:\n  - {file: a.txt, outlett: Echo}\n", "unknown key", 2, true},
		{"articles:\n  - {file: a.txt, published: last week}\n", "not a date", 2, true},
		{"articles:\n  - {file: a.txt, translated: perhaps}\n", "true or false", 2, true},
		{"articles:\n  - {file: a.txt, outlet: [Echo]}\n", "must be a text", 2, true},
		{"articles:\n  - {file: gone.txt}\n", "no such file", 2, false},
		{"articles:\n  - {outlet: Echo}\n", "needs \"file\"", 2, false},
		{"articles: []\n", "needs \"articles\"", 0, false},
		{"language: fr\narticles: [a.txt]\n", "read as", 1, true},
		{"articles: [\n", "", 2, false},
	};
	struct folder folder;
	folder_begin(&folder);
	put(&folder, "a.txt", TEXT);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		put(&folder, "cluster.yml", rows[i].yaml);
		folder.cluster = (struct cluster){0};
		folder.fixture.diags.count = 0;
		add(&folder, "cluster.yml");
		cr_expect(eq(u32, folder.fixture.diags.count, 1), "%s", rows[i].words);
		expect_diag(&folder, 0, folder.fixture.diags.items[0].level, folder.fixture.diags.items[0].trouble,
			    rows[i].words);
		cr_expect(eq(u32, folder.fixture.diags.items[0].line, rows[i].line), "%s", rows[i].yaml);
		cr_expect(eq(u32, folder.cluster.articles.count, rows[i].read ? 1u : 0u), "%s", rows[i].yaml);
	}
	folder_end(&folder);
}
