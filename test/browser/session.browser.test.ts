/** Signing in, where a server has a password, and the token that every change carries. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openSessions } from "../../src/api/sessions.ts";
import { buildWeb } from "../../src/cli/web.ts";
import { type Opened, openBrowser } from "./browser.ts";
import { findChromium } from "./chromium.ts";
import { fixture, situation } from "./fixture.ts";
import { serveFixture } from "./serve.ts";

const chromium = findChromium();
const password = "a boat of many oars";

describe.skipIf(chromium === undefined)("the session in the browser", () => {
  let browser: Opened;
  let locked: Awaited<ReturnType<typeof serveFixture>>;
  let open: Awaited<ReturnType<typeof serveFixture>>;
  let page: Page;

  beforeAll(async () => {
    const dist = await buildWeb();
    locked = await serveFixture(dist, fixture(), openSessions({ password }));
    open = await serveFixture(dist);
    browser = await openBrowser(chromium!, { reducedMotion: "reduce" });
  });
  afterAll(async () => {
    await browser?.close();
    await locked?.close();
    await open?.close();
  });
  beforeEach(async () => {
    page = await browser.context.newPage();
  });
  afterEach(() => page.close());

  it("asks for the password by keyboard, says what is wrong, lets in, and out again", async () => {
    await page.goto(`${locked.url}/situations/${situation.id}`);
    const field = page.getByLabel("Password");
    await field.fill("a boat of few oars");
    await page.keyboard.press("Enter");
    await page.getByText("That is not the password of this server.").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByText("fishermen").count()).toBe(0);

    await field.fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: situation.title }).waitFor();
    // no script can read the session
    expect(await page.evaluate(() => document.cookie)).toBe("");

    await page.reload();
    await page.getByRole("heading", { name: situation.title }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  });

  it("gets a new token by itself when the server has forgotten the old one", async () => {
    const sent: (string | undefined)[] = [];
    await page.goto(`${open.url}/situations/${situation.id}`);
    await page.route("**/seen", (route) => {
      sent.push(route.request().headers()["x-sitrep-token"]);
      // as a server answers that was started anew
      return sent.length === 1
        ? route.fulfill({ status: 403, json: { title: "Forbidden" } })
        : route.continue();
    });
    await page.getByRole("button", { name: "Mark as read" }).click();
    await page.getByText(/^Nothing has changed since/u).waitFor();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatch(/^[\w-]{43}$/u);
  });
});
