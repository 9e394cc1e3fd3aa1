import { describe, expect, it } from "vitest";
import { Problem } from "../model/problem.ts";
import { extract } from "./extract.ts";

const read = (text: string) =>
  extract({
    sha256: "0".repeat(64),
    bytes: Buffer.from(text),
    input: "report.txt",
    mediaType: "text/plain",
    fetchedAt: "2031-03-03T09:00:00Z",
  });
const blocks = (text: string) => {
  const report = read(text);
  return report.blocks.map((block) => `${block.kind}: ${report.text.slice(block.start, block.end)}`);
};

const one = "The navy stopped four boats off the northern coast before dawn, the ministry said on Sunday.";
const two = "Two of the boats carried fuel, and their crews told the coast guard so after nine days at sea.";

describe("plain text", () => {
  it("as saved from a news page: site name, headline, headings, and what the page left at the end", () => {
    expect(
      blocks(
        `×\nwave news\n\nNavy Stops Four Boats off the Coast\n\nHarbour Patrols and Boats: A Day in San Lucas Bay The navy keeps watch over the bay.\n\n${one}\n\nWhat the owners say\n\n${two}\n\nWhy now?\n\n${one} It did not say why.\n\nAdvertisement\n\n${two} It did.\n\n\nContacts:\n\nMore To Read`,
      ),
    ).toEqual([
      "headline: Navy Stops Four Boats off the Coast",
      "standfirst: Harbour Patrols and Boats: A Day in San Lucas Bay The navy keeps watch over the bay.",
      `paragraph: ${one}`,
      "heading: What the owners say",
      `paragraph: ${two}`,
      "heading: Why now?",
      `paragraph: ${one} It did not say why.`,
      `paragraph: ${two} It did.`,
    ]);
  });

  it("with header lines: metadata, not text", () => {
    const report = read(
      `Title: Navy stops four boats\nBy: Ana Ruiz and Ben Okoro\nPublisher: Gulf Coast Herald\nDate: 2 March 2031 11:30 GMT\nCredit: Meridian Press Agency\nURL: https://herald.example/boats\nNotice: Invented for demonstration\n\n${one}\n\n${two}\n`,
    );
    expect(report).toMatchObject({
      title: "Navy stops four boats",
      bylines: ["Ana Ruiz", "Ben Okoro"],
      publisher: "Gulf Coast Herald",
      published: { value: "2031-03-02T11:30:00Z", stated: true, from: "header" },
      credit: "Meridian Press Agency",
      url: "https://herald.example/boats",
      notice: "Invented for demonstration",
      text: `Navy stops four boats\n\n${one}\n\n${two}`,
    });
  });

  it("whose later lines look like a header keeps them", () => {
    expect(read(`${one}\n\nDate: none was given, the ministry said when it was asked.`).text).toContain(
      "Date: none was given",
    );
    expect(read(`${one}\nurl: javascript:alert(1)`).url).toBeUndefined();
    expect(read(`URL: javascript:alert(1)\n${one}`).url).toBeUndefined();
  });

  it("with date, byline and credit around the text", () => {
    const report = read(
      `Navy stops four boats off the coast\n\nBy Ana Ruiz\nPublished: 2 March 2031\n\n${one}\n\n${two}\n\n— Meridian Press Agency`,
    );
    expect(report).toMatchObject({
      bylines: ["Ana Ruiz"],
      published: { value: "2031-03-02", stated: true, from: "page" },
      credit: "Meridian Press Agency",
      text: `Navy stops four boats off the coast\n\n${one}\n\n${two}`,
    });
  });

  it("hard-wrapped is joined into paragraphs", () => {
    const wrapped =
      "The navy stopped four boats off the northern coast before dawn on\nSunday, the ministry said. Two of the boats carried fuel, and a long-\nrunning dispute about who may sell it in the harbour went on for the\nrest of the day.\nNobody was hurt, and the owners of the boats were asked to come to the\ntown hall in the morning.";
    expect(blocks(wrapped)).toEqual([
      "paragraph: The navy stopped four boats off the northern coast before dawn on Sunday, the ministry said. Two of the boats carried fuel, and a long-running dispute about who may sell it in the harbour went on for the rest of the day.",
      "paragraph: Nobody was hurt, and the owners of the boats were asked to come to the town hall in the morning.",
    ]);
  });

  it("keeps lists, and whatever could be a sentence", () => {
    expect(blocks(`${one}\n- four boats\n- two crews\n\n${two}\n\nHe left.`)).toEqual([
      `paragraph: ${one}`,
      "list-item: four boats",
      "list-item: two crews",
      `paragraph: ${two}`,
      "paragraph: He left.",
    ]);
    expect(blocks("Four boats left.")).toEqual(["paragraph: Four boats left."]);
  });

  it("without a word of text is no article", () => {
    for (const text of ["×", "Menu\n\nHome", "- - -"]) expect(() => read(text)).toThrow(Problem);
  });
});

describe("a note of correction", () => {
  it("that takes the report back is all that it says", () => {
    const note = "This story has been withdrawn, as its source could not be verified.";
    expect(read(`Navy stops four boats\n\n${note}\n`).text).toContain(note);
  });

  it("in saved text is no text of the report", () => {
    const note = "Correction: An earlier version said that forty sailors died. None did.";
    const report = read(
      `Navy stops four boats\n\nThe navy stopped four boats off the northern coast before dawn, the ministry said.\n\n${note}\n`,
    );
    expect(report.amendments).toEqual([{ kind: "correction", text: note }]);
    expect(report.text).not.toContain("forty");
  });
});
