/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The noun phrase of a source, before or behind a verb of saying.
 *
 *   "Two of the five Danish ministers and a pilot later said" → "Two of the five
 *   Danish ministers and a pilot", head ministers, three sources, no name
 *   "said Anna Krogh, the minister" → "Anna Krogh", head Krogh
 *
 * Found by walking from the verb to the nearest word or mark that can't be in
 * such a phrase. Limits: a clause without a comma before its coordinated second
 * subject ("the port closed and officials said") is cut at its verb.
 */
#include <math.h>

#include "base/buffer.h"
#include "mention/scan.h"

#define SOURCE_MAX 28 /* tokens */

/* The tokens of a noun phrase. */
struct phrase {
	uint32_t first, end;
};

static const struct word_info *info_at(const struct scan *scan, uint32_t at)
{
	return language_word(scan->language, scan->tokens[at].word);
}

/* Token AT is a word of LIST and no name ("who", but not the WHO). */
static bool word_is(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	return scan_is(scan, at, list) && !(scan->taken[at] & TAKEN_NAME);
}

static bool tight_mark(const struct scan *scan, uint32_t at)
{
	return (scan_is(scan, at, LIST_DASH) || scan_byte(scan, at, '/')) && !scan_spaced(scan, at) &&
	       at + 1 < scan->end && !scan_spaced(scan, at + 1);
}

/* Adverbs, auxiliaries and times right before a verb. */
static uint32_t skip_back(const struct scan *scan, uint32_t end)
{
	bool date = false;
	while (end > scan->first) {
		uint32_t before;
		if (scan->taken[end - 1] & TAKEN_DATE) {
			date = true;
			end--;
		} else if ((before = scan_before(scan, end, LIST_SAYING_SKIP)) != MENTION_NONE) {
			end = before;
		} else if (date && word_is(scan, end - 1, LIST_SOURCE_PREPOSITION)) {
			date = false;
			end--;
		} else {
			break;
		}
	}
	return end;
}

/* The comma that opens the aside which the comma before END closes, else END. */
static uint32_t skip_aside(const struct scan *scan, uint32_t end)
{
	uint32_t close = end - 1;
	for (uint32_t i = close; i > scan->first && i + 30 > close; i--) {
		if (scan_match(scan, i - 1, LIST_QUOTE_MARK))
			break;
		if (scan_byte(scan, i - 1, ',') && i - 1 > scan->first)
			return i - 1;
	}
	return end;
}

/* May the comma at AT join two sources? "Norway, Sweden and Finland" */
static bool comma_joins(const struct scan *scan, uint32_t at, uint32_t end)
{
	if (at == scan->first || !(scan->tokens[at - 1].flags & TOKEN_UPPER) ||
	    !(scan->tokens[at + 1].flags & TOKEN_UPPER))
		return false;
	for (uint32_t i = at + 1; i < end; i++)
		if (word_is(scan, i, LIST_SOURCE_AND))
			return true;
	return false;
}

/* A finite verb, as far as its ending and its right neighbour tell. */
static bool finite(const struct scan *scan, uint32_t at)
{
	const struct word_info *info = info_at(scan, at);
	if (scan->tokens[at].flags & TOKEN_UPPER || !(info->flags & WORD_VERB) ||
	    !(info->flags & (WORD_PAST | WORD_THIRD)))
		return false;
	if (info->flags & WORD_THIRD && info->flags & WORD_NOUN)
		return false;
	const struct token *next = &scan->tokens[at + 1];
	return next->kind != TOKEN_WORD || scan_is(scan, at + 1, LIST_DETERMINER) ||
	       scan_is(scan, at + 1, LIST_NUMBER_ONE) || scan_is(scan, at + 1, LIST_PRONOUN) ||
	       scan_is(scan, at + 1, LIST_SOURCE_AND) || next->flags & TOKEN_UPPER;
}

/* The phrase that ends before END. */
static struct phrase phrase_before(const struct scan *scan, uint32_t end)
{
	uint32_t first = end;
	while (first > scan->first && first + SOURCE_MAX > end) {
		uint32_t at = first - 1;
		const struct token *token = &scan->tokens[at];
		if (token->kind == TOKEN_MARK) {
			if (!tight_mark(scan, at) && !(scan_byte(scan, at, ',') && comma_joins(scan, at, end)))
				break;
		} else if (word_is(scan, at, LIST_CLAUSE_START) || word_is(scan, at, LIST_SAYING) ||
			   word_is(scan, at, LIST_SAYING_PASSIVE) || finite(scan, at)) {
			break;
		}
		first = at;
	}
	while (first < end &&
	       (word_is(scan, first, LIST_SOURCE_AND) || scan_is(scan, first, LIST_NAME_STOP) ||
		scan->taken[first] & TAKEN_DATE) &&
	       !scan_is(scan, first, LIST_DETERMINER) && !scan_is(scan, first, LIST_SOURCE_NOUN) &&
	       !word_is(scan, first, LIST_PRONOUN) && !scan_is(scan, first, LIST_NUMBER_ONE) &&
	       !(scan->taken[first] & TAKEN_AMOUNT))
		first++;
	/* "was hit by divers who said": behind a form of "be" a participle is no source */
	if (first < end && first > scan->first && scan_is(scan, first - 1, LIST_SAYING_PASSIVE) &&
	    info_at(scan, first)->flags & WORD_PAST) {
		uint32_t at = first;
		while (at < end && !word_is(scan, at, LIST_SOURCE_PREPOSITION))
			at++;
		first = at < end ? at + 1 : first;
	}
	/* "In Aarhus officials said": a preposition can't begin a source */
	if (first < end && word_is(scan, first, LIST_SOURCE_PREPOSITION)) {
		uint32_t at = first + 1;
		while (at < end && !scan_is(scan, at, LIST_SOURCE_NOUN) && !scan_is(scan, at, LIST_DETERMINER))
			at++;
		first = at;
	}
	return (struct phrase){first, end};
}

/* The phrase that begins at AT. */
static struct phrase phrase_after(const struct scan *scan, const uint32_t *name_at, uint32_t at)
{
	uint32_t end = at;
	bool named = false;
	while (end < scan->end && end < at + SOURCE_MAX) {
		const struct token *token = &scan->tokens[end];
		if (scan->taken[end] & TAKEN_DATE)
			break;
		if (token->kind == TOKEN_MARK) {
			if (!tight_mark(scan, end) && !scan_byte(scan, end, '.'))
				break;
			if (scan_byte(scan, end, '.'))
				break;
		} else if (word_is(scan, end, LIST_CLAUSE_START) || word_is(scan, end, LIST_SAYING) ||
			   word_is(scan, end, LIST_SAYING_PASSIVE) || (end > at && finite(scan, end)) ||
			   (end > at && scan_match(scan, end, LIST_SAYING_SKIP) &&
			    !scan_is(scan, end, LIST_SOURCE_NOUN))) {
			break;
		} else if (named && word_is(scan, end, LIST_SOURCE_PREPOSITION)) {
			break;
		}
		if (name_at[end]) {
			const struct mention *m = &scan->out->items[name_at[end] - 1];
			named = !m->name.demonym && m->name.kind == NAME_PERSON;
		}
		end++;
	}
	while (end > at && word_is(scan, end - 1, LIST_SOURCE_PREPOSITION))
		end--;
	return (struct phrase){at, end};
}

/* The last word before the first preposition or "and" of PHRASE. */
static uint32_t head_of(const struct scan *scan, struct phrase phrase, const uint32_t *name_at)
{
	uint32_t head = MENTION_NONE, part = MENTION_NONE;
	for (uint32_t i = phrase.first; i < phrase.end; i++) {
		const struct token *token = &scan->tokens[i];
		bool in_name = name_at[i] && name_at[i - (i > phrase.first)] == name_at[i];
		if (!in_name && (scan_match(scan, i, LIST_SOURCE_PREPOSITION) || word_is(scan, i, LIST_SOURCE_AND))) {
			bool counted = head != MENTION_NONE && scan->taken[head] & TAKEN_AMOUNT;
			if (head != MENTION_NONE && !(counted && scan_is(scan, i, LIST_NOUN_OF)))
				break; /* in "two of the ministers" the head is behind */
			part = head;
			head = MENTION_NONE;
			continue;
		}
		if (token->kind == TOKEN_MARK && !tight_mark(scan, i))
			break;
		if (token->flags & TOKEN_CLITIC || token->kind == TOKEN_MARK)
			continue;
		if (!scan_is(scan, i, LIST_DETERMINER) && !scan_is(scan, i, LIST_NUMBER_ONE))
			head = i;
	}
	return head != MENTION_NONE ? head : part;
}

/* How many sources PHRASE tells of: its parts' numbers summed; NAN when one does not tell. */
static double count_of(const struct scan *scan, struct phrase phrase, const uint32_t *name_at,
		       const uint32_t *amount_at)
{
	double total = 0, part = NAN;
	bool fresh = true;
	for (uint32_t i = phrase.first; i <= phrase.end; i++) {
		bool inside = i > phrase.first && i < phrase.end && name_at[i] && name_at[i] == name_at[i - 1];
		if (i == phrase.end || (!inside && word_is(scan, i, LIST_SOURCE_AND))) {
			total += part;
			part = NAN;
			fresh = true;
			continue;
		}
		if (!fresh || !isnan(part))
			continue;
		const struct mention *amount = amount_at[i] ? &scan->out->items[amount_at[i] - 1] : NULL;
		const struct mention *name = name_at[i] ? &scan->out->items[name_at[i] - 1] : NULL;
		if (amount && amount->kind == MENTION_NUMBER)
			part = amount->amount.bound == AMOUNT_POINT ? amount->amount.value : NAN;
		else if (scan_is(scan, i, LIST_NUMBER_ONE) || (name && name->name.kind == NAME_PERSON))
			part = 1;
		else if (word_is(scan, i, LIST_SOURCE_PREPOSITION))
			fresh = false;
	}
	return total;
}

static uint32_t key_of(const struct scan *scan, struct phrase phrase)
{
	struct buffer key;
	struct arena_mark mark = arena_mark(scan->arena);
	buffer_init(&key, scan->arena);
	uint32_t kept = 0;
	for (uint32_t i = phrase.first; i < phrase.end && kept < 10; i++) {
		const struct token *token = &scan->tokens[i];
		if (token->kind != TOKEN_WORD || token->flags & TOKEN_CLITIC || scan->taken[i] & TAKEN_AMOUNT ||
		    scan_is(scan, i, LIST_DETERMINER) || scan_is(scan, i, LIST_NUMBER_ONE) ||
		    (!kept && word_is(scan, i, LIST_SOURCE_PREPOSITION)))
			continue;
		if (kept++)
			buffer_byte(&key, ' ');
		buffer_add(&key, intern_string(&scan->language->words, token->lemma));
	}
	uint32_t id = intern_add(&scan->language->words, buffer_span(&key));
	/* the words may live in the same arena: only then is the buffer left there */
	if (scan->arena != scan->language->arena)
		arena_rewind(scan->arena, mark);
	return id;
}

static bool fill(const struct scan *scan, struct phrase phrase, const uint32_t *name_at, const uint32_t *amount_at,
		 struct attribution *out)
{
	while (phrase.end > phrase.first && scan->tokens[phrase.end - 1].kind == TOKEN_MARK)
		phrase.end--;
	if (phrase.first >= phrase.end)
		return false;
	uint32_t head = head_of(scan, phrase, name_at);
	if (head == MENTION_NONE)
		return false;
	struct mention *name = name_at[head] ? &scan->out->items[name_at[head] - 1] : NULL;
	if (name && name->name.kind == NAME_OTHER && name->token_count > 1 && name->token_count < 5)
		name->name.kind = NAME_PERSON; /* who speaks and is no body */
	if (name && name->name.demonym && phrase.end - phrase.first == 1 && !noun_plural(scan, head))
		name = NULL;
	bool pronoun = phrase.end - phrase.first == 1 && word_is(scan, head, LIST_PRONOUN);
	if (!pronoun && !name && (info_at(scan, head)->flags & WORD_STOP) && !(scan->taken[head] & TAKEN_AMOUNT))
		return false;
	out->source_first = phrase.first;
	out->source_count = phrase.end - phrase.first;
	out->source_start = scan->tokens[phrase.first].start;
	out->source_end = scan->tokens[phrase.end - 1].end;
	out->head = head;
	out->anonymous = !pronoun && (!name || name->name.demonym);
	for (uint32_t i = phrase.first; i < phrase.end && out->anonymous; i++)
		if (name_at[i] && scan->out->items[name_at[i] - 1].name.kind == NAME_PERSON)
			out->anonymous = false;
	if (pronoun)
		out->key = 0;
	else
		out->key = name && !name->name.demonym ? name->name.key : key_of(scan, phrase);
	out->count = pronoun ? NAN : count_of(scan, phrase, name_at, amount_at);
	return true;
}

bool source_before(const struct scan *scan, const uint32_t *name_at, const uint32_t *amount_at, uint32_t verb,
		   struct attribution *out)
{
	uint32_t end = skip_back(scan, verb);
	if (end > scan->first && scan_byte(scan, end - 1, ',')) {
		uint32_t aside = skip_aside(scan, end);
		if (aside == end)
			return false;
		end = skip_back(scan, aside);
	}
	if (end > scan->first && word_is(scan, end - 1, LIST_RELATIVE)) {
		end--;
		if (end > scan->first && scan_byte(scan, end - 1, ','))
			end--;
	}
	if (end == scan->first || word_is(scan, end - 1, LIST_SOURCE_AND))
		return false; /* "took the floor and said": its subject is further off */
	struct phrase phrase = phrase_before(scan, end);
	if (word_is(scan, end - 1, LIST_PRONOUN))
		phrase.first = end - 1;
	return fill(scan, phrase, name_at, amount_at, out);
}

bool source_after(const struct scan *scan, const uint32_t *name_at, const uint32_t *amount_at, uint32_t at,
		  struct attribution *out)
{
	return at < scan->end && fill(scan, phrase_after(scan, name_at, at), name_at, amount_at, out);
}
