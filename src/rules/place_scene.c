/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where somebody was killed, arrested or found: in a building, or outside it.
 *
 *   "He stormed the ballroom and shot dead Ilse Varn" | "the killing of Varn outside the hotel"
 *   → one victim, in and out: a contradiction
 *
 * Buildings and their rooms are a list: what is in a room is in its building, so
 * that outside the room and in the building fit. The victim must be the same by
 * name, or by two words where one of the articles has no name. Limits: a sentence
 * with two buildings by one deed tells nothing; no street, no town.
 */
#include "rules/place.h"

#define VICTIM_WORDS 2   /* that name one victim where a name is missing */
#define BUILDING_REACH 4 /* tokens from the preposition to its building */
#define LIKE_LEAST 0.2   /* of sentences with an unnamed victim */

struct scene {
	struct span deed, building;
	uint32_t noun; /* lemma of the building's word */
	bool room, outside;
	uint32_t at, at_limit;         /* the deed's words */
	uint32_t place, place_limit;   /* "outside the hotel" */
	uint32_t victim, victim_limit; /* where the victims stand */
};

static struct hit hit_in(const struct matching *matching, const struct article *article, const char *list,
			 uint32_t token)
{
	return article_find(article, matching->language, token, language_list(matching->language, list));
}

/* "the hotel manager" is no hotel, "a hotel robbery" none either. */
static bool goes_on(const struct matching *matching, const struct article *article, uint32_t token)
{
	const struct token *word = &article->tokens.items[token];
	const struct word_info *info = language_word(matching->language, word->word);
	return word->flags & TOKEN_CLITIC ||
	       (word->kind == TOKEN_WORD && !(word->flags & TOKEN_UPPER) && !(info->flags & WORD_STOP) &&
		(info->flags & WORD_NOUN || !(info->flags & WORD_VERB)));
}

/* "(outside) the county courthouse" at "outside". */
static bool read_building(const struct matching *matching, const struct article *article, uint32_t at, uint32_t limit,
			  struct scene *scene)
{
	struct hit side = hit_in(matching, article, "scene-side", at);
	uint32_t t = at + side.count;
	for (uint32_t end = t + BUILDING_REACH; side.count && t < limit && t < end; t++) {
		struct hit building = hit_in(matching, article, "building", t);
		const struct token *token = &article->tokens.items[t];
		const struct word_info *info = language_word(matching->language, token->word);
		if (!building.count && token->kind == TOKEN_WORD &&
		    (!(info->flags & (WORD_STOP | WORD_VERB)) || info->flags & WORD_NOUN ||
		     hit_in(matching, article, "phrase-determiner", t).count))
			continue;
		uint32_t behind = t + building.count;
		if (!building.count || (behind < limit && goes_on(matching, article, behind)))
			return false;
		struct span text = language_entry(matching->language, &building)->text;
		const char *stroke = memchr(text.ptr, '/', text.len);
		scene->room = stroke != NULL;
		scene->building = stroke ? span_make(text.ptr, (size_t)(stroke - text.ptr)) : text;
		scene->noun = article->tokens.items[behind - 1].lemma;
		scene->outside = span_equal(language_entry(matching->language, &side)->text, SPAN("out"));
		scene->place = at;
		scene->place_limit = behind;
		return true;
	}
	return false;
}

/* The one building in [FIRST, LIMIT); false: none, or two. */
static bool only_building(const struct matching *matching, const struct article *article, uint32_t first,
			  uint32_t limit, struct scene *scene)
{
	uint32_t count = 0;
	for (uint32_t t = first; t < limit; t++)
		if (read_building(matching, article, t, limit, scene)) {
			count++;
			t = scene->place_limit - 1;
		}
	return count == 1;
}

/* The deeds of a sentence, from FIRST on: each with what lies between it and its neighbours. */
static bool next_scene(const struct matching *matching, const struct account *account, uint32_t sentence,
		       uint32_t first, uint32_t *before, struct scene *scene)
{
	const struct article *article = account->article;
	uint32_t start = article->sentences.items[sentence].first_token;
	uint32_t end = start + article->sentences.items[sentence].token_count;
	struct hit deed = {0};
	for (; first < end && !deed.count; first += !deed.count)
		deed = hit_in(matching, article, "scene-deed", first);
	if (!deed.count)
		return false;
	uint32_t behind = first + deed.count, next = behind;
	while (next < end && !hit_in(matching, article, "scene-deed", next).count)
		next++;
	*scene = (struct scene){
		.deed = language_entry(matching->language, &deed)->text, .at = first, .at_limit = behind};
	/* "entered the hotel and killed", not "in court for the killing", nor what another deed has before it */
	bool noun = first > start && hit_in(matching, article, "phrase-determiner", first - 1).count;
	bool told = only_building(matching, article, behind, next, scene) ||
		    (!scene->building.len && !noun && *before == start &&
		     only_building(matching, article, start, first, scene));
	if (!told)
		scene->deed = SPAN("");
	uint32_t owner = claim_at(account, sentence, first);
	const struct claim *claim = owner == CLAIM_NONE ? NULL : &account->claims.items[owner];
	bool passive = claim && claim->passive && claim->predicate >= first && claim->predicate < behind;
	scene->victim = passive ? *before : behind;
	scene->victim_limit = passive ? first : next;
	if (claim && claim_negative(claim) && claim->predicate >= first && claim->predicate < behind)
		scene->deed = SPAN("");
	*before = behind;
	return true;
}

/* From the deed to its place, or the other way round. */
static uint32_t scene_first(const struct scene *scene)
{
	return scene->at < scene->place ? scene->at : scene->place;
}
static uint32_t scene_limit(const struct scene *scene)
{
	return scene->at_limit > scene->place_limit ? scene->at_limit : scene->place_limit;
}

/* Where the last victim's name ends that stands behind the deed. */
static uint32_t names_end(const struct account *account, uint32_t sentence, const struct scene *scene)
{
	const struct mention_list *list = &account->mentions;
	uint32_t end = scene_limit(scene);
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		uint32_t behind = m->first_token + m->token_count;
		if (m->kind == MENTION_NAME && m->name.kind == NAME_PERSON && m->first_token >= scene->victim &&
		    behind <= scene->victim_limit && behind > end)
			end = behind;
	}
	return end;
}

void scenes_collect(const struct matching *matching, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	uint32_t before = account->article->sentences.items[where->sentence].first_token;
	struct scene scene = {.at_limit = before};
	while (next_scene(matching, account, where->sentence, scene.at_limit, &before, &scene)) {
		if (!scene.deed.len)
			continue;
		struct facet facet = facet_make(matching, unit, scene_first(&scene), scene_limit(&scene));
		facet.token_count = names_end(account, where->sentence, &scene) - facet.first_token;
		facet.role = PLACE_SCENE;
		if (facet.frame == FRAME_QUESTION || facet.frame == FRAME_CONDITIONAL)
			continue;
		facet_near(matching, &facet, scene.victim, scene.victim_limit);
		list_add(matching->scratch, facets, facet);
	}
}

static struct scene scene_of(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	uint32_t before = account->article->sentences.items[facet->sentence].first_token;
	struct scene scene = {.at_limit = before};
	while (next_scene(matching, account, facet->sentence, scene.at_limit, &before, &scene) &&
	       !(scene.deed.len && scene_first(&scene) == facet->first_token))
		;
	return scene;
}

static bool is_victim(const struct mention *m, const struct scene *scene)
{
	return m->kind == MENTION_NAME && m->first_token >= scene->victim && m->first_token < scene->victim_limit;
}

/* One person is named among the victims of both; NAMED: whether A and B name any. */
static bool share_victim(const struct matching *matching, const struct facet *a, const struct scene *x,
			 const struct facet *b, const struct scene *y, bool named[2])
{
	const struct mention_list *left = &matching->accounts[a->account].mentions;
	const struct mention_list *right = &matching->accounts[b->account].mentions;
	bool shared = false;
	for (uint32_t i = left->sentence_first[a->sentence]; i < left->sentence_first[a->sentence + 1]; i++) {
		const struct mention *m = &left->items[i];
		bool one = is_victim(m, x) && m->name.kind == NAME_PERSON;
		named[0] = named[0] || one;
		for (uint32_t j = right->sentence_first[b->sentence]; j < right->sentence_first[b->sentence + 1]; j++) {
			const struct mention *n = &right->items[j];
			bool two = is_victim(n, y) && n->name.kind == NAME_PERSON;
			shared = shared || ((one || two) && is_victim(m, x) && is_victim(n, y) &&
					    entity_of(&matching->terms.entities, m->name.key) ==
						    entity_of(&matching->terms.entities, n->name.key));
		}
	}
	for (uint32_t j = right->sentence_first[b->sentence]; j < right->sentence_first[b->sentence + 1]; j++)
		named[1] = named[1] || (is_victim(&right->items[j], y) && right->items[j].name.kind == NAME_PERSON);
	return shared;
}

/* In the building, out of its room: both may be. */
static bool may_fit(const struct scene *x, const struct scene *y)
{
	const struct scene *in = x->outside ? y : x, *out = x->outside ? x : y;
	return x->outside == y->outside || (out->room && in->noun != out->noun);
}

struct verdict scenes_compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence * (0.75 + 0.25 * similarity->score)};
	struct scene x = scene_of(matching, a), y = scene_of(matching, b);
	if (!x.deed.len || !span_equal(x.deed, y.deed) || !span_equal(x.building, y.building) ||
	    same_period(matching, a, b) == SAME_NO)
		return verdict;
	bool named[2] = {false, false};
	bool shared = share_victim(matching, a, &x, b, &y, named);
	if (!shared &&
	    ((named[0] && named[1]) || similarity->score < LIKE_LEAST || facet_shared_near(a, b) < VICTIM_WORDS))
		return verdict;
	if (!may_fit(&x, &y))
		verdict.kind = VERDICT_DIFFER;
	else if (x.outside == y.outside)
		verdict.kind = x.noun == y.noun ? VERDICT_AGREE : VERDICT_FULLER;
	return verdict;
}

struct span scenes_label(const struct matching *matching, const struct facet *facet)
{
	struct scene scene = scene_of(matching, facet);
	const struct article *article = facet_article(matching, facet);
	return article_text(article, article->tokens.items[scene_first(&scene)].start,
			    article->tokens.items[scene_limit(&scene) - 1].end);
}

bool scenes_meet(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	struct scene x = scene_of(matching, a), y = scene_of(matching, b);
	return span_equal(x.building, y.building) && may_fit(&x, &y);
}

bool scenes_ask(const struct matching *matching, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	bool deed = false, building = false;
	for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
		deed = deed || hit_in(matching, article, "scene-deed", t).count;
		building = building || hit_in(matching, article, "building", t).count;
	}
	return deed && building;
}
