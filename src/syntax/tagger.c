/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which words, affixes, shapes, kinds and clusters a tag is told by.
 *
 *   "The port CLOSED": behind a noun, ends in -ed, seen as VBD and VBN → VERB VBD
 *
 * Words that had one tag in the treebanks (nearly) always aren't looked at. Limits:
 * what follows counts by its letters alone, since it has no tag yet.
 */
#include "syntax/tagger.h"

static const struct view outside = {.form = {.word = 1, .cased = 1}, .tag = TAGGER_NO_TAG};

static const struct view *near(const struct view *views, uint32_t count, uint32_t at, int32_t offset)
{
	int64_t place = (int64_t)at + offset;
	return place < 0 || place >= count ? &outside : &views[place];
}

/* A feature: what it looks at, and the values it found there. */
static inline uint32_t one(uint32_t what, uint32_t a)
{
	uint32_t h = (a + what * 0x27d4eb2fu) * 0x9e3779b1u;
	h = (h ^ (h >> 15)) * 0x2c1b3c6du;
	return h ^ (h >> 14);
}

static inline uint32_t two(uint32_t what, uint32_t a, uint32_t b)
{
	return one(what, a ^ (b * 0x85ebca6bu) ^ (b >> 13));
}

uint32_t tagger_features(const struct view *views, uint32_t count, uint32_t at, bool titled,
			 uint32_t features[TAGGER_FEATURES])
{
	const struct view *w = &views[at];
	const struct view *l1 = near(views, count, at, -1), *l2 = near(views, count, at, -2);
	const struct view *r1 = near(views, count, at, 1), *r2 = near(views, count, at, 2);
	uint32_t n = 0, shape = w->form.shape | (uint32_t)titled << 16 | (uint32_t)(at == 0) << 17;
	uint32_t t1 = l1->tag + 1u, t2 = (l2->tag + 1u) << 8 | t1;
	features[n++] = one(0, 0);
	features[n++] = one(1, w->form.word);
	features[n++] = two(2, w->form.cased, titled);
	for (uint32_t i = 0; i < FORM_AFFIXES; i++) {
		features[n++] = one(3 + i, w->form.prefix[i]);
		features[n++] = one(7 + i, w->form.suffix[i]);
	}
	features[n++] = one(11, shape);
	features[n++] = two(12, shape, w->form.suffix[2]);
	features[n++] = one(13, l1->form.word);
	features[n++] = one(14, r1->form.word);
	features[n++] = one(15, l2->form.word);
	features[n++] = one(16, r2->form.word);
	features[n++] = two(17, l1->form.word, w->form.word);
	features[n++] = two(18, w->form.word, r1->form.word);
	features[n++] = one(19, t1);
	features[n++] = one(20, t2);
	features[n++] = two(21, t1, w->form.word);
	features[n++] = two(22, t2, w->form.word);
	features[n++] = two(23, t1, w->form.suffix[2]);
	features[n++] = two(24, t1, w->kind);
	features[n++] = one(25, w->kind);
	features[n++] = one(26, r1->kind);
	features[n++] = two(27, w->kind, r1->kind);
	features[n++] = two(28, w->kind * 0x10001u, r1->form.word);
	features[n++] = two(29, t1, w->kind + r1->kind * 0x10001u);
	features[n++] = one(30, w->cluster);
	features[n++] = two(31, w->cluster, t1);
	features[n++] = one(32, r1->cluster);
	features[n++] = one(33, l1->cluster);
	features[n++] = two(34, w->cluster, r1->cluster);
	features[n++] = two(35, t1, r1->form.word);
	features[n++] = two(36, w->coarse + (t1 << 8), r1->coarse + ((uint32_t)r2->coarse << 8));
	features[n++] = one(37, r1->form.suffix[2]);
	features[n++] = two(38, w->kind, r1->form.shape);
	features[n++] = two(39, r1->kind, r2->kind);
	features[n++] = two(40, shape, r1->form.shape << 8 | (l1->form.shape & 0xff));
	return n;
}

/* The pair with the highest sum in SCORES (UPOS, then XPOS); of equal ones the first. */
static uint8_t best_of(const struct tag_pair *pairs, uint32_t pair_count, const int32_t *scores)
{
	uint32_t best = 0;
	int32_t most = INT32_MIN;
	for (uint32_t i = 0; i < pair_count; i++) {
		int32_t score = scores[pairs[i].upos] + scores[TAGGER_XPOS + pairs[i].xpos];
		if (score > most) {
			most = score;
			best = i;
		}
	}
	return (uint8_t)best;
}

void tagger_tag(const struct tagger *tagger, struct view *views, uint32_t count)
{
	bool titled = views_titled(views, count);
	uint32_t features[TAGGER_FEATURES];
	for (uint32_t i = 0; i < count; i++) {
		struct view *view = &views[i];
		if (view->kind & LEXICON_SURE)
			view->tag = (uint8_t)view->kind;
		else {
			int32_t scores[SPARSE_CLASSES] = {0};
			sparse_add(&tagger->weights, features, tagger_features(views, count, i, titled, features),
				   scores);
			view->tag = best_of(tagger->pairs, tagger->pair_count, scores);
		}
		view->upos = tagger->pairs[view->tag < tagger->pair_count ? view->tag : 0].upos;
	}
}
