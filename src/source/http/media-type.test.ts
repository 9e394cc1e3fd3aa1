import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { contentTypeOf, isText, mediaTypeOf } from "./media-type.ts";

describe("a Content-Type", () => {
  it.each([
    ["text/html", "text/html", undefined],
    ["Text/HTML; Charset=UTF-8", "text/html", "UTF-8"],
    ['text/html;charset="utf-8"', "text/html", "utf-8"],
    ["text/html; charset='utf-8'", "text/html", "utf-8"],
    ["text/html; charset=", "text/html", undefined],
    ["text/html; a=b; charset=koi8-r; charset=utf-8", "text/html", "koi8-r"],
    ['text/html; title="a;charset=x"; charset=utf-8', "text/html", "utf-8"],
    ["application/rss+xml", "application/rss+xml", undefined],
    // Several headers, joined: the last readable one (Fetch, "extract a MIME type").
    ["text/plain, text/html", "text/html", undefined],
    ["text/html; charset=utf-8, text/html", "text/html", "utf-8"],
    ["text/plain; charset=utf-8, text/html", "text/html", undefined],
    ["text/html, */*", "text/html", undefined],
    ["text/html, nonsense", "text/html", undefined],
    ["html", undefined, undefined],
    ["", undefined, undefined],
    [undefined, undefined, undefined],
    [`text/${"x".repeat(5000)}`, undefined, undefined],
  ])("%j: %s in %s", (header, mediaType, charset) => {
    expect(contentTypeOf(header)).toEqual({
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(charset === undefined ? {} : { charset }),
    });
  });
});

describe("what an answer is", () => {
  const rss = '<?xml version="1.0"?>\n<!-- boats -->\n<rss version="2.0"><channel/></rss>';
  const page = "<!doctype html><title>Boats</title>";
  const cases: [declared: string | undefined, body: string | Uint8Array, type: string | undefined][] = [
    ["text/html", page, "text/html"],
    [undefined, page, "text/html"],
    [undefined, `\ufeff \n<!-- a --><!-- b -->\n<!DOCTYPE HTML>`, "text/html"],
    [undefined, "<html lang=en>", "text/html"],
    [undefined, "<p>Boats left.</p>", "text/html"],
    ["application/octet-stream", page, "text/html"],
    ["text/plain", page, "text/html"],
    ["text/plain", "The <html> tag", "text/plain"],
    ["text/plain", "Boats left.", "text/plain"],
    [undefined, "Boats left.", "text/plain"],
    // An error page where a feed or data should be.
    ["application/rss+xml", page, "text/html"],
    ["application/json", page, "text/html"],
    ["application/xhtml+xml", page, "application/xhtml+xml"],
    // Feeds under wrong names.
    ["text/html", rss, "application/rss+xml"],
    ["text/plain", rss, "application/rss+xml"],
    [undefined, rss, "application/rss+xml"],
    ["application/octet-stream", '<feed xmlns="http://www.w3.org/2005/Atom">', "application/atom+xml"],
    ["text/html", '<?xml version="1.0"?><rdf:RDF xmlns="x">', "application/rdf+xml"],
    ["text/html", '<?xml version="1.0"?><?xml-stylesheet href="a"?><urlset>', "text/xml"],
    ["application/xml", rss, "application/xml"],
    ["text/xml", rss, "text/xml"],
    ["application/rss+xml", rss, "application/rss+xml"],
    [undefined, '<?xml version="1.0"?><boats/>', "text/xml"],
    [undefined, '{"version": "https://jsonfeed.org/version/1.1"}', "application/json"],
    ["application/octet-stream", "[\n  {", "application/json"],
    ["application/feed+json", "{}", "application/feed+json"],
    [undefined, "{boats} left", "text/plain"],
    // What can be only one thing.
    ["text/html", "%PDF-1.7\n", "application/pdf"],
    ["text/html", "PK\u0003\u0004", "application/zip"],
    ["application/xml", gzipSync(rss), "application/gzip"],
    ["multipart/related", "From: <saved>", "multipart/related"],
    ["image/svg+xml", "<html>", "image/svg+xml"],
    [undefined, Buffer.from("0001020304", "hex"), "application/octet-stream"],
    [undefined, Buffer.from("\ufeff<!doctype html>", "utf16le"), "text/html"],
    ["text/html", "", "text/html"],
    [undefined, "", undefined],
    [undefined, "<!--".repeat(100_000), "text/html"],
  ];
  it.each(cases)("declared as %s: %j is %s", (declared, body, type) => {
    expect(mediaTypeOf(declared, typeof body === "string" ? Buffer.from(body) : body)).toBe(type);
  });

  it("is text where no byte says otherwise", () => {
    expect(isText(Buffer.from("Boats\tleft.\r\n"))).toBe(true);
    expect(isText(Buffer.from("Boats\u0000left"))).toBe(false);
    expect(isText(gzipSync("Boats left."))).toBe(false);
  });
});
