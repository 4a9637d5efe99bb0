/* SPDX-License-Identifier: Apache-2.0 */
/* Descriptions and nations' bodies into the entities that they stand for. */
#include "aligned.h"

static struct span text_of(const struct account *account, const struct reference *reference)
{
	return tokens_text(account->article, reference->first_token, reference->token_count);
}

/* The entity that the last reference TEXT of account INDEX stands for; UINT32_MAX: it stands for none. */
static uint32_t meant_by(struct aligned *a, uint32_t index, const char *text)
{
	const struct references *list = &a->terms.entities.references[index];
	for (uint32_t i = list->count; i > 0; i--)
		if (test_is(text_of(&a->accounts[index], &list->items[i - 1]), text))
			return entity_of(&a->terms.entities, list->items[i - 1].key);
	return UINT32_MAX;
}

static uint32_t entity_named(struct aligned *a, uint32_t index, const char *text)
{
	const struct account *account = &a->accounts[index];
	for (uint32_t i = 0; i < account->mentions.count; i++) {
		const struct mention *m = &account->mentions.items[i];
		if (m->kind == MENTION_NAME && test_is(article_text(account->article, m->start, m->end), text))
			return entity_of(&a->terms.entities, m->name.key);
	}
	return UINT32_MAX - 1;
}

static const struct {
	const char *why, *text, *description, *name; /* NAME NULL: stands for nothing */
} rows[] = {
	{"an apposition", "The Orle Front, an armed group, met Velm's envoys. On Friday the group refused.",
	 "the group", "Orle Front"},
	{"one of a known body", "Hezbollah, the Lebanese militant group, met envoys. The militant group refused.",
	 "The militant group", "Hezbollah"},
	{"the same, with a nation's adjective",
	 "Hezbollah, the Lebanese militant group, met envoys. The Lebanese group refused.", "The Lebanese group",
	 "Hezbollah"},
	{"the noun before the name", "Militant group Hezbollah met envoys. The group refused.", "The group",
	 "Hezbollah"},
	{"a title", "Mayor Ada Krell met envoys. The mayor refused.", "The mayor", "Ada Krell"},
	{"an office behind the name", "Ada Krell, mayor of Orle, met envoys. The mayor refused.", "The mayor",
	 "Ada Krell"},
	{"behind an age", "Ada Krell, 52, the mayor of Orle, met envoys. The mayor refused.", "The mayor", "Ada Krell"},
	{"the name between commas", "The mayor, Ada Krell, met envoys. The mayor refused.", "The mayor", "Ada Krell"},
	{"a sentence of its own", "Nola Firth is an actress. The actress refused.", "The actress", "Nola Firth"},
	{"with an age", "Actress Nola Firth, 34, left Velm. The actress refused to speak.", "The actress",
	 "Nola Firth"},
	{"a name that tells it", "Velm Harbour Board met envoys. The board refused.", "The board",
	 "Velm Harbour Board"},
	{"a company's form", "Halden Tiles Ltd. met envoys. The company refused.", "The company", "Halden Tiles Ltd."},
	{"another word for it", "Halden Tiles Ltd. met envoys. The firm refused.", "The firm", "Halden Tiles Ltd."},
	{"a place", "The town of Sellow was flooded. Boats reached the town.", "the town", "Sellow"},
	{"with a genitive", "Mayor Ada Krell met envoys. The mayor's house was empty.", "The mayor", "Ada Krell"},

	{"not before it is told", "The group refused. Hezbollah, the militant group, met envoys.", "The group", NULL},
	{"never told", "Hezbollah met envoys. The group refused.", "The group", NULL},
	{"of two", "Mayor Ada Krell met Mayor Amor Lindell. The mayor refused.", "The mayor", NULL},
	{"another came up", "Mayor Ada Krell met envoys. A mayor from Arda came. The mayor refused.", "The mayor",
	 NULL},
	{"somebody else's", "Mayor Ada Krell met envoys. Velm's mayor refused.", "mayor", NULL},
	{"what it adds is new", "Hezbollah, the militant group, met envoys. The Danish group refused.",
	 "The Danish group", NULL},
	{"says which one", "Mayor Ada Krell met envoys. The mayor of Arda refused.", "The mayor", NULL},
	{"says which one, with a clause", "Mayor Ada Krell met envoys. The mayor who left in May refused.", "The mayor",
	 NULL},
	{"before another noun", "Mayor Ada Krell met envoys. The mayor race is open.", "The mayor", NULL},
	{"a former one", "Former mayor Ada Krell met envoys. The mayor refused.", "The mayor", NULL},
	{"a deputy", "Ada Krell, the deputy mayor, met envoys. The mayor refused.", "The mayor", NULL},
	{"a person is no group", "Ada Krell, the group, and envoys met. The group refused.", "The group", NULL},
	{"where it happened", "In Velm, the mayor of Arda resigned. The mayor left.", "The mayor", NULL},
	{"an enumeration", "Hezbollah, the army, and the union of Velm met. The army refused.", "The army", NULL},
	{"whose it is", "Amor Lindell sold the company Halden bought. The company failed.", "The company", NULL},
	{"another body since", "Halden Tiles Ltd. met envoys of Arda Bank. Then the company refused.", "the company",
	 NULL},
	{"another place since", "The town of Sellow was flooded. In Denmark it rained. Boats reached the town.",
	 "the town", NULL},
	{"in a title", "Mayor Ada Krell read a book. It was called All the Mayor's Men.", "the Mayor", NULL},
	{"a pronoun", "Mayor Ada Krell met envoys. She refused.", "She", NULL},
};

Test(reference, descriptions)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct aligned a;
		aligned_begin(&a, &rows[r].text, 1);
		uint32_t meant = meant_by(&a, 0, rows[r].description);
		if (rows[r].name)
			cr_expect(eq(u32, meant, entity_named(&a, 0, rows[r].name)), "%s", rows[r].why);
		else
			cr_expect(eq(u32, meant, UINT32_MAX), "%s", rows[r].why);
		aligned_end(&a);
	}
}

/* Ways to speak of a nation's body; those of one letter are one. */
static const struct {
	const char *text, *name; /* a reference, else a name */
	char same;
} bodies[] = {
	{"The Danish army left.", "Danish army", 'a'},
	{"Denmark's military left.", "Denmark's military", 'a'},
	{"They saw the army of Denmark.", "army of Denmark", 'a'},
	{"The Danish Armed Forces left.", "Danish Armed Forces", 'a'},
	{"A Danish army spokesman left.", "Danish army", 'a'},
	{"The Danish navy left.", "Danish navy", 'n'},
	{"The Israeli army left.", "Israeli army", 'i'},
	{"The IDF left.", "IDF", 'i'},
	{"Israel Defense Forces left.", "Israel Defense Forces", 'i'},
	{"The British government left.", "British government", 'g'},
	{"They asked Downing Street.", "Downing Street", 'g'},
	{"London police left.", "London police", 'l'},
	{"British police left.", "British police", 'p'},
};
enum { BODIES = sizeof bodies / sizeof *bodies };

Test(reference, bodies_of_nations)
{
	struct aligned a;
	const char *texts[BODIES];
	uint32_t entities[BODIES];
	for (uint32_t i = 0; i < BODIES; i++)
		texts[i] = bodies[i].text;
	aligned_begin(&a, texts, BODIES);
	for (uint32_t i = 0; i < BODIES; i++) {
		entities[i] = meant_by(&a, i, bodies[i].name);
		if (entities[i] == UINT32_MAX)
			entities[i] = entity_named(&a, i, bodies[i].name);
		cr_expect(lt(u32, entities[i], UINT32_MAX - 1), "nothing found: %s", bodies[i].name);
	}
	for (uint32_t i = 0; i < BODIES; i++)
		for (uint32_t j = 0; j < i; j++)
			cr_expect(eq(int, entities[i] == entities[j], bodies[i].same == bodies[j].same), "%s, %s",
				  bodies[i].name, bodies[j].name);
	aligned_end(&a);
}

Test(reference, no_body_of_a_nation)
{
	static const char *const texts[] = {"Danish military aid reached Velm.", "Danish army-style boots were sold.",
					    "Police left Denmark.", "In Velm, Ohio police left."};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct aligned a;
		aligned_begin(&a, &texts[i], 1);
		cr_expect(eq(u32, a.terms.entities.references[0].count, 0u), "%s", texts[i]);
		aligned_end(&a);
	}
}

/* "The Danish army …, the army" goes on with it, and the army of another nation does not. */
Test(reference, a_body_goes_on)
{
	static const char *const texts[] = {"The Danish army left Velm. The army took its tents.",
					    "The Danish army met the Swedish army. The army left."};
	struct aligned a;
	aligned_begin(&a, texts, 2);
	cr_expect(eq(u32, meant_by(&a, 0, "The army"), meant_by(&a, 0, "Danish army")));
	cr_expect(eq(u32, meant_by(&a, 1, "The army"), UINT32_MAX));
	aligned_end(&a);
}

/* What a description stands for is a term of its sentence, so that it meets the name in another article. */
Test(reference, a_description_is_a_term)
{
	static const char *const texts[] = {
		"Hezbollah, the militant group, met envoys. The group turned the plan down.",
		"Hezbollah turned the plan down."};
	struct aligned a;
	aligned_begin(&a, texts, 2);
	uint32_t entity = entity_named(&a, 1, "Hezbollah"), found = 0;
	const struct unit_text *unit = &a.terms.units.items[a.terms.unit_first[0] + 1];
	for (uint32_t t = unit->first; t < unit->first + unit->count; t++)
		found += a.terms.terms.items[t].id == entity && a.terms.terms.items[t].kind == TERM_NAME;
	cr_expect(eq(u32, found, 1u));
	aligned_end(&a);
}

/* References do not overlap and are in order, whatever stands beside what. */
Test(reference, lie_apart)
{
	static const char *const text =
		"The army of Denmark's government left. Denmark's army, the Danish army, met the "
		"army of Sweden. The army left. Ada Krell, the mayor, met the mayor. The mayor left.";
	struct aligned a;
	aligned_begin(&a, &text, 1);
	const struct references *list = &a.terms.entities.references[0];
	cr_assert(gt(u32, list->count, 2u));
	for (uint32_t i = 0; i < list->count; i++) {
		const struct reference *at = &list->items[i];
		if (i)
			cr_expect(ge(u32, at->first_token, at[-1].first_token + at[-1].token_count), "%u", i);
		cr_expect(eq(ptr, (void *)entity_reference(&a.terms.entities, 0, at->head), (void *)at), "%u", i);
	}
	cr_expect(eq(ptr, (void *)entity_reference(&a.terms.entities, 0, UINT32_MAX), NULL));
	aligned_end(&a);
}
