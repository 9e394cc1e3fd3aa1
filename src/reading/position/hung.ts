/** "Bucharest has made any further sale conditional on a truce": what somebody hangs on a condition. */
import type { Token } from "../../model/sentence.ts";
import { doers } from "../event/roles.ts";
import { standingOf } from "../status.ts";
import { kid, kids, type Tree } from "../tree.ts";
import { isParty } from "./proposals.ts";
import type { Stand } from "./stand.ts";

export function fromHung(tree: Tree, word: Token): Stand | undefined {
  if (word.upos !== "VERB" || word.lemma !== "make") return undefined;
  const proposal = kid(tree, word, "obj");
  const hung = kids(tree, word, "xcomp").find(({ form }) =>
    /^(?:conditional|contingent|dependent)$/i.test(form),
  );
  if (hung === undefined || proposal === undefined || isParty(proposal)) return undefined;
  if (!/^(?:NOUN|PROPN)$/.test(proposal.upos) || standingOf(tree, word).polarity === "denied")
    return undefined;
  return { word, holders: doers(tree, word), stance: "conditional", proposal, saying: true };
}
