/** What the pages ask the API for. Problems (RFC 9457) come out as `ApiError`. */
import { queryOptions } from "@tanstack/react-query";
import type { CorrectionsAnswer } from "../src/api/schema/corrections.ts";
import type { DaysAnswer } from "../src/api/schema/days.ts";
import type { FollowedAnswer } from "../src/api/schema/followed.ts";
import type { HowReadAnswer } from "../src/api/schema/how-read.ts";
import type { LinesAnswer, MomentsAnswer, SeriesAnswer } from "../src/api/schema/lines.ts";
import type { MapAnswer } from "../src/api/schema/map.ts";
import type { EntryAnswer, RecordAnswer, RevisionsAnswer, SourcesAnswer } from "../src/api/schema/record.ts";
import type { ReportText } from "../src/api/schema/report.ts";
import type { SearchAnswer } from "../src/api/schema/search.ts";
import type { Problem } from "../src/api/schema/service.ts";
import type { SessionAnswer } from "../src/api/schema/session.ts";
import type { SinceAnswer } from "../src/api/schema/since.ts";
import type { Situation, SituationsAnswer } from "../src/api/schema/situation.ts";
import type { VersionsAnswer } from "../src/api/schema/versions.ts";
import { addressOf, headersIn, type Parameters, takeEarly } from "./early.ts";
import { readerId } from "./reader.ts";
import { type Asked, type FollowedAsked, followedParameters, parametersOf } from "./search.ts";
import { words } from "./words.ts";

export interface When {
  asOf?: string | undefined;
  knownAt?: string | undefined;
}

export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export const situationsQuery = () => query<SituationsAnswer>("/api/situations");
export const situationQuery = (id: string, when: When) => query<Situation>(`${at(id)}`, when);
export const linesQuery = (id: string, when: When) => query<LinesAnswer>(`${at(id)}/lines`, when);
export const seriesQuery = (id: string, when: When) => query<SeriesAnswer>(`${at(id)}/series`, when);
export const momentsQuery = (id: string) => query<MomentsAnswer>(`${at(id)}/moments`);
export const keyDaysQuery = (id: string, when: When) => query<DaysAnswer>(`${at(id)}/key-days`, when);
export const recordQuery = (id: string, when: When) => query<RecordAnswer>(`${at(id)}/record`, when);
export const mapQuery = (id: string, when: When) => query<MapAnswer>(`${at(id)}/map`, when);
export const sourcesQuery = (id: string, when: When, most: number) =>
  query<SourcesAnswer>(`${at(id)}/sources`, { ...when, most: String(most) });
export const entryQuery = (id: string, entry: string, when: When) =>
  query<EntryAnswer>(`${at(id)}/entries/${encodeURIComponent(entry)}`, when);
export const revisionsQuery = (id: string) =>
  query<RevisionsAnswer>(`${at(id)}/revisions`, { limit: "1000" });
export const reportQuery = (id: string) => query<ReportText>(`/api/reports/${encodeURIComponent(id)}`);
export const versionsQuery = (id: string) =>
  query<VersionsAnswer>(`/api/reports/${encodeURIComponent(id)}/versions`);
export const howReadQuery = (id: string, start: number, end: number) =>
  query<HowReadAnswer>(`/api/reports/${encodeURIComponent(id)}/how-read`, { at: `${start}-${end}` });
export const followedQuery = (asked: FollowedAsked) =>
  query<FollowedAnswer>("/api/sources", followedParameters(asked));
export const opmlAddress = (situation: string | undefined) =>
  `/api/sources.opml${situation === undefined ? "" : `?situation=${encodeURIComponent(situation)}`}`;
export const searchQuery = (asked: Asked) => query<SearchAnswer>("/api/search", parametersOf(asked));

/** `most` of each kind. */
export const sinceQuery = (id: string, knownAt: string | undefined, most: number) =>
  query<SinceAnswer>(sinceAddress(id), { reader: readerId(), knownAt, limit: String(most) });
export const sinceAddress = (id: string) => `${at(id)}/since`;
export const seenAddress = (id: string) => `${at(id)}/seen`;

export const correctionsAddress = (id: string) => `${at(id)}/corrections`;
export const correctionsQuery = (id: string) => query<CorrectionsAnswer>(correctionsAddress(id));

/** The brief as a file of the time that is shown. */
export function briefAddress(id: string, format: string, { asOf, knownAt }: When): string {
  const given = { format, lang: words.language, ...(asOf && { asOf }), ...(knownAt && { knownAt }) };
  return `${at(id)}/brief?${new URLSearchParams(given)}`;
}

/** All entries of the time that is shown, for a spreadsheet. */
export function tableAddress(id: string, { asOf, knownAt }: When): string {
  return addressOf(`${at(id)}/table`, { lang: words.language, asOf, knownAt });
}

function at(situation: string): string {
  return `/api/situations/${encodeURIComponent(situation)}`;
}

export function query<T>(path: string, parameters: Parameters | When = {}) {
  const url = addressOf(path, { ...parameters });
  return queryOptions({
    queryKey: [url],
    queryFn: ({ signal }) => get<T>(url, signal),
    // The server says by ETag whether anything is new; asking again on every glance is not needed.
    // What a situation's page shows is fetched anew when its reader takes what came (live.ts).
    staleTime: path.startsWith("/api/situations/") ? 600_000 : 30_000,
    // Another time of the same thing: what stood there stays until the answer is in.
    placeholderData: (previous: T | undefined, before?: { queryKey: readonly string[] }) =>
      before?.queryKey[0]?.split("?")[0] === path && path !== "/api/search" ? (previous as never) : undefined,
  });
}

const asked = headersIn(words.language);

async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  const answer = takeEarly(url) ?? fetch(url, { ...(signal && { signal }), headers: asked });
  return answered<T>(await answer);
}

/**
 * Changes something: as JSON, or a form with files, and with the session's token, which no other site knows. One
 * that the server no longer knows (it was started anew) is asked for once more.
 */
export async function send<T>(
  method: "POST" | "PATCH" | "DELETE",
  url: string,
  body?: object | FormData,
): Promise<T> {
  const isForm = body instanceof FormData;
  const attempt = async () =>
    fetch(url, {
      method,
      headers: {
        ...asked,
        ...(isForm ? {} : { "content-type": "application/json" }),
        ...(url === sessionAddress ? {} : { "x-sitrep-token": await sessionToken() }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  const answer = await attempt();
  if (answer.status !== 403) return answered<T>(answer);
  token = undefined;
  return answered<T>(await attempt());
}

export const sessionAddress = "/api/session";

let token: Promise<string> | undefined;

async function sessionToken(): Promise<string> {
  token ??= get<SessionAnswer>(sessionAddress).then(({ token }) => token ?? "");
  token.catch(() => {
    token = undefined;
  });
  return token;
}

/** After signing in or out: what was known of the session holds no more. */
export function forgetSession(): void {
  token = undefined;
}

async function answered<T>(answer: Response): Promise<T> {
  if (answer.ok) return (await answer.json()) as T;
  const problem = await answer.json().catch(() => ({ title: answer.statusText, status: answer.status }));
  throw new ApiError({ type: "about:blank", ...(problem as Omit<Problem, "type">) });
}
