/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this folder share while they read one article. Private to mention/. */
#ifndef MENTION_SCAN_H
#define MENTION_SCAN_H

#include "mention/mention.h"

/* The lexicon lists that the readers of an article ask for: LIST_… and its name in the files. */
/* Formatted by hand: the tool would indent every row by the one before. */
/* clang-format off */
#define MENTION_LISTS(X) \
	X(NUMBER_WORD, "number-word") X(NUMBER_SCALE, "number-scale") X(NUMBER_SHORT, "number-scale-short") \
	X(NUMBER_PHRASE, "number-phrase") X(NUMBER_VAGUE, "number-vague") X(NUMBER_NOT, "number-not") \
	X(NUMBER_ONE, "number-indefinite") X(NUMBER_AND, "number-and") X(NUMBER_HALF, "number-half") \
	X(NUMBER_MINUS, "number-minus") X(NUMBER_POINT, "number-point") X(NUMBER_PART, "number-part") \
	X(CURRENCY_GLUED, "currency-glued") X(CURRENCY_INSIDE, "currency-after-sign") X(MONEY_ONE, "money-one") X(MONEY_ONE_BEFORE, "money-one-before") X(MONEY_ONE_BEHIND, "money-one-behind") \
	X(DECADE_RANGE_BEFORE, "decade-range-before") X(DECADE_RANGE_NEAR, "decade-range-near") \
	X(BOUND_JOIN, "bound-join") X(UNIT_INDEFINITE, "unit-indefinite") \
	X(FRACTION_BEFORE, "fraction-before") X(RATIO_JOIN, "ratio-join") X(RATIO_NOT, "ratio-not") \
	X(RATE_PER, "rate-per") X(RATE_NOUN, "rate-noun") X(ROMAN_BEFORE, "roman-before") X(NUMBER_TIMES, "number-times") X(NUMBER_MONEY, "number-scale-money") \
	X(FRACTION_MARK, "fraction-mark") X(FRACTION_WORD, "fraction-word") \
	X(ORDINAL_WORD, "ordinal-word") X(ORDINAL_SUFFIX, "ordinal-suffix") X(ORDINAL_NOT, "ordinal-not") \
	X(DIGIT_GROUP, "digit-group") X(DIGIT_DECIMAL, "digit-decimal") X(APPROXIMATOR, "approximator") \
	X(APPROXIMATOR_AFTER, "approximator-after") X(BOUND, "amount-bound") X(BOUND_AFTER, "amount-bound-after") \
	X(RANGE_FROM, "range-from") X(RANGE_BETWEEN, "range-between") X(RANGE_TO, "range-to") \
	X(RANGE_AND, "range-and") X(RANGE_OR, "range-or") X(DASH, "dash") X(SCORE_WORD, "score-word") \
	X(CHANGE_VERB, "change-verb") X(CHANGE_VERB_LARGE, "change-verb-large") X(LABEL, "number-label") X(MEASURE_FOLLOW, "measure-follow") \
	X(NOUN_STOP, "noun-stop") X(NOUN_VERB, "noun-verb") X(NOUN_OF, "noun-of") X(NOUN_SKIP, "noun-skip") \
	X(NOUN_AND, "noun-and") X(PLURAL_WORD, "plural-word") \
	X(PLURAL_NOT, "plural-not") X(NOUN_ADJECTIVE, "noun-adjective") X(DETERMINER, "determiner") \
	X(LABEL_AT_LEAST, "label-at-least") X(LABEL_AT_MOST, "label-at-most") X(LABEL_ABOVE, "label-above") \
	X(LABEL_BELOW, "label-below") X(LABEL_ABOUT, "label-about") \
	X(UNIT, "unit") X(UNIT_WORD, "unit-word") X(UNIT_SYMBOL, "unit-symbol") X(UNIT_BEFORE, "unit-before") \
	X(UNIT_JOIN, "unit-join") X(CONVERSION, "conversion-about") X(AGE_BEFORE, "age-before") \
	X(AGE_AFTER, "age-after") X(AGE_MARK, "age-mark") X(AGE_PERSON, "age-person") \
	X(AGE_BOUND, "age-bound") X(AGE_STATED, "age-stated") X(AGE_STATED_BEHIND, "age-stated-behind") \
	X(AGE_DECADE_BEFORE, "age-decade-before") X(AGE_DECADE, "age-decade") X(PLURAL_MARK, "plural-mark") X(YEAR_MARK, "year-mark") \
	X(STREET_WORD, "street-word") X(UNIT_SMALL, "unit-small") \
	X(UNIT_PER, "unit-per") X(UNIT_MARK, "unit-mark") X(UNIT_ALONE, "unit-alone") X(ANGLE, "angle") X(ANGLE_TURN, "angle-turn") X(ANGLE_BEFORE, "angle-before") \
	X(ANGLE_AFTER, "angle-after") X(BELOW_ZERO, "below-zero") \
	X(DURATION_BEFORE, "duration-before") X(DURATION_NOT, "duration-not") X(CURRENCY, "currency") \
	X(CURRENCY_CODE, "currency-code") X(CURRENCY_SYMBOL, "currency-symbol") X(CURRENCY_HINT, "currency-hint") \
	X(CURRENCY_SUFFIX, "currency-suffix") X(CURRENCY_TALK, "currency-talk") \
	X(CURRENCY_TALK_NOT, "currency-talk-not") \
	X(MONTH, "month") X(MONTH_AMBIGUOUS, "month-ambiguous") X(WEEKDAY, "weekday") \
	X(WEEKDAY_PLURAL, "weekday-plural") X(SEASON, "season") X(DATE_RELATIVE, "date-relative") \
	X(DATE_PART, "date-part") X(DATE_DIRECTION, "date-direction") X(DATE_EVERY, "date-every") \
	X(DATE_UNIT, "date-unit") X(DATE_AGO, "date-ago") X(DATE_LATER, "date-later") X(DATE_OFFSET, "date-offset") \
	X(DATE_FEW, "date-few") X(DATE_IN, "date-in") X(DATE_TOLD, "date-told") X(DATE_FINAL, "date-final") \
	X(DATE_JOIN, "date-join") X(DATE_LINK, "date-link") X(DATE_OF, "date-of") X(DATE_WITHIN, "date-within") \
	X(DATE_THE, "date-the") X(DATE_ON, "date-on") X(DATE_WEEK_OF, "date-week-of") X(DATE_ORDER, "date-order") \
	X(DATE_NOW, "date-now") X(DATE_ENDED, "date-ended") X(DATE_DAY_BEFORE, "date-day-before") \
	X(DATE_VERB_BEFORE, "date-verb-before") X(SEASON_AMBIGUOUS, "season-ambiguous") X(MONTH_WORD, "month-word") \
	X(DATE_TO, "date-to") X(DATE_BEFORE_YEAR, "date-before-year") X(DATE_BETWEEN, "date-between") \
	X(DATE_NOT, "date-not") X(QUARTER, "quarter") X(QUARTER_HINT, "quarter-hint") \
	X(HOLIDAY, "holiday") X(WEEKDAY_AMBIGUOUS, "weekday-ambiguous") \
	X(DECADE, "decade-ending") X(DECADE_WORD, "decade-word") X(DECADE_NOT, "decade-not") \
	X(CENTURY, "century") X(DAY_PART, "day-part") X(DAY_PART_WORD, "day-part-word") \
	X(CLOCK_HALF, "clock-half") X(CLOCK_WORD, "clock-word") X(CLOCK_LOCAL, "clock-local") X(ZONE, "zone") \
	X(FUTURE, "future-marker") X(FUTURE_NOT, "future-not") X(DATE_HOUR, "date-hour") X(DATE_TIME, "date-time") \
	X(DATE_OVER, "date-over") X(DATE_UP_TO, "date-up-to") X(DATE_TITLE, "date-title") X(DATE_EVENT, "date-event") \
	X(DATE_YEAR_OF, "date-year-of") X(DATE_YEAR_NOT, "date-year-not") \
	X(FISCAL, "fiscal") X(FISCAL_YEAR, "fiscal-year") X(CLOCK_PART, "clock-part") X(CLOCK_BEFORE, "clock-before") \
	X(TITLE, "title") X(FIRST_NAME, "first-name") X(NAME_PARTICLE, "name-particle") X(NAME_OF, "name-of") \
	X(NAME_STOP, "name-stop") X(NAME_NOT, "name-not") X(ORG_WORD, "organisation-word") \
	X(ORG_END, "organisation-end") X(PLACE_WORD, "place-word") X(ORGANISATION, "organisation") \
	X(ORGANISATION_CODE, "organisation-code") X(COUNTRY, "country") X(COUNTRY_CODE, "country-code") \
	X(DEMONYM, "demonym") X(CAPITAL, "capital") X(PLACE, "place") X(LOCATIVE, "locative") \
	X(SAYING, "saying") X(SAYING_WEAK, "saying-weak") X(ACCORDING, "according") X(PRONOUN, "pronoun") \
	X(SAYING_THAT, "saying-that") X(CLAUSE_START, "clause-start") X(SAYING_SKIP, "saying-skip") \
	X(SAYING_PASSIVE, "saying-passive") X(SOURCE_AND, "source-and") X(SOURCE_PREPOSITION, "source-preposition") \
	X(SOURCE_NOUN, "source-noun") X(RELATIVE, "relative-pronoun") X(NEGATION, "saying-negation") \
	X(SAYING_NOT, "saying-not") X(SAYING_IF, "saying-if") X(SAYING_BY, "saying-by") X(SAYING_QUOTED, "saying-quoted") \
	X(SAYING_QUOTING, "saying-quoting") X(SAYING_AS, "saying-as") X(SAYING_GERUND, "saying-gerund") X(SOURCE_LEAD, "source-lead") \
	X(OBJECT_PRONOUN, "object-pronoun") X(PRONOUN_NOMINATIVE, "pronoun-nominative") \
	X(PRONOUN_SPEAKER, "pronoun-speaker") X(PRONOUN_PLURAL, "pronoun-plural") \
	X(AUXILIARY_BE, "auxiliary-be") X(AUXILIARY_HAVE, "auxiliary-have") X(AUXILIARY_DO, "auxiliary-do") \
	X(NAME_PARTICLE_DASH, "name-particle-dash") X(NAME_SUFFIX, "name-suffix") X(NAME_THING, "name-thing") \
	X(PLACE_SURNAME, "place-surname") X(PLACE_BEFORE, "place-before") X(PLACE_AFTER, "place-after") \
	X(PLACE_CODE, "place-code") X(ORG_BEFORE, "organisation-before") X(ORG_AFTER, "organisation-after") \
	X(ORG_TOPIC, "organisation-topic") X(PERSON_RELATIVE, "person-relative") X(PERSON_PARTICLE, "person-particle") X(PAPER, "paper-word") X(NAME_FAMILY, "name-family-first") X(THING_BEFORE, "thing-before") \
	X(MODAL, "modal") X(INFINITIVE, "infinitive-mark") X(GENITIVE, "genitive") X(QUOTE_MARK, "quote-mark")
/* clang-format on */

enum mention_list_id {
#define X(id, name) LIST_##id,
	MENTION_LISTS(X)
#undef X
		LIST_COUNT
};

enum {
	TAKEN_AMOUNT = 1,
	TAKEN_DATE = 2,
	TAKEN_NAME = 4,
	TAKEN_OPEN = 8,
	TAKEN_CLOSE = 16
}; /* the last two: quotation marks */

/* What may begin at a token, so that most tokens need no look at the lists; opener.c. */
enum { OPENS_DATE = 1, OPENS_AMOUNT = 2, OPENS_SAYING = 4, OPENS_NAME = 8 };

/* A number as written, without what it counts. */
struct number {
	uint32_t first, end;
	double value, precision;
	double scale;     /* of the last scale word; 1: none */
	double low, high; /* of a vague one */
	double whole;     /* 10 of "6/10" and "six in ten"; 0: no such */
	uint8_t digits;   /* bytes of a plain run of digits without separators; 0: written otherwise */
	bool figure;      /* begins with digits */
	bool ordinal, fraction, vague, indefinite;
	bool mixed; /* a whole number and a fraction */
};
#define NUMBER_MEMOS 4

/* What number_parse() found at one place. */
struct number_memo {
	uint32_t behind; /* the token behind that place; 0: nothing is kept */
	bool money, found;
	struct number number;
};

struct scan {
	struct arena *arena;
	struct language *language;
	const struct article *article;
	struct mention_list *out;
	struct lookup lookup; /* of the article */
	const struct token *tokens;
	const uint32_t *lists;     /* ids by enum mention_list_id */
	uint8_t *taken;            /* per token: TAKEN_… */
	uint16_t *opens;           /* per token: OPENS_… */
	struct number_memo *memos; /* of the last places, by token modulo NUMBER_MEMOS */
	uint32_t sentence;         /* the one at work, and its tokens */
	uint32_t first, end;
	const struct yaml_node *money_nations, *money_code; /* the last that currency.c looked up */
	uint32_t again; /* behind the bracket that says a sum in other money; 0: none yet */
	int8_t pound;   /* is a "pound" money here? -1: not looked up yet */
};

/* opener.c: OPENS_… by token */
uint16_t *openers_find(const struct scan *scan);

/* scan.c */
void scan_init(struct scan *scan, struct arena *arena, struct language *language, const struct article *article,
	       struct mention_list *out);
void scan_sentence(struct scan *scan, uint32_t sentence);
/* May an entry of LIST begin at token AT? Cheap, and nearly always the answer to all that follows. */
static inline bool scan_may(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	return at >= scan->first && at < scan->end &&
	       (scan->tokens[at].flags & TOKEN_PHRASE ||
		language_holds(scan->language, scan->lists[list], scan->tokens[at].word));
}
/* What scan_entry() gives where scan_may() says yes. */
const struct entry *scan_look(const struct scan *scan, uint32_t at, enum mention_list_id list, uint32_t *count);
/* The longest entry of LIST that starts at token AT, inside the sentence; *COUNT its tokens. NULL: none. */
static inline const struct entry *scan_entry(const struct scan *scan, uint32_t at, enum mention_list_id list,
					     uint32_t *count)
{
	return scan_may(scan, at, list) ? scan_look(scan, at, list, count) : NULL;
}
/* Its number of tokens; 0: none. */
static inline uint32_t scan_match(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	uint32_t count = 0;
	return scan_may(scan, at, list) && scan_look(scan, at, list, &count) ? count : 0;
}
/* Token AT is exactly one word of LIST. */
static inline bool scan_is(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	return at >= scan->first && at < scan->end &&
	       language_holds(scan->language, scan->lists[list], scan->tokens[at].word) &&
	       lookup_is(&scan->lookup, at, scan->lists[list]);
}
/* A phrase of LIST ends right before token AT: its first token, else MENTION_NONE. Looks back four tokens. */
uint32_t scan_before(const struct scan *scan, uint32_t at, enum mention_list_id list);
bool scan_spaced(const struct scan *scan, uint32_t at); /* a blank before token AT, or the sentence starts there */
bool scan_byte(const struct scan *scan, uint32_t at, char byte); /* token AT is this one ASCII byte */
struct span scan_text(const struct scan *scan, uint32_t at);     /* of token AT, borrowed */
/* A mention of tokens [FIRST, END) in the sentence at work, for the caller to fill; valid until the next one. */
struct mention *scan_add(struct scan *scan, enum mention_kind kind, uint32_t first, uint32_t end);
/* Marks tokens [FIRST, END) with TAKEN, one of TAKEN_…. */
void scan_take(struct scan *scan, uint32_t first, uint32_t end, uint8_t taken);
/* Reads a node's member as a number, or gives OTHERWISE. */
double scan_number(const struct yaml_node *node, const char *key, double otherwise);
uint32_t list_id(const struct language *language, const char *name); /* UINT32_MAX: no such list */

/* number.c */
bool number_parse(const struct scan *scan, uint32_t at, bool money, struct number *out);
bool number_digits(const struct scan *scan, uint32_t at, double *value, double *precision, uint8_t *plain);

/* unit.c */
bool unit_read(const struct entry *entry, struct unit *unit, double *scale);
/* The unit of measure or currency at token AT behind NUMBER; its tokens, 0: none. */
uint32_t unit_at(struct scan *scan, uint32_t at, const struct number *number, struct unit *unit, double *scale);
double amount_granularity(double value); /* 30 → 10, 250 → 50, 7 → 1 */

/* noun.c: the token of the noun that a number ending before AT counts; of_total and total too. *END: behind the total. */
uint32_t noun_find(const struct scan *scan, uint32_t at, struct amount *amount, uint32_t *end);
bool noun_plural(const struct scan *scan, uint32_t at);

/* Each reads at token AT, adds what it finds, and returns the token behind it; AT: nothing found. */
uint32_t amount_read(struct scan *scan, uint32_t at); /* quantity.c */
uint32_t date_read(struct scan *scan, uint32_t at);   /* date.c */

/* Passes over the whole article. */
void names_read(struct scan *scan);
void quotes_read(struct scan *scan);
void attributions_read(struct scan *scan);
/* name_key.c: keys of all names, when all are known. */
void names_key(struct scan *scan, uint32_t from);
/* The name that covers token AT, or NULL; NAME_AT is per token: mention + 1. */
uint32_t *names_by_token(struct scan *scan);
#endif
