/** The app in Spanish, in a real Chromium: chosen, kept, nothing left in English but what reports say. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildWeb } from "../../src/cli/web.ts";
import { en } from "../../web/words/en/index.ts";
import { es } from "../../web/words/es/index.ts";
import { type Opened, openBrowser } from "./browser.ts";
import { chromium, follow, settled, violations } from "./desk.ts";
import { entryId, fixture, situation } from "./fixture.ts";
import { serveFixture } from "./serve.ts";

const here = `/situations/${situation.id}`;
const made = fixture();
const wire = made.reports[0]!;

/** Names and titles that stand on pages as data, longest first. */
const data = [
  situation.id,
  situation.title,
  situation.summary ?? "",
  situation.notice ?? "",
  ...made.reports.flatMap(({ title = "", publisher = "", url = "" }) => [title, publisher, url]),
  ...made.record.origins.map(({ name }) => name),
  ...made.record.entries.flatMap(({ lead, series = [] }) => [
    ...[...lead.actors, ...lead.recipients].map(({ name }) => name),
    ...series.flatMap(({ issuer = "" }) => [issuer]),
    lead.speaker.name ?? "",
    lead.speaker.words ?? "",
  ]),
]
  .filter((words) => words !== "")
  .sort((a, b) => b.length - a.length);

const pages: [name: string, path: string][] = [
  ["situations", "/"],
  ["a situation", here],
  ["the past", `${here}?asOf=2031-04-10`],
  ["evidence", `${here}?entry=${entryId("killed")}`],
  ["a plan's evidence", `${here}?entry=${entryId("patrols")}`],
  ["review", `${here}/review`],
  ["a report", `/reports/${wire.id}?at=52-100&show=event,place,statement`],
  ["search", "/search?q=patrol"],
  ["a search without hits", "/search?q=zebra"],
  ["sources", "/sources"],
  ["nothing", "/nowhere"],
  ["no situation", "/situations/nowhere"],
];

describe.skipIf(chromium === undefined)("in Spanish", () => {
  let browser: Opened;
  let served: Awaited<ReturnType<typeof serveFixture>>;
  let page: Page;

  beforeAll(async () => {
    served = await serveFixture(await buildWeb());
  });
  afterAll(() => served?.close());
  beforeEach(async () => {
    browser = await openBrowser(chromium!, { reducedMotion: "reduce" });
    page = await browser.context.newPage();
    follow(page);
  });
  afterEach(() => browser?.close());

  async function open(path: string) {
    await page.goto(served.url + path);
    await settled(page);
  }
  const language = () => page.evaluate(() => document.documentElement.lang);

  it("is what the browser asks for, without a choice", async () => {
    await open("/");
    expect(await language()).toBe("en");
    await browser.close();
    browser = await openBrowser(chromium!, { locale: "es-MX" });
    page = await browser.context.newPage();
    await open("/");
    expect(await language()).toBe("es");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(es.situations.title);
  });

  it("is switched to by its name and kept, on every page and when loaded again, and so is English", async () => {
    await open(here);
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("link", { name: es.nav.sources, exact: true }).first().waitFor();
    expect(page.url()).toBe(served.url + here);
    await page.reload();
    await page.getByRole("heading", { name: es.situation.timeline }).waitFor();
    await open("/sources");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(es.followed.title);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: en.followed.title }).waitFor();
    expect(await language()).toBe("en");
  });

  it("is what a link says, from then on", async () => {
    await open(`${here}?lang=es`);
    expect(await language()).toBe("es");
    expect(await page.title()).toBe(es.pageTitle(situation.title));
    await open("/");
    expect(await language()).toBe("es");
    await open("/?lang=xx");
    expect(await language()).toBe("es");
  });

  it("writes numbers, days and plurals as Spanish does, and gives the brief in Spanish", async () => {
    await open(`${here}?lang=es`);
    const brief = page.getByRole("link", { name: es.download.as("Markdown") });
    const text = await (await fetch(served.url + (await brief.getAttribute("href")))).text();
    expect(text).toContain("Qué ha ocurrido");
    expect(text).toContain("«");
    await open("/");
    expect(await page.locator(".card .facts").innerText()).toContain("5 orígenes independientes");
    expect(await page.locator(".card-news").innerText()).toMatch(/\d+ (?:abr|may) 2031/u);
  });

  describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
    it("has nothing for axe to find and leaves nothing in English, and fits narrow pages", async () => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await open("/?lang=es");
      const found: string[] = [];
      for (const [name, path] of pages) {
        await open(path);
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 900 });
          for (const one of await violations(page)) found.push(`${name}, ${width} px: ${one}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide, `${name} at ${width} px`).toBeLessThanOrEqual(width);
        }
        for (const text of await left(page)) found.push(`${name}: ${text}`);
      }
      expect(found).toEqual([]);
    }, 240_000);
  });

  it("ships no more script for the first view than its budget", async () => {
    await open(`${here}?lang=es`);
    await page.locator(".day-open").first().waitFor();
    const bytes = await page.evaluate(() =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith(".js"))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(160_000);
  });
});

/** Texts and labels that count as Spanish by their element, and read as English without the data in them. */
async function left(page: Page): Promise<string[]> {
  const shown: string[] = await page.evaluate((mixed) => {
    const texts: string[] = [];
    const isSpanish = (element: Element | null) =>
      element?.closest("[lang]")?.getAttribute("lang") === "es" && element.closest(mixed) === null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (isSpanish(node.parentElement)) texts.push(node.textContent ?? "");
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]"))
      for (const name of ["aria-label", "title", "placeholder"])
        if (isSpanish(element)) texts.push(element.getAttribute(name) ?? "");
    return [...texts, document.title];
  }, mixed.join(", "));
  return shown
    .map((text) => data.reduce((rest, words) => rest.replaceAll(words, "·"), text).trim())
    .filter((text) => englishWords.has(text) || english.test(text));
}

/** Sentences of Spanish around what is cut from a report, and names. */
const mixed = [
  "noscript",
  ".axis",
  "script",
  "style",
  ".since-group .line",
  ".line-notes",
  ".drawer-notes",
  "code",
  "dd.number",
];
const english =
  /\b(?:the|of|and|with|this|that|is|are|was|by|from|which|reports?|entry|entries|origins?|says|since|show|search|not|last|new|source|when|who|what|more)\b/iu;

/** What the interface says in English alone. */
const englishWords = new Set(
  strings(en).filter((words) => /\p{L}{2}/u.test(words) && !strings(es).includes(words)),
);

function strings(of: unknown): string[] {
  if (typeof of === "string") return [of];
  return typeof of === "object" && of !== null ? Object.values(of).flatMap(strings) : [];
}
