import { countingIn } from "../counting.ts";

/** Dates and numbers as British English writes them. */
export const locale = "en-GB";
export const { number, many: manyForms, all, either, languageName } = countingIn(locale);

/** "1 report", "1,234 reports". */
export const many = (n: number, one: string, other: string) => manyForms(n, { one, other });
