/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Trees into claims: the sentences of trees.conllu. A claim is shown as
 *
 *   subject + subject: marks predicate=complement > object by agent {time on Friday} {so safe} <frame> @speaker (flags)
 *
 * where marks are not, the modality, hedged and passive, and flags: which (restrictive), of (told of), appos, unclear,
 * and how sure it is, if not wholly.
 */
#include "base/buffer.h"
#include "claim/refine.h"
#include "trees.h"

static struct span lemma_at(const struct fixture *f, const struct account *account, uint32_t token)
{
	return intern_string(&f->language.words, account->article->tokens.items[token].lemma);
}

static void show_parties(struct buffer *out, const struct account *account, const struct claim *claim,
			 enum participant_role role, const char *before, const char *behind)
{
	bool found = false;
	uint32_t first = role == ROLE_SUBJECT ? claim->subject_first : claim->other_first;
	uint32_t count = role == ROLE_SUBJECT ? claim->subject_count : claim->other_count;
	for (uint32_t i = first; i < first + count; i++) {
		const struct participant *who = &account->claims.participants.items[i];
		if (who->role != role)
			continue;
		buffer_cstr(out, found ? " + " : before);
		if (role >= ROLE_TIME && who->case_word != CLAIM_NONE) {
			buffer_add(out, tokens_text(account->article, who->case_word, who->case_count));
			buffer_cstr(out, " ");
		}
		buffer_add(out, tokens_text(account->article, who->first_token, who->token_count));
		found = true;
	}
	buffer_cstr(out, found ? behind : "");
}

static void show_predicate(struct buffer *out, const struct fixture *f, const struct account *account,
			   const struct claim *claim)
{
	static const char *const modalities[] = {"", "may ", "can ", "would ", "will ", "must "};
	buffer_cstr(out, claim->negated ? "not " : "");
	buffer_cstr(out, modalities[claim->modality]);
	buffer_cstr(out, claim->hedged ? "hedged " : "");
	buffer_cstr(out, claim->passive ? "passive " : "");
	if (!claim->apposed)
		buffer_add(out, lemma_at(f, account, claim->predicate));
	if (claim->complement == CLAIM_NONE)
		return;
	buffer_cstr(out, "=");
	buffer_add(out, tokens_text(account->article, claim->complement, 1));
}

static void show_claim(struct buffer *out, const struct fixture *f, const struct account *account,
		       const struct claim *claim)
{
	show_parties(out, account, claim, ROLE_SUBJECT, "", "");
	buffer_cstr(out, ": ");
	show_predicate(out, f, account, claim);
	show_parties(out, account, claim, ROLE_OBJECT, " > ", "");
	show_parties(out, account, claim, ROLE_AGENT, " by ", "");
	show_parties(out, account, claim, ROLE_TIME, " {time ", "}");
	show_parties(out, account, claim, ROLE_PLACE, " {place ", "}");
	show_parties(out, account, claim, ROLE_OTHER, " {", "}");
	show_parties(out, account, claim, ROLE_STATE, " {so ", "}");
	if (claim->frame != FRAME_ASSERTED)
		buffer_printf(out, " <%s>", claim_frame_name((enum claim_frame)claim->frame));
	if (claim->speaker != CLAIM_NONE) {
		const struct attribution *who = &account->mentions.items[claim->speaker].attribution;
		buffer_cstr(out, " @");
		buffer_add(out, article_text(account->article, who->source_start, who->source_end));
	}
	buffer_cstr(out, claim->restrictive ? " (which)" : "");
	buffer_cstr(out, claim->infinitive ? " (of)" : "");
	buffer_cstr(out, claim->apposed ? " (appos)" : "");
	buffer_cstr(out, claim->unclear ? " (unclear)" : "");
	if (claim->sure < 0.999F)
		buffer_printf(out, " (%.2f)", (double)claim->sure);
}

static const char *show_claims(struct fixture *f, const struct account *account)
{
	struct buffer out;
	buffer_init(&out, &f->test.arena);
	for (uint32_t i = 0; i < account->claims.count; i++) {
		buffer_cstr(&out, i ? " | " : "");
		show_claim(&out, f, account, &account->claims.items[i]);
	}
	return out.ptr;
}

/* What the numbers count. */
static const char *show_counts(struct fixture *f, const struct account *account)
{
	struct buffer out;
	buffer_init(&out, &f->test.arena);
	for (uint32_t i = 0; i < account->mentions.count; i++) {
		const struct mention *m = &account->mentions.items[i];
		if (m->kind != MENTION_NUMBER)
			continue;
		buffer_cstr(&out, out.len ? " " : "");
		buffer_add(&out, m->amount.noun == MENTION_NONE ? SPAN("-")
								: tokens_text(account->article, m->amount.noun, 1));
	}
	return out.ptr;
}

/* What is expected of a sentence. */
struct expected {
	const char *claims, *counts;
};

/* The next sentence of READER as an account of its own, whose claims are refined; false: there is none. */
static bool next_account(struct fixture *f, struct conllu_reader *reader, struct account *account,
			 struct expected *expected)
{
	struct conllu_sentence sentence;
	struct tree tree;
	uint32_t at = 0;
	cr_assert(eq(int, conllu_next(reader, &f->test.arena, &sentence, &f->error), JIBE_OK), "%s", f->error.message);
	if (!sentence.words)
		return false;
	expected->claims = comment_of(&f->test.arena, &sentence, "claims");
	expected->counts = comment_of(&f->test.arena, &sentence, "counts");
	*account = read_account(f, comment_of(&f->test.arena, &sentence, "text"), 0);
	cr_assert(eq(u32, account->article->sentences.count, 1));
	tree_lay(&tree, &f->test.arena, &sentence, account->article, &at);
	claims_refine(account, &f->test.arena, &f->language, &tree);
	return true;
}

static struct conllu_reader open_trees(struct fixture *f)
{
	struct conllu_reader reader = {.path = SPAN("tests/unit/claim/trees.conllu")};
	if (file_read(&f->test.arena, reader.path, FILE_LIMIT_DEFAULT, &reader.rest, &f->error) < 0)
		cr_fatal("%s", f->error.message);
	return reader;
}

Test(tree, claims)
{
	struct fixture f;
	struct account account;
	struct expected expected;
	uint32_t count = 0;
	fixture_begin(&f);
	struct conllu_reader reader = open_trees(&f);
	for (; next_account(&f, &reader, &account, &expected); count++) {
		const struct span text = account.article->plain;
		cr_expect(eq(str, (char *)show_claims(&f, &account), (char *)expected.claims), "%.*s", (int)text.len,
			  text.ptr);
		if (*expected.counts)
			cr_expect(eq(str, (char *)show_counts(&f, &account), (char *)expected.counts), "%.*s",
				  (int)text.len, text.ptr);
	}
	cr_expect(ge(u32, count, 60));
	fixture_end(&f);
}

/* Whatever the tree, places are in order and inside the sentence, and claim_at() finds what is innermost. */
static void check_places(const struct account *account)
{
	const struct claim_list *claims = &account->claims;
	const struct sentence *in = &account->article->sentences.items[0];
	cr_assert(eq(u32, claims->sentence_first[1], claims->count));
	for (uint32_t i = 0; i < claims->count; i++) {
		const struct claim *claim = &claims->items[i];
		uint32_t limit = claim->first_token + claim->token_count;
		cr_expect(ge(u32, claim->first_token, in->first_token));
		cr_expect(le(u32, limit, in->first_token + in->token_count));
		cr_expect(ge(u32, claim->predicate_first, claim->first_token));
		cr_expect(ge(u32, claim->predicate, claim->predicate_first));
		cr_expect(lt(u32, claim->predicate, limit));
		cr_expect(gt(flt, claim->sure, 0));
		cr_expect(le(flt, claim->sure, 1));
		if (i)
			cr_expect(ge(u32, claim->predicate_first, claims->items[i - 1].predicate_first));
		for (uint32_t p = 0; p < claims->participants.count; p++) {
			const struct participant *who = &claims->participants.items[p];
			cr_expect(ge(u32, who->head, who->first_token));
			cr_expect(lt(u32, who->head, who->first_token + who->token_count));
		}
		uint32_t found = claim_at(account, 0, claim->predicate);
		cr_expect(ne(u32, found, CLAIM_NONE));
		cr_expect(eq(int, claims->items[found].apposed, 0));
	}
}

Test(tree, keeps_its_place)
{
	struct fixture f;
	struct account account;
	struct expected ignored;
	fixture_begin(&f);
	struct conllu_reader reader = open_trees(&f);
	while (next_account(&f, &reader, &account, &ignored))
		check_places(&account);
	fixture_end(&f);
}

/* A parser may be as wrong as it likes: no tree of the same words makes a claim leave its sentence. */
Test(tree, any_tree)
{
	struct fixture f;
	uint32_t seed = 1;
	fixture_begin(&f);
	for (int round = 0; round < 40; round++) {
		struct conllu_reader reader = open_trees(&f);
		struct conllu_sentence sentence;
		while (conllu_next(&reader, &f.test.arena, &sentence, &f.error) == JIBE_OK && sentence.words) {
			struct tree tree;
			uint32_t at = 0;
			struct account account = read_account(&f, comment_of(&f.test.arena, &sentence, "text"), 0);
			tree_lay(&tree, &f.test.arena, &sentence, account.article, &at);
			for (uint32_t w = 0; w < tree.count; w++) { /* heads before or behind, but never in a circle */
				seed = seed * 1664525u + 1013904223u;
				tree.words[w].deprel = (uint8_t)((seed >> 8) % DEPREL_COUNT);
				tree.words[w].upos = (uint8_t)((seed >> 16) % UPOS_COUNT);
				tree.words[w].head = w ? (uint16_t)((seed >> 12) % w) : TREE_NONE;
			}
			claims_refine(&account, &f.test.arena, &f.language, &tree);
			check_places(&account);
		}
	}
	fixture_end(&f);
}
