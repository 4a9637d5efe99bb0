/* SPDX-License-Identifier: Apache-2.0 */
/* Wrong rule files, and every message that each of them must bring. */
#include "load_world.h"

TestSuite(rules_mistakes, .init = set_up, .fini = tear_down);

#define STANCE(pattern) HEAD "- {id: x, kind: stance, classes: {p: [" pattern "], q: [z]}, conflict: [[p, q]]}\n"
#define KINDS                                                                                                      \
	"claim, modality, quantity, count, set, date, place, name, wording, identity, title, quote, attribution, " \
	"stance, stage, denial, polarity, antonym, quantifier, party, reversal, state, swap, figure, moment or source"
#define RELATIONS "none, agreement, fuller, variant, update, dispute, contradiction or unsupported"

static const struct {
	const char *text, *diags;
} wrong[] = {
	/* the file */
	{"", "1:1: expected a rule file: \"version: 1\" and \"rules\"\n"},
	{"- id: x\n", "1:1: expected a rule file: \"version: 1\" and \"rules\"\n"},
	{"version: 2\nrules: []\n", "1:10: this jibe reads rule files of version 1\n"},
	{"rules: []\n", "1:1: missing key \"version\"\n"},
	{"version: 1\n", "1:1: missing key \"rules\"\n"},
	{"version: 1\nrule: []\n", "1:1: missing key \"rules\"\n2:1: unknown key \"rule\" | did you mean \"rules\"?\n"},
	{"version: 1\nrules: {id: x}\n", "2:8: expected a list: rules\n"},
	{HEAD "- depth\n", "3:3: expected a rule: a mapping with \"id\" and \"kind\"\n"},
	/* a rule's head */
	{HEAD "- kind: count\n", "3:3: missing key \"id\"\n"},
	{HEAD "- id: x\n", "3:3: missing key \"kind\"\n"},
	{HEAD "- {id: Depth_1, kind: count}\n", "3:8: bad id \"Depth_1\": only a to z, 0 to 9 and - may stand in it\n"},
	{HEAD "- {id: [x], kind: count}\n", "3:8: expected a text: id\n"},
	{HEAD "- {id: x, kind: count}\n- {id: x, kind: date}\n", "4:8: duplicate id \"x\" (first at line 3)\n"},
	{HEAD "- {id: x, kind: cuont}\n",
	 "3:17: unknown kind \"cuont\": expected " KINDS " | did you mean \"count\"?\n"},
	{HEAD "- {id: x, kind: clock}\n", "3:17: kind \"clock\" is not available in this version\n"},
	{HEAD "- {id: x, kind: }\n", "3:17: expected a kind: " KINDS "\n"},
	{HEAD "- id: x\n  kind: quantity\n  tolerence: written\n",
	 "5:3: unknown key \"tolerence\" | did you mean \"tolerance\"?\n"},
	{HEAD "- {id: x, kind: count, severity: eror}\n",
	 "3:34: unknown severity \"eror\": expected note, warning or error | did you mean \"error\"?\n"},
	{HEAD "- {id: x, kind: count, off: yes}\n", "3:29: expected true or false: off\n"},
	{HEAD "- {id: x, kind: count, dimension: length}\n",
	 "3:35: \"dimension\" is not for rules of kind \"count\", only for quantity or set\n"},
	{HEAD "- {id: x, kind: date, margin: 5%}\n",
	 "3:31: \"margin\" is not for rules of kind \"date\", only for quantity or count\n"},
	{HEAD "- {id: x, kind: count, question: 'Who, {0}, and {?'}\n",
	 "3:34: \"{0}\" in the question: a field has a name, such as {event}\n"
	 "3:34: \"}\" is missing in the question\n"},
	{HEAD "- {id: x, kind: count, message: '', link: example.org}\n",
	 "3:33: empty message\n3:43: a link starts with https:// or http://\n"},
	/* how it compares */
	{HEAD "- {id: x, kind: count, same: [event, plase]}\n",
	 "3:38: unknown field \"plase\": expected event, subject, object, predicate, role, place, period, population "
	 "or speaker | did you mean \"place\"?\n"},
	{HEAD "- {id: x, kind: count, same: event}\n", "3:30: expected a list: what must be the same\n"},
	{HEAD "- {id: x, kind: count, unknown: maybe}\n",
	 "3:33: unknown answer \"maybe\": expected abstain or allow\n"},
	{HEAD "- {id: x, kind: count, tolerance: write, change: grow}\n",
	 "3:35: unknown tolerance \"write\": expected none or written\n"
	 "3:50: unknown change \"grow\": expected fixed, grows or revised | did you mean \"grows\"?\n"},
	{HEAD "- {id: x, kind: count, relation: only}\n",
	 "3:34: unknown relation \"only\": expected contradiction, variant, dispute or update\n"},
	{HEAD "- {id: x, kind: count, margin: some, confidence: 15}\n",
	 "3:32: expected a number: margin\n3:50: confidence must lie between 0 and 1, or 0% and 100%\n"},
	{HEAD "- {id: x, kind: count, about: []}\n", "3:31: empty list: words\n"},
	{HEAD "- {id: x, kind: count, about: [river bank, '']}\n",
	 "3:32: \"river bank\" is not one word\n3:44: empty word\n"},
	/* stance */
	{HEAD "- {id: x, kind: stance}\n", "3:3: missing key \"classes\"\n3:3: missing key \"conflict\"\n"},
	{HEAD "- {id: x, kind: stance, classes: [a], conflict: [[a, b]]}\n",
	 "3:34: expected a mapping of classes to their phrases\n"},
	{HEAD "- {id: x, kind: stance, classes: {yes: [a], no: [b]}, conflict: [[yes, not], [yes], [no, no]]}\n",
	 "3:72: unknown class \"not\": expected yes or no | did you mean \"no\"?\n"
	 "3:78: expected a pair of classes: [class, class]\n"
	 "3:85: class \"no\" cannot oppose itself\n"},
	{HEAD
	 "- id: x\n  kind: stance\n  classes:\n    a: {labl: A, phrases: []}\n    b: {label: B}\n    C: [c]\n    d: d\n"
	 "  conflict: []\n",
	 "6:9: unknown key \"labl\" | did you mean \"label\"?\n"
	 "6:27: empty list: phrases\n"
	 "7:8: missing key \"phrases\"\n"
	 "8:5: bad name of a class \"C\": only a to z, 0 to 9 and - may stand in it\n"
	 "9:8: expected a list of phrases, or a mapping with \"label\" and \"phrases\"\n"
	 "10:13: empty list: pairs of classes\n"},
	{STANCE("''"), "3:39: empty phrase\n"},
	{STANCE("' '"), "3:39: empty phrase\n"},
	{STANCE("'reply to <name>'"), "3:39: slots are not available in this version\n"},
	{STANCE("'(a (b)) c'"), "3:39: parentheses do not nest\n"},
	{STANCE("'a (b'"), "3:39: \")\" is missing\n"},
	{STANCE("'a b)'"), "3:39: \"(\" is missing\n"},
	{STANCE("'a () b'"), "3:39: nothing stands in the parentheses\n"},
	{STANCE("'(a) (b)'"), "3:39: every word of the pattern is optional\n"},
	{STANCE("'a| b|'"), "3:39: \"|\" must stand between two words\n"},
	{STANCE("'(a)|b'"), "3:39: \"|\" must stand between two words\n"},
	{STANCE("'a ...'"), "3:39: a gap must stand between two words\n"},
	{STANCE("'a (b) ... ... c'"), "3:39: a gap must stand between two words\n"},
	{STANCE("'(a|b|c) d|e|f|g (h|i|j) (k)'"),
	 "3:39: too many readings: a pattern may stand for 64 sequences of words\n"},
	/* tests */
	{HEAD "- id: x\n  kind: count\n  tests:\n    - {a: One., b: Two., expect: contradition}\n"
	      "    - {a: One., on: [One]}\n"
	      "    - One.\n    - {a: One., b: Two., expect: none, on: [One, Three]}\n",
	 "6:34: unknown relation \"contradition\": expected " RELATIONS " | did you mean \"contradiction\"?\n"
	 "7:7: missing key \"b\"\n"
	 "7:7: missing key \"expect\"\n"
	 "8:7: expected a test: a mapping with \"a\", \"b\" and \"expect\"\n"
	 "9:50: \"Three\" stands in neither sentence\n"},
};

Test(rules_mistakes, mistakes)
{
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		forget();
		cr_expect_eq(load_text(wrong[i].text), JIBE_ERROR_RULE, "%s", wrong[i].text);
		cr_expect_eq(world.set.count, 0, "%s", wrong[i].text);
		cr_expect_str_eq(shown(), wrong[i].diags, "%s\n%s", wrong[i].text, shown());
		for (uint32_t d = 0; d < world.diags.count; d++) {
			cr_expect_eq(world.diags.items[d].level, DIAG_ERROR);
			cr_expect(world.diags.items[d].trouble);
			cr_expect(span_ends(world.diags.items[d].path, SPAN("/r.yml")));
		}
	}
}

Test(rules_mistakes, excerpt_and_first_mistake)
{
	cr_expect_eq(load_text(HEAD "- {id: x, kind: count,\r\n   same: [evnt]}\r\n- {id: y}\r\n- 7"), JIBE_ERROR_RULE);
	diag_sort(&world.diags);
	cr_assert_eq(world.diags.count, 3);
	cr_expect(is(world.diags.items[0].excerpt, "   same: [evnt]}"));
	cr_expect(is(world.diags.items[1].excerpt, "- {id: y}"));
	cr_expect(is(world.diags.items[2].excerpt, "- 7"));
	cr_expect_eq(world.error.status, JIBE_ERROR_RULE);
	cr_expect_eq(world.error.line, 4);
	cr_expect_eq(world.error.column, 11);
	cr_expect_not_null(strstr(world.error.message, "unknown field \"evnt\""));
	cr_expect_not_null(strstr(world.error.message, "(and 2 more)"));
}

Test(rules_mistakes, not_yaml)
{
	cr_expect_eq(load_text("version: 1\nrules: [\n"), JIBE_ERROR_RULE);
	cr_assert_eq(world.diags.count, 1);
	cr_expect(world.diags.items[0].trouble);
	cr_expect(world.diags.items[0].line > 0);
}

Test(rules_mistakes, missing_file)
{
	cr_expect_eq(load("r.yml"), JIBE_ERROR_FILE);
	cr_expect_eq(world.diags.count, 0);
	cr_expect(span_ends(span_cstr(world.error.file), SPAN("/r.yml")));
}
