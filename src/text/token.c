/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text into tokens: UAX 29 segments (boundary.c), cut where news needs it.
 *
 *   "Hamas’s $1.2bn, didn't"  →  Hamas ’s $ 1.2 bn , did n't
 *
 * Nearly all segments of news are runs of ASCII letters or digits, or one ASCII
 * mark; those are found, folded and looked up here without asking boundary.c or
 * utf8proc. A clitic that UAX 29 leaves apart, behind a digit or a stop ("the
 * G20's", "the U.S.'s"), is joined to its apostrophe. Limits: clitics hold an
 * apostrophe and end a word, so French "l'eau" stays whole.
 */
#include "text/token.h"

#include "text/utf8.h"

#define CLITICS_MAX 4        /* on one word: "shouldn't've" has two */
#define ASCII_MAX 64         /* bytes of a word that are folded on the stack */
#define SHORT_PIECE 3        /* bytes between full stops that an abbreviation does not reach: W.Va */
#define CACHE_SIZE 32        /* recent words beyond ASCII; a power of two */
#define NARROW_BLANK 0x202Fu /* in "10 000"; UAX 29 joins letters over it, too */

struct cached {
	uint32_t start, length, word; /* length 0: empty */
};

struct scan {
	struct arena *arena;
	struct intern *words;
	const struct token_options *options;
	struct span text; /* ends where the range ends */
	size_t readable;  /* bytes that may be looked at, at least as many */
	struct token_list *list;
	uint8_t before; /* TOKEN_SPACE, TOKEN_LINE: for the next token */
	struct cached cache[CACHE_SIZE];
};

static unsigned char byte_at(const struct scan *scan, uint32_t at)
{
	return (unsigned char)scan->text.ptr[at];
}

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

static bool is_apostrophe(uint32_t point)
{
	return point == '\'' || point == 0x2019 || point == 0x2BC || point == 0xFF07;
}

/* What the letters of a token look like. */
struct letters {
	uint32_t count, upper;
	bool first_upper, first_digit;
};

static void count_letter(struct letters *letters, bool upper)
{
	if (!letters->count++)
		letters->first_upper = upper;
	letters->upper += upper;
}

static void push(struct scan *scan, uint32_t start, uint32_t end, const struct letters *letters, uint32_t word,
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
static uint32_t intern_folded(struct scan *scan, struct span raw, uint32_t start)
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

static void push_unicode(struct scan *scan, uint32_t start, uint32_t end, uint8_t flags)
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

static void push_piece(struct scan *scan, uint32_t start, uint32_t end, uint8_t flags)
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

/* Where CLITIC starts if it ends TEXT[START, END) and something stands before it; else END. */
static uint32_t match_clitic(const struct scan *scan, uint32_t start, uint32_t end, struct span clitic)
{
	size_t at = end, left = clitic.len;
	uint32_t length;

	while (left) {
		uint32_t point;

		if (at <= start)
			return end;
		at = utf8_previous(scan->text, at);
		left = utf8_previous(clitic, left);
		point = utf8_fold_point(utf8_decode(scan->text, at, &length));
		if (is_apostrophe(point))
			point = '\'';
		if (point != utf8_decode(clitic, left, &length))
			return end;
	}
	return (uint32_t)at;
}

/* Where the longest clitic at the end of TEXT[START, END) starts; END: there is none, or nothing before it. */
static uint32_t find_clitic(const struct scan *scan, uint32_t start, uint32_t end)
{
	uint32_t best = end;

	for (uint32_t i = 0; i < scan->options->clitic_count; i++) {
		uint32_t at = match_clitic(scan, start, end, scan->options->clitics[i]);

		if (at > start && at < best)
			best = at;
	}
	return best;
}

static void cut_word(struct scan *scan, uint32_t start, uint32_t end)
{
	uint32_t cuts[CLITICS_MAX + 1] = {end}, count = 0;

	while (count < CLITICS_MAX) {
		uint32_t at = find_clitic(scan, start, cuts[count]);

		if (at == cuts[count])
			break;
		cuts[++count] = at;
	}
	push_piece(scan, start, cuts[count], 0);
	for (; count; count--)
		push_piece(scan, cuts[count], cuts[count - 1], TOKEN_CLITIC);
}

/* A number and what is written against it: 55|km, 1.2|bn, 1990|s. */
static void cut_number(struct scan *scan, uint32_t start, uint32_t end)
{
	uint32_t at = start, length;

	while (at < end && !utf8_is_letter(utf8_decode(scan->text, at, &length)))
		at += length;
	push_piece(scan, start, at, 0);
	if (at < end)
		cut_word(scan, at, end);
}

/* Whether the full stop at AT, in a segment up to END, lacks a blank behind it: "sold.It", "J.Varn", not "Ph.D", "W.Va".
 * BEFORE counts the bytes of the piece before it. */
static bool lacks_blank(const struct scan *scan, uint32_t at, uint32_t end, uint32_t before)
{
	uint32_t length, second, after = at + 1;

	while (after < end && byte_at(scan, after) != '.')
		after++;
	after -= at + 1;
	if (!utf8_is_upper(utf8_decode(scan->text, at + 1, &length)) || after <= length ||
	    (before < SHORT_PIECE && after < SHORT_PIECE))
		return false;
	second = utf8_decode(scan->text, at + 1 + length, &length);
	return utf8_is_lower(second);
}

/* The first full stop in TEXT[START, END) that lacks its blank; END: there is none, or it is an address:
 * "www.Velm.example", "ida.Lind@velm.example". */
static uint32_t lost_blank(const struct scan *scan, uint32_t start, uint32_t end)
{
	uint32_t found = end, before = start, length;

	if (end - start > ASCII_MAX || !memchr(scan->text.ptr + start, '.', end - start) ||
	    (end < scan->text.len && memchr("@/", byte_at(scan, end), 2)) ||
	    (start && memchr("@/", byte_at(scan, start - 1), 2)))
		return end;
	for (uint32_t at = start; at + 1 < end; at++) {
		if (byte_at(scan, at) != '.')
			continue;
		if (utf8_is_lower(utf8_decode(scan->text, at + 1, &length)))
			return end;
		if (found == end && lacks_blank(scan, at, end, at - before))
			found = at;
		before = at + 1;
	}
	return found;
}

static void cut_segment(struct scan *scan, uint32_t start, uint32_t end)
{
	uint32_t length, stop;

	if (start == end)
		return;
	if (utf8_is_digit(utf8_decode(scan->text, start, &length))) {
		cut_number(scan, start, end);
		return;
	}
	for (; (stop = lost_blank(scan, start, end)) < end; start = stop + 1) {
		cut_word(scan, start, stop);
		push_piece(scan, stop, stop + 1, 0);
	}
	cut_word(scan, start, end);
}

/* Whether the narrow blank at AT (inside a segment up to END) groups digits. */
static bool groups_digits(const struct scan *scan, uint32_t start, uint32_t at, uint32_t behind, uint32_t end)
{
	uint32_t length;

	return at > start && behind < end &&
	       utf8_is_digit(utf8_decode(scan->text, utf8_previous(scan->text, at), &length)) &&
	       utf8_is_digit(utf8_decode(scan->text, behind, &length));
}

/* Takes a segment apart at narrow blanks that are blanks: "55 km" with one is two tokens. */
static void cut_blanks(struct scan *scan, uint32_t start, uint32_t end)
{
	uint32_t length;

	for (uint32_t at = start; at < end; at += length) {
		if (utf8_decode(scan->text, at, &length) != NARROW_BLANK ||
		    groups_digits(scan, start, at, at + length, end))
			continue;
		cut_segment(scan, start, at);
		scan->before |= TOKEN_SPACE;
		start = at + length;
	}
	cut_segment(scan, start, end);
}

/* Where the blank at AT ends; AT: it is none. */
static uint32_t skip_blank(struct scan *scan, uint32_t at)
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

/* The end of a clitic whose apostrophe stands apart at AT, right behind a token: G20|'s. AT: there is none. */
static uint32_t loose_clitic(const struct scan *scan, uint32_t at)
{
	uint32_t length, end;

	if (scan->before || is_run_byte(byte_at(scan, at)) || !is_apostrophe(utf8_decode(scan->text, at, &length)))
		return at;
	end = token_next_boundary(scan->text, at + length);
	for (uint32_t i = 0; end > at + length && i < scan->options->clitic_count; i++)
		if (match_clitic(scan, at, end, scan->options->clitics[i]) == at)
			return end;
	return at;
}

static bool is_ascii_letter(unsigned char byte)
{
	return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

/* The end of the letters, digits and low lines from AT on; an apostrophe between two letters is one of them. */
static uint32_t run_end(const struct scan *scan, uint32_t at, bool *apostrophe)
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
static uint32_t ascii_segment(const struct scan *scan, uint32_t at, bool *is_run, bool *apostrophe)
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

/*
 * Eight bytes at once, as in "SIMD within a register" (Lamport, "Multiple byte
 * processing with full-word instructions", CACM 18, 1975): in each function a
 * byte's top bit tells whether the byte belongs to the set.
 */
#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define TOP_BITS EACH(0x80)

/* ASCII bytes from LOW to HIGH; bytes of others must be masked out. */
static uint64_t bytes_between(uint64_t bytes, unsigned char low, unsigned char high)
{
	return (bytes + EACH(0x80u - low)) & ~(bytes + EACH(0x7Fu - high)) & TOP_BITS;
}

static uint32_t count_tops(uint64_t tops)
{
	return (uint32_t)((tops >> 7) * EACH(1) >> 56);
}

/* The byte order in which the first byte is the lowest. */
static uint64_t first_lowest(uint64_t bytes)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return __builtin_bswap64(bytes);
#else
	return bytes;
#endif
}

/* What eight bytes of a text are. */
struct eight {
	uint64_t folded;                 /* upper case made lower */
	uint64_t upper, letters, others; /* others: neither letters nor digits */
};

static struct eight look_at(const struct scan *scan, uint32_t at)
{
	uint64_t bytes;
	memcpy(&bytes, scan->text.ptr + at, sizeof bytes);
	bytes = first_lowest(bytes);
	uint64_t ascii = bytes & ~TOP_BITS;
	struct eight eight = {.upper = bytes_between(ascii, 'A', 'Z') & ~bytes};
	eight.letters = eight.upper | (bytes_between(ascii, 'a', 'z') & ~bytes);
	eight.others = ~((eight.letters | bytes_between(ascii, '0', '9')) & ~bytes) & TOP_BITS;
	eight.folded = bytes | eight.upper >> 2;
	return eight;
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
static bool goes_on(const struct scan *scan, uint32_t end)
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
static uint32_t plain_word(struct scan *scan, uint32_t at)
{
	if (scan->readable - at < TWO_LOOKS)
		return at;
	struct eight first = look_at(scan, at), second = {0};
	struct letters letters = {.first_upper = first.upper & 0x80};
	uint32_t length = 8;
	if (!(first.letters & 0x80))
		return at;
	if (first.others) {
		length = (uint32_t)__builtin_ctzll(first.others) / 8;
	} else {
		second = look_at(scan, at + 8);
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
static uint32_t scan_one(struct scan *scan, uint32_t at)
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
	clitic_end = loose_clitic(scan, at);
	end = ascii_segment(scan, at, &is_run, &apostrophe);
	if (clitic_end > at) {
		end = clitic_end;
		push_piece(scan, at, end, TOKEN_CLITIC);
	} else if (end == at) {
		end = token_next_boundary(scan->text, at);
		cut_blanks(scan, at, end);
	} else if (is_run && byte_at(scan, at) <= '9') {
		cut_number(scan, at, end);
	} else if (apostrophe) {
		cut_word(scan, at, end);
	} else {
		push_piece(scan, at, end, 0); /* no apostrophe with something before it, so no clitic */
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
	struct scan scan = {.arena = arena, .words = words, .options = options, .list = list};

	scan.text = span_slice(text, 0, end);
	scan.readable = text.len;
	scan.before = flags_at_start(text, start);
	while (start < end)
		start = scan_one(&scan, start);
}
