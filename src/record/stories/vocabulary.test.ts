import { describe, expect, it } from "vitest";
import { headlineOf } from "./vocabulary.ts";

describe("headlineOf", () => {
  it.each([
    ["Ferry with 80 aboard capsizes off Tanga", "Ferry with 80 aboard capsizes off Tanga"],
    ["Ferry capsizes off Tanga | The Coast Herald", "Ferry capsizes off Tanga"],
    ["Ferry capsizes off Tanga – World – The Coast Herald", "Ferry capsizes off Tanga"],
    ["Ferry capsizes off Tanga - Oceans | Coast.example", "Ferry capsizes off Tanga"],
    ["A ferry in peril - Coast.example", "A ferry in peril"],
    // too short to be a headline by itself, too long to be a paper's name, and no blanks around the stroke
    ["Video | Ferry capsizes off Tanga", "Video | Ferry capsizes off Tanga"],
    [
      "Ferry capsizes off Tanga - and nobody on the crowded shore could do a thing",
      "Ferry capsizes off Tanga - and nobody on the crowded shore could do a thing",
    ],
    ["A Tanga-bound ferry capsizes", "A Tanga-bound ferry capsizes"],
  ])("of “%s”", (title, headline) => {
    expect(headlineOf({ title, text: "" })).toBe(headline);
  });

  it("is how the text begins where there is no title", () => {
    expect(headlineOf({ text: "A ferry capsized.\nMany are missing." })).toBe("A ferry capsized.");
  });
});
