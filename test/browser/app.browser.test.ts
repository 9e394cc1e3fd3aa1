/** The browser app in a real Chromium, against the real API over the hand-made fixture. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromium, useDesk, violations } from "./desk.ts";
import { entryId, fixture, situation } from "./fixture.ts";
import { serveFixture } from "./serve.ts";

if (chromium === undefined) {
  console.log(
    "Browser tests left out: no Chromium found; install Debian's chromium or set CHROMIUM to its path.",
  );
}

const here = `/situations/${situation.id}`;
const killed = entryId("killed");
const wire = fixture().reports[0]!;

describe.skipIf(chromium === undefined)("in the browser", () => {
  let page: Page;
  const desk = useDesk((dist) => serveFixture(dist), {
    begin: (its) => {
      page = its;
    },
  });
  const { open } = desk;

  it("leads from the situations to one, with its notice in sight", async () => {
    await open("/");
    expect(await page.locator(".card .notice").innerText()).toBe("Invented for demonstration");
    expect(await page.locator(".card .facts").innerText()).toContain("5 independent origins");
    await page.getByRole("link", { name: situation.title }).click();
    await page.getByRole("heading", { level: 1, name: situation.title }).waitFor();
    expect(await page.locator(".situation-head .notice").isVisible()).toBe(true);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    expect(await page.locator(".section-bar .notice").isVisible()).toBe(true);
  });

  it("keeps what is called off or denied out of what is done, by word and form", async () => {
    await open(here);
    const [done, ahead] = await page.locator(".lane").all();
    expect(await done!.innerText()).not.toMatch(/joint patrols|second vessel/);
    const patrols = ahead!.locator(".event", { hasText: "joint patrols" });
    expect(await patrols.locator(".event-status").innerText()).toBe("called off");
    expect(await patrols.locator(".mark").getAttribute("data-struck")).toBe("true");
    const vessel = ahead!.locator(".event", { hasText: "second vessel" });
    expect(await vessel.locator(".event-status").innerText()).toBe("denied");
  });

  it("opens the evidence: the exact sentence marked within its paragraphs, by origin, copies folded", async () => {
    await open(here);
    await page.locator("#timeline").getByText("A Honduran patrol boat fired on two skiffs").click();
    const drawer = page.getByRole("dialog");
    await drawer.locator("mark").first().waitFor();
    const sentence = wire.text.split("\n\n")[1]!;
    expect(await drawer.locator("mark").first().textContent()).toBe(sentence);
    expect(await drawer.locator("blockquote").first().textContent()).toContain(
      "At least three people were killed",
    );
    expect(await drawer.innerText()).toContain("Rests on 1 independent origin, in 3 reports");
    expect(await drawer.locator(".copies > summary").innerText()).toBe("2 more reports print the same words");
    expect(await drawer.locator(".sentence-facts").first().innerText()).toContain(wire.document.slice(0, 16));
    expect(
      await drawer
        .getByRole("link", { name: /Original page/ })
        .first()
        .getAttribute("href"),
    ).toBe(wire.url);
    expect(page.url()).toContain(`entry=${entryId("shots")}`);
    await page.goBack();
    await drawer.waitFor({ state: "detached" });
  });

  it("shows the hedges and the unnamed speaker of a plan", async () => {
    await open(`${here}?entry=${entryId("patrols")}`);
    const drawer = page.getByRole("dialog");
    await drawer.locator("mark").first().waitFor();
    const words = await drawer.innerText();
    expect(words).toContain("unnamed: “Three officials familiar with the talks”");
    expect(words).toContain("“may”");
    expect(await drawer.locator(".history").innerText()).toMatch(
      /under discussion, possible[\s\S]*authorised[\s\S]*called off/,
    );
  });

  it("shows how a sentence was read when asked: the words taken as what, and the tree", async () => {
    await open(`${here}?entry=${killed}`);
    const how = page.locator(".how-read").first();
    await how.locator("summary").click();
    await how.locator(".tree").waitFor();
    expect(await how.locator("table").first().locator("tbody tr").count()).toBeGreaterThan(0);
    const sentence = (await page.locator(".sentence mark").first().textContent()) ?? "";
    // every word of the sentence stands in the tree once, in whatever order
    const inTree = (await how.locator(".tree-word").allTextContents()).join("").split("").sort().join("");
    expect(inTree).toBe(sentence.replaceAll(/\s/gu, "").split("").sort().join(""));
    expect(await violations(page)).toEqual([]);
  });

  it("leads to the whole report, with the sentence marked and annotations by kind", async () => {
    await open(`${here}?entry=${entryId("shots")}`);
    await page.getByRole("dialog").getByRole("link", { name: "Whole report" }).first().click();
    const mark = page.locator(".report-text mark");
    await mark.waitFor();
    expect(await mark.textContent()).toBe(wire.text.split("\n\n")[1]);
    await page.getByRole("button", { name: "Places" }).click();
    expect(await page.locator('.report-text [data-kinds~="place"]').first().textContent()).toBe("Amapala");
    expect(page.url()).toContain("show=place");
  });

  it("goes the whole way by keyboard, and back to where it began", async () => {
    await open(here);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    const line = page.locator("#brief .line").first();
    await line.focus();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    await drawer.locator("mark").first().waitFor();
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(
        true,
      );
    }
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    await expect.poll(() => line.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("draws a figure whose values the keyboard reaches, corrections ringed, ranges told by word", async () => {
    await open(here);
    const points = page.locator(".chart .plot-points a");
    await page.locator("#figures").scrollIntoViewIfNeeded();
    await points.first().waitFor();
    expect(await points.count()).toBe(4);
    expect(await page.locator(".plot-correction circle, .plot-correction path").count()).toBe(1);
    const labels = await points.evaluateAll((all) => all.map((one) => one.textContent));
    expect(labels.join("; ")).toContain("at least 3");
    expect(labels.join("; ")).toContain("about 7");
    await points.first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").locator("mark").first().waitFor();
    expect(page.url()).toContain(`entry=${killed}`);
  });

  it("shows the record as of a day, and says so", async () => {
    await open(`${here}?asOf=2031-04-03`);
    expect(await page.locator(".past").innerText()).toContain("published by 3 Apr 2031");
    expect(await page.locator(".event-status").allInnerTexts()).toEqual(["done"]);
    expect(await page.locator(".situation-head .facts").innerText()).toContain("3 reports");
    await page.getByRole("button", { name: "Back to now" }).click();
    await page.locator(".event-status", { hasText: "called off" }).waitFor();
    expect(page.url()).not.toContain("asOf");
  });

  it("takes a day typed into the field into the address", async () => {
    await open(here);
    const button = page.getByRole("button", { name: "Now. As of: Choose a day" });
    await button.press("Enter");
    const picker = page.getByRole("dialog", { name: "As of: Choose a day" });
    await picker.getByRole("spinbutton").first().waitFor();
    await page.keyboard.type("03042031");
    await page.waitForURL(/asOf=2031-04-03/);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page
      .getByRole("button", { name: "3 Apr 2031. As of: Choose a day" })
      .and(page.locator(":focus"))
      .waitFor();
  });

  it("lists origins as groups with the reason, and the unread", async () => {
    await open(here);
    await page.locator("#sources").scrollIntoViewIfNeeded();
    const origin = page.locator(".origin", { hasText: "Costa Wire Service" });
    await origin.locator("summary").click();
    // The section is drawn when it comes near, and again when its answer is in.
    await origin.getByText("96 % of its text stands in Fonseca Courier").waitFor();
    await page.locator("#sources").getByText('language "es" has no reader yet').first().waitFor();
  });

  it("says what is at an address, follows it for a situation made on the spot, and says what is wrong with another", async () => {
    await open("/sources");
    await page.getByRole("textbox", { name: /Address/ }).fill("https://courier.example");
    await page.getByRole("textbox", { name: "Title of the situation" }).fill("Border closure");
    await page.getByRole("button", { name: "See what is there" }).click();
    await page.getByText("feed, 12 items. Named by the page as its feed.").waitFor();
    await page.getByRole("button", { name: "Follow", exact: true }).click();
    await page.getByText("is followed now.").waitFor();
    await page.getByRole("heading", { name: "Feed of https://courier.example" }).waitFor();
    expect(await page.locator(".followed").innerText()).toContain("Border closure");
    await page.getByRole("textbox", { name: /Address/ }).fill("https://nowhere.example");
    await page.getByRole("button", { name: "See what is there" }).click();
    await page.getByText("names a host that can't be found").waitFor();
    desk.pardon("422");
    await page.getByRole("button", { name: "Stop following Feed of https://courier.example" }).click();
    await page.getByText("No source is followed yet.").waitFor();
  });

  it("finds reports by their words", async () => {
    await open("/search");
    await page.getByRole("searchbox").fill("corvina");
    await page.keyboard.press("Enter");
    await page.locator(".hits mark").first().waitFor();
    expect(await page.locator(".hits mark").first().textContent()).toBe("corvina");
  });

  it("says what is missing in words", async () => {
    await open("/situations/nowhere");
    await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
    // The browser itself notes the 404 of the API in its console.
    desk.pardon("404");
  });

  const pages: [name: string, path: string][] = [
    ["situations", "/"],
    ["a situation", here],
    ["evidence", `${here}?entry=${killed}`],
    ["review", `${here}/review`],
    ["a report", `/reports/${wire.id}?at=52-100&show=event,place,statement`],
    ["search", "/search?q=patrol"],
    ["sources", "/sources"],
  ];

  describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
    it.each(pages)("%s has nothing for axe to find, wide and narrow", async (_, path) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await open(path);
        const found = await violations(page);
        expect(found, `${path} at ${width}`).toEqual([]);
      }
    });

    it("is what the system asks for", async () => {
      await page.emulateMedia({ colorScheme });
      await open(here);
      const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(paper).toBe(colorScheme === "dark" ? "rgb(19, 21, 24)" : "rgb(251, 251, 249)");
    });
  });

  it.each(pages)("%s fits 360 px without scrolling sideways", async (_, path) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(path);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
  });
});
