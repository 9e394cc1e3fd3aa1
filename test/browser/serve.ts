/** Serves the fixture as `sitrep start` would: a real store in a folder of its own, the real API, the built app. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { app } from "../../src/api/app.ts";
import type { ApiDeps, Following } from "../../src/api/deps.ts";
import { openSessions } from "../../src/api/sessions.ts";
import { situationPages } from "../../src/cli/pages.ts";
import { loadExample } from "../../src/cli/start.ts";
import type { Entry, SituationRecord } from "../../src/model/entry.ts";
import { Problem } from "../../src/model/problem.ts";
import type { Source } from "../../src/model/source.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { until, type When } from "../../src/view/instant.ts";
import { situationView } from "../../src/view/situation.ts";
import { wordsIn } from "../../src/view/words/words.ts";
import { follow, removeSource, sourceId } from "../../src/work/sources.ts";
import { type Fixture, fixture } from "./fixture.ts";

export interface Served {
  readonly deps: ApiDeps;
  readonly close: () => Promise<void>;
}

/** The API's parts over a new store that holds the fixture. */
export async function fixtureDeps(of: Fixture = fixture(), dist?: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "sitrep-fixture-"));
  const store = await openStore({ folder });
  for (const document of of.documents) await store.addDocument(document);
  for (const report of of.reports) await store.addReport(report);
  for (const reading of of.readings) await store.addReading(reading);
  await store.addSituation(of.situation);
  const ids = of.reports.map(({ id }) => id);
  await store.addToSituation(of.situation.id, ids, of.situation.createdAt);
  await store.appendRevisions(of.situation.id, of.revisions);
  const unread = new Map(of.readings.flatMap((r) => (r.unread === undefined ? [] : [[r.report, r.unread]])));
  return {
    deps: {
      store,
      version: "0.0.0-test",
      now: () => "2031-05-01T08:00:00Z",
      record: async (id, when, language = "en") => {
        const situation = (await store.situations()).find((one) => one.id === id);
        if (situation === undefined) return undefined;
        // One made in a test holds nothing.
        const own = id === of.situation.id ? of : { ...of, ...nothing };
        return situationView({
          situation,
          record: recordAt(own, when),
          reports: own.reports,
          unread,
          revisions: own.revisions,
          when,
          words: wordsIn(language),
        });
      },
      following: followingOn(store),
      ...(dist === undefined ? {} : { dist }),
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const nothing: Pick<Fixture, "record" | "reports" | "revisions"> = {
  record: { entries: [], origins: [], stories: [], offers: [], reports: [] },
  reports: [],
  revisions: [],
};

/** The example in a folder of its own; each look at the clock is a minute later, so that what is done has an order. */
export async function serveExample(dist: string) {
  const folder = mkdtempSync(join(tmpdir(), "sitrep-example-"));
  const store = await openStore({ folder });
  await loadExample(store);
  let minutes = 0;
  const now = () => new Date(Date.UTC(2031, 11, 1, 8, minutes++)).toISOString();
  return serveApp({ store, record: situationPages(store), version: "test", now, dist }, async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** On a free port of the loopback. */
export async function serveFixture(
  dist: string,
  of: Fixture = fixture(),
  sessions = openSessions(),
): Promise<Served & { url: string }> {
  const { deps, close } = await fixtureDeps(of, dist);
  return serveApp({ ...deps, sessions }, close);
}

export async function serveApp(
  deps: ApiDeps,
  close: () => Promise<void>,
  port = 0,
): Promise<Served & { url: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app(deps).fetch, hostname: "127.0.0.1", port }, ({ port }) =>
      resolve({
        deps,
        url: `http://127.0.0.1:${port}`,
        close: async () => {
          await new Promise((done) => server.close(done));
          await close();
        },
      }),
    );
  });
}

/** Follows without a network: every address is a feed, save that of nowhere. */
function followingOn(store: Store): Following {
  const now = () => "2031-05-01T08:00:00Z";
  return {
    async add({ address, situation }) {
      if (address.includes("nowhere")) {
        const message = `${address} names a host that can't be found: check the spelling and the network`;
        throw new Problem("source", "no-host", address, message);
      }
      const feed = `${address}/feed`;
      const source: Source = {
        id: sourceId(situation, feed),
        situation,
        kind: "feed",
        address: feed,
        title: `Feed of ${address}`,
        addedAt: now(),
      };
      const found = { ...source, items: 12, why: "named by the page as its feed", others: [] };
      return { source, added: await follow(store, source, now()), found };
    },
    async preview({ address, situation }) {
      if (address.includes("nowhere")) {
        const message = `${address} names a host that can't be found: check the spelling and the network`;
        throw new Problem("source", "no-host", address, message);
      }
      const others = [
        {
          url: `${address}/world`,
          title: "World",
          kind: "feed" as const,
          why: "named by the page as its feed",
        },
      ];
      const there = await store.source(sourceId(situation, `${address}/feed`));
      return {
        kind: "feed",
        address: `${address}/feed`,
        title: `Feed of ${address}`,
        items: 12,
        why: "named by the page as its feed",
        others,
        isFollowed: there !== undefined && there.removedAt === undefined,
      };
    },
    remove: async (id) => void (await removeSource(store, id, now())),
    visit: async () => {},
  };
}

/** The fixture's record without the evidence published or fetched later. */
function recordAt({ record, reports }: Fixture, { asOf, knownAt }: When): SituationRecord {
  const counted = new Set(
    reports
      .filter((r) => until(r.published?.value ?? r.fetchedAt, asOf) && until(r.fetchedAt, knownAt))
      .map(({ id }) => id),
  );
  const entries = record.entries.flatMap((entry): Entry[] => {
    const evidence = entry.evidence.filter(({ report }) => counted.has(report));
    const history = entry.history.filter(({ report }) => counted.has(report));
    const last = evidence.at(-1);
    if (last === undefined) return [];
    const lead = counted.has(entry.leadReport)
      ? { lead: entry.lead, leadReport: entry.leadReport }
      : { lead: last.finding, leadReport: last.report };
    const status = history.at(-1)?.status;
    return [
      {
        ...entry,
        ...lead,
        ...(status === undefined ? {} : { status }),
        evidence,
        history,
        origins: [...new Set(evidence.map(({ origin }) => origin))],
        ...(entry.series === undefined
          ? {}
          : { series: entry.series.filter(({ report }) => counted.has(report)) }),
      },
    ];
  });
  const ids = new Set(entries.map(({ id }) => id));
  return {
    entries: entries.map((entry) => ({
      ...entry,
      contradicts: entry.contradicts.filter((id) => ids.has(id)),
    })),
    origins: record.origins.flatMap((origin) => {
      const kept = origin.reports.filter((id) => counted.has(id));
      return kept.length === 0 ? [] : [{ ...origin, reports: kept }];
    }),
    stories: [],
    offers: [],
    reports: record.reports.filter((id) => counted.has(id)),
  };
}
