/** The robots.txt of each origin, fetched once and kept for a day at most (RFC 9309, 2.4). */
import type { FetchProblem } from "./fetch-problem.ts";
import { everythingAllowed, type Robots } from "./robots.ts";

/** What an origin answered for its robots.txt. */
export type Retrieved =
  | { readonly robots: Robots; readonly freshFor?: number }
  /** 4xx, or no text in the end: there is none, and everything may be fetched (2.3.1.3). */
  | { readonly absent: true; readonly freshFor?: number }
  /** 5xx: nothing may be fetched for a time (2.3.1.4). `problem` words it for the address that is asked for. */
  | { readonly status: number; readonly retryAfter?: number };

export interface RobotsCacheOptions {
  /** Throws FetchProblem where the network fails. */
  readonly retrieve: (origin: string) => Promise<Retrieved>;
  /** Milliseconds that only grow. */
  readonly ms: () => number;
  /** Origins remembered, and bytes of all their rules. */
  readonly remembered?: number;
  readonly maxSize?: number;
}

/** The site can't say what it allows: its server fails. */
export interface Unknown {
  readonly status: number;
  /** Seconds until it is asked again. */
  readonly retryAfter: number;
}

interface Entry {
  robots?: Robots;
  /** Asked again after this. */
  until: number;
  unknown?: { readonly status: number; readonly since: number };
  failures: number;
  loading?: Promise<Robots | Unknown>;
}

const day = 86_400_000;
const shortest = 600_000;
/** After this long without an answer a site's rules count as absent (2.3.1.4 leaves it open). */
const givenUp = 30 * day;

export class RobotsCache {
  readonly #entries = new Map<string, Entry>();
  readonly #options: Required<RobotsCacheOptions>;
  #size = 0;

  constructor(options: RobotsCacheOptions) {
    this.#options = { remembered: 20_000, maxSize: 32 * 2 ** 20, ...options };
  }

  /** Throws FetchProblem where the origin can't be reached; that is not remembered. */
  async of(origin: string): Promise<Robots | Unknown> {
    const entry = this.#entry(origin);
    const now = this.#options.ms();
    if (now < entry.until) return this.#known(entry, now);
    entry.loading ??= this.#load(origin, entry).finally(() => {
      delete entry.loading;
    });
    return entry.loading;
  }

  get size(): { readonly origins: number; readonly bytes: number } {
    return { origins: this.#entries.size, bytes: this.#size };
  }

  #known(entry: Entry, now: number): Robots | Unknown {
    if (entry.robots !== undefined) return entry.robots;
    if (entry.unknown === undefined || now - entry.unknown.since > givenUp) return everythingAllowed;
    return { status: entry.unknown.status, retryAfter: Math.ceil((entry.until - now) / 1000) };
  }

  async #load(origin: string, entry: Entry): Promise<Robots | Unknown> {
    let got: Retrieved;
    try {
      got = await this.#options.retrieve(origin);
    } catch (problem) {
      // Rules that were known before still hold while the site can't be asked; the page's own fetch shows the fault.
      if (entry.robots !== undefined && (problem as FetchProblem).passing) return entry.robots;
      throw problem;
    }
    const now = this.#options.ms();
    if ("status" in got) {
      entry.failures++;
      entry.unknown ??= { status: got.status, since: now };
      const pause =
        got.retryAfter === undefined ? 60_000 * 2 ** Math.min(entry.failures - 1, 11) : got.retryAfter * 1000;
      entry.until = now + Math.min(day, Math.max(1000, pause));
      return this.#known(entry, now);
    }
    const robots = "robots" in got ? got.robots : everythingAllowed;
    this.#size += robots.size - (entry.robots?.size ?? 0);
    entry.robots = robots;
    delete entry.unknown;
    entry.failures = 0;
    entry.until = now + Math.min(day, Math.max(shortest, (got.freshFor ?? 86_400) * 1000));
    this.#forget(origin);
    return robots;
  }

  #entry(origin: string): Entry {
    const known = this.#entries.get(origin);
    const entry = known ?? { until: Number.NEGATIVE_INFINITY, failures: 0 };
    if (known !== undefined) this.#entries.delete(origin);
    this.#entries.set(origin, entry);
    if (known === undefined) this.#forget(origin);
    return entry;
  }

  /** What was asked for longest ago goes first. */
  #forget(kept: string): void {
    for (const [origin, entry] of this.#entries) {
      if (this.#entries.size <= this.#options.remembered && this.#size <= this.#options.maxSize) return;
      if (origin === kept || entry.loading !== undefined) continue;
      this.#size -= entry.robots?.size ?? 0;
      this.#entries.delete(origin);
    }
  }
}
