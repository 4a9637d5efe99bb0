/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind quantifier: of how many, or how often, a clause holds.
 *
 *   "All ships returned" | "Not every ship returned" → all against not all
 *   "Nobody was hurt"    | "Some people were hurt"   → none against some
 *
 * What opposes what stands in the language's list of classes. Compared are
 * clauses that say the same of the same noun, or both of persons, things, times.
 * Limits: what a denied "all" means is not told ("all ships did not return").
 */
#include "rules/overlap.h"

#define NOUN_REACH 5    /* tokens from a quantifier to its noun */
#define SAYS_LEAST 0.6  /* of two predicates */
#define MATCH_LEAST 0.5 /* of two clauses */

struct quantifier {
	uint32_t first, limit;   /* tokens of the phrase */
	uint32_t noun;           /* token; CLAIM_NONE: it stands alone */
	struct span class, kind; /* "none", "person" */
	bool negative;           /* it has a word that denies in it */
};

static bool is_anybody(const struct matching *matching, const struct article *article, uint32_t noun)
{
	uint32_t list = language_list(matching->language, "person-noun");
	const struct entry *entry = language_word_entry(matching->language, list, article->tokens.items[noun].lemma);
	return entry && span_equal(entry->text, SPAN("general"));
}

/* The noun behind a quantifier that ends before token AT of the clause. */
static uint32_t noun_behind(const struct matching *matching, const struct account *account, const struct claim *claim,
			    uint32_t at)
{
	const struct token *tokens = account->article->tokens.items;
	uint32_t limit = claim->first_token + claim->token_count;
	if (at <= claim->predicate_first)
		limit = claim->predicate_first;
	for (uint32_t t = at; t < limit && t < at + NOUN_REACH; t++) {
		uint8_t flags = language_word(matching->language, tokens[t].word)->flags;
		if (is_anybody(matching, account->article, t) ||
		    (tokens[t].kind == TOKEN_WORD && flags & WORD_NOUN && !(flags & WORD_STOP)))
			return t;
	}
	return CLAIM_NONE;
}

/* The quantifier at token AT of CLAIM; false: none. */
static bool read_at(const struct matching *matching, const struct account *account, const struct claim *claim,
		    uint32_t at, struct quantifier *result)
{
	const struct article *article = account->article;
	uint32_t negators = language_list(matching->language, "negator");
	struct hit hit = article_find(article, matching->language, at, language_list(matching->language, "quantifier"));
	if (!hit.count)
		return false;
	struct span text = language_entry(matching->language, &hit)->text;
	const char *space = memchr(text.ptr, ' ', text.len);
	size_t length = space ? (size_t)(space - text.ptr) : text.len;
	*result = (struct quantifier){.first = at, .limit = at + hit.count, .noun = CLAIM_NONE};
	result->class = span_slice(text, 0, length);
	result->kind = space ? span_slice(text, length + 1, text.len) : SPAN("");
	if (!space)
		result->noun = noun_behind(matching, account, claim, result->limit);
	/* "no people": nobody */
	if (result->noun != CLAIM_NONE && is_anybody(matching, article, result->noun)) {
		result->noun = CLAIM_NONE;
		result->kind = SPAN("person");
	}
	for (uint32_t t = at; t < result->limit; t++)
		result->negative = result->negative ||
				   language_word_entry(matching->language, negators, article->tokens.items[t].word);
	return true;
}

static const struct entry *class_entry(const struct matching *matching, struct span name)
{
	uint32_t word = intern_find(&matching->language->words, name);
	return word != UINT32_MAX ? language_word_entry(matching->language,
							language_list(matching->language, "quantifier-class"), word)
				  : NULL;
}

/* The clause has a word that denies beside those of QUANTIFIER: "nobody did not". */
static bool denied_besides(const struct matching *matching, const struct account *account, const struct claim *claim,
			   const struct quantifier *quantifier)
{
	uint32_t negators = language_list(matching->language, "negator");
	for (uint32_t t = claim->first_token; t < claim->first_token + claim->token_count; t++)
		if ((t < quantifier->first || t >= quantifier->limit) &&
		    language_word_entry(matching->language, negators, account->article->tokens.items[t].word))
			return true;
	return false;
}

/* The class that the clause comes to; NULL: nobody knows. */
static const struct entry *class_of(const struct matching *matching, const struct account *account,
				    const struct claim *claim, const struct quantifier *quantifier)
{
	const struct entry *class = class_entry(matching, quantifier->class);
	if (!class || claim->frame == FRAME_DENIED)
		return NULL;
	if (quantifier->negative)
		return denied_besides(matching, account, claim, quantifier) ? NULL : class;
	if (claim->unclear)
		return NULL;
	if (!claim->negated)
		return class;
	const struct yaml_node *denied = yaml_get(class->node, "denied");
	return denied ? class_entry(matching, denied->scalar) : NULL;
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct sentence *sentence = &account->article->sentences.items[where->sentence];
	(void)rule;
	for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
		struct quantifier quantifier;
		uint32_t index = claim_at(account, where->sentence, t);
		const struct claim *claim = index == CLAIM_NONE ? NULL : &account->claims.items[index];
		if (!claim || !read_at(matching, account, claim, t, &quantifier))
			continue;
		const struct entry *class = class_of(matching, account, claim, &quantifier);
		uint32_t limit = quantifier.noun == CLAIM_NONE ? quantifier.limit : quantifier.noun + 1;
		if (class && clause_is_told(matching, account, claim)) {
			struct facet facet = facet_make(matching, unit, t, limit);
			facet.claim = index;
			facet.frame = claim->frame;
			facet.role = (uint32_t)(class - matching->language->entries.items);
			list_add(matching->scratch, facets, facet);
		}
		t = limit - 1;
	}
}

static bool opposes(const struct matching *matching, uint32_t a, uint32_t b)
{
	const struct entry *entries = matching->language->entries.items;
	const struct yaml_node *list = yaml_get(entries[a].node, "opposes");
	for (uint32_t i = 0; list && i < list->count; i++)
		if (span_equal(list->items[i]->scalar, entries[b].phrase))
			return true;
	return false;
}

/* Both speak of one noun, or of persons, things, times. */
static bool same_things(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	struct quantifier x, y;
	if (!read_at(matching, &matching->accounts[a->account], facet_claim(matching, a), a->first_token, &x) ||
	    !read_at(matching, &matching->accounts[b->account], facet_claim(matching, b), b->first_token, &y) ||
	    !span_equal(x.kind, y.kind))
		return false;
	if (x.noun == CLAIM_NONE || y.noun == CLAIM_NONE)
		return x.noun == y.noun;
	const struct token *left = &facet_article(matching, a)->tokens.items[x.noun];
	const struct token *right = &facet_article(matching, b)->tokens.items[y.noun];
	return language_word(matching->language, left->word)->concept ==
	       language_word(matching->language, right->word)->concept;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	bool opposed = opposes(matching, a->role, b->role) || opposes(matching, b->role, a->role);
	if ((!opposed && a->role != b->role) || !same_things(matching, a, b) || a->frame != b->frame ||
	    x->modality != y->modality || x->hedged || y->hedged || overlap_persons_apart(matching, a, b))
		return verdict;
	struct overlap overlap = overlap_measure(matching, a, b);
	if (overlap.predicate < SAYS_LEAST || overlap.part[0] < MATCH_LEAST || overlap.part[1] < MATCH_LEAST) {
		verdict.abstained = opposed ? "predicate" : NULL;
		return verdict;
	}
	if (!clause_is_one_matter(matching, rule, a, b, similarity, &verdict))
		return verdict;
	verdict.kind = opposed ? VERDICT_DIFFER : VERDICT_ALIKE;
	verdict.confidence = rule->confidence * (0.5 + 0.25 * (overlap.part[0] + overlap.part[1])) * overlap.predicate;
	verdict.dispute = a->speaker != CLAIM_NONE && b->speaker != CLAIM_NONE &&
			  same_speaker(matching, a, b) == SAME_NO;
	return verdict;
}

/* "Some ships did not sail", "not all ships sailed": that ships sailed is no news to it. */
bool clause_is_of_some(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	const struct claim *claim = facet_claim(matching, facet);
	for (uint32_t t = claim->first_token; t < claim->first_token + claim->token_count; t++) {
		struct quantifier quantifier;
		const struct entry *class = claim_owns(account, facet->claim, t) &&
							    read_at(matching, account, claim, t, &quantifier)
						    ? class_entry(matching, quantifier.class)
						    : NULL;
		bool speaks = t < claim->predicate || quantifier.kind.len; /* "does not sail often", not "sold some" */
		if (class && speaks && yaml_get(class->node, "partial") &&
		    (quantifier.negative || claim_negative(claim)))
			return true;
	}
	return false;
}

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	struct span clause = facet_clause.label(matching, rule, facet), own = facet_text(matching, facet);
	/* "not all ships" stands before the clause that it is no part of */
	return own.ptr < clause.ptr ? span_make(own.ptr, (size_t)(clause.ptr + clause.len - own.ptr)) : clause;
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)rule;
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	uint32_t list = language_list(matching->language, "quantifier");
	for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
		if (article_find(article, matching->language, t, list).count)
			return true;
	return false;
}

const struct facet_kind facet_quantifier = {
	.collect = collect, .compare = compare, .label = label, .asks = asks, .floor = 0.37};
