/* SPDX-License-Identifier: Apache-2.0 */
/* What the formats and the commands share beyond report.h: how much a finding weighs, and what of it is shown first. */
#ifndef REPORT_SHOW_H
#define REPORT_SHOW_H

#include "report/report.h"

/* What --min-level and --fail-on go by: the rule's severity for what is wrong, a note for what is merely told. */
enum severity report_level(const struct finding *finding);
/* False for what nobody has to look into: agreements, and what one article only tells more fully. */
bool report_notable(const struct finding *finding);

static inline bool report_is_draft(const struct report *report, uint32_t article)
{
	return article < report->drafts;
}

/* The versions of FINDING in the order to show: by members, then by place, and in check the draft's first; an update's
 * in time. */
void report_versions(const struct report *report, const struct finding *finding, struct u32_list *order);
/* The member that stands for the finding: in check the draft's first, else the first. NULL: it has none. */
const struct member *report_first_member(const struct report *report, const struct finding *finding);

const struct article *report_article(const struct report *report, uint32_t account);
/* The sentence's bytes, widened to the member where a member reaches further. */
void report_sentence(const struct report *report, const struct member *member, uint32_t *start, uint32_t *end);

/* Pieces of JSON that other documents have, too. PARAGRAPHS: with the number of each sentence's. */
void report_json_sentences(struct json_writer *json, const struct article *article, bool paragraphs);
void report_json_generator(struct json_writer *json, struct span rules_digest);

/* A plural "s" unless COUNT is 1. */
const char *report_plural(uint32_t count);

#endif
