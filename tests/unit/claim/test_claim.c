/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sentences into claims. A claim is shown as
 *
 *   subject + subject: marks PREDICATE <frame> @speaker
 *
 * where marks are not, passive, hedged, and may, can, would, will or must for the
 * modality; a frame that is "asserted" and a speaker that is not there are left
 * out. Claims of a sentence are joined by " | ".
 */
#include "accounts.h"
#include "base/buffer.h"
#include "note.h"

static void show_subjects(struct buffer *out, const struct account *account, const struct claim *claim)
{
	for (uint32_t i = 0; i < claim->subject_count; i++) {
		const struct participant *who = &account->claims.participants.items[claim->subject_first + i];
		buffer_cstr(out, i ? " + " : "");
		buffer_add(out, tokens_text(account->article, who->first_token, who->token_count));
	}
	buffer_cstr(out, ": ");
}

static void show_claim(struct buffer *out, struct language *language, const struct account *account,
		       const struct claim *claim)
{
	static const char *const modalities[] = {[MODALITY_FLAT] = "",        [MODALITY_POSSIBLE] = "may ",
						 [MODALITY_ABLE] = "can ",    [MODALITY_CONDITIONAL] = "would ",
						 [MODALITY_FUTURE] = "will ", [MODALITY_OBLIGED] = "must "};
	show_subjects(out, account, claim);
	buffer_cstr(out, claim->negated ? "not " : "");
	buffer_cstr(out, modalities[claim->modality]);
	buffer_cstr(out, claim->hedged ? "hedged " : "");
	buffer_cstr(out, claim->passive ? "passive " : "");
	buffer_add(out, intern_string(&language->words, account->article->tokens.items[claim->predicate].lemma));
	if (claim->frame != FRAME_ASSERTED)
		buffer_printf(out, " <%s>", claim_frame_name((enum claim_frame)claim->frame));
	if (claim->speaker != CLAIM_NONE) {
		const struct attribution *who = &account->mentions.items[claim->speaker].attribution;
		buffer_cstr(out, " @");
		buffer_add(out, article_text(account->article, who->source_start, who->source_end));
	}
}

static const char *show_claims(struct fixture *f, const char *text)
{
	struct account account = read_account(f, text, 0);
	struct buffer out;
	buffer_init(&out, &f->test.arena);
	for (uint32_t i = 0; i < account.claims.count; i++) {
		buffer_cstr(&out, i ? " | " : "");
		show_claim(&out, &f->language, &account, &account.claims.items[i]);
	}
	return out.ptr;
}

struct row {
	const char *text, *claims;
};

static void expect_claims(const struct row *rows, size_t count)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t r = 0; r < count; r++)
		cr_expect(eq(str, (char *)show_claims(&f, rows[r].text), (char *)rows[r].claims), "%s", rows[r].text);
	fixture_end(&f);
}

#define EXPECT_CLAIMS(rows) expect_claims(rows, sizeof rows / sizeof *rows)

Test(claim, subjects)
{
	static const struct row rows[] = {
		{"The port declined to comment.", "port: not comment"},
		{"The mayor and her deputy resigned.", "mayor + deputy: resign"},
		{"Arda, Velm and Halden agreed.", "Arda + Velm + Halden: agree"},
		{"Spokespeople for the port, the union and Arda County declined to comment.",
		 "port + union + Arda County: not comment"},
		{"A spokesman for Halden declined to comment.", "Halden: not comment"},
		{"On Friday, the port council voted.", "port council: vote"},
		{"Ilse Varn, who led the inquiry, resigned.", "Ilse Varn: lead | Ilse Varn: resign"},
		{"Ilse Varn, the head of the port, resigned.", "Ilse Varn: resign"},
		{"The head of the port resigned.", "head of the port: resign"},
		{"The port resigned, but the union stayed.", "port: resign | union: stay"},
		{"He resigned.", "He: resign"},
		{"The dam burst and killed nine people.", "dam: burst | dam: kill"},
	};
	EXPECT_CLAIMS(rows);
}

Test(claim, verb_groups)
{
	static const struct row rows[] = {
		{"The port has approved the sale.", "port: approve"},
		{"The port has not approved the sale.", "port: not approve"},
		{"The port hasn't approved the sale.", "port: not approve"},
		{"The port has not yet approved the sale.", "port: not approve"},
		{"The port never approved the sale.", "port: not approve"},
		{"The port did not approve the sale.", "port: not approve"},
		{"The port failed to approve the sale.", "port: not approve"},
		{"The port did not fail to approve the sale.", "port: approve"},
		{"The port refused to approve the sale.", "port: not approve"},
		{"The sale was approved.", "sale: passive approve"},
		{"The sale has not been approved.", "sale: not passive approve"},
		{"The sale will be approved.", "sale: will passive approve"},
		{"They're sold by the port.", "They: passive sell"},
		{"They'll approve it.", "They: will approve"},
		{"The port might approve the sale.", "port: may approve"},
		{"The port would approve the sale.", "port: would approve"},
		{"The port will approve the sale.", "port: will approve"},
		{"The port must approve the sale.", "port: must approve"},
		{"The port cannot approve the sale.", "port: not can approve"},
		{"The port won't approve the sale.", "port: not will approve"},
		{"The port largely approved the sale.", "port: hedged approve"},
		{"The port has largely approved the sale.", "port: hedged approve"},
		{"The port is in Velm.", "port: be"},
		{"The port is not in Velm.", "port: not be"},
		{"Engineers are repairing the crane.", "Engineers: repair"},
		{"The union has talks today.", "union: have"},
		{"The union demands a rise.", "union: demand <demanded>"},
		{"The talks ended.", "talks: end"},
		{"Sale of the port", ""},
	};
	EXPECT_CLAIMS(rows);
}

Test(claim, frames)
{
	static const struct row rows[] = {
		{"The port proposed a fee of 3 crowns.", "port: propose <proposed>"},
		{"Under the proposal, ships would pay 3 crowns.", "ships: would pay <proposed>"},
		{"Prosecutors accused Varn of taking bribes.", "Prosecutors: accuse <charged>"},
		{"Varn denied that he took bribes.", "Varn: deny <denied> | Varn: take <denied> @Varn"},
		{"Did the port close the pier?", ": do <a question> | port: close <a question>"},
		{"The port closed the pier.", "port: close"},
	};
	EXPECT_CLAIMS(rows);
}

Test(claim, speakers)
{
	static const struct row rows[] = {
		{"The port was sold, the mayor said.", "port: passive sell @the mayor | mayor: say"},
		{"The mayor said the port was sold.", "mayor: say | port: passive sell @The mayor"},
		{"According to the mayor, the port was sold.", "port: passive sell @the mayor"},
		{"\"The port was sold,\" Ilse Varn said.", "port: passive sell @Ilse Varn | Ilse Varn: say"},
		{"The port was sold.", "port: passive sell"},
	};
	EXPECT_CLAIMS(rows);
}

/* What a reader would say and jibe does not yet: printed, so that nobody takes it for granted. */
Test(claim, not_yet)
{
	static const struct row rows[] = {
		{"Lawyers for Amos Varn and Ilse Krell declined to comment.", "Amos Varn + Ilse Krell: not comment"},
		{"Neither the port nor the union responded.", "port + union: not respond"},
		{"In Velm, the mayor and the council agreed.", "mayor + council: agree"},
		{"The port and the union talk.", "port + union: talk"},
		{"No one was hurt.", ": not passive hurt"},
		{"The union demanded that ships pay 3 crowns.", "union: demand <demanded> | ships: pay <demanded>"},
		{"The port estimated that repairs cost 3 crowns.",
		 "port: estimate <estimated> | repairs: cost <estimated>"},
		{"The port plans to close the pier.", "port: plan <intended> | : close <intended>"},
		{"If the port closes, the union strikes.", "port: close <conditional> | union: strike <conditional>"},
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		const char *got = show_claims(&f, rows[r].text);
		if (strcmp(got, rows[r].claims))
			test_note("not yet: %s: %s, not %s", rows[r].text, got, rows[r].claims);
		else
			test_note("holds now, belongs above: %s", rows[r].text);
	}
	fixture_end(&f);
}

/* Whatever the text, places are in order and inside the sentence, and participants stand before their verb. */
Test(claim, keeps_its_place)
{
	static const char *const texts[] = {
		"Spokespeople for the port, the union and Arda County declined to comment. Was it sold? It was.",
		"\"We were not told,\" said Ilse Varn, who led the inquiry, \"and we will not wait.\"",
		"And and and. To to to be. Not. Did. , , , has has been been said said by by.",
		"If. Who said who said who said. The. The the and the and the said.",
		"Said said. Be been being was were is are am. May might must can could will would shall should.",
		"for the spokesman for the spokesman for the spokesman for",
		"Cannot seems odd. The port cannot seems odd. Cannot cannot cannot.",
		"",
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t r = 0; *texts[r]; r++) {
		struct account account = read_account(&f, texts[r], 0);
		const struct sentence_list *sentences = &account.article->sentences;
		cr_assert(eq(u32, account.claims.sentence_first[sentences->count], account.claims.count));
		for (uint32_t i = 0; i < account.claims.count; i++) {
			const struct claim *claim = &account.claims.items[i];
			const struct sentence *in = &sentences->items[claim->sentence];
			uint32_t limit = claim->first_token + claim->token_count;
			cr_expect(ge(u32, i, account.claims.sentence_first[claim->sentence]), "%s", texts[r]);
			cr_expect(lt(u32, i, account.claims.sentence_first[claim->sentence + 1]), "%s", texts[r]);
			cr_expect(ge(u32, claim->first_token, in->first_token), "%s", texts[r]);
			cr_expect(le(u32, limit, in->first_token + in->token_count), "%s", texts[r]);
			cr_expect(ge(u32, claim->predicate, claim->predicate_first), "%s", texts[r]);
			cr_expect(lt(u32, claim->predicate, limit), "%s", texts[r]);
			for (uint32_t s = 0; s < claim->subject_count; s++) {
				const struct participant *who =
					&account.claims.participants.items[claim->subject_first + s];
				cr_expect(lt(u32, 0, who->token_count), "%s", texts[r]);
				cr_expect(ge(u32, who->head, who->first_token), "%s", texts[r]);
				cr_expect(lt(u32, who->head, who->first_token + who->token_count), "%s", texts[r]);
			}
			uint32_t found = claim_at(&account, claim->sentence, claim->predicate);
			cr_expect(eq(u32, found, i), "%s: claim %u", texts[r], i);
		}
	}
	fixture_end(&f);
}

Test(claim, names_of_frames)
{
	for (int frame = FRAME_ASSERTED; frame <= FRAME_QUESTION; frame++)
		cr_expect(lt(sz, 0, strlen(claim_frame_name((enum claim_frame)frame))));
}
