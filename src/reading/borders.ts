/**
 * Border regions: "the Mexico–US border", "the border between Sudan and Chad", "Russia's border with Finland". Known by
 * the two countries; without coordinates, as a border is no point and its middle is nowhere anything happens.
 */
import { countryOf, entryAt } from "../language/en/lexicon.ts";
import type { PlaceMention } from "../model/place.ts";
import type { Sentence } from "../model/sentence.ts";

const nouns = /^(?:border|frontier|borderlands?|boundary)s?$/i;
const dash = /^[-–—/]$/;
/** Words that may stand between the countries and the noun. */
const between =
  /^(?:land|maritime|sea|shared|common|northern|southern|eastern|western|porous|disputed|long|river)$/i;
const furthest = 8;

interface Named {
  readonly code: string;
  readonly first: number;
  /** Token behind the name. */
  readonly end: number;
}

export function bordersIn(sentences: readonly Sentence[]): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (const sentence of sentences) {
    const { tokens } = sentence;
    for (const { form, i } of tokens) {
      if (!nouns.test(form)) continue;
      const pair = pairBefore(sentence, i) ?? pairBehind(sentence, i) ?? pairAround(sentence, i);
      if (pair === undefined || pair.a.code === pair.b.code) continue;
      const first = Math.min(pair.a.first, pair.b.first, i);
      const last = Math.max(pair.a.end - 1, pair.b.end - 1, i);
      const codes = [pair.a.code, pair.b.code].sort();
      found.push({
        start: tokens[first]!.start,
        end: tokens[last]!.end,
        place: {
          name: `${nameOf(pair.a.code)}–${nameOf(pair.b.code)} border`,
          precision: "region",
          id: `border:${codes.join("-")}`,
        },
      });
    }
  }
  return found;
}

/** Places with the borders, in text order; a country named as a side of a border is no place of its own. */
export function withBorders(
  places: readonly PlaceMention[],
  borders: readonly PlaceMention[],
): PlaceMention[] {
  if (borders.length === 0) return [...places];
  const apart = places.filter(
    ({ start, end }) => !borders.some((border) => border.start <= start && end <= border.end),
  );
  return [...apart, ...borders].sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Pair {
  readonly a: Named;
  readonly b: Named;
}

/** "the Thai-Cambodian border". */
function pairBefore(sentence: Sentence, noun: number): Pair | undefined {
  let end = noun;
  while (between.test(sentence.tokens[end - 1]?.form ?? "")) end--;
  const b = endingAt(sentence, end);
  if (b === undefined || !dash.test(sentence.tokens[b.first - 1]?.form ?? "")) return undefined;
  const a = endingAt(sentence, b.first - 1);
  return a === undefined ? undefined : { a, b };
}

/** "the border between Sudan and Chad". */
function pairBehind(sentence: Sentence, noun: number): Pair | undefined {
  if (sentence.tokens[noun + 1]?.form.toLowerCase() !== "between") return undefined;
  const a = beginningAt(sentence, noun + 2);
  if (a === undefined || sentence.tokens[a.end]?.form.toLowerCase() !== "and") return undefined;
  const b = beginningAt(sentence, a.end + 1);
  return b === undefined ? undefined : { a, b };
}

/** "Russia's border with Finland", "the Russian border with Finland". */
function pairAround(sentence: Sentence, noun: number): Pair | undefined {
  if (sentence.tokens[noun + 1]?.form.toLowerCase() !== "with") return undefined;
  const b = beginningAt(sentence, noun + 2);
  let end = noun;
  while (between.test(sentence.tokens[end - 1]?.form ?? "")) end--;
  if (/^['’]s?$/i.test(sentence.tokens[end - 1]?.form ?? "")) end--;
  const a = endingAt(sentence, end);
  return a === undefined || b === undefined ? undefined : { a, b };
}

function beginningAt({ tokens }: Sentence, at: number): Named | undefined {
  const first = /^the$/i.test(tokens[at]?.form ?? "") ? at + 1 : at;
  const found = entryAt((i) => tokens[i]?.form ?? "", first);
  const code = found === undefined ? undefined : codeOf(found.entry);
  return found === undefined || code === undefined ? undefined : { code, first, end: first + found.length };
}

function endingAt(sentence: Sentence, end: number): Named | undefined {
  for (let first = Math.max(0, end - furthest); first < end; first++) {
    const found = beginningAt(sentence, first);
    if (found !== undefined && found.end === end) return found;
  }
  return undefined;
}

function codeOf(entry: NonNullable<ReturnType<typeof entryAt>>["entry"]): string | undefined {
  return entry.kind === "country" || entry.kind === "demonym" ? entry.country.code : undefined;
}

const nameOf = (code: string) => countryOf(code)?.name ?? code;
