/* SPDX-License-Identifier: Apache-2.0 */
/* Text of strangers inside XML. */
#ifndef FORMAT_XML_H
#define FORMAT_XML_H

#include "base/buffer.h"

/* TEXT as character data or the value of an attribute. What XML 1.0 forbids becomes U+FFFD. */
void escape_xml(struct buffer *out, struct span text);

#endif
