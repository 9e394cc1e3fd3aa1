/** Parts what is told of one thing where independent origins hold what cannot both be. */
import type { FindingOf, Stance } from "../../model/finding.ts";
import { isOneDisaster } from "../joining/crises/disasters.ts";
import { isOneToll } from "../joining/crises/tolls.ts";
import { oddsButForNumber } from "../joining/figures/counts.ts";
import { type FigureTraits, figureTraits } from "../joining/figures/figure-traits.ts";
import { day } from "../tellings/time.ts";
import { wordsAt } from "../tellings/told.ts";
import type { Witness } from "./draft.ts";
import { disagreements, numbersOf, type Point, valuesOf } from "./series.ts";

/**
 * One side, or several: each value that contradicts the first stands with those that give the same. `isOne` where an analyst
 * has said that they count one thing.
 */
export function figureSides(witnesses: readonly Witness[], isOne: boolean): Witness[][] {
  const values = valuesOf(witnesses as readonly Point[]);
  const looked = new Map<number, FigureTraits>();
  // a long series disagrees in many pairs: each telling is looked at once
  const traits = (at: number): FigureTraits => {
    const own = looked.get(at) ?? figureTraits(values[at]!.told);
    looked.set(at, own);
    return own;
  };
  const areOne = (one: number, other: number) =>
    isSure(values[one]!.told) && isSure(values[other]!.told) && countOne(traits(one), traits(other));
  const against = disagreements(values).filter(([one, other]) => isOne || areOne(one, other));
  if (against.length === 0) return [[...witnesses]];
  const apart = new Set<string>();
  for (const [earlier, later] of against) {
    const [one, other] = [numbersOf(values[earlier]!), numbersOf(values[later]!)];
    if (!apart.has(one) && !apart.has(other)) apart.add(other);
  }
  const sides = new Map<string, Witness[]>();
  for (const [i, witness] of witnesses.entries()) {
    const value = values[i]!;
    const numbers = numbersOf(value);
    const side = !value.superseded && apart.has(numbers) ? numbers : "";
    const known = sides.get(side);
    if (known === undefined) sides.set(side, [witness]);
    else known.push(witness);
  }
  return [...sides.values()];
}

/** Odds from which two numbers that differ are taken for counts of one thing, and those where they differ much. */
const surely = 2;
const beyondDoubt = 6;
const much = 5;

/**
 * A dispute is of one thing: but for the number the two must say the same, or "six were hurt" and "one was taken to hospital"
 * would be one. Running totals and tolls of a disaster or a war are known to be of one thing by what joined them.
 */
function countOne(one: FigureTraits, other: FigureTraits): boolean {
  if (one.total && other.total) return true;
  if (isOneDisaster(one.disaster, other.disaster)) return true;
  if (isOneToll(one.toll, other.toll)) return areDisputed(one, other);
  if (isOfSome(one, other)) return false;
  const odds = oddsButForNumber(one, other) ?? Number.NEGATIVE_INFINITY;
  const differ = Math.max(one.value, other.value) > much * Math.min(one.value, other.value);
  return odds >= (differ ? beyondDoubt : surely);
}

/** "Two men" and "two teenagers" may be among "three people", "six priests" among "eight". */
function isOfSome(one: FigureTraits, other: FigureTraits): boolean {
  const [fewer, more] = one.value < other.value ? [one, other] : [other, one];
  const isNamed = fewer.population.size > 0 && more.population.size === 0;
  return isNamed || (fewer.sex !== undefined && more.sex === undefined);
}

/** A toll grows from morning to night: two numbers are two only by two who count, or where they are far apart. */
function areDisputed(one: FigureTraits, other: FigureTraits): boolean {
  if (one.issuer !== undefined && other.issuer !== undefined && one.issuer !== other.issuer) return true;
  return Math.max(one.value, other.value) >= farApart * Math.min(one.value, other.value);
}
const farApart = 1.5;

/** "May have reached 300" disputes nothing, nor does "a cook", which counts nobody. */
function isSure(told: Point["told"]): boolean {
  const { finding } = told;
  const { best, words } = finding.figure;
  if (best === 1 && !/\d|\bone\b/iu.test(wordsAt(told, words))) return false;
  return finding.status?.certainty !== "possible" && finding.status?.certainty !== "unknown";
}

const opposed: Readonly<Partial<Record<Stance, Stance>>> = { supports: "opposes", opposes: "supports" };

export function areOpposed(one: Stance, other: Stance): boolean {
  return opposed[one] === other;
}

/** A stance that changes is one story; opposite stances told at one time by independent origins are two. */
export function positionSides(witnesses: readonly Witness[]): Witness[][] {
  const stances = witnesses.map(({ told }) => (told.finding as FindingOf<"position">).position.stance);
  const contested = witnesses.some((one, i) =>
    witnesses
      .slice(Math.max(0, i - 16), i)
      .some(
        (other, j) =>
          opposed[stances[i]!] === stances[Math.max(0, i - 16) + j] &&
          one.voice !== other.voice &&
          Math.abs(one.told.time - other.told.time) <= day,
      ),
  );
  if (!contested) return [[...witnesses]];
  const first = stances.find((stance) => stance === "supports" || stance === "opposes");
  const sides = [
    witnesses.filter((_, i) => stances[i] !== opposed[first!]),
    witnesses.filter((_, i) => stances[i] === opposed[first!]),
  ];
  return sides.filter((side) => side.length > 0);
}
