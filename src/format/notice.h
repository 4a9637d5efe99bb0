/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A finding as plain text for the tools that annotate files: a title, a line
 * that says it all, the passages and the reasons. All text of articles is on one
 * line and free of control characters, as escape_term() leaves it, and cut where
 * it is long.
 */
#ifndef FORMAT_NOTICE_H
#define FORMAT_NOTICE_H

#include "report/report.h"

/* The findings to show, in report order: the notable ones, with --all every one; each has a place. */
struct notice_list LIST(const struct finding *);
void notice_findings(struct notice_list *list, const struct report *report, const struct report_style *style);

/* Those that comments in the articles suppress. */
void notice_suppressed(struct notice_list *list, const struct report *report, const struct report_style *style);

/* Every place of a finding, version by version in the order to show. */
struct notice_place {
	const struct version *version;
	const struct member *member;
	uint32_t number; /* 0: where the finding is shown (report_first_member); else 1, 2 … */
};
struct notice_places LIST(struct notice_place);
void notice_places(struct notice_places *places, const struct report *report, const struct finding *finding);

/* How a line tells where the answers stand; the finding's own place is "here". */
enum notice_style {
	NOTICE_PATHS, /* "10 km (here) or 30 km (daily.txt:7)" */
	NOTICE_LINKS, /* "10 km (here) or 30 km ([B:7](2))", a link of SARIF to place number 2 */
	NOTICE_BARE   /* not at all */
};

/* "contradiction: How deep was the quake?" */
struct span notice_title(const struct report *report, const struct finding *finding);
/* What is asked, beside the answers: without those that report_topic() names, and empty if there is nothing else. */
struct span notice_topic(const struct report *report, const struct finding *finding);
/* "10 km (here) or 30 km (daily.txt:7)". */
struct span notice_answers(const struct report *report, const struct finding *finding, enum notice_style style);
/* "How deep was the quake? 10 km (here) or 30 km (daily.txt:7)". */
struct span notice_saying(const struct report *report, const struct finding *finding, enum notice_style style);
/* The same behind what it is: "contradiction: …". */
struct span notice_line(const struct report *report, const struct finding *finding, enum notice_style style);
/* "why: same event, role; length: 10 km ≠ 30 km", and a line for each note; no line end behind the last. */
void notice_reasons(struct buffer *out, const struct report *report, const struct finding *finding,
		    enum notice_style style);
/* "daily.txt:7: The quake was [30 km] deep.", a line for each place but those beyond the first few; then the reasons, if there
 * are any. */
void notice_details(struct buffer *out, const struct report *report, const struct finding *finding);
/* TEXT on one line, at most MOST code points of it. */
struct span notice_clean(struct arena *arena, struct span text, uint32_t most);

#endif
