/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A word's letters into numbers, in one pass over them.
 *
 *   "Mill-owners" → shape: capital, small, hyphen; suffix rs, ers, …
 *
 * Limits: two words may have one number; the classifiers live with that.
 */
#include "syntax/form.h"

#include "text/utf8.h"

enum shape {
	SHAPE_CAPITAL = 1,
	SHAPE_LOWER = 2,
	SHAPE_INNER = 4,
	SHAPE_DIGIT = 8,
	SHAPE_HYPHEN = 16,
	SHAPE_MARK = 32,
	SHAPE_SHORT = 64,
	SHAPE_STOP = 128
};

/* Code points that mean the same to a reader. */
static uint32_t plain_point(uint32_t point)
{
	if (point == 0x2018 || point == 0x2019 || point == 0x02bc)
		return '\'';
	if (point == 0x201c || point == 0x201d || point == 0x201e)
		return '"';
	return point;
}

static uint32_t add_point(uint32_t hash, uint32_t point)
{
	return (hash ^ point) * 0x01000193u; /* FNV-1a */
}

static uint32_t finish(uint32_t hash)
{
	hash ^= hash >> 16;
	hash *= 0x7feb352du;
	hash ^= hash >> 15;
	hash *= 0x846ca68bu;
	return hash ^ (hash >> 16);
}

static uint32_t shape_of(uint32_t point, uint32_t place)
{
	if (point < 0x80) {
		if (point >= 'a' && point <= 'z')
			return SHAPE_LOWER;
		if (point >= 'A' && point <= 'Z')
			return place ? SHAPE_INNER : SHAPE_CAPITAL;
		if (point >= '0' && point <= '9')
			return SHAPE_DIGIT;
		return point == '-' ? SHAPE_HYPHEN : point == '.' ? SHAPE_STOP : SHAPE_MARK;
	}
	if (utf8_is_upper(point))
		return place ? SHAPE_INNER : SHAPE_CAPITAL;
	return utf8_is_letter(point) ? SHAPE_LOWER : utf8_is_digit(point) ? SHAPE_DIGIT : SHAPE_MARK;
}

void form_read(struct form *form, struct span text)
{
	enum { BASIS = 0x811c9dc5 };
	uint32_t last[FORM_AFFIXES] = {0}, word = BASIS, cased = BASIS, shape = 0, count = 0, length;
	for (size_t at = 0; at < text.len; at += length, count++) {
		unsigned char byte = (unsigned char)text.ptr[at];
		uint32_t point = byte;
		length = 1;
		if (byte >= 0x80)
			point = plain_point(utf8_decode(text, at, &length));
		uint32_t kind = shape_of(point, count), lower = point;
		if (kind & (SHAPE_CAPITAL | SHAPE_INNER))
			lower = point < 0x80 ? point + ('a' - 'A') : utf8_fold_point(point);
		else if (kind == SHAPE_DIGIT)
			point = lower = '0';
		shape |= kind;
		word = add_point(word, lower);
		cased = add_point(cased, point);
		if (count < FORM_AFFIXES)
			form->prefix[count] = finish(word ^ 0x5bd1e995u);
		last[count % FORM_AFFIXES] = lower;
	}
	uint32_t suffix = BASIS;
	for (uint32_t i = 0; i < FORM_AFFIXES; i++) {
		bool there = i < count;
		suffix = there ? add_point(suffix, last[(count - 1 - i) % FORM_AFFIXES]) : 0;
		form->suffix[i] = there ? finish(suffix ^ 0x2545f491u) : 0;
		form->prefix[i] = there ? form->prefix[i] : 0;
	}
	form->word = finish(word);
	form->cased = finish(cased ^ 0x1b873593u);
	form->shape = shape | (count < 2 ? SHAPE_SHORT : 0);
	form->capital = shape & SHAPE_CAPITAL;
	form->letters = shape & (SHAPE_CAPITAL | SHAPE_LOWER | SHAPE_INNER);
}
