/**
 * `npm run pictures`: the README's pictures, taken of the example situation in a real Chromium.
 * docs/situation-light.png, situation-dark.png, evidence-light.png, review-light.png, narrow-light.png, map-light.png.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { situationPages } from "../../src/cli/pages.ts";
import { loadExample } from "../../src/cli/start.ts";
import { buildWeb } from "../../src/cli/web.ts";
import { openStore } from "../../src/store/open.ts";
import { openBrowser } from "./browser.ts";
import { findChromium } from "./chromium.ts";
import { serveApp } from "./serve.ts";

const docs = fileURLToPath(new URL("../../docs", import.meta.url));

const chromium = findChromium();
if (chromium === undefined) {
  console.error("pictures: no Chromium found; install Debian's chromium or set CHROMIUM to its path");
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "sitrep-pictures-"));
const store = await openStore({ folder });
await loadExample(store);
const [situation] = await store.situations();
if (situation === undefined) throw new Error("pictures: the example has no situation");
const record = situationPages(store);
const view = await record(situation.id, {});
// The act with most steps shows the evidence best.
const moved = [...(view?.entries ?? [])].sort(
  (a, b) =>
    (b.history?.length ?? 0) - (a.history?.length ?? 0) || b.origins - a.origins || (a.id < b.id ? -1 : 1),
)[0];

// A reader who has looked some days before.
const reader = "pictures";
await store.addMark({ situation: situation.id, reader, seenAt: "2031-11-05T00:00:00Z" });

const served = await serveApp(
  { store, record, version: "pictures", now: () => "2031-06-01T08:00:00Z", dist: await buildWeb() },
  () => store.close(),
);
mkdirSync(docs, { recursive: true });
const here = `/situations/${situation.id}`;
const shots = [
  { name: "situation-light", path: here, width: 1280, height: 1000, scheme: "light" },
  { name: "situation-dark", path: here, width: 1280, height: 1000, scheme: "dark" },
  { name: "evidence-light", path: `${here}?entry=${moved?.id}`, width: 1280, height: 1000, scheme: "light" },
  { name: "review-light", path: `${here}/review`, width: 1280, height: 1000, scheme: "light" },
  { name: "map-light", path: `${here}?place=sea:pemba-channel`, width: 1280, height: 820, scheme: "light" },
  { name: "narrow-light", path: here, width: 390, height: 844, scheme: "light" },
] as const;

const { context, close } = await openBrowser(chromium, { reducedMotion: "reduce" });
await context.addInitScript((id) => localStorage.setItem("sitrep.reader", id), reader);
for (const { name, path, width, height, scheme } of shots) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.goto(served.url + path);
  await page.waitForLoadState("networkidle");
  await page.locator(".loading").first().waitFor({ state: "detached" });
  await page
    .locator(name.startsWith("review") ? ".queue" : ".day-open")
    .first()
    .waitFor({ state: "attached" });
  if (name.startsWith("map")) await showMap(page);
  await page.screenshot({ path: join(docs, `${name}.png`) });
  console.log(`docs/${name}.png`);
  await page.close();
}
await close();
await served.close();
rmSync(folder, { recursive: true, force: true });

/** Scrolls to the map and waits until it stands: nothing tells from outside that a picture is whole but that it stays. */
async function showMap(page: Page): Promise<void> {
  await page.locator("#map").scrollIntoViewIfNeeded();
  await page.locator(".map-chip").first().waitFor();
  await page.locator("#map").evaluate((map) => map.scrollIntoView());
  let last = "";
  for (let alike = 0; alike < 4; ) {
    await page.waitForTimeout(700);
    const now = (await page.locator(".map-frame").screenshot()).toString("base64");
    alike = now === last ? alike + 1 : 0;
    last = now;
  }
}
