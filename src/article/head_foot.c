/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Paragraphs into headlines, body, captions and furniture.
 *
 *   Selby Echo                                    furniture, outlet (it stands at the foot again)
 *   Ferry runs aground off Selby                  headline, title
 *   February 4, 2031 6:20 PM                      furniture, published
 *   By Ida Brandt                                 furniture, byline
 *   SELBY (Coast Wire) - | A ferry … rocks.       furniture, credit | body
 *   NIGHT ON THE ROCKS                            headline
 *   Passengers … until dawn.                      body
 *   Read more: ten ferries that sank              furniture
 *   Selby Echo                                    furniture
 *
 * First what each line says alone, then what its neighbours make of it: short
 * lines without a stop are headlines before the first real sentence, headings
 * between sentences, and left-overs behind the last. When in doubt a line is body.
 * Limits: promotion in whole sentences is found by its phrases only.
 */
#include "article/head_foot.h"

#include "article/credit.h"
#include "article/date_line.h"

enum {
	HEAD = 10, /* blocks of a head … */
	FOOT = 16, /* … and of a foot, at most */
	HEADLINE_WORDS = 30,
	QUESTION_WORDS = 12, /* "Did the ferry have to sail?" */
	HEADING_WORDS = 8,
	OUTLET_WORDS = 5,
	SENTENCE_WORDS = 8, /* a line that is surely text: so many, and a stop */
	PROMOTION_WORDS = 40,
	REMNANT_WORDS = 12, /* a left-over line at the foot */
	CAPTION_BLOCKS = 5, /* where a torn credit makes a caption */
};

struct reading {
	struct article *article;
	struct language *language;
	struct article_lists lists;
	struct block *blocks;
	struct line *lines;
	uint32_t count;
	uint32_t first_text, last_text; /* first and last sure sentence; count: none */
	bool date_given;                /* by the caller or the front matter */
};

static void fill(struct span *field, struct span value)
{
	if (!field->len)
		*field = value;
}

static bool near_end(const struct reading *r, uint32_t i)
{
	return i < HEAD || i + FOOT >= r->count;
}

static bool body(const struct reading *r, uint32_t i)
{
	return r->blocks[i].kind == SENTENCE_BODY;
}

/* "Read more: …", "(Reporting by …)": a line's first words tell. */
static bool starts_as_furniture(const struct reading *r, uint32_t i)
{
	const struct line *line = &r->lines[i];
	uint32_t count, first = 0;
	while (line_mark(line, first, '(') || line_mark(line, first, '[') || line_mark(line, first, '|') ||
	       line_mark(line, first, '*') || line_mark(line, first, '>') || line_dash(line, first))
		first++;
	if (!line_entry(line, r->language, first, r->lists.furniture_start, &count))
		return false;
	return line_mark(line, 0, '(') || (line->words <= PROMOTION_WORDS && (!line->stop || count > 1));
}

static bool holds_promotion(const struct reading *r, uint32_t i)
{
	const struct line *line = &r->lines[i];
	return line->words <= PROMOTION_WORDS && line_find(line, r->language, r->lists.furniture, NULL);
}

/* A whole sentence is promotion only above or below the text ("Support our troops, he said" stands in it). */
static bool promotion(const struct reading *r, uint32_t i)
{
	const struct line *line = &r->lines[i];
	if (!line->stop || line_mark(line, 0, '('))
		return starts_as_furniture(r, i) || (near_end(r, i) && holds_promotion(r, i));
	return i < 3 && holds_promotion(r, i);
}

static bool take_date(struct reading *r, uint32_t i)
{
	struct date_line date;
	if (!near_end(r, i) || !date_line_read(&r->lines[i], r->language, &r->lists, &date))
		return false;
	for (uint32_t k = 0; k < date.count && !r->date_given; k++)
		r->article->published = date_line_choose(r->article->published, date.stamps[k]);
	const struct entry *agency = line_find(&r->lines[i], r->language, r->lists.agency, NULL);
	if (agency)
		fill(&r->article->credit, agency->text.len ? agency->text : agency->phrase);
	return true;
}

/* What the line says by itself. */
static enum sentence_kind kind_alone(struct reading *r, uint32_t i)
{
	const struct line *line = &r->lines[i];
	struct article *article = r->article;
	struct span byline = {0}, credit = {0};
	if (!line->tokens.count)
		return SENTENCE_FURNITURE;
	if (take_date(r, i))
		return SENTENCE_FURNITURE;
	if (near_end(r, i) && (credit_source(line, r->language, &r->lists, &credit) ||
			       credit_byline(line, r->language, &r->lists, &byline, &credit))) {
		fill(&article->credit, credit);
		fill(&article->byline, byline);
		return SENTENCE_FURNITURE;
	}
	if (promotion(r, i))
		return SENTENCE_FURNITURE;
	if (credit_picture(line, r->language, &r->lists) || (i < CAPTION_BLOCKS && credit_bracket(line)))
		return SENTENCE_CAPTION;
	return SENTENCE_BODY;
}

/* "Selby Echo" above the headline and again at the foot, or the outlet that the cluster file names. */
static void take_outlet(struct reading *r)
{
	for (uint32_t i = 0; i < r->count && i < 3; i++) {
		const struct line *line = &r->lines[i];
		if (!body(r, i) || line->words > OUTLET_WORDS || line->stop ||
		    !line_all_upper(line, 0, line->tokens.count))
			continue;
		struct span name = line_text(line);
		bool outlet = span_equal(name, r->article->outlet);
		for (uint32_t k = i + 3; k < r->count; k++) {
			if (!span_equal(name, line_text(&r->lines[k])))
				continue;
			r->blocks[k].kind = SENTENCE_FURNITURE;
			outlet = true;
		}
		if (outlet) {
			r->blocks[i].kind = SENTENCE_FURNITURE;
			fill(&r->article->outlet, name);
		}
	}
}

static bool headline(const struct reading *r, uint32_t i, bool first)
{
	const struct line *line = &r->lines[i];
	struct span text = line_text(line);
	if (line->stop)
		return first && line->words <= QUESTION_WORDS &&
		       (span_ends(text, SPAN("?")) || span_ends(text, SPAN("!")));
	return line->words <= HEADLINE_WORDS && !span_ends(text, SPAN(":")) && !span_ends(text, SPAN(","));
}

/* Lines before the first sentence that don't end as one. */
static void take_headlines(struct reading *r)
{
	bool first = true;
	for (uint32_t i = 0; i < r->first_text && i < HEAD && r->first_text < r->count; i++) {
		if (!body(r, i))
			continue;
		if (!headline(r, i, first))
			break;
		r->blocks[i].kind = SENTENCE_HEADLINE;
		if (first)
			fill(&r->article->title, line_text(&r->lines[i]));
		first = false;
	}
}

static bool holds_number(const struct line *line)
{
	for (uint32_t i = 0; i < line->tokens.count; i++)
		if (line->tokens.items[i].kind == TOKEN_NUMBER)
			return true;
	return false;
}

/* A left-over line: a name, a link, a slogan. A line with a figure may be a fact. */
static bool remnant(const struct line *line)
{
	return !line->stop && line->words <= REMNANT_WORDS && !holds_number(line) &&
	       !span_ends(line_text(line), SPAN(":"));
}

/* What is left below the text. */
static void take_foot(struct reading *r)
{
	for (uint32_t i = r->count; i-- > 0 && i > r->first_text;) {
		if (!body(r, i))
			continue;
		if (!r->lines[i].scanned ||
		    (!remnant(&r->lines[i]) && !starts_as_furniture(r, i) && !holds_promotion(r, i)))
			break;
		r->blocks[i].kind = SENTENCE_FURNITURE;
	}
}

/* Short lines without a stop between sentences. */
static void take_headings(struct reading *r)
{
	for (uint32_t i = r->first_text; i < r->last_text; i++) {
		const struct line *line = &r->lines[i];
		if (!body(r, i) || !line->scanned || line->stop || line->words > HEADING_WORDS)
			continue;
		struct span text = line_text(line);
		bool capital = line->tokens.items[0].kind != TOKEN_WORD || line_upper(line, 0);
		if (capital && !span_ends(text, SPAN(":")) && !span_ends(text, SPAN(",")) &&
		    (!holds_number(line) || line_capitals(line)))
			r->blocks[i].kind = SENTENCE_HEADLINE;
	}
}

static void find_text(struct reading *r)
{
	bool first = true;
	r->first_text = r->last_text = r->count;
	for (uint32_t i = 0; i < r->count; i++) {
		if (!body(r, i))
			continue;
		bool question = first && headline(r, i, true);
		first = false;
		if (question || !r->lines[i].stop || r->lines[i].words < SENTENCE_WORDS)
			continue;
		if (r->first_text == r->count)
			r->first_text = i;
		r->last_text = i;
	}
}

/* Cuts "SELBY (Coast Wire) - " off the first sentence, or one close behind it. */
static void take_dateline(struct reading *r, struct arena *arena, struct block_list *blocks)
{
	uint32_t tried = 0;
	for (uint32_t i = 0; i < r->count && i < HEAD && tried < 3; i++) {
		if (!body(r, i))
			continue;
		tried++;
		struct span credit = {0};
		uint32_t text = credit_dateline(&r->lines[i], r->language, &r->lists, &credit);
		if (!text)
			continue;
		fill(&r->article->credit, credit);
		list_push(arena, blocks);
		memmove(&blocks->items[i + 1], &blocks->items[i], (blocks->count - 1 - i) * sizeof *blocks->items);
		struct block dateline = {blocks->items[i].start, text, SENTENCE_FURNITURE};
		blocks->items[i] = dateline;
		blocks->items[i + 1].start = text;
		return;
	}
}

void head_foot_read(struct article *article, struct arena *arena, struct language *language, struct block_list *blocks)
{
	struct reading r = {
		.article = article,
		.language = language,
		.lists = article_lists_find(language),
		.blocks = blocks->items,
		.lines = arena_array(arena, struct line, blocks->count),
		.count = blocks->count,
		.date_given = article->published.known,
	};
	for (uint32_t i = 0; i < r.count; i++) {
		line_measure(&r.lines[i], article->plain, r.blocks[i].start, r.blocks[i].end);
		bool short_line = r.lines[i].words <= REMNANT_WORDS && !r.lines[i].stop;
		if (!near_end(&r, i) && !short_line && article->plain.ptr[r.blocks[i].start] != '(')
			continue;
		line_scan(&r.lines[i], arena, language);
		if (body(&r, i))
			r.blocks[i].kind = (uint8_t)kind_alone(&r, i);
	}
	take_outlet(&r);
	find_text(&r);
	take_headlines(&r);
	take_foot(&r);
	take_headings(&r);
	take_dateline(&r, arena, blocks);
}
