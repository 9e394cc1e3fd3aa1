/**
 * Text from outside that would like to be more than text: in every field that comes from outside it is shown as it is, and
 * should a page ever hold it as markup, the policy that the server sends lets none of it run or ask elsewhere.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromium, useDesk } from "./desk.ts";
import { entryId, type Fixture, fixture, situation } from "./fixture.ts";
import { garbling, payloads } from "./payloads.ts";
import { serveFixture } from "./serve.ts";

const here = `/situations/${situation.id}`;
const killed = entryId("killed");
const wire = fixture().reports[0]!;

describe.skipIf(chromium === undefined)("hostile text", () => {
  let page: Page;
  /** What was asked of evil.example. */
  let caught: string[];
  const desk = useDesk((dist) => serveFixture(dist, hostileFixture()), {
    begin: async (its) => {
      page = its;
      caught = [];
      await page.route("https://evil.example/**", (route) => {
        caught.push(route.request().url());
        void route.fulfill({ body: "window.hostileRan=true", contentType: "text/javascript" });
      });
    },
    mayComplain: true,
    end: () => expect(caught).toEqual([]),
  });
  const { open } = desk;

  const pages: [name: string, path: string, shows: boolean][] = [
    ["situations", "/", true],
    ["a situation", here, true],
    ["evidence", `${here}?entry=${killed}`, true],
    ["review", `${here}/review`, true],
    ["a report", `/reports/${wire.id}?at=52-100&show=event,place,statement`, true],
    ["search", `/search?q=${encodeURIComponent(payloads[0]!)}`, false],
    ["sources", "/sources", false],
  ];

  it.each(pages)("is text on the page of %s, whose layout holds", async (_, path, shows) => {
    await page.setViewportSize({ width: 390, height: 900 });
    await open(path);
    const state = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      foreign: document.querySelectorAll("#root :is(script, img, iframe, style, object, embed, base, math)")
        .length,
      handlers: [...document.querySelectorAll("*")].flatMap(({ attributes }) =>
        [...attributes].filter(({ name }) => name.startsWith("on")),
      ).length,
      // In an SVG the address is the attribute's alone.
      links: [...document.querySelectorAll("a")].filter(
        (a) => !/^https?:/u.test(a.href) && !a.getAttribute("href")?.startsWith("#"),
      ).length,
      ran: "hostileRan" in window,
      text: document.body.textContent ?? "",
    }));
    expect(state).toMatchObject({ wide: 0, foreign: 0, handlers: 0, links: 0, ran: false });
    // white space is the page's to fold
    const flat = (text: string) => text.replaceAll(/\s+/gu, " ");
    if (shows) for (const payload of payloads) expect(flat(state.text)).toContain(flat(payload));
  });

  it("is at least thirty kinds", () => {
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(30);
  });

  it.each(payloads)("does nothing as markup under the server's policy: %s", async (payload) => {
    const { headers } = await fetch(desk.served.url);
    const policy = headers.get("content-security-policy")!;
    const body = `<!doctype html><title>x</title><h1>held</h1>${payload}`;
    await page.route("**/held", (route) =>
      route.fulfill({ body, headers: { "content-type": "text/html", "content-security-policy": policy } }),
    );
    await page.goto(`${desk.served.url}/held`);
    const links = page.locator("a");
    for (let i = 0; i < (await links.count()); i++)
      await links.nth(i).evaluate((link) => (link as HTMLElement).click());
    await page.mouse.move(200, 200);
    await page.waitForTimeout(50);
    expect(await page.evaluate(() => "hostileRan" in window)).toBe(false);
  });

  it("would run without the policy, else nothing above is proved", async () => {
    await page.route("**/open", (route) =>
      route.fulfill({ body: `<!doctype html>${payloads[0]}`, contentType: "text/html" }),
    );
    await page.goto(`${desk.served.url}/open`);
    expect(await page.evaluate(() => "hostileRan" in window)).toBe(true);
  });

  it("becomes no script of the app's own page", async () => {
    await page.goto(desk.served.url + here);
    const refused = await page.evaluate(() =>
      [
        () => {
          const script = document.createElement("script");
          script.textContent = "window.hostileRan = true";
          document.body.append(script);
        },
        () => document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.hostileRan = true'>"),
        () => {
          document.body.innerHTML = "<b>x</b>";
        },
      ].map((attempt) => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      }),
    );
    expect(await page.evaluate(() => "hostileRan" in window)).toBe(false);
    expect(refused).toEqual([true, true, true]);
  });
});

/** The fixture with hostile words wherever words come from outside, the same lengths of text where offsets point. */
function hostileFixture(): Fixture {
  const made = fixture();
  const bad = [...payloads, ...garbling].join(" ");
  return {
    ...made,
    situation: { ...made.situation, title: `<img ${bad}`, summary: bad },
    reports: made.reports.map((report) => ({
      ...report,
      title: bad,
      publisher: bad,
      bylines: [bad],
      credit: bad,
      section: bad,
      captions: [bad],
      amendments: [{ kind: "correction" as const, text: bad }],
      url: "javascript:window.hostileRan=true",
      text: report.text + bad,
      blocks: [
        ...report.blocks.slice(0, -1),
        { ...report.blocks.at(-1)!, end: report.text.length + bad.length },
      ],
    })),
    record: {
      ...made.record,
      origins: made.record.origins.map((origin) => ({
        ...origin,
        name: bad,
        links: origin.links.map((link) => ({ ...link, why: bad })),
      })),
      entries: made.record.entries.map((entry) => ({
        ...entry,
        evidence: entry.evidence.map((one) => ({
          ...one,
          finding: { ...one.finding, speaker: { kind: "named", name: bad } },
        })),
        lead: { ...entry.lead, speaker: { kind: "named", name: bad } },
        ...(entry.series === undefined
          ? {}
          : { series: entry.series.map((point) => ({ ...point, issuer: bad })) }),
      })),
    },
  };
}
