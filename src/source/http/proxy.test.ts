import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startServer, type TestServer } from "../../../test/server/server.ts";
import { type FetchProblem, openFetcher } from "./fetcher.ts";

let server: TestServer;
let proxy: Server;
let proxyUrl = "";
let asked: string[] = [];
beforeAll(async () => {
  server = await startServer();
  // Plain requests name the whole address; those by TLS would ask for a tunnel.
  proxy = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    if (incoming.url?.includes("forbidden")) {
      outgoing.writeHead(403).end();
      return;
    }
    const { pathname } = new URL(incoming.url ?? "");
    request(`${server.url}${pathname}`, { headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    }).end();
  });
  proxy.on("connect", (incoming, socket) => {
    asked.push(`CONNECT ${incoming.url}`);
    if (incoming.url?.startsWith("forbidden")) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    const tunnel = connect(server.port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      tunnel.pipe(socket).pipe(tunnel);
    });
    tunnel.on("error", () => socket.destroy());
  });
  await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
  proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await server.close();
});
beforeEach(() => {
  asked = [];
  server.hits.length = 0;
});

async function by(environment: Record<string, string>, url: string) {
  const fetcher = openFetcher({
    now: () => "2031-03-02T08:00:00Z",
    pauseMs: 0,
    robots: false,
    allowed: ["127.0.0.1", "intranet.test"],
    environment,
    timeoutMs: 5000,
    resolver: server.resolver,
  });
  try {
    return await fetcher.fetch(url).then(
      ({ status }) => status,
      (problem: FetchProblem) => problem.code,
    );
  } finally {
    await fetcher.close();
  }
}

describe("a proxy of the environment", () => {
  it("is asked for what is outside, and resolves the name", async () => {
    expect(await by({ HTTP_PROXY: proxyUrl }, "http://news.test/page")).toBe(200);
    expect(asked).toEqual(["GET http://news.test/page"]);
    expect(server.hits[0]?.host).toBe("news.test");
  });

  it("makes the tunnel for TLS; one that it refuses is told", async () => {
    expect(await by({ https_proxy: proxyUrl }, "https://forbidden.test/page")).toBe("proxy");
    expect(asked).toEqual(["CONNECT forbidden.test:443"]);
  });

  it("is passed by for hosts that NO_PROXY names and for what the operator lists as inside", async () => {
    const environment = { HTTP_PROXY: proxyUrl, NO_PROXY: "direct.test" };
    expect(await by(environment, `http://direct.test:${server.port}/page`)).toBe(200);
    expect(await by(environment, `${server.url}/page`)).toBe(200);
    expect(await by(environment, `http://intranet.test:${server.port}/page`)).toBe(200);
    expect(asked).toEqual([]);
  });

  it("does not open addresses inside by their number", async () => {
    expect(await by({ HTTP_PROXY: proxyUrl }, "http://10.0.0.1/page")).toBe("private-address");
    expect(asked).toEqual([]);
  });
});
