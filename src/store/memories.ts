/** What was worked out of situations: a row each, replaced as they grow. What stands in it is its reader's to judge. */
import type { Access } from "./sources.ts";
import { key } from "./text.ts";

export interface MemoryStore {
  /** Replaces what was kept for the situation. */
  setMemory(situation: string, body: Uint8Array): Promise<void>;
  memory(situation: string): Promise<Uint8Array | undefined>;
}

export function memoryQueries({ read, alone }: Access): MemoryStore {
  return {
    async setMemory(situation: string, body: Uint8Array): Promise<void> {
      await alone()
        .insertInto("memory")
        .values({ situation: key(situation), body })
        .onConflict((on) => on.column("situation").doUpdateSet({ body }))
        .execute();
    },

    async memory(situation: string): Promise<Uint8Array | undefined> {
      const query = read.selectFrom("memory").select("body").where("situation", "=", key(situation));
      const row = await query.executeTakeFirst();
      return row && new Uint8Array(row.body);
    },
  };
}
