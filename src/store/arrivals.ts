/**
 * What has come into the store since a position, whoever wrote it: what a reader's open page is told of. Positions are
 * numbers of rows, so that they hold over restarts and between processes.
 */

import type { Revision } from "../model/revision.ts";
import type { Health } from "../model/source.ts";
import type { Access } from "./sources.ts";
import { parsed } from "./text.ts";

export interface Position {
  /** Row numbers of the ledger, of memberships and of revisions. */
  readonly ledger: number;
  readonly memberships: number;
  readonly revisions: number;
  /** When the last visit was noted, ISO 8601 in UTC with milliseconds; "" before the first. */
  readonly visited: string;
}

export interface Arrival {
  readonly situation: string;
  /** Reports put into it. */
  readonly reports: number;
  /** Revisions by what they tell. */
  readonly changes: Readonly<Partial<Record<Revision["change"], number>>>;
}

export interface Arrivals {
  readonly position: Position;
  readonly situations: readonly Arrival[];
  /** Of each source visited since, how it does now. */
  readonly visits: readonly Health[];
  /** More came than one answer holds: who asks should look at everything anew. */
  readonly isMore: boolean;
}

export interface ArrivalStore {
  /** Where the store stands now: answered from indexes alone. */
  position(): Promise<Position>;
  arrivals(since: Position): Promise<Arrivals>;
}

/** Revisions and visits in one answer. */
const most = 5_000;
/** Writers' clocks and transactions may differ by so many milliseconds: who asks hears of a visit twice rather than never. */
const overlap = 5_000;

export function arrivalQueries({ read }: Pick<Access, "read">): ArrivalStore {
  const position = async (): Promise<Position> => {
    const row = await read
      .selectNoFrom((e) => [
        e
          .selectFrom("ledger")
          .select(({ fn }) => fn.max("seq").as("n"))
          .as("ledger"),
        e
          .selectFrom("membership")
          .select(({ fn }) => fn.max("seq").as("n"))
          .as("memberships"),
        e
          .selectFrom("revision")
          .select(({ fn }) => fn.max("seq").as("n"))
          .as("revisions"),
        e
          .selectFrom("health")
          .select(({ fn }) => fn.max("visited_at").as("n"))
          .as("visited"),
      ])
      .executeTakeFirstOrThrow();
    return {
      ledger: Number(row.ledger ?? 0),
      memberships: Number(row.memberships ?? 0),
      revisions: Number(row.revisions ?? 0),
      visited: row.visited ?? "",
    };
  };

  return {
    position,

    async arrivals(since: Position): Promise<Arrivals> {
      const now = await position();
      const found = new Map<
        string,
        { reports: number; changes: Partial<Record<Revision["change"], number>> }
      >();
      const of = (situation: string) => {
        const known = found.get(situation) ?? { reports: 0, changes: {} };
        found.set(situation, known);
        return known;
      };
      let isMore = false;
      if (now.memberships > since.memberships) {
        const rows = await read
          .selectFrom("membership")
          .select((e) => ["situation", e.fn.countAll<number>().as("count")])
          .where("seq", ">", since.memberships)
          .where("seq", "<=", now.memberships)
          .groupBy("situation")
          .execute();
        for (const { situation, count } of rows) of(situation).reports += Number(count);
      }
      if (now.revisions > since.revisions) {
        const rows = await read
          .selectFrom("revision")
          .select(["situation", "body"])
          .where("seq", ">", since.revisions)
          .where("seq", "<=", now.revisions)
          .orderBy("seq")
          .limit(most)
          .execute();
        isMore = rows.length === most;
        for (const row of rows) {
          const { changes } = of(row.situation);
          const { change } = parsed<Revision>(row);
          changes[change] = (changes[change] ?? 0) + 1;
        }
      }
      const visits = await visitsSince(since.visited, now.visited);
      return {
        position: now,
        situations: [...found].map(([situation, came]) => ({ situation, ...came })),
        visits,
        isMore: isMore || visits.length === most,
      };
    },
  };

  async function visitsSince(then: string, now: string): Promise<Health[]> {
    if (now <= then) return [];
    const from = then === "" ? "" : new Date(Date.parse(then) - overlap).toISOString();
    const query = read.selectFrom("health").select("body").where("visited_at", ">", from);
    return (await query.orderBy("visited_at").limit(most).execute()).map(parsed<Health>);
  }
}
