/** The sources page in a real Chromium: narrowed, paged, paused, changed, OPML in and out. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromium, useDesk, violations } from "./desk.ts";
import { situation } from "./fixture.ts";
import { serveFixture } from "./serve.ts";

const at = "2031-04-02T08:00:00.000Z";
const hostile = `<img src=x onerror="window.hostileRan=true">${"a".repeat(3000)}`;

describe.skipIf(chromium === undefined)("the sources page", () => {
  let page: Page;
  const desk = useDesk(
    async (dist) => {
      const served = await serveFixture(dist);
      const { store } = served.deps;
      for (let i = 0; i < 120; i++) {
        const id = `s${i}`;
        const title = i === 0 ? hostile : `Paper ${i}`;
        const address = i === 0 ? "javascript:window.hostileRan=true" : `https://paper${i}.example/feed`;
        await store.addSource({ id, situation: situation.id, kind: "feed", address, title, addedAt: at });
        const failures = i % 40 === 7 ? i : 0;
        const problem = `paper${i}.example does not answer: try it in a browser`;
        await store.setHealth({
          source: id,
          visitedAt: at,
          nextAt: "2031-05-01T09:00:00Z",
          failures,
          every: 1800,
          visits: 3,
          items: 2,
          ...(failures > 0 ? { problem } : {}),
        });
      }
      return served;
    },
    {
      browser: { acceptDownloads: true },
      mayComplain: true,
      begin: async (its) => {
        page = its;
        await page.setViewportSize({ width: 1280, height: 900 });
      },
      end: async () => expect(await page.evaluate(() => "hostileRan" in window)).toBe(false),
    },
  );

  async function open(path: string): Promise<void> {
    await desk.open(path);
    await page.locator(".followed > li").first().waitFor();
  }
  const names = () => page.locator(".followed h3").allInnerTexts();

  it("shows fifty at a time; what is shown stands in the address", async () => {
    await open("/sources");
    expect(await page.locator(".followed > li").count()).toBe(50);
    await page.getByText("1–50 of 120").waitFor();
    await page.getByRole("link", { name: "Next" }).click();
    await page.getByText("51–100 of 120").waitFor();
    await page.getByRole("searchbox", { name: "Name or address" }).fill("paper11");
    await expect.poll(names).toEqual(["Paper 11", ...Array.from({ length: 10 }, (_, i) => `Paper 11${i}`)]);
    expect(page.url()).toMatch(/q=paper11$/);
  });

  it("shows those that fail, what they failed with, and the longest first", async () => {
    await open("/sources");
    await page.getByRole("button", { name: /State/ }).click();
    await page.getByRole("option", { name: "Failing (3)" }).click();
    await expect.poll(names).toEqual(["Paper 7", "Paper 47", "Paper 87"]);
    await page.getByRole("button", { name: /Order/ }).click();
    await page.getByRole("option", { name: "Most failures first" }).click();
    await expect.poll(names).toEqual(["Paper 87", "Paper 47", "Paper 7"]);
    expect(await page.locator(".followed-health").first().innerText()).toContain(
      "does not answer: try it in a browser",
    );
    expect(page.url()).toContain("state=failing");
  });

  it("pauses one and goes on with it, gives it a name and a pace", async () => {
    await open("/sources?q=paper5.example");
    await page.getByRole("button", { name: "Pause Paper 5" }).click();
    await page.getByText(/paused since/).waitFor();
    expect(await page.getByRole("button", { name: /^Visit now/ }).count()).toBe(0);
    await page.getByRole("button", { name: "Go on with Paper 5" }).click();
    await page.getByRole("button", { name: "Visit now Paper 5" }).waitFor();
    await page.getByRole("button", { name: "Edit Paper 5" }).click();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Evening Paper");
    await page.getByRole("button", { name: /Asked/ }).click();
    await page.getByRole("option", { name: "every 3 hours" }).click();
    await page.getByRole("textbox", { name: /Only items/ }).fill("tide, storm");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("heading", { name: "Evening Paper" }).waitFor();
    const facts = await page.locator(".followed .facts").first().innerText();
    expect(facts).toContain("every 3 hours");
    expect(facts).toContain("only with “tide” or “storm”");
  });

  it("brings and saves lists of other readers, and says what is none", async () => {
    await open("/sources?q=paper1.example");
    const file = (text: string) => ({
      name: "feeds.opml",
      mimeType: "text/x-opml",
      buffer: Buffer.from(text),
    });
    const input = page.locator(".followed-opml input[type=file]");
    await input.setInputFiles(
      file(
        `<opml version="2.0"><body><outline text="Tide" xmlUrl="https://tide.example/feed"/></body></opml>`,
      ),
    );
    await page.getByText("1 new of 1 feed, followed now.").waitFor();
    await input.setInputFiles(file("no list"));
    await page.getByText("is no OPML: export the list of feeds as OPML first").waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save what is followed" }).click();
    const saved = readFileSync((await (await coming).path())!, "utf8");
    expect(saved).toContain("https://tide.example/feed");
    expect(saved).not.toContain("<img");
  });

  it.each(["light", "dark"] as const)(
    "has nothing for axe to find, %s, and holds at 360 px",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await open("/sources");
        await page.getByRole("button", { name: /^Edit/ }).nth(1).click();
        expect(await violations(page)).toEqual([]);
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
        ).toBe(0);
      }
    },
  );
});
