/* SPDX-License-Identifier: Apache-2.0 */
/* Names of Universal Dependencies ↔ their numbers. */
#include "syntax/scheme.h"

static const char *const upos_names[UPOS_COUNT] = {
	[UPOS_ADJ] = "ADJ",     [UPOS_ADP] = "ADP",     [UPOS_ADV] = "ADV",   [UPOS_AUX] = "AUX",
	[UPOS_CCONJ] = "CCONJ", [UPOS_DET] = "DET",     [UPOS_INTJ] = "INTJ", [UPOS_NOUN] = "NOUN",
	[UPOS_NUM] = "NUM",     [UPOS_PART] = "PART",   [UPOS_PRON] = "PRON", [UPOS_PROPN] = "PROPN",
	[UPOS_PUNCT] = "PUNCT", [UPOS_SCONJ] = "SCONJ", [UPOS_SYM] = "SYM",   [UPOS_VERB] = "VERB",
	[UPOS_X] = "X",
};

static const char *const deprel_names[DEPREL_COUNT] = {
	[DEPREL_ACL] = "acl",
	[DEPREL_ACL_RELCL] = "acl:relcl",
	[DEPREL_ADVCL] = "advcl",
	[DEPREL_ADVCL_RELCL] = "advcl:relcl",
	[DEPREL_ADVMOD] = "advmod",
	[DEPREL_AMOD] = "amod",
	[DEPREL_APPOS] = "appos",
	[DEPREL_AUX] = "aux",
	[DEPREL_AUX_PASS] = "aux:pass",
	[DEPREL_CASE] = "case",
	[DEPREL_CC] = "cc",
	[DEPREL_CC_PRECONJ] = "cc:preconj",
	[DEPREL_CCOMP] = "ccomp",
	[DEPREL_CLF] = "clf",
	[DEPREL_COMPOUND] = "compound",
	[DEPREL_COMPOUND_PRT] = "compound:prt",
	[DEPREL_CONJ] = "conj",
	[DEPREL_COP] = "cop",
	[DEPREL_CSUBJ] = "csubj",
	[DEPREL_CSUBJ_OUTER] = "csubj:outer",
	[DEPREL_CSUBJ_PASS] = "csubj:pass",
	[DEPREL_DEP] = "dep",
	[DEPREL_DET] = "det",
	[DEPREL_DET_PREDET] = "det:predet",
	[DEPREL_DISCOURSE] = "discourse",
	[DEPREL_DISLOCATED] = "dislocated",
	[DEPREL_EXPL] = "expl",
	[DEPREL_FIXED] = "fixed",
	[DEPREL_FLAT] = "flat",
	[DEPREL_GOESWITH] = "goeswith",
	[DEPREL_IOBJ] = "iobj",
	[DEPREL_LIST] = "list",
	[DEPREL_MARK] = "mark",
	[DEPREL_NMOD] = "nmod",
	[DEPREL_NMOD_DESC] = "nmod:desc",
	[DEPREL_NMOD_POSS] = "nmod:poss",
	[DEPREL_NMOD_UNMARKED] = "nmod:unmarked",
	[DEPREL_NSUBJ] = "nsubj",
	[DEPREL_NSUBJ_OUTER] = "nsubj:outer",
	[DEPREL_NSUBJ_PASS] = "nsubj:pass",
	[DEPREL_NUMMOD] = "nummod",
	[DEPREL_OBJ] = "obj",
	[DEPREL_OBL] = "obl",
	[DEPREL_OBL_AGENT] = "obl:agent",
	[DEPREL_OBL_UNMARKED] = "obl:unmarked",
	[DEPREL_ORPHAN] = "orphan",
	[DEPREL_PARATAXIS] = "parataxis",
	[DEPREL_PUNCT] = "punct",
	[DEPREL_REPARANDUM] = "reparandum",
	[DEPREL_ROOT] = "root",
	[DEPREL_VOCATIVE] = "vocative",
	[DEPREL_XCOMP] = "xcomp",
};

struct span upos_name(enum upos upos)
{
	return span_cstr(upos_names[upos]);
}

struct span deprel_name(enum deprel deprel)
{
	return span_cstr(deprel_names[deprel]);
}

enum upos upos_find(struct span name)
{
	for (uint32_t i = 0; i < UPOS_COUNT; i++)
		if (span_equal(name, span_cstr(upos_names[i])))
			return (enum upos)i;
	return UPOS_COUNT;
}

static enum deprel find_exactly(struct span name)
{
	for (uint32_t i = 0; i < DEPREL_COUNT; i++)
		if (span_equal(name, span_cstr(deprel_names[i])))
			return (enum deprel)i;
	return DEPREL_COUNT;
}

enum deprel deprel_find(struct span name)
{
	enum deprel found = find_exactly(name);
	const char *colon = name.len ? memchr(name.ptr, ':', name.len) : NULL;
	if (found == DEPREL_COUNT && colon)
		found = find_exactly(span_make(name.ptr, (size_t)(colon - name.ptr)));
	return found;
}
