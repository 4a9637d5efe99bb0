/* SPDX-License-Identifier: Apache-2.0 */
/* Names of several articles into persons, places and bodies. */
#include "aligned.h"
#include "note.h"

/* The entity of the name TEXT in account INDEX; UINT32_MAX: no such name was found. */
static uint32_t entity_at(struct aligned *a, uint32_t index, const char *text)
{
	const struct account *account = &a->accounts[index];
	for (uint32_t i = 0; i < account->mentions.count; i++) {
		const struct mention *m = &account->mentions.items[i];
		if (m->kind == MENTION_NAME && test_is(article_text(account->article, m->start, m->end), text))
			return entity_of(&a->terms.entities, m->name.key);
	}
	return UINT32_MAX;
}

static const struct {
	const char *name, *texts[3], *left, *right; /* a name of text 0, a name of text 1 */
	bool same;
} rows[] = {
	{"the same letters", {"Ilse Krell resigned.", "They met Ilse Krell."}, "Ilse Krell", "Ilse Krell", true},
	{"one letter doubled",
	 {"Amor Lindell resigned.", "They met Amor Lindel."},
	 "Amor Lindell",
	 "Amor Lindel",
	 true},
	{"two letters for one",
	 {"Amor Hockstedt left.", "Amor Hochstedt left."},
	 "Amor Hockstedt",
	 "Amor Hochstedt",
	 true},
	{"two surnames", {"Ilse Krell resigned.", "Ilse Brandt resigned."}, "Ilse Krell", "Ilse Brandt", false},
	{"two first names", {"Ilse Krell resigned.", "Amor Krell resigned."}, "Ilse Krell", "Amor Krell", false},
	{"places that look alike", {"It sank off Lowmere.", "It sank off Lowden."}, "Lowmere", "Lowden", false},
	{"a surname that two could have",
	 {"Ilse Krell met Amor Krell.", "Then Krell resigned."},
	 "Ilse Krell",
	 "Krell",
	 false},
	{"a surname that two could have, in two articles",
	 {"Ilse Krell resigned.", "Then Krell resigned.", "Amor Krell resigned."},
	 "Ilse Krell",
	 "Krell",
	 false},
	{"a title that either could have",
	 {"Ida Krell met Amos Krell. Then Mr. Krell resigned.", "Ida Krell resigned."},
	 "Krell",
	 "Ida Krell",
	 false},
	{"a title that one has",
	 {"President Ida Krell met Amos Krell. Then President Krell resigned.", "Ida Krell resigned."},
	 "Krell",
	 "Ida Krell",
	 true},
	{"a surname alone is the first one's",
	 {"Ida Krell met Amos Krell. Then Krell resigned.", "Ida Krell resigned."},
	 "Krell",
	 "Ida Krell",
	 true},
	{"a middle name and a suffix",
	 {"Amos Comfort escaped.", "Police caught Amos Jude Comfort Jr. on Monday."},
	 "Amos Comfort",
	 "Amos Jude Comfort Jr.",
	 true},
	{"two middle names", {"Ada Mai Krell left.", "Ada Lis Krell left."}, "Ada Mai Krell", "Ada Lis Krell", false},
	{"a middle name where another has another one",
	 {"Ada Mai Krell left.", "Ada Krell left.", "Ada Lis Krell left."},
	 "Ada Mai Krell",
	 "Ada Krell",
	 false},
	{"father and son",
	 {"Amos Comfort Sr. left.", "Amos Comfort left.", "Amos Comfort Jr. left."},
	 "Amos Comfort Sr.",
	 "Amos Comfort",
	 false},
	{"a surname alone", {"Mayor Ilse Krell resigned.", "The board thanked Krell."}, "Ilse Krell", "Krell", true},
	{"a surname alone that is a place's",
	 {"Mayor Ilse Krell resigned.", "It rained in Krell."},
	 "Ilse Krell",
	 "Krell",
	 false},
	{"an acronym in brackets, elsewhere",
	 {"The Velm Harbour Authority (VHA) closed.", "The VHA closed."},
	 "Velm Harbour Authority",
	 "VHA",
	 true},
	{"an acronym in brackets that no letters tell",
	 {"The Ardan Refuge Office (ZUFR) closed.", "The ZUFR closed."},
	 "Ardan Refuge Office",
	 "ZUFR",
	 true},
	{"an acronym that two explain",
	 {"The Velm Harbour Authority (VHA) closed.", "The VHA closed.", "The Velm Hospital Alliance (VHA) closed."},
	 "Velm Harbour Authority",
	 "VHA",
	 false},
	{"an acronym by its letters",
	 {"The Velm Harbour Authority closed.", "The VHA closed."},
	 "Velm Harbour Authority",
	 "VHA",
	 true},
	{"function words in it",
	 {"The Ministry of Ports closed.", "The MOP closed."},
	 "Ministry of Ports",
	 "MOP",
	 true},
	{"letters that fit two",
	 {"The Velm Harbour Authority closed.", "The VHA closed.", "The Velm Health Agency closed."},
	 "Velm Harbour Authority",
	 "VHA",
	 false},
	{"letters that stand beside what they fit",
	 {"The Velm Harbour Authority closed.", "The VHA closed.",
	  "The Velm Harbour Authority sued the VHA on Monday."},
	 "Velm Harbour Authority",
	 "VHA",
	 false},
	{"two letters", {"The Velm Authority closed.", "The VA closed."}, "Velm Authority", "VA", false},
	{"a company's form is no letter",
	 {"Halden Port Co. closed.", "The HPC closed."},
	 "Halden Port Co.",
	 "HPC",
	 false},
	{"a person has no acronym", {"Anna Ida Krell left.", "The AIK left."}, "Anna Ida Krell", "AIK", false},
	{"the long form of an acronym that is known",
	 {"The Intergovernmental Sea Organization (ILO) met.", "The Intergovernmental Sea Organization left."},
	 "Intergovernmental Sea Organization",
	 "Intergovernmental Sea Organization",
	 true},
	{"a country's names", {"America left.", "The U.S. left."}, "America", "U.S.", true},
	{"a place in a longer name",
	 {"It rained in Orle.", "Orle University closed."},
	 "Orle",
	 "Orle University",
	 false},
	{"the same words in another order",
	 {"The Bank of Velm closed.", "They closed Velm Bank."},
	 "Bank of Velm",
	 "Velm Bank",
	 false},
	{"two of one article that differ in letters",
	 {"Ada Krell met Ada Crell.", "Ada Krell resigned."},
	 "Ada Crell",
	 "Ada Krell",
	 false},
};

Test(entity, table)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct aligned a;
		uint32_t count = rows[r].texts[2] ? 3 : 2;
		aligned_begin(&a, rows[r].texts, count);
		uint32_t left = entity_at(&a, 0, rows[r].left), right = entity_at(&a, 1, rows[r].right);
		cr_expect(ne(u32, left, UINT32_MAX), "%s: no name %s", rows[r].name, rows[r].left);
		cr_expect(ne(u32, right, UINT32_MAX), "%s: no name %s", rows[r].name, rows[r].right);
		cr_expect(eq(int, left == right, rows[r].same), "%s", rows[r].name);
		aligned_end(&a);
	}
}

/* What a reader would join and jibe does not yet. */
Test(entity, not_yet)
{
	static const char *const pairs[][4] = {
		{"José Albán left.", "Jose Alban left.", "José Albán", "Jose Alban"},
	};
	for (size_t r = 0; r < sizeof pairs / sizeof *pairs; r++) {
		struct aligned a;
		aligned_begin(&a, pairs[r], 2);
		if (entity_at(&a, 0, pairs[r][2]) == entity_at(&a, 1, pairs[r][3]))
			test_note("holds now, belongs into the table: %s", pairs[r][3]);
		else
			test_note("not yet: %s and %s are one", pairs[r][2], pairs[r][3]);
		aligned_end(&a);
	}
}

/* Which names are joined does not depend on which article is read first. */
Test(entity, in_any_order)
{
	static const char *const texts[] = {"Amor Hockstedt met Ilse Krell of the VHA.",
					    "Amor Hochstedt met Krell of the Velm Harbour Authority.",
					    "Hockstedt met Amor Lindell.", "Lindel met Ilse Mai Crell."};
	static const char *const names[4][2] = {{"Amor Hockstedt", "VHA"},
						{"Amor Hochstedt", "Velm Harbour Authority"},
						{"Hockstedt", "Amor Lindell"},
						{"Lindel", "Ilse Mai Crell"}};
	static const uint32_t orders[][4] = {{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}};
	bool wanted[8][8] = {0};
	for (size_t o = 0; o < sizeof orders / sizeof *orders; o++) {
		struct aligned a;
		const char *given[4];
		uint32_t entities[8], place[4];
		for (uint32_t i = 0; i < 4; i++) {
			given[i] = texts[orders[o][i]];
			place[orders[o][i]] = i;
		}
		aligned_begin(&a, given, 4);
		for (uint32_t i = 0; i < 8; i++)
			entities[i] = entity_at(&a, place[i / 2], names[i / 2][i % 2]);
		for (uint32_t i = 0; i < 8; i++)
			for (uint32_t j = 0; j < 8; j++) {
				if (o == 0)
					wanted[i][j] = entities[i] == entities[j];
				cr_expect(eq(int, entities[i] == entities[j], wanted[i][j]), "order %zu: %s, %s", o,
					  names[i / 2][i % 2], names[j / 2][j % 2]);
			}
		aligned_end(&a);
	}
}

Test(entity, of_a_key_that_is_no_name)
{
	struct aligned a;
	aligned_begin(&a, stories, 2);
	uint32_t word = intern_add(&a.f.language.words, SPAN("never-a-name"));
	cr_expect(eq(u32, entity_of(&a.terms.entities, word), word));
	aligned_end(&a);
}
