/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names into keys: two names with one key are one thing.
 *
 *   "Danish", "Denmark", "Copenhagen said" → country:dk
 *   "Anna Krogh … Krogh" → anna krogh, anna krogh
 *   "the World Meteorological Organization (WMO) … the WMO" → one key
 *
 * A surname alone belongs to the first full name of the article that ends in it,
 * a given name alone to the only person who has it. Limits: initials are left
 * out of keys; a capital behind a word of place ("in Copenhagen") is the city,
 * not the country.
 */
#include "base/buffer.h"
#include "mention/name.h"

static uint32_t intern_with(struct scan *scan, const char *prefix, struct span text)
{
	char key[96];
	size_t head = strlen(prefix), body = text.len < sizeof key - head ? text.len : sizeof key - head - 1;
	memcpy(key, prefix, head);
	memcpy(key + head, text.ptr, body);
	return intern_add(&scan->language->words, span_make(key, head + body));
}

bool name_initial(const struct scan *scan, uint32_t at)
{
	struct span text = scan_text(scan, at);
	return text.len == 1 || (text.len == 2 && text.ptr[1] == '.');
}

uint32_t name_words_key(struct scan *scan, const struct mention *mention)
{
	const struct intern *words = &scan->language->words;
	char key[256];
	size_t used = 0;
	uint32_t first = mention->first_token, end = first + mention->token_count, kept = 0, only = 0;
	for (uint32_t i = first; i < end; i++) {
		const struct token *token = &scan->tokens[i];
		if (token->kind == TOKEN_MARK || token->flags & TOKEN_CLITIC || (kept && name_place_code(scan, i)) ||
		    (name_initial(scan, i) && end - first > 1))
			continue;
		struct span word = intern_string(words, token->word);
		if (used + word.len + 1 >= sizeof key)
			break;
		if (kept++)
			key[used++] = ' ';
		memcpy(key + used, word.ptr, word.len);
		used += word.len;
		only = token->word;
	}
	if (kept <= 1)
		return kept ? only : scan->tokens[first].word;
	return intern_add(&scan->language->words, span_make(key, used));
}

uint32_t name_lexicon_key(struct scan *scan, const struct mention *mention, const struct entry *entry,
			  enum mention_list_id list)
{
	if (!entry->text.len || list == LIST_PLACE || list == LIST_PLACE_CODE)
		return entry->text.len ? intern_with(scan, "place:", entry->text) : name_words_key(scan, mention);
	if (list == LIST_ORGANISATION || list == LIST_ORGANISATION_CODE)
		return intern_with(scan, "org:", entry->text);
	bool dateline = scan->tokens[mention->first_token].flags & TOKEN_CAPS;
	if (list == LIST_CAPITAL &&
	    (dateline || scan_before(scan, mention->first_token, LIST_LOCATIVE) != MENTION_NONE))
		return name_words_key(scan, mention);
	return intern_with(scan, "country:", entry->text);
}

uint32_t name_surname(const struct scan *scan, const struct mention *mention)
{
	for (uint32_t i = mention->first_token + mention->token_count; i-- > mention->first_token;)
		if (scan->tokens[i].kind == TOKEN_WORD && !name_initial(scan, i) && !scan_is(scan, i, LIST_NAME_SUFFIX))
			return scan->tokens[i].word;
	return 0;
}

static bool from_lexicon(const struct scan *scan, uint32_t key)
{
	struct span text = intern_string(&scan->language->words, key);
	return memchr(text.ptr, ':', text.len) != NULL;
}

/* May B in brackets be short for A? Not the agency behind a place ("SELBY (AFP) -"), the party behind a person. */
static bool may_shorten(const struct scan *scan, const struct mention *a, const struct mention *b)
{
	const struct token *word = &scan->tokens[b->first_token], *first = &scan->tokens[a->first_token];
	if (a->name.kind == NAME_PERSON || a->name.kind == NAME_PLACE || first->flags & TOKEN_CAPS)
		return false;
	if (a->name.kind == NAME_ORGANISATION)
		return true;
	char one = scan->article->source.text.ptr[word->start], other = scan->article->source.text.ptr[first->start];
	return a->token_count > 1 && word->flags & TOKEN_CAPS && one == other;
}

/* "Long Name (LN)": both get one key. ALIASES: word id → key. */
static void link_brackets(struct scan *scan, uint32_t from, struct table *aliases)
{
	struct mention_list *out = scan->out;
	for (uint32_t i = from; i + 1 < out->count; i++) {
		struct mention *a = &out->items[i], *b = &out->items[i + 1];
		uint32_t open = a->first_token + a->token_count, close = b->first_token + b->token_count;
		if (a->sentence != b->sentence || b->first_token != open + 1 || b->token_count != 1 ||
		    close >= scan->article->tokens.count || a->name.demonym)
			continue;
		scan_sentence(scan, a->sentence);
		if (!scan_byte(scan, open, '(') || !scan_byte(scan, close, ')') || !may_shorten(scan, a, b))
			continue;
		uint32_t word = scan->tokens[b->first_token].word;
		if (from_lexicon(scan, b->name.key) && !from_lexicon(scan, a->name.key) && !b->name.demonym &&
		    b->name.kind == NAME_ORGANISATION)
			a->name.key = b->name.key;
		else if (scan->tokens[b->first_token].flags & TOKEN_CAPS && a->token_count > 1)
			*table_put(aliases, word, NULL) = b->name.key = a->name.key;
		if (a->name.kind == NAME_OTHER && a->token_count > 1)
			a->name.kind = b->name.kind = NAME_ORGANISATION;
	}
}

/* May NAME lend its key to its last word alone? */
static bool lends(const struct scan *scan, const struct mention *m)
{
	const struct name *name = &m->name;
	if (m->token_count < 2 || name->demonym || from_lexicon(scan, name->key) ||
	    name_surname(scan, m) == scan->tokens[m->first_token].word)
		return false;
	if (name->kind == NAME_PERSON)
		return true;
	/* "Relay Products" is nobody: its last word is a noun, or it begins with a place */
	const struct word_info *info = language_word(scan->language, name_surname(scan, m));
	return name->kind == NAME_OTHER && m->token_count <= 3 && !(info->flags & (WORD_NOUN | WORD_STOP)) &&
	       !scan_is(scan, m->first_token, LIST_NAME_THING) &&
	       !scan_is(scan, m->first_token + m->token_count - 1, LIST_NAME_THING) &&
	       !scan_match(scan, m->first_token, LIST_PLACE) && !scan_match(scan, m->first_token, LIST_COUNTRY) &&
	       !scan_match(scan, m->first_token, LIST_CAPITAL);
}

/* A given name alone is the one person's of the article who has it. */
static void lend_given(const struct scan *scan, const struct mention *m, uint32_t index, struct table *given)
{
	bool added;
	if (m->name.kind != NAME_PERSON || name_initial(scan, m->first_token))
		return;
	uint32_t *owner = table_put(given, scan->tokens[m->first_token].word, &added);
	if (added)
		*owner = index;
	else if (*owner != MENTION_NONE && scan->out->items[*owner].name.key != m->name.key)
		*owner = MENTION_NONE;
}

static bool same_person(const struct scan *scan, const struct mention *a, const struct mention *b)
{
	return a->name.key == b->name.key ||
	       name_compare(scan->language, article_text(scan->article, a->start, a->end),
			    article_text(scan->article, b->start, b->end)) != NAME_DIFFERENT;
}

/* Of two of one surname: "Mr. Krogh" may be either, "President Krogh" is whom that title went with. */
static bool either(const struct scan *scan, const struct mention *m, const struct mention *full)
{
	if (!m->name.title_tokens)
		return false; /* by custom the first */
	return !full->name.title_tokens ||
	       scan->tokens[m->first_token - 1].lemma != scan->tokens[full->first_token - 1].lemma;
}

static bool borrows(const struct scan *scan, const struct mention *m)
{
	return m->token_count == 1 && !m->name.demonym && m->name.kind != NAME_PLACE &&
	       !from_lexicon(scan, m->name.key);
}

/* "in Georgia", "the state of Georgia", "the ferry Georgia": no given name. */
static bool placed(const struct scan *scan, uint32_t at)
{
	return (at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE)) ||
	       scan_before(scan, at, LIST_THING_BEFORE) != MENTION_NONE ||
	       scan_before(scan, at, LIST_PLACE_BEFORE) != MENTION_NONE ||
	       scan_before(scan, at, LIST_LOCATIVE) != MENTION_NONE;
}

/* One who is a person in one place is one everywhere. */
static void share_kinds(struct scan *scan, uint32_t from)
{
	struct mention_list *out = scan->out;
	struct table persons;
	table_init(&persons, scan->arena);
	for (uint32_t i = from; i < out->count; i++)
		if (out->items[i].name.kind == NAME_PERSON)
			*table_put(&persons, out->items[i].name.key, NULL) = out->items[i].name.surname;
	for (uint32_t i = from; i < out->count; i++) {
		struct name *name = &out->items[i].name;
		const uint32_t *surname = name->kind == NAME_OTHER ? table_get(&persons, name->key) : NULL;
		if (surname) {
			name->kind = NAME_PERSON;
			name->surname = *surname;
		}
	}
}

void names_key(struct scan *scan, uint32_t from)
{
	struct mention_list *out = scan->out;
	struct table aliases, first, given, shared; /* the last: surnames of two people */
	table_init(&aliases, scan->arena);
	table_init(&first, scan->arena);
	table_init(&given, scan->arena);
	table_init(&shared, scan->arena);
	link_brackets(scan, from, &aliases);
	for (uint32_t i = from; i < out->count; i++) {
		bool added = false;
		scan_sentence(scan, out->items[i].sentence);
		if (!lends(scan, &out->items[i])) {
			/* "Page" may be Selby Page's or nobody's: it is no other Page's either */
			if (out->items[i].token_count > 1 && out->items[i].name.kind == NAME_OTHER) {
				uint32_t *place = table_put(&first, name_surname(scan, &out->items[i]), &added);
				*place = added ? MENTION_NONE : *place;
			}
			continue;
		}
		lend_given(scan, &out->items[i], i, &given);
		uint32_t *place = table_put(&first, name_surname(scan, &out->items[i]), &added);
		if (added)
			*place = i;
		else if (*place != MENTION_NONE && !same_person(scan, &out->items[*place], &out->items[i]))
			table_put(&shared, name_surname(scan, &out->items[i]), NULL);
	}
	for (uint32_t i = from; i < out->count; i++) {
		struct mention *m = &out->items[i];
		uint32_t word = scan->tokens[m->first_token].word;
		scan_sentence(scan, m->sentence);
		if (m->token_count != 1 || m->name.demonym || from_lexicon(scan, m->name.key))
			continue;
		const uint32_t *owner = table_get(&given, word);
		if (owner && *owner != MENTION_NONE && !table_get(&first, word) && !placed(scan, m->first_token)) {
			m->name.kind = NAME_PERSON;
			m->name.key = out->items[*owner].name.key;
			m->name.surname = out->items[*owner].name.surname;
			continue;
		}
		if (!borrows(scan, m) || (owner && scan_is(scan, m->first_token, LIST_FIRST_NAME)))
			continue;
		const uint32_t *alias = table_get(&aliases, word);
		const uint32_t *lender = table_get(&first, word);
		if (alias) {
			m->name.key = *alias;
			m->name.kind = NAME_ORGANISATION;
		} else if (lender && *lender != MENTION_NONE &&
			   !(table_get(&shared, word) && either(scan, m, &out->items[*lender]))) {
			struct mention *full = &out->items[*lender];
			full->name.kind = NAME_PERSON;
			full->name.surname = word;
			m->name.kind = NAME_PERSON;
			m->name.key = full->name.key;
			m->name.surname = word;
		}
	}
	share_kinds(scan, from);
}

uint32_t *names_by_token(struct scan *scan)
{
	uint32_t *at = arena_array(scan->arena, uint32_t, scan->article->tokens.count + 1);
	for (uint32_t i = 0; i < scan->out->count; i++) {
		const struct mention *m = &scan->out->items[i];
		for (uint32_t t = 0; m->kind == MENTION_NAME && t < m->token_count; t++)
			at[m->first_token + t] = i + 1;
	}
	return at;
}
