/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of numbers. Private to number.c and number_words.c. */
#ifndef MENTION_NUMBER_H
#define MENTION_NUMBER_H

#include "mention/scan.h"

/* Token AT is a dash that joins the words on both sides. */
bool number_dash(const struct scan *scan, uint32_t at);
/* Takes the scale words behind NUMBER: "billion", "bn", "dozen". */
void number_take_scale(const struct scan *scan, bool money, struct number *number);
/* Takes "point five" behind NUMBER. */
void number_take_point(const struct scan *scan, struct number *number);
/* A number in words at AT. */
bool number_words(const struct scan *scan, uint32_t at, struct number *number);

#endif
