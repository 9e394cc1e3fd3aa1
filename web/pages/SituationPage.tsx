/** One situation: what changed, the brief, and the record by kind. The address says which time and which line is open. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useMemo } from "react";
import type { Entry, Situation } from "../../src/api/schema.ts";
import { recordQuery, situationQuery, type When as Times } from "../api.ts";
import { day } from "../dates.ts";
import { Brief } from "../parts/Brief.tsx";
import { Changes } from "../parts/Changes.tsx";
import { Downloads } from "../parts/Downloads.tsx";
import { Figures } from "../parts/Figures.tsx";
import { LegalBases } from "../parts/LegalBases.tsx";
import { EvidenceLink } from "../parts/Line.tsx";
import { Lines } from "../parts/Lines.tsx";
import { Near } from "../parts/Near.tsx";
import { Positions } from "../parts/Positions.tsx";
import { Section } from "../parts/Section.tsx";
import { Since } from "../parts/Since.tsx";
import { Sources } from "../parts/Sources.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { Timeline } from "../parts/Timeline.tsx";
import { queueOf, sizeOf } from "../review.ts";
import { usePageTitle } from "../title.ts";
import { words } from "../words.ts";

const situationRoute = getRouteApi("/situations/$situation");
const Evidence = lazy(() => import("../parts/Evidence.tsx"));
const Places = lazy(() => import("../parts/map/Places.tsx"));
const When = lazy(() => import("../parts/When.tsx"));

export function SituationPage() {
  const { situation: id } = situationRoute.useParams();
  const { asOf, knownAt, entry, in: first } = situationRoute.useSearch();
  const navigate = situationRoute.useNavigate();
  const when = { asOf, knownAt };
  const head = useQuery(situationQuery(id, when));
  const record = useQuery(recordQuery(id, when));
  usePageTitle(head.data?.situation.title);

  const entries = useMemo(
    () => new Map((record.data?.entries ?? []).map((entry) => [entry.id, entry])),
    [record.data],
  );

  const toReview = useMemo(() => record.data && sizeOf(queueOf(record.data)), [record.data]);

  if (head.isPending) return <Loading />;
  if (head.isError) return <Failed error={head.error} retry={() => void head.refetch()} />;
  const { situation } = head.data;
  const set = (times: Times) =>
    void navigate({
      search: {
        ...(times.asOf === undefined ? {} : { asOf: times.asOf }),
        ...(times.knownAt === undefined ? {} : { knownAt: times.knownAt }),
      },
      replace: true,
      resetScroll: false,
    });

  return (
    <article className="situation" aria-busy={head.isPlaceholderData || undefined}>
      <Head head={head.data} when={when} set={set} toReview={toReview} />
      <SectionBar notice={situation.notice} />
      {record.isError ? (
        <Failed error={record.error} retry={() => void record.refetch()} />
      ) : record.data === undefined ? (
        <Loading />
      ) : (
        <Body
          head={head.data}
          when={when}
          entries={entries}
          reports={record.data.reports}
          origins={record.data.origins}
          offers={record.data.offers}
        />
      )}
      {entry !== undefined && (
        <Suspense>
          <Evidence
            situation={id}
            entry={entry}
            when={when}
            first={first}
            notice={situation.notice}
            close={() =>
              void navigate({ search: ({ entry: _, in: __, ...rest }) => rest, resetScroll: false })
            }
          />
        </Suspense>
      )}
    </article>
  );
}

function Head({
  head,
  when,
  set,
  toReview,
}: {
  head: Situation;
  when: Times;
  set: (when: Times) => void;
  toReview: number | undefined;
}) {
  const { situation, counts, published, known, next } = head;
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
            <EvidenceLink entry={next.entry}>{words.situation.next(day(next.day))}</EvidenceLink>
          )}
          <Link to="/situations/$situation/review" params={{ situation: situation.id }}>
            {words.review.link(toReview ?? 0)}
          </Link>
        </p>
      </div>
      <div className="situation-when">
        <Suspense fallback={<div className="when" aria-hidden="true" />}>
          <When when={when} published={published} known={known} set={set} />
        </Suspense>
        {past && (
          <p className="past" role="status">
            {words.when.showing}{" "}
            {words.when.past(when.asOf && day(when.asOf), when.knownAt && day(when.knownAt))}{" "}
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

function Body({
  head,
  when,
  entries,
  reports,
  origins,
  offers,
}: {
  head: Situation;
  when: Times;
  entries: ReadonlyMap<string, Entry>;
  reports: Parameters<typeof Sources>[0]["reports"];
  origins: Parameters<typeof Sources>[0]["origins"];
  offers: Parameters<typeof Sources>[0]["offers"];
}) {
  const of = (ids: readonly string[]) => ids.flatMap((id) => entries.get(id) ?? []);
  const { timeline, figures, positions, legalBases, outlook, statements } = head;
  return (
    <>
      {when.asOf === undefined && (
        <Section id="since" title={words.since.title} className="since-section">
          <Since situation={head.situation.id} knownAt={when.knownAt} entries={entries} />
        </Section>
      )}
      <div className="front">
        <Section id="brief" title={words.situation.brief} className="front-brief">
          <Brief brief={head.brief} entries={entries} />
          <div className="brief-foot">
            <button type="button" className="print-button" onClick={() => window.print()}>
              {words.situation.print}
            </button>
            <Downloads situation={head.situation.id} when={when} />
          </div>
        </Section>
        <Section id="changes" title={words.situation.changes} className="front-changes">
          <Changes situation={head.situation.id} revisions={head.revisions} />
        </Section>
      </div>
      <Section
        id="timeline"
        title={words.situation.timeline}
        count={timeline.done.length + timeline.ahead.length}
      >
        <Timeline timeline={timeline} entries={entries} />
      </Section>
      <Section id="figures" title={words.situation.figures} count={figures.length}>
        <Figures figures={figures} entries={entries} />
      </Section>
      <Section
        id="positions"
        title={words.situation.positions}
        count={positions.proposals.reduce((sum, { entries }) => sum + entries.length, 0)}
      >
        <Positions positions={positions} entries={entries} />
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
          <LegalBases entries={of(legalBases)} />
        </Section>
        <Section id="outlook" title={words.situation.outlook} count={outlook.length}>
          <Lines entries={of(outlook)} none={words.situation.outlookNone} />
        </Section>
      </div>
      <Section id="said" title={words.situation.said} count={statements.length}>
        <Lines entries={of(statements)} none={words.situation.saidNone} columns />
      </Section>
      <Section id="sources" title={words.situation.sources} count={reports.length}>
        <Sources origins={origins} reports={reports} offers={offers} />
      </Section>
    </>
  );
}
