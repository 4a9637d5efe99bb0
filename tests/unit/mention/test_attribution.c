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
	{"Aides to Mayor Ida Roen said the ferry sank.", "said = Aides to Mayor Ida Roen, unnamed: the ferry sank."},
	{"Friends of Ida Roen said the ferry sank.", "said = Friends of Ida Roen, unnamed: the ferry sank."},
	{"A tide board review of plans to shut the lock says it was late.",
	 "says = A tide board review of plans to shut the lock, 1, unnamed: it was late."},
	{"Ida Roen, curator and head of the tide museum, Selby, said it was over.", "said = Ida Roen, 1: it was over."},
	{"The candidate, harbour pilot Ida Roen, said it was over.",
	 "said = The candidate, harbour pilot Ida Roen, 1: it was over."},
	{"\"It is over,\" said Roen from the port office in Varn.", "said = Roen: \"It is over,\""},
	{"The port sent divers a letter saying the ferry sank.", "saying = a letter, 1, unnamed: the ferry sank."},
	{"Her agent, Ida Roen, said Tass suffered from gout.",
	 "said = Her agent, Ida Roen, 1: Tass suffered from gout."},
	{"The \"lock\" section of the note explains that it was over.",
	 "explains = The \"lock\" section of the note, unnamed: it was over."},
	{"Roen & Sons said it was over.", "said = Roen & Sons: it was over."},
	{"One traveller, Ida Roen, said it was over.", "said = One traveller, Ida Roen, 1: it was over."},
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

static const struct row scopes[] = {
	{"The ferry, Roen said, was old.", "said = Roen: The ferry, Roen said, was old."},
	{"In fact, Roen said the ferry was old.", "said = Roen: the ferry was old."},
	{"Opening the lock, Roen said on Monday, the port had won.", "said = Roen: the port had won."},
	{"The lock shut and, Roen said, the port won.", "said = Roen: the port won."},
	{"Roen said that, according to the Velm Post, the ferry was old.",
	 "said = Roen: according to the Velm Post, the ferry was old.; according = the Velm Post: the ferry was old."},
	{"Roen said if the lock failed, the port was lost.", "said = Roen: if the lock failed, the port was lost."},
	{"Roen asked whether the lock held.", "asked = Roen: whether the lock held."},
	{"Roen added: \"Our report shows that the lock held.\"",
	 "added = Roen: \"Our report shows that the lock held.\"; shows = Our report, unnamed: the lock held.\""},
	{"\"It is over,\" Roen said by telephone.", "said = Roen: \"It is over,\""},
	{"\"It is over,\" one of the older divers wrote in a note.",
	 "wrote = one of the older divers, 1, unnamed: \"It is over,\""},
	{"\"It is over,\" Roen laughed.", "laughed = Roen: \"It is over,\""},
	{"Roen countered by arguing that the lock held.", "arguing = Roen: the lock held."},
	{"The lock described by Roen as \"a joke\" held.", "described = Roen: as \"a joke\" held."},
	{"Officials have stated they were late.", "stated = Officials, unnamed: they were late."},
	{"Roen said before the ferry left.", ""},
	{"Roen laughed when it was over.", ""},
	{"The boats found in the bay have sunk.", ""},
	{"The port claims office has shut.", ""},
	{"Roen conceded a penalty in May.", ""},
	{"Tass was wrongfully denied leave.", ""},
	{"Citing the weather, Roen left.", ""},
	{"The story tells its own tale.", ""},
	{"VARN (AFP) - The port was shut, divers said.", "said = divers, unnamed: The port was shut"},
	{"The police report says the man fled.", "says = The police report, unnamed: the man fled."},
	{"When the lock shut, Roen said, the port was full.",
	 "said = Roen: When the lock shut, Roen said, the port was full."},
	{"'It is over,' says Roen.", "says = Roen: 'It is over,'"},
	{"The lock held, according to the Velm Post, and Roen found \"no leak\".",
	 "according = the Velm Post: The lock held; found = Roen: \"no leak\"."},
};

Test(mention, attributions)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof attributions / sizeof *attributions; i++)
		expect_mentions(&f, &attributions[i], "", 1u << MENTION_ATTRIBUTION);
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
		expect_mentions(&f, &subjects[i], "", 1u << MENTION_ATTRIBUTION);
	for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
		expect_mentions(&f, &scopes[i], "", 1u << MENTION_ATTRIBUTION);
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		expect_mentions(&f, &verbs[i], "", 1u << MENTION_ATTRIBUTION);
	fixture_end(&f);
}
