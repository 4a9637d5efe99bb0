/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kinds antonym and modality: one clause told twice, but with opposed predicates,
 * or flat here and hedged there.
 *
 *   "Shares of the port rose" | "Shares of the port fell"                 → antonym
 *   "It might reopen" | "It would reopen"                                 → modality
 *
 * Only clauses that share subject and most of their other words are compared.
 */
#include "rules/facet.h"

#define LABEL_SUBJECT 12 /* words from the subject to the verb, in a label */
#define LABEL_BEFORE 3   /* words before the verb where there is no subject */
#define LABEL_BEHIND 8   /* words behind it */
#define SURE_LEAST 0.55  /* of a claim, for it to be compared as a whole */
#define COUNT_REACH 8    /* tokens from a figure in a subject to the verb */

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct claim_list *claims = &account->claims;
	for (uint32_t i = claims->sentence_first[where->sentence]; i < claims->sentence_first[where->sentence + 1];
	     i++) {
		const struct claim *claim = &claims->items[i];
		if (claim->predicate == CLAIM_NONE || claim->frame == FRAME_QUESTION || claim->restrictive ||
		    claim->infinitive || claim->apposed || claim->sure < SURE_LEAST)
			continue;
		if ((claim->unclear || claim->frame == FRAME_CONDITIONAL) && rule->kind != RULE_MODALITY)
			continue;
		const struct token *told = &account->article->tokens.items[claim_content(claim)];
		const struct word_info *info = language_word(matching->language, told->word);
		if (info->flags & WORD_STOP || !(info->flags & WORD_VERB || claim->complement != CLAIM_NONE))
			continue;
		uint32_t last = claim->complement != CLAIM_NONE && claim->complement > claim->predicate
					? claim->complement
					: claim->predicate;
		struct facet facet = facet_make(matching, unit, claim->predicate_first, last + 1);
		facet.claim = i;
		facet.speaker = claim->speaker;
		facet.frame = claim->frame;
		facet.role = info->concept;
		for (uint32_t t = claim->first_token; t < claim->first_token + claim->token_count; t++)
			if (claim_owns(account, i, t))
				facet_near(matching, &facet, t, t + 1);
		if (!(rule->except.count && facet_has_near(&facet, &rule->except)))
			list_add(matching->scratch, facets, facet);
	}
}

/* The part of the shorter clause's words that both have. */
static double clause_overlap(const struct facet *a, const struct facet *b)
{
	uint32_t least = a->near_count < b->near_count ? a->near_count : b->near_count;
	return least ? (double)facet_shared_near(a, b) / least : 0;
}

static uint32_t lemma_of(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	return facet_article(matching, facet)->tokens.items[claim_content(claim)].lemma;
}

/* The nearest figure in the subject of the facet's clause; NULL: none. */
static const struct mention *subject_count(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	const struct mention_list *list = &account->mentions;
	const struct claim *claim = facet_claim(matching, facet);
	const struct mention *best = NULL;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind == MENTION_NUMBER && m->first_token < claim->predicate_first &&
		    m->first_token + COUNT_REACH >= claim->predicate_first)
			best = m;
	}
	return best;
}

/* "At least five people were reportedly injured" and "140 were injured": two claims, not one and its hedge. */
static bool counts_differ(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct mention *x = subject_count(matching, a), *y = subject_count(matching, b);
	return x && y && amount_compare(&x->amount, &y->amount, 0, false) != AMOUNT_EQUAL;
}

/* Both are written in the same words: what hedges one of them stands elsewhere, and no reader sees a difference. */
static bool reads_alike(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct token *x = &facet_article(matching, a)->tokens.items[a->first_token];
	const struct token *y = &facet_article(matching, b)->tokens.items[b->first_token];
	if (a->token_count != b->token_count)
		return false;
	for (uint32_t t = 0; t < a->token_count; t++)
		if (x[t].lemma != y[t].lemma)
			return false;
	return true;
}

/* M belongs to FACET's clause, behind its verb. */
static bool stands_behind(const struct account *account, const struct facet *facet, const struct mention *m)
{
	return m->first_token > account->claims.items[facet->claim].predicate &&
	       claim_owns(account, facet->claim, m->first_token);
}

/* "Rose 4 percent" and "fell 2 percent": figures behind both verbs, none of one a figure of the other; two matters. */
static bool amounts_apart(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct account *from = &matching->accounts[a->account], *to = &matching->accounts[b->account];
	const struct mention_list *x = &from->mentions, *y = &to->mentions;
	bool apart = false;
	for (uint32_t i = x->sentence_first[a->sentence]; i < x->sentence_first[a->sentence + 1]; i++) {
		if (!mention_tells_amount(&x->items[i]) || !stands_behind(from, a, &x->items[i]))
			continue;
		for (uint32_t j = y->sentence_first[b->sentence]; j < y->sentence_first[b->sentence + 1]; j++) {
			if (!mention_tells_amount(&y->items[j]) || !stands_behind(to, b, &y->items[j]))
				continue;
			if (amount_compare(&x->items[i].amount, &y->items[j].amount, 0, true) != AMOUNT_APART)
				return false;
			apart = true;
		}
	}
	return apart;
}

static bool differ(const struct matching *matching, const struct rule *rule, const struct facet *a,
		   const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	if ((x->complement == CLAIM_NONE) != (y->complement == CLAIM_NONE))
		return false; /* "is a launch", "launches" */
	if (rule->kind == RULE_ANTONYM)
		return x->negated == y->negated && language_antonyms(matching->language, lemma_of(matching, a),
								     lemma_of(matching, b)) == ANTONYM_STRONG;
	if (a->role != b->role)
		return false;
	if (x->negated != y->negated || x->passive != y->passive)
		return false;
	/* "Denied that he was the source" and "he may have been": a denial and a guess; "if he signs" tells of no fact. */
	if (a->frame != b->frame && (a->frame == FRAME_DENIED || b->frame == FRAME_DENIED ||
				     a->frame == FRAME_CONDITIONAL || b->frame == FRAME_CONDITIONAL))
		return false;
	bool able = x->modality == MODALITY_ABLE || y->modality == MODALITY_ABLE; /* "can", and "could" of the past */
	bool possible = !able && (x->modality == MODALITY_POSSIBLE) != (y->modality == MODALITY_POSSIBLE);
	return x->hedged != y->hedged || possible;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	if (!differ(matching, rule, a, b)) {
		const char *failed;
		bool alike = a->role == b->role && claim_negative(x) == claim_negative(y) && x->hedged == y->hedged &&
			     x->modality == y->modality && x->passive == y->passive && clause_overlap(a, b) >= 0.5 &&
			     same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &failed);
		verdict.kind = alike ? VERDICT_ALIKE : VERDICT_NONE;
		return verdict;
	}
	if (rule->kind != RULE_MODALITY && (a->frame != b->frame || x->modality != y->modality))
		return verdict;
	if (!same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
		return verdict;
	/* "It is not his job", "there was no storm": of a thing that is known to be one. */
	bool same_known = same_subject(matching, a, b) == SAME_YES;
	if (x->complement != CLAIM_NONE && rule->kind != RULE_MODALITY && !same_known) {
		verdict.abstained = "subject";
		return verdict;
	}
	if (clause_overlap(a, b) < 0.5 || counts_differ(matching, a, b) || amounts_apart(matching, a, b)) {
		verdict.abstained = "object";
		return verdict;
	}
	if (rule->kind == RULE_MODALITY && reads_alike(matching, a, b)) {
		verdict.abstained = "wording";
		return verdict;
	}
	verdict.kind = VERDICT_DIFFER;
	double sure = x->sure < y->sure ? x->sure : y->sure;
	verdict.confidence = rule->confidence * (0.6 + 0.4 * similarity->score) * (0.5 + 0.5 * sure);
	verdict.dispute = a->speaker != CLAIM_NONE && b->speaker != CLAIM_NONE &&
			  same_speaker(matching, a, b) == SAME_NO;
	return verdict;
}

/* The word that denies CLAIM, "denied the U.S. had asked": without it the label would affirm; CLAIM_NONE: none. */
static uint32_t denying_word(const struct account *account, const struct claim *claim, uint32_t from)
{
	uint32_t word = CLAIM_NONE;
	for (uint32_t i = 0; claim->frame == FRAME_DENIED && i < account->claims.frames.count; i++) {
		const struct frame_mark *mark = &account->claims.frames.items[i];
		if (mark->frame == FRAME_DENIED && mark->token >= from && mark->token < claim->predicate_first)
			word = mark->token;
	}
	return word;
}

/* Where the label of CLAIM begins: at its subject, if that is near, else a few words before the verb group. */
static uint32_t label_first(const struct account *account, const struct claim *claim, uint32_t from)
{
	const struct token *tokens = account->article->tokens.items;
	uint32_t first = claim->predicate_first, denying = denying_word(account, claim, from);
	if (claim->subject_count) {
		uint32_t subject = account->claims.participants.items[claim->subject_first].first_token;
		/* One word before it, at the start of the sentence, is its article. */
		if (subject == from + 1 && tokens[from].kind != TOKEN_MARK)
			subject--;
		if (subject >= from && subject < first && first - subject <= LABEL_SUBJECT &&
		    (denying == CLAIM_NONE || subject < denying))
			return subject;
	}
	if (denying != CLAIM_NONE)
		return denying;
	for (uint32_t n = 0; n < LABEL_BEFORE && first > from && tokens[first - 1].kind != TOKEN_MARK; n++)
		first--;
	return first;
}

/* Where it ends: with the clause, or some words behind the verb, but never inside a figure, a date or a name. */
static uint32_t label_last(const struct account *account, const struct claim *claim, uint32_t sentence, uint32_t end)
{
	const struct mention_list *list = &account->mentions;
	const struct token *tokens = account->article->tokens.items;
	uint32_t last = claim->predicate;
	for (uint32_t n = 0; n < LABEL_BEHIND && last < end && tokens[last + 1].kind != TOKEN_MARK; n++)
		last++;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		uint32_t behind = m->first_token + m->token_count;
		bool whole = m->kind != MENTION_QUOTE && m->kind != MENTION_ATTRIBUTION;
		if (whole && m->first_token <= last + 1 && behind > last + 1 && behind <= end + 1)
			last = behind - 1;
	}
	return last;
}

/* The verb group; of what differs in polarity or by an antonym the clause around it, for "taking" alone denies nothing. */
static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	const struct claim *claim = facet_claim(matching, facet);
	const struct sentence *sentence = &account->article->sentences.items[facet->sentence];
	if (rule->kind == RULE_MODALITY)
		return facet_text(matching, facet);
	const struct token *tokens = account->article->tokens.items;
	uint32_t first = label_first(account, claim, sentence->first_token);
	uint32_t last = label_last(account, claim, facet->sentence, sentence->first_token + sentence->token_count - 1);
	return article_text(account->article, tokens[first].start, tokens[last].end);
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)matching, (void)rule, (void)unit;
	return true;
}

const struct facet_kind facet_clause = {
	.collect = collect, .compare = compare, .label = label, .asks = asks, .floor = 0.37};
