/** The map in a real Chromium: places as areas, their lines a press away, and the same as a list for who sees no map. */
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWeb } from "../../src/cli/web.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { Place } from "../../src/model/place.ts";
import { openBrowser } from "./browser.ts";
import { chromium, settled, useDesk, violations } from "./desk.ts";
import { entryId, type Fixture, fixture, situation } from "./fixture.ts";
import { serveFixture } from "./serve.ts";

const here = `/situations/${situation.id}`;

const amapala: Place = {
  name: "Amapala",
  country: "HN",
  lat: 13.29,
  lon: -87.65,
  precision: "city",
  id: "geonames:1",
};
const union: Place = {
  name: "La Unión",
  country: "SV",
  lat: 13.34,
  lon: -87.84,
  precision: "city",
  id: "geonames:2",
};
const valle: Place = {
  name: "Valle",
  country: "HN",
  lat: 13.6,
  lon: -87.55,
  precision: "region",
  id: "geonames:3",
};
const honduras: Place = {
  name: "Honduras",
  country: "HN",
  lat: 15,
  lon: -86.5,
  precision: "country",
  id: "country:HN",
};
const gulf: Place = {
  name: "Gulf of Fonseca",
  lat: 13.2,
  lon: -87.7,
  precision: "sea",
  id: "sea:gulf-of-fonseca",
};
const cove: Place = { name: "Widow’s Cove", precision: "unknown" };
const hostileName = `<img src=x onerror="document.title='hit'">${"W".repeat(10_000)}`;

/** The fixture's lines at places of every precision, and one that reports put in two countries. */
function placed(more: Readonly<Record<string, readonly Place[]>> = {}): Fixture {
  const of = fixture();
  const places: Readonly<Record<string, readonly Place[]>> = {
    [entryId("killed")]: [amapala],
    [entryId("patrols")]: [gulf, honduras],
    [entryId("second")]: [valle, cove],
    ...more,
  };
  const entries = of.record.entries.map((entry): Entry => {
    const own = places[entry.id];
    const isShots = entry.id === entryId("shots");
    if (own === undefined && !isShots) return entry;
    const at = <F extends Entry["lead"]>(finding: F, places: readonly Place[]) => ({ ...finding, places });
    return {
      ...entry,
      lead: at(entry.lead, own ?? [amapala]),
      evidence: entry.evidence.map((one, i) => ({
        ...one,
        finding: at(one.finding, own ?? (i === 1 ? [union] : [amapala])),
      })),
    };
  });
  return { ...of, record: { ...of.record, entries } };
}

describe.skipIf(chromium === undefined)("the map", () => {
  let hostile: Awaited<ReturnType<typeof serveFixture>>;
  let page: Page;
  let asked: string[];
  const desk = useDesk((dist) => serveFixture(dist, placed()), {
    begin: (its) => {
      page = its;
      asked = [];
      page.on("request", (request) => asked.push(request.url()));
    },
  });
  beforeAll(async () => {
    const name = { ...amapala, name: hostileName, id: `<script>alert(1)</script>&"'` };
    const named = placed({
      [entryId("killed")]: [name],
      [entryId("second")]: [{ name: hostileName, precision: "unknown" }],
    });
    hostile = await serveFixture(await buildWeb(), named);
  });
  afterAll(() => hostile?.close());

  async function open(search = "", from = desk.served.url) {
    await page.goto(`${from}${here}${search}`);
    await page.getByRole("heading", { level: 1, name: situation.title }).waitFor();
  }

  async function openMap(search = "", from = desk.served.url) {
    await open(search, from);
    await page.locator("#sources").scrollIntoViewIfNeeded();
    await page.locator("#map").scrollIntoViewIfNeeded();
    await page.locator(".map-list").waitFor();
    await page.locator("#map").scrollIntoViewIfNeeded();
  }

  const place = (name: string) => page.locator(".place", { hasText: name });

  /** Share of the map's pixels that are not of its most frequent colour. */
  async function drawnShare(): Promise<number> {
    const { data } = PNG.sync.read(await page.locator(".map-frame").screenshot());
    const counts = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = data.readUInt32BE(i);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return 1 - Math.max(...counts.values()) / (data.length / 4);
  }

  it("is asked for only when it comes near, and asks for nothing from elsewhere", async () => {
    await page.setViewportSize({ width: 1440, height: 700 });
    await open();
    await settled(page);
    expect(asked.filter((url) => /Canvas|maplibre|countries-|\/map/u.test(url))).toEqual([]);
    await openMap();
    await page.locator(".map-chip").first().waitFor();
    await expect.poll(() => asked.some((url) => /maplibre-gl-worker.*\.mjs$/u.test(url))).toBe(true);
    await expect.poll(() => asked.some((url) => /countries-50m.*\.json$/u.test(url))).toBe(true);
    expect(asked.filter((url) => !url.startsWith(desk.served.url) && !url.startsWith("data:"))).toEqual([]);
  });

  it("draws areas, on land that ships with the app, in both themes", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await openMap();
      await page.locator(".map-chip").first().waitFor();
      await expect.poll(drawnShare, { timeout: 30_000 }).toBeGreaterThan(0.25);
    }
  });

  it("takes the colours that the reader chooses while it stands", async () => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await openMap();
    await page.locator(".map-chip").first().waitFor();
    /** The middle one of its reds, by brightness. */
    const shade = async () => {
      const { data } = PNG.sync.read(await page.locator(".map-frame canvas").screenshot());
      return data.filter((_, i) => i % 4 === 0).sort()[data.length / 8]!;
    };
    await expect.poll(shade, { timeout: 20_000 }).toBeGreaterThan(200);
    await page.evaluate(() => {
      document.documentElement.dataset.theme = "dark";
    });
    await expect.poll(shade, { timeout: 20_000 }).toBeLessThan(60);
  });

  it("lists every place with how exactly it is known, and counts what has none", async () => {
    await openMap();
    await place("Amapala").getByText("town", { exact: true }).waitFor();
    await place("Valle").getByText("region", { exact: true }).waitFor();
    await place("Honduras").getByText("country", { exact: true }).waitFor();
    await place("Gulf of Fonseca").getByText("waters", { exact: true }).waitFor();
    await place("Widow’s Cove").getByText("not in the gazetteer").waitFor();
    expect(await place("without a place").innerText()).toMatch(/^\+?\s*\d+ lines? without a place/u);
    // Called off: by a mark and by word, never among what is done.
    expect(await place("Honduras").locator(".form-counts .unseen").textContent()).toBe(
      "1 not done, denied or called off",
    );
  });

  it("opens a place from its label; the address holds it, and a line leads to its evidence and back", async () => {
    await openMap();
    const label = page.locator(".map-chip").filter({ hasText: "Honduras" }).first();
    await label.click();
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe("country:HN");
    const panel = page.locator(".place-panel:not([hidden])");
    await panel.getByText("nothing closer").waitFor();
    await panel.locator(".line").first().click();
    await page.getByRole("dialog").locator("blockquote").first().waitFor();
    expect(new URL(page.url()).searchParams.get("place")).toBe("country:HN");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("place")).toBe("country:HN");
    await panel.getByText("nothing closer").waitFor();
  });

  it("shows where reports of one act disagree on where it was", async () => {
    await openMap("?place=geonames:1");
    await page.getByText("Other reports place it in La Unión").waitFor();
    await openMap("?place=geonames:2");
    await page.getByText("Other reports place it in Amapala").waitFor();
  });

  it("is worked by keys alone", async () => {
    await openMap();
    await page.locator(".map-chip").first().waitFor();
    const button = place("Valle").getByRole("button");
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByText("as large as such regions are").waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.classList.contains("line"))).toBe(true);
    await page.locator("a.map-chip").filter({ hasText: "Honduras" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("a.map-chip[aria-current]").innerText()).toContain("Honduras");
    await page.getByRole("button", { name: "Show all places" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Zoom in", exact: true }).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("Enter");
    // Nearer, the outlines of the larger scale are asked for.
    await expect.poll(() => asked.some((url) => /countries-10m.*\.json$/u.test(url))).toBe(true);
  });

  it("is moved by two fingers, and lets one scroll the page", async () => {
    const touched = await openBrowser(chromium!, {
      reducedMotion: "reduce",
      hasTouch: true,
      viewport: { width: 390, height: 844 },
    });
    try {
      const before = page;
      page = await touched.context.newPage();
      await openMap();
      await page.locator(".map-chip").first().waitFor();
      const hand = await touched.context.newCDPSession(page);
      const fingers = async (steps: readonly (readonly (readonly [x: number, y: number])[])[]) => {
        const touch = (
          type: "touchStart" | "touchMove" | "touchEnd",
          at: readonly (readonly [number, number])[],
        ) =>
          hand.send("Input.dispatchTouchEvent", {
            type,
            touchPoints: at.map(([x, y], id) => ({ x, y, id })),
          });
        for (const [i, at] of steps.entries()) await touch(i === 0 ? "touchStart" : "touchMove", at);
        await touch("touchEnd", []);
      };
      const middle = async () => {
        const { x, y, width, height } = (await page.locator(".map-frame").boundingBox())!;
        return [x + width / 2, y + height / 2] as const;
      };
      const stand = () =>
        page
          .locator(".map-label")
          .evaluateAll((all) => all.map((one) => (one as HTMLElement).style.transform));
      const steps = Array.from({ length: 9 }, (_, i) => i);

      const scrolled = await page.evaluate(() => scrollY);
      const stood = await stand();
      const [x, y] = await middle();
      await fingers(steps.map((i) => [[x, y - 12 * i]]));
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 20);
      expect(await stand()).toEqual(stood);
      const [u, v] = await middle();
      await fingers(
        steps.map((i) => [
          [u - 30 - 9 * i, v],
          [u + 30 + 9 * i, v],
        ]),
      );
      await expect.poll(stand).not.toEqual(stood);
      await page.close();
      page = before;
    } finally {
      await touched.close();
    }
  });

  it("says so where the browser draws no map, and the list holds all of it", async () => {
    await page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: []) {
        return kind.startsWith("webgl") ? null : real.call(this, kind, ...more);
      } as typeof real;
    });
    await openMap("?place=geonames:1");
    await page.getByText("This browser draws no map").waitFor();
    await page.locator(".place-panel:not([hidden]) .line").first().waitFor();
    expect(await page.locator(".map-chip, canvas").count()).toBe(0);
    expect(asked.filter((url) => /Canvas|countries-/u.test(url))).toEqual([]);
  });

  it("keeps to the time asked for", async () => {
    await openMap("?asOf=2031-04-02");
    await place("Amapala").waitFor();
    expect(await place("Honduras").count()).toBe(0);
  });

  it("shows hostile names as text, in an unbroken layout", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openMap("", hostile.url);
    await page.locator(".place").filter({ hasText: "<img src=x" }).first().waitFor();
    await page.locator(".map-chip").filter({ hasText: "<img src=x" }).waitFor();
    await page.locator(".place").filter({ hasText: "<img src=x" }).first().getByRole("button").click();
    await page.locator(".place-panel:not([hidden]) .line").first().waitFor();
    expect(await page.title()).not.toContain("hit");
    expect(await page.locator(".map img, .map script").count()).toBe(0);
    const [width, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width).toBeLessThanOrEqual(inner!);
  });

  it("speaks Spanish, the countries too", async () => {
    await openMap("?lang=es");
    await page.getByRole("heading", { name: "Mapa", exact: true }).waitFor();
    await page.getByRole("button", { name: "Acercar", exact: true }).waitFor();
    await place("Honduras").getByText("país", { exact: true }).waitFor();
    await place("Valle").getByText("región", { exact: true }).waitFor();
    // The choice is kept by the browser, which the tests share.
    await page.evaluate(() => localStorage.clear());
  });

  it.each(["light", "dark"] as const)(
    "has no axe violation, %s, with a place and the legend open",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await openMap("?place=geonames:1");
      await page.locator(".map-chip").first().waitFor();
      await page.getByText("How to read the map").click();
      expect(await violations(page, "#map")).toEqual([]);
    },
  );

  it("is a list on paper", async () => {
    await openMap("?place=geonames:1");
    await page.locator(".map-chip").first().waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".map-frame").isVisible()).toBe(false);
    expect(await place("Valle").isVisible()).toBe(true);
    expect(await page.locator(".place-panel:not([hidden]) .line").first().isVisible()).toBe(true);
  });
});
