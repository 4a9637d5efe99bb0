/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes of an article as the line-and-column ranges that other tools ask for: in code points, and in bytes of UTF-8. */
#ifndef REPORT_REGION_H
#define REPORT_REGION_H

#include "report/report.h"

struct region {
	uint32_t start, end;              /* bytes of the file, end exclusive; a byte order mark counts */
	struct place first, behind;       /* of START and END; columns in code points */
	uint32_t first_byte, behind_byte; /* the same columns in bytes, from 1 */
};

struct region region_at(const struct source *source, uint32_t start, uint32_t end);
struct region region_of(const struct report *report, const struct member *member);

#endif
