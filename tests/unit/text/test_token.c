/* SPDX-License-Identifier: Apache-2.0 */
/* Tokens: cuts, kinds, flags, folded words; and that no byte is lost or taken twice, on made-up text. */
#include "support.h"

#include "text/token.h"
#include "text/utf8.h"

static const struct span clitics[] = {{"'s", 2}, {"n't", 3}, {"'ll", 3}, {"'re", 3}, {"'ve", 3}, {"'d", 2}, {"'m", 2}};
static const struct token_options options = {clitics, sizeof clitics / sizeof *clitics};

struct scanned {
	struct test_memory t;
	struct intern words;
	struct token_list tokens;
};

static void scan(struct scanned *s, struct span text)
{
	intern_init(&s->words, &s->t.arena);
	s->tokens = (struct token_list){0};
	token_scan(&s->t.arena, &s->words, &options, text, 0, (uint32_t)text.len, &s->tokens);
}

/* The tokens' bytes, joined by "|". */
static const char *cut(struct scanned *s, const char *text)
{
	struct span all = SPAN("");

	scan(s, span_cstr(text));
	for (uint32_t i = 0; i < s->tokens.count; i++)
		all = arena_format(&s->t.arena, SPAN_FMT "%s%.*s", SPAN_ARG(all), i ? "|" : "",
				   (int)(s->tokens.items[i].end - s->tokens.items[i].start),
				   text + s->tokens.items[i].start);
	return all.ptr;
}

Test(token, cuts_as_news_needs_it)
{
	static const struct {
		const char *text, *cut;
	} rows[] = {
		{"", ""},
		{" \n", ""},
		{"Hamas said.", "Hamas|said|."},
		{"Israel's army", "Israel|'s|army"},
		{"Israel’s army", "Israel|’s|army"},
		{"ISRAEL'S", "ISRAEL|'S"},
		{"don't, can’t", "do|n't|,|ca|n’t"},
		{"shouldn't've", "should|n't|'ve"},
		{"they'll we're I've she'd I'm", "they|'ll|we|'re|I|'ve|she|'d|I|'m"},
		{"O'Neill's o'clock", "O'Neill|'s|o'clock"},
		{"the allies' plan", "the|allies|'|plan"},
		{"'s n't", "'|s|n't"},
		{"the G20's and B52’s, 1990's", "the|G20|'s|and|B52|’s|,|1990|'s"},
		{"the U.S.'s (UN)'s", "the|U.S|.|'s|(|UN|)|'s"},
		{"'sun", "'|sun"},
		{"B52 G20 MH370", "B52|G20|MH370"},
		{"55km 1.2bn 10th 1990s 3G", "55|km|1.2|bn|10|th|1990|s|3|G"},
		{"$1.2bn €3,500", "$|1.2|bn|€|3,500"},
		{"7:15 a.m. 10-year", "7|:|15|a.m|.|10|-|year"},
		{"3,500. 5;6 1.", "3,500|.|5;6|1|."},
		{"5% up... “yes” — no", "5|%|up|.|.|.|“|yes|”|—|no"},
		{"a_b __ _1", "a_b|__|_1"},
		{"café naïve Ñandú", "café|naïve|Ñandú"},
		{"5½ km² 20°C", "5|½|km|²|20|°|C"},
		{"10 000 people, 55 km", "10|000|people|,|55|km"}, /* no-break spaces */
		{"10\u202F000 people, 55\u202Fkm\u202F", "10\u202F000|people|,|55|km"},
		{"東京7km", "東|京|7|km"},
		{"x \u0301y", "x|\u0301|y"}, /* a mark on a blank */
		{"a\u00ADb", "a\u00ADb"},    /* a soft hyphen */
		{"🇮🇱🇵🇸 👩‍🚒", "🇮🇱|🇵🇸|👩‍🚒"},
		{"1'000'000", "1'000'000"},
		{"U.S", "U.S"},
		{"a.", "a|."},
		{"said:the", "said:the"},
		{"end.”", "end|.|”"},
		{"It sank.Nobody drowned.Ärzte came", "It|sank|.|Nobody|drowned|.|Ärzte|came"},
		{"J.Varn of U.S.Quays", "J|.|Varn|of|U.S|.|Quays"},
		{"Ph.D W.Va Ida.Lind@velm.example quay/Old.Port www.Velm.example",
		 "Ph.D|W.Va|Ida.Lind|@|velm.example|quay|/|Old.Port|www.Velm.example"},
	};
	struct scanned s;

	test_begin(&s.t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(eq(str, (char *)cut(&s, rows[i].text), (char *)rows[i].cut), "%s", rows[i].text);
	test_end(&s.t);
}

Test(token, tells_kinds_and_flags)
{
	enum { W = TOKEN_WORD, N = TOKEN_NUMBER, M = TOKEN_MARK };
	enum { U = TOKEN_UPPER, C = TOKEN_CAPS, S = TOKEN_SPACE, L = TOKEN_LINE, T = TOKEN_CLITIC, X = TOKEN_MIXED };
	static const struct {
		const char *text;
		uint32_t which;
		int kind, flags;
	} rows[] = {
		{"Rafah", 0, W, U | S},
		{"NATO", 0, W, U | C | S},
		{"A", 0, W, U | S},
		{"iPhone", 0, W, X | S},
		{"McGurk", 0, W, U | X | S},
		{"U.S", 0, W, U | C | S},
		{"G20", 0, W, U | S},
		{"Élan", 0, W, U | S},
		{"ÉLAN", 0, W, U | C | S},
		{"7km", 0, N, S},
		{"7km", 1, W, 0},
		{"7kW", 1, W, X},
		{"it's", 1, W, T},
		{"a b", 1, W, S},
		{"a\nb", 1, W, S | L},
		{"a \r\n b", 1, W, S | L},
		{"a,b", 1, M, 0},
		{"a,b", 2, W, 0},
		{"\n\na", 0, W, S | L},
		{"x\u2029y", 1, W, S | L},
		{"x\u00A0y", 1, W, S},
		{"__", 0, M, S},
		{"_a", 0, W, S},
		{"_1", 0, M, S},
		{"٣٥", 0, N, S},
		{"東", 0, W, S},
		{"😀", 0, M, S},
		{"55\u202Fkm", 1, W, S},
		{"G20's", 1, W, T},
		{"a 's", 1, M, S},
	};
	struct scanned s;

	test_begin(&s.t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		scan(&s, span_cstr(rows[i].text));
		cr_assert(lt(u32, rows[i].which, s.tokens.count), "%s", rows[i].text);
		cr_expect(eq(int, s.tokens.items[rows[i].which].kind, rows[i].kind), "%s", rows[i].text);
		cr_expect(eq(int, s.tokens.items[rows[i].which].flags, rows[i].flags), "%s", rows[i].text);
	}
	test_end(&s.t);
}

Test(token, folds_words)
{
	static const struct {
		const char *text;
		uint32_t which;
		const char *word;
	} rows[] = {
		{"NATO", 0, "nato"},
		{"Israel’s", 1, "'s"},
		{"CAFÉ Café café", 2, "café"},
		{"ﬁre", 0, "fire"},
		{"’", 0, "'"},
		{"3,500", 0, "3,500"},
		{"“", 0, "“"},
		{"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ", 0,
		 "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"},
	};
	struct scanned s;

	test_begin(&s.t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct token *token;

		scan(&s, span_cstr(rows[i].text));
		token = &s.tokens.items[rows[i].which];
		test_expect_span(intern_string(&s.words, token->word), rows[i].word, rows[i].text);
		cr_expect(eq(u32, token->lemma, token->word));
	}
	test_end(&s.t);
}

Test(token, scans_a_range)
{
	static const char text[] = "One.\n Two don't";
	struct scanned s;

	test_begin(&s.t);
	intern_init(&s.words, &s.t.arena);
	s.tokens = (struct token_list){0};
	token_scan(&s.t.arena, &s.words, &options, SPAN(text), 6, 12, &s.tokens); /* "Two do" */
	cr_assert(eq(u32, s.tokens.count, 2));
	cr_expect(eq(u32, s.tokens.items[0].start, 6));
	cr_expect(eq(u32, s.tokens.items[1].end, 12));
	cr_expect(eq(int, s.tokens.items[0].flags, TOKEN_UPPER | TOKEN_SPACE | TOKEN_LINE));
	token_scan(&s.t.arena, &s.words, &options, SPAN(text), 3, 3, &s.tokens);
	cr_expect(eq(u32, s.tokens.count, 2), "an empty range has no tokens");
	test_end(&s.t);
}

/* What the pieces of made-up text are drawn from: everything that has a rule of its own. */
static const char *const pieces[] = {
	"a",  "Word", "don't", "’s", "'",    "’",      "7",      "1.2",    "55km",   ".",      ",",    ":",
	"_",  "-",    " ",     "\n", "\r\n", "\u00A0", "\u202F", "\u0301", "\u200D", "\u00AD", "é",    "東",
	"カ", "א",    "\"",    "🇮",  "😀",    "\u2028", "\uFEFF", "n't",    "٣",      "ﷺ",      "\x01",
};

static uint32_t draw(uint64_t *state, size_t limit)
{
	*state = hash_mix(*state, 1);
	return (uint32_t)(*state % limit);
}

/* Every byte of TEXT belongs to one token, or to a blank; tokens are in order and not empty. */
static void check_cover(const struct scanned *s, struct span text, uint64_t seed)
{
	uint32_t at = 0, length;

	for (uint32_t i = 0; i <= s->tokens.count; i++) {
		uint32_t start = i < s->tokens.count ? s->tokens.items[i].start : (uint32_t)text.len;

		cr_assert(le(u32, at, start), "seed %u: tokens overlap", (unsigned)seed);
		for (; at < start; at += length)
			if (!utf8_is_space(utf8_decode(text, at, &length)))
				cr_fatal("seed %u: byte %u is in no token", (unsigned)seed, (unsigned)at);
		if (i == s->tokens.count)
			break;
		cr_assert(lt(u32, start, s->tokens.items[i].end), "seed %u", (unsigned)seed);
		cr_assert(not(utf8_is_space(utf8_decode(text, start, &length))), "seed %u: starts blank",
			  (unsigned)seed);
		at = s->tokens.items[i].end;
		cr_assert(le(u32, at, (uint32_t)text.len), "seed %u", (unsigned)seed);
		cr_assert(eq(sz, utf8_validate(span_slice(text, start, at)), at - start), "seed %u", (unsigned)seed);
	}
}

static void check_seed(struct scanned *s, uint64_t seed)
{
	struct arena_mark mark = arena_mark(&s->t.arena);
	uint64_t state = seed;
	char bytes[2048];
	char *exact;
	size_t len = 0;

	for (uint32_t i = 0; i < 300; i++) {
		const char *piece = pieces[draw(&state, sizeof pieces / sizeof *pieces)];

		memcpy(bytes + len, piece, strlen(piece));
		len += strlen(piece);
	}
	exact = arena_alloc(&s->t.arena, len); /* poisoned behind its end */
	memcpy(exact, bytes, len);
	scan(s, span_make(exact, len));
	check_cover(s, span_make(exact, len), seed);
	arena_rewind(&s->t.arena, mark);
}

Test(token, covers_every_byte_that_is_not_blank_once)
{
	struct scanned s;

	test_begin(&s.t);
	for (uint64_t seed = 1; seed <= 300; seed++)
		check_seed(&s, seed);
	test_end(&s.t);
}

/* Where UAX 29 sees a boundary, a token ends. */
static void check_boundaries(struct scanned *s, struct span text)
{
	struct arena_mark mark = arena_mark(&s->t.arena);

	scan(s, text);
	check_cover(s, text, 0);
	for (uint32_t at = 0, i = 0; at < text.len;) {
		at = token_next_boundary(text, at);
		while (i + 1 < s->tokens.count && s->tokens.items[i].end < at)
			i++;
		if (s->tokens.items[i].end != at)
			cr_fatal(SPAN_FMT ": no token ends at %u", SPAN_ARG(text), (unsigned)at);
	}
	arena_rewind(&s->t.arena, mark);
}

Test(token, the_fast_path_agrees_with_the_boundaries)
{
	struct scanned s;

	test_begin(&s.t);
	for (char a = '!'; a < 0x7F; a++)
		for (char b = '!'; b < 0x7F; b++) {
			const char text[] = {'x', a, b, '7', 'y'};

			check_boundaries(&s, span_make(text, sizeof text));
		}
	test_end(&s.t);
}
