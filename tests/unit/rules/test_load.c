/* SPDX-License-Identifier: Apache-2.0 */
/* Rule files that are right, and what later files change. */
#include "load_world.h"

TestSuite(rules_load, .init = set_up, .fini = tear_down);

Test(rules_load, every_key)
{
	static const char text[] = "version: 1\n"
				   "rules:\n"
				   "  - id: dam-height\n"
				   "    kind: quantity\n"
				   "    dimension: length\n"
				   "    severity: error\n"
				   "    question: How high is {event}?\n"
				   "    message: '{versions}'\n"
				   "    description: Height of one dam.\n"
				   "    link: https://example.org/dams\n"
				   "    same: [event, role, place]\n"
				   "    unknown: allow\n"
				   "    tolerance: written\n"
				   "    margin: 15%\n"
				   "    change: revised\n"
				   "    relation: dispute\n"
				   "    similarity: 0.25\n"
				   "    confidence: \"80%\"\n"
				   "    about: [Dam, wall]\n"
				   "    except: [lake]\n"
				   "    tests:\n"
				   "      - a: The dam is 40 m high.\n"
				   "        b: It is 55 metres high.\n"
				   "        expect: contradiction\n"
				   "        on: [40 m, 55 metres]\n"
				   "      - {a: The dam broke., b: The wall held., expect: none}\n";
	const struct rule *rule;

	cr_assert_eq(load_text(text), JIBE_OK, "%s", shown());
	cr_assert_eq(world.set.count, 1);
	rule = &world.set.items[0];
	cr_expect(is(rule->id, "dam-height"));
	cr_expect_eq(rule->line, 3);
	cr_expect(span_ends(rule->path, SPAN("/r.yml")));
	cr_expect_eq(rule->kind, RULE_QUANTITY);
	cr_expect_eq(rule->severity, SEVERITY_ERROR);
	cr_expect_not(rule->off);
	cr_expect(is(rule->dimension, "length"));
	cr_expect(is(rule->question, "How high is {event}?"));
	cr_expect(is(rule->message, "{versions}"));
	cr_expect(is(rule->description, "Height of one dam."));
	cr_expect(is(rule->link, "https://example.org/dams"));
	cr_expect_eq(rule->same, 1u << SAME_EVENT | 1u << SAME_ROLE | 1u << SAME_PLACE);
	cr_expect(rule->unknown_allows);
	cr_expect(rule->tolerance_written);
	cr_expect_eq(rule->margin, 0.15);
	cr_expect_eq(rule->change, CHANGE_REVISED);
	cr_expect_eq(rule->relation, RELATION_DISPUTE);
	cr_expect_eq(rule->similarity, 0.25);
	cr_expect_eq(rule->confidence, 0.8);
	cr_assert_eq(rule->about.count, 2);
	cr_expect(is(intern_string(&world.language.words, rule->about.items[0]), "dam"));
	cr_assert_eq(rule->except.count, 1);
	cr_expect(is(intern_string(&world.language.words, rule->except.items[0]), "lake"));
	cr_assert_eq(rule->tests.count, 2);
	cr_expect(is(rule->tests.items[0].b, "It is 55 metres high."));
	cr_expect(is(rule->tests.items[0].expect, "contradiction"));
	cr_assert_eq(rule->tests.items[0].on.count, 2);
	cr_expect(is(rule->tests.items[0].on.items[1], "55 metres"));
	cr_expect_eq(rule->tests.items[1].line, 26);
	cr_expect(is(rule->tests.items[1].expect, "none"));
	cr_expect_str_eq(shown(), "");
}

Test(rules_load, defaults)
{
	static const struct {
		const char *kind;
		enum relation relation;
	} table[] = {
		{"claim", RELATION_AGREEMENT},        {"modality", RELATION_VARIANT},
		{"quantity", RELATION_CONTRADICTION}, {"count", RELATION_CONTRADICTION},
		{"date", RELATION_CONTRADICTION},     {"name", RELATION_VARIANT},
		{"quote", RELATION_VARIANT},          {"attribution", RELATION_VARIANT},
		{"polarity", RELATION_CONTRADICTION}, {"antonym", RELATION_CONTRADICTION},
		{"reversal", RELATION_CONTRADICTION}, {"state", RELATION_CONTRADICTION},
		{"swap", RELATION_CONTRADICTION},     {"place", RELATION_CONTRADICTION},
		{"title", RELATION_VARIANT},          {"identity", RELATION_VARIANT},
		{"wording", RELATION_VARIANT},
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		const struct rule *rule;

		forget();
		load_text(arena_format(&world.arena, HEAD "- {id: x, kind: %s}\n", table[i].kind).ptr);
		cr_assert_eq(world.set.count, 1, "%s: %s", table[i].kind, shown());
		rule = &world.set.items[0];
		cr_expect_str_eq(rule_kind_name(rule->kind), table[i].kind);
		cr_expect_eq(rule->relation, table[i].relation, "%s", table[i].kind);
		cr_expect_eq(rule->severity, SEVERITY_WARNING);
		cr_expect_eq(rule->change, CHANGE_FIXED);
		cr_expect_eq(rule->confidence, 0.9);
		cr_expect_eq(rule->same, 0);
		cr_expect_not(rule->unknown_allows || rule->tolerance_written || rule->off);
	}
}

Test(rules_load, stance)
{
	static const char text[] = HEAD "- id: reply\n"
					"  kind: stance\n"
					"  same: [subject]\n"
					"  classes:\n"
					"    silent: [give no reply, give no answer]\n"
					"    refused:\n"
					"      label: refused to answer\n"
					"      phrases: [refuse ... answer]\n"
					"  conflict: [[silent, refused]]\n";
	const struct rule *rule;
	uint32_t entries = world.language.entries.count;

	cr_assert_eq(load_text(text), JIBE_OK, "%s", shown());
	rule = &world.set.items[0];
	cr_assert_eq(rule->classes.count, 2);
	cr_expect(is(rule->classes.items[0].name, "silent"));
	cr_expect(is(rule->classes.items[0].label, "silent"));
	cr_expect(is(rule->classes.items[1].label, "refused to answer"));
	cr_assert_eq(rule->conflicts.count, 1);
	cr_expect_eq(rule->conflicts.items[0].a, 0);
	cr_expect_eq(rule->conflicts.items[0].b, 1);
	cr_assert_eq(world.language.entries.count - entries, 4);
	cr_assert_eq(world.set.segment_count, 4);
	for (uint32_t i = 0; i < 4; i++) {
		cr_expect_eq(world.language.entries.items[entries + i].list, world.set.stance_list);
		cr_expect_eq(world.language.entries.items[entries + i].user, i);
	}
	/* The same segments once more: nothing new for the language. */
	cr_assert_eq(load_text(text), JIBE_OK, "%s", shown());
	cr_expect_eq(world.language.entries.count - entries, 4);
	cr_expect_eq(world.set.segment_count, 4);
	cr_expect_eq(world.set.count, 1);
}

Test(rules_load, patterns)
{
	static const struct {
		const char *pattern, *sequences;
	} table[] = {
		{"decline to comment", "decline to comment\n"},
		{"  decline   to comment ", "decline to comment\n"},
		{"no reply|answer", "no reply\nno answer\n"},
		{"no reply | answer today", "no reply today\nno answer today\n"},
		{"not (yet) reply", "not yet reply\nnot reply\n"},
		{"not (yet|ever) reply", "not yet reply\nnot ever reply\nnot reply\n"},
		{"(have|has) not (yet) reply ... letter",
		 "have not yet reply ~ letter\nhave not reply ~ letter\nhas not yet reply ~ letter\n"
		 "has not reply ~ letter\nnot yet reply ~ letter\nnot reply ~ letter\n"},
		{"reply (in due course)", "reply in due course\nreply\n"},
		{"a...b…c", "a ~ b ~ c\n"},
		{"reply (... letter)", "reply ~ letter\nreply\n"},
		{"say (so) (so)", "say so so\nsay so\nsay\n"},
		{"won't say", "won't say\n"},
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct buffer text;

		forget();
		buffer_init(&text, &world.arena);
		load_text(arena_format(&world.arena,
				       HEAD
				       "- {id: x, kind: stance, classes: {p: [\"%s\"], q: [z]}, conflict: [[p, q]]}\n",
				       table[i].pattern)
				  .ptr);
		cr_assert_eq(world.set.count, 1, "%s: %s", table[i].pattern, shown());
		const struct stance_class *class = &world.set.items[0].classes.items[0];
		for (uint32_t p = 0; p < class->patterns.count; p++) {
			const struct stance_pattern *pattern = &class->patterns.items[p];
			cr_expect_eq(pattern->gap, pattern->segments.count > 1 ? 6 : 0, "%s", table[i].pattern);
			for (uint32_t s = 0; s < pattern->segments.count; s++)
				buffer_printf(
					&text, "%s" SPAN_FMT, s ? " ~ " : "",
					SPAN_ARG(intern_string(&world.set.segments, pattern->segments.items[s] + 1)));
			buffer_byte(&text, '\n');
		}
		cr_expect_str_eq(text.ptr, table[i].sequences, "%s:\n%s", table[i].pattern, text.ptr);
	}
}

Test(rules_load, a_later_file_replaces_and_switches)
{
	write_file("s.yml", HEAD "- {id: toll, kind: quantity, severity: error}\n- {id: crowd, off: true}\n"
				 "- {id: new, kind: date, off: true}\n- {id: tol, off: true}\n");
	cr_assert_eq(load_text(HEAD "- {id: toll, kind: count}\n- {id: crowd, kind: count, about: [marcher]}\n"),
		     JIBE_OK);
	cr_assert_eq(load("s.yml"), JIBE_OK, "%s", shown());
	cr_assert_eq(world.set.count, 3);
	cr_expect(is(world.set.items[0].id, "toll"));
	cr_expect_eq(world.set.items[0].kind, RULE_QUANTITY);
	cr_expect_eq(world.set.items[0].severity, SEVERITY_ERROR);
	cr_expect(span_ends(world.set.items[0].path, SPAN("/s.yml")));
	cr_expect(world.set.items[1].off);
	cr_expect_eq(world.set.items[1].about.count, 1);
	cr_expect(is(world.set.items[2].id, "new"));
	cr_expect(world.set.items[2].off);
	cr_expect_str_eq(shown(), "6:8: no rule \"tol\" was loaded before | did you mean \"toll\"?\n");
	cr_expect_not(diag_trouble(&world.diags));
}

Test(rules_load, a_wrong_file_changes_nothing)
{
	write_file("s.yml", HEAD "- {id: toll, kind: date}\n- {id: crowd, off: true}\n- {id: x, kind: y}\n");
	cr_assert_eq(load_text(HEAD "- {id: toll, kind: count}\n- {id: crowd, kind: count}\n"), JIBE_OK);
	cr_assert_eq(load("s.yml"), JIBE_ERROR_RULE);
	cr_assert_eq(world.set.count, 2);
	cr_expect_eq(world.set.items[0].kind, RULE_COUNT);
	cr_expect_not(world.set.items[1].off);
}

Test(rules_load, folder)
{
	write_file("xx/b.yml", HEAD "- {id: second, kind: date}\n");
	write_file("xx/a.yml", HEAD "- {id: first, kind: date}\n");
	write_file("xx/notes.txt", "not a rule file");
	write_file("xx/lexicon/c.yml", HEAD "- {id: third, kind: date}\n");
	cr_assert_eq(load("xx"), JIBE_OK, "%s", shown());
	cr_assert_eq(world.set.count, 2);
	cr_expect(is(world.set.items[0].id, "first"));
	cr_expect(is(world.set.items[1].id, "second"));
	cr_expect_str_eq(shown(), "");
}

Test(rules_load, folder_mistakes_of_all_files)
{
	write_file("xx/a.yml", HEAD "- {id: first}\n");
	write_file("xx/b.yml", HEAD "- {id: second}\n");
	cr_expect_eq(load("xx"), JIBE_ERROR_RULE);
	cr_expect_eq(world.diags.count, 2);
	cr_expect(span_ends(span_cstr(world.error.file), SPAN("/a.yml")));
}

Test(rules_load, folder_without_rules)
{
	cr_expect_eq(load("xx"), JIBE_OK);
	cr_expect_str_eq(shown(), "0:0: no rule files (.yml) in this folder\n");
	cr_expect_not(diag_trouble(&world.diags));
}

Test(rules_load, names_differ)
{
	for (unsigned i = 0; i < RULE_KIND_COUNT; i++)
		for (unsigned j = 0; j < i; j++)
			cr_expect_str_neq(rule_kind_name(i), rule_kind_name(j));
	for (unsigned i = 0; i < SAME_COUNT; i++)
		for (unsigned j = 0; j < i; j++)
			cr_expect_str_neq(same_field_name(i), same_field_name(j));
}
