/* SPDX-License-Identifier: Apache-2.0 */
/* Text of strangers for GitHub's Markdown. */
#ifndef FORMAT_MARKDOWN_H
#define FORMAT_MARKDOWN_H

#include "base/buffer.h"

/* TEXT, on one line, as what a reader sees of Markdown, also in a table; no line may start with it. */
void markdown_text(struct buffer *out, struct span text);
/* TEXT, on one line, inside an element of a block of HTML, where Markdown does not apply but GitHub's references do. */
void markdown_html(struct buffer *out, struct span text);

#endif
