import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spent } from "../../test/spent.ts";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import { extract, extractAll } from "./extract.ts";

function documentOf(content: string | Uint8Array, more: Partial<Document> = {}): Document {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes,
    input: "page.html",
    fetchedAt: "2031-03-03T09:00:00Z",
    ...more,
  };
}

const read = (content: string | Uint8Array, more: Partial<Document> = {}) =>
  extract(documentOf(content, more));
const lines = (report: Report) =>
  report.blocks.map((block) => [block.kind, report.text.slice(block.start, block.end)]);
const problem = (content: string, more: Partial<Document> = {}): Problem => {
  try {
    read(content, more);
  } catch (error) {
    return error as Problem;
  }
  throw new Error("no problem");
};

const paragraphs = [
  "SAN LUCAS, March 2 (Meridian Press) — The navy stopped four boats off the northern coast before dawn, the ministry said.",
  "Two of the boats carried fuel, and their crews told the coast guard that they had been at sea for nine days.",
  "“We were never asked to halt,” said Tomas Arrieta, who owns one of the boats and denies that it carried anything else.",
];
const body = paragraphs.map((text) => `<p>${text}</p>`).join("\n");

const page = `<!doctype html><html lang="en-US"><head><title>Navy stops four boats | Gulf Coast Herald</title>
<meta property="og:site_name" content="Gulf Coast Herald">
<meta property="article:published_time" content="2031-03-02T11:30:00Z">
<meta name="sitrep-notice" content="Invented for demonstration">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@id":"#a","@type":"Person","name":"Ana Ruiz"},
{"@type":"NewsArticle","headline":"Navy stops four boats","datePublished":"2031-03-02T12:15:00+01:00","dateModified":"2031-03-02T13:00:00+01:00",
"author":[{"@id":"#a"},{"@type":"Person","name":"Ben Okoro"}],"publisher":{"@type":"Organization","name":"The Gulf Coast Herald"},"articleSection":"World",}]}</script>
<style>p { color: red }</style></head>
<body><header><nav><a href="/">Home</a> <a href="/world">World news from all over the place today.</a></nav></header>
<article><h1>Navy stops four boats</h1><p class="standfirst">The ministry says that two carried fuel for smugglers.</p>
<div class="byline">By Ana Ruiz and Ben Okoro</div><div class="share-buttons"><a href="#">Share this article</a></div>
<figure><img src="a.jpg"><figcaption>A patrol boat in the harbour of San Lucas on Sunday. Photo: A. Lens</figcaption></figure>
<div class="article-body"><p>${paragraphs[0]}</p><div class="ad-slot"><p>Buy the best boat of the year now, only today.</p></div>
<p>${paragraphs[1]}</p><aside class="related"><h3>Related</h3><p><a href="/x">Harbour town waits for the rain that never comes.</a></p></aside>
<h2>What the owners say</h2><p>${paragraphs[2]}</p><script>track("a long sentence that is code.");</script>
<p style="display:none">Hidden words that nobody saw on the page.</p><p>Read more: the harbour that waits</p></div></article>
<section id="comments"><p>First comment of a reader who knows it all better, of course.</p></section>
<footer><p>Copyright 2031 Gulf Coast Herald. All rights reserved, and some more words.</p></footer></body></html>`;

describe("a page", () => {
  const report = read(page, { mediaType: "text/html", url: "https://herald.example/2031/03/02/boats" });

  it("gives its article by blocks, furniture out", () => {
    expect(lines(report)).toEqual([
      ["headline", "Navy stops four boats"],
      ["standfirst", "The ministry says that two carried fuel for smugglers."],
      ["paragraph", paragraphs[0]],
      ["paragraph", paragraphs[1]],
      ["heading", "What the owners say"],
      ["paragraph", paragraphs[2]],
    ]);
  });

  it("gives what it states about itself, JSON-LD first, with where it stood", () => {
    expect(report).toMatchObject({
      title: "Navy stops four boats",
      bylines: ["Ana Ruiz", "Ben Okoro"],
      publisher: "The Gulf Coast Herald",
      credit: "Meridian Press",
      section: "World",
      published: { value: "2031-03-02T12:15:00+01:00", stated: true, from: "json-ld" },
      modified: { value: "2031-03-02T13:00:00+01:00", stated: true, from: "json-ld" },
      language: "en",
      notice: "Invented for demonstration",
      extractor: "html@2",
      warnings: [],
    });
  });

  it("parts blocks by one empty line, in order and without overlap", () => {
    let end = -2;
    for (const block of report.blocks) {
      expect(block.start).toBe(end + 2);
      expect(report.text.slice(block.start, block.end)).not.toMatch(/\n|\s{2}|^\s|\s$/);
      end = block.end;
    }
    expect(end).toBe(report.text.length);
  });

  it("keeps a list set in paragraphs to its end, and a lone line behind the text out", () => {
    const boats = [
      "Corvina, 1961",
      "Amapala, 1974",
      "Lempira, 1980",
      "Tigre, 1992",
      "Meanguera, 2004",
      "Conchagua, 2011",
    ];
    const list = boats.map((name) => `<p>${name}</p>`).join("");
    const inBody = (html: string) =>
      read(`<html><h1>Navy stops boats</h1><div class="article-body">${html}</div></html>`).text;
    const half = boats
      .slice(0, 3)
      .map((name) => `<p>${name}</p>`)
      .join("");
    expect(inBody(`${body}${half}${body.replaceAll("navy", "port")}${list}`)).toContain("Conchagua, 2011");
    expect(inBody(`${body}<p>Herald online</p>`)).not.toContain("Herald online");
  });

  it("leaves out what opens over a word", () => {
    const report = read(
      `<html><h1>Navy stops boats</h1><p>The navy stopped <span>four boats<span class="tooltip-text">Boats of the old kind, without motors.</span></span> off the coast, it said.</p>${body}</html>`,
    );
    expect(report.text).toContain("The navy stopped four boats off the coast, it said.");
  });

  it("has as standfirst what its head says it is about, shown above the text", () => {
    const about = "Two of them carried fuel for smugglers, says the ministry in San Lucas";
    const report = read(
      `<html><meta name="description" content="${about}."><h1>Navy stops four boats</h1><div><p>${about}</p></div><div class="article-body">${body}</div></html>`,
    );
    expect(lines(report)[1]).toEqual(["standfirst", about]);
  });

  it.each([
    ["World", "World"],
    ["news,game,slider", "news"],
    ["Waste, Fraud & Abuse", "Waste, Fraud & Abuse"],
    ["post", undefined],
    ["Uncategorized", undefined],
  ])("of section %j is of section %j", (stated, section) => {
    expect(read(`<html><meta property="article:section" content="${stated}">${body}</html>`).section).toBe(
      section,
    );
  });

  it("leaves out boxes about persons, by their schema.org type, and dialogs over the page", () => {
    const about =
      "Ana Ruiz has taught the law of the sea at the university of San Lucas since 2019, and writes on it.";
    const dialog =
      "When you visit this page, we store files on your device, which you can allow or refuse, one by one, below.";
    const report = read(`<html><h1>Navy stops four boats</h1><section class="article-content">${body}
      <div itemscope itemtype="https://schema.org/Person"><p>${about}</p></div></section><div aria-modal="true"><p>${dialog.repeat(12)}</p></div></html>`);
    expect(report.text).toContain("at sea for nine days");
    expect(report.text).not.toMatch(/law of the sea|store files/);
  });

  it("comes out the same twice, and its id hangs on bytes and extractor", () => {
    expect(read(page, { mediaType: "text/html", url: "https://herald.example/2031/03/02/boats" })).toEqual(
      report,
    );
    expect(report.id).toMatch(/^r[0-9a-f]{16}$/);
    expect(read(`${page} `).id).not.toBe(report.id);
  });

  it("is told by how it begins where its type is missing or wrong", () => {
    for (const mediaType of [undefined, "text/plain", "application/octet-stream"]) {
      const report = read(page, mediaType === undefined ? {} : { mediaType });
      expect(report.extractor).toBe("html@2");
    }
  });

  it("takes a date from the caller, its text, or its address where the head has none", () => {
    const bare = `<h1>Navy stops four boats off the coast</h1>${body}`;
    expect(extract(documentOf(bare), { published: "2031-03-05" }).published).toEqual({
      value: "2031-03-05",
      stated: true,
      from: "option",
    });
    expect(
      read(`<h1>Navy stops boats</h1><div>Published: 2 March 2031, 9:14 am GMT</div>${body}`).published,
    ).toEqual({
      value: "2031-03-02T09:14:00Z",
      stated: true,
      from: "page",
    });
    const url = "https://herald.example/2031/mar/02/boats";
    expect(read(bare, { url }).published).toEqual({ value: "2031-03-02", stated: false, from: "url" });
    expect(read(bare).published).toBeUndefined();
  });

  it.each([
    [
      "a meta tag with colons",
      '<meta property="article:published:time" content="2031-03-02T15:48:15Z">',
      "2031-03-02T15:48:15Z",
      "opengraph",
    ],
    [
      "the verdict of a check of facts",
      '<script type="application/ld+json">{"@type":"ClaimReview","datePublished":"2031-03-02 15:44"}</script>',
      "2031-03-02T15:44:00",
      "json-ld",
    ],
    [
      "the line, not the caption above it",
      '<div class="legende">A quay on 28 February 2031 (A. Lens)</div><div>Published on 2 March 2031</div>',
      "2031-03-02",
      "page",
    ],
  ])("takes its date from %s", (_, html, value, from) => {
    const report = read(`<html><h1>Navy stops four boats</h1>${html}${body}</html>`);
    expect(report.published).toEqual({ value, stated: true, from });
  });

  it("has the host as publisher where no name is given", () => {
    expect(read(`<html>${body}</html>`, { url: "https://www.herald.example/a" }).publisher).toBe(
      "herald.example",
    );
  });

  const credits: [what: string, html: string, credit: string | undefined][] = [
    [
      "a last line",
      `${body.replace("(Meridian Press) ", "")}<p>— Lagoon Press Agency</p>`,
      "Lagoon Press Agency",
    ],
    ["a source line", `${body.replace("(Meridian Press) ", "")}<p>Source: AFP</p>`, "Agence France-Presse"],
    [
      "a byline that is an agency",
      `<meta name="author" content="Reuters">${body.replace("(Meridian Press) ", "")}`,
      "Reuters",
    ],
    [
      "a byline that ends as agencies do",
      `<meta name="author" content="Lagoon News Agency">${body.replace("(Meridian Press) ", "")}`,
      "Lagoon News Agency",
    ],
    [
      "nothing, where the agency itself prints it",
      `<meta property="og:site_name" content="Meridian Press Agency">${body}`,
      undefined,
    ],
    ["nothing", body.replace("(Meridian Press) ", ""), undefined],
    [
      "a bracket that is no dateline",
      body.replace("SAN LUCAS, March 2 (Meridian Press) —", "The group (called Meridian) says that"),
      undefined,
    ],
  ];
  it.each(credits)("credits an agency by %s", (_, html, credit) => {
    const report = read(`<html>${html}</html>`);
    expect(report.credit).toBe(credit);
    expect(report.text).not.toMatch(/Source:|— Lagoon/);
  });

  it("in another language than its template says is of the language of its text", () => {
    const spanish =
      "El gobierno de la provincia dijo que la marina detuvo a cuatro lanchas frente a la costa y que dos de ellas llevaban combustible para los contrabandistas, según el ministerio, que no quiso dar más detalles sobre la operación. ";
    expect(read(`<html lang="en"><p>${spanish.repeat(3)}</p></html>`).language).toBe("es");
    expect(read(`<html lang="en"><p>Officials in San Lucas met today.</p>${body}</html>`).language).toBe(
      "en",
    );
  });
});

describe("a page that shows its text by script alone", () => {
  const articleBody = `${paragraphs.join("\n\n")}\n\n${paragraphs.join(" ")}`;
  const html = (shown: string) =>
    `<html><script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Navy stops four boats", articleBody })}</script>${shown}</html>`;
  it("is read from its JSON-LD, with a warning", () => {
    const report = read(html("<p>Subscribe to read the rest of this story today.</p>"));
    expect(report.text).toContain("had been at sea for nine days");
    expect(report.blocks.map(({ kind }) => kind)).toEqual(["headline", ...Array(4).fill("paragraph")]);
    expect(report.warnings).toEqual(["the page shows little of its text: read from its JSON-LD"]);
  });
  it("is read with the paragraphs that its JSON-LD leaves out, and without the boxes", () => {
    const stated = Array.from(
      { length: 8 },
      (_, i) =>
        `On day ${i} the port authority counted the boats at the northern quay and found ${i + 4} of them without papers.`,
    );
    const dropped =
      "Nobody in the town had seen so many grey boats in one night, said the keeper of the light, who has written down every arrival since the spring and keeps his books in a box under the stairs.";
    const box =
      "Our letter brings the harbour to you each week, with all that its reporters have seen, heard and written down, and with the timetable of every ferry that leaves for the islands.";
    const paragraph = (text: string) => `<p>${text}</p>`;
    const shown = `<div class="article-body">${stated.slice(0, 4).map(paragraph).join("")}${paragraph(dropped)}<div><div>${paragraph(box)}</div></div>${stated.slice(4).map(paragraph).join("")}</div>`;
    const ld = `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Boats", articleBody: stated.join("\n") })}</script>`;
    const { text } = read(`<html>${ld}<h1>Boats</h1>${shown}</html>`);
    expect(text).toContain(dropped);
    expect(text).not.toContain(box);
  });
  it("is read as shown where it shows most of it", () => {
    expect(read(html(body)).warnings).toEqual([]);
  });
});

describe("a page without an article", () => {
  const teaser = (i: number) =>
    `<div class="item"><h3><a href="/${i}">Navy stops boat ${i} off the coast</a></h3><p>The ministry said on day ${i} that the boat had carried fuel.</p></div>`;
  const cases: [what: string, html: string, code: string][] = [
    [
      "an index of links",
      `<title>Herald</title><h1>Herald</h1>${'<div class="teaser"><a href="/a">Navy stops four boats off the coast</a></div>'.repeat(30)}`,
      "section-front",
    ],
    [
      "a section of headlines and teasers",
      `<meta property="og:type" content="website"><h1>World</h1><main>${Array.from({ length: 12 }, (_, i) => teaser(i)).join("")}</main>`,
      "section-front",
    ],
    [
      "a login",
      "<h1>Log in</h1><form><p>Please enter your name and your password to go on.</p><input><button>Log in</button></form>",
      "login",
    ],
    ["an error", "<title>404 Not Found</title><h1>Not Found</h1>", "error-page"],
    [
      "an error served as a page",
      "<title>Gulf Coast Herald</title><h1>We looked everywhere</h1><p>The page you are looking for does not exist. Try the search above.</p>",
      "error-page",
    ],
    [
      "an error in German",
      "<title>Seite nicht gefunden | Zeitung</title><p>Diese Seite gibt es nicht mehr, leider.</p>",
      "error-page",
    ],
    [
      "a check for robots",
      "<title>Just a moment...</title><p>Checking if the site connection is secure. This takes a few seconds.</p>",
      "robot-check",
    ],
    [
      "a question about cookies",
      "<title>Herald</title><div><p>We and our 842 partners store cookies on your device. You can accept or reject them.</p><button>Accept all</button></div>",
      "consent-wall",
    ],
    ["code alone", "<script>let a = 'A long sentence that is code, not text.';</script>", "no-article"],
  ];
  it.each(cases)("(%s) is one line that says what it is and what to do", (_, html, code) => {
    const found = problem(`<!doctype html><html><body>${html}</body></html>`);
    expect(found).toBeInstanceOf(Problem);
    expect([found.stage, found.code, found.where]).toEqual(["report", code, "page.html"]);
    expect(found.message).toMatch(/^page\.html (?:holds|is|lists) [^\n]*: [^\n]+$/);
  });

  it.each([
    [
      "is short",
      "<h1>Navy stops boats</h1><p>The navy stopped four boats off the northern coast, the ministry said.</p>",
    ],
    ["reports on a login", `<h1>Sign in to vote, the port tells its crews on Sunday</h1>${body}`],
    [
      "speaks of cookies",
      `<meta property="og:type" content="article"><h1>Court bans cookies</h1><p>The company told the court that its partners need cookies, and that users give their consent.</p>`,
    ],
    [
      "has other stories between its paragraphs",
      `<meta property="og:type" content="article"><h1>Navy stops boats</h1><main>${Array.from({ length: 12 }, (_, i) => teaser(i)).join("")}</main>`,
    ],
  ])("is not taken for one where it %s", (_, html) => {
    expect(read(`<!doctype html><html><body>${html}</body></html>`).blocks.length).toBeGreaterThan(1);
  });
});

describe("character sets", () => {
  const latin = (text: string) => Buffer.from(text, "latin1");
  const cases: [what: string, bytes: Uint8Array, more: Partial<Document>, warning: RegExp | undefined][] = [
    [
      "UTF-8",
      Buffer.from(`<html><p>Señor Peña left at dawn, the ministry said on Sunday.</p></html>`),
      {},
      undefined,
    ],
    [
      "declared by the server",
      latin(`<html><p>Señor Peña left at dawn, the ministry said on Sunday.</p></html>`),
      { charset: "ISO-8859-1" },
      undefined,
    ],
    [
      "declared by the page",
      latin(
        `<html><meta charset="windows-1252"><p>Señor Peña left at dawn, the ministry said on Sunday.</p></html>`,
      ),
      {},
      undefined,
    ],
    [
      "not declared",
      latin(`<html><p>Señor Peña left at dawn, the ministry said on Sunday.</p></html>`),
      {},
      /read as windows-1252/,
    ],
    [
      "declared wrongly",
      Buffer.from(`<html><p>Señor Peña left at dawn, the ministry said on Sunday.</p></html>`),
      { charset: "gbk" },
      /declared as gbk, read as UTF-8/,
    ],
    [
      "UTF-16 with a mark",
      Buffer.from(
        `\ufeff<html><p>Señor Peña left at dawn, the ministry said on Sunday.</p></html>`,
        "utf16le",
      ),
      {},
      undefined,
    ],
    [
      "an unknown label",
      Buffer.from(`<html><p>Señor Peña left at dawn, the ministry said on Sunday.</p></html>`),
      { charset: "x-nonsense" },
      undefined,
    ],
  ];
  it.each(cases)("%s", (_, bytes, more, warning) => {
    const report = read(bytes, more);
    expect(report.text).toContain("Señor Peña left at dawn");
    if (warning === undefined) expect(report.warnings).toEqual([]);
    else expect(report.warnings[0]).toMatch(warning);
  });

  it("broken UTF-8 is read as far as it goes, with a warning", () => {
    const bytes = Buffer.concat([
      Buffer.from("<html><p>Señor Peña left at da"),
      Buffer.from([0xff]),
      Buffer.from("wn, the ministry said.</p></html>"),
    ]);
    const report = read(bytes);
    expect(report.text).toBe("Señor Peña left at da\ufffdwn, the ministry said.");
    expect(report.warnings).toEqual(["1 place was not valid UTF-8 and read as \ufffd"]);
  });
});

describe("a saved page (MHTML)", () => {
  const saved = [
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://herald.example/boats",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="----part"',
    "",
    "------part",
    "Content-Type: text/css",
    "",
    "p { color: red }",
    "------part",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://herald.example/boats",
    "",
    "<html><body><h1>Se=C3=B1ora Pe=C3=B1a lea=",
    "ves the harbour</h1><p>Se=C3=B1ora Pe=C3=B1a left at dawn, the ministry said=",
    " on Sunday in a statement.</p></body></html>",
    "------part--",
  ].join("\r\n");

  it("is read as the page in it, with where it was saved from", () => {
    const report = read(saved, { mediaType: "multipart/related" });
    expect(report.url).toBe("https://herald.example/boats");
    expect(lines(report)).toEqual([
      ["headline", "Señora Peña leaves the harbour"],
      ["paragraph", "Señora Peña left at dawn, the ministry said on Sunday in a statement."],
    ]);
    expect(read(saved).text).toBe(report.text);
  });

  it("without a page in it is no article", () => {
    const empty =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--';
    expect(problem(empty).code).toBe("no-article");
  });
});

describe("a page that breaks off", () => {
  it.each(["</o/f", "</div class='a b", "</p", "<p class=", "<a href='x", "<!-- more"])(
    "in %s gives no word of that",
    (tail) => {
      const { text } = extract(
        documentOf(`<p>Boats left the harbour at noon, the ministry said on Sunday.${tail}`),
      );
      expect(text).toBe("Boats left the harbour at noon, the ministry said on Sunday.");
    },
  );
});

describe("any bytes", () => {
  it("give a report whose blocks cover its text, or a problem, never another error", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "<p>",
        "</p>",
        "<div class='share'>",
        "<table><td>",
        "<h1>",
        "<!--",
        "<svg>",
        "<script>",
        "The navy stopped four boats, he said. ",
        "<br><br>",
        "&#0;",
        "\u0000",
        "<li>",
        "</ul>",
        "<a href=x>",
        "Title: x\n",
        "\n\n",
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom("text/html", "text/plain", "multipart/related"),
        (parts, mediaType) => {
          let report: Report;
          try {
            report = read(parts.join(""), { mediaType });
          } catch (error) {
            expect(error).toBeInstanceOf(Problem);
            return;
          }
          let end = -2;
          for (const block of report.blocks) {
            expect(block.start).toBe(end + 2);
            expect(block.end).toBeGreaterThan(block.start);
            end = block.end;
          }
          expect(end).toBe(report.text.length);
        },
      ),
      { numRuns: 300, seed: 6 },
    );
  });
});

describe("hostile pages", () => {
  const n = 20_000;
  const cases: [what: string, html: string][] = [
    ["nested 100,000 deep", `${"<div>".repeat(100_000)}${body}${"</div>".repeat(100_000)}`],
    [
      "inline elements never closed, and as many strangers closed",
      `${"<b>".repeat(n)}${"</i>".repeat(n)}${body}`,
    ],
    [
      "an attribute of a megabyte",
      `<div class="${"share ".repeat(100_000)}" title="${"a".repeat(1_000_000)}">${body}</div>`,
    ],
    ["20,000 attributes", `<div ${Array.from({ length: n }, (_, i) => `a${i}=b`).join(" ")}>${body}</div>`],
    ["20,000 empty elements", `${"<i></i>".repeat(n)}${body}`],
    [
      "JSON-LD nested 100,000 deep",
      `<script type="application/ld+json">${"[".repeat(n)}${"]".repeat(n)}</script>${body}`,
    ],
  ];
  it.each(cases)("%s", (_, html) => {
    const report = read(`<html>${html}</html>`);
    for (const text of paragraphs) expect(report.text).toContain(text);
    expect(report.text).not.toMatch(/[<>]|aaaa/);
  });

  it("with 50 MB in one attribute are read as if it were short", () => {
    const report = read(`<html><div title="${"a".repeat(50_000_000)}">${body}</div></html>`);
    for (const text of paragraphs) expect(report.text).toContain(text);
    expect(JSON.stringify(report).length).toBeLessThan(10_000);
  });

  it("with a million siblings are read up to the limit, and say so", () => {
    const report = read(`<html>${body}<ul>${"<li>x</li>".repeat(1_000_000)}</ul></html>`);
    for (const text of paragraphs) expect(report.text).toContain(text);
    expect(report.warnings).toEqual(["the page has more than 1,000,000 elements: its end was not read"]);
  }, 60_000);

  const growing: [what: string, html: (n: number) => string][] = [
    ["bylines", (n) => `${'<div class="author">By Ana Ruiz and Ben</div>'.repeat(n)}${body}`],
    ["names in bold", (n) => body + "<p><b>Ana Ruiz</b></p><p>One more line, he said at noon.</p>".repeat(n)],
    [
      "notes of correction",
      (n) => body + "<p>Correction: An earlier version of this story was wrong.</p>".repeat(n),
    ],
    ["captions", (n) => `${"<figcaption>A boat</figcaption>".repeat(n)}${body}`],
    ["a headline of marks", (n) => `<h1>${"a - b : ".repeat(n)}</h1>${body}`],
    [
      "scopes of microdata",
      (n) => `${"<div itemscope>".repeat(400)}${"<b itemprop=author>Ana Ruiz</b>".repeat(n)}${body}`,
    ],
    [
      "microformats",
      (n) => `<div class=hentry>${"<b class='author vcard'><i class=fn>Ana</i></b>".repeat(n)}${body}</div>`,
    ],
    [
      "times",
      (n) =>
        `${body}${"<div><time datetime=2031-01-01>x</time><p>The port said that it was open.</p></div>".repeat(n)}`,
    ],
  ];
  it.each(growing)("of many %s grow so too", (_, html) => {
    const time = (n: number) => {
      const document = documentOf(`<html>${html(n)}</html>`, { url: "https://herald.example/live/boats" });
      return spent(() => extractAll(document));
    };
    time(1_000);
    const small = Math.max(5, Math.min(time(1_000), time(1_000), time(1_000)));
    expect(Math.min(time(8_000), time(8_000)) / small).toBeLessThan(8 * 5);
  });

  it("grow in time with their length, not faster", () => {
    const time = (times: number) => {
      const html = `<html>${body}${"<div><h2>Comments</h2><p>One more, he said.<b>".repeat(times)}</html>`;
      return spent(() => read(html));
    };
    time(1_000);
    const small = Math.max(5, Math.min(time(2_000), time(2_000), time(2_000)));
    expect(Math.min(time(16_000), time(16_000)) / small).toBeLessThan(8 * 5);
  });
});
