/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines that say who made something.
 *
 *   "By Ida Brandt"                               → a byline
 *   "SELBY, Feb 4 (Coast Wire) - A ferry …"       → credit "Coast Wire", text from "A ferry"
 *   "Rescuers at Selby harbour. Photo: T. Lowe"   → the credit of a picture
 *
 * The words ("by", "photo", the agencies) come from lists; the shapes (names in
 * brackets, a dash, a slash before a name) are the same in most languages.
 * Limits: an agency outside the list is known only in brackets of a dateline.
 */
#include "article/credit.h"

enum {
	BYLINE_WORDS = 24,
	SOURCE_WORDS = 8,
	DATELINE_TOKENS = 16,
	BRACKET_TOKENS = 6, /* between the brackets of a credit */
	PICTURE_TOKENS = 8, /* behind "photo:" */
};

static struct span agency_name(const struct entry *entry)
{
	return entry->text.len ? entry->text : entry->phrase;
}

/* "Reuters" from "Reuters", "Coast Wire" from a name that no list has. */
static struct span credit_name(const struct line *line, const struct language *language,
			       const struct article_lists *lists, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++) {
		uint32_t count;
		const struct entry *entry = line_entry(line, language, i, lists->agency, &count);
		if (entry && i + count <= end)
			return agency_name(entry);
	}
	return line_slice(line, first, end);
}

static bool bullet(const struct line *line, uint32_t token)
{
	return token < line->tokens.count && line->tokens.items[token].kind == TOKEN_MARK && line->tokens.count > 1;
}

bool credit_byline(const struct line *line, const struct language *language, const struct article_lists *lists,
		   struct span *byline, struct span *credit)
{
	uint32_t first = bullet(line, 0) ? 1 : 0, count = 0, end = line->tokens.count;
	const struct entry *by = line_entry(line, language, first, lists->byline, &count);
	if (line->words > BYLINE_WORDS || line->stop)
		return false;
	if (!by) {
		uint32_t at;
		if (!line_find(line, language, lists->byline_role, &at) || !line_upper(line, first) || line->words > 8)
			return false;
	} else if (!line_upper(line, first + count)) {
		return false;
	}
	*byline = line_slice(line, first + (by ? count : 0), end);
	const struct entry *agency = line_find(line, language, lists->agency, NULL);
	if (agency)
		*credit = agency_name(agency);
	return true;
}

bool credit_source(const struct line *line, const struct language *language, const struct article_lists *lists,
		   struct span *credit)
{
	uint32_t count, first = line_mark(line, 0, '(') ? 1 : 0, end = line->tokens.count;
	if (first && line_mark(line, end - 1, ')'))
		end--;
	if (line->words > SOURCE_WORDS || first >= end)
		return false;
	const struct entry *agency = line_entry(line, language, first, lists->agency, &count);
	if (agency && first + count == end) {
		*credit = agency_name(agency);
		return true;
	}
	if (!line_entry(line, language, first, lists->source_label, &count) || !line_mark(line, first + count, ':') ||
	    first + count + 1 >= end)
		return false;
	*credit = credit_name(line, language, lists, first + count + 1, end);
	return true;
}

/* Words of a place, a day, or the marks between them. */
static bool dateline_word(const struct line *line, const struct language *language, const struct article_lists *lists,
			  uint32_t token)
{
	uint32_t count;
	const struct token *t = &line->tokens.items[token];
	if (t->kind == TOKEN_NUMBER)
		return t->end - t->start <= 4;
	if (t->kind == TOKEN_WORD)
		return t->flags & TOKEN_UPPER || line_entry(line, language, token, lists->month, &count);
	return line_mark(line, token, ',') || line_mark(line, token, '.') || line_mark(line, token, '/') ||
	       (line_dash(line, token) && !(t->flags & TOKEN_SPACE));
}

static uint32_t closing_bracket(const struct line *line, uint32_t open)
{
	for (uint32_t i = open + 1; i < line->tokens.count && i <= open + BRACKET_TOKENS + 1; i++)
		if (line_mark(line, i, ')'))
			return i;
	return 0;
}

/* A dash that sets the place off, not one inside a name; the token behind it, or 0. */
static uint32_t behind_dash(const struct line *line, uint32_t token)
{
	if (!line_dash(line, token))
		return 0;
	bool hyphen = line_mark(line, token, '-');
	if (hyphen && !(line->tokens.items[token].flags & TOKEN_SPACE) && !line_mark(line, token + 1, '-'))
		return 0;
	while (line_dash(line, token))
		token++;
	return token < line->tokens.count ? token : 0;
}

uint32_t credit_dateline(const struct line *line, const struct language *language, const struct article_lists *lists,
			 struct span *credit)
{
	uint32_t at = 0, limit = line->tokens.count < DATELINE_TOKENS ? line->tokens.count : DATELINE_TOKENS;
	if (!line_upper(line, 0))
		return 0;
	while (at < limit && dateline_word(line, language, lists, at) && !behind_dash(line, at))
		at++;
	struct span name = {0};
	if (line_mark(line, at, '(')) {
		uint32_t close = closing_bracket(line, at), count;
		bool known = close && line_entry(line, language, at + 1, lists->agency, &count);
		if (!close || (!known && !line_all_upper(line, at + 1, close)))
			return 0;
		name = credit_name(line, language, lists, at + 1, close);
		at = close + 1;
	} else if (!(line->tokens.items[0].flags & TOKEN_CAPS)) {
		return 0;
	}
	uint32_t text = behind_dash(line, at);
	if (!text || (!name.len && line->tokens.items[text].kind == TOKEN_WORD && !line_upper(line, text)))
		return 0;
	*credit = name;
	return line->tokens.items[text].start;
}

/* "REUTERS/Ida Brandt", "(AP Photo/Ida Brandt)": a slash, names up to the end. */
static bool slash_credit(const struct line *line, const struct language *language, const struct article_lists *lists)
{
	uint32_t count, end = line->tokens.count;
	for (uint32_t slash = 1; slash + 1 < end; slash++) {
		if (!line_mark(line, slash, '/') || end - slash > PICTURE_TOKENS)
			continue;
		bool alone = slash > 1 && line->tokens.items[slash - 1].flags & TOKEN_CAPS &&
			     line->tokens.items[slash - 2].kind == TOKEN_MARK; /* behind a stop or a bracket */
		bool maker = alone || line_entry(line, language, slash - 1, lists->agency, &count) ||
			     line_entry(line, language, slash - 1, lists->picture_label, &count);
		if (maker && line_all_upper(line, slash + 1, end))
			return true;
	}
	return false;
}

/* "Photo: Ida Brandt", "(Photo by Ida Brandt)", "Courtesy of Ida Brandt" up to the end. */
static bool label_credit(const struct line *line, const struct language *language, const struct article_lists *lists)
{
	uint32_t end = line->tokens.count, count;
	for (uint32_t i = 0; i < end; i++) {
		if (!line_entry(line, language, i, lists->picture_label, &count))
			continue;
		uint32_t behind = i + count;
		bool set_off = i == 0 || line_mark(line, i - 1, '(') || line_mark(line, i - 1, '[') ||
			       line_mark(line, i - 1, '.') || line_mark(line, i - 1, '|') || line_dash(line, i - 1);
		if (!set_off || behind >= end)
			continue;
		if (i == 0 && line_mark(line, behind, ':'))
			return true;
		uint32_t by;
		if (line_mark(line, behind, ':'))
			behind++;
		else if (line_entry(line, language, behind, lists->byline, &by))
			behind += by;
		else if (!line_mark(line, behind, ')') && !line_mark(line, behind, '/') && count == 1)
			continue;
		if (end - behind <= PICTURE_TOKENS && (behind >= end || line_upper(line, behind) ||
						       line_mark(line, behind, ')') || line_mark(line, behind, '/')))
			return true;
	}
	return false;
}

bool credit_picture(const struct line *line, const struct language *language, const struct article_lists *lists)
{
	return slash_credit(line, language, lists) || label_credit(line, language, lists);
}

bool credit_bracket(const struct line *line)
{
	uint32_t end = line->tokens.count;
	if (end < 8 || line->stop || !line_mark(line, end - 1, ')'))
		return false;
	for (uint32_t open = end - 2; open > 0 && end - open <= BRACKET_TOKENS; open--)
		if (line_mark(line, open, '('))
			return line_all_upper(line, open + 1, end - 1);
	return false;
}
