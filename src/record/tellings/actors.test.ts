import { describe, expect, it } from "vitest";
import type { Actor, ActorKind, ActorRef } from "../../model/actor.ts";
import type { Reading } from "../../model/reading.ts";
import { offersOf, sameness } from "./actors.ts";

const actor = (kind: ActorKind, name: string, rest: Partial<Actor> = {}): Actor => ({
  id: `${kind}:${name}`,
  name,
  kind,
  mentions: [{ start: 0, end: 1 }],
  roles: [],
  ...rest,
});
const person = (name: string, rest: Partial<Actor> = {}) => actor("person", name, rest);

describe("whether two reports mean one actor", () => {
  const cases: [a: ActorRef, b: ActorRef, sought: ReturnType<typeof sameness>][] = [
    [person("Ana Ruiz"), person("Ana Ruiz Vega"), "same"],
    [person("Ana Ruiz"), person("Carlos Ruiz"), "apart"],
    // A surname alone is nobody's yet.
    [person("Ruiz"), person("Ana Ruiz"), "near"],
    [person("Ruiz", { country: "PE" }), person("Ana Ruiz", { country: "PE" }), "same"],
    [person("Ruiz", { country: "PE" }), person("Ana Ruiz", { country: "CL" }), "apart"],
    [
      actor("country", "Kenya", { country: "KE", wikidata: "Q114" }),
      actor("government", "Kenyan government", { country: "KE" }),
      "same",
    ],
    // Ids that differ part two bodies, but not a state and its forces.
    [
      actor("country", "United States", { country: "US", wikidata: "Q30" }),
      actor("military", "US Navy", { country: "US", wikidata: "Q11220" }),
      "near",
    ],
    [
      actor("intergovernmental", "NATO", { wikidata: "Q7184" }),
      actor("intergovernmental", "ASEAN", { wikidata: "Q7768" }),
      "apart",
    ],
    [
      actor("ngo", "MSF", { wikidata: "Q49330" }),
      actor("ngo", "Doctors Without Borders", { wikidata: "Q49330" }),
      "same",
    ],
  ];
  it.each(cases)("%o and %o: %s", (a, b, sought) => {
    expect(sameness(a, b)).toBe(sought);
    expect(sameness(b, a)).toBe(sought);
  });
});

describe("merges offered", () => {
  const offers = (...actors: Actor[]) => {
    const reading = { report: "r", version: "t", findings: [], actors, times: [], places: [], cites: [] };
    return offersOf([reading satisfies Reading]).map(({ a, b, why }) => `${a.name} = ${b.name}: ${why}`);
  };

  it.each<[string, Actor[], string[]]>([
    ["a surname and a full name", [person("Ana Ruiz"), person("Ruiz")], ["Ana Ruiz = Ruiz: one surname"]],
    [
      "a surname and a full name of one role",
      [person("Ana Ruiz", { roles: ["Defence Minister"] }), person("Ruiz", { roles: ["minister"] })],
      ["Ana Ruiz = Ruiz: one surname, and both “minister”"],
    ],
    ["two full names of one surname", [person("Ana Ruiz"), person("Carlos Ruiz")], []],
    [
      "an acronym and the name that it begins",
      [actor("organisation", "Gulf Rescue Network"), actor("organisation", "GRN")],
      ["GRN = Gulf Rescue Network: the initials of the other"],
    ],
    [
      "a body's name with words added",
      [actor("court", "Supreme Court"), actor("court", "Peruvian Supreme Court")],
      ["Peruvian Supreme Court = Supreme Court: one name with words added"],
    ],
    [
      "bodies of two countries",
      [
        actor("court", "Supreme Court", { country: "PE" }),
        actor("court", "Chilean Supreme Court", { country: "CL" }),
      ],
      [],
    ],
    ["two groups", [actor("group", "rebels"), actor("group", "armed rebels")], []],
  ])("%s", (_, actors, sought) => {
    expect(offers(...actors)).toEqual(sought);
    expect(offers(...actors.toReversed())).toEqual(sought);
  });
});
