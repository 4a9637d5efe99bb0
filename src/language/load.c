/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rules/<code>/language.yml and rules/<code>/lexicon/ *.yml into a language.
 *
 *   lists: {hedge: [largely, mostly]}            phrases to find
 *   lists: {synonym: {reject: [rebuff, spurn]}}  a table: two words, one concept
 *
 * A wrong file is an error with its place: without its words jibe would be
 * silently deaf.
 */
#include <libstemmer.h>

#include "base/file.h"
#include "language/kin.h"
#include "language/lemma.h"
#include "language/load.h"

enum jibe_status load_wrong(struct loader *load, const struct yaml_node *node, const char *expected)
{
	return error_set(load->error, JIBE_ERROR_RULE, load->path, node->line, node->column, "expected %s", expected);
}

static bool is_word(const struct yaml_node *node)
{
	return node->kind == YAML_SCALAR && node->scalar.len;
}

enum jibe_status load_check_words(struct loader *load, const struct yaml_node *node, const char *what)
{
	if (node->kind != YAML_SEQUENCE)
		return load_wrong(load, node, what);
	for (uint32_t i = 0; i < node->count; i++)
		if (!is_word(node->items[i]))
			return load_wrong(load, node->items[i], "a word");
	return JIBE_OK;
}

uint32_t load_word(struct loader *load, struct span word)
{
	struct token_list tokens = {0};
	token_scan(load->arena, &load->language->words, &load->language->tokens, word, 0, (uint32_t)word.len, &tokens);
	/* A hyphenated or multi-word entry is looked up whole, which no token equals: harmless. */
	return tokens.count == 1 ? tokens.items[0].word : intern_add(&load->language->words, word);
}

static enum jibe_status take_words(struct loader *load, const struct yaml_node *node, struct table *one,
				   struct table *two)
{
	enum jibe_status status = load_check_words(load, node, "a list of words");
	for (uint32_t i = 0; status >= 0 && i < node->count; i++) {
		uint32_t word = load_word(load, node->items[i]->scalar);
		*table_put(one, word, NULL) = 1;
		if (two)
			*table_put(two, word, NULL) = 1;
	}
	return status;
}

static enum jibe_status take_irregular(struct loader *load, const struct yaml_node *node)
{
	if (node->kind != YAML_MAPPING)
		return load_wrong(load, node, "a mapping of forms to lemmas");
	for (uint32_t i = 0; i < node->count; i++) {
		if (!is_word(node->items[i]))
			return load_wrong(load, node->items[i], "a word");
		uint32_t form = load_word(load, node->keys[i]->scalar);
		*table_put(&load->language->lemmas, form, NULL) = load_word(load, node->items[i]->scalar);
	}
	return JIBE_OK;
}

static enum jibe_status take_suffixes(struct loader *load, const struct yaml_node *node)
{
	if (node->kind != YAML_SEQUENCE)
		return load_wrong(load, node, "a list of suffix rules");
	for (uint32_t i = 0; i < node->count; i++) {
		const struct yaml_node *item = node->items[i];
		const struct yaml_node *suffix = yaml_get(item, "suffix"), *replace = yaml_get(item, "replace");
		const struct yaml_node *least = yaml_get(item, "minimum"), *fallback = yaml_get(item, "fallback");
		double minimum = 2;
		bool last = false;
		if (!suffix || !replace || !is_word(suffix) || replace->kind != YAML_SCALAR)
			return load_wrong(load, item, "{suffix, replace}");
		if (least && !(yaml_number(least, &minimum) && minimum >= 0 && minimum <= 64))
			return load_wrong(load, least, "a number of letters");
		if (fallback && !yaml_bool(fallback, &last))
			return load_wrong(load, fallback, "true or false");
		struct lemma_rule *rule = list_push(load->arena, &load->language->suffixes);
		rule->suffix = suffix->scalar;
		rule->replace = replace->scalar;
		rule->minimum = (uint32_t)minimum;
		rule->fallback = last;
	}
	return JIBE_OK;
}

/* A list of phrases: a sequence, a mapping to values, or {match, case, phrases}. */
static enum jibe_status take_phrases(struct loader *load, uint32_t list, const struct yaml_node *node)
{
	const struct yaml_node *phrases = yaml_get(node, "phrases");
	enum phrase_match match = PHRASE_WORD;
	bool exact = false;
	if (phrases) {
		const struct yaml_node *how = yaml_get(node, "match"), *letters = yaml_get(node, "case");
		if (how && !span_equal(how->scalar, SPAN("lemma")) && !span_equal(how->scalar, SPAN("word")))
			return load_wrong(load, how, "word or lemma");
		match = how && span_equal(how->scalar, SPAN("lemma")) ? PHRASE_LEMMA : PHRASE_WORD;
		if (letters && !span_equal(letters->scalar, SPAN("exact")))
			return load_wrong(load, letters, "exact");
		exact = letters != NULL;
	} else {
		phrases = node;
	}
	if (phrases->kind == YAML_SCALAR)
		return load_wrong(load, phrases, "a list of phrases");
	for (uint32_t i = 0; i < phrases->count; i++) {
		const struct yaml_node *phrase = phrases->kind == YAML_MAPPING ? phrases->keys[i] : phrases->items[i];
		if (phrase->kind != YAML_SCALAR || !phrase->scalar.len)
			return load_wrong(load, phrase, "a phrase");
		uint32_t index = language_add(load->language, list, phrase->scalar, match, 0);
		struct entry *entry = &load->language->entries.items[index];
		entry->exact_case = exact;
		if (phrases->kind == YAML_MAPPING) {
			entry->node = phrases->items[i];
			entry->text = entry->node->scalar;
			yaml_number(entry->node, &entry->number);
		}
	}
	return JIBE_OK;
}

static enum jibe_status take_list(struct loader *load, struct span name, const struct yaml_node *node)
{
	struct language *language = load->language;
	if (span_equal(name, SPAN("verb")))
		return take_words(load, node, &language->verbs, &language->known);
	if (span_equal(name, SPAN("noun")))
		return take_words(load, node, &language->nouns, &language->known);
	if (span_equal(name, SPAN("lemma-keep")))
		return take_words(load, node, &language->known, NULL);
	if (span_equal(name, SPAN("stopword")))
		return take_words(load, node, &language->stops, NULL);
	if (span_equal(name, SPAN("lemma-irregular")))
		return take_irregular(load, node);
	if (span_equal(name, SPAN("lemma-suffix")))
		return take_suffixes(load, node);
	if (span_equal(name, SPAN("synonym")))
		return load_synonyms(load, node);
	if (span_equal(name, SPAN("antonym")))
		return load_antonyms(load, node);
	if (span_equal(name, SPAN("exclusive")))
		return load_exclusive(load, node);
	if (span_equal(name, SPAN("compatible")))
		return load_compatible(load, node);
	if (span_equal(name, SPAN("related")))
		return load_related(load, node);
	return take_phrases(load, language_list(language, arena_copy(load->arena, name).ptr), node);
}

static bool is_table(struct span name)
{
	static const char *const first[] = {"verb",        "noun", "lemma-keep", "stopword", "lemma-irregular",
					    "lemma-suffix"};
	for (size_t i = 0; i < sizeof first / sizeof *first; i++)
		if (span_equal(name, span_cstr(first[i])))
			return true;
	return false;
}

struct parsed {
	struct span path;
	struct yaml_node *root;
};

static enum jibe_status parse_file(struct loader *load, struct span path, struct parsed *out)
{
	struct span text;
	enum jibe_status status = file_read(load->arena, path, FILE_LIMIT_DEFAULT, &text, load->error);
	*out = (struct parsed){.path = path};
	return status < 0 ? status : yaml_parse(load->arena, text, path, 1, &out->root, load->error);
}

/* A mistyped key would lose all that stands below it. LISTS: there must be some. */
static enum jibe_status check_file(struct loader *load, const struct parsed *file, bool lists)
{
	static const char *const known[] = {"version", "name",      "source",     "stemmer", "clitics",
					    "endings", "alignment", "clustering", "lists"};
	const struct yaml_node *root = file->root;
	load->path = file->path;
	if (!root || root->kind != YAML_MAPPING || (lists && !yaml_get(root, "lists")))
		return error_set(load->error, JIBE_ERROR_RULE, file->path, root ? root->line : 1,
				 root ? root->column : 1, "expected a mapping%s", lists ? " with \"lists\"" : "");
	for (uint32_t i = 0; i < root->count; i++) {
		bool found = false;
		for (size_t k = 0; k < sizeof known / sizeof *known && !found; k++)
			found = span_equal(root->keys[i]->scalar, span_cstr(known[k]));
		if (!found)
			return load_wrong(
				load, root->keys[i],
				"version, name, source, stemmer, clitics, endings, alignment, clustering or lists");
	}
	return JIBE_OK;
}

/* Words' forms must be known before the first phrase is lemmatized, so tables are taken in a pass of their own. */
static enum jibe_status take_file(struct loader *load, const struct parsed *file, bool tables)
{
	const struct yaml_node *lists = yaml_get(file->root, "lists");
	load->path = file->path;
	if (!lists)
		return JIBE_OK;
	if (lists->kind != YAML_MAPPING)
		return load_wrong(load, lists, "a mapping of lists");
	for (uint32_t i = 0; i < lists->count; i++) {
		if (is_table(lists->keys[i]->scalar) != tables)
			continue;
		enum jibe_status status = take_list(load, lists->keys[i]->scalar, lists->items[i]);
		if (status < 0)
			return status;
	}
	return JIBE_OK;
}

static void delete_stemmer(void *stemmer)
{
	sb_stemmer_delete(stemmer);
}

static enum jibe_status take_endings(struct loader *load, const struct yaml_node *endings)
{
	const struct {
		const char *key;
		struct span_list *list;
	} kinds[] = {{"gerund", &load->language->gerund},
		     {"third", &load->language->third},
		     {"past", &load->language->past}};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		const struct yaml_node *node = yaml_get(endings, kinds[k].key);
		if (!node || node->kind != YAML_SEQUENCE)
			return load_wrong(load, endings, "{gerund: [endings], third: [endings], past: [endings]}");
		for (uint32_t i = 0; i < node->count; i++)
			list_add(load->arena, kinds[k].list, node->items[i]->scalar);
	}
	return JIBE_OK;
}

static enum jibe_status take_settings(struct loader *load, const struct yaml_node *root)
{
	struct language *language = load->language;
	const struct yaml_node *clitics = yaml_get(root, "clitics"), *stemmer = yaml_get(root, "stemmer");
	if (clitics) {
		enum jibe_status status = load_check_words(load, clitics, "a list of endings");
		if (status < 0)
			return status;
		struct span *texts = arena_array(load->arena, struct span, clitics->count);
		for (uint32_t i = 0; i < clitics->count; i++)
			texts[i] = clitics->items[i]->scalar;
		language->tokens = (struct token_options){texts, clitics->count};
	}
	if (stemmer) {
		language->stemmer = sb_stemmer_new(arena_copy(load->arena, stemmer->scalar).ptr, "UTF_8");
		if (!language->stemmer)
			return load_wrong(load, stemmer, "the name of a Snowball stemmer");
		arena_defer(load->arena, delete_stemmer, language->stemmer);
	}
	const struct yaml_node *endings = yaml_get(root, "endings"), *alignment = yaml_get(root, "alignment");
	const struct yaml_node *clustering = yaml_get(root, "clustering");
	enum jibe_status status = endings ? take_endings(load, endings) : JIBE_OK;
	if (status >= 0 && clustering)
		status = load_clustering(load, clustering);
	return status >= 0 && alignment ? load_alignment(load, alignment) : status;
}

static void language_init(struct language *language, struct arena *arena, struct span code)
{
	*language = (struct language){.arena = arena, .code = arena_copy(arena, code)};
	intern_init(&language->words, arena);
	phrase_init(&language->by_word, arena, PHRASE_WORD);
	phrase_init(&language->by_lemma, arena, PHRASE_LEMMA);
	struct table *tables[] = {&language->list_ids,     &language->single,         &language->lemmas,
				  &language->concepts,     &language->verbs,          &language->nouns,
				  &language->known,        &language->stops,          &language->antonyms,
				  &language->last_of_word, &language->last_of_lemma,  &language->known_names,
				  &language->last_joined,  &language->last_membership};
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		table_init(tables[i], arena);
}

enum jibe_status language_load(struct language *language, struct arena *arena, struct span folder, struct span code,
			       struct jibe_error *error)
{
	struct loader load = {language, arena, folder, error};
	struct span_list paths = {0}, loops = {0}, unreadable = {0};
	language_init(language, arena, code);
	list_add(arena, &paths, file_join(arena, folder, SPAN("language.yml")));
	enum jibe_status status = file_walk(arena, file_join(arena, folder, SPAN("lexicon")), &paths, &loops,
					    &unreadable, error);
	if (status < 0)
		return status;
	struct parsed *files = arena_array(arena, struct parsed, paths.count);
	for (uint32_t i = 0; i < paths.count && status >= 0; i++)
		if (span_equal(file_extension(paths.items[i]), SPAN("yml")))
			status = parse_file(&load, paths.items[i], &files[i]);
	for (uint32_t i = 0; i < paths.count && status >= 0; i++)
		if (files[i].path.len)
			status = check_file(&load, &files[i], i > 0);
	load.path = files[0].path;
	if (status >= 0)
		status = kin_load(language, folder, error);
	if (status >= 0)
		status = take_settings(&load, files[0].root);
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < paths.count && status >= 0; i++)
			status = take_file(&load, &files[i], pass == 0);
	return status;
}
