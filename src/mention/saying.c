/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Is a verb of saying one here, which way does it look, and where does what is
 * said begin?
 *
 *   "Two crews reported | that the lock held" → looks ahead, begins at "the"
 *   "the charges were read", "no reply", "added a boat" → no saying
 *
 * Limits: words tell it, not a parse: what a verb governs is guessed from the
 * next few tokens.
 */
#include "mention/attribution.h"

#define LOOK 14 /* tokens ahead */

bool saying_mark(const struct scan *scan, uint32_t at)
{
	return at >= scan->first && at < scan->end && scan->tokens[at].kind == TOKEN_MARK;
}

bool saying_opens(const struct scan *scan, uint32_t at)
{
	return at < scan->end && scan->taken[at] & TAKEN_OPEN;
}

bool saying_closes(const struct scan *scan, uint32_t at)
{
	return at >= scan->first && at < scan->end && scan->taken[at] & TAKEN_CLOSE;
}

uint32_t saying_opening(const struct scan *scan, uint32_t at)
{
	for (uint32_t i = at, depth = 0; i-- > scan->first;) {
		depth += saying_closes(scan, i);
		if (saying_opens(scan, i) && !depth--)
			return i;
	}
	return MENTION_NONE;
}

bool saying_ends_quote(const struct scan *scan, uint32_t at)
{
	if (!saying_closes(scan, at))
		return false;
	uint32_t open = saying_opening(scan, at);
	return open == MENTION_NONE || open == scan->first || saying_mark(scan, at - 1) || saying_mark(scan, open - 1);
}

bool saying_aside(const struct scan *scan, uint32_t next)
{
	return next < scan->end && (scan->taken[next] & TAKEN_DATE || scan_is(scan, next, LIST_SOURCE_PREPOSITION) ||
				    scan_match(scan, next, LIST_SAYING_SKIP));
}

bool saying_auxiliary(const struct scan *scan, uint32_t at)
{
	if (at < scan->end && scan->taken[at] & TAKEN_DATE)
		return false; /* "in May" */
	return scan_is(scan, at, LIST_AUXILIARY_BE) || scan_is(scan, at, LIST_AUXILIARY_HAVE) ||
	       scan_is(scan, at, LIST_AUXILIARY_DO) || scan_is(scan, at, LIST_MODAL);
}

bool saying_verb(const struct scan *scan, uint32_t at)
{
	const struct word_info *info = info_at(scan, at);
	bool past = info->flags & WORD_PAST && info->lemma != scan->tokens[at].word;
	return info->flags & WORD_VERB && (past || (info->flags & WORD_THIRD && !(info->flags & WORD_NOUN)));
}

bool saying_that(const struct scan *scan, uint32_t at)
{
	return scan_is(scan, at, LIST_SAYING_THAT);
}

bool saying_colon(const struct scan *scan, uint32_t at)
{
	return scan_byte(scan, at, ':') &&
	       !(at + 1 < scan->end && at > scan->first && scan->tokens[at - 1].kind == TOKEN_NUMBER &&
		 scan->tokens[at + 1].kind == TOKEN_NUMBER);
}

/* "gas that was found": the word that begins what is said begins a relative clause, too. */
static bool relative_at(const struct scan *scan, uint32_t at)
{
	return scan_is(scan, at, LIST_RELATIVE) &&
	       (saying_auxiliary(scan, at + 1) || (at + 1 < scan->end && scan->tokens[at + 1].flags & TOKEN_CLITIC));
}

bool saying_content(const struct scan *scan, uint32_t next)
{
	if (next < scan->end && !saying_mark(scan, next) && !saying_that(scan, next) && !saying_aside(scan, next))
		return false;
	for (uint32_t i = next; i < scan->end && i < next + LOOK; i++) {
		bool noun = next > scan->first && info_at(scan, next - 1)->flags & WORD_NOUN;
		if ((i > next || noun) && saying_that(scan, i) && relative_at(scan, i))
			return false; /* "said in a note that was late", "rules that have" */
		if (saying_that(scan, i) && i > next && scan_is(scan, i - 1, LIST_SOURCE_PREPOSITION))
			continue; /* "hoped to build on that" */
		if (saying_that(scan, i) || saying_colon(scan, i))
			return true;
		if ((i > next && scan_is(scan, i, LIST_CLAUSE_START)) || scan_is(scan, i, LIST_PRONOUN_NOMINATIVE) ||
		    saying_auxiliary(scan, i))
			return false;
		if (saying_mark(scan, i))
			return saying_opens(scan, i) ||
			       (scan_byte(scan, i, ',') && i + 1 < scan->article->tokens.count &&
				scan->taken[i + 1] & TAKEN_OPEN); /* even in the next line */
	}
	return false;
}

bool saying_clause(const struct scan *scan, uint32_t next)
{
	uint32_t age = MENTION_NONE;
	for (uint32_t i = next; i < scan->end && i < next + LOOK; i++) {
		if (i > next && scan_byte(scan, i, ',') && i + 2 < scan->end && scan->taken[i + 1] & TAKEN_AMOUNT &&
		    scan_byte(scan, i + 2, ',')) {
			i += 2; /* "Roen, 49, left" */
			age = i + 1;
			continue;
		}
		bool auxiliary = saying_auxiliary(scan, i);
		if (saying_mark(scan, i) ? !scan_is(scan, i, LIST_DASH)
					 : !auxiliary && source_word(scan, i, LIST_CLAUSE_START))
			return false;
		if (i == next && auxiliary)
			return false; /* "the rules should …" */
		if (i == next)
			continue;
		if (auxiliary && !scan_is(scan, i - 1, LIST_SAYING_PASSIVE))
			return true;
		bool subject = i == age || scan->taken[i - 1] & TAKEN_NAME || scan_is(scan, i - 1, LIST_PRONOUN) ||
			       scan_is(scan, i - 1, LIST_SOURCE_NOUN);
		if (subject && !(scan->taken[i] & TAKEN_NAME) && info_at(scan, i)->flags & (WORD_PAST | WORD_THIRD) &&
		    info_at(scan, i)->flags & WORD_VERB)
			return true;
	}
	return false;
}

bool saying_infinitive(const struct scan *scan, uint32_t next)
{
	for (uint32_t i = next; i + 1 < scan->end && i < next + 6; i++)
		if (scan_is(scan, i, LIST_INFINITIVE))
			return info_at(scan, i + 1)->flags & WORD_VERB;
	return false;
}

/* "our first | report", "a last-minute | rule": one noun phrase up to AT, in which nothing else can be the subject. */
static bool determined(const struct scan *scan, uint32_t at)
{
	for (uint32_t i = at; i > scan->first && i + 4 > at; i--) {
		uint32_t before = i - 1;
		if (scan_is(scan, before, LIST_DETERMINER) || scan_is(scan, before, LIST_NUMBER_ONE))
			return i < at;
		if (scan->taken[before] || noun_plural(scan, before) || info_at(scan, before)->flags & WORD_STOP ||
		    scan_is(scan, before, LIST_SOURCE_NOUN) ||
		    (saying_mark(scan, before) && !scan_is(scan, before, LIST_DASH)))
			return false;
	}
	return false;
}

/* A form that is a noun as well, where no subject fits it: "the charges", "in reports", "no immediate reply". */
static bool is_noun(const struct scan *scan, uint32_t at)
{
	const struct word_info *info = info_at(scan, at);
	bool apart = at + 1 >= scan->end || saying_mark(scan, at + 1) || saying_content(scan, at + 1);
	if (info->flags & WORD_PAST && info->lemma != scan->tokens[at].word)
		return !apart && at > scan->first && !scan_is(scan, at - 1, LIST_SOURCE_NOUN) &&
		       (scan->taken[at - 1] & TAKEN_AMOUNT || scan_is(scan, at - 1, LIST_SOURCE_PREPOSITION));
	bool adjective = info->flags & WORD_NOUN && info->lemma == scan->tokens[at].word && determined(scan, at);
	bool subject = info->flags & WORD_NOUN && info->lemma == scan->tokens[at].word && at + 1 < scan->end &&
		       (saying_auxiliary(scan, at + 1) || saying_verb(scan, at + 1)); /* "the police report says" */
	return at > scan->first && !saying_closes(scan, at - 1) &&
	       (adjective || subject || scan->tokens[at - 1].flags & TOKEN_CLITIC ||
		scan_is(scan, at - 1, LIST_GENITIVE) || scan_is(scan, at - 1, LIST_SOURCE_PREPOSITION)) &&
	       !scan_match(scan, at - 1, LIST_SAYING_SKIP);
}

static bool negated(const struct scan *scan, uint32_t at)
{
	for (uint32_t back = 1; back <= 3 && scan->first + back <= at; back++) {
		if (saying_mark(scan, at - back))
			return false;
		if (scan_is(scan, at - back, LIST_NEGATION))
			return true;
	}
	return scan_before(scan, at, LIST_NEGATION) != MENTION_NONE;
}

/* ", police reported." */
static bool ends_clause(const struct scan *scan, const struct saying *saying)
{
	if (saying->next < scan->end && !saying_mark(scan, saying->next) && !(scan->taken[saying->next] & TAKEN_DATE))
		return false;
	for (uint32_t back = 1; back <= 8 && scan->first + back <= saying->at; back++)
		if (scan_byte(scan, saying->at - back, ','))
			return true;
	return false;
}

/* ["Why?"] "Brandt asked." */
static bool answers(const struct scan *scan, const struct saying *saying)
{
	return scan->first && scan->taken[scan->first - 1] & TAKEN_CLOSE && saying->at < scan->first + 6 &&
	       (saying->next >= scan->end || saying_mark(scan, saying->next));
}

/* A pronoun that can be nothing but a subject. */
static bool subject_at(const struct scan *scan, uint32_t at)
{
	return scan_is(scan, at, LIST_PRONOUN_NOMINATIVE);
}

/* “It held,” one of the older divers | wrote. */
static bool behind_quote(const struct scan *scan, uint32_t at, uint32_t next)
{
	bool ends = next >= scan->end || saying_mark(scan, next) || scan->taken[next] & TAKEN_NAME ||
		    (saying_aside(scan, next) && !scan_is(scan, next, LIST_INFINITIVE));
	for (uint32_t back = 1; back <= LOOK && scan->first + back < at; back++) {
		uint32_t i = at - back;
		if (saying_closes(scan, i))
			return (back <= 3 || ends) && (saying_ends_quote(scan, i) || scan_byte(scan, i + 1, ','));
		if (saying_mark(scan, i) ? !scan_byte(scan, i, ',') : scan_is(scan, i, LIST_CLAUSE_START))
			return false;
	}
	return saying_closes(scan, scan->first) && at <= scan->first + 3;
}

/* "stated | Roen had": a name or a pronoun and its verb. */
static bool short_clause(const struct scan *scan, uint32_t next)
{
	uint32_t at = next;
	while (at < scan->end && scan->taken[at] & TAKEN_NAME)
		at++;
	if (at == next && scan_is(scan, at, LIST_PRONOUN))
		at++;
	if (at == next || at >= scan->end)
		return false;
	return saying_auxiliary(scan, at) || saying_verb(scan, at) || saying_opens(scan, at);
}

/* "was falsely | reported" */
static bool passive_adverb(const struct scan *scan, uint32_t at)
{
	uint32_t back = source_skip_back(scan, at);
	return back < at && back > scan->first && scan_is(scan, back - 1, LIST_SAYING_PASSIVE) &&
	       !scan_is(scan, back - 1, LIST_INFINITIVE);
}

bool saying_none(const struct scan *scan, const struct saying *saying)
{
	uint32_t at = saying->at, next = saying->next;
	if (at > scan->first && (scan_is(scan, at - 1, LIST_SAYING_PASSIVE) || scan_is(scan, at - 1, LIST_DETERMINER) ||
				 scan_is(scan, at - 1, LIST_NUMBER_ONE)))
		return true;
	if (scan_match(scan, at, LIST_SAYING_NOT) || is_noun(scan, at) || negated(scan, at) || passive_adverb(scan, at))
		return true;
	if (!saying->weak && !saying->clause)
		return false;
	bool quoted = behind_quote(scan, at, next);
	if (saying->quoting)
		return !quoted;
	if (quoted || saying_content(scan, next) || ends_clause(scan, saying) || answers(scan, saying))
		return false;
	const struct word_info *info = info_at(scan, at);
	if (saying->strict)
		return !(info->flags & WORD_PAST && info->lemma != scan->tokens[at].word && short_clause(scan, next));
	if (saying->weak && scan_is(scan, next, LIST_SOURCE_PREPOSITION))
		return true; /* "the boats found in the bay have" */
	return !subject_at(scan, next) && !short_clause(scan, next) && !saying_clause(scan, next);
}

bool saying_inverted(const struct scan *scan, const struct saying *saying)
{
	uint32_t at = saying->at, next = saying->next;
	if (at == scan->first || next >= scan->end || saying_mark(scan, next) || saying_that(scan, next))
		return false;
	bool closed = saying_ends_quote(scan, at - 1);
	bool comma = saying_mark(scan, at - 1) && !scan_is(scan, at - 1, LIST_DASH) && !scan_byte(scan, at - 1, ')') &&
		     !saying_closes(scan, at - 1);
	if (!closed && !comma)
		return false;
	if (scan->taken[next] & TAKEN_DATE || scan_is(scan, next, LIST_SOURCE_PREPOSITION) ||
	    scan_is(scan, next, LIST_PRONOUN))
		return scan_is(scan, next, LIST_PRONOUN) && closed;
	return true;
}

bool saying_ends(const struct scan *scan, uint32_t next)
{
	bool aside = saying_aside(scan, next);
	for (uint32_t i = next; i < scan->end; i++) {
		if (scan->taken[i] & TAKEN_DATE || (aside && !saying_mark(scan, i) && !saying_that(scan, i)))
			continue;
		if (saying_mark(scan, i))
			return !scan_byte(scan, i, ':') && !scan_byte(scan, i, '-') && !saying_opens(scan, i);
		if (saying_that(scan, i) || i > next + 12)
			return false;
		if (!(scan->taken[i] & TAKEN_NAME) && !scan_is(scan, i, LIST_SOURCE_PREPOSITION) &&
		    !scan_is(scan, i, LIST_DETERMINER) && !scan_is(scan, i, LIST_NUMBER_ONE) &&
		    !scan_is(scan, i, LIST_SOURCE_NOUN) && !scan_match(scan, i, LIST_SAYING_SKIP))
			return scan_is(scan, i, LIST_CLAUSE_START) && !saying_auxiliary(scan, i);
	}
	return true;
}

/* May what stands at NEXT begin what a verb says, and no compound noun go on there? */
static bool object_at(const struct scan *scan, uint32_t next)
{
	return next >= scan->end || saying_mark(scan, next) || scan->taken[next] || saying_that(scan, next) ||
	       info_at(scan, next)->flags & WORD_STOP || scan_is(scan, next, LIST_DETERMINER) ||
	       scan_is(scan, next, LIST_NUMBER_ONE) || scan_is(scan, next, LIST_PRONOUN) || noun_plural(scan, next);
}

/* Does the verb's form go with its subject? "the rally cry", "the port and its reports" don't. */
bool saying_agrees(const struct scan *scan, const struct saying *saying, const struct attribution *a)
{
	const struct token *verb = &scan->tokens[saying->at];
	const struct word_info *info = info_at(scan, saying->at);
	bool bare = info->lemma == verb->word;
	if (info->flags & WORD_PAST || saying->next > saying->at + 1)
		return true; /* "the letter read", too */
	uint32_t end = a->source_first + a->source_count;
	bool name = scan->taken[a->head] & TAKEN_NAME, noun = scan_is(scan, a->head, LIST_SOURCE_NOUN);
	bool pronoun = source_word(scan, a->head, LIST_PRONOUN), plural = noun_plural(scan, a->head);
	bool content = !saying->weak && saying_content(scan, saying->next);
	for (uint32_t i = a->source_first; info->flags & WORD_NOUN && saying->weak && i + 1 < end; i++)
		if (saying_verb(scan, i) && !(scan->tokens[i].flags & TOKEN_UPPER) &&
		    !scan_is(scan, i + 1, LIST_SOURCE_PREPOSITION) && !(scan->taken[i + 1] & TAKEN_DATE) &&
		    info_at(scan, i + 1)->flags & WORD_NOUN && i + 2 == end)
			return false; /* "the court rejected fishing claims" */
	if (bare && end < saying->at && saying_auxiliary(scan, end))
		return true;
	if (pronoun)
		return bare ? scan_is(scan, a->head, LIST_PRONOUN_PLURAL) || content
			    : !scan_is(scan, a->head, LIST_PRONOUN_PLURAL) || scan_is(scan, a->head, LIST_RELATIVE);
	if (scan->taken[a->head] & TAKEN_AMOUNT && !name)
		return bare;
	if (!bare) {
		bool begun = scan_is(scan, a->source_first, LIST_DETERMINER) ||
			     scan_is(scan, a->source_first, LIST_NUMBER_ONE) ||
			     scan->taken[a->source_first] & TAKEN_NAME;
		bool thing = begun &&
			     info_at(scan, a->head)->flags & WORD_NOUN && /* "the film shows", but not "tide rules", */
			     (!(info->flags & WORD_NOUN) || object_at(scan, saying->next)); /* "the land claims deal" */
		return name || (!plural && (noun || thing || !saying->weak));
	}
	for (uint32_t i = a->source_first; i < end; i++)
		plural = plural || scan_is(scan, i, LIST_SOURCE_AND);
	return plural || (!saying->weak && (name || noun));
}
