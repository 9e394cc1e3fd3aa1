/** What situations are about, as it was set. */
import { Problem } from "../model/problem.ts";
import type { ScopeSet } from "../model/scope.ts";
import type { Access } from "./sources.ts";
import { key, parsed } from "./text.ts";

export interface ScopeStore {
  /** Every call adds one. Problem "no-situation" when its situation is not there. */
  addScope(set: ScopeSet): Promise<void>;
  /** The last one that was set. */
  scope(situation: string): Promise<ScopeSet | undefined>;
  /** The last one of each situation that has one. */
  scopes(): Promise<ScopeSet[]>;
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
      const rows = await read
        .selectFrom("scope")
        .select("body")
        .where("seq", "in", (q) =>
          q
            .selectFrom("scope")
            .select((e) => e.fn.max("seq").as("seq"))
            .groupBy("situation"),
        )
        .orderBy("seq")
        .execute();
      return rows.map(parsed<ScopeSet>);
    },
  };
}
