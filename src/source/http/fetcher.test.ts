import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { longText, pageText } from "../../../test/server/misbehaviour.ts";
import { startServer, type TestServer } from "../../../test/server/server.ts";
import {
  type Answer,
  type Ask,
  type Fetcher,
  type FetcherOptions,
  FetchProblem,
  openFetcher,
} from "./fetcher.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const opened: Fetcher[] = [];
afterEach(async () => {
  for (const fetcher of opened.splice(0)) await fetcher.close();
});

function open(options: Partial<FetcherOptions> = {}): Fetcher {
  server.hits.length = 0;
  const fetcher = openFetcher({
    now: () => "2031-03-02T08:00:00Z",
    allowPrivate: true,
    pauseMs: 0,
    maxBytes: 2 ** 20,
    timeoutMs: 20_000,
    robots: false,
    environment: {},
    resolver: server.resolver,
    ...options,
  });
  opened.push(fetcher);
  return fetcher;
}

const get = (path: string, ask: Ask = {}, options: Partial<FetcherOptions> = {}) =>
  open(options).fetch(`${server.url}${path}`, ask);

async function failure(work: Promise<unknown>): Promise<FetchProblem> {
  const found = await work.then(
    (answer) => answer,
    (error: unknown) => error,
  );
  expect(found).toBeInstanceOf(FetchProblem);
  const problem = found as FetchProblem;
  expect(problem.message).not.toMatch(/[\n\r]/);
  // What, where, what to do.
  expect(problem.message).toMatch(/^\S+ .*: [a-z]/);
  expect(problem.stage).toBe("source");
  return problem;
}

const textOf = ({ bytes }: Answer) => new TextDecoder().decode(bytes);

describe("an answer", () => {
  it("says who answered, when, what and in what words", async () => {
    const answer = await get("/etag?a=1#part");
    expect(answer).toMatchObject({
      asked: `${server.url}/etag?a=1`,
      url: `${server.url}/etag?a=1`,
      status: 200,
      statusText: "OK",
      unchanged: false,
      mediaType: "text/html",
      charset: "utf-8",
      fetchedAt: "2031-03-02T08:00:00Z",
      etag: '"v1"',
      lastModified: "Sun, 02 Mar 2031 07:00:00 GMT",
      hops: [{ url: `${server.url}/etag?a=1`, status: 200 }],
      warnings: [],
    });
    expect(textOf(answer)).toBe(pageText);
    expect(answer.moved).toBeUndefined();
    expect(answer.freshFor).toBeUndefined();
  });

  it("keeps headers as sent, in order and repeated, and by name", async () => {
    const { headers, rawHeaders } = await get("/repeated");
    expect(headers["x-boat"]).toBe("one, two");
    expect(rawHeaders.filter(([name]) => name === "x-boat")).toEqual([
      ["x-boat", "one"],
      ["x-boat", "two"],
    ]);
  });

  it("may have no content", async () => {
    for (const path of ["/nothing", "/empty"]) {
      const answer = await get(path);
      expect([answer.status, answer.bytes.length]).toEqual([path === "/empty" ? 200 : 204, 0]);
    }
  });

  it.each(["/gzip", "/x-gzip", "/deflate", "/raw-deflate", "/br", "/zstd", "/gzip-twice", "/no-length"])(
    "%s comes as it was before it was packed",
    async (path) => {
      const answer = await get(path);
      expect([textOf(answer), answer.warnings]).toEqual([pageText, []]);
    },
  );

  it.each([
    "/wrong-encoding",
    "/wrong-encoding-br",
    "/wrong-encoding-deflate",
    "/wrong-encoding-zstd",
    "/unknown-encoding",
  ])("%s: declared as compressed and sent plain, is read with a warning", async (path) => {
    const answer = await get(path);
    expect(textOf(answer)).toBe(pageText);
    expect(answer.warnings).toEqual([expect.stringMatching(/^declared as [\w-]+-compressed, sent plain/)]);
  });

  it("with bytes after its compressed end is whole", async () => {
    expect(textOf(await get("/gzip-and-more"))).toBe(pageText);
  });

  it("that declares fewer bytes than it sends is what it declares, as in a browser", async () => {
    expect(textOf(await get("/wrong-length"))).toBe(pageText.slice(0, 8));
  });
});

describe("redirects", () => {
  const cases: [path: string, moved: boolean][] = [
    ["/moved", true],
    ["/moved-308", true],
    ["/found", false],
    ["/see-other", false],
    ["/found-then-moved", false],
    ["/moved-to-found", false],
  ];
  it.each(cases)("%s leads to the page; moved for good: %s", async (path, moved) => {
    const answer = await get(path);
    expect(textOf(answer)).toBe(pageText);
    expect(answer.asked).toBe(`${server.url}${path}`);
    expect(answer.url).toBe(`${server.url}/page`);
    expect(answer.moved).toBe(moved ? `${server.url}/page` : undefined);
    expect(answer.hops.length).toBeGreaterThan(1);
  });

  it("are taken as UTF-8 beyond ASCII", async () => {
    expect((await get("/to-letters")).url).toBe(`${server.url}/sch%C3%B6n/%C3%9F`);
  });

  it("get back the cookie that they set, on this chain alone", async () => {
    const fetcher = open();
    expect(textOf(await fetcher.fetch(`${server.url}/wall`))).toBe(pageText);
    expect(server.hits.map(({ path, headers }) => [path, headers.cookie])).toEqual([
      ["/wall", undefined],
      ["/wall/ask?back=/wall", undefined],
      ["/wall", "lang=en; consent=yes"],
    ]);
    await fetcher.fetch(`${server.url}/page`);
    expect(server.hits.at(-1)?.headers.cookie).toBeUndefined();
  });

  it("do not take cookies or passwords to another host", async () => {
    server.on({
      "a.test/start": (_, response) => {
        response
          .writeHead(302, {
            location: `http://b.test:${server.port}/page`,
            "set-cookie": "secret=1; Domain=a.test",
          })
          .end();
      },
    });
    await open().fetch(`http://user:p%40ss@a.test:${server.port}/start`);
    expect(server.hits.map(({ host, headers }) => [host, headers.authorization, headers.cookie])).toEqual([
      [`a.test:${server.port}`, `Basic ${Buffer.from("user:p@ss").toString("base64")}`, undefined],
      [`b.test:${server.port}`, undefined, undefined],
    ]);
    expect(server.hits.every(({ headers }) => headers.referer === undefined)).toBe(true);
  });

  it("turn a form that was sent into a request without it, or stop before another site", async () => {
    const form = {
      method: "POST",
      body: "hub.secret=s",
      contentType: "application/x-www-form-urlencoded",
    } as const;
    await get("/found", form);
    expect(server.hits.map(({ method, body }) => [method, body])).toEqual([
      ["POST", "hub.secret=s"],
      ["GET", ""],
    ]);
    const away = `/to?status=307&at=${encodeURIComponent(`http://b.test:${server.port}/page`)}`;
    expect((await failure(get(away, form))).code).toBe("bad-redirect");
    expect(server.hits).toHaveLength(1);
  });

  const bad: [path: string, code: string, message: RegExp][] = [
    ["/loop", "redirect-loop", /redirects in a circle: give/],
    ["/loop-a", "redirect-loop", /redirects in a circle/],
    ["/cookie-loop", "redirect-loop", /in a circle; it may want cookies/],
    ["/many-hops?0", "redirects", /redirects more than 10 times/],
    ["/to-file", "bad-redirect", /to a file: address, which is never followed/],
    ["/to-ftp", "bad-redirect", /to a ftp: address/],
    ["/to-data", "bad-redirect", /to a data: address/],
    ["/to-script", "bad-redirect", /to a javascript: address/],
    ["/to-nothing", "bad-redirect", /to something that is not an address/],
    ["/to-mail-port", "bad-port", /leads to port 25, which belongs to another protocol/],
    ["/no-location", "http-status", /answers 302/],
  ];
  it.each(bad)("%s: %s", async (path, code, message) => {
    const problem = await failure(get(path));
    expect([problem.code, problem.message, problem.passing]).toEqual([
      code,
      expect.stringMatching(message),
      false,
    ]);
  });
});

describe("conditional requests", () => {
  const known = { etag: '"v1"', lastModified: "Sun, 02 Mar 2031 07:00:00 GMT" };
  it.each([
    ["/etag", known],
    ["/etag", { lastModified: known.lastModified }],
    ["/weak-etag", { etag: 'W/"v1"' }],
    ["/moved-etag", known],
    ["/moved-etag", { lastModified: known.lastModified }],
    ["/found-etag", known],
  ])("%s with %o: nothing new", async (path, ask) => {
    const answer = await get(path, ask);
    expect([answer.status, answer.unchanged, answer.bytes.length]).toEqual([304, true, 0]);
    expect(answer.moved).toBe(path === "/moved-etag" ? `${server.url}/etag` : undefined);
  });

  it("find what is new", async () => {
    const answer = await get("/etag", { etag: '"v0"', lastModified: "Sun, 02 Mar 2031 06:00:00 GMT" });
    expect([answer.status, answer.unchanged, textOf(answer)]).toEqual([200, false, pageText]);
  });

  it("ask by time alone behind no temporary redirect, where a login page would be as old", async () => {
    expect((await get("/found-etag", { lastModified: known.lastModified })).unchanged).toBe(false);
  });

  it("are the only ones that 304 answers", async () => {
    const problem = await failure(get("/304-unasked"));
    expect([problem.code, problem.status]).toEqual(["broken-answer", 304]);
  });

  it("send back no header that a server broke", async () => {
    await get("/page", { etag: '"a"\r\nx-evil: 1' });
    expect(server.hits[0]?.headers).not.toHaveProperty("if-none-match");
    expect(server.hits[0]?.headers).not.toHaveProperty("x-evil");
  });
});

describe("a failed answer", () => {
  const cases: [path: string, code: string, passing: boolean, message: RegExp][] = [
    ["/400", "http-status", false, /answers 400/],
    ["/401", "forbidden", false, /answers 401 .*save the page/],
    ["/403", "forbidden", false, /answers 403/],
    ["/404", "not-found", false, /answers 404 \(not found\): check the address/],
    ["/408", "server-error", true, /answers 408/],
    ["/410", "gone", false, /answers 410/],
    ["/451", "forbidden", false, /legal reasons/],
    ["/500", "server-error", true, /answers 500 .*try again later/],
    ["/502", "server-error", true, /answers 502/],
    ["/endless", "too-large", false, /is larger than 1 MiB, the limit for one answer/],
    ["/endless-gzip", "too-large", false, /is larger than 1 MiB/],
    ["/large", "too-large", false, /is larger than 1 MiB/],
    ["/large-said", "too-large", false, /is larger than 1 MiB/],
    ["/bomb-gzip", "too-large", false, /is larger than 1 MiB/],
    ["/bomb-deflate", "too-large", false, /is larger than 1 MiB/],
    ["/bomb-br", "too-large", false, /is larger than 1 MiB/],
    ["/bomb-zstd", "too-large", false, /is larger than 1 MiB/],
    ["/bomb-twice", "too-large", false, /is larger than 1 MiB/],
    ["/truncated", "truncated", true, /breaks off before its end: try again later/],
    ["/truncated-chunks", "truncated", true, /breaks off/],
    ["/no-last-chunk", "truncated", true, /breaks off/],
    ["/truncated-gzip", "truncated", true, /breaks off/],
    ["/truncated-br", "truncated", true, /breaks off/],
    ["/truncated-zstd", "truncated", true, /breaks off/],
    ["/damaged-gzip", "broken-encoding", true, /damaged compressed answer/],
    ["/secret-encoding", "unknown-encoding", false, /compressed as "secret", which can't be undone/],
    ["/many-encodings", "unknown-encoding", false, /compressed as "gzip, gzip, gzip"/],
    ["/two-lengths", "broken-answer", true, /broken answer/],
    ["/many-headers", "headers-too-large", false, /more headers than are read/],
    ["/endless-headers", "headers-too-large", false, /more headers than are read/],
    ["/no-http", "broken-answer", true, /broken answer/],
    ["/hang-up", "broken-answer", true, /breaks off or sends/],
    ["/reset", "broken-answer", true, /breaks off or sends/],
  ];
  it.each(cases)("%s: %s", async (path, code, passing, message) => {
    const problem = await failure(get(path));
    expect([problem.code, problem.passing, problem.message]).toEqual([
      code,
      passing,
      expect.stringMatching(message),
    ]);
    expect(problem.where).toBe(`${server.url}${path}`);
    const status = /^\/(\d{3})$/.exec(path)?.[1];
    expect(problem.status).toBe(status === undefined ? undefined : Number(status));
  });

  it.each(["/silent", "/half", "/drip", "/drip-headers", "/early-hints", "/endless-gzip"])(
    "%s runs into the deadline of the whole fetch",
    async (path) => {
      const problem = await failure(get(path, { maxBytes: 2 ** 40 }, { timeoutMs: 300 }));
      expect([problem.code, problem.passing, problem.message]).toEqual([
        "timeout",
        true,
        expect.stringMatching(/gave no full answer within 0\.3 s: try again later/),
      ]);
    },
  );

  it.each(["/drip", "/half"])("%s is given up where too little comes", async (path) => {
    const problem = await failure(get(path, {}, { stallMs: 100, timeoutMs: 3_600_000 }));
    expect([problem.code, problem.passing]).toEqual(["too-slow", true]);
  });

  it("that asks for a pause says how long", async () => {
    expect(await failure(get("/429"))).toMatchObject({
      code: "too-many-requests",
      retryAfter: 120,
      status: 429,
    });
    expect(await failure(get("/429-reset"))).toMatchObject({ retryAfter: 30 });
    expect((await failure(get("/429-bare"))).retryAfter).toBeUndefined();
    expect(await failure(get("/503-date"))).toMatchObject({
      code: "server-error",
      retryAfter: 300,
      passing: true,
    });
  });

  it("of no server, no host or no address at all is one line", async () => {
    const fetcher = open();
    const codeOf = async (url: string) => (await failure(fetcher.fetch(url))).code;
    expect(await codeOf("http://127.0.0.1:65535/")).toBe("refused");
    expect(await codeOf(server.url.replace("http:", "https:"))).toBe("tls");
    expect(await codeOf("http://")).toBe("bad-url");
    expect(await codeOf("not an address")).toBe("bad-url");
    expect(await codeOf(`${server.url}/${"a".repeat(9000)}`)).toBe("bad-url");
    expect(await codeOf("file:///etc/passwd")).toBe("scheme");
    expect(await codeOf("ftp://example.org/a")).toBe("scheme");
    expect(await codeOf("data:text/html,x")).toBe("scheme");
    expect(await codeOf("http://127.0.0.1:6667/")).toBe("bad-port");
    const noHost = open({
      resolver: (_, __, callback) => callback(Object.assign(new Error("no"), { code: "ENOTFOUND" }), []),
    });
    expect((await failure(noHost.fetch("http://nowhere.test/"))).code).toBe("no-host");
    expect((await failure(fetcher.fetch("http://me:secret@127.0.0.1:65535/"))).message).not.toMatch(/secret/);
    expect(server.hits).toEqual([]);
  });

  it("leaves the fetcher fit for the next", async () => {
    const fetcher = open({ timeoutMs: 300 });
    for (const path of ["/silent", "/truncated", "/bomb-gzip", "/many-headers", "/reset"]) {
      await failure(fetcher.fetch(`${server.url}${path}`));
      expect(textOf(await fetcher.fetch(`${server.url}/page`))).toBe(pageText);
    }
    expect(fetcher.waiting).toBe(0);
  });
});

describe("inside addresses", () => {
  const outside = "93.184.216.34";
  /** Names lead where their table says; this machine is reachable only where a case allows it. */
  const closed = (table: Record<string, string[]>, more: Partial<FetcherOptions> = {}) =>
    open({
      allowPrivate: false,
      resolver: (host, _, callback) =>
        callback(
          null,
          (table[host] ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
        ),
      ...more,
    });

  it.each([
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f.1",
    "0x7f000001",
    "017700000001",
    "0177.0.0.01",
    "127.0.0.1.",
    "１２７.0.0.1",
    "①②⑦.⓪.⓪.①",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.168.0.1",
    "224.0.0.1",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:10.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::]",
    "[fe80::1]",
    "[fd00::1]",
    "[ff02::1]",
  ])("%s is refused before a byte is sent", async (host) => {
    const problem = await failure(closed({}).fetch(`http://${host}:${server.port}/page`));
    expect([problem.code, problem.passing]).toEqual(["private-address", false]);
    expect(problem.message).toMatch(/a private address, which is not fetched: allow private addresses/);
    expect(server.hits).toEqual([]);
  });

  it("with a zone are no web address at all", async () => {
    expect((await failure(closed({}).fetch("http://[fe80::1%25eth0]/"))).code).toBe("bad-url");
  });

  it.each([
    ["to it alone", ["127.0.0.1"]],
    ["outside and to it", [outside, "127.0.0.1"]],
    ["to it in IPv6", ["::1"]],
    ["to it, mapped", ["::ffff:127.0.0.1"]],
  ])("are refused behind a name that leads %s", async (_, addresses) => {
    const problem = await failure(
      closed({ "news.test": addresses }).fetch(`http://news.test:${server.port}/page`),
    );
    expect(problem.code).toBe("private-address");
    expect(server.hits).toEqual([]);
  });

  it.each(["/to-private", "/to-metadata", "/to-mapped", "/to-number", "/to-octal"])(
    "are refused behind a redirect: %s",
    async (path) => {
      const fetcher = closed({}, { allowed: ["127.0.0.1"] });
      expect((await failure(fetcher.fetch(`${server.url}${path}`))).code).toBe("private-address");
      expect(server.paths()).toEqual([path]);
    },
  );

  it("are refused behind a redirect to a name, and on the second hop", async () => {
    const fetcher = closed(
      { "open.test": ["127.0.0.1"], "shut.test": ["127.0.0.1"] },
      { allowed: ["open.test"] },
    );
    const shut = encodeURIComponent(`http://shut.test:${server.port}/page`);
    const twice = encodeURIComponent(`/to?at=${shut}`);
    const problem = await failure(fetcher.fetch(`http://open.test:${server.port}/to?at=${twice}`));
    expect(problem.code).toBe("private-address");
    expect(server.paths("shut.test")).toEqual([]);
    expect(server.paths("open.test")).toHaveLength(2);
  });

  it.each([
    ["its name", "intranet.test", ["intranet.test"]],
    ["its address", "intranet.test", ["127.0.0.1"]],
    ["its network", "intranet.test", ["127.0.0.0/8"]],
    ["its network, asked by number", "127.0.0.1", ["127.0.0.0/8"]],
  ])("are reached where the operator lists %s", async (_, host, allowed) => {
    const fetcher = closed({ "intranet.test": ["127.0.0.1"] }, { allowed });
    expect(textOf(await fetcher.fetch(`http://${host}:${server.port}/page`))).toBe(pageText);
  });

  it("are refused when a name turns inside between two requests", async () => {
    let turns = 0;
    // The first answer leads nowhere that a test may reach: the connection fails, and the second is inside.
    const fetcher = open({
      allowPrivate: false,
      allowed: ["127.0.0.2"],
      resolver: (_, __, callback) =>
        callback(null, [{ address: turns++ === 0 ? "127.0.0.2" : "127.0.0.1", family: 4 }]),
    });
    const url = `http://turn.test:${server.port}/page`;
    expect((await failure(fetcher.fetch(url))).code).toBe("refused");
    expect((await failure(fetcher.fetch(url))).code).toBe("private-address");
    expect([turns, server.hits]).toEqual([2, []]);
  });
});

describe("a fetcher", () => {
  it("keeps one connection to a host, and renews it when the host has closed it", async () => {
    const fetcher = open();
    const page = `${server.url}/page`;
    for (let n = 0; n < 3; n++) await fetcher.fetch(page);
    expect(server.hits.map(({ before }) => before)).toEqual([0, 1, 2]);
    // Closes after the request came: only a kept connection is tried again.
    let hangUps = 0;
    server.on({
      "/tired": (request, response, hit) => {
        if (hit.before > 0 && ++hangUps === 1) request.socket.destroy();
        else response.end("rested");
      },
    });
    expect(textOf(await fetcher.fetch(`${server.url}/tired`))).toBe("rested");
    expect(server.paths().slice(3)).toEqual(["/tired", "/tired"]);
    expect(hangUps).toBe(1);
  });

  it("tries no new connection again, and no form", async () => {
    const fetcher = open();
    await failure(fetcher.fetch(`${server.url}/hang-up`));
    expect(server.paths()).toEqual(["/hang-up"]);
    await fetcher.fetch(`${server.url}/page`);
    await failure(fetcher.fetch(`${server.url}/hang-up`, { method: "POST", body: "a=1" }));
    expect(server.paths()).toEqual(["/hang-up", "/page", "/hang-up"]);
  });

  it("names itself, its contact, and what it takes", async () => {
    const agentOf = async (options: Partial<FetcherOptions>) => {
      await get("/page", {}, options);
      return server.hits[0]?.headers["user-agent"];
    };
    expect(await agentOf({})).toBe("Sitrep/0.1 (reads news reports)");
    expect(await agentOf({ contact: "desk@example.org" })).toBe(
      "Sitrep/0.1 (+desk@example.org; reads news reports)",
    );
    expect(await agentOf({ environment: { SITREP_CONTACT: "https://example.org/bot" } })).toBe(
      "Sitrep/0.1 (+https://example.org/bot; reads news reports)",
    );
    expect(await agentOf({ contact: "a)\r\nx-evil: 1" })).toBe(
      "Sitrep/0.1 (+ax-evil: 1; reads news reports)",
    );
    expect(await agentOf({ userAgent: "Desk/1" })).toBe("Desk/1");
    expect(server.hits[0]?.headers["accept-encoding"]).toBe("gzip, deflate, br, zstd");
  });

  it("ends what runs and what waits when it is closed", async () => {
    const fetcher = open();
    const all = [1, 2, 3].map(() => failure(fetcher.fetch(`${server.url}/silent`)));
    expect(fetcher.waiting).toBe(3);
    await fetcher.close();
    expect((await Promise.all(all)).map(({ code }) => code)).toEqual(["closed", "closed", "closed"]);
    expect(fetcher.waiting).toBe(0);
    expect((await failure(fetcher.fetch(`${server.url}/page`))).code).toBe("closed");
  });

  it("lets go of what its caller calls off, running or waiting", async () => {
    const fetcher = open();
    const controller = new AbortController();
    const running = failure(fetcher.fetch(`${server.url}/silent`, { signal: controller.signal }));
    const queued = failure(fetcher.fetch(`${server.url}/page`, { signal: controller.signal }));
    const other = fetcher.fetch(`${server.url}/long`);
    controller.abort();
    expect([(await running).code, (await queued).code]).toEqual(["cancelled", "cancelled"]);
    expect(textOf(await other)).toBe(longText);
    expect(server.paths()).not.toContain("/page");
  });

  it("leaves a host alone that asked for it, and tells those who wait", async () => {
    const fetcher = open();
    const url = (path: string) => `http://busy.test:${server.port}${path}`;
    const first = failure(fetcher.fetch(url("/503-date")));
    const second = failure(fetcher.fetch(url("/page")));
    expect((await first).retryAfter).toBe(300);
    expect(await second).toMatchObject({ code: "on-hold", retryAfter: 300, passing: true });
    expect(await failure(fetcher.fetch(url("/page")))).toMatchObject({ code: "on-hold", passing: true });
    expect(textOf(await fetcher.fetch(`http://calm.test:${server.port}/page`))).toBe(pageText);
    expect(server.paths("busy.test")).toEqual(["/503-date"]);
  });

  it("asks one host one thing at a time, and hosts beside one another", async () => {
    const fetcher = open();
    let atOnce = 0;
    let most = 0;
    server.on({
      "/slow": async (_, response) => {
        most = Math.max(most, ++atOnce);
        await new Promise((done) => setImmediate(done));
        atOnce--;
        response.end("slow");
      },
    });
    await Promise.all(Array.from({ length: 10 }, () => fetcher.fetch(`${server.url}/slow`)));
    expect(most).toBe(1);
  });
});
