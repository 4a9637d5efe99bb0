/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jibe cluster: a pile of articles, sorted into clusters, one story each.
 *
 *   jibe cluster feed/               01-dam-burst-above-brannick<TAB>feed/a.txt …
 *   jibe cluster --into day feed/    the same as folders of links, for jibe report day/01-dam-burst-above-brannick
 *
 * Largest first; an article that no other one joins is "alone". A cluster is
 * called after the headline of the article that is most like all of it.
 * Limits: a path with a tab or a line break in it is told apart in JSON alone.
 */
#include <stdlib.h>

#include "base/json.h"
#include "cli/cli.h"
#include "cli/sorted.h"
#include "format/format.h"
#include "run/pile.h"
#include "text/utf8.h"

enum { SLUG_LENGTH = 48 };

/* The headline of the most central article; where it has none, its first sentence, or its file's name. */
static struct span headline(const struct pile *pile, uint32_t story)
{
	const struct article *article = pile->articles[pile->stories.central[story]];

	if (article->title.len)
		return article->title;
	for (uint32_t s = 0; s < article->sentences.count; s++) {
		const struct sentence *sentence = &article->sentences.items[s];

		if (sentence->kind != SENTENCE_FURNITURE)
			return article_text(article, sentence->start, sentence->end);
	}
	return file_name(article->source.path);
}

/* "Dam burst: 14 dead" → "dam-burst-14-dead"; whole words, as many as there is room for. */
static struct span slug(struct arena *arena, struct span title)
{
	struct span letters = utf8_bare(arena, title);
	char *out = arena_alloc(arena, letters.len + 1);
	size_t length = 0, end = 0; /* end: of the last whole word that has room */

	for (size_t i = 0; i < letters.len; i++) {
		char c = letters.ptr[i];

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			out[length++] = c;
		else if (length && out[length - 1] != '-')
			out[length++] = '-';
	}
	while (length && out[length - 1] == '-')
		length--;
	for (size_t i = 0; i <= length && i <= SLUG_LENGTH; i++)
		if (i == length || out[i] == '-')
			end = i;
	if (!end)
		end = length < SLUG_LENGTH ? length : SLUG_LENGTH;
	return end ? span_make(out, end) : SPAN("story");
}

static int by_path(const void *left, const void *right)
{
	const struct article *const *a = left, *const *b = right;
	int order = span_compare((*a)->source.path, (*b)->source.path);

	return order ? order : run_order(*a, *b);
}

static int by_rank(const void *left, const void *right)
{
	const struct sorted_story *a = left, *b = right;
	int order;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	order = span_compare(a->title, b->title);
	return order ? order : run_order(a->articles[0], b->articles[0]);
}

/* Stories as they are told: in order, with names; the last one holds the articles that are alone, maybe none. */
static void tell_stories(struct arena *arena, const struct pile *pile, struct sorted *sorted)
{
	const struct stories *stories = &pile->stories;
	const struct article **articles = arena_array(arena, const struct article *, pile->count + 1u);
	uint32_t count = 0, width = 2;

	sorted->stories = arena_array(arena, struct sorted_story, stories->count + 1u);
	for (uint32_t m = 0; m < pile->count; m++)
		articles[m] = pile->articles[stories->members[m]];
	for (; count < stories->count && stories->first[count + 1] - stories->first[count] > 1; count++) {
		struct sorted_story *story = &sorted->stories[count];

		*story = (struct sorted_story){.title = headline(pile, count),
					       .articles = articles + stories->first[count],
					       .count = stories->first[count + 1] - stories->first[count],
					       .central = pile->articles[stories->central[count]]};
		qsort(story->articles, story->count, sizeof *story->articles, by_path);
	}
	if (count > 1)
		qsort(sorted->stories, count, sizeof *sorted->stories, by_rank);
	for (uint32_t most = 100; most <= count; most *= 10)
		width++;
	for (uint32_t s = 0; s < count; s++)
		sorted->stories[s].name = arena_format(arena, "%0*u-" SPAN_FMT, (int)width, s + 1,
						       SPAN_ARG(slug(arena, sorted->stories[s].title)));
	sorted->count = count;
	sorted->stories[count] = (struct sorted_story){.name = SPAN("alone"),
						       .articles = articles + stories->first[count],
						       .count = pile->count - stories->first[count]};
	if (sorted->stories[count].count > 1)
		qsort(articles + stories->first[count], sorted->stories[count].count, sizeof *articles, by_path);
}

/* A path that would break its line is told as a JSON string. */
static void write_path(struct buffer *out, struct span path)
{
	bool breaks = false;

	for (size_t i = 0; i < path.len; i++)
		breaks = breaks || (unsigned char)path.ptr[i] < ' ';
	if (breaks) {
		struct json_writer json;

		json_init(&json, out, false);
		json_put_string(&json, path);
	} else {
		buffer_add(out, path);
	}
}

static void write_list(struct buffer *out, const struct sorted *sorted)
{
	for (uint32_t s = 0; s <= sorted->count; s++)
		for (uint32_t a = 0; a < sorted->stories[s].count; a++) {
			buffer_printf(out, SPAN_FMT "\t", SPAN_ARG(sorted->stories[s].name));
			write_path(out, sorted->stories[s].articles[a]->source.path);
			buffer_byte(out, '\n');
		}
}

static void write_articles(struct json_writer *json, const char *key, const struct sorted_story *story)
{
	json_key(json, key);
	json_open(json, '[');
	for (uint32_t a = 0; a < story->count; a++) {
		char published[32] = "";

		if (story->articles[a]->published.known)
			timestamp_print(story->articles[a]->published, published);
		json_open(json, '{');
		json_key_string(json, "path", story->articles[a]->source.path);
		json_key_known(json, "title", story->articles[a]->title);
		json_key_known(json, "published", span_cstr(published));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void write_json(struct buffer *out, const struct sorted *sorted, struct span rules_digest)
{
	struct json_writer json;

	json_init(&json, out, true);
	json_open(&json, '{');
	json_key_string(&json, "schema", SPAN("jibe.cluster/1"));
	report_json_generator(&json, rules_digest);
	json_key(&json, "clusters");
	json_open(&json, '[');
	for (uint32_t s = 0; s < sorted->count; s++) {
		json_open(&json, '{');
		json_key_string(&json, "name", sorted->stories[s].name);
		json_key_string(&json, "title", sorted->stories[s].title);
		json_key_string(&json, "central", sorted->stories[s].central->source.path);
		write_articles(&json, "articles", &sorted->stories[s]);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	write_articles(&json, "alone", &sorted->stories[sorted->count]);
	json_close(&json, '}');
	buffer_byte(out, '\n');
}

static bool sort_pile(struct cli *cli, struct pile *pile)
{
	enum jibe_status status;
	struct jibe_error error;

	progress_start(cli);
	status = run_sort(&cli->run, pile, &error);
	progress_end(cli);
	if (status < 0)
		show_error(cli, &error);
	return status >= 0;
}

static bool add_pile(struct cli *cli)
{
	if (!cli_start(cli) || !cli_add_paths(cli, &cli->options.operands))
		return false;
	if (cli->run.cluster.articles.count)
		return output_is_safe(cli, cli->options.output);
	diag_sort(&cli->run.diags);
	show_diags(cli, &cli->run.diags);
	show_message(cli, "no article could be read");
	return false;
}

int cmd_cluster(struct cli *cli)
{
	static const char *const formats[] = {"list", "json", NULL};
	struct pile pile;
	struct sorted sorted;
	struct span format;
	struct buffer out;
	int status;

	if (!cli->options.operands.count) {
		show_message(cli, "nothing to sort: name article files or folders (jibe cluster --help)");
		return EXIT_TROUBLE;
	}
	if (!one_format(cli, formats, &format) || !folder_is_free(cli, cli->options.into) || !add_pile(cli) ||
	    !sort_pile(cli, &pile))
		return EXIT_TROUBLE;
	tell_stories(&cli->arena, &pile, &sorted);
	buffer_init(&out, &cli->arena);
	if (span_equal(format, SPAN("json")))
		write_json(&out, &sorted, cli->run.rules_digest);
	else
		write_list(&out, &sorted);
	status = folder_write(cli, cli->options.into, &sorted) ? EXIT_FINE : EXIT_TROUBLE;
	if (status == EXIT_FINE)
		status = output_text(cli, cli->options.output, buffer_span(&out));
	diag_sort(&cli->run.diags);
	show_diags(cli, &cli->run.diags);
	return status == EXIT_FINE && diag_trouble(&cli->run.diags) ? EXIT_TROUBLE : status;
}
