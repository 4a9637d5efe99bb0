/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind name: one person, place or body whose name is spelt two ways.
 *
 *   A "Ada Krell", "Krell"; B "Ada Crell" → variant, one place an article
 *
 * Works on entities, not on pairs of sentences: a name is compared wherever it
 * stands.
 */
#include <stdlib.h>

#include "rules/facet.h"
#include "text/utf8.h"

struct form {
	uint32_t entity, account, mention;
	uint32_t words;
	struct span text, folded;
};

struct form_list LIST(struct form);

static int by_form(const void *left, const void *right)
{
	const struct form *a = left, *b = right;
	if (a->entity != b->entity)
		return a->entity < b->entity ? -1 : 1;
	if (a->words != b->words)
		return a->words > b->words ? -1 : 1;
	int order = span_compare(a->folded, b->folded);
	if (order)
		return order;
	if (a->account != b->account)
		return a->account < b->account ? -1 : 1;
	return a->mention < b->mention ? -1 : a->mention > b->mention;
}

static void collect(const struct matching *matching, struct form_list *forms)
{
	for (uint32_t a = 0; a < matching->count; a++) {
		const struct account *account = &matching->accounts[a];
		for (uint32_t i = 0; i < account->mentions.count; i++) {
			const struct mention *m = &account->mentions.items[i];
			if (m->kind != MENTION_NAME || m->name.demonym ||
			    account->article->sentences.items[m->sentence].kind == SENTENCE_FURNITURE)
				continue;
			struct form *form = list_push(matching->scratch, forms);
			form->entity = entity_of(&matching->terms.entities, m->name.key);
			form->account = a;
			form->mention = i;
			form->words = m->token_count;
			form->text = article_text(account->article, m->start, m->end);
			form->folded = utf8_fold(matching->scratch, form->text);
		}
	}
	if (forms->count > 1)
		qsort(forms->items, forms->count, sizeof *forms->items, by_form);
}

static bool same_form(const struct form *a, const struct form *b)
{
	return a->words == b->words && span_equal(a->folded, b->folded);
}

/* Two forms that are one name spelt two ways. */
static bool spelt_apart(const struct matching *matching, const struct form *a, const struct form *b)
{
	/* "Arda", "Ardan": a form of the name, not another spelling. */
	if (span_starts(a->folded, b->folded) || span_starts(b->folded, a->folded))
		return false;
	return a->words == b->words && !same_form(a, b) &&
	       name_compare(matching->language, a->text, b->text) == NAME_SPELLING;
}

/* The first place of each article that has the form. */
static void add_version(struct matching *matching, struct finding *finding, const struct form *forms, uint32_t count)
{
	struct version *version = version_add(matching, finding, forms[0].text, NULL);
	for (uint32_t i = 0; i < count; i++) {
		if (i && forms[i].account == forms[i - 1].account)
			continue;
		const struct mention *m = &matching->accounts[forms[i].account].mentions.items[forms[i].mention];
		member_add(matching, version, forms[i].account, m->sentence, m->first_token,
			   m->first_token + m->token_count, CLAIM_NONE);
	}
}

/* FORMS[0, COUNT) are one entity's, sorted by words and form. */
static void compare_entity(struct matching *matching, const struct rule *rule, const struct form *forms, uint32_t count)
{
	struct u32_list starts = {0};
	for (uint32_t i = 0; i < count; i++)
		if (!i || !same_form(&forms[i], &forms[i - 1]))
			list_add(matching->scratch, &starts, i);
	struct finding *finding = NULL;
	for (uint32_t v = 0; v < starts.count; v++) {
		/* Only the longest forms that differ are reported: "Ada Krell", not "Krell" once more. */
		const struct form *form = &forms[starts.items[v]];
		if (finding && form->words != forms[starts.items[0]].words)
			break;
		bool apart = false;
		for (uint32_t w = 0; w < starts.count && !apart; w++)
			apart = spelt_apart(matching, form, &forms[starts.items[w]]);
		if (!apart)
			continue;
		if (!finding)
			finding = finding_add(matching, rule, RELATION_VARIANT, rule->confidence);
		uint32_t end = v + 1 < starts.count ? starts.items[v + 1] : count;
		add_version(matching, finding, form, end - starts.items[v]);
	}
	if (!finding)
		return;
	if (finding->versions.count < 2) {
		matching->findings->findings.count--;
		return;
	}
	because_add(matching, finding, "conflict", "name",
		    arena_format(matching->arena, "one name, spelt " SPAN_FMT " and " SPAN_FMT,
				 SPAN_ARG(finding->versions.items[0].label),
				 SPAN_ARG(finding->versions.items[1].label)));
	finding_word(matching, rule, finding, (struct span){0});
}

void match_names(struct matching *matching, const struct rule *rule)
{
	struct form_list forms = {0};
	struct arena_mark mark = arena_mark(matching->scratch);
	collect(matching, &forms);
	for (uint32_t from = 0, to; from < forms.count; from = to) {
		for (to = from + 1; to < forms.count && forms.items[to].entity == forms.items[from].entity;)
			to++;
		if (to - from > 1)
			compare_entity(matching, rule, forms.items + from, to - from);
	}
	arena_rewind(matching->scratch, mark);
}
