import { describe, expect, it } from "vitest";
import { select, selectorOf } from "./select.ts";
import { treeOf } from "./tree.ts";

const tree = treeOf(
  `<div id="a" class="story main"><p class="by" data-kind="author-line">1</p><div><p class="by">2</p></div></div><p class="by" itemprop="author">3</p>`,
);
const found = (selector: string) =>
  select(tree, selectorOf(selector)).map((node) => tree.nodes[node.index + 1]!.text || node.attributes.id);

describe("a selector", () => {
  it.each([
    ["p", ["1", "2", "3"]],
    [".by", ["1", "2", "3"]],
    ["div.story.main", ["a"]],
    ["#a p", ["1", "2"]],
    ["#a > p", ["1"]],
    ["div div > .by", ["2"]],
    ["[itemprop]", ["3"]],
    ["[itemprop=author]", ["3"]],
    ['p[data-kind^="author"]', ["1"]],
    ["[data-kind*=line], [itemprop=author]", ["1", "3"]],
    ["span, #b", []],
  ])("%s", (selector, texts) => expect(found(selector)).toEqual(texts));

  it.each(["p:first-child", "a ~ b", "", "p..x", "[x|=y]"])("(%j) that is not known is refused", (selector) =>
    expect(() => selectorOf(selector)).toThrow(/no selector/),
  );
});
