/** Whether all that points to something points to what is there: rows to rows, spans and quotations to texts. */
import type { Anchor, Correction } from "../model/correction.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Revision } from "../model/revision.ts";
import type { Ledgered, Row } from "./ledger.ts";
import type { Store } from "./store.ts";

const restore = "restore the store from a copy";

/** Yields one line for each fault. `checked` is called after each report, reading, revision and correction. */
export async function* verifyReferences(
  store: Store,
  checked: () => void = () => {},
): AsyncGenerator<string> {
  for (const { table, name, what, lacks } of await store.dangling())
    yield `${table} ${name}: there is no ${what} ${lacks}; ${restore}`;
  for await (const row of all(store, "report")) {
    const report = parsed<Report>(row);
    if (report === undefined) yield broken("report", row);
    else yield* blockFaults(report);
    checked();
  }
  yield* readingFaults(store, checked);
  yield* revisionFaults(store, checked);
  yield* correctionFaults(store, checked);
}

function* blockFaults({ id, text, blocks }: Report): Generator<string> {
  let end = 0;
  for (const [i, block] of blocks.entries()) {
    const fault = block.start < end ? "begins before the last one ends" : spanFault(block, text);
    if (fault !== undefined)
      yield `report ${id}: block ${i} (${block.start}-${block.end}) ${fault}; ${restore}`;
    end = block.end;
  }
}

async function* readingFaults(store: Store, checked: () => void): AsyncGenerator<string> {
  let last: Report | undefined;
  for await (const row of all(store, "reading")) {
    const reading = parsed<Reading>(row);
    checked();
    if (reading === undefined) {
      yield broken("reading", row);
      continue;
    }
    if (last?.id !== reading.report) last = await store.report(reading.report);
    // What it lacks is told already.
    if (last === undefined) continue;
    for (const [path, span] of spansIn(reading)) {
      const fault = spanFault(span, last.text);
      if (fault !== undefined)
        yield `reading of ${reading.report} by ${reading.version}: ${path} (${span.start}-${span.end}) ${fault}; read it anew (sitrep reread)`;
    }
  }
}

async function* revisionFaults(store: Store, checked: () => void): AsyncGenerator<string> {
  for await (const rows of pages(store, "revision")) {
    const revisions = rows.map((row) => [row, parsed<Revision>(row)] as const);
    const named = new Set(revisions.flatMap(([, revision]) => revision?.reports ?? []));
    const known = await store.knownReports([...named]);
    for (const [row, revision] of revisions) {
      checked();
      if (revision === undefined) yield broken("revision", row);
      for (const report of revision?.reports ?? [])
        if (!known.has(report))
          yield `revision ${revision!.id} of ${row.situation}: there is no report ${report}; ${restore}`;
    }
  }
}

async function* correctionFaults(store: Store, checked: () => void): AsyncGenerator<string> {
  const made = new Set<string>();
  for await (const row of all(store, "correction")) {
    const correction = parsed<Correction>(row);
    checked();
    if (correction === undefined) {
      yield broken("correction", row);
      continue;
    }
    const { id, action } = correction;
    made.add(id);
    if (action.kind === "undo" && !made.has(action.correction))
      yield `correction ${id}: there is no correction ${action.correction} to undo; ${restore}`;
    for (const { document, exact } of anchorsIn(action)) {
      const texts = await store.reports({ document });
      if (!texts.some(({ text }) => text.includes(exact)))
        yield `correction ${id}: “${exact.slice(0, 80)}” does not stand in document ${document}; ${restore}`;
    }
  }
}

function anchorsIn(action: Correction["action"]): Anchor[] {
  const of = "entry" in action ? [action.entry] : action.kind === "merge" ? action.entries : [];
  const own = "evidence" in action ? (action.evidence ?? []) : [];
  return [...of.flatMap(({ anchors }) => anchors), ...own];
}

/** Whatever has a start and an end is a span of the report's text. */
function* spansIn(value: unknown, path = ""): Generator<[string, { start: number; end: number }]> {
  if (typeof value !== "object" || value === null) return;
  const { start, end } = value as { start?: unknown; end?: unknown };
  if (typeof start === "number" && typeof end === "number") yield [path, { start, end }];
  const { id } = value as { id?: unknown };
  const own = typeof id === "string" && /^f\d+$/u.test(id) ? id : path;
  for (const [key, part] of Object.entries(value)) yield* spansIn(part, own === "" ? key : `${own} ${key}`);
}

function spanFault({ start, end }: { start: number; end: number }, text: string): string | undefined {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start) return "is no span";
  if (end > text.length) return `goes past the text's end at ${text.length}`;
  if (isCut(text, start) || isCut(text, end)) return "cuts a character in two";
  return undefined;
}

/** Between the halves of a surrogate pair. */
function isCut(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

function broken(table: Ledgered, row: Row): string {
  return `${table} ${row.seq}: its body is no JSON; ${restore}`;
}

function parsed<T>({ body }: Row): T | undefined {
  try {
    return JSON.parse(String(body)) as T;
  } catch {
    return undefined;
  }
}

async function* all(store: Store, table: Ledgered): AsyncGenerator<Row> {
  for await (const rows of pages(store, table)) yield* rows;
}

async function* pages(store: Store, table: Ledgered): AsyncGenerator<Row[]> {
  for (let after = 0; ; ) {
    const rows = await store.rows(table, { after, limit: 100 });
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.seq;
  }
}
