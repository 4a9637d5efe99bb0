/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence into the figures that a rule of kind quantity or count asks for.
 *
 *   rule deaths (about: kill, die, dead, toll), "killed at least 14 people and injured 30"
 *   → [14, ) with what stands by it: {=kill, people}; 30 stands by "injured"
 *
 * What stands by a figure ends at the next figure, comma or coordinator. A part of
 * a larger figure ("two other victims") is left out: what it covers can't be told.
 */
#include "rules/amount.h"

#define LEFT_REACH 6
#define RIGHT_REACH 7
#define BARE_REACH 2 /* for a number without a noun */
#define TOLL_REACH 9
#define COORDINATOR_REACH 4 /* tokens from a coordinator to what it adds */

/* Whether the word at TOKEN, or its lemma, is of LIST. */
bool amount_word_in(const struct matching *matching, const struct article *article, const char *list, uint32_t token)
{
	uint32_t id = language_list(matching->language, list);
	const struct token *word = &article->tokens.items[token];
	return language_word_entry(matching->language, id, word->word) ||
	       language_word_entry(matching->language, id, word->lemma);
}

static bool has_dimension(const struct mention *m, struct span dimension)
{
	return span_equal(dimension, m->amount.unit.dimension) ||
	       span_equal(dimension, span_cstr(mention_kind_name(m->kind)));
}

/* A rule without a dimension takes what no other rule names. */
static bool is_left_over(const struct matching *matching, const struct mention *m)
{
	for (uint32_t r = 0; r < matching->rules->count; r++) {
		const struct rule *rule = &matching->rules->items[r];
		if (rule->kind == RULE_QUANTITY && !rule->off && rule->dimension.len &&
		    has_dimension(m, rule->dimension))
			return false;
	}
	return true;
}

/* The noun that a number counts is of the list that the rule asks for; no noun ("killing 14") is fine. */
static bool counts_wanted(const struct matching *matching, const struct rule *rule, const struct article *article,
			  const struct mention *m)
{
	if (m->amount.noun == MENTION_NONE)
		return rule->about.count > 0;
	if (!rule->counted.len)
		return true;
	uint32_t list = language_list(matching->language, rule->counted.ptr);
	return language_word_entry(matching->language, list, article->tokens.items[m->amount.noun].lemma) != NULL;
}

/* "nine days before the vote": not how long anything lasted. */
static bool is_offset(const struct matching *matching, const struct article *article, const struct mention *m)
{
	uint32_t next = m->first_token + m->token_count;
	uint32_t list = language_list(matching->language, "offset-word");
	return next < article->tokens.count &&
	       language_word_entry(matching->language, list, article->tokens.items[next].word) != NULL;
}

/* "Two three-story hotels": no count; "a mother of nine-another was hurt" has but a dash there. */
static bool is_compound(const struct matching *matching, const struct article *article, const struct mention *m)
{
	uint32_t next = m->first_token + m->token_count;
	return next + 1 < article->tokens.count && amount_word_in(matching, article, "hyphen", next) &&
	       !(article->tokens.items[next].flags & TOKEN_SPACE) &&
	       !(article->tokens.items[next + 1].flags & TOKEN_SPACE) &&
	       article->tokens.items[next + 1].kind == TOKEN_WORD &&
	       !(language_word(matching->language, article->tokens.items[next + 1].word)->flags & WORD_STOP);
}

static bool wanted(const struct matching *matching, const struct rule *rule, const struct article *article,
		   const struct mention *m)
{
	if (!mention_tells_amount(m) || m->kind == MENTION_ORDINAL || m->amount.identifier)
		return false;
	if (rule->kind == RULE_COUNT)
		return m->kind == MENTION_NUMBER && !m->amount.year_like && !is_compound(matching, article, m) &&
		       (!m->amount.vague || rule->change == CHANGE_GROWS) && counts_wanted(matching, rule, article, m);
	if (m->kind == MENTION_NUMBER)
		return false;
	if (m->kind == MENTION_DURATION && is_offset(matching, article, m))
		return false;
	return rule->dimension.len ? has_dimension(m, rule->dimension) : is_left_over(matching, m);
}

static bool divides(const struct matching *matching, const struct article *article, uint32_t token)
{
	uint32_t word = article->tokens.items[token].word;
	return language_word_entry(matching->language, language_list(matching->language, "coordinator"), word) ||
	       language_word_entry(matching->language, language_list(matching->language, "comma"), word);
}

/* Behind TOKEN comes the next figure of a list: "(damaged 2 roads), over 900 houses and 8 bridges". */
static bool opens_figure(const struct article *article, uint32_t token)
{
	for (uint32_t t = token + 1; t <= token + 2 && t < article->tokens.count; t++)
		if (article->tokens.items[t].kind == TOKEN_NUMBER)
			return true;
	return false;
}

/* The number is the predicate's subject, or its object without a preposition between. */
static bool is_argument(const struct matching *matching, const struct article *article, const struct claim *claim,
			const struct mention *m)
{
	uint32_t prepositions = language_list(matching->language, "preposition");
	if (m->first_token < claim->predicate_first)
		return true;
	for (uint32_t t = claim->predicate + 1; t < m->first_token; t++) {
		const struct token *token = &article->tokens.items[t];
		if (language_word_entry(matching->language, prepositions, token->word) ||
		    language_word_entry(matching->language, prepositions, token->lemma) ||
		    (divides(matching, article, t) && !opens_figure(article, t)))
			return false;
	}
	return true;
}

/* "A mother of nine", "a population of 9,000": the noun before says what is counted, whatever the clause tells. */
static bool completes_noun(const struct matching *matching, const struct article *article, const struct mention *m)
{
	return m->kind == MENTION_NUMBER && m->amount.noun == MENTION_NONE && m->first_token > 1 &&
	       amount_word_in(matching, article, "complement-preposition", m->first_token - 1) &&
	       article->tokens.items[m->first_token - 2].kind == TOKEN_WORD &&
	       !amount_word_in(matching, article, "overall-word", m->first_token - 2);
}

/* "The death toll from the fire to 11": the toll, between FIRST and LEFT. */
static void near_toll(const struct matching *matching, struct facet *facet, uint32_t first, uint32_t left,
		      uint32_t number)
{
	const struct article *article = facet_article(matching, facet);
	if (number == first || !amount_word_in(matching, article, "toll-preposition", number - 1))
		return;
	for (uint32_t t = left; t > first && number - t < TOLL_REACH; t--) {
		if (divides(matching, article, t - 1) || article->tokens.items[t - 1].kind == TOKEN_NUMBER)
			break;
		if (amount_word_in(matching, article, "toll-word", t - 1))
			facet_near(matching, facet, t - 1, t);
	}
}

/* Fills NEAR: left to the last figure, comma or coordinator, right to the next, one word each way when it counts no
 * noun ("80 hurt"); the predicate that the number is an argument of, and that predicate's subjects. */
static void look_around(const struct matching *matching, struct facet *facet, const struct mention *m)
{
	const struct article *article = facet_article(matching, facet);
	const struct sentence *sentence = &article->sentences.items[facet->sentence];
	uint32_t first = sentence->first_token, limit = first + sentence->token_count;
	uint32_t left = m->first_token, right = m->first_token + m->token_count;
	bool bare = m->kind == MENTION_NUMBER && m->amount.noun == MENTION_NONE;
	if (completes_noun(matching, article, m)) {
		facet_near(matching, facet, m->first_token - 2, m->first_token - 1);
		if (facet->frame != FRAME_QUESTION && facet->frame != FRAME_CONDITIONAL)
			facet->frame = FRAME_ASSERTED;
		return;
	}
	uint32_t left_reach = bare ? BARE_REACH : LEFT_REACH, right_reach = bare ? BARE_REACH : RIGHT_REACH;
	while (left > first && m->first_token - left < left_reach && !divides(matching, article, left - 1) &&
	       article->tokens.items[left - 1].kind != TOKEN_NUMBER)
		left--;
	uint32_t noun = m->amount.noun != MENTION_NONE && m->amount.noun >= right ? m->amount.noun + 1 : right;
	uint32_t from = noun;
	while (noun < limit && noun - from < right_reach && !divides(matching, article, noun) &&
	       article->tokens.items[noun].kind != TOKEN_NUMBER)
		noun++;
	if (bare)
		near_toll(matching, facet, first, left, m->first_token);
	facet_near(matching, facet, left, m->first_token);
	facet_near(matching, facet, right, noun);
	const struct claim *claim = facet_claim(matching, facet);
	const struct claim_list *claims = &matching->accounts[facet->account].claims;
	if (bare && claim && claim->subject_count &&
	    amount_word_in(matching, article, "reach-verb", claim->predicate)) {
		/* "The number of people killed rose to 17": its subject says what it counts. */
		facet_near(matching, facet, claims->participants.items[claim->subject_first].first_token,
			   claim->predicate_first);
		return;
	}
	if (!claim || bare || !is_argument(matching, article, claim, m))
		return;
	facet_near(matching, facet, claim->predicate, claim->predicate + 1);
	for (uint32_t i = 0; i < claim->subject_count; i++) {
		uint32_t head = claims->participants.items[claim->subject_first + i].head;
		facet_near(matching, facet, head, head + 1);
	}
}

/* The word at AT says that a number is one of several: "two other victims", "hundreds more". */
static bool adds(const struct matching *matching, const struct article *article, uint32_t at)
{
	uint32_t list = language_list(matching->language, "addition-word");
	return at < article->tokens.count &&
	       language_word_entry(matching->language, list, article->tokens.items[at].word) != NULL;
}

/* What M is added to stands before it: the same is told of both ("killed two boys and two others"). */
static bool adds_to_same(const struct account *account, const struct mention *m)
{
	const struct mention_list *list = &account->mentions;
	uint32_t claim = claim_at(account, m->sentence, m->first_token);
	for (uint32_t i = list->sentence_first[m->sentence]; i < list->sentence_first[m->sentence + 1]; i++) {
		const struct mention *other = &list->items[i];
		if (other == m || !mention_tells_amount(other))
			continue;
		if (other->first_token < m->first_token && other->kind == MENTION_NUMBER &&
		    claim_at(account, other->sentence, other->first_token) != claim)
			return false; /* "five were killed, 250 others injured": all of the injured */
	}
	return true;
}

/* Before M stands a coordinator, at most a bound between: "and at least two others", not "and injured two others". */
static bool is_coordinated(const struct matching *matching, const struct article *article, const struct mention *m)
{
	for (uint32_t t = m->first_token; t && m->first_token - t < COORDINATOR_REACH; t--) {
		if (divides(matching, article, t - 1))
			return true;
		if (language_word(matching->language, article->tokens.items[t - 1].word)->flags &
		    (WORD_VERB | WORD_PAST))
			return false;
	}
	return false;
}

/* Behind M stands what is to be added to it: "170,000 people and tens of thousands more". */
static bool is_added_to(const struct matching *matching, const struct account *account, const struct mention *m)
{
	const struct mention_list *list = &account->mentions;
	const struct article *article = account->article;
	uint32_t coordinators = language_list(matching->language, "coordinator");
	uint32_t claim = claim_at(account, m->sentence, m->first_token);
	for (uint32_t i = list->sentence_first[m->sentence]; i < list->sentence_first[m->sentence + 1]; i++) {
		const struct mention *other = &list->items[i];
		uint32_t end = other->first_token + other->token_count;
		if (other == m || !mention_tells_amount(other))
			continue;
		if (other->kind == MENTION_NUMBER && other->first_token > m->first_token &&
		    adds(matching, article, end) && is_coordinated(matching, article, other) &&
		    claim_at(account, m->sentence, other->first_token) == claim)
			return true;
		if (end + 1 == m->first_token && other->amount.noun == MENTION_NONE &&
		    language_word_entry(matching->language, coordinators, article->tokens.items[end].word))
			return true;
	}
	return false;
}

/* A part of a larger figure: "two other victims", "7.6 and 7.5 magnitude quakes", or "170,000 people and tens of
 * thousands more": what such a number covers can't be told. */
static bool is_part(const struct matching *matching, const struct account *account, const struct mention *m)
{
	const struct article *article = account->article;
	uint32_t limit = m->first_token + m->token_count;
	uint32_t noun = m->amount.noun != MENTION_NONE && m->amount.noun >= limit ? m->amount.noun : limit;
	if (limit + 1 < article->tokens.count && article->tokens.items[limit + 1].kind == TOKEN_NUMBER &&
	    !(article->tokens.items[limit + 1].flags & TOKEN_SPACE) &&
	    amount_word_in(matching, article, "figure-join", limit))
		return true;
	bool added = m->first_token && adds(matching, article, m->first_token - 1);
	for (uint32_t t = limit; t <= noun && t < article->tokens.count; t++)
		added = added || adds(matching, article, t);
	if (added && adds_to_same(account, m))
		return true;
	if (m->first_token && amount_word_in(matching, article, "part-word", m->first_token - 1))
		return true;
	return is_added_to(matching, account, m);
}

/* The concept of what M counts; of nouns that name one thing in one deed ("12 rounds", "12 shots") that of their family. */
static uint32_t noun_of(const struct matching *matching, const struct account *account, const struct mention *m)
{
	if (m->amount.noun == MENTION_NONE)
		return 0;
	const struct token *noun = &account->article->tokens.items[m->amount.noun];
	const struct entry *family = language_word_entry(matching->language,
							 language_list(matching->language, "noun-family"), noun->lemma);
	uint32_t word = family ? intern_add(&matching->language->words, family->text) : noun->word;
	return language_word(matching->language, word)->concept;
}

uint32_t amount_whose_age(const struct matching *matching, const struct account *account, const struct mention *m)
{
	const struct mention_list *list = &account->mentions;
	uint32_t limit = m->first_token + m->token_count;
	for (uint32_t i = list->sentence_first[m->sentence]; i < list->sentence_first[m->sentence + 1]; i++) {
		const struct mention *name = &list->items[i];
		if (name->kind != MENTION_NAME || name->name.demonym)
			continue;
		uint32_t end = name->first_token + name->token_count;
		bool before = end <= m->first_token && m->first_token - end <= 1;
		bool behind = name->first_token >= limit && name->first_token - limit <= 2;
		if (before || behind)
			return entity_of(&matching->terms.entities, name->name.key);
	}
	return 0;
}

/* FACET stands by what RULE is about, and by nothing that it leaves out. */
static bool fits(const struct rule *rule, const struct facet *facet)
{
	return (!rule->about.count || facet_has_near(facet, &rule->about)) &&
	       !(rule->except.count && facet_has_near(facet, &rule->except));
}

/* A rule that is about something, or counts certain nouns, takes what is counted: one about anything leaves it. */
static bool is_taken(const struct matching *matching, const struct rule *rule, const struct facet *facet,
		     const struct mention *m)
{
	for (uint32_t r = 0; rule->kind == RULE_COUNT && r < matching->rules->count && !rule->about.count; r++) {
		const struct rule *other = &matching->rules->items[r];
		if (other != rule && other->kind == rule->kind && !other->off &&
		    (other->about.count || (other->counted.len && !rule->counted.len)) &&
		    wanted(matching, other, facet_article(matching, facet), m) && fits(other, facet))
			return true;
	}
	return false;
}

/* "His dozen rounds were intended for a rival", "he is accused of firing 13 shots": how many there were is neither intended
 * nor charged. */
static bool is_given(const struct facet *facet, const struct claim *claim)
{
	return facet->frame == FRAME_CHARGED || (facet->frame == FRAME_INTENDED && claim && claim->passive &&
						 facet->first_token < claim->predicate_first);
}

void amount_collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (!wanted(matching, rule, account->article, m) || is_part(matching, account, m))
			continue;
		uint32_t limit = m->first_token + m->token_count;
		if (m->amount.noun != MENTION_NONE && m->amount.noun >= limit)
			limit = m->amount.noun + 1;
		struct facet facet = facet_make(matching, unit, m->first_token, limit);
		facet.mention = i;
		facet.role = m->kind == MENTION_AGE ? amount_whose_age(matching, account, m)
						    : noun_of(matching, account, m);
		look_around(matching, &facet, m);
		if (rule->counted.len && rule->once == ONCE_ALONE && is_given(&facet, facet_claim(matching, &facet)))
			facet.frame = FRAME_ASSERTED;
		if (!fits(rule, &facet) || is_taken(matching, rule, &facet, m))
			continue;
		if (facet.frame != FRAME_QUESTION && facet.frame != FRAME_CONDITIONAL)
			list_add(matching->scratch, facets, facet);
	}
}
/* Any amount: which of them the rule wants may depend on the noun that it counts. */
bool amount_asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct mention_list *list = &matching->accounts[where->account].mentions;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++)
		if (mention_tells_amount(&list->items[i]) &&
		    (rule->kind == RULE_COUNT) == (list->items[i].kind == MENTION_NUMBER))
			return true;
	return false;
}
