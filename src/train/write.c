/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The header and the sections of syntax/model.h, one behind the other.
 */
#include "train/write.h"

#include "base/buffer.h"
#include "syntax/model.h"

#define PLACE 64 /* where sections start: multiples of it */

static void pad(struct buffer *buffer)
{
	while (buffer->len % PLACE)
		buffer_byte(buffer, '\0');
}

static struct span bytes_of(const void *items, size_t count, size_t size)
{
	return span_make(items, count * size);
}

static struct span xpos_names(struct arena *arena, const struct treebank *treebank)
{
	struct buffer names;
	buffer_init(&names, arena);
	for (uint32_t i = 0; i < treebank->xpos.count; i++) {
		buffer_add(&names, treebank->xpos.items[i]);
		buffer_byte(&names, '\0');
	}
	return buffer_span(&names);
}

static void gather(const struct packed *packed, struct arena *arena, const struct treebank *treebank,
		   struct span sections[MODEL_SECTIONS])
{
	const struct lexicon *lexicon = &packed->lexicon;
	sections[MODEL_NAME] = packed->name;
	sections[MODEL_XPOS] = xpos_names(arena, treebank);
	sections[MODEL_PAIRS] = bytes_of(treebank->pairs.items, treebank->pairs.count, sizeof *treebank->pairs.items);
	sections[MODEL_LEXICON] = bytes_of(lexicon->entries, (size_t)1 << lexicon->bits, sizeof *lexicon->entries);
	sections[MODEL_COARSE] = bytes_of(lexicon->coarse, lexicon->clusters, 1);
	sections[MODEL_STEPS] = bytes_of(packed->tags.steps, SPARSE_STEPS, sizeof *packed->tags.steps);
	sections[MODEL_TAGS] = bytes_of(packed->tags.buckets, (size_t)1 << packed->tags.bits,
					sizeof *packed->tags.buckets);
	sections[MODEL_TAG_CELLS] = bytes_of(packed->tags.cells, packed->tag_cells, sizeof *packed->tags.cells);
	sections[MODEL_LABELS] = bytes_of(packed->labels.buckets, (size_t)1 << packed->labels.bits,
					  sizeof *packed->labels.buckets);
	sections[MODEL_LABEL_CELLS] = bytes_of(packed->labels.cells, packed->label_cells, sizeof *packed->labels.cells);
	sections[MODEL_TRANSITIONS] = bytes_of(packed->transitions.buckets, (size_t)1 << packed->transitions.bits,
					       sizeof *packed->transitions.buckets);
	sections[MODEL_LEMMAS] = packed->lemmas;
}

struct span model_bytes(const struct packed *packed, struct arena *arena, const struct treebank *treebank)
{
	struct model_header header = {.order = MODEL_ORDER, .version = MODEL_VERSION};
	struct span sections[MODEL_SECTIONS];
	struct buffer buffer;
	memcpy(header.magic, MODEL_MAGIC, sizeof header.magic);
	gather(packed, arena, treebank, sections);
	buffer_init(&buffer, arena);
	buffer_add(&buffer, bytes_of(&header, 1, sizeof header));
	for (uint32_t i = 0; i < MODEL_SECTIONS; i++) {
		pad(&buffer);
		header.sections[i].offset = (uint32_t)buffer.len;
		header.sections[i].size = (uint32_t)sections[i].len;
		buffer_add(&buffer, sections[i]);
	}
	pad(&buffer);
	header.size = buffer.len;
	header.checksum = model_checksum(span_slice(buffer_span(&buffer), sizeof header, buffer.len));
	memcpy(buffer.ptr, &header, sizeof header);
	return buffer_span(&buffer);
}
