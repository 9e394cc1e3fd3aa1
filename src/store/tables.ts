/** The tables of migrations/ as Kysely types, the same for both databases. */
import type { Generated } from "kysely";
import type { RecordKind } from "./warc.ts";

export interface Tables {
  content: { sha256: string; bytes: Uint8Array };
  document: Sequenced & { sha256: string; address: string; fetched_at: string; body: string };
  capture: {
    document: number;
    sha256: string;
    kind: RecordKind;
    file: string;
    start: number;
    length: number;
  };
  report: Sequenced & { id: string; document: string; body: string };
  reading: Sequenced & { report: string; version: string; body: string };
  outcome: Sequenced & { report: string | null; ok: number; body: string };
  situation: Sequenced & { id: string; body: string };
  membership: Sequenced & { situation: string; report: string; put_at: string };
  revision: Sequenced & { situation: string; id: string; entry: string; known_at: string; body: string };
  correction: Sequenced & { situation: string; id: string; body: string };
  checkpoint: Sequenced & { situation: string; body: string };
  ledger: Sequenced & { items: string; hash: string };
  source: Sequenced & { id: string; situation: string; body: string };
  item: Sequenced & { source: string; key: string; body: string };
  health: {
    source: string;
    next_at: string;
    leased_until: string | null;
    visited_at: string | null;
    body: string;
  };
  work: { id: string; at: string; body: string };
  facet: {
    report: number;
    publisher: string | null;
    language: string | null;
    published: string;
    known: string;
    kinds: number;
    is_read: number;
  };
  mark: Sequenced & { situation: string; reader: string; seen_at: string };
  scope: Sequenced & { situation: string; body: string };
  selection: Sequenced & { situation: string; report: string; body: string };
  memory: { situation: string; body: Uint8Array };
  pending: {
    item: number;
    next_at: string;
    leased_until?: string | null;
    failures: number;
    reads: number;
  };
}

interface Sequenced {
  seq: Generated<number>;
}
