/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings as a unified diff, so that whatever shows or colours one shows them:
 * a sentence of the first version as the old line, one of another version as
 * the new line, with the articles' own paths and lines. Of all that tell them,
 * the two are shown that read best beside each other (telling.h).
 *
 *   # contradiction 3f2a9c1d depth
 *   #   10 km (A:3, C:9)
 *   #   30 km (B:7)
 *   # why: same event; quantity: 10 km ≠ 30 km
 *   diff -u A/wire.txt B/daily.txt
 *   --- A/wire.txt	2031-03-18 14:45+02:00
 *   +++ B/daily.txt
 *   @@ -3 +7 @@ How deep was the quake?
 *   -It struck 10 km below the sea.
 *   +The quake was 30 km deep.
 *
 * Each further version is a hunk more, against the first; of an update, against
 * the one before. What no source has is a line taken out. Where the same articles
 * tell both versions, as of a dispute, no file differs from another: their
 * passages stand in the comment. Agreements, lines outside of any hunk, and what
 * is only told more fully come with --all. A
 * sentence is one line here, whatever its file does, so the diff is for reading:
 * it applies to nothing. With report_style.words each line marks the words that
 * the other lacks, [-so-] or {+so+}, or in reverse where there is colour.
 */
#include "format/format.h"
#include "report/escape.h"
#include "report/telling.h"
#include "report/wording.h"
#include "report/words.h"

#define RED "\033[31m"
#define GREEN "\033[32m"
#define CYAN "\033[36m"
#define DIM "\033[2m"
#define BOLD "\033[1m"
#define REVERSE "\033[7m"
#define STRAIGHT "\033[27m"
#define PLAIN "\033[m"

struct diff {
	const struct report *report;
	const struct report_style *style;
	struct buffer *out;
};

/* What is to be laid out of one finding. */
struct layout {
	struct u32_list order;
	struct LIST(struct telling_pair) pairs;
	bool *paired; /* per version, in the finding's order: a hunk has it */
};

static void put_ink(struct diff *diff, const char *ink)
{
	if (diff->style->color)
		buffer_cstr(diff->out, ink);
}

static void put_line_end(struct diff *diff)
{
	put_ink(diff, PLAIN);
	buffer_byte(diff->out, '\n');
}

static struct span sentence_of(struct diff *diff, const struct member *member)
{
	uint32_t start, end;
	struct buffer text;

	report_sentence(diff->report, member, &start, &end);
	buffer_init(&text, diff->report->arena);
	escape_term(&text, article_text(report_article(diff->report, member->article), start, end));
	return span_trim(buffer_span(&text));
}

/* "A/wire.txt". */
static void put_name(struct diff *diff, const struct member *member)
{
	const struct article *article = report_article(diff->report, member->article);

	buffer_add(diff->out, finding_letter(diff->report->arena, member->article));
	if (!span_starts(article->source.path, SPAN("/")))
		buffer_byte(diff->out, '/');
	escape_term(diff->out, article->source.path);
}

/* "--- A/wire.txt", then behind a tab, as diff -u does it, the time. NULL: no file. */
static void put_file(struct diff *diff, const char *sign, const struct member *member)
{
	const struct article *article = member ? report_article(diff->report, member->article) : NULL;

	put_ink(diff, BOLD);
	buffer_printf(diff->out, "%s ", sign);
	if (!article) {
		buffer_cstr(diff->out, "/dev/null");
		put_line_end(diff);
		return;
	}
	put_name(diff, member);
	if (article->published.known) {
		buffer_byte(diff->out, '\t');
		buffer_add(diff->out, report_published(diff->report->arena, article));
	} else if (span_find(article->source.path, SPAN(" "), 0) != SIZE_MAX) {
		buffer_byte(diff->out, '\t'); /* a path with blanks ends here, as in git */
	}
	put_line_end(diff);
}

static void put_words(struct diff *diff, char sign, struct span text, struct span other)
{
	const char *open = diff->style->color ? REVERSE : sign == '-' ? "[-" : "{+";
	const char *close = diff->style->color ? STRAIGHT : sign == '-' ? "-]" : "+}";
	struct wording wording;

	wording_compare(&wording, diff->report->arena, text, other);
	for (uint32_t i = 0; i < wording.words.count; i++) {
		bool differs = wording.marks[i] & WORD_OTHER;
		bool before = i && wording.marks[i - 1] & WORD_OTHER;

		if (before && !differs)
			buffer_cstr(diff->out, close);
		if (i)
			buffer_byte(diff->out, ' ');
		if (differs && !before)
			buffer_cstr(diff->out, open);
		buffer_add(diff->out, wording.words.items[i]);
	}
	if (wording.words.count && wording.marks[wording.words.count - 1] & WORD_OTHER)
		buffer_cstr(diff->out, close);
}

static void put_text(struct diff *diff, char sign, struct span text, struct span other)
{
	put_ink(diff, sign == '-' ? RED : GREEN);
	buffer_byte(diff->out, sign);
	if (diff->style->words && other.len)
		put_words(diff, sign, text, other);
	else
		buffer_add(diff->out, text);
	put_line_end(diff);
}

/* "@@ -3 +7 @@ How deep?": one line each. NEW_LINE 0: there is none. */
static void put_hunk(struct diff *diff, const struct finding *finding, uint32_t old_line, uint32_t new_line)
{
	struct span text = report_topic(diff->report, finding);

	put_ink(diff, CYAN);
	buffer_printf(diff->out, "@@ -%u +%u%s @@", old_line, new_line, new_line ? "" : ",0");
	put_ink(diff, PLAIN);
	if (text.len)
		buffer_byte(diff->out, ' ');
	escape_term(diff->out, text);
	buffer_byte(diff->out, '\n');
}

/* NEW: another version's place, or NULL. */
static void put_pair(struct diff *diff, const struct finding *finding, const struct member *old,
		     const struct member *new)
{
	struct span old_text = sentence_of(diff, old), new_text = new ? sentence_of(diff, new) : SPAN("");

	/* Viewers that do not count lines see by this that the last hunk is over. */
	put_ink(diff, BOLD);
	buffer_cstr(diff->out, "diff -u ");
	put_name(diff, old);
	buffer_byte(diff->out, ' ');
	if (new)
		put_name(diff, new);
	else
		buffer_cstr(diff->out, "/dev/null");
	put_line_end(diff);
	put_file(diff, "---", old);
	put_file(diff, "+++", new);
	put_hunk(diff, finding, report_place(diff->report, old).line, new ? report_place(diff->report, new).line : 0);
	put_text(diff, '-', old_text, new_text);
	if (new)
		put_text(diff, '+', new_text, old_text);
}

/* Readers of diffs pass lines that start with "#". */
static void put_note(struct diff *diff, const char *what, struct span text)
{
	put_ink(diff, DIM);
	buffer_printf(diff->out, "# %s", what);
	escape_term(diff->out, text);
	put_line_end(diff);
}

/* "A:3". */
static void add_place(struct diff *diff, struct buffer *text, const struct member *member)
{
	buffer_printf(text, SPAN_FMT ":%u", SPAN_ARG(finding_letter(diff->report->arena, member->article)),
		      report_place(diff->report, member).line);
}

/* "10 km (A:3, C:9)". */
static void put_version(struct diff *diff, const struct finding *finding, const struct version *version)
{
	uint32_t most = diff->style->all ? UINT32_MAX : TELLING_MOST;
	struct buffer text;

	buffer_init(&text, diff->report->arena);
	if (version->label.len)
		buffer_add(&text, telling_name(diff->report, finding, version));
	for (uint32_t m = 0; m < version->count && m < most; m++) {
		buffer_cstr(&text, m ? ", " : text.len ? " (" : "(");
		add_place(diff, &text, &version->items[m]);
	}
	if (version->count > most)
		buffer_printf(&text, " and %u more", version->count - most);
	if (version->count)
		buffer_byte(&text, ')');
	put_note(diff, "  ", buffer_span(&text));
}

/* "A:3 It struck [10 km] below the sea." */
static void put_passage(struct diff *diff, const struct member *member)
{
	const struct article *article = report_article(diff->report, member->article);
	uint32_t start, end;
	struct buffer text;

	report_sentence(diff->report, member, &start, &end);
	buffer_init(&text, diff->report->arena);
	add_place(diff, &text, member);
	buffer_byte(&text, ' ');
	buffer_add(&text, article_text(article, start, member->start));
	buffer_byte(&text, '[');
	buffer_add(&text, report_member_text(diff->report, member));
	buffer_byte(&text, ']');
	buffer_add(&text, article_text(article, member->end, end));
	put_note(diff, "    ", buffer_span(&text));
}

/* One of each article, of a few. */
static void put_passages(struct diff *diff, const struct version *version)
{
	uint32_t last = UINT32_MAX, told = 0;

	for (uint32_t m = 0; m < version->count && (told < TELLING_MOST || diff->style->all); m++) {
		if (version->items[m].article == last)
			continue;
		last = version->items[m].article;
		put_passage(diff, telling_of(diff->report, version, last));
		told++;
	}
}

static void put_notes(struct diff *diff, const struct finding *finding, const struct layout *layout)
{
	struct arena *arena = diff->report->arena;
	struct span why = report_because(arena, finding);

	put_note(diff, "",
		 arena_format(arena, "%s %s " SPAN_FMT, report_words(finding->relation)->one, finding->id,
			      SPAN_ARG(finding->rule)));
	for (uint32_t v = 0; v < layout->order.count; v++) {
		const struct version *version = &finding->versions.items[layout->order.items[v]];

		put_version(diff, finding, version);
		if (!layout->paired[layout->order.items[v]] && finding->relation != RELATION_AGREEMENT)
			put_passages(diff, version);
	}
	if (why.len)
		put_note(diff, "why: ", why);
	for (uint32_t i = 0; i < finding->because.count; i++)
		if (because_is_note(&finding->because.items[i]))
			put_note(diff, "note: ", finding->because.items[i].text);
}

/* A hunk without a change is none, so these are lines of their own, as context is written. */
static void put_alike(struct diff *diff, const struct finding *finding)
{
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];
		uint32_t last = UINT32_MAX;

		for (uint32_t m = 0; m < version->count; m++) {
			const struct member *member = &version->items[m];

			if (member->article == last)
				continue;
			last = member->article;
			buffer_printf(diff->out, " " SPAN_FMT ":%u ",
				      SPAN_ARG(finding_letter(diff->report->arena, last)),
				      report_place(diff->report, member).line);
			buffer_add(diff->out, sentence_of(diff, member));
			buffer_byte(diff->out, '\n');
		}
	}
}

/* Which versions stand against which. */
static void lay_out(struct diff *diff, const struct finding *finding, struct layout *layout)
{
	const struct version *versions = finding->versions.items;
	uint32_t first = UINT32_MAX, told = 0;

	report_versions(diff->report, finding, &layout->order);
	layout->paired = arena_array(diff->report->arena, bool, finding->versions.count + 1u);
	for (uint32_t v = 0; v < layout->order.count && finding->relation != RELATION_AGREEMENT; v++) {
		uint32_t index = layout->order.items[v];
		struct telling_pair pair;

		if (!versions[index].count)
			continue;
		if (told++ && telling_pair(&pair, diff->report, finding, &versions[first], &versions[index])) {
			list_add(diff->report->arena, &layout->pairs, pair);
			layout->paired[first] = layout->paired[index] = true;
		}
		if (told == 1 || finding->relation == RELATION_UPDATE)
			first = index;
	}
	if (told != 1)
		return;
	list_add(diff->report->arena, &layout->pairs,
		 ((struct telling_pair){telling_of(diff->report, &versions[first], versions[first].items->article),
					NULL}));
	layout->paired[first] = true;
}

static void put_finding(struct diff *diff, const struct finding *finding)
{
	struct layout layout = {0};

	lay_out(diff, finding, &layout);
	put_notes(diff, finding, &layout);
	if (finding->relation == RELATION_AGREEMENT)
		put_alike(diff, finding);
	for (uint32_t i = 0; i < layout.pairs.count; i++)
		put_pair(diff, finding, layout.pairs.items[i].old, layout.pairs.items[i].new);
}

void report_diff(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct diff diff = {report, style, out};
	struct u32_list order = {0};
	uint32_t shown = 0;

	report_order(report, style, &order);
	for (uint32_t i = 0; i < order.count; i++) {
		const struct finding *finding = &report->findings->findings.items[order.items[i]];

		if (!style->all && !report_notable(finding))
			continue;
		if (shown++)
			buffer_byte(out, '\n');
		put_finding(&diff, finding);
	}
}
