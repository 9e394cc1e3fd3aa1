/** Handing over reports in a real Chromium: files and addresses, what became of each, and the record that they make. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSessions } from "../../src/api/sessions.ts";
import { situationPages } from "../../src/cli/pages.ts";
import { buildWeb } from "../../src/cli/web.ts";
import { openStore } from "../../src/store/open.ts";
import { addReports } from "../../src/work/adding.ts";
import { poolOf } from "../../src/work/pool.ts";
import { article } from "../work/site.ts";
import { type Opened, openBrowser } from "./browser.ts";
import { findChromium } from "./chromium.ts";
import { serveApp } from "./serve.ts";

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const patience = 120_000;

describe.skipIf(chromium === undefined)("handing over reports", { timeout: patience }, () => {
  let folder: string;
  let browser: Opened;
  let served: Awaited<ReturnType<typeof serveApp>>;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sitrep-adding-browser-"));
    const store = await openStore({ folder });
    const now = () => new Date().toISOString();
    await store.addSituation({ id: "boats", title: "Boats", createdAt: now() });
    const pool = poolOf({ workers: 1 });
    const add: NonNullable<Parameters<typeof serveApp>[0]["add"]> = (wanted) =>
      addReports({ store, pool, source: { now } }, wanted);
    served = await serveApp(
      {
        store,
        record: situationPages(store),
        version: "test",
        now,
        dist: await buildWeb(),
        sessions: openSessions(),
        add,
      },
      async () => {
        await pool.close();
        await store.close();
      },
    );
    browser = await openBrowser(chromium!, { reducedMotion: "reduce" });
    page = await browser.context.newPage();
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("reads what is handed over, and says what became of each", async () => {
    await page.goto(`${served.url}/situations/boats`);
    await page.getByRole("button", { name: "Add reports" }).click();
    const dialog = page.getByRole("dialog", { name: "Add reports" });
    await dialog.waitFor();
    expect(await dialog.getByRole("button", { name: "Add", exact: true }).isDisabled()).toBe(true);
    const text = article(
      "Navy stops four boats",
      "The navy stopped four boats off Corvina on Sunday, the ministry said.",
    );
    await dialog.locator("input[type=file]").setInputFiles([
      { name: "boats.html", mimeType: "text/html", buffer: Buffer.from(text) },
      { name: "<b>empty</b>.html", mimeType: "text/html", buffer: Buffer.alloc(0) },
      { name: "wrong.html", mimeType: "text/html", buffer: Buffer.from(text) },
    ]);
    await dialog.getByRole("button", { name: "Leave out wrong.html" }).click();
    await dialog.getByLabel("Addresses of pages").fill("file:///etc/passwd");
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await dialog.getByText("1 report read, 2 not.").waitFor();
    const lines = await dialog.locator(".drop-files li").allInnerTexts();
    expect(lines).toEqual([
      expect.stringMatching(/^<b>empty<\/b>\.html is empty/),
      expect.stringMatching(/^"file:\/\/\/etc\/passwd" is no address of a page/),
      "boats.html",
    ]);
    await dialog.getByRole("link", { name: "boats.html" }).click();
    await page.getByRole("heading", { name: "Navy stops four boats" }).first().waitFor();
    await page.goto(`${served.url}/situations/boats`);
    await page.getByText("stopped four boats off Corvina").first().waitFor();
    expect(complaints).toEqual([]);
  });
});
