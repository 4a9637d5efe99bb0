/* SPDX-License-Identifier: Apache-2.0 */
/* Why two sentences were, or were not, lined up and compared: for reading, or as JSON. */
#ifndef INSPECT_PAIR_H
#define INSPECT_PAIR_H

#include "base/json.h"
#include "report/likeness.h"

void pair_text(struct buffer *out, const struct explained *explained, const struct report_style *style);
/* Schema jibe.explain/1. */
void pair_json(struct buffer *out, const struct explained *explained);

#endif
