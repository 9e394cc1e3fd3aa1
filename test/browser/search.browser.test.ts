/** Searching in a real Chromium: what is asked stands in the address, and what narrows it can be taken back. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { documentOf, reportOf } from "../store/archive.ts";
import { chromium, useDesk } from "./desk.ts";
import { serveFixture } from "./serve.ts";

const hostile = `<img src=x onerror="window.hostileRan=true">`;

describe.skipIf(chromium === undefined)("the search page", () => {
  let page: Page;
  const desk = useDesk(
    async (dist) => {
      const served = await serveFixture(dist);
      for (let i = 0; i < 45; i++) {
        const text = `Bulletin ${i}: the tide at the harbour was ${i} centimetres above the usual.`;
        const document = documentOf(text);
        await served.deps.store.addDocument(document);
        const more = {
          id: `tide${i}`,
          text,
          title: `Tide ${i}`,
          publisher: i % 3 === 0 ? hostile : "Tide Office",
        };
        await served.deps.store.addReport(reportOf(document, more));
      }
      return served;
    },
    {
      begin: async (its) => {
        page = its;
        await page.setViewportSize({ width: 1280, height: 900 });
      },
      end: async () => expect(await page.evaluate(() => "hostileRan" in window)).toBe(false),
      mayComplain: true,
    },
  );

  const count = () => page.locator("#search-count").innerText();

  it("goes through the pages by links, and the address holds which", async () => {
    await page.goto(`${desk.served.url}/search?q=tide`);
    await expect.poll(count).toBe("45 reports");
    expect(await page.locator(".hits > li").count()).toBe(20);
    await page.getByRole("link", { name: "Next" }).click();
    await page.getByText("21–40 of 45").waitFor();
    await page.getByRole("link", { name: "Next" }).click();
    await page.getByText("41–45 of 45").waitFor();
    expect(await page.locator(".hits > li").count()).toBe(5);
    expect(await page.getByRole("link", { name: "Next" }).count()).toBe(0);
    expect(page.url()).toContain("page=3");
    await page.reload();
    await page.getByText("41–45 of 45").waitFor();
  });

  it("is narrowed by what is counted, and taken back, hostile names as text", async () => {
    await page.goto(`${desk.served.url}/search?q=tide`);
    await page.getByRole("link", { name: `${hostile} 15` }).click();
    await expect.poll(count).toBe("15 reports");
    expect(new URL(page.url()).searchParams.get("publisher")).toBe(hostile);
    await page.getByRole("link", { name: `Take back Publisher: ${hostile}` }).click();
    await expect.poll(count).toBe("45 reports");
    await page.getByRole("group", { name: "Published until" }).getByRole("spinbutton").first().focus();
    await page.keyboard.type("01012031");
    await expect.poll(count).toBe("No report");
    expect(page.url()).toContain("to=2031-01-01");
  });

  it("leaves words out, takes beginnings, and marks them", async () => {
    await page.goto(`${desk.served.url}/search`);
    await page.getByRole("searchbox").fill("centim* -bulletin");
    await page.keyboard.press("Enter");
    await expect.poll(count).toBe("No report");
    await page.getByRole("searchbox").fill("centim* harbour -patrol");
    await page.keyboard.press("Enter");
    await expect.poll(count).toBe("45 reports");
    expect(await page.locator(".hits mark").allInnerTexts()).toEqual(
      expect.arrayContaining(["centimetres", "harbour"]),
    );
  });

  it("turns by date or by rank", async () => {
    await page.goto(`${desk.served.url}/search?q=patrol`);
    await page.getByRole("link", { name: "Latest first" }).click();
    await page.waitForURL(/order=date/);
    const current = page.locator(".search-order [aria-current=page]");
    await expect.poll(() => current.allInnerTexts()).toEqual(["Latest first"]);
    const days = await page.locator(".hits .facts span:nth-child(2)").allInnerTexts();
    const times = days.map((day) => Date.parse(day));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it("says in a line what is not understood", async () => {
    await page.goto(`${desk.served.url}/search?q=tide&from=2031-04-02&to=2031-04-01`);
    await page.getByText("a day before that of from: swap the two").waitFor();
    await page.getByRole("link", { name: "Search anew" }).click();
    await page.waitForURL((url) => url.search === "");
  });
});
