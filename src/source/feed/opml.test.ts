import { expect, it } from "vitest";
import { Problem } from "../../model/problem.ts";
import { fromOpml, toOpml } from "./opml.ts";

const read = (text: string) => fromOpml(new TextEncoder().encode(text), "feeds.opml");

it("reads outlines in folders, each feed once", () => {
  expect(
    read(`<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
      <outline text="Ports"><outline type="rss" text="Harbour &amp; Post" xmlUrl="https://harbour.example/feed" htmlUrl="https://harbour.example/"/>
        <outline title="Coast" text="c" xmlurl="https://coast.example/rss"></outline></outline>
      <outline text="again" xmlUrl="https://harbour.example/feed"/><outline text="a note"/>
      <outline text="local" xmlUrl="file:///etc/passwd"/>
    </body></opml>`),
  ).toEqual({
    outlines: [
      { url: "https://harbour.example/feed", title: "Harbour & Post", homepage: "https://harbour.example/" },
      { url: "https://coast.example/rss", title: "Coast" },
    ],
    warnings: ["feeds.opml: 1 outline without an http address left out"],
  });
});

it("one that breaks off gives what is there", () => {
  expect(read(`<opml><body><outline xmlUrl="https://a.example/f"/><outline xmlU`)).toEqual({
    outlines: [{ url: "https://a.example/f" }],
    warnings: ["feeds.opml breaks off: 1 feed read"],
  });
});

it.each(["<rss/>", "hello", ""])("%j is told as no OPML", (text) => {
  expect(() => read(text)).toThrow(Problem);
  expect(() => read(text)).toThrow("feeds.opml is no OPML: export the list of feeds as OPML first");
});

it("what is written is read again, whatever the titles hold", () => {
  const sources = [
    {
      address: "https://harbour.example/feed?a=1&b=2",
      title: `"Ports" & <coasts>'\u0001`,
      homepage: "https://harbour.example/",
    },
    { address: "https://coast.example/rss" },
  ];
  const opml = toOpml(sources, "Ports & more");
  expect(opml).toContain("<title>Ports &amp; more</title>");
  expect(read(opml)).toEqual({
    outlines: [
      // Angle brackets of a title that looks like HTML are taken for a tag, as in feeds.
      {
        url: "https://harbour.example/feed?a=1&b=2",
        title: `"Ports" & '`,
        homepage: "https://harbour.example/",
      },
      { url: "https://coast.example/rss", title: "https://coast.example/rss" },
    ],
    warnings: [],
  });
});
