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
	bool person;
	struct span text, folded;
	struct span letters; /* of FOLDED, without blanks and marks */
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

/* "Arda Province" is spelt as "Arda" is: M's tokens but for a word behind them that says what kind of place it is. */
static uint32_t own_tokens(const struct matching *matching, const struct article *article, const struct mention *m)
{
	uint32_t kinds = language_list(matching->language, "place-after");
	const struct token *last = &article->tokens.items[m->first_token + m->token_count - 1];
	return m->token_count - (m->token_count > 1 && language_word_entry(matching->language, kinds, last->word));
}

/* The letters and figures of TEXT alone; *WORDS: how many words they make, where "U. S." and "U.S." are one. */
static struct span letters_of(struct arena *arena, struct span text, uint32_t *words)
{
	char *out = arena_array(arena, char, text.len + 1);
	size_t used = 0, word = 0; /* letters of the word at work */
	*words = 0;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.ptr[i];
		bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
		if (letter) {
			out[used++] = text.ptr[i];
			*words += ++word == 2;
		} else if (byte != '.' && byte != '\'') {
			word = 0;
		}
	}
	return span_make(out, used);
}

static void collect(const struct matching *matching, struct form_list *forms)
{
	for (uint32_t a = 0; a < matching->count; a++) {
		const struct account *account = &matching->accounts[a];
		const struct article *article = account->article;
		for (uint32_t i = 0; i < account->mentions.count; i++) {
			const struct mention *m = &account->mentions.items[i];
			if (m->kind != MENTION_NAME || m->name.demonym ||
			    article->sentences.items[m->sentence].kind == SENTENCE_FURNITURE)
				continue;
			uint32_t last = m->first_token + own_tokens(matching, article, m) - 1;
			struct form *form = list_push(matching->scratch, forms);
			bool bare = last == m->first_token && m->token_count > 1;
			form->entity = entity_of(&matching->terms.entities,
						 bare ? article->tokens.items[last].word : m->name.key);
			form->account = a;
			form->mention = i;
			form->person = m->name.kind == NAME_PERSON;
			form->text = article_text(article, m->start, article->tokens.items[last].end);
			form->folded = utf8_fold(matching->scratch, form->text);
			form->letters = letters_of(matching->scratch, form->folded, &form->words);
		}
	}
	if (forms->count > 1)
		qsort(forms->items, forms->count, sizeof *forms->items, by_form);
}

static bool same_form(const struct form *a, const struct form *b)
{
	return a->words == b->words && span_equal(a->folded, b->folded);
}

/* "Marine Mammal Act", "Marine Mammals Act": the same but for an s at the end of a word. */
static bool plural_apart(struct span a, struct span b)
{
	size_t i = 0, j = 0;
	while (i < a.len || j < b.len) {
		bool end_a = i == a.len || a.ptr[i] == ' ', end_b = j == b.len || b.ptr[j] == ' ';
		if (end_a != end_b && (end_a ? b.ptr[j] : a.ptr[i]) == 's') {
			*(end_a ? &j : &i) += 1;
			end_a = i == a.len || a.ptr[i] == ' ';
			end_b = j == b.len || b.ptr[j] == ' ';
		}
		if (end_a != end_b || (!end_a && a.ptr[i] != b.ptr[j]))
			return false;
		i += i < a.len;
		j += j < b.len;
	}
	return true;
}

/* "U. S. Act", "U.S. Act": the same but for a space behind a point. */
static bool point_apart(struct span a, struct span b)
{
	size_t i = 0, j = 0;
	while (i < a.len && j < b.len && a.ptr[i] == b.ptr[j]) {
		bool point = a.ptr[i] == '.';
		i += point && i + 1 < a.len && a.ptr[i + 1] == ' ' ? 2 : 1;
		j += point && j + 1 < b.len && b.ptr[j + 1] == ' ' ? 2 : 1;
	}
	return i == a.len && j == b.len;
}

enum apart {
	APART_NOT,
	APART_FULLER, /* "Ada Krell", "Ada M. Krell" */
	APART_SPELT   /* "Ada Krell", "Ada Crell", "Ada Al Krell", "Ada Al-Krell" */
};

/* Whether two forms of one name are spelt apart. */
static enum apart spelt_apart(const struct matching *matching, const struct form *a, const struct form *b)
{
	bool persons = a->person && b->person && a->words > 1 && b->words > 1;
	/* "Arda", "Ardan": a form of the name; "Del Korb": a part of it. */
	if (same_form(a, b) || span_starts(a->folded, b->folded) || span_starts(b->folded, a->folded) ||
	    span_ends(a->folded, b->folded) || span_ends(b->folded, a->folded))
		return APART_NOT;
	if (!a->words || !b->words || point_apart(a->folded, b->folded) ||
	    (!a->person && !b->person && plural_apart(a->folded, b->folded)))
		return APART_NOT;
	if (span_equal(a->letters, b->letters)) /* "Al Krell", "Al-Krell"; but "U.S." and "US" are one */
		return a->words != b->words || (persons && a->folded.len == b->folded.len) ? APART_SPELT : APART_NOT;
	if (a->words != b->words && !persons)
		return APART_NOT;
	enum name_relation relation = name_compare(matching->language, a->text, b->text);
	if (relation == NAME_SPELLING)
		return APART_SPELT;
	return relation == NAME_SAME && persons ? APART_FULLER : APART_NOT;
}

/* The places of a form. */
static void add_version(struct matching *matching, struct finding *finding, const struct form *forms, uint32_t count)
{
	struct version *version = version_add(matching, finding, forms[0].text, NULL);
	for (uint32_t i = 0; i < count; i++) {
		const struct mention *m = &matching->accounts[forms[i].account].mentions.items[forms[i].mention];
		member_add(matching, version, forms[i].account, m->sentence, m->first_token,
			   m->first_token + m->token_count, CLAIM_NONE);
	}
}

/* How far the form at FORM is spelt apart from others of its entity. */
static enum apart most_apart(const struct matching *matching, const struct form *forms, const struct u32_list *starts,
			     const struct form *form)
{
	enum apart most = APART_NOT;
	for (uint32_t w = 0; w < starts->count && most != APART_SPELT; w++) {
		enum apart apart = spelt_apart(matching, form, &forms[starts->items[w]]);
		most = apart > most ? apart : most;
	}
	return most;
}

/* FORMS[0, COUNT) are one entity's, sorted by words and form. */
static void compare_entity(struct matching *matching, const struct rule *rule, const struct form *forms, uint32_t count)
{
	struct u32_list starts = {0};
	for (uint32_t i = 0; i < count; i++)
		if (!i || !same_form(&forms[i], &forms[i - 1]))
			list_add(matching->scratch, &starts, i);
	struct finding *finding = NULL;
	bool full = false;
	enum apart worst = APART_NOT;
	for (uint32_t v = 0; v < starts.count; v++) {
		/* Only the longer forms that differ are reported: "Ada Krell", not "Krell" once more. */
		const struct form *form = &forms[starts.items[v]];
		enum apart apart = finding && full && form->words == 1 ? APART_NOT
								       : most_apart(matching, forms, &starts, form);
		if (apart == APART_NOT)
			continue;
		if (!finding)
			finding = finding_add(matching, rule, RELATION_VARIANT, rule->confidence);
		full = full || form->words > 1;
		worst = apart > worst ? apart : worst;
		uint32_t end = v + 1 < starts.count ? starts.items[v + 1] : count;
		add_version(matching, finding, form, end - starts.items[v]);
	}
	if (!finding)
		return;
	if (finding->versions.count < 2) {
		matching->findings->findings.count--;
		return;
	}
	finding->relation = worst == APART_SPELT ? RELATION_VARIANT : RELATION_FULLER;
	because_add(matching, finding, worst == APART_SPELT ? "conflict" : "agree", "name",
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
