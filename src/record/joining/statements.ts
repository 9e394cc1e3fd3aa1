/** Statements: one entry per speaker and what was said, whether printed in quotation marks or retold. */
import type { FindingOf } from "../../model/finding.ts";
import type { Speaker } from "../../model/speaker.ts";
import { nameWords } from "../tellings/actors.ts";
import { countsIn, negates } from "../tellings/numbers.ts";
import { day } from "../tellings/time.ts";
import { type Told, wordsAt } from "../tellings/told.ts";
import { contentOf, fold, overlap } from "../tellings/words.ts";
import type { Kind } from "./join.ts";

export interface StatementTraits {
  readonly speaker: Speaker;
  readonly content: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  readonly negated: boolean;
  readonly time: number;
}

/** The same words weeks later are said again. */
const oneOccasion = 6 * day;

export const statements: Kind<FindingOf<"statement">, StatementTraits> = {
  traits: (told: Told<FindingOf<"statement">>) => {
    const words = told.finding.statement.content.map((span) => wordsAt(told, span)).join(" ");
    return {
      speaker: told.finding.speaker,
      content: contentOf(words),
      counts: countsIn(words),
      negated: negates(words),
      time: told.time,
    };
  },
  keys: ({ content }) => content,
  fit: (a, b) => {
    const speakers = sameSpeaker(a.speaker, b.speaker);
    if (speakers === "apart") return undefined;
    if (Math.abs(a.time - b.time) > oneOccasion || a.negated !== b.negated) return 0;
    if (a.counts.size > 0 && b.counts.size > 0 && overlap(a.counts, b.counts).contained < 1) return 0;
    const { shared, contained, jaccard } = overlap(a.content, b.content);
    // Unnamed people can be anyone: only the same words make them one.
    if (speakers === "unknown") return shared >= 5 && jaccard >= 0.75 ? 1 + jaccard : 0;
    if (jaccard === 1) return 2;
    return (shared >= 3 && jaccard >= 0.6) || (shared >= 4 && contained >= 0.75 && jaccard >= 0.35)
      ? 1 + jaccard
      : 0;
  },
};

/** unknown: both unnamed, so it cannot be told. */
function sameSpeaker(a: Speaker, b: Speaker): "same" | "unknown" | "apart" {
  const named = (speaker: Speaker) => speaker.kind !== "anonymous" && speaker.kind !== "unstated";
  if (!named(a) && !named(b)) return a.kind === b.kind ? "unknown" : "apart";
  if (!named(a) || !named(b)) return "apart";
  if (a.actor !== undefined && a.actor === b.actor) return "same";
  const [one, other] = [nameWords(a.name ?? a.words ?? ""), nameWords(b.name ?? b.words ?? "")];
  if (one.length === 0 || other.length === 0) return "apart";
  if (one.length === other.length && one.every((word, i) => word === other[i]))
    return a.kind === "collective" ? "unknown" : "same";
  if (a.kind !== "named" || b.kind !== "named") return "apart";
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.at(-1) === long.at(-1) && short.every((word) => long.includes(word)) ? "same" : "apart";
}

/** One key per speaker, for issuers of figures; undefined for the report's own voice. */
export function speakerKey(speaker: Speaker): string | undefined {
  if (speaker.kind === "unstated") return undefined;
  return speaker.actor ?? `${speaker.kind} ${fold(speaker.name ?? speaker.words ?? "")}`;
}
