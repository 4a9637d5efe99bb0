/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as YAML: a tree whose nodes have places, or an error that says where. */
#include "base/yaml.h"
#include "fuzz.h"

static void check_node(const struct yaml_node *node, uint32_t depth)
{
	FUZZ_CHECK(node && depth <= 64 && node->line > 0 && node->column > 0);
	if (node->kind == YAML_SCALAR)
		return;
	for (uint32_t i = 0; i < node->count; i++) {
		if (node->kind == YAML_MAPPING)
			FUZZ_CHECK(node->keys[i]->kind == YAML_SCALAR);
		check_node(node->items[i], depth + 1);
	}
}

static void read_typed(const struct yaml_node *node)
{
	bool truth;
	double number;
	(void)yaml_is_null(node);
	(void)yaml_bool(node, &truth);
	(void)yaml_number(node, &number);
	(void)yaml_get(node, "rules");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static jmp_buf escape;
	static struct memory memory;
	static struct arena arena;
	memory_init(&memory, (size_t)256 << 20); /* aliases of aliases may ask for more: that is an answer too */
	memory.escape = &escape;
	if (setjmp(escape)) {
		arena_finish(&arena);
		return 0;
	}
	arena_init(&arena, &memory);
	struct yaml_node *root = NULL;
	struct jibe_error error = {0};
	static const char *const known[] = {"version", "rules", NULL};
	struct diag_list diags;
	diag_init(&diags, &arena);
	if (yaml_parse(&arena, span_make((const char *)data, size), SPAN("fuzz"), 1, &root, &error) < 0) {
		FUZZ_CHECK(error.message[0]);
	} else if (root) {
		check_node(root, 0);
		read_typed(root);
		yaml_check_keys(root, known, SPAN("fuzz"), &diags);
	}
	arena_finish(&arena);
	return 0;
}
