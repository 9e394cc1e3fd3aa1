/** What is measured within a page: its first view, and what real input brings about. Times in milliseconds. */
import type { Page } from "playwright-core";

export interface FirstView {
  readonly contentful: number;
  readonly largest: number;
  /** When the first line of the brief had been painted. */
  readonly shown: number;
  /** End of the last task over 50 ms. */
  readonly quiet: number;
  readonly blocked: number;
  readonly main: number;
  readonly script: number;
  readonly server: number;
  /** Bytes as sent. */
  readonly api: number;
  readonly scripts: number;
  readonly styles: number;
}

/** Processor time of the main thread over all times of a step. */
export interface Step {
  readonly paint: number[];
  readonly content: number[];
  main: number;
}
export type Steps = Map<string, Step>;

/** Run in the page before anything of it; as text, as the page's types are not Node's. */
const observers = `
  const seen = { input: 0, events: [], tasks: [], largest: 0 };
  window.seen = seen;
  for (const type of ["pointerdown", "keydown"])
    addEventListener(type, (event) => { seen.input = event.timeStamp; }, true);
  const observe = (type, take, more) => {
    try { new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more }); } catch {}
  };
  observe("event", ({ startTime, duration }) => seen.events.push({ at: startTime, duration }), { durationThreshold: 16 });
  observe("longtask", ({ startTime, duration }) => seen.tasks.push({ at: startTime, duration }));
  observe("largest-contentful-paint", ({ startTime }) => { seen.largest = startTime; });
  // Resolves once a frame that holds it has been handed on.
  seen.when = (holds) => new Promise((resolve) => {
    const look = () => {
      if (!holds()) return requestAnimationFrame(look);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      requestAnimationFrame(() => channel.port2.postMessage(0));
    };
    look();
  });
`;

export async function install(page: Page): Promise<void> {
  page.setDefaultTimeout(120_000);
  await page.addInitScript(observers);
}

export async function firstView(page: Page, path: string): Promise<FirstView> {
  const metrics = await metricsOf(page);
  await page.goto(path, { waitUntil: "commit" });
  const shown = await page.evaluate<number>(
    "window.seen.when(() => document.querySelector('#brief .line') !== null)",
  );
  await page.waitForLoadState("networkidle");
  // A quiet second ends the first view.
  await page.waitForTimeout(1_000);
  const { main, script } = await metrics();
  const seen = await page.evaluate<Omit<FirstView, "shown" | "main" | "script">>(`(() => {
    const { tasks, largest } = window.seen;
    const resources = performance.getEntriesByType("resource");
    const sum = (of) => resources.filter(of).reduce((sum, { transferSize }) => sum + transferSize, 0);
    const api = resources.filter(({ name }) => new URL(name).pathname.startsWith("/api/"));
    return {
      contentful: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      largest,
      quiet: tasks.reduce((last, { at, duration }) => Math.max(last, at + duration), 0),
      blocked: tasks.reduce((sum, { duration }) => sum + duration - 50, 0),
      server: Math.max(0, ...api.map(({ requestStart, responseStart }) => responseStart - requestStart)),
      api: sum(({ name }) => new URL(name).pathname.startsWith("/api/")),
      scripts: sum(({ name }) => name.endsWith(".js")),
      styles: sum(({ name }) => name.endsWith(".css")),
    };
  })()`);
  return { ...seen, shown, main, script };
}

/** Milliseconds of the main thread's processor time from now on. */
async function metricsOf(page: Page): Promise<() => Promise<{ main: number; script: number }>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string) => 1000 * (metrics.find((one) => one.name === name)?.value ?? 0);
    return { main: of("TaskDuration"), script: of("ScriptDuration") };
  };
  const before = await read();
  return async () => {
    const after = await read();
    await session.detach();
    // A new document counts from nothing.
    const since = (now: number, then: number) => (now >= then ? now - then : now);
    return { main: since(after.main, before.main), script: since(after.script, before.script) };
  };
}

/** Real input, many times over. */
export async function steps(page: Page, path: string, each: number): Promise<Steps> {
  const done: Steps = new Map();
  const step = async (name: string, act: () => Promise<void>, holds: string) => {
    const one = done.get(name) ?? { paint: [], content: [], main: 0 };
    done.set(name, one);
    await page.evaluate("window.seen.events.length = 0");
    const metrics = await metricsOf(page);
    await act();
    const shown = await page.evaluate<number>(
      `window.seen.when(() => ${holds}).then((at) => at - window.seen.input)`,
    );
    // Event Timing tells of a frame after it was shown.
    await page.waitForTimeout(60);
    one.main += (await metrics()).main;
    const paint = await page.evaluate<number>(
      "Math.max(8, ...window.seen.events.filter(({ at }) => at >= window.seen.input - 1).map(({ duration }) => duration))",
    );
    one.paint.push(paint);
    one.content.push(shown);
  };

  await page.locator("#timeline").scrollIntoViewIfNeeded();
  const lines = page.locator("#timeline .event .line");
  await lines.first().waitFor();
  const count = await lines.count();
  for (let i = 0; i < each; i++) {
    const line = lines.nth(i % count);
    await line.scrollIntoViewIfNeeded();
    await step("open a drawer", () => line.click(), "document.querySelector('[role=dialog] mark') !== null");
    await step(
      "close it",
      () => page.keyboard.press("Escape"),
      "document.querySelector('[role=dialog]') === null",
    );
  }
  await filters(page, step, each);
  await sections(page, step);
  await page.goto(path);
  await page.locator("#brief .line").first().waitFor();
  await slider(page, step, each);
  return done;
}

type Take = (name: string, act: () => Promise<void>, holds: string) => Promise<void>;

async function filters(page: Page, step: Take, each: number): Promise<void> {
  const toggles = page.locator("#timeline .filter-toggle");
  const count = await toggles.count();
  for (let i = 0; count > 0 && i < each; i++) {
    const toggle = toggles.nth(i % count);
    const was = await toggle.getAttribute("aria-pressed");
    await step(
      "filter the timeline",
      () => toggle.click(),
      `document.querySelectorAll('#timeline .filter-toggle')[${i % count}].getAttribute('aria-pressed') !== '${was}'`,
    );
  }
}

/** "Show all" of every section, one after the other. */
async function sections(page: Page, step: Take): Promise<void> {
  for (let i = 0; i < 12; i++) {
    const more = page.locator(".situation .show-all");
    const left = await more.count();
    if (left === 0) return;
    await more.first().scrollIntoViewIfNeeded();
    const before = await page.evaluate<number>("document.querySelectorAll('.situation *').length");
    await step(
      "show all of a list",
      () => more.first().click(),
      `document.querySelectorAll('.situation *').length !== ${before}`,
    );
  }
}

/** A day back by the arrow: the page shows the day at once, and the record of it when it has come. */
async function slider(page: Page, step: Take, each: number): Promise<void> {
  const thumb = page.locator(".slide-as-of input[type=range]");
  await thumb.waitFor({ state: "attached" });
  for (let i = 0; i < each; i++) {
    await thumb.focus();
    const before = await page.evaluate<string>("location.search");
    await step(
      "move the slider by a day",
      () => page.keyboard.press("ArrowLeft"),
      `location.search !== ${JSON.stringify(before)} && document.querySelector('.situation').getAttribute('aria-busy') === null`,
    );
  }
}
