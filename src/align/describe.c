/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Nouns of the list described-noun into noun phrases and the names they are told
 * of, by what stands around them.
 *
 *   "The Velm Front, an armed group," · "the armed group Velm Front" · "the armed
 *   group, the Velm Front," · "the Velm Front is an armed group" → Velm Front
 *
 * A noun is told of a name only if both may be one kind: a person, a body, a
 * place, a thing. Limits: "In Velm, the mayor of Arda resigned" looks like an
 * apposition, so nothing is told in a sentence that opens with a preposition and
 * has "the" there; no enumerations.
 */
#include "align/describe.h"

enum {
	NOUN,
	EXCLUSIVE,
	DEFINITE,
	GOES_ON,
	TAIL,
	PLACE_OF,
	DETERMINER,
	COORDINATOR,
	PREPOSITION,
	BOUNDARY,
	COMMA,
	BE,
	SAYING,
	NAME_TELLS,
	LISTS
};
static const char *const list_names[LISTS] = {"described-noun",
					      "description-exclusive",
					      "definite-determiner",
					      "description-goes-on",
					      "description-tail",
					      "place-of",
					      "phrase-determiner",
					      "coordinator",
					      "preposition",
					      "claim-boundary",
					      "comma",
					      "auxiliary-be",
					      "saying",
					      "name-tells"};

#define BACK_MOST 8  /* words before a noun */
#define TAIL_MOST 24 /* tokens of an apposition behind its noun */

void reading_init(struct reading *reading, struct who *who, const struct account *account, uint32_t *names)
{
	*reading = (struct reading){.who = who,
				    .account = account,
				    .article = account->article,
				    .lists = language_lists(who->language, list_names, LISTS),
				    .names = names};
	memset(names, 0, (account->article->tokens.count + 1u) * sizeof *names);
	for (uint32_t i = 0; i < account->mentions.count; i++) {
		const struct mention *m = &account->mentions.items[i];
		for (uint32_t t = 0; m->kind == MENTION_NAME && t < m->token_count; t++)
			reading->names[m->first_token + t] = i + 1;
	}
}

void reading_begin(struct reading *reading, uint32_t sentence)
{
	const struct sentence *at = &reading->article->sentences.items[sentence];
	reading->first = at->first_token;
	reading->end = at->first_token + at->token_count;
}

const struct mention *reading_name(const struct reading *reading, uint32_t token)
{
	uint32_t index = token < reading->end ? reading->names[token] : 0;
	return index ? &reading->account->mentions.items[index - 1] : NULL;
}

static bool is(const struct reading *reading, uint32_t at, int list)
{
	struct lookup lookup = article_lookup(reading->article, reading->who->language);
	return at >= reading->first && at < reading->end && lookup_is(&lookup, at, reading->lists[list]);
}

static bool is_byte(const struct reading *reading, uint32_t at, char byte)
{
	if (at < reading->first || at >= reading->end)
		return false;
	const struct token *token = article_token(reading->article, at);
	return token->end == token->start + 1 && reading->article->plain.ptr[token->start] == byte;
}

static bool is_mark(const struct reading *reading, uint32_t at)
{
	return at < reading->first || at >= reading->end || article_token(reading->article, at)->kind == TOKEN_MARK;
}

static enum described_class class_of(struct span text)
{
	return span_equal(text, SPAN("person"))  ? CLASS_PERSON
	       : span_equal(text, SPAN("place")) ? CLASS_PLACE
	       : span_equal(text, SPAN("thing")) ? CLASS_THING
						 : CLASS_BODY;
}

/* What NOUN at token AT is, and its concept; a phrase ("prime minister") counts as its last word. */
static bool read_noun(const struct reading *reading, uint32_t at, struct noun_phrase *phrase)
{
	struct lookup lookup = article_lookup(reading->article, reading->who->language);
	struct lookup_walk walk = lookup_walk(&lookup, at, reading->lists[NOUN]);
	struct hit hit;
	while (lookup_next(&walk, &hit)) {
		if (hit.count > 1)
			continue;
		const struct token *token = article_token(reading->article, at);
		*phrase = (struct noun_phrase){.first = at, .head = at};
		phrase->noun = language_word(reading->who->language, token->word)->concept;
		phrase->class = class_of(language_entry(reading->who->language, &hit)->text);
		return true;
	}
	return false;
}

/* Adds the word at token AT to what the phrase says beside its noun; names count as what they name. */
static void add_word(const struct reading *reading, uint32_t at, struct noun_phrase *phrase)
{
	struct language *language = reading->who->language;
	const struct token *token = article_token(reading->article, at);
	const struct mention *name = reading_name(reading, at);
	if (is(reading, at, EXCLUSIVE)) {
		struct span word = intern_string(&language->words, token->word);
		phrase->exclusive += span_hash(word) | 1;
		return;
	}
	if (name && name->first_token != at)
		return;
	uint32_t word = name ? entity_of(reading->who->entities, name->name.key)
			     : language_word(language, token->word)->concept;
	bool content = name || (token->kind == TOKEN_WORD && !(token->flags & TOKEN_CLITIC));
	if (content && phrase->count < PHRASE_WORDS)
		phrase->words[phrase->count++] = word;
}

/* May token AT stand between a determiner and its noun? */
static bool may_modify(const struct reading *reading, uint32_t at)
{
	const struct token *token = article_token(reading->article, at);
	if (reading_name(reading, at))
		return true;
	if (token->kind == TOKEN_NUMBER)
		return true;
	if (token->kind == TOKEN_MARK)
		return is_byte(reading, at, '-') && !(token->flags & TOKEN_SPACE);
	if (token->flags & TOKEN_CLITIC)
		return at > reading->first && reading_name(reading, at - 1);
	if (is(reading, at, EXCLUSIVE))
		return true;
	uint8_t flags = language_word(reading->who->language, token->word)->flags;
	return !(flags & WORD_STOP) && !is(reading, at, PREPOSITION) && !is(reading, at, COORDINATOR) &&
	       !is(reading, at, SAYING);
}

/* Walks from the noun back to where its phrase begins. */
static void read_back(const struct reading *reading, struct noun_phrase *phrase)
{
	uint32_t at = phrase->head;
	while (at > reading->first && phrase->head - at < BACK_MOST && may_modify(reading, at - 1))
		add_word(reading, --at, phrase);
	phrase->first = at;
	phrase->bare = true;
	if (at == reading->first)
		return;
	const struct token *before = article_token(reading->article, at - 1);
	if (is(reading, at - 1, DETERMINER)) {
		phrase->first = at - 1;
		phrase->bare = false;
		phrase->definite = is(reading, at - 1, DEFINITE);
	} else if (before->flags & TOKEN_CLITIC) {
		phrase->bare = false; /* "the port's mayor" */
	}
}

/* What stands behind the noun: nothing more of the phrase, or what says which one is meant. */
static void read_behind(const struct reading *reading, struct noun_phrase *phrase)
{
	uint32_t next = phrase->head + 1;
	phrase->closed = true;
	if (next >= reading->end)
		return;
	const struct token *token = article_token(reading->article, next);
	if (token->kind != TOKEN_WORD) {
		phrase->closed = token->kind == TOKEN_NUMBER || token->flags & TOKEN_SPACE ||
				 !is_byte(reading, next, '-');
		return;
	}
	uint8_t flags = language_word(reading->who->language, token->word)->flags;
	phrase->restricted = is(reading, next, GOES_ON);
	bool form = flags & (WORD_STOP | WORD_PAST) || is(reading, next, SAYING);
	bool noun = !form && (flags & WORD_NOUN || (flags & WORD_VERB && !(flags & WORD_THIRD))); /* "aid", "officer" */
	bool name = reading_name(reading, next) != NULL;
	phrase->closed = token->flags & TOKEN_CLITIC || (!phrase->restricted && !noun && !name);
}

/* "All the Mayor's Men": the capitals are a title's. */
static bool in_title(const struct reading *reading, const struct noun_phrase *phrase)
{
	if (!(article_token(reading->article, phrase->head)->flags & TOKEN_UPPER))
		return false;
	uint32_t next = phrase->head + 1, before = phrase->first;
	while (next < reading->end && article_token(reading->article, next)->flags & TOKEN_CLITIC)
		next++;
	return (next < reading->end && article_token(reading->article, next)->flags & TOKEN_UPPER) ||
	       (before > reading->first && article_token(reading->article, before - 1)->flags & TOKEN_UPPER);
}

bool phrase_read(const struct reading *reading, uint32_t at, struct noun_phrase *phrase)
{
	if (article_token(reading->article, at)->kind != TOKEN_WORD || !read_noun(reading, at, phrase))
		return false;
	read_back(reading, phrase);
	read_behind(reading, phrase);
	phrase->closed = phrase->closed && !in_title(reading, phrase);
	return true;
}

/* May the noun be told of the name? */
static bool agree(const struct noun_phrase *phrase, const struct mention *name)
{
	if (!name || name->name.demonym)
		return false;
	switch (name->name.kind) {
	case NAME_PERSON: return phrase->class == CLASS_PERSON;
	case NAME_PLACE: return phrase->class == CLASS_PLACE;
	case NAME_ORGANISATION: return phrase->class == CLASS_BODY || phrase->class == CLASS_THING;
	default: return true;
	}
}

/* The name that ends before token END, or NULL. */
static const struct mention *name_before(const struct reading *reading, uint32_t end)
{
	return end > reading->first ? reading_name(reading, end - 1) : NULL;
}

/* The name that begins at AT, behind its titles; *END: one token behind it. */
static const struct mention *name_from(const struct reading *reading, uint32_t at, uint32_t *end)
{
	at += is(reading, at, DEFINITE);
	for (uint32_t t = at; t < at + 5 && t < reading->end; t++) {
		const struct mention *name = reading_name(reading, t);
		if (name && name->first_token == t && name->first_token - name->name.title_tokens <= at) {
			*end = t + name->token_count;
			return name;
		}
		if (name)
			break;
	}
	return NULL;
}

/* The sentence opens with "In …", "After …", and the first comma stands at COMMA or behind. */
static bool opens_aside(const struct reading *reading, uint32_t comma)
{
	if (!is(reading, reading->first, PREPOSITION) && !is(reading, reading->first, BOUNDARY))
		return false;
	for (uint32_t t = reading->first; t < comma; t++)
		if (is_byte(reading, t, ','))
			return false;
	return true;
}

/* Does an apposition end behind the noun, at a mark, at the end, or with what says more of it? */
static bool ends_apposition(const struct reading *reading, const struct noun_phrase *phrase)
{
	uint32_t next = phrase->head + 1;
	if (is_mark(reading, next)) {
		bool list = is_byte(reading, next, ',') && is(reading, next + 1, COORDINATOR) && phrase->definite;
		return phrase->closed && !list;
	}
	if (!is(reading, next, TAIL) || (phrase->definite && is(reading, next, COORDINATOR)))
		return false;
	for (uint32_t t = next; t < reading->end && t < next + TAIL_MOST; t++)
		if (is(reading, t, COMMA) || t + 1 == reading->end)
			return true;
	return false;
}

/* "X, an armed group," and "X, 34, mayor of Arda,": the name before the comma. */
static const struct mention *owner_before(const struct reading *reading, const struct noun_phrase *phrase)
{
	uint32_t comma = phrase->first - 1;
	if (phrase->first <= reading->first + 1 || !is_byte(reading, comma, ','))
		return NULL;
	uint32_t end = comma;
	if (end > reading->first + 2 && article_token(reading->article, end - 1)->kind == TOKEN_NUMBER &&
	    is_byte(reading, end - 2, ','))
		end -= 2; /* an age */
	const struct mention *name = name_before(reading, end);
	if (!agree(phrase, name) || !ends_apposition(reading, phrase))
		return NULL;
	if (phrase->bare && phrase->class != CLASS_PERSON)
		return NULL;
	uint32_t start = name->first_token - name->name.title_tokens;
	bool listed = start > reading->first &&
		      (is_byte(reading, start - 1, ',') || is(reading, start - 1, COORDINATOR));
	if ((listed && (phrase->definite || phrase->bare)) ||
	    ((phrase->definite || phrase->bare) && opens_aside(reading, comma)))
		return NULL;
	return name;
}

/* "armed group X", "Mayor X", "the city of X": the name right behind. */
static const struct mention *owner_behind(const struct reading *reading, const struct noun_phrase *phrase)
{
	uint32_t next = phrase->head + 1, end;
	const struct mention *name = reading_name(reading, next);
	if (name && name->first_token == next && agree(phrase, name)) {
		uint32_t behind = next + name->token_count;
		const struct token *token = behind < reading->end ? article_token(reading->article, behind) : NULL;
		uint8_t flags = token ? language_word(reading->who->language, token->word)->flags : 0;
		bool clause = token && token->kind == TOKEN_WORD && flags & WORD_VERB && !(flags & WORD_STOP);
		/* "the company Velm Port bought": whose it is */
		return phrase->class != CLASS_PERSON && clause && phrase->definite ? NULL : name;
	}
	if (phrase->class != CLASS_PLACE || !is(reading, next, PLACE_OF))
		return NULL;
	name = name_from(reading, next + 1, &end);
	return name && agree(phrase, name) && name->name.kind != NAME_PERSON ? name : NULL;
}

/* "the mayor, X," and "the mayor of Arda, X,": the name between the commas. */
static const struct mention *owner_between(const struct reading *reading, const struct noun_phrase *phrase)
{
	uint32_t comma = phrase->head + 1, end;
	if (!phrase->definite)
		return NULL;
	if (is(reading, comma, TAIL) && name_from(reading, comma + 1, &end))
		comma = end;
	if (!is_byte(reading, comma, ','))
		return NULL;
	const struct mention *name = name_from(reading, comma + 1, &end);
	if (!name || !agree(phrase, name) || opens_aside(reading, comma))
		return NULL;
	bool listed = phrase->first > reading->first && is(reading, phrase->first - 1, COORDINATOR);
	bool closed = is_mark(reading, end) && !(is_byte(reading, end, ',') && is(reading, end + 1, COORDINATOR));
	return closed && !listed && !is_byte(reading, end, '-') ? name : NULL;
}

/* "X is a group": the name before the verb. */
static const struct mention *owner_equal(const struct reading *reading, const struct noun_phrase *phrase)
{
	if (phrase->bare || phrase->first < reading->first + 2 || !is(reading, phrase->first - 1, BE))
		return NULL;
	const struct mention *name = name_before(reading, phrase->first - 1);
	uint32_t next = phrase->head + 1;
	if (!agree(phrase, name) || (!phrase->closed && !is(reading, next, TAIL)))
		return NULL;
	uint32_t start = name->first_token - name->name.title_tokens; /* only as a subject */
	start -= start > reading->first && is(reading, start - 1, DEFINITE);
	return start == reading->first || is_mark(reading, start - 1) ? name : NULL;
}

const struct mention *phrase_owner(const struct reading *reading, const struct noun_phrase *phrase)
{
	const struct mention *name = owner_behind(reading, phrase);
	if (!name)
		name = owner_before(reading, phrase);
	if (!name)
		name = owner_between(reading, phrase);
	return name ? name : owner_equal(reading, phrase);
}

/* The noun that the name's last word LAST is or tells: "Board", "Inc.". */
static bool read_last(const struct reading *reading, uint32_t last, struct noun_phrase *phrase)
{
	struct language *language = reading->who->language;
	const struct token *token = article_token(reading->article, last);
	const struct entry *tells = language_word_entry(language, reading->lists[NAME_TELLS], token->word);
	if (!tells)
		return read_noun(reading, last, phrase);
	*phrase = (struct noun_phrase){.first = last, .head = last, .class = CLASS_BODY};
	phrase->noun = language_word(language, intern_add(&language->words, tells->text))->concept;
	return true;
}

bool phrase_in_name(const struct reading *reading, const struct mention *name, struct noun_phrase *phrase)
{
	uint32_t last = name->first_token + name->token_count - 1;
	if (name->token_count < 2 || !read_last(reading, last, phrase) || phrase->class == CLASS_PERSON)
		return false;
	const struct token *first = article_token(reading->article, name->first_token);
	if (language_word(reading->who->language, first->word)->flags & WORD_STOP)
		return false; /* a headline: "To Government" */
	for (uint32_t t = name->first_token; t < last; t++)
		if (is(reading, t, EXCLUSIVE))
			add_word(reading, t, phrase);
	return agree(phrase, name);
}

bool phrase_of_body(const struct reading *reading, const struct reference *body, struct noun_phrase *phrase)
{
	if (!read_noun(reading, body->head, phrase))
		return false;
	phrase->words[phrase->count++] = entity_of(reading->who->entities, body->nation);
	return true;
}
