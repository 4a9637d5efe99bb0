/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Claims of the surface into better ones, where sentences have trees.
 *
 *   sentences 0 and 2 of three have trees → their claims anew, those of 1 as they were
 *
 * A tree without a verb (a headline that was not understood) changes nothing, nor
 * does one that takes for a noun what is none by the lists ("The dam BURST on Monday").
 */
#include "claim/refine.h"

#include "claim/clause.h"

/* Takes the claims of SENTENCE over as they are. */
static void take_over(struct claim_list *claims, struct arena *arena, const struct claim_list *from, uint32_t sentence)
{
	for (uint32_t i = from->sentence_first[sentence]; i < from->sentence_first[sentence + 1]; i++) {
		struct claim claim = from->items[i];
		uint32_t first = claims->participants.count;
		for (uint32_t p = claim.subject_first; p < claim.subject_first + claim.subject_count; p++)
			list_add(arena, &claims->participants, from->participants.items[p]);
		claim.subject_first = first;
		list_add(arena, claims, claim);
	}
}

/* The tree takes a verb of the surface for a noun, which it is not by the lists, or not in that form. */
static bool loses_verb(const struct grammar *grammar, const struct account *account, const struct tree *tree,
		       uint32_t sentence)
{
	const struct claim_list *claims = &account->claims;
	for (uint32_t i = claims->sentence_first[sentence]; i < claims->sentence_first[sentence + 1]; i++) {
		const struct claim *claim = &claims->items[i];
		uint16_t word = tree_word_of(tree, claim->predicate);
		uint32_t form = account->article->tokens.items[claim->predicate].word;
		uint8_t flags = language_word(grammar->language, form)->flags;
		bool verb = !(flags & WORD_STOP) && (flags & WORD_PAST || !(flags & WORD_NOUN));
		if (word != TREE_NONE && tree->words[word].upos == UPOS_NOUN && verb && claim->subject_count &&
		    claim->predicate_first == claim->predicate && !claim->infinitive)
			return true;
	}
	return false;
}

void claims_refine(struct account *account, struct arena *arena, struct language *language, struct tree *trees)
{
	const struct article *article = account->article;
	struct grammar grammar;
	struct claim_list claims = {.frames = account->claims.frames};
	struct reading reading = {.grammar = &grammar, .account = account, .claims = &claims, .arena = arena};
	grammar_init(&grammar, language, article);
	claims.sentence_first = arena_array(arena, uint32_t, article->sentences.count + 1u);
	for (uint32_t s = 0; s < article->sentences.count; s++) {
		claims.sentence_first[s] = claims.count;
		if (trees[s].count && article->sentences.items[s].kind != SENTENCE_FURNITURE &&
		    !loses_verb(&grammar, account, &trees[s], s)) {
			tree_graft(&trees[s], &grammar, account, s);
			reading.tree = &trees[s];
			reading.sentence = s;
			tree_claims(&reading);
			tree_counts(account, &trees[s], s);
		}
		if (claims.sentence_first[s] == claims.count)
			take_over(&claims, arena, &account->claims, s);
	}
	claims.sentence_first[article->sentences.count] = claims.count;
	account->claims = claims;
}
