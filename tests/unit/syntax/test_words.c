/* SPDX-License-Identifier: Apache-2.0 */
/* The words of a sentence, joined by " | "; all sentences of a text one behind the other. */
#include "article/fixture.h"
#include "base/buffer.h"
#include "syntax/tree.h"

static const struct article *read_bare(struct fixture *f, struct span text)
{
	struct article *article = arena_new(&f->test.arena, struct article);
	if (article_read_text(article, &f->test.arena, &f->language, SPAN("a"), text, SPAN(""), &f->error) < 0)
		cr_fatal("%s", f->error.message);
	return article;
}

static void show_words(struct fixture *f, struct buffer *out, const struct article *article, uint32_t sentence)
{
	struct tree tree;
	tree_words(&tree, &f->test.arena, &f->language, article, sentence);
	for (uint32_t i = 0; i < tree.count; i++) {
		buffer_cstr(out, out->len ? " | " : "");
		buffer_add(out, article_text(article, tree.words[i].start, tree.words[i].end));
	}
}

static const char *words_of(struct fixture *f, const char *text)
{
	const struct article *article = read_bare(f, span_cstr(text));
	struct buffer out;
	buffer_init(&out, &f->test.arena);
	for (uint32_t i = 0; i < article->sentences.count; i++)
		show_words(f, &out, article, i);
	return out.ptr;
}

Test(words, like_a_treebank)
{
	static const struct {
		const char *text, *words;
	} rows[] = {
		/* clitics are the tokens' matter */
		{"Velm's mayor didn't go.", "Velm | 's | mayor | did | n't | go | ."},
		/* hyphens cut, but behind a prefix */
		{"a five-day, well-known strike", "a | five | - | day | , | well | - | known | strike"},
		{"pro-harbour and anti-Velm e-mails", "pro-harbour | and | anti-Velm | e-mails"},
		{"since mid-March and post-1990", "since | mid-March | and | post-1990"},
		{"pro -harbour, anti- toll", "pro | - | harbour | , | anti | - | toll"},
		{"a non-AT&T line", "a | non-AT&T | line"},
		{"an anti-10th-hour deal", "an | anti-10th | - | hour | deal"},
		/* marks */
		{"So... she left -- at last?!", "So | ... | she | left | -- | at | last | ?!"},
		{"(two ((three)))", "( | two | ( | ( | three | ) | ) | )"},
		{"Ask Yahoo! about it!", "Ask | Yahoo! | about | it | !"},
		{"He came to \"[...] rest\".", "He | came | to | \" | [...] | rest | \" | ."},
		/* numbers */
		{"the 10th of the 1990s, 55km off", "the | 10th | of | the | 1990s | , | 55 | km | off"},
		{"At 12:30 on 9/11, 5-6 and 3,500", "At | 12:30 | on | 9/11 | , | 5 | - | 6 | and | 3,500"},
		{"on 2031-06-12 or 555-013-7788", "on | 2031-06-12 | or | 555-013-7788"},
		{"$1.2bn, 7% and US$5", "$ | 1.2 | bn | , | 7 | % | and | US$ | 5"},
		{"in the 1980's, in '80's, in 2028's", "in | the | 1980's | , | in | '80's | , | in | 2028 | 's"},
		{"a .38 gun of the '90s and +44 22", "a | .38 | gun | of | the | '90s | and | +44 | 22"},
		{"He said '900 came' and (.5)", "He | said | ' | 900 | came | ' | and | ( | .5 | )"},
		{"the G20's 20th", "the | G20 | 's | 20th"},
		/* words that are two, and tokens that are one */
		{"They cannot; Cannot they?", "They | can | not | ; | Can | not | they | ?"},
		{"Give 'em w/o and/or", "Give | 'em | w/o | and | / | or"},
		{"Dr. Lind of AT&T's Velm office", "Dr. | Lind | of | AT&T | 's | Velm | office"},
		/* addresses */
		{"Ask ida.lind@velm-port.example, or b@c.", "Ask | ida.lind@velm-port.example | , | or | b@c | ."},
		{"(see https://velm.example/a?b=1&c=2).", "( | see | https://velm.example/a?b=1&c=2 | ) | ."},
		{"at www.velm.example/x-y, velm.example/z.", "at | www.velm.example/x-y | , | velm.example/z | ."},
		{"the U.S./Velm pact @velmport #velm #2", "the | U.S. | / | Velm | pact | @velmport | #velm | # | 2"},
		{"at @ 5 and a@ b", "at | @ | 5 | and | a | @ | b"},
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(eq(str, (char *)words_of(&f, rows[i].text), (char *)rows[i].words), "%s", rows[i].text);
	fixture_end(&f);
}

Test(words, name_their_tokens)
{
	struct fixture f;
	struct tree tree;
	fixture_begin(&f);
	const struct article *article = read_bare(&f, SPAN("He cannot re-open at 12:30."));
	tree_words(&tree, &f.test.arena, &f.language, article, 0);
	cr_assert(eq(u32, tree.count, 7));
	cr_expect(eq(u32, tree.words[1].token, 1));
	cr_expect(eq(u32, tree.words[2].token, 1), "both halves are of one token");
	cr_expect(eq(u32, tree.words[3].token, 2));
	cr_expect(eq(u32, tree.words[3].token_count, 3));
	cr_expect(eq(u16, tree_word_of(&tree, 1), 2), "of two the last");
	cr_expect(eq(u16, tree_word_of(&tree, 4), 3));
	cr_expect(eq(u16, tree_word_of(&tree, 9), 6));
	cr_expect(eq(u16, tree.words[6].head, TREE_NONE));
	fixture_end(&f);
}

/* Far too many are a table or a list, and have no tree; as many as allowed have one, even if all of them are cut. */
Test(words, at_most_so_many)
{
	struct fixture f;
	fixture_begin(&f);
	for (uint32_t more = 0; more < 2; more++) {
		struct buffer text;
		struct tree tree;
		buffer_init(&text, &f.test.arena);
		buffer_repeat(&text, "cannot ", TREE_WORDS_MOST / 2 + more);
		const struct article *article = read_bare(&f, buffer_span(&text));
		cr_assert(eq(u32, article->sentences.count, 1));
		tree_words(&tree, &f.test.arena, &f.language, article, 0);
		cr_expect(eq(u32, tree.count, more ? 0 : TREE_WORDS_MOST));
	}
	fixture_end(&f);
}

/* Many tokens may still be few words. */
Test(words, are_counted_not_tokens)
{
	struct fixture f;
	struct tree tree;
	struct buffer text;
	fixture_begin(&f);
	buffer_init(&text, &f.test.arena);
	buffer_cstr(&text, "Velm ");
	buffer_repeat(&text, "-", 3 * TREE_WORDS_MOST);
	buffer_cstr(&text, " port");
	tree_words(&tree, &f.test.arena, &f.language, read_bare(&f, buffer_span(&text)), 0);
	cr_expect(eq(u32, tree.count, 3));
	fixture_end(&f);
}

/* What is no blank belongs to exactly one word, whatever the text. */
Test(words, leave_nothing_out)
{
	static const char *const pieces[] = {"a", "Velm", "5",      "12", " ",      " ",  ".",  "-",  ":",
					     "/", "@",    "'",      "’",  "(",      ")",  "&",  "!",  "?",
					     "#", "+",    "www",    "th", "cannot", "co", "--", "\"", "velm.example",
					     "…", "$",    "\u2010", "s",  "://",    "é"};
	enum { PIECES = sizeof pieces / sizeof *pieces, TEXTS = 2000, LENGTH = 24 };
	uint32_t state = 7;
	struct fixture f;
	fixture_begin(&f);
	for (uint32_t i = 0; i < TEXTS; i++) {
		struct buffer text, got, whole;
		buffer_init(&text, &f.test.arena);
		buffer_init(&got, &f.test.arena);
		buffer_init(&whole, &f.test.arena);
		buffer_cstr(&text, "x");
		for (uint32_t p = 0; p < LENGTH; p++) {
			state = state * 1664525u + 1013904223u;
			buffer_cstr(&text, pieces[(state >> 16) % PIECES]);
		}
		const struct article *article = read_bare(&f, buffer_span(&text));
		for (uint32_t s = 0; s < article->sentences.count; s++) {
			struct tree tree;
			tree_words(&tree, &f.test.arena, &f.language, article, s);
			for (uint32_t w = 0; w < tree.count; w++) {
				struct span word = article_text(article, tree.words[w].start, tree.words[w].end);
				cr_expect(eq(int, word.len && !memchr(word.ptr, ' ', word.len), 1), "%s", text.ptr);
				buffer_add(&got, word);
			}
		}
		for (size_t b = 0; b < text.len; b++)
			if (text.ptr[b] != ' ')
				buffer_byte(&whole, text.ptr[b]);
		cr_assert(eq(str, got.ptr, whole.ptr), "%s", text.ptr);
	}
	fixture_end(&f);
}
