/** Following sources as a user does: the real command over a real server, and killed while it fetches. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../src/store/open.ts";
import { type Route, startServer, type TestServer } from "./server/server.ts";
import { article, rss } from "./work/site.ts";

const bin = fileURLToPath(new URL("../bin/sitrep.js", import.meta.url));
const hosts = 12;
const articles = 24;

let folder: string;
let server: TestServer;

const html =
  (body: string, headers: Record<string, string> = {}): Route =>
  (_, response) =>
    void response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);

/** Answers 304 where the client knows the tag already. */
const tagged =
  (body: () => string, type: string): Route =>
  (request, response) => {
    const etag = `"${body().length}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { "content-type": type, etag }).end(body());
  };

const linkOf = (i: number) => `${server.host((i % hosts) + 1)}/story/${i}`;
const storyOf = (i: number) =>
  article(
    `Patrol ${i} leaves port`,
    `The navy sent ${i + 2} boats out of port ${i} on Monday, the ministry said. It may send more next week, an official said.`,
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-following-"));
  server = await startServer({ hosts });
  const site = rss(
    Array.from({ length: 2 }, (_, i) => ({ link: linkOf(i), title: `Patrol ${i} leaves port` })),
    "<title>Harbour Herald</title><link>https://herald.example</link>",
  ).body;
  const many = rss(Array.from({ length: articles }, (_, i) => ({ link: linkOf(i) }))).body;
  server.on({
    "/": html(
      '<html><head><title>Harbour Herald</title><link rel="alternate" type="application/rss+xml" title="News" href="/feed"></head><body><p>Welcome</p></body></html>',
    ),
    "/feed": tagged(() => site, "application/rss+xml"),
    "/many": tagged(() => many, "application/rss+xml"),
    "/robots.txt": (_, response) =>
      void response
        .writeHead(200, { "content-type": "text/plain" })
        .end("User-agent: *\nDisallow: /private\n"),
    "/private/feed": tagged(() => site, "application/rss+xml"),
    "/statement": html(
      article("Statement of the ministry", "The ministry denied on Monday that it sent boats."),
    ),
    "/none": html("<html><body><nav>nothing</nav></body></html>"),
    ...Object.fromEntries(Array.from({ length: articles }, (_, i) => [`/story/${i}`, html(storyOf(i))])),
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("sitrep source and sitrep fetch", () => {
  const data = ["--data", "harbour"];
  let id = "";

  it("finds the feed of a site and says what it found", async () => {
    const { code, out } = await sitrep(
      "source",
      "add",
      server.url,
      "--to",
      "harbour",
      "--allow-private",
      ...data,
    );
    expect(out).toMatch(/^s[0-9a-f]{12} {2}Harbour Herald {2}is followed now\n {2}feed, 2 items now: /);
    expect(code).toBe(0);
    id = out.slice(0, 13);
    const again = await sitrep(
      "source",
      "add",
      `${server.url}/feed`,
      "--to",
      "harbour",
      "--allow-private",
      ...data,
    );
    expect(again.out).toContain("is followed already");
  });

  it("reads what it lists, once, and asks politely after that", async () => {
    const first = await sitrep("fetch", "--allow-private", ...data);
    expect(first.err).toBe("");
    expect(first.out).toBe("1 source visited, 1 with something new, 2 reports read\n");
    const brief = await sitrep("brief", "harbour", ...data);
    expect(brief.out).toContain("The navy sent 2 boats out of port 0 on Monday (done;");
    const asked = server.hits.length;
    const idle = await sitrep("fetch", "--allow-private", ...data);
    expect(idle.out).toBe("0 sources visited, 0 with something new, 0 reports read\n");
    expect(server.hits.length).toBe(asked);
    const named = await sitrep("fetch", id, "--allow-private", ...data);
    expect(named.out).toBe("1 source visited, 0 with something new, 0 reports read\n");
    expect(server.hits.at(-1)).toMatchObject({
      path: "/feed",
      headers: { "if-none-match": expect.any(String) },
    });
    expect(server.hits.at(-1)?.headers["user-agent"]).toMatch(/^Sitrep\//);
  });

  it("shows how each source does, and moves between feed readers", async () => {
    const list = await sitrep("source", "list", ...data);
    expect(list.out).toContain(`feed for harbour: ${server.url}/feed`);
    expect(list.out).toMatch(
      /works, 2 items in all, last new \d+ s ago, asked every \d+ min, next in \d+ min/,
    );
    const [row] = JSON.parse((await sitrep("source", "list", "--json", ...data)).out);
    expect(row.health).toMatchObject({ items: 2, failures: 0 });
    await sitrep("source", "export", "feeds.opml", ...data);
    const opml = readFileSync(join(folder, "feeds.opml"), "utf8");
    expect(opml).toContain(`xmlUrl="${server.url}/feed"`);
    const imported = await sitrep("source", "import", "feeds.opml", "--to", "copy", ...data);
    expect(imported.out).toBe("copy: 1 of 1 feeds are new and followed now\n");
    const removed = await sitrep("source", "remove", id, ...data);
    expect(removed.out).toContain("is no longer followed; what came from it stays");
    expect((await sitrep("source", "list", ...data)).out).not.toContain(id);
  });

  it("follows a page by itself", async () => {
    const to = ["--to", "statements", "--allow-private", ...data];
    const added = await sitrep("source", "add", `${server.url}/statement`, "--kind", "page", ...to);
    expect(added.out).toContain("page, 1 item now");
    const { out } = await sitrep("fetch", "statements", "--allow-private", ...data);
    expect(out).toBe("1 source visited, 1 with something new, 1 report read\n");
  });

  it("follows searches without asking first", async () => {
    const { out } = await sitrep("source", "search", "boats", "port", "--to", "search", "--data", "searches");
    expect(out).toMatch(/Google News: boats port {2}is followed now/);
    expect(out).toMatch(/GDELT: boats port {2}is followed now/);
  });

  const bad: [what: string, args: string[], line: RegExp][] = [
    [
      "an internal address",
      ["source", "add", "http://127.0.0.1:4701/feed"],
      /^sitrep: .*private address.*\n$/,
    ],
    [
      "a file's address",
      ["source", "add", "file:///etc/passwd"],
      /^sitrep: file:.* is not an http or https address/,
    ],
    [
      "nobody's id",
      ["source", "remove", "s000"],
      /^sitrep: no source "s000" is followed; sitrep source list/,
    ],
    ["no OPML", ["source", "import", "not.opml"], /^sitrep: not\.opml is no OPML: /],
  ];
  it.each(bad)("says in one line what is wrong with %s", async (_, args, line) => {
    writeFileSync(join(folder, "not.opml"), "<html></html>");
    const { code, err } = await sitrep(...args, ...data);
    expect(code).toBe(1);
    expect(err).toMatch(line);
    expect(err.trim()).not.toContain("\n");
  });

  it("obeys robots.txt of what it follows, and says so in the source's health", async () => {
    const at = ["--data", "robots", "--allow-private"];
    await sitrep("source", "add", `${server.url}/private/feed`, "--to", "robots", ...at);
    const { code, err } = await sitrep("fetch", ...at);
    expect(code).toBe(1);
    expect(err).toMatch(/robots\.txt/);
    expect((await sitrep("source", "list", "--data", "robots")).out).toMatch(
      /failing \(once\): .*robots\.txt/,
    );
  });
});

describe("killed while it fetches", () => {
  it("loses no article and keeps none twice", async () => {
    const data = ["--data", "killed"];
    await sitrep("source", "add", `${server.url}/many`, "--to", "many", "--allow-private", ...data);
    for (let round = 0; round < 5; round++) {
      const child = spawn(process.execPath, [bin, "fetch", "--allow-private", ...data], {
        cwd: folder,
        stdio: "ignore",
        env: { ...process.env, DATABASE_URL: "" },
      });
      const ended = new Promise((resolve) => child.on("close", resolve));
      // At another moment each time, all of them while articles come in: counted in answers, not in time.
      const until = server.hits.length + 2 + round * 3;
      while (server.hits.length < until && child.exitCode === null)
        await new Promise((resolve) => setTimeout(resolve, 2));
      child.kill("SIGKILL");
      await ended;
    }
    const last = await sitrep("fetch", "--allow-private", ...data);
    expect(last.err).toBe("");
    const store = await openStore({ folder: join(folder, "killed"), readOnly: true });
    try {
      const titles = (await store.reports({ situation: "many" })).map(({ title }) => title);
      expect(titles.sort()).toEqual(
        Array.from({ length: articles }, (_, i) => `Patrol ${i} leaves port`).sort(),
      );
      expect(await store.unread()).toBe(0);
      expect((await store.revisions("many")).length).toBeGreaterThan(articles / 2);
      expect(await store.outcomes({ failed: true })).toEqual([]);
    } finally {
      await store.close();
    }
  });
});

function sitrep(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: "", NO_COLOR: "1" },
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      out += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      err += chunk;
    });
    child.on("error", reject).on("close", (code) => resolve({ code, out, err }));
  });
}
