/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The names of Universal Dependencies (version 2): parts of speech and relations,
 * the same for every language. Source: universaldependencies.org, "Universal POS
 * tags" and "Universal Dependency Relations"; the subtypes are those that UD's
 * English treebanks use.
 */
#ifndef SYNTAX_SCHEME_H
#define SYNTAX_SCHEME_H

#include "base/span.h"

enum upos {
	UPOS_ADJ,
	UPOS_ADP,
	UPOS_ADV,
	UPOS_AUX,
	UPOS_CCONJ,
	UPOS_DET,
	UPOS_INTJ,
	UPOS_NOUN,
	UPOS_NUM,
	UPOS_PART,
	UPOS_PRON,
	UPOS_PROPN,
	UPOS_PUNCT,
	UPOS_SCONJ,
	UPOS_SYM,
	UPOS_VERB,
	UPOS_X,
	UPOS_COUNT
};

enum deprel {
	DEPREL_ACL,
	DEPREL_ACL_RELCL,
	DEPREL_ADVCL,
	DEPREL_ADVCL_RELCL,
	DEPREL_ADVMOD,
	DEPREL_AMOD,
	DEPREL_APPOS,
	DEPREL_AUX,
	DEPREL_AUX_PASS,
	DEPREL_CASE,
	DEPREL_CC,
	DEPREL_CC_PRECONJ,
	DEPREL_CCOMP,
	DEPREL_CLF,
	DEPREL_COMPOUND,
	DEPREL_COMPOUND_PRT,
	DEPREL_CONJ,
	DEPREL_COP,
	DEPREL_CSUBJ,
	DEPREL_CSUBJ_OUTER,
	DEPREL_CSUBJ_PASS,
	DEPREL_DEP,
	DEPREL_DET,
	DEPREL_DET_PREDET,
	DEPREL_DISCOURSE,
	DEPREL_DISLOCATED,
	DEPREL_EXPL,
	DEPREL_FIXED,
	DEPREL_FLAT,
	DEPREL_GOESWITH,
	DEPREL_IOBJ,
	DEPREL_LIST,
	DEPREL_MARK,
	DEPREL_NMOD,
	DEPREL_NMOD_DESC,
	DEPREL_NMOD_POSS,
	DEPREL_NMOD_UNMARKED,
	DEPREL_NSUBJ,
	DEPREL_NSUBJ_OUTER,
	DEPREL_NSUBJ_PASS,
	DEPREL_NUMMOD,
	DEPREL_OBJ,
	DEPREL_OBL,
	DEPREL_OBL_AGENT,
	DEPREL_OBL_UNMARKED,
	DEPREL_ORPHAN,
	DEPREL_PARATAXIS,
	DEPREL_PUNCT,
	DEPREL_REPARANDUM,
	DEPREL_ROOT,
	DEPREL_VOCATIVE,
	DEPREL_XCOMP,
	DEPREL_COUNT
};

static inline bool deprel_is_subject(enum deprel deprel)
{
	return deprel == DEPREL_NSUBJ || deprel == DEPREL_NSUBJ_PASS || deprel == DEPREL_NSUBJ_OUTER;
}

struct span upos_name(enum upos upos);       /* "NOUN" */
struct span deprel_name(enum deprel deprel); /* "nsubj:pass" */
/* UPOS_COUNT, DEPREL_COUNT: no such name. A subtype that is not listed stands for its relation: "obl:npmod" → obl. */
enum upos upos_find(struct span name);
enum deprel deprel_find(struct span name);

#endif
