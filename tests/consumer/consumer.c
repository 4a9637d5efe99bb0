/* SPDX-License-Identifier: Apache-2.0 */
/* Reads articles with libjibe and prints what was found, as a program of somebody else would. */
#include <jibe.h>
#include <stdio.h>

static int trouble(struct jibe *jibe, const struct jibe_error *error)
{
	printf("not ok 1 - %s: %s\n", error->file, error->message);
	jibe_free(jibe);
	return 1;
}

static void print_finding(const struct jibe *jibe, size_t finding)
{
	printf("# %s %s: %s\n", jibe_finding_id(jibe, finding), jibe_finding_rule(jibe, finding),
	       jibe_finding_message(jibe, finding));
	for (size_t v = 0; v < jibe_version_count(jibe, finding); v++)
		for (size_t m = 0; m < jibe_member_count(jibe, finding, v); m++) {
			struct jibe_member member = jibe_member_at(jibe, finding, v, m);
			printf("#   %s: article %zu, bytes %zu to %zu\n", jibe_version_label(jibe, finding, v),
			       member.article, member.start, member.end);
		}
}

/* usage: consumer DATA ARTICLE... */
int main(int argc, char **argv)
{
	struct jibe *jibe = NULL;
	struct jibe_error error;
	struct jibe_options options = {.data_directory = argc > 1 ? argv[1] : NULL};
	puts("1..1");
	if (jibe_new(&jibe, &options, &error) < 0)
		return trouble(jibe, &error);
	for (int i = 2; i < argc; i++)
		if (jibe_add_file(jibe, argv[i], &error) < 0)
			return trouble(jibe, &error);
	if (jibe_run(jibe, &error) < 0)
		return trouble(jibe, &error);
	for (size_t i = 0; i < jibe_finding_count(jibe); i++)
		print_finding(jibe, i);
	printf("%s 1 - %zu findings\n", jibe_finding_count(jibe) ? "ok" : "not ok", jibe_finding_count(jibe));
	jibe_free(jibe);
	return 0;
}
