/* SPDX-License-Identifier: Apache-2.0 */
/* One answer, so short that it fits into a cell of the table of claims and articles. */
#ifndef REPORT_CELL_H
#define REPORT_CELL_H

#include "report/report.h"

struct cell_style {
	const struct report *report;
	bool unicode; /* false: ASCII signs */
};

/* What VERSION (its index) of FINDING says, as MEMBER has it (NULL: any), safe for a terminal, in COLUMNS at most; empty: it
 * can't be said so short without misleading. Amounts may take twelve. */
struct span report_cell(const struct cell_style *style, const struct finding *finding, uint32_t version,
			const struct member *member, uint32_t columns);

#endif
