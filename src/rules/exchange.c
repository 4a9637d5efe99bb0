/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands in one sentence and what stands in the other instead, into
 * whether one excludes the other.
 *
 *   northern | southern, a ferry | a tanker   words: language/exclude.h
 *   third | 4th, seven weeks | nine weeks     figures and dates that are apart
 *   Danish | Finnish                          nations
 *   Ada Krell | Jonas Winter                  other names: likely, in sentences that share more
 *
 * Figures that a rule follows as they change are left to it. Limits: of a list of
 * things of one class ("dogs, cats and goats") nothing is taken.
 */
#include "rules/exchange.h"

#include "language/kin.h"
#include "text/utf8.h"

#define PHRASE_WORDS 4 /* of what is looked up */
#define LIST_OTHERS 2  /* things of one class beside the one exchanged that make a list */
#define NAMES_MORE 4   /* words that sentences share besides, where two may have done the same */
#define FIGURES_MORE 3 /* … where a figure may count versions of the text */
#define DATE_MORE 2    /* … where serial headlines differ in the day alone */

/* One side of the edit. */
struct swapped {
	const struct matching *matching;
	const struct account *account;
	uint32_t unit;
	struct stretch stretch;
};

static struct swapped side_of(const struct matching *matching, uint32_t unit, struct stretch stretch)
{
	return (struct swapped){matching, &matching->accounts[matching->terms.units.items[unit].account], unit,
				stretch};
}

static const struct token *token_of(const struct swapped *side, uint32_t token)
{
	return &side->account->article->tokens.items[token];
}

/* The mention of KIND that is all of the stretch; NULL. */
static const struct mention *mention_over(const struct swapped *side, enum mention_kind kind)
{
	const struct mention_list *list = &side->account->mentions;
	uint32_t sentence = side->matching->terms.units.items[side->unit].sentence;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++)
		if (list->items[i].kind == kind && list->items[i].first_token == side->stretch.first &&
		    list->items[i].first_token + list->items[i].token_count == side->stretch.limit)
			return &list->items[i];
	return NULL;
}

/* The words of tokens [FIRST, LIMIT), or their lemmas, with blanks between; marks are left out. */
static struct span phrase_of(const struct swapped *side, uint32_t first, uint32_t limit, bool lemmas)
{
	const struct intern *words = &side->matching->language->words;
	struct span text = {0};
	for (uint32_t t = first; t < limit; t++) {
		const struct token *token = token_of(side, t);
		struct span word = intern_string(words, lemmas ? token->lemma : token->word);
		if (token->kind == TOKEN_MARK)
			continue;
		text = text.len ? arena_format(side->matching->scratch, SPAN_FMT " " SPAN_FMT, SPAN_ARG(text),
					       SPAN_ARG(word))
				: word;
	}
	return text;
}

/* Both phrases as they stand, or both with any inflection. */
static enum exclusion phrases_exclude(const struct swapped *a, struct stretch x, const struct swapped *b,
				      struct stretch y)
{
	enum exclusion best = EXCLUSION_NONE;
	struct span one[] = {phrase_of(a, x.first, x.limit, false), phrase_of(a, x.first, x.limit, true)};
	struct span two[] = {phrase_of(b, y.first, y.limit, false), phrase_of(b, y.first, y.limit, true)};
	for (int form = 0; form < 4; form++) {
		enum exclusion exclusion = exclude_words(a->matching->language, one[form & 1], two[form >> 1]);
		best = exclusion > best ? exclusion : best;
	}
	return best;
}

static bool same_token(const struct swapped *a, uint32_t x, const struct swapped *b, uint32_t y)
{
	return token_of(a, x)->kind != TOKEN_MARK && token_of(a, x)->word == token_of(b, y)->word;
}

/* "Prison cell": words of content alone. */
static bool is_compound(const struct swapped *side)
{
	for (uint32_t t = side->stretch.first; t < side->stretch.limit; t++)
		if (language_word(side->matching->language, token_of(side, t)->word)->flags & WORD_STOP)
			return false;
	return true;
}

/* What is exchanged, with the word before or behind that both have ("common room", "living room"), or its last word. */
static enum exclusion words_exclude(const struct swapped *a, const struct swapped *b)
{
	struct stretch x = a->stretch, y = b->stretch;
	const struct sentence *from =
		&a->account->article->sentences.items[a->matching->terms.units.items[a->unit].sentence];
	const struct sentence *to =
		&b->account->article->sentences.items[b->matching->terms.units.items[b->unit].sentence];
	enum exclusion exclusion = phrases_exclude(a, x, b, y);
	if (!exclusion && x.limit < from->first_token + from->token_count &&
	    y.limit < to->first_token + to->token_count && same_token(a, x.limit, b, y.limit))
		exclusion = phrases_exclude(a, (struct stretch){x.first, x.limit + 1}, b,
					    (struct stretch){y.first, y.limit + 1});
	if (!exclusion && x.first > from->first_token && y.first > to->first_token &&
	    same_token(a, x.first - 1, b, y.first - 1))
		exclusion = phrases_exclude(a, (struct stretch){x.first - 1, x.limit}, b,
					    (struct stretch){y.first - 1, y.limit});
	if (!exclusion && (x.limit - x.first > 1 || y.limit - y.first > 1) && is_compound(a) && is_compound(b))
		exclusion = phrases_exclude(a, (struct stretch){x.limit - 1, x.limit}, b,
					    (struct stretch){y.limit - 1, y.limit});
	return exclusion;
}

/* The shortest figure or date that the stretch is part of; NULL. */
static const struct mention *figure_over(const struct swapped *side)
{
	const struct mention_list *list = &side->account->mentions;
	const struct mention *best = NULL;
	uint32_t sentence = side->matching->terms.units.items[side->unit].sentence;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if ((m->kind == MENTION_DATE || mention_tells_amount(m)) && m->first_token <= side->stretch.first &&
		    m->first_token + m->token_count >= side->stretch.limit &&
		    (!best || m->token_count < best->token_count))
			best = m;
	}
	return best;
}

/* A rule follows this figure as it changes: what it does not report is no contradiction. */
static bool is_followed(const struct swapped *side, const struct mention *figure)
{
	for (uint32_t r = 0; r < side->matching->rules->count; r++) {
		const struct rule *rule = &side->matching->rules->items[r];
		struct facet_list facets = {0};
		if (rule->off || rule->change == CHANGE_FIXED ||
		    (rule->kind != RULE_QUANTITY && rule->kind != RULE_COUNT))
			continue;
		facet_amount.collect(side->matching, rule, side->unit, &facets);
		for (uint32_t f = 0; f < facets.count; f++)
			if (&side->account->mentions.items[facets.items[f].mention] == figure)
				return true;
	}
	return false;
}

/* The stretch stands in a clause that tells something. */
static bool claim_over(const struct swapped *side)
{
	uint32_t sentence = side->matching->terms.units.items[side->unit].sentence;
	uint32_t claim = claim_at(side->account, sentence, side->stretch.first);
	return claim != CLAIM_NONE && side->account->claims.items[claim].predicate != CLAIM_NONE;
}

/* A day, a month or a year of its own: not "this afternoon". */
static bool is_written(const struct date *date)
{
	return date->year || date->month || date->weekday >= 0;
}

static enum exclusion figures_exclude(const struct swapped *a, const struct mention *x, const struct swapped *b,
				      const struct mention *y)
{
	if (x->kind != y->kind)
		return EXCLUSION_NONE;
	if (x->kind == MENTION_DATE) /* "News of March 11" tells nothing of that day; "this" may be any */
		return claim_over(a) && claim_over(b) && is_written(&x->date) && is_written(&y->date) &&
				       date_compare(&x->date, &y->date) == DATE_APART
			       ? EXCLUSION_SURE
			       : EXCLUSION_NONE;
	bool apart = amount_compare(&x->amount, &y->amount, 0, x->kind != MENTION_NUMBER) == AMOUNT_APART;
	return apart && !is_followed(a, x) && !is_followed(b, y) ? EXCLUSION_SURE : EXCLUSION_NONE;
}

/* Words that two names share, or letters that one begins with: "Krell", "Ada Krell"; "Arda", "Ardan". */
static bool names_overlap(const struct swapped *a, const struct mention *x, const struct swapped *b,
			  const struct mention *y)
{
	struct span one = utf8_fold(a->matching->scratch, article_text(a->account->article, x->start, x->end));
	struct span two = utf8_fold(a->matching->scratch, article_text(b->account->article, y->start, y->end));
	bool short_form = (x->token_count == 1) != (y->token_count == 1) &&
			  (token_of(a, x->first_token)->flags | token_of(b, y->first_token)->flags) &
				  (TOKEN_CAPS | TOKEN_MIXED);
	if (span_starts(one, two) || span_starts(two, one) || short_form)
		return true;
	for (uint32_t i = x->first_token; i < x->first_token + x->token_count; i++)
		for (uint32_t j = y->first_token; j < y->first_token + y->token_count; j++)
			if (same_token(a, i, b, j))
				return true;
	return false;
}

/* Two countries, or two peoples; or two of a kind that are not each other's parts, as far as is known. */
static enum exclusion names_exclude(const struct swapped *a, const struct mention *x, const struct swapped *b,
				    const struct mention *y)
{
	const struct matching *matching = a->matching;
	uint32_t one = entity_of(&matching->terms.entities, x->name.key),
		 two = entity_of(&matching->terms.entities, y->name.key);
	const struct intern *words = &matching->language->words;
	bool nations = span_starts(intern_string(words, one), SPAN("country:")) &&
		       span_starts(intern_string(words, two), SPAN("country:"));
	if (one == two || x->name.demonym != y->name.demonym)
		return EXCLUSION_NONE;
	if (nations)
		return EXCLUSION_SURE;
	bool kinds = x->name.kind == y->name.kind || x->name.kind == NAME_OTHER || y->name.kind == NAME_OTHER;
	bool near = kin_nearness(matching->language, token_of(a, a->stretch.limit - 1)->lemma,
				 token_of(b, b->stretch.limit - 1)->lemma) >= NEAR_LEAST;
	return kinds && !near && !names_overlap(a, x, b, y) &&
			       name_compare(matching->language, intern_string(words, one), intern_string(words, two)) ==
				       NAME_DIFFERENT
		       ? EXCLUSION_LIKELY
		       : EXCLUSION_NONE;
}

/* "Offered onions, eggs, tomatoes and beans": of a list of such things each tells but some. */
static bool in_list(const struct swapped *side)
{
	static const char *const names[] = {"coordinator", "list-comma"};
	const struct language *language = side->matching->language;
	const uint32_t *lists = language_lists(side->matching->language, names, 2);
	const struct article *article = side->account->article;
	const struct lookup lookup = article_lookup(article, language);
	const struct sentence *sentence =
		&article->sentences.items[side->matching->terms.units.items[side->unit].sentence];
	uint32_t first = side->stretch.first, limit = side->stretch.limit;
	bool before = first > sentence->first_token + 1 &&
		      (lookup_is(&lookup, first - 1, lists[0]) || lookup_is(&lookup, first - 1, lists[1]));
	bool behind = limit + 1 < sentence->first_token + sentence->token_count &&
		      (lookup_is(&lookup, limit, lists[0]) || lookup_is(&lookup, limit, lists[1]));
	if (!before && !behind)
		return false;
	uint32_t others = 0;
	for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
		others += (t < first || t >= limit) && !(token_of(side, t)->kind == TOKEN_MARK) &&
			  phrases_exclude(side, side->stretch, side, (struct stretch){t, t + 1}) != EXCLUSION_NONE;
	return others >= LIST_OTHERS;
}

/* The sentence of OTHER names NAME as well: there it does something else. */
static bool stands_in(const struct mention *name, const struct swapped *other)
{
	const struct mention_list *list = &other->account->mentions;
	const struct entities *entities = &other->matching->terms.entities;
	uint32_t sentence = other->matching->terms.units.items[other->unit].sentence;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++)
		if (list->items[i].kind == MENTION_NAME &&
		    entity_of(entities, list->items[i].name.key) == entity_of(entities, name->name.key))
			return true;
	return false;
}

/* The stretch is who does something, and nobody who only says it. */
static bool is_subject(const struct swapped *side)
{
	uint32_t sentence = side->matching->terms.units.items[side->unit].sentence;
	const struct claim_list *claims = &side->account->claims;
	if (mentions_saying(&side->account->mentions, sentence, side->stretch.limit - 1))
		return false;
	for (uint32_t c = claims->sentence_first[sentence]; c < claims->sentence_first[sentence + 1]; c++) {
		const struct claim *claim = &claims->items[c];
		for (uint32_t i = claim->subject_first; i < claim->subject_first + claim->subject_count; i++)
			if (claims->participants.items[i].head == side->stretch.limit - 1)
				return true;
	}
	return false;
}

/* "The agency found it" | "A company search found it, the agency said": somebody else did, as far as that one tells. */
static bool is_another(const struct swapped *a, const struct mention *x, const struct swapped *b,
		       const struct mention *y)
{
	if (!is_subject(a) || !is_subject(b))
		return false;
	if (x)
		return !y && stands_in(x, b) && is_compound(b);
	return y && stands_in(y, a) && is_compound(a);
}

/* "Was not red", "was not blue": both may be so. */
static bool is_denied(const struct swapped *side)
{
	uint32_t sentence = side->matching->terms.units.items[side->unit].sentence;
	uint32_t index = claim_at(side->account, sentence, side->stretch.first);
	const struct claim *claim = index == CLAIM_NONE ? NULL : &side->account->claims.items[index];
	return claim && claim->negated && claim->predicate != CLAIM_NONE &&
	       side->stretch.first > claim->predicate_first;
}

/* Weak opposites that are done in turn: "open", "close". */
static bool are_in_turn(const struct swapped *a, const struct swapped *b)
{
	const struct token *x = token_of(a, a->stretch.first), *y = token_of(b, b->stretch.first);
	struct language *language = a->matching->language;
	return language_antonyms(language, x->lemma, y->lemma) == ANTONYM_WEAK &&
	       language_word(language, x->word)->flags & language_word(language, y->word)->flags & WORD_VERB;
}

/* Figures that are no amount, in a clause: a score, a shirt's number. */
static bool are_bare_figures(const struct swapped *a, const struct swapped *b)
{
	return a->stretch.limit - a->stretch.first == 1 && b->stretch.limit - b->stretch.first == 1 &&
	       token_of(a, a->stretch.first)->kind == TOKEN_NUMBER &&
	       token_of(b, b->stretch.first)->kind == TOKEN_NUMBER && claim_over(a) && claim_over(b);
}

struct exchange exchange_judge(const struct matching *matching, const struct candidate *pair, const struct edit *edit)
{
	struct swapped a = side_of(matching, pair->a, edit->a), b = side_of(matching, pair->b, edit->b);
	if (a.stretch.limit - a.stretch.first > PHRASE_WORDS || b.stretch.limit - b.stretch.first > PHRASE_WORDS)
		return (struct exchange){EXCLUSION_NONE, 0};
	const struct mention *one = figure_over(&a), *two = figure_over(&b);
	if (one && two)
		return (struct exchange){figures_exclude(&a, one, &b, two), one->kind == MENTION_DATE ? DATE_MORE : 0};
	if (!one && !two && are_bare_figures(&a, &b))
		return (struct exchange){EXCLUSION_LIKELY, FIGURES_MORE};
	const struct mention *x = mention_over(&a, MENTION_NAME), *y = mention_over(&b, MENTION_NAME);
	enum exclusion names = x && y ? names_exclude(&a, x, &b, y) : EXCLUSION_NONE;
	if (names)
		return (struct exchange){names, names == EXCLUSION_SURE ? 0 : NAMES_MORE};
	if (is_another(&a, x, &b, y))
		return (struct exchange){EXCLUSION_LIKELY, NAMES_MORE};
	enum exclusion words = is_denied(&a) || is_denied(&b) ? EXCLUSION_NONE : words_exclude(&a, &b);
	if (words && (in_list(&a) || in_list(&b) || (words == EXCLUSION_LIKELY && are_in_turn(&a, &b))))
		words = EXCLUSION_NONE;
	return (struct exchange){words, 0};
}
