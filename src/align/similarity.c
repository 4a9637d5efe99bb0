/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two sentences into one number that can be explained.
 *
 *   score = (1 − cover-part) · dice + cover-part · cover, dampened when little is shared
 *
 * dice is the shared weight against both sentences' weight; cover is the shared
 * part of the shorter one, so that a sentence that tells what is half of
 * another's still counts. Shared figures add to what is shared; figures that
 * differ take nothing away.
 */
#include "align/similarity.h"

#include <math.h>

struct similarity similarity_measure(const struct terms *terms, uint32_t unit_a, uint32_t unit_b, struct arena *arena,
				     struct u32_list *matches)
{
	const struct unit_text *a = &terms->units.items[unit_a], *b = &terms->units.items[unit_b];
	const struct term *items = terms->terms.items;
	struct similarity result = {0};
	double figures = 0;
	for (uint32_t i = a->first, j = b->first; i < a->first + a->count && j < b->first + b->count;) {
		if (items[i].id != items[j].id) {
			if (items[i].id < items[j].id)
				i++;
			else
				j++;
			continue;
		}
		double weight = items[i].weight < items[j].weight ? items[i].weight : items[j].weight;
		if (items[i].kind == TERM_FIGURE)
			figures += weight;
		else
			result.shared += weight;
		if (matches)
			list_add(arena, matches, i);
		i++;
		j++;
	}
	double shared = result.shared + figures, least = a->weight < b->weight ? a->weight : b->weight;
	double both = a->weight + b->weight + 2 * figures;
	if (both <= 0)
		return result;
	double cover = least + figures > 0 ? shared / (least + figures) : 0;
	double part = terms->alignment->cover_part, enough = terms->alignment->enough;
	double score = (1 - part) * 2 * shared / both + part * cover;
	if (shared < enough)
		score *= 0.5 + 0.5 * shared / enough;
	/* Sums depend on the order of terms in their last bits; nothing that is decided may. */
	result.score = score > 1 ? 1 : round(score * 1e6) / 1e6;
	return result;
}
