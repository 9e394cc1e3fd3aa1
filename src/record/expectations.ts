/** Expectations: one entry per thing to watch for and the day by which. */
import type { FindingOf } from "../model/finding.ts";
import type { Kind } from "./join.ts";
import { countsIn, negates } from "./numbers.ts";
import { day, meet, type Window, windowOfTime } from "./time.ts";
import { type Told, wordsAt } from "./told.ts";
import { contentOf, overlap } from "./words.ts";

export interface ExpectationTraits {
  readonly what: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  readonly negated: boolean;
  readonly by: Window | undefined;
}

export const expectations: Kind<FindingOf<"expectation">, ExpectationTraits> = {
  traits: (told: Told<FindingOf<"expectation">>) => {
    const { what, by } = told.finding.expectation;
    const words = wordsAt(told, what);
    return {
      what: contentOf(words),
      counts: countsIn(words),
      negated: negates(words) || told.finding.status?.polarity === "denied",
      by: windowOfTime(by),
    };
  },
  keys: ({ what }) => what,
  fit: (a, b) => {
    if (a.negated !== b.negated) return undefined;
    if (a.by !== undefined && b.by !== undefined && !meet(a.by, b.by, day / 2)) return undefined;
    if (a.counts.size > 0 && b.counts.size > 0 && overlap(a.counts, b.counts).contained < 1) return 0;
    const { shared, contained, jaccard } = overlap(a.what, b.what);
    if (jaccard === 1 && shared >= 2) return 2;
    return shared >= 3 && contained >= 0.6 && jaccard >= 0.4 ? 1 + jaccard : 0;
  },
};
