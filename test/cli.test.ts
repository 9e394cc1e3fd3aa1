/** The command line as a user meets it: real processes, good input and bad. */
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../bin/sitrep.js", import.meta.url));
const story =
  "Ministry weighs border closure\n\nThe interior ministry may close the border at Arlen, officials said on Tuesday. " +
  "At least 12 people were injured in clashes there last week, according to the regional hospital.\n";

let folder: string;
let server: Server;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-cli-"));
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  put("story.txt", story);
  put("empty.txt", "");
  put("picture.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13));
  put(
    "broken.txt",
    Buffer.concat([
      Buffer.from(story),
      Uint8Array.of(0xc3, 0x28, 0xff),
      Buffer.from(" was the port, officials said.\n"),
    ]),
  );
  put(
    "index.html",
    "<html><head><title>Front</title></head><body><nav><a href='/a'>A</a> <a href='/b'>B</a></nav></body></html>",
  );
  put("large.txt", Buffer.alloc(50 * 2 ** 20, "The minister said that the border may close. "));
  put("escape.txt", `${story}\nThe minister said that \u001b[31mred\u001b[0m alert may follow.\n`);
  mkdirSync(join(folder, "none"));
  symlinkSync(join(folder, "nowhere"), join(folder, "dangling.txt"));
  server = createServer((request, response) => {
    if (request.url === "/gone") response.writeHead(404).end("gone");
    else if (request.url === "/round") response.writeHead(302, { location: "/round" }).end();
    else if (request.url === "/slow") response.writeHead(200, { "content-type": "text/html" }).write("<p>");
    else response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(story);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("sitrep read", () => {
  it("prints a brief with footnotes", async () => {
    const { code, out, err } = await sitrep(["read", "story.txt"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("1 report, 1 independent origin");
    expect(out).toMatch(/\[1\]/u);
    expect(out).toContain("SENTENCES");
    expect(out).not.toContain("HOW TO READ THIS");
  });

  it("prints JSON whose quotes are slices of what --text prints", async () => {
    const { out: text } = await sitrep(["read", "story.txt", "--text"]);
    const { out } = await sitrep(["read", "story.txt", "--json"]);
    const { reports, entries } = JSON.parse(out);
    expect(reports[0].textLength).toBe(text.length);
    expect(entries.length).toBeGreaterThan(0);
    for (const { evidence } of entries) {
      for (const { start, end, quote } of evidence) expect(quote).toBe(text.slice(start, end));
    }
  });

  it("reads standard input", async () => {
    const { code, out } = await sitrep(["read", "-"], story);
    expect(code).toBe(0);
    expect(out).toContain("SENTENCES");
  });

  it("takes the steering characters out of what it prints", async () => {
    const { out } = await sitrep(["read", "escape.txt"]);
    expect(out).not.toContain("\u001b");
  });

  it("reads the other inputs when one fails", async () => {
    const { code, out, err } = await sitrep(["read", "missing.txt", "story.txt"]);
    expect(code).toBe(1);
    expect(err).toMatch(/missing\.txt/u);
    expect(out).toContain("1 report, 1 independent origin");
  });

  const bad: [name: string, input: () => string, says: RegExp][] = [
    ["an empty file", () => "empty.txt", /empty\.txt.*empty/u],
    ["a picture", () => "picture.png", /picture\.png.*PNG/u],
    ["a missing file", () => "missing.txt", /missing\.txt/u],
    ["a link to nowhere", () => "dangling.txt", /dangling\.txt/u],
    ["an empty folder", () => "none", /none/u],
    ["a page without an article", () => "index.html", /index\.html.*article/u],
    ["a text of 50 MB", () => "large.txt", /large\.txt.*M/u],
    ["an address that answers 404", () => `${address}/gone`, /404/u],
    ["a redirect without end", () => `${address}/round`, /redirect/u],
    ["a name that is no address", () => "http://", /http/u],
  ];
  it.each(bad)("says in one line what is wrong with %s", async (_, input, says) => {
    const { code, out, err } = await sitrep(["read", "--allow-private", input()]);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toMatch(/^sitrep: /u);
    expect(err).toMatch(says);
  });

  it("refuses a private address unless told otherwise", async () => {
    const { code, err } = await sitrep(["read", address]);
    expect(code).toBe(1);
    expect(err).toMatch(/private|loopback/u);
    expect((await sitrep(["read", address, "--allow-private"])).code).toBe(0);
  });

  it("reads a text with broken UTF-8 and says so", async () => {
    const { code, out } = await sitrep(["read", "broken.txt", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out).reports[0].warnings.join()).toMatch(/UTF-8/u);
  });

  it("refuses a date that does not exist", async () => {
    const { code, err } = await sitrep(["read", "story.txt", "--published", "2025-02-31"]);
    expect(code).toBe(1);
    expect(err).toMatch(/date/u);
  });
});

describe("sitrep add and brief", () => {
  it("keeps what was read, and says what failed", async () => {
    const data = ["--data", join(folder, "data")];
    const added = await sitrep(["add", "border", "story.txt", "empty.txt", ...data, "--title", "The border"]);
    expect(added.code).toBe(1);
    expect(added.out).toContain("1 read, 1 failed, 1 reports in all");
    expect(added.err).toMatch(/empty\.txt/u);
    const again = await sitrep(["add", "border", "story.txt", ...data]);
    expect(again.code).toBe(0);
    const brief = await sitrep(["brief", "border", ...data]);
    expect(brief.out).toContain("The border");
    expect(brief.out).toContain("1 independent origin");
    expect((await sitrep(["brief", "border", ...data, "--known-at", "2001-01-01"])).out).toContain(
      "0 reports",
    );
    expect((await sitrep(["brief", ...data])).out).toContain("border  The border");
  });

  it("says which situation there is not, and what an id is", async () => {
    const data = ["--data", join(folder, "data2")];
    expect((await sitrep(["add", "Bad Id", "story.txt", ...data])).err).toMatch(/small letters/u);
    expect((await sitrep(["brief", "nothing", ...data])).code).toBe(1);
    const again = await sitrep(["reread", "nothing", ...data]);
    expect([again.code, again.err]).toEqual([
      1,
      'sitrep: there is no situation "nothing"; sitrep brief lists them\n',
    ]);
  });

  it("reads its documents again, and adds nothing that is there", async () => {
    const data = ["--data", join(folder, "data3")];
    await sitrep(["add", "border", "story.txt", ...data]);
    const again = await sitrep(["reread", "border", ...data]);
    expect(again.out).toContain("border: 0 reports and 0 readings added, 0 revisions, 0 failed");
  });
});

describe("sitrep brief as a file, and since", () => {
  const data = () => ["--data", join(folder, "data4")];
  beforeAll(() => sitrep(["add", "border", "story.txt", ...data(), "--title", "The border"]));

  it.each([
    ["brief.md", "# The border"],
    ["brief.html", "<!doctype html>"],
    ["brief.pdf", "%PDF-1.7"],
    ["brief.txt", "The border"],
  ])("writes %s, the same each time", async (file, begins) => {
    const made = await sitrep(["brief", "border", ...data(), "--out", file]);
    expect(made).toEqual({ code: 0, out: "", err: `sitrep: wrote ${file}\n` });
    const bytes = readFileSync(join(folder, file));
    expect(bytes.subarray(0, begins.length).toString()).toBe(begins);
    await sitrep(["brief", "border", ...data(), "--out", file]);
    expect(readFileSync(join(folder, file)).equals(bytes)).toBe(true);
  });

  it("is in Spanish for who asks, but for what is cut from reports", async () => {
    const { out } = await sitrep(["brief", "border", ...data(), "--lang", "es", "--reader", "desk"]);
    expect(out).toContain("Se apoya en: 1 noticia, 1 origen independiente");
    expect(out).toContain("Todo es nuevo: es la primera visita de desk");
    expect(out).not.toMatch(/Rests on|says |SENTENCES/u);
    const since = await sitrep(["since", "border", ...data(), "--lang", "es", "--reader", "desk"]);
    expect(since.out).toContain("QUÉ HA CAMBIADO");
    const refused = await sitrep(["brief", "border", ...data(), "--lang", "xx"]);
    expect(refused.err).toMatch(/en, es/u);
  });

  it("prints a format to standard output", async () => {
    expect((await sitrep(["brief", "border", ...data(), "--format", "md"])).out).toMatch(/^# The border\n/u);
  });

  const wrong: [args: string[], says: RegExp][] = [
    [["--out", "brief.doc"], /\.md, \.html, \.pdf or \.txt/u],
    [["--out", "nowhere/brief.md"], /nowhere\/brief\.md.*folder/u],
    [["--since", "2031-04-01", "--reader", "desk"], /give one/u],
    [["--from", "2031-04-02", "--to", "2031-04-01"], /turn them round/u],
    [["--json", "--format", "md"], /leave out/u],
    [["--format", "doc"], /text, md, html, pdf/u],
    [["--since", "yesterday"], /2025-11-05/u],
  ];
  it.each(wrong)("refuses %j in one line that says what to do", async (args, says) => {
    const { code, out, err } = await sitrep(["brief", "border", ...data(), ...args]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(says);
  });

  it("tells each reader what is new until the reader has looked", async () => {
    const first = await sitrep(["since", "border", ...data(), "--reader", "desk", "--mark"]);
    expect(first.out).toContain("desk has not looked before");
    expect(first.out).toContain("may close the border");
    expect(first.out).toContain("Marked: desk");
    expect((await sitrep(["since", "border", ...data(), "--reader", "desk"])).out).toMatch(
      /Since desk last looked, .*: nothing\./u,
    );
    expect((await sitrep(["since", "border", ...data(), "--reader", "night desk"])).out).toContain(
      "may close the border",
    );
    const { news } = JSON.parse(
      (await sitrep(["since", "border", ...data(), "--reader", "x", "--json"])).out,
    );
    expect(news.length).toBeGreaterThan(0);
    const brief = await sitrep(["brief", "border", ...data(), "--reader", "desk"]);
    expect(brief.out).toMatch(/WHAT CHANGED\n {2}Since desk last looked/u);
  });

  it("looks as of an earlier day, and says which situation there is not", async () => {
    const early = await sitrep([
      "since",
      "border",
      ...data(),
      "--reader",
      "early",
      "--known-at",
      "2001-01-01",
    ]);
    expect(early.out).toContain(": nothing.");
    const older = await sitrep(["since", "border", ...data(), "--reader", "early", "--at", "2001-01-01"]);
    expect(older.out).toBe(early.out);
    const asOf = await sitrep(["since", "border", ...data(), "--reader", "early", "--as-of", "2001-01-01"]);
    expect(asOf.out).toContain(": nothing.");
    expect(asOf.out).not.toContain("taken back");
    const marked = ["since", "border", ...data(), "--as-of", "2001-01-01", "--mark"];
    expect(await sitrep(marked)).toMatchObject({
      code: 1,
      out: "",
      err: "sitrep: --mark and --as-of: what was published later has not been seen then; mark without --as-of\n",
    });
    expect((await sitrep(["since", "nothing", ...data()])).err).toBe(
      'sitrep: there is no situation "nothing"; sitrep brief without a name lists them\n',
    );
  });
});

describe("sitrep start", () => {
  it.each([
    [["--host", "0.0.0.0"], "", /--host 0\.0\.0\.0 lets others reach this server: set a password/u],
    [["--host", "::"], "", /--host :: lets others/u],
    [["--host", "10.1.2.3"], "short", /the password is 5 characters long: give it 12 or more/u],
    [["--public-url", "https://desk.example"], "", /--public-url https:\/\/desk\.example lets others/u],
    [["--host", "0.0.0.0", "--password-file", "nowhere.txt"], "", /nowhere\.txt can't be read \(ENOENT\)/u],
  ])("%j with the password %j does not begin", async (options, password, message) => {
    const { code, err } = await sitrep(["start", "--data", "never", ...options], "", {
      SITREP_PASSWORD: password,
    });
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(existsSync(join(folder, "never"))).toBe(false);
  });
});

describe("help", () => {
  it.each(["read", "start", "add", "reread", "brief", "since", "parse"])(
    "sitrep %s --help has an example",
    async (command) => {
      const { code, out } = await sitrep([command, "--help"]);
      expect(code).toBe(0);
      expect(out).toMatch(/Example/u);
    },
  );
});

/** Runs the command in the test's folder; a hang is an error. */
function sitrep(
  args: string[],
  input = "",
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: "", NO_COLOR: "1", ...env },
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
    child.stdin.on("error", () => {}).end(input);
  });
}
