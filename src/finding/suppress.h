/* SPDX-License-Identifier: Apache-2.0 */
/* A step of findings_finish(): what comments suppress is taken out. */
#ifndef FINDING_SUPPRESS_H
#define FINDING_SUPPRESS_H

#include "finding/finding.h"

/* Moves what is suppressed from findings->findings to findings->suppressed; both stay in order. */
void findings_suppress(struct findings *findings, struct arena *arena);

#endif
