/** What an open page is told of, on both databases alike. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentOf, reportOf, revisionOf } from "../../test/store/archive.ts";
import { grounds } from "../../test/store/grounds.ts";
import type { Health } from "../model/source.ts";
import type { Work } from "../model/work.ts";
import { openStore, type Where } from "./open.ts";
import type { Store } from "./store.ts";

describe.each(grounds())("arrivals on $name", (ground) => {
  let where: Where;
  let store: Store;

  beforeAll(() => ground.start());
  afterAll(() => ground.stop());
  beforeEach(async () => {
    where = await ground.fresh();
    store = await openStore(where);
    for (const id of ["harbour", "dam"])
      await store.addSituation({ id, title: id, createdAt: "2031-03-01T08:00:00Z" });
  });
  afterEach(() => store.close());

  async function put(situation: string, ...texts: string[]): Promise<void> {
    for (const text of texts) {
      const document = documentOf(text);
      await store.addDocument(document);
      await store.addReport(reportOf(document, { id: `r-${text}`, text }));
      await store.addToSituation(situation, [`r-${text}`], document.fetchedAt);
    }
  }

  it("are none where nothing came", async () => {
    const before = await store.position();
    expect(before).toEqual({ ...before, memberships: 0, revisions: 0, visited: "" });
    const { situations, visits, position, isMore } = await store.arrivals(before);
    expect({ situations, visits, position, isMore }).toEqual({
      situations: [],
      visits: [],
      position: before,
      isMore: false,
    });
  });

  it("count reports by situation and revisions by what they tell, since a position", async () => {
    await put("harbour", "before");
    await store.appendRevisions("harbour", [revisionOf(0)]);
    const before = await store.position();
    await put("harbour", "one", "two");
    await put("dam", "three");
    await store.appendRevisions("harbour", [
      revisionOf(1),
      revisionOf(2, { change: "revised" }),
      revisionOf(3, { change: "new" }),
    ]);
    const { situations, position } = await store.arrivals(before);
    expect(situations.toSorted((a, b) => a.situation.localeCompare(b.situation))).toEqual([
      { situation: "dam", reports: 1, changes: {} },
      { situation: "harbour", reports: 2, changes: { new: 2, revised: 1 } },
    ]);
    expect(position.ledger).toBeGreaterThan(before.ledger);
    expect((await store.arrivals(position)).situations).toEqual([]);
  });

  it("tell of what another connection wrote", async () => {
    const before = await store.position();
    const other = await openStore({ ...where, readOnly: true });
    try {
      await put("dam", "one");
      expect((await other.arrivals(before)).situations).toEqual([
        { situation: "dam", reports: 1, changes: {} },
      ]);
    } finally {
      await other.close();
    }
  });

  const health = (source: string, visitedAt: string, more: Partial<Health> = {}): Health => ({
    source,
    visitedAt,
    nextAt: "2031-03-01T12:00:00Z",
    failures: 0,
    every: 1800,
    visits: 1,
    items: 0,
    ...more,
  });

  it("tell of visits to sources, those that failed too, the last ones told again and not those before", async () => {
    await store.setHealth(health("s0", "2031-03-01T07:00:00Z"));
    await store.setHealth(health("s1", "2031-03-01T08:00:00Z"));
    const before = await store.position();
    await store.setHealth(health("s2", "2031-03-01T09:00:00Z", { failures: 1, problem: "s2 is not there" }));
    const { visits } = await store.arrivals(before);
    expect(visits).toMatchObject([
      { source: "s1" },
      { source: "s2", failures: 1, problem: "s2 is not there" },
    ]);
  });

  it("keep what work tells of itself, the last of each", async () => {
    const work: Work = {
      id: "w1",
      what: "adding",
      situation: "harbour",
      done: 0,
      of: 9,
      failed: 0,
      since: "2031-03-01T08:00:00Z",
      at: "2031-03-01T08:00:00Z",
    };
    await store.setWork(work);
    const later = { ...work, done: 4, at: "2031-03-01T08:01:00Z" };
    await store.setWork(later);
    expect(await store.works("2031-03-01T08:00:30Z")).toEqual([later]);
    expect(await store.works("2031-03-01T08:02:00Z")).toEqual([]);
    const ended = { ...work, id: "w2", at: "2031-03-03T08:00:00Z", ended: "2031-03-03T08:00:00Z" };
    await store.setWork(ended);
    expect(await store.works("2031-01-01T00:00:00Z")).toEqual([ended]);
  });
});
