import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromHtml } from "../html.ts";
import { selectorOf } from "../select.ts";
import { ruleFor, type SiteRule } from "./site-rule.ts";
import { sites } from "./sites.ts";

const folder = join(import.meta.dirname, "fixtures");
const pathOf = (name: string, type: string) => join(folder, `${name}.${type}`);

interface Expected {
  readonly url: string;
  readonly fetchedAt: string;
  readonly title: string;
  readonly bylines: readonly string[];
  readonly text: readonly string[];
}

function read(name: string, rules: readonly SiteRule[]) {
  const { url, fetchedAt } = JSON.parse(readFileSync(pathOf(name, "json"), "utf8")) as Expected;
  const draft = fromHtml(readFileSync(pathOf(name, "html"), "utf8"), { url, fetchedAt, sites: rules });
  const { title, bylines } = draft.metadata;
  return { url, fetchedAt, title, bylines, text: draft.blocks.map((block) => block.text) };
}

describe("each rule for a site", () => {
  it.each(sites.map((rule) => [rule.name, rule] as const))(
    "(%s) has an invented page, is needed there, and right",
    (name, rule) => {
      for (const type of ["html", "json"])
        expect(
          existsSync(pathOf(name, type)),
          `${pathOf(name, type)} is missing: every rule has a fixture`,
        ).toBe(true);
      expect(readFileSync(pathOf(name, "html"), "utf8")).toContain("Invented for testing.");
      const expected = JSON.parse(readFileSync(pathOf(name, "json"), "utf8")) as Expected;
      expect(ruleFor(sites, expected.url, expected.fetchedAt)).toBe(rule);
      expect(read(name, sites)).toEqual(expected);
      expect(read(name, [])).not.toEqual(expected);
    },
  );

  it.each(sites.map((rule) => [rule.name, rule] as const))(
    "(%s) has selectors that are understood",
    (_, rule) => {
      for (const key of [
        "body",
        "keep",
        "remove",
        "title",
        "byline",
        "standfirst",
        "published",
        "section",
      ] as const)
        if (rule[key] !== undefined) expect(() => selectorOf(rule[key]!)).not.toThrow();
    },
  );

  it("has a name of its own, and no fixture is left without a rule", () => {
    const names = sites.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect([...new Set(readdirSync(folder).map((file) => file.replace(/\.\w+$/, "")))].sort()).toEqual(
      [...names].sort(),
    );
  });
});

describe("a rule", () => {
  const rules: SiteRule[] = [
    { name: "old", hosts: ["herald.example"], to: "2030-12-31", title: ".headline", body: "#old" },
    {
      name: "new",
      hosts: ["herald.example"],
      from: "2031-01-01",
      standfirst: ".summing",
      remove: ".box",
      section: "[data-section]",
      published: "time.when",
    },
  ];
  it.each([
    ["https://www.herald.example/a", "2030-06-01T00:00:00Z", "old"],
    ["https://world.herald.example/a", "2030-12-31T23:00:00Z", "old"],
    ["https://herald.example/a", "2031-01-01T00:00:00Z", "new"],
    ["https://otherherald.example/a", "2031-01-01T00:00:00Z", undefined],
    [undefined, "2031-01-01T00:00:00Z", undefined],
  ])("for %s on %s is %s", (url, fetchedAt, name) => expect(ruleFor(rules, url, fetchedAt)?.name).toBe(name));

  const html = `<h1>Other words for it</h1><p class="headline">Navy stops four boats</p><p class="summing">Two carried fuel for smugglers.</p>
    <span data-section="" content="World">W</span><time class="when" datetime="2031-03-02T12:00:00Z"></time>
    <div id="old"><p>The navy stopped four boats off the northern coast before dawn, the ministry said.</p></div>
    <div><p>Their crews had been at sea for nine days when they were halted, the coast guard added.</p><div class="box"><p>Our letter brings the harbour to you, each week, for nothing at all.</p></div></div>`;
  it("gives what it names, whatever the page says of itself", () => {
    const url = "https://herald.example/a";
    const old = fromHtml(html, { url, fetchedAt: "2030-06-01T00:00:00Z", sites: rules });
    expect(old.metadata.title).toBe("Navy stops four boats");
    expect(old.blocks.map(({ text }) => text)).toEqual([
      "The navy stopped four boats off the northern coast before dawn, the ministry said.",
    ]);
    const recent = fromHtml(html, { url, fetchedAt: "2031-06-01T00:00:00Z", sites: rules });
    expect(recent.blocks[0]).toEqual({ kind: "standfirst", text: "Two carried fuel for smugglers." });
    expect(recent.blocks.some(({ text }) => text.includes("letter"))).toBe(false);
    expect(recent.metadata).toMatchObject({
      section: "World",
      published: { value: "2031-03-02T12:00:00Z", from: "site-rule" },
    });
  });
});
