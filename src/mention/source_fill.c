/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The noun phrase of a source into what it says: head, how many they are, with
 * or without a name, and the key that the same source has elsewhere.
 *
 *   "two of the five Danish ministers and a pilot" → head ministers, three, no name
 *   "Harbour Minister Ida Brandt" → head Brandt, one, key ida brandt
 *
 * Limits: a number behind a preposition counts something else; a part that
 * gives no number leaves the whole uncounted.
 */
#include <math.h>

#include "base/buffer.h"
#include "mention/attribution.h"
#include "mention/name.h"

bool source_word(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	return scan_is(scan, at, list) && !(scan->taken[at] & TAKEN_NAME);
}

static const struct mention *name_of(const struct attributing *work, uint32_t at)
{
	return work->name_at[at] ? &work->scan->out->items[work->name_at[at] - 1] : NULL;
}

/* Does the name at AT only own what speaks: "Brandt's office"? */
static bool owns(const struct scan *scan, const struct mention *name)
{
	uint32_t end = name->first_token + name->token_count;
	return end < scan->end && (scan->tokens[end].flags & TOKEN_CLITIC || scan_is(scan, end, LIST_GENITIVE));
}

bool source_person_like(const struct attributing *work, struct phrase phrase)
{
	const struct scan *scan = work->scan;
	if (phrase.end == phrase.first + 1 && source_word(scan, phrase.first, LIST_PRONOUN))
		return true;
	for (uint32_t i = phrase.first; i < phrase.end; i++) {
		const struct mention *name = name_of(work, i);
		if (scan_is(scan, i, LIST_SOURCE_NOUN) || (name && !name->name.demonym && !owns(scan, name)))
			return true;
	}
	return false;
}

static bool tight_mark(const struct scan *scan, uint32_t at)
{
	return (scan_is(scan, at, LIST_DASH) || scan_byte(scan, at, '/')) && !scan_spaced(scan, at) &&
	       at + 1 < scan->end && !scan_spaced(scan, at + 1);
}

/* The person with a title in front that ends PHRASE: "Chief of Staff Ida Brandt". */
static uint32_t titled_end(const struct attributing *work, struct phrase phrase)
{
	const struct mention *name = name_of(work, phrase.end - 1);
	if (!name || name->name.kind != NAME_PERSON || !name->name.title_tokens || name->first_token < phrase.first ||
	    name->first_token + name->token_count != phrase.end)
		return MENTION_NONE;
	uint32_t start = name->first_token - name->name.title_tokens;
	if (start > phrase.first && source_word(work->scan, start - 1, LIST_SOURCE_PREPOSITION))
		return MENTION_NONE; /* "aides to Mayor Ida Brandt" */
	for (uint32_t i = phrase.first; i < name->first_token; i++)
		if (source_word(work->scan, i, LIST_SOURCE_AND))
			return MENTION_NONE;
	return phrase.end - 1;
}

/* The last word before the first preposition or "and" of PHRASE. */
static uint32_t head_of(const struct attributing *work, struct phrase phrase)
{
	const struct scan *scan = work->scan;
	const uint32_t *name_at = work->name_at;
	uint32_t head = titled_end(work, phrase), part = MENTION_NONE;
	if (head != MENTION_NONE)
		return head;
	for (uint32_t i = phrase.first; i < phrase.end; i++) {
		const struct token *token = &scan->tokens[i];
		bool in_name = name_at[i] && name_at[i - (i > phrase.first)] == name_at[i];
		if (!in_name && (scan_match(scan, i, LIST_SOURCE_PREPOSITION) ||
				 source_word(scan, i, LIST_SOURCE_AND) || source_word(scan, i, LIST_RELATIVE))) {
			bool counted = head != MENTION_NONE && scan->taken[head] & TAKEN_AMOUNT;
			if (head != MENTION_NONE && !(counted && scan_is(scan, i, LIST_NOUN_OF)))
				break; /* in "two of the ministers" the head is behind */
			part = head;
			head = MENTION_NONE;
			continue;
		}
		if (token->kind == TOKEN_MARK && !tight_mark(scan, i) &&
		    !(scan->taken[i] & (TAKEN_OPEN | TAKEN_CLOSE | TAKEN_NAME)))
			break;
		if (token->flags & TOKEN_CLITIC || token->kind == TOKEN_MARK)
			continue;
		if (!scan_is(scan, i, LIST_DETERMINER) && !scan_is(scan, i, LIST_NUMBER_ONE))
			head = i;
	}
	return head != MENTION_NONE ? head : part;
}

/* How many sources PHRASE tells of: its parts' numbers summed; NAN when one does not tell. */
static double count_of(const struct attributing *work, struct phrase phrase)
{
	const struct scan *scan = work->scan;
	const uint32_t *name_at = work->name_at;
	double total = 0, part = NAN;
	bool fresh = true, first = true;
	uint32_t start = phrase.first;
	for (uint32_t i = phrase.first; i <= phrase.end; i++) {
		bool inside = i > phrase.first && i < phrase.end && name_at[i] && name_at[i] == name_at[i - 1];
		if (i == phrase.end || (!inside && source_word(scan, i, LIST_SOURCE_AND))) {
			/* "a man in boots and a coat": the coat is no source */
			if (first || source_person_like(work, (struct phrase){start, i}))
				total += part;
			part = NAN;
			fresh = true;
			first = false;
			start = i + 1;
			continue;
		}
		if (!fresh || !isnan(part))
			continue;
		const struct mention *name = name_of(work, i);
		const struct mention *amount = work->amount_at[i] ? &scan->out->items[work->amount_at[i] - 1] : NULL;
		if (amount && amount->kind == MENTION_NUMBER && !amount->amount.identifier)
			part = amount->amount.bound == AMOUNT_POINT ? amount->amount.value : NAN;
		else if (scan_is(scan, i, LIST_NUMBER_ONE) ||
			 (name && name->name.kind == NAME_PERSON && !owns(scan, name)))
			part = 1;
		else if (source_word(scan, i, LIST_SOURCE_PREPOSITION))
			fresh = false;
	}
	return total;
}

static uint32_t key_of(const struct scan *scan, struct phrase phrase, uint32_t head)
{
	struct buffer key;
	struct arena_mark mark = arena_mark(scan->arena);
	buffer_init(&key, scan->arena);
	uint32_t kept = 0;
	for (uint32_t i = phrase.first; i < phrase.end && kept < 10; i++) {
		const struct token *token = &scan->tokens[i];
		if (token->kind != TOKEN_WORD || token->flags & TOKEN_CLITIC || scan->taken[i] & TAKEN_AMOUNT ||
		    scan_is(scan, i, LIST_DETERMINER) || scan_is(scan, i, LIST_NUMBER_ONE) ||
		    (!kept && source_word(scan, i, LIST_SOURCE_PREPOSITION)))
			continue;
		if (kept++)
			buffer_byte(&key, ' ');
		buffer_add(&key, intern_string(&scan->language->words, token->lemma));
	}
	uint32_t id = kept ? intern_add(&scan->language->words, buffer_span(&key)) : scan->tokens[head].lemma;
	/* the words may live in the same arena: only then is the buffer left there */
	if (scan->arena != scan->language->arena)
		arena_rewind(scan->arena, mark);
	return id;
}

/* Does a person of PHRASE speak? "Friends of Ida Brandt" may be anybody. */
static bool has_person(const struct attributing *work, struct phrase phrase)
{
	for (uint32_t i = phrase.first; i < phrase.end; i++) {
		const struct mention *name = name_of(work, i);
		if (!name || name->name.kind != NAME_PERSON)
			continue;
		uint32_t start = name->first_token - name->name.title_tokens;
		if (start <= phrase.first || !source_word(work->scan, start - 1, LIST_SOURCE_PREPOSITION))
			return true;
	}
	return false;
}

/* Who speaks and has a name of two words that nothing else is known of is a person. */
static void make_person(const struct attributing *work, uint32_t head)
{
	const struct scan *scan = work->scan;
	if (!work->name_at[head])
		return;
	struct mention *name = &scan->out->items[work->name_at[head] - 1];
	uint32_t words = 0;
	for (uint32_t i = name->first_token; i < name->first_token + name->token_count; i++) {
		const struct token *token = &scan->tokens[i];
		if (token->flags & TOKEN_CAPS && token->end - token->start > 2)
			return;
		words += token->kind == TOKEN_WORD && !scan_is(scan, i, LIST_NAME_PARTICLE);
	}
	if (name->name.kind == NAME_OTHER && words > 1 && words < 5 && !name_of_thing(scan, name->first_token) &&
	    !scan_is(scan, head, LIST_NAME_THING))
		name->name.kind = NAME_PERSON;
}

bool source_fill(const struct attributing *work, struct phrase phrase, struct attribution *out)
{
	const struct scan *scan = work->scan;
	while (phrase.end > phrase.first && scan->tokens[phrase.end - 1].kind == TOKEN_MARK)
		phrase.end--;
	if (phrase.first >= phrase.end)
		return false;
	uint32_t head = head_of(work, phrase);
	if (head == MENTION_NONE)
		return false;
	make_person(work, head);
	const struct mention *name = name_of(work, head);
	if (name && name->name.demonym && phrase.end - phrase.first == 1 && !noun_plural(scan, head))
		name = NULL;
	bool pronoun = phrase.end - phrase.first == 1 && source_word(scan, head, LIST_PRONOUN);
	if (scan->taken[head] & TAKEN_DATE && !(scan->taken[head] & TAKEN_NAME))
		return false;
	if (!pronoun && !name && language_word(scan->language, scan->tokens[head].word)->flags & WORD_STOP &&
	    !(scan->taken[head] & TAKEN_AMOUNT))
		return false;
	out->source_first = phrase.first;
	out->source_count = phrase.end - phrase.first;
	out->source_start = scan->tokens[phrase.first].start;
	out->source_end = scan->tokens[phrase.end - 1].end;
	out->head = head;
	out->anonymous = !pronoun && (!name || name->name.demonym) && !has_person(work, phrase);
	if (pronoun)
		out->key = 0;
	else
		out->key = name && !name->name.demonym ? name->name.key : key_of(scan, phrase, head);
	out->count = pronoun ? NAN : count_of(work, phrase);
	return true;
}
