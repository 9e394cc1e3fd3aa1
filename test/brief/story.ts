/** A short invented story for the tests of the brief: a wreck, a toll that is corrected, a raid planned and called off, a dispute. */
import type { SituationRecord } from "../../src/model/entry.ts";
import type { Revision } from "../../src/model/revision.ts";
import { recordOf, revisions } from "../../src/record/record.ts";
import { type BriefInput, briefOf } from "../../src/view/brief/brief.ts";
import type { Brief } from "../../src/view/brief/model.ts";
import { timeWords } from "../../src/view/days.ts";
import { newsSince } from "../../src/view/since.ts";
import { english } from "../../src/view/words/words.ts";
import {
  type Archive,
  actor,
  archive,
  event,
  expectation,
  figure,
  legalBasis,
  named,
  office,
  onDay,
  position,
  statement,
  tampico,
} from "../record/cases.ts";

const navy = actor("military:navy", "Navy", "military");
const ruiz = actor("person:ana-ruiz", "Ana Ruiz", "person");
const at = (day: string) => `2031-03-${day}T06:00:00Z`;
const wire =
  "The Navy struck a speedboat off Tampico on Tuesday. Divers looked for the engine for two days and found a shoe and a bag of rope.";
const strike = event("struck a speedboat off Tampico", {
  lemma: "strike",
  stage: "done",
  actors: [navy],
  places: [tampico],
  time: onDay("2031-03-04"),
});

export function storyArchive(): Archive {
  return archive(
    {
      publisher: "Harbour Post",
      title: "Ferry sinks",
      url: "https://post.example/ferry",
      at: at("03"),
      text: "The ferry that sank off Tampico killed 11 people. The ferry will sail again by 8 March, Ana Ruiz said. The port burnt in 1999.",
      says: [
        figure("11", { best: 11, places: [tampico] }),
        expectation("The ferry will sail again by 8 March", {
          by: onDay("2031-03-08", "by 8 March"),
          speaker: named("Ana Ruiz"),
        }),
        event("The port burnt", { lemma: "burn", stage: "done", background: true }),
      ],
    },
    {
      publisher: "Meridian Press Agency",
      title: "Navy strikes boat",
      url: "https://post.example/strike",
      at: at("04"),
      text: wire,
      says: [strike],
    },
    {
      publisher: "Bay Courier",
      title: "Boat struck",
      credit: "Meridian Press Agency",
      url: "https://post.example/strike-2",
      at: at("05"),
      text: wire,
      says: [strike],
    },
    {
      publisher: "Delta Times",
      url: "https://post.example/denial",
      at: at("06"),
      text: "The Navy denied that it struck a speedboat off Tampico. It cited the Harbour Act. Ana Ruiz opposes a landing.",
      says: [
        event("struck a speedboat off Tampico", {
          lemma: "strike",
          stage: "done",
          polarity: "denied",
          actors: [navy],
          places: [tampico],
          time: onDay("2031-03-04"),
          speaker: office("Navy"),
        }),
        legalBasis("Harbour Act"),
        position(ruiz, "opposes", "a landing"),
      ],
    },
    {
      publisher: "Delta Times",
      url: "https://post.example/plan",
      at: at("07"),
      text: "The Navy plans a raid on the depot. Smugglers may have fled the depot. Ana Ruiz said: nobody sleeps. A convoy near the mill.",
      says: [
        event("a raid on the depot", { lemma: "raid", stage: "planned", actors: [navy] }),
        event("Smugglers may have fled the depot", { lemma: "flee", stage: "done", certainty: "possible" }),
        statement(named("Ana Ruiz"), "nobody sleeps"),
        event("A convoy near the mill", { lemma: "drive" }),
      ],
    },
    {
      publisher: "Bay Courier",
      url: "https://post.example/nine",
      at: at("09"),
      text: "The coast guard corrected the toll of the ferry that sank off Tampico to 9 people killed.",
      says: [figure("9", { best: 9, places: [tampico], speaker: office("coast guard") })],
    },
    {
      publisher: "Inland Mirror",
      url: "https://post.example/off",
      at: at("10"),
      text: "The Navy has called off a raid on the depot.",
      says: [event("a raid on the depot", { lemma: "raid", stage: "called-off", actors: [navy] })],
    },
  );
}

export interface StoryOptions extends Pick<BriefInput, "when" | "span" | "all" | "words"> {
  readonly seenAt?: string;
}

export function storyBrief({
  seenAt = "2031-03-05T00:00:00Z",
  when = {},
  words = english,
  ...more
}: StoryOptions = {}): Brief {
  const { reports, readings } = storyArchive();
  const record = recordOf(reports, readings, when);
  return briefOf({
    title: "The ferry off Tampico",
    summary: "A wreck, and what the Navy did.",
    notice: "Invented for demonstration",
    record,
    reports,
    when,
    since: {
      words: words.since.sinceTime(timeWords("2031-03-05", words)),
      news: newsSince({
        seenAt,
        before: recordOf(reports, readings, { knownAt: seenAt }),
        now: record,
        reports,
        revisions: stepsOf({ reports, readings }),
        words,
      }),
    },
    words,
    ...more,
  });
}

/** The revisions of every fetch in turn, as the pipeline appends them. */
export function stepsOf({ reports, readings }: Archive): Revision[] {
  const moments = [...new Set(reports.map(({ fetchedAt }) => fetchedAt))].sort();
  let before: SituationRecord = recordOf([], []);
  return moments.flatMap((knownAt) => {
    const after = recordOf(reports, readings, { knownAt });
    const made = revisions(before, after, { knownAt });
    before = after;
    return made;
  });
}
