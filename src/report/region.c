/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Byte offsets into a range of lines and columns.
 *
 *   "Café: 14 died.\n", bytes 7 to 9   →   line 1, columns 7 to 9 in code points, 8 to 10 in bytes
 *
 * The end is exclusive: the place behind the last character, which may be the
 * first column of the next line. A combining mark and an emoji of several code
 * points count each of them; a byte order mark takes no column of either kind.
 */
#include "report/region.h"

static uint32_t byte_column(const struct source *source, struct place place, uint32_t offset)
{
	uint32_t start = (uint32_t)(source_line(source, place.line).ptr - source->text.ptr);

	return offset > start ? offset - start + 1 : 1;
}

struct region region_at(const struct source *source, uint32_t start, uint32_t end)
{
	struct region region = {.start = start, .end = end};

	region.first = source_place(source, start);
	region.behind = source_place(source, end);
	region.first_byte = byte_column(source, region.first, start);
	region.behind_byte = byte_column(source, region.behind, end);
	return region;
}

struct region region_of(const struct report *report, const struct member *member)
{
	return region_at(&report_article(report, member->article)->source, member->start, member->end);
}
