/** What befell people by the state or the wounds that they are told to have: "in custody", "in critical condition". */
import { table } from "../../language/en/table.ts";
import type { Token } from "../../model/sentence.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import type { Measured } from "./measured.ts";

/** "suffered gunshot wounds", "sustained fatal injuries". */
export function fromWounds(tree: Tree, noun: Token): Measured | undefined {
  const verb = parent(tree, noun);
  if (verb === undefined || !is(noun, "nsubj") || !/^(suffer|sustain|receive)$/.test(verb.lemma))
    return undefined;
  const wound = kids(tree, verb, "obj").find((one) => /^(wound|injury)$/.test(one.lemma.toLowerCase()));
  if (wound === undefined) return undefined;
  const fatal = kids(tree, wound, "amod").some((one) => /^(fatal|mortal)$/i.test(one.form));
  return { measure: fatal ? "killed" : "injured", by: verb };
}

/** Where people are says what befell them: "17 are in custody", "four remain in intensive care". */
const states: Readonly<Record<string, string>> = table({
  custody: "detained",
  detention: "detained",
  jail: "detained",
  prison: "detained",
  hospital: "injured",
  care: "injured",
  standby: "on standby",
  captivity: "held",
});

/** "is in critical condition", "was listed in stable condition". */
const conditions = /^(critical|serious|stable|fair|guarded|grave|good)$/i;

export function fromState(tree: Tree, noun: Token): Measured | undefined {
  const head = parent(tree, noun);
  if (head === undefined || !is(noun, "nsubj", "nsubj:pass", "obj")) return undefined;
  const placed = [head, ...kids(tree, head, "obl", "nmod")];
  for (const one of placed) {
    const lying =
      one.lemma === "condition" && kids(tree, one, "amod").some((word) => conditions.test(word.form));
    const measure = lying ? "injured" : states[one.lemma.toLowerCase()];
    if (measure !== undefined && /^(in|into|to|on)$/i.test(kid(tree, one, "case")?.form ?? ""))
      return { measure, by: head };
  }
  return undefined;
}

/** "Are in hospital", not "told us from hospital". */
export function ofSurvivors(tree: Tree, node: Token): Measured | undefined {
  return parent(tree, node)?.upos === "VERB" ? undefined : fromState(tree, node);
}
