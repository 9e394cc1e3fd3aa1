/** One situation: what changed, the brief, and the record by kind. The address says which time and which line is open. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, memo, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { EntryLine, LinesAnswer } from "../../src/api/schema/lines.ts";
import type { Situation } from "../../src/api/schema/situation.ts";
import { linesQuery, situationQuery, type When as Times } from "../api.ts";
import { day, moment } from "../dates.ts";
import { Brief } from "../parts/Brief.tsx";
import { Changes } from "../parts/Changes.tsx";
import { Downloads } from "../parts/Downloads.tsx";
import { EvidenceLink, Shown } from "../parts/Line.tsx";
import { Lines } from "../parts/Lines.tsx";
import { Near } from "../parts/Near.tsx";
import { Section } from "../parts/Section.tsx";
import { Since } from "../parts/Since.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { Timeline } from "../parts/Timeline.tsx";
import { toReview } from "../review.ts";
import { usePageTitle } from "../title.ts";
import { words } from "../words.ts";

const situationRoute = getRouteApi("/situations/$situation");
const loadEvidence = () => import("../parts/Evidence.tsx");
const Evidence = lazy(loadEvidence);
const AddReports = lazy(() => import("../parts/AddReports.tsx"));
const Places = lazy(() => import("../parts/map/Places.tsx"));
const Figures = lazy(async () => ({ default: (await import("../parts/Figures.tsx")).Figures }));
const Positions = lazy(async () => ({ default: (await import("../parts/Positions.tsx")).Positions }));
const LegalBases = lazy(async () => ({ default: (await import("../parts/LegalBases.tsx")).LegalBases }));
const Sources = lazy(async () => ({ default: (await import("../parts/Sources.tsx")).Sources }));
/** Called as soon as it is clear that this page will be shown (router.tsx). */
export const loadWhen = () => import("../parts/When.tsx");
const When = lazy(loadWhen);

/** The head and the lines of one and the same time; at first the head alone, which holds what the brief shows. */
interface Both {
  readonly head: Situation;
  readonly lines: LinesAnswer | undefined;
  readonly when: Times;
}

export function SituationPage() {
  const { situation: id } = situationRoute.useParams();
  const asOf = situationRoute.useSearch({ select: (search) => search.asOf });
  const knownAt = situationRoute.useSearch({ select: (search) => search.knownAt });
  const navigate = situationRoute.useNavigate();
  const when = useMemo(() => ({ asOf, knownAt }), [asOf, knownAt]);
  const head = useQuery(situationQuery(id, when));
  const lines = useQuery(linesQuery(id, when));
  usePageTitle(head.data?.situation.title);

  // What stood there stays until all of the other time is in, and is then drawn without holding up what is pressed.
  const [both, setBoth] = useState<Both>();
  const isNew = head.data !== both?.head || lines.data !== both?.lines;
  const isWhole = lines.data !== undefined && !lines.isPlaceholderData;
  if (isNew && head.data && !head.isPlaceholderData && (isWhole || both === undefined))
    setBoth({ head: head.data, lines: isWhole ? lines.data : undefined, when });
  const drawn = useDeferredValue(both);
  useEffect(loadWhenPointedAt, []);

  const set = useCallback(
    (times: Times) =>
      void navigate({
        search: ({ asOf: _, knownAt: __, ...rest }) => ({
          ...rest,
          ...(times.asOf === undefined ? {} : { asOf: times.asOf }),
          ...(times.knownAt === undefined ? {} : { knownAt: times.knownAt }),
        }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );

  const count = useMemo(() => lines.data && toReview(lines.data), [lines.data]);

  if (head.isPending) return <Loading />;
  if (head.isError) return <Failed error={head.error} retry={() => void head.refetch()} />;
  const { situation } = head.data;
  const isBusy = head.isPlaceholderData || lines.isPlaceholderData || drawn !== both;
  return (
    <article className="situation" aria-busy={isBusy || undefined}>
      <Head head={head.data} when={when} set={set} review={count} isBusy={isBusy} />
      <SectionBar notice={situation.notice} />
      {lines.isError ? (
        <Failed error={lines.error} retry={() => void lines.refetch()} />
      ) : drawn === undefined ? (
        <Loading />
      ) : (
        <Body {...drawn} />
      )}
      <Opened situation={id} when={when} notice={situation.notice} />
    </article>
  );
}

/** The drawer is fetched once a line is pointed at: it is there when it is opened, and no part of the first view. */
function loadWhenPointedAt(): () => void {
  const stop = () => {
    document.removeEventListener("pointerover", hear);
    document.removeEventListener("focusin", hear);
  };
  function hear({ target }: Event) {
    if (!(target instanceof Element) || target.closest('a[aria-haspopup="dialog"]') === null) return;
    stop();
    void loadEvidence();
  }
  document.addEventListener("pointerover", hear);
  document.addEventListener("focusin", hear);
  return stop;
}

/** The evidence, where the address names an entry. */
function Opened({ situation, when, notice }: { situation: string; when: Times; notice: string | undefined }) {
  const entry = situationRoute.useSearch({ select: (search) => search.entry });
  const first = situationRoute.useSearch({ select: (search) => search.in });
  const navigate = situationRoute.useNavigate();
  const shown = useMemo(() => ({ situation, when }), [situation, when]);
  if (entry === undefined) return null;
  return (
    <Shown value={shown}>
      <Suspense>
        <Evidence
          situation={situation}
          entry={entry}
          when={when}
          first={first}
          notice={notice}
          close={() => void navigate({ search: ({ entry: _, in: __, ...rest }) => rest, resetScroll: false })}
        />
      </Suspense>
    </Shown>
  );
}

function Head({
  head,
  when,
  set,
  review,
  isBusy,
}: {
  head: Situation;
  when: Times;
  set: (when: Times) => void;
  review: number | undefined;
  isBusy: boolean;
}) {
  const { situation, counts, published, known, next } = head;
  const [isAdding, setAdding] = useState(false);
  const past = when.asOf !== undefined || when.knownAt !== undefined;
  return (
    <header className="situation-head">
      <div className="situation-title">
        {situation.notice !== undefined && <p className="notice">{situation.notice}</p>}
        <h1>{situation.title}</h1>
        {situation.summary !== undefined && <p className="standfirst">{situation.summary}</p>}
        <p className="facts">
          <span>{words.counts.reports(counts.reports)}</span>
          <span>{words.counts.origins(counts.origins)}</span>
          <span>{words.counts.entries(counts.entries)}</span>
          {counts.contested > 0 && <span>{words.counts.contested(counts.contested)}</span>}
          {counts.unread > 0 && <span>{words.counts.unread(counts.unread)}</span>}
          {published !== undefined && (
            <span>
              {day(published.first)} – {day(published.last)}
            </span>
          )}
        </p>
        <p className="next-date">
          {next !== undefined && (
            <Shown value={{ situation: situation.id, when }}>
              <EvidenceLink entry={next.entry}>{words.situation.next(day(next.day))}</EvidenceLink>
            </Shown>
          )}
          <Link to="/situations/$situation/review" params={{ situation: situation.id }}>
            {words.situation.review(review ?? 0)}
          </Link>
          <Link to="/situations/$situation/scope" params={{ situation: situation.id }}>
            {words.situation.scope}
          </Link>
          <button type="button" className="add-reports as-text" onClick={() => setAdding(true)}>
            {words.situation.add}
          </button>
        </p>
        {isAdding && (
          <Suspense>
            <AddReports situation={situation.id} notice={situation.notice} close={() => setAdding(false)} />
          </Suspense>
        )}
      </div>
      <div className="situation-when">
        <Suspense fallback={<div className="when" aria-hidden="true" />}>
          <When
            situation={situation.id}
            when={when}
            published={published}
            known={known}
            set={set}
            isBusy={isBusy}
          />
        </Suspense>
        {past && (
          <p className="past" role="status">
            {words.when.showing}{" "}
            {words.when.past(when.asOf && day(when.asOf), when.knownAt && moment(when.knownAt))}{" "}
            <button type="button" onClick={() => set({})}>
              {words.when.clear}
            </button>
          </p>
        )}
      </div>
    </header>
  );
}

const sections = [
  ["brief", words.situation.brief],
  ["timeline", words.situation.timeline],
  ["figures", words.situation.figures],
  ["positions", words.situation.positions],
  ["map", words.map.title],
  ["legal", words.situation.legal],
  ["outlook", words.situation.outlook],
  ["said", words.situation.said],
  ["sources", words.situation.sources],
] as const;

/** Stays in sight, and the notice with it. */
function SectionBar({ notice }: { notice: string | undefined }) {
  return (
    <div className="section-bar">
      <nav aria-label={words.nav.sections}>
        {sections.map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      {notice !== undefined && <span className="notice">{notice}</span>}
    </div>
  );
}

const Body = memo(function Body({ head, lines, when }: Both) {
  const situation = head.situation.id;
  const front = useMemo(() => new Map(head.front.map((entry) => [entry.id, entry])), [head]);
  const entries = useMemo(() => lines && new Map(lines.entries.map((entry) => [entry.id, entry])), [lines]);
  const shown = useMemo(() => ({ situation, when }), [situation, when]);
  // The front is painted first; what stands below it is drawn when there is time.
  const isRest = useDeferredValue(true, false);
  return (
    <Shown value={shown}>
      {when.asOf === undefined && (
        <Section id="since" title={words.since.title} className="since-section">
          <Since situation={situation} knownAt={when.knownAt} entries={entries} />
        </Section>
      )}
      <div className="front">
        <Section id="brief" title={words.situation.brief} className="front-brief">
          <Brief brief={head.brief} entries={front} />
          <div className="brief-foot">
            <button type="button" className="print-button" onClick={() => window.print()}>
              {words.situation.print}
            </button>
            <Downloads situation={situation} when={when} />
          </div>
        </Section>
        <Section id="changes" title={words.situation.changes} className="front-changes">
          <Changes situation={situation} revisions={head.revisions} />
        </Section>
      </div>
      {isRest && entries && lines && <Rest head={head} entries={entries} offers={lines.offers} when={when} />}
    </Shown>
  );
});

function Rest({
  head,
  entries,
  offers,
  when,
}: {
  head: Situation;
  entries: ReadonlyMap<string, EntryLine>;
  offers: LinesAnswer["offers"];
  when: Times;
}) {
  const of = (ids: readonly string[]) => ids.flatMap((id) => entries.get(id) ?? []);
  const { timeline, figures, positions, legalBases, outlook, statements } = head;
  return (
    <>
      <Section
        id="timeline"
        title={words.situation.timeline}
        count={timeline.done.length + timeline.ahead.length}
      >
        <Timeline
          situation={head.situation.id}
          when={when}
          timeline={timeline}
          entries={entries}
          published={head.published}
        />
      </Section>
      <Section id="figures" title={words.situation.figures} count={figures.length}>
        <Near fallback="chart">
          <Suspense fallback={<Loading />}>
            <Figures figures={figures} entries={entries} />
          </Suspense>
        </Near>
      </Section>
      <Section
        id="positions"
        title={words.situation.positions}
        count={positions.proposals.reduce((sum, { entries }) => sum + entries.length, 0)}
      >
        <Near fallback="chart">
          <Suspense fallback={<Loading />}>
            <Positions positions={positions} entries={entries} />
          </Suspense>
        </Near>
      </Section>
      <Section id="map" title={words.map.title}>
        <Near fallback="map-space">
          <Suspense fallback={<div className="map-space" />}>
            <Places situation={head.situation.id} when={when} entries={entries} />
          </Suspense>
        </Near>
      </Section>
      <div className="pair">
        <Section id="legal" title={words.situation.legal} count={legalBases.length}>
          <Near fallback="legal">
            <Suspense fallback={<Loading />}>
              <LegalBases entries={of(legalBases)} />
            </Suspense>
          </Near>
        </Section>
        <Section id="outlook" title={words.situation.outlook} count={outlook.length}>
          <Lines entries={of(outlook)} none={words.situation.outlookNone} />
        </Section>
      </div>
      <Section id="said" title={words.situation.said} count={statements.length}>
        <Lines entries={of(statements)} none={words.situation.saidNone} columns />
      </Section>
      <Section id="sources" title={words.situation.sources} count={head.counts.reports}>
        <Near fallback="sources-space">
          <Suspense fallback={<Loading />}>
            <Sources situation={head.situation.id} when={when} offers={offers} />
          </Suspense>
        </Near>
      </Section>
    </>
  );
}
