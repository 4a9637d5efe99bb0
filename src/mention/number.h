/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of numbers. Private to the files that read numbers and amounts. */
#ifndef MENTION_NUMBER_H
#define MENTION_NUMBER_H

#include "mention/scan.h"

/* figure.c: token AT is a dash that joins the words on both sides. */
bool number_dash(const struct scan *scan, uint32_t at);
/* Takes the scale words behind NUMBER: "billion", "bn", "dozen". */
void number_take_scale(const struct scan *scan, bool money, struct number *number);
/* Takes "point five" behind NUMBER. */
void number_take_point(const struct scan *scan, struct number *number);
/* figure.c: the figures at AT, with a fraction behind them. */
bool number_figures(const struct scan *scan, uint32_t at, struct number *number);
/* Digits with their separators; PLAIN as in struct number. */
bool number_text(const struct scan *scan, struct span text, double *value, double *precision, uint8_t *plain);
/* "Rs500 crore": token AT is LETTERS letters and then figures of a sum of money. */
bool number_glued(const struct scan *scan, uint32_t at, uint32_t letters, struct number *number);
/* fraction.c */
bool fraction_take(const struct scan *scan, struct number *number); /* "two [thirds]": NUMBER is above the line */
bool fraction_bare(const struct scan *scan, uint32_t at, struct number *number); /* "half the votes" */
bool fraction_below(const struct scan *scan, uint32_t at);                       /* "twenty-fifths" */
bool fraction_starts(const struct scan *scan, uint32_t at);                      /* "three quarters" */
void fraction_add(const struct scan *scan, struct number *number);               /* "five [and three quarters]" */
void fraction_ratio(const struct scan *scan, struct number *number);             /* "nine [in ten]" */
bool number_alone(const struct scan *scan, uint32_t first, uint32_t end); /* all of the sentence: a cell of a table */
/* power.c: takes "e6", "x10^6", "^2" right behind NUMBER. */
void number_take_power(const struct scan *scan, struct number *number);
/* A number in words at AT. */
bool number_words(const struct scan *scan, uint32_t at, struct number *number);

#endif
