/* SPDX-License-Identifier: Apache-2.0 */
/* English forms into their lemmas, with the flags that a form has. */
#include "article/fixture.h"

static const struct word_info *info_of(struct fixture *f, const char *word)
{
	return language_word(&f->language, intern_add(&f->language.words, span_cstr(word)));
}

Test(lemma, of_a_form)
{
	static const struct {
		const char *form, *lemma;
	} rows[] = {
		/* irregular */
		{"was", "be"},
		{"been", "be"},
		{"had", "have"},
		{"did", "do"},
		{"said", "say"},
		{"told", "tell"},
		{"found", "find"},
		{"left", "leave"},
		{"fell", "fall"},
		{"rose", "rise"},
		{"risen", "rise"},
		{"sought", "seek"},
		{"withdrew", "withdraw"},
		{"children", "child"},
		{"spokespeople", "spokesperson"},
		{"women", "woman"},
		{"n't", "not"},
		{"ca", "can"},
		{"litres", "liter"},
		/* regular, by a rule that leads to a known verb or noun */
		{"closed", "close"},
		{"planned", "plan"},
		{"rescued", "rescue"},
		{"agreed", "agree"},
		{"carries", "carry"},
		{"denied", "deny"},
		{"watches", "watch"},
		{"crashes", "crash"},
		{"refused", "refuse"},
		{"visited", "visit"},
		{"rebuffed", "rebuff"},
		{"stopped", "stop"},
		{"making", "make"},
		{"running", "run"},
		{"talks", "talk"},
		{"houses", "house"},
		{"cities", "city"},
		{"attacks", "attack"},
		{"killed", "kill"},
		{"controlled", "control"},
		{"panicked", "panic"},
		{"buses", "bus"},
		{"taxes", "tax"},
		{"losses", "loss"},
		/* words that only look inflected */
		{"news", "news"},
		{"during", "during"},
		{"united", "united"},
		{"series", "series"},
		{"hundred", "hundred"},
		{"brussels", "brussels"},
		{"morning", "morning"},
		{"always", "always"},
		{"crisis", "crisis"},
		{"species", "species"},
		{"bus", "bus"},
		{"need", "need"},
		{"ring", "ring"},
		{"spring", "spring"},
		{"this", "this"},
		{"less", "less"},
		/* lemmas */
		{"close", "close"},
		{"say", "say"},
		{"port", "port"},
		{"be", "be"},
		/* in no list: the cautious rules */
		{"zorbed", "zorb"},
		{"florbles", "florble"},
		{"blorking", "blork"},
		{"grombies", "gromby"},
		{"vexoning", "vexon"},
		{"kranching", "kranch"},
		{"dralked", "dralk"},
		/* no word to shorten */
		{"s", "s"},
		{"ed", "ed"},
		{"ing", "ing"},
		{"", ""},
		{"é", "é"},
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
		expect_span(intern_string(&f.language.words, info_of(&f, rows[r].form)->lemma), rows[r].lemma);
	fixture_end(&f);
}

Test(lemma, flags_of_a_form)
{
	enum { FORMS = WORD_GERUND | WORD_THIRD | WORD_PAST };
	static const struct {
		const char *form;
		unsigned have, lack;
	} rows[] = {
		{"the", WORD_STOP, WORD_VERB | WORD_NOUN | FORMS},
		{"reject", WORD_VERB, FORMS},
		{"rejected", WORD_VERB | WORD_PAST, WORD_GERUND | WORD_THIRD},
		{"rejects", WORD_VERB | WORD_THIRD, WORD_GERUND | WORD_PAST},
		{"rejecting", WORD_VERB | WORD_GERUND, WORD_PAST | WORD_THIRD},
		{"withdrew", WORD_VERB | WORD_PAST, WORD_GERUND | WORD_THIRD},
		{"told", WORD_VERB | WORD_PAST, WORD_NOUN},
		{"talks", WORD_VERB | WORD_NOUN | WORD_THIRD, WORD_PAST},
		{"ceiling", 0, FORMS},
		{"news", 0, FORMS},
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		unsigned flags = info_of(&f, rows[r].form)->flags;
		cr_expect(eq(u32, flags & rows[r].have, rows[r].have), "%s", rows[r].form);
		cr_expect(eq(u32, flags & rows[r].lack, 0), "%s", rows[r].form);
	}
	fixture_end(&f);
}

Test(lemma, of_a_lemma_is_itself)
{
	struct fixture f;
	fixture_begin(&f);
	uint32_t words = f.language.words.count;
	for (uint32_t word = 0; word < words; word++) {
		uint32_t lemma = language_word(&f.language, word)->lemma;
		if (!table_get(&f.language.verbs, word) && !table_get(&f.language.nouns, word))
			continue;
		cr_expect(eq(u32, language_word(&f.language, lemma)->lemma, lemma),
			  SPAN_FMT " → " SPAN_FMT " → " SPAN_FMT, SPAN_ARG(intern_string(&f.language.words, word)),
			  SPAN_ARG(intern_string(&f.language.words, lemma)),
			  SPAN_ARG(intern_string(&f.language.words, language_word(&f.language, lemma)->lemma)));
	}
	fixture_end(&f);
}

Test(lemma, is_remembered_and_does_not_depend_on_what_came_before)
{
	static const char *const words[] = {"grombled", "grombles", "gromble", "grombling", "port"};
	enum { COUNT = sizeof words / sizeof *words };
	for (size_t first = 0; first < COUNT; first++) {
		struct fixture f;
		fixture_begin(&f);
		for (size_t i = 0; i < COUNT; i++)
			info_of(&f, words[(first + i) % COUNT]);
		expect_span(intern_string(&f.language.words, info_of(&f, "grombled")->lemma), "gromble");
		expect_span(intern_string(&f.language.words, info_of(&f, "grombling")->lemma), "gromble");
		expect_span(intern_string(&f.language.words, info_of(&f, "grombles")->lemma), "gromble");
		fixture_end(&f);
	}
}
