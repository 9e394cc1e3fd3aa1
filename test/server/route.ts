/** What the test server was asked, and what it does. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** One request as it came. */
export interface Hit {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** The Host header. */
  readonly host: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** Requests that this connection had carried before. */
  readonly before: number;
}

export type Route = (request: IncomingMessage, response: ServerResponse, hit: Hit) => void | Promise<void>;
/** By path without query ("/feed"), or by host and path ("news.test/feed"), which goes first. */
export type Routes = Readonly<Record<string, Route>>;
