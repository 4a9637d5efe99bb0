/* SPDX-License-Identifier: Apache-2.0 */
#include "jibe.h"

#include <stdio.h>

int main(void)
{
	struct jibe_options options = {0};
	struct jibe_article article = {0};
	printf("1..1\n%s 1 - jibe.h alone in C\n", options.rules || article.name ? "not ok" : "ok");
	return 0;
}
