import { describe, expect, it } from "vitest";
import { pageText } from "./page-text.ts";

const latin = (text: string) => Buffer.from(text, "latin1");

describe("a page's text", () => {
  const cases: [what: string, bytes: Uint8Array, charset: string | undefined, text: string][] = [
    ["in UTF-8", Buffer.from("<p>México</p>"), undefined, "<p>México</p>"],
    ["as its meta tag says", latin('<meta charset="iso-8859-1"><p>México'), undefined, "México"],
    [
      "as its http-equiv says",
      latin('<meta http-equiv=content-type content="text/html; charset=windows-1252"><p>México'),
      undefined,
      "México",
    ],
    ["as the server says before that", latin('<meta charset="koi8-r">México'), "iso-8859-1", "México"],
    ["with a set that nobody knows", latin("<meta charset=none>Mexico"), undefined, "Mexico"],
  ];
  it.each(cases)("%s", (_, bytes, charset, text) => expect(pageText(bytes, charset)).toContain(text));
});
