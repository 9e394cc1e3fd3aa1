/** Legal bases: one entry per instrument and the act that it is to carry. */
import type { FindingOf } from "../../model/finding.ts";
import { type Told, wordsAt } from "../tellings/told.ts";
import { contentOf, overlap, wordsOf } from "../tellings/words.ts";
import type { Kind } from "./join.ts";

export interface LegalBasisTraits {
  readonly instrument: ReadonlySet<string>;
  /** Its number: Title 50 is not Title 10. */
  readonly numbers: string;
  readonly act: ReadonlySet<string> | undefined;
  readonly denied: boolean;
}

export const legalBases: Kind<FindingOf<"legal-basis">, LegalBasisTraits> = {
  traits: (told: Told<FindingOf<"legal-basis">>) => {
    const { instrument, for: act } = told.finding.legalBasis;
    return {
      instrument: contentOf(instrument),
      numbers: wordsOf(instrument)
        .filter((word) => /\d/u.test(word))
        .join(" "),
      act: act === undefined ? undefined : contentOf(wordsAt(told, act)),
      denied: told.finding.status?.polarity === "denied",
    };
  },
  keys: ({ instrument, numbers }) => [...instrument, `number ${numbers}`],
  fit: (a, b) => {
    if (a.numbers !== b.numbers || a.denied !== b.denied) return undefined;
    const { contained, jaccard, shared } = overlap(a.instrument, b.instrument);
    const named = a.numbers !== "" && contained === 1;
    if (!named && !(jaccard >= 0.6 || (contained === 1 && shared >= 2))) return 0;
    if (a.act === undefined || b.act === undefined || a.act.size === 0 || b.act.size === 0) return 1;
    const acts = overlap(a.act, b.act);
    return acts.shared >= 1 && acts.contained >= 0.5 ? 1 + acts.contained : undefined;
  },
};
