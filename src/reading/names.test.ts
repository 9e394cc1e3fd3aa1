import { describe, expect, it } from "vitest";
import { contextOfText } from "../../test/invented-reports.ts";
import { namesOf } from "./names.ts";

const names = (text: string) => {
  const { sentences, text: whole } = contextOfText(text);
  return namesOf(whole, sentences).map(({ words, entry, guess }) => `${words}: ${entry?.kind ?? guess}`);
};

describe("names", () => {
  const cases: [text: string, names: string[]][] = [
    ["Texas Senator Karl Lindqvist left.", ["Texas: place", "Karl Lindqvist: person"]],
    ["South Carolina Governor Anna Berg left.", ["South Carolina: place", "Anna Berg: person"]],
    ["Peruvian President Anna Berg left.", ["Peruvian: demonym", "Anna Berg: person"]],
    ["They came from the Philippines.", ["Philippines: country"]],
    ["It struck the village of Xyloquorp.", ["Xyloquorp: place"]],
    ["She lives in Gatineau, Que., with him.", ["Gatineau: place", "Que.: abbreviation"]],
    ["It shook Port-au-Prince and Dar es Salaam.", ["Port-au-Prince: place", "Dar es Salaam: place"]],
    ["Lee Cheuk-yan lost the vote.", ["Lee Cheuk-yan: person"]],
    ["U.S. Secretary of State Anna Berg left.", ["U.S.: country", "Anna Berg: person"]],
    ["Labour MSP Anna Berg left.", ["Labour: institution", "Anna Berg: person"]],
    ["Investigation Commander Anna Berg left.", ["Anna Berg: person"]],
    ["The rebel commander Bor Xyliskan said so.", ["Bor Xyliskan: person"]],
    ["The rebel stronghold Bor Xyliskan fell.", ["Bor Xyliskan: other"]],
    [
      "Kenya signed, said Anna Berg of the Kenyan Red Cross.",
      ["Kenya: country", "Anna Berg: person", "Kenyan: demonym", "Red Cross: institution"],
    ],
  ];
  for (const [text, expected] of cases) it(text, () => expect(names(text)).toEqual(expected));

  it("leaves a country's name the country where nobody bears it", () => {
    expect(names("Georgia began to close its border at noon.")).toEqual(["Georgia: country"]);
  });

  it("finds none in common words and dates", () => {
    expect(names("On Monday the talks in the old town failed again.")).toEqual([]);
  });
});
