/** The brief in its formats: what stands in it, what leads where, and that nothing from outside is more than text. */

import { parseHTML } from "linkedom";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { hostileBrief, payloads } from "../../test/brief/hostile.ts";
import { storyBrief } from "../../test/brief/story.ts";
import { printBrief } from "./brief.ts";
import { briefHtml, briefPolicy } from "./brief-html.ts";
import { briefMarkdown, text as markdownText } from "./brief-markdown.ts";
import { briefPdf } from "./brief-pdf.ts";
import { briefText } from "./brief-text.ts";
import { shown } from "./outside.ts";

const story = storyBrief();
const hostile = hostileBrief();

const tree = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

function* nodes(node: Nodes): Generator<Nodes> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* nodes(child);
}

const words = (node: Nodes): string =>
  [...nodes(node)].map((one) => ("value" in one ? one.value : "")).join("");

describe("Markdown", () => {
  const parsed = tree(briefMarkdown(story));

  it("has a heading a section, lists, tables and notes", () => {
    const all = [...nodes(parsed)];
    const headings = all.filter((node) => node.type === "heading");
    expect(headings.filter(({ depth }) => depth === 1)).toHaveLength(1);
    expect(headings.filter(({ depth }) => depth === 2).map(words)).toEqual([
      ...story.sections.map(({ title }) => title),
      "Sentences",
    ]);
    expect(all.filter(({ type }) => type === "table").length).toBeGreaterThan(0);
  });

  it("leads each mark to a note, and each note holds its sentence as it stands", () => {
    const all = [...nodes(parsed)];
    const notes = new Map(
      all.flatMap((node) => (node.type === "footnoteDefinition" ? [[node.identifier, words(node)]] : [])),
    );
    const marks = all.flatMap((node) => (node.type === "footnoteReference" ? [node.identifier] : []));
    expect(marks.length).toBeGreaterThan(story.footnotes.length - 1);
    for (const mark of marks) expect(notes.has(mark)).toBe(true);
    for (const { number, quote } of story.footnotes)
      expect(notes.get(String(number))).toContain(shown(quote));
  });

  it("makes neither markup nor links of outside text", () => {
    const all = [...nodes(tree(briefMarkdown(hostile)))];
    const types = new Set(all.map(({ type }) => type));
    for (const type of [
      "html",
      "image",
      "imageReference",
      "linkReference",
      "definition",
      "blockquote",
      "code",
      "thematicBreak",
      "delete",
    ])
      expect(types).not.toContain(type);
    const links = all.flatMap((node) => (node.type === "link" ? [node.url] : []));
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(link).toMatch(/^https:\/\/post\.example\//);
    expect(all.filter((node) => node.type === "heading" && node.depth === 2).map(words)).toEqual([
      ...hostile.sections.map(({ title }) => title),
      "Sentences",
    ]);
    expect(all.filter(({ type }) => type === "footnoteDefinition")).toHaveLength(hostile.footnotes.length);
    // Only ours is strong, emphasised or a task.
    for (const node of all) {
      if (node.type === "strong")
        expect([...hostile.facts.map(({ label }) => label), shown(payloads[1]!)]).toContain(words(node));
      if (node.type === "listItem") expect(node.checked ?? null).toBeNull();
    }
  });

  it.each(payloads)("keeps %j as it is, but for what cannot be read", (payload) => {
    const parsed = tree(`- ${markdownText(payload)}`);
    // A bar in an address costs a joiner that nobody sees.
    expect(words(parsed).replaceAll("\u2060", "")).toBe(shown(payload));
    expect(
      [...nodes(parsed)].map(({ type }) => type).filter((type) => type === "link" || type === "html"),
    ).toEqual([]);
  });
});

describe("HTML", () => {
  const { document } = parseHTML(briefHtml(story));

  it("has a language, a title, landmarks, and headings in order", () => {
    expect(document.documentElement.getAttribute("lang")).toBe("en");
    expect(document.title).toContain("The ferry");
    for (const landmark of ["header", "nav[aria-label]", "main"])
      expect(document.querySelectorAll(landmark)).toHaveLength(1);
    const levels = [...document.querySelectorAll("h1,h2,h3")].map(({ tagName }) => Number(tagName[1]));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, i) => {
      expect(level).toBeGreaterThan(1);
      expect(level - levels[i]!).toBeLessThan(2);
    });
    for (const link of document.querySelectorAll("nav a"))
      expect(document.querySelector(link.getAttribute("href")!)).not.toBeNull();
  });

  it("leads each mark to its note and each note back to each of its marks", () => {
    const marks = [...document.querySelectorAll("a[role=doc-noteref]")];
    expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
    for (const mark of marks) {
      const note = document.querySelector(mark.getAttribute("href")!)!;
      expect(note.querySelector(`a[href="#${mark.id}"]`)).not.toBeNull();
    }
    for (const { number, quote } of story.footnotes)
      expect(document.querySelector(`#n${number} q`)!.textContent).toBe(shown(quote));
    expect(document.querySelectorAll(".endnotes a.back")).toHaveLength(marks.length);
  });

  it("holds no script and nothing from elsewhere, whatever is in it", () => {
    for (const brief of [story, hostile]) {
      const { document } = parseHTML(briefHtml(brief));
      const names = new Set([...document.querySelectorAll("*")].map(({ tagName }) => tagName.toLowerCase()));
      for (const name of ["script", "img", "svg", "iframe", "link", "object", "form", "base"])
        expect(names).not.toContain(name);
      expect(document.querySelectorAll("style")).toHaveLength(1);
      for (const element of document.querySelectorAll("*")) {
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^style$|^src/);
      }
      for (const link of document.querySelectorAll("a"))
        expect(link.getAttribute("href")).toMatch(/^(?:#[a-z]|https:\/\/post\.example\/)/);
    }
    expect(briefPolicy).not.toContain("unsafe");
  });

  it("shows hostile text as text", () => {
    const { document } = parseHTML(briefHtml(hostile));
    expect(document.querySelector("h1")!.textContent).toBe(shown(payloads.slice(0, 6).join(" ")));
    expect(document.querySelector(".summary")!.textContent).toBe(shown(payloads.join(" ")));
  });
});

describe("PDF", () => {
  /** Its pages' texts, its links and its outline, as another library reads them. */
  async function read(bytes: Uint8Array) {
    const pdf = await getDocumentProxy(Uint8Array.from(bytes));
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, i) => {
        const page = await pdf.getPage(i + 1);
        const { items } = await page.getTextContent();
        return {
          text: items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join(""),
          links: (await page.getAnnotations()) as { dest?: unknown; url?: string; unsafeUrl?: string }[],
          marked: await page.getStructTree(),
        };
      }),
    );
    return {
      pdf,
      pages,
      text: pages.map(({ text }) => text).join(" "),
      links: pages.flatMap(({ links }) => links),
    };
  }
  const squeezed = (text: string) => text.replace(/\s/gu, "");

  it("has every line and sentence, an outline, page numbers, and is tagged", async () => {
    const { pdf, pages, text } = await read(await briefPdf(story));
    const all = squeezed(text);
    for (const { groups } of story.sections)
      for (const { lines } of groups) for (const line of lines) expect(all).toContain(squeezed(line.text));
    for (const { quote } of story.footnotes) expect(all).toContain(squeezed(quote));
    const outline = await pdf.getOutline();
    expect(outline!.map(({ title }) => title)).toEqual([
      ...story.sections.map(({ title }) => title),
      "Sentences",
    ]);
    for (const [i, page] of pages.entries())
      expect(squeezed(page.text)).toContain(`${i + 1}/${pages.length}`);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(JSON.stringify(pages.map(({ marked }) => marked))).toMatch(/"H1".*"H2".*"L".*"LI"/);
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: "The ferry off Tampico", Creator: "Sitrep", Language: "en" });
  });

  it("leads from marks to sentences and back, and to http addresses alone", async () => {
    const { pdf, links } = await read(await briefPdf(hostile));
    const places = new Set(Object.keys(await pdf.getDestinations()));
    const named = links.flatMap(({ dest }) => (typeof dest === "string" ? [dest] : []));
    for (const { number } of hostile.footnotes) {
      expect(named).toContain(`n${number}`);
      expect(places).toContain(`n${number}`);
      expect(places).toContain(`r${number}`);
    }
    for (const { url, unsafeUrl } of links)
      if (unsafeUrl !== undefined) expect(url).toMatch(/^https:\/\/post\.example\//);
  });

  it("keeps within its pages, however long what it sets side by side or in a table", async () => {
    const long = "y".repeat(9000);
    const line = {
      text: `${long} z`,
      notes: [1],
      tags: [long],
      under: [{ text: long, notes: [], tags: [], under: [] }],
    };
    const row = {
      at: "2031-03-03",
      value: "11",
      issuer: long,
      publishers: long,
      origins: 1,
      tags: [],
      notes: [1],
    };
    const sections = [
      { key: "contested" as const, title: "Contested", groups: [{ sides: true, lines: [line, line] }] },
      { key: "figures" as const, title: "Figures", groups: [{ lines: [{ ...line, rows: [row, row] }] }] },
    ];
    const { pdf } = await read(await briefPdf({ ...story, sections }));
    for (let page = 1; page <= pdf.numPages; page++) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      for (const item of items) {
        if (!("transform" in item)) continue;
        expect(item.transform[4] + item.width).toBeLessThan(596 - 55);
        expect(item.transform[5]).toBeGreaterThan(30);
      }
    }
  });

  it("is the same bytes each time, with no time of its own", async () => {
    const once = Buffer.from(await briefPdf(story));
    expect(once.equals(await briefPdf(story))).toBe(true);
    const { at: _, ...undated } = story;
    const { pdf } = await read(await briefPdf(undated));
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info.CreationDate).toMatch(/^D:19700101/);
  });

  it("has letters of Latin, Greek and Cyrillic, and spells out by number what its font lacks", async () => {
    const { text } = await read(
      await briefPdf({ ...story, title: "Łódź Ωμέγα Привет ğışİ Đặng 中文 标 🚢", summary: "中".repeat(30) }),
    );
    expect(text).toContain("Łódź Ωμέγα Привет ğışİ Đặng [U+4E2D U+6587] [U+6807] [U+1F6A2]");
    expect(text).toContain("and 18 more]");
    expect(text).toMatch(/font lacks \d+ of the characters/);
    const { text: plain } = await read(await briefPdf({ ...story, summary: "Only letters." }));
    expect(plain).not.toContain("font lacks");
  });

  it("breaks words of any length, and keeps within its pages", async () => {
    const { pdf, pages } = await read(
      await briefPdf({ ...story, title: "x".repeat(500), summary: `${"y".repeat(4000)} z` }),
    );
    expect(pages.length).toBeGreaterThan(1);
    const page = await pdf.getPage(1);
    const { items } = await page.getTextContent();
    for (const item of items) {
      if (!("transform" in item)) continue;
      expect(item.transform[4] + item.width).toBeLessThan(596 - 60);
      expect(item.transform[5]).toBeGreaterThan(30);
    }
  });
});

describe("text", () => {
  it("has every line with its marks, and every sentence", () => {
    const text = briefText(story).replace(/\s+/gu, " ");
    for (const { groups } of story.sections)
      for (const { lines } of groups)
        for (const line of lines)
          expect(text).toContain(`${line.text}${line.notes.length === 0 ? "" : ` [${line.notes[0]}]`}`);
    for (const { number, quote } of story.footnotes) {
      expect(text).toContain(`[${number}] `);
      expect(text).toContain(`“${quote}”`);
    }
  });

  it("is written to a file without the characters that steer a terminal", async () => {
    const text = Buffer.from(await printBrief(hostile, "text")).toString();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    expect(text).toContain("bell");
  });
});
