/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of the training, in their order: lexicon, tags, arcs and labels, lemmas. */
#include "train/train.h"

#include "train/lemma.h"
#include "train/pack.h"
#include "train/words.h"
#include "train/write.h"

/* What the file has room for: buckets (their bits), and weights that aren't too near 0 to matter. */
#define TAG_BITS 14
#define LABEL_BITS 15
#define TRANSITION_BITS 16
#define TAG_LEAST 0.6
#define LABEL_LEAST 0.5

/* From the words as the treebank writes them. */
static struct span learn_lemmas(struct arena *arena, const struct treebank *treebank)
{
	struct LIST(struct lemma_example) examples = {0};
	struct buffer section;
	buffer_init(&section, arena);
	for (uint32_t s = 0; s < treebank->count; s++)
		for (uint32_t i = 0; i < treebank->items[s].count && !treebank->items[s].changed; i++) {
			const struct example_word *word = &treebank->items[s].words[i];
			const struct tag_pair *pair = &treebank->pairs.items[word->tag];
			if (!span_equal(word->lemma, SPAN("_"))) /* the rest of a word that is cut in two */
				list_add(arena, &examples,
					 ((struct lemma_example){word->form, word->lemma, pair->upos, pair->xpos}));
		}
	lemma_learn(arena, examples.items, examples.count, &section);
	return buffer_span(&section);
}

/* Learns tags, then arcs and labels, into PACKED. */
static void learn(struct packed *packed, struct arena *arena, struct treebank *treebank,
		  const struct training *training)
{
	struct learner tagger, transitions, labels;
	guess_tags(treebank, &packed->lexicon, &training->tags, training->folds);
	learn_tags(&tagger, treebank, &packed->lexicon, &training->tags, 0, 0);
	pack_sparse(&packed->tags, arena, &tagger, TAG_BITS, TAG_LEAST, &packed->tag_cells);
	learner_finish(&tagger);
	learn_arcs(&transitions, &labels, treebank, &packed->lexicon, &training->arcs);
	pack_dense(&packed->transitions, arena, &transitions, TRANSITION_BITS);
	pack_sparse(&packed->labels, arena, &labels, LABEL_BITS, LABEL_LEAST, &packed->label_cells);
	learner_finish(&transitions);
	learner_finish(&labels);
}

struct training training_usual(void)
{
	return (struct training){.name = SPAN("unnamed"),
				 .change_every = 5,
				 .folds = 5,
				 .seed = 1,
				 .tags = {.epochs = 8, .rounds = 2, .rare = 2},
				 .arcs = {.epochs = 10, .rounds = 6, .rare = 3, .margin = 1}};
}

enum jibe_status train(struct span *file, struct arena *arena, const struct training *training,
		       struct jibe_error *error)
{
	struct treebank treebank = {0};
	struct packed packed = {.name = training->name};
	struct training these = *training;
	these.tags.arena = these.arcs.arena = arena;
	these.tags.seed = these.arcs.seed = training->seed;
	for (uint32_t i = 0; i < training->treebanks.count; i++) {
		enum jibe_status status = treebank_add(&treebank, arena, training->treebanks.items[i], error);
		if (status < 0)
			return status;
	}
	enum jibe_status status = words_learn(&packed.lexicon, arena, &treebank, training->clusters, error);
	if (status < 0)
		return status;
	treebank_change_case(&treebank, arena, training->change_every, training->seed);
	learn(&packed, arena, &treebank, &these);
	packed.lemmas = learn_lemmas(arena, &treebank);
	*file = model_bytes(&packed, arena, &treebank);
	return JIBE_OK;
}
