/** What a situation is about: its scope as tags, what a change would bring in and take out before it is set, its history. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useDeferredValue, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { Scope, ScopeAnswer, ScopePreview } from "../../src/api/schema/scopes.ts";
import { situationQuery } from "../api.ts";
import { day, moment } from "../dates.ts";
import { DayField } from "../parts/DayField.tsx";
import { Section } from "../parts/Section.tsx";
import { Failed, Loading, Nothing } from "../parts/states.tsx";
import { type KnownValue, TagField } from "../parts/TagField.tsx";
import {
  becauseWords,
  isSame,
  type ListPart,
  listParts,
  nameOf,
  previewQuery,
  scopeIn,
  scopeQuery,
  scopeWords,
  setScope,
  tidy,
  valuesQuery,
} from "../scope.ts";
import { usePageTitle } from "../title.ts";
import * as area from "../words/analyst.ts";
import { words } from "../words.ts";

const scopeRoute = getRouteApi("/situations/$situation/scope");
const DialogForm = lazy(() => import("../parts/DialogForm.tsx"));

const none: Scope = {};

export function ScopePage() {
  const { situation: id } = scopeRoute.useParams();
  const head = useQuery(situationQuery(id, none as object));
  const answer = useQuery(scopeQuery(id));
  usePageTitle(head.data && area.scope.pageTitle(head.data.situation.title));
  if (head.isError) return <Failed error={head.error} retry={() => void head.refetch()} />;
  if (answer.isError) return <Failed error={answer.error} retry={() => void answer.refetch()} />;
  if (head.isPending || answer.isPending) return <Loading />;
  const { title, notice } = head.data.situation;
  return (
    <article className="scope">
      <header className="review-head">
        {notice !== undefined && <p className="notice">{notice}</p>}
        <p className="review-back">
          <Link to="/situations/$situation" params={{ situation: id }}>
            {title}
          </Link>
        </p>
        <h1>{area.scope.title}</h1>
        <p className="hint">{answer.data.scope === undefined ? area.scope.none : area.scope.what}</p>
      </header>
      <Editor situation={id} title={title} notice={notice} answer={answer.data} />
      <Section id="history" title={area.scope.history} count={answer.data.history.length}>
        <History answer={answer.data} />
      </Section>
    </article>
  );
}

function Editor({
  situation,
  title,
  notice,
  answer,
}: {
  situation: string;
  title: string;
  notice: string | undefined;
  answer: ScopeAnswer;
}) {
  const tried = scopeIn(scopeRoute.useSearch().try);
  const navigate = scopeRoute.useNavigate();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [asks, setAsks] = useState(false);
  const [done, setDone] = useState<string>();
  const set = answer.scope ?? none;
  const draft = tried ?? set;
  const same = isSame(draft, set);
  const settled = useSettled(useDeferredValue(tidy(draft)), 250);
  const preview = useQuery({ ...previewQuery(situation, settled), enabled: !same });
  const names = { ...answer.names, ...preview.data?.names, ...chosen };
  const change = (to: Scope) =>
    void navigate({
      search: isSame(to, set) ? {} : { try: tidy(to) },
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <form className="scope-parts" onSubmit={(event) => event.preventDefault()}>
        {listParts.map((part) => (
          <ArchiveField
            key={part}
            part={part}
            values={draft[part] ?? []}
            names={names}
            set={(values, named) => {
              if (named !== undefined) setChosen((known) => ({ ...known, [named.value]: named.name }));
              change({ ...draft, [part]: values });
            }}
          />
        ))}
        <div className="scope-days">
          <DayField
            label={area.scope.from}
            value={draft.from}
            set={(from) => change(dated(draft, "from", from))}
          />
          <DayField label={area.scope.to} value={draft.to} set={(to) => change(dated(draft, "to", to))} />
        </div>
      </form>
      {answer.suggestions.length > 0 && (
        <section className="scope-suggested" aria-labelledby="suggested-title">
          <h2 id="suggested-title">{area.scope.suggestions}</h2>
          <p className="hint">{area.scope.suggestionsWhy}</p>
          <ul>
            {answer.suggestions
              .filter(({ part, value }) => draft[part]?.includes(value) !== true)
              .map(({ part, value, name, within, outside }) => (
                <li key={`${part} ${value}`}>
                  <Button
                    className="press"
                    onPress={() => {
                      setChosen((known) => ({ ...known, [value]: name }));
                      change({ ...draft, [part]: [...(draft[part] ?? []), value] });
                    }}
                  >
                    <span aria-hidden="true">+ </span>
                    <span className="unseen">{area.scope.add}: </span>
                    {area.scope.suggested(name, within, outside)}
                  </Button>
                </li>
              ))}
          </ul>
        </section>
      )}
      <p className="result-said" role="status" hidden={done === undefined}>
        {done}
      </p>
      {same ? (
        <p className="hint scope-same">{answer.scope === undefined ? "" : area.scope.unchanged}</p>
      ) : (
        <Tried preview={preview.data} error={preview.error} names={names}>
          <Button className="press first" onPress={() => setAsks(true)}>
            {area.scope.set}
          </Button>
          <Button className="press" onPress={() => change(set)}>
            {area.scope.reset}
          </Button>
        </Tried>
      )}
      {asks && (
        <Suspense>
          <DialogForm
            situation={situation}
            title={`${area.scope.setTitle}: ${title}`}
            notice={notice}
            line={scopeWords(draft, names)}
            act={area.scope.setAct}
            needsReason
            send={async (by, reason) => {
              const { put, out } = await setScope(situation, tidy(draft), by, reason);
              setDone(area.scope.done(put, out));
              setAsks(false);
              await queries.invalidateQueries();
              await navigate({ search: {}, replace: true, resetScroll: false });
            }}
            close={() => setAsks(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Values of one part, from what the reports of the archive hold. */
function ArchiveField({
  part,
  values,
  names,
  set,
}: {
  part: ListPart;
  values: readonly string[];
  names: Readonly<Record<string, string>>;
  set: (values: readonly string[], chosen?: KnownValue) => void;
}) {
  const [asked, setAsked] = useState<string>();
  const found = useQuery({ ...valuesQuery(part, asked ?? ""), enabled: asked !== undefined });
  const known = (found.data?.values ?? []).map(({ reports: count, ...one }) => ({ ...one, count }));
  return (
    <TagField
      label={area.scope.part[part]}
      help={area.scope.partHelp[part]}
      values={values}
      nameOf={(value) => nameOf(value, names)}
      known={() => known}
      counted={area.scope.inReports}
      asked={setAsked}
      set={set}
    />
  );
}

function dated(scope: Scope, end: "from" | "to", value: string | undefined): Scope {
  const { [end]: _, ...rest } = scope;
  return value === undefined ? rest : { ...rest, [end]: value };
}

/** What the scope would change; what stood there stays until the next answer is in. */
function Tried({
  preview: data,
  error,
  names,
  children,
}: {
  preview: ScopePreview | undefined;
  error: Error | null;
  names: Readonly<Record<string, string>>;
  children: React.ReactNode;
}) {
  return (
    <Section id="preview" title={area.scope.preview} className="scope-preview">
      {error !== null ? (
        <p className="erratum" role="alert">
          {error.message}
        </p>
      ) : (
        <p role="status">
          {data === undefined ? (
            area.scope.trying
          ) : (
            <>
              {area.scope.caught(data.caught, data.archive, data.byStory)}{" "}
              <b>{area.scope.change(data.before, data.after)}</b>{" "}
              {data.in.count + data.out.count === 0 && area.scope.same}
            </>
          )}
        </p>
      )}
      <div className="entry-actions">{children}</div>
      {data !== undefined && (
        <div className="scope-moves">
          <Moves title={area.scope.comeIn(data.in.count)} moves={data.in} names={names} />
          <Moves
            title={area.scope.goOut(data.out.count)}
            help={area.scope.outHelp}
            moves={data.out}
            names={names}
          />
        </div>
      )}
    </Section>
  );
}

function Moves({
  title,
  help,
  moves: { count, examples },
  names,
}: {
  title: string;
  help?: string;
  moves: ScopePreview["in"];
  names: Readonly<Record<string, string>>;
}) {
  if (count === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {help !== undefined && <p className="hint">{help}</p>}
      <ul className="lines">
        {examples.map(({ report, title, publisher, published, because, like }) => (
          <li key={report}>
            <Link to="/reports/$report" params={{ report }}>
              {title ?? words.sources.titleNone}
            </Link>
            <p className="line-meta">
              {publisher ?? words.sources.publisherNone}, {day(published)} ·{" "}
              {becauseWords(because, like, names)}
            </p>
          </li>
        ))}
      </ul>
      {count > examples.length && <p className="hint">{area.scope.andMore(count - examples.length)}</p>}
    </section>
  );
}

function History({ answer: { history, names } }: { answer: ScopeAnswer }) {
  const navigate = scopeRoute.useNavigate();
  if (history.length === 0) return <Nothing>{area.scope.historyNone}</Nothing>;
  return (
    <ol className="audit">
      {history.map(({ scope, at, by, reason }, i) => (
        <li key={`${at} ${JSON.stringify(scope)}`}>
          <p className="audit-head">
            <span className="faint">
              {by ?? area.scope.somebody}, {moment(at.replace(/\.\d+Z$/u, "Z"))}
            </span>
          </p>
          <p className="audit-line">{scopeWords(scope, names)}</p>
          {reason !== undefined && <p className="audit-why">{reason}</p>}
          {i > 0 && (
            <p className="audit-acts">
              <Button
                className="press"
                onPress={() =>
                  void navigate({ search: { try: tidy(scope) }, replace: true, resetScroll: false })
                }
              >
                {area.scope.again}
                <span className="unseen">: {scopeWords(scope, names)}</span>
              </Button>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A value once it has not changed for so many milliseconds. */
function useSettled<T extends object>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same values in another object are no change
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [text, wait]);
  return settled;
}
