/** In which country a report's disaster or conflict is, where the sentence does not say so. */
import type { Told } from "../../tellings/told.ts";

export interface Scene {
  /** Codes of the countries, in order, as one word; undefined where it is not clear. */
  readonly where: string | undefined;
  /** Where it can be. */
  readonly among: ReadonlySet<string>;
}

/** Mentions in a report that are looked at. */
const mostMentions = 32;
/** Characters of a report that are looked at, and those within which a place stands beside a word. */
const reach = 6_000;
const beside = 100;
const rightBeside = 30;
const farMore = 1.5;

/**
 * Where the telling says, else the country that its report names beside the words far more often than others; else whichever
 * of those that it names. `words` is a pattern with the flag "g".
 */
export function sceneOf(told: Told, words: RegExp): Scene {
  const stated = new Set(told.finding.places.flatMap(({ country }) => country ?? []));
  if (stated.size > 0) return { where: [...stated].sort().join(" "), among: stated };
  const mentions: number[] = [];
  for (const { index } of told.report.text.slice(0, reach).matchAll(words))
    if (mentions.push(index) === mostMentions) break;
  const times = new Map<string, number>();
  for (const { place, dateline, start } of told.places) {
    if (start > reach || dateline === true || place.country === undefined) continue;
    let weight = 1;
    for (const at of mentions) {
      const apart = Math.abs(at - start);
      if (apart <= beside) weight += apart <= rightBeside ? 6 : 2;
    }
    times.set(place.country, (times.get(place.country) ?? 0) + weight);
  }
  const [most, next] = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const isSure = most !== undefined && most[1] >= farMore * (next?.[1] ?? 0);
  return { where: isSure ? most[0] : undefined, among: new Set(times.keys()) };
}

export function haveOneScene(a: Scene, b: Scene): boolean {
  if (a.where === undefined || b.where === undefined) {
    const known = a.where ?? b.where;
    return known !== undefined && (a.where === undefined ? a : b).among.has(known);
  }
  return a.where === b.where;
}
