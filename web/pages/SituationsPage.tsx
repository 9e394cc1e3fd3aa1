/** All situations: each as the head of a story, with what changed last and what comes next. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components";
import type { SituationCard } from "../../src/api/schema/situation.ts";
import { situationsQuery } from "../api.ts";
import { day } from "../dates.ts";
import { langOf } from "../lang.ts";
import { parted } from "../parts/Line.tsx";
import { SinceCount } from "../parts/Since.tsx";
import { Sparkline } from "../parts/Sparkline.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { usePageTitle } from "../title.ts";
import { words } from "../words.ts";

const NewSituation = lazy(() => import("../parts/NewSituation.tsx"));

export function SituationsPage() {
  usePageTitle(words.situations.title);
  const answer = useQuery(situationsQuery());
  const [making, setMaking] = useState(false);
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} retry={() => void answer.refetch()} />;
  const { situations } = answer.data;
  return (
    <div className="cards-page">
      <div className="cards-head">
        <h1>{words.situations.title}</h1>
        <Button className="press" onPress={() => setMaking(true)}>
          {words.situations.make}
        </Button>
      </div>
      {making && (
        <Suspense>
          <NewSituation close={() => setMaking(false)} />
        </Suspense>
      )}
      {situations.length === 0 ? (
        <div className="notice-page">
          <h2>{words.situations.none}</h2>
          <p>{words.situations.noneHow}</p>
          <p>
            <code>npx sitrep add border-closure saved-pages/</code>
          </p>
        </div>
      ) : (
        <ul className="cards">
          {situations.map((situation) => (
            <li key={situation.id}>
              <Card situation={situation} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Card({ situation }: { situation: SituationCard }) {
  const { id, title, summary, notice, counts, published, activity, latest, next } = situation;
  return (
    <article className="card">
      {notice !== undefined && <p className="notice">{notice}</p>}
      <h2>
        <Link to="/situations/$situation" params={{ situation: id }}>
          {title}
        </Link>
      </h2>
      {summary !== undefined && <p className="card-summary">{summary}</p>}
      <p className="facts">
        <span>{words.counts.reports(counts.reports)}</span>
        <span>{words.counts.origins(counts.origins)}</span>
        {counts.contested > 0 && <span>{words.counts.contested(counts.contested)}</span>}
        {counts.unread > 0 && <span>{words.counts.unread(counts.unread)}</span>}
      </p>
      <SinceCount situation={id} />
      {published !== undefined && activity.length > 1 && (
        <Sparkline
          activity={activity}
          label={words.situations.activity(
            day(published.first),
            day(published.last),
            words.counts.reports(counts.reports),
          )}
        />
      )}
      <dl className="card-news">
        {latest !== undefined && (
          <div>
            <dt>
              {words.situations.changed} <span className="number">{day(latest.knownAt)}</span>
            </dt>
            <dd>
              <span className="change" data-change={latest.change}>
                {words.change[latest.change]}
              </span>{" "}
              {latest.line !== undefined && (
                <span {...langOf(latest.language)}>{parted(latest.line)[0]}</span>
              )}
            </dd>
          </div>
        )}
        {next !== undefined && (
          <div>
            <dt>
              {words.situations.next} <span className="number">{day(next.day)}</span>
            </dt>
            <dd {...langOf(next.language)}>{parted(next.line).join(" ")}</dd>
          </div>
        )}
      </dl>
    </article>
  );
}
