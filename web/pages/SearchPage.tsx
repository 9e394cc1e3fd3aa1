/** Full-text search over the archived reports. The address holds the words, what they are narrowed by, order and page. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button, Input, Label, SearchField } from "react-aria-components";
import type { Hit, SearchAnswer } from "../../src/api/schema/search.ts";
import { ApiError, searchQuery } from "../api.ts";
import { day } from "../dates.ts";
import { cutAt } from "../parts/Marked.tsx";
import { Chosen, Narrow } from "../parts/Narrow.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { type Asked, changed, isAsked, pageSize } from "../search.ts";
import { usePageTitle } from "../title.ts";
import { words } from "../words.ts";

const searchRoute = getRouteApi("/search");

export function SearchPage() {
  const asked = searchRoute.useSearch();
  const navigate = searchRoute.useNavigate();
  usePageTitle(
    asked.q === undefined ? words.search.title : `${asked.q.slice(0, 60)} · ${words.search.title}`,
  );
  const search = (value: string) => {
    const q = value.trim();
    void navigate({ search: changed(asked, q === "" ? { q: undefined } : { q }) });
  };
  return (
    <div className="search-page">
      <h1>{words.search.title}</h1>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            search(String(new FormData(event.currentTarget).get("q") ?? ""));
          }}
        >
          <SearchField
            key={asked.q ?? ""}
            className="search-field"
            name="q"
            defaultValue={asked.q ?? ""}
            onClear={() => search("")}
          >
            <Label>{words.search.label}</Label>
            <Input maxLength={400} autoFocus />
          </SearchField>
          <Button type="submit">{words.search.go}</Button>
        </form>
        <How />
      </search>
      {isAsked(asked) ? <Found asked={asked} /> : <p className="hint">{words.search.begin}</p>}
    </div>
  );
}

/** What can be typed, each with an example that can be tried. */
function How() {
  return (
    <details className="search-how">
      <summary>{words.search.how}</summary>
      <dl>
        {words.search.examples.map(([typed, means]) => (
          <div key={typed}>
            <dt>
              <Link to="/search" search={{ q: typed }}>
                <code>{typed}</code>
              </Link>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Found({ asked }: { asked: Asked }) {
  const answer = useQuery({ ...searchQuery(asked), placeholderData: (before) => before });
  if (answer.isPending) return <Loading lines={3} />;
  if (answer.isError) return <Refused error={answer.error} retry={() => void answer.refetch()} />;
  return (
    <div className="search-found" aria-busy={answer.isPlaceholderData || undefined}>
      <Hits asked={asked} answer={answer.data} />
      <Narrow asked={asked} facets={answer.data.facets} />
    </div>
  );
}

/** A search that is not understood says what to write instead. */
function Refused({ error, retry }: { error: Error; retry: () => void }) {
  const errors = error instanceof ApiError ? (error.problem.errors ?? []) : [];
  if (errors.length === 0) return <Failed error={error} retry={retry} />;
  return (
    <div className="notice-page" role="alert">
      <h2>{words.search.refused}</h2>
      {errors.map(({ where, message }) => (
        <p key={where}>
          <code>{where}</code>: {message}
        </p>
      ))}
      <p>
        <Link to="/search">{words.search.anew}</Link>
      </p>
    </div>
  );
}

function Hits({ asked, answer: { hits, total, isMore } }: { asked: Asked; answer: SearchAnswer }) {
  return (
    <section aria-labelledby="search-count">
      <div className="search-head">
        <p className="facts" id="search-count" role="status">
          {words.search.hits(total, isMore)}
        </p>
        {asked.q !== undefined && total > 1 && (
          <nav className="search-order" aria-label={words.search.order}>
            {(["rank", "date"] as const).map((order) => (
              <Link
                key={order}
                to="/search"
                search={changed(asked, { order: order === "date" ? "date" : undefined })}
                activeOptions={exactly}
              >
                {words.search.by[order]}
              </Link>
            ))}
          </nav>
        )}
      </div>
      <Chosen asked={asked} />
      {total === 0 && <p className="hint">{words.search.noneHow}</p>}
      <ol className="hits" start={((asked.page ?? 1) - 1) * pageSize + 1}>
        {hits.map((hit) => (
          <li key={hit.report.id}>
            <Result hit={hit} />
          </li>
        ))}
      </ol>
      <Pages asked={asked} total={total} isMore={isMore} shown={hits.length} />
    </section>
  );
}

function Result({ hit: { report, excerpt, start, matches } }: { hit: Hit }) {
  const marks = matches.map((match) => ({ ...match, kind: "match" }));
  return (
    <article>
      {report.notice !== undefined && <p className="notice">{report.notice}</p>}
      <h2 lang={report.language}>
        <Link
          to="/reports/$report"
          params={{ report: report.id }}
          search={{ at: `${start}-${start + excerpt.length}` }}
        >
          {report.title ?? words.sources.titleNone}
        </Link>
      </h2>
      <p className="hit-text" lang={report.language}>
        {cutAt(excerpt, start, marks).map(({ from, words, on }) =>
          on.length === 0 ? words : <mark key={from}>{words}</mark>,
        )}
      </p>
      <p className="facts">
        <span>{report.publisher ?? words.sources.publisherNone}</span>
        <span>{day(report.published?.value ?? report.fetchedAt)}</span>
        {report.unread !== undefined && <span>{words.sources.unread}</span>}
      </p>
    </article>
  );
}

/** A link is the one in use only where all of the address is its own. */
const exactly = { exact: true, explicitUndefined: true } as const;

/** As far as the server lists them. */
const lastPage = 10_000 / pageSize + 1;

function Pages({
  asked,
  total,
  isMore,
  shown,
}: {
  asked: Asked;
  total: number;
  isMore: boolean;
  shown: number;
}) {
  const page = asked.page ?? 1;
  const from = (page - 1) * pageSize;
  const pages = Math.min(lastPage, isMore ? lastPage : Math.ceil(total / pageSize));
  if (pages <= 1 && page === 1) return null;
  const to = (number: number): Asked => ({
    ...changed(asked, {}),
    ...(number === 1 ? {} : { page: number }),
  });
  return (
    <nav className="pages" aria-label={words.search.pages}>
      {page > 1 && (
        <Link to="/search" search={to(Math.min(page - 1, Math.max(pages, 1)))} rel="prev">
          {words.search.previous}
        </Link>
      )}
      <span className="number">
        {shown === 0 ? "" : words.search.range(from + 1, from + shown, total, isMore)}
      </span>
      {page < pages && (
        <Link to="/search" search={to(page + 1)} rel="next">
          {words.search.next}
        </Link>
      )}
    </nav>
  );
}
