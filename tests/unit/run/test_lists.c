/* SPDX-License-Identifier: Apache-2.0 */
/* The word lists of English and those who ask for them: a name mistyped on either side would go unnoticed. */
#include "base/yaml.h"
#include "world.h"

/* The files of the checkout below FOLDER and its folders, if DEEP, whose names end in EXTENSION, one behind the other. */
static struct span all_text(struct arena *arena, const char *folder, bool deep, const char *extension)
{
	struct span_list files = {0}, loops = {0}, unreadable = {0};
	struct span path = checkout(arena, folder);
	struct jibe_error error;
	struct buffer out;
	buffer_init(&out, arena);
	if (file_walk(arena, path, &files, &loops, &unreadable, &error) < 0)
		cr_fatal("%s", error.message);
	for (uint32_t i = 0; i < files.count; i++) {
		struct span text;
		if (!span_equal(file_extension(files.items[i]), span_cstr(extension)) ||
		    (!deep && !span_equal(file_folder(files.items[i]), path)))
			continue;
		if (file_read(arena, files.items[i], FILE_LIMIT_DEFAULT, &text, &error) < 0)
			cr_fatal("%s", error.message);
		buffer_add(&out, text);
	}
	cr_assert(lt(sz, 0, out.len));
	return buffer_span(&out);
}

/* The names of the lists in a file of rules/en. */
static void add_names(struct arena *arena, struct span path, struct span_list *names)
{
	struct yaml_node *root = NULL;
	struct jibe_error error;
	struct span text;
	if (file_read(arena, path, FILE_LIMIT_DEFAULT, &text, &error) < 0 ||
	    yaml_parse(arena, text, path, 1, &root, &error) < 0)
		cr_fatal(SPAN_FMT ": %s", SPAN_ARG(path), error.message);
	const struct yaml_node *lists = yaml_get(root, "lists");
	for (uint32_t i = 0; lists && i < lists->count; i++)
		list_add(arena, names, lists->keys[i]->scalar);
}

static struct span_list names_of_lists(struct arena *arena)
{
	struct span_list files = {0}, loops = {0}, unreadable = {0}, names = {0};
	struct jibe_error error;
	if (file_walk(arena, checkout(arena, "rules/en/lexicon"), &files, &loops, &unreadable, &error) < 0)
		cr_fatal("%s", error.message);
	list_add(arena, &files, checkout(arena, "rules/en/language.yml"));
	for (uint32_t i = 0; i < files.count; i++)
		add_names(arena, files.items[i], &names);
	cr_assert(lt(u32, 100, names.count));
	return names;
}

Test(lists, every_list_is_asked_for)
{
	struct test_memory t;
	test_begin(&t);
	struct span_list names = names_of_lists(&t.arena);
	struct span code = all_text(&t.arena, "src", true, "c"), headers = all_text(&t.arena, "src", true, "h");
	struct span rules = all_text(&t.arena, "rules/en", false, "yml");
	for (uint32_t i = 0; i < names.count; i++) {
		struct span quoted = arena_format(&t.arena, "\"" SPAN_FMT "\"", SPAN_ARG(names.items[i]));
		struct span counted = arena_format(&t.arena, "counted: " SPAN_FMT "\n", SPAN_ARG(names.items[i]));
		bool asked = span_find(code, quoted, 0) != SIZE_MAX || span_find(headers, quoted, 0) != SIZE_MAX ||
			     span_find(rules, counted, 0) != SIZE_MAX;
		cr_expect(asked, "neither a file of src/ nor a rule asks for the list " SPAN_FMT,
			  SPAN_ARG(names.items[i]));
	}
	test_end(&t);
}

/* Whoever asks for a list that is in no file gets an empty one. */
Test(lists, every_list_that_is_asked_for_has_words)
{
	struct test_memory t;
	struct run run;
	test_begin(&t);
	struct span_list names = names_of_lists(&t.arena);
	start(&run);
	add_path(&run, checkout(&t.arena, "fixtures/flood"));
	compare(&run);
	const struct language *language = &run.language;
	uint32_t *sizes = arena_array(&t.arena, uint32_t, language->lists.count);
	for (uint32_t i = 0; i < language->entries.count; i++)
		sizes[language->entries.items[i].list]++;
	for (uint32_t list = 0; list < language->lists.count; list++)
		cr_expect(lt(u32, 0, sizes[list]), "no file has the list " SPAN_FMT,
			  SPAN_ARG(language->lists.items[list]));
	cr_expect(lt(u32, names.count / 2, language->lists.count));
	run_finish(&run);
	test_end(&t);
}
