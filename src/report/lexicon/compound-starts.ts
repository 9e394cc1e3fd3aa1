/** First halves of compounds that are printed with a hyphen ("well-known", "two-day"): at a line's end theirs is kept. */
export const compoundStarts: ReadonlySet<string> = new Set(
  "well so self non anti vice long short half full part all far old ill hard left year month week day two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety first second third fourth fifth last next mid ex state government military army police world country church oil gas anglo franco sino russo euro afro".split(
    " ",
  ),
);
