/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Why two passages were set against each other, or told alike.
 *
 *   "The dam above Orvik is 40 metres high" | "The Orvik dam is 55 metres high"
 *   → both tell of "dam", "Orvik", "high"; both speak of the dam; one tells 40 m, the other 55 m
 *
 * Each reason is a sentence that a reader can check against the two passages.
 */
#include "rules/gather.h"

void explain_conflict(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		      const struct facet *a, const struct facet *b, const struct verdict *verdict,
		      struct finding *finding)
{
	struct span subject = facet_subject(matching, a), other = facet_subject(matching, b);
	for (int field = 0; field < SAME_COUNT; field++) {
		if (!(verdict->same & 1u << field))
			continue;
		const char *name = same_field_name((enum same_field)field);
		struct span text;
		if (field == SAME_SUBJECT && subject.len)
			text = span_equal(subject, other) ? subject
							  : arena_format(matching->arena, SPAN_FMT " = " SPAN_FMT,
									 SPAN_ARG(subject), SPAN_ARG(other));
		else
			text = arena_format(matching->arena, "both passages have the same %s", name);
		because_add(matching, finding, "same", name, text);
	}
	struct span text = arena_format(matching->arena, SPAN_FMT " ≠ " SPAN_FMT,
					SPAN_ARG(kind->label(matching, rule, a)),
					SPAN_ARG(kind->label(matching, rule, b)));
	because_add(matching, finding, "conflict", rule_kind_name(rule->kind), text);
	bool positions = rule->kind == RULE_QUANTITY || rule->kind == RULE_COUNT;
	if (verdict->dispute && positions && a->frame != b->frame)
		because_add(matching, finding, "note", "frame",
			    arena_format(matching->arena, "one is %s, the other %s",
					 claim_frame_name((enum claim_frame)a->frame),
					 claim_frame_name((enum claim_frame)b->frame)));
	finding_word(matching, rule, finding, subject);
}

void explain_agreement(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		       const struct facet *facet, struct finding *finding)
{
	because_add(matching, finding, "agree", rule_kind_name(rule->kind), kind->label(matching, rule, facet));
	finding_word(matching, rule, finding, facet_subject(matching, facet));
}

void explain_fuller(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		    const struct facet *a, const struct facet *b, struct finding *finding)
{
	(void)kind, (void)b;
	because_add(matching, finding, "agree", rule_kind_name(rule->kind), SPAN("one tells more than the other"));
	finding_word(matching, rule, finding, facet_subject(matching, a));
}
