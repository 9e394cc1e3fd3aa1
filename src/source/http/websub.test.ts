import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer, type TestServer } from "../../../test/server/server.ts";
import { type FetchProblem, openFetcher } from "./fetcher.ts";
import { hubsOf, isSigned, linksOf, subscribe, verificationAnswer } from "./websub.ts";

describe("Link headers", () => {
  it.each<[string, [string, string[]][]]>([
    ['<https://hub.example/>; rel="hub"', [["https://hub.example/", ["hub"]]]],
    ["</a>; rel=self", [["/a", ["self"]]]],
    ['</a>; title="x, y; rel=no"; rel="hub self"', [["/a", ["hub", "self"]]]],
    [
      "</a>; rel=hub, </b,c>; REL=Self",
      [
        ["/a", ["hub"]],
        ["/b,c", ["self"]],
      ],
    ],
    ["</a>; rel=hub; rel=self", [["/a", ["hub"]]]],
    ["</a>", [["/a", []]]],
    ["no link", []],
    ["</a", []],
    ["<", []],
  ])("%s", (header, links) => {
    expect(linksOf(header).map(({ target, relations }) => [target, relations])).toEqual(links);
  });

  it("name hubs and the feed itself, as addresses of the web", () => {
    expect(
      hubsOf({
        url: "https://news.example/feed?x=1",
        rawHeaders: [
          ["Link", '<https://hub.example/>; rel="hub", </feed>; rel="self"'],
          [
            "link",
            "<https://second.example/>; rel=hub, <javascript:alert(1)>; rel=hub, <https://hub.example/>; rel=hub",
          ],
          ["X-Link", "<https://third.example/>; rel=hub"],
        ],
      }),
    ).toEqual({
      hubs: ["https://hub.example/", "https://second.example/"],
      self: "https://news.example/feed",
    });
    expect(hubsOf({ url: "https://news.example/", rawHeaders: [] })).toEqual({ hubs: [] });
  });
});

describe("a hub's question", () => {
  const pending = { topic: "https://news.example/feed", mode: "subscribe" } as const;
  const query = (more: Record<string, string>) =>
    new URLSearchParams({
      "hub.mode": "subscribe",
      "hub.topic": pending.topic,
      "hub.challenge": "c4t",
      ...more,
    });

  it("is confirmed where it is what was asked for", () => {
    expect(verificationAnswer(query({ "hub.lease_seconds": "864000" }), pending)).toEqual({
      kind: "confirmed",
      challenge: "c4t",
      leaseSeconds: 864_000,
    });
    expect(verificationAnswer(query({}), pending)).toEqual({ kind: "confirmed", challenge: "c4t" });
  });

  it.each<[string, Record<string, string>]>([
    ["another topic", { "hub.topic": "https://news.example/other" }],
    ["another mode", { "hub.mode": "unsubscribe" }],
    ["no mode", { "hub.mode": "" }],
    ["no challenge", { "hub.challenge": "" }],
    ["an endless challenge", { "hub.challenge": "c".repeat(10_000) }],
  ])("is not confirmed for %s", (_, more) => {
    expect(verificationAnswer(query(more), pending)).toEqual({ kind: "unknown" });
  });

  it("may be a refusal", () => {
    const denied = query({ "hub.mode": "denied", "hub.reason": "no such feed" });
    expect(verificationAnswer(denied, pending)).toEqual({ kind: "denied", reason: "no such feed" });
  });
});

describe("a hub's signature", () => {
  const body = Buffer.from("<feed/>");
  const sign = (algorithm: string, secret = "secret", of = body) =>
    `${algorithm}=${createHmac(algorithm, secret).update(of).digest("hex")}`;

  it.each(["sha1", "sha256", "sha384", "sha512"])("by %s holds", (algorithm) => {
    expect(isSigned(sign(algorithm), body, "secret")).toBe(true);
    expect(isSigned(sign(algorithm).replace(/^sha/, "SHA"), body, "secret")).toBe(true);
  });

  it.each([
    ["missing", undefined],
    ["empty", ""],
    ["by another secret", sign("sha256", "other")],
    ["of another body", sign("sha256", "secret", Buffer.from("<feed></feed>"))],
    ["cut", sign("sha256").slice(0, -2)],
    ["of no bytes", "sha256="],
    ["by an unknown method", sign("md5")],
    ["by another method than it says", sign("sha1").replace("sha1", "sha256")],
    ["no hexadecimal number", "sha256=zz"],
  ])("that is %s does not", (_, header) => expect(isSigned(header, body, "secret")).toBe(false));

  it("without a secret never holds", () => expect(isSigned(sign("sha256", ""), body, "")).toBe(false));
});

describe("a subscription", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({
      routes: {
        "/hub": (_, response) => void response.writeHead(202).end(),
        "/full": (_, r) => void r.writeHead(429).end(),
      },
    });
  });
  afterAll(() => server.close());

  it("is asked for by a form, and taken back by one", async () => {
    const fetcher = openFetcher({
      now: () => "2031-03-02T08:00:00Z",
      allowPrivate: true,
      pauseMs: 0,
      environment: {},
    });
    const subscription = {
      hub: `${server.url}/hub`,
      topic: "https://news.example/feed?a=1&b=2",
      callback: "https://desk.example/websub/x7",
      secret: "sécret",
      leaseSeconds: 864_000,
    };
    await subscribe(fetcher, subscription);
    await subscribe(fetcher, subscription, "unsubscribe");
    expect(
      server.hits.map(({ method, path, headers, body }) => [
        method,
        path,
        headers["content-type"],
        Object.fromEntries(new URLSearchParams(body)),
      ]),
    ).toEqual([
      [
        "POST",
        "/hub",
        "application/x-www-form-urlencoded",
        {
          "hub.mode": "subscribe",
          "hub.topic": subscription.topic,
          "hub.callback": subscription.callback,
          "hub.secret": "sécret",
          "hub.lease_seconds": "864000",
        },
      ],
      [
        "POST",
        "/hub",
        "application/x-www-form-urlencoded",
        {
          "hub.mode": "unsubscribe",
          "hub.topic": subscription.topic,
          "hub.callback": subscription.callback,
        },
      ],
    ]);
    const refused = subscribe(fetcher, { ...subscription, hub: `${server.url}/full` });
    expect(await refused.catch((problem: FetchProblem) => problem.code)).toBe("too-many-requests");
    await fetcher.close();
  });
});
