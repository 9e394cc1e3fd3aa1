/** Sums of money by what is said of them: asked for, put at, needed, or the size of something. */
import { table } from "../../language/en/table.ts";
import type { Token } from "../../model/sentence.ts";
import type { Counted } from "../count/counted.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import type { Measured } from "./measured.ts";
import { participle } from "./participles.ts";

/** Sums that are asked for, or at which something is put: "asked for €3m", "puts the loss at 90 million shillings". */
export function fromMoney(tree: Tree, noun: Token, { quantity }: Counted): Measured | undefined {
  const verb = parent(tree, noun);
  // "aid, worth $180 million a year"
  const worth = tree.sentence.tokens.findLast((one) => one.end <= quantity.span.start);
  if (quantity.unit !== undefined && worth?.form.toLowerCase() === "worth")
    return { measure: "in worth", by: worth };
  if (quantity.unit === undefined || verb === undefined || verb.upos !== "VERB") return undefined;
  const preposition = kids(tree, noun, "case")
    .find((one) => one.start < quantity.span.start)
    ?.form.toLowerCase();
  if (/^(?:need|require)$/.test(verb.lemma) && is(noun, "obj"))
    return { measure: participle(verb), by: verb };
  if (preposition === "for" && /^(?:ask|sue|appeal)$/.test(verb.lemma) && is(noun, "obl"))
    return { measure: verb.lemma === "sue" ? "sued for" : "asked for", by: verb };
  if (preposition !== "at" || !/^(?:put|value|estimate|assess|price)$/.test(verb.lemma)) return undefined;
  const what = kid(tree, verb, "obj", "nsubj:pass");
  const measure =
    what === undefined
      ? undefined
      : (moneyNouns[what.lemma] ??
        (/^(?:sum|figure|bill|amount|value|worth)$/.test(what.lemma) ? "in all" : undefined));
  return measure === undefined ? undefined : { measure, by: verb };
}

/** Nouns of which a sum of money is said. */
export const moneyNouns: Readonly<Record<string, string>> = table({
  loss: "lost",
  cost: "cost",
  damage: "damage",
  price: "cost",
  ransom: "ransom",
  fine: "fined",
  budget: "budgeted",
  spending: "spent",
  aid: "provided",
  package: "provided",
  contract: "contracted",
  compensation: "compensation",
  loan: "lent",
  grant: "granted",
  bounty: "bounty",
  reward: "reward",
  bail: "bail",
  debt: "owed",
  revenue: "earned",
  deal: "agreed",
});
