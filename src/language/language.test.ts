import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../model/report.ts";
import { loadLanguage } from "./language.ts";

const english = (await loadLanguage("en"))!;
const paragraph = (text: string, start = 0): Block => ({ kind: "paragraph", start, end: text.length });
const parse = (text: string) => english.parse(text, [paragraph(text)]);

describe("loadLanguage", () => {
  it("knows English and says nothing for a language that it has no model for", async () => {
    expect(english.code).toBe("en");
    expect(english.version).toMatch(/^en@/);
    expect(await loadLanguage("xx")).toBeUndefined();
    expect(await loadLanguage("__proto__")).toBeUndefined();
  });
});

describe("sentences", () => {
  it.each([
    ["Gen. Smith met Mr. Jones of the U.S. Army. They left.", 2],
    ["He paid $3.5 million to J. R. Ewing in Jan. 2024.", 1],
    ['"We will not go," she said. "Not now."', 2],
    ["MEXICO CITY, Nov 5 (Agency) — Officials said on Tuesday that talks had begun.", 1],
  ])("%s has %i", (text, count) => {
    expect(parse(text).length).toBe(count);
  });

  it.each([
    ["MEXICO CITY, Nov 5 (Agency) — Officials said on Tuesday that talks had begun.", 9, "said"],
    ["NAIROBI (AP) - The ministry denied the report.", 5, "denied"],
  ])("have a dateline beside the root, and none of it as a subject: %s", (text, count, root) => {
    const [{ tokens }] = parse(text) as [ReturnType<typeof parse>[0]];
    expect(tokens.filter((one) => one.head < 0).map((one) => one.form)).toEqual([root]);
    const dateline = tokens.slice(0, count);
    const beside = dateline.filter((one) => one.head >= count);
    expect(beside.map((one) => [one.deprel, tokens[one.head]!.form])).toEqual([["parataxis", root]]);
    // nothing outside hangs on it
    expect(tokens.slice(count).filter((one) => one.head >= 0 && one.head < count)).toEqual([]);
  });

  it("never cross blocks, and a short headline is one", () => {
    const text = "Talks fail. Again.\n\nThe talks failed on\n\nMonday.";
    const blocks: Block[] = [
      { kind: "headline", start: 0, end: 18 },
      { kind: "paragraph", start: 20, end: 39 },
      { kind: "paragraph", start: 41, end: 48 },
    ];
    const sentences = english.parse(text, blocks);
    expect(sentences.map((s) => [s.index, s.block, s.blockKind, text.slice(s.start, s.end)])).toEqual([
      [0, 0, "headline", "Talks fail. Again."],
      [1, 1, "paragraph", "The talks failed on"],
      [2, 2, "paragraph", "Monday."],
    ]);
  });
});

describe("parse", () => {
  it("gives tags, lemmas, heads and names", () => {
    const [sentence] = parse("President Barack Obama visited Berlin yesterday.");
    const word = (form: string) => sentence!.tokens.find((t) => t.form === form)!;
    expect(word("visited")).toMatchObject({
      upos: "VERB",
      xpos: "VBD",
      lemma: "visit",
      head: -1,
      deprel: "root",
    });
    expect(word("Berlin")).toMatchObject({ upos: "PROPN", deprel: "obj", head: word("visited").i });
    expect(sentence!.names.map((n) => [n.type, n.first, n.last])).toContainEqual([
      "LOC",
      word("Berlin").i,
      word("Berlin").i,
    ]);
  });

  it("recases text in capitals to tag it, and leaves forms and offsets alone", () => {
    const text = "THE PRESIDENT SAID THAT THE SOLDIERS WERE KILLED IN THE CAPITAL.";
    const [sentence] = parse(text);
    expect(sentence!.tokens.every((t) => text.slice(t.start, t.end) === t.form)).toBe(true);
    expect(sentence!.tokens.find((t) => t.form === "SOLDIERS")).toMatchObject({
      upos: "NOUN",
      lemma: "soldier",
    });
    expect(sentence!.tokens.find((t) => t.form === "KILLED")).toMatchObject({ xpos: "VBN", lemma: "kill" });
  });

  it.each([
    ["nothing", ""],
    ["white space", " \n\t "],
    ["control characters", "\u0000\u0001a\u0007b\u001b[31m"],
    ["lone surrogates", "a\ud800b \udc00 c\udfff"],
    ["right-to-left text", "قال الرئيس إن المحادثات بدأت. שלום עולם."],
    ["emoji", "👩‍👩‍👧‍👦🇲🇽 ok 🙂🙂"],
    ["many languages at once", "El ejército dijo «no». Армия ушла. 军队离开了。 The army left, قال الرئيس."],
    ["one mark", "."],
    ["brackets and quotation marks that never close", "( “ [ « ‘ ".repeat(300)],
    ["a word of 1 MB", "x".repeat(1_000_000)],
    ["marks of 100 kB", "'-./".repeat(25_000)],
    ["5,000 words without a full stop", "the men went ".repeat(1_700)],
  ])("takes %s: offsets hold, every sentence is a tree", (_, text) => {
    const broken: string[] = [];
    for (const { tokens } of parse(text)) {
      if (tokens.length > 400) broken.push(`${tokens.length} tokens`);
      if (tokens.filter((token) => token.head < 0).length !== 1) broken.push("not one root");
      for (const token of tokens) {
        if (text.slice(token.start, token.end) !== token.form) broken.push(`offsets of ${token.form}`);
        let at = token.i;
        for (let steps = 0; at >= 0 && steps <= tokens.length; steps++) at = tokens[at]!.head;
        if (at >= 0) broken.push(`cycle at ${token.form}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

describe("offsets", () => {
  it("hold for any text in any blocks: tokens go forward within their sentence, sentences within their block", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary", maxLength: 25 }),
      fc.string({ unit: "grapheme", maxLength: 25 }),
      fc.constantFrom(
        "He said no. ",
        "“U.S.” ",
        "\n\n",
        "\ud800",
        "مرحبا ",
        "🇲🇽",
        "don't ",
        "THE ARMY LEFT MEXICO CITY. ",
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 5 }), { maxLength: 4 }), (parts) => {
        let text = "";
        const blocks = parts.map((words): Block => {
          const start = text.length;
          text += words.join("");
          return { kind: "paragraph", start, end: text.length };
        });
        let at = 0;
        for (const sentence of english.parse(text, blocks)) {
          const block = blocks[sentence.block]!;
          expect(sentence.start).toBe(sentence.tokens[0]!.start);
          expect(sentence.end).toBe(sentence.tokens.at(-1)!.end);
          expect(sentence.start).toBeGreaterThanOrEqual(block.start);
          expect(sentence.end).toBeLessThanOrEqual(block.end);
          for (const { start, end, form } of sentence.tokens) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(text.slice(start, end)).toBe(form);
            at = end;
          }
        }
        expect(text.slice(at).replace(/[\s\p{C}\u200b]/gu, "")).toBe("");
      }),
      { numRuns: 100 },
    );
  });
});

describe("time", () => {
  it("grows in line with the text: 10x and 100x, prose and marks without end", () => {
    for (const unit of ["The minister said on Tuesday that 12 people had died. ", "a-b/c "]) {
      const once = unit.repeat(Math.ceil(1500 / unit.length));
      parse(once.repeat(10));
      const cost = [10, 100].map((times) => {
        const text = once.repeat(times);
        const from = process.cpuUsage();
        parse(text);
        const used = process.cpuUsage(from);
        return (used.user + used.system) / times;
      });
      // quadratic time would cost ten times as much for each character
      expect(cost[1]! / cost[0]!).toBeLessThan(4);
    }
  }, 120_000);
});
