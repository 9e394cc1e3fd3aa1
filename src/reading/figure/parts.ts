/** Totals and their parts, counts in a list, and counts that another has replaced. */
import type { FindingOf } from "../../model/finding.ts";
import type { Counted } from "../count/counted.ts";
import type { Quantity } from "../count/numbers.ts";
import { followsUp, putsFigure } from "../count/running-counts.ts";
import type { Measured } from "../measure/measured.ts";
import type { Tree } from "../tree.ts";

export type FigureFinding = FindingOf<"figure">;

export interface Part {
  readonly counted: Counted;
  readonly measured: Measured;
  readonly finding: FigureFinding;
}

/** A part without a verb of its own shares what happened to its total: "64 killed, including 11 children". */
export function measureOfTotal(tree: Tree, counted: Counted, here: readonly Part[]): Measured | undefined {
  return totalOf(tree, counted, here)?.measured ?? siblingOf(tree, counted, here)?.measured;
}

/** "four killed on 30 August, seven on 8 September": a number in a list shares what its neighbour says. */
function siblingOf(tree: Tree, { quantity, noun }: Counted, here: readonly Part[]): Part | undefined {
  const last = here.at(-1);
  const before = tree.sentence.tokens[quantity.first - 1];
  const after = tree.sentence.tokens[quantity.last + 1];
  if (last === undefined || noun.i < quantity.first || noun.i > quantity.last) return undefined;
  const listed = before?.form === "," || before?.form === ";" || before?.lemma === "and";
  return listed && /^(on|in|at|near)$/.test(after?.form ?? "") ? last : undefined;
}

export function totalOf(tree: Tree, counted: Counted, here: readonly Part[]): Part | undefined {
  const total = here.at(-1);
  if (total === undefined) return undefined;
  const { tokens } = tree.sentence;
  const from = Math.max(0, counted.quantity.first - 4);
  const before = tokens
    .slice(from, counted.quantity.first)
    .map((one) => one.form.toLowerCase())
    .join(" ");
  const after = tokens
    .slice(counted.quantity.last + 1, counted.quantity.last + 4)
    .map((one) => one.form.toLowerCase())
    .join(" ");
  if (
    !/\b(including|among them|of whom|of them|among those)\b/.test(before) &&
    !/^of (them|whom|those|it|which)\b/.test(after)
  )
    return undefined;
  const [whole, part] = [largest(total.counted.quantity), largest(counted.quantity)];
  return part <= whole ? total : undefined;
}

/** "118,000 people displaced, up from 74,000": what was counted last before. */
export function formerOf(tree: Tree, { quantity }: Counted, here: readonly Part[]): Measured | undefined {
  if (followsUp(tree.sentence.tokens, quantity)) return here.at(-1)?.measured;
  // "at least 14 have died, hospitals say; the ministry puts the figure at nine"
  const by = putsFigure(tree.sentence.tokens, quantity);
  const last = here.at(-1)?.measured;
  return by === undefined || last === undefined ? undefined : { measure: last.measure, by, given: true };
}

export function largest(quantity: Quantity): number {
  return quantity.high ?? quantity.best ?? (quantity.low === null ? 0 : Number.POSITIVE_INFINITY);
}
