/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A mention as the members of a JSON object.
 *
 *   "at least 40"  →  "kind":"number","start":0,"end":11,"text":"at least 40","low":40
 *            more  →  "sentence":0,"bound":"at-least","noun":"people"
 *
 * A point has a value; a range or a bound has low, high or both, and no value.
 * Dates have from and to, both included; an open end is absent, and so are both
 * where the day can't be known. A time of day without a day is "07:30:00".
 * What is false or not known is absent.
 */
#include <math.h>

#include "inspect/piece.h"

/* Whole numbers without an exponent; nothing at all for an open end. */
static void key_number(struct json_writer *json, const char *key, double value)
{
	if (!isfinite(value))
		return;
	json_key(json, key);
	if (value == floor(value) && fabs(value) < 9e15)
		json_put_integer(json, (int64_t)value);
	else
		json_put_number(json, value);
}

static void key_if(struct json_writer *json, const char *key, bool value)
{
	if (value)
		json_key_bool(json, key, true);
}

static void key_text(struct json_writer *json, const char *key, struct span text)
{
	if (text.len)
		json_key_string(json, key, text);
}

static void write_amount(struct json_writer *json, const struct amount *amount)
{
	if (amount->bound == AMOUNT_POINT && isfinite(amount->value)) {
		key_number(json, "value", amount->value);
	} else {
		key_number(json, "low", amount->low);
		key_number(json, "high", amount->high);
	}
	key_text(json, "unit", amount->unit.code);
	key_text(json, "dimension", amount->unit.dimension);
	key_if(json, "approx", amount->approximate);
}

static void write_amount_more(struct json_writer *json, const struct article *article, const struct amount *amount)
{
	static const char *const bounds[] = {"point", "range", "at-least", "at-most"};

	json_key_string(json, "bound", span_cstr(bounds[amount->bound]));
	if (amount->bound == AMOUNT_POINT && amount->approximate) {
		key_number(json, "least", amount->low);
		key_number(json, "most", amount->high);
	}
	key_if(json, "strict", amount->strict);
	key_if(json, "vague", amount->vague);
	key_number(json, "precision", amount->precision);
	key_text(json, "noun", tokens_text(article, amount->noun, 1));
	if (amount->of_total)
		key_number(json, "total", amount->total);
	key_if(json, "year_like", amount->year_like);
	key_if(json, "identifier", amount->identifier);
	key_if(json, "restated", amount->restated);
}

static struct span time_text(struct arena *arena, int16_t minute, int16_t zone)
{
	struct span time = arena_format(arena, "%02d:%02d:00", minute / 60, minute % 60);
	int east = zone < 0 ? -zone : zone;

	if (zone == INT16_MIN)
		return time;
	if (!zone)
		return arena_format(arena, SPAN_FMT "Z", SPAN_ARG(time));
	return arena_format(arena, SPAN_FMT "%c%02d:%02d", SPAN_ARG(time), zone < 0 ? '-' : '+', east / 60, east % 60);
}

struct span inspect_date(struct arena *arena, const struct date *date, bool upper)
{
	int32_t day = upper ? date->to : date->from;
	int16_t minute = upper ? date->minute_to : date->minute_from;
	char text[32];

	/* "at 7:30": the end is the beginning. */
	if (upper && minute < 0 && date->from == date->to)
		minute = date->minute_from;
	if (!date->resolved)
		return minute < 0 ? SPAN("") : time_text(arena, minute, date->zone);
	if (day == INT32_MIN || day == INT32_MAX)
		return SPAN("");
	timestamp_print((struct timestamp){.known = true, .day = day, .minute = -1, .zone = INT16_MIN}, text);
	if (minute < 0)
		return arena_copy(arena, span_cstr(text));
	return arena_format(arena, "%sT" SPAN_FMT, text, SPAN_ARG(time_text(arena, minute, date->zone)));
}

static void write_date(struct json_writer *json, const struct date *date)
{
	struct date shown = *date;

	/* "two weeks ago": the day counted to, as of an approximate figure its value */
	if (date->near != INT32_MIN)
		shown.from = shown.to = date->near;
	key_text(json, "from", inspect_date(json->out->arena, &shown, false));
	key_text(json, "to", inspect_date(json->out->arena, &shown, true));
	key_if(json, "approx", date->near != INT32_MIN);
}

static void write_date_more(struct json_writer *json, const struct date *date)
{
	if (date->year)
		json_key_integer(json, "year", date->year);
	if (date->month > 0)
		json_key_integer(json, "month", date->month);
	if (date->day > 0)
		json_key_integer(json, "day", date->day);
	if (date->weekday >= 0)
		json_key_integer(json, "weekday", date->weekday + 1);
	key_if(json, "relative", date->relative);
	key_if(json, "recurring", date->recurring);
}

static void write_name_more(struct json_writer *json, const struct language *language, const struct article *article,
			    const struct mention *mention)
{
	static const char *const types[] = {"other", "person", "place", "organisation"};
	const struct name *name = &mention->name;
	uint32_t titles = name->title_tokens;

	json_key_string(json, "type", span_cstr(types[name->kind]));
	json_key_string(json, "key", intern_string(&language->words, name->key));
	key_if(json, "demonym", name->demonym);
	if (titles <= mention->first_token)
		key_text(json, "title", tokens_text(article, mention->first_token - titles, titles));
}

/* Who is said to have said it. */
static void write_speaker(struct json_writer *json, const struct account *account, uint32_t attribution)
{
	const struct attribution *said;

	if (attribution >= account->mentions.count || account->mentions.items[attribution].kind != MENTION_ATTRIBUTION)
		return;
	said = &account->mentions.items[attribution].attribution;
	json_key_string(json, "speaker", article_text(account->article, said->source_start, said->source_end));
}

static void write_quote_more(struct json_writer *json, const struct quote *quote)
{
	json_key_integer(json, "text_start", quote->text_start);
	json_key_integer(json, "text_end", quote->text_end);
	if (quote->attribution != MENTION_NONE)
		json_key_integer(json, "attribution", quote->attribution);
	key_if(json, "open", quote->open);
	key_if(json, "scare", quote->scare);
}

static void write_attribution_more(struct json_writer *json, const struct article *article,
				   const struct attribution *said)
{
	json_key_integer(json, "speaker_start", said->source_start);
	json_key_integer(json, "speaker_end", said->source_end);
	key_number(json, "speaker_count", said->count);
	key_text(json, "verb", tokens_text(article, said->verb, 1));
	key_if(json, "unnamed", said->anonymous);
	key_if(json, "denial", said->denial);
	json_key_integer(json, "scope_start", said->scope_start);
	json_key_integer(json, "scope_end", said->scope_end);
}

void mention_json(struct json_writer *json, const struct account *account, uint32_t index)
{
	const struct mention *mention = &account->mentions.items[index];

	json_key_string(json, "kind", span_cstr(mention_kind_name(mention->kind)));
	json_key_integer(json, "start", mention->start);
	json_key_integer(json, "end", mention->end);
	json_key_string(json, "text", article_text(account->article, mention->start, mention->end));
	if (mention_is_amount(mention)) {
		write_amount(json, &mention->amount);
	} else if (mention->kind == MENTION_DATE) {
		write_date(json, &mention->date);
	} else if (mention->kind == MENTION_QUOTE) {
		write_speaker(json, account, mention->quote.attribution);
	} else if (mention->kind == MENTION_ATTRIBUTION) {
		write_speaker(json, account, index);
	}
}

void mention_json_more(struct json_writer *json, const struct language *language, const struct account *account,
		       uint32_t index)
{
	const struct mention *mention = &account->mentions.items[index];

	json_key_integer(json, "sentence", mention->sentence);
	key_if(json, "in_quote", mention->in_quote);
	if (mention_is_amount(mention))
		write_amount_more(json, account->article, &mention->amount);
	else if (mention->kind == MENTION_DATE)
		write_date_more(json, &mention->date);
	else if (mention->kind == MENTION_NAME)
		write_name_more(json, language, account->article, mention);
	else if (mention->kind == MENTION_QUOTE)
		write_quote_more(json, &mention->quote);
	else
		write_attribution_more(json, account->article, &mention->attribution);
}
