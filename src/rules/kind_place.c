/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind place: where a thing lies.
 *
 *   "55 km south of Arda" | "34 miles west of Arda"          → one distance, two directions
 *   "the southern town of Orle" | "Orle, in northern Velm"   → one town, two parts of a country
 *
 * A direction from a place is that of whatever the sentence tells of, so the
 * sentences must tell one event, or the distances must be the same; in which
 * part of a country a town lies is so whatever is told of it. Limits: what lies
 * within what is not known.
 */
#include <math.h>

#include "rules/place.h"

#define REFERENCE_REACH 7 /* tokens from "of" to the name */
#define DISTANCE_REACH 5  /* tokens from a distance to its direction */
#define NEXT_TO 23        /* degrees between directions that may be one, by rounding */
#define ASIDE 46          /* … that are neighbours: "south", "southwest" */
#define CLOSE 0.1         /* of distances that may be one, as a part of the larger one */
#define FAR 0.2           /* … that are not */

struct position {
	double degrees;     /* from the north; -1: in the middle */
	double metres;      /* of a bearing; NAN: none is told */
	uint32_t thing;     /* entity that a bearing is told from, or that lies in a part of something */
	uint32_t container; /* of a part: the entity that it is of; 0: not told */
	uint32_t first, limit;
};

static bool is_in(const struct matching *matching, const struct article *article, const char *list, uint32_t token)
{
	return article_find(article, matching->language, token, language_list(matching->language, list)).count > 0;
}

/* The name that begins at TOKEN; NULL: none. */
static const struct mention *name_at(const struct account *account, uint32_t sentence, uint32_t token)
{
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++)
		if (list->items[i].kind == MENTION_NAME && list->items[i].first_token == token)
			return &list->items[i];
	return NULL;
}

/* The first name behind FIRST, without a verb, a preposition but "of", or a mark before it. */
static const struct mention *name_behind(const struct matching *matching, const struct account *account,
					 uint32_t sentence, uint32_t first, uint32_t limit)
{
	const struct article *article = account->article;
	for (uint32_t t = first; t < limit && t < first + REFERENCE_REACH; t++) {
		const struct mention *name = name_at(account, sentence, t);
		const struct word_info *info = language_word(matching->language, article->tokens.items[t].word);
		if (name)
			return name;
		bool plain = article->tokens.items[t].kind == TOKEN_WORD &&
			     (info->flags & WORD_NOUN || is_in(matching, article, "place-of", t) ||
			      is_in(matching, article, "phrase-determiner", t) ||
			      is_in(matching, article, "compass-adjective", t) ||
			      !(info->flags & (WORD_STOP | WORD_VERB)));
		if (!plain)
			break;
	}
	return NULL;
}

/* The length that ends before DIRECTION: "55 km (34 miles) west". */
static const struct mention *distance_before(const struct matching *matching, const struct account *account,
					     uint32_t sentence, uint32_t direction)
{
	const struct mention_list *list = &account->mentions;
	const struct mention *best = NULL;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		uint32_t end = m->first_token + m->token_count;
		if (m->kind == MENTION_QUANTITY && span_equal(m->amount.unit.dimension, SPAN("length")) &&
		    end <= direction && end + DISTANCE_REACH > direction)
			best = best && is_in(matching, account->article, "bracket-open", m->first_token - 1) ? best : m;
	}
	return best;
}

static bool read_bearing(const struct matching *matching, const struct account *account, uint32_t sentence, uint32_t at,
			 uint32_t limit, struct position *position)
{
	const struct article *article = account->article;
	uint32_t list = language_list(matching->language, "compass");
	struct hit hit = article_find(article, matching->language, at, list);
	uint32_t of = at + hit.count;
	if (!hit.count || of >= limit || !is_in(matching, article, "place-of", of))
		return false;
	const struct mention *name = name_behind(matching, account, sentence, of + 1, limit);
	if (!name || name->name.demonym)
		return false;
	const struct mention *distance = distance_before(matching, account, sentence, at);
	position->degrees = language_entry(matching->language, &hit)->number;
	position->metres = distance ? amount_to_base(&distance->amount).value : NAN;
	position->thing = entity_of(&matching->terms.entities, name->name.key);
	position->container = 0;
	position->first = distance ? distance->first_token : at;
	position->limit = name->first_token + name->token_count;
	return true;
}

/* "the southern Velmian town of Orle" at "southern". */
static bool read_attribute(const struct matching *matching, const struct account *account, uint32_t sentence,
			   uint32_t at, uint32_t limit, struct position *position)
{
	const struct article *article = account->article;
	const struct mention *nation = at < limit ? name_at(account, sentence, at) : NULL;
	if (nation && nation->name.demonym)
		at += nation->token_count;
	uint32_t nouns = language_list(matching->language, "compass-noun");
	struct hit noun = at < limit ? article_find(article, matching->language, at, nouns) : (struct hit){0};
	if (!noun.count)
		return false;
	at += noun.count;
	at += at < limit && is_in(matching, article, "place-of", at);
	const struct mention *name = at < limit ? name_at(account, sentence, at) : NULL;
	if (!name || name->name.demonym)
		return false;
	position->thing = entity_of(&matching->terms.entities, name->name.key);
	position->container = nation && nation->name.demonym ? entity_of(&matching->terms.entities, nation->name.key)
							     : 0;
	position->limit = name->first_token + name->token_count;
	return true;
}

/* "Orle in northern Velm", "Orle, on the northern tip of Velm" at "northern". */
static bool read_inside(const struct matching *matching, const struct account *account, uint32_t sentence,
			uint32_t first, uint32_t at, uint32_t behind, uint32_t limit, struct position *position)
{
	const struct article *article = account->article;
	uint32_t before = at;
	if (before > first && is_in(matching, article, "phrase-determiner", before - 1))
		before--;
	if (before <= first + 1 || !is_in(matching, article, "part-preposition", before - 1))
		return false;
	before--;
	before -= is_in(matching, article, "list-comma", before - 1);
	const struct mention *thing = NULL;
	for (uint32_t t = before; t > first && t + 8 > before && !thing; t--) {
		const struct mention *name = name_at(account, sentence, t - 1);
		thing = name && name->first_token + name->token_count == before ? name : NULL;
	}
	if (is_in(matching, article, "compass-part", behind) && behind + 1 < limit &&
	    is_in(matching, article, "place-of", behind + 1))
		behind += 2;
	const struct mention *container = behind < limit ? name_at(account, sentence, behind) : NULL;
	if (!thing || thing->name.demonym || thing->name.kind == NAME_PERSON || !container)
		return false;
	position->first = thing->first_token;
	position->limit = container->first_token + container->token_count;
	position->thing = entity_of(&matching->terms.entities, thing->name.key);
	position->container = entity_of(&matching->terms.entities, container->name.key);
	return true;
}

static bool read_part(const struct matching *matching, const struct account *account, uint32_t sentence, uint32_t first,
		      uint32_t at, uint32_t limit, struct position *position)
{
	uint32_t list = language_list(matching->language, "compass-adjective");
	struct hit hit = article_find(account->article, matching->language, at, list);
	uint32_t behind = at + hit.count;
	if (!hit.count || behind >= limit)
		return false;
	position->degrees = language_entry(matching->language, &hit)->number;
	position->metres = NAN;
	position->first = at;
	return read_attribute(matching, account, sentence, behind, limit, position) ||
	       read_inside(matching, account, sentence, first, at, behind, limit, position);
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	(void)rule;
	streets_collect(matching, unit, facets);
	scenes_collect(matching, unit, facets);
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct sentence *sentence = &account->article->sentences.items[where->sentence];
	uint32_t first = sentence->first_token, limit = first + sentence->token_count;
	for (uint32_t at = first; at < limit; at++) {
		struct position position;
		bool bearing = read_bearing(matching, account, where->sentence, at, limit, &position);
		if (!bearing && !read_part(matching, account, where->sentence, first, at, limit, &position))
			continue;
		struct facet facet = facet_make(matching, unit, position.first, position.limit);
		facet.role = bearing ? PLACE_BEARING : PLACE_PART;
		if (facet.frame != FRAME_QUESTION && facet.frame != FRAME_CONDITIONAL)
			list_add(matching->scratch, facets, facet);
		at = position.limit - 1;
	}
}

/* What FACET was made of. */
static struct position position_of(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	const struct sentence *sentence = &account->article->sentences.items[facet->sentence];
	uint32_t first = sentence->first_token, limit = first + sentence->token_count;
	struct position position = {0};
	for (uint32_t at = facet->first_token; at < facet->first_token + facet->token_count; at++)
		if (facet->role == PLACE_BEARING
			    ? read_bearing(matching, account, facet->sentence, at, limit, &position)
			    : read_part(matching, account, facet->sentence, first, at, limit, &position))
			break;
	return position;
}

static double angle_between(double a, double b)
{
	double angle = fabs(a - b);
	return angle > 180 ? 360 - angle : angle;
}

static struct verdict compare_bearings(const struct matching *matching, const struct rule *rule, const struct facet *a,
				       const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	struct position x = position_of(matching, a), y = position_of(matching, b);
	if (x.thing != y.thing)
		return verdict;
	double larger = x.metres > y.metres ? x.metres : y.metres, angle = angle_between(x.degrees, y.degrees);
	double apart = fabs(x.metres - y.metres) / larger; /* NAN where one is not told */
	bool close = apart <= CLOSE;
	if (close && same_period(matching, a, b) == SAME_NO)
		return verdict;
	if (!close && !same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
		return verdict;
	if (angle > ASIDE || (angle > NEXT_TO && apart > FAR))
		verdict.kind = VERDICT_DIFFER;
	else if (angle <= NEXT_TO && (apart < 0.005 || (isnan(x.metres) && isnan(y.metres))))
		verdict.kind = VERDICT_AGREE;
	else if (close || isnan(apart))
		verdict.kind = VERDICT_FULLER;
	verdict.other_value = isnan(apart); /* whatever else lies in that direction */
	if (verdict.kind == VERDICT_DIFFER && !close)
		verdict.confidence *= 0.6 + 0.4 * similarity->score;
	return verdict;
}

static struct verdict compare_parts(const struct matching *matching, const struct rule *rule, const struct facet *a,
				    const struct facet *b)
{
	struct verdict verdict = {.confidence = rule->confidence};
	struct position x = position_of(matching, a), y = position_of(matching, b);
	bool middle_x = x.degrees < 0, middle_y = y.degrees < 0;
	if (x.thing != y.thing || (x.container && y.container && x.container != y.container))
		return verdict;
	if (middle_x != middle_y)
		verdict.kind = VERDICT_DIFFER;
	else if (!middle_x && x.degrees != y.degrees)
		verdict.kind = angle_between(x.degrees, y.degrees) > ASIDE ? VERDICT_DIFFER : VERDICT_FULLER;
	else
		verdict.kind = VERDICT_AGREE;
	return verdict;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	if (a->role != b->role)
		return (struct verdict){0};
	if (a->role == PLACE_STREET)
		return streets_compare(matching, rule, a, b, similarity);
	if (a->role == PLACE_SCENE)
		return scenes_compare(matching, rule, a, b, similarity);
	return a->role == PLACE_BEARING ? compare_bearings(matching, rule, a, b, similarity)
					: compare_parts(matching, rule, a, b);
}

/* One direction from one place, at one distance if any; one part. */
static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)rule;
	if (a->role != b->role)
		return false;
	if (a->role == PLACE_STREET || a->role == PLACE_SCENE)
		return a->role == PLACE_STREET ? streets_meet(matching, a, b) : scenes_meet(matching, a, b);
	struct position x = position_of(matching, a), y = position_of(matching, b);
	double larger = x.metres > y.metres ? x.metres : y.metres;
	return x.thing == y.thing && (x.degrees < 0) == (y.degrees < 0) &&
	       angle_between(x.degrees, y.degrees) <= ASIDE && !(fabs(x.metres - y.metres) > CLOSE * larger);
}

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	return facet->role == PLACE_SCENE ? scenes_label(matching, facet) : facet_text(matching, facet);
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)rule;
	return scenes_ask(matching, unit);
}

const struct facet_kind facet_place = {.collect = collect,
				       .compare = compare,
				       .meet = meet,
				       .label = label,
				       .asks = asks,
				       .floor = 0.06,
				       .agrees = true,
				       .one_slot = true};
