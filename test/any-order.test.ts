/**
 * Whatever comes, in whatever order and however quickly: pages that change, take back what they said or are dated anew, two
 * situations over them, corrections, scopes, reading anew, processes that end. The record stays what archive and corrections make.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Random, randomFrom } from "../src/language/train/random.ts";
import type { Document } from "../src/model/document.ts";
import { Problem } from "../src/model/problem.ts";
import {
  appendCaught,
  appendRevisions,
  keep,
  readDocument,
  reread,
  setScope,
  situationRecord,
} from "../src/pipeline.ts";
import { rebuild } from "../src/rebuilding.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { verifyLedger } from "../src/store/verify-ledger.ts";
import { verifyReferences } from "../src/store/verify-references.ts";
import { type CorrectionRequest, correct } from "../src/work/correcting.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-any-order-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const situations = ["north", "south"];
const papers = ["Courier", "Lodestar", "Echo", "Ledger"];
const towns = ["Kasari", "Belmor", "Tovrin"];
const terms = [...towns, "army", "police", "shot"];
const tellings = (town: string, more: number): readonly (readonly string[])[] => [
  [
    `Soldiers shot dead ${10 + more} villagers in ${town} on Monday, a hospital official said.`,
    "“They fired at everyone,” said Ledo Marant, a teacher.",
    `The army may withdraw from ${town} by 20 June.`,
  ],
  [
    `The army denied that it had been in ${town}.`,
    "“No soldier of ours fired a shot,” said Colonel Ramo Dast.",
  ],
  ["This article has been withdrawn, as its source could not be found."],
  [
    `Police will send 200 officers to ${town} next week, the ministry said.`,
    "The ministry has not ruled out a curfew.",
  ],
];

class World {
  #clock = Date.parse("2031-06-10T08:00:00Z");
  readonly #random: Random;
  readonly #where: string;
  store!: Store;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
    this.#where = join(folder, `${seed}`);
  }

  async begin(): Promise<void> {
    this.store = await openStore({ folder: this.#where });
    for (const id of situations) await this.store.addSituation({ id, title: id, createdAt: this.now() });
  }

  readonly now = () => new Date(this.#clock).toISOString();
  chance = (share: number) => this.#random() < share;
  pick = <T>(some: readonly T[]): T => some[Math.floor(this.#random() * some.length)]!;
  upTo = (most: number) => Math.floor(this.#random() * most);

  /** Mostly within a second or two minutes; now and then not at all, a day, or back, as clocks are set. */
  passTime(): void {
    const dice = this.#random();
    if (dice < 0.1) return;
    if (dice < 0.5) this.#clock += this.upTo(900);
    else if (dice < 0.9) this.#clock += this.upTo(90_000);
    else if (dice < 0.95) this.#clock -= this.upTo(5_000);
    else this.#clock += 86_400_000;
  }

  async step(): Promise<void> {
    this.passTime();
    const situation = this.pick(situations);
    const dice = this.#random();
    if (dice < 0.5) await this.#come(situation);
    else if (dice < 0.6) await this.#restart();
    else if (dice < 0.75) await this.#correct(situation);
    else if (dice < 0.85) await this.#look(situation);
    else if (dice < 0.95) {
      const scope = { terms: [this.pick(terms)] };
      await setScope(this.store, { situation, scope, at: this.now() });
    } else for await (const _ of reread(this.store, situation, { now: this.now }));
  }

  async #come(situation: string): Promise<void> {
    const by = this.pick(["hand", "source"] as const);
    for (let left = 1 + this.upTo(3); left > 0; left--) {
      for await (const item of readDocument(this.#page(), {}))
        await this.store.transaction((write) => keep(write, situation, item, this.now(), by));
      if (this.chance(0.5)) this.#clock += this.upTo(5);
    }
    await appendRevisions(this.store, situation);
    await appendCaught(this.store);
  }

  #page(): Document {
    const [town, paper] = [this.pick(towns), this.pick(papers)];
    const text = this.pick(tellings(town, this.upTo(4)));
    const head = `<title>News of ${town}</title><meta property="og:site_name" content="The ${paper}">
      <meta property="article:published_time" content="2031-06-1${this.upTo(4)}T06:00:00Z">`;
    const body = `<article><h1>${town}: ${text[0]!.slice(0, 30)}</h1>${text.map((one) => `<p>${one}</p>`).join("")}</article>`;
    const bytes = Buffer.from(`<html lang="en"><head>${head}</head><body>${body}</body></html>`);
    const url = `https://${paper.toLowerCase()}.example/${town}`;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { sha256, bytes, input: url, url, mediaType: "text/html", fetchedAt: this.now() };
  }

  async #restart(): Promise<void> {
    await this.store.close();
    this.store = await openStore({ folder: this.#where });
  }

  async #look(situation: string): Promise<void> {
    const knownAt = new Date(this.#clock - this.upTo(100_000)).toISOString();
    await situationRecord(this.store, situation, { knownAt });
  }

  async #correct(situation: string): Promise<void> {
    const { record } = await situationRecord(this.store, situation);
    if (record.entries.length === 0) return;
    const [one, other] = [this.pick(record.entries), this.pick(record.entries)];
    const made = await this.store.corrections(situation);
    const { report } = one.evidence[0]!;
    const requests: CorrectionRequest[] = [
      { kind: "reject", entry: one.id },
      { kind: "confirm", entry: one.id },
      { kind: "merge", entries: [one.id, other.id] },
      { kind: "take-out", report },
      { kind: "put-in", report },
      ...(made.length === 0 ? [] : [{ kind: "undo" as const, correction: this.pick(made).id }]),
    ];
    try {
      await correct(this.store, situation, this.pick(requests), {
        by: "Ana Ruiz",
        reason: "tried",
        now: this.now,
      });
    } catch (error) {
      // What makes no sense is refused, and changes nothing.
      if (!(error instanceof Problem)) throw error;
    }
  }

  async holds(): Promise<void> {
    for (const id of situations) {
      const { extra, lacking, stored, rebuilt, pending } = await rebuild(this.store, id);
      expect({ extra, lacking, pending, rebuilt }).toEqual({
        extra: [],
        lacking: [],
        pending: false,
        rebuilt: stored,
      });
    }
  }
}

describe("in any order", () =>
  it.each([1, 2, 3])(
    "the record is what archive and corrections make (seed %i)",
    { timeout: 120_000 },
    async (seed) => {
      const world = new World(seed);
      await world.begin();
      for (let step = 0; step < 40; step++) {
        await world.step();
        if (world.chance(0.3)) await world.holds();
      }
      await world.holds();
      const faults: string[] = [];
      for await (const fault of verifyReferences(world.store)) faults.push(fault);
      for await (const fault of verifyLedger(world.store)) faults.push(fault);
      expect(faults).toEqual([]);
      expect((await world.store.counts()).reports).toBeGreaterThan(10);
      await world.store.close();
    },
  ));
