/** The brief's page in a real Chromium: axe, both themes, narrow and wide, without script, whatever is in it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { briefHtml } from "../../src/export/brief-html.ts";
import { hostileBrief } from "../brief/hostile.ts";
import { storyBrief } from "../brief/story.ts";
import { type Opened, openBrowser } from "./browser.ts";
import { findChromium } from "./chromium.ts";

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const briefs = { story: storyBrief(), hostile: hostileBrief(false) };

describe.skipIf(chromium === undefined)("the brief's page", () => {
  let folder: string;
  let browser: Opened;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sitrep-brief-"));
    for (const [name, brief] of Object.entries(briefs))
      writeFileSync(join(folder, `${name}.html`), briefHtml(brief));
    browser = await openBrowser(chromium!, { reducedMotion: "reduce" });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(
    name: string,
    width: number,
    scheme: "light" | "dark",
  ): Promise<{ page: Page; said: string[] }> {
    const page = await browser.context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("dialog", (dialog) => {
      said.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) said.push(`asked for ${request.url()}`);
    });
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    return { page, said };
  }

  const ways = [
    { name: "story", width: 390, scheme: "dark" },
    { name: "story", width: 1280, scheme: "light" },
    { name: "hostile", width: 390, scheme: "light" },
    { name: "hostile", width: 1280, scheme: "dark" },
  ] as const;
  it.each(ways)("passes axe and fits: $name, $width px, $scheme", async ({ name, width, scheme }) => {
    const { page, said } = await open(name, width, scheme);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // What the policy lets the page do; axe is the test's own script and comes past it.
    expect(said).toEqual([]);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (
        window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    await page.close();
  });

  it("is styled by its own style, and read without one", async () => {
    const { page } = await open("story", 1280, "light");
    expect(await page.evaluate(() => getComputedStyle(document.querySelector(".notice")!).fontWeight)).toBe(
      "700",
    );
    await page.close();
  });

  it("goes from a mark to its sentence and back by keyboard", async () => {
    const { page } = await open("story", 1280, "light");
    const mark = page.locator("a[role=doc-noteref]").first();
    await mark.focus();
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#n1");
    await page.locator("#n1 a.back").first().focus();
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#r1-1");
    await page.close();
  });
});
