/* SPDX-License-Identifier: Apache-2.0 */
/* The pieces of a SARIF log that its two files share. */
#ifndef FORMAT_SARIF_H
#define FORMAT_SARIF_H

#include "format/format.h"
#include "format/notice.h"

/* A message: KEY: {"text": …}. Its braces are doubled, since single ones would be placeholders (3.11.5). */
void sarif_message(struct json_writer *json, const char *key, struct span text);
const char *sarif_level(enum severity severity);

/* sarif_rule.c: the rules that fired, each once, in the order of the findings; and their descriptions. */
void sarif_rules(struct span_list *rules, struct arena *arena, const struct notice_list *list);
uint32_t sarif_rule_index(const struct span_list *rules, struct span id);
void sarif_put_rules(struct json_writer *json, const struct report *report, const struct span_list *rules);

#endif
