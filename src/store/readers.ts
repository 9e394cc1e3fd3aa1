/** How far readers have seen situations. */
import { Problem } from "../model/problem.ts";
import type { ReaderMark } from "../model/reader.ts";
import type { Access } from "./sources.ts";
import { instant, key } from "./text.ts";

export interface ReaderStore {
  /** Every call adds one. Problem "no-situation" when its situation is not there. */
  addMark(mark: ReaderMark): Promise<void>;
  /** The last one added. */
  mark(situation: string, reader: string): Promise<ReaderMark | undefined>;
}

export function readerQueries({ read, appending }: Access): ReaderStore {
  return {
    async addMark({ reader, situation, seenAt }: ReaderMark): Promise<void> {
      await appending(async (db, log) => {
        const there = await db.selectFrom("situation").select("id").where("id", "=", key(situation));
        if ((await there.executeTakeFirst()) === undefined) {
          const message = `there is no situation "${situation}"; sitrep brief without a name lists them`;
          throw new Problem("store", "no-situation", situation, message);
        }
        const row = { situation: key(situation), reader: key(reader), seen_at: instant(seenAt) };
        const added = await db.insertInto("mark").values(row).returning("seq").executeTakeFirstOrThrow();
        log.note("mark", { ...row, ...added });
      });
    },

    async mark(situation: string, reader: string): Promise<ReaderMark | undefined> {
      const row = await read
        .selectFrom("mark")
        .select(["reader", "situation", "seen_at"])
        .where("situation", "=", key(situation))
        .where("reader", "=", key(reader))
        .orderBy("seq", "desc")
        .limit(1)
        .executeTakeFirst();
      return row && { reader: row.reader, situation: row.situation, seenAt: row.seen_at };
    },
  };
}
