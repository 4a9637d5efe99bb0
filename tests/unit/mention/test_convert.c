/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lexicon's factors against published ones, copied here by hand.
 *
 * Sources: (1) NIST Special Publication 811 (2008), appendix B.8, factors as
 * printed there, seven digits or exact; (2) the agreement of 1959 on the
 * international yard (0.9144 m) and pound (0.45359237 kg), and what follows from
 * it by whole numbers; (3) SI brochure, 9th edition, tables 7 and 8; (4) IEC
 * 80000-13; (5) Weights and Measures Act 1985 (UK), schedule 1; (6) IAU 2012, B2.
 * All were computed again from definitions alone: the inch of 25.4 mm, the pound, gallons of 231 cubic inches and of
 * 4.54609 litres, the bushel of 2150.42 cubic inches, the grain of 64.79891 mg, standard gravity, the julian light year.
 */
#include "fixture.h"

#include <math.h>

struct factor {
	const char *text; /* one of the unit */
	double published; /* in the base unit of its dimension */
	const char *dimension;
};

static const struct factor factors[] = {
	/* length, m */
	{"1 inch", 2.54e-2, "length"},                     /* (1) exact */
	{"1 foot", 3.048e-1, "length"},                    /* (1) exact */
	{"1 yard", 0.9144, "length"},                      /* (2) exact */
	{"1 mile", 1.609344e3, "length"},                  /* (1) exact */
	{"1 nautical mile", 1.852e3, "length"},            /* (1) exact */
	{"1 fathom", 6 * 0.3048, "length"},                /* (2) six feet */
	{"1 furlong", 220 * 0.9144, "length"},             /* (2) 220 yards */
	{"1 light year", 9.46073e15, "length"},            /* (1) */
	{"1 astronomical unit", 149597870700.0, "length"}, /* (6) exact */
	{"1 km", 1e3, "length"},
	{"1 cm", 1e-2, "length"},
	{"1 nanometre", 1e-9, "length"},
	/* area, m2 */
	{"1 square inch", 6.4516e-4, "area"},       /* (1) exact */
	{"1 square foot", 9.290304e-2, "area"},     /* (1) exact */
	{"1 square yard", 8.361274e-1, "area"},     /* (1) */
	{"1 square mile", 2.589988e6, "area"},      /* (1) */
	{"1 acre", 4840 * 0.9144 * 0.9144, "area"}, /* (2) 4840 square yards */
	{"1 hectare", 1e4, "area"},                 /* (1) exact */
	/* volume, m3 */
	{"1 cubic inch", 1.638706e-5, "volume"},                     /* (1) */
	{"1 cubic foot", 2.831685e-2, "volume"},                     /* (1) */
	{"1 cubic yard", 7.645549e-1, "volume"},                     /* (1) */
	{"1 cubic mile", 4.168182e9, "volume"},                      /* (1) */
	{"1 litre", 1e-3, "volume"},                                 /* (1) exact */
	{"1 gallon", 3.785412e-3, "volume"},                         /* (1) U.S. */
	{"1 imperial gallon", 4.54609e-3, "volume"},                 /* (1) exact */
	{"1 barrel", 1.589873e-1, "volume"},                         /* (1) petroleum, 42 U.S. gallons */
	{"1 quart", 9.463529e-4, "volume"},                          /* (1) U.S. liquid */
	{"1 pint", 4.731765e-4, "volume"},                           /* (1) U.S. liquid */
	{"1 cup", 2.365882e-4, "volume"},                            /* (1) */
	{"1 fluid ounce", 2.957353e-5, "volume"},                    /* (1) U.S. */
	{"1 tablespoon", 1.478676e-5, "volume"},                     /* (1) */
	{"1 teaspoon", 4.928922e-6, "volume"},                       /* (1) */
	{"1 bushel", 3.523907e-2, "volume"},                         /* (1) U.S. */
	{"1 acre-foot", 43560 * 0.3048 * 0.3048 * 0.3048, "volume"}, /* (2) 43,560 cubic feet */
	/* mass, kg */
	{"1 pound", 0.45359237, "mass"},       /* (2) exact */
	{"1 ounce", 2.834952e-2, "mass"},      /* (1) avoirdupois */
	{"1 troy ounce", 3.110348e-2, "mass"}, /* (1) */
	{"1 stone", 6.35029318, "mass"},       /* (5) 14 pounds */
	{"1 ton", 9.071847e2, "mass"},         /* (1) short */
	{"1 long ton", 1.016047e3, "mass"},    /* (1) */
	{"1 tonne", 1e3, "mass"},              /* (1) exact */
	{"1 carat", 2e-4, "mass"},             /* (1) exact */
	{"1 gram", 1e-3, "mass"},
	/* speed, m/s */
	{"1 kilometre per hour", 2.777778e-1, "speed"}, /* (1) */
	{"1 mph", 4.4704e-1, "speed"},                  /* (1) exact */
	{"1 knot", 5.144444e-1, "speed"},               /* (1) */
	{"1 foot per second", 3.048e-1, "speed"},       /* (1) exact */
	/* time, s */
	{"1 minute", 60, "time"}, /* (3) */
	{"1 hour", 3600, "time"}, /* (3) */
	{"1 day", 86400, "time"}, /* (3) */
	{"1 week", 604800, "time"},
	{"1 year", 365.2425 * 86400, "time"}, /* the mean year of the calendar: 97 leap years in 400 */
	/* energy, J; power, W */
	{"1 kWh", 3.6e6, "energy"},               /* (1) exact */
	{"1 BTU", 1.055056e3, "energy"},          /* (1) international table */
	{"1 kilocalorie", 4.184e3, "energy"},     /* (1) thermochemical, exact */
	{"1 kiloton of TNT", 4.184e12, "energy"}, /* (1) a thousand tons of 4.184e9, exact */
	{"1 horsepower", 7.456999e2, "power"},    /* (1) 550 foot pounds a second */
	{"1 megawatt", 1e6, "power"},
	/* pressure, Pa */
	{"1 pound per square inch", 6.894757e3, "pressure"}, /* (1) */
	{"1 millibar", 1e2, "pressure"},                     /* (1) exact */
	{"1 atmosphere of pressure", 1.01325e5, "pressure"}, /* (1) exact */
	{"1 millimetre of mercury", 1.333224e2, "pressure"}, /* (1) conventional */
	{"1 inch of mercury", 3.386389e3, "pressure"},       /* (1) conventional */
	/* information, bytes of eight bits */
	{"1 kilobyte", 1e3, "information"},        /* (4) */
	{"1 gibibyte", 1073741824, "information"}, /* (4) */
	{"1 megabit", 1e6 / 8, "information"},     /* (4) */
};

struct temperature {
	const char *text;
	double celsius;
};

/* (1), B.8: t/°C = (t/°F - 32) / 1.8 and t/°C = T/K - 273.15; fixed points by arithmetic. */
static const struct temperature temperatures[] = {
	{"32 degrees Fahrenheit", 0}, {"212 degrees Fahrenheit", 100}, {"-40 degrees Fahrenheit", -40}, {"98.6F", 37},
	{"273.15 kelvin", 0},         {"20 degrees Celsius", 20},
};

static struct amount read_one(struct fixture *f, const char *text)
{
	struct mention_list list;
	mentions_extract(&list, &f->test.arena, &f->language, fixture_read(f, text, "2024-02-08"));
	for (uint32_t i = 0; i < list.count; i++)
		if (mention_is_amount(&list.items[i]))
			return amount_to_base(&list.items[i].amount);
	return (struct amount){.value = NAN};
}

Test(convert, published_factors)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
		struct amount base = read_one(&f, factors[i].text);
		cr_expect(span_equal(base.unit.dimension, span_cstr(factors[i].dimension)), "%s: dimension " SPAN_FMT,
			  factors[i].text, SPAN_ARG(base.unit.dimension));
		cr_expect(fabs(base.value - factors[i].published) <= 1e-6 * factors[i].published,
			  "%s: %.10g, published %.10g", factors[i].text, base.value, factors[i].published);
	}
	fixture_end(&f);
}

Test(convert, temperatures)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof temperatures / sizeof *temperatures; i++) {
		struct amount base = read_one(&f, temperatures[i].text);
		cr_expect(fabs(base.value - temperatures[i].celsius) < 1e-9, "%s: %.12g", temperatures[i].text,
			  base.value);
	}
	fixture_end(&f);
}
