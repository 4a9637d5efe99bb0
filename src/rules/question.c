/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures into the questions that a story asks once.
 *
 *   rule deaths, once: event
 *   "A quake shook Orle, killing three." | "The toll stood at nine on Monday." → one question: how many died
 *   "… like the one that killed 40 in Velm." → none: another event, another place
 *
 * Of the story's own event is what the headline and the first sentences tell, and what speaks of all of it ("in all",
 * "so far") or of "the quake" that they told of, unless it is set in a place or a year of its own. Of other things
 * a story asks once where an article gives one figure alone: of its noun, or of all that the rule is about.
 *
 * Each answer is held against the next QUESTION_REACH ones, in content order: cost grows with the text.
 */
#include "rules/question.h"

#include "align/story.h"
#include "rules/amount.h"
#include "rules/scene.h"

#define QUESTION_REACH 32
#define NOUN_REACH 6 /* tokens from "the" to its noun: "the first 6.1-magnitude quake" */
#define LEAD_UNITS 4 /* units that may be leads: headlines and two sentences */

static bool is_of(const struct matching *matching, const struct article *article, const char *list, uint32_t token)
{
	uint32_t id = language_list(matching->language, list);
	return language_word_entry(matching->language, id, article->tokens.items[token].word) != NULL;
}

/* Whether the headline or the first sentences of account INDEX have the term ID. */
static bool leads_with(const struct matching *matching, uint32_t index, uint32_t id)
{
	const struct terms *terms = &matching->terms;
	uint32_t first = terms->unit_first[index], limit = terms->unit_first[index + 1];
	for (uint32_t u = first; u < limit && u - first < LEAD_UNITS; u++) {
		const struct unit_text *unit = &terms->units.items[u];
		struct facet facet = {.account = index, .sentence = unit->sentence};
		if (!facet_is_lead(matching, &facet))
			continue;
		for (uint32_t t = unit->first; t < unit->first + unit->count; t++)
			if (terms->terms.items[t].id == id)
				return true;
	}
	return false;
}

/* All words of the name M stand in the headline or the first sentences. */
static bool leads_with_name(const struct matching *matching, uint32_t index, const struct mention *m)
{
	const struct article *article = matching->accounts[index].article;
	uint32_t found = 0;
	for (uint32_t s = 0, units = 0; s < article->sentences.count && units < LEAD_UNITS; s++) {
		const struct sentence *where = &article->sentences.items[s];
		struct facet facet = {.account = index, .sentence = s};
		if (!facet_is_lead(matching, &facet))
			continue;
		units++;
		for (uint32_t n = 0; n < m->token_count && n < 31; n++)
			for (uint32_t t = where->first_token; t < where->first_token + where->token_count; t++)
				if (article->tokens.items[t].word == article->tokens.items[m->first_token + n].word)
					found |= 1u << n;
	}
	return m->token_count < 31 && found == (1u << m->token_count) - 1;
}

/* The sentence speaks of all of it, or of "the quake" that the article leads with. */
static bool speaks_of_story(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	const struct sentence *where = &article->sentences.items[facet->sentence];
	uint32_t limit = where->first_token + where->token_count;
	for (uint32_t t = where->first_token; t < limit; t++) {
		if (is_of(matching, article, "overall-word", t))
			return true;
		if (!is_of(matching, article, "anaphor-determiner", t))
			continue;
		for (uint32_t n = t + 1; n < limit && n - t <= NOUN_REACH; n++) {
			const struct word_info *info = language_word(matching->language, article->tokens.items[n].word);
			if (article->tokens.items[n].kind == TOKEN_WORD && !(info->flags & WORD_STOP) &&
			    leads_with(matching, facet->account, info->concept))
				return true;
		}
	}
	return false;
}

/* SENTENCE names a place that the article does not lead with; *SET: it names one at all. LOCATED: one where something is. */
static bool is_elsewhere(const struct matching *matching, uint32_t index, uint32_t sentence, bool located, bool *set)
{
	const struct mention_list *list = &matching->accounts[index].mentions;
	*set = false;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_NAME || m->name.kind != NAME_PLACE || m->name.demonym ||
		    (located && !(m->first_token && is_of(matching, matching->accounts[index].article,
							  "locative-preposition", m->first_token - 1))))
			continue;
		*set = true;
		if (!leads_with(matching, index, entity_of(&matching->terms.entities, m->name.key)) &&
		    !leads_with_name(matching, index, m))
			return true;
	}
	return false;
}

/* A sentence that names no place may be set where the one before it is. */
static bool is_told_of_elsewhere(const struct matching *matching, const struct facet *facet)
{
	bool set;
	return is_elsewhere(matching, facet->account, facet->sentence, false, &set) ||
	       (!set && facet->sentence && is_elsewhere(matching, facet->account, facet->sentence - 1, true, &set));
}

static bool is_of_story(const struct matching *matching, const struct facet *facet)
{
	if (facet->frame != FRAME_ASSERTED || facet_is_past(matching, facet))
		return false;
	if (facet_is_lead(matching, facet))
		return true;
	return speaks_of_story(matching, facet) && !is_told_of_elsewhere(matching, facet);
}

/* "People" counts anything; "bridges" asks a question. */
static bool is_telling(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	const struct amount *amount = &facet_mention(matching, facet)->amount;
	if (rule->about.count || rule->kind == RULE_QUANTITY)
		return true;
	if (amount->noun == MENTION_NONE || !facet->role || amount->value == 1)
		return false;
	const struct token *noun = &facet_article(matching, facet)->tokens.items[amount->noun];
	const struct entry *person = language_word_entry(matching->language,
							 language_list(matching->language, "person-noun"), noun->lemma);
	return !(person && span_equal(person->text, SPAN("general"))) &&
	       !language_word_entry(matching->language, language_list(matching->language, "light-word"), noun->lemma);
}

/* What is counted with the word before it, "life sentences": other than plain "sentences". */
static uint32_t counted(const struct matching *matching, const struct facet *facet)
{
	const struct mention *m = facet_mention(matching, facet);
	uint32_t noun = m->amount.noun;
	if (noun == MENTION_NONE || noun <= m->first_token + m->token_count)
		return facet->role;
	const struct token *before = &facet_article(matching, facet)->tokens.items[noun - 1];
	const struct word_info *info = language_word(matching->language, before->word);
	bool names = before->kind == TOKEN_WORD && info->flags & WORD_NOUN && !(info->flags & (WORD_STOP | WORD_PAST));
	return names ? (uint32_t)hash_mix(facet->role, info->concept) | 1u : facet->role;
}

/* "Five of her daughter's children": how many there are in all it does not say. */
static bool is_some_of(const struct matching *matching, const struct facet *facet)
{
	const struct mention *m = facet_mention(matching, facet);
	const struct article *article = facet_article(matching, facet);
	uint32_t next = m->first_token + m->token_count;
	return m->amount.of_total || (m->kind == MENTION_NUMBER && next < article->tokens.count &&
				      is_of(matching, article, "complement-preposition", next) && !m->amount.vague);
}

/* "Nine goals this season": of a stretch of time that another article may not mean. */
static bool counts_over_time(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	const struct sentence *where = &article->sentences.items[facet->sentence];
	for (uint32_t t = where->first_token; t < where->first_token + where->token_count; t++)
		if (is_of(matching, article, "stretch-word", t))
			return true;
	return false;
}

/* Marks those facets of one article that are the only figure of their noun, or of all that RULE is about. */
static void mark_alone(const struct matching *matching, const struct rule *rule, struct facet_list *facets,
		       uint32_t first, uint32_t limit)
{
	for (uint32_t f = first; f < limit; f++) {
		struct facet *facet = &facets->items[f];
		const struct amount *amount = &facet_mention(matching, facet)->amount;
		bool over = !matching->pair && !rule->about.count && counts_over_time(matching, facet);
		bool alone = !over && !is_some_of(matching, facet) && is_telling(matching, rule, facet) &&
			     (facet->frame == FRAME_ASSERTED || facet->frame == FRAME_ESTIMATED);
		bool past = rule->about.count &&
			    rule->change == CHANGE_GROWS; /* may be told with what it has grown from */
		for (uint32_t g = first; alone && !past && g < limit; g++)
			alone = is_some_of(matching, &facets->items[g]) ||
				amount_far(rule, amount, &facet_mention(matching, &facets->items[g])->amount) ||
				(rule->kind == RULE_COUNT && !rule->about.count &&
				 counted(matching, &facets->items[g]) != counted(matching, facet)) ||
				amount_compare(amount, &facet_mention(matching, &facets->items[g])->amount,
					       rule->margin, rule->tolerance_written) != AMOUNT_APART;
		facet->question = !alone                                             ? 0
				  : rule->kind == RULE_QUANTITY || rule->about.count ? 1
										     : counted(matching, facet);
	}
}

/* Of what follows in time an article tells the last: what was before is its background. */
static void mark_last(const struct matching *matching, struct facet_list *facets, uint32_t first, uint32_t limit)
{
	uint32_t last = 0;
	for (uint32_t f = first; f < limit; f++)
		if (!facet_is_past(matching, &facets->items[f]) && facets->items[f].role > last)
			last = facets->items[f].role;
	for (uint32_t f = first; f < limit; f++)
		facets->items[f].question = facets->items[f].role == last &&
					    !facet_is_past(matching, &facets->items[f]);
}

/* Whether M is a name of no person before FACET's figure. */
static bool is_before(const struct facet *facet, const struct mention *m)
{
	return m->kind == MENTION_NAME && m->name.kind != NAME_PERSON && !m->name.demonym &&
	       m->first_token < facet->first_token;
}

static bool share_word(const struct article *from, const struct mention *x, const struct article *to,
		       const struct mention *y)
{
	for (uint32_t s = x->first_token; s < x->first_token + x->token_count; s++)
		for (uint32_t t = y->first_token; t < y->first_token + y->token_count; t++)
			if (from->tokens.items[s].word == to->tokens.items[t].word)
				return true;
	return false;
}

static bool may_be_person(const struct mention *m)
{
	return m->kind == MENTION_NAME && (m->name.kind == NAME_PERSON || m->name.kind == NAME_OTHER);
}

bool questions_name_persons(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct mention_list *x = &matching->accounts[a->account].mentions;
	const struct mention_list *y = &matching->accounts[b->account].mentions;
	bool left = false, right = false;
	for (uint32_t i = x->sentence_first[a->sentence]; i < x->sentence_first[a->sentence + 1]; i++) {
		if (!may_be_person(&x->items[i]))
			continue;
		left = true;
		for (uint32_t j = y->sentence_first[b->sentence]; j < y->sentence_first[b->sentence + 1]; j++) {
			if (!may_be_person(&y->items[j]))
				continue;
			right = true;
			if (share_word(facet_article(matching, a), &x->items[i], facet_article(matching, b),
				       &y->items[j]))
				return false;
		}
	}
	return left && right;
}

bool questions_name_others(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct mention_list *x = &matching->accounts[a->account].mentions;
	const struct mention_list *y = &matching->accounts[b->account].mentions;
	bool left = false, right = false;
	for (uint32_t i = x->sentence_first[a->sentence]; i < x->sentence_first[a->sentence + 1]; i++) {
		if (!is_before(a, &x->items[i]))
			continue;
		left = true;
		for (uint32_t j = y->sentence_first[b->sentence]; j < y->sentence_first[b->sentence + 1]; j++) {
			if (!is_before(b, &y->items[j]))
				continue;
			right = true;
			if (share_word(facet_article(matching, a), &x->items[i], facet_article(matching, b),
				       &y->items[j]))
				return false;
		}
	}
	return left && right;
}

/* The story that most of the articles tell; STORY_NONE: there is none. */
static uint32_t main_story(const struct matching *matching)
{
	uint32_t most = STORY_NONE, votes = 0, members = 0; /* Boyer and Moore's vote finds it, if any has most */
	for (uint32_t a = 0; a < matching->count; a++) {
		uint32_t story = matching->stories[a];
		most = votes ? most : story;
		votes = story == most ? votes + 1 : votes - 1;
	}
	for (uint32_t a = 0; a < matching->count; a++)
		members += matching->stories[a] == most;
	return 2 * members > matching->count ? most : STORY_NONE;
}

/* A question is of one story. What stands alone may belong to the main one; of a pile of many nobody knows to which, if to
 * any, so it is asked of nobody else. */
static void ask_by_story(const struct matching *matching, struct facet_list *facets)
{
	if (!matching->stories || matching->count < STORIES_SORTED)
		return;
	uint32_t main = main_story(matching);
	for (uint32_t f = 0; f < facets->count; f++) {
		struct facet *facet = &facets->items[f];
		uint32_t story = matching->stories[facet->account];
		story = story == STORY_NONE ? main : story;
		uint64_t alone = (uint64_t)facet->account << 32 | 1;
		if (facet->question && story != main)
			facet->question = (uint32_t)hash_mix(facet->question, story) | 1;
		else if (facet->question && main == STORY_NONE)
			facet->question = (uint32_t)hash_mix(facet->question, alone) | 1;
	}
}

/* "At least four people died", said again below the lead: the figure is the story's, wherever its article repeats it. */
static void mark_repeated(const struct matching *matching, struct facet_list *facets, uint32_t first, uint32_t limit)
{
	for (uint32_t f = first; f < limit; f++) {
		struct facet *facet = &facets->items[f];
		const struct amount *amount = &facet_mention(matching, facet)->amount;
		bool asserted = facet->frame == FRAME_ASSERTED && !facet_is_past(matching, facet);
		for (uint32_t g = first; asserted && !facet->question && g < limit; g++) {
			const struct amount *other = &facet_mention(matching, &facets->items[g])->amount;
			facet->question = facets->items[g].question && !amount->vague &&
					  amount->value == other->value && facet->role == facets->items[g].role;
		}
	}
}

void questions_mark(const struct matching *matching, const struct rule *rule, struct facet_list *facets)
{
	uint32_t limit;
	for (uint32_t first = 0; first < facets->count; first = limit) {
		for (limit = first;
		     limit < facets->count && facets->items[limit].account == facets->items[first].account;)
			limit++;
		if (rule->kind == RULE_SET)
			continue; /* the kind tells what is asked */
		if (rule->kind == RULE_STAGE)
			mark_last(matching, facets, first, limit);
		else if (rule->once != ONCE_EVENT)
			mark_alone(matching, rule, facets, first, limit);
		for (uint32_t f = first; f < limit && rule->once == ONCE_EVENT; f++)
			facets->items[f].question = is_of_story(matching, &facets->items[f]);
		if (rule->once == ONCE_EVENT && rule->change == CHANGE_GROWS)
			mark_repeated(matching, facets, first, limit);
	}
	ask_by_story(matching, facets);
}

static uint64_t pair_key(uint32_t a, uint32_t b)
{
	return (uint64_t)a << 32 | b;
}

static void note_candidates(const struct matching *matching, const struct facet_list *facets, double floor,
			    struct table *known)
{
	bool *asked = arena_array(matching->scratch, bool, matching->terms.units.count + 1u);
	for (uint32_t f = 0; f < facets->count; f++)
		asked[facets->items[f].unit] = asked[facets->items[f].unit] || facets->items[f].question;
	for (uint32_t c = 0; c < matching->candidates.count; c++) {
		const struct candidate *pair = &matching->candidates.items[c];
		if (pair->similarity.score < floor)
			break; /* these are not compared otherwise */
		if (asked[pair->a] && asked[pair->b])
			table_put(known, pair_key(pair->a, pair->b), NULL);
	}
}

void questions_pair(const struct matching *matching, const struct facet_list *facets, double floor,
		    struct candidate_list *pairs)
{
	struct table known, last; /* question → 1 + the last facet of it */
	uint32_t *before = arena_array(matching->scratch, uint32_t, facets->count + 1u);
	table_init(&known, matching->scratch);
	table_init(&last, matching->scratch);
	note_candidates(matching, facets, floor, &known);
	for (uint32_t f = 0; f < facets->count; f++) {
		const struct facet *facet = &facets->items[f];
		if (!facet->question)
			continue;
		uint32_t *head = table_put(&last, facet->question, NULL);
		before[f] = *head;
		*head = f + 1;
		uint32_t step = 0;
		for (uint32_t g = before[f]; g && step < QUESTION_REACH; g = before[g - 1], step++) {
			const struct facet *other = &facets->items[g - 1];
			bool added;
			if (other->account == facet->account)
				continue;
			table_put(&known, pair_key(other->unit, facet->unit), &added);
			if (added)
				list_add(matching->scratch, pairs,
					 ((struct candidate){other->unit, facet->unit,
							     similarity_measure(&matching->terms, other->unit,
										facet->unit, NULL)}));
		}
	}
}
