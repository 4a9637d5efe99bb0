/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a report calls things.
 *
 *   contradiction of rule depth, "10 km" and "30 km"
 *   → ✗ "How deep was the quake?"   "10 km or 30 km"   "same event; quantity: 10 km ≠ 30 km"
 *
 * These are jibe's own words about findings, not knowledge of the language the
 * articles are in: that lives in rules/.
 */
#include "report/words.h"

#include "base/file.h"
#include "report/telling.h"

enum { TOPIC_BYTES = 64 };

static const struct relation_words words[RELATION_COUNT] = {
	[RELATION_CONTRADICTION] = {"✗", "x", "Contradictions", "contradiction", "contradictions",
				    "The articles cannot both be right, or one contradicts itself."},
	[RELATION_DISPUTE] = {"⇄", "%", "Disputes", "dispute", "disputes",
			      "People in the story contradict each other; the articles only report it."},
	[RELATION_UPDATE] =
		{"↑", "^", "Updates", "update", "updates",
		 "A later figure replaces an earlier one; where no times tell which came first, the order is open."},
	[RELATION_VARIANT] = {"~", "~", "Differences", "difference", "differences",
			      "The same claim with a detail told differently: a spelling, a wording, might for would."},
	[RELATION_FULLER] = {"+", "+", "Told more fully", "told more fully", "told more fully",
			     "Compatible; one article tells more."},
	[RELATION_AGREEMENT] = {"=", "=", "Told alike", "told alike", "told alike",
				"Two articles or more give the same answer."},
	[RELATION_OUTDATED] = {"!", "!", "Outdated", "outdated figure", "outdated figures",
			       "The draft has an older figure than its newest source."},
	[RELATION_UNSUPPORTED] = {"?", "?", "Unsupported", "unsupported claim", "unsupported claims",
				  "No source of the draft has it."},
};

const struct relation_words *report_words(enum relation relation)
{
	return &words[relation];
}

const char *report_none(const struct report_style *style)
{
	return style->min_level == SEVERITY_NOTE && !style->narrowed
		       ? "No contradictions found."
		       : "No contradictions found at the level asked for.";
}

const char *report_plural(uint32_t count)
{
	return count == 1 ? "" : "s";
}

struct span report_rule_title(struct arena *arena, struct span rule)
{
	struct span copy = arena_copy(arena, rule);
	char *bytes = (char *)copy.ptr;

	for (size_t i = 0; i < copy.len; i++)
		if (bytes[i] == '-')
			bytes[i] = ' ';
	if (copy.len && bytes[0] >= 'a' && bytes[0] <= 'z')
		bytes[0] = (char)(bytes[0] - 'a' + 'A');
	return copy;
}

struct span report_heading(const struct finding *finding)
{
	return finding->question.len ? finding->question : finding->message;
}

/* The first words of TEXT, at most about TOPIC_BYTES of them. */
static struct span start_of(struct arena *arena, struct span text)
{
	size_t at = TOPIC_BYTES;

	if (text.len <= TOPIC_BYTES)
		return text;
	while (at && text.ptr[at] != ' ')
		at--;
	if (!at)
		return text;
	return arena_format(arena, SPAN_FMT " …", SPAN_ARG(span_slice(text, 0, at)));
}

/* "7 km / 30 km" where all of it is short, else the start of the first. */
static struct span answers(struct arena *arena, const struct finding *finding)
{
	struct buffer out;

	buffer_init(&out, arena);
	for (uint32_t v = 0; v < finding->versions.count; v++)
		buffer_printf(&out, "%s" SPAN_FMT, v ? " / " : "", SPAN_ARG(finding->versions.items[v].label));
	if (out.len <= TOPIC_BYTES || !finding->versions.count)
		return buffer_span(&out);
	return start_of(arena, finding->versions.items[0].label);
}

struct span report_topic(const struct report *report, const struct finding *finding)
{
	const struct rule *rule = report_rule(report, finding);
	struct arena *arena = report->arena;
	struct span title, about = finding->subject;

	if (finding->question.len)
		return finding->question;
	if (finding->versions.count == 1 || !about.len)
		about = answers(arena, finding);
	if (about.len && finding->versions.count == 1 && rule && rule->kind == RULE_CLAIM)
		return about;
	title = report_rule_title(arena, finding->rule);
	if (!about.len)
		return title;
	return arena_format(arena, SPAN_FMT ": " SPAN_FMT, SPAN_ARG(title), SPAN_ARG(about));
}

const char *report_between(const struct finding *finding)
{
	bool exclude = finding->relation == RELATION_CONTRADICTION || finding->relation == RELATION_DISPUTE ||
		       finding->relation == RELATION_OUTDATED;

	if (finding->ordered)
		return "→";
	return exclude ? "or" : "/";
}

struct span report_labels(const struct report *report, const struct finding *finding)
{
	struct u32_list order = {0};
	struct buffer out;

	buffer_init(&out, report->arena);
	report_versions(report, finding, &order);
	for (uint32_t i = 0; i < order.count; i++) {
		if (i)
			buffer_printf(&out, " %s ", report_between(finding));
		buffer_add(&out, telling_name(report, finding, &finding->versions.items[order.items[i]]));
	}
	return buffer_span(&out);
}

struct span report_saying(const struct report *report, const struct finding *finding)
{
	struct span labels, title, about = finding->subject;

	/* The message names all articles; to a draft only the answers matter, its own first. */
	if (!finding->question.len && finding->message.len && !report->drafts)
		return finding->message;
	labels = report_labels(report, finding);
	if (finding->question.len)
		return arena_format(report->arena, SPAN_FMT " " SPAN_FMT, SPAN_ARG(finding->question),
				    SPAN_ARG(labels));
	title = report_rule_title(report->arena, finding->rule);
	return arena_format(report->arena, SPAN_FMT "%s" SPAN_FMT ": " SPAN_FMT, SPAN_ARG(title),
			    about.len ? " of " : "", SPAN_ARG(about), SPAN_ARG(labels));
}

static void add_reason(struct buffer *why, const struct because *because, bool same)
{
	if (why->len)
		buffer_cstr(why, "; ");
	if (because->text.len)
		buffer_add(why, because->text);
	else
		buffer_printf(why, "%s%s", same ? "same " : "", because->what);
}

struct span report_because(struct arena *arena, const struct finding *finding)
{
	struct buffer why;

	buffer_init(&why, arena);
	/* What makes them comparable first, then what differs. */
	for (int round = 0; round < 2; round++) {
		for (uint32_t i = 0; i < finding->because.count; i++) {
			const struct because *because = &finding->because.items[i];
			bool same = !strcmp(because->test, "same");

			if (same == !round && !because_is_note(because))
				add_reason(&why, because, same);
		}
	}
	return buffer_span(&why);
}

struct span report_comment_place(const struct report *report, const struct suppression *suppression)
{
	uint32_t account = suppression->article;

	return arena_format(report->arena, SPAN_FMT ":%u",
			    SPAN_ARG(report->drafts ? report_article(report, account)->source.path
						    : finding_letter(report->arena, account)),
			    suppression->comment->line);
}

struct span report_suppressed_line(const struct report *report, const struct report_style *style)
{
	struct u32_list order = {0};
	struct suppression_list told = {0};
	struct buffer out;

	report_suppressed(report, style, &order);
	if (!order.count)
		return SPAN("");
	buffer_init(&out, report->arena);
	buffer_printf(&out, "%u finding%s suppressed:", order.count, report_plural(order.count));
	for (uint32_t i = 0; i < order.count; i++) {
		const struct finding *finding = &report->findings->suppressed.items[order.items[i]];

		for (uint32_t s = 0; s < finding->suppressions.count; s++) {
			struct suppression *suppression = finding->suppressions.items[s];
			bool known = false;

			for (uint32_t j = 0; j < told.count && !known; j++)
				known = told.items[j] == suppression;
			if (known)
				continue;
			list_add(report->arena, &told, suppression);
			buffer_printf(&out, "%s " SPAN_FMT " (" SPAN_FMT ", " SPAN_FMT ")", told.count > 1 ? ";" : "",
				      SPAN_ARG(suppression->comment->rule),
				      SPAN_ARG(report_comment_place(report, suppression)),
				      SPAN_ARG(suppression->comment->reason));
		}
	}
	return buffer_span(&out);
}

struct span report_title(const struct report *report)
{
	uint32_t others = report->drafts ? 0 : report->account_count - 1;

	if (report->title.len)
		return report->title;
	for (uint32_t i = 0; i < report->account_count; i++) {
		struct span title = report_article(report, i)->title;

		if (!title.len)
			continue;
		/* One article's headline is not the story's title. */
		if (!others)
			return title;
		return arena_format(report->arena, SPAN_FMT " (and %u more)", SPAN_ARG(title), others);
	}
	return SPAN("Untitled");
}

const char *report_reason(const char *reason)
{
	static const char *const shown[][2] = {
		{"furniture", "bylines, credits, page text"},
		{"no counterpart", "without a counterpart"},
		{"not comparable", "another event, place, time or scope, or not known to be the same"},
	};

	for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
		if (!strcmp(reason, shown[i][0]))
			return shown[i][1];
	return reason;
}

struct span report_outlet(const struct article *article)
{
	return article->outlet.len ? article->outlet : file_name(article->source.path);
}

struct span report_published(struct arena *arena, const struct article *article)
{
	char text[32];

	if (!article->published.known)
		return SPAN("date not given");
	timestamp_print(article->published, text);
	if (text[10] == 'T')
		text[10] = ' ';
	return arena_format(arena, "%s%s", text, article->published.minute < 0 ? ", no time" : "");
}

struct span report_folder(const struct report *report)
{
	struct span folder = {0};

	for (uint32_t i = 0; i < report->account_count; i++) {
		struct span one = file_folder(report_article(report, i)->source.path);

		if (i && !span_equal(one, folder))
			return SPAN("");
		folder = one;
	}
	return report->account_count > 1 && !span_equal(folder, SPAN(".")) ? folder : SPAN("");
}

struct span report_tellers(const struct report *report, const struct finding *finding)
{
	const struct tellers *tellers = &finding->tellers;
	struct buffer text;

	if (report->drafts || tellers->articles < 2)
		return SPAN("");
	buffer_init(&text, report->arena);
	buffer_printf(&text, "told by %u outlet%s from %u independent text%s", tellers->outlets,
		      report_plural(tellers->outlets), tellers->texts, report_plural(tellers->texts));
	if (tellers->speakers)
		buffer_printf(&text, ", citing %u source%s", tellers->speakers, report_plural(tellers->speakers));
	return buffer_span(&text);
}

enum { LETTERS_MOST = 26 };

struct span report_lineage(const struct report *report, uint32_t number)
{
	const struct lineage *lineage = report->lineage;
	uint32_t count = 0, seen = 0;
	struct buffer text;

	buffer_init(&text, report->arena);
	for (uint32_t i = 0; i < report->account_count; i++)
		count += lineage->of[i] == number;
	if (count < 2)
		return SPAN("");
	for (uint32_t i = 0; i < report->account_count; i++) {
		if (lineage->of[i] != number)
			continue;
		if (seen == LETTERS_MOST && count > LETTERS_MOST + 1)
			break;
		if (seen)
			buffer_cstr(&text, seen + 1 == count ? " and " : ", ");
		buffer_add(&text, finding_letter(report->arena, i));
		seen++;
	}
	if (seen < count)
		buffer_printf(&text, " and %u more", count - seen);
	buffer_cstr(&text, " go back to one original");
	if (lineage->names[number].len)
		buffer_printf(&text, " (" SPAN_FMT ")", SPAN_ARG(lineage->names[number]));
	else if (lineage->shared_wording && lineage->shared_wording[number])
		buffer_cstr(&text, " by their wording");
	buffer_cstr(&text, ": where they agree, nothing is confirmed twice.");
	return buffer_span(&text);
}
