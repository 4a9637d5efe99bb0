/* SPDX-License-Identifier: Apache-2.0 */
/* Markup inside a paragraph, blanked out byte by byte so that all offsets stay. */
#ifndef ARTICLE_MARKDOWN_INLINE_H
#define ARTICLE_MARKDOWN_INLINE_H

#include <stddef.h>
#include <stdint.h>

/* Overwrites BYTES[START, END) with blanks, line ends excepted. */
void markdown_blank(char *bytes, size_t start, size_t end);
/* Blanks every HTML comment behind START. One that is never closed reaches to the end of the text; returns where it
 * starts, LEN: all are closed. */
size_t markdown_blank_comments(char *bytes, size_t start, size_t len);
/* Blanks what is no word in [START, END): emphasis, the addresses of links, images, tags, code marks, backslashes. */
void markdown_blank_inline(char *bytes, size_t start, size_t end);

#endif
