/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A tagged word into its dictionary form: the rule of the longest suffix is
 * looked up by halving, a byte from the word's end at a time.
 *
 *   "Ferries", NNS; rules "s" −1, "ies" −3 +y → ferry
 *
 * Nothing here is known of any language. Limits: see lemmatizer.h.
 */
#include "syntax/lemmatizer.h"

#include "syntax/scheme.h"
#include "text/utf8.h"

struct lemmatizer {
	const unsigned char *tags, *changes, *rules, *text;
	uint32_t tag_count, change_count, rule_count, text_size;
};

struct change {
	uint32_t cut, capitals;
	struct span add;
};

static uint32_t read_u16(const unsigned char *at)
{
	return at[0] | (uint32_t)at[1] << 8;
}

/* False: the parts do not fill the section exactly. */
static bool open_section(struct lemmatizer *lemmatizer, struct span section)
{
	const unsigned char *at = (const unsigned char *)section.ptr;
	if (section.len < LEMMATIZER_HEAD)
		return false;
	*lemmatizer = (struct lemmatizer){
		.tag_count = read_u16(at),
		.change_count = read_u16(at + 2),
		.rule_count = read_u16(at + 4),
		.text_size = read_u16(at + 8) | read_u16(at + 10) << 16,
	};
	size_t changes = LEMMATIZER_HEAD + (lemmatizer->tag_count + 1u) * LEMMATIZER_TAG;
	size_t rules = changes + (size_t)lemmatizer->change_count * LEMMATIZER_CHANGE;
	size_t text = rules + (size_t)lemmatizer->rule_count * LEMMATIZER_RULE;
	if (section.len < text || section.len - text != lemmatizer->text_size)
		return false;
	lemmatizer->tags = at + LEMMATIZER_HEAD;
	lemmatizer->changes = at + changes;
	lemmatizer->rules = at + rules;
	lemmatizer->text = at + text;
	return true;
}

/* The backward suffix of RULE, whose place must have been checked. */
static struct span suffix_of(const struct lemmatizer *lemmatizer, uint32_t rule)
{
	const unsigned char *at = lemmatizer->rules + rule * LEMMATIZER_RULE;
	return span_make((const char *)lemmatizer->text + read_u16(at), at[2]);
}

static bool text_holds(const struct lemmatizer *lemmatizer, uint32_t start, uint32_t length)
{
	return start + length <= lemmatizer->text_size;
}

static bool check_rule(const struct lemmatizer *lemmatizer, uint32_t rule, bool first)
{
	const unsigned char *at = lemmatizer->rules + rule * LEMMATIZER_RULE;
	if (!text_holds(lemmatizer, read_u16(at), at[2]) || read_u16(at + 4) >= lemmatizer->change_count)
		return false;
	/* find_change() lets a shorter suffix pass before what it starts, so it relies on the order. */
	return first || span_compare(suffix_of(lemmatizer, rule - 1), suffix_of(lemmatizer, rule)) < 0;
}

bool lemmatizer_check(struct span section, uint32_t xpos_count)
{
	struct lemmatizer lemmatizer;
	if (!open_section(&lemmatizer, section) || lemmatizer.tag_count > xpos_count)
		return false;
	for (uint32_t i = 0; i < lemmatizer.change_count; i++) {
		const unsigned char *at = lemmatizer.changes + i * LEMMATIZER_CHANGE;
		if (at[1] >= LEMMATIZER_CAPITALS || !text_holds(&lemmatizer, read_u16(at + 2), at[4]))
			return false;
	}
	uint32_t rule = 0;
	for (uint32_t i = 0; i <= lemmatizer.tag_count; i++) {
		uint32_t first = rule, end = read_u16(lemmatizer.tags + i * LEMMATIZER_TAG);
		if (end < rule || end > lemmatizer.rule_count || (!i && end))
			return false;
		for (; rule < end; rule++)
			if (!check_rule(&lemmatizer, rule, rule == first))
				return false;
	}
	return rule == lemmatizer.rule_count;
}

uint32_t lemmatizer_key(struct span form, char out[LEMMATIZER_LONGEST])
{
	uint32_t size = 0, length;
	for (size_t at = 0; at < form.len; at += length) {
		char piece[4] = {form.ptr[at]};
		uint32_t bytes = 1;
		length = span_utf8(form, at);
		if (length > 1) {
			uint32_t point = utf8_decode(form, at, &length);
			bytes = utf8_encode(point == 0x2019 ? '\'' : utf8_fold_point(point), piece);
		} else if (piece[0] >= 'A' && piece[0] <= 'Z') {
			piece[0] = (char)(piece[0] + ('a' - 'A'));
		}
		length += !length; /* a byte that is no UTF-8 stays */
		if (size + bytes > LEMMATIZER_LONGEST)
			return 0;
		memcpy(out + size, piece, bytes);
		size += bytes;
	}
	return size;
}

/* The first of the rules from LOW to HIGH whose backward suffix has at DEPTH a byte of at least BYTE. */
static uint32_t first_from(const struct lemmatizer *lemmatizer, uint32_t low, uint32_t high, uint32_t depth,
			   uint32_t byte)
{
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if ((unsigned char)suffix_of(lemmatizer, middle).ptr[depth] < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct change change_at(const struct lemmatizer *lemmatizer, uint32_t rule)
{
	uint32_t index = read_u16(lemmatizer->rules + rule * LEMMATIZER_RULE + 4);
	const unsigned char *at = lemmatizer->changes + index * LEMMATIZER_CHANGE;
	return (struct change){at[0], at[1], span_make((const char *)lemmatizer->text + read_u16(at + 2), at[4])};
}

/* The change of the longest suffix of KEY that leaves a byte, unless the suffix is the whole word. */
static bool find_change(const struct lemmatizer *lemmatizer, struct span key, uint8_t xpos, struct change *change)
{
	uint32_t low = read_u16(lemmatizer->tags + xpos * LEMMATIZER_TAG);
	uint32_t high = read_u16(lemmatizer->tags + (xpos + 1u) * LEMMATIZER_TAG);
	bool found = false;
	for (uint32_t depth = 0; low < high; depth++) {
		/* All of them start alike and are sorted: the one that ends here, if any, is the first. */
		if (suffix_of(lemmatizer, low).len == depth) {
			struct change here = change_at(lemmatizer, low++);
			if (here.cut < key.len + (depth > key.len)) {
				*change = here;
				found = true;
			}
		}
		if (depth > key.len)
			break;
		uint32_t byte = depth < key.len ? (unsigned char)key.ptr[key.len - 1 - depth] : 0;
		low = first_from(lemmatizer, low, high, depth, byte);
		high = first_from(lemmatizer, low, high, depth, byte + 1);
	}
	return found;
}

static bool is_ascii(struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] & 0x80)
			return false;
	return true;
}

/* KEEP, with ADD behind it, in capitals if all letters of KEEP are: "CITI" + "y" → CITY. */
static struct span join(struct arena *arena, struct span keep, struct span add, bool shout)
{
	char *out = arena_alloc(arena, keep.len + add.len);
	uint32_t capitals = 0, small = 0;
	if (keep.len)
		memcpy(out, keep.ptr, keep.len);
	if (add.len)
		memcpy(out + keep.len, add.ptr, add.len);
	for (size_t i = 0; i < keep.len && shout; i++) {
		capitals += keep.ptr[i] >= 'A' && keep.ptr[i] <= 'Z';
		small += keep.ptr[i] >= 'a' && keep.ptr[i] <= 'z';
	}
	for (size_t i = keep.len; i < keep.len + add.len && capitals > 1 && !small; i++)
		if (out[i] >= 'a' && out[i] <= 'z')
			out[i] = (char)(out[i] - ('a' - 'A'));
	return span_make(out, keep.len + add.len);
}

struct span lemmatizer_apply(struct span section, struct arena *arena, struct span form, uint8_t upos, uint8_t xpos)
{
	struct lemmatizer lemmatizer;
	struct change change = {.capitals = upos == UPOS_PROPN ? LEMMATIZER_KEEP : LEMMATIZER_LOWER};
	char bytes[LEMMATIZER_LONGEST];
	struct span key = span_make(bytes, lemmatizer_key(form, bytes)), stem = key;
	if (!key.len)
		return form;
	if (open_section(&lemmatizer, section) && xpos < lemmatizer.tag_count)
		find_change(&lemmatizer, key, xpos, &change);
	/* What is cut off the key can be cut off the form if both have the same bytes there, but for capitals. */
	if (change.capitals == LEMMATIZER_KEEP && change.cut <= form.len &&
	    is_ascii(span_slice(form, form.len - change.cut, form.len)))
		stem = form;
	bool shout = stem.ptr == form.ptr;
	stem.len -= change.cut;
	if (!change.add.len && (shout || (stem.len <= form.len && !memcmp(stem.ptr, form.ptr, stem.len))))
		return span_make(form.ptr, stem.len);
	return join(arena, stem, change.add, shout);
}
