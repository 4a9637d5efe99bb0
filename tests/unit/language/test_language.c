/* SPDX-License-Identifier: Apache-2.0 */
/* A language's folder: lists that are found, tables that are looked up, and mistakes with their place. */
#include "base/file.h"
#include "folder.h"

TestSuite(language, .init = set_up, .fini = tear_down);
TestSuite(language_mistakes, .init = set_up, .fini = tear_down);

#define HEAD "version: 1\n"
#define LISTS "version: 1\nlists:\n  " /* what follows stands in line 3, from column 3 */

Test(language, what_the_lists_hold_by_place_longest_first)
{
	static const struct {
		const char *name, *lists, *text, *hits;
	} rows[] = {
		{"a sequence", "hedge: [largely]", "It was Largely over", "hedge:Largely"},
		{"a mapping", "number: {twelve: 12}", "all twelve", "number:twelve"},
		{"nested phrases, the longest first", "a: [so far]\n  b: [so, far]", "so far",
		 "a:so far · b:so · b:far"},
		{"a phrase in two lists", "a: [talks]\n  b: [talks]", "talks", "a:talks · b:talks"},
		{"words alone", "saying: [tell]", "he told us to tell", "saying:tell"},
		{"any inflection",
		 "verb: [tell]\n  lemma-irregular: {told: tell}\n"
		 "  saying: {match: lemma, phrases: [tell]}",
		 "he told us to tell", "saying:told · saying:tell"},
		{"an inflected phrase stands for its lemma",
		 "verb: [tell]\n  lemma-irregular: {told: tell}\n"
		 "  saying: {match: lemma, phrases: [told]}",
		 "tell", "saying:tell"},
		{"the same letters only", "country: {case: exact, phrases: {US: us}}", "us US Us", "country:US"},
		{"the same letters but for a last stop", "month: {case: exact, phrases: [Oct.]}", "oct Oct",
		 "month:Oct"},
		{"over marks", "bound: [\"up to, or at,\"]", "up to, or at, most", "bound:up to, or at,"},
		{"not across other words", "a: [so far]", "so very far", ""},
		{"a list without phrases", "a: []\n  b: [x]", "x", "b:x"},
	};
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct span lists = arena_format(&world.test.arena, LISTS "%s\n", rows[r].lists);
		cr_assert(eq(int, load(HEAD, lists.ptr), JIBE_OK), "%s: %s", rows[r].name, world.error.message);
		language_build(&world.language);
		cr_expect(eq(str, (char *)scan(rows[r].text), (char *)rows[r].hits), "%s", rows[r].name);
	}
}

Test(language, lists_of_several_files_and_of_the_rules_are_one)
{
	write_file("lexicon/more.yml", LISTS "hedge: [mostly]\n");
	write_file("lexicon/notes.txt", "no YAML: [");
	cr_assert(eq(int, load(LISTS "hedge: [partly]\n", LISTS "hedge: [largely]\n"), JIBE_OK), "%s",
		  world.error.message);
	uint32_t hedge = language_list(&world.language, "hedge"), late = language_list(&world.language, "late");
	uint32_t added = language_add(&world.language, late, SPAN("by and large"), PHRASE_WORD, 7);
	language_build(&world.language);
	cr_expect(ne(u32, hedge, late));
	cr_expect(eq(u32, language_list(&world.language, "hedge"), hedge), "a list keeps its number");
	cr_expect(eq(u32, world.language.entries.items[added].user, 7));
	cr_expect(eq(str, (char *)scan("partly largely mostly by and large"),
		     "hedge:partly · hedge:largely · hedge:mostly · late:by and large"));
}

Test(language, the_value_of_an_entry)
{
	cr_assert(eq(int, load(HEAD, LISTS "a: {ten: 10, half: 0.5, most: many, pair: {low: 2, high: 3}}\n"), JIBE_OK));
	language_build(&world.language);
	uint32_t list = language_list(&world.language, "a");
	static const struct {
		const char *word, *text;
		double number; /* -1: none */
	} rows[] = {{"ten", "10", 10}, {"half", "0.5", 0.5}, {"most", "many", -1}, {"pair", "", -1}};
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		uint32_t word = intern_add(&world.language.words, span_cstr(rows[r].word));
		const struct entry *entry = language_word_entry(&world.language, list, word);
		cr_assert(ne(ptr, (void *)entry, NULL), "%s", rows[r].word);
		expect_span(entry->text, rows[r].text);
		cr_expect(entry->number == rows[r].number || (entry->number != entry->number && rows[r].number < 0),
			  "%s: %g", rows[r].word, entry->number);
	}
	uint32_t other = intern_add(&world.language.words, SPAN("eleven"));
	cr_expect(eq(ptr, (void *)language_word_entry(&world.language, list, other), NULL));
	cr_expect(eq(ptr, (void *)language_word_entry(&world.language, list + 1, 1), NULL));
}

Test(language, the_first_hit_of_a_list_at_a_token)
{
	cr_assert(eq(int, load(HEAD, LISTS "a: [up to]\n  b: [up, up to a]\n"), JIBE_OK));
	language_build(&world.language);
	struct token_list tokens = {0};
	struct hit_list hits = {0};
	struct arena *arena = &world.test.arena;
	struct span text = SPAN("now up to a point");
	token_scan(arena, &world.language.words, &world.language.tokens, text, 0, (uint32_t)text.len, &tokens);
	language_lemmatize(&world.language, tokens.items, 0, tokens.count);
	language_scan(&world.language, arena, text, tokens.items, 0, tokens.count, &hits);
	uint32_t a = language_list(&world.language, "a"), b = language_list(&world.language, "b");
	struct lookup lookup = {&world.language, text, tokens.items, &hits};
	cr_expect(eq(u32, lookup_find(&lookup, 1, a).count, 2));
	cr_expect(eq(u32, lookup_find(&lookup, 1, b).count, 3), "the longest");
	cr_expect(eq(u32, lookup_find(&lookup, 0, a).count, 0));
	cr_expect(eq(u32, lookup_find(&lookup, 2, a).count, 0));
	cr_expect(lookup_is(&lookup, 1, b) && !lookup_is(&lookup, 1, a), "one word alone");
	cr_expect(eq(u32, hits.count, 2), "single words are not stored");
}

/* Beyond the lists that have a bit for each word, everything works as before. */
Test(language, lists_beyond_the_bits_hold_their_words)
{
	struct buffer lists;
	buffer_init(&lists, &world.test.arena);
	buffer_printf(&lists, "version: 1\nlists:\n");
	for (int i = 0; i < (int)HELD_LISTS + 20; i++)
		buffer_printf(&lists, "  list-%d: [word%d, of two, all]\n", i, i);
	cr_assert(eq(int, load(HEAD, lists.ptr), JIBE_OK), "%s", world.error.message);
	language_build(&world.language);
	cr_expect(eq(str, (char *)scan("word7 word270 word999"), "list-7:word7 · list-270:word270"));
	struct hit_list none = {0};
	struct token_list tokens = {0};
	struct span text = SPAN("all");
	token_scan(&world.test.arena, &world.language.words, &world.language.tokens, text, 0, 3, &tokens);
	language_lemmatize(&world.language, tokens.items, 0, tokens.count);
	struct lookup lookup = {&world.language, text, tokens.items, &none};
	cr_expect(eq(u32, hits_at(&lookup, 0).count, HELD_LISTS + 20));
}

Test(language, a_table_of_names_gets_its_ids_once)
{
	static const char *const names[] = {"b", "a", "none"};
	cr_assert(eq(int, load(HEAD, LISTS "a: [x]\n  b: [y]\n"), JIBE_OK));
	const uint32_t *ids = language_lists(&world.language, names, 3);
	cr_expect(eq(u32, ids[0], language_list(&world.language, "b")));
	cr_expect(eq(u32, ids[1], language_list(&world.language, "a")));
	cr_expect(eq(u32, ids[2], language_list(&world.language, "none")), "made, and empty");
	cr_expect(eq(ptr, (void *)language_lists(&world.language, names, 3), (void *)ids), "remembered");
}

Test(language, concepts_and_antonyms)
{
	cr_assert(eq(int,
		     load("version: 1\nstemmer: english\n",
			  LISTS "verb: [reject, rebuff, accept, rise, fall, climb]\n"
				"  synonym: {reject: [reject, rebuff, turn down], up: [rise, climb], late: [climb]}\n"
				"  antonym: {x: {a: [rise, climb], b: [fall]}, y: {a: [accept], b: [reject], "
				"strength: weak}}\n"),
		     JIBE_OK),
		  "%s", world.error.message);
	language_build(&world.language);
	static const struct {
		const char *a, *b;
		bool same;
	} concepts[] = {{"rebuff", "reject", true},
			{"rebuffs", "rejects", false}, /* no rule leads from "rebuffs" to its lemma here */
			{"climb", "rise", true},       /* the first group that names a word keeps it */
			{"rise", "fall", false},
			{"ferry", "ferries", true}}; /* a word of no group: its stem */
	for (size_t r = 0; r < sizeof concepts / sizeof *concepts; r++) {
		uint32_t a = intern_add(&world.language.words, span_cstr(concepts[r].a));
		uint32_t b = intern_add(&world.language.words, span_cstr(concepts[r].b));
		uint32_t one = language_word(&world.language, a)->concept;
		cr_expect(eq(int, one == language_word(&world.language, b)->concept, concepts[r].same), "%s, %s",
			  concepts[r].a, concepts[r].b);
	}
	cr_expect(eq(str, (char *)scan("turn down"), LIST_CONCEPT_PHRASE ":turn down"));
	static const struct {
		const char *a, *b;
		enum antonymy wanted;
	} pairs[] = {{"rise", "fall", ANTONYM_STRONG},   {"climb", "fall", ANTONYM_STRONG},
		     {"accept", "reject", ANTONYM_WEAK}, {"rise", "climb", ANTONYM_NONE},
		     {"fall", "fall", ANTONYM_NONE},     {"accept", "rebuff", ANTONYM_NONE}};
	for (size_t r = 0; r < sizeof pairs / sizeof *pairs; r++) {
		uint32_t a = intern_find(&world.language.words, span_cstr(pairs[r].a));
		uint32_t b = intern_find(&world.language.words, span_cstr(pairs[r].b));
		cr_expect(eq(int, language_antonyms(&world.language, a, b), pairs[r].wanted), "%s, %s", pairs[r].a,
			  pairs[r].b);
		cr_expect(eq(int, language_antonyms(&world.language, b, a), pairs[r].wanted), "%s, %s", pairs[r].b,
			  pairs[r].a);
	}
}

/* Line 3 holds what stands behind "lists:", from column 3; places count from 1. */
Test(language_mistakes, have_a_place)
{
	static const struct {
		const char *lists;
		uint32_t line, column;
		const char *message;
	} rows[] = {
		{"hedge: largely", 3, 10, "expected a list of phrases"},
		{"hedge: ~", 3, 10, "expected a list of phrases"},
		{"hedge: [largely, [mostly]]", 3, 20, "expected a phrase"},
		{"hedge: [largely, '']", 3, 20, "expected a phrase"},
		{"hedge:\n    match: lema\n    phrases: [a]", 4, 12, "expected word or lemma"},
		{"hedge: {match: [word], phrases: [a]}", 3, 18, "expected word or lemma"},
		{"hedge: {case: none, phrases: [a]}", 3, 17, "expected exact"},
		{"hedge: {match: word, phrases: a}", 3, 33, "expected a list of phrases"},
		{"verb: say", 3, 9, "expected a list of words"},
		{"verb: {say: 1}", 3, 9, "expected a list of words"},
		{"noun: [port, [union]]", 3, 16, "expected a word"},
		{"stopword:\n    - the\n    - {a: b}", 5, 7, "expected a word"},
		{"lemma-keep: news", 3, 15, "expected a list of words"},
		{"lemma-irregular: [told]", 3, 20, "expected a mapping of forms to lemmas"},
		{"lemma-irregular: {told: [tell]}", 3, 27, "expected a word"},
		{"lemma-suffix: {ed: e}", 3, 17, "expected a list of suffix rules"},
		{"lemma-suffix: [{suffix: ed}]", 3, 18, "expected {suffix, replace}"},
		{"lemma-suffix: [ed]", 3, 18, "expected {suffix, replace}"},
		{"lemma-suffix: [{suffix: [ed], replace: e}]", 3, 18, "expected {suffix, replace}"},
		{"lemma-suffix: [{suffix: ed, replace: e, minimum: -1}]", 3, 52, "expected a number of letters"},
		{"lemma-suffix: [{suffix: ed, replace: e, minimum: two}]", 3, 52, "expected a number of letters"},
		{"lemma-suffix: [{suffix: ed, replace: e, fallback: 1}]", 3, 53, "expected true or false"},
		{"synonym: [reject]", 3, 12, "expected a mapping of concepts to words"},
		{"synonym: {reject: rebuff}", 3, 21, "expected a list of words"},
		{"synonym: {reject: [[rebuff]]}", 3, 22, "expected a word"},
		{"antonym: [rise, fall]", 3, 12, "expected a mapping of pairs"},
		{"antonym: {x: {a: [rise]}}", 3, 16, "expected {a: [words], b: [words]}"},
		{"antonym: {x: {a: rise, b: fall}}", 3, 16, "expected {a: [words], b: [words]}"},
		{"antonym: {x: {a: [rise], b: [[fall]]}}", 3, 32, "expected a word"},
		{"antonym: {x: {a: [rise], b: [fall], strength: waek}}", 3, 49, "expected weak or strong"},
		{"exclusive: [red, blue]", 3, 14, "expected a mapping of classes"},
		{"exclusive: {colour: [red, blue]}", 3, 23, "expected a mapping of members to words"},
		{"exclusive: {colour: {red: scarlet}}", 3, 29, "expected a list of words"},
		{"compatible: [red, pink]", 3, 15, "expected a mapping of names to words"},
		{"compatible: {warm: [red, [pink]]}", 3, 28, "expected a word"},
		{"related: [ferry, boat]", 3, 12, "expected a mapping of names to words"},
		{"related: {vessel: ferry}", 3, 21, "expected a list of words"},
		{"related: {vessel: [ferry, [boat]]}", 3, 29, "expected a word"},
	};
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct span lists = arena_format(&world.test.arena, LISTS "%s\n", rows[r].lists);
		cr_expect(eq(int, load(HEAD, lists.ptr), JIBE_ERROR_RULE), "%s", rows[r].lists);
		cr_expect(eq(str, world.error.message, (char *)rows[r].message), "%s", rows[r].lists);
		cr_expect(eq(str, world.error.file, (char *)inside("lexicon/words.yml").ptr), "%s", rows[r].lists);
		cr_expect(eq(u32, world.error.line, rows[r].line), "%s", rows[r].lists);
		cr_expect(eq(u32, world.error.column, rows[r].column), "%s", rows[r].lists);
	}
}

Test(language_mistakes, of_a_file_as_a_whole)
{
	static const struct {
		const char *settings, *words, *file;
		enum jibe_status status;
		uint32_t line, column;
	} rows[] = {
		{HEAD "stemmer: klingon\n", "lists: {}", "language.yml", JIBE_ERROR_RULE, 2, 10},
		{HEAD "stemmer: [english]\n", "lists: {}", "language.yml", JIBE_ERROR_RULE, 2, 10},
		{HEAD "endings: {gerund: [ing]}\n", "lists: {}", "language.yml", JIBE_ERROR_RULE, 2, 10},
		{HEAD "clitics: n't\n", "lists: {}", "language.yml", JIBE_ERROR_RULE, 2, 10},
		{HEAD "stemer: english\n", "lists: {}", "language.yml", JIBE_ERROR_RULE, 2, 1},
		{"", LISTS "a: [b]\n", "language.yml", JIBE_ERROR_RULE, 1, 1},
		{HEAD "clitics: [n't, '']\n", "lists: {}", "language.yml", JIBE_ERROR_RULE, 2, 16},
		{HEAD, "lists: [hedge]\n", "lexicon/words.yml", JIBE_ERROR_RULE, 1, 8},
		{HEAD, HEAD "list: {hedge: [a]}\n", "lexicon/words.yml", JIBE_ERROR_RULE, 1, 1},
		{HEAD, "", "lexicon/words.yml", JIBE_ERROR_RULE, 1, 1},
		{HEAD, LISTS "a: [b]\nlits: {c: [d]}\n", "lexicon/words.yml", JIBE_ERROR_RULE, 4, 1},
		{HEAD, "- a\n", "lexicon/words.yml", JIBE_ERROR_RULE, 1, 1},
		{HEAD, "lists: {hedge: [a\n", "lexicon/words.yml", JIBE_ERROR_INPUT, 2, 1},
		{HEAD, "lists: {hedge: [a]}\n---\nx: y\n", "lexicon/words.yml", JIBE_ERROR_INPUT, 3, 1},
		{HEAD, "lists:\n  a: [b]\n  a: [c]\n", "lexicon/words.yml", JIBE_ERROR_INPUT, 3, 3},
		{HEAD, "lists: {a: [\"\xFF\"]}\n", "lexicon/words.yml", JIBE_ERROR_INPUT, 1, 14},
	};
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		cr_expect(eq(int, load(rows[r].settings, rows[r].words), rows[r].status), "row %zu: %s", r,
			  world.error.message);
		cr_expect(eq(str, world.error.file, (char *)inside(rows[r].file).ptr), "row %zu", r);
		cr_expect(eq(u32, world.error.line, rows[r].line), "row %zu: %s", r, world.error.message);
		cr_expect(eq(u32, world.error.column, rows[r].column), "row %zu: %s", r, world.error.message);
		cr_expect(lt(sz, 0, strlen(world.error.message)), "row %zu", r);
	}
}

Test(language_mistakes, a_folder_without_a_language)
{
	cr_expect(eq(int, load_folder(), JIBE_ERROR_FILE));
	cr_expect(eq(str, world.error.file, (char *)inside("language.yml").ptr));
	rmdir(inside("lexicon").ptr);
	write_file("language.yml", HEAD);
	cr_expect(lt(int, load_folder(), 0), "without lexicon/");
}

/* Lists of one name are one list: what one reader of texts needs must not creep into another's. */
Test(english, every_list_stands_in_one_file)
{
	struct test_memory t;
	struct span_list files = {0}, loops = {0}, unreadable = {0}, names = {0};
	struct jibe_error error;
	const char *data = getenv("JIBE_DATA");
	test_begin(&t);
	struct span folder = arena_format(&t.arena, "%s/rules/en", data ? data : ".");
	list_add(&t.arena, &files, file_join(&t.arena, folder, SPAN("language.yml")));
	cr_assert(ge(
		int,
		file_walk(&t.arena, file_join(&t.arena, folder, SPAN("lexicon")), &files, &loops, &unreadable, &error),
		0));
	for (uint32_t i = 0; i < files.count; i++) {
		struct yaml_node *root = NULL;
		struct span text;
		cr_assert(ge(int, file_read(&t.arena, files.items[i], FILE_LIMIT_DEFAULT, &text, &error), 0));
		cr_assert(ge(int, yaml_parse(&t.arena, text, files.items[i], 1, &root, &error), 0), "%s",
			  error.message);
		const struct yaml_node *lists = yaml_get(root, "lists");
		for (uint32_t l = 0; lists && l < lists->count; l++) {
			struct span name = lists->keys[l]->scalar;
			for (uint32_t n = 0; n < names.count; n++)
				cr_expect(not(span_equal(names.items[n], name)), SPAN_FMT ":%u: " SPAN_FMT,
					  SPAN_ARG(files.items[i]), lists->keys[l]->line, SPAN_ARG(name));
			list_add(&t.arena, &names, name);
		}
	}
	cr_expect(lt(u32, 100, names.count));
	test_end(&t);
}
