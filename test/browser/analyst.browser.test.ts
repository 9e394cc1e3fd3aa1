/**
 * The whole work of an analyst on the example situation, by keyboard alone, light and dark, narrow and wide: see what changed,
 * open the evidence, merge what is one, see the record and the audit trail change, go back in time, take the brief along.
 * What is seen on the way is compared with pictures (screens.ts).
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Entry } from "../../src/api/schema/entry.ts";
import type { RecordAnswer } from "../../src/api/schema/record.ts";
import { situationPages } from "../../src/cli/pages.ts";
import { loadExample } from "../../src/cli/start.ts";
import { buildWeb } from "../../src/cli/web.ts";
import { openStore } from "../../src/store/open.ts";
import { type Opened, openBrowser } from "./browser.ts";
import { findChromium } from "./chromium.ts";
import { differsFrom } from "./screens.ts";
import { serveApp } from "./serve.ts";

const chromium = findChromium();
const here = "/situations/pemba-channel";
const patience = 120_000;
const reader = "an-analyst";

describe.skipIf(chromium === undefined)("the whole work of an analyst", { timeout: patience }, () => {
  let folder: string;
  let dist: string;
  let browser: Opened;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sitrep-analyst-"));
    const store = await openStore({ folder: join(folder, "example") });
    await loadExample(store);
    await store.addMark({ situation: "pemba-channel", reader, seenAt: "2031-10-25T00:00:00Z" });
    await store.close();
    dist = await buildWeb();
    browser = await openBrowser(chromium!, { reducedMotion: "reduce", acceptDownloads: true });
    await browser.context.addInitScript((id) => localStorage.setItem("sitrep.reader", id), reader);
  }, patience);
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Goes on when something is done, and not when somebody looks: what is seen hangs on no one's speed. */
  let minutes = 0;

  /** A server of its own for each walk: what one corrects another does not see. */
  async function serve(name: string): Promise<string> {
    const own = join(folder, name);
    cpSync(join(folder, "example"), own, { recursive: true });
    const store = await openStore({ folder: own });
    minutes = 0;
    const now = () => new Date(Date.UTC(2031, 11, 1, 8, minutes)).toISOString();
    const served = await serveApp({ store, record: situationPages(store), version: "test", now, dist }, () =>
      store.close(),
    );
    closing.push(served.close);
    return served.url;
  }

  describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
    it.each([390, 1440])("at %i px", async (width) => {
      const url = await serve(`${colorScheme}-${width}`);
      const page = await browser.context.newPage();
      closing.push(() => page.close());
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const different: (string | undefined)[] = [];
      const look = async (name: string) => {
        await page.waitForLoadState("networkidle");
        await page.locator(".loading").first().waitFor({ state: "detached" });
        different.push(await differsFrom(page, `${name}-${colorScheme}-${width}`));
      };
      const record = async () =>
        ((await (await fetch(`${url}/api${here}/record`)).json()) as RecordAnswer).entries;
      const entryWith = async (words: string): Promise<Entry> => {
        const found = (await record()).find(({ kind, line }) => kind === "event" && line.includes(words));
        if (found === undefined) throw new Error(`no event says "${words}"`);
        return found;
      };

      // From the situations to what changed since.
      await page.goto(url);
      await look("situations");
      await tabTo(page, page.getByRole("link", { name: /Pemba Channel/u }).first());
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: /Pemba Channel/u }).waitFor();
      await page.locator("#since h3").first().waitFor();
      await page.getByText(/changes since 25 Oct 2031/u).waitFor();
      await page.getByRole("slider").nth(1).waitFor();
      await look("changed");

      // The evidence of a line: the exact sentence, marked.
      const one = await entryWith("killed four people on a boat off Shimoni");
      await command(page, "boat off Shimoni", /killed four people on a boat/u);
      const drawer = page.getByRole("dialog", { name: "Evidence" });
      await drawer.locator("mark").first().waitFor();
      expect(await drawer.locator("mark").first().textContent()).toBe(one.evidence[0]!.quote);
      await look("evidence");

      // What the Ledger tells is the same: the two are made one.
      minutes++;
      const other = await entryWith("it killed four smugglers that evening");
      await page.keyboard.press("m");
      await page.getByRole("combobox").waitFor();
      await tabTo(page, page.getByRole("combobox"));
      await page.keyboard.type("killed four smugglers that evening");
      await expect.poll(() => page.getByRole("option").count()).toBe(1);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await tabTo(page, page.getByRole("textbox", { name: /^Why\?/u }));
      await page.keyboard.type("The boat of 30 August, told by both");
      const dialog = page.getByRole("dialog").last();
      await tabTo(page, dialog.getByRole("textbox", { name: /name/iu }).last());
      await page.keyboard.press("Control+a");
      await page.keyboard.type("Ana Ruiz");
      await page.keyboard.press("Enter");
      await drawer.getByText("Merged.").waitFor();
      await drawer.locator(".corrected", { hasText: "told by both" }).waitFor();
      const merged = (await record()).find(({ evidence }) =>
        [one, other].every((each) => evidence.some(({ quote }) => quote === each.evidence[0]!.quote)),
      );
      expect(merged?.kind).toBe("event");
      expect(merged?.origins).toBe(2);
      await page.keyboard.press("Escape");
      await drawer.waitFor({ state: "detached" });

      // It stands in the audit trail, and is taken back there.
      await command(page, "review", /review/iu);
      const last = page.locator(".audit > li").first();
      await last.getByText("told by both").waitFor();
      await look("review");
      minutes++;
      await tabTo(page, last.getByRole("button", { name: /^Undo/u }), 400);
      await page.keyboard.press("Enter");
      await page.getByRole("textbox", { name: /^Why\?/u }).waitFor();
      await tabTo(page, page.getByRole("textbox", { name: /^Why\?/u }));
      await page.keyboard.type("To be checked again");
      await tabTo(page, page.getByRole("dialog").last().locator("button[type=submit]"));
      await page.keyboard.press("Enter");
      await page.locator(".audit > li").first().getByText("To be checked again").waitFor();
      expect((await entryWith("killed four people on a boat off Shimoni")).origins).toBe(1);

      // As of an earlier day the plan was authorised, and nothing was called off.
      await page.goBack();
      await page.getByRole("heading", { level: 1, name: /Pemba Channel/u }).waitFor();
      await command(page, "as of 9 October 2031", /As of 9 Oct 2031/u);
      await page.waitForURL(/asOf=2031-10-09/u);
      await page.locator(".past").waitFor();
      await look("past");

      // The brief of that day, as a file.
      await tabTo(page, page.getByRole("link", { name: "Download the brief as Markdown" }), 400);
      const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      const brief = readFileSync(await download.path(), "utf8");
      expect(brief).toMatch(/cross into Tanzania \(authorised/u);
      expect(brief).not.toMatch(/called off a planned raid/u);

      expect(complaints).toEqual([]);
      expect(different.filter((one) => one !== undefined)).toEqual([]);
    });
  });
});

/** Goes by the tabulator key until something has the focus. */
async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${target} within ${most} steps`);
}

/** Types a command into the palette, and takes the first that is called so. */
async function command(page: Page, words: string, name: RegExp): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox", { name: /A command/u }).waitFor();
  await page.keyboard.type(words);
  await expect.poll(() => page.getByRole("menuitem").first().innerText()).toMatch(name);
  await page.keyboard.press("Enter");
}
