import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { spent } from "../../test/spent.ts";
import type { Report } from "../model/report.ts";
import { extract, extractAll } from "./extract.ts";

const url = "https://herald.example/live/storm";
const documentOf = (html: string) => {
  const bytes = Buffer.from(html);
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes,
    input: "page.html",
    mediaType: "text/html",
    fetchedAt: "2031-03-03T09:00:00Z",
    url,
  };
};
const shape = (report: Report) => [
  report.title,
  report.published?.value,
  report.url?.slice(url.length),
  report.text.split("\n\n").at(-1),
];

const entry = (id: string, time: string, title: string, text: string) =>
  `<div class="entry" id="${id}"><time datetime="${time}">${time.slice(11, 16)}</time><h2>${title}</h2><p>${text}</p></div>`;
const entries = [
  entry(
    "e3",
    "2031-03-02T12:00:00Z",
    "Harbour opens",
    "The harbour of San Lucas opened again at noon, the port authority said.",
  ),
  entry(
    "e2",
    "2031-03-02T10:30:00Z",
    "10:30 – Boats missing",
    "Two boats are missing off the northern coast, the ministry said on Sunday.",
  ),
  entry(
    "e1",
    "2031-03-02T08:00:00Z",
    "Storm lands",
    "The storm reached the coast before dawn with winds of 120 kilometres an hour.",
  ),
];
const lead =
  "<p>A storm has struck the northern coast and shut its harbours. We follow here what the ministry, the port and the towns report through the day, as it comes in.</p>";
const ld = (updates?: object[]) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "LiveBlogPosting", headline: "Storm on the coast: live", ...(updates === undefined ? {} : { liveBlogUpdate: updates }) })}</script>`;
const body = `<body><h1>Storm on the coast: live</h1><main><div class="intro">${lead}</div><div class="feed">${entries.join("")}</div></main></body>`;

describe("a live blog", () => {
  it("gives each entry as a report of its own, with its time, title and address, and what stands beside them", () => {
    const reports = extractAll(documentOf(`<html>${ld()}${body}</html>`));
    expect(reports.map(shape)).toEqual(
      [
        ["Storm on the coast: live", undefined, "", lead.replace(/<.?p>/g, "")],
        [
          "Harbour opens",
          "2031-03-02T12:00:00Z",
          "#e3",
          "The harbour of San Lucas opened again at noon, the port authority said.",
        ],
        [
          "Boats missing",
          "2031-03-02T10:30:00Z",
          "#e2",
          "Two boats are missing off the northern coast, the ministry said on Sunday.",
        ],
        [
          "Storm lands",
          "2031-03-02T08:00:00Z",
          "#e1",
          "The storm reached the coast before dawn with winds of 120 kilometres an hour.",
        ],
      ].map(([title, time, fragment, last], i) => [
        title,
        i === 0 ? expect.anything() : time,
        fragment,
        last,
      ]),
    );
    expect(new Set(reports.map(({ id }) => id)).size).toBe(4);
    expect(reports.slice(1).every(({ partOf }) => partOf === url)).toBe(true);
    expect(reports[0]!.partOf).toBeUndefined();
  });

  it("is told by its address where no JSON-LD says so", () => {
    expect(extractAll(documentOf(`<html>${body}</html>`)).length).toBe(4);
  });

  it("is read from its JSON-LD where the page comes by script", () => {
    const updates = [
      {
        "@type": "BlogPosting",
        headline: "Harbour opens",
        url: `${url}#e3`,
        datePublished: "2031-03-02T12:00:00Z",
        articleBody: "The harbour opened again at noon, the port authority said.",
        author: { name: "Ana Ruiz" },
      },
      {
        "@type": "BlogPosting",
        headline: "Storm lands",
        url: `${url}#e1`,
        datePublished: "2031-03-02T08:00:00Z",
        articleBody: "<p>The storm reached the coast before dawn.</p><p>Nobody was hurt.</p>",
      },
    ];
    const reports = extractAll(
      documentOf(`<html>${ld(updates)}<body><h1>Storm on the coast: live</h1>${lead}</body></html>`),
    );
    expect(reports.map(shape)).toEqual([
      ["Storm on the coast: live", undefined, "", lead.replace(/<.?p>/g, "")],
      [
        "Harbour opens",
        "2031-03-02T12:00:00Z",
        "#e3",
        "The harbour opened again at noon, the port authority said.",
      ],
      ["Storm lands", "2031-03-02T08:00:00Z", "#e1", "Nobody was hurt."],
    ]);
    expect(reports[1]!.bylines).toEqual(["Ana Ruiz"]);
  });

  it("that shows none of its entries is no page without an article", () => {
    const update = (i: number) => ({
      "@type": "BlogPosting",
      headline: `Entry ${i}`,
      datePublished: `2031-03-02T1${i}:00:00Z`,
      articleBody: `The port said for the ${i}th time that it was open.`,
    });
    const document = documentOf(
      `<html>${ld([update(1), update(2)])}<body><div id="app"></div></body></html>`,
    );
    expect(extractAll(document).map(({ title }) => title)).toEqual(["Entry 1", "Entry 2"]);
    expect(extract(document).text).toContain("2th time");
  });

  it("takes an entry's address for one only where it is an address of the web", () => {
    const update = (at: string, i: number) => ({
      "@type": "BlogPosting",
      headline: `Entry ${i}`,
      url: at,
      datePublished: "2031-03-02T12:00:00Z",
      articleBody: `The port said for the ${i}th time that it was open.`,
    });
    const addresses = ["javascript:alert(1)//#e1", "/live/storm#e2", "https://herald.example/live/storm/e3"];
    const reports = extractAll(documentOf(`<html>${ld(addresses.map(update))}<body>${lead}</body></html>`));
    expect(reports.slice(1).map((report) => report.url)).toEqual([
      `${url}#e1`,
      `${url}#e2`,
      "https://herald.example/live/storm/e3",
    ]);
  });

  it("keeps entries apart that share an id, and shows one that stands there twice once", () => {
    const same = entry(
      "e1",
      "2031-03-02T13:00:00Z",
      "Boats found",
      "The two boats were found in the evening with all their crew.",
    );
    const page = body.replace(entries[0]!, `${entries[2]}${entries[0]}${same}`);
    const reports = extractAll(documentOf(`<html>${ld()}${page}</html>`));
    expect(reports.slice(1).map(({ title }) => title)).toEqual([
      "Storm lands",
      "Harbour opens",
      "Boats found",
      "Boats missing",
    ]);
    expect(new Set(reports.map(({ id }) => id)).size).toBe(5);
  });

  it("is one report where it is asked for as one", () => {
    expect(extract(documentOf(`<html>${ld()}${body}</html>`)).text).toContain("opened again at noon");
  });
});

describe("no live blog", () => {
  it.each([
    [
      "is an article with comments",
      `<html><body><h1>Storm on the coast</h1>${lead}<div id="comments">${entries.join("")}</div></body></html>`,
      "https://herald.example/storm",
    ],
    [
      "is a page of times that says nothing of being live",
      `<html>${body.replace(": live", "")}</html>`,
      "https://herald.example/storm",
    ],
  ])("%s", (_, html, url) => {
    expect(extractAll({ ...documentOf(html), url }).length).toBe(1);
  });
});

it("a live blog of very many entries takes time in proportion", () => {
  const time = (count: number) => {
    const many = Array.from({ length: count }, (_, i) =>
      entry(
        `e${i}`,
        "2031-03-02T12:00:00Z",
        `Entry ${i}`,
        `The port authority said for the ${i}th time that the harbour was open again.`,
      ),
    );
    const document = documentOf(`<html>${ld()}<body>${lead}<div>${many.join("")}</div></body></html>`);
    return spent(() => extractAll(document));
  };
  time(500);
  const small = Math.max(5, Math.min(time(400), time(400), time(400)));
  expect(Math.min(time(3200), time(3200)) / small).toBeLessThan(8 * 5);
});
