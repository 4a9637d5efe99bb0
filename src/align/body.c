/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bodies of nations and places, however they are called.
 *
 *   "the Danish army", "Denmark's military", "the army of Denmark", "the Danish
 *   Armed Forces" → one entity; "Arda police" and "the police of Arda" another
 *
 * A name that tells no nation ("Downing Street") has its body in the list alias.
 * Limits: "Danish military aid" is not the army: before another noun only a title
 * or office follows ("a Danish army spokesman").
 */
#include "align/who.h"
#include "text/utf8.h"

struct bodies {
	struct who *who;
	const uint32_t *lists;
	const struct account *account;
	struct references *out;
	struct table named;  /* keys of bodies that a name means somewhere */
	struct table places; /* keys that join_place() saw */
};

enum { BODY, BODY_OF, ALIAS, DEMONYM, COUNTRY, COUNTRY_CODE, CAPITAL, GENITIVE, TITLE, SAYING, LISTS };
static const char *const list_names[LISTS] = {"nation-body",  "nation-of", "alias",    "demonym", "country",
					      "country-code", "capital",   "genitive", "title",   "saying"};

static uint32_t match(const struct bodies *bodies, uint32_t at, int list, struct span *text)
{
	const struct article *article = bodies->account->article;
	struct hit hit = {0};
	if (at < article->tokens.count)
		hit = article_find(article, bodies->who->language, at, bodies->lists[list]);
	if (hit.count && text)
		*text = language_entry(bodies->who->language, &hit)->text;
	return hit.count;
}

/* The tokens of a genitive at AT: "'s", "'". */
static uint32_t genitive(const struct bodies *bodies, uint32_t at)
{
	const struct token_list *tokens = &bodies->account->article->tokens;
	return at < tokens->count && tokens->items[at].flags & TOKEN_CLITIC ? 1 : match(bodies, at, GENITIVE, NULL);
}

/* The key of BODY ("military") of the nation or place whose key is "country:dk", "place:arda" or plain words. */
static uint32_t body_key(const struct bodies *bodies, struct span nation, struct span body)
{
	const char *colon = nation.len ? memchr(nation.ptr, ':', nation.len) : NULL;
	if (colon)
		nation = span_slice(nation, (size_t)(colon + 1 - nation.ptr), nation.len);
	return intern_add(&bodies->who->language->words,
			  arena_format(bodies->who->arena, "body:%.*s %.*s", SPAN_ARG(nation), SPAN_ARG(body)));
}

/* The key of the place that M names: a capital is a city here, not its country. */
static struct span nation_of(const struct bodies *bodies, const struct mention *m)
{
	const struct article *article = bodies->account->article;
	if (match(bodies, m->first_token, CAPITAL, NULL) == m->token_count)
		return utf8_fold(bodies->who->arena, article_text(article, m->start, m->end));
	return intern_string(&bodies->who->language->words, m->name.key);
}

static void mean_body(struct bodies *bodies, uint32_t key, const struct mention *name)
{
	entity_join(bodies->who->entities, key, name->name.key);
	table_put(&bodies->named, key, NULL);
}

/* "Danish Armed Forces", "Downing Street": a name that means a body. */
static bool join_name(struct bodies *bodies, const struct mention *m)
{
	struct span body = {0}, nation = {0};
	static const int nations[] = {DEMONYM, COUNTRY, COUNTRY_CODE};
	if (match(bodies, m->first_token, ALIAS, &body) == m->token_count) {
		uint32_t key = intern_add(&bodies->who->language->words,
					  arena_format(bodies->who->arena, "body:%.*s", SPAN_ARG(body)));
		mean_body(bodies, key, m);
		return true;
	}
	for (size_t i = 0; i < sizeof nations / sizeof *nations; i++) {
		uint32_t count = match(bodies, m->first_token, nations[i], &nation), rest = m->first_token + count;
		if (!count || !nation.len || count >= m->token_count)
			continue;
		rest += genitive(bodies, rest);
		if (rest + match(bodies, rest, BODY, &body) == m->first_token + m->token_count) {
			mean_body(bodies, body_key(bodies, nation, body), m);
			return true;
		}
	}
	return false;
}

/* May the noun phrase end before AT: no other noun there but a title? */
static bool ends_before(const struct bodies *bodies, uint32_t at)
{
	const struct article *article = bodies->account->article;
	if (at >= article->tokens.count)
		return true;
	const struct token *token = article_token(article, at);
	if (token->kind != TOKEN_WORD)
		return token->flags & TOKEN_SPACE || token->kind == TOKEN_NUMBER || token->end - token->start > 1 ||
		       article->plain.ptr[token->start] != '-';
	if (token->flags & TOKEN_CLITIC || match(bodies, at, TITLE, NULL) || match(bodies, at, SAYING, NULL))
		return true;
	uint8_t flags = language_word(bodies->who->language, token->word)->flags;
	bool verb = flags & WORD_PAST || (flags & WORD_THIRD && !(flags & WORD_NOUN));
	return flags & WORD_STOP || (flags & WORD_VERB && verb);
}

static void add_reference(const struct bodies *bodies, const struct mention *m, uint32_t first, uint32_t end,
			  uint32_t head, struct span body)
{
	struct reference *reference = list_push(bodies->who->arena, bodies->out);
	*reference = (struct reference){.first_token = first,
					.token_count = end - first,
					.head = head,
					.key = body_key(bodies, nation_of(bodies, m), body),
					.nation = m->name.key};
	reference->adds = table_get(&bodies->named, reference->key) ? reference->key : 0;
}

/* "Velm, Ohio": a name, a comma and M. */
static bool is_comma_between(const struct bodies *bodies, const struct mention *m)
{
	const struct token *comma = article_token(bodies->account->article, m->first_token - 1);
	return !m->name.demonym && bodies->account->article->plain.ptr[comma->start] == ',' &&
	       comma[-1].flags & TOKEN_UPPER;
}

/* What stands around the place M: "Denmark | 's army", "the army of | Denmark". */
static void read_around(const struct bodies *bodies, const struct mention *m)
{
	uint32_t end = m->first_token + m->token_count, noun = end, of;
	struct span body;
	if (m->first_token > 1 && is_comma_between(bodies, m))
		return; /* "Velm, Ohio police" */
	if (!m->name.demonym)
		noun += genitive(bodies, end);
	uint32_t count = match(bodies, noun, BODY, &body);
	if (count && ends_before(bodies, noun + count)) {
		add_reference(bodies, m, m->first_token, noun + count, noun + count - 1, body);
		return;
	}
	for (uint32_t back = 1; back <= 2 && back < m->first_token && !m->name.demonym; back++) {
		of = m->first_token - back;
		if (match(bodies, of, BODY_OF, NULL) != back)
			continue;
		for (uint32_t length = 4; length > 0; length--)
			if (of >= length && match(bodies, of - length, BODY, &body) == length) {
				add_reference(bodies, m, of - length, end, of - 1, body);
				return;
			}
	}
}

/* "Texan" and "Texas", "Gazan" and "Gaza": what the lists of adjectives and of places call the same. */
static void join_place(struct bodies *bodies, const struct mention *m)
{
	bool added;
	table_put(&bodies->places, m->name.key, &added);
	if (!added)
		return;
	struct intern *words = &bodies->who->language->words;
	struct span key = intern_string(words, m->name.key);
	if (!span_starts(key, SPAN("place:")))
		return;
	struct span place = span_slice(key, sizeof "place:" - 1, key.len);
	entity_join(bodies->who->entities, m->name.key,
		    intern_add(words, arena_format(bodies->who->arena, "country:%.*s", SPAN_ARG(place))));
}

void bodies_join(struct who *who)
{
	struct bodies bodies = {.who = who, .lists = language_lists(who->language, list_names, LISTS)};
	table_init(&bodies.named, who->arena);
	table_init(&bodies.places, who->arena);
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t a = 0; a < who->count; a++) {
			const struct mention_list *mentions = &who->accounts[a].mentions;
			bodies.account = &who->accounts[a];
			bodies.out = &who->entities->references[a];
			for (uint32_t i = 0; i < mentions->count; i++) {
				const struct mention *m = &mentions->items[i];
				if (m->kind != MENTION_NAME || join_name(&bodies, m) || m->name.kind != NAME_PLACE ||
				    !pass)
					continue;
				join_place(&bodies, m);
				read_around(&bodies, m); /* when it is known which bodies have names */
			}
		}
}
