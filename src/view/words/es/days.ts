import type { days as english } from "../en/days.ts";

const months = "ene feb mar abr may jun jul ago sept oct nov dic".split(" ");
const numbers = new Intl.NumberFormat("es", { useGrouping: "always", maximumFractionDigits: 20 });
const plurals = new Intl.PluralRules("es");
// "e" before "Irán", "u" before "ocho".
const lists = new Intl.ListFormat("es", { type: "conjunction" });

export const days: typeof english = {
  date: (year, month, day) => [day, months[month - 1], year].filter((part) => part !== undefined).join(" "),
  week: (monday) => `semana del ${monday}`,
  weekend: (saturday) => `fin de semana del ${saturday}`,
  partOfYear: (part, year) => `${part.replace("Q", "T").replace("H", "S")} de ${year}`,
  list: (parts) => lists.format(parts),
  more: (count) => `${number(count)} más`,
};

/** "1.234". */
export function number(n: number): string {
  return numbers.format(n);
}

/** "1 noticia", "1.234 noticias", "1.000.000 de noticias". */
export function many(count: number, one: string, other: string): string {
  const form = plurals.select(count);
  return `${number(count)} ${form === "one" ? one : form === "many" ? `de ${other}` : other}`;
}
