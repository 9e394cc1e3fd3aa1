/** Origins: sets of reports that are not independent, with the reason; then those that stand alone, then the unread. */
import { Link } from "@tanstack/react-router";
import type { Offer, Origin, Report } from "../../src/api/schema.ts";
import { day } from "../dates.ts";
import { words } from "../words.ts";

export function Sources({
  origins,
  reports,
  offers,
}: {
  origins: readonly Origin[];
  reports: readonly Report[];
  offers: readonly Offer[];
}) {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const groups = origins.filter((origin) => origin.reports.length > 1);
  const single = origins.filter((origin) => origin.reports.length === 1);
  const unread = reports.filter((report) => report.unread !== undefined);
  return (
    <div className="sources">
      {groups.map((origin) => (
        <details key={origin.id} className="origin">
          <summary>
            <span className="origin-name">{origin.name}</span>
            <span className="tally">
              {words.counts.reports(origin.reports.length)}, {words.sources.carried(origin.entries)}
            </span>
            <span className="origin-reasons">
              {origin.reasons.map((reason) => words.reason[reason] ?? reason).join("; ")}
            </span>
          </summary>
          <p className="origin-why">{words.sources.asOne(origin.reports.length)}</p>
          <ul>
            {origin.reports.map((id) => {
              const report = byId.get(id);
              const whys = origin.links.filter((link) => link.report === id && link.reason !== "single");
              return (
                report && (
                  <li key={id}>
                    <ReportLine report={report} />
                    {whys.map(({ why, reason }) => (
                      <span key={`${reason} ${why}`} className="origin-link">
                        {why}
                      </span>
                    ))}
                  </li>
                )
              );
            })}
          </ul>
        </details>
      ))}
      {single.length > 0 && (
        <div className="origin-single">
          <h3>{words.sources.one}</h3>
          <ul className="columns">
            {single.map(({ id, reports: [only], links }) => {
              const report = byId.get(only ?? "");
              const whys = links.filter(({ reason }) => reason !== "single");
              return (
                report && (
                  <li key={id}>
                    <ReportLine report={report} />
                    {whys.map(({ why, reason }) => (
                      <span key={`${reason} ${why}`} className="origin-link">
                        {why}
                      </span>
                    ))}
                  </li>
                )
              );
            })}
          </ul>
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
          <ul>
            {unread.map((report) => (
              <li key={report.id}>
                <ReportLine report={report} />
                <span className="origin-link">{report.unread}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
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
