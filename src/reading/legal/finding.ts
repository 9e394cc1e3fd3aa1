/** A legal basis as a finding. */
import type { FindingOf } from "../../model/finding.ts";
import type { Token } from "../../model/sentence.ts";
import type { Context } from "../context.ts";
import { hedgesOn } from "../status/own-hedges.ts";
import { statusOf } from "../status.ts";
import { clauseOf, type Tree } from "../tree.ts";

export type LegalFinding = FindingOf<"legal-basis">;

export function legalFinding(
  context: Context,
  tree: Tree,
  head: Token,
  legalBasis: LegalFinding["legalBasis"],
): LegalFinding {
  const time = context.timeAt(tree.sentence.index, head.i);
  const status = statusOf(tree, clauseOf(tree, head));
  return {
    kind: "legal-basis",
    id: "",
    evidence: {
      start: tree.sentence.start,
      end: tree.sentence.end,
      hedges: hedgesOn(context, tree, head, legalBasis.words),
    },
    ...(status.polarity === "denied" ? {} : { status }),
    speaker: context.speakerAt(legalBasis.words),
    actors: legalBasis.invokedBy === undefined ? [] : [legalBasis.invokedBy],
    recipients: [],
    instruments: [],
    places: [],
    ...(time === undefined ? {} : { time }),
    legalBasis,
  };
}
