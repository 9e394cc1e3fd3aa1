/** The days that matter most, each with the sentence that says best what happened on it. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { keyDaysQuery, type When } from "../api.ts";
import { day } from "../dates.ts";
import { words } from "../words.ts";
import { EvidenceLink } from "./Line.tsx";

export default function KeyDays({ situation, when }: { situation: string; when: When }) {
  const { data, isError } = useQuery(keyDaysQuery(situation, when));
  if (isError) return null;
  if (data === undefined) return <div className="key-days" aria-hidden="true" />;
  if (data.days.length === 0) return null;
  return (
    <section className="key-days" aria-labelledby="key-days">
      <h3 id="key-days">{words.timeline.keyDays}</h3>
      <p className="hint">{words.timeline.keyDaysWhy}</p>
      <ol>
        {data.days.map(({ day: on, origins, sentences: [first] }) => (
          <li key={on}>
            <span className="key-day">
              <b>{day(on)}</b> <span className="tally">{words.timeline.named(origins)}</span>
            </span>
            {first !== undefined &&
              (first.entry === undefined ? (
                <Link
                  to="/reports/$report"
                  params={{ report: first.report }}
                  search={{ at: `${first.start}-${first.end}` }}
                  preload={false}
                  className="line"
                >
                  <q className="line-body">{first.quote}</q>
                </Link>
              ) : (
                <EvidenceLink entry={first.entry} report={first.report} className="line">
                  <q className="line-body">{first.quote}</q>
                </EvidenceLink>
              ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
