/** `sitrep fetch`: visits the sources that are due, once, and reads what they bring. */
import { openFetcher } from "../source/http/fetcher.ts";
import { openStore } from "../store/open.ts";
import { type FollowEvent, followOnce } from "../work/follow.ts";
import { poolOf, readOn } from "../work/pool.ts";
import { tellingOfFollowing } from "../work/telling.ts";
import { fetcherOptions, type NetworkOptions, releaseOwn, storeAt } from "./inputs.ts";
import { printable, progress } from "./terminal.ts";

export interface FetchOptions extends NetworkOptions {
  readonly data: string;
  readonly all?: boolean;
}

export async function fetchCommand(names: readonly string[], options: FetchOptions): Promise<void> {
  const store = await openStore(storeAt(options.data));
  const fetcher = openFetcher(fetcherOptions(options));
  const pool = poolOf();
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    await releaseOwn(store);
    const sources = await store.sources();
    if (sources.length === 0) {
      console.log("No source yet: sitrep source add ADDRESS follows one.");
      return;
    }
    const only = chosen(sources, names, options.all === true);
    const bar = progress(only?.length ?? sources.length, "visits and articles");
    const count = { visited: 0, changed: 0, failing: 0, read: 0, same: 0, later: 0, failed: 0 };
    const now = () => new Date().toISOString();
    const told = tellingOfFollowing(store, now);
    const on = (event: FollowEvent) => {
      told.on(event);
      tally(count, event);
      if (event.what === "visited" && event.found > 0) bar.more(event.found);
      bar.step(event.what === "visited" ? event.source.address : "");
      const problem = problemOf(event);
      if (problem !== undefined) console.error(printable(`sitrep: ${problem}`));
    };
    await followOnce(
      { store, fetcher, now, read: readOn(pool), on },
      { signal: stop.signal, ...(only === undefined ? {} : { only }) },
    );
    await told.idle();
    bar.stop();
    console.log(summary(count));
    if (count.failing + count.failed > 0) process.exitCode = 1;
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    await pool.close();
    await fetcher.close();
    await store.close();
  }
}

/** Those named, due or not; all with `--all`; undefined: those that are due. */
function chosen(
  sources: readonly { readonly id: string; readonly address: string; readonly situation: string }[],
  names: readonly string[],
  all: boolean,
): string[] | undefined {
  if (names.length === 0) return all ? sources.map(({ id }) => id) : undefined;
  return sources
    .filter(({ id, address, situation }) => [id, address, situation].some((name) => names.includes(name)))
    .map(({ id }) => id);
}

interface Count {
  visited: number;
  changed: number;
  failing: number;
  read: number;
  same: number;
  later: number;
  failed: number;
}

function tally(count: Count, event: FollowEvent): void {
  if (event.what === "visited") {
    count.visited++;
    if (event.found > 0) count.changed++;
    if (event.problem !== undefined) count.failing++;
  } else if (event.what === "read") {
    if (event.outcome.ok) count.read++;
    else count.failed++;
  } else if (event.what === "same") count.same++;
  else count.later++;
}

function problemOf(event: FollowEvent): string | undefined {
  if (event.what === "read") return event.outcome.ok ? undefined : event.outcome.message;
  return event.what === "same" ? undefined : event.problem?.message;
}

function summary({ visited, changed, failing, read, same, later, failed }: Count): string {
  const parts = [
    `${visited} ${visited === 1 ? "source" : "sources"} visited, ${changed} with something new`,
    failing > 0 ? `${failing} failing` : "",
    `${read} ${read === 1 ? "report" : "reports"} read`,
    same > 0 ? `${same} unchanged` : "",
    failed > 0 ? `${failed} failed` : "",
    later > 0 ? `${later} put off` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
