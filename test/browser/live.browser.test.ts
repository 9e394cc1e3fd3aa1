/**
 * What comes while a page is open: the real command line and the real server over a folder that is followed, into which
 * reports are put while somebody reads.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWeb } from "../../src/cli/web.ts";
import { freePort } from "../store/postgres.ts";
import { type Opened, openBrowser } from "./browser.ts";
import { findChromium } from "./chromium.ts";

const chromium = findChromium();
const bin = fileURLToPath(new URL("../../bin/sitrep.js", import.meta.url));

/** Names and numbers of their own, so that each report brings entries of its own. */
const towns = ["Arlen", "Brava", "Corvo", "Dunmere", "Estrel", "Fogar", "Galva", "Hollin", "Imber", "Jarrow"];
const report = (i: number) => `<html lang="en"><head><title>Ministry acts in ${towns[i]}</title>
<meta property="og:site_name" content="Arlen Courier"><meta property="article:published_time" content="2031-04-${String(i + 1).padStart(2, "0")}T08:00:00Z"></head>
<body><article><h1>Ministry acts in ${towns[i]}</h1>
<p>The interior ministry closed the border crossing at ${towns[i]} on Tuesday, the ministry said in a statement on its site.</p>
<p>At least ${i + 12} people were injured in clashes in ${towns[i]}, according to the regional hospital, which treated them overnight.</p>
<p>The interior minister said that the government may send troops to ${towns[i]} next week if the clashes there go on.</p>
</article></body></html>`;

describe.skipIf(chromium === undefined)("a page that is open while reports come", () => {
  let folder: string;
  let inbox: string;
  let server: ChildProcess;
  let url: string;
  let browser: Opened;
  let page: Page;
  let desk: Page;

  beforeAll(async () => {
    await buildWeb();
    folder = mkdtempSync(join(tmpdir(), "sitrep-live-"));
    inbox = join(folder, "inbox");
    mkdirSync(inbox);
    const put = (i: number) => writeFileSync(join(inbox, `${towns[i]}.html`), report(i));
    for (let i = 0; i < 6; i++) put(i);
    const data = ["--data", join(folder, "data")];
    await sitrep(["add", "border", ...data, "--title", "The border", inbox]);
    await sitrep(["source", "add", inbox, "--to", "border", ...data]);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    server = spawn(bin, ["start", ...data, "--port", String(port), "--no-example", "--no-open"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise<void>((resolve, reject) => {
      server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
      server.stdout!.on("data", (some) => String(some).includes(" is at ") && resolve());
    });
    browser = await openBrowser(chromium!, { reducedMotion: "reduce" });
    page = await browser.context.newPage();
    desk = await browser.context.newPage();
    await desk.goto(`${url}/sources`);
  });
  afterAll(async () => {
    await browser?.close();
    if (server?.exitCode === null) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  /** A report into the folder that is followed, and a visit to it. */
  async function bring(i: number): Promise<void> {
    writeFileSync(join(inbox, `${towns[i]}.html`), report(i));
    await desk.bringToFront();
    await desk
      .getByRole("button", { name: /^Visit now/ })
      .first()
      .click();
    await page.bringToFront();
  }

  const bar = () => page.locator(".live-news");

  it("shows a bar without reload; scroll and the open drawer stay; taken, the new lines are marked", async () => {
    await page.setViewportSize({ width: 1280, height: 700 });
    await page.goto(`${url}/situations/border`);
    await page.locator("#timeline .line, #timeline .event").first().waitFor();
    const reloads = await countReloads(page);

    await page.locator("#outlook").scrollIntoViewIfNeeded();
    await page.locator("#timeline a[aria-haspopup]").first().click();
    const drawer = page.getByRole("dialog");
    await drawer.locator("mark").first().waitFor();
    const before = await placed(page);
    await bring(6);
    await bar().waitFor({ state: "attached", timeout: 60_000 });
    expect(await bar().innerText()).toMatch(/\d+ new entr(y|ies)/);
    expect(await placed(page)).toEqual(before);
    expect(await drawer.isVisible()).toBe(true);
    expect(await page.locator("main").innerText()).not.toContain(towns[6]);

    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    const scroll = await page.evaluate(() => scrollY);
    expect(scroll).toBe(before.scroll);
    await bar().getByRole("button", { name: "Show", exact: true }).click();
    await page.locator("main [data-fresh='new']").first().waitFor();
    // Lists far down are drawn when they come into sight.
    const marked = async () => {
      const seen: string[] = [];
      for (const section of await page.locator("main section[id]").all()) {
        await section.scrollIntoViewIfNeeded();
        seen.push(...(await section.locator("a:has([data-fresh='new'])").allInnerTexts()));
      }
      return seen.join(" ");
    };
    await expect.poll(marked, { timeout: 20_000 }).toContain(towns[6]);
    expect(await marked()).not.toContain(towns[0]);
    expect(await bar().innerText()).toMatch(/^\d+ new/);
    await page.getByRole("button", { name: "To the first" }).click();
    expect(await page.evaluate(() => document.activeElement?.querySelector("[data-fresh]") !== null)).toBe(
      true,
    );
    await bar().getByRole("button", { name: "Done", exact: true }).click();
    await page.locator("main [data-fresh]").first().waitFor({ state: "detached" });
    expect(await reloads()).toBe(0);
  });

  it("adds up what comes while it waits, and says it politely", async () => {
    await bring(7);
    await bar().waitFor({ timeout: 60_000 });
    const first = Number(/^\d+/.exec(await bar().innerText())![0]);
    await bring(8);
    await expect
      .poll(async () => Number(/^\d+/.exec(await bar().innerText())![0]), { timeout: 60_000 })
      .toBeGreaterThan(first);
    const said = page.locator(".live [aria-live=polite]");
    await expect.poll(() => said.textContent(), { timeout: 20_000 }).toMatch(/new entr/);
    expect(await page.locator("main").innerText()).not.toContain(towns[7]);
  });

  it("sets the cards' numbers in place", async () => {
    await page.goto(url);
    const facts = page.locator(".card .facts");
    await facts.getByText("9 reports").waitFor();
    await bring(9);
    await facts.getByText("10 reports").waitFor({ timeout: 60_000 });
    expect(await page.locator(".live-news").count()).toBe(0);
  });

  it("costs nothing out of sight, and tells what was missed when it is back", async () => {
    await page.goto(`${url}/situations/border`);
    await page.locator("#timeline .line, #timeline .event").first().waitFor();
    await page.waitForLoadState("networkidle");
    const asked: string[] = [];
    await hide(page, true);
    page.on("request", (request) => asked.push(request.url()));
    writeFileSync(join(inbox, "Late.html"), report(3).replaceAll(towns[3]!, "Kelso"));
    await desk
      .getByRole("button", { name: /^Visit now/ })
      .first()
      .click();
    await desk
      .getByText(/last new/)
      .first()
      .waitFor({ timeout: 60_000 });
    await desk.waitForTimeout(3_000);
    expect(asked).toEqual([]);
    expect(await bar().count()).toBe(0);
    await hide(page, false);
    await bar().waitFor({ timeout: 60_000 });
  });
});

/** Where the page and its drawer stand. */
async function placed(page: Page) {
  return page.evaluate(() => ({
    scroll: scrollY,
    height: document.querySelector("main")!.getBoundingClientRect().height,
    drawer: document.querySelector("[role=dialog]")?.textContent,
    address: location.href,
  }));
}

async function countReloads(page: Page): Promise<() => Promise<number>> {
  let count = 0;
  page.on("load", () => count++);
  return async () => count;
}

/** As the browser tells a page that it is in a tab behind others. */
async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange"));
    },
    hidden ? "hidden" : "visible",
  );
}

function sitrep(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(bin, args, { stdio: ["ignore", "ignore", "inherit"] });
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`)),
    );
  });
}
