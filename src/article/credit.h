/* SPDX-License-Identifier: Apache-2.0 */
/* Who made it: bylines, source lines, agencies, datelines and the credits of pictures. */
#ifndef ARTICLE_CREDIT_H
#define ARTICLE_CREDIT_H

#include "article/line.h"

/* "By Ida Brandt and Tom Lowe, Coast Wire" → *BYLINE, and *CREDIT where an agency is named; false: no byline. */
bool credit_byline(const struct line *line, const struct language *language, const struct article_lists *lists,
		   struct span *byline, struct span *credit);
/* "Source: Coast Wire", or an agency's name alone. */
bool credit_source(const struct line *line, const struct language *language, const struct article_lists *lists,
		   struct span *credit);
/* "SELBY, Feb 4 (Coast Wire) - ": returns the byte where the text behind it starts, 0: no dateline. *CREDIT may stay
 * empty ("SELBY - "). */
uint32_t credit_dateline(const struct line *line, const struct language *language, const struct article_lists *lists,
			 struct span *credit);
/* "The wreck on Monday. (Photo: Selby Echo)", "… COASTWIRE/Ida Brandt", "Photo: T. Lowe". */
bool credit_picture(const struct line *line, const struct language *language, const struct article_lists *lists);
/* Ends with names in brackets and no stop, as captions do whose credit was torn: "… at dawn (French)". */
bool credit_bracket(const struct line *line);

#endif
