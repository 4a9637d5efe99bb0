/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that read attributions share. Private to attribution.c, saying.c, said.c, scope.c, source*.c,
 * quote_link.c. */
#ifndef MENTION_ATTRIBUTION_H
#define MENTION_ATTRIBUTION_H

#include "mention/scan.h"

struct attributing {
	struct scan *scan;
	uint32_t *name_at, *amount_at; /* per token: mention + 1 */
	uint32_t from;                 /* first attribution of the sentence in the list */
};

/* The tokens of a noun phrase. */
struct phrase {
	uint32_t first, end;
};

/* A verb of saying. */
struct saying {
	uint32_t at, next; /* its tokens; next: the one behind */
	bool weak;         /* reports only with something beside it that shows it */
	bool addressee;    /* "told Ito": who is told comes first */
	bool denial;
	bool clause;   /* "added that …": a thing alone ("added a boat") is nothing said */
	bool evidence; /* "shows": no pronoun does it */
	bool strict;   /* "described": no clause follows but with "that" */
	bool quoting;  /* "laughed": nothing but a quotation before it is said */
};

static inline const struct word_info *info_at(const struct scan *scan, uint32_t at)
{
	return language_word(scan->language, scan->tokens[at].word);
}

/* saying.c: looks at a verb of saying and what stands around it. */
bool saying_mark(const struct scan *scan, uint32_t at);   /* token AT is a punctuation mark of the sentence */
bool saying_opens(const struct scan *scan, uint32_t at);  /* … opens a quotation */
bool saying_closes(const struct scan *scan, uint32_t at); /* … closes one */
uint32_t saying_opening(const struct scan *scan,
			uint32_t at); /* of the quotation that closes at AT; else MENTION_NONE */
/* … closes one that is all that is said, not a word inside a phrase: `The "lock" section`. */
bool saying_ends_quote(const struct scan *scan, uint32_t at);
bool saying_aside(const struct scan *scan, uint32_t next); /* a time, place or adverb stands at NEXT */
bool saying_auxiliary(const struct scan *scan, uint32_t at);
bool saying_verb(const struct scan *scan, uint32_t at);                     /* a finite verb, and no noun */
bool saying_that(const struct scan *scan, uint32_t at);                     /* "that", "whether", "how" */
bool saying_colon(const struct scan *scan, uint32_t at);                    /* but not that of "5: 30" */
bool saying_none(const struct scan *scan, const struct saying *saying);     /* it is no saying after all */
bool saying_inverted(const struct scan *scan, const struct saying *saying); /* may its source follow it? */
bool saying_content(const struct scan *scan, uint32_t next);                /* "that", a colon, a quotation follows */
bool saying_clause(const struct scan *scan, uint32_t next);                 /* a subject and its verb follow */
bool saying_infinitive(const struct scan *scan, uint32_t next);             /* "to hold" follows */
bool saying_ends(const struct scan *scan, uint32_t next); /* no more than times, places, the one told follow */
bool saying_agrees(const struct scan *scan, const struct saying *saying, const struct attribution *a);

/* said.c */
bool saying_something(const struct attributing *work,
		      const struct saying *saying); /* not just "She testified on Monday" */
uint32_t saying_start(const struct attributing *work, const struct saying *saying); /* of what is said behind it */
bool saying_verb_behind(const struct scan *scan, uint32_t next);                    /* a verb in the words behind */

/* scope.c */
void scope_set(const struct scan *scan, struct attribution *a, uint32_t first, uint32_t end);
bool scope_quoted(const struct scan *scan, uint32_t at); /* token AT stands inside a quotation of the sentence */
void scope_bound_earlier(struct attributing *work, uint32_t first);
bool scope_parenthesis(const struct scan *scan, uint32_t at, uint32_t end);
bool scope_clause_leads(const struct scan *scan, uint32_t comma);
bool scope_leads(const struct scan *scan, uint32_t end);

/* source.c: noun phrases of sources. Fill all but verb, scope and denial; false: none. POSTPOSED: what is said stands
 * before. */
bool source_before(const struct attributing *work, uint32_t verb, bool postposed, struct attribution *out);
bool source_after(const struct attributing *work, uint32_t at, struct attribution *out);
/* The subject that begins the sentence, when it is plain: for "…, saying that", "… and said". */
bool source_subject(const struct attributing *work, uint32_t limit, struct attribution *out);
/* "Ida Brandt, the mayor, | said": nothing but a name and what is told of it stands before the comma at END. */
bool source_named_aside(const struct attributing *work, uint32_t end);

/* source.c, for source_aside.c */
uint32_t source_skip_back(const struct scan *scan, uint32_t end); /* over adverbs, auxiliaries and times */
uint32_t source_trim_left(const struct attributing *work, uint32_t first, uint32_t end);
struct phrase source_phrase_before(const struct attributing *work, uint32_t end);

/* source_aside.c */
bool source_ends_aside(const struct scan *scan, uint32_t end);
struct phrase source_before_asides(const struct attributing *work, uint32_t end, bool postposed);
/* "said the mayor | , Ida Brandt": adds the name behind. */
void source_add_name(const struct attributing *work, struct attribution *a);
bool source_fill_named(const struct attributing *work, struct phrase phrase, struct attribution *out);

/* source_fill.c */
bool source_word(const struct scan *scan, uint32_t at, enum mention_list_id list); /* a word of LIST, no name */
bool source_person_like(const struct attributing *work, struct phrase phrase);
bool source_fill(const struct attributing *work, struct phrase phrase, struct attribution *out);

/* quote_link.c: quotations, which come before QUOTES_END in the list, to attributions; FIRST: per sentence, its first
 * attribution. */
void quotes_link(struct scan *scan, uint32_t quotes_end, const uint32_t *first);

#endif
