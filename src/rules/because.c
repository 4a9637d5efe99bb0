/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Why two passages were set against each other, or told alike.
 *
 *   "The dam above Orvik is 40 metres high" | "The Orvik dam, 55 metres high, held"
 *   → both passages tell of “dam”, “Orvik” and “high”; both speak of the dam; one tells “40 m”, the other “55 m”
 *
 * Each reason is a sentence that a reader can check against the two passages,
 * in words that stand there. Limits: what was found the same by a list of the
 * language or by the thesaurus is shown in the words of one passage only.
 */
#include "rules/gather.h"

#define WORDS_MOST 4 /* that are named as shared */

struct shared {
	const struct term *terms[WORDS_MOST]; /* of one of the two sentences, in its order */
	uint32_t count;
};

/* "Dam" in "the Orle dam", which is kept already, or the other way round. */
static bool is_nested(const struct term *one, const struct term *two)
{
	return one->token < two->token + two->token_count && two->token < one->token + one->token_count;
}

static void keep_heaviest(struct shared *shared, const struct term *term)
{
	uint32_t at = shared->count;
	for (uint32_t i = 0; i < shared->count; i++) {
		if (!is_nested(shared->terms[i], term))
			continue;
		if (term->token_count > shared->terms[i]->token_count)
			shared->terms[i] = term;
		return;
	}
	if (at == WORDS_MOST) {
		at = 0;
		for (uint32_t i = 1; i < WORDS_MOST; i++)
			if (shared->terms[i]->weight < shared->terms[at]->weight ||
			    (shared->terms[i]->weight == shared->terms[at]->weight &&
			     term_precedes(shared->terms[at], shared->terms[i])))
				at = i;
		if (shared->terms[at]->weight > term->weight ||
		    (shared->terms[at]->weight == term->weight && term_precedes(shared->terms[at], term)))
			return;
	} else {
		shared->count++;
	}
	shared->terms[at] = term;
}

static void sort_by_place(struct shared *shared)
{
	for (uint32_t i = 1; i < shared->count; i++)
		for (uint32_t j = i; j && term_precedes(shared->terms[j], shared->terms[j - 1]); j--) {
			const struct term *term = shared->terms[j];
			shared->terms[j] = shared->terms[j - 1];
			shared->terms[j - 1] = term;
		}
}

static bool lies_in(const struct term *term, const struct stretch *stretch)
{
	return term->token >= stretch->first && term->token < stretch->limit;
}

/* “dam”, “Orvik” and “high”: the weightiest words and names that stand in stretch IN_A of unit A and in IN_B of B, as A has
 * them; empty: none. */
static struct span shared_words(const struct matching *matching, uint32_t a, struct stretch in_a, uint32_t b,
				struct stretch in_b)
{
	const struct unit_text *x = &matching->terms.units.items[a], *y = &matching->terms.units.items[b];
	const struct term *terms = matching->terms.terms.items;
	const struct article *article = matching->accounts[x->account].article;
	struct shared shared = {.count = 0};
	for (uint32_t i = x->first, j = y->first; i < x->first + x->count && j < y->first + y->count;) {
		uint32_t one = terms[i].id, two = terms[j].id;
		if (one == two && terms[i].kind != TERM_FIGURE && lies_in(&terms[i], &in_a) &&
		    lies_in(&terms[j], &in_b))
			keep_heaviest(&shared, &terms[i]);
		i += one <= two;
		j += two <= one;
	}
	sort_by_place(&shared);
	struct buffer out;
	buffer_init(&out, matching->arena);
	for (uint32_t i = 0; i < shared.count; i++) {
		const struct token *first = &article->tokens.items[shared.terms[i]->token];
		struct span words = article_text(article, first->start, first[shared.terms[i]->token_count - 1].end);
		buffer_printf(&out, "%s“" SPAN_FMT "”",
			      !i                     ? ""
			      : i + 1 < shared.count ? ", "
						     : " and ",
			      SPAN_ARG(words));
	}
	return buffer_span(&out);
}

/* BEFORE, WORDS, BEHIND; NONE where there are no words. */
static struct span worded(const struct matching *matching, const char *before, struct span words, const char *behind,
			  const char *none)
{
	if (!words.len)
		return span_cstr(none);
	return arena_format(matching->arena, "%s" SPAN_FMT "%s", before, SPAN_ARG(words), behind);
}

/* "both speak of “the port”", or "“the port” and “the Arda port board” can be one party". */
static struct span both(const struct matching *matching, const char *verb, struct span one, struct span two,
			const char *what)
{
	return span_equal(one, two) ? arena_format(matching->arena, "both %s “" SPAN_FMT "”", verb, SPAN_ARG(one))
				    : arena_format(matching->arena, "“" SPAN_FMT "” and “" SPAN_FMT "” can be %s",
						   SPAN_ARG(one), SPAN_ARG(two), what);
}

static struct span token_text(const struct matching *matching, const struct facet *facet, uint32_t token)
{
	const struct article *article = facet_article(matching, facet);
	return article_text(article, article->tokens.items[token].start, article->tokens.items[token].end);
}

static struct span predicate_of(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	bool known = claim && claim->predicate != CLAIM_NONE;
	return known ? token_text(matching, facet, claim_content(claim)) : SPAN("");
}

static struct stretch behind(uint32_t token)
{
	return (struct stretch){token, UINT32_MAX};
}

static uint32_t tail_of(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	return claim && claim->predicate != CLAIM_NONE ? claim->predicate + 1 : 0;
}

/* The noun that a figure counts. */
static struct span noun_of(const struct matching *matching, const struct facet *facet)
{
	const struct mention *m = facet->mention == MENTION_NONE ? NULL : facet_mention(matching, facet);
	bool counts = m && mention_is_amount(m) && m->amount.noun != MENTION_NONE;
	return counts ? token_text(matching, facet, m->amount.noun) : SPAN("");
}

/* The date of FACET's sentence, not the facet's own; empty: none. */
static struct span date_of(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++)
		if (list->items[i].kind == MENTION_DATE && i != facet->mention)
			return article_text(account->article, list->items[i].start, list->items[i].end);
	return SPAN("");
}

static struct span place_of(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct account *from = &matching->accounts[a->account], *to = &matching->accounts[b->account];
	const struct mention_list *x = &from->mentions, *y = &to->mentions;
	for (uint32_t i = x->sentence_first[a->sentence]; i < x->sentence_first[a->sentence + 1]; i++) {
		if (x->items[i].kind != MENTION_NAME || x->items[i].name.kind != NAME_PLACE)
			continue;
		uint32_t key = entity_of(&matching->terms.entities, x->items[i].name.key);
		for (uint32_t j = y->sentence_first[b->sentence]; j < y->sentence_first[b->sentence + 1]; j++)
			if (y->items[j].kind == MENTION_NAME &&
			    entity_of(&matching->terms.entities, y->items[j].name.key) == key)
				return article_text(from->article, x->items[i].start, x->items[i].end);
	}
	return SPAN("");
}

static bool is_near(const struct facet *facet, uint32_t concept)
{
	for (uint32_t i = 0; i < facet->near_count; i++)
		if (facet->near[i] == concept)
			return true;
	return false;
}

/* The word nearest to A's figure that stands by B's, too; empty: none. */
static struct span word_beside(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct unit_text *unit = &matching->terms.units.items[a->unit];
	const struct term *best = NULL;
	uint32_t least = 0;
	for (uint32_t i = unit->first; i < unit->first + unit->count; i++) {
		const struct term *term = &matching->terms.terms.items[i];
		uint32_t away = term->token > a->first_token ? term->token - a->first_token
							     : a->first_token - term->token;
		if (term->kind != TERM_WORD || !is_near(a, term->id) || !is_near(b, term->id) ||
		    (best && (away > least || (away == least && term->token > best->token))))
			continue;
		best = term;
		least = away;
	}
	return best ? token_text(matching, a, best->token) : SPAN("");
}

static struct span role_reason(const struct matching *matching, const struct rule *rule, const struct facet *a,
			       const struct facet *b, struct span words)
{
	struct span one = noun_of(matching, a), two = noun_of(matching, b), beside = word_beside(matching, a, b);
	if (rule->kind == RULE_DENIAL)
		return worded(matching, "what one denies is what the other tells: ", words, "",
			      "what one denies is what the other tells, in other words");
	if (one.len && two.len)
		return both(matching, "count", one, two, "counted together");
	bool dates = rule->kind == RULE_DATE;
	return worded(matching, dates ? "both dates are of “" : "both figures stand by “", beside, "”",
		      dates ? "both date the same" : "both figures measure the same");
}

static struct span speaker_of(const struct matching *matching, const struct facet *facet)
{
	if (facet->speaker == CLAIM_NONE)
		return SPAN("");
	const struct account *account = &matching->accounts[facet->account];
	const struct attribution *who = &account->mentions.items[facet->speaker].attribution;
	return article_text(account->article, who->source_start, who->source_end);
}

/* Why FIELD is the same; empty: by nothing that stands there ("neither gives another time"), so that there is nothing to read. */
static struct span same_reason(const struct matching *matching, const struct rule *rule, enum same_field field,
			       const struct facet *a, const struct facet *b)
{
	struct span words = shared_words(matching, a->unit, behind(0), b->unit, behind(0)), one = {0}, two = {0};
	switch (field) {
	case SAME_EVENT: return worded(matching, "both passages tell of ", words, "", "both passages are worded alike");
	case SAME_SUBJECT:
		one = facet_subject(matching, a);
		two = facet_subject(matching, b);
		return one.len && two.len ? both(matching, "speak of", one, two, "one party")
					  : SPAN("both are told of the same party");
	case SAME_PREDICATE:
		one = predicate_of(matching, a);
		two = predicate_of(matching, b);
		return one.len && two.len ? both(matching, "say", one, two, "said of one thing")
					  : SPAN("both have the same verb");
	case SAME_OBJECT:
		words = shared_words(matching, a->unit, behind(tail_of(matching, a)), b->unit,
				     behind(tail_of(matching, b)));
		return worded(matching, "the rest of both clauses shares ", words, "", "");
	case SAME_ROLE: return role_reason(matching, rule, a, b, words);
	case SAME_PLACE:
		one = place_of(matching, a, b);
		return one.len ? arena_format(matching->arena, "both name “" SPAN_FMT "”", SPAN_ARG(one)) : SPAN("");
	case SAME_PERIOD:
		one = date_of(matching, a);
		two = date_of(matching, b);
		return one.len && two.len
			       ? arena_format(matching->arena, "their times fit: “" SPAN_FMT "” and “" SPAN_FMT "”",
					      SPAN_ARG(one), SPAN_ARG(two))
			       : SPAN("");
	case SAME_SPEAKER:
		one = speaker_of(matching, a);
		return one.len ? arena_format(matching->arena, "both are told by “" SPAN_FMT "”", SPAN_ARG(one))
			       : SPAN("");
	default: return SPAN("");
	}
}

static struct span conflict_reason(const struct matching *matching, const struct rule *rule, bool dispute,
				   struct span one, struct span two)
{
	const char *what = NULL;
	switch (rule->kind) {
	case RULE_POLARITY: what = "one affirms what the other negates"; break;
	case RULE_ANTONYM: what = "they exclude each other"; break;
	case RULE_MODALITY: what = "one is told as surer than the other"; break;
	case RULE_DENIAL:
		what = dispute ? "one is somebody's denial of the other" : "one calls the other untrue";
		break;
	case RULE_ATTRIBUTION:
		return arena_format(matching->arena, "one cites “" SPAN_FMT "”, the other “" SPAN_FMT "”",
				    SPAN_ARG(one), SPAN_ARG(two));
	case RULE_QUOTE:
		return arena_format(matching->arena, "what is quoted is worded differently: " SPAN_FMT " and " SPAN_FMT,
				    SPAN_ARG(one), SPAN_ARG(two));
	default:
		return arena_format(matching->arena, "one tells “" SPAN_FMT "”, the other “" SPAN_FMT "”",
				    SPAN_ARG(one), SPAN_ARG(two));
	}
	return arena_format(matching->arena, "%s: “" SPAN_FMT "” and “" SPAN_FMT "”", what, SPAN_ARG(one),
			    SPAN_ARG(two));
}

struct span explain_teller(struct matching *matching, const struct rule *rule, const struct facet *facet,
			   struct span label)
{
	bool position = rule->kind == RULE_STANCE || rule->kind == RULE_DENIAL || rule->kind == RULE_POLARITY ||
			rule->kind == RULE_ANTONYM;
	struct span speaker = speaker_of(matching, facet);
	if (!position || !speaker.len || span_find(label, speaker, 0) != SIZE_MAX)
		return label;
	const struct attribution *who = &matching->accounts[facet->account].mentions.items[facet->speaker].attribution;
	struct span next = article_text(facet_article(matching, facet), who->source_end, who->source_end);
	/* "The board | denied that …" */
	if (label.ptr > next.ptr && label.ptr - next.ptr == 1)
		return article_text(facet_article(matching, facet), who->source_start,
				    who->source_end + 1 + (uint32_t)label.len);
	return arena_format(matching->arena, SPAN_FMT ": " SPAN_FMT, SPAN_ARG(speaker), SPAN_ARG(label));
}

static void add_reasons(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
			const struct facet *a, const struct facet *b, const struct verdict *verdict,
			struct finding *finding)
{
	for (int field = 0; field < SAME_COUNT; field++) {
		if (!(verdict->same & 1u << field))
			continue;
		struct span reason = same_reason(matching, rule, (enum same_field)field, a, b);
		if (reason.len)
			because_add(matching, finding, "same", same_field_name((enum same_field)field), reason);
	}
	struct span one = kind->label(matching, rule, a), two = kind->label(matching, rule, b);
	because_add(matching, finding, "conflict", rule_kind_name(rule->kind),
		    conflict_reason(matching, rule, verdict->dispute, one, two));
	bool positions = rule->kind == RULE_QUANTITY || rule->kind == RULE_COUNT;
	if (verdict->dispute && positions && a->frame != b->frame)
		because_add(matching, finding, "note", "frame",
			    arena_format(matching->arena, "one is %s, the other %s",
					 claim_frame_name((enum claim_frame)a->frame),
					 claim_frame_name((enum claim_frame)b->frame)));
}

void explain_conflict(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		      const struct facet *a, const struct facet *b, const struct verdict *verdict,
		      struct finding *finding)
{
	if (!matching->pair)
		add_reasons(matching, rule, kind, a, b, verdict, finding);
	struct span subject = facet_subject(matching, a);
	finding_word(matching, rule, finding, subject);
	if (verdict->same & 1u << SAME_SUBJECT)
		finding->subject = subject;
}

void explain_agreement(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		       const struct facet *facet, struct finding *finding)
{
	if (!matching->pair)
		because_add(matching, finding, "agree", rule_kind_name(rule->kind),
			    arena_format(matching->arena, "all of them %s “" SPAN_FMT "”",
					 rule->kind == RULE_ATTRIBUTION ? "cite" : "tell",
					 SPAN_ARG(kind->label(matching, rule, facet))));
	finding_word(matching, rule, finding, facet_subject(matching, facet));
}

void explain_fuller(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		    const struct facet *a, const struct facet *b, struct finding *finding)
{
	struct span one = kind->label(matching, rule, a), two = kind->label(matching, rule, b);
	because_add(matching, finding, "agree", rule_kind_name(rule->kind),
		    arena_format(matching->arena,
				 "“" SPAN_FMT "” and “" SPAN_FMT "” fit each other; one tells more than the other",
				 SPAN_ARG(one), SPAN_ARG(two)));
	finding_word(matching, rule, finding, facet_subject(matching, a));
}

void explain_shared(struct matching *matching, uint32_t unit_a, struct stretch in_a, uint32_t unit_b,
		    struct stretch in_b, struct finding *finding)
{
	if (!matching->pair)
		because_add(matching, finding, "agree", "claim",
			    worded(matching, "the passages share ", shared_words(matching, unit_a, in_a, unit_b, in_b),
				   "", "the passages share their main words, or near ones"));
}
