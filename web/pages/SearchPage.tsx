/** Full-text search over the archived reports. The address holds the words. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button, Input, Label, SearchField } from "react-aria-components";
import type { Hit } from "../../src/api/schema.ts";
import { searchQuery } from "../api.ts";
import { day } from "../dates.ts";
import { cutAt } from "../parts/Marked.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { usePageTitle } from "../title.ts";
import { words } from "../words.ts";

const searchRoute = getRouteApi("/search");

export function SearchPage() {
  usePageTitle(words.search.title);
  const { q } = searchRoute.useSearch();
  const navigate = searchRoute.useNavigate();
  const search = (value: string) => {
    const trimmed = value.trim();
    void navigate({ search: trimmed === "" ? {} : { q: trimmed } });
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
            key={q ?? ""}
            className="search-field"
            name="q"
            defaultValue={q ?? ""}
            onClear={() => search("")}
          >
            <Label>{words.search.label}</Label>
            <Input maxLength={400} autoFocus />
          </SearchField>
          <Button type="submit">{words.search.go}</Button>
        </form>
        <p className="hint">{words.search.hint}</p>
      </search>
      {q !== undefined && <Hits q={q} />}
    </div>
  );
}

function Hits({ q }: { q: string }) {
  const answer = useQuery(searchQuery(q));
  if (answer.isPending) return <Loading lines={3} />;
  if (answer.isError) return <Failed error={answer.error} retry={() => void answer.refetch()} />;
  const { hits } = answer.data;
  return (
    <section aria-live="polite">
      <p className="facts">{hits.length === 0 ? words.search.none(q) : words.search.hits(hits.length, q)}</p>
      {hits.length === 0 && <p className="hint">{words.search.noneHow}</p>}
      <ol className="hits">
        {hits.map((hit) => (
          <li key={hit.report.id}>
            <Found hit={hit} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Found({ hit: { report, excerpt, start, matches } }: { hit: Hit }) {
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
