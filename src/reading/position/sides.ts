/** Sides taken without a verb of its own for it: "is against the embargo", "came out in favour of a truce", "vowed to block the bill". */
import {
  fightingVerbs,
  repealingVerbs,
  sideNouns,
  sidingVerbs,
  vowingVerbs,
} from "../../language/en/stances.ts";
import type { Token } from "../../model/sentence.ts";
import { doers } from "../event/roles.ts";
import { standingOf } from "../status.ts";
import { is, kid, kids, parent, subtree, type Tree } from "../tree.ts";
import { isToInfinitive } from "./conditions.ts";
import { isActNoun, isParty } from "./proposals.ts";
import type { Stand } from "./stand.ts";

const sides = new Set(sideNouns.split(" "));
const siding = new Set(sidingVerbs.split(" "));
const vowing = new Set(vowingVerbs.split(" "));
const repealing = new Set(repealingVerbs.split(" "));
const fighting = new Set(fightingVerbs.split(" "));

export function fromSide(tree: Tree, word: Token): Stand | undefined {
  return word.upos === "VERB"
    ? (fromVow(tree, word) ?? fromWish(tree, word))
    : (fromAgainst(tree, word) ?? fromFavour(tree, word));
}

/** "Chile is against the embargo": the preposition makes the predicate. */
function fromAgainst(tree: Tree, word: Token): Stand | undefined {
  if (
    word.upos !== "NOUN" ||
    kid(tree, word, "cop") === undefined ||
    kid(tree, word, "case")?.form.toLowerCase() !== "against"
  )
    return undefined;
  const holders = kids(tree, word, "nsubj");
  if (holders.length === 0 || word.upos !== "NOUN" || isParty(word) || !isActNoun(tree, word))
    return undefined;
  const { polarity, certainty } = standingOf(tree, word);
  if (certainty !== "asserted") return undefined;
  const named = subtree(
    tree,
    word,
    (one) =>
      one.head === word.i &&
      is(one, "nsubj", "cop", "case", "punct", "advcl", "parataxis", "cc", "conj", "aux", "advmod", "mark"),
  );
  return { word, holders, stance: polarity === "denied" ? "open" : "opposes", proposal: named, saying: true };
}

/** "Is in favour of the embargo", "spoke in support of it". */
function fromFavour(tree: Tree, word: Token): Stand | undefined {
  if (word.upos !== "NOUN" || !sides.has(word.lemma.toLowerCase())) return undefined;
  if (kid(tree, word, "case")?.form.toLowerCase() !== "in") return undefined;
  const proposal = kids(tree, word, "nmod").find(
    (one) => one.i > word.i && kid(tree, one, "case")?.form.toLowerCase() === "of",
  );
  if (proposal === undefined || isParty(proposal) || !isActNoun(tree, proposal)) return undefined;
  const verb = parent(tree, word);
  const state = kid(tree, word, "cop") !== undefined;
  if (!state && (verb === undefined || !is(word, "obl") || !siding.has(verb.lemma))) return undefined;
  const holders = state ? kids(tree, word, "nsubj") : doers(tree, verb!);
  if (holders.length === 0) return undefined;
  const { polarity, certainty } = standingOf(tree, state ? word : verb!);
  if (certainty !== "asserted") return undefined;
  const stance = polarity === "denied" ? "opposes" : "supports";
  return { word: state ? word : verb!, holders, stance, proposal, saying: true };
}

/** "Vowed to block the nomination", "threatened to veto the bill": against what they would undo or stop. */
function fromVow(tree: Tree, word: Token): Stand | undefined {
  if (!vowing.has(word.lemma.toLowerCase())) return undefined;
  const act = kids(tree, word, "xcomp").find((one) => one.i > word.i && isToInfinitive(tree, one));
  if (act === undefined || !fighting.has(act.lemma.toLowerCase())) return undefined;
  if (kids(tree, act, "advmod").some((one) => /^(?:not|never)$/i.test(one.form))) return undefined;
  const proposal = kid(tree, act, "obj");
  if (proposal === undefined || proposal.upos !== "NOUN" || isParty(proposal)) return undefined;
  if (!isActNoun(tree, proposal) || standingOf(tree, word).polarity === "denied") return undefined;
  return { word, holders: doers(tree, word), stance: "opposes", proposal, saying: true, ofOffice: true };
}

/** "Wants the law scrapped": against what would be undone. */
function fromWish(tree: Tree, word: Token): Stand | undefined {
  if (!/^(?:want|like)$/.test(word.lemma)) return undefined;
  const undone = kids(tree, word, "xcomp").find((one) => /^VB[ND]$/.test(one.xpos) && one.upos === "VERB");
  const proposal = kid(tree, word, "obj");
  if (undone === undefined || proposal === undefined || !repealing.has(undone.lemma.toLowerCase()))
    return undefined;
  if (proposal.upos !== "NOUN" || isParty(proposal) || !isActNoun(tree, proposal)) return undefined;
  if (standingOf(tree, word).polarity === "denied") return undefined;
  return { word, holders: doers(tree, word), stance: "opposes", proposal, saying: true };
}
