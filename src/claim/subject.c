/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The noun phrase before a verb into the participants it names.
 *
 *   "Spokespeople for the port, the union and Arda County | declined"
 *   → port, union, Arda County: who speaks or keeps silent is whom they speak for
 *   "The mayor and her deputy | said" → mayor, deputy
 *   "Dr. Ilse Varn, who led the inquiry, | said" → Ilse Varn
 *
 * Reads backwards from the verb to the clause's start. Limits: a noun phrase
 * with a long relative clause in it is cut at the clause.
 */
#include "claim/grammar.h"

static bool is_comma(const struct grammar *grammar, uint32_t at)
{
	return grammar_word(grammar, grammar->comma, at) != NULL;
}

const struct mention *name_over(const struct account *account, uint32_t sentence, uint32_t at)
{
	const struct mention_list *mentions = &account->mentions;
	for (uint32_t i = mentions->sentence_first[sentence]; i < mentions->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &mentions->items[i];
		if (m->kind == MENTION_NAME && m->first_token <= at && at < m->first_token + m->token_count)
			return m;
	}
	return NULL;
}

struct participant *participant_add(const struct grammar *grammar, const struct account *account, struct arena *arena,
				    struct claim_list *claims, uint32_t first, uint32_t limit, uint32_t head)
{
	const struct article *article = grammar->article;
	uint32_t sentence = article_sentence_at(article, article->tokens.items[head].start);
	const struct mention *name = sentence == UINT32_MAX ? NULL : name_over(account, sentence, head);
	struct participant *who = list_push(arena, &claims->participants);
	*who = (struct participant){.first_token = first,
				    .token_count = limit - first,
				    .head = head,
				    .case_word = CLAIM_NONE,
				    .role = ROLE_SUBJECT};
	who->key = name && !name->name.demonym
			   ? name->name.key
			   : language_word(grammar->language, article->tokens.items[head].word)->concept;
	return who;
}

/* Adds the one noun phrase [FIRST, LIMIT): its head is the last word before a preposition. */
static bool add_phrase(const struct grammar *grammar, const struct account *account, struct arena *arena,
		       struct claim_list *claims, uint32_t first, uint32_t limit)
{
	const struct article *article = grammar->article;
	while (first < limit &&
	       (grammar_word(grammar, grammar->determiner, first) ||
		grammar_word(grammar, grammar->coordinator, first) || article->tokens.items[first].kind == TOKEN_MARK))
		first++;
	uint32_t head = UINT32_MAX;
	for (uint32_t i = first; i < limit; i++) {
		if (grammar_word(grammar, grammar->preposition, i) && head != UINT32_MAX)
			break;
		const struct token *token = &article->tokens.items[i];
		if (token->kind == TOKEN_WORD && !(token->flags & TOKEN_CLITIC) &&
		    !grammar_word(grammar, grammar->preposition, i))
			head = i;
	}
	if (head == UINT32_MAX)
		return false;
	participant_add(grammar, account, arena, claims, first, limit, head);
	return true;
}

/* "spokesmen for …": where the principals start; else FIRST. */
static uint32_t principals(const struct grammar *grammar, uint32_t first, uint32_t limit)
{
	for (uint32_t i = first; i + 1 < limit; i++) {
		if (is_comma(grammar, i))
			break;
		uint32_t length = grammar_phrase(grammar, grammar->representative, i);
		if (length && i + length < limit && grammar_word(grammar, grammar->representative_link, i + length))
			return i + length + 1;
	}
	return first;
}

/* The comma that opens what the comma at CLOSE closes: before a relative clause (", which was built …,") as far as the
 * sentence goes, else the nearest one in the clause; CLOSE itself: none. */
static uint32_t opening_comma(const struct grammar *grammar, uint32_t sentence_first, uint32_t first, uint32_t close)
{
	uint32_t nearest = close;
	for (uint32_t at = close; at > sentence_first; at--) {
		if (!is_comma(grammar, at - 1))
			continue;
		if (grammar_word(grammar, grammar->relative, at))
			return at - 1;
		if (nearest == close && at - 1 > first)
			nearest = at - 1;
	}
	return nearest;
}

/* Where the noun phrase that ends before LIMIT starts. Steps over a clause between commas. */
static uint32_t phrase_start(const struct grammar *grammar, uint32_t sentence_first, uint32_t first, uint32_t *limit)
{
	uint32_t end = *limit;
	if (end > first && is_comma(grammar, end - 1)) {
		uint32_t comma = opening_comma(grammar, sentence_first, first, end - 1);
		if (comma == end - 1)
			return *limit;
		*limit = end = comma;
		first = comma < first ? sentence_first : first;
	}
	uint32_t start = end;
	while (start > first) {
		uint32_t before = start - 1;
		const struct token *token = &grammar->article->tokens.items[before];
		uint8_t flags = language_word(grammar->language, token->word)->flags;
		bool verb = flags & WORD_VERB && flags & WORD_PAST && !(flags & WORD_NOUN) &&
			    !(token->flags & TOKEN_UPPER) && before + 1 == end;
		if (grammar_word(grammar, grammar->clause_start, before) || verb)
			break;
		start = before;
	}
	return start;
}

/* "the dam, which | was built": the noun phrase before the relative; LIMIT moves there. */
static uint32_t before_relative(const struct grammar *grammar, uint32_t sentence_first, uint32_t *limit)
{
	uint32_t end = *limit;
	if (end > sentence_first && grammar_word(grammar, grammar->relative, end - 1) && end - 1 > sentence_first &&
	    is_comma(grammar, end - 2)) {
		*limit = end - 2;
		uint32_t start = *limit;
		while (start > sentence_first && !is_comma(grammar, start - 1) &&
		       !grammar_word(grammar, grammar->clause_start, start - 1))
			start--;
		return start;
	}
	return UINT32_MAX;
}

/* Whether the noun phrase may be a list: at the sentence's start or behind a word that opens a clause; behind another
 * verb a coordinator opens the clause itself ("… burst, and nine people were killed"). */
static bool may_list(const struct grammar *grammar, uint32_t sentence_first, uint32_t start)
{
	return start == sentence_first || grammar_word(grammar, grammar->clause_start, start - 1);
}

/* "delegations from Arda and Velm": the coordination belongs to what stands behind the preposition. */
static bool is_inner_list(const struct grammar *grammar, uint32_t start, uint32_t limit)
{
	bool preposition = false;
	for (uint32_t i = start; i < limit; i++) {
		if (is_comma(grammar, i))
			return false;
		if (grammar_word(grammar, grammar->coordinator, i))
			return preposition;
		preposition = preposition || (i > start && grammar_word(grammar, grammar->preposition, i));
	}
	return false;
}

uint32_t subjects_before(const struct grammar *grammar, const struct account *account, struct arena *arena,
			 struct claim_list *claims, uint32_t sentence_first, uint32_t first, uint32_t limit)
{
	uint32_t count = 0, start = before_relative(grammar, sentence_first, &limit);
	bool coordinated = false;
	if (start == UINT32_MAX)
		start = phrase_start(grammar, sentence_first, first, &limit);
	bool list = may_list(grammar, sentence_first, start);
	uint32_t whole = start;
	start = principals(grammar, start, limit);
	if (start == whole)
		list = list && !is_inner_list(grammar, start, limit);
	for (uint32_t i = start; i < limit; i++)
		coordinated = coordinated || grammar_word(grammar, grammar->coordinator, i);
	if (!list && whole == start && is_inner_list(grammar, start, limit))
		return add_phrase(grammar, account, arena, claims, start, limit);
	if (!coordinated || !list) { /* "On Friday, the mayor": what stands last */
		for (uint32_t i = limit; i > start; i--)
			if (is_comma(grammar, i - 1) || grammar_word(grammar, grammar->coordinator, i - 1)) {
				start = i;
				break;
			}
		return start < limit ? add_phrase(grammar, account, arena, claims, start, limit) : 0;
	}
	uint32_t piece = start;
	for (uint32_t i = start; i <= limit; i++) {
		if (i < limit && !is_comma(grammar, i) && !grammar_word(grammar, grammar->coordinator, i))
			continue;
		if (i > piece && !grammar_word(grammar, grammar->preposition, piece)) /* "In Arda, the mayor and …" */
			count += add_phrase(grammar, account, arena, claims, piece, i);
		piece = i + 1;
	}
	return count;
}
