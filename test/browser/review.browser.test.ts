/**
 * An analyst's work by keyboard alone in a real Chromium, on the example situation: a scope tried and set, a new situation, a
 * report taken out and graded, places and speakers edited, marked lines merged, the queue narrowed. In both languages.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { EntryAnswer, RecordAnswer } from "../../src/api/schema/record.ts";
import type { ScopeAnswer, StandingAnswer } from "../../src/api/schema/scopes.ts";
import { chromium, useDesk, violations } from "./desk.ts";
import { serveExample } from "./serve.ts";

const here = "/situations/pemba-channel";
const patience = 120_000;

describe.skipIf(chromium === undefined)("an analyst at the keyboard", { timeout: patience }, () => {
  let page: Page;
  const desk = useDesk(serveExample, {
    patience,
    begin: (its) => {
      page = its;
    },
  });

  async function open(path: string) {
    await desk.open(path);
    // As said once, so that no dialog asks again.
    await page.evaluate(() => localStorage.setItem("sitrep.analyst", "Ana Ruiz"));
  }
  async function api<T>(path: string): Promise<T> {
    const answer = await fetch(desk.served.url + path);
    return (await answer.json()) as T;
  }
  const key = (name: string) => page.keyboard.press(name);
  const type = (words: string) => page.keyboard.type(words);
  /** By Tab alone, as somebody without a mouse gets there. */
  async function tabTo(name: string | RegExp, role: Parameters<Page["getByRole"]>[0]) {
    // A dialog hides what is behind it, a moment after it opens.
    const dialog = page.locator(".dialog");
    const within = (await dialog.count()) > 0 ? dialog : page;
    const wanted = within.getByRole(role, { name, exact: true }).first();
    await wanted.waitFor();
    for (let i = 0; i < 60; i++) {
      if (await wanted.evaluate((one) => one === document.activeElement)) return;
      await key("Tab");
    }
    throw new Error(`Tab does not lead to ${role} ${name}`);
  }
  async function because(reason: string, act: string | RegExp) {
    await tabTo(/^(Why\?|¿Por qué)/u, "textbox");
    await type(reason);
    await tabTo(act, "button");
    await key("Enter");
    await page.locator(".dialog").waitFor({ state: "detached" });
  }
  async function isClean(where: string) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await violations(page), `${where}, ${colorScheme}`).toEqual([]);
    }
    const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await isWide(), `${where} is as wide as a telephone`).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
  }

  it("tries a scope as it is typed, sets it with a reason, and finds it in the history", async () => {
    await open(`${here}/scope`);
    await tabTo("Words or phrases", "combobox");
    await type("bo");
    await page.getByRole("option", { name: /^boat / }).waitFor();
    await key("ArrowDown");
    await key("Enter");
    await page.getByRole("row", { name: "boat" }).waitFor();
    await type("a strike on nobody");
    await key("Enter");
    await page.getByRole("row", { name: "a strike on nobody" }).waitFor();
    // The address holds what is tried.
    await page.waitForURL(/try=/u);
    const preview = page.locator("#preview");
    await preview.getByText(/^Would go out: \d+$/u).waitFor();
    expect(await preview.getByText(/of the archive caught/u).innerText()).toMatch(
      /In it now: 38\. Then: \d+\./u,
    );
    await isClean("a scope that is tried");
    // Tags are taken away by keyboard as well.
    await page.getByRole("row", { name: "a strike on nobody" }).focus();
    await key("Delete");
    await page.getByRole("row", { name: "a strike on nobody" }).waitFor({ state: "detached" });
    await tabTo("Set this scope…", "button");
    await key("Enter");
    await because("Only what the boats are about", "Set it");
    await page.getByText(/^The scope is set\. 0 came in, \d+ went out\.$/u).waitFor();
    expect(await page.locator("#history .audit > li").first().innerText()).toMatch(
      /Ana Ruiz[\s\S]*“boat”[\s\S]*Only what the boats are about/u,
    );
    const { scope, history } = await api<ScopeAnswer>(`/api${here}/scope`);
    expect(scope).toEqual({ terms: ["boat"] });
    expect(history).toMatchObject([{ by: "Ana Ruiz", reason: "Only what the boats are about" }]);
    const record = await api<RecordAnswer>(`/api${here}/record`);
    const before = await api<RecordAnswer>(`/api${here}/record?knownAt=2031-11-30`);
    expect(record.reports.length).toBeLessThan(before.reports.length);

    // Wider again: what went out is back.
    await open(`${here}/scope`);
    await page.getByRole("row", { name: "boat" }).focus();
    await key("Delete");
    await tabTo("Publishers", "combobox");
    const publishers = [...new Set(before.reports.flatMap(({ publisher }) => publisher ?? []))];
    for (const publisher of publishers) {
      await type(publisher);
      await key("Enter");
      await page.getByRole("row", { name: publisher, exact: true }).waitFor();
    }
    await page.getByText(/Then: 38\./u).waitFor();
    await tabTo("Set this scope…", "button");
    await key("Enter");
    await because("All of it again", "Set it");
    await page.getByText(/^The scope is set\. \d+ came in, 0 went out\.$/u).waitFor();
    expect((await api<RecordAnswer>(`/api${here}/record`)).reports.length).toBe(before.reports.length);
  });

  it("makes a situation, whose scope is set on the page that follows", async () => {
    await open("/");
    await tabTo("New situation", "button");
    await key("Enter");
    await page.getByRole("textbox", { name: "Title" }).waitFor();
    await isClean("the dialog of a new situation");
    await type("The price of <b>fish</b>");
    await key("Enter");
    await page.getByRole("heading", { level: 1, name: "Scope" }).waitFor();
    expect(page.url()).toMatch(/\/situations\/the-price-of-b-fish-b\/scope$/u);
    await tabTo("Words or phrases", "combobox");
    await type("fish");
    await key("Enter");
    await page
      .locator("#preview")
      .getByText(/^Would come in: \d+$/u)
      .waitFor();
    await tabTo("Set this scope…", "button");
    await key("Enter");
    await because("Who pays", "Set it");
    await page.getByText(/^The scope is set\. [1-9]\d* came in/u).waitFor();
  });

  it("takes a report out and grades it, and takes both back", async () => {
    const { reports } = await api<RecordAnswer>(`/api${here}/record`);
    const report = reports.find(({ publisher }) => publisher === "Lake Herald")!;
    await open(`/reports/${report.id}`);
    const standing = page.locator(".standing");
    await standing.getByText("In Strikes in the Pemba Channel").waitFor();
    await tabTo(/^Grade the report ?: Strikes/u, "button");
    await key("Enter");
    await page.getByRole("radio", { name: /^B / }).focus();
    await key("Space");
    await page.getByRole("radio", { name: /^2 / }).focus();
    await key("Space");
    await isClean("the dialog of a report's grades");
    await because("Has been right so far", "Give the grade");
    await standing.getByRole("button", { name: "B2 usually reliable, probably true" }).waitFor();
    expect((await api<StandingAnswer>(`/api/reports/${report.id}/standing`)).situations[0]).toMatchObject({
      is: "in",
      grade: { reliability: "B", credibility: 2 },
    });
    const markdown = await (await fetch(`${desk.served.url}/api${here}/brief?format=md`)).text();
    expect(markdown).toMatch(/Lake Herald, .*, graded B2: /u);
    await tabTo(/^Take it out ?: Strikes/u, "button");
    await key("Enter");
    await because("About the price of fish", /^Take it out$/u);
    await standing.getByText(/^Not in Strikes in the Pemba Channel, 2031 since/u).waitFor();
    expect(await standing.innerText()).toContain("says Ana Ruiz: About the price of fish");
    await isClean("a report that is out");
    expect((await api<RecordAnswer>(`/api${here}/record`)).reports.some(({ id }) => id === report.id)).toBe(
      false,
    );
    await standing.getByRole("button", { name: "Undo", exact: true }).focus();
    await key("Enter");
    await standing.getByText("In Strikes in the Pemba Channel").waitFor();
  });

  it("edits who says so and where by what the record names, or as typed", async () => {
    const { entries } = await api<RecordAnswer>(`/api${here}/record`);
    const one = entries.find(({ line }) => line.startsWith("A limited operation"))!;
    await open(`${here}?entry=${one.id}`);
    await page.locator(".drawer mark").first().waitFor();
    await key("e");
    await tabTo("Places", "combobox");
    await type("shimo");
    await page.getByRole("option", { name: /^Shimoni / }).waitFor();
    await key("ArrowDown");
    await key("Enter");
    await type("Upper Quell");
    await key("Enter");
    await page.getByRole("row", { name: "Upper Quell" }).waitFor();
    await page
      .locator(".dialog")
      .getByRole("button", { name: /Speaker/u })
      .focus();
    await key("Enter");
    await type("an office");
    await key("Enter");
    await page.getByRole("combobox", { name: "Name of the speaker" }).fill("State House");
    await key("Tab");
    await isClean("the dialog of an edit");
    if ((await page.locator(".dialog").count()) === 0) throw new Error("the dialog closed with its list");
    await because("The order names the harbour", "Save the edit");
    await page.locator(".result-said").waitFor();
    const { entry } = await api<EntryAnswer>(`/api${here}/entries/${one.id}`);
    expect(entry.places.map(({ name }) => name)).toEqual([
      ...one.places.map(({ name }) => name),
      "Shimoni",
      "Upper Quell",
    ]);
    // Known places keep what is known of them.
    expect(entry.places.find(({ name }) => name === "Shimoni")).toHaveProperty("country", "KE");
    expect(entry.speaker).toMatchObject({ kind: "office", name: "State House" });
    await key("u");
    await page.getByText("Undone: the record stands as before.").waitFor();
  });

  it("merges a line with one that was marked elsewhere, and shows what somebody noted at the line", async () => {
    await open(`${here}/review`);
    const unsure = page.locator("#unsure .stop");
    await unsure.first().waitFor();
    // two lines of one kind, wherever they stand
    const kinds = (await unsure.locator(".line-meta").allInnerTexts()).map((meta) => meta.split(" ")[0]!);
    const [one, two] = kinds
      .map((kind, i) => [i, kinds.indexOf(kind, i + 1)] as const)
      .find(([, j]) => j > 0)!;
    await unsure.nth(one).focus();
    await key("v");
    await page.locator(".review-marked").waitFor();
    const line = await unsure.nth(one).locator(".queue-line").innerText();
    expect(await page.locator(".review-marked").innerText()).toContain(line);
    await isClean("the review with a marked line");
    await unsure.nth(two).focus();
    await key("m");
    await page.getByRole("combobox").waitFor();
    expect(await page.getByRole("combobox").inputValue()).toBe(line);
    await because("Both tell of one order", "Merge the two");
    await page.getByText("Merged.", { exact: true }).waitFor();
    await page.locator(".review-result").getByRole("button", { name: "Undo" }).focus();
    await key("Enter");
    await page.getByText("Undone: the record stands as before.").waitFor();
    await unsure.first().focus();
    await key("n");
    await tabTo("Note", "textbox");
    await type("Ask <i>State House</i>");
    expect(await page.getByRole("textbox", { name: "Note", exact: true }).inputValue()).toBe(
      "Ask <i>State House</i>",
    );
    await because("", "Keep the note");
    await page.locator(".line-note", { hasText: "Note by Ana Ruiz: Ask <i>State House</i>" }).waitFor();
  });

  it("narrows the queue in the address and counts what is looked at, in Spanish as well", async () => {
    await open(`${here}/review?show=unsure&kind=event`);
    expect(await page.locator("#contradictions, #offers").count()).toBe(0);
    for (const meta of await page.locator("#unsure .line-meta").allInnerTexts())
      expect(meta).toMatch(/^Event/u);
    const progress = page.getByRole("progressbar");
    const done = async () => Number(await progress.getAttribute("aria-valuenow"));
    const before = await done();
    await page.locator("#unsure .stop").first().focus();
    await key("c");
    await because("", "Confirm it");
    await expect.poll(done, { timeout: 20_000 }).toBe(before + 1);
    // Whoever filters stays in the filter's bar: arrows lead through it.
    await key("f");
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    for (let i = 0; i < 3 && !(await focused()).startsWith("Contradictions"); i++) await key("ArrowRight");
    expect(await focused()).toMatch(/^Contradictions/u);
    await key("Space");
    await page.waitForURL(/show=.*contradictions/u);
    await page.locator("#contradictions").waitFor();
    await open(`${here}/review?lang=es`);
    await page.getByRole("heading", { level: 1, name: "Revisión" }).waitFor();
    await isClean("the review in Spanish");
    await open(`${here}/scope`);
    await page.getByRole("heading", { level: 1, name: "Ámbito" }).waitFor();
    await isClean("the scope in Spanish");
    await page.evaluate(() => localStorage.removeItem("sitrep.language"));
  });
});
