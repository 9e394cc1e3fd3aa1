/** One line of the record: its words, what they rest on, and the way to its evidence. */
import { Link } from "@tanstack/react-router";
import type { Entry } from "../../src/api/schema.ts";
import { words } from "../words.ts";
import { FreshMark } from "./FreshMark.tsx";

/** `beside` is what already stands next to the line, and need not be said again in its notes. */
export function Line({ entry, beside }: { entry: Entry; beside?: string }) {
  const [body, notes] = without(beside, parted(entry.line));
  return (
    <EvidenceLink entry={entry.id} className="line">
      <span className="line-body">{body}</span>
      <span className="line-meta">
        {" "}
        {notes !== "" && <span className="line-notes">{notes.slice(1, -1)}</span>}
        <Tally entry={entry} />
      </span>
    </EvidenceLink>
  );
}

/** Opens the evidence of an entry; the rest of the address stays. */
export function EvidenceLink({
  entry,
  report,
  className,
  children,
}: {
  entry: string;
  report?: string;
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <Link
      from="/situations/$situation"
      to="/situations/$situation"
      params={(all) => all}
      search={({ asOf, knownAt, place }) => ({
        ...(asOf === undefined ? {} : { asOf }),
        ...(knownAt === undefined ? {} : { knownAt }),
        ...(place === undefined ? {} : { place }),
        entry,
        ...(report === undefined ? {} : { in: report }),
      })}
      resetScroll={false}
      preload={false}
      aria-haspopup="dialog"
      {...(className === undefined ? {} : { className })}
    >
      <FreshMark entry={entry} />
      {children}
    </Link>
  );
}

/** Origins count; reports are named beside them where there are more. */
export function Tally({ entry: { origins, reports, contradicts } }: { entry: Entry }) {
  return (
    <span className="tally">
      <span>
        {words.counts.originsShort(origins)}
        {reports > origins && `, ${words.counts.reports(reports)}`}
      </span>
      {contradicts !== undefined && <span className="contested"> {words.contested}</span>}
    </span>
  );
}

/** The parts of a line without the status that stands beside it. */
export function without(said: string | undefined, [body, notes]: [string, string]): [string, string] {
  if (said === undefined) return [body, notes];
  if (notes === `(${said})`) return [body, ""];
  return [body, notes.startsWith(`(${said}; `) ? `(${notes.slice(said.length + 3)}` : notes];
}

/** Begins what an analyst's edit adds to a line. */
const edited = " [edited by ";

/** A line is its words and, in brackets at the end, the notes on them: nothing is left out, only set lighter. */
export function parted(line: string): [body: string, notes: string] {
  const edit = line.endsWith("]") ? line.lastIndexOf(edited) : -1;
  if (edit > 0) {
    const [body, notes] = parted(line.slice(0, edit));
    const by = line.slice(edit + 2, -1);
    return [body, notes === "" ? `(${by})` : `${notes.slice(0, -1)}; ${by})`];
  }
  if (!line.endsWith(")")) return [line, ""];
  let depth = 0;
  for (let i = line.length - 1; i > 0; i--) {
    if (line[i] === ")") depth++;
    else if (line[i] === "(" && --depth === 0) return [line.slice(0, i).trimEnd(), line.slice(i)];
  }
  return [line, ""];
}
