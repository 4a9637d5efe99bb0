/* SPDX-License-Identifier: Apache-2.0 */
/* Makes text of strangers safe to show: control characters, also C1, bidi overrides and line breaks become visible or blank. */
#ifndef REPORT_ESCAPE_H
#define REPORT_ESCAPE_H

#include "base/buffer.h"

/* TEXT on one line of a terminal: runs of blanks and line ends are one blank, control characters become U+FFFD. */
void escape_term(struct buffer *out, struct span text);
/* TEXT inside an element or a quoted attribute of HTML: as above, and & < > " ' become entities. */
void escape_html(struct buffer *out, struct span text);

#endif
