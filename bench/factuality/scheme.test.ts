import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../src/language/language.ts";
import { treeOf } from "../../src/reading/tree.ts";
import { schemeBy, schemeNamed } from "../gold/predicates.ts";

const language = (await loadLanguage("en"))!;

describe("schemeNamed", () => {
  it.each([
    ["/sets/test.uds-ih2.jsonl.gz", "uds-ih2"],
    ["test.uw.jsonl", "uw"],
    ["/uw/meantime.jsonl", "meantime"],
    ["uw-dev.jsonl", "uw"],
    ["/home/uw/gold.jsonl", undefined],
    ["leeuwarden.jsonl", undefined],
  ])("%s is %s", (path, scheme) => {
    expect(schemeNamed(path)).toBe(scheme);
  });
});

/** Predicates marked by a star. */
function marked(...texts: readonly string[]) {
  return texts.flatMap((starred) => {
    const text = starred.replaceAll("*", "");
    const sentence = language.parse(text, [{ start: 0, end: text.length, kind: "paragraph" }])[0]!;
    const tree = treeOf(sentence);
    return [...starred.matchAll(/\*([\w']+)/g)].map(({ 1: word }) => ({
      word: word!,
      found: { tree, token: sentence.tokens.find((one) => one.form === word)! },
    }));
  });
}

describe("schemeBy", () => {
  it.each([
    ["verbs alone", "uds-ih2", ["The army *attacked the camp.", "I *hope that you *liked the visit."]],
    ["verbs and nouns", "uw", ["The army *said the *attack on the camp had *failed.", "A *raid *followed."]],
    ["copulas too", "meantime", ["The *deal *was the largest that the firm *signed.", "Its *sale *is off."]],
  ] as const)("takes %s for %s", (_, scheme, texts) => {
    expect(schemeBy(marked(...texts))).toBe(scheme);
  });
});
