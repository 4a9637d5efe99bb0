/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind denial: what one sentence tells, and another calls false, denies or doubts.
 *
 *   classes false ("hoax"), denied ("deny") and told, which has no phrases
 *   "The Arda port is to be sold to Halden" | "Arda denies that its port is to be sold"
 *   → told against denied
 *
 * A sentence with a phrase of several classes is of the first; one with none is
 * of the class without phrases. Of a question, what answers it decides: "Arda's
 * port sold? Not so fast". What is denied must be what the other sentence tells:
 * names and rare words weigh most, and what only speaks of reports does not
 * count ("rumours of", "the story").
 *
 * Limits: a sentence is one matter. Of a long one that tells more than what it
 * denies, only what stands behind the phrase is compared.
 */
#include "rules/bars.h"
#include "rules/matter.h"
#include "rules/overlap.h"
#include "rules/phrases.h"

#define NEGATED_REACH 2 /* tokens from a negator to the phrase that it turns round: "is not a rumour", "did not deny" */
#define LABEL_WORDS 20
#define ANSWER_TERMS 8    /* of a sentence that answers the question before it: it has no matter of its own */
#define FEW_SENTENCES 3   /* of a text that is a headline or two */
#define HEADLINE_TERMS 13 /* … and words and names of one */
#define BODY_MORE 0.55    /* of the one that shares more of itself */
#define BODY_LESS 0.3
#define BODY_AROUND 0.08 /* more of both where what is denied is all of the sentence */
#define BODY_TERMS 18 /* … in a sentence of no more words and names: a longer one denies only a part of what it tells */
#define BODY_LIKE 0.85  /* of the likeness of one event */
#define TOLD_SHARE 0.67 /* of what a matter must share with what is told, so much the other way */
#define TOLD_WHOLE 0.75 /* … or nearly all that is told, then half of what is denied will do */
#define FAR_SHARE 2.0   /* times as much of what is denied where its first words are not told */
#define NEXT_SHARE 2.5  /* times as much of what a mere "not" denies */
#define NEXT_TOLD 1.8   /* … and of what is told */
#define NEXT_TERMS 12   /* … in a sentence of no more words and names: a headline, or as short */

/* CLASS stands first in a conflict: it denies what sentences of the other class tell. */
static bool denies(const struct rule *rule, uint32_t class)
{
	for (uint32_t i = 0; i < rule->conflicts.count; i++)
		if (rule->conflicts.items[i].a == class)
			return true;
	return false;
}

/* "Would be alive if", "to deny", "did not deny": nothing is denied. */
static bool is_open(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	bool says = claim && claim->predicate != CLAIM_NONE && claim->predicate >= facet->first_token &&
		    claim->predicate < facet->first_token + facet->token_count;
	uint32_t negator = language_list(matching->language, "negator"), first = facet->first_token;
	const struct article *article = facet_article(matching, facet);
	uint32_t from = article->sentences.items[facet->sentence].first_token;
	for (uint32_t back = 1; back <= NEGATED_REACH && first >= from + back; back++)
		if (article->tokens.items[first - back].kind == TOKEN_MARK)
			break;
		else if (article_find(article, matching->language, first - back, negator).count)
			return true;
	return facet->frame == FRAME_CONDITIONAL ||
	       (says &&
		(claim->infinitive || claim->modality == MODALITY_POSSIBLE || claim->modality == MODALITY_ABLE));
}

struct finding_class {
	const struct matching *matching;
	const struct rule *rule;
	uint32_t unit;
	struct facet facet; /* of the first class so far; role 0: none */
	bool open;          /* there is a phrase that denies nothing where it stands */
};

static void add_phrase(void *data, const struct found_phrase *found)
{
	struct finding_class *best = data;
	struct facet facet = facet_make(best->matching, best->unit, found->first, found->limit);
	facet.role = found->class + 1;
	if (found->whole)
		facet_near(best->matching, &best->facet, found->first, found->limit);
	if (denies(best->rule, found->class) && is_open(best->matching, &facet)) {
		best->open = true;
	} else if (!best->facet.role || facet.role < best->facet.role) {
		facet.near_count = best->facet.near_count;
		memcpy(facet.near, best->facet.near, sizeof facet.near);
		best->facet = facet;
	}
}

/* Who says that it is not so: whose verb the phrase holds, else who says the clause. */
static uint32_t denier_of(const struct matching *matching, const struct facet *facet)
{
	const struct mention_list *list = &matching->accounts[facet->account].mentions;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind == MENTION_ATTRIBUTION && m->attribution.verb >= facet->first_token &&
		    m->attribution.verb < facet->first_token + facet->token_count)
			return i;
	}
	return facet->speaker;
}

/* The class of UNIT and the phrase that decides it; role 0: none. */
static struct facet class_of(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct sentence *sentence = &account->article->sentences.items[where->sentence];
	struct facet facet = facet_make(matching, unit, sentence->first_token,
					sentence->first_token + sentence->token_count);
	struct finding_class best = {.matching = matching, .rule = rule, .unit = unit, .facet = facet};
	phrases_find(matching, rule, unit, add_phrase, &best);
	if (best.facet.role) {
		bool told = !denies(rule, best.facet.role - 1);
		best.facet.speaker = denier_of(matching, &best.facet);
		best.facet.role = best.open && told ? 0 : best.facet.role;
		return best.facet;
	}
	if (best.open)
		return facet;
	for (uint32_t c = 0; c < rule->classes.count; c++)
		if (!rule->classes.items[c].patterns.count)
			facet.role = c + 1;
	return facet;
}

/* The sentence ends in a question; "Sold? Not so fast" does not. */
static bool is_question(const struct matching *matching, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	struct sentence end = account->article->sentences.items[where->sentence];
	for (uint32_t t = end.first_token + end.token_count; t-- > end.first_token;)
		if (account->article->tokens.items[t].kind == TOKEN_WORD) {
			end.start = account->article->tokens.items[t].end;
			break;
		}
	return claim_is_question(account, &end);
}

/* What the sentence behind says of the question UNIT, if that is all it says. */
static bool answer_of(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet *facet)
{
	const struct unit_text *units = matching->terms.units.items;
	if (unit + 1 == matching->terms.units.count || units[unit + 1].account != units[unit].account ||
	    units[unit + 1].sentence != units[unit].sentence + 1 || units[unit + 1].count > ANSWER_TERMS)
		return false;
	*facet = class_of(matching, rule, unit + 1);
	facet->unit = unit;
	return facet->role && denies(rule, facet->role - 1);
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	struct facet facet;
	if (!is_question(matching, unit))
		facet = class_of(matching, rule, unit);
	else if (!answer_of(matching, rule, unit, &facet))
		return;
	if (facet.role)
		list_add(matching->scratch, facets, facet);
}

static bool is_mark(const struct article *article, uint32_t token)
{
	return article->tokens.items[token].kind == TOKEN_MARK;
}

/* The negated clause is what the sentence tells: no "…, not in Arda", no "do not …", no "though they do not …". */
static bool negates_main(const struct matching *matching, const struct facet *denial)
{
	const struct account *account = &matching->accounts[denial->account];
	const struct article *article = account->article;
	const struct sentence *sentence = &article->sentences.items[denial->sentence];
	uint32_t first = denial->first_token, behind = first + denial->token_count;
	if (behind >= sentence->first_token + sentence->token_count || is_mark(article, behind) ||
	    (first > sentence->first_token && is_mark(article, first - 1)) ||
	    article_find(article, matching->language, behind, language_list(matching->language, "report-word")).count)
		return false; /* "do not think that" */
	for (uint32_t c = account->claims.sentence_first[denial->sentence]; c < denial->claim; c++) {
		if (c == account->claims.sentence_first[denial->sentence + 1])
			break; /* the denial stands in no clause */
		const struct claim *claim = &account->claims.items[c];
		if (claim->predicate != CLAIM_NONE && claim->predicate < first && !claim->restrictive &&
		    !mentions_saying(&account->mentions, denial->sentence, claim->predicate))
			return false;
	}
	const struct claim *claim = facet_claim(matching, denial);
	/* "Man not seen in Arda": what looks like a part of a clause is all that a headline has. */
	bool part = claim && claim->restrictive &&
		    account->claims.sentence_first[denial->sentence + 1] >
			    account->claims.sentence_first[denial->sentence] + 1;
	return !claim || !(part || claim->infinitive || claim->unclear);
}

/* A mere "not": a short sentence, of which nearly all that it negates is told there, of the same names. */
static bool denies_told(const struct matching *matching, const struct facet *denial, const struct cover *of_denial,
			const struct cover *of_told, const struct rule *rule)
{
	return of_denial->next && of_denial->all >= rule->similarity * NEXT_SHARE &&
	       of_told->all >= rule->similarity * NEXT_TOLD && of_told->named &&
	       (of_told->names >= 0.5 || of_denial->names >= 0.5) && negates_main(matching, denial) &&
	       matching->terms.units.items[denial->unit].count <= NEXT_TERMS;
}

/* "Not open" and "closed": their clauses tell the same. */
static bool are_opposites(const struct matching *matching, const struct facet *denial, const struct facet *told)
{
	const struct claim *x = facet_claim(matching, denial), *y = facet_claim(matching, told);
	return x && y && x->predicate != CLAIM_NONE && y->predicate != CLAIM_NONE &&
	       overlap_measure(matching, denial, told).opposite;
}

/* CLASS opposes OTHER and no class else. */
static bool only_against(const struct rule *rule, uint32_t class, uint32_t other)
{
	for (uint32_t i = 0; i < rule->conflicts.count; i++)
		if (rule->conflicts.items[i].a == class && rule->conflicts.items[i].b != other)
			return false;
	return true;
}

/* A headline, or one of the few sentences of a text that is no article. */
static bool is_headline(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	return article->sentences.items[facet->sentence].kind == SENTENCE_HEADLINE ||
	       (article->sentences.count <= FEW_SENTENCES &&
		matching->terms.units.items[facet->unit].count <= HEADLINE_TERMS);
}

/* Articles tell much of one story, and deny little of it: sentences of two must be alike, and nearly all that one denies, or the
 * other tells, must be shared; so much more where no word tells where it stands. */
static bool tells_same(const struct matching *matching, enum class_reach reach, const struct cover *of_denial,
		       const struct cover *of_told, const struct similarity *similarity, const struct facet *denial)
{
	double more = of_denial->all > of_told->all ? of_denial->all : of_told->all;
	double less = of_denial->all > of_told->all ? of_told->all : of_denial->all;
	double event = matching->language->alignment.event;
	if (!of_told->named || matching->terms.units.items[denial->unit].count > BODY_TERMS)
		return false;
	if (reach == REACH_BEHIND)
		return more >= BODY_MORE && less >= BODY_LESS && similarity->score >= event * BODY_LIKE &&
		       of_denial->shared >= 2;
	return more >= BODY_MORE + BODY_AROUND && less >= BODY_LESS + BODY_AROUND && similarity->score >= event &&
	       of_denial->shared >= 3;
}

/* What DENIAL denies is what TOLD tells. */
static bool same_matter(const struct matching *matching, const struct rule *rule, const struct facet *denial,
			const struct facet *told, const struct similarity *similarity)
{
	const struct stance_class *class = &rule->classes.items[denial->role - 1];
	struct matter x = matter_of(matching, rule, denial, false), y = matter_of(matching, rule, told, true);
	struct matter whole = {denial->unit, 0, UINT32_MAX, denial, false};
	bool exact = class->reach == REACH_NEXT;
	struct cover of_denial = cover_of(matching, &x, &y, exact), of_told = cover_of(matching, &y, &whole, exact);
	bool headlines = is_headline(matching, denial) && is_headline(matching, told);
	/* One word in common is a matter only if it is a name. */
	if (!of_denial.shared || (of_denial.shared < 2 && !of_told.named))
		return false;
	/* A negated clause may have been found to contradict it already. */
	if (!headlines)
		return !exact && !bars_conflict(matching, denial->unit, told->unit) &&
		       tells_same(matching, class->reach, &of_denial, &of_told, similarity, denial);
	if (exact) /* "not six": that may be all that is denied */
		return !bars_conflict(matching, denial->unit, told->unit) &&
		       !overlap_lacks_figure(matching, denial, told) && !are_opposites(matching, denial, told) &&
		       denies_told(matching, denial, &of_denial, &of_told, rule);
	/* Somebody lives, another died; one plan is given up, another made: who it is stands before. */
	struct matter before = {denial->unit, 0, denial->first_token, denial, false};
	struct cover who = cover_of(matching, &before, &y, false);
	if (only_against(rule, denial->role - 1, told->role - 1) && !who.parties && who.shared < 2)
		return false;
	/* "Denies underpaying workers of the shop in Arda": what is denied comes first. */
	if (class->reach == REACH_BEHIND && !of_denial.near && of_denial.all < rule->similarity * FAR_SHARE)
		return false;
	return (of_denial.all >= rule->similarity && of_told.all >= rule->similarity * TOLD_SHARE) ||
	       (of_denial.all >= rule->similarity / 2 && of_told.all >= TOLD_WHOLE);
}

/* Inside one article: a headline that tells what the body calls false, or what two parties say of it. */
static bool tells_itself(const struct matching *matching, const struct facet *told, bool dispute)
{
	return dispute || facet_article(matching, told)->sentences.items[told->sentence].kind == SENTENCE_HEADLINE;
}

/* Both tell, or both deny in one way: what the text itself says is not what somebody says. */
static bool answers_alike(const struct rule *rule, const struct facet *a, const struct facet *b)
{
	return denies(rule, a->role - 1) == denies(rule, b->role - 1) &&
	       rule->classes.items[a->role - 1].disputes == rule->classes.items[b->role - 1].disputes;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	if (answers_alike(rule, a, b) && similarity->score >= matching->language->alignment.near_copy)
		verdict.kind = VERDICT_ALIKE;
	if (!phrases_oppose(rule, a->role - 1, b->role - 1))
		return verdict;
	const struct facet *denial = a->role < b->role ? a : b, *told = a->role < b->role ? b : a;
	const struct stance_class *class = &rule->classes.items[denial->role - 1];
	verdict.dispute = class->disputes || denial->speaker != CLAIM_NONE;
	if (!same_matter(matching, rule, denial, told, similarity) ||
	    (a->account == b->account && !tells_itself(matching, told, verdict.dispute)) ||
	    !same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
		return verdict;
	verdict.kind = VERDICT_DIFFER;
	verdict.confidence = rule->confidence * class->confidence * (0.5 + 0.5 * similarity->score);
	return verdict;
}

/* The sentence, or so many words of it, from its start if the phrase lies in them. */
static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	const struct sentence *sentence = &article->sentences.items[facet->sentence];
	uint32_t first = sentence->first_token, limit = first + sentence->token_count;
	if (denies(rule, facet->role - 1) && facet->first_token + facet->token_count > first + LABEL_WORDS)
		first = facet->first_token;
	limit = limit > first + LABEL_WORDS ? first + LABEL_WORDS : limit;
	while (limit > first + 1 && is_mark(article, limit - 1))
		limit--;
	return article_text(article, article->tokens.items[first].start, article->tokens.items[limit - 1].end);
}

const struct facet_kind facet_denial = {
	.collect = collect, .compare = compare, .label = label, .asks = phrases_ask, .floor = 0.06};
