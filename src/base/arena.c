/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Arenas: requests for bytes into chunks of malloc, given back all at once.
 *
 *   newest chunk [header|aaaa|bb|······]  →  older [header|cccccccc]  →  NULL
 *                               └ used ┘ what is free is poisoned under ASan
 *
 * An article of 6 kB of text needs one or two chunks. Chunks grow from 32 KiB to
 * 1 MiB; a request over half of the next chunk gets one of its own. What fills a
 * chunk of its own of 1 MiB or more grows with it, so that a list of millions
 * leaves no smaller selves behind. A mark is a number of chunks and a fill level,
 * so rewinding frees whole chunks and lowers one level.
 * Limits: freeing single pieces is not possible; one thread per memory.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(ptr, size) ASAN_POISON_MEMORY_REGION((ptr), (size))
#define UNPOISON(ptr, size) ASAN_UNPOISON_MEMORY_REGION((ptr), (size))
#else
#define POISON(ptr, size) ((void)(ptr), (void)(size))
#define UNPOISON(ptr, size) ((void)(ptr), (void)(size))
#endif

#define ALIGNMENT _Alignof(max_align_t)
#define CHUNK_FIRST ((size_t)32 << 10)
#define CHUNK_LAST ((size_t)1 << 20)

struct arena_chunk {
	struct arena_chunk *older;
	size_t depth;      /* chunks from the oldest to this one */
	size_t size, used; /* of `bytes`; `used` is a multiple of ALIGNMENT */
	_Alignas(max_align_t) char bytes[];
};

struct arena_cleanup {
	struct arena_cleanup *older;
	void (*undo)(void *);
	void *thing;
};

void memory_init(struct memory *memory, size_t limit)
{
	*memory = (struct memory){.limit = limit};
}

static _Noreturn void run_out(struct arena *arena)
{
	assert(arena->memory->escape);
	longjmp(*arena->memory->escape, 1);
}

static size_t round_up(size_t size)
{
	return (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}

/* False: this allocation is the one a test wants to fail. */
static bool count_allocation(struct memory *memory)
{
	return ++memory->allocations != memory->fail_at;
}

static bool has_room(const struct memory *memory, size_t more)
{
	return !memory->limit || (more <= memory->limit && memory->used <= memory->limit - more);
}

static void count_bytes(struct memory *memory, size_t more)
{
	memory->used += more;
	if (memory->used > memory->peak)
		memory->peak = memory->used;
}

static bool chunk_push(struct arena *arena, size_t size)
{
	size_t total = sizeof(struct arena_chunk) + size;
	struct arena_chunk *chunk;

	if (!has_room(arena->memory, total))
		return false;
	chunk = malloc(total);
	if (!chunk)
		return false;
	chunk->older = arena->chunk;
	chunk->depth = arena->chunk ? arena->chunk->depth + 1 : 1;
	chunk->size = size;
	chunk->used = 0;
	POISON(chunk->bytes, size);
	arena->chunk = chunk;
	count_bytes(arena->memory, total);
	return true;
}

/* The link to the big chunk that holds BYTES and nothing else; NULL: none does. */
static struct arena_chunk **chunk_of(struct arena *arena, const char *bytes)
{
	struct arena_chunk **link = &arena->chunk;

	while (*link && (*link)->bytes != bytes)
		link = &(*link)->older;
	return *link && (*link)->size >= CHUNK_LAST ? link : NULL;
}

/* Makes the chunk of *LINK hold SIZE bytes; it may move. */
static bool chunk_grow(struct arena *arena, struct arena_chunk **link, size_t size)
{
	struct arena_chunk *chunk = *link;
	size_t more = size - chunk->size;

	if (!has_room(arena->memory, more))
		return false;
	UNPOISON(chunk->bytes, chunk->size);
	chunk = realloc(chunk, sizeof *chunk + size);
	if (!chunk) {
		POISON((*link)->bytes + (*link)->used, (*link)->size - (*link)->used);
		return false;
	}
	*link = chunk;
	chunk->size = chunk->used = size;
	count_bytes(arena->memory, more);
	return true;
}

static void chunk_pop(struct arena *arena)
{
	struct arena_chunk *chunk = arena->chunk;

	arena->chunk = chunk->older;
	arena->memory->used -= sizeof *chunk + chunk->size;
	UNPOISON(chunk->bytes, chunk->size); /* malloc's own books may lie there next */
	free(chunk);
}

/* A chunk with room for NEED: the usual size, or just NEED when it is big or memory is short. */
static bool chunk_for(struct arena *arena, size_t need)
{
	size_t usual = CHUNK_FIRST;

	if (arena->chunk)
		usual = arena->chunk->size < CHUNK_LAST / 2 ? arena->chunk->size * 2 : CHUNK_LAST;
	if (usual < CHUNK_FIRST)
		usual = CHUNK_FIRST;
	if (need <= usual / 2 && chunk_push(arena, usual))
		return true;
	return chunk_push(arena, need);
}

/* NULL: memory has run out. */
static void *take(struct arena *arena, size_t size)
{
	struct arena_chunk *chunk = arena->chunk;
	size_t need = round_up(size ? size : 1);
	char *bytes;

	if (!count_allocation(arena->memory))
		return NULL;
	if (size > SIZE_MAX / 2) /* so that no sum below overflows */
		return NULL;
	if (!chunk || chunk->size - chunk->used < need) {
		if (!chunk_for(arena, need))
			return NULL;
		chunk = arena->chunk;
	}
	bytes = chunk->bytes + chunk->used;
	chunk->used += need;
	UNPOISON(bytes, size);
	memset(bytes, 0, size);
	return bytes;
}

void arena_init(struct arena *arena, struct memory *memory)
{
	*arena = (struct arena){.memory = memory};
}

void *arena_alloc(struct arena *arena, size_t size)
{
	void *bytes = take(arena, size);

	if (!bytes)
		run_out(arena);
	return bytes;
}

void *arena_calloc(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		run_out(arena);
	return arena_alloc(arena, count * size);
}

/* Whether OLD can become NEW_SIZE bytes where it is. */
static bool grows_in_place(const struct arena_chunk *chunk, const char *old, size_t old_size, size_t new_size)
{
	size_t start;

	if (!chunk || new_size > SIZE_MAX / 2 || old + round_up(old_size ? old_size : 1) != chunk->bytes + chunk->used)
		return false;
	start = (size_t)(old - chunk->bytes);
	return round_up(new_size) <= chunk->size - start;
}

/* Grows OLD with the big chunk that it fills; NULL: it fills none. */
static char *grow_chunk(struct arena *arena, const char *old, size_t old_size, size_t new_size)
{
	struct arena_chunk **link = old_size >= CHUNK_LAST && new_size <= SIZE_MAX / 2 ? chunk_of(arena, old) : NULL;
	char *bytes;

	if (!link || (*link)->used != round_up(old_size))
		return NULL;
	if (!count_allocation(arena->memory) || !chunk_grow(arena, link, round_up(new_size)))
		run_out(arena);
	bytes = (*link)->bytes;
	memset(bytes + old_size, 0, new_size - old_size);
	return bytes;
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
	struct arena_chunk *chunk = arena->chunk;
	char *bytes = old;

	if (old && new_size <= old_size)
		return old;
	if (old && grows_in_place(chunk, bytes, old_size, new_size)) {
		if (!count_allocation(arena->memory))
			run_out(arena);
		chunk->used = (size_t)(bytes - chunk->bytes) + round_up(new_size);
		UNPOISON(bytes, new_size);
		memset(bytes + old_size, 0, new_size - old_size);
		return old;
	}
	bytes = grow_chunk(arena, old, old_size, new_size);
	if (bytes)
		return bytes;
	bytes = arena_alloc(arena, new_size);
	if (old_size) {
		memcpy(bytes, old, old_size);
		POISON(old, old_size); /* pointers into the old place are a bug from here on */
	}
	return bytes;
}

struct span arena_copy(struct arena *arena, struct span text)
{
	char *bytes;

	if (text.len == SIZE_MAX)
		run_out(arena);
	bytes = arena_alloc(arena, text.len + 1);
	if (text.len)
		memcpy(bytes, text.ptr, text.len);
	return span_make(bytes, text.len);
}

struct span arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments, again;
	char *bytes;
	int length;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	bytes = take(arena, length < 0 ? 1 : (size_t)length + 1);
	if (bytes && length > 0)
		vsnprintf(bytes, (size_t)length + 1, format, again);
	va_end(again);
	if (!bytes)
		run_out(arena);
	return span_make(bytes, length < 0 ? 0 : (size_t)length);
}

void arena_defer(struct arena *arena, void (*undo)(void *), void *thing)
{
	struct arena_cleanup *cleanup = take(arena, sizeof *cleanup);

	if (!cleanup) {
		undo(thing); /* nobody else will ever hear of it */
		run_out(arena);
	}
	*cleanup = (struct arena_cleanup){.older = arena->cleanups, .undo = undo, .thing = thing};
	arena->cleanups = cleanup;
}

struct arena_mark arena_mark(const struct arena *arena)
{
	const struct arena_chunk *chunk = arena->chunk;

	return (struct arena_mark){chunk ? chunk->depth : 0, chunk ? chunk->used : 0, arena->cleanups};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
	while (arena->cleanups != mark.cleanups) {
		struct arena_cleanup *cleanup = arena->cleanups;

		arena->cleanups = cleanup->older;
		cleanup->undo(cleanup->thing);
	}
	while (arena->chunk && arena->chunk->depth > mark.depth)
		chunk_pop(arena);
	if (arena->chunk) {
		assert(mark.used <= arena->chunk->used);
		arena->chunk->used = mark.used;
		POISON(arena->chunk->bytes + mark.used, arena->chunk->size - mark.used);
	}
}

void arena_clear(struct arena *arena)
{
	arena_rewind(arena, (struct arena_mark){.depth = 1});
}

void arena_finish(struct arena *arena)
{
	arena_rewind(arena, (struct arena_mark){0});
}
