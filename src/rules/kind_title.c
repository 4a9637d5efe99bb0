/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind title: one person whose office, rank or kin the articles tell in other
 * words.
 *
 *   A "harbour agent Ada Krell", B "a customs agent, Ada Krell,"
 *   C "Krell's brother Tom Varn", D "her half-brother, Tom Varn"
 *   → told more fully; a variant
 *
 * Works on entities, as names do. Words of the list `office` before or behind a
 * name are compared where they are of one family: other kin is a variant, an office
 * told by another of its sides tells more. A title that merely lacks a word of
 * another is nothing to report. Limits: what a clause of
 * its own tells ("Krell is an agent") is not seen.
 */
#include <stdlib.h>

#include "rules/facet.h"

#define WORDS_BEFORE 8
#define WORDS_BEHIND 12
#define WORDS_KEPT 12

struct title {
	uint32_t entity, account, sentence;
	uint32_t first, limit;             /* tokens, with the name */
	uint32_t head, family;             /* interned words */
	uint32_t words[WORDS_KEPT], count; /* beside the head: concepts and entities, sorted, none twice */
	struct span text;
};

struct title_list LIST(struct title);

/* An article at work. */
struct titles {
	const struct matching *matching;
	const struct account *account;
	uint32_t index;        /* of the account */
	uint32_t first, limit; /* tokens of the sentence */
	uint32_t office, determiners, prepositions, commas, hyphens, coordinators;
	struct title_list *list;
};

static const struct token *token_at(const struct titles *titles, uint32_t at)
{
	return &titles->account->article->tokens.items[at];
}

static bool is(const struct titles *titles, uint32_t at, uint32_t list)
{
	return at >= titles->first && at < titles->limit &&
	       language_word_entry(titles->matching->language, list, token_at(titles, at)->word);
}

static const struct mention *name_over(const struct titles *titles, uint32_t sentence, uint32_t at)
{
	const struct mention_list *list = &titles->account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind == MENTION_NAME && m->first_token <= at && at < m->first_token + m->token_count)
			return m;
	}
	return NULL;
}

/* The office that ends at token AT, "half-brother" as one word; NULL: none. *FIRST: its first token. */
static const struct entry *office_at(const struct titles *titles, uint32_t at, uint32_t *first)
{
	struct lookup lookup = article_lookup(titles->account->article, titles->matching->language);
	const struct token *token = token_at(titles, at);
	*first = at;
	if (token->kind != TOKEN_WORD)
		return NULL;
	if (at > titles->first + 1 && is(titles, at - 1, titles->hyphens)) {
		struct lookup_walk walk = lookup_walk(&lookup, at - 2, titles->office);
		struct hit hit;
		while (lookup_next(&walk, &hit))
			if (hit.first + hit.count == at + 1) {
				*first = at - 2;
				return language_entry(titles->matching->language, &hit);
			}
	}
	return language_word_entry(titles->matching->language, titles->office, token->word);
}

/* May token AT stand before an office: an adjective, a noun, a name, a hyphen between two. */
static bool may_modify(const struct titles *titles, uint32_t sentence, uint32_t at)
{
	const struct token *token = token_at(titles, at);
	const struct word_info *info = language_word(titles->matching->language, token->word);
	const struct mention *name = name_over(titles, sentence, at);
	if (name)
		return name->name.kind != NAME_PERSON;
	if (token->kind == TOKEN_MARK)
		return is(titles, at, titles->hyphens) && !(token->flags & TOKEN_SPACE);
	if (is(titles, at + 1, titles->hyphens) && !(token_at(titles, at + 1)->flags & TOKEN_SPACE))
		return true; /* "off-duty" */
	return token->kind == TOKEN_WORD && !(token->flags & TOKEN_CLITIC) && !(info->flags & WORD_STOP) &&
	       (!(info->flags & WORD_VERB) || info->flags & WORD_NOUN);
}

static void add_word(struct title *title, uint32_t word)
{
	uint32_t at = 0;
	while (at < title->count && title->words[at] < word)
		at++;
	if (title->count == WORDS_KEPT || (at < title->count && title->words[at] == word))
		return;
	memmove(title->words + at + 1, title->words + at, (title->count - at) * sizeof *title->words);
	title->words[at] = word;
	title->count++;
}

/* Adds the content words of tokens [FIRST, LIMIT); "the company" as what it stands for. */
static void add_words(const struct titles *titles, struct title *title, uint32_t first, uint32_t limit)
{
	const struct entities *entities = &titles->matching->terms.entities;
	for (uint32_t t = first; t < limit; t++) {
		const struct token *token = token_at(titles, t);
		const struct mention *name = name_over(titles, title->sentence, t);
		const struct reference *reference = entity_reference(entities, titles->index, t);
		const struct word_info *info = language_word(titles->matching->language, token->word);
		if (name && name->name.demonym)
			continue; /* "Danish": hardly another office */
		if (reference && is(titles, reference->first_token, titles->determiners))
			add_word(title, entity_of(entities, reference->key));
		else if (token->kind == TOKEN_WORD && !(token->flags & TOKEN_CLITIC) && !(info->flags & WORD_STOP) &&
			 (name || info->flags & WORD_NOUN)) /* "new", "embattled": no other office */
			add_word(title, info->concept);
	}
}

static void add_title(struct titles *titles, struct title *title, const struct entry *office)
{
	struct intern *words = &titles->matching->language->words;
	const struct article *article = titles->account->article;
	title->head = intern_add(words, office->phrase);
	title->family = intern_add(words, office->text);
	title->text = article_text(article, token_at(titles, title->first)->start,
				   token_at(titles, title->limit - 1)->end);
	list_add(titles->matching->scratch, titles->list, *title);
}

/* "off-duty customs agent Ada Krell", "a customs agent, Ada Krell,": the office ends before the name. */
static void read_before(struct titles *titles, const struct mention *m, struct title title)
{
	if (m->first_token <= titles->first)
		return;
	uint32_t end = m->first_token, head, behind = m->first_token + m->token_count;
	bool apposed = is(titles, end - 1, titles->commas);
	if (apposed &&
	    (--end <= titles->first || (behind < titles->limit && token_at(titles, behind)->kind != TOKEN_MARK)))
		return;
	const struct entry *office = office_at(titles, end - 1, &head);
	if (!office)
		return;
	uint32_t first = head;
	while (first > titles->first && head - first < WORDS_BEFORE) {
		/* "a port and customs agent, Ada Krell," */
		bool joined = apposed && first > titles->first + 1 && is(titles, first - 1, titles->coordinators) &&
			      may_modify(titles, title.sentence, first - 2);
		if (!joined && !may_modify(titles, title.sentence, first - 1))
			break;
		first -= joined ? 2 : 1;
	}
	bool determined = first > titles->first && is(titles, first - 1, titles->determiners);
	if (apposed && !determined)
		return;
	title.first = first;
	title.limit = behind;
	add_words(titles, &title, first, head);
	add_title(titles, &title, office);
}

/* "Ada Krell, 37, head of the harbour office, said": the office begins behind the name. */
static void read_behind(struct titles *titles, const struct mention *m, struct title title)
{
	uint32_t at = m->first_token + m->token_count;
	if (at + 1 >= titles->limit || !is(titles, at, titles->commas))
		return;
	at++;
	if (at + 1 < titles->limit && token_at(titles, at)->kind == TOKEN_NUMBER && is(titles, at + 1, titles->commas))
		at += 2;
	at += is(titles, at, titles->determiners);
	uint32_t first = at, head = at, start;
	while (at < titles->limit && at - first < WORDS_BEFORE && may_modify(titles, title.sentence, at))
		at++;
	if (at == first)
		return;
	head = at - 1;
	const struct entry *office = office_at(titles, head, &start);
	if (!office || (at < titles->limit && !is(titles, at, titles->commas) &&
			!is(titles, at, titles->prepositions) && token_at(titles, at)->kind != TOKEN_MARK))
		return;
	uint32_t limit = at;
	while (limit < titles->limit && limit - at < WORDS_BEHIND && token_at(titles, limit)->kind != TOKEN_MARK)
		limit++;
	title.first = m->first_token;
	title.limit = limit;
	add_words(titles, &title, first, start);
	add_words(titles, &title, at, limit);
	add_title(titles, &title, office);
}

static void collect(struct titles *titles)
{
	const struct article *article = titles->account->article;
	for (uint32_t i = 0; i < titles->account->mentions.count; i++) {
		const struct mention *m = &titles->account->mentions.items[i];
		const struct sentence *sentence = &article->sentences.items[m->sentence];
		uint32_t last = article->tokens.items[m->first_token + m->token_count - 1].word;
		if (m->kind != MENTION_NAME || m->name.demonym || m->name.kind != NAME_PERSON ||
		    sentence->kind == SENTENCE_FURNITURE ||
		    language_word(titles->matching->language, last)->flags & WORD_STOP)
			continue;
		titles->first = sentence->first_token;
		titles->limit = sentence->first_token + sentence->token_count;
		struct title title = {.entity = entity_of(&titles->matching->terms.entities, m->name.key),
				      .account = titles->index,
				      .sentence = m->sentence};
		read_before(titles, m, title);
		read_behind(titles, m, title);
	}
}

static int by_words(const struct title *a, const struct title *b)
{
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	int order = a->count ? memcmp(a->words, b->words, a->count * sizeof *a->words) : 0;
	return order ? order : (a->head < b->head ? -1 : a->head > b->head);
}

static int by_title(const void *left, const void *right)
{
	const struct title *a = left, *b = right;
	if (a->entity != b->entity)
		return a->entity < b->entity ? -1 : 1;
	if (a->family != b->family)
		return a->family < b->family ? -1 : 1;
	int order = by_words(a, b);
	if (order)
		return order;
	if (a->account != b->account)
		return a->account < b->account ? -1 : 1;
	return a->first < b->first ? -1 : a->first > b->first;
}

/* Each has a word that the other lacks, or another head. */
static bool told_otherwise(const struct title *a, const struct title *b)
{
	uint32_t shared = 0;
	for (uint32_t i = 0, j = 0; i < a->count && j < b->count;) {
		uint32_t one = a->words[i], two = b->words[j];
		shared += one == two;
		i += one <= two;
		j += two <= one;
	}
	return a->head != b->head || (shared < a->count && shared < b->count);
}

/* "Brother" and "half-brother": of two people's kin one of them is wrong. */
static bool is_other_kin(const struct matching *matching, const struct title *a, const struct title *b)
{
	struct span one = intern_string(&matching->language->words, a->head);
	struct span two = intern_string(&matching->language->words, b->head);
	return a->head != b->head && (span_ends(one, two) || span_ends(two, one));
}

/* An article that has both, A's and B's, tells nothing otherwise. */
static bool told_by_one(const struct title *a, uint32_t n, const struct title *b, uint32_t m)
{
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t j = 0; j < m; j++)
			if (a[i].account == b[j].account)
				return true;
	return false;
}

/* TITLES[0, COUNT) are one person's, of one family, sorted by their words. */
static void compare_titles(struct matching *matching, const struct rule *rule, const struct title *titles,
			   uint32_t count)
{
	struct u32_list starts = {0};
	for (uint32_t i = 0; i < count; i++)
		if (!i || by_words(&titles[i], &titles[i - 1]))
			list_add(matching->scratch, &starts, i);
	list_add(matching->scratch, &starts, count);
	struct finding *finding = NULL;
	bool variant = false;
	for (uint32_t v = 0; v + 1 < starts.count; v++) {
		uint32_t from = starts.items[v], to = starts.items[v + 1];
		bool apart = false;
		for (uint32_t w = 0; w + 1 < starts.count && !apart; w++)
			apart = w != v && told_otherwise(&titles[from], &titles[starts.items[w]]) &&
				!told_by_one(&titles[from], to - from, &titles[starts.items[w]],
					     starts.items[w + 1] - starts.items[w]);
		if (!apart)
			continue;
		variant = variant || is_other_kin(matching, &titles[from], &titles[0]) ||
			  is_other_kin(matching, &titles[from], &titles[count - 1]);
		if (!finding)
			finding = finding_add(matching, rule, RELATION_VARIANT, rule->confidence);
		struct version *version = version_add(matching, finding, titles[from].text, NULL);
		for (uint32_t i = from; i < to; i++)
			member_add(matching, version, titles[i].account, titles[i].sentence, titles[i].first,
				   titles[i].limit, CLAIM_NONE);
	}
	if (!finding)
		return;
	finding->relation = variant ? RELATION_VARIANT : RELATION_FULLER;
	because_add(matching, finding, variant ? "conflict" : "agree", "title",
		    arena_format(matching->arena, "one person: " SPAN_FMT " and " SPAN_FMT,
				 SPAN_ARG(finding->versions.items[0].label),
				 SPAN_ARG(finding->versions.items[1].label)));
	finding_word(matching, rule, finding, (struct span){0});
}

void match_titles(struct matching *matching, const struct rule *rule)
{
	struct title_list list = {0};
	struct arena_mark mark = arena_mark(matching->scratch);
	struct language *language = matching->language;
	struct titles titles = {.matching = matching,
				.office = language_list(language, "office"),
				.determiners = language_list(language, "phrase-determiner"),
				.prepositions = language_list(language, "preposition"),
				.commas = language_list(language, "list-comma"),
				.hyphens = language_list(language, "dash"),
				.coordinators = language_list(language, "coordinator"),
				.list = &list};
	for (uint32_t a = 0; a < matching->count; a++) {
		titles.account = &matching->accounts[a];
		titles.index = a;
		collect(&titles);
	}
	if (list.count > 1)
		qsort(list.items, list.count, sizeof *list.items, by_title);
	for (uint32_t from = 0, to; from < list.count; from = to) {
		for (to = from + 1; to < list.count && list.items[to].entity == list.items[from].entity &&
				    list.items[to].family == list.items[from].family;)
			to++;
		if (to - from > 1)
			compare_titles(matching, rule, list.items + from, to - from);
	}
	arena_rewind(matching->scratch, mark);
}
