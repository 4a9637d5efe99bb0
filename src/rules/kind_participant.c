/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind participant: who takes part in the same as what, where it can be only
 * one of several kinds.
 *
 *   slot agent, about find: "Police found the wreck" | "The wreck was found by a fisherman's son"
 *   slot patient, about aim, target: "Varn aimed at a rival" | "Varn was targeting the girl"
 *
 * The rule's classes list who may fill the slot; what else takes part must be the
 * same: whom an agent did it to, who did it to a patient. Rests on trees. Limits:
 * a filler is known by its last word; a name alone fills no slot.
 */
#include "rules/facet.h"

#define SURE_LEAST 0.55 /* of a claim */

static const struct participant *participants_of(const struct matching *matching, const struct facet *facet)
{
	return matching->accounts[facet->account].claims.participants.items;
}

/* 1 + the class of RULE whose phrase ends at token AT; 0: none. */
static uint32_t class_at(const struct matching *matching, const struct rule *rule, const struct article *article,
			 uint32_t first, uint32_t at)
{
	struct lookup lookup = article_lookup(article, matching->language);
	for (uint32_t t = first; t <= at; t++) {
		struct hit hit;
		struct lookup_walk walk = lookup_walk(&lookup, t, matching->rules->stance_list);
		while (lookup_next(&walk, &hit)) {
			uint32_t segment = language_entry(matching->language, &hit)->user;
			for (uint32_t c = 0; hit.first + hit.count == at + 1 && c < rule->classes.count; c++)
				for (uint32_t p = 0; p < rule->classes.items[c].patterns.count; p++)
					if (rule->classes.items[c].patterns.items[p].segments.items[0] == segment &&
					    rule->classes.items[c].patterns.items[p].segments.count == 1)
						return c + 1;
		}
	}
	return 0;
}

/* WHO fills the slot: an agent, or whom it is done to, by the voice; behind a preposition where there is no object. */
static bool fills(const struct rule *rule, const struct claim *claim, const struct participant *who, bool has_object)
{
	if (rule->slot == SLOT_AGENT)
		return who->role == (claim->passive ? ROLE_AGENT : ROLE_SUBJECT);
	if (who->role == ROLE_OTHER)
		return !has_object;
	return who->role == (claim->passive ? ROLE_SUBJECT : ROLE_OBJECT);
}

static bool has_object(const struct account *account, const struct claim *claim)
{
	for (uint32_t i = 0; i < claim->other_count; i++)
		if (account->claims.participants.items[claim->other_first + i].role == ROLE_OBJECT)
			return true;
	return false;
}

/* A facet of the fillers among COUNT participants from FIRST: nothing where they are of two classes. */
static void add_fillers(const struct matching *matching, const struct rule *rule, uint32_t unit, uint32_t index,
			uint32_t first, uint32_t count, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct claim *claim = &account->claims.items[index];
	bool object = has_object(account, claim);
	const struct participant *start = NULL, *last = NULL;
	uint32_t class = 0;
	for (uint32_t i = first; i < first + count; i++) {
		const struct participant *who = &account->claims.participants.items[i];
		uint32_t of = fills(rule, claim, who, object)
				      ? class_at(matching, rule, account->article, who->first_token, who->head)
				      : 0;
		if (!of)
			continue;
		if (class && class != of)
			return;
		class = of;
		start = start ? start : who;
		last = who;
	}
	if (!class || last->first_token < start->first_token)
		return;
	struct facet facet = facet_make(matching, unit, start->first_token, last->first_token + last->token_count);
	facet.claim = index;
	facet.speaker = claim->speaker;
	facet.frame = claim->frame;
	facet.role = class;
	facet.participant = (uint32_t)(start - account->claims.participants.items);
	for (uint32_t t = claim->first_token; t < claim->first_token + claim->token_count; t++)
		facet_near(matching, &facet, t, t + 1);
	list_add(matching->scratch, facets, facet);
}

static bool is_about(const struct matching *matching, const struct rule *rule, const struct account *account,
		     const struct claim *claim)
{
	const struct token *verb = &account->article->tokens.items[claim->predicate];
	uint32_t concept = language_word(matching->language, verb->word)->concept;
	for (uint32_t i = 0; i < rule->about.count; i++)
		if (rule->about.items[i] == concept)
			return true;
	return false;
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct claim_list *claims = &account->claims;
	for (uint32_t i = claims->sentence_first[where->sentence]; i < claims->sentence_first[where->sentence + 1];
	     i++) {
		const struct claim *claim = &claims->items[i];
		if (!claim->parsed || claim->predicate == CLAIM_NONE || claim->negated || claim->unclear ||
		    claim->apposed || claim->frame == FRAME_QUESTION || claim->frame == FRAME_CONDITIONAL ||
		    claim->frame == FRAME_DENIED || claim->sure < SURE_LEAST ||
		    !is_about(matching, rule, account, claim))
			continue;
		add_fillers(matching, rule, unit, i, claim->subject_first, claim->subject_count, facets);
		add_fillers(matching, rule, unit, i, claim->other_first, claim->other_count, facets);
	}
}

/* As what the other one takes part: whom an agent did it to, who did it to a patient. */
static enum participant_role other_role(const struct matching *matching, const struct rule *rule,
					const struct facet *facet)
{
	uint8_t role = participants_of(matching, facet)[facet->participant].role;
	if (rule->slot == SLOT_AGENT)
		return role == ROLE_AGENT ? ROLE_SUBJECT : ROLE_OBJECT;
	return role == ROLE_SUBJECT ? ROLE_AGENT : ROLE_SUBJECT;
}

/* Participant N of FACET's claim, subjects first; NULL: there are fewer. */
static const struct participant *nth_of(const struct matching *matching, const struct facet *facet, uint32_t n)
{
	const struct claim *claim = facet_claim(matching, facet);
	const struct participant *items = participants_of(matching, facet);
	if (n < claim->subject_count)
		return &items[claim->subject_first + n];
	n -= claim->subject_count;
	return n < claim->other_count ? &items[claim->other_first + n] : NULL;
}

static uint32_t concept_of(const struct matching *matching, const struct facet *facet, const struct participant *who)
{
	return language_word(matching->language, facet_article(matching, facet)->tokens.items[who->head].word)->concept;
}

/* "Varn said that HE aimed at …": the speaker, whose entity is the key. 0: WHO is no pronoun, or nobody speaks. */
static uint32_t speaker_for(const struct matching *matching, const struct facet *facet, const struct participant *who)
{
	const struct token *head = &facet_article(matching, facet)->tokens.items[who->head];
	if (facet->speaker == CLAIM_NONE || !(language_word(matching->language, head->word)->flags & WORD_STOP))
		return 0;
	const struct attribution *said = &matching->accounts[facet->account].mentions.items[facet->speaker].attribution;
	return said->key ? entity_headed(&matching->terms.entities, facet->account, said->head, said->key) : 0;
}

static uint32_t entity_for(const struct matching *matching, const struct facet *facet, const struct participant *who)
{
	uint32_t speaker = speaker_for(matching, facet, who);
	return speaker ? speaker : entity_headed(&matching->terms.entities, facet->account, who->head, who->key);
}

/* "The bodies", "the bodies of two sailors": one head is enough where no name tells them apart. */
static enum same same_other(const struct matching *matching, const struct facet *a, const struct participant *x,
			    const struct facet *b, const struct participant *y)
{
	if (speaker_for(matching, a, x) || speaker_for(matching, b, y))
		return entity_for(matching, a, x) == entity_for(matching, b, y) ? SAME_YES : SAME_UNKNOWN;
	enum same same = same_participant(matching, a->account, x, b->account, y);
	bool head = concept_of(matching, a, x) == concept_of(matching, b, y);
	return same == SAME_UNKNOWN && head ? SAME_YES : same;
}

static bool is_name(const struct matching *matching, const struct facet *facet, const struct participant *who)
{
	const struct mention_list *list = &matching->accounts[facet->account].mentions;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++)
		if (list->items[i].kind == MENTION_NAME && list->items[i].first_token <= who->head &&
		    who->head < list->items[i].first_token + list->items[i].token_count)
			return true;
	return false;
}

/* Who else takes part is the same; no: none of them is; unknown: one side does not tell. *NAMED: it is told by a name. */
static enum same same_rest(const struct matching *matching, const struct rule *rule, const struct facet *a,
			   const struct facet *b, bool *named)
{
	enum participant_role role_a = other_role(matching, rule, a), role_b = other_role(matching, rule, b);
	bool any = false;
	const struct participant *x, *y;
	for (uint32_t i = 0; (x = nth_of(matching, a, i)); i++) {
		for (uint32_t j = 0; x->role == role_a && (y = nth_of(matching, b, j)); j++) {
			if (y->role != role_b)
				continue;
			*named = (is_name(matching, a, x) || speaker_for(matching, a, x)) &&
				 (is_name(matching, b, y) || speaker_for(matching, b, y));
			if (same_other(matching, a, x, b, y) == SAME_YES)
				return SAME_YES;
			any = true;
		}
	}
	return any ? SAME_NO : SAME_UNKNOWN;
}

static bool opposed(const struct rule *rule, uint32_t a, uint32_t b)
{
	for (uint32_t i = 0; i < rule->conflicts.count; i++) {
		const struct stance_conflict *pair = &rule->conflicts.items[i];
		if ((pair->a == a && pair->b == b) || (pair->a == b && pair->b == a))
			return true;
	}
	return false;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	bool alike = a->role == b->role;
	if (!alike && !opposed(rule, a->role - 1, b->role - 1))
		return verdict;
	bool named = false;
	enum same rest = same_rest(matching, rule, a, b, &named);
	struct rule asked = *rule;
	if (rest != SAME_YES) {
		verdict.abstained = rule->slot == SLOT_AGENT ? "object" : "subject";
		return verdict;
	}
	if (named) /* what Varn aimed at: one who does the same is event enough */
		asked.same &= ~(1u << SAME_EVENT);
	if (!same_all(matching, &asked, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
		return verdict;
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	double sure = x->sure < y->sure ? x->sure : y->sure;
	verdict.kind = alike ? VERDICT_ALIKE : VERDICT_DIFFER;
	verdict.dispute = !alike && a->speaker != CLAIM_NONE && b->speaker != CLAIM_NONE &&
			  same_speaker(matching, a, b) == SAME_NO;
	verdict.confidence = rule->confidence * (0.6 + 0.4 * similarity->score) * (0.5 + 0.5 * sure);
	return verdict;
}

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	return facet_text(matching, facet);
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)matching, (void)rule;
	return a->role == b->role;
}

/* A word of `about` stands in the sentence, whose claims are not told alike by surface and tree. */
static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct sentence *sentence = &account->article->sentences.items[where->sentence];
	for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
		uint32_t concept = language_word(matching->language, account->article->tokens.items[t].word)->concept;
		for (uint32_t i = 0; i < rule->about.count; i++)
			if (rule->about.items[i] == concept)
				return true;
	}
	return false;
}

const struct facet_kind facet_participant = {
	.collect = collect, .compare = compare, .meet = meet, .label = label, .asks = asks, .floor = 0.1};
