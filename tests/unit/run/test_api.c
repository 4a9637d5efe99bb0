/* SPDX-License-Identifier: Apache-2.0 */
/* jibe.h, as another program uses it. */
#include <stdlib.h>

#include "jibe.h"
#include "support.h"

static struct jibe *make(const struct jibe_options *options)
{
	struct jibe *jibe = NULL;
	struct jibe_error error;
	if (jibe_new(&jibe, options, &error) < 0)
		cr_fatal("%s: %s", error.file, error.message);
	return jibe;
}

static void add(struct jibe *jibe, const char *name, const char *text)
{
	struct jibe_article article = {.name = name, .published = "2031-06-12"};
	struct jibe_error error;
	if (jibe_add_text(jibe, text, strlen(text), &article, &error) < 0)
		cr_fatal("%s", error.message);
}

Test(api, finds_what_the_articles_say)
{
	static const char *const texts[] = {"Shares of the Arda port company rose on Monday after the sale.\n",
					    "Shares of the Arda port company fell on Monday after the sale.\n"};
	struct jibe *jibe = make(NULL);
	struct jibe_error error;
	add(jibe, "a.txt", texts[0]);
	add(jibe, "b.txt", texts[1]);
	cr_assert(eq(int, jibe_run(jibe, &error), JIBE_OK));
	cr_assert(lt(sz, 0, jibe_finding_count(jibe)));
	cr_expect(eq(int, jibe_finding_relation(jibe, 0), JIBE_CONTRADICTION), "the strongest comes first");
	for (size_t f = 0; f < jibe_finding_count(jibe); f++) {
		cr_expect(eq(sz, strlen(jibe_finding_id(jibe, f)), 8));
		cr_expect(lt(sz, 0, strlen(jibe_finding_rule(jibe, f))));
		cr_expect(lt(sz, 0, strlen(jibe_finding_message(jibe, f))));
		cr_expect(jibe_finding_confidence(jibe, f) > 0 && jibe_finding_confidence(jibe, f) <= 1);
		for (size_t v = 0; v < jibe_version_count(jibe, f); v++) {
			cr_expect(lt(sz, 0, strlen(jibe_version_label(jibe, f, v))));
			for (size_t m = 0; m < jibe_member_count(jibe, f, v); m++) {
				struct jibe_member member = jibe_member_at(jibe, f, v, m);
				const char *text = texts[member.article];
				cr_expect(eq(sz, strlen(member.text), member.end - member.start));
				cr_expect(eq(int, strncmp(text + member.start, member.text, member.end - member.start),
					     0));
			}
		}
	}
	jibe_free(jibe);
}

Test(api, calls_in_the_wrong_order)
{
	struct jibe *jibe = make(NULL);
	struct jibe_error error;
	const char *json;
	size_t length;
	cr_expect(eq(int, jibe_report_json(jibe, &json, &length, &error), JIBE_ERROR_USAGE));
	add(jibe, "a.txt", "The port was sold.");
	cr_expect(eq(int, jibe_run(jibe, &error), JIBE_OK));
	cr_expect(eq(int, jibe_run(jibe, &error), JIBE_ERROR_USAGE));
	cr_expect(eq(int, jibe_add_text(jibe, "x", 1, NULL, &error), JIBE_ERROR_USAGE));
	cr_expect(eq(int, jibe_add_file(jibe, "x", &error), JIBE_ERROR_USAGE));
	cr_expect(eq(int, jibe_report_json(jibe, &json, &length, &error), JIBE_OK));
	cr_expect(eq(sz, strlen(json), length));
	const char *again;
	cr_expect(eq(int, jibe_report_json(jibe, &again, &length, &error), JIBE_OK));
	cr_expect(eq(ptr, (void *)again, (void *)json));
	jibe_free(jibe);
	jibe_free(NULL);
}

Test(api, wrong_input)
{
	struct jibe *jibe = make(NULL);
	struct jibe_error error = {.status = JIBE_OK};
	cr_expect(eq(int, jibe_add_text(jibe, "\xFF", 1, NULL, &error), JIBE_ERROR_INPUT));
	cr_expect(eq(int, error.status, JIBE_ERROR_INPUT));
	cr_expect(eq(int, jibe_add_text(jibe, "", 0, NULL, &error), JIBE_ERROR_INPUT));
	cr_expect(eq(int, jibe_add_text(jibe, " \n", 2, NULL, &error), JIBE_ERROR_INPUT));
	cr_expect(lt(int, jibe_add_file(jibe, "/nowhere/a.txt", &error), 0));
	cr_expect(eq(str, error.file, "/nowhere/a.txt"));
	cr_expect(eq(int, jibe_run(jibe, &error), JIBE_OK), "what was wrong was left out");
	cr_expect(eq(sz, jibe_finding_count(jibe), 0));
	jibe_free(jibe);
}

Test(api, wrong_options)
{
	static const char *const rules[] = {"/nowhere/r.yml", NULL};
	const char *many[66];
	struct jibe *jibe = NULL;
	struct jibe_error error = {.status = JIBE_OK};
	cr_expect(eq(int, jibe_new(&jibe, &(struct jibe_options){.data_directory = "/nowhere"}, &error),
		     JIBE_ERROR_FILE));
	cr_expect(lt(int, jibe_new(&jibe, &(struct jibe_options){.rules = rules}, &error), 0));
	cr_expect(eq(int, jibe_new(&jibe, &(struct jibe_options){.memory_limit = 1000}, &error), JIBE_ERROR_MEMORY));
	for (int i = 0; i < 65; i++)
		many[i] = "r.yml";
	many[65] = NULL;
	cr_expect(eq(int, jibe_new(&jibe, &(struct jibe_options){.rules = many}, &error), JIBE_ERROR_USAGE));
	cr_expect(eq(ptr, jibe, NULL), "untouched when it fails");
	cr_expect(lt(sz, 0, strlen(error.message)));
}
