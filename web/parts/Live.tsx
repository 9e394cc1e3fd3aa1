/**
 * At the foot of the window, over the page and never in its flow: what has come and waits to be shown, and how far long
 * work is. A polite announcement tells of it, once in some seconds.
 */
import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button, ProgressBar } from "react-aria-components";
import type { LiveWork } from "../../src/api/schema/live.ts";
import { situationQuery, situationsQuery } from "../api.ts";
import { arrive, dismissFailing, dismissWork, live, type News, seen, startLive, take } from "../live.ts";
import { words } from "../words.ts";

export function Live() {
  const queries = useQueryClient();
  const { situation } = useParams({ strict: false });
  const { news, works, failing, fresh } = useSyncExternalStore(live.subscribe, live.get);
  useEffect(() => startOnce(queries), [queries]);
  useEffect(() => {
    if (situation !== undefined) arrive(queries, situation);
  }, [queries, situation]);
  const waiting = situation === undefined ? undefined : news.get(situation);
  const taken = fresh !== undefined && fresh.situation === situation ? fresh.entries : undefined;
  const long = works.filter(isLong);
  const said = waiting === undefined ? "" : cameWords(waiting);
  return (
    <aside className="live" aria-label={words.live.label}>
      <Announcement text={said} />
      {situation !== undefined && waiting !== undefined && (
        <Waiting key={situation} situation={situation} said={said} />
      )}
      {taken !== undefined && waiting === undefined && <Taken entries={taken} />}
      {long.length > 0 && (
        <ul className="live-works" aria-label={words.live.work.label}>
          {long.map((work) => (
            <li key={work.id} className="live-box">
              <Working work={work} />
            </li>
          ))}
        </ul>
      )}
      {failing.length > 0 && (
        <p className="live-box">
          <span className="erratum">{words.live.failing(failing.length)}</span>{" "}
          <Link to="/sources" search={{ state: "failing" }} onClick={dismissFailing}>
            {words.live.failingHow}
          </Link>
          <Dismiss press={dismissFailing} />
        </p>
      )}
    </aside>
  );
}

let isStarted = false;

/** React may mount the frame twice; the page listens once. */
function startOnce(queries: Parameters<typeof startLive>[0]): void {
  if (isStarted) return;
  isStarted = true;
  startLive(queries);
}

function cameWords({ changes, reports, unknown }: News): string {
  const { new: entries = 0, ...others } = changes;
  const changed = Object.values(others).reduce((sum, count) => sum + count, 0);
  if (unknown || entries + changed + reports === 0) return words.live.unknown;
  return words.live.came({ entries, changed, reports });
}

function Waiting({ situation, said }: { situation: string; said: string }) {
  const queries = useQueryClient();
  const [trouble, setTrouble] = useState(false);
  return (
    <p className="live-box live-news">
      <span>{trouble ? words.live.failed : said}</span>{" "}
      <Button
        className="press first"
        onPress={() => {
          setTrouble(false);
          take(queries, situation).catch(() => setTrouble(true));
        }}
      >
        {words.live.show}
      </Button>
    </p>
  );
}

function Taken({ entries }: { entries: ReadonlyMap<string, "new" | "changed"> }) {
  const all = [...entries.values()];
  const fresh = all.filter((one) => one === "new").length;
  return (
    <p className="live-box live-news" role="status">
      <span>{words.live.taken(fresh, all.length - fresh)}</span>{" "}
      {all.length > 0 && (
        <Button className="press" onPress={toFirst}>
          {words.live.first}
        </Button>
      )}
      <Button className="press" onPress={seen}>
        {words.live.done}
      </Button>
    </p>
  );
}

function toFirst(): void {
  const mark = document.querySelector("main [data-fresh]");
  mark?.scrollIntoView({ block: "center" });
  mark?.closest("a")?.focus({ preventScroll: true });
}

/** What is over in a moment is not worth a word. */
function isLong({ of, since, at, problem, ended, done }: LiveWork): boolean {
  if (problem !== undefined) return true;
  return (of !== undefined && of > 5 && done < of) || Date.parse(ended ?? at) - Date.parse(since) > 1_500;
}

function Working({ work }: { work: LiveWork }) {
  const { what, situation, done, of, failed, ended, problem } = work;
  const title = useTitle(situation);
  const name = `${words.live.work.what[what]}${title === undefined ? "" : ` ${words.live.work.for(title)}`}`;
  if (ended !== undefined)
    return (
      <>
        <p className="live-what">
          {name} <Dismiss press={() => dismissWork(work.id)} />
        </p>
        <p className="live-how">
          {problem === undefined ? (
            words.live.work.ended(done, failed)
          ) : (
            <span className="erratum">
              {words.live.work.broke} {problem}
            </span>
          )}
        </p>
      </>
    );
  const told = [words.live.work.done(done, of), timeOf(work)].join(", ");
  return (
    <ProgressBar
      aria-label={name}
      valueLabel={told}
      {...(of === undefined ? { isIndeterminate: true } : { value: done, maxValue: Math.max(of, 1) })}
    >
      <p className="live-what">{name}</p>
      <svg className="live-track" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={of === undefined ? 0 : (100 * done) / Math.max(of, 1)} height="1" />
      </svg>
      <p className="live-how">{told}</p>
    </ProgressBar>
  );
}

/** By the rate so far what is left, once there is a rate; else since when. */
function timeOf({ done, of, since, at }: LiveWork): string {
  const minutes = (Date.parse(at) - Date.parse(since)) / 60_000;
  if (of === undefined || done < 3 || minutes < 0.05) return words.live.work.since(Math.round(minutes));
  return words.live.work.left(Math.round(((of - done) / done) * minutes));
}

function useTitle(situation: string | undefined): string | undefined {
  const queries = useQueryClient();
  if (situation === undefined) return undefined;
  const cards = queries.getQueryData(situationsQuery().queryKey)?.situations;
  const open = queries.getQueryData(situationQuery(situation, {}).queryKey)?.situation;
  return (cards?.find(({ id }) => id === situation) ?? open)?.title ?? situation;
}

function Dismiss({ press }: { press: () => void }) {
  return (
    <Button className="live-close" aria-label={words.live.work.dismiss} onPress={press}>
      <span aria-hidden="true">×</span>
    </Button>
  );
}

const quiet = 8_000;

/** Read aloud when it changes, never sooner than some seconds after the last time; the last words are what is read. */
function Announcement({ text }: { text: string }) {
  const [shown, setShown] = useState("");
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(300, last.current + quiet - Date.now());
    const timer = setTimeout(() => {
      if (text !== "") last.current = Date.now();
      setShown(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span className="unseen" aria-live="polite">
      {shown}
    </span>
  );
}
