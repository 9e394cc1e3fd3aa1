import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { metaCharset } from "./meta-charset.ts";

const latin = (text: string) => Buffer.from(text, "latin1");

describe("the character set that a page names", () => {
  it.each([
    ["<meta charset=utf-8>", "utf-8"],
    ['<META CHARSET = "Windows-1251">', "windows-1251"],
    ["<meta charset='koi8-r' />", "koi8-r"],
    ["<meta/charset=koi8-r>", "koi8-r"],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "windows-1251"],
    ["<meta content=\"text/html; charset = 'big5'\" http-equiv=content-type>", "big5"],
    ['<meta charset=koi8-r http-equiv="content-type" content="text/html;charset=big5">', "koi8-r"],
    ["<meta charset=koi8-r charset=big5>", "koi8-r"],
    ["<!doctype html><html><head><title>Boats</title><meta charset=big5>", "big5"],
    // What only looks like it.
    ["<!-- <meta charset=koi8-r> --><meta charset=big5>", "big5"],
    ["<!--><meta charset=big5>", "big5"],
    ['<a title="<meta charset=koi8-r>"><meta charset=big5>', "big5"],
    ['<meta name=description content="text/html; charset=koi8-r"><meta charset=big5>', "big5"],
    ['<meta http-equiv=refresh content="0; charset=koi8-r">', undefined],
    ["<metadata charset=koi8-r>", undefined],
    ["<?meta charset=koi8-r?>", undefined],
    ["<meta charset>", undefined],
    ['<meta charset="koi8-r', undefined],
    ["<p>charset=koi8-r", undefined],
    ["< meta charset=koi8-r>", undefined],
    ["", undefined],
    // Labels that mean nothing, or can't be true of a page that could be read this far.
    ["<meta charset=boats><meta charset=big5>", "big5"],
    ["<meta charset=utf-16>", "utf-8"],
    ["<meta charset=UTF-16BE>", "utf-8"],
    ["<meta charset=x-user-defined>", "windows-1252"],
    // XML, unless a meta says otherwise.
    ['<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso-8859-2"],
    ["<?xml version='1.0' encoding='iso-8859-2'?><html>", "iso-8859-2"],
    ['<?xml version="1.0" encoding="iso-8859-2"?><meta charset=big5>', "big5"],
    ['<?xml version="1.0"?><p encoding="iso-8859-2">', undefined],
    ["<?xml encoding=", undefined],
  ])("%s: %s", (head, label) => expect(metaCharset(latin(head))).toBe(label));

  it("may come late, but not without end", () => {
    expect(metaCharset(latin(`<head>${"<link href=a>".repeat(300)}<meta charset=big5>`))).toBe("big5");
    expect(metaCharset(latin(`<head>${"<link href=a>".repeat(30_000)}<meta charset=big5>`))).toBeUndefined();
  });

  it("is found in one pass through whatever comes before it", () => {
    for (const piece of ["<", "<!--", "<a ", '<a b="', "<meta ", "<meta charset=", "=", "/", "</", "<!"]) {
      expect(metaCharset(latin(piece.repeat(20_000)))).toBeUndefined();
    }
  });

  it("is UTF-16 where an XML declaration is written in it without a mark", () => {
    const text = '<?xml version="1.0"?><p>Boats';
    expect(decode(Buffer.from(text, "utf16le"), undefined).text).toBe(text);
    expect(decode(Buffer.from(text, "utf16le").swap16(), undefined).text).toBe(text);
  });
});

describe("bytes as text", () => {
  const boats = "Лодки вышли";
  const koi8 = Buffer.from("eccfc4cbc1", "hex");
  // "Лодки вышли" in windows-1251.
  const cp1251 = Buffer.from("cbeee4eae820e2fbf8ebe8", "hex");
  const cases: [
    what: string,
    bytes: Uint8Array,
    declared: string | undefined,
    text: string,
    warned: boolean,
  ][] = [
    ["UTF-8 by itself", Buffer.from(boats), undefined, boats, false],
    ["a mark before what the transport says", Buffer.from(`\ufeff${boats}`), "windows-1251", boats, false],
    ["a mark of UTF-16 before all", Buffer.from(`\ufeff${boats}`, "utf16le"), "utf-8", boats, false],
    ["what the transport says", cp1251, "windows-1251", boats, false],
    ["what the transport says, in quotation marks and capitals", cp1251, " Windows-1251 ", boats, false],
    [
      "the transport before the page",
      Buffer.concat([latin("<meta charset=koi8-r>"), cp1251]),
      "windows-1251",
      `<meta charset=koi8-r>${boats}`,
      false,
    ],
    [
      "the page where the transport names nothing known",
      Buffer.concat([latin("<meta charset=windows-1251>"), cp1251]),
      "boats",
      `<meta charset=windows-1251>${boats}`,
      false,
    ],
    [
      "Latin-1 as browsers take it: windows-1252",
      Buffer.from("934d9480", "hex"),
      "iso-8859-1",
      "“M”€",
      false,
    ],
    ["no UTF-8, nothing declared", Buffer.from("63616ee974", "hex"), undefined, "canét", true],
    ["declared UTF-8, nowhere so", Buffer.from("63616ee974", "hex"), "utf-8", "canét", true],
    ["declared otherwise, and UTF-8", Buffer.from(boats), "windows-1251", boats, true],
    [
      "UTF-8 with damage",
      Buffer.concat([Buffer.from(boats), Buffer.from("ff", "hex")]),
      "utf-8",
      `${boats}\ufffd`,
      true,
    ],
    ["an old set", koi8, "koi8-r", "Лодка", false],
  ];
  it.each(cases)("%s", (_, bytes, declared, text, warned) => {
    const found = decode(bytes, declared);
    expect(found.text).toBe(text);
    expect(found.warnings.length > 0).toBe(warned);
  });
});
