/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tokens of a sentence into the words that treebanks cut.
 *
 *   The pro - harbour side can|not sell 55 km by the 10|th ... at 12 : 30
 *   → The pro-harbour side can not sell 55 km by the 10th ... at 12:30
 *
 * Joined: an address; a run of one mark ("--") or of marks that end a sentence
 * ("?!"); numbers with ":" or "/" between, with two hyphens or more (dates,
 * telephones), and what belongs to a number ("th", a sign, a leading stop);
 * a prefix with its hyphen; what stands about "&"; what a list says. All of it
 * only where no blank stands between. Which words are two is a list's matter,
 * too (rules/<language>/lexicon/words.yml).
 *
 * Limits: the stop of "U.S." at a sentence's end stays with its word; ranges
 * ("5-6") are three words, even where they are a telephone's ("555-0123").
 */
#include "syntax/tree.h"
#include "text/utf8.h"

enum list { PREFIX, NUMBER_ENDING, YEAR_MARK, CUT, WHOLE, NAME_MARK, SENTENCE_END, BRACKET_OPEN, BRACKET_CLOSE, LISTS };

static const char *const list_names[LISTS] = {
	"word-prefix", "word-number-ending", "year-mark",    "word-cut",      "word-whole",
	"name-mark",   "sentence-end",       "bracket-open", "bracket-close",
};

#define DATE_GROUPS 3  /* numbers between hyphens: fewer are a range */
#define YEAR_DIGITS 2  /* of "'90s" */
#define LAST_LETTERS 2 /* of an address's last piece, at least: not "U.S/Canada" */

struct cutter {
	const struct article *article;
	struct lookup lookup;
	const uint32_t *lists;
	const struct token *tokens;
	uint32_t first, end; /* tokens of the sentence */
	struct tree *tree;
	uint32_t most; /* words that TREE has room for */
};

/* The next token stands right behind AT. */
static bool goes_on(const struct cutter *cut, uint32_t at)
{
	return at + 1 < cut->end && cut->tokens[at].end == cut->tokens[at + 1].start;
}

/* AT is right behind the token before it. */
static bool stands_behind(const struct cutter *cut, uint32_t at)
{
	return at > cut->first && cut->tokens[at - 1].end == cut->tokens[at].start;
}

static struct span text_of(const struct cutter *cut, uint32_t at)
{
	return span_slice(cut->article->plain, cut->tokens[at].start, cut->tokens[at].end);
}

static bool is_mark(const struct cutter *cut, uint32_t at, const char *text)
{
	return cut->tokens[at].kind == TOKEN_MARK && span_equal(text_of(cut, at), span_cstr(text));
}

/* AT is an ASCII mark, one of MARKS. */
static bool is_one_of(const struct cutter *cut, uint32_t at, const char *marks)
{
	struct span text = text_of(cut, at);
	return cut->tokens[at].kind == TOKEN_MARK && text.len == 1 && strchr(marks, text.ptr[0]);
}

static bool is_kind(const struct cutter *cut, uint32_t at, enum token_kind kind)
{
	return cut->tokens[at].kind == kind;
}

static bool in_list(const struct cutter *cut, uint32_t at, enum list list)
{
	return lookup_is(&cut->lookup, at, cut->lists[list]);
}

static bool is_hyphen(const struct cutter *cut, uint32_t at)
{
	return is_mark(cut, at, "-") || is_mark(cut, at, "\u2010") || is_mark(cut, at, "\u2011");
}

/* Addresses. */

#define URL_ENDS "\"<>()[]{}'`" /* marks that no address holds */
#define URL_INNER "/#&=%-_+~@$" /* that one may end in */

/* The token behind the address of the web that goes on at AT. */
static uint32_t url_end(const struct cutter *cut, uint32_t at)
{
	uint32_t start = at;
	while (goes_on(cut, at) && !is_one_of(cut, at + 1, URL_ENDS) &&
	       (!is_kind(cut, at + 1, TOKEN_MARK) || text_of(cut, at + 1).len == 1))
		at++;
	while (at > start && is_kind(cut, at, TOKEN_MARK) && !is_one_of(cut, at, URL_INNER))
		at--;
	return at + 1;
}

/* "ida.lind@velm.example": AT is the sign. *START: the first token, FROM or later. 0: it is none. */
static uint32_t mail_end(const struct cutter *cut, uint32_t from, uint32_t at, uint32_t *start)
{
	uint32_t first = at, last = at;
	while (first > from && stands_behind(cut, first) &&
	       (!is_kind(cut, first - 1, TOKEN_MARK) || is_one_of(cut, first - 1, ".-_+%")))
		first--;
	while (first < at && is_kind(cut, first, TOKEN_MARK))
		first++;
	while (goes_on(cut, last) && (!is_kind(cut, last + 1, TOKEN_MARK) || is_one_of(cut, last + 1, ".-_")))
		last++;
	while (last > at && is_kind(cut, last, TOKEN_MARK))
		last--;
	*start = first;
	return first < at && last > at ? last + 1 : 0;
}

/* "velm.example" before a slash. */
static bool is_host(const struct cutter *cut, uint32_t at)
{
	struct span text = text_of(cut, at);
	size_t letters = 0, length = text.len;
	if (!is_kind(cut, at, TOKEN_WORD))
		return false;
	while (letters < length && text.ptr[length - 1 - letters] >= 'a' && text.ptr[length - 1 - letters] <= 'z')
		letters++;
	return letters >= LAST_LETTERS && letters + 1 < length && text.ptr[length - 1 - letters] == '.';
}

/* The first address at FROM or later: *START, and the token behind it; 0: none before a blank. */
static uint32_t find_address(const struct cutter *cut, uint32_t from, uint32_t *start)
{
	for (uint32_t at = from;; at++) {
		uint32_t end = 0;
		bool more = goes_on(cut, at);
		*start = at;
		if (more && is_mark(cut, at, "@"))
			end = mail_end(cut, from, at, start);
		else if (more && is_mark(cut, at + 1, ":") && goes_on(cut, at + 1) && is_mark(cut, at + 2, "/") &&
			 goes_on(cut, at + 2) && is_mark(cut, at + 3, "/") && is_kind(cut, at, TOKEN_WORD))
			end = url_end(cut, at);
		else if (more && is_mark(cut, at + 1, "/") && is_host(cut, at))
			end = url_end(cut, at);
		else if (span_starts(text_of(cut, at), SPAN("www.")))
			end = url_end(cut, at);
		if (end || !more)
			return end;
	}
}

/* Words. */

/* "80", "1980": what is cut off behind is no genitive's then ("the 1980's"). */
static bool is_decade(struct span number)
{
	return (number.len == 2 || number.len == 4) && number.ptr[number.len - 1] == '0';
}

/* The token behind the number at AT and what belongs to it: 12:30, 9/11, 2031-06-12, 10th. */
static uint32_t number_end(const struct cutter *cut, uint32_t at)
{
	uint32_t groups = 1, last;
	while (goes_on(cut, at) && is_one_of(cut, at + 1, ":/") && goes_on(cut, at + 1) &&
	       is_kind(cut, at + 2, TOKEN_NUMBER))
		at += 2;
	for (last = at; goes_on(cut, last) && is_hyphen(cut, last + 1) && goes_on(cut, last + 1) &&
			is_kind(cut, last + 2, TOKEN_NUMBER);
	     last += 2)
		groups++;
	if (groups >= DATE_GROUPS)
		at = last;
	if (goes_on(cut, at) && (cut->tokens[at + 1].flags & TOKEN_CLITIC ? is_decade(text_of(cut, at))
									  : in_list(cut, at + 1, NUMBER_ENDING)))
		at++;
	return at + 1;
}

/* The mark at AT begins a number or a name: ".38", "+44", "'90s", "#varn", "@varn". */
static bool is_sign(const struct cutter *cut, uint32_t at)
{
	bool apart = !stands_behind(cut, at) || in_list(cut, at - 1, BRACKET_OPEN);
	if (!apart || !goes_on(cut, at))
		return false;
	if (is_kind(cut, at + 1, TOKEN_WORD))
		return is_one_of(cut, at, "#@");
	return is_kind(cut, at + 1, TOKEN_NUMBER) &&
	       (is_one_of(cut, at, ".+") || (in_list(cut, at, YEAR_MARK) && text_of(cut, at + 1).len == YEAR_DIGITS));
}

static uint32_t mark_end(const struct cutter *cut, uint32_t at)
{
	bool ends = in_list(cut, at, SENTENCE_END);
	if (is_sign(cut, at))
		return is_kind(cut, at + 1, TOKEN_NUMBER) ? number_end(cut, at + 1) : at + 2;
	if (in_list(cut, at, BRACKET_OPEN) || in_list(cut, at, BRACKET_CLOSE))
		return at + 1;
	while (goes_on(cut, at) &&
	       (cut->tokens[at + 1].word == cut->tokens[at].word || (ends && in_list(cut, at + 1, SENTENCE_END))))
		at++;
	return at + 1;
}

/* Between AT and what stands two tokens on there is a mark, and no blank. */
static bool is_bridge(const struct cutter *cut, uint32_t at)
{
	return goes_on(cut, at) && goes_on(cut, at + 1) && is_kind(cut, at + 1, TOKEN_MARK) &&
	       !is_kind(cut, at + 2, TOKEN_MARK);
}

/* The token behind the word that begins at AT. */
static uint32_t word_end(const struct cutter *cut, uint32_t at)
{
	struct hit whole = lookup_find(&cut->lookup, at, cut->lists[WHOLE]);
	uint32_t last = at;
	while (whole.count > 1 && last + 1 < at + whole.count && goes_on(cut, last))
		last++;
	if (whole.count > 1 && last + 1 == at + whole.count)
		return last + 1;
	while (is_bridge(cut, at) && is_hyphen(cut, at + 1) && in_list(cut, at, PREFIX))
		at += 2;
	if (is_kind(cut, at, TOKEN_NUMBER))
		return number_end(cut, at);
	if (is_kind(cut, at, TOKEN_MARK))
		return mark_end(cut, at);
	while (is_bridge(cut, at) && is_mark(cut, at + 1, "&") && is_kind(cut, at + 2, TOKEN_WORD))
		at += 2;
	return goes_on(cut, at) && is_mark(cut, at + 1, "!") && in_list(cut, at, NAME_MARK) ? at + 2 : at + 1;
}

static void push(struct cutter *cut, uint32_t token, uint32_t behind, uint32_t start, uint32_t end)
{
	if (cut->tree->count < cut->most)
		cut->tree->words[cut->tree->count] = (struct tree_word){
			.start = start, .end = end, .token = token, .token_count = behind - token, .head = TREE_NONE};
	cut->tree->count++;
}

/* Where the one token at AT is cut in two; its end: it is one word. */
static uint32_t find_cut(const struct cutter *cut, uint32_t at)
{
	struct hit hit = lookup_find(&cut->lookup, at, cut->lists[CUT]);
	uint32_t start = cut->tokens[at].start, end = cut->tokens[at].end, length;
	if (hit.count != 1)
		return end;
	for (uint32_t left = utf8_count(language_entry(cut->lookup.language, &hit)->text); left && start < end;
	     left--) {
		utf8_decode(cut->article->plain, start, &length);
		start += length;
	}
	return start;
}

/* Tokens from AT to END, which hold no address. */
static void cut_words(struct cutter *cut, uint32_t at, uint32_t end)
{
	uint32_t sentence_end = cut->end, behind;
	cut->end = end;
	for (; at < end; at = behind) {
		uint32_t start = cut->tokens[at].start, middle;
		behind = word_end(cut, at);
		middle = behind == at + 1 ? find_cut(cut, at) : cut->tokens[behind - 1].end;
		push(cut, at, behind, start, middle);
		if (middle < cut->tokens[behind - 1].end)
			push(cut, at, behind, middle, cut->tokens[at].end);
	}
	cut->end = sentence_end;
}

void tree_words(struct tree *tree, struct arena *arena, struct language *language, const struct article *article,
		uint32_t sentence)
{
	const struct sentence *of = &article->sentences.items[sentence];
	struct cutter cut = {.article = article,
			     .lookup = article_lookup(article, language),
			     .lists = language_lists(language, list_names, LISTS),
			     .tokens = article->tokens.items,
			     .first = of->first_token,
			     .end = of->first_token + of->token_count,
			     .tree = tree};
	cut.most = of->token_count < TREE_WORDS_MOST / 2 ? 2 * of->token_count : TREE_WORDS_MOST;
	*tree = (struct tree){.words = arena_array(arena, struct tree_word, cut.most)};
	for (uint32_t at = cut.first, start; at < cut.end;) {
		uint32_t behind = find_address(&cut, at, &start);
		cut_words(&cut, at, behind ? start : start + 1);
		if (behind)
			push(&cut, start, behind, cut.tokens[start].start, cut.tokens[behind - 1].end);
		at = behind ? behind : start + 1;
	}
	if (tree->count > cut.most)
		tree->count = 0;
}
