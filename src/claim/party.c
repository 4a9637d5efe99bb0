/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Noun phrases of a tree, and who a clause is about.
 *
 *   "Spokespeople for the port and the union declined …" → port, union
 *   "The council urged the port to close" → close: port
 *
 * Limits: who an infinitive behind a noun is about ("a plan to close"), and whom
 * a pronoun means outside a complement, is not told.
 */
#include "claim/clause.h"

/* What belongs to a noun phrase itself. */
static bool is_inside(enum deprel deprel)
{
	switch (deprel) {
	case DEPREL_DET:
	case DEPREL_DET_PREDET:
	case DEPREL_AMOD:
	case DEPREL_COMPOUND:
	case DEPREL_FLAT:
	case DEPREL_FIXED:
	case DEPREL_GOESWITH:
	case DEPREL_NUMMOD:
	case DEPREL_NMOD:
	case DEPREL_NMOD_DESC:
	case DEPREL_NMOD_POSS:
	case DEPREL_NMOD_UNMARKED: return true;
	default: return false;
	}
}

bool party_is_close(const struct reading *reading, uint16_t word)
{
	const struct tree_word *w = reading_word(reading, word);
	uint16_t low, high;
	if (w->deprel != DEPREL_APPOS || w->head == TREE_NONE || w->head > word || w->upos != UPOS_PROPN)
		return false;
	tree_extent(reading->tree, word, &low, &high);
	return low == w->head + 1 && (reading_word(reading, w->head)->upos == UPOS_PROPN || low == word ||
				      !reading_in(reading, reading->grammar->comma, low));
}

/* WORD stands right before what says how much, or how old: "ALMOST two years", "an eleven-YEAR-old ship". */
static bool measures(const struct reading *reading, uint16_t what, uint16_t word)
{
	const struct tree_word *w = reading_word(reading, word), *of = reading_word(reading, what);
	if (word > what || (of->deprel != DEPREL_NUMMOD && of->deprel != DEPREL_AMOD && of->deprel != DEPREL_DET))
		return false;
	return w->deprel == DEPREL_ADVMOD || w->deprel == DEPREL_OBL || w->deprel == DEPREL_OBL_UNMARKED;
}

/* Widens [*LOW, *HIGH] to the words of the noun phrase around WORD, without clauses, appositions or what is coordinated;
 * NESTED: with what is coordinated and with its preposition. */
static void phrase_words(const struct reading *reading, uint16_t word, bool nested, uint16_t *low, uint16_t *high)
{
	*low = word < *low ? word : *low;
	*high = word > *high ? word : *high;
	for (uint16_t c = tree_dependent(reading->tree, word, TREE_NONE); c != TREE_NONE;
	     c = tree_dependent(reading->tree, word, c)) {
		enum deprel deprel = (enum deprel)reading_word(reading, c)->deprel;
		if (clause_headed(reading, c) == CLAUSE_NONE &&
		    (is_inside(deprel) || party_is_close(reading, c) || measures(reading, word, c) ||
		     (nested && (deprel == DEPREL_CASE || deprel == DEPREL_CONJ))))
			phrase_words(reading, c, true, low, high);
	}
}

uint16_t party_last(const struct reading *reading, uint16_t word)
{
	uint16_t last = word;
	for (uint16_t c = tree_dependent(reading->tree, word, word); c != TREE_NONE;
	     c = tree_dependent(reading->tree, word, c)) {
		enum deprel deprel = (enum deprel)reading_word(reading, c)->deprel;
		if (deprel == DEPREL_FLAT || deprel == DEPREL_COMPOUND || deprel == DEPREL_GOESWITH ||
		    party_is_close(reading, c))
			last = party_last(reading, c);
	}
	return last;
}

/* The last word up to HIGH of the phrase of WORD that stands before what is coordinated with it. */
static uint16_t before_coordinated(const struct reading *reading, uint16_t word, uint16_t high)
{
	uint16_t other = tree_child(reading->tree, word, DEPREL_CONJ), low, last;
	if (other == TREE_NONE || other < word)
		return high;
	tree_extent(reading->tree, other, &low, &last);
	if (low > word && low <= high)
		high = (uint16_t)(low - 1);
	while (high > word && reading_word(reading, high)->upos == UPOS_PUNCT)
		high--;
	return high;
}

/* LIMIT, or where a comma behind HEAD ends the phrase before: "the dam at Velm, to the north". */
static uint32_t before_comma(const struct grammar *grammar, uint32_t head, uint32_t limit)
{
	for (uint32_t at = head + 1; at + 1 < limit; at++)
		if (grammar_word(grammar, grammar->comma, at) &&
		    grammar->article->tokens.items[at + 1].flags & TOKEN_SPACE)
			return at;
	return limit;
}

/* "The ferry | Marta sailed", with both as subjects: the noun right before LOW belongs to what WORD heads. */
static bool is_split_subject(const struct reading *reading, uint16_t word, uint16_t low)
{
	const struct tree_word *w = reading_word(reading, word);
	if (!low || w->deprel != DEPREL_NSUBJ || w->upos != UPOS_PROPN)
		return false;
	const struct tree_word *before = reading_word(reading, low - 1);
	return before->head == w->head && before->deprel == DEPREL_NSUBJ &&
	       (before->upos == UPOS_NOUN || before->upos == UPOS_PROPN);
}

/* "THIS is a port", but not "the port THAT burns", whose "that" may be mistaken for it. */
static bool stands_alone(const struct reading *reading, uint16_t word)
{
	uint8_t upos = reading_word(reading, word)->upos;
	return (upos == UPOS_PRON || upos == UPOS_ADJ || upos == UPOS_NUM) &&
	       (!word || !reading_in(reading, reading->grammar->relative, word) ||
		reading_word(reading, word - 1)->upos == UPOS_PUNCT);
}

/* LOW, or where the phrase around WORD begins behind the copula that links it: "(the ferry is) in Velm". */
static uint16_t behind_copula(const struct reading *reading, uint16_t word, uint16_t low)
{
	uint16_t place = clause_headed(reading, word);
	uint16_t copula = place == CLAUSE_NONE ? word : reading->clauses.items[place].verb;
	return copula < word && low <= copula ? (uint16_t)(copula + 1) : low;
}

/* What opens a noun phrase and is no part of what it names; "(burst with) NO warning" is, for nothing else tells of it. */
static bool is_left_out(const struct reading *reading, uint16_t word, uint32_t at, uint32_t head,
			enum participant_role role)
{
	const struct grammar *grammar = reading->grammar;
	if (grammar->article->tokens.items[at].kind == TOKEN_MARK)
		return true;
	if (grammar_word(grammar, grammar->negative_determiner, at))
		return !grammar_phrase(grammar, grammar->negator_exception, at) && /* "no fewer than nine" */
		       at < head && (role == ROLE_SUBJECT || role == ROLE_OBJECT);
	return grammar_word(grammar, grammar->determiner, at) && (at < head || !stands_alone(reading, word));
}

/* Notes the preposition before WORD: "in", "next to". */
static void note_case(const struct reading *reading, uint16_t word, struct participant *who)
{
	uint16_t before = tree_child(reading->tree, word, DEPREL_CASE);
	if (before == TREE_NONE || before >= word || behind_copula(reading, word, before) != before)
		return;
	who->case_word = reading_token(reading, before);
	who->case_count = 1;
	for (uint16_t w = (uint16_t)(before + 1); w < word; w++) {
		const struct tree_word *next = reading_word(reading, w);
		bool more = (next->deprel == DEPREL_CASE && next->head == word) ||
			    (next->deprel == DEPREL_FIXED && next->head == before);
		if (!more || next->token != who->case_word + who->case_count)
			break;
		who->case_count += next->token_count;
	}
	uint32_t behind = who->case_word + who->case_count;
	if (who->first_token < behind && behind <= who->head) {
		who->token_count -= behind - who->first_token;
		who->first_token = behind;
	}
}

uint32_t party_add_one(struct reading *reading, uint16_t word, enum participant_role role)
{
	const struct grammar *grammar = reading->grammar;
	const struct article *article = grammar->article;
	/* "some of the ships", "neither of the ships": the ships */
	uint16_t part = tree_child(reading->tree, word, DEPREL_NMOD);
	if (part != TREE_NONE &&
	    (reading_in(reading, grammar->determiner, word) || reading_in(reading, grammar->negative_determiner, word)))
		return party_add_one(reading, part, role);
	uint16_t low = word, high = word;
	phrase_words(reading, word, false, &low, &high);
	while (is_split_subject(reading, word, low))
		phrase_words(reading, low - 1, false, &low, &high);
	high = before_coordinated(reading, word, high);
	low = behind_copula(reading, word, low);
	uint32_t first = reading_token(reading, low), limit = reading_last(reading, high) + 1;
	uint32_t head = reading_last(reading, party_last(reading, word));
	limit = before_comma(grammar, head, head >= limit ? head + 1 : limit);
	while (head > first &&
	       (article->tokens.items[head].kind == TOKEN_MARK || article->tokens.items[head].flags & TOKEN_CLITIC))
		head--;
	while (first < limit && is_left_out(reading, word, first, head, role))
		first++;
	bool nobody = first > 0 && head == first && grammar_word(grammar, grammar->negative_determiner, first - 1) &&
		      reading_word(reading, word)->upos == UPOS_PRON; /* "no one" */
	if (nobody || first > head || article->tokens.items[head].kind == TOKEN_MARK ||
	    grammar_word(grammar, grammar->negative_determiner, head)) /* "nobody" */
		return 0;
	const struct mention *name = name_over(reading->account, reading->sentence, head);
	if (name) { /* a tree may take one apart: "Arda 2K15" */
		uint32_t end = name->first_token + name->token_count;
		first = name->first_token < first ? name->first_token : first;
		limit = end > limit ? end : limit;
		head = end - 1;
	}
	struct participant *who = participant_add(grammar, reading->account, reading->arena, reading->claims, first,
						  limit, head);
	who->role = (uint8_t)role;
	if (role != ROLE_SUBJECT && role != ROLE_OBJECT)
		note_case(reading, word, who);
	return 1;
}

/* "spokesmen for …": whom the representatives that WORD heads speak for; TREE_NONE: they are none. */
static uint16_t principal(const struct reading *reading, uint16_t word)
{
	const struct grammar *grammar = reading->grammar;
	uint16_t low = word, high = word;
	bool represents = false;
	phrase_words(reading, word, false, &low, &high);
	for (uint32_t at = reading_token(reading, low); at <= reading_token(reading, word); at++)
		represents = represents || grammar_phrase(grammar, grammar->representative, at) > 0;
	for (uint16_t c = tree_dependent(reading->tree, word, word); represents && c != TREE_NONE;
	     c = tree_dependent(reading->tree, word, c)) {
		uint16_t link = tree_child(reading->tree, c, DEPREL_CASE);
		if (reading_word(reading, c)->deprel == DEPREL_NMOD && link != TREE_NONE &&
		    reading_in(reading, grammar->representative_link, link))
			return c;
	}
	return TREE_NONE;
}

static bool is_coordinated(const struct reading *reading, uint16_t word)
{
	const struct tree_word *w = reading_word(reading, word);
	return w->deprel == DEPREL_CONJ && clause_headed(reading, word) == CLAUSE_NONE &&
	       (w->upos != UPOS_ADJ || reading_has(reading, word, DEPREL_CC) ||
		reading_has(reading, word, DEPREL_DET)); /* "the port, unpopular, and" */
}

/* A coordinator joins what follows WORD: "the quake, magnitude 7" is one thing. */
static bool is_joined(const struct reading *reading, uint16_t word)
{
	for (uint16_t c = tree_dependent(reading->tree, word, word); c != TREE_NONE;
	     c = tree_dependent(reading->tree, word, c))
		if (is_coordinated(reading, c) && reading_has(reading, c, DEPREL_CC))
			return true;
	return reading_word(reading, word)->deprel == DEPREL_CONJ;
}

uint32_t party_add(struct reading *reading, uint16_t word, enum participant_role role)
{
	if (role != ROLE_SUBJECT && clause_leaves_out(reading, word))
		return 0;
	uint16_t whom = role == ROLE_SUBJECT ? principal(reading, word) : TREE_NONE;
	uint32_t count = whom == TREE_NONE ? party_add_one(reading, word, role) : party_add(reading, whom, role);
	for (uint16_t c = tree_dependent(reading->tree, word, word); c != TREE_NONE && is_joined(reading, word);
	     c = tree_dependent(reading->tree, word, c))
		if (is_coordinated(reading, c))
			count += party_add(reading, c, role);
	return count;
}

const struct claim *party_surface(const struct reading *reading, uint32_t token)
{
	const struct claim_list *claims = &reading->account->claims;
	for (uint32_t i = claims->sentence_first[reading->sentence]; i < claims->sentence_first[reading->sentence + 1];
	     i++)
		if (claims->items[i].predicate == token)
			return &claims->items[i];
	return NULL;
}

/* The surface takes WORD for a subject of the verb at HEAD, too. */
static bool is_surface_subject(const struct reading *reading, uint16_t head, uint16_t word)
{
	const struct claim *surface = party_surface(reading, reading_last(reading, head));
	const struct participant *list = reading->account->claims.participants.items;
	for (uint32_t i = 0; surface && i < surface->subject_count; i++)
		if (list[surface->subject_first + i].head == reading_last(reading, party_last(reading, word)))
			return true;
	return false;
}

/* "at one point was held": behind a preposition stands no subject, but "around 40 people" do. */
static bool is_oblique(const struct reading *reading, uint16_t word)
{
	const struct grammar *grammar = reading->grammar;
	uint16_t before = tree_child(reading->tree, word, DEPREL_CASE), low, high;
	tree_extent(reading->tree, word, &low, &high);
	return before != TREE_NONE && before == low && reading_in(reading, grammar->preposition, before) &&
	       !grammar_phrase(grammar, grammar->approximator, reading_token(reading, before)) &&
	       !grammar_phrase(grammar, grammar->range, reading_token(reading, before)) &&
	       name_over(reading->account, reading->sentence, reading_token(reading, before)) == NULL;
}

uint16_t party_nearest(const struct reading *reading, uint16_t head)
{
	uint16_t nearest = TREE_NONE;
	for (uint16_t c = tree_dependent(reading->tree, head, TREE_NONE); c != TREE_NONE;
	     c = tree_dependent(reading->tree, head, c)) {
		enum deprel deprel = (enum deprel)reading_word(reading, c)->deprel;
		bool subject = deprel == DEPREL_NSUBJ || deprel == DEPREL_NSUBJ_PASS ||
			       (deprel == DEPREL_NSUBJ_OUTER && nearest == TREE_NONE);
		if (!subject || is_oblique(reading, c))
			continue;
		if (is_surface_subject(reading, head, c))
			return c;
		if (c < head || nearest == TREE_NONE)
			nearest = c;
	}
	return nearest;
}

/* "Krell denied that he took bribes": a pronoun in what somebody denies is taken for whoever does. */
static bool means_speaker(const struct reading *reading, const struct clause *clause, uint16_t subject)
{
	const struct grammar *grammar = reading->grammar;
	const struct tree_word *head = reading_word(reading, clause->head);
	return head->deprel == DEPREL_CCOMP && reading_word(reading, subject)->upos == UPOS_PRON &&
	       reading_in(reading, grammar->pronoun, subject) && !reading_has(reading, subject, DEPREL_CONJ) &&
	       grammar_phrase(grammar, grammar->denial, reading_token(reading, head->head)) > 0;
}

/* Whether CLAUSE shares the subject of what it is coordinated with: a coordinator joins them, of several one for all; or a
 * comma, unless auxiliaries say that a subject is lost. */
static bool is_coordinated_clause(const struct reading *reading, const struct clause *clause)
{
	uint16_t low, high, first;
	bool voiced = reading_has(reading, clause->head, DEPREL_AUX) ||
		      reading_has(reading, clause->head, DEPREL_AUX_PASS) ||
		      reading_has(reading, clause->head, DEPREL_COP);
	tree_extent(reading->tree, clause->head, &low, &high);
	first = reading_word(reading, low)->upos == UPOS_PUNCT ? low + 1 : low;
	bool comma = first && reading_in(reading, reading->grammar->list_comma, first - 1);
	bool direct = first < clause->head && reading_word(reading, first)->upos == UPOS_AUX;
	if ((!voiced && (clause->gerund || comma)) || (voiced && comma && direct))
		return true;
	for (uint16_t c = clause->head; c != TREE_NONE;
	     c = tree_dependent(reading->tree, reading_word(reading, clause->head)->head, c))
		if (reading_word(reading, c)->deprel == DEPREL_CONJ && reading_has(reading, c, DEPREL_CC))
			return true;
	return false;
}

/* The subject of what has none of its own. */
static uint16_t controlled_subject(const struct reading *reading, const struct clause *clause, float *sure)
{
	const struct tree_word *head = reading_word(reading, clause->head);
	uint16_t object;
	if (clause->above == CLAUSE_NONE || reading_has(reading, clause->head, DEPREL_CSUBJ) ||
	    reading_has(reading, clause->head, DEPREL_EXPL))
		return TREE_NONE;
	const struct clause *above = &reading->clauses.items[clause->above];
	bool direct = above->head == head->head;
	switch (head->deprel) {
	case DEPREL_ACL: return clause->infinitive ? TREE_NONE : head->head;
	case DEPREL_CONJ:
		if (!is_coordinated_clause(reading, clause))
			return TREE_NONE; /* a clause of its own whose subject the tree has lost */
		return direct ? party_subject(reading, clause->above, sure) : TREE_NONE;
	case DEPREL_XCOMP:
		object = tree_child(reading->tree, head->head, DEPREL_OBJ);
		if (object == TREE_NONE)
			object = tree_child(reading->tree, head->head, DEPREL_IOBJ);
		return object != TREE_NONE ? object : direct ? party_subject(reading, clause->above, sure) : TREE_NONE;
	case DEPREL_CCOMP:
	case DEPREL_ADVCL:
		if (!direct || !(clause->infinitive || clause->gerund || clause->participle))
			return TREE_NONE;
		/* "accused Krell of taking bribes", "left Krell after taking bribes" */
		if (clause->gerund && clause->infinitive && reading_has(reading, above->head, DEPREL_OBJ))
			return TREE_NONE;
		*sure *= head->deprel == DEPREL_CCOMP ? 0.9F : 0.7F;
		return party_subject(reading, clause->above, sure);
	default: return TREE_NONE;
	}
}

uint16_t party_subject(const struct reading *reading, uint16_t clause, float *sure)
{
	const struct clause *top = &reading->clauses.items[clause_top(reading, clause)];
	uint16_t subject = party_nearest(reading, top->head);
	if (subject == TREE_NONE)
		return controlled_subject(reading, top, sure);
	if (reading_word(reading, subject)->upos == UPOS_PRON &&
	    reading_in(reading, reading->grammar->relative, subject)) { /* "the dam, which burst" */
		uint16_t meant = graft_antecedent(reading->tree, reading->grammar, subject);
		if (reading_word(reading, top->head)->deprel == DEPREL_ACL_RELCL &&
		    (meant == TREE_NONE || !tree_below(reading->tree, meant, top->head)))
			meant = reading_word(reading, top->head)->head;
		return meant == TREE_NONE ? subject : meant;
	}
	if (top->above != CLAUSE_NONE && means_speaker(reading, top, subject)) {
		uint16_t speaker = party_subject(reading, top->above, sure);
		*sure *= 0.9F;
		return speaker == TREE_NONE ? subject : speaker;
	}
	return subject;
}

bool party_lies_in(const struct reading *reading, uint32_t token, bool places)
{
	const struct mention_list *list = &reading->account->mentions;
	for (uint32_t i = list->sentence_first[reading->sentence]; i < list->sentence_first[reading->sentence + 1];
	     i++) {
		const struct mention *m = &list->items[i];
		bool fits = places ? m->kind == MENTION_NAME && m->name.kind == NAME_PLACE && !m->name.demonym
				   : m->kind == MENTION_DATE || m->kind == MENTION_DURATION;
		if (fits && token >= m->first_token && token < m->first_token + m->token_count)
			return true;
	}
	return false;
}
