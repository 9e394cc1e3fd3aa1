import { describe, expect, it } from "vitest";
import { commonTermsOf } from "./common-terms.ts";

function shared(a: readonly [string, string], b: readonly [string, string]): string[] {
  const [one, other] = [commonTermsOf(...a), commonTermsOf(...b)];
  return [...one.words, ...one.numbers].filter((term) => other.words.has(term) || other.numbers.has(term));
}

describe("commonTermsOf", () => {
  it.each([
    ["accents", ["Ana Horváth wins", "en"], ["Gana Horvath", "es"], "horvat"],
    ["scripts", ["Bericha opens the dam", "en"], ["Берича открыл плотину", "ru"], "berich"],
    ["spellings", ["Chaykin leaves", "en"], ["Tschaikin geht", "de"], "=ckn"],
    ["endings", ["Ivanenko resigns", "en"], ["Отставка Иваненкова", "ru"], "ivanen"],
    ["numbers", ["Chad wins 88-77", "en"], ["El Chad gana 88:77", "es"], "#88-77"],
  ] as const)("holds what two languages share whatever their %s", (_, one, other, term) => {
    expect(shared(one, other)).toContain(term);
  });

  it("shares nothing between words of other meaning", () => {
    expect(shared(["Ferry capsizes off Tanga", "en"], ["Huelga de pilotos en Lima", "es"])).toEqual([]);
  });

  it.each([
    ["Storm reaches South Korea", "en", ["KR"]],
    ["La tormenta llega a Corea del Sur", "es", ["KR"]],
    ["Delegación colombiana llega", "es", ["CO"]],
    ["Российские войска вышли", "ru", ["RU"]],
    ["Chadwick speaks", "en", []],
    ["Tormenta en España", "xx-none-such", []],
    ["Storm reaches South Korea", undefined, []],
  ] as const)("names countries as a language does: %s (%s)", (headline, language, codes) => {
    expect([...commonTermsOf(headline, language).countries]).toEqual(codes);
  });

  it("takes the name of one country for no other's", () => {
    expect([...commonTermsOf("Floods in Austria", "en").countries]).toEqual(["AT"]);
    expect([...commonTermsOf("Floods in Nigeria", "en").countries]).toEqual(["NG"]);
    expect([...commonTermsOf("Floods in Guinea-Bissau", "en").countries]).toContain("GW");
  });
});
