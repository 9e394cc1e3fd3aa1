import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Linear } from "./linear.ts";
import { datelineEnd, LONGEST_SENTENCE, sentenceStarts } from "./split.ts";
import { type Exceptions, tokenizer } from "./tokenize.ts";
import { readWeights } from "./weights.ts";

const { values, blobs } = readWeights(fileURLToPath(new URL("../../models/en.bin", import.meta.url)));
const table = blobs.split as Int8Array;
const model: Linear = { classes: 2, mask: table.length / 2 - 1, weights: table };
const tokenize = tokenizer(new Map(values.exceptions as [string, number[]][]) as Exceptions);

/** The sentences of a text, as it writes them. */
function sentences(text: string): string[] {
  const tokens = tokenize(text, 0, text.length);
  const first = sentenceStarts(text, tokens, model);
  return first.map((from, k) => {
    const last = (first[k + 1] ?? tokens.starts.length) - 1;
    return text.slice(tokens.starts[from], tokens.ends[last]);
  });
}

describe("sentences", () => {
  // "|" stands where one ends
  it.each([
    // abbreviations, initials, titles
    "Gen. Smith met Mr. J. R. R. Jones Jr. of the U.S. Army.| They left.",
    "The U.S. President flew to the U.K. on Jan. 5.| He stayed.",
    "Lt. Col. A. Smith vs. the state: Art. 27 of the U.N. Charter.| It holds.",
    "Sen. Cruz (R., Texas) spoke.| Rep. Lee (D-Calif.) did not.",
    "It was No. 5 of them.| No one died.| They said no.| He left.",
    "The talks began at 3 a.m. on Friday.| The army left at 5 p.m. that day.",
    "It costs $3.5bn, up 20%.| Acme Inc. said so.",
    "He sold rice, oil, etc. to the army.| It paid.",
    // quotations
    "“We will not go,” she said.| “Not now.| Not ever.”| He agreed.",
    "\"We will go.\"| That was all.| 'No,' he said.",
    '"We have, of course, no plans. "',
    "He said the army “will stay.”| Nobody else did.",
    "The ship (a tanker.) sank.| Two died.",
    // ellipses and other marks
    "What?!| No!| They left.",
    "The army said nothing.| “It is over…” he said.",
    // lists, headings, addresses
    "1. The army withdraws.| 2. The talks begin.| 3. Prisoners are freed.",
    "See https://example.org/a.b?c=d.| It says so.| Write to a.b@example.org.| Thanks.",
    "Follow #FreeThem and @some_name!| Now.",
    "By Jane Q. Smith, Agency",
    // no name in a paragraph is cut
    "Since meeting Aleppo Mayor Brita Hagi Hasan in Paris, he has left.",
    "Vladimir Putin met Xi Jinping.| Vladimir Putin said so.",
    "Opponents of President Bashar Assad accused the government and its allies.| It denied this.",
    // text in capitals
    "THE PRESIDENT SAID THAT COLONEL RICARDO MEJIA WAS KILLED.| HE GAVE NO DETAILS.",
  ])("%s", (marked) => {
    expect(sentences(marked.replaceAll("|", ""))).toEqual(marked.split("|").map((part) => part.trim()));
  });
});

describe("datelines", () => {
  const places = [
    "MEXICO CITY, Nov 5 (Agency)",
    "MEXICO CITY, Nov. 5, 2024 (Agency)",
    "WASHINGTON (AP)",
    "KYIV, Ukraine",
    "Kyiv, Ukraine (AP)",
    "PORT-AU-PRINCE, Haiti (Agency)",
    "NEW YORK/WASHINGTON, Nov. 5 (Agency)",
    "GENEVA, 5 November (Agency)",
    "BEIRUT",
  ];
  const dashes = ["—", "–", "--", "-"];

  it.each(places.flatMap((place) => dashes.map((dash) => `${place} ${dash}`)))(
    "%s stays with its sentence",
    (dateline) => {
      const text = `${dateline} The talks began on Tuesday. Nobody was hurt.`;
      expect(sentences(text)).toEqual([`${dateline} The talks began on Tuesday.`, "Nobody was hurt."]);
    },
  );

  it.each([
    ["Talks failed. Kyiv — the capital — was hit.", 0],
    ["He said - as ever - no.", 0],
    ["UNESCO said it would not go - yet.", 0],
    ["What? Kyiv — hit.", 0],
    ["BEIRUT — The army left.", 3],
    ["—", 0],
    ["", 0],
  ])("%s: %i", (text, expected) => {
    expect(datelineEnd(text, tokenize(text, 0, text.length))).toBe(expected);
  });
});

describe("bad input", () => {
  it("has sentences of a bounded length in 5 MB without a full stop, and in 5 MB without a space", () => {
    for (const text of ["the men went on ".repeat(330_000), "x".repeat(5_000_000)]) {
      const tokens = tokenize(text, 0, text.length);
      const first = sentenceStarts(text, tokens, model);
      const longest = first.reduce((most, from, k) => {
        return Math.max(most, (first[k + 1] ?? tokens.starts.length) - from);
      }, 0);
      expect(tokens.ends.at(-1)).toBe(text.trimEnd().length);
      expect(longest).toBeLessThanOrEqual(LONGEST_SENTENCE);
    }
  }, 60_000);

  it("begins at the first token and goes forward, whatever the text", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        "He left. ",
        "U.S. ",
        "“No?” ",
        "\n\n",
        "- ",
        "A — B",
        "\ud800",
        "مرحبا. ",
        "👩‍👧 ",
        "( [ ",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const tokens = tokenize(text, 0, text.length);
        const first = sentenceStarts(text, tokens, model);
        expect(first[0]).toBe(tokens.starts.length === 0 ? undefined : 0);
        for (let k = 1; k < first.length; k++) expect(first[k]!).toBeGreaterThan(first[k - 1]!);
        expect(first.every((at) => at < tokens.starts.length)).toBe(true);
        expect(sentenceStarts(text, tokens, model)).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it("takes time in line with the text: 1x, 10x, 100x, of prose, marks, addresses and pictures", () => {
    for (const unit of [
      "The army left on Friday. ",
      "a-b/c",
      "a@",
      "http://",
      "#a",
      "1,2",
      "(\"'",
      "👩‍",
      "no. ",
    ]) {
      const cost = [10, 100].map((times) => {
        const text = unit.repeat(Math.ceil(20_000 / unit.length)).repeat(times);
        const from = process.cpuUsage();
        const tokens = tokenize(text, 0, text.length);
        sentenceStarts(text, tokens, model);
        const used = process.cpuUsage(from);
        return (used.user + used.system + 20_000) / times;
      });
      // quadratic time would cost ten times as much for each character
      expect(cost[1]! / cost[0]!, unit).toBeLessThan(4);
    }
  }, 120_000);
});
