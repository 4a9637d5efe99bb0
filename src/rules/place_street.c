/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Streets of two sentences: one, one told with its number, or two.
 *
 *   "at 12 Amber Street" | "on Amber Street" → one tells more
 *   "on Ambers Road" | "on Amber Street"     → one of them is wrong: hardly two streets are called so
 *
 * Streets whose names are not alike are two answers only where all else is the
 * same. Limits: what is no street by the last word of its name is none.
 */
#include "rules/place.h"
#include "text/utf8.h"

#define STEM_LEAST 4    /* letters that two stems share from the start */
#define STEM_REST 2     /* … and that follow in one of them at most */
#define LIKE_LEAST 0.15 /* similarity of sentences with names that only one street would have */
#define AGREE_LEAST 0.3

/* The kind of street that NAME ends in: "Amber St." → street; NULL: none. */
static const struct entry *street_kind(const struct matching *matching, const struct article *article,
				       const struct mention *name)
{
	const struct token *last = &article->tokens.items[name->first_token + name->token_count - 1];
	uint32_t list = language_list(matching->language, "street-kind");
	if (name->token_count < 2 || !(last->flags & TOKEN_UPPER))
		return NULL;
	return language_word_entry(matching->language, list, last->word);
}

void streets_collect(const struct matching *matching, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_NAME || !street_kind(matching, account->article, m))
			continue;
		uint32_t first = m->first_token;
		first -= first && account->article->tokens.items[first - 1].kind == TOKEN_NUMBER;
		struct facet facet = facet_make(matching, unit, first, m->first_token + m->token_count);
		facet.mention = i;
		facet.role = PLACE_STREET;
		if (facet.frame != FRAME_QUESTION && facet.frame != FRAME_CONDITIONAL)
			list_add(matching->scratch, facets, facet);
	}
}

/* The name without the word that says what it is of, folded. */
static struct span stem_of(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	const struct mention *m = facet_mention(matching, facet);
	uint32_t last = m->first_token + m->token_count - 2;
	return utf8_bare(matching->scratch, article_text(article, m->start, article->tokens.items[last].end));
}

/* "ambers", "amber"; "phillip", "philip": the same letters from the start, doubled ones counted once. */
static bool stems_alike(struct span a, struct span b)
{
	size_t i = 0, j = 0, shared = 0;
	while (i < a.len && j < b.len && a.ptr[i] == b.ptr[j]) {
		char letter = a.ptr[i];
		while (i < a.len && a.ptr[i] == letter)
			i++;
		while (j < b.len && b.ptr[j] == letter)
			j++;
		shared++;
	}
	return shared >= STEM_LEAST && a.len - i <= STEM_REST && b.len - j <= STEM_REST;
}

/* The house number before the name; empty: none. */
static struct span house_of(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	const struct token *first = &article->tokens.items[facet->first_token];
	return first->kind == TOKEN_NUMBER ? article_text(article, first->start, first->end) : SPAN("");
}

bool streets_meet(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct entry *x = street_kind(matching, facet_article(matching, a), facet_mention(matching, a));
	const struct entry *y = street_kind(matching, facet_article(matching, b), facet_mention(matching, b));
	struct span one = house_of(matching, a), two = house_of(matching, b);
	return span_equal(x->text, y->text) && (!one.len || !two.len || span_equal(one, two)) &&
	       stems_alike(stem_of(matching, a), stem_of(matching, b));
}

/* All else is the same, so that there is one street. */
static bool one_slot(const struct matching *matching, const struct rule *rule, const struct facet *a,
		     const struct facet *b, const struct similarity *similarity, struct verdict *verdict)
{
	return same_all(matching, rule, a, b, similarity, SAME_YES, &verdict->same, &verdict->abstained) &&
	       same_predicate(matching, a, b) == SAME_YES && same_subject(matching, a, b) == SAME_YES &&
	       same_patient(matching, a, b) != SAME_NO;
}

struct verdict streets_compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			       const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	const struct entry *x = street_kind(matching, facet_article(matching, a), facet_mention(matching, a));
	const struct entry *y = street_kind(matching, facet_article(matching, b), facet_mention(matching, b));
	struct span stem_a = stem_of(matching, a), stem_b = stem_of(matching, b);
	struct span house_a = house_of(matching, a), house_b = house_of(matching, b);
	bool kinds = span_equal(x->text, y->text), alike = stems_alike(stem_a, stem_b);
	if (kinds && (alike || span_equal(stem_a, stem_b))) {
		bool told = similarity->score >= AGREE_LEAST;
		if (!house_a.len != !house_b.len)
			verdict.kind = told ? VERDICT_FULLER : VERDICT_NONE;
		else if (span_equal(house_a, house_b))
			verdict.kind = told ? VERDICT_AGREE : VERDICT_NONE;
		else if (one_slot(matching, rule, a, b, similarity, &verdict))
			verdict.kind = VERDICT_DIFFER;
	} else if (!kinds && alike && similarity->score >= LIKE_LEAST) {
		verdict.kind = VERDICT_DIFFER;
		verdict.confidence *= 0.85;
	} else if (one_slot(matching, rule, a, b, similarity, &verdict)) {
		verdict.kind = VERDICT_DIFFER;
		verdict.confidence *= 0.5 + 0.4 * similarity->score;
	}
	return verdict;
}
