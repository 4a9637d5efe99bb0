/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of run_compare() that mind the comments by which articles suppress findings. */
#ifndef RUN_SUPPRESS_H
#define RUN_SUPPRESS_H

#include "run/run.h"

/* Before findings_finish(): hands over the comments that are well-formed and of a rule in force; what is wrong with the others
 * becomes a diagnostic. In check only the drafts' are heeded; what is wrong with those of sources does not matter. */
void run_heed_comments(struct run *run);
/* Behind it: warns of comments that suppress nothing. */
void run_tell_unused(struct run *run);

#endif
