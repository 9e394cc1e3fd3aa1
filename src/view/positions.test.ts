import { expect, it } from "vitest";
import { actor, archive, type Printed, position } from "../../test/record/cases.ts";
import type { ActorKind } from "../model/actor.ts";
import { recordOf } from "../record/record.ts";
import { entryView } from "./entry.ts";
import { positionsOf } from "./positions.ts";

const holds = (name: string, kind: ActorKind, i: number): Printed => ({
  publisher: `Paper ${i}`,
  at: `2031-03-${String(i + 10)}T06:00:00Z`,
  text: `${name} rejects toll number ${i} on the ferries of Ardo.`,
  says: [
    position(actor(`${kind}:${name}`, name, kind), "opposes", `toll number ${i} on the ferries of Ardo`),
  ],
});

it("holds each stand under one name of its holder, and bare nouns last", () => {
  const { reports, readings } = archive(
    holds("country", "group", 1),
    holds("Lena Ostrev", "person", 2),
    holds("Liberal Lena Ostrev", "person", 3),
    holds("Guild of Bakers", "group", 4),
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
