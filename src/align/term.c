/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sentences into weighted terms.
 *
 *   weight = kind × rarity: a name counts more than a word, a word of the list
 *   light-word and the source of an attribution less; rarity is the usual
 *   inverse document frequency: of the language at large in a small cluster, of
 *   the cluster's own sentences the more there are.
 *
 * Limits: the table of frequencies has no names of several words; a sentence has
 * no more than TERMS_MOST terms, its first.
 */
#include "align/term.h"

#include <math.h>
#include <stdlib.h>

#include "language/kin.h"

struct maker {
	struct terms *terms;
	struct arena *arena;
	struct language *language;
	const struct account *account;
	uint32_t light_word, concept_phrase;
	uint8_t *taken, *light; /* per token of the sentence at work: covered by a mention; of little weight */
};

static int by_id(const void *left, const void *right)
{
	const struct term *a = left, *b = right;
	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return a->token < b->token ? -1 : a->token > b->token;
}

static struct term *add_term(struct maker *make, uint32_t id, uint32_t token, uint32_t count, double weight,
			     enum term_kind kind)
{
	const struct token *last = &make->account->article->tokens.items[token + count - 1];
	struct term *term = list_push(make->arena, &make->terms->terms);
	*term = (struct term){.id = id,
			      .lemma = last->lemma,
			      .token = token,
			      .token_count = count,
			      .weight = (float)weight,
			      .kind = (uint8_t)kind};
	return term;
}

static void add_name(struct maker *make, const struct mention *m)
{
	struct term *term = add_term(make, entity_of(&make->terms->entities, m->name.key), m->first_token,
				     m->token_count, make->language->alignment.name_weight, TERM_NAME);
	term->name = (uint8_t)m->name.kind;
	term->nation = span_starts(intern_string(&make->language->words, m->name.key), SPAN("country:"));
}

/* What stands in the mentions of SENTENCE: names as entities, figures as values. Marks their tokens in TAKEN. */
static void add_mentions(struct maker *make, uint32_t sentence, uint8_t *taken, uint32_t first)
{
	const struct mention_list *list = &make->account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		struct span text = {0};
		if (m->kind == MENTION_NAME) {
			if (taken[m->first_token - first])
				continue;
			add_name(make, m);
		} else if (term_dates(m)) {
			text = m->date.resolved ? arena_format(make->arena, "#d%d:%d", m->date.from, m->date.to)
						: arena_format(make->arena, "#w%d-%d-%d", m->date.month, m->date.day,
							       m->date.weekday);
		} else if (mention_tells_amount(m)) {
			struct amount base = amount_to_base(&m->amount);
			text = arena_format(make->arena, "#%.4g%.*s", isnan(base.value) ? base.low : base.value,
					    SPAN_ARG(base.unit.dimension));
		} else {
			continue;
		}
		if (text.len)
			add_term(make, intern_add(&make->language->words, text), m->first_token, m->token_count,
				 make->language->alignment.figure_weight, TERM_FIGURE);
		for (uint32_t t = m->first_token; t < m->first_token + m->token_count; t++)
			taken[t - first] = m->kind == MENTION_NAME || text.len ? 1 : taken[t - first];
	}
}

/* What stands for an entity without being its name: "the group", "the Danish army"; its words stay terms, too. */
static void add_references(struct maker *make, uint32_t account, const struct sentence *sentence)
{
	const struct references *list = &make->terms->entities.references[account];
	const struct reference *from = entity_reference_from(&make->terms->entities, account, sentence->first_token);
	for (; from && from < list->items + list->count &&
	       from->first_token < sentence->first_token + sentence->token_count;
	     from++)
		if (from->adds)
			add_term(make, entity_of(&make->terms->entities, from->adds), from->first_token,
				 from->token_count, (float)make->language->alignment.name_weight, TERM_NAME);
}

/* The words of a source and its verb of saying weigh little: who says it is compared elsewhere. */
static void mark_sources(struct maker *make, uint32_t sentence, uint8_t *light, uint32_t first, uint32_t count)
{
	const struct mention_list *list = &make->account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_ATTRIBUTION)
			continue;
		for (uint32_t t = m->attribution.source_first;
		     t < m->attribution.source_first + m->attribution.source_count; t++)
			if (t >= first && t < first + count)
				light[t - first] = 1;
		if (m->attribution.verb >= first && m->attribution.verb < first + count)
			light[m->attribution.verb - first] = 1;
	}
}

static void add_words(struct maker *make, const struct sentence *sentence, uint8_t *taken, const uint8_t *light)
{
	const struct article *article = make->account->article;
	uint32_t first = sentence->first_token;
	for (uint32_t t = first; t < first + sentence->token_count; t++) {
		const struct token *token = &article->tokens.items[t];
		struct hit phrase = article_find(article, make->language, t, make->concept_phrase);
		if (phrase.count && !taken[t - first]) {
			add_term(make, language_entry(make->language, &phrase)->user, t, phrase.count,
				 light[t - first] ? make->language->alignment.light_weight : 1, TERM_WORD);
			memset(taken + (t - first), 1, phrase.count);
		}
		if (taken[t - first] || token->kind != TOKEN_WORD || token->flags & TOKEN_CLITIC)
			continue;
		const struct word_info *info = language_word(make->language, token->word);
		if (info->flags & WORD_STOP)
			continue;
		bool weak = light[t - first] || language_word_entry(make->language, make->light_word, token->lemma);
		add_term(make, info->concept, t, 1, weak ? make->language->alignment.light_weight : 1, TERM_WORD)
			->verb = (info->flags & WORD_VERB) != 0;
	}
}

static int by_place(const void *left, const void *right)
{
	return term_precedes(left, right) ? -1 : term_precedes(right, left);
}

/* Sorts a unit's terms and keeps one of each id, the heaviest. */
static void settle(struct terms *terms, struct unit_text *unit)
{
	uint32_t count = terms->terms.count - unit->first, kept = 0;
	struct term *items = count ? terms->terms.items + unit->first : NULL;
	if (count)
		qsort(items, count, sizeof *items, by_id);
	for (uint32_t i = 0; i < count; i++) {
		if (kept && items[kept - 1].id == items[i].id) {
			if (items[i].weight > items[kept - 1].weight)
				items[kept - 1].weight = items[i].weight;
		} else {
			items[kept++] = items[i];
		}
	}
	if (kept > TERMS_MOST) {
		qsort(items, kept, sizeof *items, by_place);
		kept = TERMS_MOST;
		qsort(items, kept, sizeof *items, by_id);
	}
	unit->count = kept;
	terms->terms.count = unit->first + kept;
	for (uint32_t i = 0; i < kept; i++)
		++*table_put(&terms->frequency, items[i].id, NULL);
}

/* By their low bytes, then by their high ones: several times as fast as a sort that compares. */
static void sort_letters(struct arena *arena, uint16_t *items, uint32_t count)
{
	struct arena_mark mark = arena_mark(arena);
	uint16_t *other = arena_array(arena, uint16_t, count + 1u);
	for (int shift = 0; shift < 16; shift += 8) {
		uint32_t first[257] = {0};
		for (uint32_t i = 0; i < count; i++)
			first[(items[i] >> shift & 255) + 1]++;
		for (uint32_t b = 1; b < 257; b++)
			first[b] += first[b - 1];
		for (uint32_t i = 0; i < count; i++)
			other[first[items[i] >> shift & 255]++] = items[i];
		memcpy(items, other, count * sizeof *items);
	}
	arena_rewind(arena, mark);
}

/* The wording as overlapping threes of letters. A figure is one sign: that it differs makes no wording unlike. */
static void add_letters(struct maker *make, const struct sentence *sentence, struct unit_text *unit)
{
	const struct token *tokens = make->account->article->tokens.items;
	uint32_t window = ' '; /* the last three bytes */
	unit->first_letters = make->terms->letters.count;
	for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
		if (tokens[t].kind == TOKEN_MARK)
			continue;
		struct span word = tokens[t].kind == TOKEN_NUMBER
					   ? SPAN("#")
					   : intern_string(&make->language->words, tokens[t].word);
		uint16_t *letters = list_extend(make->arena, &make->terms->letters, (uint32_t)word.len + 1);
		for (size_t i = 0; i <= word.len; i++) {
			window = (window << 8 | (i < word.len ? (unsigned char)word.ptr[i] : ' ')) & 0xffffff;
			letters[i] = (uint16_t)(window * 2654435761u >> 16);
		}
	}
	unit->letters_count = make->terms->letters.count - unit->first_letters;
	if (unit->letters_count > 1)
		sort_letters(make->arena, make->terms->letters.items + unit->first_letters, unit->letters_count);
}

static void add_unit(struct maker *make, uint32_t account, uint32_t index)
{
	const struct sentence *sentence = &make->account->article->sentences.items[index];
	struct unit_text *unit = list_push(make->arena, &make->terms->units);
	unit->account = account;
	unit->sentence = index;
	unit->first = make->terms->terms.count;
	uint8_t *taken = make->taken, *light = make->light;
	memset(taken, 0, sentence->token_count + 1u);
	memset(light, 0, sentence->token_count + 1u);
	mark_sources(make, index, light, sentence->first_token, sentence->token_count);
	add_mentions(make, index, taken, sentence->first_token);
	add_references(make, account, sentence);
	add_words(make, sentence, taken, light);
	settle(make->terms, unit);
	add_letters(make, sentence, unit);
}

/* The share of a language's sentences that have TERM. */
static double expected(struct terms *terms, const struct term *term)
{
	bool word = term->kind == TERM_WORD || (term->kind == TERM_NAME && term->token_count == 1);
	return word ? kin_share(terms->language, term->lemma) : 0.5 / (terms->language->frequency_total + 1);
}

static void weigh(struct terms *terms)
{
	double floor = terms->alignment->rarity_floor, total = terms->language->frequency_total;
	double prior = total > 0 ? terms->alignment->prior : 0, units = terms->units.count;
	double rarest = log(2 * (total > units ? total : units) + 2);
	for (uint32_t u = 0; u < terms->units.count; u++) {
		struct unit_text *unit = &terms->units.items[u];
		for (uint32_t i = unit->first; i < unit->first + unit->count; i++) {
			struct term *term = &terms->terms.items[i];
			/* In how many other sentences: what only the two of a pair share is as rare as can be. */
			double often = *table_get(&terms->frequency, term->id);
			often = (often > 2 ? often - 2 : 0) + prior * expected(terms, term) + 0.5;
			double rarity = log((units + prior + 1) / often) / rarest;
			rarity = rarity > 1 ? 1 : rarity < 0 ? 0 : rarity;
			term->weight *= (float)(floor + (1 - floor) * rarity);
			if (term->kind != TERM_FIGURE)
				unit->weight += term->weight;
		}
	}
}

void terms_make(struct terms *terms, struct arena *arena, struct language *language, const struct account *accounts,
		uint32_t count)
{
	*terms = (struct terms){.language = language, .accounts = accounts, .alignment = &language->alignment};
	table_init(&terms->frequency, arena);
	entities_join(&terms->entities, arena, language, accounts, count);
	terms->unit_first = arena_array(arena, uint32_t, count + 1u);
	uint32_t longest = 0;
	for (uint32_t a = 0; a < count; a++)
		for (uint32_t s = 0; s < accounts[a].article->sentences.count; s++)
			if (accounts[a].article->sentences.items[s].token_count > longest)
				longest = accounts[a].article->sentences.items[s].token_count;
	struct maker make = {.terms = terms,
			     .arena = arena,
			     .language = language,
			     .light_word = language_list(language, "light-word"),
			     .concept_phrase = language_list(language, LIST_CONCEPT_PHRASE),
			     .taken = arena_array(arena, uint8_t, longest + 1u),
			     .light = arena_array(arena, uint8_t, longest + 1u)};
	for (uint32_t a = 0; a < count; a++) {
		make.account = &accounts[a];
		terms->unit_first[a] = terms->units.count;
		for (uint32_t s = 0; s < accounts[a].article->sentences.count; s++)
			if (term_unit_fits(&accounts[a].article->sentences.items[s]))
				add_unit(&make, a, s);
	}
	terms->unit_first[count] = terms->units.count;
	weigh(terms);
}

uint32_t terms_unit(const struct terms *terms, uint32_t account, uint32_t sentence)
{
	uint32_t low = terms->unit_first[account], high = terms->unit_first[account + 1];
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (terms->units.items[middle].sentence < sentence)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < terms->unit_first[account + 1] && terms->units.items[low].sentence == sentence;
	return found ? low : UINT32_MAX;
}
