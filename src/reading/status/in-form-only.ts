/** Complements by their form alone: what somebody has to do, what an act is called, what for another was called off. */
import { expressing } from "../../language/en/standing-words.ts";
import type { Token } from "../../model/sentence.ts";
import { is, isNegated, kid, kids, parent, type Tree } from "../tree.ts";
import { attitudeOf } from "./attitude-words.ts";
import type { Link } from "./links.ts";
import { flip, type Standing, spanOf, weaker } from "./standing.ts";

/** "Had to flee", told by the report itself: "said they had to leave" may be of what they must. */
export function isHadTo(tree: Tree, governor: Token, act: Token): boolean {
  if (governor.lemma !== "have" || governor.xpos !== "VBD" || !is(act, "xcomp") || act.xpos !== "VB")
    return false;
  if (kid(tree, governor, "aux") !== undefined || isNegated(tree, governor)) return false;
  if (kids(tree, governor, "advmod", "mark").some(({ form }) => /^(?:how|that|if|whether)$/i.test(form)))
    return false;
  return (
    is(governor, "root", "conj", "parataxis", "acl:relcl", "advcl") &&
    !/^if$/i.test(kid(tree, governor, "mark")?.form ?? "")
  );
}

/** "Has to leave", "have to leave": as "must"; "will have to pay" is to come. */
export function isOwed(tree: Tree, governor: Token, act: Token): boolean {
  return (
    governor.lemma === "have" &&
    /^VB[PZ]$/.test(governor.xpos) &&
    is(act, "xcomp") &&
    act.xpos === "VB" &&
    kid(tree, governor, "obj") === undefined
  );
}

export function asCalled(
  tree: Tree,
  own: Standing,
  { governor, relation }: Link,
  above: Standing,
): Standing | undefined {
  const [thing, name] = kids(tree, governor, "obj");
  if (is(relation, "xcomp") || name === relation)
    return {
      ...own,
      stage: undefined,
      polarity: above.polarity === "denied" ? flip(own.polarity) : own.polarity,
      certainty: weaker(weaker(own.certainty, "probable"), above.certainty),
      carriers: [...above.carriers, spanOf(governor), ...own.carriers],
    };
  if (!is(relation, "obj", "nsubj:pass")) return undefined;
  // the parser may hang what it is called on it
  const called =
    kid(tree, governor, "xcomp") ?? (thing === relation ? name : undefined) ?? kid(tree, relation, "obj");
  return called === undefined ? undefined : own;
}

/** An infinitive behind what was called off, but for what a trip that was called off was for. */
export function isInsteadOf(tree: Tree, governor: Token, act: Token): boolean {
  const noun = governor.upos === "NOUN" ? governor : kid(tree, governor, "obj");
  const verb = governor.upos === "NOUN" ? parent(tree, governor) : governor;
  if (noun === undefined || verb?.upos !== "VERB" || !is(act, "acl", "advcl", "xcomp")) return false;
  if (!is(noun, "obj") || attitudeOf(tree, verb)?.name !== "call off") return false;
  if (expressing.has(act.lemma)) return true;
  if (attitudeOf(tree, noun) !== undefined) return false;
  return kid(tree, act, "mark")?.i !== noun.i + 1;
}
