/** Positions: one entry per actor and proposal; a stance that changes is that entry's story. */
import type { ActorRef } from "../../model/actor.ts";
import type { FindingOf } from "../../model/finding.ts";
import { sameness } from "../tellings/actors.ts";
import { type Told, wordsAt } from "../tellings/told.ts";
import { contentOf, overlap } from "../tellings/words.ts";
import type { Kind } from "./join.ts";

export interface PositionTraits {
  readonly actor: ActorRef;
  readonly proposal: ReadonlySet<string>;
}

export const positions: Kind<FindingOf<"position">, PositionTraits> = {
  traits: (told: Told<FindingOf<"position">>) => ({
    actor: told.finding.position.actor,
    proposal: contentOf(wordsAt(told, told.finding.position.proposal)),
  }),
  keys: ({ proposal }) => proposal,
  fit: (a, b) => {
    if (sameness(a.actor, b.actor) !== "same") return undefined;
    const { shared, contained, jaccard } = overlap(a.proposal, b.proposal);
    if (jaccard === 1) return 2;
    return shared >= 2 && contained >= 0.75 && jaccard >= 0.3 ? 1 + jaccard : 0;
  },
};
