/** Text that tries to be more than text, and a brief that is full of it. */

import type { Report } from "../../src/model/report.ts";
import { recordOf, revisions } from "../../src/record/record.ts";
import { briefOf } from "../../src/view/brief/brief.ts";
import type { Brief } from "../../src/view/brief/model.ts";
import { newsSince } from "../../src/view/since.ts";
import {
  actor,
  archive,
  event,
  expectation,
  figure,
  legalBasis,
  office,
  onDay,
  type Printed,
  position,
  type Saying,
  statement,
  tampico,
  unnamed,
} from "../record/cases.ts";

export const payloads: readonly string[] = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</style><script>alert(1)</script>",
  "</title><svg onload=alert(1)>",
  "--><script>alert(1)</script><!--",
  "\"><a href='javascript:alert(1)'>x</a>",
  "[x](javascript:alert(1))",
  "![x](https://evil.example/pixel.png)",
  "[x]: https://evil.example 'y'",
  "[x][y]",
  "[^1]: not a note [^1]",
  "<https://evil.example>",
  "https://evil.example/bare",
  "www.evil.example/bare",
  "mail.me@evil.example",
  "mailto:me@evil.example",
  "xmpp:me@evil.example",
  "(https://evil.example/in-brackets)",
  "“https://evil.example/quoted”",
  "https://evil.example/a|b",
  "`https://evil.example/code`",
  "``x`` `y` *z* _w_ **b** __s__ ~~d~~ ~t~",
  "# heading",
  "## heading ##",
  "- item",
  "+ item",
  "1. item",
  "1) item",
  "> quotation",
  "| a | b |",
  "--- | ---",
  "===",
  "***",
  "- [ ] task",
  "```js alert(1) ```",
  "$$x$$ $y$",
  "&lt;b&gt; &amp; &#x3c;script&#x3e;",
  "\\<script\\> \\[x\\](y) \\",
  "<!-- comment -->",
  "<?php ?> <![CDATA[ x ]]> <!DOCTYPE x>",
  "\u202eright to left\u202c \u2066isolated\u2069 \u0007bell \u001b[31mred",
  "javascript:alert(1) data:text/html,x vbscript:x",
  "{{constructor.constructor('alert(1)')()}} $\u007b7*7} <%= 7*7 %>",
  "𝒳\ud800 lone \udc00 halves",
  `${"x".repeat(3000)}`,
  "中文标题 عربى עברית हिन्दी 🚢 Ωμέγα Привет Łódź",
];

const smuggler = (text: string) => actor(`person:${text.length}`, `Ana ${text}`, "person");

/** All payloads as title, publisher, speaker, actor, address and text. */
export function hostileBrief(all = true): Brief {
  const printed = payloads.map((payload, i): Printed => {
    const day = String(1 + (i % 27)).padStart(2, "0");
    const act = `The Navy struck boat ${i} ${payload} off Tampico`;
    const says: Saying[] = [
      event(act, {
        lemma: "strike",
        stage: "done",
        speaker: unnamed(`a man ${payload}`),
        places: [tampico],
        time: onDay(`2031-03-${day}`, payload),
      }),
      figure(`${i + 3}0`, {
        best: (i + 3) * 10,
        of: `sailors ${payload}`,
        speaker: office(payload),
        in: `it killed ${i + 3}0 sailors`,
      }),
      position(smuggler(payload), "opposes", `a landing at ${i}`),
      legalBasis(`Act ${i}`),
      expectation(`will sail on day ${i}`, { by: onDay(`2031-04-${day}`, payload) }),
      statement(office(payload), `it killed ${i + 3}0 sailors`),
    ];
    const text = `${act}.\n\n${payload}\n\nOfficials said it killed ${i + 3}0 sailors. Ana opposes a landing at ${i}. Act ${i} is cited. The ferry will sail on day ${i}.`;
    return {
      publisher: `Post ${payload}`,
      title: payload,
      at: `2031-03-${day}T06:00:00Z`,
      url:
        i % 3 === 0
          ? `javascript:alert(${i})`
          : `https://post.example/${i}?<script>=${encodeURIComponent(payload.toWellFormed())}`,
      text,
      says,
    };
  });
  const { reports, readings } = archive(...printed);
  const record = recordOf(reports, readings);
  const before = recordOf([], []);
  const changes = revisions(before, record, { knownAt: "2031-03-28T00:00:00Z" });
  const unread: Report[] = payloads.map((payload, i) => ({
    ...reports[0]!,
    id: `unread${i}`,
    title: payload,
  }));
  return briefOf({
    title: payloads.slice(0, 6).join(" "),
    summary: payloads.join(" "),
    notice: payloads[1]!,
    record,
    reports: [...reports, ...unread],
    unread: new Map(unread.map(({ id }, i) => [id, payloads[i]!])),
    since: {
      words: "Since the beginning",
      news: newsSince({ before, now: record, reports, revisions: changes }),
    },
    all,
  });
}
