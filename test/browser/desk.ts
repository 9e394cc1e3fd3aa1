/**
 * What tests in a browser stand on: for a file one Chromium and one server, for each test a page of its own, and what
 * that page complains of.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page, Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { buildWeb } from "../../src/cli/web.ts";
import { type Opened, openBrowser } from "./browser.ts";
import { findChromium } from "./chromium.ts";

export const chromium = findChromium();

export interface Desk<S> {
  readonly page: Page;
  readonly served: S;
  readonly browser: Opened;
  /** What the page threw, wrote as an error or asked by a dialog fails its test, save what holds these words. */
  pardon(words: string): void;
  /** Opens an address of the server, and waits until all of it is there. */
  open(path: string): Promise<void>;
}

interface Options {
  readonly browser?: BrowserContextOptions;
  /** Milliseconds for the server to be made, and for what a page is waited for. */
  readonly patience?: number;
  /** Where refusals are what is tested: a browser writes each to its console. */
  readonly mayComplain?: boolean;
  /** Is given the page of each test before it begins, and before it is closed. */
  readonly begin?: (page: Page) => unknown;
  readonly end?: (page: Page) => unknown;
}

export function useDesk<S extends { readonly url: string; close(): Promise<void> }>(
  serve: (dist: string) => Promise<S>,
  { browser: wanted = {}, patience, begin, end, mayComplain = false }: Options = {},
): Desk<S> {
  let browser: Opened | undefined;
  let served: S | undefined;
  let page: Page | undefined;
  let complaints: Complaint[] = [];
  let pardoned: string[] = [];

  beforeAll(async () => {
    served = await serve(await buildWeb());
    browser = await openBrowser(chromium!, { reducedMotion: "reduce", ...wanted });
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  beforeEach(async () => {
    page = await browser!.context.newPage();
    if (patience !== undefined) page.setDefaultTimeout(patience / 4);
    complaints = complaintsOf(page);
    pardoned = [];
    follow(page);
    await begin?.(page);
  });
  afterEach(async () => {
    await end?.(page!);
    await page?.close();
    const left = complaints.filter(
      ({ said, isDialog }) => (isDialog || !mayComplain) && !pardoned.some((words) => said.includes(words)),
    );
    expect(left).toEqual([]);
  });

  return {
    get page() {
      return page!;
    },
    get served() {
      return served!;
    },
    get browser() {
      return browser!;
    },
    pardon(words) {
      pardoned.push(words);
    },
    async open(path) {
      await page!.goto(served!.url + path);
      await settled(page!);
    },
  };
}

interface Complaint {
  readonly said: string;
  readonly isDialog: boolean;
}

function complaintsOf(page: Page): Complaint[] {
  const complaints: Complaint[] = [];
  page.on("pageerror", ({ message }) => complaints.push({ said: message, isDialog: false }));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push({ said: message.text(), isDialog: false });
  });
  page.on("dialog", (dialog) => {
    complaints.push({ said: dialog.message(), isDialog: true });
    void dialog.dismiss();
  });
  return complaints;
}

/** What each page has asked for and not been given. */
const asked = new WeakMap<Page, Set<Request>>();

/** Notes from now on what a page asks for; the stream of what comes has no end and is left out. */
export function follow(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on("request", (request) => {
    if (!request.url().includes("/api/live")) open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

/** As text: the types of a page are not Node's. */
const idleTwice = `new Promise((done) => {
  const idle = (then) => requestAnimationFrame(() => requestIdleCallback(then));
  idle(() => idle(done));
})`;

/** Until nothing is asked for, nothing is drawn as loading, and the page has had time to draw what it was given. */
export async function settled(page: Page): Promise<void> {
  const open = asked.get(page);
  const isOpen = () => (open?.size ?? 0) > 0;
  const loading = page.locator(".loading");
  for (;;) {
    await expect.poll(isOpen, { timeout: 30_000, interval: 20 }).toBe(false);
    await loading.first().waitFor({ state: "detached" });
    // Idle twice with a frame between: what is drawn when there is time is drawn, and what comes near has been asked for.
    await page.evaluate(idleTwice);
    if (!isOpen() && (await loading.count()) === 0) return;
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** What axe finds against WCAG 2.2 AA and its best practices, in all of the page or within an element; a line each. */
export async function violations(page: Page, within?: string): Promise<string[]> {
  // By the debugger, not by a script element: the page's policy stays as it is.
  await page.evaluate(axe);
  const of = within === undefined ? "document" : JSON.stringify(within);
  const practices = within === undefined ? ", 'best-practice'" : "";
  const { violations } = await page.evaluate<Found>(
    `axe.run(${of}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'${practices}] })`,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`,
  );
}
