/** Numbers as reports print them: `words` is the expected span, then [low, best, high], "~" for approximate, the unit. */
export interface NumberCase {
  readonly text: string;
  readonly found: readonly {
    readonly words: string;
    readonly value: readonly [number | null, number | null, number | null];
    readonly about?: true;
    readonly unit?: string;
  }[];
}

const exact = (text: string, words: string, best: number, unit?: string): NumberCase => ({
  text,
  found: [{ words, value: [null, best, null], ...(unit === undefined ? {} : { unit }) }],
});
const about = (text: string, words: string, best: number, unit?: string): NumberCase => ({
  text,
  found: [{ words, value: [null, best, null], about: true, ...(unit === undefined ? {} : { unit }) }],
});
const low = (text: string, words: string, value: number, unit?: string): NumberCase => ({
  text,
  found: [{ words, value: [value, null, null], ...(unit === undefined ? {} : { unit }) }],
});
const high = (text: string, words: string, value: number): NumberCase => ({
  text,
  found: [{ words, value: [null, null, value] }],
});
const range = (text: string, words: string, from: number, to: number, unit?: string): NumberCase => ({
  text,
  found: [{ words, value: [from, null, to], ...(unit === undefined ? {} : { unit }) }],
});

export const numberCases: readonly NumberCase[] = [
  exact("64 people were killed", "64", 64),
  exact("it sent 12,000 troops", "12,000", 12_000),
  exact("it sent 2 million people", "2 million", 2_000_000),
  exact("a loss of 2.4 million litres", "2.4 million", 2_400_000),
  exact("twenty-five soldiers", "twenty-five", 25),
  exact("twenty - five soldiers", "twenty - five", 25),
  exact("two hundred and six pupils", "two hundred and six", 206),
  exact("one hundred thousand people", "one hundred thousand", 100_000),
  exact("a dozen boats", "a dozen", 12),
  exact("two dozen boats", "two dozen", 24),
  exact("a hundred men", "a hundred", 100),
  exact("half a million people", "half a million", 500_000),
  exact("one and a half million people", "one and a half million", 1_500_000),
  exact("1.5k users", "1.5k", 1500),
  exact("a 12,000-strong force", "12,000-strong", 12_000),
  exact("a 12,000 - strong force", "12,000 - strong", 12_000),
  exact("only three were armed", "only three", 3),
  exact("another 12 were wounded", "another 12", 12),
  about("approximately 64 individuals", "approximately 64", 64),
  about("about 64 people", "about 64", 64),
  about("some 300 men", "some 300", 300),
  about("an estimated 10,000 families", "an estimated 10,000", 10_000),
  about("roughly a hundred people", "roughly a hundred", 100),
  about("nearly 200 people", "nearly 200", 200),
  about("60 or so people", "60 or so", 60),
  about("60-odd people", "60-odd", 60),
  about("about $ 4 million in cash", "about $ 4 million", 4_000_000, "USD"),
  about("approximately NOK 260 million", "approximately NOK 260 million", 260_000_000, "NOK"),
  low("at least 34 people", "at least 34", 34),
  low("more than 200 people", "more than 200", 200),
  low("over 1,000 homes", "over 1,000", 1000),
  low("no fewer than 15 boats", "no fewer than 15", 15),
  low("upwards of 40 men", "upwards of 40", 40),
  low("60 or more people", "60 or more", 60),
  low("thousands of lives", "thousands", 2000),
  low("dozens of houses", "dozens", 24),
  low("tens of thousands of people", "tens of thousands", 20_000),
  low("hundreds of thousands of people", "hundreds of thousands", 200_000),
  low("several hundred people", "several hundred", 300),
  low("several people", "several", 3),
  low("a few dozen people", "a few dozen", 36),
  low("a couple of men", "a couple of", 2),
  high("up to 450 troops", "up to 450", 450),
  high("as many as 450 troops", "as many as 450", 450),
  high("fewer than 20 people", "fewer than 20", 20),
  high("no more than 20 people", "no more than 20", 20),
  range("between 40 and 50 people", "between 40 and 50", 40, 50),
  range("40 to 50 people", "40 to 50", 40, 50),
  range("2 to 3 million people", "2 to 3 million", 2_000_000, 3_000_000),
  range("two or three boats", "two or three", 2, 3),
  exact("it paid $ 4,000 to them", "$ 4,000", 4000, "USD"),
  exact("it paid $4m to them", "$4m", 4_000_000, "USD"),
  exact("it paid 300 euros to them", "300 euros", 300, "EUR"),
  exact("it paid USD 5 bn to them", "USD 5 bn", 5_000_000_000, "USD"),
  exact("it paid US$ 5 billion to them", "US$ 5 billion", 5_000_000_000, "USD"),
  exact("it rose 5 % in May", "5 %", 5, "%"),
  exact("it rose 5 per cent in May", "5 per cent", 5, "%"),
  { text: "nothing to count here", found: [] },
  { text: "a man and an ox", found: [] },
  { text: "the half that stayed", found: [] },
  { text: "few came", found: [] },
  {
    text: "11 killed and 7 hurt",
    found: [
      { words: "11", value: [null, 11, null] },
      { words: "7", value: [null, 7, null] },
    ],
  },
  {
    text: "from 40 to 50 people",
    found: [{ words: "50", value: [null, 50, null] }],
  },
];
