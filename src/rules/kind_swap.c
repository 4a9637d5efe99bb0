/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind swap: two sentences that tell the same but for one place, where what
 * stands in one excludes what stands in the other.
 *
 *   "The gate on the northern quay is shut" | "… on the southern quay …" → northern ≠ southern
 *   "for the third time" | "for the 4th time"                            → third ≠ 4th
 *   "the small boat" | "the little boat"                                 → nothing
 *
 * A pair of sentences is aligned word by word (align/edit.h); the one edit that
 * is left is looked up in what excludes what (language/exclude.h). It is a kind
 * of pairs, not of facets: what is compared is only known once both are seen.
 *
 * Limits: a sentence of an article needs more in common with the other than a
 * text of its own that was put beside it.
 */
#include "align/edit.h"
#include "language/exclude.h"
#include "rules/facet.h"
#include "text/utf8.h"

#define EQUAL_ALONE 1  /* words of content that two texts of one sentence must share */
#define EQUAL_AMONG 5  /* … two sentences among others */
#define LIST_OTHERS 2  /* things of one class beside the one exchanged that make a list */
#define PHRASE_WORDS 4 /* of what is looked up */
#define LIKELY 0.85    /* of the confidence, where the exclusion is not sure */

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
	for (int form = 0; form < 4; form++) {
		enum exclusion exclusion = exclude_words(a->matching->language,
							 phrase_of(a, x.first, x.limit, form & 1),
							 phrase_of(b, y.first, y.limit, form >> 1));
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

static enum exclusion figures_exclude(const struct mention *x, const struct mention *y)
{
	return amount_compare(&x->amount, &y->amount, 0, false) == AMOUNT_APART ? EXCLUSION_SURE : EXCLUSION_NONE;
}

/* Two countries, or two peoples. */
static enum exclusion names_exclude(const struct matching *matching, const struct mention *x, const struct mention *y)
{
	const struct entities *entities = &matching->terms.entities;
	struct span one = intern_string(&matching->language->words, entity_of(entities, x->name.key));
	struct span two = intern_string(&matching->language->words, entity_of(entities, y->name.key));
	bool nations = span_starts(one, SPAN("country:")) && span_starts(two, SPAN("country:"));
	return nations && !span_equal(one, two) && x->name.demonym == y->name.demonym ? EXCLUSION_SURE : EXCLUSION_NONE;
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

static enum exclusion sides_exclude(const struct swapped *a, const struct swapped *b)
{
	const enum mention_kind figures[] = {MENTION_NUMBER, MENTION_ORDINAL};
	if (a->stretch.limit - a->stretch.first > PHRASE_WORDS || b->stretch.limit - b->stretch.first > PHRASE_WORDS)
		return EXCLUSION_NONE;
	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
		const struct mention *x = mention_over(a, figures[i]), *y = mention_over(b, figures[i]);
		if (x && y)
			return figures_exclude(x, y);
	}
	const struct mention *x = mention_over(a, MENTION_NAME), *y = mention_over(b, MENTION_NAME);
	enum exclusion names = x && y ? names_exclude(a->matching, x, y) : EXCLUSION_NONE;
	if (names)
		return names;
	enum exclusion words = words_exclude(a, b);
	return words && (in_list(a) || in_list(b)) ? EXCLUSION_NONE : words;
}

/* The text of UNIT's article is that sentence: whoever put it beside another means it to be compared. */
static bool stands_alone(const struct matching *matching, uint32_t unit)
{
	uint32_t account = matching->terms.units.items[unit].account;
	return matching->terms.unit_first[account + 1] - matching->terms.unit_first[account] == 1;
}

/* The one edit of two sentences that are the same otherwise; NULL. */
static const struct edit *only_edit(const struct matching *matching, const struct candidate *pair, struct edits *edits)
{
	const struct edit *only = NULL;
	edits_find(edits, &matching->terms, pair->a, pair->b);
	for (uint32_t e = 0; e < edits->count; e++) {
		if (edits->items[e].kind == EDIT_MOVED)
			continue;
		if (only || edits->items[e].kind != EDIT_REPLACED)
			return NULL;
		only = &edits->items[e];
	}
	bool alone = stands_alone(matching, pair->a) && stands_alone(matching, pair->b);
	return edits->equal >= (alone ? EQUAL_ALONE : EQUAL_AMONG) ? only : NULL;
}

static void compare(const struct matching *matching, const struct rule *rule, const struct candidate *pair,
		    struct facet_match_list *matches)
{
	struct edits edits;
	const struct edit *edit = only_edit(matching, pair, &edits);
	if (!edit)
		return;
	struct facet x = facet_make(matching, pair->a, edit->a.first, edit->a.limit);
	struct facet y = facet_make(matching, pair->b, edit->b.first, edit->b.limit);
	if (facet_in_conflict(matching, &x) && facet_in_conflict(matching, &y))
		return;
	struct swapped a = side_of(matching, pair->a, edit->a), b = side_of(matching, pair->b, edit->b);
	enum exclusion exclusion = sides_exclude(&a, &b);
	if (exclusion == EXCLUSION_NONE)
		return;
	struct facet_match *match = list_push(matching->scratch, matches);
	match->a = x;
	match->b = y;
	double sure = exclusion == EXCLUSION_SURE ? 1 : LIKELY;
	match->verdict = (struct verdict){.kind = VERDICT_DIFFER,
					  .same = 1u << SAME_EVENT,
					  .confidence = rule->confidence * sure * (0.8 + 0.2 * pair->similarity.score)};
}

static uint32_t concept_of(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	return language_word(matching->language,
			     article->tokens.items[facet->first_token + facet->token_count - 1].word)
		->concept;
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)rule;
	return concept_of(matching, a) == concept_of(matching, b);
}

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	return facet_text(matching, facet);
}

const struct facet_kind facet_swap = {.pair = compare, .meet = meet, .label = label, .floor = 0.2};
