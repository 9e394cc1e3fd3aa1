/** Time on a situation's page in a real Chromium: the sliders, the timeline and its filters, all held by the address. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromium, useDesk, violations } from "./desk.ts";
import { situation } from "./fixture.ts";
import { serveFixture } from "./serve.ts";

const here = `/situations/${situation.id}`;

describe.skipIf(chromium === undefined)("time on the page", { timeout: 120_000 }, () => {
  let page: Page;
  const { open } = useDesk((dist) => serveFixture(dist), {
    begin: (its) => {
      page = its;
    },
  });

  const thumb = () => page.locator(".slide-as-of input[type=range]");
  const asOf = () => new URL(page.url()).searchParams.get("asOf");

  it("goes a day back by the arrow, a week by the page key, to the ends by Home and End", async () => {
    await open(here);
    await thumb().focus();
    expect(await thumb().getAttribute("aria-valuetext")).toBe("Now");
    await page.keyboard.press("ArrowLeft");
    const last = await page.locator(".slide-as-of .slide-said b").innerText();
    await expect.poll(() => thumb().getAttribute("aria-valuetext")).toBe(last);
    await expect.poll(asOf).not.toBeNull();
    const from = asOf()!;
    await page.keyboard.press("ArrowLeft");
    await expect.poll(asOf).toBe(dayBefore(from, 1));
    await page.keyboard.press("PageDown");
    await expect.poll(asOf).toBe(dayBefore(from, 8));
    await page.keyboard.press("Home");
    await expect.poll(asOf).toBe("2031-04-02");
    await page.locator(".situation:not([aria-busy]) .facts", { hasText: "1 report" }).waitFor();
    await page.keyboard.press("End");
    await expect.poll(asOf).toBeNull();
  });

  it("shows how much was published by then at once, and the record of it when it rests, in one step of the history", async () => {
    await open("/");
    await open(here);
    await thumb().focus();
    await page.keyboard.press("Home");
    expect(await page.locator(".slide-as-of .slide-said").innerText()).toMatch(
      /^2 Apr 2031 1 of \d+ reports, \d+ entries first told by then$/,
    );
    await page.locator(".past", { hasText: "published by 2 Apr 2031" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Situations" }).waitFor();
  });

  it("keeps what stood there until the other time is in", async () => {
    await open(here);
    await page.route(/\/lines\?/u, async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await thumb().focus();
    await page.keyboard.press("Home");
    await page.locator(".situation[aria-busy]").waitFor();
    expect(await page.locator("#brief .line").count()).toBeGreaterThan(0);
    expect(await page.locator(".loading").count()).toBe(0);
    await page.locator(".situation:not([aria-busy])").waitFor();
  });

  it("steps to the change before and after, and plays them up to now", async () => {
    await open(here);
    await page.getByRole("button", { name: "As known on: To the change before" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("knownAt")).not.toBeNull();
    await page.locator(".past", { hasText: "known on" }).waitFor();
    await page.getByRole("button", { name: "As known on: Play the changes one after the other" }).click();
    await page.getByRole("button", { name: "As known on: Stop playing" }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("knownAt"), { timeout: 30_000 }).toBeNull();
    await page.getByRole("button", { name: "As known on: Play the changes one after the other" }).waitFor();
  });

  it("takes an instant of what was known from the address", async () => {
    await open(`${here}?knownAt=2031-04-02T15:00:00Z`);
    await page.locator(".past", { hasText: "known on 2 Apr 2031, 15:00 UTC" }).waitFor();
  });

  it("narrows the timeline by status, kind, actor and place; the address holds it, and the evidence opens within it", async () => {
    await open(here);
    const all = await page.locator("#timeline .event").count();
    await page
      .locator("#timeline")
      .getByRole("button", { name: /^called off/ })
      .click();
    await page.waitForURL(/stage=called-off/u);
    await page.locator(".timeline-left", { hasText: `1 of ${all} events` }).waitFor();
    expect(await page.locator("#timeline .event-status").allInnerTexts()).toEqual(["called off"]);
    expect(await page.locator(".lane").first().innerText()).toContain("None of these is left by the filter.");
    await page.locator("#timeline .event .line").click();
    await page.getByRole("dialog").locator("mark").first().waitFor();
    expect(page.url()).toContain("stage=called-off");
    await page.keyboard.press("Escape");
    await page.reload();
    await page.locator(".timeline-left").waitFor();
    await page.getByRole("button", { name: "Show all events" }).click();
    await expect.poll(() => page.locator("#timeline .event").count()).toBe(all);
    expect(page.url()).not.toContain("stage");
    await page.getByRole("button", { name: /Kind, actor, place/ }).click();
    await page.getByRole("group", { name: "Place", exact: true }).getByRole("button").first().click();
    await page.waitForURL(/where=/u);
  });

  it("draws the events on an axis, done apart from not done, and a pointer opens what it points at", async () => {
    await open(here);
    const axis = page.locator(".axis");
    await axis.scrollIntoViewIfNeeded();
    expect(await axis.getAttribute("aria-label")).toMatch(/^\d+ events from \d+ \w+ to \d+ \w+ on an axis/u);
    const [done, ahead] = await page.locator(".axis-lane").all();
    expect(await done!.locator("[data-struck]").count()).toBe(0);
    expect(await ahead!.locator("[data-struck]").count()).toBeGreaterThan(0);
    await ahead!.locator("[data-entry]").first().click();
    await page.getByRole("dialog").locator("mark").first().waitFor();
  });

  describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
    it.each([1440, 390])("axe finds nothing at %i px, with a time set", async (width) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await open(`${here}?asOf=2031-04-08&knownAt=2031-04-30`);
      expect(await violations(page)).toEqual([]);
    });
  });
});

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
