/** All that reports tell, joined as it comes into threads: what each tells of one thing, before it is asked what stands. */
import type { Finding, FindingKind, FindingOf } from "../../model/finding.ts";
import type { Told } from "../tellings/told.ts";
import { events } from "./events/events.ts";
import { expectations } from "./expectations.ts";
import { figures } from "./figures/figures.ts";
import { type Joined, Joiner, type Kind } from "./join.ts";
import { legalBases } from "./legal-bases.ts";
import { positions } from "./positions.ts";
import { statements } from "./statements.ts";
import type { Thread } from "./thread.ts";

export type JoinedThreads = Readonly<Record<FindingKind, Joined>>;

/** What is told, joined as it comes, each kind by its own rules. */
export class Threads {
  /** Of each kind those of which nothing is to come at some moment that was asked for, by their group. */
  readonly #whole: { readonly [K in FindingKind]: Thread[] } = {
    event: [],
    figure: [],
    position: [],
    "legal-basis": [],
    expectation: [],
    statement: [],
  };
  readonly #joiners: { readonly [K in FindingKind]: Joiner<FindingOf<K>, never> };

  constructor() {
    const joiner = <F extends Finding, Traits>(kind: Kind<F, Traits>) =>
      new Joiner(kind) as unknown as Joiner<F, never>;
    this.#joiners = {
      event: joiner(events),
      figure: joiner(figures),
      position: joiner(positions),
      "legal-basis": joiner(legalBases),
      expectation: joiner(expectations),
      statement: joiner(statements),
    };
  }

  /** Takes the next telling, in the order in which they were fetched. */
  add(told: Told): void {
    (this.#joiners[told.finding.kind] as Joiner<Finding, never>).add(told);
  }

  joined(): JoinedThreads {
    return Object.fromEntries(
      Object.entries(this.#joiners).map(([kind, joiner]) => [kind, joiner.joined()]),
    ) as JoinedThreads;
  }

  /** Takes tellings, each at its order, as they were joined. */
  restore(told: readonly Told[], joined: JoinedThreads): void {
    const byKind = Map.groupBy(told, ({ finding }) => finding.kind);
    for (const [kind, joiner] of Object.entries(this.#joiners) as [FindingKind, Joiner<Finding, never>][])
      joiner.restore(byKind.get(kind) ?? [], joined[kind], (order) => told[order]!);
  }

  /** Those of the tellings before a position in their order: as they were when these were all there was. */
  before(order: number): Thread[] {
    const threads: Thread[] = [];
    for (const [kind, { groups }] of Object.entries(this.#joiners) as [
      FindingKind,
      Joiner<Finding, never>,
    ][]) {
      const whole = this.#whole[kind];
      for (const [i, { id, told, orders }] of groups.entries()) {
        // Groups stand in the order of their founders.
        if (orders[0]! >= order) break;
        if (orders.at(-1)! < order) {
          whole[i] ??= { told, orders, founder: told[0]!, id };
          threads.push(whole[i]);
        } else
          threads.push({ told: told.slice(0, countBefore(orders, order)), orders, founder: told[0]!, id });
      }
    }
    return threads;
  }
}

function countBefore(orders: readonly number[], order: number): number {
  let [low, high] = [0, orders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orders[middle]! < order) low = middle + 1;
    else high = middle;
  }
  return low;
}
