/** The command palette and the keys of every page, by keyboard alone, in a real Chromium. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromium, settled, useDesk, violations } from "./desk.ts";
import { situation } from "./fixture.ts";
import { serveFixture } from "./serve.ts";

const here = `/situations/${situation.id}`;

describe.skipIf(chromium === undefined)("the command palette", () => {
  let page: Page;
  const { open } = useDesk((dist) => serveFixture(dist), {
    begin: async (its) => {
      page = its;
      await page.setViewportSize({ width: 1280, height: 900 });
    },
    end: () => page.evaluate(() => localStorage.removeItem("sitrep.keys")),
  });

  const list = () => page.getByRole("menuitem");
  async function type(words: string): Promise<void> {
    const field = page.getByRole("searchbox", { name: /A command/ });
    // a page that has just been loaded may not hear keys yet
    for (let tries = 0; tries < 5 && !(await field.isVisible()); tries++) {
      await page.keyboard.press("Control+k");
      await field.waitFor({ timeout: 5_000 }).catch(() => {});
    }
    await field.waitFor();
    await page.keyboard.type(words);
  }

  it("goes to a section, and the keyboard goes on from its heading", async () => {
    await open(here);
    await type("figur");
    await expect.poll(() => list().first().innerText()).toBe("Figures section");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("section")?.id))
      .toBe("figures");
  });

  it("sets either time by a day that is typed, and goes back to now", async () => {
    await open(here);
    await type("as of 3 April 2031");
    await expect.poll(() => list().first().innerText()).toContain("As of 3 Apr 2031");
    await page.keyboard.press("Enter");
    await page.waitForURL(/asOf=2031-04-03/);
    await type("known 20 april");
    await expect.poll(() => list().first().innerText()).toContain("As known on 20 Apr 2031");
    await page.keyboard.press("Enter");
    await page.waitForURL(/asOf=2031-04-03.*knownAt=2031-04-20|knownAt=2031-04-20.*asOf=2031-04-03/);
    await type("back now");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.search.includes("asOf"));
  });

  it("opens an entry by its words, with its evidence", async () => {
    await open(here);
    await type("decree 41");
    await page
      .getByRole("menuitem", { name: /Decree 41-2031/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/entry=/);
    await page.getByRole("dialog", { name: "Evidence" }).locator("mark").first().waitFor();
  });

  it("never shows an act without how far it has got and how sure that is", async () => {
    await open(here);
    await type("second vessel");
    await expect.poll(() => list().first().innerText()).toMatch(/second vessel.*denied/);
    for (let i = 0; i < 13; i++) await page.keyboard.press("Backspace");
    await page.keyboard.type("joint patrols");
    const patrols = page.getByRole("menuitem", { name: /joint patrols.*Event/ });
    await expect.poll(() => patrols.innerText()).toContain("called off");
  });

  it("opens a report that the server finds, or searches for the words", async () => {
    await open("/");
    await type("corvina");
    const group = page.getByRole("group", { name: "Reports" });
    await expect.poll(() => group.getByRole("menuitem").count()).toBeGreaterThan(1);
    await group.getByRole("menuitem").last().click();
    await page.waitForURL(/\/search\?q=corvina/);
    await type("corvina");
    await expect.poll(() => group.getByRole("menuitem").count()).toBeGreaterThan(1);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/reports\//);
  });

  it("changes the colours for good, and back", async () => {
    await open("/");
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await type("dark col");
    await page.keyboard.press("Enter");
    await expect.poll(paper).toBe("rgb(19, 21, 24)");
    await page.reload();
    await expect.poll(paper).toBe("rgb(19, 21, 24)");
    await type("colours system");
    await page.keyboard.press("Enter");
    await expect.poll(paper).toBe("rgb(251, 251, 249)");
  });

  it("hears / and ? where nothing is typed, and not when they are switched off", async () => {
    await open(here);
    await page.keyboard.press("/");
    await page.waitForURL(/\/search/);
    const field = page.getByRole("searchbox");
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type("a/b?");
    expect(await field.inputValue()).toBe("a/b?");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await open("/");
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await help.getByRole("switch", { name: "Keys without Ctrl or ⌘ do these" }).press("Space");
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    await page.keyboard.press("?");
    await page.keyboard.press("/");
    await page.waitForTimeout(300);
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe("/");
    await type("shortcuts");
    await page.keyboard.press("Enter");
    await help.waitFor();
  });

  it("gives the focus back where it was, and says when nothing is called so", async () => {
    await open("/");
    const link = page.getByRole("link", { name: situation.title });
    await link.focus();
    await type("zzzz");
    await expect.poll(() => page.getByRole("group", { name: "Reports" }).innerText()).toContain("zzzz");
    await page.keyboard.press("Escape");
    if ((await page.getByRole("dialog").count()) > 0) await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => link.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it.each(["light", "dark"] as const)("has nothing for axe to find, %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await open(here);
      await type("a");
      await settled(page);
      expect(await violations(page, "[role=dialog]")).toEqual([]);
    }
  });
});
