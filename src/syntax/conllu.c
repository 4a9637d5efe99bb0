/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CoNLL-U lines into sentences.
 *
 *   "1\tPort\tport\tNOUN\t…" → a word, form Port
 *
 * Ids are checked, since heads count on them, and that it is UTF-8; all other
 * columns are taken as they are.
 */
#include "syntax/conllu.h"

#include "text/utf8.h"

static bool is_digits(struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
	return text.len > 0;
}

static enum conllu_kind kind_of(struct span id, bool *fine)
{
	for (size_t i = 0; i < id.len; i++) {
		if (id.ptr[i] != '-' && id.ptr[i] != '.')
			continue;
		*fine = is_digits(span_make(id.ptr, i)) && is_digits(span_make(id.ptr + i + 1, id.len - i - 1));
		return id.ptr[i] == '-' ? CONLLU_RANGE : CONLLU_EMPTY;
	}
	*fine = is_digits(id);
	return CONLLU_WORD;
}

static bool counts(struct span id, uint32_t expected)
{
	uint64_t value = 0;
	for (size_t i = 0; i < id.len && value <= expected; i++)
		value = value * 10 + (uint64_t)(id.ptr[i] - '0');
	return value == expected;
}

static enum jibe_status read_line(struct conllu_reader *reader, struct span text, uint32_t words,
				  struct conllu_line *line, struct jibe_error *error)
{
	size_t bad = utf8_validate(text);
	bool fine;
	if (bad < text.len)
		return error_set(error, JIBE_ERROR_INPUT, reader->path, reader->line,
				 utf8_count(span_slice(text, 0, bad)) + 1, "not UTF-8: the byte 0x%02X",
				 (unsigned)(unsigned char)text.ptr[bad]);
	*line = (struct conllu_line){.text = text, .kind = CONLLU_COMMENT};
	if (text.ptr[0] == '#')
		return JIBE_OK;
	struct span rest = text;
	for (uint32_t i = 0; i < CONLLU_COLUMNS && span_next(&rest, '\t', &line->columns[i]); i++)
		;
	if (rest.len)
		return error_set(error, JIBE_ERROR_INPUT, reader->path, reader->line,
				 utf8_count(span_slice(text, 0, text.len - rest.len)) + 1,
				 "expected no more than %u columns", CONLLU_COLUMNS);
	line->kind = (uint8_t)kind_of(line->columns[CONLLU_ID], &fine);
	if (!fine)
		return error_set(error, JIBE_ERROR_INPUT, reader->path, reader->line, 1,
				 "expected a word's number, a tab and the word");
	if (!line->columns[CONLLU_FORM].len)
		return error_set(error, JIBE_ERROR_INPUT, reader->path, reader->line,
				 (uint32_t)line->columns[CONLLU_ID].len + 1, "expected a tab and a word");
	if (line->kind == CONLLU_WORD && !counts(line->columns[CONLLU_ID], words + 1))
		return error_set(error, JIBE_ERROR_INPUT, reader->path, reader->line, 1, "expected the number %u",
				 words + 1);
	return JIBE_OK;
}

enum jibe_status conllu_next(struct conllu_reader *reader, struct arena *arena, struct conllu_sentence *sentence,
			     struct jibe_error *error)
{
	struct span text;
	*sentence = (struct conllu_sentence){0};
	while (span_next(&reader->rest, '\n', &text)) {
		struct conllu_line line;
		reader->line++;
		while (text.len && text.ptr[text.len - 1] == '\r')
			text.len--;
		if (!text.len && sentence->words)
			return JIBE_OK;
		if (!text.len)
			continue;
		enum jibe_status status = read_line(reader, text, sentence->words, &line, error);
		if (status < 0)
			return status;
		sentence->words += line.kind == CONLLU_WORD;
		list_add(arena, sentence, line);
	}
	return JIBE_OK;
}
