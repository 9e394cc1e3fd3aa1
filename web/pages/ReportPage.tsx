/** One archived report: its whole text, what was read in it by kind, and where it came from. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import { type Key, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { AnnotationKind, ReportText } from "../../src/api/schema/report.ts";
import { webAddress } from "../address.ts";
import { reportQuery } from "../api.ts";
import { moment } from "../dates.ts";
import { Marked } from "../parts/Marked.tsx";
import { Failed, Loading, Nothing } from "../parts/states.tsx";
import { Versions } from "../parts/Versions.tsx";
import { usePageTitle } from "../title.ts";
import { words } from "../words.ts";

const Standing = lazy(() => import("../parts/Standing.tsx"));
const reportRoute = getRouteApi("/reports/$report");
const kinds = Object.keys(words.annotation) as AnnotationKind[];

export function ReportPage() {
  const { report: id } = reportRoute.useParams();
  const answer = useQuery(reportQuery(id));
  usePageTitle(answer.data?.title);
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} retry={() => void answer.refetch()} />;
  return <Report report={answer.data} />;
}

function Report({ report }: { report: ReportText }) {
  const { at, show } = reportRoute.useSearch();
  const navigate = reportRoute.useNavigate();
  const present = useMemo(() => new Set(report.annotations.map(({ kind }) => kind)), [report]);
  const shown = useMemo(
    () => new Set((show?.split(",") ?? []).filter((kind) => present.has(kind as AnnotationKind))),
    [show, present],
  );
  const choose = (keys: Set<Key>) =>
    void navigate({
      search: ({ show: _, ...rest }) => (keys.size === 0 ? rest : { ...rest, show: [...keys].join(",") }),
      replace: true,
      resetScroll: false,
    });

  return (
    <article className="report">
      <header className="report-head">
        {report.notice !== undefined && <p className="notice">{report.notice}</p>}
        <p className="report-publisher">{report.publisher ?? words.sources.publisherNone}</p>
        <h1 lang={report.language}>{report.title ?? words.sources.titleNone}</h1>
        {report.unread !== undefined && (
          <p className="unread">
            {words.report.unread} {report.unread}
          </p>
        )}
        <Versions report={report.id} />
      </header>
      <aside className="report-side">
        <Facts report={report} />
        <Suspense>
          <Standing
            report={report.id}
            title={report.title ?? words.sources.titleNone}
            notice={report.notice}
          />
        </Suspense>
        {report.annotations.length === 0 ? (
          report.unread === undefined && <Nothing>{words.report.none}</Nothing>
        ) : (
          <>
            <h2 id="annotations-title">{words.report.annotations}</h2>
            <ToggleButtonGroup
              className="toggles"
              aria-labelledby="annotations-title"
              selectionMode="multiple"
              selectedKeys={shown}
              onSelectionChange={choose}
            >
              {kinds
                .filter((kind) => present.has(kind))
                .map((kind) => (
                  <ToggleButton key={kind} id={kind} className="toggle">
                    <span className="annotated" data-kinds={kind}>
                      {words.annotation[kind]}
                    </span>
                  </ToggleButton>
                ))}
            </ToggleButtonGroup>
          </>
        )}
      </aside>
      <Text report={report} at={at} shown={shown} />
    </article>
  );
}

/** The text block by block; the sentence that the reader came for is marked and scrolled to. */
function Text({
  report,
  at,
  shown,
}: {
  report: ReportText;
  at: string | undefined;
  shown: ReadonlySet<string>;
}) {
  const mark = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the sentence changes, not when marks do
  useEffect(() => {
    mark.current?.scrollIntoView({ block: "center" });
  }, [at]);
  const [from = -1, to = -1] = (at ?? "").split("-").map(Number);
  const marks = report.annotations.filter(({ kind }) => shown.has(kind));
  return (
    <div className="report-text" lang={report.language}>
      <Apart title={words.report.amendments} texts={report.amendments?.map(({ text }) => text)} />
      {report.blocks.map(({ kind, start, end }) => {
        const text = report.text.slice(start, end);
        const Tag = kind === "heading" || kind === "headline" ? "h2" : kind === "quote" ? "blockquote" : "p";
        const a = Math.min(Math.max(from, start), end) - start;
        const b = Math.min(Math.max(to, start), end) - start;
        return (
          <Tag key={start} data-block={kind}>
            {a < b ? (
              <>
                <Marked text={text.slice(0, a)} start={start} marks={marks} />
                <mark ref={from >= start ? mark : null}>
                  <Marked text={text.slice(a, b)} start={start + a} marks={marks} />
                </mark>
                <Marked text={text.slice(b)} start={start + b} marks={marks} />
              </>
            ) : (
              <Marked text={text} start={start} marks={marks} />
            )}
          </Tag>
        );
      })}
      <Apart title={words.report.captions} texts={report.captions} />
    </div>
  );
}

/** What stands on the page and is no part of the text: no marks, no offsets. */
function Apart({ title, texts }: { title: string; texts: readonly string[] | undefined }) {
  if (texts === undefined) return null;
  return (
    <aside className="report-apart" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </aside>
  );
}

function Facts({ report }: { report: ReportText }) {
  const address = webAddress(report.url);
  const rows: [string, React.ReactNode][] = [
    [
      words.evidence.published,
      report.published &&
        `${moment(report.published.value)}${report.published.stated ? "" : ` (${words.sources.publishedInferred})`}`,
    ],
    [words.report.modified, report.modified && moment(report.modified.value)],
    [words.evidence.fetched, moment(report.fetchedAt)],
    [words.report.by, report.bylines?.join(", ")],
    [words.report.credit, report.credit],
    [words.report.section, report.section],
    [words.report.language, report.language && words.languageName(report.language)],
    [words.report.partOf, report.partOf],
    [words.report.paywalled, report.paywalled && words.report.paywalledYes],
    [words.report.nextPage, report.nextPage],
    [words.evidence.hash, <code key="hash">{report.sha256}</code>],
    [words.report.extractor, report.extractor],
    [words.report.warnings, report.warnings?.join("; ")],
  ];
  return (
    <dl className="report-facts">
      {rows.map(([term, value]) =>
        value === undefined || value === false ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {address !== undefined && (
        <div>
          <dd>
            <a href={address.href} target="_blank" rel="noopener noreferrer nofollow">
              {words.evidence.original(address.host)}
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}
