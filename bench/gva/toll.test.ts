import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../src/language/language.ts";
import type { Block } from "../../src/model/report.ts";
import { caseReport } from "../../src/reading/cases/report.ts";
import { contextFor } from "../../src/reading/read.ts";
import { type Toll, tollOf } from "./toll.ts";

const language = (await loadLanguage("en"))!;

function tollIn(headline: string, body = ""): Toll {
  const text = body === "" ? headline : `${headline}\n\n${body}`;
  const blocks: Block[] = [{ kind: "headline", start: 0, end: headline.length }];
  if (body !== "") blocks.push({ kind: "paragraph", start: headline.length + 2, end: text.length });
  return tollOf(contextFor(caseReport(text, blocks), language.parse(text, blocks)));
}

const cases: readonly (readonly [
  headline: string,
  body: string,
  killed: number | undefined,
  injured: number | undefined,
])[] = [
  ["Four injured in drive-by shooting, 2 arrested", "", undefined, 4],
  ["Man shot, killed near river", "", 1, undefined],
  ["Woman killed, 3 wounded by gunfire in park", "", 1, 3],
  ["14 shot, one fatally, in one night", "", 1, 13],
  ["Five people shot at market", "One of them died at the hospital.", 1, 4],
  ["Gunfire at market", "A man and his daughter were found dead in a car.", 2, undefined],
  ["Gunfire at market", "A boy was in critical condition after he and three others were shot.", undefined, 4],
  ["Gunfire at market", "The gunman killed three people and injured five before he was arrested.", 3, 5],
  ["Man kills wife, then himself", "", 2, undefined],
  ["Police investigate quadruple shooting", "", undefined, 4],
  ["No one hurt in market fire", "", undefined, undefined],
  ["Market to open on Monday", "Four people could be killed if the roof fell in.", undefined, undefined],
];

describe("tollOf", () => {
  it.each(cases)("%s %s", (headline, body, killed, injured) => {
    expect(tollIn(headline, body)).toEqual({ killed, injured });
  });
});
