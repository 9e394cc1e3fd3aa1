/** What is remembered of situations is what would be made anew of the store, whatever came and in whatever order. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { world } from "../bench/synthetic/world.ts";
import { randomFrom } from "../src/language/train/random.ts";
import type { Memory } from "../src/memory.ts";
import type { ActorRef } from "../src/model/actor.ts";
import type { CorrectionAction } from "../src/model/correction.ts";
import type { Reading } from "../src/model/reading.ts";
import type { Report } from "../src/model/report.ts";
import { appendRevisions, situationRecord } from "../src/pipeline.ts";
import { rebuild } from "../src/rebuilding.ts";
import { correctionOf, targetOf } from "../src/record/corrections/corrections.ts";
import { recordOf } from "../src/record/record.ts";
import { kept } from "../src/remembering.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-remembering-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const situation = "invented";

async function keep(store: Store, { report, reading }: { report: Report; reading: Reading }): Promise<void> {
  const bytes = Buffer.from(report.text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { input, url, fetchedAt } = report;
  await store.transaction(async (write) => {
    await write.addDocument({ sha256, bytes, input, fetchedAt, ...(url === undefined ? {} : { url }) });
    await write.addReport({ ...report, document: sha256 });
    await write.addReading(reading);
    await write.addToSituation(situation, [report.id], fetchedAt);
  });
}

async function anew(store: Store, when: { asOf?: string; knownAt?: string }) {
  const corrections = await store.corrections(situation);
  const reports = await store.reports({ situation });
  return recordOf(reports, await store.readings(situation), { ...when, corrections });
}

const differs = ({ id }: ActorRef, i: number, all: readonly ActorRef[]) =>
  all.findIndex((other) => other.id === id) === i;

describe("what is remembered of a situation", () => {
  it.each([1, 2])("is what would be made anew (seed %i)", async (seed) => {
    const random = randomFrom(seed);
    const store = await openStore({ folder: join(folder, `${seed}`) });
    await store.addSituation({ id: situation, title: "Invented", createdAt: "2031-01-01T00:00:00Z" });
    const coming = [...world(45, seed)];
    const late: typeof coming = [];
    const there: typeof coming = [];
    const check = async () => {
      const [from] = there;
      const when = [
        {},
        { asOf: there.at(-1)!.report.published!.value },
        { knownAt: there[Math.floor(random() * there.length)]!.report.fetchedAt },
        { asOf: from!.report.published!.value.slice(0, 10), knownAt: there.at(-1)!.report.fetchedAt },
      ][Math.floor(random() * 4)]!;
      const { record, reports } = await situationRecord(store, situation, when);
      expect(record).toEqual(await anew(store, when));
      expect(record.entries.length).toBeGreaterThan(0);
      expect(reports).toHaveLength(there.length);
    };
    for (const one of coming) {
      const dice = random();
      if (dice < 0.15) {
        late.push(one);
        continue;
      }
      await keep(store, one);
      there.push(one);
      // Read again by later readers, which find less.
      if (dice > 0.93) {
        const { reading } = there[Math.floor(random() * there.length)]!;
        const findings = reading.findings.slice(1);
        await store.addReading({ ...reading, version: `later ${there.length}`, findings });
      }
      if (dice > 0.86 && dice < 0.93) {
        const { record, reports } = await situationRecord(store, situation);
        const entry = record.entries[Math.floor(random() * record.entries.length)]!;
        const [a, b] = record.entries.flatMap(({ lead }) => lead.actors).filter(differs);
        const about = targetOf(entry, "", new Map(reports.map((report) => [report.id, report])));
        const action: CorrectionAction =
          dice > 0.9 && a !== undefined && b !== undefined
            ? { kind: "accept-offer", a, b }
            : { kind: "reject", entry: about };
        await store.addCorrection(
          correctionOf({ situation, at: one.report.fetchedAt, by: "an", reason: "tried", action }),
        );
      }
      if (late.length > 0 && random() < 0.1) {
        const held = late.shift()!;
        await keep(store, held);
        there.push(held);
      }
      if (random() < 0.5) await check();
    }
    await check();
    await store.close();
  });

  it("is what a later process goes on from", async () => {
    const where = { folder: join(folder, "later") };
    const all = [...world(260, 3)];
    let store = await openStore(where);
    await store.addSituation({ id: situation, title: "Invented", createdAt: "2031-01-01T00:00:00Z" });
    const opened = async (from: number, to: number) => {
      for (const one of all.slice(from, to)) await keep(store, one);
      const when = { knownAt: all[Math.floor(to / 2)]!.report.fetchedAt };
      for (const at of [{}, when]) {
        const { record } = await situationRecord(store, situation, at);
        expect(record.entries).toEqual((await anew(store, at)).entries);
        expect(record.origins).toEqual((await anew(store, at)).origins);
      }
      await store.close();
      store = await openStore(where);
    };
    await opened(0, 180);
    expect((await kept(store, situation))?.reports).toHaveLength(180);
    await opened(180, 180);
    // Goes on from what was kept, and keeps it again once it has grown.
    await opened(180, 184);
    expect((await kept(store, situation))?.reports).toHaveLength(180);
    await opened(184, 260);
    expect((await kept(store, situation))?.reports).toHaveLength(260);
    expect(await rebuild(store, situation)).toMatchObject({ memoryHolds: true });
    await store.close();
  });

  it("is not believed where it is of other reports, of other code or broken, and found out where it says else", async () => {
    const store = await openStore({ folder: join(folder, "forged") });
    await store.addSituation({ id: situation, title: "Invented", createdAt: "2031-01-01T00:00:00Z" });
    for (const one of world(120, 4)) await keep(store, one);
    await situationRecord(store, situation);
    const whole = JSON.parse(gunzipSync((await store.memory(situation))!).toString()) as Memory;
    const forged = async (memory: object) =>
      store.setMemory(situation, gzipSync(JSON.stringify({ ...whole, ...memory })));
    for (const other of [
      { version: "record:other" },
      { of: "0" },
      { worked: { ...whole.worked, told: 1 } },
    ]) {
      await forged(other);
      expect(await kept(store, situation)).toBeUndefined();
    }
    await store.setMemory(situation, new Uint8Array([1, 2, 3]));
    expect(await kept(store, situation)).toBeUndefined();
    expect((await rebuild(store, situation)).memoryHolds).toBeUndefined();
    await forged({ worked: { ...whole.worked, copies: [] } });
    expect((await rebuild(store, situation)).memoryHolds).toBe(false);
    await store.close();
  });

  it("is asked for at once by many without counting anything twice", async () => {
    const store = await openStore({ folder: join(folder, "many") });
    await store.addSituation({ id: situation, title: "Invented", createdAt: "2031-01-01T00:00:00Z" });
    for (const one of world(20)) {
      await keep(store, one);
      await Promise.all([1, 2, 3].map(() => situationRecord(store, situation)));
    }
    const { record } = await situationRecord(store, situation);
    expect(record).toEqual(await anew(store, {}));
    await store.close();
  });
});

describe("two things that were fetched within one second", () => {
  const moments = ["2031-06-10T08:00:23.228Z", "2031-06-10T08:00:23.869Z", "2031-06-10T08:00:24.407Z"];

  it("are two steps: what the later one brings is told, and made anew it is the same", async () => {
    const opened = () => openStore({ folder: join(folder, "one-second") });
    let store = await opened();
    await store.addSituation({ id: situation, title: "Invented", createdAt: "2031-01-01T00:00:00Z" });
    for (const [i, { report, reading }] of [...world(3, 5)].entries()) {
      await keep(store, { report: { ...report, fetchedAt: moments[i]! }, reading });
      await appendRevisions(store, situation);
      // As one command after another: the next one knows what is stored, and no more.
      await store.close();
      store = await opened();
    }
    const told = Map.groupBy(await store.revisions(situation), ({ knownAt }) => knownAt);
    expect([...told.keys()]).toEqual(moments);
    const { stored, rebuilt, lacking, extra } = await rebuild(store, situation);
    expect({ rebuilt, lacking, extra }).toEqual({ rebuilt: stored, lacking: [], extra: [] });
    await store.close();
  });

  it("are told where they are of one millisecond, too", async () => {
    const store = await openStore({ folder: join(folder, "one-moment") });
    await store.addSituation({ id: situation, title: "Invented", createdAt: "2031-01-01T00:00:00Z" });
    const coming = [...world(4, 5)];
    const told = new Set<string>();
    for (const [i, { report, reading }] of coming.entries()) {
      await keep(store, { report: { ...report, fetchedAt: moments[i < 3 ? 1 : 2]! }, reading });
      await appendRevisions(store, situation);
      for (const { reports } of await store.revisions(situation)) for (const id of reports) told.add(id);
      expect(told).toContain(report.id);
    }
    const { stored, rebuilt, lacking, extra } = await rebuild(store, situation);
    expect({ rebuilt, lacking, extra }).toEqual({ rebuilt: stored, lacking: [], extra: [] });
    await store.close();
  });

  it("are known one after the other", () => {
    const coming = [...world(2, 5)].map(({ report, reading }, i) => ({
      report: { ...report, fetchedAt: moments[i]! },
      reading,
    }));
    const [reports, readings] = [coming.map(({ report }) => report), coming.map(({ reading }) => reading)];
    const known = moments
      .slice(0, 2)
      .map((knownAt) => recordOf(reports, readings, { knownAt }).reports.length);
    expect(known).toEqual([1, 2]);
  });
});
