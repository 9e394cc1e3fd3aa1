import { describe, expect, it } from "vitest";
import type { Document } from "../../model/document.ts";
import { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import { reportsOf } from "../reports.ts";

const documentOf = (text: string | Uint8Array, given: Partial<Document> = {}): Document => ({
  sha256: "a".repeat(64),
  bytes: typeof text === "string" ? Buffer.from(text) : text,
  input: "boats.eml",
  fetchedAt: "2031-03-05T08:00:00Z",
  mediaType: "message/rfc822",
  ...given,
});
const read = (text: string | Uint8Array, given: Partial<Document> = {}) => reportsOf(documentOf(text, given));
const lines = ({ blocks, text }: Report) =>
  blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

async function problem(text: string | Uint8Array): Promise<Problem> {
  const found = await read(text).catch((error: unknown) => error);
  expect(found).toBeInstanceOf(Problem);
  expect((found as Problem).message).not.toMatch(/\n/);
  return found as Problem;
}

const head = [
  "Received: from mx.gulfherald.example by inbox.example; Mon, 3 Mar 2031 08:15:10 +0100",
  "From: Gulf Herald <news@gulfherald.example>",
  "To: desk@monitor.example",
  "Subject: Ferries to Lima Island stop",
  "Date: Mon, 3 Mar 2031 08:15:00 +0100",
  "Message-ID: <18.4@gulfherald.example>",
  "MIME-Version: 1.0",
];
const one =
  "The last ferry to Lima Island left on Sunday, the harbour master said in a statement to the crews.";
const two =
  "Crews had refused to sail since two boats were searched at sea on Friday night by the coast guard.";
const plain = (body: string, extra: string[] = [], top = head) =>
  [...top, "Content-Type: text/plain; charset=utf-8", ...extra, "", body].join("\r\n");
const multipart = (kind: string, parts: string[][], top = head) =>
  [
    ...top,
    `Content-Type: multipart/${kind}; boundary="=_x"`,
    "",
    "This is a message in several parts.",
    ...parts.flatMap((part) => ["--=_x", ...part]),
    "--=_x--",
    "",
  ].join("\r\n");

describe("a mail", () => {
  it("is a report with what its header says, stated", async () => {
    const [report, ...others] = await read(plain(`${one}\r\n\r\n${two}\r\n`));
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      title: "Ferries to Lima Island stop",
      publisher: "Gulf Herald",
      bylines: [],
      published: { value: "2031-03-03T08:15:00+01:00", stated: true, from: "mail" },
      language: "en",
      extractor: "mail@1",
      warnings: [],
    });
    expect(report!.url).toBeUndefined();
    expect(report!.claims).toContainEqual({
      field: "message-id",
      value: "<18.4@gulfherald.example>",
      from: "mail",
    });
    expect(lines(report!)).toEqual([
      "headline: Ferries to Lima Island stop",
      `paragraph: ${one}`,
      `paragraph: ${two}`,
    ]);
  });

  const bodies: [what: string, mail: string | Uint8Array, text: string[]][] = [
    [
      "format=flowed",
      plain(
        `The last ferry to Lima Island left on Sunday, \r\nthe harbour master said in a statement \r\nto the crews.\r\n\r\n${two}`,
        [],
      ).replace("charset=utf-8", "charset=utf-8; format=flowed"),
      [one, two],
    ],
    [
      "quoted-printable, another character set",
      plain(
        "El se=F1or Pe=F1a dijo el domingo que el =FAltimo barco sali=F3 de la isla y que nadie fue detenido en =\r\nel puerto.",
        ["Content-Transfer-Encoding: quoted-printable"],
      ).replace("utf-8", "iso-8859-1"),
      [
        "El señor Peña dijo el domingo que el último barco salió de la isla y que nadie fue detenido en el puerto.",
      ],
    ],
    [
      "base64",
      plain(Buffer.from(`${one}\n\n${two}`).toString("base64").replace(/.{76}/g, "$&\r\n"), [
        "Content-Transfer-Encoding: base64",
      ]),
      [one, two],
    ],
    [
      "a signature",
      plain(
        `${one}\r\n\r\n${two}\r\n\r\n-- \r\nAna Ruiz, deputy editor of the morning pages, who answers every mail that she is sent.`,
      ),
      [one, two],
    ],
    [
      "an answer's quoted message",
      plain(
        `${one}\r\n\r\n${two}\r\n\r\nOn Mon, 3 Mar 2031 at 07:00, Ben Okoro wrote:\r\n> Did the last ferry to the island leave on Saturday, as the crews told us in the harbour?`,
      ),
      [one, two],
    ],
    [
      "addresses of links",
      plain(
        `${one} <https://gulfherald.example/a?b=c>\r\n\r\nhttps://gulfherald.example/x\r\n\r\n[image: A boat]\r\n${two}`,
      ),
      [one, two],
    ],
    [
      "HTML before plain text",
      multipart("alternative", [
        ["Content-Type: text/plain; charset=utf-8", "", "See the page."],
        [
          "Content-Type: text/html; charset=utf-8",
          "",
          `<html><body><p>${one}</p><p>${two}</p></body></html>`,
        ],
      ]),
      [one, two],
    ],
    [
      "plain text where the HTML is a shell",
      multipart("alternative", [
        ["Content-Type: text/plain; charset=utf-8", "", `${one}\r\n\r\n${two}`],
        ["Content-Type: text/html; charset=utf-8", "", "<html><body><img src=x></body></html>"],
      ]),
      [one, two],
    ],
    [
      "parts within parts",
      multipart("mixed", [
        [
          "Content-Type: multipart/alternative; boundary=inner",
          "",
          "--inner",
          "Content-Type: text/plain",
          "",
          "x",
          "--inner",
          "Content-Type: text/html; charset=utf-8",
          "",
          `<p>${one}</p><p>${two}</p>`,
          "--inner--",
        ],
        ["Content-Type: image/png; name=boat.png", "Content-Disposition: inline", "", "x"],
      ]),
      [one, two],
    ],
    ["line ends without carriage returns", plain(`${one}\n\n${two}`).replaceAll("\r", ""), [one, two]],
  ];
  it.each(bodies)("is read: %s", async (_, mail, text) => {
    const [report] = await read(mail);
    expect(
      lines(report!)
        .filter((line) => !line.startsWith("headline"))
        .map((line) => line.replace(/^\w+: /, "")),
    ).toEqual(text);
  });

  it("is told by its header where nothing says that it is one", async () => {
    const { mediaType: _, ...bare } = documentOf(plain(`${one}\r\n\r\n${two}`), { input: "-" });
    expect((await reportsOf(bare))[0]?.extractor).toBe("mail@1");
    // A report saved as text with header lines of its own is none.
    const saved = Buffer.from(`Title: Ferries stop\nBy: Ana Ruiz\nDate: 3 March 2031\n\n${one}\n\n${two}`);
    expect((await reportsOf({ ...bare, bytes: saved }))[0]?.extractor).toBe("text@2");
  });

  it("that a browser saved (MHTML) is a page as before", async () => {
    const page = [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://herald.example/boats",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html; charset=utf-8",
      "",
      `<html><body><h1>Ferries stop</h1><p>${one}</p><p>${two}</p></body></html>`,
      "--b--",
    ].join("\r\n");
    for (const mediaType of ["message/rfc822", "multipart/related"])
      expect((await read(page, { mediaType }))[0]).toMatchObject({
        url: "https://herald.example/boats",
        extractor: "html@2",
      });
  });
});

describe("who sent it", () => {
  const senders: [from: string, list: string, publisher: string | undefined, bylines: string[]][] = [
    ["Gulf Herald <news@gulfherald.example>", "", "Gulf Herald", []],
    ["Ana Ruiz <ana.ruiz@gulfherald.example>", "", "gulfherald.example", ["Ana Ruiz"]],
    ["Ana Ruiz <aruiz@mail.gulfherald.example>", "", "gulfherald.example", ["Ana Ruiz"]],
    ["Ana Ruiz from the Gulf Herald <news@gulfherald.example>", "", "Gulf Herald", []],
    ["Ana Ruiz at Gulf Herald <ana@gulfherald.example>", "", "Gulf Herald", ["Ana Ruiz"]],
    ['"Ruiz Harbour Notes" <harbournotes@substack.com>', "", "Ruiz Harbour Notes", []],
    ["Ana Ruiz <anaruiz@gmail.com>", "", undefined, ["Ana Ruiz"]],
    ["Ana Ruiz <ana.ruiz@lists.example>", "Boats Weekly <boats.lists.example>", "Boats Weekly", ["Ana Ruiz"]],
    ["noreply@gulfherald.example", "", "gulfherald.example", []],
    ["=?utf-8?Q?Pe=C3=B1a_Zeitung?= <post@pena.example>", "", "Peña Zeitung", []],
    ["Harbour Board <board@harbour.example>", "", "Harbour Board", []],
  ];
  it.each(senders)("%s %s", async (from, list, publisher, bylines) => {
    const top = head.map((line) => (line.startsWith("From:") ? `From: ${from}` : line));
    const [report] = await read(plain(`${one}\r\n\r\n${two}`, list === "" ? [] : [`List-Id: ${list}`], top));
    expect(report!.publisher).toBe(publisher);
    expect(report!.bylines).toEqual(bylines);
  });
});

describe("a mail passed on", () => {
  const outer = [
    "From: Ben Okoro <ben.okoro@monitor.example>",
    "Subject: Fwd: Ferries to Lima Island stop",
    "Date: Wed, 5 Mar 2031 10:00:00 +0000",
    "Message-ID: <7@monitor.example>",
    "MIME-Version: 1.0",
  ];
  const expected = {
    title: "Ferries to Lima Island stop",
    publisher: "Gulf Herald",
    bylines: [],
    published: { value: "2031-03-03T08:15:00", stated: true, from: "forwarded" },
  };
  const text = [
    "See below, this is the one I meant when we spoke on the telephone about the island yesterday.",
    "",
    "---------- Forwarded message ---------",
    "From: Gulf Herald <news@gulfherald.example>",
    "Date: Mon, Mar 3, 2031 at 8:15 AM",
    "Subject: Ferries to Lima Island stop",
    "To: <desk@monitor.example>",
    "",
    one,
    "",
    two,
  ].join("\r\n");

  it("says what its own header lines say, and not what stands above them", async () => {
    const [report] = await read(plain(text, [], outer));
    expect(report).toMatchObject(expected);
    expect(lines(report!).slice(1)).toEqual([`paragraph: ${one}`, `paragraph: ${two}`]);
    expect(report!.claims).toContainEqual({ field: "byline", value: "Ben Okoro", from: "mail" });
  });

  const pages: [what: string, html: string][] = [
    [
      "Gmail",
      `<div dir="ltr">See below, this is the one I meant when we spoke about the island.<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong class="gmail_sendername" dir="auto">Gulf Herald</strong> <span dir="auto">&lt;<a href="mailto:news@gulfherald.example">news@gulfherald.example</a>&gt;</span><br>Date: Mon, Mar 3, 2031 at 8:15 AM<br>Subject: Ferries to Lima Island stop<br>To:  &lt;<a href="mailto:desk@monitor.example">desk@monitor.example</a>&gt;<br></div><br><br><p>${one}</p><p>${two}</p></div></div>`,
    ],
    [
      "Apple Mail",
      `<html><body>See below.<br><div><br><blockquote type="cite"><div>Begin forwarded message:</div><br><div><span><b>From: </b></span><span>Gulf Herald &lt;<a href="mailto:news@gulfherald.example">news@gulfherald.example</a>&gt;<br></span></div><div><span><b>Subject: </b></span><span><b>Ferries to Lima Island stop</b><br></span></div><div><span><b>Date: </b></span><span>3 March 2031 at 8:15 AM<br></span></div><div><span><b>To: </b></span><span>desk@monitor.example<br></span></div><br><div><p>${one}</p><p>${two}</p></div></blockquote></div></body></html>`,
    ],
    [
      "Outlook",
      `<html><body><p class="MsoNormal">See below.</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Gulf Herald &lt;news@gulfherald.example&gt; <br><b>Sent:</b> Monday, March 3, 2031 8:15 AM<br><b>To:</b> desk@monitor.example<br><b>Subject:</b> Ferries to Lima Island stop</p></div></div><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">${one}</p><p class="MsoNormal">${two}</p></body></html>`,
    ],
  ];
  it.each(pages)("by %s", async (_, html) => {
    const mail = [...outer, "Content-Type: text/html; charset=utf-8", "", html].join("\r\n");
    const [report] = await read(mail);
    expect(report).toMatchObject(expected);
    expect(lines(report!).slice(1)).toEqual([`paragraph: ${one}`, `paragraph: ${two}`]);
  });

  it("in another language, and twice", async () => {
    const twice = [
      "----- Weitergeleitete Nachricht -----",
      "Von: Ben Okoro <ben@monitor.example>",
      "Gesendet: Dienstag, 4. März 2031 09:00",
      "An: Eva Brandt <eva@monitor.example>",
      "Betreff: WG: Ferries to Lima Island stop",
      "",
      "zur Kenntnis",
      "",
      text,
    ].join("\r\n");
    expect((await read(plain(twice, [], outer)))[0]).toMatchObject(expected);
  });

  it("as an attachment is a report of its own, beside the note that is none", async () => {
    const inner = plain(`${one}\r\n\r\n${two}`).split("\r\n");
    const mail = multipart(
      "mixed",
      [
        ["Content-Type: text/plain", "", "See below."],
        ["Content-Type: message/rfc822", "", ...inner],
      ],
      outer,
    );
    const reports = await read(mail);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({
      title: "Ferries to Lima Island stop",
      publisher: "Gulf Herald",
      published: { value: "2031-03-03T08:15:00+01:00", from: "mail" },
      document: "a".repeat(64),
      extractor: "mail@1",
    });
  });
});

describe("a newsletter", () => {
  const cell = (html: string) =>
    `<table width="600" role="presentation"><tr><td style="padding:20px">${html}</td></tr></table>`;
  const html = `<html><head><title>Herald Morning</title></head><body><div style="display:none;max-height:0">Ferries, prices and a storm</div><center><table width="100%"><tr><td>
    ${cell('<p style="font-size:11px">Having trouble viewing this? <a href="https://x.example">View in browser</a></p>')}
    ${cell('<img src="logo.png" alt="Herald Morning">')}
    ${cell(`<h1>Ferries to Lima Island stop</h1><p>${one}</p><p>${two}</p>`)}
    ${cell("<h2>Prices rise</h2><p>Bread costs a fifth more on the island than in January, the statistics office said on Monday morning.</p>")}
    ${cell("<h2>Storm ahead</h2><p>The weather office expects a storm over the strait on Thursday and has warned the fishing boats to stay.</p>")}
    ${cell('<p>You are receiving this email because you signed up at gulfherald.example. <a href="#">Unsubscribe</a> · <a href="#">Update your preferences</a></p><p>Gulf Herald, 12 Harbour Road, 48000 Port Elm</p><p>© 2031 Gulf Herald. All rights reserved.</p>')}
  </td></tr></table></center></body></html>`;

  it("is its pieces, without its furniture", async () => {
    const [report] = await read([...head, "Content-Type: text/html; charset=utf-8", "", html].join("\r\n"));
    expect(lines(report!)).toEqual([
      "headline: Ferries to Lima Island stop",
      `paragraph: ${one}`,
      `paragraph: ${two}`,
      "heading: Prices rise",
      "paragraph: Bread costs a fifth more on the island than in January, the statistics office said on Monday morning.",
      "heading: Storm ahead",
      "paragraph: The weather office expects a storm over the strait on Thursday and has warned the fishing boats to stay.",
    ]);
  });

  it("in plain text is the same", async () => {
    const text = [
      "View this email in your browser (https://x.example/a)",
      "",
      one,
      "",
      two,
      "",
      "12 Harbour Road, 48000 Port Elm",
      "",
      "You are receiving this email because you signed up on our site.",
      "Unsubscribe: https://x.example/u",
      "",
      "Copyright © 2031 Gulf Herald, All rights reserved.",
    ].join("\r\n");
    const [report] = await read(plain(text));
    expect(lines(report!).slice(1)).toEqual([`paragraph: ${one}`, `paragraph: ${two}`]);
  });

  it("does not lose sentences of a report about such words", async () => {
    const news =
      "Two million readers were told to unsubscribe from the list, the data office said after the ministry changed its privacy policy.";
    const [report] = await read(plain(`${one}\r\n\r\n${news}\r\n\r\n${two}`));
    expect(lines(report!).slice(1)).toEqual([one, news, two].map((text) => `paragraph: ${text}`));
  });
});

describe("what hangs on a mail", () => {
  const note = ["Content-Type: text/plain; charset=utf-8", "", `${one}\r\n\r\n${two}`];
  const page = `<html><body><h1>Board meets</h1><p>The harbour board meets on Thursday to decide on the ferries, its chair told the crews on Monday.</p><p>${two}</p></body></html>`;

  it("is read as reports of their own: pages and texts", async () => {
    const reports = await read(
      multipart("mixed", [
        note,
        [
          "Content-Type: text/html; name=board.html",
          "Content-Disposition: attachment; filename=board.html",
          "",
          page,
        ],
      ]),
    );
    expect(
      reports.map(({ title, input, extractor, document }) => [title, input, extractor, document.length]),
    ).toEqual([
      ["Ferries to Lima Island stop", "boats.eml", "mail@1", 64],
      ["Board meets", "boats.eml > board.html", "mail@1", 64],
    ]);
    expect(new Set(reports.map(({ id }) => id)).size).toBe(2);
  });

  it("is named where it can't be read", async () => {
    const [report] = await read(
      multipart("mixed", [
        note,
        ["Content-Type: application/ms-tnef; name=winmail.dat", "", "x"],
        ["Content-Type: application/msword; name=plan.doc", "", "x"],
        ["Content-Type: image/png; name=boat.png", "", "x"],
        ["Content-Type: application/pdf; name=torn.pdf", "", "%PDF-1.7 torn"],
      ]),
    );
    expect(report!.warnings).toEqual([
      'the attachment "winmail.dat" was not read: Outlook hides the text in it; have the message sent again as HTML or plain text',
      'the attachment "plan.doc" was not read: save its text as .txt or .html and read that',
      expect.stringMatching(/^the attachment "torn\.pdf" was not read: boats\.eml > torn\.pdf /),
    ]);
  });
});

describe("a bad mail is one line", () => {
  const bad: [what: string, mail: string | Uint8Array, code: string, message: RegExp][] = [
    ["no header", "just words without a colon", "bad-mail", /is no mail/],
    ["no blank line", "Subject: boats\r\nFrom: a@b.example", "no-article", /holds no text of a report/],
    [
      "only winmail.dat",
      multipart("mixed", [["Content-Type: application/ms-tnef; name=winmail.dat", "", "x"]]),
      "no-article",
      /beside its attachments: the attachment "winmail.dat" was not read: Outlook hides/,
    ],
    [
      "an attachment with a name without end",
      multipart("mixed", [[`Content-Type: application/msword; name=${"plan".repeat(3000)}.doc`, "", "x"]]),
      "no-article",
      /beside its attachments: the attachment "(?:plan){30}…" was not read: [^"]{1,100}$/,
    ],
    [
      "encrypted",
      multipart("encrypted", [["Content-Type: application/pgp-encrypted", "", "Version: 1"]]),
      "encrypted",
      /is encrypted: open it in your mail program/,
    ],
    ["an endless header", `Subject: ${"x".repeat(20_000_000)}`, "no-article", /holds no text/],
    ["a million header fields", "X-A: b\r\n".repeat(1_000_000), "no-article", /holds no text/],
    [
      "100,000 nested parts",
      Array.from(
        { length: 100_000 },
        (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
      ).join(""),
      "no-article",
      /holds no text/,
    ],
    [
      "100,000 nested messages",
      "Content-Type: message/rfc822\r\n\r\n".repeat(100_000),
      "no-article",
      /holds no text/,
    ],
    [
      "a million parts",
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\nx\r\n".repeat(1_000_000)}`,
      "no-article",
      /holds no text/,
    ],
    [
      "lines that begin as the boundary does",
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--bb\r\n".repeat(2_000_000)}`,
      "no-article",
      /holds no text/,
    ],
    [
      "a boundary that is all there is",
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b".repeat(2_000_000)}`,
      "no-article",
      /holds no text/,
    ],
    [
      "NULs",
      Buffer.concat([Buffer.from("Subject: a\r\n\r\n"), Buffer.alloc(1_000_000)]),
      "no-article",
      /holds no text/,
    ],
    ["a sender without end", `From: ${"a <a@b>, ".repeat(200_000)}\r\n\r\nx`, "no-article", /holds no text/],
    [
      "encoded words without end",
      `Subject: ${"=?utf-8?Q?=C3?= ".repeat(100_000)}\r\n\r\nx`,
      "no-article",
      /holds no text/,
    ],
  ];
  it.each(bad)("%s", async (_, mail, code, message) => {
    const found = await problem(mail);
    expect(found.code).toBe(code);
    expect(found.message).toMatch(message);
    expect(found.message.length).toBeLessThan(500);
  });

  it("and 10 MB of text are read", async () => {
    const [report] = await read(plain(`${one}\r\n\r\n${two}\r\n`.repeat(50_000)));
    expect(report!.blocks.length).toBeGreaterThan(2);
  });
});
