/**
 * The record as a table for a spreadsheet (CSV, RFC 4180): a row for each entry, which ends with the sentence that it is
 * cut from and where that stands.
 */
import type { EntryView } from "../view/entry.ts";
import type { ReportView } from "../view/situation.ts";

type Cell = string | number | boolean | null | undefined;

type Column = readonly [name: string, of: (entry: EntryView, lead: Lead) => Cell];

/** The sentence that speaks for an entry. */
interface Lead {
  readonly sentence: EntryView["evidence"][number] | undefined;
  readonly report: ReportView | undefined;
}

const columns: readonly Column[] = [
  ["id", ({ id }) => id],
  ["kind", ({ kind }) => kind],
  ["line", ({ line }) => line],
  ["stage", ({ status }) => status?.stage],
  ["polarity", ({ status }) => status?.polarity],
  ["certainty", ({ status }) => status?.certainty],
  ["speaker", ({ speaker }) => speaker.name ?? speaker.words ?? speaker.kind],
  ["type", ({ event }) => event?.type],
  ["actors", ({ actors }) => list(actors)],
  ["recipients", ({ recipients }) => list(recipients)],
  ["from", ({ time }) => time?.from],
  // Not over yet is not the same as of one day.
  ["to", ({ time }) => (time?.to === null ? "open" : time?.to)],
  ["places", ({ places }) => list(places.map(({ name }) => name))],
  ["countries", ({ places }) => list([...new Set(places.flatMap(({ country }) => country ?? []))])],
  ["measure", ({ figure }) => figure?.measure],
  ["of", ({ figure }) => figure?.of],
  ["low", ({ figure }) => figure?.low],
  ["best", ({ figure }) => figure?.best],
  ["high", ({ figure }) => figure?.high],
  ["approximate", ({ figure }) => figure?.approximate],
  ["unit", ({ figure }) => figure?.unit],
  ["per", ({ figure }) => figure?.per],
  ["since", ({ figure }) => figure?.since],
  ["position_of", ({ position }) => position?.actor],
  ["stance", ({ position }) => position?.stance],
  ["proposal", ({ position }) => position?.proposal],
  ["instrument", ({ legalBasis }) => legalBasis?.instrument],
  ["expected_by", ({ expectation }) => expectation?.by],
  ["condition", ({ expectation }) => expectation?.condition],
  ["origins", ({ origins }) => origins],
  ["reports", ({ reports }) => reports],
  ["first_reported", ({ firstAt }) => firstAt],
  ["last_reported", ({ lastAt }) => lastAt],
  ["contradicts", ({ contradicts }) => list(contradicts ?? [])],
  ["sentence", (_, { sentence }) => sentence?.quote],
  ["report", (_, { sentence }) => sentence?.report],
  ["start", (_, { sentence }) => sentence?.start],
  ["end", (_, { sentence }) => sentence?.end],
  ["publisher", (_, { report }) => report?.publisher],
  ["published", (_, { report }) => report?.published?.value],
  ["address", (_, { report }) => report?.url],
];

/** Entries in their order; columns keep their names and their meaning, others may be added. */
export function recordTable(entries: readonly EntryView[], reports: readonly ReportView[]): string {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const rows = entries.map((entry) => {
    const sentence = entry.evidence.find(({ report }) => report === entry.leadReport);
    const lead = { sentence, report: byId.get(entry.leadReport) };
    return columns.map(([, of]) => cell(of(entry, lead))).join(",");
  });
  return [columns.map(([name]) => name).join(","), ...rows, ""].join("\r\n");
}

/** Outside text is never a formula: what a spreadsheet would take for one is marked as text (CWE-1236). */
function cell(value: Cell): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = /^[=+\-@\t\r\n＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function list(values: readonly string[]): string {
  return values.join("; ");
}
