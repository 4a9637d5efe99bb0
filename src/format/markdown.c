/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The findings as a comment for a pull request, in GitHub's Markdown: counts,
 * what the letters of the articles stand for, a table of conflicts, each with its
 * passages in a fold, more about the articles, and what was not compared.
 *
 *   <b>A</b> wire.txt (The Wire) · <b>B</b> daily.txt · <b>C</b> post.txt
 *
 *   | | Question | Versions | Rule | Sure |
 *   |---|---|---|---|---|
 *   | ✗ | How deep was the quake? | <b>10 km</b> A, C<br><b>30 km</b> B | `depth` | 0.95 |
 *
 * Text of articles makes no markup, mention, reference, link, emoji or formula
 * (markdown_text.c). A comment on GitHub holds 65,536 characters; what does not
 * fit in MOST bytes is counted, not shown, passages first, then rows.
 */
#include "format/markdown.h"

#include "base/file.h"
#include "format/format.h"
#include "format/notice.h"
#include "report/telling.h"
#include "report/words.h"

enum {
	TITLE_MOST = 200,   /* code points */
	MOST = 65000,       /* of the whole */
	LEGEND_MOST = 4000, /* what the letters stand for */
	ROWS_MOST = 24000,  /* the table ends here */
	TAIL_MOST = 12000   /* articles and what was not compared */
};

struct comment {
	const struct report *report;
	const struct report_style *style;
	struct arena *arena;
	struct buffer *out;
	struct u32_list shown; /* findings */
};

static const struct finding *finding_at(const struct comment *comment, uint32_t place)
{
	return &comment->report->findings->findings.items[comment->shown.items[place]];
}

/* In check, what the draft is called; of several drafts the first. */
static void put_title(struct comment *comment)
{
	const struct article *draft = comment->report->drafts ? report_article(comment->report, 0) : NULL;

	buffer_cstr(comment->out, "### ");
	if (!draft)
		markdown_text(comment->out, notice_clean(comment->arena, report_title(comment->report), TITLE_MOST));
	else
		markdown_text(comment->out,
			      notice_clean(comment->arena,
					   draft->title.len ? draft->title : file_name(draft->source.path),
					   TITLE_MOST));
	if (comment->report->drafts > 1)
		buffer_printf(comment->out, " and %u more", comment->report->drafts - 1);
	buffer_cstr(comment->out, "\n\n");
}

/* " in 5 articles.", " in the draft, compared with 4 sources." */
static void put_extent(struct comment *comment)
{
	uint32_t count = comment->report->account_count, drafts = comment->report->drafts;
	struct buffer *out = comment->out;

	if (!drafts) {
		buffer_printf(out, " in %u article%s.\n", count, report_plural(count));
		return;
	}
	if (drafts == 1)
		buffer_cstr(out, " in the draft");
	else
		buffer_printf(out, " in %u drafts", drafts);
	if (count > drafts)
		buffer_printf(out, ", compared with %u source%s", count - drafts, report_plural(count - drafts));
	buffer_cstr(out, ".\n");
}

static void put_heading(struct comment *comment)
{
	struct buffer *out = comment->out;
	bool any = false;

	put_title(comment);
	for (uint32_t r = 0; r < RELATION_COUNT; r++) {
		enum relation relation = report_relations[r];
		uint32_t found = 0;

		for (uint32_t i = 0; i < comment->shown.count; i++)
			found += finding_at(comment, i)->relation == relation;
		if (!found)
			continue;
		buffer_cstr(out, any ? " · " : "");
		markdown_text(out, span_cstr(report_words(relation)->mark));
		buffer_printf(out, " **%u** %s", found,
			      found == 1 ? report_words(relation)->one : report_words(relation)->many);
		any = true;
	}
	if (any)
		put_extent(comment);
	else
		buffer_cstr(out, "No contradictions found.\n");
	for (uint32_t i = 0; comment->report->lineage && i < comment->report->lineage->count; i++) {
		struct span text = report_lineage(comment->report, i);

		if (!text.len)
			continue;
		buffer_cstr(out, "\n> ");
		markdown_text(out, text);
		buffer_byte(out, '\n');
	}
}

/* "<b>A</b> wire.txt (The Wire)". */
static void put_letter(struct comment *comment, uint32_t account, struct buffer *out)
{
	const struct article *article = report_article(comment->report, account);
	bool draft = report_is_draft(comment->report, account);

	buffer_printf(out, "<b>" SPAN_FMT "</b> ", SPAN_ARG(finding_letter(comment->arena, account)));
	markdown_text(out, file_name(article->source.path));
	if (!draft && !article->outlet.len)
		return;
	buffer_cstr(out, draft ? " (draft" : " (");
	buffer_cstr(out, draft && article->outlet.len ? ", " : "");
	markdown_text(out, article->outlet);
	buffer_byte(out, ')');
}

static void put_legend(struct comment *comment)
{
	size_t start = comment->out->len;

	if (!comment->shown.count)
		return;
	for (uint32_t i = 0; i < comment->report->account_count; i++) {
		struct buffer letter;

		buffer_init(&letter, comment->arena);
		put_letter(comment, i, &letter);
		if (comment->out->len + letter.len - start > LEGEND_MOST) {
			buffer_printf(comment->out, "%sand %u more", i ? " " : "\n",
				      comment->report->account_count - i);
			break;
		}
		buffer_cstr(comment->out, i ? " · " : "\n");
		buffer_add(comment->out, buffer_span(&letter));
	}
	buffer_byte(comment->out, '\n');
}

/* "A, C"; of several in one article, one. */
static void put_tellers(struct comment *comment, struct buffer *out, const struct version *version)
{
	uint32_t last = UINT32_MAX;

	for (uint32_t m = 0; m < version->count; m++) {
		if (version->items[m].article == last)
			continue;
		buffer_cstr(out, last == UINT32_MAX ? "" : ", ");
		last = version->items[m].article;
		buffer_add(out, finding_letter(comment->arena, last));
	}
}

static void put_row(struct comment *comment, const struct finding *finding, struct buffer *out)
{
	struct span topic = notice_topic(comment->report, finding);
	struct u32_list order = {0};

	report_versions(comment->report, finding, &order);
	buffer_cstr(out, "| ");
	markdown_text(out, span_cstr(report_words(finding->relation)->mark));
	buffer_cstr(out, " | ");
	markdown_text(out, topic.len ? topic : report_rule_title(comment->arena, finding->rule));
	buffer_cstr(out, " | ");
	for (uint32_t v = 0; v < order.count; v++) {
		const struct version *version = &finding->versions.items[order.items[v]];

		buffer_cstr(out, v ? "<br>" : "");
		if (version->label.len) {
			buffer_cstr(out, "<b>");
			markdown_text(out, telling_name(comment->report, finding, version));
			buffer_cstr(out, "</b> ");
		}
		put_tellers(comment, out, version);
	}
	buffer_printf(out, " | `" SPAN_FMT "` | %.2f |\n", SPAN_ARG(finding->rule), finding->confidence);
}

static void put_table(struct comment *comment)
{
	size_t start = comment->out->len;

	if (!comment->shown.count)
		return;
	buffer_cstr(comment->out, "\n| | Question | Versions, with their articles | Rule | Confidence |\n"
				  "|---|---|---|---|---|\n");
	for (uint32_t i = 0; i < comment->shown.count; i++) {
		struct buffer row;

		buffer_init(&row, comment->arena);
		put_row(comment, finding_at(comment, i), &row);
		if (comment->out->len + row.len - start > ROWS_MOST) {
			buffer_printf(comment->out, "\nAnd %u more that had no room here.\n", comment->shown.count - i);
			return;
		}
		buffer_add(comment->out, buffer_span(&row));
	}
}

static void put_passage(struct comment *comment, const struct member *member, struct buffer *out)
{
	const struct article *article = report_article(comment->report, member->article);
	uint32_t start, end;

	report_sentence(comment->report, member, &start, &end);
	buffer_printf(out, "> " SPAN_FMT ":%u ", SPAN_ARG(finding_letter(comment->arena, member->article)),
		      report_place(comment->report, member).line);
	markdown_text(out, article_text(article, start, member->start));
	buffer_cstr(out, "<b>");
	markdown_text(out, report_member_text(comment->report, member));
	buffer_cstr(out, "</b>");
	markdown_text(out, article_text(article, member->end, end));
	buffer_cstr(out, "\n>\n");
}

static void put_passages(struct comment *comment, const struct finding *finding, struct buffer *out)
{
	struct u32_list order = {0};

	report_versions(comment->report, finding, &order);
	for (uint32_t v = 0; v < order.count; v++) {
		const struct version *version = &finding->versions.items[order.items[v]];
		uint32_t most = comment->style->all ? version->count : TELLING_MOST;

		if (version->label.len) {
			buffer_cstr(out, "<b>");
			markdown_text(out, telling_name(comment->report, finding, version));
			buffer_cstr(out, "</b>\n\n");
		}
		for (uint32_t m = 0; m < version->count && m < most; m++)
			put_passage(comment, &version->items[m], out);
		if (version->count > most)
			buffer_printf(out, "> and %u more\n>\n", version->count - most);
		buffer_byte(out, '\n');
	}
}

static void put_details(struct comment *comment, const struct finding *finding, struct buffer *out)
{
	struct span why = report_because(comment->arena, finding), tellers = report_tellers(comment->report, finding);

	buffer_printf(out, "\n<details><summary>%s ", report_words(finding->relation)->mark);
	markdown_html(out, notice_saying(comment->report, finding, NOTICE_BARE));
	buffer_cstr(out, "</summary>\n\n");
	put_passages(comment, finding, out);
	if (why.len) {
		buffer_cstr(out, "Why: ");
		markdown_text(out, why);
		buffer_cstr(out, "\n\n");
	}
	if (tellers.len)
		buffer_printf(out, "Who: " SPAN_FMT "\n\n", SPAN_ARG(tellers));
	for (uint32_t i = 0; i < finding->because.count; i++) {
		if (!because_is_note(&finding->because.items[i]))
			continue;
		buffer_cstr(out, "Note: ");
		markdown_text(out, finding->because.items[i].text);
		buffer_cstr(out, "\n\n");
	}
	buffer_printf(out, "<sub>`" SPAN_FMT "` `%s`</sub>\n\n</details>\n", SPAN_ARG(finding->rule), finding->id);
}

/* As many folds as fit before a tail of TAIL bytes. */
static void put_folds(struct comment *comment, size_t tail)
{
	for (uint32_t i = 0; i < comment->shown.count; i++) {
		struct buffer fold;

		buffer_init(&fold, comment->arena);
		put_details(comment, finding_at(comment, i), &fold);
		if (comment->out->len + fold.len + tail > MOST) {
			buffer_printf(comment->out, "\nThe passages of %u more had no room here.\n",
				      comment->shown.count - i);
			return;
		}
		buffer_add(comment->out, buffer_span(&fold));
	}
}

static void put_article(struct comment *comment, uint32_t account, struct buffer *out)
{
	const struct article *article = report_article(comment->report, account);

	buffer_printf(out, "| " SPAN_FMT " | ", SPAN_ARG(finding_letter(comment->arena, account)));
	markdown_text(out, article->source.path);
	buffer_cstr(out, " | ");
	markdown_text(out, article->outlet);
	buffer_cstr(out, " | ");
	markdown_text(out, report_published(comment->arena, article));
	buffer_cstr(out, " | ");
	markdown_text(out, article->credit);
	buffer_cstr(out, " |\n");
}

static void put_articles(struct comment *comment, struct buffer *out)
{
	buffer_cstr(out, "\n<details><summary>Articles</summary>\n\n"
			 "| | File | Outlet | Published | Credit |\n|---|---|---|---|---|\n");
	for (uint32_t i = 0; i < comment->report->account_count; i++) {
		struct buffer row;

		buffer_init(&row, comment->arena);
		put_article(comment, i, &row);
		if (out->len + row.len > TAIL_MOST) {
			buffer_printf(out, "\nAnd %u more that had no room here.\n",
				      comment->report->account_count - i);
			break;
		}
		buffer_add(out, buffer_span(&row));
	}
	buffer_cstr(out, "\n</details>\n");
}

/* "without a counterpart: 12 · bylines, credits, page text: 3". */
static void put_not_compared(struct comment *comment, struct buffer *out)
{
	const struct findings *all = comment->report->findings;
	bool any = false;

	for (uint32_t i = 0; i < all->not_compared.count; i++) {
		const char *reason = all->not_compared.items[i].reason;
		uint32_t count = 0;

		for (uint32_t j = 0; j < all->not_compared.count; j++) {
			if (strcmp(all->not_compared.items[j].reason, reason) != 0)
				continue;
			if (j < i)
				break;
			count++;
		}
		if (!count)
			continue;
		buffer_cstr(out, any ? " · " : "\nNot compared: ");
		markdown_text(out, span_cstr(report_reason(reason)));
		buffer_printf(out, ": %u", count);
		any = true;
	}
	buffer_cstr(out, any ? ".\n" : "");
	buffer_cstr(out,
		    "\n<sub>jibe " JIBE_VERSION ". Nothing was looked up: jibe does not know who is right.</sub>\n");
}

void report_markdown(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct comment comment = {.report = report, .style = style, .arena = report->arena, .out = out};
	struct u32_list order = {0};
	struct buffer tail;

	report_order(report, style, &order);
	for (uint32_t i = 0; i < order.count; i++)
		if (style->all || report_notable(&report->findings->findings.items[order.items[i]]))
			list_add(comment.arena, &comment.shown, order.items[i]);
	buffer_init(&tail, comment.arena);
	put_articles(&comment, &tail);
	put_not_compared(&comment, &tail);
	put_heading(&comment);
	put_legend(&comment);
	put_table(&comment);
	put_folds(&comment, tail.len);
	buffer_add(out, buffer_span(&tail));
}
