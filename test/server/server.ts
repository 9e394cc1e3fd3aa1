/**
 * A web server on this machine for tests: routes by path, on as many addresses (127.0.0.1, 127.0.0.2 …) as a test
 * needs hosts, with a list of what was asked. What it can do wrong stands in misbehaviour.ts.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { misbehaviour } from "./misbehaviour.ts";
import type { Hit, Route, Routes } from "./route.ts";

export type { Hit, Route, Routes } from "./route.ts";

export interface TestServer {
  /** "http://127.0.0.1:PORT", without a slash. */
  readonly url: string;
  readonly port: number;
  /** The n-th address of this server as an origin, from 1: `host(1)` is `url`. */
  host(n: number): string;
  /** An origin by name; for fetchers that have `resolver`. */
  named(name: string): string;
  /** Every name leads to this server. */
  readonly resolver: (
    host: string,
    options: object,
    callback: (error: null, addresses: readonly { address: string; family: number }[]) => void,
  ) => void;
  /** All that was asked, in order. */
  readonly hits: Hit[];
  /** Paths asked, in order; of one host where it is given. */
  paths(host?: string): string[];
  /** Adds and replaces routes. */
  on(routes: Routes): void;
  /** Sockets that are open. */
  readonly open: number;
  /** Most sockets that were open at once. */
  readonly mostOpen: number;
  /** Most requests that were being answered at once. */
  readonly mostBusy: number;
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** Addresses to listen at; more than one needs Linux, where all of 127.0.0.0/8 is this machine. */
  readonly hosts?: number;
  readonly routes?: Routes;
  /** For what has no route; 404 without it. */
  readonly otherwise?: Route;
}

export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const routes = new Map<string, Route>(Object.entries({ ...misbehaviour, ...options.routes }));
  const hits: Hit[] = [];
  const servers: Server[] = [];
  const carried = new WeakMap<object, number>();
  let open = 0;
  let mostOpen = 0;
  let busy = 0;
  let mostBusy = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    mostBusy = Math.max(mostBusy, ++busy);
    response.once("close", () => busy--);
    const before = carried.get(request.socket) ?? 0;
    carried.set(request.socket, before + 1);
    const path = request.url ?? "";
    const chunks: Buffer[] = [];
    // A client that leaves in the middle is part of the tests.
    for await (const chunk of request.on("error", () => undefined)) chunks.push(chunk as Buffer);
    const hit = {
      method: request.method ?? "",
      path,
      host: request.headers.host ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
      before,
    };
    hits.push(hit);
    response.on("error", () => undefined);
    const bare = path.replace(/\?.*$/s, "");
    const name = hit.host.replace(/:\d+$/, "");
    const route = routes.get(`${name}${bare}`) ?? routes.get(bare) ?? options.otherwise;
    if (route === undefined) response.writeHead(404, { "content-type": "text/plain" }).end("nothing here");
    else await route(request, response, hit);
  };

  let port = 0;
  for (let n = 1; n <= (options.hosts ?? 1); n++) {
    const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
      answer(request, response).catch(() => request.socket.destroy());
    });
    server.on("connection", (socket) => {
      mostOpen = Math.max(mostOpen, ++open);
      socket.on("error", () => undefined).once("close", () => open--);
    });
    await new Promise<void>((ready, fail) => server.once("error", fail).listen(port, addressOf(n), ready));
    port = (server.address() as AddressInfo).port;
    servers.push(server);
  }

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    host: (n) => `http://${addressOf(n)}:${port}`,
    named: (name) => `http://${name}:${port}`,
    resolver: (_, __, callback) => callback(null, [{ address: "127.0.0.1", family: 4 }]),
    hits,
    paths: (host) =>
      hits
        .filter((hit) => host === undefined || hit.host.replace(/:\d+$/, "") === host)
        .map(({ path }) => path),
    on: (more) => {
      for (const [path, route] of Object.entries(more)) routes.set(path, route);
    },
    get open() {
      return open;
    },
    get mostOpen() {
      return mostOpen;
    },
    get mostBusy() {
      return mostBusy;
    },
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise<void>((done) => server.close(() => done()));
      }
    },
  };
}

const addressOf = (n: number) => `127.0.${Math.floor((n - 1) / 250)}.${((n - 1) % 250) + 1}`;
