import { describe, expect, it } from "vitest";
import { fromHtml } from "./html.ts";

const text = `<p>The navy stopped four boats off the northern coast before dawn, the ministry said.</p>
<p>Two of the boats carried fuel, and their crews had been at sea for nine days, it added.</p>`;
const page = (inside: string, head = "") =>
  fromHtml(
    `<html lang="en"><head>${head}</head><body><article><h1>Navy stops four boats</h1>${inside}</article></body></html>`,
    {
      url: "https://herald.example/boats",
    },
  );
const words = (draft: ReturnType<typeof page>) => draft.blocks.map((block) => block.text).join("\n");

describe("captions", () => {
  it("stand apart from the text, each once, furniture's left out", () => {
    const draft = page(
      `<figure><img src="a.jpg"><figcaption>A patrol boat in the harbour. Photo: A. Lens</figcaption></figure>${text}
      <div class="wp-caption-text">The quay at noon</div><div class="wp-caption-text">The quay at noon</div>
      <div class="related"><figure><figcaption>Another story's picture</figcaption></figure></div>
      <p>The ministry said no more about it until the evening, when the boats had left.</p>`,
    );
    expect(draft.captions).toEqual(["A patrol boat in the harbour. Photo: A. Lens", "The quay at noon"]);
    expect(words(draft)).not.toMatch(/quay|patrol|Another/);
  });
});

describe("notes of correction", () => {
  const note = "Correction: An earlier version said that forty sailors died. None did.";
  it.each([
    ["behind the text", `${text}<p><em>${note}</em></p>`],
    ["before it", `<p>${note}</p>${text}`],
    ["in a box of their own", `${text}<div class="article-correction"><p>${note}</p></div>`],
  ])("%s are kept as printed, and are no text", (_, html) => {
    const draft = page(html);
    expect(draft.amendments).toEqual([{ kind: "correction", text: note }]);
    expect(words(draft)).not.toContain("forty");
    expect(words(draft)).toContain("nine days");
  });

  it("under a heading of their own are its next block", () => {
    const draft = page(
      `${text}<h4>Correction</h4><p>On 2 March 2031 this page named the wrong port, which was San Lucas.</p>`,
    );
    expect(draft.amendments).toEqual([
      {
        kind: "correction",
        date: "2031-03-02",
        text: "On 2 March 2031 this page named the wrong port, which was San Lucas.",
      },
    ]);
    expect(words(draft)).not.toContain("wrong port");
  });
});

describe("a page of which nothing is left but a note", () => {
  const dated =
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-02T08:00:00Z"}</script>';
  it.each([
    "This article has been retracted. Our editors found that the boats had never sailed.",
    "Editor’s note: The Herald has withdrawn this report, whose source could not be found.",
    "Corrección: El diario ha retirado esta noticia, porque su fuente no existe.",
  ])("that takes it back says so: %s", (note) => {
    const draft = page(`<p>${note}</p>`, dated);
    expect(words(draft)).toBe(note);
    expect(draft.none).toBeUndefined();
    expect(draft.amendments).toMatchObject([{ text: note }]);
  });

  it("that tells what an earlier version said tells no news of it", () => {
    const draft = page(
      "<p>Correction: An earlier version said that forty sailors died. None did.</p>",
      dated,
    );
    expect(draft.blocks).toEqual([]);
    expect(draft.none).toBe("no-article");
  });
});

describe("a page says that it is not whole", () => {
  const paid =
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>';
  it("behind a paywall, with a warning where it is short", () => {
    expect(page(text, paid)).toMatchObject({
      paywalled: true,
      warnings: ["its publisher says that it is not free to read, and it is short: the text may be cut"],
    });
    expect(
      page(
        text.repeat(12).replace(/boats/g, () => `boats ${Math.random()}`),
        paid,
      ).warnings,
    ).toEqual([]);
    expect(page(text).paywalled).toBeUndefined();
  });

  it.each([
    ["/boats?page=2", "https://herald.example/boats?page=2"],
    ["/boats/2", "https://herald.example/boats/2"],
    ["/boats/page/2/", "https://herald.example/boats/page/2/"],
    ["https://herald.example/the-next-story", undefined],
    ["https://elsewhere.example/boats/2", undefined],
    ["javascript:next(2)", undefined],
  ])("with its next page at %s: %s", (href, nextPage) => {
    const draft = page(text, `<link rel="next" href="${href}">`);
    expect(draft.nextPage).toBe(nextPage);
    expect(draft.warnings.length).toBe(nextPage === undefined ? 0 : 1);
  });
});

describe("a printed or AMP page", () => {
  const canonical = '<link rel="canonical" href="https://herald.example/the-boats">';
  it.each([
    ["<html amp>", "https://herald.example/x"],
    ["<html ⚡>", "https://herald.example/x"],
    ["<html>", "https://herald.example/boats?print=1"],
    ["<html>", "https://amp.herald.example/boats"],
    ["<html><body class='print-version'>", "https://herald.example/x"],
  ])("%s at %s names its original", (html, url) => {
    expect(fromHtml(`${html}${canonical}<h1>Navy stops boats</h1>${text}`, { url }).canonicalUrl).toBe(
      "https://herald.example/the-boats",
    );
  });
  it("is told from any other page", () => {
    expect(
      fromHtml(`<html>${canonical}${text}`, { url: "https://herald.example/x" }).canonicalUrl,
    ).toBeUndefined();
  });
});

describe("what a page claims", () => {
  it("is words, where its head has them with their markup", () => {
    const { metadata } = fromHtml(
      `<html><meta property="og:title" content="&lt;i&gt;Boats&lt;/i&gt; leave<br>the harbour & a < b"><meta name="author" content="<b>Ana Ruiz</b>"><body>${text}</body>`,
      {},
    );
    expect(metadata.title).toBe("Boats leave the harbour & a < b");
    expect(metadata.bylines).toEqual(["Ana Ruiz"]);
  });

  it("is one line each of whole characters, and short", () => {
    const { claims } = fromHtml(
      `<html lang="en\n\tGB"><title>${"\u{1f6a2}".repeat(400)}</title><body><h1>Boats</h1>${text}</body>`,
      {},
    );
    expect(claims!.find(({ from }) => from === "html-lang")?.value).toBe("en GB");
    const title = claims!.find(({ from }) => from === "title")!.value;
    expect(title.length).toBeLessThanOrEqual(300);
    expect(title.isWellFormed()).toBe(true);
  });

  it("is kept in the order of trust, with where it stood", () => {
    const draft = fromHtml(
      `<html lang="en"><title>Boats | Herald</title><meta property="article:published_time" content="2031-03-02T11:00:00Z">
      <meta name="dc.date" content="2031-03-03"><meta name="date" content="2031-03-04">
      <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-01T10:00:00+01:00"}</script>
      <body itemscope itemtype="https://schema.org/NewsArticle"><h1>Boats</h1><meta itemprop="datePublished" content="2031-03-05"><time datetime="2031-03-06">6 March</time>${text}</body>`,
      { url: "https://herald.example/2031/03/07/boats" },
    );
    expect(
      draft.claims!.filter(({ field }) => field === "published").map(({ from, value }) => [from, value]),
    ).toEqual([
      ["json-ld", "2031-03-01T10:00:00+01:00"],
      ["microdata", "2031-03-05"],
      ["opengraph", "2031-03-02T11:00:00Z"],
      ["dublin-core", "2031-03-03"],
      ["meta", "2031-03-04"],
      ["time", "2031-03-06"],
      ["url", "2031-03-07"],
    ]);
    expect(draft.metadata.published).toEqual({
      value: "2031-03-01T10:00:00+01:00",
      stated: true,
      from: "json-ld",
    });
    expect(draft.claims!.filter(({ field }) => field === "title").map(({ from }) => from)).toEqual([
      "h1",
      "title",
    ]);
  });
});
