/* SPDX-License-Identifier: Apache-2.0 */
/* language.yml, `alignment`, into weights and thresholds. Every key is needed: a forgotten one would be a silent 0. */
#include "language/load.h"

const char *similarity_part_name(enum similarity_part part)
{
	static const char *const names[] = {
#define X(name, key) key,
		SIMILARITY_PARTS(X)
#undef X
	};
	return names[part];
}

static enum jibe_status take(struct loader *load, const struct yaml_node *node, const char *key, double *value)
{
	if (yaml_number(yaml_get(node, key), value))
		return JIBE_OK;
	return error_set(load->error, JIBE_ERROR_RULE, load->path, node->line, node->column,
			 "expected a number for \"%s\"", key);
}

enum jibe_status load_alignment(struct loader *load, const struct yaml_node *node)
{
	struct alignment *to = &load->language->alignment;
	const struct yaml_node *parts = yaml_get(node, "similarity");
	enum jibe_status status = JIBE_OK;
	const struct {
		const char *key;
		double *value;
	} keys[] = {{"name-weight", &to->name_weight},
		    {"light-weight", &to->light_weight},
		    {"figure-weight", &to->figure_weight},
		    {"rarity-floor", &to->rarity_floor},
		    {"prior", &to->prior},
		    {"candidate", &to->candidate},
		    {"group", &to->group},
		    {"counterpart", &to->counterpart},
		    {"related", &to->related},
		    {"event", &to->event},
		    {"story", &to->story},
		    {"near-copy", &to->near_copy},
		    {"anchor", &to->anchor},
		    {"anchor-lead", &to->anchor_lead},
		    {"shared-claim", &to->shared_claim},
		    {"passage", &to->passage},
		    {"dispute", &to->dispute}};
	for (size_t i = 0; i < sizeof keys / sizeof *keys && status >= 0; i++)
		status = take(load, node, keys[i].key, keys[i].value);
	if (status >= 0 && (!parts || parts->kind != YAML_MAPPING))
		return load_wrong(load, node, "a mapping \"similarity\" of the parts' weights");
	if (status >= 0)
		status = take(load, parts, "base", &to->base);
	for (int part = 0; part < PART_COUNT && status >= 0; part++)
		status = take(load, parts, similarity_part_name((enum similarity_part)part), &to->part[part]);
	return status;
}
