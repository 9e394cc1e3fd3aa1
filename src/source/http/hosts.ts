/** Who may ask which host when: few requests at once, a pause between them, and none while a host wants to be left alone. */
import type { FetchProblem } from "./fetch-problem.ts";
import { onHold } from "./problems.ts";

/** Time and timers: the caller's, so that tests need not wait. */
export interface Clock {
  /** Milliseconds that only grow. */
  readonly ms: () => number;
  /** Calls back once after `ms`; what it returns calls that off. */
  readonly after: (ms: number, then: () => void) => () => void;
}

export const machineClock: Clock = {
  ms: () => performance.now(),
  after: (ms, then) => {
    // Node's timers hold 31 bits.
    const timer = setTimeout(then, Math.min(ms, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

export interface HostLimits {
  /** Requests to one host at once. */
  readonly perHost: number;
  /** Requests at once, to whatever hosts. */
  readonly total: number;
  /** Least time between the starts of two requests to one host, and the first step of its back-off. */
  readonly pauseMs: number;
  /** Whoever would wait longer than this for a host that is on hold is told so instead. */
  readonly patienceMs: number;
  /** Hosts remembered; the one that was idle longest is forgotten first. */
  readonly remembered: number;
}

/**
 * - `usual`: a pause after the one before.
 * - `next`: a step of one that has begun (a redirect, the page after its robots.txt): goes first, without a pause.
 * - `aside`: the same, and counts for no pause itself (robots.txt).
 */
export type Pace = "usual" | "next" | "aside";

interface Waiter {
  readonly where: string;
  readonly pace: Pace;
  readonly start: () => void;
  readonly refuse: (problem: FetchProblem) => void;
  /** No longer waiting: started, refused or called off. */
  done: boolean;
}

interface Host {
  readonly name: string;
  active: number;
  /** In order; those before `head` have gone. */
  queue: Waiter[];
  head: number;
  /** Those that need not wait for the pause. */
  first: Waiter[];
  /** Waiting in both. */
  live: number;
  gapMs: number;
  /** Not before this, by the pause and by what the host asked. */
  readyAt: number;
  heldUntil: number;
  failures: number;
  connections: number;
  /** Waits for room under the total. */
  queued: boolean;
  wake: (() => void) | undefined;
}

/** Longest back-off after failures; only the host itself may ask for more. */
const longestBackOffMs = 600_000;

export class HostQueue {
  readonly #hosts = new Map<string, Host>();
  readonly #limits: HostLimits;
  readonly #clock: Clock;
  /** Hosts that could start but for the total, in order. */
  #ready: Host[] = [];
  #active = 0;

  constructor(limits: HostLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Runs `work` when it is this host's turn. Rejects with FetchProblem when the host is on hold for long, or by `signal`. */
  async turn<T>(
    name: string,
    where: string,
    signal: AbortSignal,
    work: () => Promise<T>,
    pace: Pace = "usual",
  ): Promise<T> {
    signal.throwIfAborted();
    const host = this.#host(name);
    await this.#wait(host, where, signal, pace);
    try {
      return await work();
    } finally {
      host.active--;
      this.#active--;
      this.#pump(host);
      this.#fill();
    }
  }

  /** Crawl-delay: a longer pause than everybody's. */
  setGap(name: string, ms: number): void {
    this.#host(name).gapMs = Math.max(this.#limits.pauseMs, ms);
  }

  /** The host asked for a pause of `ms`; without it the pause grows with each failure in a row. */
  hold(name: string, ms?: number): void {
    const host = this.#host(name);
    host.failures++;
    const pause = ms ?? backOffMs(host.name, host.failures, this.#limits.pauseMs);
    host.heldUntil = Math.max(host.heldUntil, this.#clock.ms() + pause);
    if (pause > this.#limits.patienceMs) {
      for (const waiter of [...host.first, ...host.queue.slice(host.head)]) {
        if (waiter.done) continue;
        waiter.done = true;
        host.live--;
        waiter.refuse(onHold(waiter.where, host.name, Math.ceil(pause / 1000)));
      }
      host.first = [];
      host.queue = [];
      host.head = 0;
    }
  }

  worked(name: string): void {
    this.#host(name).failures = 0;
  }

  /** Counts connections, so that one may tell whether a request went over an old one. */
  connected(name: string): void {
    this.#host(name).connections++;
  }
  connections(name: string): number {
    return this.#host(name).connections;
  }

  isIdle(name: string): boolean {
    return (this.#hosts.get(name)?.active ?? 0) === 0;
  }

  /** Hosts remembered, and requests that run and wait. */
  get size(): { readonly hosts: number; readonly active: number; readonly waiting: number } {
    let waiting = 0;
    for (const host of this.#hosts.values()) waiting += host.live;
    return { hosts: this.#hosts.size, active: this.#active, waiting };
  }

  #wait(host: Host, where: string, signal: AbortSignal, pace: Pace): Promise<void> {
    const held = host.heldUntil - this.#clock.ms();
    if (held > this.#limits.patienceMs) {
      return Promise.reject(onHold(where, host.name, Math.ceil(held / 1000)));
    }
    return new Promise((resolve, reject) => {
      const called = () => {
        if (waiter.done) return;
        waiter.done = true;
        host.live--;
        reject(signal.reason);
      };
      const waiter: Waiter = {
        where,
        pace,
        done: false,
        start: () => {
          signal.removeEventListener("abort", called);
          resolve();
        },
        refuse: (problem) => {
          signal.removeEventListener("abort", called);
          reject(problem);
        },
      };
      signal.addEventListener("abort", called, { once: true });
      (pace === "usual" ? host.queue : host.first).push(waiter);
      host.live++;
      this.#pump(host);
    });
  }

  /** Starts what may start at this host, or arranges to look again. */
  #pump(host: Host): void {
    while (host.live > 0 && host.active < this.#limits.perHost) {
      const now = this.#clock.ms();
      while (host.first[0]?.done === true) host.first.shift();
      const from = host.first.length > 0 ? host.heldUntil : Math.max(host.readyAt, host.heldUntil);
      if (from > now) {
        // A hold may have moved since the timer was set: what wakes early looks again.
        host.wake ??= this.#clock.after(from - now, () => {
          host.wake = undefined;
          this.#pump(host);
        });
        return;
      }
      if (this.#active >= this.#limits.total) {
        if (!host.queued) this.#ready.push(host);
        host.queued = true;
        return;
      }
      const next = host.first.shift() ?? shift(host);
      if (next === undefined) return;
      next.done = true;
      host.live--;
      host.active++;
      if (next.pace !== "aside") host.readyAt = now + host.gapMs;
      this.#active++;
      next.start();
    }
  }

  /** Room under the total: the host that waited longest goes first. */
  #fill(): void {
    while (this.#ready.length > 0 && this.#active < this.#limits.total) {
      const batch = this.#ready.splice(0, this.#limits.total - this.#active);
      for (const host of batch) {
        host.queued = false;
        this.#pump(host);
      }
    }
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name);
    if (known !== undefined) {
      this.#hosts.delete(name);
      this.#hosts.set(name, known);
      return known;
    }
    this.#forget();
    const host: Host = {
      name,
      active: 0,
      queue: [],
      head: 0,
      first: [],
      live: 0,
      gapMs: this.#limits.pauseMs,
      readyAt: 0,
      heldUntil: 0,
      failures: 0,
      connections: 0,
      queued: false,
      wake: undefined,
    };
    this.#hosts.set(name, host);
    return host;
  }

  /** Busy hosts are as many as their callers; of idle ones the oldest goes. */
  #forget(): void {
    if (this.#hosts.size < this.#limits.remembered) return;
    let looked = 0;
    for (const [name, host] of this.#hosts) {
      if (host.active === 0 && host.live === 0) {
        host.wake?.();
        this.#hosts.delete(name);
        return;
      }
      if (++looked === 100) return;
    }
  }
}

function shift(host: Host): Waiter | undefined {
  while (host.head < host.queue.length) {
    const waiter = host.queue[host.head++]!;
    if (host.head > 1000 && host.head * 2 > host.queue.length) {
      host.queue = host.queue.slice(host.head);
      host.head = 0;
    }
    if (!waiter.done) return waiter;
  }
  host.queue = [];
  host.head = 0;
  return undefined;
}

/** Doubles with each failure; spread by host and attempt, so that many hosts behind one fault do not come back at once. */
export function backOffMs(host: string, failures: number, firstMs: number): number {
  const full = Math.min(longestBackOffMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return full * (0.5 + hashOf(`${host} ${failures}`) / 2);
}

/** FNV-1a, as a share of one. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
