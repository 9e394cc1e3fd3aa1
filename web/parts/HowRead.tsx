/**
 * How a sentence was read, for the curious: which of its words were taken as what by each finding, and the tree that the
 * engine made of it. Loaded and asked for only where somebody opens it.
 */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { HowReadAnswer } from "../../src/api/schema/how-read.ts";
import { howReadQuery } from "../api.ts";
import { words } from "../words.ts";
import { Failed, Loading } from "./states.tsx";

type FindingRead = HowReadAnswer["findings"][number];
type Sentence = HowReadAnswer["sentences"][number];

export default function HowRead({
  report,
  start,
  end,
  kind,
  language,
}: {
  report: string;
  start: number;
  end: number;
  /** Of the entry that it is read for: its findings come first. */
  kind: FindingRead["kind"];
  /** Of the report's text. */
  language: string | undefined;
}) {
  const answer = useQuery(howReadQuery(report, start, end));
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} retry={() => void answer.refetch()} />;
  const { findings, sentences, readBy, parsedBy } = answer.data;
  return (
    <div className="how-read-body">
      <p className="hint">{words.howRead.intro}</p>
      {[...findings.filter((one) => one.kind === kind), ...findings.filter((one) => one.kind !== kind)].map(
        (finding) => (
          <Finding key={finding.id} finding={finding} language={language} />
        ),
      )}
      {sentences.length === 0 ? (
        <p className="hint">{words.howRead.noTree}</p>
      ) : (
        sentences.map((sentence) => <Tree key={sentence.start} sentence={sentence} language={language} />)
      )}
      <p className="faint how-read-version">
        {[readBy && words.howRead.readBy(readBy), parsedBy && words.howRead.parsedBy(parsedBy)]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}

function Finding({ finding, language }: { finding: FindingRead; language: string | undefined }) {
  const { kind, id, parts, plover, cameo } = finding;
  return (
    <table className="how-read-parts">
      <caption>
        {words.kind[kind]} <span className="faint">{id}</span>
        {plover !== undefined && (
          <span className="faint">
            {" "}
            PLOVER {plover}
            {cameo !== undefined && ` · CAMEO ${cameo}`}
          </span>
        )}
      </caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{words.howRead.role}</th>
          <th scope="col">{words.howRead.words}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ role, start, end, quote, as }) => (
          <tr key={`${role} ${start} ${end}`}>
            <th scope="row">{words.howRead.roles[role]}</th>
            <td>
              <span lang={language}>{quote}</span>
              {as !== undefined && <span className="how-read-as">{words.howRead.as(inWords(role, as))}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The tree as nested lists, the root outermost: read aloud in the order of the tree, seen as indents. */
function Tree({ sentence, language }: { sentence: Sentence; language: string | undefined }) {
  const { tokens, names } = sentence;
  const children = Map.groupBy(tokens.keys(), (i) => tokens[i]!.head);
  const nameAt = new Map(names.flatMap(({ first, last, type }) => range(first, last).map((i) => [i, type])));

  // From the last word up: deep trees take no deep recursion. A word's list is made before its head's item.
  const lists = new Map<number, ReactNode>();
  for (const head of deepestFirst(children)) {
    lists.set(
      head,
      <ul key={head} {...(head === -1 ? { className: "tree", lang: language } : {})}>
        {children.get(head)!.map((i) => {
          const { form, deprel, upos } = tokens[i]!;
          return (
            <li key={i}>
              <span className="tree-word">{form}</span>{" "}
              <span className="tree-notes" lang="en">
                {deprel} {upos}
                {nameAt.has(i) && ` [${nameAt.get(i)}]`}
              </span>
              {lists.get(i)}
            </li>
          );
        })}
      </ul>,
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and the keyboard must reach that
    <section className="tree-box" aria-label={words.howRead.tree} tabIndex={0}>
      {lists.get(-1)}
    </section>
  );
}

/** Heads that have words below them, those furthest from the root first. */
function deepestFirst(children: ReadonlyMap<number, readonly number[]>): number[] {
  const order: number[] = [-1];
  for (let i = 0; i < order.length; i++)
    for (const child of children.get(order[i]!) ?? []) if (children.has(child)) order.push(child);
  return order.reverse();
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** What stands for words of a report is said in the page's language where it is one of the record's own terms. */
function inWords(role: FindingRead["parts"][number]["role"], as: string): string {
  const terms: Readonly<Record<string, string | undefined>> =
    role === "cue"
      ? words.howRead.modes
      : role === "proposal"
        ? words.stance
        : role === "speaker"
          ? words.speaker
          : {};
  return terms[as] ?? as;
}
