/** An analyst's work on the example situation in a real Chromium: see what changed, check it, correct it, take it back. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { situationPages } from "../../src/cli/pages.ts";
import { loadExample } from "../../src/cli/start.ts";
import { buildWeb } from "../../src/cli/web.ts";
import { openStore } from "../../src/store/open.ts";
import { type Opened, openBrowser } from "./browser.ts";
import { findChromium } from "./chromium.ts";
import { serveApp } from "./serve.ts";

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const here = "/situations/pemba-channel";
const patience = 120_000;

describe.skipIf(chromium === undefined)("an analyst's work", { timeout: patience }, () => {
  let folder: string;
  let browser: Opened;
  let served: Awaited<ReturnType<typeof serveApp>>;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sitrep-work-"));
    const store = await openStore({ folder });
    await loadExample(store);
    // Each look at the clock is a minute later: what is done has an order.
    let minutes = 0;
    const now = () => new Date(Date.UTC(2031, 11, 1, 8, minutes++)).toISOString();
    const record = situationPages(store);
    served = await serveApp({ store, record, version: "test", now, dist: await buildWeb() }, () =>
      store.close(),
    );
    browser = await openBrowser(chromium!, { reducedMotion: "reduce" });
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await browser.context.newPage();
    page.setDefaultTimeout(30_000);
    complaints = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  async function open(path: string) {
    await page.goto(served.url + path);
    await page.waitForLoadState("networkidle");
    await page.locator(".loading").first().waitFor({ state: "detached" });
  }

  async function seenAt(seenAt: string) {
    const reader = await page.evaluate(() => localStorage.getItem("sitrep.reader"));
    const answer = await fetch(`${served.url}/api${here}/seen`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ reader, seenAt }),
    });
    expect(answer.status).toBe(201);
  }

  it("says that it is the first look, then what changed since, then that nothing has", async () => {
    await open("/");
    expect(await page.locator(".card-since").innerText()).toBe("You have not looked at this yet");
    await open(here);
    const since = page.locator("#since");
    expect(await since.locator(".since-said").innerText()).toContain("This is your first look");
    expect(await since.locator(".lines").count()).toBe(0);

    await seenAt("2031-10-25T00:00:00Z");
    await open("/");
    const card = await page.locator(".card-since").innerText();
    expect(card).toMatch(/^\d+ changes since you last looked$/u);
    await open(here);
    const changes = Number.parseInt(card, 10);
    expect(await since.locator(".since-said").innerText()).toBe(
      `${changes} changes since 25 Oct 2031, 00:00 UTC.`,
    );
    const counts = await since.locator("h3 .section-count").allInnerTexts();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(changes);
    await since.getByRole("link", { name: /From “planned” to “called off”/u }).click();
    await page.getByRole("dialog").locator("mark").first().waitFor();
    expect(await page.getByRole("dialog").locator(".history").innerText()).toMatch(
      /planned[\s\S]*called off/u,
    );
    await page.keyboard.press("Escape");

    await since.getByRole("button", { name: "Mark as read" }).click();
    await since.getByText(/^Nothing has changed since/u).waitFor();
    expect(await since.getByRole("button").count()).toBe(0);
    await open("/");
    expect(await page.locator(".card-since").innerText()).toBe("Nothing new since you last looked");
    expect(await browser.context.cookies()).toEqual([]);
  });

  it("gives the brief as files, of the time that is shown", async () => {
    await open(`${here}?asOf=2031-09-20`);
    for (const [name, type] of [
      ["PDF", "application/pdf"],
      ["HTML", "text/html"],
      ["Markdown", "text/markdown"],
    ] as const) {
      const link = page.getByRole("link", { name: `Download the brief as ${name}` });
      const answer = await fetch(served.url + (await link.getAttribute("href")));
      expect(answer.headers.get("content-type")).toContain(type);
      const text = await answer.text();
      if (name === "PDF") expect(text.startsWith("%PDF-")).toBe(true);
      else {
        expect(text).toContain("Strikes in the Pemba Channel");
        // The fourth strike was on 30 September.
        expect(text).not.toContain("fourth strike");
      }
    }
  });

  async function violations(): Promise<string[]> {
    await page.evaluate(axe);
    const { violations } = (await page.evaluate(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
    )) as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`,
    );
  }

  async function wide(): Promise<number> {
    return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** In both themes, wide and narrow. */
  async function isClean(at: string): Promise<void> {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violations(), `${at}, ${colorScheme}, ${width}`).toEqual([]);
        expect(await wide(), `${at}, ${colorScheme}, ${width}`).toBe(0);
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  it("has nothing for axe to find where changes are listed", async () => {
    await open(here);
    await seenAt("2031-09-25T00:00:00Z");
    await open(here);
    await page.locator("#since .lines").first().waitFor();
    await isClean("since");
  });
});
