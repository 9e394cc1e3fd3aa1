/** An analyst's work on the example situation in a real Chromium: see what changed, check it, correct it, take it back. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/api/schema/entry.ts";
import type { EntryAnswer, RecordAnswer } from "../../src/api/schema/record.ts";
import type { VersionsAnswer } from "../../src/api/schema/versions.ts";
import { chromium, useDesk, violations } from "./desk.ts";
import { serveExample } from "./serve.ts";

const here = "/situations/pemba-channel";
const patience = 120_000;

describe.skipIf(chromium === undefined)("an analyst's work", { timeout: patience }, () => {
  let page: Page;
  const desk = useDesk(serveExample, {
    patience,
    begin: (its) => {
      page = its;
    },
  });
  const { open } = desk;

  async function seenAt(seenAt: string) {
    const reader = await page.evaluate(() => localStorage.getItem("sitrep.reader"));
    const answer = await fetch(`${desk.served.url}/api${here}/seen`, {
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
    expect(card).toMatch(/^\d+ changes since you last looked\n/u);
    const changes = Number.parseInt(card, 10);
    const ofKinds = await page.locator(".card-since li .number").allInnerTexts();
    expect(ofKinds.reduce((sum, count) => sum + Number(count), 0)).toBe(changes);
    await open(here);
    expect(await since.locator(".since-said").innerText()).toBe(
      `${changes} changes since 25 Oct 2031, 00:00 UTC.`,
    );
    const counts = await since.locator("h3 .section-count").allInnerTexts();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(changes);
    await since.getByRole("link", { name: /From “authorised” to “called off”/u }).click();
    await page.getByRole("dialog").locator("mark").first().waitFor();
    expect(await page.getByRole("dialog").locator(".history").innerText()).toMatch(
      /under discussion[\s\S]*authorised[\s\S]*called off/u,
    );
    await page.keyboard.press("Escape");

    await since.getByRole("button", { name: "Mark as read" }).click();
    await since.getByText(/^Nothing has changed since/u).waitFor();
    expect(await since.getByRole("button").count()).toBe(0);
    await open("/");
    expect(await page.locator(".card-since").innerText()).toBe("Nothing new since you last looked");
    expect(await desk.browser.context.cookies()).toEqual([]);
  });

  it("ships no more script for the first view than its budget", async () => {
    await open(here);
    await page.locator(".day-open").first().waitFor();
    const bytes = await page.evaluate(() =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith(".js"))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(160_000);
  });

  it("gives the brief as files, of the time that is shown", async () => {
    await open(`${here}?asOf=2031-09-20`);
    for (const [name, type] of [
      ["PDF", "application/pdf"],
      ["HTML", "text/html"],
      ["Markdown", "text/markdown"],
    ] as const) {
      const link = page.getByRole("link", { name: `Download the brief as ${name}` });
      const answer = await fetch(desk.served.url + (await link.getAttribute("href")));
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

  /** The entry of which some line holds the words, as the API has it now; undefined where there is none. */
  async function entryWith(words: string, kind?: string): Promise<Entry | undefined> {
    const answer = await fetch(`${desk.served.url}/api${here}/record`);
    const { entries } = (await answer.json()) as RecordAnswer;
    return entries.find((entry) => entry.line.includes(words) && (kind === undefined || entry.kind === kind));
  }

  async function give(reason: string) {
    const dialog = page.locator(".dialog");
    await dialog.getByRole("textbox", { name: /^Why\?/u }).fill(reason);
    const name = dialog.getByRole("textbox", { name: "Your name" });
    if ((await name.count()) > 0) await name.fill("Ana Ruiz");
    await dialog.locator(".press.first").click();
    await dialog.waitFor({ state: "detached" });
  }

  const drawer = () => page.locator(".drawer");
  const said = () => page.locator(".result-said");

  it("edits by keyboard alone; both readings stand side by side, until it is undone", async () => {
    const patrol = (await entryWith("A joint patrol (planned"))!;
    await open(`${here}?entry=${patrol.id}`);
    await drawer().locator("mark").first().waitFor();
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
    await isClean("the keyboard shortcuts");
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor({ state: "detached" });
    await page.keyboard.press("e");
    const stage = page.locator(".dialog").getByRole("button", { name: /Stage/u });
    await stage.waitFor();
    for (let i = 0; i < 12 && !(await stage.evaluate((one) => one === document.activeElement)); i++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "planned" }).waitFor();
    await page.keyboard.type("under dis");
    await page.keyboard.press("Enter");
    const why = page.locator(".dialog").getByRole("textbox", { name: /^Why\?/u });
    for (let i = 0; i < 12 && !(await why.evaluate((one) => one === document.activeElement)); i++)
      await page.keyboard.press("Tab");
    await page.keyboard.type("Only talked of, not planned");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ana Ruiz");
    await page.keyboard.press("Enter");
    await said().waitFor();
    expect(await said().innerText()).toContain("Edited. It brought");
    await drawer().getByRole("rowheader", { name: "Stage" }).waitFor();
    expect(await drawer().locator(".corrected tbody tr").innerText()).toMatch(
      /Stage\s+planned\s+under discussion\s+Ana Ruiz, 1 Dec 2031, \d\d:\d\d UTC: Only talked of, not planned/u,
    );
    expect((await entryWith("A joint patrol ("))?.status?.stage).toBe("discussed");
    await isClean("an edited entry");
    await page.keyboard.press("u");
    await page.getByText("Undone: the record stands as before.").waitFor();
    await drawer().locator(".corrected").waitFor({ state: "detached" });
    expect((await entryWith("A joint patrol ("))?.status?.stage).toBe("planned");
    // The name is asked for once.
    expect(await page.evaluate(() => localStorage.getItem("sitrep.analyst"))).toBe("Ana Ruiz");
  });

  it("edits the numbers of a figure, several at once, and undoes them at once", async () => {
    const answer = await fetch(`${desk.served.url}/api${here}/record`);
    const { entries } = (await answer.json()) as RecordAnswer;
    const figure = entries.find(({ figure }) => figure?.best === 412)!;
    await open(`${here}?entry=${figure.id}`);
    await drawer().getByRole("button", { name: /^Edit/u }).click();
    const best = page.getByRole("textbox", { name: "Best number" });
    expect(await best.inputValue()).toBe("412");
    await best.fill("413");
    await page.getByRole("textbox", { name: "At most" }).fill("1,200");
    await isClean("the dialog of an edit");
    await give("Counted again");
    await said().waitFor();
    const now = async () => {
      const answer = await fetch(`${desk.served.url}/api${here}/entries/${figure.id}`);
      const { best, high } = ((await answer.json()) as EntryAnswer).entry.figure!;
      return { best, high };
    };
    expect(await now()).toEqual({ best: 413, high: 1200 });
    await expect.poll(() => drawer().locator(".corrected tbody tr").count(), { timeout: 15_000 }).toBe(2);
    await said().getByRole("button", { name: "Undo" }).click();
    await drawer().locator(".corrected").waitFor({ state: "detached" });
    expect(await now()).toEqual({ best: 412, high: figure.figure!.high });
  });

  it("merges with an entry found by its words, and takes it back", async () => {
    const boat = (await entryWith("killed four people on a boat off Shimoni", "event"))!;
    const origins = boat.origins;
    await open(`${here}?entry=${boat.id}`);
    await drawer()
      .getByRole("button", { name: /^Merge/u })
      .click();
    await page.getByRole("combobox").fill("killed four smugglers that evening");
    await page.getByRole("option").first().click();
    await isClean("the dialog of a merge");
    await give("The same boat, told of by both");
    await said().waitFor();
    expect(await said().innerText()).toContain("Merged.");
    await drawer().locator(".corrected", { hasText: "The same boat, told of by both" }).waitFor();
    // Whichever of the two leads now, one entry has the evidence of both.
    const merged = (await entryWith("killed four smugglers that evening", "event"))!;
    expect(merged.evidence.map(({ quote }) => quote)).toContain(boat.evidence[0]!.quote);
    expect(merged.evidence.length).toBe(boat.evidence.length + 1);
    await said().getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone: the record stands as before.").waitFor();
    const again = (await entryWith("killed four people on a boat off Shimoni", "event"))!;
    expect([again.evidence.length, again.origins]).toEqual([boat.evidence.length, origins]);
  });

  it("confirms, notes, grades, splits and rejects, and shows each at the entry", async () => {
    const nine = (await entryWith("killing nine people", "event"))!;
    await open(`${here}?entry=${nine.id}`);
    const press = (name: RegExp) => drawer().getByRole("button", { name }).click();
    await press(/^Confirm/u);
    await give("");
    await page.getByText("Confirmed.", { exact: true }).waitFor();
    await press(/^Note/u);
    await page.getByRole("textbox", { name: "Note" }).fill("Ask <b>Dodoma</b> for the list");
    await give("");
    await drawer().locator(".notes", { hasText: "Ask <b>Dodoma</b> for the list" }).waitFor();
    await press(/^Grade/u);
    await page.getByText("3 possibly true").click();
    await isClean("the dialog of a grade");
    await give("One agency");
    const grade = drawer().getByRole("button", { name: "3 possibly true" });
    // The drawer is drawn anew when the grade arrives, and takes the focus along.
    const explained = async () => {
      await grade.focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Shift+Tab");
      return page
        .getByRole("tooltip")
        .innerText({ timeout: 2_000 })
        .catch(() => "");
    };
    await expect.poll(explained, { timeout: 25_000 }).toContain("Admiralty code");
    await page.keyboard.press("Escape");
    if ((await drawer().count()) === 0) await open(`${here}?entry=${nine.id}`);
    await press(/^Grade/u);
    await page
      .locator(".dialog")
      .getByRole("button", { name: /What is graded/u })
      .click();
    await page.getByRole("option", { name: "The Nairobi Courier-Post (reliability)" }).click();
    await page.getByText("B usually reliable").click();
    await give("Prints what it has seen");
    await drawer().locator(".sentence-facts").getByRole("button", { name: "B usually reliable" }).waitFor();
    await press(/^Split/u);
    await page.getByRole("checkbox").first().focus();
    await page.keyboard.press("Space");
    await isClean("the dialog of a split");
    await give("Another boat");
    await page.getByText("Split.", { exact: true }).waitFor();
    await said().getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone: the record stands as before.").waitFor();

    await press(/^Reject/u);
    await page.getByText("Some of its sentences").click();
    await page.getByRole("checkbox").first().focus();
    await page.keyboard.press("Space");
    await give("Told of another boat");
    await page.getByText("Rejected.", { exact: true }).waitFor();
    expect((await entryWith("killing nine people", "event"))?.evidence.length).toBe(nine.evidence.length - 1);
    await drawer().locator(".corrected", { hasText: "Sentences rejected" }).waitFor();
    await said().getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone: the record stands as before.").waitFor();

    const inquiry = (await entryWith("An independent inquiry (done"))!;
    await open(`${here}?entry=${inquiry.id}`);
    await press(/^Reject/u);
    await page.locator(".dialog").getByRole("button", { name: "Reject it" }).click();
    // No reason, no correction.
    expect(await page.locator(".dialog").count()).toBe(1);
    await give("Asked for, not made");
    await page.getByText("This entry is no longer in the record").waitFor();
    expect(await entryWith("An independent inquiry (done")).toBeUndefined();
    const other = await desk.browser.context.newPage();
    await other.goto(`${desk.served.url}${here}/review`);
    expect(await other.locator("#rejected .rejected").innerText()).toMatch(
      /An independent inquiry[\s\S]*Ana Ruiz, [\s\S]*: Asked for, not made/u,
    );
    await other.close();
    await said().getByRole("button", { name: "Undo" }).click();
    await drawer().locator("mark").first().waitFor();
    expect(await entryWith("An independent inquiry (done")).toBeDefined();
    // The 404 of what was rejected is noted by the browser itself.
    desk.pardon("404");
  });

  it("takes one through the review by keyboard, and the audit trail takes each back", async () => {
    await open(here);
    const link = page.getByRole("link", { name: /^Review: \d+ to look at$/u });
    const waiting = Number((await link.innerText()).replaceAll(/\D/gu, ""));
    await link.click();
    await page.getByRole("heading", { level: 1, name: "Review" }).waitFor();
    await page.locator("#audit .audit").waitFor();
    expect(await page.locator(".review-head .facts").innerText()).toContain(`${waiting} to look at`);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

    // Contradictions come first where no correction is in conflict, then offers.
    const isOffer = () => page.evaluate(() => document.activeElement?.hasAttribute("data-offer") === true);
    for (let i = 0; i < 6 && !(await isOffer()); i++) await page.keyboard.press("j");
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement).innerText);
    const names = (await at()).split("\n")[0]!;
    expect(names).toContain(" and ");
    await page.keyboard.press("a");
    const why = page.getByRole("textbox", { name: /^Why\?/u });
    await why.waitFor();
    await why.focus();
    await page.keyboard.type("The same man, by the first report");
    for (let i = 0; i < 5 && (await at()) !== "They are one"; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("The two are one from now on.").waitFor();
    await page.getByText(`${waiting - 1} to look at`).waitFor();

    const first = page.locator(".audit > li").first();
    expect(await first.innerText()).toContain("The same man, by the first report");
    expect(await first.locator(".audit-line").innerText()).toMatch(/ are one$/u);
    await first.getByRole("button", { name: /^Undo/u }).click();
    await give("They are father and son");
    await page.getByText(`${waiting} to look at`).waitFor();
    expect(await page.locator(".audit > li").first().innerText()).toContain("They are father and son");
    expect(await page.locator(".audit > li").nth(1).getAttribute("data-undone")).toBe("true");
    expect(await page.locator(".audit > li").nth(1).innerText()).toContain("undone");

    await page.locator("#unsure .stop").first().focus();
    await page.keyboard.press("c");
    await give("");
    await page.getByText(`${waiting - 1} to look at`).waitFor();
    await page.locator(".review-result").getByRole("button", { name: "Undo" }).click();
    await page.getByText(`${waiting} to look at`).waitFor();
    await isClean("the review");
  });

  it("raises a conflict where what is merged can't both be, and shows it for review until it is undone", async () => {
    const record = await (await fetch(`${desk.served.url}/api${here}/record`)).json();
    const one = (record as RecordAnswer).entries.find(({ contradicts }) => contradicts !== undefined)!;
    const other = (record as RecordAnswer).entries.find(({ id }) => id === one.contradicts![0])!;
    await open(`${here}/review`);
    const side = page.locator(`#contradictions [data-entry="${one.id}"]`);
    await side.getByRole("button", { name: /^Merge/u }).click();
    await page.getByRole("combobox").fill(other.line.slice(0, 40));
    await page.getByRole("option").first().click();
    await give("Both tell of the same boat");
    await page.locator(".review-result .erratum", { hasText: "some tell it and some deny it" }).waitFor();
    const conflict = page.locator("#conflicts .queue-item", { hasText: "some tell it and some deny it" });
    await conflict.waitFor();
    await isClean("the review with a conflict");
    await conflict.getByRole("button", { name: /^Undo the correction/u }).click();
    await give("They contradict each other");
    await conflict.waitFor({ state: "detached" });
    await side.waitFor();
  });

  it("leaves the past as it is: nothing can be corrected while it is shown", async () => {
    const nine = (await entryWith("killing nine people", "event"))!;
    await open(`${here}?knownAt=2031-10-01&entry=${nine.id}`);
    await page
      .getByText("You are looking at the past. The record as it stands now can be corrected.")
      .waitFor();
    expect(
      await drawer()
        .getByRole("button", { name: /^Confirm/u })
        .count(),
    ).toBe(0);
    await page.keyboard.press("e");
    expect(await page.locator(".dialog").count()).toBe(0);
  });

  it("shows the versions of a page, what went and came, and that nobody said so", async () => {
    const answer = await fetch(`${desk.served.url}/api${here}/record`);
    const { reports } = (await answer.json()) as RecordAnswer;
    const versions = await Promise.all(
      reports.map(async ({ id }) => {
        const answer = await fetch(`${desk.served.url}/api/reports/${id}/versions`);
        return ((await answer.json()) as VersionsAnswer).versions;
      }),
    );
    const [before, after] = versions.find(({ length }) => length > 1)!;
    await open(`/reports/${after!.report}`);
    const shown = page.locator(".versions [data-shown]");
    await shown.waitFor();
    expect(await page.locator(".versions > ol > li").count()).toBe(2);
    const change = after!.changes.find(({ kind }) => kind === "reworded")!;
    const { start, quote } = change.after!;
    const [came] = change.come!;
    expect(await shown.locator("ins").allTextContents()).toContain(
      quote.slice(came!.start - start, came!.end - start),
    );
    expect(await shown.locator("del").count()).toBeGreaterThan(0);
    expect(await shown.locator(".version-told").innerText()).toMatch(
      /^(corrected with a note|marked as updated|changed silently: no note, no later time)$/u,
    );
    await isClean("versions");
    await page.getByRole("link", { name: /^Show this version/u }).click();
    await page.waitForURL(new RegExp(before!.report, "u"));
    await page.locator(".versions [data-shown]", { hasText: "first version kept" }).waitFor();
  });

  async function wide(): Promise<number> {
    return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** In both themes, and as wide and as narrow as it gets. */
  async function isClean(at: string): Promise<void> {
    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 360],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page), `${at}, ${colorScheme}, ${width}`).toEqual([]);
      expect(await wide(), `${at}, ${colorScheme}, ${width}`).toBe(0);
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
