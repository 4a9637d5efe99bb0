/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Arenas: memory that is given back all at once.
 *
 * Every allocation of jibe comes from an arena, and every arena from one
 * `struct memory`, which counts bytes and may hold a limit. An arena never
 * returns NULL: when memory runs out, it jumps to `memory->escape`, which the
 * entry points of run/ set before they do anything (so code between need not
 * test 500 allocations, and a test can fail each of them in turn). What must be
 * undone besides memory (a libyaml document, a descriptor) is registered with
 * arena_defer() and undone when its arena finishes.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

struct file_log;

struct memory {
	size_t limit;         /* bytes; 0: none */
	size_t used, peak;    /* bytes taken from malloc now, and at most */
	uint64_t allocations; /* arena_alloc() calls so far */
	uint64_t fail_at;     /* tests: the allocation with this number (1-based) fails; 0: none */
	jmp_buf *escape;      /* where to go when memory runs out; must be set */
	struct file_log *log; /* file.h: where file_read() notes what it opens; NULL: nowhere */
};

struct arena_chunk;
struct arena_cleanup;

struct arena {
	struct memory *memory;
	struct arena_chunk *chunk; /* newest first */
	struct arena_cleanup *cleanups;
};

struct arena_mark {
	size_t depth, used; /* chunks, and bytes of the newest */
	struct arena_cleanup *cleanups;
};

void memory_init(struct memory *memory, size_t limit);

void arena_init(struct arena *arena, struct memory *memory);
void arena_finish(struct arena *arena); /* runs the cleanups, newest first; a zeroed arena is fine */

/* Zeroed memory, aligned for any type. Never NULL; size 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);
/* COUNT items of SIZE bytes; overflow counts as memory running out. */
void *arena_calloc(struct arena *arena, size_t count, size_t size);
/* Grows in place when OLD is the newest allocation, or fills a big chunk of its own; else copies. New bytes are zeroed. */
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size);

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count) ((type *)arena_calloc((arena), (count), sizeof(type)))

/* A copy that ends with a NUL behind the span. */
struct span arena_copy(struct arena *arena, struct span text);
/* printf into the arena; NUL behind the span. */
struct span arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Calls UNDO(THING) when the arena finishes or is rewound past this point; at once if memory runs out right here. */
void arena_defer(struct arena *arena, void (*undo)(void *), void *thing);

struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);
/* Like arena_finish(), but the oldest chunk stays for what comes next. */
void arena_clear(struct arena *arena);

#endif
