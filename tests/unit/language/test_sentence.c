/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Paragraphs into sentences. A row's text has a | wherever one sentence ends and
 * the next one starts; without the marks it is what is split.
 */
#include "article/fixture.h"
#include "base/buffer.h"

static const struct {
	const char *name, *text;
} rows[] = {
	{"plain", "The ferry sank.| Nobody was hurt.| Why?| Nobody knows!| It was old."},
	{"one, without a stop", "Ferry sinks off Lowmere, nobody hurt"},
	{"a title", "Mr. Varn met Mrs. Oda Lind and Dr. Krell.| They agreed."},
	{"two titles", "Lt. Col. Varn left.| Prof. Dr. Krell stayed."},
	{"initials", "J. R. Varn and A. Lind spoke.| B. Krell did not."},
	{"a middle initial", "Ada B. Krell left the board.| She gave no reason."},
	{"a.m. inside", "It struck at 4:20 a.m. near the quay."},
	{"a.m. before a name that goes on", "It struck at 4 a.m. Tuesday near the quay."},
	{"p.m. and a zone", "It struck at 4 p.m. EST on the quay."},
	{"p.m. before a day's own sentence", "It closed at 4 p.m.| Tuesday's session was cancelled."},
	{"a.m. at the end", "It struck at 4:20 a.m.| The quay was empty."},
	{"p.m. at the end", "Talks ended at 9 p.m.| They resume today."},
	{"a country inside", "The U.S. envoy left Velm."},
	{"a country at the end", "She flew to the U.S.| The talks go on."},
	{"a company", "Halden Corp. bought Arda Inc. for a euro."},
	{"a company at the end", "He works for Halden Inc.| She does not."},
	{"months", "It opened on Jan. 4 and closed on Dec. 12.| No one came."},
	{"a word that is also an abbreviation", "He fell ill.| She sat down."},
	{"decimals", "Shares fell 2.5 percent to 31.20 crowns.| The index rose 0.4."},
	{"a number ends it", "The toll stands at 14.| Police expect more."},
	{"a number starts it", "The toll rose.| 14 people died."},
	{"a thousands mark of points", "It cost 1.200.000 euros.| Nobody paid."},
	{"dots", "He paused... and went on."},
	{"dots at the end", "He paused...| Then he went on."},
	{"an ellipsis sign", "He paused…| Then he went on."},
	{"several marks", "What?!| No one knew."},
	{"a straight quotation", "\"It is over,\" she said.| \"We go home.\""},
	{"a curly quotation", "“It is over,” she said.| “We go home.”"},
	{"a quotation of two sentences", "\"It is over.| We go home,\" she said."},
	{"the verb of saying behind a mark", "\"Is it over?\" she asked.| No one spoke."},
	{"a quotation ends both", "She said: \"It is over.\"| He nodded."},
	{"a single quotation", "'It is over.'| He nodded."},
	{"a quotation inside a quotation", "“He said ‘no.’”| She left."},
	{"a bracket inside", "The port (approx. 4 km away) was sold.| It was old."},
	{"a sentence in brackets", "The port was sold.| (The price was not told.)| It was old."},
	{"a bracket before the stop", "The port was sold (for 4 million).| It was old."},
	{"no blank behind the stop", "The port was sold.|It was old.| Nobody came."},
	{"no blank behind a number", "It cost 1,000.|That is much."},
	{"no blank before a quotation", "He left.|“We go home.”"},
	{"a name with its mark and no blank", "Shares of Yahoo!Quay rose."},
	{"a figure's full stop, then lower case", "It burnt in 2011.| was the pier insured?"},
	{"a stray stop", "He held a. 38-caliber pistol.| It was loaded."},
	{"a place before a function word", "She was born in Halden, Minn.| The town is small."},
	{"a place before a quotation", "She was born in Halden, Minn.| “It is small,” she said."},
	{"a place before a name", "She met the Halden, Minn. Fire Chief."},
	{"a place before a word that starts", "He was held in Halden, Ark.| Police said no more."},
	{"a word with the letters of a place", "The court rose to its ark.| Art came later."},
	{"art, but Art. 5", "She went to the School of Art.| “I loved it,” she said of Art. 5 of the treaty."},
	{"a title before a function word", "They asked Gov. Will Varn and Rep. May Lind."},
	{"ranks joined by a hyphen", "Lt.-Gen. Varn and J.-P. Lind spoke.| They agreed."},
	{"a letter that is no initial", "The film is in 3-D.| Tickets sold out below 2C.| Nobody came."},
	{"a letter before a function word", "They chose Plan B.| He left."},
	{"two initials", "J. A. Varn spoke.| M. Lind did not."},
	{"capitals throughout", "U.S. And Arda Sign Harbour Deal"},
	{"a time that begins the sentence", "At 5 a.m. Mr. Varn rose.| He left at 6 p.m.| Mrs. Varn stayed."},
	{"a page", "See p. 55 and pp. 8-9.| It was built c. 1640 and sold (b. March 1940)."},
	{"and so on before a capital", "Nets, ropes, etc.| Lind lost all."},
	{"spaced stops", "It struck at 10 p. m. Monday near the quay."},
	{"a name in lower case", "The shares fell.| eQuay lost most."},
	{"a speaker behind a question", "“Was it sunk?” Mayor Ida Varn asked.| “No!” she said."},
	{"a sentence behind a question", "“Was it sunk?”| Varn left the room."},
	{"a blank before the closing mark", "\"It is over. \"| She left.| “We go. ” ’"},
	{"a blank before the closing mark, dots behind it", "“Run! ”...| She ran."},
	{"a blank before the closing mark, even", "It is over.| \" We go home."},
	{"a bracket closes behind a blank", "(Nobody came. )| It was old."},
	{"dots that leave something out", "“More of us drown … While it rains.”| He left."},
	{"dots behind a blank at the end", "Nobody knew why ...| In Velm it rained."},
	{"spaced dots", "It was weak . . . and small.| . . . The rule held. . . ."},
	{"four spaced dots", "It was weak . . . .| The rule held."},
	{"dots in brackets", "\"The quay [...] was weak [...]\" (Varn 55).| He left."},
	{"dots first", "It sank.| ... Nobody came."},
	{"a note", "It sank in 1931.[4]| Nobody drowned. [5][6]| It was old."},
	{"an aside that goes on", "She starred in Ahoy! (1965), her last film."},
	{"an aside in lower case", "Was it Ahoy! (1965) or not?"},
	{"who said it", "“We go home.” – Ida Varn"},
	{"a mark that starts nothing", "He left.) , they said."},
	{"a name with its mark", "She works for Yahoo! News.| She writes."},
	{"numbered items", "1. The quay reopens| 2. The ferry stays| 3. Fares rise"},
	{"numbered items that end", "1.) It reopens.| 2.) It stays."},
	{"numbered items in brackets", "1) It reopens| 2) It stays| 3) It sinks"},
	{"lettered items", "a. It reopens| b. It stays"},
	{"bulleted items", "• It reopens| • It stays"},
	{"bulleted numbers", "• 9. It reopens| • 10. It stays"},
	{"a number that follows none", "1. It won in 3 of 4 heats| 2. It sank"},
	{"a numbered heading", "2.1. The quay"},
	{"a picture's credit", "The quay on Monday| Photo: Ida Varn."},
	{"a dateline", "PORT HALDEN, Minn. -- The quay burnt.| Nobody came."},
	{"an address", "Write to news.lowmere.example or to desk@lowmere.example.| We answer."},
	{"lower case goes on", "The ship Aida vs. the port. of Arda"},
	{"a dash behind the stop", "It sank.| – The crew was safe."},
	{"versus", "The court heard Varn v. Lind today.| It ruled."},
	{"No. and a number", "Pier No. 4 burnt.| Pier No. 5 did not."},
	{"no and a number", "He said no.| 14 others agreed."},
	{"a degree", "Ilse Varn, Ph.D., spoke.| No one else did."},
	{"junior", "Amos Varn Jr. spoke.| Amos Varn Sr. did not."},
	{"and so on", "Nets, ropes, etc. were lost.| The crew was safe."},
	{"a possessive of an abbreviation", "The U.S.'s envoy left.| He was late."},
	{"other marks than Latin", "港口关闭了。| 没有人受伤。"},
	{"line breaks", "The port\nwas sold.\n| It was old."},
	{"only marks", "..."},
};

/* Where the sentences of TEXT start and end, as "START-END …". */
static const char *split(struct fixture *f, const char *text)
{
	struct arena *arena = &f->test.arena;
	struct token_list tokens = {0};
	struct sentence_list sentences = {0};
	struct buffer out;
	buffer_init(&out, arena);
	token_scan(arena, &f->language.words, &f->language.tokens, span_cstr(text), 0, (uint32_t)strlen(text), &tokens);
	sentence_split(&f->language, arena, span_cstr(text), &tokens, 0, SENTENCE_BODY, 3, &sentences);
	for (uint32_t s = 0; s < sentences.count; s++) {
		const struct sentence *sentence = &sentences.items[s];
		buffer_printf(&out, "%.*s|", (int)(sentence->end - sentence->start), text + sentence->start);
		cr_expect(eq(u32, sentence->paragraph, 3));
		cr_expect(eq(u32, sentence->start, tokens.items[sentence->first_token].start));
		uint32_t last = sentence->first_token + sentence->token_count - 1;
		cr_expect(eq(u32, sentence->end, tokens.items[last].end));
		cr_expect(eq(u32, last + 1, s + 1 < sentences.count ? sentence[1].first_token : tokens.count),
			  "every token is in one sentence");
	}
	return out.ptr;
}

Test(sentence, table)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct buffer text, wanted;
		buffer_init(&text, &f.test.arena);
		buffer_init(&wanted, &f.test.arena);
		struct span rest = span_cstr(rows[r].text), part;
		while (span_next(&rest, '|', &part)) {
			buffer_add(&text, part);
			buffer_add(&wanted, span_trim(part));
			buffer_byte(&wanted, '|');
		}
		cr_expect(eq(str, (char *)split(&f, text.ptr), wanted.ptr), "%s", rows[r].name);
	}
	fixture_end(&f);
}

Test(sentence, the_stop_of_an_abbreviation_joins_its_token)
{
	struct fixture f;
	fixture_begin(&f);
	struct token_list tokens = {0};
	struct sentence_list sentences = {0};
	struct span text = SPAN("Mr. Varn of the U.S. left at 5 p.m. for good.");
	token_scan(&f.test.arena, &f.language.words, &f.language.tokens, text, 0, (uint32_t)text.len, &tokens);
	sentence_split(&f.language, &f.test.arena, text, &tokens, 0, SENTENCE_BODY, 0, &sentences);
	static const char *const wanted[] = {"Mr.", "Varn", "of",   "the", "U.S.", "left",
					     "at",  "5",    "p.m.", "for", "good", "."};
	cr_assert(eq(u32, tokens.count, sizeof wanted / sizeof *wanted));
	for (uint32_t i = 0; i < tokens.count; i++)
		expect_span(span_slice(text, tokens.items[i].start, tokens.items[i].end), wanted[i]);
	fixture_end(&f);
}

Test(sentence, paragraphs_are_split_one_by_one)
{
	struct fixture f;
	fixture_begin(&f);
	struct token_list tokens = {0};
	struct sentence_list sentences = {0};
	struct span text = SPAN("Port sold At night. It was old.");
	token_scan(&f.test.arena, &f.language.words, &f.language.tokens, text, 0, 9, &tokens);
	sentence_split(&f.language, &f.test.arena, text, &tokens, 0, SENTENCE_HEADLINE, 0, &sentences);
	uint32_t first = tokens.count;
	token_scan(&f.test.arena, &f.language.words, &f.language.tokens, text, 10, (uint32_t)text.len, &tokens);
	sentence_split(&f.language, &f.test.arena, text, &tokens, first, SENTENCE_BODY, 1, &sentences);
	cr_assert(eq(u32, sentences.count, 3));
	cr_expect(eq(int, sentences.items[0].kind, SENTENCE_HEADLINE));
	cr_expect(eq(int, sentences.items[1].kind, SENTENCE_BODY));
	cr_expect(eq(u32, sentences.items[1].first_token, first));
	cr_expect(eq(u32, sentences.items[2].paragraph, 1));
	expect_span(span_slice(text, sentences.items[0].start, sentences.items[0].end), "Port sold");
	fixture_end(&f);
}
