/** Corrections by analysts, and the checkpoints up to which revisions were made. */
import { sql } from "kysely";
import type { Checkpoint, Marks } from "../model/checkpoint.ts";
import type { Correction } from "../model/correction.ts";
import { Problem } from "../model/problem.ts";
import type { Access } from "./sources.ts";
import { key, parsed } from "./text.ts";

export interface CorrectionStore {
  /** True when it was new. Problem "no-situation" when its situation is not there. */
  addCorrection(correction: Correction): Promise<boolean>;
  /** In the order they were added; `upTo` those of numbers until then. */
  corrections(situation: string, query?: { readonly upTo?: number }): Promise<Correction[]>;

  /** How much of a situation there is now. */
  marks(situation: string): Promise<Marks>;
  /** In the order they were added. */
  checkpoints(situation: string): Promise<Checkpoint[]>;
  lastCheckpoint(situation: string): Promise<Checkpoint | undefined>;
}

export function correctionQueries({ read, appending }: Access): CorrectionStore {
  return {
    async addCorrection(correction: Correction): Promise<boolean> {
      return appending(async (db, log) => {
        const situation = key(correction.situation);
        const there = await db
          .selectFrom("situation")
          .select("id")
          .where("id", "=", situation)
          .executeTakeFirst();
        if (there === undefined) {
          const message = `there is no situation "${correction.situation}"; add it first`;
          throw new Problem("store", "no-situation", correction.situation, message);
        }
        const row = { situation, id: correction.id, body: JSON.stringify(correction) };
        const added = await db
          .insertInto("correction")
          .values(row)
          .onConflict((on) => on.doNothing())
          .returning("seq")
          .executeTakeFirst();
        if (added !== undefined) log.note("correction", { ...row, ...added });
        return added !== undefined;
      });
    },

    async corrections(situation: string, { upTo } = {}): Promise<Correction[]> {
      let query = read.selectFrom("correction").select("body").where("situation", "=", key(situation));
      if (upTo !== undefined) query = query.where("seq", "<=", upTo);
      return (await query.orderBy("seq").execute()).map(parsed<Correction>);
    },

    async marks(situation: string): Promise<Marks> {
      const id = key(situation);
      const { rows } = await sql<Marks>`select
        coalesce((select max(seq) from membership where situation = ${id}), 0) as memberships,
        coalesce((select max(seq) from reading), 0) as readings,
        coalesce((select max(seq) from correction where situation = ${id}), 0) as corrections,
        coalesce((select max(seq) from selection where situation = ${id}), 0) as selections`.execute(read);
      return { ...rows[0]! };
    },

    async checkpoints(situation: string): Promise<Checkpoint[]> {
      const query = read.selectFrom("checkpoint").select("body").where("situation", "=", key(situation));
      return (await query.orderBy("seq").execute()).map(parsed<Checkpoint>);
    },

    async lastCheckpoint(situation: string): Promise<Checkpoint | undefined> {
      const row = await read
        .selectFrom("checkpoint")
        .select("body")
        .where("situation", "=", key(situation))
        .orderBy("seq", "desc")
        .limit(1)
        .executeTakeFirst();
      return row && parsed<Checkpoint>(row);
    },
  };
}
