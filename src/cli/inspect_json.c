/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What jibe sees in one text, as one JSON object on a line.
 *
 *   {"id":1,"sentences":[{"start":0,"end":22}],"tokens":[…],"mentions":[{"kind":"quantity","start":11,
 *    "end":16,"text":"10 km","value":10,"unit":"km","dimension":"length"}]}
 *
 * A point has a value; a range or a bound has low, high or both, and no value.
 * Dates have from and to, both included; an open end is absent, and so are both
 * where the day can't be known. A time of day without a day is "07:30:00".
 */
#include <math.h>

#include "base/json.h"
#include "cli/cli.h"

static void key_string(struct json_writer *json, const char *key, struct span text)
{
	json_key(json, key);
	json_put_string(json, text);
}

static void key_integer(struct json_writer *json, const char *key, int64_t value)
{
	json_key(json, key);
	json_put_integer(json, value);
}

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

static void write_amount(struct json_writer *json, const struct amount *amount)
{
	if (amount->bound == AMOUNT_POINT && isfinite(amount->value)) {
		key_number(json, "value", amount->value);
	} else {
		key_number(json, "low", amount->low);
		key_number(json, "high", amount->high);
	}
	if (amount->unit.code.len)
		key_string(json, "unit", amount->unit.code);
	if (amount->unit.dimension.len)
		key_string(json, "dimension", amount->unit.dimension);
	if (amount->approximate) {
		json_key(json, "approx");
		json_put_bool(json, true);
	}
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

	/* "two weeks ago": the day, and that it is about that day. */
	if (date->near != INT32_MIN)
		shown.from = shown.to = date->near;
	struct span from = inspect_date(json->out->arena, &shown, false),
		    to = inspect_date(json->out->arena, &shown, true);

	if (from.len)
		key_string(json, "from", from);
	if (to.len)
		key_string(json, "to", to);
	if (date->near != INT32_MIN) {
		json_key(json, "approx");
		json_put_bool(json, true);
	}
}

/* Who is said to have said it. */
static void write_speaker(struct json_writer *json, const struct account *account, uint32_t attribution)
{
	const struct attribution *said;

	if (attribution >= account->mentions.count || account->mentions.items[attribution].kind != MENTION_ATTRIBUTION)
		return;
	said = &account->mentions.items[attribution].attribution;
	key_string(json, "speaker", article_text(account->article, said->source_start, said->source_end));
}

static void write_mention(struct json_writer *json, const struct account *account, uint32_t index)
{
	const struct mention *mention = &account->mentions.items[index];

	json_open(json, '{');
	key_string(json, "kind", span_cstr(mention_kind_name(mention->kind)));
	key_integer(json, "start", mention->start);
	key_integer(json, "end", mention->end);
	key_string(json, "text", article_text(account->article, mention->start, mention->end));
	if (mention_is_amount(mention))
		write_amount(json, &mention->amount);
	else if (mention->kind == MENTION_DATE)
		write_date(json, &mention->date);
	else if (mention->kind == MENTION_QUOTE)
		write_speaker(json, account, mention->quote.attribution);
	else if (mention->kind == MENTION_ATTRIBUTION)
		write_speaker(json, account, index);
	json_close(json, '}');
}

static void write_range(struct json_writer *json, uint32_t start, uint32_t end)
{
	json_open(json, '{');
	key_integer(json, "start", start);
	key_integer(json, "end", end);
	json_close(json, '}');
}

void inspect_json(struct buffer *out, const struct account *account, struct span id_json)
{
	const struct article *article = account->article;
	struct json_writer json;

	json_init(&json, out, false);
	json_open(&json, '{');
	json_key(&json, "id");
	ndjson_raw(&json, id_json);
	json_key(&json, "sentences");
	json_open(&json, '[');
	for (uint32_t i = 0; i < article->sentences.count; i++)
		write_range(&json, article->sentences.items[i].start, article->sentences.items[i].end);
	json_close(&json, ']');
	json_key(&json, "tokens");
	json_open(&json, '[');
	for (uint32_t i = 0; i < article->tokens.count; i++)
		write_range(&json, article->tokens.items[i].start, article->tokens.items[i].end);
	json_close(&json, ']');
	json_key(&json, "mentions");
	json_open(&json, '[');
	for (uint32_t i = 0; i < account->mentions.count; i++)
		write_mention(&json, account, i);
	json_close(&json, ']');
	json_close(&json, '}');
	buffer_byte(out, '\n');
}
