/** The versions of a report's page: when each was fetched, what differs sentence by sentence, and whether the page says so. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { VersionsAnswer } from "../../src/api/schema/versions.ts";
import { versionsQuery } from "../api.ts";
import { moment } from "../dates.ts";
import { words } from "../words.ts";
import { cutAt } from "./Marked.tsx";

type Version = VersionsAnswer["versions"][number];
type Change = Version["changes"][number];

export function Versions({ report }: { report: string }) {
  const { data } = useQuery(versionsQuery(report));
  if (data === undefined || data.versions.length < 2) return null;
  return (
    <section className="versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{words.versions.title(data.versions.length)}</h2>
      <ol className="versions-list">
        {data.versions.map((version, i) => (
          <li key={version.report} data-shown={version.report === report || undefined}>
            <Head version={version} first={i === 0} shown={version.report === report} />
            {version.notes.map(({ text }) => (
              <p key={text} className="version-note">
                {text}
              </p>
            ))}
            {i > 0 && version.changes.length > 0 && (
              <details open={version.report === report}>
                <summary>{words.versions.changes(version.changes.length)}</summary>
                <ul className="sentence-changes">
                  {version.changes.map((change) => (
                    <li key={`${change.before?.start} ${change.after?.start}`}>
                      <span className="what">{words.versions.kind[change.kind]}</span>
                      <div>
                        <Sentence change={change} />
                      </div>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Head({
  version: { report, fetchedAt, modified, told, changes },
  first,
  shown,
}: {
  version: Version;
  first: boolean;
  shown: boolean;
}) {
  const fetched = words.versions.one(moment(fetchedAt));
  return (
    <p className="version-head">
      <b>{fetched}</b>
      <span className="version-told" data-told={told}>
        {first
          ? words.versions.first
          : told === undefined || changes.length === 0
            ? words.versions.same
            : words.versions.told[told]}
      </span>
      {modified !== undefined && (
        <span className="faint">
          {words.report.modified} {moment(modified)}
        </span>
      )}
      {shown ? (
        <span aria-current="true">{words.versions.shown}</span>
      ) : (
        <Link to="/reports/$report" params={{ report }}>
          {words.versions.show}
          <span className="unseen">: {fetched}</span>
        </Link>
      )}
    </p>
  );
}

/** Words that went are struck, words that came underlined: told by the elements too, not by a hue. */
function Sentence({ change: { kind, before, after, gone = [], come = [] } }: { change: Change }) {
  if (kind === "moved") return <p>{(after ?? before)?.quote}</p>;
  return (
    <>
      {before !== undefined && (
        <p>
          <span className="unseen">{words.versions.was} </span>
          {kind === "removed" ? <del>{before.quote}</del> : <Cut {...before} spans={gone} as="del" />}
        </p>
      )}
      {after !== undefined && (
        <p>
          <span className="unseen">{words.versions.is} </span>
          {kind === "added" ? <ins>{after.quote}</ins> : <Cut {...after} spans={come} as="ins" />}
        </p>
      )}
    </>
  );
}

function Cut({
  quote,
  start,
  spans,
  as: As,
}: {
  quote: string;
  start: number;
  spans: readonly { start: number; end: number }[];
  as: "del" | "ins";
}) {
  const marks = spans.map((span) => ({ ...span, kind: "changed" }));
  return cutAt(quote, start, marks).map(({ from, words, on }) =>
    on.length === 0 ? words : <As key={from}>{words}</As>,
  );
}
