/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text that stays text in a comment on GitHub, GitLab or Gitea.
 *
 *   "*Ask* @desk | #12, www.a.example"
 *   → "\*Ask\* @&#8203;desk \| \#&#8203;12, www.&#8203;a.example"
 *
 * Two things must not happen. Markdown: what means something inside a line gets
 * a backslash, < > & are entities. And what those sites find in the finished text, escaped or not:
 * mentions (@), issues (#), merge requests (!), labels (~), milestones (%),
 * snippets and formulas ($), epics (&), alerts (^), emoji (:name:), addresses
 * (http://, www., mail); they don't know it behind a blank of no width. Control
 * characters, bidi overrides and line ends: as on a terminal (escape_term). A
 * run of hexadecimal digits may still become a link if it is a commit's there.
 */
#include "format/markdown.h"

#include "report/escape.h"

#define APART "&#8203;" /* a blank of no width */

static bool is_word(char byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
	       byte & '\x80' || byte == '_';
}

static bool folds_to(struct span text, size_t end, const char *word)
{
	size_t length = strlen(word);

	if (end < length)
		return false;
	for (size_t i = 0; i < length; i++)
		if ((text.ptr[end - length + i] | 0x20) != word[i])
			return false;
	return true;
}

/* "+1:", "100:", "8ball:": the rest of an emoji's name whose colon stands before byte AT. Two digits are a time's. */
static bool names_emoji(struct span text, size_t at)
{
	size_t end = at, digits = 0;

	if (at < text.len && (text.ptr[at] == '+' || text.ptr[at] == '-'))
		return true;
	for (; end < text.len && is_word(text.ptr[end]); end++)
		digits += text.ptr[end] >= '0' && text.ptr[end] <= '9';
	return end > at && (digits < end - at || (digits > 2 && end < text.len && text.ptr[end] == ':'));
}

/* Whether what stands before and behind byte AT would be taken together for more than text. */
static bool refers(struct span text, size_t at)
{
	char next = at + 1 < text.len ? text.ptr[at + 1] : '\0';

	switch (text.ptr[at]) {
	case '@': return true;
	case '#':
	case '!':
	case '~':
	case '%':
	case '&':
	case '^': return is_word(next) || next == '"';
	case '$': return next && next != ' ';
	case ':': return next == '/' || names_emoji(text, at + 1);
	case '-': return folds_to(text, at, "gh");
	default: return false;
	}
}

static void put(struct buffer *out, struct span text, bool markdown)
{
	struct buffer clean;
	struct span rest;

	buffer_init(&clean, out->arena);
	escape_term(&clean, text);
	rest = buffer_span(&clean);
	for (size_t at = 0; at < rest.len; at++) {
		char byte = rest.ptr[at];

		switch (byte) {
		case '<': buffer_cstr(out, "&lt;"); break;
		case '>': buffer_cstr(out, "&gt;"); break;
		case '&': buffer_cstr(out, "&amp;"); break;
		/* A pair of them is a formula, backslash or not. */
		case '$': buffer_cstr(out, "<span>$</span>"); break;
		default:
			if (markdown && strchr("\\`*_[]|~#", byte))
				buffer_byte(out, '\\');
			buffer_byte(out, byte);
		}
		if (refers(rest, at))
			buffer_cstr(out, APART);
		/* "www." itself starts a link: it has to be cut before its stop. */
		if (folds_to(rest, at + 1, "www") && at + 1 < rest.len && rest.ptr[at + 1] == '.')
			buffer_cstr(out, APART);
	}
}

void markdown_text(struct buffer *out, struct span text)
{
	put(out, text, true);
}

void markdown_html(struct buffer *out, struct span text)
{
	put(out, text, false);
}
