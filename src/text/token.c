/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text into tokens: UAX 29 segments (boundary.c), cut where news needs it.
 *
 *   "Hamas’s $1.2bn, didn't"  →  Hamas ’s $ 1.2 bn , did n't
 *
 * Nearly all segments of news are runs of ASCII letters or digits, or one ASCII
 * mark; those are found, folded and looked up here, eight bytes at a time,
 * without asking boundary.c or utf8proc; cut.c takes the others apart. A clitic
 * that UAX 29 leaves apart, behind a digit or a stop ("the G20's", "the
 * U.S.'s"), is joined to its apostrophe. Limits: those of cut.c.
 */
#include "text/eight.h"
#include "text/tokenizer.h"
#include "text/utf8.h"

/* Letters, digits and the low line: what UAX 29 joins without a further look. */
static bool is_run_byte(unsigned char byte)
{
	return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
}

/* ASCII marks that may stand inside a word or a number. */
static bool is_joiner(unsigned char byte)
{
	return byte == '.' || byte == '\'' || byte == ',' || byte == ':' || byte == ';';
}

static bool is_line_break(uint32_t point)
{
	return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

static void count_letter(struct letters *letters, bool upper)
{
	if (!letters->count++)
		letters->first_upper = upper;
	letters->upper += upper;
}

static void push(struct tokenizer *scan, uint32_t start, uint32_t end, const struct letters *letters, uint32_t word,
		 uint8_t flags)
{
	struct token_list *list = scan->list;
	struct token *token = list->count < list->capacity ? &list->items[list->count++] : list_push(scan->arena, list);

	flags |= scan->before;
	scan->before = 0;
	if (letters->first_upper)
		flags |= TOKEN_UPPER;
	if (letters->count > 1 && letters->upper == letters->count)
		flags |= TOKEN_CAPS;
	else if (letters->upper > letters->first_upper)
		flags |= TOKEN_MIXED;
	*token = (struct token){.start = start, .end = end, .word = word, .lemma = word, .flags = flags};
	token->kind = letters->count ? TOKEN_WORD : letters->first_digit ? TOKEN_NUMBER : TOKEN_MARK;
}

/* The folded form's id; each distinct word is normalised about once, since that costs a microsecond. */
static uint32_t intern_folded(struct tokenizer *scan, struct span raw, uint32_t start)
{
	struct cached *cached = &scan->cache[span_hash(raw) & (CACHE_SIZE - 1)];
	struct arena_mark mark;
	struct span folded;
	uint32_t word;

	if (cached->length == raw.len && !memcmp(scan->text.ptr + cached->start, raw.ptr, raw.len))
		return cached->word;
	mark = arena_mark(scan->arena);
	folded = utf8_fold(scan->arena, raw);
	word = intern_find(scan->words, folded);
	if (word == UINT32_MAX)
		word = intern_add(scan->words, folded); /* may share the arena, so no rewinding */
	else
		arena_rewind(scan->arena, mark);
	*cached = (struct cached){start, (uint32_t)raw.len, word};
	return word;
}

static void push_unicode(struct tokenizer *scan, uint32_t start, uint32_t end, uint8_t flags)
{
	struct letters letters = {0};
	uint32_t length;

	letters.first_digit = utf8_is_digit(utf8_decode(scan->text, start, &length));
	for (uint32_t at = start; at < end; at += length) {
		uint32_t point = utf8_decode(scan->text, at, &length);

		if (utf8_is_letter(point))
			count_letter(&letters, utf8_is_upper(point));
	}
	push(scan, start, end, &letters, intern_folded(scan, span_slice(scan->text, start, end), start), flags);
}

void token_push(struct tokenizer *scan, uint32_t start, uint32_t end, uint8_t flags)
{
	struct letters letters = {.first_digit = byte_at(scan, start) >= '0' && byte_at(scan, start) <= '9'};
	char folded[ASCII_MAX];
	uint32_t length = end - start;

	for (uint32_t i = 0; i < length; i++) {
		unsigned char byte = byte_at(scan, start + i);
		bool upper = byte >= 'A' && byte <= 'Z';

		if (byte >= 0x80 || length > ASCII_MAX) {
			push_unicode(scan, start, end, flags);
			return;
		}
		if (upper || (byte >= 'a' && byte <= 'z'))
			count_letter(&letters, upper);
		folded[i] = (char)(upper ? byte + 32 : byte);
	}
	push(scan, start, end, &letters, intern_add(scan->words, span_make(folded, length)), flags);
}

/* Where the blank at AT ends; AT: it is none. */
static uint32_t skip_blank(struct tokenizer *scan, uint32_t at)
{
	uint32_t length, point;

	if (byte_at(scan, at) > ' ' && byte_at(scan, at) < 0x80)
		return at;
	point = utf8_decode(scan->text, at, &length);
	if (!utf8_is_space(point))
		return at;
	scan->before |= is_line_break(point) ? TOKEN_SPACE | TOKEN_LINE : TOKEN_SPACE;
	return at + length;
}

static bool is_ascii_letter(unsigned char byte)
{
	return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

/* The end of the letters, digits and low lines from AT on; an apostrophe between two letters is one of them. */
static uint32_t run_end(const struct tokenizer *scan, uint32_t at, bool *apostrophe)
{
	uint32_t limit = (uint32_t)scan->text.len, start = at;

	while (at < limit) {
		bool inside = byte_at(scan, at) == '\'' && at > start && at + 1 < limit &&
			      is_ascii_letter(byte_at(scan, at - 1)) && is_ascii_letter(byte_at(scan, at + 1));

		if (!inside && !is_run_byte(byte_at(scan, at)))
			break;
		*apostrophe = *apostrophe || inside;
		at++;
	}
	return at;
}

/* The end of a segment that starts at AT and is an ASCII run or mark beyond doubt; AT: ask boundary.c. */
static uint32_t ascii_segment(const struct tokenizer *scan, uint32_t at, bool *is_run, bool *apostrophe)
{
	uint32_t end = run_end(scan, at, apostrophe), limit = (uint32_t)scan->text.len;
	unsigned char next;

	*is_run = end > at;
	if (!*is_run)
		end++; /* a mark */
	if (end >= limit)
		return byte_at(scan, at) < 0x80 ? limit : at;
	next = byte_at(scan, end);
	if (next >= 0x80 || byte_at(scan, at) >= 0x80)
		return at;
	if (!*is_run || !is_joiner(next) || end + 1 >= limit)
		return end;
	return is_run_byte(byte_at(scan, end + 1)) || byte_at(scan, end + 1) >= 0x80 ? at : end;
}

/* Keeps the first LENGTH of the eight bytes and counts their letters. */
static void keep(struct eight *eight, uint32_t length, struct letters *letters)
{
	uint64_t within = length < 8 ? (UINT64_C(1) << 8 * length) - 1 : UINT64_MAX;
	letters->count += count_tops(eight->letters & within);
	letters->upper += count_tops(eight->upper & within);
	eight->folded = first_lowest(eight->folded & within);
}

/* What follows a run of letters and digits could belong to its token. */
static bool goes_on(const struct tokenizer *scan, uint32_t end)
{
	if (end >= scan->text.len)
		return false;
	unsigned char next = byte_at(scan, end);
	if (next == ' ') /* nearly always */
		return false;
	if (next >= 0x80 || next == '_')
		return true;
	unsigned char behind = end + 1 < scan->text.len ? byte_at(scan, end + 1) : ' ';
	return is_joiner(next) && (is_run_byte(behind) || behind >= 0x80);
}

#define TWO_LOOKS 16

/* A plain word at AT: ASCII letters and digits, the first a letter, and nothing behind that could belong to it; nearly all
 * words of English news are such. Pushes it and returns its end; AT: it is none. */
static uint32_t plain_word(struct tokenizer *scan, uint32_t at)
{
	if (scan->readable - at < TWO_LOOKS)
		return at;
	struct eight first = eight_look(scan->text.ptr + at), second = {0};
	struct letters letters = {.first_upper = first.upper & 0x80};
	uint32_t length = 8;
	if (!(first.letters & 0x80))
		return at;
	if (first.others) {
		length = (uint32_t)__builtin_ctzll(first.others) / 8;
	} else {
		second = eight_look(scan->text.ptr + at + 8);
		if (!second.others)
			return at;
		length += (uint32_t)__builtin_ctzll(second.others) / 8;
	}
	if (at + length > scan->text.len || goes_on(scan, at + length))
		return at;
	keep(&first, length < 8 ? length : 8, &letters);
	char word[16];
	memcpy(word, &first.folded, 8);
	uint32_t id;
	if (length <= 8) {
		id = intern_add_short(scan->words, word, length);
	} else {
		keep(&second, length - 8, &letters);
		memcpy(word + 8, &second.folded, 8);
		id = intern_add(scan->words, span_make(word, length));
	}
	push(scan, at, at + length, &letters, id, 0);
	return at + length;
}

/* The tokens of one segment or blank at AT; returns its end. */
static uint32_t scan_one(struct tokenizer *scan, uint32_t at)
{
	bool is_run, apostrophe = false;
	uint32_t end, clitic_end;

	if (byte_at(scan, at) == ' ') { /* before two tokens of three */
		scan->before |= TOKEN_SPACE;
		if (++at == scan->text.len)
			return at;
	}
	end = plain_word(scan, at);
	if (end > at)
		return end;
	end = skip_blank(scan, at);
	if (end > at)
		return end;
	clitic_end = scan->before || is_run_byte(byte_at(scan, at)) ? at : cut_loose_clitic(scan, at);
	end = ascii_segment(scan, at, &is_run, &apostrophe);
	if (clitic_end > at) {
		end = clitic_end;
		token_push(scan, at, end, TOKEN_CLITIC);
	} else if (end == at) {
		end = token_next_boundary(scan->text, at);
		cut_segment(scan, at, end);
	} else if (is_run && byte_at(scan, at) <= '9') {
		cut_number(scan, at, end);
	} else if (apostrophe) {
		cut_word(scan, at, end);
	} else {
		token_push(scan, at, end, 0); /* no apostrophe with something before it, so no clitic */
	}
	return end;
}

/* A range starts with a blank before it, and with a line break if one stands among the blanks there. */
static uint8_t flags_at_start(struct span text, uint32_t start)
{
	uint8_t flags = TOKEN_SPACE;
	uint32_t length, point;

	for (size_t at = start; at;) {
		at = utf8_previous(text, at);
		point = utf8_decode(text, at, &length);
		if (!utf8_is_space(point))
			break;
		if (is_line_break(point))
			flags |= TOKEN_LINE;
	}
	return flags;
}

void token_scan(struct arena *arena, struct intern *words, const struct token_options *options, struct span text,
		uint32_t start, uint32_t end, struct token_list *list)
{
	struct tokenizer scan = {.arena = arena, .words = words, .options = options, .list = list};

	scan.text = span_slice(text, 0, end);
	scan.readable = text.len;
	scan.before = flags_at_start(text, start);
	while (start < end)
		start = scan_one(&scan, start);
}
