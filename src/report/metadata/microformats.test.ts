import { describe, expect, it } from "vitest";
import { treeOf } from "../tree.ts";
import { microformatClaims } from "./microformats.ts";

const text = `<p id="text">The navy stopped four boats off the northern coast, the ministry said.</p>`;
function claims(html: string) {
  const tree = treeOf(html);
  const at = tree.nodes.findIndex(({ attributes }) => attributes.id === "text");
  return microformatClaims(tree, at).map(({ field, value }) => [field, value]);
}

describe("microformats", () => {
  it("of hNews", () => {
    expect(
      claims(`<div class="hnews hentry post"><h1 class="entry-title">Navy stops boats</h1>
        <address class="vcard author"><span class="fn">Ana Ruiz</span>, <span class="title">reporter</span></address>
        <span class="source-org vcard"><span class="org fn">Lagoon Press</span></span>
        <abbr class="published" title="2031-03-02T12:00:00Z">Sunday</abbr>
        <span class="updated"><span class="value-title" title="2031-03-02T13:00:00Z"></span>later</span>
        <p class="entry-summary">Two carried fuel.</p><div class="entry-content">${text}</div></div>`),
    ).toEqual([
      ["title", "Navy stops boats"],
      ["byline", "Ana Ruiz"],
      ["credit", "Lagoon Press"],
      ["published", "2031-03-02T12:00:00Z"],
      ["modified", "2031-03-02T13:00:00Z"],
      ["description", "Two carried fuel."],
    ]);
  });

  it("of h-entry, without the replies to it", () => {
    expect(
      claims(`<article class="h-entry"><h1 class="p-name">Navy stops boats</h1><a class="p-author h-card" href="/ana">Ana Ruiz</a>
        <time class="dt-published" datetime="2031-03-02">2 March</time><div class="e-content">${text}</div>
        <div class="h-cite"><a class="p-author h-card">Karo</a><time class="dt-published" datetime="2031-03-04"></time></div></article>`),
    ).toEqual([
      ["title", "Navy stops boats"],
      ["byline", "Ana Ruiz"],
      ["published", "2031-03-02"],
    ]);
  });

  it("of another entry, or of mere class names, say nothing", () => {
    expect(
      claims(`<div class="hentry"><h2 class="entry-title">Another</h2></div><div>${text}</div>`),
    ).toEqual([]);
    expect(claims(`<div class="hentry"><p class="author">About us</p>${text}</div>`)).toEqual([]);
  });
});
