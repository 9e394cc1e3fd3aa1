import { describe, expect, it } from "vitest";
import { spent } from "../../../test/spent.ts";
import { type TitleContext, titleOf } from "./title.ts";

/** What each part of a page says, and the headline that they make together. */
const cases: [
  what: string,
  says: { ld?: string; og?: string; micro?: string; meta?: string } & TitleContext,
  title: string | undefined,
][] = [
  ["nothing", {}, undefined],
  ["one voice", { ld: "Navy stops boats", headline: "Navy stops boats" }, "Navy stops boats"],
  [
    "the outlet's name at the end, by whatever spelling",
    { og: "Navy stops four boats | Lagunen-Zeitung", publisher: "lagunen-zeitung.example" },
    "Navy stops four boats",
  ],
  [
    "an address that spells an umlaut out",
    { og: "Marine stoppt vier Boote | Börsen-Blatt", publisher: "boersen-blatt.de" },
    "Marine stoppt vier Boote",
  ],
  [
    "something short behind the headline",
    { og: "Navy stops four boats | World news", headline: "Navy stops four boats" },
    "Navy stops four boats",
  ],
  [
    "JSON-LD and OpenGraph against the page",
    { ld: "Storm: Navy stops four boats", og: "Storm - Navy stops four boats", headline: "Herald World." },
    "Storm: Navy stops four boats",
  ],
  [
    "a kicker that OpenGraph keeps",
    { og: "Unrest: Navy stops four boats", headline: "Navy stops four boats" },
    "Unrest: Navy stops four boats",
  ],
  [
    "a kicker that OpenGraph leaves out",
    {
      micro: "Unrest - Navy stops four boats",
      og: "Navy stops four boats",
      headline: "Unrest - Navy stops four boats",
    },
    "Navy stops four boats",
  ],
  [
    "a rubric before a bar",
    { ld: "Navy stops four boats", og: "World | Navy stops four boats", headline: "Navy stops four boats" },
    "Navy stops four boats",
  ],
  [
    "two kickers and one headline",
    { og: "Storm: Navy stops four boats", headline: "Unrest - Navy stops four boats" },
    "Navy stops four boats",
  ],
  [
    "a kicker run into the headline",
    { og: "Harbour talk / Navy stops four boats", headline: "Harbour talkNavy stops four boats" },
    "Harbour talk / Navy stops four boats",
  ],
  [
    "a head cut for search, and what readers see",
    { og: "Navy stops boats", headline: "Navy stops four boats off the northern coast" },
    "Navy stops four boats off the northern coast",
  ],
  [
    "a headline right above the text that nothing confirms",
    {
      ld: "What is known about the smugglers",
      headline: "Navy stops four boats off the coast",
      headlineLeads: true,
    },
    "Navy stops four boats off the coast",
  ],
  [
    "a heading elsewhere that nothing confirms",
    { ld: "What is known about the smugglers", headline: "Navy stops four boats off the coast" },
    "What is known about the smugglers",
  ],
  [
    "a ticker's last entries",
    {
      ld: "Storm on the coast: the latest",
      headline: "Boats leave +++ Port shut +++ Rain",
      headlineLeads: true,
    },
    "Storm on the coast: the latest",
  ],
  [
    "the site's name as heading",
    { ld: "Navy stops boats", headline: "The Herald", publisher: "Herald" },
    "Navy stops boats",
  ],
  ["<title> alone", { docTitle: "Navy stops boats - Herald", publisher: "Herald" }, "Navy stops boats"],
];

describe("the headline", () => {
  it.each(cases)("of %s", (_, { ld, og, micro, meta, ...context }, title) => {
    const claims = [
      [ld, "json-ld"],
      [micro, "microdata"],
      [og, "opengraph"],
      [meta, "meta"],
    ] as const;
    const stated = claims.flatMap(([value, from]) =>
      value === undefined ? [] : [{ field: "title" as const, value, from }],
    );
    expect(titleOf(stated, context)).toBe(title);
  });

  it("takes time that grows with the marks in it", () => {
    const time = (marks: number) =>
      spent(() =>
        titleOf([{ field: "title", value: "a : ".repeat(marks), from: "opengraph" }], {
          headline: "b - ".repeat(marks),
        }),
      );
    time(1_000);
    expect(time(250_000)).toBeLessThan(25 * 5 * Math.max(5, time(10_000)));
  });
});
