/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind source: figures, quotations and names of a draft that none of its
 * sources has.
 *
 *   draft "… 45 boats …", sources "… 30 boats …" → unsupported: 45 boats
 *
 * A figure has a source when some figure there can be the same, whatever it
 * counts; a quotation, when its words stand in one there; a name, when somebody
 * there is called so, or all of its words stand in one source. So what is
 * reported is nowhere to be found; what is found may still be told of something
 * else. Small numbers, which writers count themselves, are not asked for
 * (`least`), nor is what some other finding already sets against a source.
 */
#include <math.h>

#include "rules/facet.h"

#define QUOTE_LEAST 3 /* words */

struct source_search {
	const struct matching *matching;
	const struct rule *rule;
	struct table entities; /* that the sources name */
	struct table shown;    /* what was reported → 1 + index of its finding */
};

static bool is_draft(const struct matching *matching, uint32_t account)
{
	return matching->accounts[account].article->index < matching->drafts;
}

static void read_sources(struct source_search *search)
{
	const struct matching *matching = search->matching;
	for (uint32_t a = 0; a < matching->count; a++) {
		const struct mention_list *list = &matching->accounts[a].mentions;
		for (uint32_t i = 0; !is_draft(matching, a) && i < list->count; i++)
			if (list->items[i].kind == MENTION_NAME)
				table_put(&search->entities,
					  entity_of(&matching->terms.entities, list->items[i].name.key), NULL);
	}
}

/* Whether the words of draft tokens [FIRST, LIMIT), marks left out, stand one behind the other in ARTICLE. */
static bool has_run(const struct article *article, const struct article *draft, uint32_t first, uint32_t limit)
{
	const struct token *x = article->tokens.items, *y = draft->tokens.items;
	while (first < limit && y[first].kind == TOKEN_MARK)
		first++;
	for (uint32_t t = 0; t < article->tokens.count; t++) {
		uint32_t i = t, j = first;
		while (x[t].word == y[first].word && j < limit) {
			if (y[j].kind == TOKEN_MARK)
				j++;
			else if (i < article->tokens.count && x[i].kind == TOKEN_MARK)
				i++;
			else if (i < article->tokens.count && x[i].word == y[j].word)
				i++, j++;
			else
				break;
		}
		if (j == limit)
			return true;
	}
	return first == limit;
}

/* Whether every word of the draft's tokens [FIRST, LIMIT) stands somewhere in ARTICLE. */
static bool has_words(const struct article *article, const struct article *draft, uint32_t first, uint32_t limit)
{
	for (uint32_t j = first; j < limit; j++) {
		uint32_t t = 0;
		if (draft->tokens.items[j].kind == TOKEN_MARK)
			continue;
		while (t < article->tokens.count && article->tokens.items[t].word != draft->tokens.items[j].word)
			t++;
		if (t == article->tokens.count)
			return false;
	}
	return true;
}

static bool can_be_same(const struct mention *a, const struct mention *b)
{
	if (!mention_is_amount(b))
		return false;
	enum amount_relation relation = amount_compare(&a->amount, &b->amount, 0, true);
	return relation == AMOUNT_EQUAL || relation == AMOUNT_MEETS ||
	       (a->kind == b->kind && amount_rounded(&a->amount, &b->amount, 0.05)) ||
	       a->amount.value == b->amount.value;
}

static bool has_figure(const struct mention_list *list, const struct mention *m)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (can_be_same(m, &list->items[i]))
			return true;
	return false;
}

/* Whether SOURCE has what M of DRAFT tells. */
static bool has(const struct source_search *search, const struct account *source, const struct account *draft,
		const struct mention *m)
{
	uint32_t limit = m->first_token + m->token_count;
	if (mention_is_amount(m))
		return has_figure(&source->mentions, m);
	if (m->kind == MENTION_QUOTE)
		return has_run(source->article, draft->article, m->first_token, limit);
	return table_get(&search->entities, entity_of(&search->matching->terms.entities, m->name.key)) ||
	       has_words(source->article, draft->article, m->first_token, limit);
}

static uint32_t words_in(const struct article *article, const struct mention *m)
{
	uint32_t count = 0;
	for (uint32_t t = m->first_token; t < m->first_token + m->token_count; t++)
		count += article->tokens.items[t].kind != TOKEN_MARK;
	return count;
}

static bool asked(const struct source_search *search, const struct account *draft, const struct mention *m)
{
	const struct rule *rule = search->rule;
	enum sentence_kind kind = draft->article->sentences.items[m->sentence].kind;
	if (kind == SENTENCE_FURNITURE)
		return false;
	switch (rule->requires) {
	case REQUIRE_NUMBERS:
		return mention_tells_amount(m) && m->kind != MENTION_ORDINAL && !m->amount.identifier &&
		       !m->amount.year_like && !m->amount.vague && !isnan(m->amount.value) &&
		       (m->kind != MENTION_NUMBER || m->amount.value >= rule->least);
	case REQUIRE_QUOTES:
		return m->kind == MENTION_QUOTE && !m->quote.scare && words_in(draft->article, m) >= QUOTE_LEAST;
	default: /* a headline's capitals make names of other words; its own outlet needs no source ("told the Courier") */
		return m->kind == MENTION_NAME && !m->name.demonym && kind != SENTENCE_HEADLINE &&
		       span_find(draft->article->outlet, article_text(draft->article, m->start, m->end), 0) == SIZE_MAX;
	}
}

/* Some finding already tells what sources say instead, or that they say the same in other words. */
static bool is_told(const struct matching *matching, uint32_t account, const struct mention *m)
{
	for (uint32_t f = 0; f < matching->findings->findings.count; f++) {
		const struct finding *finding = &matching->findings->findings.items[f];
		if (finding->relation == RELATION_UNSUPPORTED || finding->versions.count < 2)
			continue;
		for (uint32_t v = 0; v < finding->versions.count; v++)
			for (uint32_t i = 0; i < finding->versions.items[v].count; i++) {
				const struct member *member = &finding->versions.items[v].items[i];
				if (member->article == account && member->start < m->end && m->start < member->end)
					return true;
			}
	}
	return false;
}

/* Each thing once, with all its places. */
static void report(struct source_search *search, struct matching *matching, uint32_t account, const struct mention *m)
{
	const struct account *draft = &matching->accounts[account];
	uint32_t limit = m->first_token + m->token_count;
	if (mention_is_amount(m) && m->amount.noun != MENTION_NONE && m->amount.noun >= limit)
		limit = m->amount.noun + 1;
	struct span text = article_text(draft->article, m->start, draft->article->tokens.items[limit - 1].end);
	bool added;
	uint32_t *place = table_put(&search->shown, span_hash(text), &added);
	struct finding *finding;
	if (added) {
		finding = finding_add(matching, search->rule, RELATION_UNSUPPORTED, search->rule->confidence);
		finding->severity = search->rule->severity;
		version_add(matching, finding, text, mention_is_amount(m) ? m : NULL);
		because_add(matching, finding, "note", "source", SPAN("none of the sources that were given has it"));
		finding_word(matching, search->rule, finding, (struct span){0});
		*place = matching->findings->findings.count - 1;
	}
	finding = &matching->findings->findings.items[*place];
	member_add(matching, &finding->versions.items[0], account, m->sentence, m->first_token, limit, CLAIM_NONE);
}

void match_sources(struct matching *matching, const struct rule *rule)
{
	struct source_search search = {.matching = matching, .rule = rule};
	uint32_t sources = 0;
	struct arena_mark mark = arena_mark(matching->scratch);
	table_init(&search.entities, matching->scratch);
	table_init(&search.shown, matching->scratch);
	read_sources(&search);
	for (uint32_t a = 0; a < matching->count; a++)
		sources += !is_draft(matching, a);
	for (uint32_t a = 0; sources && a < matching->count; a++) {
		const struct account *draft = &matching->accounts[a];
		for (uint32_t i = 0; is_draft(matching, a) && i < draft->mentions.count; i++) {
			const struct mention *m = &draft->mentions.items[i];
			bool found = !asked(&search, draft, m) || is_told(matching, a, m);
			for (uint32_t s = 0; s < matching->count && !found; s++)
				found = !is_draft(matching, s) && has(&search, &matching->accounts[s], draft, m);
			if (!found)
				report(&search, matching, a, m);
		}
	}
	arena_rewind(matching->scratch, mark);
}
