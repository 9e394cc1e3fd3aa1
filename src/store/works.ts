/** What long work tells of itself: a row each, replaced as it goes on. */
import type { Work } from "../model/work.ts";
import type { Access } from "./sources.ts";
import { instant, key, parsed } from "./text.ts";

export interface WorkStore {
  /** Replaces what is known of it; what others told more than a day before goes. */
  setWork(work: Work): Promise<void>;
  /** Told at this time (ISO 8601) or later, the earliest begun first. */
  works(since: string): Promise<Work[]>;
}

const kept = 24 * 3_600_000;

export function workQueries({ read, alone }: Access): WorkStore {
  return {
    async setWork(work: Work): Promise<void> {
      const at = instant(work.at);
      const row = { at, body: JSON.stringify(work) };
      await alone()
        .insertInto("work")
        .values({ id: key(work.id), ...row })
        .onConflict((on) => on.column("id").doUpdateSet(row))
        .execute();
      if (work.ended === undefined) return;
      const old = new Date(Date.parse(at) - kept).toISOString();
      await alone().deleteFrom("work").where("at", "<", old).execute();
    },

    async works(since: string): Promise<Work[]> {
      const query = read.selectFrom("work").select("body").where("at", ">=", instant(since));
      const works = (await query.orderBy("id").execute()).map(parsed<Work>);
      return works.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
    },
  };
}
