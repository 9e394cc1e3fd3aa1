/** Stands told from the other side: "the plan drew criticism from the unions", "won the backing of the opposition". */
import { receivedStances, receivingVerbs } from "../../language/en/stances.ts";
import type { Token } from "../../model/sentence.ts";
import { withConjuncts } from "../event/roles.ts";
import { standingOf } from "../status.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { isActNoun, isParty } from "./proposals.ts";
import type { Stand } from "./stand.ts";

const receiving = new Set(receivingVerbs.split(" "));
const nouns = new Map(
  Object.entries(receivedStances).flatMap(([stance, words]) =>
    words.split(" ").map((word) => [word, stance as "supports" | "opposes"] as const),
  ),
);

export function fromReceived(tree: Tree, noun: Token): Stand | undefined {
  const stance = noun.upos === "NOUN" ? nouns.get(noun.lemma.toLowerCase()) : undefined;
  if (stance === undefined) return undefined;
  const verb = is(noun, "obj", "obl") ? parent(tree, noun) : undefined;
  if (verb?.upos !== "VERB" || verb.i > noun.i || !receiving.has(verb.lemma.toLowerCase())) return undefined;
  // "met with resistance", "was met with resistance"
  const met = /^(?:meet|greet)$/.test(verb.lemma);
  if (is(noun, "obl") !== met || (met && kid(tree, noun, "case")?.form.toLowerCase() !== "with"))
    return undefined;
  const holder = [...kids(tree, noun, "nmod"), ...kids(tree, verb, "obl")].find(
    (one) =>
      one.i > noun.i &&
      /^(?:NOUN|PROPN)$/.test(one.upos) &&
      /^(?:of|from|among|by)$/i.test(kid(tree, one, "case")?.form ?? ""),
  );
  const { polarity, certainty, future, conditional, stage } = standingOf(tree, verb);
  const told = polarity === "affirmed" && certainty === "asserted" && !future && !conditional;
  if (holder === undefined || !told || !(stage === "done" || stage === "under-way")) return undefined;
  const proposal = kids(tree, verb, "nsubj", "nsubj:pass").find(
    (one) => one.upos === "NOUN" && !isParty(one) && isActNoun(tree, one),
  );
  if (proposal === undefined) return undefined;
  return { word: verb, holders: withConjuncts(tree, [holder]), stance, proposal, saying: true };
}
