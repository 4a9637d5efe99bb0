/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two names into one judgement: same, one name spelt two ways, or different.
 *
 *   "Mikhail Sergeyev" and "Mihail Sergeev" → spelling
 *   "Oman" and "Amman" → different
 *
 * Words are reduced to how they sound when letters of another script are
 * written in Latin ones (ck, kh, q → k; ou, oo → u; double letters once); what
 * then differs must be vowels that such spellings vary in, or one letter of a
 * long word. Limits: known places and organisations are never respelt; short
 * names are respelt only in the vowels.
 */
#include "mention/scan.h"
#include "text/utf8.h"

#define WORDS_MAX 8
#define WORD_MAX 40

struct bare {
	char word[WORDS_MAX][WORD_MAX]; /* letters a to z, as written */
	char sound[WORDS_MAX][WORD_MAX];
	bool given[WORDS_MAX]; /* a known given name */
	uint32_t count;
	char joined[3 * WORD_MAX]; /* all letters, particles' too */
};

/* Pairs of letters and how they sound; first fit, longer first. */
static const struct {
	const char *letters, *sound;
} sounds[] = {
	{"sch", "S"}, {"tch", "C"}, {"dzh", "J"}, {"sh", "S"}, {"ch", "k"}, {"kh", "k"}, {"ck", "k"},
	{"qu", "k"},  {"ph", "f"},  {"gh", "g"},  {"dj", "J"}, {"th", "t"}, {"dh", "d"}, {"zh", "J"},
	{"ts", "z"},  {"tz", "z"},  {"ks", "x"},  {"ou", "u"}, {"oo", "u"}, {"oe", "o"}, {"ee", "i"},
	{"ei", "i"},  {"ey", "i"},  {"ai", "i"},  {"ay", "i"}, {"ie", "i"}, {"yy", "i"}, {"y", "i"},
	{"q", "k"},   {"c", "k"},   {"w", "v"},   {"j", "J"},  {"C", "k"},
};

static bool is_vowel(char letter)
{
	return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

static void make_sound(const char *word, char out[WORD_MAX])
{
	size_t used = 0;
	for (const char *at = word; *at && used + 1 < WORD_MAX;) {
		const char *sound = NULL;
		for (size_t i = 0; !sound && i < sizeof sounds / sizeof *sounds; i++) {
			size_t length = strlen(sounds[i].letters);
			if (!strncmp(at, sounds[i].letters, length)) {
				sound = sounds[i].sound;
				at += length;
			}
		}
		char letter = sound ? *sound : *at++;
		bool mute = used && (!is_vowel(out[used - 1]) || (*at && !is_vowel(*at)));
		if (letter == 'h' && mute)
			continue; /* "Jonson", "Johnson" */
		if (!used || out[used - 1] != letter)
			out[used++] = letter;
	}
	if (used > 1 && out[used - 1] == 'h')
		used--;
	out[used] = '\0';
}

/* Splits TEXT into words of bare letters; particles ("al-", "bin") are left out. */
static void make_bare(const struct language *language, struct span text, struct bare *bare)
{
	struct arena_mark mark = arena_mark(language->arena);
	struct span folded = utf8_bare(language->arena, text);
	uint32_t particle = list_id(language, "name-particle"), given = list_id(language, "first-name");
	size_t letters = 0;
	*bare = (struct bare){0};
	for (size_t i = 0; i < folded.len && bare->count < WORDS_MAX;) {
		size_t used = 0;
		char *word = bare->word[bare->count];
		for (; i < folded.len; i++) {
			char byte = folded.ptr[i];
			bool letter = (byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 0x80;
			if (!letter && byte != '\'' && byte != '`')
				break;
			if (letter && used + 1 < WORD_MAX)
				word[used++] = byte;
			if (letter && letters + 1 < sizeof bare->joined)
				bare->joined[letters++] = byte;
		}
		word[used] = '\0';
		i++;
		uint32_t id = intern_find(&language->words, span_make(word, used));
		if (!used ||
		    (id != UINT32_MAX && particle != UINT32_MAX && language_word_entry(language, particle, id)))
			continue;
		bare->given[bare->count] = id != UINT32_MAX && given != UINT32_MAX &&
					   language_word_entry(language, given, id);
		make_sound(word, bare->sound[bare->count++]);
	}
	arena_rewind(language->arena, mark);
}

/* Edit distance, but no more than LIMIT + 1; a swap of neighbours counts once. */
static int distance(const char *a, const char *b, int limit)
{
	int rows[3][WORD_MAX + 1];
	int length_a = (int)strlen(a), length_b = (int)strlen(b);
	if (length_a - length_b > limit || length_b - length_a > limit)
		return limit + 1;
	for (int j = 0; j <= length_b; j++)
		rows[0][j] = j;
	for (int i = 1; i <= length_a; i++) {
		int *row = rows[i % 3], *above = rows[(i + 2) % 3], *over = rows[(i + 1) % 3];
		row[0] = i;
		for (int j = 1; j <= length_b; j++) {
			int best = above[j - 1] + (a[i - 1] != b[j - 1]);
			best = above[j] + 1 < best ? above[j] + 1 : best;
			best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && over[j - 2] + 1 < best)
				best = over[j - 2] + 1;
			row[j] = best;
		}
	}
	return rows[length_a % 3][length_b];
}

/* Two letters that spellings of one name often swap. */
static bool varies(char a, char b)
{
	static const char *const pairs[] = {"ei", "ae", "ou", "gi", "vu", "vb", "gk",
					    "kh", "Jg", "Ji", "sz", "Sk", "vf", "Ss"};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if ((pairs[i][0] == a && pairs[i][1] == b) || (pairs[i][0] == b && pairs[i][1] == a))
			return true;
	return a == b;
}

/* One sound, but for vowels that are written one way or another, and one vowel more or less. CLOSED: a mute letter ends
 * both ("Nabih", "Nabieh"). GIVEN: two given names of few letters, which a vowel more makes two ("Jon", "Joan"). */
static bool sounds_alike(const char *a, const char *b, bool closed, bool given)
{
	int extra = 0, changed = 0;
	size_t i = 0, j = 0, length_a = strlen(a), length_b = strlen(b);
	while (i < length_a && j < length_b) {
		if (a[i] == b[j]) {
			i++;
			j++;
		} else if (varies(a[i], b[j])) {
			changed++;
			i++;
			j++;
		} else if (is_vowel(a[i]) && !is_vowel(b[j]) && i) {
			extra++;
			i++;
		} else if (is_vowel(b[j]) && (!is_vowel(a[i]) || b[j + 1] == a[i]) && j) {
			extra++;
			j++;
		} else if (is_vowel(a[i]) && a[i + 1] == b[j]) {
			extra++;
			i++;
		} else {
			return false;
		}
	}
	extra += (int)(length_a - i + length_b - j);
	size_t shorter = length_a < length_b ? length_a : length_b;
	bool ends_in_vowel = !closed && (i < length_a || j < length_b);
	if (ends_in_vowel || extra + changed > 2 || (given && extra && shorter < 6))
		return false;
	return shorter >= 5 ? true : extra + changed <= 1 && shorter >= 3;
}

enum likeness { UNLIKE, LIKE, EQUAL };

/* Of two words of one length: is what differs one consonant for its sister ("Korb", "Korp") or a swap? "Berg", "Borg". */
static bool akin(const char *a, const char *b)
{
	static const char *const sisters[] = {"bp", "dt", "gk", "fv", "sz", "ck", "mn", "vw"};
	size_t at = 0;
	while (a[at] == b[at])
		at++;
	if (a[at + 1] == b[at] && a[at] == b[at + 1])
		return true;
	for (size_t i = 0; i < sizeof sisters / sizeof *sisters; i++)
		if ((a[at] == sisters[i][0] && b[at] == sisters[i][1]) ||
		    (a[at] == sisters[i][1] && b[at] == sisters[i][0]))
			return !strcmp(a + at + 1, b + at + 1);
	return false;
}

/* "Bill" and "William", "Katrin" and "Catherine": two forms of one given name, as the language lists them. */
static bool given_forms(const struct language *language, const char *a, const char *b)
{
	uint32_t list = list_id(language, "given-name-form");
	uint32_t one = intern_find(&language->words, span_cstr(a)), two = intern_find(&language->words, span_cstr(b));
	if (list == UINT32_MAX || one == UINT32_MAX || two == UINT32_MAX)
		return false;
	const struct entry *x = language_word_entry(language, list, one), *y = language_word_entry(language, list, two);
	return x && y && span_equal(x->text, y->text);
}

/* "Goon", "Guns": the same sound but for an s at the end. Spelt the same but for it they may be two ("Institute"). */
static bool plural_apart(const char *a, const char *b)
{
	char one[WORD_MAX], two[WORD_MAX], bare[WORD_MAX];
	size_t length_a = strlen(a), length_b = strlen(b);
	const char *longer = a[length_a - 1] == 's' ? a : b, *other = longer == a ? b : a;
	size_t length = longer == a ? length_a : length_b;
	if ((a[length_a - 1] == 's') == (b[length_b - 1] == 's') || length < 4)
		return false;
	memcpy(bare, longer, length - 1);
	bare[length - 1] = '\0';
	make_sound(bare, one);
	make_sound(other, two);
	return strcmp(bare, other) != 0 && !strcmp(one, two);
}

/* BACKED: how like the rest of the name is: where it is the same a slip of the pen is likelier than another word. */
static enum likeness compare_words(const struct bare *a, uint32_t i, const struct bare *b, uint32_t j,
				   enum likeness backed)
{
	const char *x = a->word[i], *y = b->word[j];
	size_t shorter = strlen(x) < strlen(y) ? strlen(x) : strlen(y);
	if (!strcmp(x, y))
		return EQUAL;
	if (shorter == 1)
		return x[0] == y[0] ? EQUAL : UNLIKE; /* an initial */
	if (!strcmp(a->sound[i], b->sound[j]))
		return shorter >= 3 ? LIKE : UNLIKE;
	char end_x = x[strlen(x) - 1], end_y = y[strlen(y) - 1];
	bool gender = is_vowel(end_x) && is_vowel(end_y) && end_x != end_y;
	bool closed = end_x == 'h' && end_y == 'h', given = a->given[i] && b->given[j];
	size_t least = backed == EQUAL ? 3 : backed == LIKE ? 4 : 5;
	if (!gender && shorter >= least && sounds_alike(a->sound[i], b->sound[j], closed, given))
		return LIKE;
	if (backed == EQUAL && !given && plural_apart(x, y))
		return LIKE;
	int limit = shorter >= 9 ? 2 : 1;
	bool replaced = strlen(x) == strlen(y) && shorter < 6 && !akin(x, y);
	bool slip = !given && !replaced && x[0] == y[0] && shorter >= (backed == EQUAL ? 4 : 8);
	return !gender && slip && distance(x, y, limit) <= limit ? LIKE : UNLIKE;
}

/* The lexicon entry of a country, capital, demonym or organisation of one word. */
static bool is_known(const struct language *language, const struct bare *bare)
{
	static const char *const lists[] = {"country", "demonym", "capital", "place", "organisation"};
	uint32_t word = bare->count == 1 ? intern_find(&language->words, span_cstr(bare->word[0])) : UINT32_MAX;
	if (word == UINT32_MAX)
		return false;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		uint32_t id = list_id(language, lists[i]);
		if (id != UINT32_MAX && language_word_entry(language, id, word))
			return true;
	}
	return false;
}

enum name_relation name_compare(const struct language *language, struct span a, struct span b)
{
	struct bare x, y;
	make_bare(language, a, &x);
	make_bare(language, b, &y);
	if (!x.count || !y.count)
		return NAME_DIFFERENT;
	if (!strcmp(x.joined, y.joined))
		return NAME_SAME; /* "Del Guido", "DelGuido" */
	uint32_t last_x = x.count - 1, last_y = y.count - 1, equal = 0, like = 0;
	enum likeness first = EQUAL;
	if (last_x && last_y)
		first = compare_words(&x, 0, &y, 0, strcmp(x.word[last_x], y.word[last_y]) ? UNLIKE : EQUAL);
	if (first == UNLIKE && !strcmp(x.word[last_x], y.word[last_y]) && given_forms(language, x.word[0], y.word[0]))
		first = LIKE;
	if (first == UNLIKE)
		return NAME_DIFFERENT;
	enum likeness last = compare_words(&x, last_x, &y, last_y, last_x && last_y ? first : UNLIKE);
	if (last == UNLIKE || (strlen(x.word[last_x]) == 1) != (strlen(y.word[last_y]) == 1))
		return NAME_DIFFERENT;
	if (x.count != y.count && last_x > 1 && last_y > 1 && !x.word[1][1] && !y.word[1][1] &&
	    x.word[1][0] != y.word[1][0])
		return NAME_DIFFERENT; /* "Anna K. L. Krogh", "Anna L. Krogh" */
	for (uint32_t i = 1; i < last_x && x.count == y.count; i++) {
		enum likeness middle = compare_words(&x, i, &y, i, EQUAL);
		if (middle == UNLIKE)
			return NAME_DIFFERENT;
		*(middle == EQUAL ? &equal : &like) += 1;
	}
	if (last == EQUAL && first == EQUAL && !like)
		return NAME_SAME;
	if (is_known(language, &x) && is_known(language, &y))
		return NAME_DIFFERENT;
	return NAME_SPELLING;
}
