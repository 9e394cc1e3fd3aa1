/** What of a situation wants a person's judgement, one after another by keyboard; below it, all that was corrected. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { Button, Label, ProgressBar, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Correction, CorrectionRequest } from "../../src/api/schema/corrections.ts";
import type { Entry } from "../../src/api/schema/entry.ts";
import type { Offer, RecordAnswer } from "../../src/api/schema/record.ts";
import { correctionsQuery, recordQuery, situationQuery } from "../api.ts";
import type { Made } from "../correct.ts";
import { langOf } from "../lang.ts";
import { useMarked } from "../marked.ts";
import { Actions, type Correcting, Result, useCorrecting, useKeys } from "../parts/Actions.tsx";
import { Audit } from "../parts/Audit.tsx";
import { By, GradeChip } from "../parts/Corrected.tsx";
import { Tally } from "../parts/Line.tsx";
import { LineNotes } from "../parts/LineNotes.tsx";
import { Section } from "../parts/Section.tsx";
import { ShowFirst } from "../parts/ShowFirst.tsx";
import { Failed, Loading, Nothing } from "../parts/states.tsx";
import { type Queue, type QueuePart, queueParts, sizeOf, workedOf } from "../review.ts";
import { reviewShortcuts } from "../shortcuts.ts";
import { usePageTitle } from "../title.ts";
import * as area from "../words/analyst.ts";
import { words } from "../words.ts";

const reviewRoute = getRouteApi("/situations/$situation/review");
const DialogForm = lazy(() => import("../parts/DialogForm.tsx"));
const Shortcuts = lazy(() => import("../parts/Shortcuts.tsx"));

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
  usePageTitle(head.data && area.review.pageTitle(head.data.situation.title));
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
  const { show, kind } = reviewRoute.useSearch();
  const { queue: whole, done } = useMemo(() => workedOf(record, corrections), [record, corrections]);
  const queue = useMemo(() => narrowed(whole, kind), [whole, kind]);
  const shows = (part: QueuePart) => show === undefined || show.split(",").includes(part);
  const marked = useMarked(id);
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
      title: area.review.undoTitle,
      line,
      act: area.correct.undo,
      request: (because) => ({ kind: "undo", correction, ...because }),
    });
  const offer = ({ a, b }: Offer, action: "accept-offer" | "decline-offer") =>
    setAsked({
      action,
      title: area.review.offer[action].title,
      line: words.sources.mayBe(a.name, b.name),
      act: area.review.offer[action].act,
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
      else if (key === "f") document.getElementById("review-filter")?.querySelector("button")?.focus();
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
      } else return false;
      return true;
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
  const { conflicts, joined, offers, contradictions, unsure } = queue;
  const waits = sizeOf(whole);
  return (
    <article className="review" ref={page}>
      <header className="review-head">
        {notice !== undefined && <p className="notice">{notice}</p>}
        <p className="review-back">
          <Link to="/situations/$situation" params={{ situation: id }}>
            {title}
          </Link>
        </p>
        <h1>{area.review.title}</h1>
        <p className="facts">
          <span>{area.review.toLookAt(waits)}</span>
          <span>{area.review.made(corrections.length)}</span>
        </p>
        <ProgressBar className="review-progress" value={done} maxValue={Math.max(1, done + waits)}>
          {({ percentage }) => (
            <>
              <Label>{area.review.progress(done, done + waits)}</Label>
              <svg className="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect className="meter-all" width="100" height="4" />
                <rect className="meter-done" width={percentage ?? 0} height="4" />
              </svg>
            </>
          )}
        </ProgressBar>
        <Filter queue={whole} show={show} kind={kind} />
        {marked.line !== undefined && (
          <p className="review-marked" role="status">
            <b>{area.correct.marked}:</b> {marked.line}{" "}
            <Button className="as-text" onPress={marked.clear}>
              {area.review.unmark}
            </Button>
          </p>
        )}
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
      {waits + whole.joined.length === 0 && <Nothing>{area.review.none}</Nothing>}
      {waits + whole.joined.length > 0 &&
        queueParts.every((part) => !shows(part) || queue[part].length === 0) && (
          <Nothing>{area.review.noneOfThese}</Nothing>
        )}
      <Group
        id="conflicts"
        title={area.review.conflicts}
        why={area.review.conflictsWhy}
        of={shows("conflicts") ? conflicts : []}
      >
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
                  <b>{area.corrected.conflict}</b> {why}
                </p>
                {made !== undefined && (
                  <p className="review-of">
                    {made.by}: {made.line}
                  </p>
                )}
                {made !== undefined && !made.undone && (
                  <div className="entry-actions">
                    <Button className="press" onPress={() => undo(made)}>
                      {area.review.undoThat}
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
      <Group
        id="joined"
        title={area.review.joined}
        why={area.review.joinedWhy}
        of={shows("joined") ? joined : []}
      >
        {([entry, unlike]) => (
          <li key={entry.id} className="queue-item">
            {side(entry)}
            <blockquote className="queue-said unlike">
              <span className="faint">{area.review.unlike}</span> {unlike.quote}{" "}
              <span className="tally">{publishers.get(unlike.report) ?? words.sources.publisherNone}</span>
            </blockquote>
          </li>
        )}
      </Group>
      <Group
        id="contradictions"
        title={area.review.contradictions}
        why={area.review.contradictionsWhy}
        of={shows("contradictions") ? contradictions : []}
      >
        {([a, b]) => (
          <li key={`${a.id} ${b.id}`} className="queue-item against">
            {side(a)}
            {side(b)}
          </li>
        )}
      </Group>
      <Group
        id="offers"
        title={words.sources.offers}
        why={words.sources.offersWhy}
        of={shows("offers") ? offers : []}
      >
        {(one, i) => (
          <li key={`${one.a.id} ${one.b.id}`} className="queue-item">
            <div className="stop" tabIndex={-1} data-offer={i}>
              <p className="queue-line">{words.sources.mayBe(one.a.name, one.b.name)}</p>
              <p className="review-of">{one.why}</p>
              <div className="entry-actions">
                {(["accept-offer", "decline-offer"] as const).map((action) => (
                  <Button key={action} className="press" onPress={() => offer(one, action)}>
                    {area.review.offer[action].act}
                    <span className="unseen">: {words.sources.mayBe(one.a.name, one.b.name)}</span>
                  </Button>
                ))}
              </div>
            </div>
          </li>
        )}
      </Group>
      <Group
        id="unsure"
        title={area.review.unsure}
        why={area.review.unsureWhy}
        of={shows("unsure") ? unsure : []}
      >
        {(entry) => (
          <li key={entry.id} className="queue-item">
            {side(entry)}
          </li>
        )}
      </Group>
      <Group
        id="rejected"
        title={area.review.rejected}
        why={area.review.rejectedWhy}
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
      <Section id="audit" title={area.review.audit} count={corrections.length}>
        <Audit situation={id} corrections={corrections} entries={entries} undo={undo} />
      </Section>
      {help && (
        <Suspense>
          <Shortcuts close={() => setHelp(false)} keys={reviewShortcuts()} />
        </Suspense>
      )}
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

/** Of what waits, that of one kind of entry; offers and conflicts without an entry are of every kind. */
function narrowed(queue: Queue, kind: string | undefined): Queue {
  if (kind === undefined) return queue;
  return {
    ...queue,
    joined: queue.joined.filter(([entry]) => entry.kind === kind),
    contradictions: queue.contradictions.filter(([entry]) => entry.kind === kind),
    unsure: queue.unsure.filter((entry) => entry.kind === kind),
  };
}

/** What of the queue is shown; the address holds it. */
function Filter({ queue, show, kind }: { queue: Queue; show: string | undefined; kind: string | undefined }) {
  const navigate = reviewRoute.useNavigate();
  const parts = queueParts.filter((part) => queue[part].length > 0);
  const kinds = [
    ...new Set(
      [
        ...queue.unsure,
        ...queue.joined.map(([entry]) => entry),
        ...queue.contradictions.map(([entry]) => entry),
      ].map((entry) => entry.kind),
    ),
  ].sort();
  if (parts.length + kinds.length < 3 && show === undefined && kind === undefined) return null;
  const chosen = show === undefined ? parts : parts.filter((part) => show.split(",").includes(part));
  const to = (change: { show?: string | undefined; kind?: string | undefined }) =>
    void navigate({
      search: (all) =>
        Object.fromEntries(Object.entries({ ...all, ...change }).filter(([, value]) => value !== undefined)),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="review-filter" id="review-filter">
      <ToggleButtonGroup
        className="toggles"
        aria-label={area.review.show}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          to({ show: keys.size === 0 || keys.size === parts.length ? undefined : [...keys].join(",") })
        }
      >
        {parts.map((part) => (
          <ToggleButton key={part} id={part} className="toggle">
            {area.review.part[part]} <span className="number">{words.number(queue[part].length)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {kinds.length > 1 && (
        <ToggleButtonGroup
          className="toggles"
          aria-label={area.review.ofKind}
          selectionMode="single"
          selectedKeys={kind === undefined ? [] : [kind]}
          onSelectionChange={(keys) => to({ kind: [...keys][0] as string | undefined })}
        >
          {kinds.map((one) => (
            <ToggleButton key={one} id={one} className="toggle">
              {words.kind[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    </div>
  );
}

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
        {entry.grade !== undefined && (
          <>
            {" "}
            <GradeChip grade={entry.grade} />
          </>
        )}
        {said?.grade !== undefined && (
          <>
            {" "}
            <GradeChip grade={said.grade} />
          </>
        )}
      </p>
      <LineNotes entry={entry} />
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
