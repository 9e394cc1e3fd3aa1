/**
 * What a situation's page asks the server for first, asked for before the app is there: the app's file is twenty times
 * this one's size, and the server works while it comes. Whoever asks for the same later is given the answer (api.ts).
 */
import { readerId } from "./reader.ts";

const begun = new Map<string, Promise<Response>>();

export type Parameters = Readonly<Record<string, string | undefined>>;

export function addressOf(path: string, parameters: Parameters): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined) as [string, string][];
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** The server's own words (reasons, refusals, what changed) come in the language of the page, whatever the browser's. */
export function headersIn(language: string): Record<string, string> {
  return { accept: "application/json", "accept-language": language };
}

/** News of each kind that a page first asks for. */
export const firstNews = 5;

/** The head, the news and the lines of the situation that the address names, at its times. */
export function askEarly(language: string): void {
  const situation = /^\/situations\/([a-z0-9-]+)$/u.exec(location.pathname)?.[1];
  if (situation === undefined) return;
  const asked = new URLSearchParams(location.search);
  const when = { asOf: asked.get("asOf") ?? undefined, knownAt: asked.get("knownAt") ?? undefined };
  const here = `/api/situations/${situation}`;
  const news = { reader: readerId(), knownAt: when.knownAt, limit: String(firstNews) };
  const urls = [
    addressOf(here, when),
    ...(when.asOf === undefined ? [addressOf(`${here}/since`, news)] : []),
    addressOf(`${here}/lines`, when),
  ];
  for (const url of urls) {
    const answer = fetch(url, { headers: headersIn(language) });
    // Whoever takes it sees what became of it.
    answer.catch(() => {});
    begun.set(url, answer);
  }
}

/** What was asked for early, once. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const answer = begun.get(url);
  begun.delete(url);
  return answer;
}
