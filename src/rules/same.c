/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The closed vocabulary of `same`: for each field one function with three
 * answers. "Unknown" is an answer: a rule says what it does with it.
 *
 *   subjects "the Arda port board" and "the board" → yes (one within the other)
 *   "the Arda police" and "the Velm police"        → no (two places)
 *   "he" and "the mayor"                           → unknown
 */
#include "rules/facet.h"

#define SIMILARITY_DEFAULT 0.45
#define SIMILARITY_NEAR_COPY 0.6

static uint32_t concept_at(const struct matching *matching, const struct article *article, uint32_t token)
{
	return language_word(matching->language, article->tokens.items[token].word)->concept;
}

/* The name mention that covers TOKEN, or NULL. */
static const struct mention *name_over(const struct account *account, uint32_t token)
{
	uint32_t sentence = article_sentence_at(account->article, account->article->tokens.items[token].start);
	if (sentence == UINT32_MAX)
		return NULL;
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind == MENTION_NAME && m->first_token <= token && token < m->first_token + m->token_count)
			return m;
	}
	return NULL;
}

/* The words of a noun phrase as keys: entities of names, concepts of other content words. */
struct key_set {
	uint32_t keys[16], count;
	bool name[16];
};

static void participant_keys(const struct matching *matching, uint32_t account, const struct participant *who,
			     struct key_set *set)
{
	const struct account *from = &matching->accounts[account];
	set->count = 0;
	for (uint32_t t = who->first_token; t < who->first_token + who->token_count && set->count < 16; t++) {
		const struct token *token = &from->article->tokens.items[t];
		const struct mention *name = name_over(from, t);
		if (name) {
			set->name[set->count] = true;
			set->keys[set->count++] = entity_of(&matching->terms.entities, name->name.key);
			t = name->first_token + name->token_count - 1;
			continue;
		}
		const struct word_info *info = language_word(matching->language, token->word);
		if (token->kind == TOKEN_MARK || token->flags & TOKEN_CLITIC || info->flags & WORD_STOP)
			continue;
		set->name[set->count] = false;
		set->keys[set->count++] = info->concept;
	}
}

static bool has_key(const struct key_set *set, uint32_t key)
{
	for (uint32_t i = 0; i < set->count; i++)
		if (set->keys[i] == key)
			return true;
	return false;
}

static bool within(const struct key_set *part, const struct key_set *whole)
{
	for (uint32_t i = 0; i < part->count; i++)
		if (!has_key(whole, part->keys[i]))
			return false;
	return true;
}

/* Each has a name that the other has not. */
static bool names_clash(const struct key_set *a, const struct key_set *b)
{
	bool left = false, right = false;
	for (uint32_t i = 0; i < a->count; i++)
		left = left || (a->name[i] && !has_key(b, a->keys[i]));
	for (uint32_t i = 0; i < b->count; i++)
		right = right || (b->name[i] && !has_key(a, b->keys[i]));
	return left && right;
}

/* 1 for "the first quake", … ; 0: none. */
static uint32_t ordinal_in(const struct account *account, const struct participant *who)
{
	uint32_t sentence = article_sentence_at(account->article, account->article->tokens.items[who->head].start);
	if (sentence == UINT32_MAX)
		return 0;
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind == MENTION_ORDINAL && m->first_token >= who->first_token && m->first_token <= who->head &&
		    m->amount.value > 0 && m->amount.value < 1000)
			return (uint32_t)m->amount.value;
	}
	return 0;
}

enum same same_participant(const struct matching *matching, uint32_t account_a, const struct participant *a,
			   uint32_t account_b, const struct participant *b)
{
	struct key_set x, y;
	participant_keys(matching, account_a, a, &x);
	participant_keys(matching, account_b, b, &y);
	if (!x.count || !y.count)
		return SAME_UNKNOWN; /* a pronoun */
	uint32_t rank_a = ordinal_in(&matching->accounts[account_a], a), rank_b = ordinal_in(&matching->accounts[account_b], b);
	if (rank_a != rank_b) /* "the first quake", "the quake" */
		return SAME_NO;
	if (names_clash(&x, &y))
		return SAME_NO;
	uint32_t head_a = concept_at(matching, matching->accounts[account_a].article, a->head);
	uint32_t head_b = concept_at(matching, matching->accounts[account_b].article, b->head);
	bool heads = head_a == head_b || entity_of(&matching->terms.entities, a->key) ==
						 entity_of(&matching->terms.entities, b->key);
	if (heads && (within(&x, &y) || within(&y, &x)))
		return SAME_YES;
	/* "the dam" is "the Sellow Dam": nothing but the head on one side. */
	return heads && head_a == head_b && (x.count == 1 || y.count == 1) ? SAME_YES : SAME_UNKNOWN;
}

enum same same_subject(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	const struct participant *from = matching->accounts[a->account].claims.participants.items;
	const struct participant *to = matching->accounts[b->account].claims.participants.items;
	if (a->participant != CLAIM_NONE && b->participant != CLAIM_NONE)
		return same_participant(matching, a->account, &from[a->participant], b->account, &to[b->participant]);
	if (!x || !y || !x->subject_count || !y->subject_count || x->passive != y->passive)
		return SAME_UNKNOWN;
	bool all_no = true;
	for (uint32_t i = 0; i < x->subject_count; i++) {
		for (uint32_t j = 0; j < y->subject_count; j++) {
			enum same same = same_participant(matching, a->account, &from[x->subject_first + i], b->account,
							  &to[y->subject_first + j]);
			if (same == SAME_YES)
				return SAME_YES;
			all_no = all_no && same == SAME_NO;
		}
	}
	return all_no ? SAME_NO : SAME_UNKNOWN;
}

enum same same_predicate(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	if (!x || !y || x->predicate == CLAIM_NONE || y->predicate == CLAIM_NONE)
		return SAME_UNKNOWN;
	uint32_t one = concept_at(matching, facet_article(matching, a), x->predicate);
	uint32_t two = concept_at(matching, facet_article(matching, b), y->predicate);
	return one == two ? SAME_YES : SAME_NO;
}

bool opposed_claims(const struct matching *matching, const struct account *from, const struct claim *x,
		    const struct account *to, const struct claim *y)
{
	if (x->predicate == CLAIM_NONE || y->predicate == CLAIM_NONE)
		return false;
	uint32_t one = from->article->tokens.items[x->predicate].lemma;
	uint32_t two = to->article->tokens.items[y->predicate].lemma;
	bool same = concept_at(matching, from->article, x->predicate) == concept_at(matching, to->article, y->predicate);
	bool opposite = language_antonyms(matching->language, one, two) == ANTONYM_STRONG;
	return claim_negative(x) != claim_negative(y) ? same : opposite;
}

bool opposed_predicates(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	return x && y && opposed_claims(matching, &matching->accounts[a->account], x, &matching->accounts[b->account], y);
}

/* The terms of a unit that lie in tokens [FIRST, LIMIT). */
static uint32_t tail_terms(const struct matching *matching, const struct facet *facet, uint32_t first, uint32_t limit,
			   uint32_t *ids, uint32_t room)
{
	const struct unit_text *unit = &matching->terms.units.items[facet->unit];
	uint32_t count = 0;
	for (uint32_t i = unit->first; i < unit->first + unit->count && count < room; i++) {
		const struct term *term = &matching->terms.terms.items[i];
		if (term->kind != TERM_FIGURE && term->token >= first && term->token < limit)
			ids[count++] = term->id;
	}
	return count;
}

/* What stands behind the two predicates: half of the shorter tail shared is the same object. */
enum same same_object(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	uint32_t one[32], two[32], shared = 0;
	if (!x || !y)
		return SAME_UNKNOWN;
	uint32_t n = tail_terms(matching, a, x->predicate + 1, x->first_token + x->token_count, one, 32);
	uint32_t m = tail_terms(matching, b, y->predicate + 1, y->first_token + y->token_count, two, 32);
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t j = 0; j < m; j++)
			shared += one[i] == two[j];
	uint32_t least = n < m ? n : m;
	if (!least)
		return n == m ? SAME_YES : SAME_UNKNOWN;
	return shared * 2 >= least ? SAME_YES : shared ? SAME_UNKNOWN : SAME_NO;
}

/* "in Arda", "off Marn": a name that says where, not who. */
static bool says_where(const struct matching *matching, const struct account *account, const struct mention *m)
{
	if (m->kind != MENTION_NAME || m->name.demonym || m->name.kind != NAME_PLACE || !m->first_token)
		return false;
	uint32_t list = language_list(matching->language, "locative-preposition");
	return language_word_entry(matching->language, list, account->article->tokens.items[m->first_token - 1].word);
}

/* Where the two sentences place what they tell: one place in common, against places that differ. */
enum same same_place(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct account *from = &matching->accounts[a->account], *to = &matching->accounts[b->account];
	const struct mention_list *x = &from->mentions, *y = &to->mentions;
	uint32_t left = 0, right = 0;
	for (uint32_t i = x->sentence_first[a->sentence]; i < x->sentence_first[a->sentence + 1]; i++) {
		if (!says_where(matching, from, &x->items[i]))
			continue;
		left++;
		uint32_t key = entity_of(&matching->terms.entities, x->items[i].name.key);
		right = 0;
		for (uint32_t j = y->sentence_first[b->sentence]; j < y->sentence_first[b->sentence + 1]; j++) {
			if (!says_where(matching, to, &y->items[j]))
				continue;
			right++;
			if (entity_of(&matching->terms.entities, y->items[j].name.key) == key)
				return SAME_YES;
		}
	}
	return left && right ? SAME_NO : SAME_UNKNOWN;
}

bool facet_has_place(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++)
		if (says_where(matching, account, &list->items[i]))
			return true;
	return false;
}

/* The date that stands in the facet's clause, other than the facet itself; NULL: none that is resolved. */
static const struct date *clause_date(const struct matching *matching, const struct facet *facet)
{
	const struct mention_list *list = &matching->accounts[facet->account].mentions;
	const struct claim *claim = facet_claim(matching, facet);
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_DATE || i == facet->mention || !m->date.resolved)
			continue;
		if (!claim || (m->first_token >= claim->first_token &&
			       m->first_token < claim->first_token + claim->token_count))
			return &m->date;
	}
	return NULL;
}

/* A stretch of time that places a sentence in the past: "in 2003", "in February", "last year". */
#define COARSE_DAYS 20

/* The coarse date of a sentence; with a FACET: one that stands before it or in its clause. */
static const struct date *coarse_date(const struct account *account, uint32_t sentence, const struct facet *facet)
{
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_DATE || m->date.recurring)
			continue;
		if (facet && m->first_token > facet->first_token &&
		    claim_at(account, sentence, m->first_token) != facet->claim)
			continue;
		if (m->date.year || (m->date.month && !m->date.day) ||
		    (m->date.resolved && m->date.from != INT32_MIN && m->date.to != INT32_MAX &&
		     m->date.to - m->date.from >= COARSE_DAYS))
			return &m->date;
	}
	return NULL;
}

/* "It killed 612 people": a sentence that begins with a pronoun is about the time of the one before. */
static const struct date *period_of(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	const struct date *date = coarse_date(account, facet->sentence, facet);
	const struct sentence *sentence = &account->article->sentences.items[facet->sentence];
	uint32_t pronouns = language_list(matching->language, "pronoun-subject");
	const struct token *first = &account->article->tokens.items[sentence->first_token];
	if (!date && facet->sentence && language_word_entry(matching->language, pronouns, first->word))
		date = coarse_date(account, facet->sentence - 1, NULL);
	return date;
}

static bool within_reach(const struct date *date, const struct timestamp *published)
{
	return published->known && date->resolved && date->from <= published->day && published->day - date->from < 60;
}

enum same same_period(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct date *x = clause_date(matching, a), *y = clause_date(matching, b);
	const struct date *past_x = period_of(matching, a), *past_y = period_of(matching, b);
	if (past_x && within_reach(past_x, &facet_article(matching, a)->published))
		past_x = NULL;
	if (past_y && within_reach(past_y, &facet_article(matching, b)->published))
		past_y = NULL;
	/* A figure of an event placed in a year or a month is not one of today's. */
	bool figures = a->mention != MENTION_NONE && mention_is_amount(facet_mention(matching, a));
	if (!past_x != !past_y && figures)
		return SAME_NO;
	if (past_x && past_y && date_compare(past_x, past_y) == DATE_APART)
		return SAME_NO;
	if (!x || !y)
		return SAME_UNKNOWN;
	return date_compare(x, y) == DATE_APART ? SAME_NO : SAME_YES;
}

bool facet_is_past(const struct matching *matching, const struct facet *facet)
{
	const struct date *past = period_of(matching, facet);
	return past && !within_reach(past, &facet_article(matching, facet)->published);
}

/* Names among the words between a number and its noun ("14 Arda soldiers"), and the noun itself. */
enum same same_population(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct facet *sides[2] = {a, b};
	struct key_set sets[2];
	for (int s = 0; s < 2; s++) {
		const struct facet *facet = sides[s];
		const struct mention *m = facet_mention(matching, facet);
		uint32_t noun = mention_is_amount(m) ? m->amount.noun : MENTION_NONE;
		sets[s].count = 0;
		if (noun == MENTION_NONE || noun < m->first_token)
			continue;
		struct participant who = {.first_token = m->first_token + m->token_count,
					  .token_count = noun + 1 - (m->first_token + m->token_count)};
		if (noun >= m->first_token + m->token_count)
			participant_keys(matching, facet->account, &who, &sets[s]);
	}
	if (!sets[0].count || !sets[1].count)
		return SAME_UNKNOWN;
	if (names_clash(&sets[0], &sets[1]))
		return SAME_NO;
	bool equal = within(&sets[0], &sets[1]) && within(&sets[1], &sets[0]);
	return equal ? SAME_YES : SAME_UNKNOWN;
}

enum same same_speaker(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	if (a->speaker == CLAIM_NONE || b->speaker == CLAIM_NONE)
		return a->speaker == b->speaker ? SAME_YES : SAME_UNKNOWN;
	uint32_t x = matching->accounts[a->account].mentions.items[a->speaker].attribution.key;
	uint32_t y = matching->accounts[b->account].mentions.items[b->speaker].attribution.key;
	if (!x || !y)
		return SAME_UNKNOWN;
	return entity_of(&matching->terms.entities, x) == entity_of(&matching->terms.entities, y) ? SAME_YES : SAME_NO;
}

/* A word that names the role itself: of the rule's `about`, or what is counted. */
static bool is_role(const struct rule *rule, const struct facet *a, const struct facet *b, uint32_t concept)
{
	for (uint32_t i = 0; i < rule->about.count; i++)
		if (rule->about.items[i] == concept)
			return true;
	return concept == a->role || concept == b->role;
}

/* The weight of what two sentences share beside the role. */
static double anchor_weight(const struct matching *matching, const struct rule *rule, const struct facet *a,
			    const struct facet *b)
{
	const struct unit_text *x = &matching->terms.units.items[a->unit], *y = &matching->terms.units.items[b->unit];
	const struct term *terms = matching->terms.terms.items;
	double weight = 0;
	for (uint32_t i = x->first, j = y->first; i < x->first + x->count && j < y->first + y->count;) {
		if (terms[i].id != terms[j].id) {
			if (terms[i].id < terms[j].id)
				i++;
			else
				j++;
			continue;
		}
		if (terms[i].kind != TERM_FIGURE && !is_role(rule, a, b, terms[i].id))
			weight += terms[i].weight < terms[j].weight ? terms[i].weight : terms[j].weight;
		i++;
		j++;
	}
	return weight;
}

#define ANCHOR_ENOUGH 0.8 /* about one name that not every sentence has */
#define ANCHOR_LEAD 0.3   /* any name at all */

/* The headline and the first two sentences tell what the article is about. */
static bool is_lead(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	uint32_t before = 0;
	if (article->sentences.items[facet->sentence].kind == SENTENCE_HEADLINE)
		return true;
	for (uint32_t s = 0; s < facet->sentence; s++)
		before += article->sentences.items[s].kind == SENTENCE_BODY;
	return article->sentences.items[facet->sentence].kind == SENTENCE_BODY && before < 2;
}

/* Like sentences tell one event. So do unlike ones when the role is one that the rule names and something else that is
 * rare is shared (any name, where both are leads), or when both tell the same of one subject ("the dam is 27 metres high", "Krell took bribes"). */
enum same same_event(const struct matching *matching, const struct rule *rule, const struct facet *a,
		     const struct facet *b, const struct similarity *similarity)
{
	double enough = rule->similarity > 0 ? rule->similarity : SIMILARITY_DEFAULT;
	bool like = similarity->score >= enough;
	if (rule->about.count) {
		/* That both tell of dead and hurt says nothing of whether they are the same ones. */
		bool leads = is_lead(matching, a) && is_lead(matching, b);
		if (anchor_weight(matching, rule, a, b) >= (leads || like ? ANCHOR_LEAD : ANCHOR_ENOUGH))
			return SAME_YES;
		return like ? SAME_UNKNOWN : SAME_NO;
	}
	if (like)
		return SAME_YES;
	bool told_whole = rule->kind == RULE_POLARITY && same_object(matching, a, b) == SAME_YES;
	if ((rule->kind == RULE_QUANTITY || rule->kind == RULE_DATE || told_whole) && same_subject(matching, a, b) == SAME_YES &&
	    same_predicate(matching, a, b) == SAME_YES && facet_shared_near(a, b) >= 2u + told_whole)
		return SAME_YES;
	return similarity->score >= enough * 0.7 ? SAME_UNKNOWN : SAME_NO;
}

/* One side's subject has a name, the other's has not that name. */
static bool names_only_one(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct facet *sides[2] = {a, b};
	struct key_set sets[2] = {{.count = 0}, {.count = 0}};
	for (int s = 0; s < 2; s++) {
		const struct claim *claim = facet_claim(matching, sides[s]);
		const struct claim_list *claims = &matching->accounts[sides[s]->account].claims;
		if (claim && claim->subject_count)
			participant_keys(matching, sides[s]->account, &claims->participants.items[claim->subject_first],
					 &sets[s]);
	}
	for (int s = 0; s < 2; s++)
		for (uint32_t i = 0; i < sets[s].count; i++)
			if (sets[s].name[i] && !has_key(&sets[!s], sets[s].keys[i]))
				return true;
	return false;
}

static enum same same_field_of(const struct matching *matching, const struct rule *rule, enum same_field field,
			       const struct facet *a, const struct facet *b, const struct similarity *similarity,
			       enum same role)
{
	switch (field) {
	case SAME_EVENT:
		return same_event(matching, rule, a, b, similarity);
	case SAME_SUBJECT:
		return same_subject(matching, a, b);
	case SAME_OBJECT:
		return same_object(matching, a, b);
	case SAME_PREDICATE:
		return same_predicate(matching, a, b);
	case SAME_ROLE:
		return role;
	case SAME_PLACE:
		return same_place(matching, a, b);
	case SAME_PERIOD:
		return same_period(matching, a, b);
	case SAME_POPULATION:
		return same_population(matching, a, b);
	case SAME_SPEAKER:
		return same_speaker(matching, a, b);
	default:
		return SAME_UNKNOWN;
	}
}

bool same_all(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b,
	      const struct similarity *similarity, enum same role, uint32_t *bits, const char **failed)
{
	*bits = 0;
	for (int field = 0; field < SAME_COUNT; field++) {
		uint32_t bit = 1u << field;
		if (!((rule->same | rule->compatible) & bit))
			continue;
		enum same same = same_field_of(matching, rule, (enum same_field)field, a, b, similarity, role);
		bool lenient = !(rule->same & bit) || (rule->unknown_allows && field != SAME_EVENT);
		/* In sentences as like as that, "the deal" and "the sale" are one subject. */
		lenient = lenient || (field == SAME_SUBJECT && a->participant == CLAIM_NONE &&
				      similarity->score >= SIMILARITY_NEAR_COPY &&
				      !names_only_one(matching, a, b));
		if (same == SAME_NO || (same == SAME_UNKNOWN && !lenient)) {
			*failed = same_field_name((enum same_field)field);
			return false;
		}
		if (same == SAME_YES)
			*bits |= bit;
	}
	return true;
}
