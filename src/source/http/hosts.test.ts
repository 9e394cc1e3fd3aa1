import { describe, expect, it } from "vitest";
import { fakeClock } from "../../../test/server/fake-clock.ts";
import type { FetchProblem } from "./fetch-problem.ts";
import { backOffMs, type HostLimits, HostQueue, type Pace } from "./hosts.ts";

/** One for each: a signal that many listen to is slow by itself. */
const never = () => new AbortController().signal;

/** A queue on a clock of its own; `ask` writes down when its turn came. */
function desk(limits: Partial<HostLimits> = {}) {
  const clock = fakeClock();
  const hosts = new HostQueue(
    { perHost: 1, total: 64, pauseMs: 1000, patienceMs: 120_000, remembered: 1000, ...limits },
    clock,
  );
  const starts: [host: string, at: number][] = [];
  const refused: [host: string, code: string, retryAfter: number | undefined][] = [];
  const ask = (host: string, takesMs = 0, signal: AbortSignal = never(), pace: Pace = "usual") =>
    hosts
      .turn(
        host,
        host,
        signal,
        async () => {
          starts.push([host, clock.ms()]);
          if (takesMs > 0) await new Promise<void>((done) => clock.after(takesMs, done));
        },
        pace,
      )
      .catch((error: FetchProblem) => refused.push([host, error.code ?? String(error), error.retryAfter]));
  return { clock, hosts, starts, refused, ask };
}

describe("turns at hosts", () => {
  it("come one at a time, a pause apart, in order; each host for itself", async () => {
    const { clock, ask, starts } = desk();
    for (const host of ["a", "a", "b", "a"]) void ask(host);
    await clock.run();
    expect(starts).toEqual([
      ["a", 0],
      ["b", 0],
      ["a", 1000],
      ["a", 2000],
    ]);
  });

  it("wait for the one before, where it takes longer than the pause", async () => {
    const { clock, ask, starts } = desk();
    for (let n = 0; n < 3; n++) void ask("a", 2500);
    await clock.run();
    expect(starts.map(([, at]) => at)).toEqual([0, 2500, 5000]);
  });

  it("may be several at once, still a pause apart", async () => {
    const { clock, ask, starts } = desk({ perHost: 2 });
    for (let n = 0; n < 4; n++) void ask("a", 5000);
    await clock.run();
    expect(starts.map(([, at]) => at)).toEqual([0, 1000, 5000, 6000]);
  });

  it("are no more than the total, and the host that waits longest goes first", async () => {
    const { clock, ask, starts } = desk({ total: 2 });
    for (const host of ["a", "b", "c", "d"]) void ask(host, 3000);
    await clock.run();
    expect(starts).toEqual([
      ["a", 0],
      ["b", 0],
      ["c", 3000],
      ["d", 3000],
    ]);
  });

  it("are further apart where robots.txt says so", async () => {
    const { clock, hosts, ask, starts } = desk();
    hosts.setGap("a", 10_000);
    hosts.setGap("b", 10);
    for (const host of ["a", "a", "b", "b"]) void ask(host);
    await clock.run();
    expect(starts).toEqual([
      ["a", 0],
      ["b", 0],
      ["b", 1000],
      ["a", 10_000],
    ]);
  });

  it("that follow on another go first and without a pause, but not past a hold", async () => {
    const { clock, hosts, ask, starts } = desk();
    void ask("a", 100);
    void ask("a", 100);
    await clock.run(50);
    void ask("a", 100, never(), "next");
    await clock.run(450);
    expect(starts.map(([, at]) => at)).toEqual([0, 100]);
    hosts.hold("a", 5000);
    void ask("a", 100, never(), "next");
    await clock.run();
    expect(starts.map(([, at]) => at)).toEqual([0, 100, 5500, 6500]);
  });

  it("beside the others count for no pause", async () => {
    const { clock, ask, starts } = desk();
    void ask("a", 100, never(), "aside");
    void ask("a");
    void ask("a");
    await clock.run();
    expect(starts.map(([, at]) => at)).toEqual([0, 100, 1100]);
  });

  it("that are called off leave the queue", async () => {
    const { clock, hosts, ask, starts, refused } = desk();
    const controller = new AbortController();
    void ask("a", 5000);
    void ask("a", 0, controller.signal);
    void ask("a");
    await clock.run(100);
    controller.abort(Object.assign(new Error("off"), { code: "off" }));
    await clock.run();
    expect(starts.map(([, at]) => at)).toEqual([0, 5000]);
    expect(refused.map(([, code]) => code)).toEqual(["off"]);
    expect(hosts.size).toMatchObject({ active: 0, waiting: 0 });
  });

  it("go on after one that failed", async () => {
    const { clock, hosts, ask, starts } = desk();
    const failed = hosts.turn("a", "a", never(), () => Promise.reject(new Error("no"))).catch(() => "failed");
    void ask("a");
    await clock.run();
    expect(await failed).toBe("failed");
    expect(starts).toEqual([["a", 1000]]);
  });
});

describe("a host that wants a pause", () => {
  it("is asked by nobody until it is over, where that is soon", async () => {
    const { clock, hosts, ask, starts } = desk();
    void ask("a");
    void ask("a");
    await clock.run(500);
    hosts.hold("a", 30_000);
    void ask("a");
    await clock.run();
    expect(starts.map(([, at]) => at)).toEqual([0, 30_500, 31_500]);
  });

  it("is asked by nobody, and all are told, where it is not", async () => {
    const { clock, hosts, ask, starts, refused } = desk();
    void ask("a");
    void ask("a");
    await clock.run(500);
    hosts.hold("a", 3_600_000);
    await clock.run(600_000);
    void ask("a");
    await clock.run(2_999_500);
    expect(refused).toEqual([
      ["a", "on-hold", 3600],
      ["a", "on-hold", 3000],
    ]);
    void ask("a");
    await clock.run();
    expect(starts.map(([, at]) => at)).toEqual([0, 3_600_500]);
  });

  it("that fails is asked less and less often, until it works", async () => {
    const { clock, hosts, ask, starts } = desk();
    for (let n = 1; n <= 6; n++) {
      void ask("a");
      await clock.run();
      hosts.hold("a");
    }
    const pauses = starts.slice(1).map(([, at], n) => at - starts[n]![1]);
    expect(pauses).toEqual([1, 2, 3, 4, 5].map((failures) => Math.max(1000, backOffMs("a", failures, 1000))));
    void ask("a");
    await clock.run();
    hosts.worked("a");
    const from = clock.ms();
    void ask("a");
    await clock.run();
    expect(starts.at(-1)![1] - from).toBe(1000);
  });

  it("backs off by doubling, up to ten minutes, spread by host, the same each time", () => {
    for (let failures = 1; failures < 40; failures++) {
      const full = Math.min(600_000, 1000 * 2 ** (failures - 1));
      const pause = backOffMs("news.example", failures, 1000);
      expect(pause).toBeGreaterThanOrEqual(full / 2);
      expect(pause).toBeLessThanOrEqual(full);
      expect(backOffMs("news.example", failures, 1000)).toBe(pause);
    }
    const spread = new Set(
      Array.from({ length: 100 }, (_, n) => Math.round(backOffMs(`h${n}`, 5, 1000) / 1000)),
    );
    expect(spread.size).toBeGreaterThan(5);
  });
});

describe("very many", () => {
  it("requests to very many hosts each take one turn, and leave little behind", async () => {
    const clock = fakeClock();
    const limits = { perHost: 1, total: 64, pauseMs: 0, patienceMs: 120_000, remembered: 500 };
    let looks = 0;
    const hosts = new HostQueue(limits, {
      after: clock.after,
      ms: () => {
        looks++;
        return clock.ms();
      },
    });
    let most = 0;
    let running = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
    };
    const all = Array.from({ length: 20_000 }, (_, n) => hosts.turn(`host${n % 2000}`, "x", never(), work));
    expect(hosts.size).toEqual({ hosts: 2000, active: 64, waiting: 20_000 - 64 });
    await Promise.all(all);
    expect(most).toBe(64);
    // Looking at the clock stands for all work of the queue: a few looks a request, however many there are.
    expect(looks).toBeLessThan(20_000 * 6);
    expect(clock.waiting).toBe(0);
    // Those that are idle make room for others.
    for (let n = 0; n < 3000; n++) await hosts.turn(`later${n}`, "x", never(), work);
    expect(hosts.size.hosts).toBeLessThanOrEqual(2000);
  });

  it("requests to one host do not slow one another", async () => {
    const { clock, hosts } = desk({ pauseMs: 0 });
    let done = 0;
    const all = Array.from({ length: 20_000 }, () => hosts.turn("a", "a", never(), async () => void done++));
    await clock.run();
    await Promise.all(all);
    expect(done).toBe(20_000);
  });
});
