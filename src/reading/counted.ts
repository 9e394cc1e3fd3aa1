/** What the numbers of a sentence count: the noun that each stands on; numbers that count nothing are left out. */
import type { Context } from "./context.ts";
import type { Counted } from "./count/counted.ts";
import { counts, isDated, isEntryTime, isInSeries, isNoCount } from "./count/no-counts.ts";
import { nounOf, numberHead, ofWhat, wholeOf } from "./count/nouns.ts";
import { quantitiesIn } from "./count/numbers.ts";
import { nones, singles } from "./count/one-or-none.ts";
import { isPersonNoun } from "./event/triggers.ts";
import { sidesIn } from "./measure/votes.ts";
import { kids, type Tree } from "./tree.ts";

export function countedIn(context: Context, tree: Tree): Counted[] {
  const found: Counted[] = [];
  let last = -1;
  const sides = sidesOf(tree);
  for (const plain of quantitiesIn(tree.sentence)) {
    if (sides.some(({ quantity }) => plain.first <= quantity.first && quantity.first <= plain.last)) continue;
    if (plain.first <= last || isDated(context, tree, plain)) continue;
    if (isInSeries(tree, plain) || isEntryTime(tree, plain) || isNoCount(tree, plain)) continue;
    if (plain.unit === "%") {
      const share = numberHead(tree, plain);
      if (share !== undefined)
        found.push({ quantity: plain, noun: ofWhat(tree, share), node: share, none: false });
      continue;
    }
    const whole = wholeOf(tree, plain);
    // "two of the three men shot died": of people both are told, and each by its own words
    const people = whole !== undefined && isPersonNoun(whole.noun);
    const own = people && kids(tree, whole.noun, "acl").some((one) => one.xpos === "VBN");
    if (whole !== undefined && !own) last = whole.last;
    const quantity = whole?.quantity ?? plain;
    const pair = whole === undefined || people ? nounOf(tree, plain) : whole;
    if (pair !== undefined && counts(tree, quantity, pair.noun))
      found.push({ quantity, ...pair, none: false });
  }
  found.push(...sides, ...nones(tree), ...singles(tree));
  return found.sort((a, b) => a.quantity.first - b.quantity.first);
}

/** "voted 225-201": two numbers, whatever they would be alone. */
function sidesOf(tree: Tree): Counted[] {
  return sidesIn(tree).map(({ at, value, measured }) => {
    const noun = tree.sentence.tokens[at]!;
    const quantity = { ...exactly(value), span: { start: noun.start, end: noun.end }, first: at, last: at };
    return { quantity, noun, node: noun, none: false, side: measured };
  });
}

const exactly = (best: number) => ({
  low: null,
  best,
  high: null,
  approximate: false,
  bare: false,
  decimal: false,
});
