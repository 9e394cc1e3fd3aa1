/** Positions: one entry per actor and proposal; a stance that changes is that entry's story. */
import type { ActorRef } from "../model/actor.ts";
import type { FindingOf } from "../model/finding.ts";
import { sameness } from "./actors.ts";
import type { Kind } from "./join.ts";
import { affinityOf, type Signature } from "./signature.ts";
import { type Told, wordsAt } from "./told.ts";
import { contentOf, overlap } from "./words.ts";

export interface PositionTraits {
  readonly actor: ActorRef;
  readonly proposal: ReadonlySet<string>;
  readonly report: string;
  readonly signature: Signature;
}

/** Reports with so much in common mean by a surname alone the one whom the other names in full. */
const ofOneStory = 0.15;

export const positions: Kind<FindingOf<"position">, PositionTraits> = {
  traits: (told: Told<FindingOf<"position">>) => ({
    actor: told.finding.position.actor,
    proposal: contentOf(wordsAt(told, told.finding.position.proposal)),
    report: told.report.id,
    signature: told.signature,
  }),
  keys: ({ proposal }) => proposal,
  fit: (a, b) => {
    if (!areOneHolder(a, b)) return undefined;
    const { shared, contained, jaccard } = overlap(a.proposal, b.proposal);
    if (jaccard === 1) return 2;
    return shared >= 2 && contained >= 0.75 && jaccard >= 0.3 ? 1 + jaccard : 0;
  },
};

function areOneHolder(a: PositionTraits, b: PositionTraits): boolean {
  const found = sameness(a.actor, b.actor);
  if (found !== "near") return found === "same";
  const people = a.actor.kind === "person" && b.actor.kind === "person";
  return people && a.report !== b.report && affinityOf(a, b) >= ofOneStory;
}
