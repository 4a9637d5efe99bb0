/* SPDX-License-Identifier: Apache-2.0 */
/* The table of formats: found by name, and by nothing else. */
#include "hand_made.h"

#include "format/format.h"
#include "term/term.h"

Test(report_format, is_found_by_its_name)
{
	cr_expect(report_format_find(SPAN("term"))->write == report_term);
	cr_expect(report_format_find(SPAN("json"))->write == report_json);
	cr_expect(report_format_find(SPAN("diff"))->write == report_diff);
	cr_expect(report_format_find(SPAN("Term")) == NULL);
	cr_expect(report_format_find(SPAN("")) == NULL);
}
