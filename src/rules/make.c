/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings under way: versions, members, reasons, and the words of a rule's
 * templates.
 *
 *   question "Did {subject} answer?" (or {event}, which is what the clause is about) and the subject "the port"
 *   → "Did the port answer?"
 */
#include "rules/facet.h"

struct finding *finding_add(struct matching *matching, const struct rule *rule, enum relation relation,
			    double confidence)
{
	struct finding *finding = list_push(matching->arena, &matching->findings->findings);
	finding->relation = relation;
	finding->rule = rule->id;
	finding->severity = relation == RELATION_CONTRADICTION ? rule->severity : SEVERITY_NOTE;
	finding->confidence = confidence > 1 ? 1 : confidence;
	finding->evidence[EVIDENCE_KIND] = finding->confidence;
	finding->evidence[EVIDENCE_SURE] = finding->evidence[EVIDENCE_BODY] = 1;
	finding->evidence[EVIDENCE_PAIR] = matching->pair;
	return finding;
}

struct version *version_add(struct matching *matching, struct finding *finding, struct span label,
			    const struct mention *value)
{
	struct version *version = list_push(matching->arena, &finding->versions);
	version->label = label;
	version->value = value;
	return version;
}

void member_add(struct matching *matching, struct version *version, uint32_t account, uint32_t sentence,
		uint32_t first_token, uint32_t limit, uint32_t speaker)
{
	const struct account *from = &matching->accounts[account];
	struct member member = {.article = account, .sentence = sentence};
	member.start = from->article->tokens.items[first_token].start;
	member.end = from->article->tokens.items[limit - 1].end;
	if (speaker != CLAIM_NONE) {
		const struct attribution *who = &from->mentions.items[speaker].attribution;
		member.speaker = article_text(from->article, who->source_start, who->source_end);
		if (who->key)
			member.speaker_key = intern_string(&matching->language->words,
							   entity_of(&matching->terms.entities, who->key));
	}
	/* Members come article by article. */
	for (uint32_t m = version->count; m-- > 0 && version->items[m].article == account;)
		if (version->items[m].start == member.start && version->items[m].end == member.end)
			return;
	list_add(matching->arena, version, member);
}

void because_add(struct matching *matching, struct finding *finding, const char *test, const char *what,
		 struct span text)
{
	list_add(matching->arena, &finding->because, ((struct because){test, what, text}));
}

/* Who the facet speaks of: a stance's party, else the clause's first subject; empty: not recognised. */
struct span facet_subject(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	const struct claim *claim = facet_claim(matching, facet);
	uint32_t who = facet->participant;
	if (who == CLAIM_NONE && claim && claim->subject_count)
		who = claim->subject_first;
	if (who == CLAIM_NONE)
		return (struct span){0};
	const struct participant *p = &account->claims.participants.items[who];
	const struct token *tokens = account->article->tokens.items;
	struct span text = article_text(account->article, tokens[p->first_token].start,
					tokens[p->first_token + p->token_count - 1].end);
	uint32_t determiners = language_list(matching->language, "phrase-determiner");
	if (!p->first_token || !language_word_entry(matching->language, determiners, tokens[p->first_token - 1].word))
		return text;
	/* "The mayor", in the middle of a question: "the mayor". */
	struct span determiner = intern_string(&matching->language->words, tokens[p->first_token - 1].word);
	return arena_format(matching->arena, SPAN_FMT " " SPAN_FMT, SPAN_ARG(determiner), SPAN_ARG(text));
}

static struct span replace(struct arena *arena, struct span template, struct span field, struct span text)
{
	size_t at = span_find(template, field, 0);
	if (at == SIZE_MAX)
		return template;
	return arena_format(arena, SPAN_FMT SPAN_FMT SPAN_FMT, SPAN_ARG(span_slice(template, 0, at)), SPAN_ARG(text),
			    SPAN_ARG(span_slice(template, at + field.len, template.len)));
}

void finding_word(struct matching *matching, const struct rule *rule, struct finding *finding, struct span subject)
{
	static const char *const fields[] = {"{subject}", "{event}"};
	struct span question = rule->question, message = rule->message.len ? rule->message : SPAN("{versions}");
	for (size_t f = 0; f < sizeof fields / sizeof *fields; f++) {
		/* A question with a hole reads worse than none. */
		if (!subject.len && span_find(question, span_cstr(fields[f]), 0) != SIZE_MAX)
			question = (struct span){0};
		question = replace(matching->arena, question, span_cstr(fields[f]), subject);
		message = replace(matching->arena, message, span_cstr(fields[f]), subject);
	}
	finding->question = question;
	finding->message = message;
}
