import { arguingVerbs, partisanNouns } from "../../language/en/stances.ts";
import type { Token } from "../../model/sentence.ts";
import { doers } from "../event/roles.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { isToInfinitive } from "./conditions.ts";
import { judgementAt, verdictAt } from "./judgements.ts";
import { claims, isActNoun, isParty } from "./proposals.ts";
import type { Stand } from "./stand.ts";

export function fromJudgement(tree: Tree, word: Token): Stand | undefined {
  if (is(word, "advcl", "acl") && isToInfinitive(tree, word)) return undefined;
  const called = judgementAt(tree, word);
  if (called !== undefined && isJudged(tree, called.thing))
    return { word, holders: doers(tree, word), stance: called.stance, proposal: called.thing, saying: true };
  const found = verdictAt(tree, word);
  if (found === undefined || !isJudged(tree, found.thing)) return undefined;
  return { word, holders: [], stance: found.stance, proposal: found.thing, saying: false, spoken: true };
}

/** An act or something put forward; neither a party nor what is only said. */
function isJudged(tree: Tree, noun: Token): boolean {
  if (noun.upos !== "NOUN" || isParty(noun) || claims.has(noun.lemma.toLowerCase())) return false;
  return isActNoun(tree, noun) && kid(tree, noun, "nmod:poss") === undefined;
}

const arguing = new Set(arguingVerbs.split(" "));

export function fromPartisans(tree: Tree, word: Token): Stand | undefined {
  const stance = partisanNouns[word.lemma.toLowerCase()];
  if (stance === undefined || word.upos !== "NOUN" || !is(word, "nsubj")) return undefined;
  const verb = parent(tree, word);
  if (verb === undefined || !arguing.has(verb.lemma.toLowerCase())) return undefined;
  const towards = kids(tree, word, "nmod").find((one) =>
    /^(of|to)$/.test(kid(tree, one, "case")?.form.toLowerCase() ?? ""),
  );
  // "rights advocates say": the word before tells what they stand for
  if (kid(tree, word, "compound", "amod") !== undefined) return undefined;
  // "Supporters of Reeve": whom they are for is no proposal
  if (towards !== undefined && (towards.upos === "PROPN" || isParty(towards))) return undefined;
  const object = kid(tree, verb, "obj");
  const about =
    object === undefined
      ? undefined
      : kids(tree, object, "nmod").find((one) => kid(tree, one, "case") !== undefined);
  // What supporters say speaks for theirs; of what opponents say, the act that they speak of is what they are against.
  const clause = kid(tree, verb, "ccomp", "xcomp");
  const act = clause === undefined ? undefined : kid(tree, clause, "nsubj", "nsubj:pass");
  const said = stance === "supports" ? clause : act !== undefined && isActNoun(tree, act) ? act : undefined;
  const proposal = towards ?? said ?? about ?? object;
  if (proposal === undefined) return undefined;
  return { word: verb, holders: [word], stance, proposal, saying: true };
}
