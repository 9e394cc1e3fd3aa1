import { describe, expect, it } from "vitest";
import { snippet } from "./snippet.ts";
import { sought } from "./terms.ts";

const far = "Other things are told here at some length. ".repeat(20);

/** The snippet with what was found in brackets. */
function shown(text: string, searched: string): string {
  const { snippet: part, matches } = snippet(text, "en", sought(searched).all);
  let marked = text.slice(part.start, part.end);
  for (const { start, end } of matches.toReversed()) {
    marked = `${marked.slice(0, start - part.start)}[${text.slice(start, end)}]${marked.slice(end - part.start)}`;
  }
  return marked;
}

describe("snippet", () => {
  it.each([
    ["a short text as it is", "Two boats sank.", "boat", "Two [boats] sank."],
    ["a text without the words from its start", "Two boats sank.", "minister", "Two boats sank."],
    ["an empty text", "", "boat", ""],
  ])("shows %s", (_, text, searched, expected) => {
    expect(shown(text, searched)).toBe(expected);
  });

  it("shows where most of the words stand together", () => {
    const text = `A boat. ${far}The boat sank at night. ${far}A night.`;
    const part = shown(text, "boat night");
    expect(part).toContain("The [boat] sank at [night].");
    expect(part.replace(/[[\]]/g, "").length).toBeLessThanOrEqual(240);
  });

  it("cuts at spaces", () => {
    const text = `${far}The boat sank. ${far}`;
    const { snippet: part } = snippet(text, "en", sought("boat").all);
    expect(text[part.start - 1]).toBe(" ");
    expect(text[part.end]).toMatch(/\s/);
    expect(part.end - part.start).toBeGreaterThan(180);
  });

  it("shows a word of any length, and a text without a space", () => {
    for (const text of ["x".repeat(5_000), `${"x".repeat(5_000)} boat`, `boat ${"x".repeat(5_000)}`]) {
      const { snippet: part } = snippet(text, "en", sought("boat").all);
      expect(part.start).toBeGreaterThanOrEqual(0);
      expect(part.end).toBeLessThanOrEqual(text.length);
      expect(part.end - part.start).toBeLessThanOrEqual(240);
      expect(shown(text, "boat").includes("[boat]")).toBe(text.includes("boat"));
    }
  });
});
