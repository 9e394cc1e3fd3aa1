import { describe, expect, it } from "vitest";
import { fromHtml } from "./html.ts";

const text = `<div class="article-body"><p>The navy stopped four boats off the northern coast before dawn, the ministry said.</p>
<p>Two of the boats carried fuel, and their crews had been at sea for nine days, it added.</p></div>`;
const sum = "Two of them carried fuel for smugglers, says the ministry in San Lucas.";
const standfirst = (between: string, head = "") =>
  fromHtml(
    `<html>${head}<body><header><h1>Navy stops four boats</h1>${between}</header>${text}</body></html>`,
    {},
  ).blocks.find(({ kind }) => kind === "standfirst")?.text;

describe("a standfirst", () => {
  it.each([
    ["named so", `<p class="article-dek">${sum}</p>`],
    ["in an element named so", `<div class="standfirst"><div><p>${sum}</p></div></div>`],
    ["that is the page's description", `<p>${sum.slice(0, -1)}</p>`],
    ["by its place alone", `<div><div>${sum}</div></div>`],
    [
      "behind a byline",
      `<p class="byline">By Ana Ruiz, who has lived in San Lucas for nine years and writes.</p><p>${sum}</p>`,
    ],
    ["set as a heading", `<h2>${sum.slice(0, -1)}</h2>`],
  ])("%s", (what, between) => {
    const head = what.includes("description") ? `<meta name="description" content="${sum}">` : "";
    expect(standfirst(between, head)?.replace(/\.$/, "")).toBe(sum.slice(0, -1));
  });

  it.each([
    [
      "a caption",
      `<figure><figcaption>${sum}</figcaption></figure><div class="image-description">${sum}</div><p class="photo-caption">${sum}</p>`,
    ],
    ["a pointer to another story", `<div class="related"><p>${sum}</p></div>`],
    ["a link", `<p><a href="/x">${sum}</a></p>`],
    ["a date", "<p>Published on 2 March 2031 at noon by the desk of the Herald in San Lucas.</p>"],
    ["a short line", "<p>From San Lucas</p>"],
    ["the headline in other words", ""],
  ])("is not %s", (_, between) => {
    const found = standfirst(
      between,
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Four boats stopped off the coast"}</script><meta property="og:title" content="Four boats stopped off the coast">`,
    );
    expect(found).toBe(undefined);
  });
});
