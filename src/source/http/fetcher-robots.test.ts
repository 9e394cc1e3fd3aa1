import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeClock } from "../../../test/server/fake-clock.ts";
import type { Routes } from "../../../test/server/route.ts";
import { startServer, type TestServer } from "../../../test/server/server.ts";
import { type Fetcher, type FetcherOptions, type FetchProblem, openFetcher } from "./fetcher.ts";

let server: TestServer;
let fetcher: Fetcher;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await fetcher.close();
  await server.close();
});

function open(options: Partial<FetcherOptions> = {}): Fetcher {
  fetcher = openFetcher({
    now: () => "2031-03-02T08:00:00Z",
    allowPrivate: true,
    pauseMs: 0,
    environment: {},
    resolver: server.resolver,
    ...options,
  });
  return fetcher;
}

const text =
  (body: string): Routes[string] =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/plain" }).end(body);
  };
const refused = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (problem: FetchProblem) => problem,
  );

describe("robots.txt", () => {
  it("is asked for first, once for each origin, by name", async () => {
    server.on({ "/robots.txt": text("User-agent: Sitrep\nDisallow: /long\n\nUser-agent: *\nDisallow: /\n") });
    open();
    await fetcher.fetch(`${server.url}/page`);
    await fetcher.fetch(`${server.url}/gzip`);
    expect(server.paths()).toEqual(["/robots.txt", "/page", "/gzip"]);
    const problem = await refused(fetcher.fetch(`${server.url}/long?a=1`));
    expect([problem.code, problem.passing, problem.message]).toEqual([
      "robots",
      false,
      `${server.url}/long?a=1 is closed to programs by its site's robots.txt: ask the site, or read the page by hand`,
    ]);
    await fetcher.fetch(`http://other.test:${server.port}/page`);
    expect(server.paths()).toEqual(["/robots.txt", "/page", "/gzip", "/robots.txt", "/page"]);
  });

  it("has no say where a person asks", async () => {
    server.on({ "/robots.txt": text("User-agent: *\nDisallow: /\n") });
    await open().fetch(`${server.url}/page`, { robots: false });
    await fetcher.close();
    await open({ robots: false }).fetch(`${server.url}/page`);
    expect(server.paths()).toEqual(["/page", "/page"]);
  });

  it("is obeyed on each hop of a redirect", async () => {
    server.on({
      "shut.test/robots.txt": text("User-agent: *\nDisallow: /page\n"),
      "open.test/away": (_, response) => {
        response.writeHead(302, { location: `http://shut.test:${server.port}/page` }).end();
      },
    });
    const problem = await refused(open().fetch(`http://open.test:${server.port}/away`));
    expect(problem.code).toBe("robots");
    expect(server.paths("shut.test")).toEqual(["/robots.txt"]);
  });

  it.each([
    ["is absent", (_, response) => response.writeHead(404).end()],
    ["is forbidden", (_, response) => response.writeHead(403).end()],
    ["is empty", (_, response) => response.end()],
    ["redirects in a circle", (_, response) => response.writeHead(302, { location: "/robots.txt" }).end()],
    ["redirects inside", (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end()],
    ["is a page", (_, response) => response.end("<!doctype html><p>Not found")],
  ] satisfies [
    string,
    (_: unknown, response: { writeHead: CallableFunction; end: CallableFunction }) => unknown,
  ][])("that %s allows everything", async (_, route) => {
    server.on({ "/robots.txt": route as Routes[string] });
    expect((await open().fetch(`${server.url}/page`)).status).toBe(200);
  });

  it("that its server fails to give closes the site for now", async () => {
    server.on({ "/robots.txt": (_, response) => void response.writeHead(500).end() });
    const problem = await refused(open().fetch(`${server.url}/page`));
    expect([problem.code, problem.passing, problem.retryAfter, problem.message]).toEqual([
      "robots-unknown",
      true,
      60,
      `${server.url}/page can't be asked for while its site's robots.txt answers 500: try again in 60 s`,
    ]);
    expect((await refused(fetcher.fetch(`${server.url}/page`))).code).toBe("robots-unknown");
    expect(server.paths()).toEqual(["/robots.txt"]);
  });

  it("that never comes is a fault of the network, which passes", async () => {
    server.on({ "/robots.txt": () => {} });
    const problem = await refused(open({ timeoutMs: 300 }).fetch(`${server.url}/page`));
    expect([problem.code, problem.passing]).toEqual(["timeout", true]);
    server.on({ "/robots.txt": text("") });
    expect((await fetcher.fetch(`${server.url}/page`)).status).toBe(200);
  });

  it("is followed through five redirects, each checked", async () => {
    server.on({
      "/robots.txt": (_, response) => void response.writeHead(301, { location: "/r?1" }).end(),
      "/r": (request, response) => {
        const hop = Number(request.url?.split("?")[1]);
        if (hop < 5) response.writeHead(302, { location: `/r?${hop + 1}` }).end();
        else response.end("User-agent: *\nDisallow: /\n");
      },
    });
    expect((await refused(open().fetch(`${server.url}/page`))).code).toBe("robots");
    expect(server.paths()).toEqual(["/robots.txt", "/r?1", "/r?2", "/r?3", "/r?4", "/r?5"]);
  });

  it("is read as far as 500 KiB, however long it goes on", async () => {
    server.on({
      "/robots.txt": (_, response) => {
        response.write("User-agent: *\nDisallow: /page\n");
        const more = () => {
          while (!response.destroyed && response.write("# boats\n".repeat(5000)));
        };
        response.on("drain", more);
        more();
      },
    });
    expect((await refused(open().fetch(`${server.url}/page`))).code).toBe("robots");
    expect((await fetcher.fetch(`${server.url}/gzip`)).status).toBe(200);
  });

  it("spaces requests by its delay", async () => {
    server.on({ "/robots.txt": text("User-agent: *\nCrawl-delay: 7\n") });
    const clock = fakeClock();
    open({ clock });
    const times: number[] = [];
    server.on({
      "/timed": (_, response) => {
        times.push(clock.ms());
        response.end("boats");
      },
    });
    const all = Promise.all([1, 2, 3].map(() => fetcher.fetch(`${server.url}/timed`)));
    let done = false;
    void all.finally(() => {
      done = true;
    });
    while (!done) await clock.run();
    const gaps = times.slice(1).map((time, n) => time - times[n]!);
    expect(gaps).toEqual([7000, 7000]);
  });

  it("gives out the sitemaps that it names; none where there is none", async () => {
    server.on({
      "a.test/robots.txt": text("Sitemap: https://a.test/news.xml\nUser-agent: *\nDisallow: /\n"),
    });
    open();
    expect(await fetcher.sitemapsOf(`http://a.test:${server.port}`)).toEqual(["https://a.test/news.xml"]);
    expect(await fetcher.sitemapsOf(`http://b.test:${server.port}/some/page`)).toEqual([]);
    expect(await fetcher.sitemapsOf("http://127.0.0.1:65535")).toEqual([]);
    expect(server.paths()).toEqual(["/robots.txt", "/robots.txt"]);
  });
});
