/** A Chromium for the tests and the pictures, without a network and with a profile of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--headless",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Text is drawn alike on every machine that has the same fonts.
  "--font-render-hinting=none",
];

export interface Opened {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

export async function openBrowser(
  executablePath: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const profile = mkdtempSync(join(tmpdir(), "sitrep-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: flags,
    locale: "en-GB",
    timezoneId: "UTC",
    ...options,
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
