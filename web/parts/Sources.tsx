/** Origins: sets of reports that are not independent, with the reason; then those that stand alone, then the unread. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { memo, useCallback, useMemo, useState } from "react";
import type { Offer, Origin, SourcesAnswer } from "../../src/api/schema/record.ts";
import type { Report } from "../../src/api/schema/report.ts";
import { sourcesQuery, type When } from "../api.ts";
import { day } from "../dates.ts";
import { words } from "../words.ts";
import { ShowFirst } from "./ShowFirst.tsx";
import { Failed, Loading } from "./states.tsx";

/** How many of each a long list begins with. */
const first = 24;

/** Asks for them itself, as they are much and stand last: for as many as a list shows. */
export function Sources({
  situation,
  when,
  offers,
}: {
  situation: string;
  when: When;
  offers: readonly Offer[];
}) {
  const [most, setMost] = useState(first);
  const answer = useQuery(sourcesQuery(situation, when, most));
  const asks = useCallback((shown: number) => setMost((before) => Math.max(before, shown)), []);
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} retry={() => void answer.refetch()} />;
  return <Origins sources={answer.data} offers={offers} asks={asks} />;
}

const Origins = memo(function Origins({
  sources: { origins, reports, unread, counts },
  offers,
  asks,
}: {
  sources: SourcesAnswer;
  offers: readonly Offer[];
  asks: (shown: number) => void;
}) {
  const byId = useMemo(() => new Map(reports.map((report) => [report.id, report])), [reports]);
  const groups = origins.filter((origin) => origin.reports.length > 1);
  const single = origins.filter((origin) => origin.reports.length === 1);
  return (
    <div className="sources">
      <ShowFirst first={first} count={counts.shared} asks={asks}>
        {(count) =>
          groups.slice(0, count).map((origin) => <Group key={origin.id} origin={origin} reports={byId} />)
        }
      </ShowFirst>
      {single.length > 0 && (
        <div className="origin-single">
          <h3>{words.sources.one}</h3>
          <ShowFirst first={first} count={counts.single} asks={asks}>
            {(count) => (
              <ul className="columns">
                {single.slice(0, count).map((origin) => (
                  <OfOrigin key={origin.id} links={origin.links} report={byId.get(origin.reports[0] ?? "")} />
                ))}
              </ul>
            )}
          </ShowFirst>
        </div>
      )}
      {offers.length > 0 && (
        <div className="origin-single">
          <h3>{words.sources.offers}</h3>
          <p className="origin-why">{words.sources.offersWhy}</p>
          <ul className="columns">
            {offers.map(({ a, b, why }) => (
              <li key={`${a.id} ${b.id}`}>
                <span>{words.sources.mayBe(a.name, b.name)}</span>
                <span className="origin-link">{why}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {unread.length > 0 && (
        <div className="origin-single">
          <h3>{words.sources.unread}</h3>
          <ShowFirst first={first} count={counts.unread} asks={asks}>
            {(count) => (
              <ul>
                {unread
                  .slice(0, count)
                  .flatMap((id) => byId.get(id) ?? [])
                  .map((report) => (
                    <li key={report.id}>
                      <ReportLine report={report} />
                      <span className="origin-link">{report.unread}</span>
                    </li>
                  ))}
              </ul>
            )}
          </ShowFirst>
        </div>
      )}
    </div>
  );
});

/** Reports counted as one; they are listed once it is opened. */
function Group({ origin, reports }: { origin: Origin; reports: ReadonlyMap<string, Report> }) {
  const [isOpen, setOpen] = useState(false);
  const whys = useMemo(() => Map.groupBy(origin.links, ({ report }) => report), [origin]);
  return (
    <details className="origin" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="origin-name">{origin.name}</span>
        <span className="tally">
          {words.counts.reports(origin.reports.length)}, {words.sources.carried(origin.entries)}
        </span>
        <span className="origin-reasons">
          {origin.reasons.map((reason) => words.reason[reason] ?? reason).join("; ")}
        </span>
      </summary>
      {isOpen && (
        <>
          <p className="origin-why">{words.sources.asOne(origin.reports.length)}</p>
          <ShowFirst first={first} count={origin.reports.length}>
            {(count) => (
              <ul>
                {origin.reports.slice(0, count).map((id) => (
                  <OfOrigin key={id} links={whys.get(id) ?? []} report={reports.get(id)} />
                ))}
              </ul>
            )}
          </ShowFirst>
        </>
      )}
    </details>
  );
}

/** A report, and why it belongs to its origin. */
function OfOrigin({ links, report }: { links: Origin["links"]; report: Report | undefined }) {
  if (report === undefined) return null;
  return (
    <li>
      <ReportLine report={report} />
      {links
        .filter(({ reason }) => reason !== "single")
        .map(({ why, reason }) => (
          <span key={`${reason} ${why}`} className="origin-link">
            {why}
          </span>
        ))}
    </li>
  );
}

function ReportLine({ report }: { report: Report }) {
  return (
    <Link to="/reports/$report" params={{ report: report.id }} className="report-line">
      <span className="report-title" lang={report.language}>
        {report.title ?? words.sources.titleNone}
      </span>
      <span className="tally">
        {" "}
        {report.publisher ?? words.sources.publisherNone}, {day(report.published?.value ?? report.fetchedAt)}
      </span>
    </Link>
  );
}
