/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

static const struct row money[] = {
	{"It paid $1.2 billion.", "$1.2 billion = 1.2 billion USD"},
	{"A fine of €30m and of $1.2 bn.", "€30m = 30 million EUR; $1.2 bn = 1.2 billion USD"},
	{"He owes 1.5 million euros and US$5.", "1.5 million euros = 1.5 million EUR; US$5 = 5 USD"},
	{"It costs $2 to $3 million.", "$2 to $3 million = 2 million–3 million USD"},
	{"It cost 40 Canadian dollars and 50 cents.", "40 Canadian dollars and 50 cents = 40.5 CAD"},
	{"Millions of dollars are gone.", "Millions of dollars = 2 million–999,999,999 USD"},
	{"He got 5 million Turkish lira and C$3.2bn.",
	 "5 million Turkish lira = 5 million TRY; C$3.2bn = 3.2 billion CAD"},
	{"In Manila, in the Philippines, it cost 500 pesos.", "500 pesos = 500 PHP"},
	{"It cost 20 Kenyan shillings, then 12 Thai baht.", "20 Kenyan shillings = 20 KES; 12 Thai baht = 12 THB"},
	{"It cost RM42, Rs500 crore and EUR20m.",
	 "RM42 = 42 MYR; Rs500 crore = 5 billion INR; EUR20m = 20 million EUR"},
	{"It made $1MM, then 2 dollars and 23 cents.", "$1MM = 1 million USD; 2 dollars and 23 cents = 2.23 USD"},
	{"Three won medals and 10,000 won.", "Three = 3; 10,000 won = 10,000 KRW"},
	{"There COP 26 opened.", "26 = 26 (identifier)"},
	{"It went for two billion pounds ($3 billion).",
	 "two billion pounds = 2 billion GBP; $3 billion = 3 billion USD"},
	{"She makes 5m a year.", "5m = 5 million"},
	{"It weighed two million pounds.", "two million pounds = 2 million lb"},
	{"He paid for two pounds of rice.", "two pounds = 2 lb of rice"},
	{"The fee was two million pounds.", "two million pounds = 2 million GBP"},
	{"He lost two pounds in weight.", "two pounds = 2 lb"},
	{"He paid two pounds, not £3.", "two pounds = 2 GBP; £3 = 3 GBP"},
	{"It went for $US80bn, $300 AUD and CA$5m.",
	 "$US80bn = 80 billion USD; $300 AUD = 300 AUD; CA$5m = 5 million CAD"},
	{"The loan, $5 Canadian, was ¥100 yuan.", "$5 Canadian = 5 CAD; ¥100 yuan = 100 CNY"},
	{"It lost -$20 million and made $.50.", "-$20 million = -20 million USD; $.50 = 0.5 USD"},
	{"They asked 5 €, then 30 $ a night.", "5 € = 5 EUR; 30 $ = 30 USD"},
	{"Rs. 5,000, SFr. 30m and 200m US dollars",
	 "Rs. 5,000 = 5,000 INR; SFr. 30m = 30 million CHF; 200m US dollars = 200 million USD"},
	{"It paid 1 euro and 30 cents, then $4 and 50 cents.",
	 "1 euro and 30 cents = 1.3 EUR; $4 and 50 cents = 4.5 USD"},
	{"Profit came to $31.4 million and 8 cents for each share.",
	 "$31.4 million = 31.4 million USD; 8 cents = 0.08 USD"},
	{"They live on a dollar a day; it rose a penny to $4.", "a dollar = 1 USD; a penny = 0.01 USD; $4 = 4 USD"},
	{"He kept a dollar bill.", ""},
	{"It cost 40,000 marks, past the 30,000 mark.", "40,000 marks = 40,000 DEM; 30,000 = 30,000 of mark"},
	{"It cost 5,000 crowns in Brno, Czech Republic.", "5,000 crowns = 5,000 CZK"},
	{"They lost billions of pounds a year.", "billions of pounds = 2 billion–999,999,999,999 GBP"},
	{"It fell 12p to 523p.", "12p = 0.12 GBP; 523p = 5.23 GBP"},
	{"The house went in the low $20s.", "$20s = 20–29 USD"},
	{"A half million dollars, a few hundred million euros",
	 "A half million dollars = 500,000 USD; a few hundred million euros = 200 million–600 million EUR"},
};

static const struct row sums[] = {
	{"It costs $20-50,000; it cost 5-10,000 euros.",
	 "$20-50,000 = 20,000–50,000 USD; 5-10,000 euros = 5,000–10,000 EUR"},
	{"It costs 10m to 15m euros.", "10m to 15m euros = 10 million–15 million EUR"},
	{"Shares added $1.20 to $30.", "$1.20 = 1.2 USD; $30 = 30 USD"},
	{"It lost $5 million to $7 million.", "$5 million to $7 million = 5 million–7 million USD"},
	{"It cut its forecast to $2 billion to $3 billion.", "$2 billion to $3 billion = 2 billion–3 billion USD"},
	{"Sales topped $3 billion.", "topped $3 billion = more than 3 billion USD"},
};

Test(money, one)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, money, "2024-02-08", AMOUNTS);
	fixture_end(&f);
}

Test(money, ranges)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, sums, "2024-02-08", AMOUNTS);
	fixture_end(&f);
}
