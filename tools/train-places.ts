/**
 * Learns the weights of src/reading/place/place-senses.ts from reports whose toponyms have coordinates:
 *   node tools/train-places.ts GOLD.jsonl[.gz] … [--write] [--held-out GOLD.jsonl.gz]
 * Maximum conditional likelihood of the senses that lie where the gold does, with a pull towards the hand-set start.
 * `--held-out` prints the share of names settled within 161 km there, `--folds N` of reports left out in turn; `--write` replaces the weights that ship.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { blocksOf, english, readLines } from "../bench/gold/jsonl.ts";
import { namesOf } from "../src/reading/names.ts";
import {
  contextFeatures,
  type Evidence,
  type Features,
  ownFeatures,
  type PlaceName,
  weights as shipped,
  type Weights,
  weighed,
} from "../src/reading/place/place-senses.ts";
import { evidenceOf, placeNamesOf, toponymMentions } from "../src/reading/places.ts";

interface Gold {
  readonly id: string;
  readonly url?: string;
  readonly text: string;
  readonly toponyms: readonly { start: number; end: number; lat?: number; lon?: number }[];
}

/** One report: its names, and of each the senses that are right with how often it is mentioned. */
interface Case {
  readonly names: readonly PlaceName[];
  readonly evidence: Evidence;
  readonly right: readonly (ReadonlySet<number> | undefined)[];
  /** Mentions with gold, and senses within 161 km of it. */
  readonly mentions: readonly number[];
  readonly near: readonly (ReadonlySet<number> | undefined)[];
}

/** Middles of countries and regions differ between gazetteers by hundreds of kilometres, those of towns do not. */
const slack = { country: 1500, region: 450, feature: 800 } as Readonly<Record<string, number>>;

const path = new URL("../src/language/en/place-weights.json", import.meta.url);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: "boolean" },
    folds: { type: "string" },
    "held-out": { type: "string", multiple: true },
  },
});
const language = await english();
const cases = positionals.flatMap((file) => readCases(file));
const learned = train(cases);
if (values.folds !== undefined) crossed(cases, Number(values.folds));
console.log(JSON.stringify(learned, undefined, 1));
console.log("trained on:", accuracy(cases, learned), "before:", accuracy(cases, shipped));
for (const file of values["held-out"] ?? []) {
  const held = readCases(file);
  console.log("held out:", accuracy(held, learned), "before:", accuracy(held, shipped), file);
}
if (values.write) writeFileSync(path, `${JSON.stringify(learned, undefined, 2)}\n`);

function readCases(file: string): Case[] {
  return readLines<Gold>(file).map((gold) => {
    const sentences = language.parse(gold.text, blocksOf(gold.text));
    const found = namesOf(gold.text, sentences);
    const mentions = toponymMentions(sentences, found);
    const { names, at } = placeNamesOf(sentences, found, mentions);
    const right: (Set<number> | undefined)[] = names.map(() => undefined);
    const near: (Set<number> | undefined)[] = names.map(() => undefined);
    const counts = names.map(() => 0);
    for (const { start, end, lat, lon } of gold.toponyms) {
      const mention = mentions.find((one) => one.start < end && start < one.end);
      const i = mention === undefined ? undefined : at.get(mention);
      if (i === undefined || lat === undefined || lon === undefined) continue;
      const senses = rightSenses(names[i]!, lat, lon);
      counts[i]!++;
      near[i] ??= senses.near;
      if (senses.right.size > 0 && senses.right.size < names[i]!.senses.length) right[i] ??= senses.right;
    }
    return { names, evidence: evidenceOf(found, gold.url), right, mentions: counts, near };
  });
}

function rightSenses(name: PlaceName, lat: number, lon: number): { right: Set<number>; near: Set<number> } {
  const far = name.senses.map((sense) => kilometres(sense.lat, sense.lon, lat, lon));
  const off = name.senses.map((sense, s) => far[s]! / (slack[sense.kind] ?? 60));
  const least = Math.min(...off);
  return {
    right: new Set([...off.keys()].filter((s) => least <= 1 && off[s]! <= least * 1.3 + 0.1)),
    near: new Set([...far.keys()].filter((s) => far[s]! <= 161)),
  };
}

/** Adam on the log likelihood; the chances that names see of one another are renewed every few steps. */
function train(all: readonly Case[]): Weights {
  const start: Weights = shipped;
  const now: Record<string, number> = { ...start };
  const mean: Record<string, number> = {};
  const spread: Record<string, number> = {};
  const pull = 0.02;
  let rows: { features: Features[]; right: ReadonlySet<number>; weight: number }[] = [];
  for (let step = 1; step <= 400; step++) {
    if (step % 20 === 1) rows = all.flatMap((one) => rowsOf(one, now));
    const slope: Record<string, number> = {};
    for (const { features, right, weight } of rows) {
      const chances = chancesOf(features, now);
      let sum = 0;
      for (const s of right) sum += chances[s]!;
      features.forEach((one, s) => {
        const push = (right.has(s) ? chances[s]! / Math.max(1e-9, sum) : 0) - chances[s]!;
        for (const name in one) slope[name] = (slope[name] ?? 0) + weight * push * one[name]!;
      });
    }
    for (const name in slope) {
      const g = slope[name]! / rows.length - pull * ((now[name] ?? 0) - (start[name] ?? 0));
      mean[name] = 0.9 * (mean[name] ?? 0) + 0.1 * g;
      spread[name] = 0.99 * (spread[name] ?? 0) + 0.01 * g * g;
      const rate = 0.08 * Math.min(1, 3 - step / 150);
      now[name] =
        (now[name] ?? 0) +
        (rate * (mean[name]! / (1 - 0.9 ** step))) / (Math.sqrt(spread[name]! / (1 - 0.99 ** step)) + 1e-4);
    }
  }
  return Object.fromEntries(
    Object.keys(now)
      .sort()
      .map((name) => [name, Math.round(now[name]! * 1000) / 1000]),
  );
}

/** Every nth report is settled by what the others teach. */
function crossed(all: readonly Case[], folds: number): void {
  const chosen: [Case, Weights][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const by = train(all.filter((_, i) => i % folds !== fold));
    for (const one of all.filter((_, i) => i % folds === fold)) chosen.push([one, by]);
  }
  let [good, count] = [0, 0];
  for (const [one, by] of chosen) {
    const [right, of] = settledIn(one, by);
    good += right;
    count += of;
  }
  console.log(`left out in ${folds} folds: ${((100 * good) / count).toFixed(1)}% of ${count}`);
}

function rowsOf(one: Case, by: Weights) {
  const chances = weighed(one.names, one.evidence, by);
  const context = contextFeatures(one.names, chances, one.evidence);
  return one.names.flatMap((name, i) => {
    const right = one.right[i];
    if (right === undefined) return [];
    const features = name.senses.map((sense, s) => ({ ...ownFeatures(name, sense), ...context[i]![s]! }));
    return [{ features, right, weight: Math.log2(1 + one.mentions[i]!) }];
  });
}

function chancesOf(features: readonly Features[], by: Weights): number[] {
  const scores = features.map((one) => {
    let sum = 0;
    for (const name in one) sum += one[name]! * (by[name] ?? 0);
    return sum;
  });
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

function accuracy(all: readonly Case[], by: Weights): string {
  let [good, count] = [0, 0];
  for (const one of all) {
    const [right, of] = settledIn(one, by);
    good += right;
    count += of;
  }
  return `${((100 * good) / count).toFixed(1)}% of ${count}`;
}

/** Mentions with gold that are settled within 161 km, and all of them. */
function settledIn(one: Case, by: Weights): [good: number, count: number] {
  const chances = weighed(one.names, one.evidence, by);
  let [good, count] = [0, 0];
  one.names.forEach((_, i) => {
    const top = chances[i]!.indexOf(Math.max(...chances[i]!));
    count += one.mentions[i]!;
    if (one.near[i]?.has(top)) good += one.mentions[i]!;
  });
  return [good, count];
}

function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const half = (a: number, b: number) => Math.sin(((b - a) * rad) / 2) ** 2;
  return (
    12742 *
    Math.asin(
      Math.sqrt(
        Math.min(1, half(lat1, lat2) + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * half(lon1, lon2)),
      ),
    )
  );
}
