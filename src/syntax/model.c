/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A weights file into a model: mapped, checked, pointed into.
 *
 * All offsets, sizes and indices are proven before anything uses them, so that a
 * damaged file is an error and never a crash; a checksum finds what else is wrong.
 */
#include "syntax/model.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "syntax/lemmatizer.h"

uint64_t model_checksum(struct span bytes)
{
	uint64_t sum = 0x9e3779b97f4a7c15u, word;
	for (size_t at = 0; at + sizeof word <= bytes.len; at += sizeof word) {
		memcpy(&word, bytes.ptr + at, sizeof word);
		sum = (sum ^ word) * 0xff51afd7ed558ccdu;
		sum ^= sum >> 32;
	}
	return sum;
}

static struct span section_of(const struct model_header *header, struct span bytes, enum model_section section)
{
	return span_make(bytes.ptr + header->sections[section].offset, header->sections[section].size);
}

/* The bits of a table of 2^bits items of SIZE bytes; 0: it is none. */
static uint32_t bits_of(struct span section, size_t size)
{
	size_t count = section.len / size;
	uint32_t bits = 0;
	while (bits < 24 && (size_t)1 << bits < count)
		bits++;
	return section.len % size || (size_t)1 << bits != count ? 0 : bits;
}

static const char *check_header(const struct model_header *header, struct span bytes)
{
	if (bytes.len < sizeof *header || memcmp(header->magic, MODEL_MAGIC, sizeof header->magic))
		return "no weights for jibe's parser";
	if (header->order != MODEL_ORDER)
		return "weights for a machine with another order of bytes";
	if (header->version != MODEL_VERSION)
		return "weights of another version of jibe";
	if (header->size != bytes.len || bytes.len % sizeof(uint64_t))
		return "weights cut short";
	for (uint32_t i = 0; i < MODEL_SECTIONS; i++) {
		uint32_t offset = header->sections[i].offset;
		if (offset % 64 || offset > bytes.len || header->sections[i].size > bytes.len - offset)
			return "damaged weights";
	}
	if (header->checksum != model_checksum(span_slice(bytes, sizeof *header, bytes.len)))
		return "damaged weights";
	return NULL;
}

static bool read_xpos(struct syntax *syntax, struct span names)
{
	struct span name;
	while (span_next(&names, '\0', &name)) {
		if (syntax->xpos_count + (uint32_t)TAGGER_XPOS >= SPARSE_CLASSES)
			return false;
		syntax->xpos[syntax->xpos_count++] = name;
	}
	return true;
}

static bool read_pairs(struct syntax *syntax, struct span pairs)
{
	syntax->tagger.pairs = (const struct tag_pair *)pairs.ptr;
	syntax->tagger.pair_count = (uint32_t)(pairs.len / sizeof(struct tag_pair));
	for (uint32_t i = 0; i < syntax->tagger.pair_count; i++)
		if (syntax->tagger.pairs[i].upos >= UPOS_COUNT || syntax->tagger.pairs[i].xpos >= syntax->xpos_count)
			return false;
	return syntax->tagger.pair_count > 0 && syntax->tagger.pair_count < TAGGER_NO_TAG;
}

static bool read_lexicon(struct lexicon *lexicon, struct span entries, struct span coarse, uint32_t tags)
{
	lexicon->entries = (const struct lexicon_entry *)entries.ptr;
	lexicon->bits = bits_of(entries, sizeof *lexicon->entries);
	lexicon->coarse = (const uint8_t *)coarse.ptr;
	lexicon->clusters = (uint32_t)coarse.len;
	if (!lexicon->bits || !coarse.len)
		return false;
	for (size_t i = 0; i < (size_t)1 << lexicon->bits; i++)
		if (lexicon->entries[i].kind & LEXICON_SURE && (lexicon->entries[i].kind & ~LEXICON_SURE) >= tags)
			return false;
	return true;
}

static bool read_sparse(struct sparse_weights *weights, struct span buckets, struct span cells, struct span steps)
{
	weights->buckets = (const struct sparse_bucket *)buckets.ptr;
	weights->cells = (const uint16_t *)cells.ptr;
	weights->steps = (const int16_t *)steps.ptr;
	weights->bits = bits_of(buckets, sizeof *weights->buckets);
	return weights->bits && steps.len == SPARSE_STEPS * sizeof *weights->steps &&
	       sparse_sound(weights, (uint32_t)(cells.len / sizeof *weights->cells));
}

const char *model_read(struct syntax *syntax, struct span bytes)
{
	const struct model_header *header = (const struct model_header *)bytes.ptr;
	struct syntax made = {0};
	const char *wrong = check_header(header, bytes);
	if (wrong)
		return wrong;
	struct span part[MODEL_SECTIONS];
	for (uint32_t i = 0; i < MODEL_SECTIONS; i++)
		part[i] = section_of(header, bytes, (enum model_section)i);
	made.checksum = header->checksum;
	made.name = part[MODEL_NAME];
	made.lemmas = part[MODEL_LEMMAS];
	made.transitions.buckets = (const struct dense_bucket *)part[MODEL_TRANSITIONS].ptr;
	made.transitions.bits = bits_of(part[MODEL_TRANSITIONS], sizeof *made.transitions.buckets);
	if (!made.transitions.bits || !read_xpos(&made, part[MODEL_XPOS]) || !read_pairs(&made, part[MODEL_PAIRS]) ||
	    !read_lexicon(&made.lexicon, part[MODEL_LEXICON], part[MODEL_COARSE], made.tagger.pair_count) ||
	    !read_sparse(&made.tagger.weights, part[MODEL_TAGS], part[MODEL_TAG_CELLS], part[MODEL_STEPS]) ||
	    !read_sparse(&made.labels, part[MODEL_LABELS], part[MODEL_LABEL_CELLS], part[MODEL_STEPS]) ||
	    !lemmatizer_check(made.lemmas, made.xpos_count))
		return "damaged weights";
	*syntax = made;
	return NULL;
}

struct mapping {
	void *bytes;
	size_t size;
};

static void unmap(void *thing)
{
	struct mapping *mapping = thing;
	munmap(mapping->bytes, mapping->size);
}

static enum jibe_status map_file(struct arena *arena, struct span path, struct span *bytes, struct jibe_error *error)
{
	struct mapping *mapping = arena_new(arena, struct mapping);
	struct stat about;
	int file = open(arena_copy(arena, path).ptr, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return error_set(error, JIBE_ERROR_FILE, path, 0, 0, "%s", strerror(errno));
	bool regular = fstat(file, &about) == 0 && S_ISREG(about.st_mode);
	mapping->size = regular ? (size_t)about.st_size : 0;
	mapping->bytes = mapping->size ? mmap(NULL, mapping->size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
	close(file);
	if (mapping->bytes == MAP_FAILED)
		return error_set(error, JIBE_ERROR_FILE, path, 0, 0, "no weights for jibe's parser");
	arena_defer(arena, unmap, mapping);
	*bytes = span_make(mapping->bytes, mapping->size);
	return JIBE_OK;
}

enum jibe_status syntax_open(const struct syntax **syntax, struct arena *arena, struct span path,
			     struct jibe_error *error)
{
	struct syntax *made = arena_new(arena, struct syntax);
	struct span bytes;
	enum jibe_status status = map_file(arena, path, &bytes, error);
	if (status < 0)
		return status;
	const char *wrong = model_read(made, bytes);
	if (wrong)
		return error_set(error, JIBE_ERROR_FILE, path, 0, 0, "%s", wrong);
	*syntax = made;
	return JIBE_OK;
}
