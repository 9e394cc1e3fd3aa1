/** Numbers, plurals and lists as a language writes them. Each language's words take theirs from here once. */

/** The plural forms of a language (CLDR); "other" stands in for a form that is not given. */
export type Forms = { readonly other: string } & { readonly [K in Intl.LDMLPluralRule]?: string };

export interface Counting {
  /** "1,234", "1.234". */
  number(n: number): string;
  /** "1 report", "1,234 reports"; each form is what stands after the number. */
  many(n: number, forms: Forms): string;
  /** "a, b and c". */
  all(parts: readonly string[]): string;
  /** "a, b or c". */
  either(parts: readonly string[]): string;
  /** "Spanish" of "es"; a code that is none stays as it is. */
  languageName(code: string): string;
}

export function countingIn(locale: string): Counting {
  // Spanish would leave "1234" without its point, and a column of figures would jump.
  const numbers = new Intl.NumberFormat(locale, { useGrouping: "always", maximumFractionDigits: 20 });
  const plurals = new Intl.PluralRules(locale);
  const and = new Intl.ListFormat(locale, { type: "conjunction" });
  const or = new Intl.ListFormat(locale, { type: "disjunction" });
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const number = (n: number) => numbers.format(n);
  return {
    number,
    many: (n, forms) => `${number(n)} ${forms[plurals.select(n)] ?? forms.other}`,
    all: (parts) => and.format(parts),
    either: (parts) => or.format(parts),
    languageName(code) {
      try {
        return languages.of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}
