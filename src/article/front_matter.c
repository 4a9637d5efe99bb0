/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Front matter into what an article says of itself.
 *
 *   ---
 *   title: Ferry runs aground off Selby
 *   outlet: Selby Echo
 *   date: 2031-02-04T18:20+01:00
 *   ---
 *
 * Site generators put their own keys there too (layout, tags), so unknown ones
 * are nobody's mistake. Limits: only YAML between --- lines, not TOML.
 */
#include "article/front_matter.h"

struct span front_matter_scalar(const struct yaml_node *mapping, const char *key)
{
	const struct yaml_node *node = yaml_get(mapping, key);
	if (yaml_is_null(node) || node->kind != YAML_SCALAR)
		return (struct span){0};
	return node->scalar;
}

static void fill(struct span *field, struct span value)
{
	if (!field->len)
		*field = value;
}

static void take_date(struct article *article, const struct yaml_node *root, struct diag_list *diags)
{
	const char *key = yaml_get(root, "published") ? "published" : "date";
	struct span value = front_matter_scalar(root, key);
	if (!value.len || article->published.known || timestamp_parse(value, &article->published))
		return;
	const struct yaml_node *node = yaml_get(root, key);
	struct diag *diag = diag_add(diags, DIAG_WARNING, article->source.path, node->line, node->column,
				     "the date \"" SPAN_FMT "\" is not understood", SPAN_ARG(value));
	diag->hint = SPAN("write it as 2024-01-18 or 2024-01-18T07:30+02:00");
}

static void take_language(const struct article *article, const struct yaml_node *root, const struct language *language,
			  struct diag_list *diags)
{
	struct span code = front_matter_scalar(root, "language");
	if (!code.len || span_starts(code, language->code))
		return;
	const struct yaml_node *node = yaml_get(root, "language");
	diag_add(diags, DIAG_WARNING, article->source.path, node->line, node->column,
		 "the article is in \"" SPAN_FMT "\", but is read as \"" SPAN_FMT "\"", SPAN_ARG(code),
		 SPAN_ARG(language->code));
}

static void take_keys(struct article *article, const struct yaml_node *root, const struct language *language,
		      struct diag_list *diags)
{
	fill(&article->title, front_matter_scalar(root, "title"));
	fill(&article->outlet, front_matter_scalar(root, "outlet"));
	fill(&article->credit, front_matter_scalar(root, "credit"));
	fill(&article->url, front_matter_scalar(root, "url"));
	bool translated = false;
	if (yaml_bool(yaml_get(root, "translated"), &translated) && translated)
		article->translated = true;
	take_date(article, root, diags);
	take_language(article, root, language, diags);
}

static bool is_fence(struct span line)
{
	size_t len = line.len;
	while (len > 0 && (line.ptr[len - 1] == ' ' || line.ptr[len - 1] == '\t'))
		len--;
	return span_equal(span_make(line.ptr, len), SPAN("---"));
}

/* The line (1-based) with the closing ---; 0: there is no front matter. */
static uint32_t closing_line(const struct source *source)
{
	struct span first = source_line(source, 1);
	if (first.len >= source->body_start)
		first = span_slice(first, source->body_start, first.len);
	if (!is_fence(first))
		return 0;
	for (uint32_t line = 2; line <= source->lines.count; line++)
		if (is_fence(source_line(source, line)))
			return line;
	return 0;
}

uint32_t front_matter_read(struct article *article, struct arena *arena, const struct language *language,
			   struct diag_list *diags)
{
	const struct source *source = &article->source;
	uint32_t last = closing_line(source);
	if (!last)
		return source->body_start;
	uint32_t body = last < source->lines.count ? source->lines.items[last] : (uint32_t)source->text.len;
	struct span yaml = span_slice(source->text, source->lines.items[1], source->lines.items[last - 1]);
	struct yaml_node *root = NULL;
	struct jibe_error error = {0};
	uint32_t first = diags->count;
	if (yaml_parse(arena, yaml, source->path, 2, &root, &error) < 0)
		diag_add(diags, DIAG_WARNING, source->path, error.line, error.column,
			 "the front matter is left out: %s", error.message);
	else if (root && root->kind != YAML_MAPPING)
		return source->body_start; /* text between two rules */
	else if (root)
		take_keys(article, root, language, diags);
	source_excerpts(source, diags, first);
	return body;
}
