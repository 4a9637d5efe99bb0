/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A word's place in the lexicon, and whether a sentence is written as headlines are.
 *
 *   "Two Dead As Dam Fails In Arda" → titled: capitals tell nothing there
 */
#include "syntax/view.h"

#define TITLED_WORDS 3   /* capitals that make a headline … */
#define TITLED_SHARE 0.7 /* … and their share of the words that aren't short */

void view_form(struct view *view, struct span text)
{
	*view = (struct view){0};
	form_read(&view->form, text);
}

void view_look_up(struct view *view, const struct lexicon *lexicon)
{
	uint32_t mask = ((uint32_t)1 << lexicon->bits) - 1;
	view->kind = view->cluster = view->coarse = 0;
	/* At most all places: a damaged table may have no free one. */
	for (uint32_t at = view->form.word & mask, left = mask; left > 0; at = (at + 1) & mask, left--) {
		const struct lexicon_entry *entry = &lexicon->entries[at];
		if (!entry->word)
			return;
		if (entry->word != view->form.word)
			continue;
		view->kind = entry->kind;
		view->cluster = entry->cluster < lexicon->clusters ? entry->cluster : 0;
		view->coarse = lexicon->coarse[view->cluster];
		return;
	}
}

bool views_titled(const struct view *views, uint32_t count)
{
	uint32_t capitals = 0, longer = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (!views[i].form.letters || !views[i].form.suffix[FORM_AFFIXES - 1])
			continue;
		longer++;
		capitals += views[i].form.capital;
	}
	return capitals >= TITLED_WORDS && capitals >= TITLED_SHARE * longer;
}
