// SPDX-License-Identifier: Apache-2.0
#include "jibe.h"

#include <cstdio>

int main()
{
	jibe_options options = {};
	jibe_article article = {};
	std::printf("1..1\n%s 1 - jibe.h alone in C++\n", options.rules || article.name ? "not ok" : "ok");
	return 0;
}
