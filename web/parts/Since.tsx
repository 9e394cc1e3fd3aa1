/** What changed since this reader last looked: a sentence each, grouped by what happened, each leading to its evidence. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { EntryLine } from "../../src/api/schema/lines.ts";
import type { SeenAnswer, SinceAnswer } from "../../src/api/schema/since.ts";
import { seenAddress, send, sinceAddress, sinceQuery } from "../api.ts";
import { moment } from "../dates.ts";
import { firstNews } from "../early.ts";
import { langOf } from "../lang.ts";
import { readerId } from "../reader.ts";
import { words } from "../words.ts";
import { EvidenceLink, parted } from "./Line.tsx";
import { ShowFirst } from "./ShowFirst.tsx";

type News = SinceAnswer["news"][number];

/** Of each kind the most that can be asked for. */
const most = 1000;

export function Since({
  situation,
  knownAt,
  entries,
}: {
  situation: string;
  knownAt: string | undefined;
  /** All that there are; absent while they are not known. */
  entries: ReadonlyMap<string, EntryLine> | undefined;
}) {
  const queries = useQueryClient();
  const [isAll, setAll] = useState(false);
  const answer = useQuery(sinceQuery(situation, knownAt, isAll ? most : firstNews));
  const mark = useMutation({
    mutationFn: (seenAt: string | undefined) =>
      send<SeenAnswer>("POST", seenAddress(situation), {
        reader: readerId(),
        ...(seenAt === undefined ? {} : { seenAt }),
      }),
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [url] }) => String(url).startsWith(sinceAddress(situation)),
      }),
  });
  if (answer.data === undefined) {
    if (answer.isError) return <p className="since-said">{answer.error.message}</p>;
    return <p className="since-said">{words.since.looking}</p>;
  }
  const { seenAt, upTo, counts, news, passing } = answer.data;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <div className="since">
      <div className="since-head">
        <p className="since-said" role="status">
          {seenAt === undefined
            ? words.since.first
            : total === 0
              ? words.since.nothing(moment(seenAt))
              : words.since.changed(total, moment(seenAt))}
          {passing > 0 && seenAt !== undefined && ` ${words.since.passing(passing)}`}
        </p>
        {(seenAt === undefined || total > 0) && (
          <button
            type="button"
            className="press"
            aria-describedby="since-hint"
            disabled={mark.isPending}
            onClick={() => mark.mutate(upTo)}
          >
            {words.since.mark}
          </button>
        )}
      </div>
      {(seenAt === undefined || total > 0) && (
        <p className="hint" id="since-hint">
          {words.since.markHint}
        </p>
      )}
      {mark.isError && <p className="erratum">{mark.error.message}</p>}
      {seenAt !== undefined && total > 0 && (
        <div className="since-groups">
          {[...Map.groupBy(news, ({ kind }) => kind)].map(([kind, all]) => (
            <section key={kind} className="since-group" aria-labelledby={`since-${kind}`}>
              <h3 id={`since-${kind}`} data-change={kind}>
                {words.since.kind[kind]} <span className="section-count">{counts[kind]}</span>
              </h3>
              <ShowFirst first={firstNews} count={counts[kind] ?? all.length} asks={() => setAll(true)}>
                {(count) => (
                  <ul className="lines">
                    {all.slice(0, count).map((one) => (
                      <li key={`${one.entries[0]} ${one.sentence}`} data-remark={one.isRemark || undefined}>
                        <Told news={one} entries={entries} />
                      </li>
                    ))}
                  </ul>
                )}
              </ShowFirst>
            </section>
          ))}
        </div>
      )}
    </div>
  );
}

/** To its entry's evidence; where the entry is gone, to the sentence that it stood on. */
function Told({
  news: { sentence, cut, entries: about, evidence },
  entries,
}: {
  news: News;
  entries: ReadonlyMap<string, EntryLine> | undefined;
}) {
  const entry = about.find((id) => entries === undefined || entries.has(id));
  const last = evidence.at(-1);
  const [body, notes] = parted(sentence);
  const said = (
    <>
      <span className="line-body">
        <Cut said={body} cut={cut} />
      </span>{" "}
      <span className="line-notes">{notes.slice(1, -1)}</span>
    </>
  );
  if (entry !== undefined)
    return (
      <EvidenceLink entry={entry} className="line" {...(last === undefined ? {} : { report: last.report })}>
        {said}
      </EvidenceLink>
    );
  if (last === undefined) return <span className="line">{said}</span>;
  return (
    <Link
      to="/reports/$report"
      params={{ report: last.report }}
      search={{ at: `${last.start}-${last.end}` }}
      className="line"
    >
      {said}
    </Link>
  );
}

/** Our words, and within them those of a report in its language. */
function Cut({ said, cut }: { said: string; cut: News["cut"] }) {
  if (cut === undefined || cut.start >= said.length) return said;
  return (
    <>
      {said.slice(0, cut.start)}
      <span {...langOf(cut.language)}>{said.slice(cut.start, cut.end)}</span>
      {said.slice(cut.end)}
    </>
  );
}

/** What changes a reader's mind first. */
const kinds = Object.keys(words.since.kind) as (keyof typeof words.since.kind)[];

/** On a card: how much there is to see, and of what kind. */
export function SinceCount({ situation }: { situation: string }) {
  const { data } = useQuery(sinceQuery(situation, undefined, 1));
  if (data === undefined) return <div className="card-since"> </div>;
  const total = Object.values(data.counts).reduce((sum, count) => sum + count, 0);
  return (
    <div className="card-since" data-new={total > 0 || undefined}>
      <p>{data.seenAt === undefined ? words.since.cardFirst : words.since.card(total)}</p>
      {data.seenAt !== undefined && total > 0 && (
        <ul>
          {kinds.map(
            (kind) =>
              data.counts[kind] !== undefined && (
                <li key={kind} data-change={kind}>
                  {words.since.kind[kind]} <span className="number">{words.number(data.counts[kind])}</span>
                </li>
              ),
          )}
        </ul>
      )}
    </div>
  );
}
