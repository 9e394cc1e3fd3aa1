/**
 * The evidence of one entry, in a drawer: each sentence marked within its paragraph of the archived
 * report, under the origin that it counts for. Copies of the first are folded away under it.
 */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, type RefObject, Suspense, useRef, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { Entry, Evidence as One } from "../../src/api/schema/entry.ts";
import type { EntryAnswer, Origin, Passage } from "../../src/api/schema/record.ts";
import type { Report } from "../../src/api/schema/report.ts";
import { webAddress } from "../address.ts";
import { ApiError, entryQuery, type When } from "../api.ts";
import { day, moment } from "../dates.ts";
import { langOf } from "../lang.ts";
import * as area from "../words/analyst.ts";
import { words } from "../words.ts";
import { Actions, type Correcting, Result, useCorrecting } from "./Actions.tsx";
import { Change } from "./Changes.tsx";
import { Corrected, SourceGrade } from "./Corrected.tsx";
import { EvidenceLink, parted, without } from "./Line.tsx";
import { Marked } from "./Marked.tsx";
import { Failed, Loading } from "./states.tsx";
import { StatusMark, StatusTag, statusWords } from "./status.tsx";

const HowRead = lazy(() => import("./HowRead.tsx"));

export default function Evidence({
  situation,
  entry,
  when,
  first,
  notice,
  close,
}: {
  situation: string;
  entry: string;
  when: When;
  /** Report to show first. */
  first?: string | undefined;
  notice?: string | undefined;
  close: () => void;
}) {
  const answer = useQuery(entryQuery(situation, entry, when));
  const navigate = useNavigate({ from: "/situations/$situation" });
  const correcting = useCorrecting(situation, (entry) =>
    navigate({ search: { entry }, replace: true, resetScroll: false }),
  );
  const dialog = useRef<HTMLElement>(null);
  const past = when.asOf !== undefined || when.knownAt !== undefined;
  const gone = answer.isError && answer.error instanceof ApiError && answer.error.problem.status === 404;
  return (
    <ModalOverlay className="drawer-overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="drawer">
        <Dialog className="drawer-dialog" aria-label={words.evidence.label} ref={dialog}>
          <div className="drawer-bar">
            <span className="drawer-kind">
              {answer.data ? words.kind[answer.data.entry.kind] : words.evidence.label}
            </span>
            {notice !== undefined && <span className="notice">{notice}</span>}
            <Button className="drawer-close" onPress={close}>
              {words.evidence.close}
            </Button>
          </div>
          {answer.isPending && <Loading />}
          <Result correcting={correcting} />
          {gone && correcting.last !== undefined && <Gone />}
          {answer.isError && !(gone && correcting.last !== undefined) && (
            <Failed error={answer.error} retry={() => void answer.refetch()} />
          )}
          {answer.data && !answer.isError && (
            <Detail
              answer={answer.data}
              first={first}
              situation={situation}
              notice={notice}
              correcting={past ? undefined : correcting}
              within={dialog}
            />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What was corrected away while it was open. */
function Gone() {
  return (
    <div className="drawer-body">
      <Heading slot="title" level={2} className="drawer-title">
        {area.correct.goneTitle}
      </Heading>
      <p>{area.correct.gone}</p>
    </div>
  );
}

function Detail({
  answer,
  first,
  situation,
  notice,
  correcting,
  within,
}: {
  answer: EntryAnswer;
  first: string | undefined;
  situation: string;
  notice: string | undefined;
  /** Absent where the past is shown: it is nobody's to correct. */
  correcting: Correcting | undefined;
  within: RefObject<HTMLElement | null>;
}) {
  const { entry, contradicts, parts, revisions } = answer;
  const beside = entry.kind === "event" ? statusWords(entry.status) : undefined;
  const [body, notes] = without(beside, parted(entry.line));
  return (
    <div className="drawer-body">
      <Heading slot="title" level={2} className="drawer-title" {...langOf(entry.language)}>
        {body}
      </Heading>
      <p className="drawer-notes">
        <StatusTag entry={entry} /> {notes.slice(1, -1)}
      </p>
      {correcting === undefined ? (
        <p className="hint">{area.correct.past}</p>
      ) : (
        <Actions
          situation={situation}
          notice={notice}
          entry={entry}
          publishers={publishersOf(answer)}
          correcting={correcting}
          within={within}
        />
      )}
      <Corrected entry={entry} />
      {entry.history !== undefined && <History entry={entry} />}
      <p className="drawer-count">
        {words.evidence.origins(entry.origins)}
        {entry.reports > entry.origins && `, ${words.evidence.ofReports(entry.reports)}`}
      </p>
      {contradicts.length > 0 && (
        <section className="drawer-against">
          <h3>{words.evidence.contradicted}</h3>
          <ul className="lines">
            {contradicts.map((other) => (
              <li key={other.id}>
                <EvidenceLink entry={other.id} className="line">
                  <span {...langOf(other.language)}>{other.line}</span>
                </EvidenceLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {byOrigin(answer, first).map(({ origin, evidence }) => (
        <OriginEvidence
          key={origin?.id ?? evidence[0]?.one.report}
          origin={origin}
          evidence={evidence}
          kind={entry.kind}
        />
      ))}
      {parts.length > 0 && (
        <section>
          <h3>{words.evidence.parts}</h3>
          <ul className="lines">
            {parts.map((part) => (
              <li key={part.id}>
                <EvidenceLink entry={part.id} className="line">
                  <span {...langOf(part.language)}>{part.line}</span>
                </EvidenceLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {revisions.length > 0 && (
        <section className="drawer-revisions">
          <h3>{words.evidence.revisions}</h3>
          <ol>
            {revisions.map((revision) => (
              <li key={revision.id}>
                <span className="faint number">{day(revision.knownAt)}</span>{" "}
                <Change revision={withoutLine(revision)} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

/** Of each sentence, in their order. */
function publishersOf({ entry, reports }: EntryAnswer): (string | undefined)[] {
  const publishers = new Map(reports.map(({ id, publisher }) => [id, publisher]));
  return entry.evidence.map(({ report }) => publishers.get(report));
}

/** How the act moved: discussed, authorised, called off. */
function History({ entry }: { entry: Entry }) {
  return (
    <ol className="history" aria-label={words.evidence.history}>
      {entry.history?.map(({ at, status, report }) => (
        <li key={`${at} ${report}`}>
          <StatusMark status={status} />
          <span>{statusWords(status)}</span>
          <span className="faint number">{day(at)}</span>
        </li>
      ))}
    </ol>
  );
}

interface Placed {
  readonly one: One;
  readonly passage: Passage | undefined;
  readonly report: Report | undefined;
}

function OriginEvidence({
  origin,
  evidence,
  kind,
}: {
  origin: Origin | undefined;
  evidence: readonly Placed[];
  kind: Entry["kind"];
}) {
  const [lead, ...rest] = evidence;
  if (lead === undefined) return null;
  const same = rest.every(({ one }) => one.quote === lead.one.quote);
  return (
    <section className="origin-evidence">
      <h3>
        <span className="faint">{words.evidence.origin}</span> {origin?.name ?? lead.report?.publisher}
        {origin !== undefined && origin.reasons.length > 0 && (
          <span className="faint">
            {" "}
            {origin.reasons.map((reason) => words.reason[reason] ?? reason).join("; ")}
          </span>
        )}
      </h3>
      <Sentence {...lead} kind={kind} />
      {rest.length > 0 && (
        <details className="copies">
          <summary>
            {same ? words.evidence.copiesSame(rest.length) : words.evidence.copies(rest.length)}
          </summary>
          {rest.map((placed) => (
            <Sentence key={`${placed.one.report} ${placed.one.start}`} {...placed} kind={kind} />
          ))}
        </details>
      )}
    </section>
  );
}

/** One sentence where it stands, and all that it takes to check it. */
function Sentence({ one, passage, report, kind }: Placed & { kind: Entry["kind"] }) {
  const { start, end, quote } = one;
  const from = passage?.start ?? start;
  const text = passage?.text ?? quote;
  const marks = [
    ...one.hedgeSpans.map((span) => ({ ...span, kind: "hedge" })),
    ...one.carriers.map((span) => ({ ...span, kind: "carrier" })),
  ];
  const address = webAddress(report?.url);
  return (
    <article className="sentence">
      <blockquote lang={report?.language} cite={address?.href}>
        {text.slice(0, start - from)}
        <mark>
          <Marked text={text.slice(start - from, end - from)} start={start} marks={marks} />
        </mark>
        {text.slice(end - from)}
      </blockquote>
      <dl className="sentence-facts">
        <div>
          <dt>{words.evidence.published}</dt>
          <dd>
            {report?.publisher ?? words.sources.publisherNone}, {moment(report?.published?.value ?? one.at)}
            {report?.published?.stated === false && ` (${words.sources.publishedInferred})`}{" "}
            <SourceGrade evidence={one} />
          </dd>
        </div>
        <div>
          <dt>{words.evidence.says}</dt>
          <dd>
            <SpeakerWords evidence={one} language={report?.language} />
          </dd>
        </div>
        {one.naming !== undefined && (
          <div>
            <dt>{words.evidence.naming}</dt>
            <dd>
              <Link to="/reports/$report" params={{ report: one.naming.report }}>
                {one.naming.name}, {moment(one.naming.at)}
              </Link>
            </dd>
          </div>
        )}
        {one.hedges.length > 0 && (
          <div>
            <dt>{words.evidence.hedges}</dt>
            <dd>{one.hedges.map(words.quoted).join(", ")}</dd>
          </div>
        )}
        {one.status !== undefined && statusWords(one.status) !== words.noStage && (
          <div>
            <dt>{words.evidence.status}</dt>
            <dd>{statusWords(one.status)}</dd>
          </div>
        )}
        <div>
          <dt>{words.evidence.fetched}</dt>
          <dd>{moment(one.knownAt)}</dd>
        </div>
        <div>
          <dt>{words.evidence.offsets}</dt>
          <dd className="number">
            {start}–{end}
          </dd>
        </div>
        {report !== undefined && (
          <div>
            <dt>{words.evidence.hash}</dt>
            <dd>
              <code title={report.sha256}>{report.sha256.slice(0, 16)}</code>
            </dd>
          </div>
        )}
      </dl>
      <How report={one.report} start={start} end={end} kind={kind} language={report?.language} />
      <p className="sentence-links">
        <Link to="/reports/$report" params={{ report: one.report }} search={{ at: `${start}-${end}` }}>
          {words.evidence.report}
        </Link>
        {address !== undefined && (
          <a href={address.href} target="_blank" rel="noopener noreferrer nofollow">
            {words.evidence.original(address.host)}
          </a>
        )}
      </p>
    </article>
  );
}

/** How the reading came about, asked for when it is opened. */
function How(sentence: {
  report: string;
  start: number;
  end: number;
  kind: Entry["kind"];
  language: string | undefined;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className="how-read" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.howRead.title}</summary>
      {open && (
        <Suspense fallback={<Loading />}>
          <HowRead {...sentence} />
        </Suspense>
      )}
    </details>
  );
}

function SpeakerWords({ evidence: { speaker }, language }: { evidence: One; language: string | undefined }) {
  const { kind, name, words: printed, count, reason } = speaker;
  const isUnnamed = kind === "anonymous";
  const who = isUnnamed ? printed : (name ?? printed);
  if (who === undefined && !isUnnamed) return words.speaker[kind];
  const details = [
    isUnnamed ? "" : words.speaker[kind],
    isUnnamed && count !== undefined ? String(count) : "",
    reason ?? "",
  ].filter((part) => part !== "");
  return (
    <>
      {isUnnamed && (who === undefined ? words.speaker.anonymous : words.evidence.unnamed)}
      {who !== undefined && <span {...langOf(language)}>{isUnnamed ? words.quoted(who) : who}</span>}
      {details.length > 0 && ` (${details.join("; ")})`}
    </>
  );
}

/** Evidence under its origins: that of the report asked for first, else that which leads the entry. */
function byOrigin({ entry, passages, reports, origins }: EntryAnswer, first = entry.leadReport) {
  const reportOf = new Map(reports.map((report) => [report.id, report]));
  const originOf = new Map(origins.map((origin) => [origin.id, origin]));
  const placed = entry.evidence.map((one, i) => ({
    one,
    passage: passages[i],
    report: reportOf.get(one.report),
  }));
  const rank = ({ one }: Placed) => (one.report === first ? 0 : one.report === entry.leadReport ? 1 : 2);
  placed.sort((a, b) => rank(a) - rank(b) || Date.parse(a.one.at) - Date.parse(b.one.at));
  return [...Map.groupBy(placed, ({ one }) => one.origin)].map(([id, evidence]) => ({
    origin: originOf.get(id),
    evidence,
  }));
}

function withoutLine<T extends { line?: string | undefined }>(revision: T): Omit<T, "line"> {
  const { line: _, ...rest } = revision;
  return rest;
}
