/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The second pass over an article: some sentences into trees, and those into
 * better claims.
 *
 *   wanted: sentences 3 and 7 → their trees, while claims are made → claims
 *
 * A tree lives no longer than it takes to make claims of it.
 */
#include "claim/refine.h"
#include "run/match.h"
#include "syntax/syntax.h"

void run_deepen(struct run *run, struct account *account, struct arena *arena, const bool *wanted)
{
	const struct article *article = account->article;
	if (!run->syntax)
		return;
	struct arena_mark mark = arena_mark(&run->work);
	struct tree *trees = arena_array(&run->work, struct tree, article->sentences.count + 1u);
	for (uint32_t s = 0; s < article->sentences.count; s++) {
		if ((wanted && !wanted[s]) || article->sentences.items[s].kind == SENTENCE_FURNITURE)
			continue;
		tree_words(&trees[s], &run->work, &run->language, article, s);
		if (trees[s].count)
			syntax_parse(run->syntax, &run->work, article->plain, &trees[s]);
	}
	claims_refine(account, &run->work, &run->language, trees);
	claims_keep(account, arena);
	arena_rewind(&run->work, mark);
}
