/** Time that passes when a test says so. */
export interface FakeClock {
  readonly ms: () => number;
  readonly after: (ms: number, then: () => void) => () => void;
  /** Lets timers run in order until nothing waits, or until `ms` have passed; work that they start is finished in between. */
  run(ms?: number): Promise<void>;
  /** Timers that wait. */
  readonly waiting: number;
}

export function fakeClock(): FakeClock {
  let now = 0;
  let timers: { at: number; then: () => void }[] = [];
  return {
    ms: () => now,
    after: (ms, then) => {
      const timer = { at: now + ms, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    run: async (ms = Number.POSITIVE_INFINITY) => {
      const until = now + ms;
      for (;;) {
        await settled();
        const next = timers.reduce<(typeof timers)[number] | undefined>(
          (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
          undefined,
        );
        if (next === undefined || next.at > until) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.then();
      }
      if (Number.isFinite(until)) now = until;
    },
    get waiting() {
      return timers.length;
    },
  };
}

/** All that is due without a timer has been done. */
const settled = () => new Promise<void>((done) => setImmediate(done));
