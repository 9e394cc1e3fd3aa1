import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../../model/document.ts";
import { Problem } from "../../model/problem.ts";
import { documents } from "../documents.ts";
import type { SourceOptions } from "../options.ts";

let root = "";
const at = (name: string) => join(root, name);
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "sitrep-mail-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function all(input: string, options: Partial<SourceOptions> = {}): Promise<(Document | Problem)[]> {
  const found: (Document | Problem)[] = [];
  for await (const one of documents(input, { now: () => "2031-03-04T08:00:00Z", ...options }))
    found.push(one);
  return found;
}

async function mailbox(
  name: string,
  content: string | Uint8Array,
  options: Partial<SourceOptions> = {},
): Promise<(Document | Problem)[]> {
  writeFileSync(at(name), content);
  return all(at(name), options);
}

/** What came out: a document's text, a problem's code. */
const shortly = (found: readonly (Document | Problem)[]) =>
  found.map((one) => (one instanceof Problem ? one.code : new TextDecoder().decode(one.bytes)));

const from = (day: number) => `From ana@herald.example Mon Mar  ${day} 08:00:00 2031`;
const mail = (subject: string, body: string) => `Subject: ${subject}\n\n${body}`;

describe("a mailbox", () => {
  it("is a document for each message, named by number and subject", async () => {
    const found = await mailbox(
      "two.mbox",
      `${from(3)}\n${mail("Ferries stop", "No boat left.\n")}\n${from(4)}\n${mail("=?utf-8?Q?F=C3=A4hren_fahren?=", "Boats left.\n")}`,
    );
    expect(found).toMatchObject([
      {
        input: `${at("two.mbox")}#1 (Ferries stop)`,
        mediaType: "message/rfc822",
        fetchedAt: "2031-03-04T08:00:00Z",
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      { input: `${at("two.mbox")}#2 (Fähren fahren)` },
    ]);
    expect(found.every((one) => !("url" in one))).toBe(true);
    expect(shortly(found)).toEqual([
      "Subject: Ferries stop\n\nNo boat left.\n",
      "Subject: =?utf-8?Q?F=C3=A4hren_fahren?=\n\nBoats left.\n",
    ]);
  });

  const parted: [what: string, mailbox: string, messages: string[]][] = [
    [
      'takes one ">" off quoted "From " lines',
      `${from(3)}\nA: b\n\n>From here on.\n>>From there.\n> From\n`,
      ["A: b\n\nFrom here on.\n>From there.\n> From\n"],
    ],
    [
      "leaves a sentence that begins with From",
      `${from(3)}\nA: b\n\nOne.\n\nFrom 2031 on, no boat left.\n`,
      ["A: b\n\nOne.\n\nFrom 2031 on, no boat left.\n"],
    ],
    [
      "parts nothing within a paragraph",
      `${from(3)}\nA: b\n\nOne.\n${from(4)}\nTwo.\n`,
      [`A: b\n\nOne.\n${from(4)}\nTwo.\n`],
    ],
    [
      "knows line ends with carriage returns",
      `${from(3)}\r\nA: b\r\n\r\nOne.\r\n\r\n${from(4)}\r\nC: d\r\n\r\nTwo.\r\n`,
      ["A: b\r\n\r\nOne.\r\n", "C: d\r\n\r\nTwo.\r\n"],
    ],
    [
      "knows what Thunderbird and Takeout write",
      `From - Mon Mar  3 08:00:00 2031\nA: b\n\nOne.\n\nFrom 18@xxx Mon Mar 03 08:00:00 +0000 2031\nC: d\n\nTwo.`,
      ["A: b\n\nOne.\n", "C: d\n\nTwo."],
    ],
    ["tells an empty message", `${from(3)}\n\n\n${from(4)}\nC: d\n\nTwo.\n`, ["empty", "C: d\n\nTwo.\n"]],
    [
      "tells a message of NULs, and reads on",
      `${from(3)}\nA: b\n\n\0\0\0\n\n${from(4)}\nC: d\n\nTwo.\n`,
      ["binary", "C: d\n\nTwo.\n"],
    ],
    ["tells what is no mailbox", "Subject: a\n\nOne.\n", ["no-mailbox"]],
    ["tells an empty one", "\n\n", ["empty"]],
    ["keeps a message without an end", `${from(3)}\nSubject: a`, ["Subject: a"]],
  ];
  it.each(parted)("%s", async (_, content, messages) => {
    expect(shortly(await mailbox("parted.mbox", content))).toEqual(messages);
  });

  it("may have a name that says nothing, or be gzipped", async () => {
    const content = `${from(3)}\nA: b\n\nOne.\n`;
    expect(shortly(await mailbox("Inbox", content))).toEqual(["A: b\n\nOne.\n"]);
    expect(shortly(await mailbox("box.mbox.gz", gzipSync(content)))).toEqual(["A: b\n\nOne.\n"]);
    const torn = gzipSync(Buffer.from(content.repeat(50))).subarray(0, 60);
    expect(shortly(await mailbox("torn.mbox.gz", torn)).at(-1)).toBe("broken-gzip");
  });

  it("passes over a message beyond the limit, one line as long as that too", async () => {
    const long = `A: b\n\n${"x".repeat(300_000)}\n`;
    const found = await mailbox("long.mbox", `${from(3)}\n${long}\n${from(4)}\nC: d\n\nTwo.\n`, {
      maxBytes: 200_000,
    });
    expect(shortly(found)).toEqual(["too-large", "C: d\n\nTwo.\n"]);
    expect((found[0] as Problem).message).toBe(
      `${at("long.mbox")}#1 is larger than 0.2 MiB, the limit for one message: save its report by itself`,
    );
  });

  it("of 100 MB takes the memory of a message", async () => {
    const stream = createWriteStream(at("large.mbox"));
    const message = `${from(3)}\n${mail("Boats", `${"A line of a report about boats.\n".repeat(30_000)}`)}\n`;
    for (let i = 0; i < 100; i++)
      if (!stream.write(message)) await new Promise<void>((done) => stream.once("drain", () => done()));
    await new Promise<void>((done) => stream.end(done));
    const before = process.memoryUsage().rss;
    let most = before;
    let count = 0;
    for await (const one of documents(at("large.mbox"), { now: () => "2031-03-04T08:00:00Z" })) {
      expect(one).not.toBeInstanceOf(Problem);
      count++;
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect(count).toBe(100);
    expect(most - before).toBeLessThan(150 * 2 ** 20);
  });
});

describe("a folder of mail", () => {
  it("gives its .eml files and mailboxes", async () => {
    mkdirSync(at("mails"));
    writeFileSync(at("mails/a.eml"), "A: b\n\nOne.\n");
    writeFileSync(at("mails/b.mbox"), `${from(3)}\nC: d\n\nTwo.\n\n${from(4)}\nE: f\n\nThree.\n`);
    const found = await all(at("mails"));
    expect(shortly(found)).toEqual(["A: b\n\nOne.\n", "C: d\n\nTwo.\n", "E: f\n\nThree.\n"]);
    expect(found).toMatchObject([{ mediaType: "message/rfc822" }, {}, {}]);
  });

  it("as a Maildir gives what was delivered, whatever its files are called", async () => {
    for (const name of ["cur", "new", "tmp"]) mkdirSync(at(`maildir/${name}`), { recursive: true });
    writeFileSync(at("maildir/cur/1930291200.1.host:2,S"), "A: b\n\nOne.\n");
    writeFileSync(at("maildir/new/1930291201.1.host"), "C: d\n\nTwo.\n");
    writeFileSync(at("maildir/tmp/1930291202.1.host"), "E: f\n\nThr");
    const found = await all(at("maildir"));
    expect(shortly(found)).toEqual(["A: b\n\nOne.\n", "C: d\n\nTwo.\n"]);
    expect(found).toMatchObject([{ mediaType: "message/rfc822" }, { mediaType: "message/rfc822" }]);
  });
});
