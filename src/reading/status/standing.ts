/** A status while it is being made, and how two certainties or polarities become one. */
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Certainty, Polarity, Stage, Status } from "../../model/status.ts";

/** A status while it is being made, with what its readers need beside it. */
export interface Standing {
  readonly stage?: Stage | undefined;
  /** Undefined for an act called off. */
  readonly polarity: Polarity | undefined;
  readonly certainty: Certainty;
  readonly carriers: readonly Span[];
  /** Of a denied act: the word by which it did not come about; means nothing of another. */
  readonly unrealisedBy?: Span | undefined;
  /** Told in the simple present or with "historically", "every year": again and again. */
  readonly habitual: boolean;
  /** Depends on an "if". */
  readonly conditional: boolean;
  /** "will", "would" or an infinitive: not yet. */
  readonly future: boolean;
  /** Classes of the words that it stands under, nearest first ("plan", "announce"). */
  readonly under: readonly string[];
}

export const plain: Standing = {
  polarity: "affirmed",
  certainty: "asserted",
  carriers: [],
  habitual: false,
  conditional: false,
  future: false,
  under: [],
};

/** The status that a standing is in the end, with what carries it in text order. */
export function statusFrom({ stage, polarity, certainty, carriers, unrealisedBy }: Standing): Status {
  // "will refuse to strike": what is planned not to be done stays open
  const isUnrealised = polarity === "denied" && (stage === undefined || stage === "done");
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(polarity === undefined ? {} : { polarity }),
    certainty,
    ...(carriers.length === 0 ? {} : { carriers: inOrder(carriers) }),
    ...(isUnrealised && unrealisedBy !== undefined ? { unrealisedBy } : {}),
  };
}

/** Each once, in text order. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const seen = new Map(spans.map((span) => [span.start, span]));
  return [...seen.values()].sort((a, b) => a.start - b.start);
}

export const real = new Set<Stage | undefined>(["done", "under-way"]);

/** A word holds when it is told as a fact; a noun holds when nothing says otherwise. */
export function isReal(standing: Standing): boolean {
  return !standing.future && (standing.stage === undefined || real.has(standing.stage));
}

const order: readonly Certainty[] = ["unknown", "possible", "probable", "asserted"];

export function weaker(a: Certainty, b: Certainty): Certainty {
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

export function flip(polarity: Polarity | undefined): Polarity | undefined {
  return polarity === undefined ? undefined : polarity === "denied" ? "affirmed" : "denied";
}

export function spanOf(token: Token): Span {
  return { start: token.start, end: token.end };
}
