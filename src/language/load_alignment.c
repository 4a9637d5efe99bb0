/* SPDX-License-Identifier: Apache-2.0 */
/* language.yml, `alignment` and `clustering`, into weights and thresholds. Every key is needed: a forgotten one would be a silent 0,
 * and a mistyped one forgotten. */
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

/* A key, where its value goes, and how high it may be; from 0, or from -MOST where it is SIGNED. */
struct setting {
	const char *key;
	double *value;
	double most;
	bool is_signed;
};

#define WEIGHT_MOST 100.0
#define COUNT_MOST 1e9

/* NODE's value at SETTING. */
static enum jibe_status take(struct loader *load, const struct yaml_node *node, const struct setting *setting)
{
	const struct yaml_node *found = yaml_get(node, setting->key), *at = found ? found : node;
	double least = setting->is_signed ? -setting->most : 0, value;
	if (yaml_number(found, &value) && value >= least && value <= setting->most) {
		*setting->value = value;
		return JIBE_OK;
	}
	return error_set(load->error, JIBE_ERROR_RULE, load->path, at->line, at->column,
			 "expected a number from %g to %g for \"%s\"", least, setting->most, setting->key);
}

/* A key that nobody reads is a mistyped one. OTHER: one that is no setting, or NULL. */
static enum jibe_status take_all(struct loader *load, const struct yaml_node *node, const struct setting *settings,
				 size_t count, const char *other)
{
	enum jibe_status status = JIBE_OK;
	for (uint32_t i = 0; node->kind == YAML_MAPPING && i < node->count && status >= 0; i++) {
		struct span key = node->keys[i]->scalar;
		bool known = other && span_equal(key, span_cstr(other));
		for (size_t s = 0; s < count && !known; s++)
			known = span_equal(key, span_cstr(settings[s].key));
		if (!known)
			status = error_set(load->error, JIBE_ERROR_RULE, load->path, node->keys[i]->line,
					   node->keys[i]->column, "unknown key \"" SPAN_FMT "\"", SPAN_ARG(key));
	}
	for (size_t s = 0; s < count && status >= 0; s++)
		status = take(load, node, &settings[s]);
	return status;
}

enum jibe_status load_alignment(struct loader *load, const struct yaml_node *node)
{
	struct alignment *to = &load->language->alignment;
	const struct yaml_node *parts = yaml_get(node, "similarity");
	struct setting weights[PART_COUNT + 1] = {{"base", &to->base, 1, true}};
	const struct setting settings[] = {{"name-weight", &to->name_weight, WEIGHT_MOST, false},
					   {"light-weight", &to->light_weight, WEIGHT_MOST, false},
					   {"figure-weight", &to->figure_weight, WEIGHT_MOST, false},
					   {"rarity-floor", &to->rarity_floor, 1, false},
					   {"prior", &to->prior, COUNT_MOST, false},
					   {"candidate", &to->candidate, 1, false},
					   {"group", &to->group, 1, false},
					   {"counterpart", &to->counterpart, 1, false},
					   {"related", &to->related, 1, false},
					   {"event", &to->event, 1, false},
					   {"near-copy", &to->near_copy, 1, false},
					   {"anchor", &to->anchor, WEIGHT_MOST, false},
					   {"anchor-lead", &to->anchor_lead, WEIGHT_MOST, false},
					   {"shared-claim", &to->shared_claim, WEIGHT_MOST, false},
					   {"passage", &to->passage, WEIGHT_MOST, false},
					   {"dispute", &to->dispute, WEIGHT_MOST, false}};
	for (int part = 0; part < PART_COUNT; part++)
		weights[part + 1] = (struct setting){similarity_part_name((enum similarity_part)part), &to->part[part],
						     1, true};
	enum jibe_status status = take_all(load, node, settings, sizeof settings / sizeof *settings, "similarity");
	if (status >= 0 && (!parts || parts->kind != YAML_MAPPING))
		return load_wrong(load, parts ? parts : node, "a mapping \"similarity\" of the parts' weights");
	return status < 0 ? status : take_all(load, parts, weights, PART_COUNT + 1, NULL);
}

enum jibe_status load_clustering(struct loader *load, const struct yaml_node *node)
{
	struct clustering *to = &load->language->clustering;
	const struct setting settings[] = {{"name-weight", &to->name_weight, WEIGHT_MOST, false},
					   {"figure-weight", &to->figure_weight, WEIGHT_MOST, false},
					   {"lead-weight", &to->lead_weight, WEIGHT_MOST, false},
					   {"lead-sentences", &to->lead_sentences, COUNT_MOST, false},
					   {"background", &to->background, COUNT_MOST, false},
					   {"copy", &to->copy, 1, false},
					   {"story", &to->story, 1, false},
					   {"apart", &to->apart, 1, false},
					   {"doubt", &to->doubt, COUNT_MOST, false}};
	return take_all(load, node, settings, sizeof settings / sizeof *settings, NULL);
}
