/** Words right before an act that turn it round wherever the parser hangs it: "let alone", "anything but", "yet to", "all but". */
import type { Token } from "../../model/sentence.ts";
import { kid, type Tree } from "../tree.ts";
import { flip, type Standing, spanOf } from "./standing.ts";

/** The act's standing where such words stand before it; they settle it, whatever stands above. */
export function turnedByWordsBefore(tree: Tree, token: Token, own: Standing): Standing | undefined {
  const { tokens } = tree.sentence;
  const to = kid(tree, token, "mark");
  const before = to?.lemma === "to" ? to.i : (kid(tree, token, "aux:pass", "det", "nmod:poss")?.i ?? token.i);
  const from = Math.min(before, token.i);
  const word = (back: number) => tokens[from - back]?.form.toLowerCase() ?? "";
  const span = { start: tokens[Math.max(0, from - 2)]!.start, end: tokens[Math.max(0, from - 1)]!.end };
  const carriers = [...own.carriers, span];
  const pair = `${word(2)} ${word(1)}`;
  // "have yet to withdraw", "are yet to be released"
  if (to?.lemma === "to" && word(1) === "yet" && /^(have|be|remain)$/.test(tokens[from - 2]?.lemma ?? ""))
    return { ...own, stage: "done", polarity: flip(own.polarity), future: false, carriers };
  if (own.polarity === "denied") return undefined;
  if (/^(let alone|much less|still less|never mind|anything but)$/.test(pair))
    return { ...own, stage: undefined, polarity: "denied", future: false, carriers };
  // "narrowly escaped being killed", whatever the parser makes of "escaped"
  if (
    tokens[from]?.form.toLowerCase() === "being" &&
    /^(?:escap|avoid|evad)(?:e|es|ed|ing|s)?$/.test(word(1))
  )
    return {
      ...own,
      stage: undefined,
      polarity: "denied",
      future: false,
      carriers,
      unrealisedBy: spanOf(tokens[from - 1]!),
    };
  // "all but destroyed": almost, so not
  if (pair === "all but" && token.upos === "VERB") return { ...own, polarity: "denied", carriers };
  return undefined;
}
