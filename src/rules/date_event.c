/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a date dates, where it is no verb: an event as a noun, or a day told from
 * another.
 *
 *   "The fatal shooting of Ilse Varn on Saturday sparked riots" | "He killed Varn on Sunday"
 *   → one killing, two days
 *   "… and killing a guard the next day" | "Later that day he killed a guard" → a day apart
 *
 * Limits: nouns of the list `event-noun` alone; who it happened to must be the
 * same by name, or by two words.
 */
#include <math.h>

#include "rules/date_event.h"

#define NOUN_REACH 14 /* tokens from an event's noun to its date */
#define NAME_REACH 8  /* tokens from a name to "born" */
#define WORDS_LEAST 2 /* shared behind two verbs, where no name is */

static const struct entry *in_list(const struct matching *matching, const struct article *article, const char *list,
				   uint32_t token)
{
	uint32_t id = language_list(matching->language, list);
	const struct token *word = &article->tokens.items[token];
	const struct entry *entry = language_word_entry(matching->language, id, word->word);
	return entry ? entry : language_word_entry(matching->language, id, word->lemma);
}

static uint32_t concept_of(const struct matching *matching, struct span lemma)
{
	return language_word(matching->language, intern_add(&matching->language->words, lemma))->concept;
}

/* "The fatal (police) shooting" is a killing. */
static const struct entry *event_at(const struct matching *matching, const struct article *article, uint32_t first,
				    uint32_t token)
{
	const struct entry *noun = in_list(matching, article, "event-noun", token);
	for (uint32_t back = 1; noun && back <= 2 && token >= first + back; back++) {
		const struct entry *fatal = in_list(matching, article, "fatal-word", token - back);
		if (fatal)
			return fatal;
	}
	return noun;
}

/* Where the phrase ends that goes on at token FIRST: "killing on Friday the owner of a mill, …". */
static uint32_t phrase_end(const struct matching *matching, const struct article *article, uint32_t first, uint32_t end)
{
	uint32_t commas = language_list(matching->language, "list-comma");
	while (first < end && !language_word_entry(matching->language, commas, article->tokens.items[first].word)) {
		const struct word_info *info = language_word(matching->language, article->tokens.items[first].word);
		if (info->flags & WORD_VERB && !(info->flags & WORD_NOUN))
			break;
		first++;
	}
	return first;
}

static struct dated of_claim(const struct matching *matching, const struct account *account, const struct claim *claim)
{
	uint32_t word = account->article->tokens.items[claim_content(claim)].word;
	uint32_t from = claim->passive ? claim->first_token : claim->predicate + 1;
	const struct entry *once = in_list(matching, account->article, "once-event", claim_content(claim));
	return (struct dated){.event = once ? concept_of(matching, once->text)
					    : language_word(matching->language, word)->concept,
			      .once = once != NULL,
			      .first = once ? claim->first_token : from,
			      .limit = claim->first_token + claim->token_count};
}

struct dated dated_read(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	const struct sentence *sentence = &article->sentences.items[facet->sentence];
	const struct claim *claim = facet_claim(matching, facet);
	uint32_t first = sentence->first_token, end = first + sentence->token_count;
	uint32_t behind = facet->first_token + facet->token_count;
	/* "Ilse Varn (born 4 May 1960)" */
	for (uint32_t back = 1; back <= 2 && facet->first_token >= first + back; back++) {
		uint32_t at = facet->first_token - back;
		const struct entry *once = in_list(matching, article, "once-event", at);
		if (once)
			return (struct dated){concept_of(matching, once->text), false, true,
					      at > first + NAME_REACH ? at - NAME_REACH : first, at};
		if (!(language_word(matching->language, article->tokens.items[at].word)->flags & WORD_STOP))
			break;
	}
	/* "Saturday's shooting", "the May 6 killing of Ilse Varn" */
	for (uint32_t t = behind; t < end && t < behind + 3; t++) {
		const struct entry *event = event_at(matching, article, behind, t);
		if (event)
			return (struct dated){concept_of(matching, event->text), true, false, t, end};
		const struct word_info *info = language_word(matching->language, article->tokens.items[t].word);
		if (!(article->tokens.items[t].flags & TOKEN_CLITIC) && info->flags & (WORD_STOP | WORD_VERB))
			break;
	}
	uint32_t least = facet->first_token > first + NOUN_REACH ? facet->first_token - NOUN_REACH : first;
	for (uint32_t t = facet->first_token; t > least; t--) {
		const struct entry *event = event_at(matching, article, first, t - 1);
		if (event)
			return (struct dated){concept_of(matching, event->text), true, false, t - 1,
					      phrase_end(matching, article, behind, end)};
		const struct word_info *info = language_word(matching->language, article->tokens.items[t - 1].word);
		if (claim && (t - 1 == claim->predicate || (info->flags & WORD_VERB && !(info->flags & WORD_NOUN))))
			break;
	}
	if (!claim || claim->predicate == CLAIM_NONE)
		return (struct dated){0};
	return of_claim(matching, &matching->accounts[facet->account], claim);
}

/* A person's name stands in both stretches. */
static bool share_person(const struct matching *matching, const struct facet *a, const struct dated *x,
			 const struct facet *b, const struct dated *y)
{
	const struct mention_list *left = &matching->accounts[a->account].mentions;
	const struct mention_list *right = &matching->accounts[b->account].mentions;
	for (uint32_t i = left->sentence_first[a->sentence]; i < left->sentence_first[a->sentence + 1]; i++) {
		const struct mention *m = &left->items[i];
		if (m->kind != MENTION_NAME || m->first_token < x->first || m->first_token >= x->limit)
			continue;
		uint32_t entity = entity_of(&matching->terms.entities, m->name.key);
		for (uint32_t j = right->sentence_first[b->sentence]; j < right->sentence_first[b->sentence + 1]; j++) {
			const struct mention *n = &right->items[j];
			bool person = x->once || m->name.kind == NAME_PERSON || n->name.kind == NAME_PERSON;
			if (n->kind == MENTION_NAME && n->first_token >= y->first && n->first_token < y->limit &&
			    person && entity_of(&matching->terms.entities, n->name.key) == entity)
				return true;
		}
	}
	return false;
}

static uint32_t shared_words(const struct matching *matching, const struct facet *a, const struct dated *x,
			     const struct facet *b, const struct dated *y)
{
	struct facet left = *a, right = *b;
	left.near_count = right.near_count = 0;
	facet_near(matching, &left, x->first, x->limit);
	facet_near(matching, &right, y->first, y->limit);
	return facet_shared_near(&left, &right);
}

bool dated_alike(const struct matching *matching, const struct facet *a, const struct dated *x, const struct facet *b,
		 const struct dated *y)
{
	return x->event && x->event == y->event && x->once == y->once && share_person(matching, a, x, b, y);
}

/* How many days after the one last spoken of; NAN: the date is not told so. */
static double told_days(const struct matching *matching, const struct facet *facet)
{
	uint32_t list = language_list(matching->language, "told-day");
	struct hit hit = article_find(facet_article(matching, facet), matching->language, facet->first_token, list);
	return hit.count ? language_entry(matching->language, &hit)->number : NAN;
}

/* What DATED of facet A is compared with: what B's date dates, or where that opens the sentence another verb there. */
static struct dated counterpart(const struct matching *matching, const struct dated *dated, const struct facet *b,
				const struct dated *other)
{
	const struct account *account = &matching->accounts[b->account];
	const struct claim_list *claims = &account->claims;
	bool opens = b->first_token == account->article->sentences.items[b->sentence].first_token;
	for (uint32_t i = claims->sentence_first[b->sentence];
	     opens && other->event != dated->event && i < claims->sentence_first[b->sentence + 1]; i++) {
		if (claims->items[i].predicate == CLAIM_NONE)
			continue;
		struct dated found = of_claim(matching, account, &claims->items[i]);
		if (found.event == dated->event)
			return found;
	}
	return *other;
}

bool dated_days_apart(const struct matching *matching, const struct facet *a, const struct dated *x,
		      const struct facet *b, const struct dated *y)
{
	double one = told_days(matching, a), two = told_days(matching, b);
	if (isnan(one) || isnan(two) || one == two)
		return false;
	struct dated left = counterpart(matching, y, a, x), right = counterpart(matching, x, b, y);
	return left.event && left.event == right.event &&
	       (share_person(matching, a, &left, b, &right) ||
		shared_words(matching, a, &left, b, &right) >= WORDS_LEAST);
}
