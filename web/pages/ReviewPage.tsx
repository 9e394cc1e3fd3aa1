/** What of a situation wants a person's judgement, one after another by keyboard; below it, all that was corrected. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { Entry, Offer, RecordAnswer } from "../../src/api/schema.ts";
import type { Correction, CorrectionRequest } from "../../src/api/schema-corrections.ts";
import { correctionsQuery, recordQuery, situationQuery } from "../api.ts";
import type { Made } from "../correct.ts";
import { langOf } from "../lang.ts";
import { Actions, type Correcting, Help, Result, useCorrecting, useKeys } from "../parts/Actions.tsx";
import { Audit } from "../parts/Audit.tsx";
import { By } from "../parts/Corrected.tsx";
import { Tally } from "../parts/Line.tsx";
import { Section } from "../parts/Section.tsx";
import { ShowFirst } from "../parts/ShowFirst.tsx";
import { Failed, Loading, Nothing } from "../parts/states.tsx";
import { queueOf, sizeOf } from "../review.ts";
import { usePageTitle } from "../title.ts";
import { words } from "../words.ts";

const reviewRoute = getRouteApi("/situations/$situation/review");
const DialogForm = lazy(() => import("../parts/DialogForm.tsx"));

const present = {};

/** What is asked in a dialog: an offer, or the undoing of a correction. */
interface Asked {
  readonly action: Made["action"];
  readonly title: string;
  readonly line: string;
  readonly act: string;
  readonly request: (because: { by: string; reason: string }) => CorrectionRequest;
}

export function ReviewPage() {
  const { situation: id } = reviewRoute.useParams();
  const head = useQuery(situationQuery(id, present));
  const record = useQuery(recordQuery(id, present));
  const corrections = useQuery(correctionsQuery(id));
  usePageTitle(head.data && words.review.pageTitle(head.data.situation.title));
  if (head.isError) return <Failed error={head.error} retry={() => void head.refetch()} />;
  if (record.isError) return <Failed error={record.error} retry={() => void record.refetch()} />;
  if (corrections.isError)
    return <Failed error={corrections.error} retry={() => void corrections.refetch()} />;
  if (head.isPending || record.isPending || corrections.isPending) return <Loading />;
  return (
    <Review situation={head.data.situation} record={record.data} corrections={corrections.data.corrections} />
  );
}

function Review({
  situation: { id, title, notice },
  record,
  corrections,
}: {
  situation: { id: string; title: string; notice?: string | undefined };
  record: RecordAnswer;
  corrections: readonly Correction[];
}) {
  const queue = useMemo(() => queueOf(record), [record]);
  const entries = useMemo(() => new Map(record.entries.map((entry) => [entry.id, entry])), [record]);
  const byId = useMemo(() => new Map(corrections.map((one) => [one.id, one])), [corrections]);
  const publishers = useMemo(() => new Map(record.reports.map((one) => [one.id, one.publisher])), [record]);
  const correcting = useCorrecting(id);
  const [asked, setAsked] = useState<Asked>();
  const [help, setHelp] = useState(false);
  const page = useRef<HTMLElement>(null);
  const navigate = useNavigate();

  const undo = ({ id: correction, line }: Correction) =>
    setAsked({
      action: "undo",
      title: words.review.undoTitle,
      line,
      act: words.correct.undo,
      request: (because) => ({ kind: "undo", correction, ...because }),
    });
  const offer = ({ a, b }: Offer, action: "accept-offer" | "decline-offer") =>
    setAsked({
      action,
      title: words.review.offer[action].title,
      line: words.sources.mayBe(a.name, b.name),
      act: words.review.offer[action].act,
      request: (because) => ({ kind: action, a: a.id, b: b.id, ...because }),
    });

  const { move, current } = useStops(page, record);
  useKeys(
    page,
    asked === undefined && !help,
    (key) => {
      const at = current();
      if (key === "j" || key === "k") move(key === "j" ? 1 : -1);
      else if (key === "?") setHelp(true);
      else if (key === "u") void correcting.undo();
      else if (key === "o" && at?.dataset.entry !== undefined)
        void navigate({
          to: "/situations/$situation",
          params: { situation: id },
          search: { entry: at.dataset.entry },
        });
      else if ((key === "a" || key === "d") && at?.dataset.offer !== undefined) {
        const one = queue.offers[Number(at.dataset.offer)];
        if (one !== undefined) offer(one, key === "a" ? "accept-offer" : "decline-offer");
      }
    },
    true,
  );

  const side = (entry: Entry) => (
    <Side
      key={entry.id}
      situation={id}
      notice={notice}
      entry={entry}
      publishers={entry.evidence.map(({ report }) => publishers.get(report))}
      correcting={correcting}
    />
  );
  const { conflicts, offers, contradictions, unsure } = queue;
  return (
    <article className="review" ref={page}>
      <header className="review-head">
        {notice !== undefined && <p className="notice">{notice}</p>}
        <p className="review-back">
          <Link to="/situations/$situation" params={{ situation: id }}>
            {title}
          </Link>
        </p>
        <h1>{words.review.title}</h1>
        <p className="facts">
          <span>{words.review.toLookAt(sizeOf(queue))}</span>
          <span>{words.review.made(corrections.length)}</span>
        </p>
        <div className="entry-actions">
          <Button className="press" onPress={() => move(1)}>
            {words.keys.next}
          </Button>
          <Button className="press" onPress={() => setHelp(true)}>
            {words.keys.title}
          </Button>
        </div>
      </header>
      <div className="review-result">
        <Result correcting={correcting} />
      </div>
      {sizeOf(queue) === 0 && <Nothing>{words.review.none}</Nothing>}
      <Group id="conflicts" title={words.review.conflicts} why={words.review.conflictsWhy} of={conflicts}>
        {({ correction, why, entry: about }) => {
          const made = byId.get(correction);
          const entry = about === undefined ? undefined : entries.get(about);
          return (
            <li key={`${correction} ${why}`} className="queue-item">
              <div
                className="stop"
                tabIndex={-1}
                {...(entry === undefined ? {} : { "data-entry": entry.id })}
              >
                <p className="conflict">
                  <b>{words.corrected.conflict}</b> {why}
                </p>
                {made !== undefined && (
                  <p className="review-of">
                    {made.by}: {made.line}
                  </p>
                )}
                {made !== undefined && !made.undone && (
                  <div className="entry-actions">
                    <Button className="press" onPress={() => undo(made)}>
                      {words.review.undoThat}
                      <span className="unseen">: {made.line.slice(0, 200)}</span>
                    </Button>
                  </div>
                )}
              </div>
              {entry !== undefined && side(entry)}
            </li>
          );
        }}
      </Group>
      <Group id="offers" title={words.sources.offers} why={words.sources.offersWhy} of={offers}>
        {(one, i) => (
          <li key={`${one.a.id} ${one.b.id}`} className="queue-item">
            <div className="stop" tabIndex={-1} data-offer={i}>
              <p className="queue-line">{words.sources.mayBe(one.a.name, one.b.name)}</p>
              <p className="review-of">{one.why}</p>
              <div className="entry-actions">
                {(["accept-offer", "decline-offer"] as const).map((action) => (
                  <Button key={action} className="press" onPress={() => offer(one, action)}>
                    {words.review.offer[action].act}
                    <span className="unseen">: {words.sources.mayBe(one.a.name, one.b.name)}</span>
                  </Button>
                ))}
              </div>
            </div>
          </li>
        )}
      </Group>
      <Group
        id="contradictions"
        title={words.review.contradictions}
        why={words.review.contradictionsWhy}
        of={contradictions}
      >
        {([a, b]) => (
          <li key={`${a.id} ${b.id}`} className="queue-item against">
            {side(a)}
            {side(b)}
          </li>
        )}
      </Group>
      <Group id="unsure" title={words.review.unsure} why={words.review.unsureWhy} of={unsure}>
        {(entry) => (
          <li key={entry.id} className="queue-item">
            {side(entry)}
          </li>
        )}
      </Group>
      <Group
        id="rejected"
        title={words.review.rejected}
        why={words.review.rejectedWhy}
        of={record.review?.rejected ?? []}
      >
        {({ id, line, kind, corrections = [] }) => (
          <li key={id} className="queue-item rejected">
            <p>{line}</p>
            <p className="line-meta">{words.kind[kind]}</p>
            {corrections.map((mark) => (
              <By key={mark.correction} mark={mark} />
            ))}
          </li>
        )}
      </Group>
      <Section id="audit" title={words.review.audit} count={corrections.length}>
        <Audit situation={id} corrections={corrections} entries={entries} undo={undo} />
      </Section>
      {help && <Help close={() => setHelp(false)} keys={reviewKeys} />}
      {asked !== undefined && (
        <Suspense>
          <DialogForm
            situation={id}
            title={asked.title}
            notice={notice}
            line={asked.line}
            act={asked.act}
            needsReason
            requests={(by, reason) => [asked.request({ by, reason })]}
            close={() => setAsked(undefined)}
            done={(made) => {
              setAsked(undefined);
              void correcting.done({ action: asked.action, made });
            }}
          />
        </Suspense>
      )}
    </article>
  );
}

const reviewKeys = [
  ["j", words.keys.next],
  ["k", words.keys.previous],
  ["a", words.keys.accept],
  ["d", words.keys.decline],
  ["o", words.keys.open],
] as const;

function Group<T>({
  id,
  title,
  why,
  of,
  children,
}: {
  id: string;
  title: string;
  why: string;
  of: readonly T[];
  children: (one: T, index: number) => ReactNode;
}) {
  if (of.length === 0) return null;
  return (
    <Section id={id} title={title} count={of.length}>
      <p className="hint">{why}</p>
      <ShowFirst first={24} count={of.length}>
        {(count) => <ul className="queue">{of.slice(0, count).map(children)}</ul>}
      </ShowFirst>
    </Section>
  );
}

/** One entry with what can be done to it: a stop of the queue, whose keys are heard while it has the focus. */
function Side({
  situation,
  notice,
  entry,
  publishers,
  correcting,
}: {
  situation: string;
  notice: string | undefined;
  entry: Entry;
  publishers: readonly (string | undefined)[];
  correcting: Correcting;
}) {
  const stop = useRef<HTMLDivElement>(null);
  const said = entry.evidence.find(({ report }) => report === entry.leadReport) ?? entry.evidence[0];
  return (
    <div className="stop" tabIndex={-1} data-entry={entry.id} ref={stop}>
      <p className="queue-line">
        <Link to="/situations/$situation" params={{ situation }} search={{ entry: entry.id }} preload={false}>
          <span {...langOf(entry.language)}>{entry.line}</span>
        </Link>
      </p>
      {said !== undefined && (
        <blockquote className="queue-said">
          <span {...langOf(entry.language)}>{said.quote}</span>{" "}
          <span className="tally">
            {publishers[entry.evidence.indexOf(said)] ?? words.sources.publisherNone}
          </span>
        </blockquote>
      )}
      <p className="line-meta">
        {words.kind[entry.kind]} · <Tally entry={entry} />
      </p>
      <Actions
        situation={situation}
        notice={notice}
        entry={entry}
        publishers={publishers}
        correcting={correcting}
        within={stop}
        nested
      />
    </div>
  );
}

/** Moves from stop to stop. Where what one was at is gone, the next takes its place. */
function useStops(page: React.RefObject<HTMLElement | null>, record: RecordAnswer) {
  const last = useRef(-1);
  const stops = () => [...(page.current?.querySelectorAll<HTMLElement>(".stop") ?? [])];
  const current = () => document.activeElement?.closest<HTMLElement>(".stop") ?? undefined;
  const goTo = (index: number) => {
    const all = stops();
    const stop = all[Math.min(Math.max(index, 0), all.length - 1)];
    last.current = stop === undefined ? -1 : all.indexOf(stop);
    stop?.focus();
    stop?.scrollIntoView({ block: "nearest" });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks where the focus is when the record has changed
  useEffect(() => {
    if (last.current >= 0 && document.activeElement === document.body) goTo(last.current);
  }, [record]);
  return {
    current,
    move: (by: 1 | -1) => {
      const at = current();
      const from = at === undefined ? last.current : stops().indexOf(at);
      goTo(from + by);
    },
  };
}
