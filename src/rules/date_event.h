/* SPDX-License-Identifier: Apache-2.0 */
/* What a date dates. Private to kind_date.c, date_event.c. */
#ifndef RULES_DATE_EVENT_H
#define RULES_DATE_EVENT_H

#include "rules/facet.h"

struct dated {
	uint32_t event;        /* concept of the verb, or of the verb that a noun stands for; 0: not known */
	bool noun;             /* "the shooting on Saturday" */
	bool once;             /* it happens to nobody twice: "was born on" */
	uint32_t first, limit; /* tokens where those stand whom it happened to */
};

struct dated dated_read(const struct matching *matching, const struct facet *facet);
/* One event, of one person. */
bool dated_alike(const struct matching *matching, const struct facet *a, const struct dated *x, const struct facet *b,
		 const struct dated *y);
/* "The next day" and "later that day", of one event. */
bool dated_days_apart(const struct matching *matching, const struct facet *a, const struct dated *x,
		      const struct facet *b, const struct dated *y);

#endif
