import { expect, it } from "vitest";
import { actor, archive, type Printed, position } from "../../test/record/cases.ts";
import type { ActorKind } from "../model/actor.ts";
import { recordOf } from "../record/record.ts";
import { entryView } from "./entry.ts";
import { positionsOf } from "./positions.ts";

const proposals = [
  "a toll on the ferries",
  "the closing of schools",
  "rye loaves for all",
  "an inquiry at sea",
];
const holds = (name: string, kind: ActorKind, i: number): Printed => ({
  publisher: `Paper ${i}`,
  at: `2031-0${i + 1}-11T06:00:00Z`,
  text: `${name} rejects ${proposals[i]}.`,
  says: [position(actor(`${kind}:${name}`, name, kind), "opposes", proposals[i]!)],
});

it("holds each stand under one name of its holder, and bare nouns last", () => {
  const { reports, readings } = archive(
    holds("country", "group", 0),
    holds("Lena Ostrev", "person", 1),
    holds("Liberal Lena Ostrev", "person", 2),
    holds("Guild of Bakers", "group", 3),
  );
  const record = recordOf(reports, readings);
  const texts = new Map(reports.map(({ id, text }) => [id, text]));
  const { actors, holders } = positionsOf(
    record.entries.map((entry) => entryView(entry, texts)),
    record.entries,
  );
  expect(actors).toEqual(["Lena Ostrev", "Guild of Bakers", "country"]);
  expect(Object.values(holders)).toEqual(["Lena Ostrev"]);
});
