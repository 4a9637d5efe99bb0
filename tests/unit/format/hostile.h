/* SPDX-License-Identifier: Apache-2.0 */
/* A report of articles whose names and words would like to be commands, markup, links and line ends. */
#ifndef UNIT_FORMAT_HOSTILE_H
#define UNIT_FORMAT_HOSTILE_H

#include "hand_made.h"

#define HOSTILE_PATH "./a b/100%:\xC3\xA9,\\[x](1)\n::error::\xFF\033.txt"
#define HOSTILE_WORDS                                                                            \
	"10 km\r::error::\"]]><b>&amp;'\xE2\x80\xA8\t\xE2\x80\xAE{0}[x](1)\\|\033[31m\007=HYPER" \
	"\xEF\xBF\xBF\xC2\x85"

/* Findings of every relation: a contradiction, first, about the words above; a dispute, an update, a variant, one told
 * more fully, an agreement. */
static inline void hostile_story(struct hand *h)
{
	static const enum relation relations[] = {RELATION_DISPUTE, RELATION_UPDATE, RELATION_VARIANT, RELATION_FULLER,
						  RELATION_AGREEMENT};
	struct finding *finding;

	hand_article(h, HOSTILE_PATH, "\xEF\xBB\xBFIt was " HOSTILE_WORDS " deep.\n");
	hand_article(h,
		     "/srv//b\xC3\xBC"
		     "cher/./b.txt",
		     "\xD8\xA7\xD9\x84 cafe\xCC\x81: 30 km.\n");
	finding = hand_finding(h, RELATION_CONTRADICTION, "depth", "How {deep} [was](2) it?\n::warning::");
	hand_member(h, hand_version(h, finding, HOSTILE_WORDS), 0, HOSTILE_WORDS);
	hand_member(h, hand_version(h, finding, "30 km"), 1, "30 km");
	hand_because(h, finding, "conflict", "length", HOSTILE_WORDS);
	hand_because(h, finding, "note", "order", "no\n::notice::times");
	for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
		finding = hand_finding(h, relations[i], "rule-of-all", "");
		hand_member(h, hand_version(h, finding, "a"), 0, "deep");
		hand_member(h, hand_version(h, finding, "b"), 1, "cafe");
	}
	diag_add(&h->diags, DIAG_ERROR, SPAN(HOSTILE_PATH), 2, 3, "%s", HOSTILE_WORDS)->trouble = true;
	diag_add(&h->diags, DIAG_WARNING, SPAN(""), 0, 0, "nowhere")->hint = SPAN("a hint");
}

/* Whether nothing in TEXT moves a cursor, rings, turns the direction of reading, or is no UTF-8. */
static inline bool hostile_is_tame(const char *text)
{
	static const char *const bad[] = {"\033", "\007", "\r", "\xE2\x80\xAE", "\xC2\x85"};
	struct span all = span_cstr(text);

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (strstr(text, bad[i]))
			return false;
	for (size_t at = 0; at < all.len; at += span_utf8(all, at))
		if (!span_utf8(all, at))
			return false;
	return true;
}

#endif
