/** What is followed: how each source does, in words first; the address holds what of it is shown. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { FollowedAnswer } from "../../src/api/schema/followed.ts";
import type { SituationCard } from "../../src/api/schema/situation.ts";
import { followedQuery, situationsQuery } from "../api.ts";
import { Follow } from "../parts/Follow.tsx";
import { Choice } from "../parts/followed/Choice.tsx";
import { Filter } from "../parts/followed/Filter.tsx";
import { Opml } from "../parts/followed/Opml.tsx";
import { Source } from "../parts/followed/Source.tsx";
import { Failed, Loading, Nothing } from "../parts/states.tsx";
import { changed, type FollowedAsked, followedPageSize } from "../search.ts";
import { usePageTitle } from "../title.ts";
import { words } from "../words.ts";

const followedRoute = getRouteApi("/sources");

export function FollowedPage() {
  usePageTitle(words.followed.title);
  const asked = followedRoute.useSearch();
  const sources = useQuery({
    ...followedQuery(asked),
    staleTime: 0,
    // Events tell of visits (live.ts); the times in words grow old all the same.
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });
  const situations = useQuery(situationsQuery());
  if (sources.isPending || situations.isPending) return <Loading />;
  if (sources.isError) return <Failed error={sources.error} retry={() => void sources.refetch()} />;
  if (situations.isError) return <Failed error={situations.error} retry={() => void situations.refetch()} />;
  const cards = situations.data.situations;
  return (
    <div className="followed-page">
      <h1>{words.followed.title}</h1>
      <Follow situations={cards} />
      <Sources asked={asked} answer={sources.data} situations={cards} />
      <Opml situations={cards} />
    </div>
  );
}

const states = ["failing", "works", "new", "paused"] as const;
const orders = ["added", "name", "problems", "latest"] as const;

function Sources({
  asked,
  answer: { sources, total, states: counts },
  situations,
}: {
  asked: FollowedAsked;
  answer: FollowedAnswer;
  situations: readonly SituationCard[];
}) {
  const navigate = followedRoute.useNavigate();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const isNarrowed = asked.q !== undefined || asked.state !== undefined || asked.situation !== undefined;
  if (all === 0 && !isNarrowed) return <Nothing>{words.followed.none}</Nothing>;
  const titles = new Map(situations.map(({ id, title }) => [id, title]));
  const set = (change: { readonly [name: string]: string | undefined }) =>
    void navigate({ search: changed(asked, change), replace: true, resetScroll: false });
  return (
    <section aria-labelledby="followed-list">
      <h2 id="followed-list">{words.followed.list}</h2>
      <div className="followed-narrow">
        <Filter value={asked.q ?? ""} set={(q) => set({ q })} />
        <Choice
          label={words.followed.state.label}
          value={asked.state}
          none={`${words.followed.state.any} (${words.number(all)})`}
          all={states.map((id) => ({
            id,
            name: `${words.followed.state[id]} (${words.number(counts[id])})`,
          }))}
          set={(state) => set({ state })}
        />
        <Choice
          label={words.followed.ofSituation}
          value={asked.situation}
          none={words.followed.anySituation}
          all={situations.map(({ id, title }) => ({ id, name: title }))}
          set={(situation) => set({ situation })}
        />
        <Choice
          label={words.search.order}
          value={asked.order ?? "added"}
          all={orders.map((id) => ({ id, name: words.followed.order[id] }))}
          set={(order) => set({ order: order === "added" ? undefined : order })}
        />
      </div>
      <p className="facts" role="status">
        <span>{words.followed.sources(total)}</span>
        {counts.failing > 0 && <span>{words.followed.failing(counts.failing)}</span>}
      </p>
      {total === 0 && <Nothing>{words.followed.noneSo}</Nothing>}
      <ul className="followed">
        {sources.map((source) => (
          <li key={source.id} data-state={source.health?.state ?? "new"}>
            <Source source={source} situation={titles.get(source.situation) ?? source.situation} />
          </li>
        ))}
      </ul>
      <Pages asked={asked} total={total} shown={sources.length} />
    </section>
  );
}

function Pages({ asked, total, shown }: { asked: FollowedAsked; total: number; shown: number }) {
  const page = asked.page ?? 1;
  const pages = Math.ceil(total / followedPageSize);
  if (pages <= 1 && page === 1) return null;
  const from = (page - 1) * followedPageSize;
  const to = (number: number): FollowedAsked => ({
    ...changed(asked, {}),
    ...(number === 1 ? {} : { page: number }),
  });
  return (
    <nav className="pages" aria-label={words.search.pages}>
      {page > 1 && (
        <Link to="/sources" search={to(Math.min(page - 1, Math.max(pages, 1)))} rel="prev">
          {words.search.previous}
        </Link>
      )}
      <span className="number">
        {shown === 0 ? "" : words.search.range(from + 1, from + shown, total, false)}
      </span>
      {page < pages && (
        <Link to="/sources" search={to(page + 1)} rel="next">
          {words.search.next}
        </Link>
      )}
    </nav>
  );
}
