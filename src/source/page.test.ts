import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import { documents, type SourceOptions } from "./documents.ts";

const body = "<p>Boats left.</p>";
const html = { "content-type": 'text/html; charset="utf-8"' };

/** A server that misbehaves in every way that a test needs. */
const answers: Record<string, RequestListener> = {
  "/page": (_, res) => res.writeHead(200, html).end(body),
  "/gzip": (_, res) => res.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(body)),
  "/deflate": (_, res) =>
    res.writeHead(200, { ...html, "content-encoding": "deflate" }).end(deflateSync(body)),
  "/br": (_, res) => res.writeHead(200, { ...html, "content-encoding": "br" }).end(brotliCompressSync(body)),
  "/zstd": (_, res) =>
    res.writeHead(200, { ...html, "content-encoding": "zstd" }).end(zstdCompressSync(body)),
  "/damaged": (_, res) =>
    res.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(body).fill(0xff, 10, 20)),
  "/bomb": (_, res) =>
    res.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(8 * 2 ** 20, 65))),
  "/double-bomb": (_, res) =>
    res
      .writeHead(200, { ...html, "content-encoding": "gzip, gzip" })
      .end(gzipSync(gzipSync(Buffer.alloc(8 * 2 ** 20)))),
  "/large": (_, res) => res.writeHead(200, html).end(Buffer.alloc(2 ** 20 + 1, 65)),
  "/endless": (_, res) => {
    res.writeHead(200, html);
    const more = () => {
      while (!res.destroyed && res.write(Buffer.alloc(65_536, 65)));
    };
    res.on("drain", more);
    more();
  },
  "/moved": (_, res) => res.writeHead(301, { location: "/page#part" }).end(),
  "/loop": (_, res) => res.writeHead(302, { location: "/loop" }).end(),
  "/to-file": (_, res) => res.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/to-nothing": (_, res) => res.writeHead(302, { location: "http://" }).end(),
  "/silent": () => {},
  "/slow": (_, res) => {
    res.writeHead(200, html).write("<p>");
  },
  "/cut": (_, res) => {
    res.writeHead(200, { ...html, "content-length": "1000" });
    res.write("<p>", () => res.destroy());
  },
  "/empty": (_, res) => res.writeHead(200, html).end(),
  "/picture": (_, res) =>
    res.writeHead(200, { "content-type": "text/html" }).end(Buffer.from("89504e470d0a1a0a", "hex")),
  "/429": (_, res) => res.writeHead(429, { "retry-after": "120" }).end(),
};

let server: Server;
let base = "";
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((req, res) => {
    asked.push(req.url ?? "");
    const answer = answers[req.url ?? ""];
    if (answer !== undefined) answer(req, res);
    else res.writeHead(Number(req.url?.slice(1)) || 404).end("no");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function one(url: string, options: Partial<SourceOptions> = {}): Promise<Document | Problem> {
  const found: (Document | Problem)[] = [];
  const all = {
    now: () => "2031-03-02T08:00:00Z",
    allowPrivate: true,
    maxBytes: 2 ** 20,
    timeoutMs: 5000,
    ...options,
  };
  for await (const next of documents(url, all)) found.push(next);
  expect(found).toHaveLength(1);
  if (found[0] instanceof Problem) expect(found[0].message).not.toMatch(/\n/);
  return found[0]!;
}

describe("a page", () => {
  it("comes with the address that answered, its kind, its character set and its headers", async () => {
    const document = await one(`${base}/moved`);
    expect(document).toMatchObject({
      input: `${base}/moved`,
      url: `${base}/moved`,
      finalUrl: `${base}/page`,
      mediaType: "text/html",
      charset: "utf-8",
      fetchedAt: "2031-03-02T08:00:00Z",
      headers: { "content-type": 'text/html; charset="utf-8"' },
    });
    expect(new TextDecoder().decode((document as Document).bytes)).toBe(body);
  });

  it.each(["gzip", "deflate", "br", "zstd"])("compressed with %s is decompressed", async (coding) => {
    const document = await one(`${base}/${coding}`);
    expect(new TextDecoder().decode((document as Document).bytes)).toBe(body);
  });

  const cases: [path: string, code: string, message: RegExp][] = [
    ["/404", "not-found", /answers 404 \(not found\): check the address/],
    ["/410", "gone", /answers 410/],
    ["/403", "forbidden", /answers 403 .*save the page/],
    ["/429", "too-many-requests", /answers 429 .*try again in 120 s/],
    ["/500", "server-error", /answers 500 .*try again later/],
    ["/503", "server-error", /answers 503/],
    ["/418", "http-status", /answers 418/],
    ["/loop", "redirect-loop", /redirects in a circle: give/],
    ["/to-file", "bad-redirect", /redirects to a file: address, which is never followed/],
    ["/to-nothing", "bad-redirect", /redirects to something that is not an address/],
    ["/bomb", "too-large", /is larger than 1 MiB/],
    ["/double-bomb", "too-large", /is larger than 1 MiB/],
    ["/large", "too-large", /is larger than 1 MiB/],
    ["/endless", "too-large", /is larger than 1 MiB/],
    ["/damaged", "broken-encoding", /damaged compressed answer/],
    ["/cut", "truncated", /breaks off before its end: try again/],
    ["/empty", "empty", /is empty/],
    ["/picture", "binary", /looks like a PNG image/],
  ];
  it.each(cases)("%s is one line: %s", async (path, code, message) => {
    const found = (await one(`${base}${path}`)) as Problem;
    expect([found.code, found.message]).toEqual([code, expect.stringMatching(message)]);
    expect(found.where).toBe(`${base}${path}`);
  });

  it.each(["/silent", "/slow"])("%s runs into the time limit", async (path) => {
    const found = (await one(`${base}${path}`, { timeoutMs: 300 })) as Problem;
    expect(found.message).toMatch(/gave no full answer within 0\.3 s: try again later/);
  });

  it("of no host, of a closed port, or of no address at all is one line", async () => {
    expect(((await one("http://no-such-host.invalid/")) as Problem).code).toBe("no-host");
    expect(((await one("http://127.0.0.1:65535/")) as Problem).code).toBe("refused");
    expect(((await one("http://127.0.0.1:25/")) as Problem).code).toBe("bad-port");
    expect(((await one("http://")) as Problem).code).toBe("bad-url");
    const secret = (await one("http://user:secret@127.0.0.1:65535/")) as Problem;
    expect(secret.message).not.toMatch(/secret/);
  });
});

describe("a private address", () => {
  const port = () => (server.address() as AddressInfo).port;
  it.each([
    ["by its number", () => base],
    ["by a name that resolves to it", () => `http://localhost:${port()}`],
    ["as one number", () => `http://2130706433:${port()}`],
    ["in hex", () => `http://0x7f.1:${port()}`],
    ["in IPv6", () => `http://[::1]:${port()}`],
    ["mapped into IPv6", () => `http://[::ffff:127.0.0.1]:${port()}`],
    ["of this machine", () => `http://0.0.0.0:${port()}`],
    ["of a cloud's metadata", () => "http://169.254.169.254/latest/meta-data"],
  ])("%s is refused before a byte is sent", async (_, url) => {
    asked = [];
    const found = (await one(`${url()}/page`, { allowPrivate: false })) as Problem;
    expect([found.code, found.message]).toEqual([
      "private-address",
      expect.stringMatching(/a private address, which is not fetched/),
    ]);
    expect(asked).toEqual([]);
  });
});
