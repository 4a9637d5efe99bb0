/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

static const struct row attributions[] = {
	{"Danish officials and a Dutch diplomat said that the dam holds.",
	 "said = Danish officials and a Dutch diplomat, unnamed: the dam holds."},
	{"Two of the three Danish officials said the dam holds.",
	 "said = Two of the three Danish officials, 2, unnamed: the dam holds."},
	{"The dam holds, according to three Danish officials.",
	 "according = three Danish officials, 3, unnamed: The dam holds"},
	{"The dam holds, police said.", "said = police, unnamed: The dam holds"},
	{"The dam holds, he said.", "said = he: The dam holds"},
	{"The firm denied that it owed money.", "denied = The firm, unnamed, denies: it owed money."},
	{"Ida Brandt, the mayor, said the dam holds.", "said = Ida Brandt, 1: the dam holds."},
	{"The dam holds, said Ida Brandt, the mayor.", "said = Ida Brandt, 1: The dam holds"},
	{"Police said the dam holds, but two witnesses said it broke.",
	 "said = Police, unnamed: the dam holds; said = two witnesses, 2, unnamed: it broke."},
	{"The dam is said to hold.", ""},
	{"He did not say where.", ""},
	{"The minister told reporters on Monday that the dam holds.", "told = The minister, unnamed: the dam holds."},
	{"The report was late.", ""},
};

static const struct row subjects[] = {
	{"The man who led the raid said it was over.", "said = The man who led the raid, unnamed: it was over."},
	{"Divers who have searched the bay since the pilot's death have vowed to stay.",
	 "vowed = Divers who have searched the bay since the pilot's death, unnamed: to stay."},
	{"Ito, 49, a former mayor of the town, said the lock holds.", "said = Ito, 1: the lock holds."},
	{"The head of the port, Ida Roen, told the Velm Post news agency four boats sank.",
	 "told = The head of the port, Ida Roen, 1: four boats sank."},
	{"Ida Roen, publisher of the Fanal, said the violent gales revealed deep faults.",
	 "said = Ida Roen, 1: the violent gales revealed deep faults."},
	{"Bela Tass, governor of Ostel island, said five towns had been hit.",
	 "said = Bela Tass, 1: five towns had been hit."},
	{"The judge, Ida Roen of the district court, said it was over.", "said = The judge, Ida Roen, 1: it was over."},
	{"Ida Roen (left), the mayor, said it was over.", "said = Ida Roen, 1: it was over."},
	{"Ida Roen - a former diver - said it was over.", "said = Ida Roen, 1: it was over."},
	{"The ferry sank, a police spokeswoman, Sgt. Ida Roen, told reporters.",
	 "told = a police spokeswoman, Sgt. Ida Roen, 1: The ferry sank"},
	{"The town still has power and officials said it was safe.", "said = officials, unnamed: it was safe."},
	{"State media said three boats sank.", "said = State media, unnamed: three boats sank."},
	{"Another diplomat said the talks failed.", "said = Another diplomat, unnamed: the talks failed."},
	{"According to police a man fled.", "According = police, unnamed: a man fled."},
	{"A man wearing boots and a red coat said the ferry sank.",
	 "said = A man wearing boots and a red coat, 1, unnamed: the ferry sank."},
	{"Harbour Minister Ida Roen's office said the ferry sank.",
	 "said = Harbour Minister Ida Roen's office: the ferry sank."},
	{"Two of the three divers, who gave no names, said the ferry sank.",
	 "said = Two of the three divers, 2, unnamed: the ferry sank."},
};

static const struct row verbs[] = {
	{"Ida Marn said the ferry was safe, adding that it would sail.",
	 "said = Ida Marn, 1: the ferry was safe; adding = Ida Marn, 1: it would sail."},
	{"Ida Roen left the port on Monday, saying the ferry was unsafe.",
	 "saying = Ida Roen, 1: the ferry was unsafe."},
	{"The mayor rejected the plan but said the ferry would sail.",
	 "said = The mayor, unnamed: the ferry would sail."},
	{"Ida Roen was quoted by the Velm Post as saying the ferry sank.", "quoted = Ida Roen, 1: the ferry sank."},
	{"The Velm Post quoted Ida Roen as saying the ferry sank.", "quoted = Ida Roen, 1: the ferry sank."},
	{"The ferry sank, three divers were quoted as saying.", "quoted = three divers, 3, unnamed: The ferry sank"},
	{"A sale – a claim denied by both ministers – was near.",
	 "denied = both ministers, unnamed, denies: A sale – a claim"},
	{"A letter saying that the ferry sank came on Monday.",
	 "saying = A letter, 1, unnamed: the ferry sank came on Monday."},
	{"The crew claimed the raft that Roen built was unsafe.", ""},
	{"The crew claimed he was unsafe.", "claimed = The crew, unnamed: he was unsafe."},
	{"The port gave no immediate reply.", ""},
	{"He had received reports that the lock had failed.", ""},
	{"The ferry sank in a weakened state that week.", ""},
	{"The rules should be changed.", ""},
	{"Roen testified on Monday.", ""},
	{"The firm added two boats.", ""},
	{"The film shows the boat was old.", "shows = The film, unnamed: the boat was old."},
	{"They listed tide rules that have lapsed.", ""},
	{"The man accused of theft has left.", ""},
	{"Roen adamantly denied it was over.", "denied = Roen, denies: it was over."},
	{"If the union declares a strike, the ferry stops.", ""},
	{"Prosecutors charged two men over the shooting.", ""},
	{"He would not, police said.", "said = police, unnamed: He would not"},
};

Test(mention, attributions)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof attributions / sizeof *attributions; i++)
		expect_mentions(&f, &attributions[i], "", 1u << MENTION_ATTRIBUTION);
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
		expect_mentions(&f, &subjects[i], "", 1u << MENTION_ATTRIBUTION);
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		expect_mentions(&f, &verbs[i], "", 1u << MENTION_ATTRIBUTION);
	fixture_end(&f);
}
