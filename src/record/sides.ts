/** Parts what is told of one thing where independent origins hold what cannot both be. */
import type { FindingOf, Stance } from "../model/finding.ts";
import type { Witness } from "./draft.ts";
import { disagreements, numbersOf, type Point, valuesOf } from "./series.ts";
import { day } from "./time.ts";

/** One side, or several: each value that contradicts the first stands with those that give the same. */
export function figureSides(witnesses: readonly Witness[]): Witness[][] {
  const values = valuesOf(witnesses as readonly Point[]);
  const against = disagreements(values);
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
