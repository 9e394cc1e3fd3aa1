/** Captures of one page at several times: the later one stands, the earlier is kept as what was known before. */
import type { Report } from "../../model/report.ts";
import { instant, publicAt } from "./time.ts";

export interface Capture {
  readonly report: Report;
  /**
   * When what it says was made public. For a later capture whose page changed: the modification time that it
   * states, else its own fetch, as nothing shows that it was public before.
   */
  readonly at: string;
  /** The same as an instant. */
  readonly time: number;
  /** When it was fetched. */
  readonly knownAt: string;
  /** Id of the first capture of the page, which is the report's own id for most. */
  readonly first: string;
  /** The documents that show it so: its own, and those fetched later that have the same text. */
  readonly documents: readonly string[];
}

export function capturesOf(reports: readonly Report[]): Capture[] {
  const pages = new Pages<Capture>((report, rest) => ({ report, ...rest }));
  return inFetchOrder(reports).flatMap((report) => pages.add(report)?.capture ?? []);
}

/** What is known of a capture beside its report. */
export interface Dated extends Omit<Capture, "report" | "documents"> {
  /** More are put here as they are fetched. */
  readonly documents: string[];
}

/** Captures by their page, as they are fetched. Reports with the same text of the same page are one: the first fetched. */
export class Pages<C extends Capture> {
  readonly #pages = new Map<string, { readonly capture: C; readonly documents: string[] }[]>();
  readonly #make: (report: Report, dated: Dated, earlier: readonly C[]) => C;

  constructor(make: (report: Report, dated: Dated, earlier: readonly C[]) => C) {
    this.#make = make;
  }

  /** Takes the next report in fetch order. Undefined where the page said the same before. */
  add(report: Report): { readonly capture: C; readonly earlier: readonly C[] } | undefined {
    const page = pageOf(report);
    const known = page === undefined ? [] : (this.#pages.get(page) ?? []);
    const earlier = known.map(({ capture }) => capture);
    const previous = known.at(-1);
    if (previous?.capture.report.text === report.text) {
      previous.documents.push(report.document);
      return undefined;
    }
    const at = previous === undefined ? publicAt(report) : changedAt(report, previous.capture.report);
    const first = earlier[0]?.first ?? report.id;
    const documents = [report.document];
    const dated = { at, time: instant(at), knownAt: report.fetchedAt, first, documents };
    const capture = this.#make(report, dated, earlier);
    if (page !== undefined) this.#pages.set(page, [...known, { capture, documents }]);
    return { capture, earlier };
  }
}

/** By fetch time, then publication, then id: adding what is fetched later changes nothing before it. */
export function inFetchOrder(reports: readonly Report[]): Report[] {
  return [...new Map(reports.map((report) => [report.id, report])).values()]
    .map(placed)
    .sort(fetchOrder)
    .map(({ report }) => report);
}

/** Whether one comes after another in fetch order. */
export function fetchedLater(one: Report, other: Report): boolean {
  return fetchOrder(placed(one), placed(other)) > 0;
}

function placed(report: Report) {
  return { report, fetched: instant(report.fetchedAt), at: instant(publicAt(report)) };
}

type Placed = ReturnType<typeof placed>;

function fetchOrder(a: Placed, b: Placed): number {
  const [one, other] = [a.report.id, b.report.id];
  return a.fetched - b.fetched || a.at - b.at || (one < other ? -1 : one > other ? 1 : 0);
}

function changedAt(report: Report, previous: Report): string {
  const modified = report.modified?.value;
  const before = previous.modified?.value ?? publicAt(previous);
  if (modified !== undefined && instant(modified) > instant(before)) return modified;
  const published = publicAt(report);
  return instant(published) > instant(previous.fetchedAt) ? published : report.fetchedAt;
}

/** Parameters of an address that tell where the reader came from, not which page it is. */
const tracking = /^(?:utm_\w+|fbclid|gclid|ocid|cmpid|ref|smid|ns_\w+|at_\w+)$/u;

/** The address that captures of one page share, whoever links to it; undefined for files. */
export function pageOf(report: Report): string | undefined {
  const url = report.url === undefined ? null : URL.parse(report.url);
  if (url === null) return undefined;
  const query = url.search === "" ? "" : queryOf(url);
  const path = url.pathname.replace(/\/+$/u, "");
  return `${url.host.replace(/^www\./u, "")}${path}?${query}${entryOf(report, url)}`;
}

function queryOf({ searchParams }: URL): string {
  return [...searchParams]
    .filter(([name]) => !tracking.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

/** Entries of a live blog share its address; what each is known by when the blog is fetched again. */
function entryOf({ partOf, published, title }: Report, { hash }: URL): string {
  if (partOf === undefined) return "";
  return `#${hash === "" ? `${published?.value ?? ""} ${title ?? ""}` : hash.slice(1)}`;
}
