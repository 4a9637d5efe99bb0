/* SPDX-License-Identifier: Apache-2.0 */
/* Paths of articles as other tools want them. */
#ifndef REPORT_PATH_H
#define REPORT_PATH_H

#include "base/buffer.h"

/* Without "." and empty parts: "./a//b.txt" → "a/b.txt". ".." stays: what it means depends on links. */
struct span path_plain(struct arena *arena, struct span path);
/* PATH as the path of a URI: every byte but letters, digits and "-._~/" percent-encoded. */
void path_encode(struct buffer *out, struct span path);
/* As a URI reference (RFC 3986): a relative path stays relative, an absolute one becomes file:///…; encoded as
 * above. */
struct span path_uri(struct arena *arena, struct span path);

/* Whether LINK, whatever a rule's author wrote, is a URI of the web that other tools accept. */
bool path_is_uri(struct span link);

#endif
