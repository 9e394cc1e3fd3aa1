/** One line of the record: its words, what they rest on, and the way to its evidence. */
import { useNavigate } from "@tanstack/react-router";
import { createContext, type MouseEvent, useContext } from "react";
import type { EntryLine } from "../../src/api/schema/lines.ts";
import type { When } from "../api.ts";
import { langOf } from "../lang.ts";
import { words } from "../words.ts";
import { FreshMark } from "./FreshMark.tsx";
import { LineNotes } from "./LineNotes.tsx";

/** The situation and the time that a page's lines are of. */
export const Shown = createContext<{ readonly situation: string; readonly when: When }>({
  situation: "",
  when: {},
});

/** `beside` is what already stands next to the line, and need not be said again in its notes. */
export function Line({ entry, beside }: { entry: EntryLine; beside?: string }) {
  const [body, notes] = without(beside, parted(entry.line));
  return (
    <EvidenceLink entry={entry.id} className="line">
      <span className="line-body" {...langOf(entry.language)}>
        {body}
      </span>
      <span className="line-meta">
        {" "}
        {notes !== "" && <span className="line-notes">{notes.slice(1, -1)}</span>}
        <Tally entry={entry} />
        {entry.grade?.credibility !== undefined && (
          <span className="tally" title={words.situation.credibility}>
            {" "}
            {words.situation.graded(entry.grade.credibility)}
          </span>
        )}
      </span>
      <LineNotes entry={entry} />
    </EvidenceLink>
  );
}

/**
 * Opens the evidence of an entry; the rest of the address stays. A page has hundreds of these: none listens to where
 * the router is, so that opening one draws none of the others anew.
 */
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
  const { situation, when } = useContext(Shown);
  const navigate = useNavigate();
  const asked = {
    ...(when.asOf && { asOf: when.asOf }),
    ...(when.knownAt && { knownAt: when.knownAt }),
    entry,
    ...(report && { in: report }),
  };
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({
      from: "/situations/$situation",
      search: ({ entry: _, in: __, ...rest }) => ({
        ...rest,
        entry,
        ...(report === undefined ? {} : { in: report }),
      }),
      resetScroll: false,
    });
  };
  return (
    <a
      href={`/situations/${encodeURIComponent(situation)}?${new URLSearchParams(asked)}`}
      aria-haspopup="dialog"
      onClick={follow}
      {...(className === undefined ? {} : { className })}
    >
      <FreshMark entry={entry} />
      {children}
    </a>
  );
}

/** Origins count; reports are named beside them where there are more. */
export function Tally({ entry: { origins, reports, contradicts } }: { entry: EntryLine }) {
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

/** A line is its words and, in brackets at the end, the notes on them: nothing is left out, only set lighter. */
export function parted(line: string): [body: string, notes: string] {
  const edit = line.endsWith("]") ? line.lastIndexOf(` [${words.edited}`) : -1;
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
