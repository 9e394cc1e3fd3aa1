/** A day within words that are typed: "as of 3 April 2031", "2031-04-03", "April 3", "3/4/2031". */
import { folded } from "./ranked.ts";

/** Names of months as a language writes them, whole and short, folded. */
function monthsOf(locale: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const month of ["long", "short"] as const) {
    // As in a date: Spanish writes months so, and some languages decline them.
    const format = new Intl.DateTimeFormat(locale, { month, day: "numeric", timeZone: "UTC" });
    for (let i = 0; i < 12; i++) {
      const part = format.formatToParts(Date.UTC(2031, i, 3)).find(({ type }) => type === "month");
      if (part !== undefined) names.set(folded(part.value).replace(/\.$/u, ""), i + 1);
    }
  }
  return names;
}

/**
 * The first day that the words name, as ISO, and the words without it; undefined where they name none. Without a year
 * the one of `latest` is meant, or the one before it where the day would be later.
 */
export function typedDay(
  words: string,
  locale: string,
  latest: string,
): { readonly day: string; readonly rest: string } | undefined {
  const text = words.slice(0, 200);
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/u.exec(text);
  if (iso !== null) return found(text, iso, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/u.exec(text);
  if (slashed !== null)
    return found(text, slashed, Number(slashed[3]), Number(slashed[2]), Number(slashed[1]));
  const months = monthsOf(locale);
  for (const name of text.matchAll(/\p{L}+/gu)) {
    const month = months.get(folded(name[0]));
    if (month === undefined) continue;
    const before = /(\d{1,2})\.?\s{1,3}(?:de\s{1,3})?$/u.exec(
      text.slice(Math.max(0, name.index - 12), name.index),
    );
    const after = /^\.?\s{0,3}(?:del?\s{1,3})?(\d{1,4})?(?:,?\s{1,3}(\d{4}))?/u.exec(
      text.slice(name.index + name[0].length),
    );
    const [, first, second] = after ?? [];
    const isYear = first?.length === 4;
    const date = before?.[1] ?? (isYear ? undefined : first);
    if (date === undefined) continue;
    const year = isYear ? first : second;
    const start = name.index - (before === null ? 0 : before[0].length);
    const end = name.index + name[0].length + (after?.[0].length ?? 0);
    const span = { index: start, 0: text.slice(start, end) };
    if (year !== undefined) return found(text, span, Number(year), month, Number(date));
    const last = Number(latest.slice(0, 4));
    const one = found(text, span, last, month, Number(date));
    return one !== undefined && one.day > latest.slice(0, 10)
      ? found(text, span, last - 1, month, Number(date))
      : one;
  }
  return undefined;
}

function found(
  text: string,
  { index, 0: words }: { readonly index: number; readonly 0: string },
  year: number,
  month: number,
  date: number,
): { day: string; rest: string } | undefined {
  const time = new Date(Date.UTC(year, month - 1, date));
  const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === date && year >= 1000;
  if (!isReal) return undefined;
  const rest = `${text.slice(0, index)} ${text.slice(index + words.length)}`.replace(/\s+/gu, " ").trim();
  return { day: time.toISOString().slice(0, 10), rest };
}
