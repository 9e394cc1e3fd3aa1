/** Expectations: one entry per thing to watch for and the day by which. */
import type { FindingOf } from "../../model/finding.ts";
import { countsIn, negates } from "../tellings/numbers.ts";
import { closeness, type Signature } from "../tellings/signature.ts";
import { day, meet, type Window, windowOfTime } from "../tellings/time.ts";
import { type Told, wordsAt } from "../tellings/told.ts";
import { contentOf, overlap } from "../tellings/words.ts";
import type { Kind } from "./join.ts";

export interface ExpectationTraits {
  readonly what: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  readonly negated: boolean;
  readonly by: Window | undefined;
  readonly report: string;
  readonly signature: Signature;
}

/** Affinity of two reports that speaks neither for nor against one expectation: "charges will be filed" is said of many. */
const usualAffinity = 0.2;

export const expectations: Kind<FindingOf<"expectation">, ExpectationTraits> = {
  traits: (told: Told<FindingOf<"expectation">>) => {
    const { what, by } = told.finding.expectation;
    const words = wordsAt(told, what);
    return {
      what: contentOf(words),
      counts: countsIn(words),
      negated: negates(words) || told.finding.status?.polarity === "denied",
      by: windowOfTime(by),
      report: told.report.id,
      signature: told.signature,
    };
  },
  keys: ({ what }) => what,
  fit: (a, b) => {
    const fit = sameThing(a, b);
    return fit === undefined || fit === 0 ? fit : Math.max(0, fit + closeness(a, b, usualAffinity));
  },
};

function sameThing(a: ExpectationTraits, b: ExpectationTraits): number | undefined {
  if (a.negated !== b.negated) return undefined;
  if (a.by !== undefined && b.by !== undefined && !meet(a.by, b.by, day / 2)) return undefined;
  if (a.counts.size > 0 && b.counts.size > 0 && overlap(a.counts, b.counts).contained < 1) return 0;
  const { shared, contained, jaccard } = overlap(a.what, b.what);
  if (jaccard === 1 && shared >= 2) return 1.4;
  return shared >= 3 && contained >= 0.6 && jaccard >= 0.4 ? 1 + jaccard : 0;
}
