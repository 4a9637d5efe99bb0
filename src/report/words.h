/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of a report: what a relation is called and marked with, what a
 * finding asks and answers, why it was found. Every format uses these, so that
 * one thing has one name wherever it is read. Nothing here is escaped.
 */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include "report/report.h"

struct relation_words {
	const char *mark, *ascii; /* one column each; no two relations share one */
	const char *title;        /* "Contradictions" */
	const char *one, *many;   /* behind a number: "contradiction", "contradictions" */
	const char *meaning;      /* a sentence for whoever meets it first */
};

const struct relation_words *report_words(enum relation relation);

/* What is asked, for a table that gives the answers: "How deep was the quake?"; without a question the rule and what it is
 * about, "Distance: the dam", or if that is not known its answers, "Distance: 7 km / 30 km"; of what is told alike the one
 * answer, "Date: 4:05 a.m.", or what all of them tell. */
struct span report_topic(const struct report *report, const struct finding *finding);
/* The question; without one the message, which tells the versions too. For headings. */
struct span report_heading(const struct finding *finding);
/* "10 km or 30 km"; what differs but in a detail "Varn / Warn"; a known order of time "36 → 52". */
struct span report_labels(const struct report *report, const struct finding *finding);
/* What stands between two of its versions: "or", "/", "→". */
const char *report_between(const struct finding *finding);
/* One line that says it all: "How deep was the quake? 10 km or 30 km". */
struct span report_saying(const struct report *report, const struct finding *finding);
/* "same event, subject (the port); stance: no response ≠ declined"; notes left out. */
struct span report_because(struct arena *arena, const struct finding *finding);
/* Calls for each note among the reasons: a note warns of what the finding rests on. */
static inline bool because_is_note(const struct because *because)
{
	return !strcmp(because->test, "note");
}

/* "1 finding suppressed: depth (A:12, the survey gave a new figure)": for each comment rule, its place and reason. In check the
 * place is "draft.md:12". Empty: nothing that would be shown is suppressed. */
struct span report_suppressed_line(const struct report *report, const struct report_style *style);
/* Where a comment stands: "A:12", in check "draft.md:12". */
struct span report_comment_place(const struct report *report, const struct suppression *suppression);

/* Why something was not compared, in words for readers: "bylines, credits, page text" of "furniture". */
const char *report_reason(const char *reason);
/* The cluster's title; "Dam bursts (and 4 more)", the first one that an article has; a draft's; or "Untitled". */
struct span report_title(const struct report *report);
/* The outlet, or the name of the file. */
struct span report_outlet(const struct article *article);
/* "2031-03-18 09:10+02:00", "2031-03-18, no time", "date not given". */
struct span report_published(struct arena *arena, const struct article *article);
/* The folder of all articles; empty: they lie in several, or there is but one. */
struct span report_folder(const struct report *report);
/* "told by 5 outlets from 2 independent texts, citing 1 source"; empty: one article alone tells it, or a draft does. */
struct span report_tellers(const struct report *report, const struct finding *finding);
/* "A, B and F go back to one original (AFP): where they agree, …", of many the first; empty: lineage NUMBER has one article. */
struct span report_lineage(const struct report *report, uint32_t number);
/* "quote-wording" as a heading: "Quote wording". */
struct span report_rule_title(struct arena *arena, struct span rule);

/* "No contradictions found.", or that there are none at the level asked for. */
const char *report_none(const struct report_style *style);

/* A plural "s" unless COUNT is 1. */
const char *report_plural(uint32_t count);

#endif
