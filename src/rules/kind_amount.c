/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kinds quantity and count: amounts of one dimension, or numbers that count one
 * noun, in one role.
 *
 *   "killed at least 14 people" | "the death toll rose to 22"
 *   → rule deaths (about: kill, die, dead, toll): one role, [14, ) and 22
 *   "contacted 11 officials" | "three officials said" → other predicates: no role shared
 *
 * A role is shared when the same word of the rule's `about` stands by both, or
 * without `about`, when the counted noun or the predicate is the same and one
 * more word that stands by is.
 */
#include <math.h>

#include "rules/facet.h"

#define LEFT_REACH 6
#define RIGHT_REACH 7
#define MEASURE_REACH 3
#define BARE_REACH 2 /* for a number without a noun */

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

static bool wanted(const struct matching *matching, const struct rule *rule, const struct article *article,
		   const struct mention *m)
{
	if (!mention_tells_amount(m) || m->kind == MENTION_ORDINAL || m->amount.identifier)
		return false;
	if (rule->kind == RULE_COUNT)
		return m->kind == MENTION_NUMBER && !m->amount.year_like && !m->amount.vague &&
		       counts_wanted(matching, rule, article, m);
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

/* Whether the word at TOKEN, or its lemma, is of LIST. */
static bool in_named_list(const struct matching *matching, const struct article *article, const char *list,
			  uint32_t token)
{
	uint32_t id = language_list(matching->language, list);
	const struct token *word = &article->tokens.items[token];
	return language_word_entry(matching->language, id, word->word) ||
	       language_word_entry(matching->language, id, word->lemma);
}

/* The number is the predicate's subject, or its object without a preposition between. */
static bool is_argument(const struct matching *matching, const struct article *article, const struct claim *claim,
			const struct mention *m)
{
	if (m->first_token < claim->predicate_first)
		return true;
	const char *const names[] = {"coordinator", "comma", "preposition"};
	for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
		uint32_t list = language_list(matching->language, names[n]);
		for (uint32_t t = claim->predicate + 1; t < m->first_token; t++)
			if (language_word_entry(matching->language, list, article->tokens.items[t].word) ||
			    (n == 2 && language_word_entry(matching->language, list, article->tokens.items[t].lemma)))
				return false;
	}
	return true;
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
	uint32_t left_reach = bare ? BARE_REACH : LEFT_REACH, right_reach = bare ? BARE_REACH : RIGHT_REACH;
	while (left > first && m->first_token - left < left_reach && !divides(matching, article, left - 1) &&
	       article->tokens.items[left - 1].kind != TOKEN_NUMBER)
		left--;
	uint32_t noun = m->amount.noun != MENTION_NONE && m->amount.noun >= right ? m->amount.noun + 1 : right;
	uint32_t from = noun;
	while (noun < limit && noun - from < right_reach && !divides(matching, article, noun) &&
	       article->tokens.items[noun].kind != TOKEN_NUMBER)
		noun++;
	facet_near(matching, facet, left, m->first_token);
	facet_near(matching, facet, right, noun);
	const struct claim *claim = facet_claim(matching, facet);
	const struct claim_list *claims = &matching->accounts[facet->account].claims;
	if (bare && claim && claim->subject_count && in_named_list(matching, article, "reach-verb", claim->predicate)) {
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
	return language_word_entry(matching->language, list, article->tokens.items[at].word) != NULL;
}

/* A part of a larger figure: "two other victims", "7.6 and 7.5 magnitude quakes", or "170,000 people and tens of
 * thousands more": what such a number covers can't be told. */
static bool is_part(const struct matching *matching, const struct account *account, const struct mention *m)
{
	const struct mention_list *list = &account->mentions;
	const struct article *article = account->article;
	uint32_t limit = m->first_token + m->token_count;
	uint32_t noun = m->amount.noun != MENTION_NONE && m->amount.noun >= limit ? m->amount.noun : limit;
	if (limit + 1 < article->tokens.count && article->tokens.items[limit + 1].kind == TOKEN_NUMBER &&
	    !(article->tokens.items[limit + 1].flags & TOKEN_SPACE) &&
	    in_named_list(matching, article, "figure-join", limit))
		return true;
	for (uint32_t t = limit; t <= noun && t < article->tokens.count; t++)
		if (adds(matching, article, t))
			return true;
	if (m->first_token && (in_named_list(matching, article, "part-word", m->first_token - 1) ||
			       adds(matching, article, m->first_token - 1)))
		return true;
	uint32_t coordinators = language_list(matching->language, "coordinator");
	uint32_t additions = language_list(matching->language, "addition-word");
	for (uint32_t i = list->sentence_first[m->sentence]; i < list->sentence_first[m->sentence + 1]; i++) {
		const struct mention *other = &list->items[i];
		uint32_t end = other->first_token + other->token_count;
		if (other == m || !mention_tells_amount(other))
			continue;
		if (other->kind == MENTION_NUMBER && end < article->tokens.count &&
		    language_word_entry(matching->language, additions, article->tokens.items[end].word))
			return true;
		if (end + 1 == m->first_token && other->amount.noun == MENTION_NONE &&
		    language_word_entry(matching->language, coordinators, article->tokens.items[end].word))
			return true;
	}
	return false;
}

static uint32_t noun_of(const struct matching *matching, const struct account *account, const struct mention *m)
{
	if (m->amount.noun == MENTION_NONE)
		return 0;
	return language_word(matching->language, account->article->tokens.items[m->amount.noun].word)->concept;
}

/* Whose age it is: the name before ("Ada Krell, 49") or behind ("49-year-old Ada Krell"); 0: nobody's by name. */
static uint32_t whose_age(const struct matching *matching, const struct account *account, const struct mention *m)
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

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
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
		facet.role = m->kind == MENTION_AGE ? whose_age(matching, account, m) : noun_of(matching, account, m);
		look_around(matching, &facet, m);
		if (rule->about.count && !facet_has_near(&facet, &rule->about))
			continue;
		if (rule->except.count && facet_has_near(&facet, &rule->except))
			continue;
		if (facet.frame != FRAME_QUESTION && facet.frame != FRAME_CONDITIONAL)
			list_add(matching->scratch, facets, facet);
	}
}

/* How a noun stands in its list: "general" ("people"), "some" ("villagers"), "part" ("children"). */
static bool noun_is(const struct matching *matching, const struct rule *rule, const struct facet *facet,
		    struct span class)
{
	uint32_t noun = facet_mention(matching, facet)->amount.noun;
	if (noun == MENTION_NONE)
		return span_equal(class, SPAN("general")); /* "killing 14": of whom else */
	const struct token *token = &facet_article(matching, facet)->tokens.items[noun];
	const struct entry *entry = language_word_entry(
		matching->language, language_list(matching->language, rule->counted.ptr), token->lemma);
	return entry && span_equal(entry->text, class);
}

/* "14 people" and "14 villagers" may be one figure; "10 people" and "six children" are whole and part. */
static bool nouns_compatible(const struct matching *matching, const struct rule *rule, const struct facet *a,
			     const struct facet *b)
{
	if (!rule->counted.len || noun_is(matching, rule, a, SPAN("part")) || noun_is(matching, rule, b, SPAN("part")))
		return false;
	return noun_is(matching, rule, a, SPAN("general")) || noun_is(matching, rule, b, SPAN("general"));
}

/* "raised by 5 percent" */
static bool tells_change(const struct matching *matching, const struct facet *facet)
{
	return facet->first_token &&
	       in_named_list(matching, facet_article(matching, facet), "change-preposition", facet->first_token - 1);
}

/* The concept of the word that says what is measured ("30 km deep", "a height of 27 m"); 0: none stands by. */
static uint32_t measured(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	const struct sentence *sentence = &article->sentences.items[facet->sentence];
	uint32_t first = facet->first_token, limit = sentence->first_token + sentence->token_count;
	uint32_t end = first + facet->token_count;
	first = first > sentence->first_token + MEASURE_REACH ? first - MEASURE_REACH : sentence->first_token;
	limit = end + MEASURE_REACH < limit ? end + MEASURE_REACH : limit;
	for (uint32_t t = first; t < limit; t++)
		if (in_named_list(matching, article, "dimension-word", t))
			return language_word(matching->language, article->tokens.items[t].word)->concept;
	return 0;
}

/* What the number counts or measures. */
static enum same role_of(const struct matching *matching, const struct rule *rule, const struct facet *a,
			 const struct facet *b)
{
	uint32_t shared = facet_shared_near(a, b);
	if (facet_mention(matching, a)->kind == MENTION_AGE)
		return !a->role || !b->role ? SAME_UNKNOWN : a->role == b->role ? SAME_YES : SAME_NO;
	if (rule->kind == RULE_COUNT && a->role != b->role && !nouns_compatible(matching, rule, a, b))
		return SAME_NO;
	if (tells_change(matching, a) != tells_change(matching, b))
		return SAME_NO;
	/* "a 12-year sentence", "a five-year ban" */
	if (rule->kind == RULE_QUANTITY && a->role && b->role && a->role != b->role)
		return SAME_NO;
	uint32_t one = rule->kind == RULE_QUANTITY ? measured(matching, a) : 0;
	uint32_t two = rule->kind == RULE_QUANTITY ? measured(matching, b) : 0;
	if (one && two && one != two)
		return SAME_NO; /* a height and a depth */
	if (rule->about.count || (one && one == two))
		return SAME_YES;
	if (rule->kind == RULE_COUNT)
		return shared >= 2 ? SAME_YES : SAME_UNKNOWN;
	if (shared >= 2)
		return SAME_YES;
	return shared ? SAME_UNKNOWN : SAME_NO;
}

/* A proposal here, a demand there: positions of parties, not facts. */
static bool is_position(uint8_t frame)
{
	return frame == FRAME_PROPOSED || frame == FRAME_DEMANDED;
}

/* Both speakers are somebody: "police said", "officials said" are sources of one fact, no parties. */
static bool is_named_party(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct mention *x = &matching->accounts[a->account].mentions.items[a->speaker];
	const struct mention *y = &matching->accounts[b->account].mentions.items[b->speaker];
	return !x->attribution.anonymous && !y->attribution.anonymous;
}

/* A plan or an estimate against a fact is no conflict. */
static bool frames_comparable(const struct facet *a, const struct facet *b, bool *dispute)
{
	*dispute = is_position(a->frame) && is_position(b->frame) && a->frame != b->frame;
	return a->frame == b->frame || *dispute;
}

/* Whether the two figures can both be right. */
static enum amount_relation relate(const struct rule *rule, const struct amount *a, const struct amount *b)
{
	enum amount_relation relation = amount_compare(a, b, rule->margin, rule->tolerance_written);
	return relation == AMOUNT_APART && amount_rounded(a, b, rule->rounding) ? AMOUNT_MEETS : relation;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {0};
	const struct amount *x = &facet_mention(matching, a)->amount, *y = &facet_mention(matching, b)->amount;
	if (facet_mention(matching, a)->kind != facet_mention(matching, b)->kind)
		return verdict;
	enum amount_relation relation = relate(rule, x, y);
	enum same role = role_of(matching, rule, a, b);
	bool dispute, frames = frames_comparable(a, b, &dispute);
	if (relation == AMOUNT_UNCOMPARABLE)
		return verdict;
	/* What is proposed and what is demanded need not be told in like sentences: one word of the matter is enough. */
	if (dispute && relation == AMOUNT_APART &&
	    (facet_shared_near(a, b) || similarity->shared >= matching->language->alignment.dispute) &&
	    (rule->kind != RULE_COUNT || role != SAME_NO) && same_place(matching, a, b) != SAME_NO)
		return (struct verdict){.kind = VERDICT_DIFFER, .dispute = true, .confidence = rule->confidence * 0.9};
	if (role == SAME_NO || opposed_predicates(matching, a, b))
		return verdict;
	/* "At least one" and "24": what grows has outgrown the bound. */
	bool bound = x->bound == AMOUNT_AT_LEAST || y->bound == AMOUNT_AT_LEAST;
	bool outgrown = rule->change == CHANGE_GROWS && relation == AMOUNT_MEETS && bound && x->value != y->value;
	if (relation == AMOUNT_EQUAL || (relation == AMOUNT_MEETS && !outgrown)) {
		/* The same figure in like sentences is the same fact even where a field can't be told. */
		bool alike = similarity_of_part(similarity) >= 0.35 && !similarity->apart &&
			     same_population(matching, a, b) != SAME_NO && same_period(matching, a, b) != SAME_NO;
		const char *ignored;
		if ((alike && (role == SAME_YES || similarity_of_part(similarity) >= 0.45)) ||
		    same_all(matching, rule, a, b, similarity, role, &verdict.same, &ignored))
			verdict.kind = relation == AMOUNT_EQUAL ? VERDICT_AGREE : VERDICT_FULLER;
		verdict.other_value = x->value != y->value;
		verdict.confidence = rule->confidence;
		return verdict;
	}
	const char *failed = NULL;
	if (!same_all(matching, rule, a, b, similarity, role, &verdict.same, &failed)) {
		verdict.abstained = failed;
		return verdict;
	}
	if (facet_is_past(matching, a) && facet_has_place(matching, a) != facet_has_place(matching, b)) {
		verdict.abstained = "place"; /* of a disaster long ago: all of it, or here */
		return verdict;
	}
	if (!frames || x->vague != y->vague || x->of_total != y->of_total) {
		verdict.abstained = "frame";
		return verdict;
	}
	/* Of what changes, two speakers tell two moments. */
	bool told = rule->change == CHANGE_FIXED && a->speaker != CLAIM_NONE && b->speaker != CLAIM_NONE;
	enum same speaker = told ? same_speaker(matching, a, b) : SAME_YES;
	if (speaker == SAME_UNKNOWN) {
		verdict.abstained = "speaker"; /* "it lasted 30 seconds, a clerk said" against "ten, she says" */
		return verdict;
	}
	verdict.kind = VERDICT_DIFFER;
	verdict.dispute = speaker == SAME_NO && is_named_party(matching, a, b);
	verdict.confidence = rule->confidence * (0.7 + 0.3 * similarity->score);
	return verdict;
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	enum amount_relation relation = relate(rule, &facet_mention(matching, a)->amount,
					       &facet_mention(matching, b)->amount);
	return relation == AMOUNT_EQUAL || relation == AMOUNT_MEETS;
}

/* "about 40 km", "14 people": the amount with its noun, a part as it is written. */
static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	const struct mention *m = facet_mention(matching, facet);
	const struct amount *amount = &m->amount;
	if (m->kind == MENTION_DURATION || m->kind == MENTION_AGE) /* "six years", not "6 yr" */
		return article_text(facet_article(matching, facet), m->start, m->end);
	struct span text = amount_label(matching->arena, matching->language, amount);
	if (amount->noun == MENTION_NONE || amount->unit.code.len)
		return text;
	const struct article *article = facet_article(matching, facet);
	const struct token *noun = &article->tokens.items[amount->noun];
	if (amount->of_total && isnan(amount->total) && noun->end > m->end) /* "one of the victims", not "1 victims" */
		return article_text(article, m->start, noun->end);
	return arena_format(matching->arena, SPAN_FMT " " SPAN_FMT, SPAN_ARG(text),
			    SPAN_ARG(article_text(article, noun->start, noun->end)));
}

/* Any amount: which of them the rule wants may depend on the noun that it counts. */
static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct mention_list *list = &matching->accounts[where->account].mentions;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++)
		if (mention_tells_amount(&list->items[i]) &&
		    (rule->kind == RULE_COUNT) == (list->items[i].kind == MENTION_NUMBER))
			return true;
	return false;
}

const struct facet_kind facet_amount = {.collect = collect,
					.compare = compare,
					.meet = meet,
					.label = label,
					.asks = asks,
					.floor = 0.04,
					.agrees = true,
					.one_slot = true};
