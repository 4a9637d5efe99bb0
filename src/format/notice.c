/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A finding into plain text.
 *
 *   contradiction: How deep was the quake? 10 km (here) or 30 km (daily.txt:7)
 *   wire.txt:3: It struck [10 km] below the sea.
 *   daily.txt:7: The quake was [30 km] deep.
 *   why: same event, role; length: 10 km ≠ 30 km
 *
 * Articles are named by their paths, not by letters: such a text is read alone.
 * Only SARIF, which lists the articles beside it, has letters and links.
 */
#include "format/notice.h"

#include "report/escape.h"
#include "report/path.h"
#include "report/telling.h"
#include "report/words.h"
#include "text/utf8.h"

/* A title of GitHub holds 255 characters, a message 64 KB; a line of reviewdog 64 KB. */
enum {
	LABEL_MOST = 160,
	TOPIC_MOST = 200,
	PATH_MOST = 300,
	AROUND_MOST = 160,
	WORDS_MOST = 400,
	ANSWERS_MOST = 12,
	PASSAGES_MOST = 24
};

struct span notice_clean(struct arena *arena, struct span text, uint32_t most)
{
	struct buffer out;
	size_t end = 0;
	uint32_t length;

	buffer_init(&out, arena);
	escape_term(&out, text);
	for (uint32_t points = 0; end < out.len; points++) {
		if (points == most)
			return arena_format(arena, SPAN_FMT "…", SPAN_ARG(span_slice(buffer_span(&out), 0, end)));
		utf8_decode(buffer_span(&out), end, &length);
		end += length;
	}
	return buffer_span(&out);
}

/* The same of the end of TEXT. */
static struct span clean_tail(struct arena *arena, struct span text, uint32_t most)
{
	struct buffer out;
	size_t start;

	buffer_init(&out, arena);
	escape_term(&out, text);
	start = out.len;
	for (uint32_t points = 0; start; points++) {
		if (points == most)
			return arena_format(arena, "…" SPAN_FMT,
					    SPAN_ARG(span_slice(buffer_span(&out), start, out.len)));
		start = utf8_previous(buffer_span(&out), start);
	}
	return buffer_span(&out);
}

void notice_findings(struct notice_list *list, const struct report *report, const struct report_style *style)
{
	struct u32_list order = {0};

	report_order(report, style, &order);
	for (uint32_t i = 0; i < order.count; i++) {
		const struct finding *finding = &report->findings->findings.items[order.items[i]];

		if ((style->all || report_notable(finding)) && report_first_member(finding))
			list_add(report->arena, list, finding);
	}
}

void notice_suppressed(struct notice_list *list, const struct report *report, const struct report_style *style)
{
	struct u32_list order = {0};

	report_suppressed(report, style, &order);
	for (uint32_t i = 0; i < order.count; i++)
		list_add(report->arena, list, &report->findings->suppressed.items[order.items[i]]);
}

void notice_places(struct notice_places *places, const struct report *report, const struct finding *finding)
{
	const struct member *first = report_first_member(finding);
	struct u32_list order = {0};
	uint32_t number = 0;

	report_versions(report, finding, &order);
	for (uint32_t v = 0; v < order.count; v++) {
		const struct version *version = &finding->versions.items[order.items[v]];

		for (uint32_t m = 0; m < version->count; m++) {
			const struct member *member = &version->items[m];

			list_add(report->arena, places,
				 ((struct notice_place){version, member, member == first ? 0 : ++number}));
		}
	}
}

/* "[x](1)" in the text of an article must not become a link of ours (SARIF 2.1.0, 3.11.6). */
static void add_text(struct buffer *out, struct span text, enum notice_style style)
{
	bool escaped = style == NOTICE_LINKS && span_find(text, SPAN("]("), 0) != SIZE_MAX;

	for (size_t i = 0; i < text.len; i++) {
		if (escaped && strchr("[]\\", text.ptr[i]))
			buffer_byte(out, '\\');
		buffer_byte(out, text.ptr[i]);
	}
}

static void add_path_place(struct buffer *out, const struct report *report, const struct member *member)
{
	struct span path = path_plain(report->arena, report_article(report, member->article)->source.path);

	buffer_add(out, notice_clean(report->arena, path, PATH_MOST));
	buffer_printf(out, ":%u", report_place(report, member).line);
}

static void add_place(struct buffer *out, const struct report *report, const struct notice_place *place,
		      enum notice_style style)
{
	struct span letter = finding_letter(report->arena, place->member->article);

	if (!place->number)
		buffer_cstr(out, "here");
	else if (style == NOTICE_PATHS)
		add_path_place(out, report, place->member);
	else
		buffer_printf(out, "[" SPAN_FMT ":%u](%u)", SPAN_ARG(letter), report_place(report, place->member).line,
			      place->number);
}

/* Two places in one line would read as one told twice. */
static bool on_one_line(const struct report *report, const struct notice_place *a, const struct notice_place *b)
{
	return a->member->article == b->member->article &&
	       report_place(report, a->member).line == report_place(report, b->member).line;
}

/* The places of VERSION, a line of an article once, where the finding is shown in front. */
static void find_places(struct notice_places *found, const struct report *report, const struct notice_places *places,
			const struct version *version)
{
	for (int others = 0; others < 2; others++)
		for (uint32_t i = 0; i < places->count; i++) {
			const struct notice_place *place = &places->items[i];

			if (place->version != version || others != (place->number != 0))
				continue;
			if (others && found->count &&
			    (on_one_line(report, place, &found->items[0]) ||
			     on_one_line(report, place, &found->items[found->count - 1])))
				continue;
			list_add(report->arena, found, *place);
		}
}

/* " (here, daily.txt:7, post.txt:3 and 2 more)". */
static void add_places(struct buffer *out, const struct report *report, const struct notice_places *places,
		       const struct version *version, enum notice_style style)
{
	struct notice_places found = {0};

	find_places(&found, report, places, version);
	for (uint32_t i = 0; i < found.count && i < TELLING_MOST; i++) {
		buffer_cstr(out, i ? ", " : " (");
		add_place(out, report, &found.items[i], style);
	}
	if (found.count > TELLING_MOST)
		buffer_printf(out, " and %u more", found.count - TELLING_MOST);
	if (found.count)
		buffer_byte(out, ')');
}

/* Whether one of the answers begins with what is left of TEXT, or TEXT with one of them. */
static bool tells_answer(const struct finding *finding, struct span text)
{
	if (span_ends(text, SPAN(" …")))
		text.len -= SPAN(" …").len;
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		struct span label = finding->versions.items[v].label;

		if (label.len && (span_starts(text, label) || span_starts(label, text)))
			return true;
	}
	return false;
}

struct span notice_topic(const struct report *report, const struct finding *finding)
{
	struct span topic = report_topic(report, finding), title = report_rule_title(report->arena, finding->rule);

	if (finding->question.len)
		return topic;
	if (!span_starts(topic, title))
		return tells_answer(finding, topic) ? SPAN("") : topic;
	if (topic.len > title.len + 2 && tells_answer(finding, span_slice(topic, title.len + 2, topic.len)))
		return title;
	return topic;
}

static void add_topic(struct buffer *out, const struct report *report, struct span topic, enum notice_style style)
{
	add_text(out, notice_clean(report->arena, topic, TOPIC_MOST), style);
}

static void add_answers(struct buffer *out, const struct report *report, const struct finding *finding,
			enum notice_style style)
{
	struct notice_places places = {0};
	struct u32_list order = {0};

	notice_places(&places, report, finding);
	report_versions(report, finding, &order);
	for (uint32_t v = 0; v < order.count; v++) {
		const struct version *version = &finding->versions.items[order.items[v]];
		struct span name = telling_name(report, finding, version);

		if (v)
			buffer_printf(out, " %s ", report_between(finding));
		if (v == ANSWERS_MOST && order.count > v + 1) {
			buffer_printf(out, "%u other answers", order.count - v);
			break;
		}
		add_text(out, notice_clean(report->arena, name, LABEL_MOST), style);
		if (style != NOTICE_BARE)
			add_places(out, report, &places, version, style);
	}
}

static void add_saying(struct buffer *out, const struct report *report, const struct finding *finding,
		       enum notice_style style)
{
	struct span topic = notice_topic(report, finding);

	add_topic(out, report, topic, style);
	if (topic.len)
		buffer_cstr(out, finding->question.len ? " " : " – ");
	add_answers(out, report, finding, style);
}

struct span notice_title(const struct report *report, const struct finding *finding)
{
	struct buffer out;

	buffer_init(&out, report->arena);
	buffer_printf(&out, "%s: ", report_words(finding->relation)->one);
	add_topic(&out, report, report_topic(report, finding), NOTICE_PATHS);
	return buffer_span(&out);
}

struct span notice_answers(const struct report *report, const struct finding *finding, enum notice_style style)
{
	struct buffer out;

	buffer_init(&out, report->arena);
	add_answers(&out, report, finding, style);
	return buffer_span(&out);
}

struct span notice_saying(const struct report *report, const struct finding *finding, enum notice_style style)
{
	struct buffer out;

	buffer_init(&out, report->arena);
	add_saying(&out, report, finding, style);
	return buffer_span(&out);
}

struct span notice_line(const struct report *report, const struct finding *finding, enum notice_style style)
{
	struct buffer out;

	buffer_init(&out, report->arena);
	buffer_printf(&out, "%s: ", report_words(finding->relation)->one);
	add_saying(&out, report, finding, style);
	return buffer_span(&out);
}

void notice_reasons(struct buffer *out, const struct report *report, const struct finding *finding,
		    enum notice_style style)
{
	struct span why = report_because(report->arena, finding);
	const char *before = "";

	if (why.len) {
		buffer_cstr(out, "why: ");
		add_text(out, notice_clean(report->arena, why, WORDS_MOST), style);
		before = "\n";
	}
	for (uint32_t i = 0; i < finding->because.count; i++) {
		const struct because *because = &finding->because.items[i];

		if (!because_is_note(because))
			continue;
		buffer_printf(out, "%snote: ", before);
		add_text(out, notice_clean(report->arena, because->text, WORDS_MOST), style);
		before = "\n";
	}
}

static void add_passage(struct buffer *out, const struct report *report, const struct member *member)
{
	const struct article *article = report_article(report, member->article);
	uint32_t start, end;

	report_sentence(report, member, &start, &end);
	add_path_place(out, report, member);
	buffer_cstr(out, ": ");
	buffer_add(out, clean_tail(report->arena, article_text(article, start, member->start), AROUND_MOST));
	buffer_byte(out, '[');
	buffer_add(out, notice_clean(report->arena, report_member_text(report, member), WORDS_MOST));
	buffer_byte(out, ']');
	buffer_add(out, notice_clean(report->arena, article_text(article, member->end, end), AROUND_MOST));
	buffer_byte(out, '\n');
}

void notice_details(struct buffer *out, const struct report *report, const struct finding *finding)
{
	const struct version *version = NULL;
	struct notice_places places = {0};
	uint32_t told = 0, shown = 0, more = 0;

	notice_places(&places, report, finding);
	for (uint32_t i = 0; i < places.count; i++) {
		told = places.items[i].version == version ? told + 1 : 1;
		version = places.items[i].version;
		if (told <= TELLING_MOST && shown++ < PASSAGES_MOST)
			add_passage(out, report, places.items[i].member);
		else
			more++;
	}
	if (more)
		buffer_printf(out, "and %u more place%s\n", more, report_plural(more));
	notice_reasons(out, report, finding, NOTICE_PATHS);
}
