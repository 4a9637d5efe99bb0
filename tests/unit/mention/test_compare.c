/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

static const struct {
	const char *a, *b;
	enum amount_relation expected; /* with margin .15, tolerant */
} compared[] = {
	{"9 men", "9 men", AMOUNT_EQUAL},
	{"9 men", "10 men", AMOUNT_APART},
	{"7 km", "4 miles", AMOUNT_EQUAL},
	{"10 km", "6.2 miles", AMOUNT_EQUAL},
	{"100 km", "60 miles", AMOUNT_MEETS},
	{"7 km", "30 km", AMOUNT_APART},
	{"10 km", "10.4 km", AMOUNT_MEETS},
	{"1.2 million boats", "1,234,567 boats", AMOUNT_MEETS},
	{"more than 26,000 men", "more than 31,000 men", AMOUNT_APART},
	{"more than 26,000 men", "more than 27,000 men", AMOUNT_MEETS},
	{"more than 26,000 men", "26,400 men", AMOUNT_MEETS},
	{"at least 5 men", "4 men", AMOUNT_APART},
	{"at least 5 men", "7 men", AMOUNT_MEETS},
	{"up to 40 men", "50 men", AMOUNT_APART},
	{"up to 40 men", "at least 50 men", AMOUNT_APART},
	{"about 30 men", "32 men", AMOUNT_MEETS},
	{"about 30 men", "50 men", AMOUNT_APART},
	{"10 to 15 men", "12 men", AMOUNT_MEETS},
	{"10 to 15 men", "10-15 men", AMOUNT_EQUAL},
	{"dozens of men", "30 men", AMOUNT_MEETS},
	{"dozens of men", "9 men", AMOUNT_APART},
	{"5 percent", "5 kg", AMOUNT_UNCOMPARABLE},
	{"$5", "€5", AMOUNT_UNCOMPARABLE},
	{"$5 million", "$5,000,000", AMOUNT_EQUAL},
	{"one week", "seven days", AMOUNT_EQUAL},
	{"two decades", "20 years", AMOUNT_EQUAL},
	{"$60 a barrel", "$60 per barrel", AMOUNT_EQUAL},
	{"$60 a barrel", "$64 a barrel", AMOUNT_APART},
	{"$60 a barrel", "$60 million", AMOUNT_UNCOMPARABLE},
	{"900 trucks a day", "900 trucks every day", AMOUNT_EQUAL},
	{"900 trucks a day", "40 trucks", AMOUNT_UNCOMPARABLE},
	{"winds of 120 miles (193 km) per hour", "193 km/h", AMOUNT_EQUAL},
	{"$4.1 billion", "$4,100 million", AMOUNT_EQUAL},
	{"Flight 714 crashed", "714 men", AMOUNT_UNCOMPARABLE},
};

static struct amount first_amount(struct fixture *f, const char *text)
{
	struct mention_list list;
	mentions_extract(&list, &f->test.arena, &f->language, fixture_read(f, text, ""));
	for (uint32_t i = 0; i < list.count; i++)
		if (mention_is_amount(&list.items[i]))
			return list.items[i].amount;
	cr_fatal("no amount in: %s", text);
}

Test(mention, amounts_compared)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof compared / sizeof *compared; i++) {
		struct amount a = first_amount(&f, compared[i].a), b = first_amount(&f, compared[i].b);
		cr_expect(eq(int, amount_compare(&a, &b, 0.15, true), compared[i].expected), "%s, %s", compared[i].a,
			  compared[i].b);
		cr_expect(eq(int, amount_compare(&b, &a, 0.15, true), compared[i].expected), "%s, %s", compared[i].b,
			  compared[i].a);
	}
	fixture_end(&f);
}

Test(mention, amounts_rounded)
{
	static const struct {
		const char *a, *b;
		bool rounded;
	} pairs[] = {
		{"600 men", "612 men", true},
		{"600 men", "640 men", false},
		{"600 men", "655 men", false},
		{"1,000 men", "1,400 men", false},
		{"12,000 men", "12,300 men", true},
		{"12,000 men", "12,600 men", false},
		{"40 men", "42 men", false},
		{"600 men", "700 men", false},
		{"612 men", "615 men", false},
		{"600 men", "about 612 men", true},
		{"at least 600 men", "612 men", false},
		{"600 km", "612 m", false},
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct amount a = first_amount(&f, pairs[i].a), b = first_amount(&f, pairs[i].b);
		cr_expect(eq(int, amount_rounded(&a, &b, 0.05), pairs[i].rounded), "%s, %s", pairs[i].a, pairs[i].b);
		cr_expect(eq(int, amount_rounded(&b, &a, 0.05), pairs[i].rounded), "%s, %s", pairs[i].b, pairs[i].a);
	}
	fixture_end(&f);
}

Test(mention, kinds_have_names)
{
	for (int i = 0; i < MENTION_KINDS; i++)
		cr_expect(ne(sz, strlen(mention_kind_name((enum mention_kind)i)), 0));
	cr_expect(eq(str, (char *)mention_kind_name(MENTION_ATTRIBUTION), "attribution"));
}

Test(mention, base_units)
{
	struct fixture f;
	fixture_begin(&f);
	struct amount a = first_amount(&f, "212 degrees Fahrenheit"), base = amount_to_base(&a);
	cr_expect(ieee_ulp_eq(dbl, round(base.value), 100, 4));
	a = first_amount(&f, "two and a half km");
	base = amount_to_base(&a);
	cr_expect(ieee_ulp_eq(dbl, base.value, 2500, 4));
	fixture_end(&f);
}
