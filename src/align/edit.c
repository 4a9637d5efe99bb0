/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two sentences into edits.
 *
 *   A "The ferry left Arda on Monday with 40 aboard."
 *   B "On Monday a ferry left Velm with forty on board."
 *   → moved "on Monday"; replaced Arda | Velm, aboard | on board; equal: ferry, leave, 40, Monday
 *
 * What both begin and end with is set aside; between, the heaviest common
 * sequence is found by a table, whose size is bounded: of longer sentences what
 * is left over is one edit. Words of weight lead, so that an "of" ties nothing.
 *
 * Limits: a phrase of several words that means one word is an edit.
 */
#include "align/edit.h"

#define WORDS_MOST 96  /* of a sentence */
#define MIDDLE_MOST 48 /* words between what both begin and end with */
#define HEAVY 3        /* a word of content, against a function word's 1 */

struct edit_word {
	uint64_t key;
	uint32_t first, limit; /* tokens */
	uint32_t text;         /* interned: the first token's word */
	bool content;
};

struct edit_text {
	struct edit_word words[WORDS_MOST];
	uint32_t count, content;
	uint32_t end; /* the token behind the sentence's last word */
};

/* The mention that TOKEN begins and that stands for itself as a whole: a bare figure or a name; NULL. NEXT is where to go on. */
static const struct mention *whole_mention(const struct mention_list *list, uint32_t *next, uint32_t end,
					   uint32_t token)
{
	while (*next < end && list->items[*next].first_token < token)
		++*next;
	for (uint32_t i = *next; i < end && list->items[i].first_token == token; i++) {
		const struct mention *m = &list->items[i];
		bool figure = (m->kind == MENTION_NUMBER || m->kind == MENTION_ORDINAL) &&
			      m->amount.bound == AMOUNT_POINT && !m->amount.approximate && !m->amount.vague;
		if (figure || m->kind == MENTION_NAME)
			return m;
	}
	return NULL;
}

static uint64_t figure_key(const struct mention *m)
{
	uint64_t bits;
	memcpy(&bits, &m->amount.value, sizeof bits);
	return hash_mix(UINT64_C(1) << 40 | (uint64_t)m->kind, bits);
}

static void add_word(struct edit_text *text, struct edit_word word)
{
	if (text->count == WORDS_MOST)
		return;
	text->words[text->count++] = word;
	text->content += word.content;
	text->end = word.limit;
}

static void read_text(struct edit_text *text, const struct terms *terms, uint32_t unit)
{
	static const char *const names[] = {"edit-free"};
	const uint32_t *lists = language_lists(terms->language, names, 1);
	const struct unit_text *where = &terms->units.items[unit];
	const struct account *account = &terms->accounts[where->account];
	const struct article *article = account->article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	const struct lookup lookup = article_lookup(article, terms->language);
	uint32_t limit = sentence->first_token + sentence->token_count;
	uint32_t next = account->mentions.sentence_first[where->sentence],
		 end = account->mentions.sentence_first[where->sentence + 1];
	text->count = text->content = 0;
	text->end = sentence->first_token;
	for (uint32_t t = sentence->first_token; t < limit;) {
		const struct token *token = &article->tokens.items[t];
		const struct mention *m = whole_mention(&account->mentions, &next, end, t);
		uint32_t behind = m ? t + m->token_count : t + 1;
		const struct word_info *info = language_word(terms->language, token->word);
		if (m)
			add_word(text,
				 (struct edit_word){m->kind == MENTION_NAME ? entity_of(&terms->entities, m->name.key)
									    : figure_key(m),
						    t, behind, token->word, true});
		else if (token->kind != TOKEN_MARK && !lookup_is(&lookup, t, lists[0]))
			add_word(text,
				 (struct edit_word){info->concept, t, behind, token->word,
						    !(info->flags & (WORD_STOP)) && !(token->flags & TOKEN_CLITIC)});
		t = behind;
	}
}

/* Which of two texts comes first, by what they say: ties between common sequences must not depend on the order asked in. */
static bool precedes(const struct terms *terms, const struct edit_text *a, const struct edit_text *b)
{
	for (uint32_t i = 0; i < a->count && i < b->count; i++) {
		if (a->words[i].text == b->words[i].text)
			continue;
		return span_compare(intern_string(&terms->language->words, a->words[i].text),
				    intern_string(&terms->language->words, b->words[i].text)) < 0;
	}
	return a->count <= b->count;
}

struct comparing {
	const struct edit_text *x, *y;
	bool turned; /* X is B's */
	struct edits *edits;
};

/* The token at which words [FIRST, …) of TEXT begin. */
static uint32_t token_at(const struct edit_text *text, uint32_t first)
{
	return first < text->count ? text->words[first].first : text->end;
}

static struct stretch stretch_of(const struct edit_text *text, uint32_t first, uint32_t limit)
{
	uint32_t start = token_at(text, first);
	return (struct stretch){start, limit > first ? text->words[limit - 1].limit : start};
}

static uint32_t content_of(const struct edit_text *text, uint32_t first, uint32_t limit)
{
	uint32_t content = 0;
	for (uint32_t i = first; i < limit; i++)
		content += text->words[i].content;
	return content;
}

static void add_edit(struct comparing *comparing, uint32_t i, uint32_t i_end, uint32_t j, uint32_t j_end)
{
	struct edits *edits = comparing->edits;
	if (i == i_end && j == j_end)
		return;
	if (edits->count == EDITS_MOST) {
		edits->many = true;
		return;
	}
	struct edit *edit = &edits->items[edits->count++];
	struct stretch x = stretch_of(comparing->x, i, i_end), y = stretch_of(comparing->y, j, j_end);
	bool x_alone = j == j_end, y_alone = i == i_end;
	edit->a = comparing->turned ? y : x;
	edit->b = comparing->turned ? x : y;
	edit->kind = !x_alone && !y_alone ? EDIT_REPLACED : x_alone != comparing->turned ? EDIT_ONLY_A : EDIT_ONLY_B;
	edit->content = content_of(comparing->x, i, i_end) + content_of(comparing->y, j, j_end);
}

static uint32_t weight(const struct edit_word *a, const struct edit_word *b)
{
	return a->key != b->key ? 0 : a->content ? HEAVY : 1;
}

/* Edits among words [I, I_END) of X and [J, J_END) of Y, which have neither first nor last word in common. */
static void compare_middle(struct comparing *comparing, uint32_t i, uint32_t i_end, uint32_t j, uint32_t j_end)
{
	uint16_t best[MIDDLE_MOST + 1][MIDDLE_MOST + 1]; /* of what begins here */
	const struct edit_word *x = comparing->x->words, *y = comparing->y->words;
	uint32_t rows = i_end - i, columns = j_end - j;
	if (!rows || !columns || rows > MIDDLE_MOST || columns > MIDDLE_MOST) {
		add_edit(comparing, i, i_end, j, j_end);
		return;
	}
	for (uint32_t r = rows + 1; r-- > 0;) {
		for (uint32_t c = columns + 1; c-- > 0;) {
			best[r][c] = 0;
			if (r == rows || c == columns)
				continue;
			uint32_t both = weight(&x[i + r], &y[j + c]);
			uint16_t skip = best[r + 1][c] > best[r][c + 1] ? best[r + 1][c] : best[r][c + 1];
			uint16_t take = both ? (uint16_t)(best[r + 1][c + 1] + both) : 0;
			best[r][c] = take > skip ? take : skip;
		}
	}
	uint32_t r = 0, c = 0, from_r = 0, from_c = 0;
	while (r < rows && c < columns) {
		uint32_t both = weight(&x[i + r], &y[j + c]);
		if (both && best[r][c] == best[r + 1][c + 1] + both) {
			add_edit(comparing, i + from_r, i + r, j + from_c, j + c);
			comparing->edits->equal += x[i + r].content;
			from_r = ++r;
			from_c = ++c;
		} else if (best[r][c] == best[r + 1][c]) {
			r++;
		} else {
			c++;
		}
	}
	add_edit(comparing, i + from_r, i_end, j + from_c, j_end);
}

/* The words of STRETCH: [*FIRST, *LIMIT). */
static void words_of(const struct edit_text *text, const struct stretch *stretch, uint32_t *first, uint32_t *limit)
{
	for (*first = 0; *first < text->count && text->words[*first].first < stretch->first;)
		++*first;
	for (*limit = *first; *limit < text->count && text->words[*limit].limit <= stretch->limit;)
		++*limit;
}

/* Takes the words of PART from the beginning or the end of WHOLE, into *TAKEN; false: they are at neither. */
static bool take_words(const struct edit_text *x, const struct stretch *part, const struct edit_text *y,
		       struct stretch *whole, struct stretch *taken)
{
	uint32_t i, i_end, j, j_end;
	words_of(x, part, &i, &i_end);
	words_of(y, whole, &j, &j_end);
	uint32_t count = i_end - i;
	if (!count || j_end - j < count)
		return false;
	for (int end = 0; end < 2; end++) {
		uint32_t from = end ? j_end - count : j, n = 0;
		while (n < count && x->words[i + n].key == y->words[from + n].key)
			n++;
		if (n < count)
			continue;
		*taken = stretch_of(y, from, from + count);
		*whole = end ? stretch_of(y, j, from) : stretch_of(y, from + count, j_end);
		return true;
	}
	return false;
}

/* Makes a move of FROM, which only one side has, where the other side has its words in TO; false: it has not. */
static bool join(struct edit *from, struct edit *to, const struct edit_text *a, const struct edit_text *b)
{
	bool of_a = from->kind == EDIT_ONLY_A;
	enum edit_kind opposite = of_a ? EDIT_ONLY_B : EDIT_ONLY_A;
	struct stretch taken;
	if ((from->kind != EDIT_ONLY_A && from->kind != EDIT_ONLY_B) ||
	    (to->kind != opposite && to->kind != EDIT_REPLACED))
		return false;
	if (!(of_a ? take_words(a, &from->a, b, &to->b, &taken) : take_words(b, &from->b, a, &to->a, &taken)))
		return false;
	*(of_a ? &from->b : &from->a) = taken;
	from->kind = EDIT_MOVED;
	to->content -= from->content;
	bool nothing = of_a ? to->b.first == to->b.limit : to->a.first == to->a.limit;
	if (nothing && to->kind == EDIT_REPLACED)
		to->kind = of_a ? EDIT_ONLY_A : EDIT_ONLY_B;
	else if (nothing)
		*to = (struct edit){.kind = EDIT_MOVED};
	return true;
}

/* What one has alone and the other, too, but elsewhere, is one edit: "on Monday" in front or behind. */
static void join_moved(struct edits *edits, const struct edit_text *a, const struct edit_text *b)
{
	for (uint32_t e = 0; e < edits->count; e++)
		for (uint32_t f = 0; f < edits->count; f++)
			if (e != f && join(&edits->items[e], &edits->items[f], a, b))
				edits->equal += edits->items[e].content;
	uint32_t kept = 0;
	for (uint32_t e = 0; e < edits->count; e++) {
		const struct edit *edit = &edits->items[e];
		if (edit->a.first < edit->a.limit || edit->b.first < edit->b.limit)
			edits->items[kept++] = *edit;
	}
	edits->count = kept;
}

void edits_find(struct edits *edits, const struct terms *terms, uint32_t unit_a, uint32_t unit_b)
{
	struct edit_text a, b;
	read_text(&a, terms, unit_a);
	read_text(&b, terms, unit_b);
	bool turned = !precedes(terms, &a, &b);
	struct comparing comparing = {turned ? &b : &a, turned ? &a : &b, turned, edits};
	const struct edit_text *x = comparing.x, *y = comparing.y;
	uint32_t head = 0, i_end = x->count, j_end = y->count;
	*edits = (struct edits){.words_a = a.content, .words_b = b.content};
	for (; head < i_end && head < j_end && x->words[head].key == y->words[head].key; head++)
		edits->equal += x->words[head].content;
	for (; i_end > head && j_end > head && x->words[i_end - 1].key == y->words[j_end - 1].key; i_end--, j_end--)
		edits->equal += x->words[i_end - 1].content;
	compare_middle(&comparing, head, i_end, head, j_end);
	join_moved(edits, &a, &b);
}
