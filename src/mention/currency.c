/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names, codes and signs of currencies into units.
 *
 *   "dollars" → USD · "Canadian dollars" → CAD · "pesos", in an article about Manila and the Philippines → PHP
 *
 * Several countries call their money the same. A nationality in front decides;
 * for the words that the lexicon marks as local the country that the article
 * names most does. A "pound" is a weight unless the sentence or the article
 * speaks of money. Limits: "$" is USD wherever the article is from.
 */
#include "mention/currency.h"

#define EVIDENCE 5000 /* tokens */
#include "mention/number.h"
#include "mention/quantity.h"

static const struct yaml_node *code_of(const struct yaml_node *nations, struct span nation)
{
	for (uint32_t i = 0; nations && i < nations->count; i++)
		if (span_equal(nations->keys[i]->scalar, nation))
			return nations->items[i];
	return NULL;
}

/* What an article is about shows in its first thousands of words; a longer text is not looked through for each sum. */
static uint32_t evidence_end(const struct scan *scan)
{
	return scan->article->tokens.count < EVIDENCE ? scan->article->tokens.count : EVIDENCE;
}

/* The country that begins at token AT of the article; empty: none does. */
static struct span country_at(const struct scan *scan, uint32_t at)
{
	static const enum mention_list_id lists[] = {LIST_COUNTRY, LIST_DEMONYM, LIST_COUNTRY_CODE};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		struct hit hit = lookup_find(&scan->lookup, at, scan->lists[lists[i]]);
		if (hit.count)
			return language_entry(scan->language, &hit)->text;
	}
	return (struct span){0};
}

/* The code of the country that the article names most, of those that have such money; NULL: it names none. */
static const struct yaml_node *local_code(struct scan *scan, const struct yaml_node *nations)
{
	enum { MOST = 48 };
	uint32_t counts[MOST] = {0}, best = MOST;
	if (scan->money_nations == nations)
		return scan->money_code;
	for (uint32_t at = 0; at < evidence_end(scan); at++) {
		struct span country = country_at(scan, at);
		for (uint32_t n = 0; country.len && n < nations->count && n < MOST; n++)
			counts[n] += span_equal(nations->keys[n]->scalar, country);
	}
	for (uint32_t n = 0; n < nations->count && n < MOST; n++)
		if (counts[n] > (best < MOST ? counts[best] : 0))
			best = n;
	scan->money_nations = nations;
	scan->money_code = best < MOST ? nations->items[best] : NULL;
	return scan->money_code;
}

void currency_by_sign(struct scan *scan, const struct yaml_node *signs, struct unit *unit)
{
	for (uint32_t at = 0; signs && signs->kind == YAML_MAPPING && at < evidence_end(scan); at++) {
		struct hit hit = lookup_find(&scan->lookup, at, scan->lists[LIST_CURRENCY_SYMBOL]);
		const struct yaml_node *code = hit.count ? code_of(signs, language_entry(scan->language, &hit)->phrase)
							 : NULL;
		if (code) {
			unit->code = code->scalar;
			return;
		}
	}
}

bool currency_read(struct scan *scan, const struct entry *entry, struct span nation, struct unit *unit, double *scale)
{
	const struct yaml_node *nations = yaml_get(entry->node, "nations"), *code = yaml_get(entry->node, "code");
	bool local = false;
	if (nation.len) {
		code = code_of(nations, nation);
	} else if (yaml_bool(yaml_get(entry->node, "local"), &local) && local && nations) {
		const struct yaml_node *here = local_code(scan, nations);
		code = here ? here : code;
	}
	if (!code)
		return false;
	*unit = (struct unit){.code = code->scalar, .dimension = SPAN("money"), .factor = NAN};
	*scale = scan_number(entry->node, "scale", 1);
	return true;
}

/* A "pound" is money where the article has a pound sign or a word that says so, or the sentence speaks of money and
 * does not go on "of rice" at BEHIND. */
static bool pound_is_money(struct scan *scan, const struct number *number, uint32_t behind)
{
	if (scan->pound < 0) {
		scan->pound = 0;
		for (uint32_t i = 0; i < evidence_end(scan) && !scan->pound; i++)
			if (lookup_find(&scan->lookup, i, scan->lists[LIST_CURRENCY_HINT]).count)
				scan->pound = 1;
	}
	if (scan->pound > 0)
		return true;
	enum { WINDOW = 40 }; /* tokens around */
	double size = number->vague ? number->low : number->value;
	bool large = size >= 1e9, talk = large; /* hardly anything weighs as much */
	if (scan_is(scan, behind, LIST_NOUN_OF))
		return false;
	if (scan_byte(scan, behind, '(') && scan_match(scan, behind + 1, LIST_CURRENCY_SYMBOL))
		return true; /* "two billion pounds ($3 billion)" */
	for (uint32_t at = behind > scan->first + WINDOW ? behind - WINDOW : scan->first;
	     at < scan->end && at < behind + WINDOW; at++) {
		if (size < 1e5 && scan_match(scan, at, LIST_CURRENCY_TALK_NOT))
			return false;
		talk = talk || scan_match(scan, at, LIST_CURRENCY_TALK);
	}
	return talk;
}

uint32_t currency_at(struct scan *scan, uint32_t at, const struct number *number, uint32_t measure, struct unit *unit,
		     double *scale)
{
	uint32_t count = 0, nation_count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_CURRENCY, &count);
	bool plural = false;
	if (entry) {
		if (yaml_bool(yaml_get(entry->node, "plural"), &plural) && plural &&
		    (!noun_plural(scan, at) || scan->tokens[at].flags & TOKEN_UPPER))
			return 0;
		double size = number->vague ? number->low : number->value;
		bool whole = floor(size) == size; /* "1.85 marks" is a rate */
		if ((whole && size < scan_number(entry->node, "least", 0)) || count < measure ||
		    (count == measure && !pound_is_money(scan, number, at + count)))
			return 0;
		return currency_read(scan, entry, (struct span){0}, unit, scale) ? count : 0;
	}
	const struct entry *nation = scan_entry(scan, at, LIST_DEMONYM, &nation_count);
	if (!nation)
		nation = scan_entry(scan, at, LIST_COUNTRY, &nation_count);
	if (!nation)
		nation = scan_entry(scan, at, LIST_COUNTRY_CODE, &nation_count);
	entry = nation ? scan_entry(scan, at + nation_count, LIST_CURRENCY, &count) : NULL;
	if (!entry || !currency_read(scan, entry, nation->text, unit, scale)) {
		/* "40 Thai baht": the nationality says nothing new */
		bool known = entry && !yaml_get(entry->node, "nations") &&
			     currency_read(scan, entry, (struct span){0}, unit, scale);
		return known ? nation_count + count : 0;
	}
	return nation_count + count;
}

/* May the sign that SIGN is stand for money of CODE? */
static bool sign_of(const struct entry *sign, struct span code)
{
	const struct yaml_node *nations = sign ? yaml_get(sign->node, "nations") : NULL;
	for (uint32_t i = 0; nations && i < nations->count; i++)
		if (span_equal(nations->items[i]->scalar, code))
			return true;
	return false;
}

uint32_t currency_again(struct scan *scan, const struct piece *piece, struct unit *unit)
{
	uint32_t count = 0, at = piece->end;
	double scale;
	const struct entry *sign = scan_entry(scan, piece->first, LIST_CURRENCY_SYMBOL, NULL);
	bool open = sign && yaml_get(sign->node, "nations"); /* "$" and "¥" are of several countries */
	*unit = piece->unit;
	const struct entry *code = scan_entry(scan, at, LIST_CURRENCY_CODE, &count);
	if (!code || !currency_read(scan, code, (struct span){0}, unit, &scale))
		count = currency_at(scan, at, &piece->number, 0, unit, &scale);
	if (!count && open) {
		const struct entry *nation = scan_entry(scan, at, LIST_DEMONYM, &count);
		uint32_t end = at + count;
		bool ends = end >= scan->end || scan_is(scan, end, LIST_NOUN_STOP) ||
			    (scan->tokens[end].kind == TOKEN_MARK && !number_dash(scan, end));
		if (!nation || !ends || !currency_read(scan, sign, nation->text, unit, &scale))
			return 0;
	}
	bool same = span_equal(unit->code, piece->unit.code) && scale == piece->scale;
	return count && (same || (scale == 1 && sign_of(sign, unit->code))) ? count : 0;
}

uint32_t currency_letters(struct scan *scan, uint32_t at, struct unit *unit, double *scale)
{
	static const enum mention_list_id front[] = {LIST_CURRENCY_CODE, LIST_CURRENCY_SYMBOL, LIST_CURRENCY_GLUED};
	static const enum mention_list_id behind[] = {LIST_CURRENCY_INSIDE};
	bool inside = at > scan->first && !scan_spaced(scan, at) && scan_match(scan, at - 1, LIST_CURRENCY_SYMBOL) == 1;
	const enum mention_list_id *lists = inside ? behind : front; /* "$US80", "EUR80" */
	size_t count = inside ? sizeof behind / sizeof *behind : sizeof front / sizeof *front;
	struct span text = scan_text(scan, at);
	uint32_t letters = 0;
	while (letters < text.len && (text.ptr[letters] | 0x20) >= 'a' && (text.ptr[letters] | 0x20) <= 'z')
		letters++;
	if (!letters || letters > 4 || letters == text.len || text.ptr[letters] < '0' || text.ptr[letters] > '9')
		return 0;
	char folded[4];
	for (uint32_t i = 0; i < letters; i++)
		folded[i] = (char)(text.ptr[i] | 0x20);
	uint32_t word = intern_find(&scan->language->words, span_make(folded, letters));
	for (size_t i = 0; word != UINT32_MAX && i < count; i++) {
		const struct entry *entry = language_word_entry(scan->language, scan->lists[lists[i]], word);
		if (entry && currency_read(scan, entry, (struct span){0}, unit, scale))
			return letters;
	}
	return 0;
}

/* Does the sign at AT of COUNT tokens belong to figures behind it? "$40", "$-5" */
static bool sum_begins(const struct scan *scan, uint32_t at, uint32_t count)
{
	at += count;
	if (at + 1 < scan->end && scan->tokens[at].kind == TOKEN_MARK && !scan_spaced(scan, at + 1))
		at++;
	return at < scan->end && scan->tokens[at].kind == TOKEN_NUMBER;
}

static bool excepted(const struct entry *entry, double value)
{
	const struct yaml_node *values = yaml_get(entry->node, "except");
	double one;
	for (uint32_t i = 0; values && i < values->count; i++)
		if (yaml_number(values->items[i], &one) && one == value)
			return true;
	return false;
}

uint32_t currency_mark_at(struct scan *scan, uint32_t at, const struct number *number, struct unit *unit, double *scale)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_CURRENCY_CODE, &count);
	if (entry && currency_read(scan, entry, (struct span){0}, unit, scale))
		return count;
	entry = scan_entry(scan, at, LIST_CURRENCY_SYMBOL, &count);
	if (at >= scan->end)
		return 0;
	if (scan_spaced(scan, at) &&
	    (!entry || sum_begins(scan, at, count) || (scan->tokens[at].kind == TOKEN_WORD && entry->phrase.len < 2)))
		return 0; /* "30 kr", "30 €", but in "30 $40" the next sum begins */
	if (!entry)
		entry = scan_entry(scan, at, LIST_CURRENCY_SUFFIX, &count);
	if (!entry || excepted(entry, number->value) ||
	    (at + count < scan->end && scan->tokens[at + count].kind == TOKEN_NUMBER))
		return 0; /* "30€", but "30 $40" */
	return currency_read(scan, entry, (struct span){0}, unit, scale) ? count : 0;
}
