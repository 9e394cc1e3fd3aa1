import { countingIn } from "../counting.ts";

/** Spanish of no one country: a point between thousands, a comma before decimals. */
export const locale = "es";
export const { number, many: manyForms, all, either, languageName } = countingIn(locale);

/** "1 noticia", "1.234 noticias", "1.000.000 de noticias". */
export const many = (n: number, one: string, other: string) =>
  manyForms(n, { one, many: `de ${other}`, other });
