/**
 * Pictures of pages compared with those that somebody looked at and kept (test/browser/screens). `SITREP_SCREENS=write` writes
 * them anew, to be looked at in review. They are of one Chromium with one set of fonts; with others every line breaks
 * elsewhere, and comparing says nothing: then it is left out, and said so.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";

const folder = fileURLToPath(new URL("screens/", import.meta.url));
const writes = process.env.SITREP_SCREENS === "write";
/** Share of the pixels that may differ: the edge of a glyph here and there. */
const allowed = 0.002;

/** Undefined where the picture is as it was, was written, or can't be compared; else what differs. */
export async function differsFrom(page: Page, name: string): Promise<string | undefined> {
  // What is fetched or drawn late may still come: a page is given time to be as it was.
  if (writes) await page.waitForTimeout(settling);
  for (let tried = 1; ; tried++) {
    const differs = await compared(page, name);
    if (differs === undefined || tried === tries) return differs;
    await page.waitForTimeout(settling);
  }
}

const settling = 1_500;
const tries = 6;

async function compared(page: Page, name: string): Promise<string | undefined> {
  const taken = await page.screenshot({ animations: "disabled", caret: "hide" });
  const path = `${folder}${name}.png`;
  const own = await drawnBy(page);
  if (writes) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, taken);
    writeFileSync(`${folder}drawn-by.txt`, `${own}\n`);
    return undefined;
  }
  if (!existsSync(path)) return `${path} is missing: write it with SITREP_SCREENS=write`;
  const kept = readFileSync(`${folder}drawn-by.txt`, "utf8").trim();
  if (kept !== own) {
    console.log(`${name}: not compared, as the pictures are drawn by ${kept}, and this is ${own}`);
    return undefined;
  }
  const [one, other] = [PNG.sync.read(readFileSync(path)), PNG.sync.read(taken)];
  const { width, height } = one;
  if (width !== other.width || height !== other.height)
    return `${name}: ${other.width} × ${other.height} pixels, was ${width} × ${height}`;
  const shown = new PNG({ width, height });
  const different = pixelmatch(one.data, other.data, shown.data, width, height, { threshold: 0.1 });
  if (different <= allowed * width * height) return undefined;
  const beside = path.replace(/\.png$/u, ".differs.png");
  writeFileSync(beside, PNG.sync.write(shown));
  const share = ((100 * different) / (width * height)).toFixed(2);
  return `${name}: ${share} % of the pixels differ; ${beside} shows where`;
}

async function drawnBy(page: Page): Promise<string> {
  const version = page.context().browser()?.version() ?? (await page.evaluate(() => navigator.userAgent));
  return `${version}, fonts ${fonts()}`;
}

let known: string | undefined;

/** The fonts of this machine as a short hash; "unknown" where nothing lists them. */
function fonts(): string {
  try {
    known ??= createHash("sha256")
      .update(
        execFileSync("fc-list", [":", "family", "style"], { encoding: "utf8" }).split("\n").sort().join("\n"),
      )
      .digest("hex")
      .slice(0, 8);
  } catch {
    known = "unknown";
  }
  return known;
}
