/* SPDX-License-Identifier: Apache-2.0 */
/* Files under a temporary name, until they are whole: nothing stays of them, whatever ends the program. */
#ifndef CLI_PENDING_H
#define CLI_PENDING_H

#include "base/arena.h"

struct pending;

/* From here on, a signal that ends jibe takes them away first. */
void pending_watch(void);
/* A new, empty file in FOLDER; gives its descriptor, or -1 (errno tells why). ARENA must live until pending_drop_all(). */
int pending_create(struct arena *arena, struct span folder, struct pending **pending);
/* Gives it the name PATH (NUL behind), over what has it now; false: errno tells why, and it is still pending. */
bool pending_rename(struct pending *pending, struct span path);
void pending_drop(struct pending *pending); /* NULL, and one that was renamed, is fine */
void pending_drop_all(void);

#endif
