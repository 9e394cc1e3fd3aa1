/** What situations are about, as it was set, and which reports that took in or out. */
import { Problem } from "../model/problem.ts";
import type { ScopeSet, Selection } from "../model/scope.ts";
import type { Access } from "./sources.ts";
import { statement } from "./statement.ts";
import { chunks, key, parsed } from "./text.ts";

export interface ScopeStore {
  /** Every call adds one. Problem "no-situation" when its situation is not there. */
  addScope(set: ScopeSet): Promise<void>;
  /** The last one that was set. */
  scope(situation: string): Promise<ScopeSet | undefined>;
  /** The last one of each situation that has one. */
  scopes(): Promise<ScopeSet[]>;
  /** All that were set for a situation, in their order. */
  scopesOf(situation: string): Promise<ScopeSet[]>;

  /** Every call adds them. Situations and reports must be there. */
  addSelections(selections: readonly Selection[]): Promise<void>;
  /** In the order in which they were added; `upTo` those of numbers until then; of one report where it is named. */
  selections(
    situation: string,
    query?: { readonly upTo?: number; readonly report?: string },
  ): Promise<Selection[]>;
  /** Ids of the reports that were ever put into a situation, in that order. */
  memberIds(situation: string): Promise<string[]>;
}

export function scopeQueries({ read, appending }: Access): ScopeStore {
  return {
    async addScope(set: ScopeSet): Promise<void> {
      await appending(async (db, log) => {
        const there = await db.selectFrom("situation").select("id").where("id", "=", key(set.situation));
        if ((await there.executeTakeFirst()) === undefined) {
          const message = `there is no situation "${set.situation}"; sitrep situation list shows them`;
          throw new Problem("store", "no-situation", set.situation, message);
        }
        const row = { situation: key(set.situation), body: JSON.stringify(set) };
        const added = await db.insertInto("scope").values(row).returning("seq").executeTakeFirstOrThrow();
        log.note("scope", { ...row, ...added });
      });
    },

    async scope(situation: string): Promise<ScopeSet | undefined> {
      const query = read.selectFrom("scope").select("body").where("situation", "=", key(situation));
      const row = await query.orderBy("seq", "desc").limit(1).executeTakeFirst();
      return row && parsed<ScopeSet>(row);
    },

    async scopes(): Promise<ScopeSet[]> {
      return (await lastScopes(read, {})).rows.map(parsed<ScopeSet>);
    },

    async scopesOf(situation: string): Promise<ScopeSet[]> {
      const query = read.selectFrom("scope").select("body").where("situation", "=", key(situation));
      return (await query.orderBy("seq").execute()).map(parsed<ScopeSet>);
    },

    async addSelections(selections: readonly Selection[]): Promise<void> {
      if (selections.length === 0) return;
      await appending(async (db, log) => {
        for (const some of chunks(selections)) {
          const rows = some.map((one) => ({
            situation: key(one.situation),
            report: key(one.report),
            body: JSON.stringify(one),
          }));
          const insert = db.insertInto("selection").values(rows);
          log.noteAll("selection", await insert.returning(["seq", "situation", "report", "body"]).execute());
        }
      });
    },

    async selections(situation: string, { upTo, report } = {}): Promise<Selection[]> {
      // asked for each report that is kept
      if (report !== undefined && upTo === undefined) {
        const { rows } = await selectionsOf(read, { situation: key(situation), report: key(report) });
        return rows.map(parsed<Selection>);
      }
      let query = read.selectFrom("selection").select("body").where("situation", "=", key(situation));
      if (upTo !== undefined) query = query.where("seq", "<=", upTo);
      if (report !== undefined) query = query.where("report", "=", key(report));
      return (await query.orderBy("seq").execute()).map(parsed<Selection>);
    },

    async memberIds(situation: string): Promise<string[]> {
      const query = read.selectFrom("membership").select("report").where("situation", "=", key(situation));
      return (await query.orderBy("seq").execute()).map(({ report }) => report);
    },
  };
}

const lastScopes = statement((db, _: Record<string, never>) =>
  db
    .selectFrom("scope")
    .select("body")
    .where("seq", "in", (q) =>
      q
        .selectFrom("scope")
        .select((e) => e.fn.max("seq").as("seq"))
        .groupBy("situation"),
    )
    .orderBy("seq"),
);

const selectionsOf = statement((db, { situation, report }: { situation: string; report: string }) =>
  db
    .selectFrom("selection")
    .select("body")
    .where("situation", "=", situation)
    .where("report", "=", report)
    .orderBy("seq"),
);
