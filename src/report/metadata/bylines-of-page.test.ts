import { describe, expect, it } from "vitest";
import { fromHtml } from "../html.ts";

const text = `<p>The navy stopped four boats off the northern coast before dawn, the ministry said.</p>
<p>Two of the boats carried fuel, and their crews had been at sea for nine days, it added.</p>`;
const ld = (article: object) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Navy stops four boats", ...article })}</script>`;
const site = '<meta property="og:site_name" content="Gulf Coast Herald">';
const h1 = "<h1>Navy stops four boats</h1>";

const cases: [what: string, html: string, bylines: string[]][] = [
  [
    "JSON-LD, in any nesting",
    `${ld({ author: [{ "@type": "Person", name: "Ana Ruiz" }, { name: ["Ben Okoro"] }] })}${h1}${text}`,
    ["Ana Ruiz", "Ben Okoro"],
  ],
  [
    "the outlet in JSON-LD, a person on the page",
    `${site}${ld({ author: { "@type": "Organization", name: "Gulf Coast Herald" } })}${h1}<div class="byline">By Ana Ruiz</div>${text}`,
    ["Ana Ruiz"],
  ],
  [
    "the outlet in JSON-LD, an agency on the page",
    `${site}${ld({ author: { "@type": "Organization", name: "Gulf Coast Herald" } })}${h1}<div class="author">Reuters</div>${text}`,
    ["Gulf Coast Herald"],
  ],
  [
    "an agency in the head, a name in a box behind the text",
    `<meta name="author" content="dpa">${h1}${text}<p><b>Boats Market</b></p>`,
    ["dpa"],
  ],
  [
    "a card's label",
    `<meta name="author" content="a.ruiz@herald.example"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Ruiz">${h1}${text}`,
    ["Ana Ruiz"],
  ],
  [
    "a label with a colon and links",
    `${h1}<ul><li>Von: <a href="/a">Ana RUIZ</a>, <a href="/b">Ben OKORO</a></li></ul>${text}`,
    ["Ana RUIZ", "Ben OKORO"],
  ],
  [
    "an element named so, its link alone",
    `${h1}<div class="author"><a href="/ana">Ana Ruiz</a><span>Share</span></div>${text}`,
    ["Ana Ruiz"],
  ],
  [
    "an element whose parts touch",
    `${h1}<div class="author"><span>Lagoon Press</span><span>March 4</span></div>${text}`,
    ["Lagoon Press"],
  ],
  [
    "one cluster, not the box further down",
    `${h1}<p class="author">Ana Ruiz</p>${text}${"<i></i>".repeat(80)}<p class="author">Chi Tran</p><p>The ministry said no more about it until the evening, when the boats had left.</p>`,
    ["Ana Ruiz"],
  ],
  [
    "bold type before the text",
    `${h1}<div><p><strong>Ana Ruiz/Ben Okoro</strong></p>${text}</div>`,
    ["Ana Ruiz", "Ben Okoro"],
  ],
  [
    "the right edge behind the text",
    `${h1}<div>${text}<p style="text-align: right">Ana Ruiz</p></div>`,
    ["Ana Ruiz"],
  ],
  [
    "no letter's signature",
    `${h1}<div>${text}<p><b>Ana Ruiz</b></p>${text.replaceAll("navy", "port")}<p><b>Ben Okoro</b></p>${text.replaceAll("navy", "coast guard")}<p><b>Chi Tran</b></p></div>`,
    [],
  ],
  ["the editor where nobody else is named", `${h1}${text}<div>(责编：王小明)</div>`, ["王小明"]],
  ["the author before the editor", `${h1}<div>作者：李大海</div>${text}<div>责编：王小明</div>`, ["李大海"]],
  [
    "no comment's author",
    `<article itemscope itemtype="https://schema.org/Article">${h1}${text}<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Karo L.</b><p>Fine.</p></div></article>`,
    [],
  ],
  [
    "microdata of the article",
    `<article itemscope itemtype="https://schema.org/NewsArticle">${h1}<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ana Ruiz</b></span>${text}</article>`,
    ["Ana Ruiz"],
  ],
];

describe("who wrote a page, by", () => {
  it.each(cases)("%s", (_, html, bylines) => {
    const draft = fromHtml(`<html><body>${html}</body></html>`, {});
    expect(draft.metadata.bylines).toEqual(bylines);
    if (bylines.length > 0)
      expect(draft.blocks.map((block) => block.text).join("\n")).not.toMatch(/^(?:Ana Ruiz|By Ana)/m);
  });
});
