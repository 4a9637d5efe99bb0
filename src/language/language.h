/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One language as data: rules/<code>/language.yml and rules/<code>/lexicon/ *.yml.
 *
 * Everything a language decides is a named list of phrases. A lexicon file:
 *
 *   version: 1
 *   source: where the words come from
 *   lists:
 *     approximator: [about, around, roughly]               # matched word by word, case folded
 *     number-word: {one: 1, two: 2}                        # phrase → value
 *     verb-of-saying: {match: lemma, phrases: [say, tell]} # any inflection
 *     country: {case: exact, phrases: {US: us}}            # the text's letters must be the same
 *
 * C asks for a list by its name; what is in it is nobody's business but the
 * language's. Phrases of several words are found in one pass over a sentence
 * (article.hits); which lists hold a single word is remembered with the word.
 * lookup.h answers for both.
 */
#ifndef LANGUAGE_LANGUAGE_H
#define LANGUAGE_LANGUAGE_H

#include "base/diag.h"
#include "base/intern.h"
#include "base/yaml.h"
#include "language/alignment.h"
#include "language/phrase.h"

/* One phrase of one list. */
struct entry {
	uint32_t list;                /* from language_list() */
	struct span phrase;           /* as written in the file */
	struct span text;             /* its scalar value, or empty */
	double number;                /* its value as a number; NAN when it is none */
	const struct yaml_node *node; /* its value, whatever it is; NULL in a plain sequence */
	uint32_t user;                /* for lists that rules add */
	bool exact_case;
};

#define HELD_LISTS 384u /* the first so many lists have a bit for each word */
#define HELD_WORDS (HELD_LISTS / 64)

/* An entry of a single word, with what a look-up asks of it first. */
struct word_entry {
	uint32_t index; /* in language.entries */
	uint32_t list;
};

/* What phrases of several words begin with a word. */
struct word_start {
	uint32_t word_node, lemma_node; /* in the tries; PHRASE_NONE */
	struct phrase_next word_next, lemma_next;
};

/* What is remembered of an interned word: one line of the processor's cache, since every token of a text asks for it. */
struct word_info {
	uint64_t held[HELD_WORDS]; /* a bit for each list that holds the word, as written or as a form of its lemma */
	uint32_t lemma;
	uint32_t concept; /* a synonym group's id, or the stem: two words with one concept may mean the same */
	uint32_t entries; /* where its own entries start in language.word_entries */
	uint16_t entry_count;
	uint8_t flags; /* WORD_… */
	uint8_t known; /* KNOWN_… */
};

enum {
	WORD_STOP = 1,   /* a function word */
	WORD_VERB = 2,   /* a form of a known verb */
	WORD_NOUN = 4,   /* a form of a known noun */
	WORD_GERUND = 8, /* the form's endings, as language.yml tells them: "-ing", */
	WORD_THIRD = 16, /* "-s", */
	WORD_PAST = 32   /* "-ed", or an irregular form of a verb */
};

enum {
	KNOWN_FORMS = 1, /* lemma, concept, flags */
	KNOWN_LISTS = 2, /* the rest, once the language is built */
	KNOWN_CASE = 4,  /* some of its own entries ask for the same letters */
	KNOWN_START = 8  /* phrases of several words begin with it */
};

/* The list of synonyms of several words; its entries' `user` is the concept. */
#define LIST_CONCEPT_PHRASE "concept-phrase"

enum antonymy { ANTONYM_NONE, ANTONYM_WEAK, ANTONYM_STRONG };

struct lemma_rule;
struct relative;
struct kin;

/* A word is a member of a class, all of whose other members it excludes. */
struct membership {
	uint32_t class, member;
	uint32_t before; /* 1 + the word's entry before this one, or 0 */
};

/* A lemma and one that a list joins to it. */
struct joined {
	uint32_t lemma, other;
	float nearness;  /* 0..1 */
	uint32_t before; /* 1 + the lemma's entry before this one, or 0 */
};

/* What words are to sentences, by word id; sentence.c fills it on first need. Words that are none are beyond COUNT or 0. */
struct word_classes {
	uint32_t *of;
	uint32_t count;
};

#define LISTS_SEEN 1024 /* a power of two */

struct language {
	struct arena *arena;
	struct span code; /* "en" */
	struct intern words;
	struct token_options tokens;
	struct span_list lists; /* names, by list id */
	struct {
		LIST_FIELDS(struct entry);
	} entries;                                /* by payload of a hit */
	struct phrase_trie by_word, by_lemma;     /* phrases of several words */
	struct table last_of_word, last_of_lemma; /* word or lemma id → 1 + the last entry that is just that word */
	struct u32_list of_list;                  /* by list: 1 + its last entry, or 0 */
	struct u32_list entry_in_list;            /* by entry: 1 + the one before it in its list, or 0 */
	struct u32_list entry_before;             /* by entry: 1 + the one before it of the same word, or 0 */
	struct {
		LIST_FIELDS(struct word_entry);
	} word_entries; /* a stretch a word, in the files' order */
	struct {
		LIST_FIELDS(struct word_start);
	} starts;
	struct word_info *info;           /* by interned word id */
	uint32_t *start_of;               /* by word id, of those that begin phrases: its place in `starts` */
	uint32_t info_count;              /* words that `info` and `start_of` have room for */
	uint8_t *notes;                   /* by word id; language_notes() */
	uint16_t *classes;                /* by word id; language_classes() */
	uint32_t note_count, class_count; /* words that they have room for */
	struct list_seen {
		const char *name;
		uint32_t id;
	} seen[LISTS_SEEN];       /* lists asked for of late, by the address of the name */
	struct table list_ids;    /* hash of a list's name → list id */
	struct table known_names; /* address of a table of names → where its ids start in list_sets */
	struct {
		LIST_FIELDS(uint32_t *);
	} list_sets;
	struct table single;   /* list id << 32 | word id → entry of that one word */
	struct table lemmas;   /* irregular word id → lemma id */
	struct table concepts; /* lemma id → concept id */
	struct table verbs;    /* lemma ids that are verbs */
	struct table nouns;    /* lemma ids that are nouns */
	struct table known;    /* words that are lemmas: verbs, nouns, and words that only look inflected */
	struct table stops;    /* word ids that are function words */
	uint64_t opposed[64];  /* bit lemma id % 4096: it may have an antonym */
	struct table antonyms; /* lemma id << 32 | lemma id (smaller first) → enum antonymy */
	/* What exclude.c knows: words' places in the classes of the lists, and a sorted text. */
	struct {
		LIST_FIELDS(struct membership);
	} memberships;
	struct table last_membership; /* word id → 1 + its last entry in `memberships` */
	struct span exclusions;
	struct {
		LIST_FIELDS(struct lemma_rule);
	} suffixes;
	struct alignment alignment;
	/* What kin.c knows of words: two sorted texts, what lists join, and what was found so far. */
	struct span frequency, thesaurus;
	double frequency_total; /* sentences */
	struct {
		LIST_FIELDS(struct joined);
	} joined;
	struct table last_joined; /* lemma id → 1 + its last entry in `joined` */
	struct {
		LIST_FIELDS(struct relative);
	} relatives;
	struct kin *kin; /* by lemma id */
	uint32_t kin_count;
	struct clustering clustering;
	struct word_classes word_classes;
	struct span_list gerund, third, past; /* endings */
	void *stemmer;                        /* of Snowball, or NULL when the language has none */
	bool built;
};

/* Loads FOLDER (…/rules/en). All of it lives in ARENA. Mistakes in the files: an error with their place. */
enum jibe_status language_load(struct language *language, struct arena *arena, struct span folder, struct span code,
			       struct jibe_error *error);

static inline struct list_seen *list_seen(struct language *language, const char *name)
{
	return &language->seen[((uintptr_t)name ^ (uintptr_t)name >> 8) % LISTS_SEEN];
}
uint32_t language_find_list(struct language *language, const char *name);
/* The id of the list NAME, made empty if there is none; UINT32_MAX never. Names, which are mostly literals, are remembered by
 * their address, so NAME must stay as it is for as long as LANGUAGE lives. */
static inline uint32_t language_list(struct language *language, const char *name)
{
	const struct list_seen *seen = list_seen(language, name);
	return seen->name == name ? seen->id : language_find_list(language, name);
}
/* The ids of COUNT lists. NAMES is static: they are remembered by its address. */
const uint32_t *language_lists(struct language *language, const char *const *names, uint32_t count);
/* Adds a phrase to a list (rules do, at start-up). Returns its entry's index. Before language_build(). */
uint32_t language_add(struct language *language, uint32_t list, struct span phrase, enum phrase_match match,
		      uint32_t user);
/* Closes the lists; from now on the language scans and takes no phrases. */
void language_build(struct language *language);

/* The phrases of several words in TOKENS[FIRST, FIRST + COUNT), which have their lemmas: adds them to HITS, sorted by first
 * token, then longest first, and flags their first tokens. */
void language_scan(struct language *language, struct arena *arena, struct span text, struct token *tokens,
		   uint32_t first, uint32_t count, struct hit_list *hits);

static inline const struct entry *language_entry(const struct language *language, const struct hit *hit)
{
	return &language->entries.items[hit->payload];
}

/* The last entry of LIST, and the one of its list before ENTRY; NULL: none. */
const struct entry *language_last(const struct language *language, uint32_t list);
const struct entry *language_before(const struct language *language, const struct entry *entry);

/* Lemma, concept and flags of an interned word. The pointer is valid until the next new word. */
const struct word_info *language_learn(struct language *language, uint32_t word);
static inline const struct word_info *language_word(struct language *language, uint32_t word)
{
	bool known = word < language->info_count && language->info[word].known & KNOWN_FORMS;
	return known ? &language->info[word] : language_learn(language, word);
}
/* A byte for each word, all of them 0, to note something of the words of one text; whoever takes it leaves it so. */
uint8_t *language_notes(struct language *language);
/* Bits for each word, 0 at first and kept for good: what one reader works out of a word's lists once. */
uint16_t *language_classes(struct language *language);
/* False, as nearly always: a lemma has no antonym. */
static inline bool language_opposed(const struct language *language, uint32_t lemma)
{
	return language->opposed[lemma / 64 % 64] >> lemma % 64 & 1;
}
/* Whether two lemmas contradict each other when all else is the same. */
enum antonymy language_antonyms(const struct language *language, uint32_t a, uint32_t b);
/* Sets token.lemma of TOKENS[FIRST, FIRST + COUNT), and makes the words' lists known. */
void language_lemmatize(struct language *language, struct token *tokens, uint32_t first, uint32_t count);

/* LIST may hold WORD, whose lists are known: certain but for lists that ask for the same letters, and for late ones. */
static inline bool language_holds(const struct language *language, uint32_t list, uint32_t word)
{
	return list >= HELD_LISTS || language->info[word].held[list / 64] >> (list % 64) & 1;
}
const struct entry *language_find_entry(const struct language *language, uint32_t list, uint32_t word);
/* The entry of LIST that is exactly the one word WORD, or NULL: for look-ups outside a scan. */
static inline const struct entry *language_word_entry(const struct language *language, uint32_t list, uint32_t word)
{
	bool known = word < language->info_count && language->info[word].known & KNOWN_LISTS;
	return known && !language_holds(language, list, word) ? NULL : language_find_entry(language, list, word);
}
/* Several lists, to ask of all of them at once whether one may hold a word. */
struct list_mask {
	uint64_t held[HELD_WORDS];
	bool late; /* one of them has no bit */
};
static inline void list_mask_add(struct list_mask *mask, uint32_t list)
{
	if (list < HELD_LISTS)
		mask->held[list / 64] |= UINT64_C(1) << (list % 64);
	else
		mask->late = true;
}
static inline bool language_holds_any(const struct language *language, const struct list_mask *mask, uint32_t word)
{
	uint64_t common = mask->late;
	for (uint32_t i = 0; i < HELD_WORDS; i++)
		common |= language->info[word].held[i] & mask->held[i];
	return common;
}
/* The text of HIT has the letters that its entry asks for; always so where it asks for none. */
bool language_same_letters(const struct language *language, struct span text, const struct token *tokens,
			   const struct hit *hit);

#endif
