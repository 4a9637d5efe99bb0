/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One document, read: what it says of itself, its tokens and sentences, and the
 * phrases of several words in it; article_find() also knows the lists of a word.
 */
#ifndef ARTICLE_ARTICLE_H
#define ARTICLE_ARTICLE_H

#include "article/ignore.h"
#include "base/calendar.h"
#include "base/diag.h"
#include "language/lookup.h"
#include "language/sentence.h"
#include "text/source.h"

struct article {
	uint32_t index; /* position in the cluster as given */
	struct source source;
	struct span plain;          /* source.text with markup blanked out: what is tokenised; the same offsets */
	struct span shown;          /* source.text with `ignores` blanked out, where there are any; else empty */
	struct ignore_list ignores; /* comments that suppress findings; none in a bare text */
	struct span title, outlet, credit, url; /* empty: not known */
	struct span byline;
	struct timestamp published;
	bool translated;
	char sha256[65]; /* of the bytes, in hex; empty in a bare text */
	char rank[65];   /* the same of the text without `ignores`: which of two articles is compared first */
	struct token_list tokens;
	struct sentence_list sentences; /* cover all text; in order */
	struct hit_list hits;           /* phrases of several words; sorted by first token, longest first */
};

/* What a cluster file or a caller says of an article; it wins over the text. Empty: not said. */
struct article_hints {
	struct span title, outlet, published, credit, url;
	bool translated;
};

enum article_format { ARTICLE_PLAIN, ARTICLE_MARKDOWN };

/* Reads TEXT (borrowed; must outlive ARTICLE). PATH is shown in messages. Warnings go to DIAGS. */
enum jibe_status article_read(struct article *article, struct arena *arena, struct language *language, struct span path,
			      struct span text, enum article_format format, const struct article_hints *hints,
			      struct diag_list *diags, struct jibe_error *error);

/* A bare text without head and foot (`jibe pairs`, `inspect --ndjson`): every sentence is body. DATE may be empty. */
enum jibe_status article_read_text(struct article *article, struct arena *arena, struct language *language,
				   struct span name, struct span text, struct span date, struct jibe_error *error);

/* Bytes START to END as they are shown: those of the file, but blanks for comments that suppress findings. */
struct span article_text(const struct article *article, uint32_t start, uint32_t end);
static inline const struct token *article_token(const struct article *article, uint32_t token)
{
	return &article->tokens.items[token];
}
/* Which lists hold what stands at a token. */
static inline struct lookup article_lookup(const struct article *article, const struct language *language)
{
	return (struct lookup){language, article->plain, article->tokens.items, &article->hits};
}
/* The longest phrase of LIST that begins at token AT; count 0: none. */
static inline struct hit article_find(const struct article *article, const struct language *language, uint32_t at,
				      uint32_t list)
{
	struct lookup lookup = article_lookup(article, language);
	return lookup_find(&lookup, at, list);
}
/* Index of the sentence that holds byte OFFSET; UINT32_MAX: none. */
uint32_t article_sentence_at(const struct article *article, uint32_t offset);
/* Index of the first token that ends behind byte OFFSET; tokens.count: none. */
uint32_t article_token_at(const struct article *article, uint32_t offset);

/* What a reader of a format finds: pieces of the text, in order, without gaps that hold text. */
struct block {
	uint32_t start, end; /* bytes */
	uint8_t kind;        /* enum sentence_kind */
};
struct block_list LIST(struct block);

/* One function a format: fills the article's metadata and the blocks. */
enum jibe_status read_plain(struct article *article, struct arena *arena, struct language *language,
			    struct block_list *blocks, struct diag_list *diags, struct jibe_error *error);
enum jibe_status read_markdown(struct article *article, struct arena *arena, struct language *language,
			       struct block_list *blocks, struct diag_list *diags, struct jibe_error *error);

#endif
