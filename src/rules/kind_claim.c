/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind claim: sentences that tell the same, over all articles.
 *
 *   A "Israel says it wants no war", B "Israel has said it does not want war"
 *   → agreement; each member reaches from the first to the last shared word
 *
 * What a rule found to be in conflict, a figure that the other sentence has
 * another of, and a predicate that it opposes are cut out: agreement is claimed
 * on the rest of the sentence, or not at all.
 */
#include "rules/facet.h"

#define PARTNERS 12 /* other sentences that a member's range is measured against */

struct reach {
	uint32_t first, limit; /* tokens; first == limit: nothing */
	uint32_t terms;        /* shared ones */
	double weight;
};

/* Whether TOKEN of UNIT lies in a conflict with a place of OTHER. */
static bool in_conflict(const struct matching *matching, uint32_t unit, uint32_t token, const bool *findings)
{
	const uint32_t *head = table_get(&matching->conflicts, unit);
	for (uint32_t i = head ? *head : 0; i; i = matching->spans.items[i - 1].next) {
		const struct conflict_span *span = &matching->spans.items[i - 1];
		if (findings[span->finding] && span->first_token <= token && token < span->limit)
			return true;
	}
	return false;
}

/* Marks the findings that set a unit of the group against another one. */
static void mark_conflicts(const struct matching *matching, const uint32_t *units, uint32_t count, bool *findings,
			   uint32_t *versions, bool mark)
{
	for (uint32_t u = 0; u < count; u++) {
		const uint32_t *head = table_get(&matching->conflicts, units[u]);
		for (uint32_t i = head ? *head : 0; i; i = matching->spans.items[i - 1].next) {
			const struct conflict_span *span = &matching->spans.items[i - 1];
			if (!mark) {
				findings[span->finding] = false;
				versions[span->finding] = 0;
			} else if (!versions[span->finding]) {
				versions[span->finding] = span->version + 1;
			} else if (versions[span->finding] != span->version + 1) {
				findings[span->finding] = true;
			}
		}
	}
}

/* What the words of a sentence are worth, by token: shared with a partner, or told differently. */
struct ledger {
	uint32_t first;    /* token */
	float *weights;    /* > 0: a shared term starts here */
	uint32_t *lengths; /* its tokens */
	bool *breaks;      /* a detail that a partner tells differently */
};

static bool is_figure(const struct mention *m)
{
	return mention_tells_amount(m) || m->kind == MENTION_DATE;
}

/* Whether the other sentence tells a figure of M's kind, so that M not being shared means that it differs. */
static bool tells_kind(const struct account *account, uint32_t sentence, const struct mention *m)
{
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++)
		if (list->items[i].kind == m->kind)
			return true;
	return false;
}

/* Figures that the partner has another of, and predicates that it opposes, end what is told alike. */
static void mark_breaks(const struct matching *matching, struct ledger *ledger, const struct unit_text *mine,
			const struct unit_text *other)
{
	const struct account *account = &matching->accounts[mine->account],
			     *partner = &matching->accounts[other->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[mine->sentence]; i < list->sentence_first[mine->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		uint32_t at = m->first_token - ledger->first;
		if (!is_figure(m) || ledger->weights[at] > 0 || !tells_kind(partner, other->sentence, m))
			continue;
		/* A clause that tells another figure tells something else, whatever words it shares. */
		uint32_t claim = claim_at(account, mine->sentence, m->first_token), length = m->token_count;
		if (claim != CLAIM_NONE) {
			at = account->claims.items[claim].first_token - ledger->first;
			length = account->claims.items[claim].token_count;
		}
		for (uint32_t t = 0; t < length; t++)
			ledger->breaks[at + t] = true;
	}
	const struct claim_list *claims = &account->claims, *theirs = &partner->claims;
	for (uint32_t c = claims->sentence_first[mine->sentence]; c < claims->sentence_first[mine->sentence + 1]; c++)
		for (uint32_t d = theirs->sentence_first[other->sentence];
		     d < theirs->sentence_first[other->sentence + 1]; d++)
			if (opposed_claims(matching, account, &claims->items[c], partner, &theirs->items[d]))
				ledger->breaks[claims->items[c].predicate - ledger->first] = true;
}

static void fill_ledger(const struct matching *matching, struct ledger *ledger, uint32_t unit, const uint32_t *units,
			uint32_t count)
{
	const struct unit_text *mine = &matching->terms.units.items[unit];
	for (uint32_t p = 0, partners = 0; p < count && partners < PARTNERS; p++) {
		const struct unit_text *other = &matching->terms.units.items[units[p]];
		struct u32_list shared = {0};
		if (units[p] == unit || other->account == mine->account)
			continue;
		partners++;
		similarity_measure(&matching->terms, unit, units[p], NULL, matching->scratch, &shared);
		for (uint32_t i = 0; i < shared.count; i++) {
			const struct term *term = &matching->terms.terms.items[shared.items[i]];
			ledger->weights[term->token - ledger->first] = term->weight;
			ledger->lengths[term->token - ledger->first] = term->token_count;
		}
		mark_breaks(matching, ledger, mine, other);
	}
}

/* The heaviest run of shared terms of UNIT that crosses nothing told differently. */
static struct reach reach_of(const struct matching *matching, uint32_t unit, const uint32_t *units, uint32_t count,
			     const bool *findings)
{
	const struct unit_text *text = &matching->terms.units.items[unit];
	const struct sentence *sentence = &matching->accounts[text->account].article->sentences.items[text->sentence];
	struct arena_mark mark = arena_mark(matching->scratch);
	struct ledger ledger = {sentence->first_token,
				arena_array(matching->scratch, float, sentence->token_count + 1u),
				arena_array(matching->scratch, uint32_t, sentence->token_count + 1u),
				arena_array(matching->scratch, bool, sentence->token_count + 1u)};
	fill_ledger(matching, &ledger, unit, units, count);
	struct reach best = {0}, run = {0};
	for (uint32_t t = 0; t < sentence->token_count; t++) {
		uint32_t token = sentence->first_token + t;
		if (ledger.breaks[t] || in_conflict(matching, unit, token, findings)) {
			run = (struct reach){0};
			continue;
		}
		if (ledger.weights[t] <= 0)
			continue;
		run.first = run.weight > 0 ? run.first : token;
		run.limit = token + ledger.lengths[t];
		run.terms++;
		run.weight += ledger.weights[t];
		if (run.weight > best.weight)
			best = run;
	}
	arena_rewind(matching->scratch, mark);
	return best;
}

static void match_group(struct matching *matching, const struct rule *rule, const uint32_t *units, uint32_t count,
			bool *findings, uint32_t *versions)
{
	uint32_t account = matching->terms.units.items[units[0]].account;
	bool several = false;
	for (uint32_t u = 1; u < count; u++)
		several = several || matching->terms.units.items[units[u]].account != account;
	if (!several)
		return;
	uint32_t number = matching->findings->findings.count;
	mark_conflicts(matching, units, count, findings, versions, true);
	struct finding *finding = finding_add(matching, rule, RELATION_AGREEMENT, rule->confidence);
	struct version *version = version_add(matching, finding, (struct span){0}, NULL);
	uint32_t articles = 0, last = UINT32_MAX;
	for (uint32_t u = 0; u < count; u++) {
		struct reach reach = reach_of(matching, units[u], units, count, findings);
		const struct unit_text *text = &matching->terms.units.items[units[u]];
		if (reach.weight < matching->language->alignment.shared_claim || reach.terms < 2)
			continue;
		member_add(matching, version, text->account, text->sentence, reach.first, reach.limit, CLAIM_NONE);
		if (version->count == 1) {
			const struct article *article = matching->accounts[text->account].article;
			version->label = article_text(article, version->items[0].start, version->items[0].end);
		}
		articles += text->account != last;
		last = text->account;
	}
	mark_conflicts(matching, units, count, findings, versions, false);
	if (articles < 2) {
		matching->findings->findings.count = number;
		return;
	}
	because_add(matching, finding, "agree", "claim", SPAN("the passages share their main words"));
	finding_word(matching, rule, finding, (struct span){0});
}

void match_claims(struct matching *matching, const struct rule *rule)
{
	const struct sentence_groups *groups = &matching->groups;
	uint32_t before = matching->findings->findings.count;
	bool *findings = arena_array(matching->arena, bool, before + 1u);
	uint32_t *versions = arena_array(matching->arena, uint32_t, before + 1u);
	for (uint32_t g = 0; g < groups->count; g++)
		match_group(matching, rule, groups->members + groups->first[g], groups->first[g + 1] - groups->first[g],
			    findings, versions);
}
