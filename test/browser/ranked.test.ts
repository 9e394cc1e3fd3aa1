import { describe, expect, it } from "vitest";
import { ranked, score } from "../../web/ranked.ts";
import { typedDay } from "../../web/typed-day.ts";

describe("commands by words typed in part", () => {
  const all = [
    "Timeline",
    "Figures",
    "Positions",
    "Sources of this situation",
    "Follow a source",
    "Posición",
  ];

  it.each([
    ["time", ["Timeline"]],
    ["tmln", ["Timeline"]],
    ["source", ["Follow a source", "Sources of this situation"]],
    ["sou fol", ["Follow a source"]],
    ["posicion", ["Posición"]],
    ["pos", ["Posición", "Positions"]],
    ["ure", ["Figures"]],
    ["xyz", []],
    ["time xyz", []],
    ["", all],
  ])("%s", (typed, found) => {
    const names = ranked(typed, all, (name) => name, 10);
    expect(typed === "" ? names.sort() : names).toEqual(typed === "" ? found.toSorted() : found);
  });

  it("reads no more of a long text than a person would", () => {
    expect(score("end", `${"a".repeat(1_000_000)} end`)).toBe(0);
    expect(score("a".repeat(1_000_000), "aaa")).toBe(0);
  });
});

describe("days that are typed", () => {
  it.each([
    ["en-GB", "as of 3 April 2031", "2031-04-03", "as of"],
    ["en-GB", "as of 3 apr", "2031-04-03", "as of"],
    ["en-GB", "April 3, 2030", "2030-04-03", ""],
    ["en-GB", "april 3", "2031-04-03", ""],
    ["en-GB", "known 12 dec", "2030-12-12", "known"],
    ["en-GB", "2031-04-03", "2031-04-03", ""],
    ["en-GB", "3/4/2031", "2031-04-03", ""],
    ["es", "a fecha de 3 de abril de 2031", "2031-04-03", "a fecha de"],
    ["es", "3 abr", "2031-04-03", ""],
  ])("%s: %s", (locale, typed, day, rest) => {
    expect(typedDay(typed, locale, "2031-11-08")).toEqual({ day, rest });
  });

  it.each(["31 April 2031", "as of", "may strike", "3", "April", "2031-02-30", "0000-01-01", "12/31/2031"])(
    "none in: %s",
    (typed) => {
      expect(typedDay(typed, "en-GB", "2031-11-08")).toBeUndefined();
    },
  );
});
