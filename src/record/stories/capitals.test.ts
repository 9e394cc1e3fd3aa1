import { expect, it } from "vitest";
import { Capitals } from "./capitals.ts";

it("takes words with a capital behind the first for names, where capitals tell", () => {
  const capitals = new Capitals();
  expect(capitals.namesIn("Ferry from Tanga sinks off Pemba")).toEqual(["Tanga", "Pemba"]);
  expect(capitals.namesIn("Rescue goes on\nDivers from Harar arrive. They search")).toEqual(["Harar"]);
});

it("knows names again where nearly all words have a capital, and where they come first", () => {
  const capitals = new Capitals();
  expect(capitals.namesIn("Ferry From Tanga Sinks Off Pemba")).toEqual([]);
  capitals.namesIn("A ferry from Tanga sinks");
  expect(capitals.namesIn("Ferry From Tanga Sinks Off Pemba")).toEqual(["Tanga"]);
  expect(capitals.namesIn("Tanga mourns its dead")).toEqual(["Tanga"]);
});

it("takes no word for a name that is mostly written small", () => {
  const capitals = new Capitals();
  capitals.namesIn("the March of the ferrymen ends in march and may");
  capitals.namesIn("they march, and march again");
  expect(capitals.namesIn("Ferrymen March Through Town")).toEqual([]);
});
