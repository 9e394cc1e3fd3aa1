import { describe, expect, it } from "vitest";
import {
  type Archive,
  archive,
  event,
  named,
  office,
  type Printed,
  statement,
  unnamed,
} from "../../../test/record/cases.ts";
import type { Origin } from "../../model/origin.ts";
import { recordOf } from "../record.ts";

const story = `A patrol craft fired on a motorboat off the coast early on Tuesday, killing four of the men aboard, the navy's regional command said in a written notice to the port. The boat had left a fishing harbour after midnight without lights and had not answered two calls by radio, the notice went on.

Fishermen who were at sea that night told the harbour master that they had seen a flash to the north and then nothing more for an hour. The harbour master wrote down the time and the bearing, and passed both on to the coast guard station across the bay.

It was the third such incident in this stretch of water since the new patrols began, and the first one in which bodies were brought to land. A judge in the port town has asked for the log of the patrol craft and for the names of its crew, which the command has until Friday to hand over.

Shopkeepers along the quay closed early in the afternoon. The mayor asked people to stay away from the northern beach until divers had finished their work there.`;

const [first, second, third, fourth] = story.split("\n\n") as [string, string, string, string];

/** The same happening in a reporter's own words. */
const ownStory = `Four crewmen of a fishing vessel died when the navy opened fire before dawn on Tuesday, according to relatives who gathered at the hospital in the port. Doctors there have received three of the dead and expect another.

Ana Ruiz, whose brother was on board, says the men carried ice and bait and had worked these waters for years. She has filed a complaint at the prosecutor's office and wants the wreck raised before the tide takes it.`;

const at = (hour: number) => `2026-03-03T${String(hour).padStart(2, "0")}:00:00Z`;

function origins({ reports, readings }: Archive): readonly Origin[] {
  return recordOf(reports, readings).origins;
}

/** Publishers of each origin, in order. */
function grouped(...printed: readonly Printed[]): string[][] {
  const found = archive(...printed);
  const publisher = new Map(found.reports.map(({ id, publisher = "" }) => [id, publisher]));
  return origins(found).map(({ reports }) => reports.map((id) => publisher.get(id)!));
}

describe("reports that are one origin", () => {
  const wire = { credit: "Meridian Press Agency" };

  it("collapses a wire story printed by five papers, cut, headed anew and without credit", () => {
    expect(
      grouped(
        { publisher: "Harbour Post", at: at(6), text: story, ...wire },
        { publisher: "Bay Courier", at: at(7), text: story, ...wire },
        { publisher: "Delta Times", at: at(8), text: `${first}\n\n${second}`, ...wire },
        { publisher: "Plains Dispatch", at: at(9), text: first, ...wire },
        {
          publisher: "Inland Mirror",
          at: at(10),
          text: `Blood in the bay\n\n${story}`,
          title: "Blood in the bay",
        },
      ),
    ).toEqual([["Harbour Post", "Bay Courier", "Delta Times", "Plains Dispatch", "Inland Mirror"]]);
  });

  it("names the agency and gives each link its reason and a sentence for people", () => {
    const [origin] = origins(
      archive(
        { publisher: "Harbour Post", at: at(6), text: story, ...wire },
        { publisher: "Bay Courier", at: at(7), text: `${first}\n\n${second}`, ...wire },
        { publisher: "Inland Mirror", at: at(8), text: story },
      ),
    );
    expect(origin!.name).toBe("Meridian Press Agency");
    expect(origin!.links.map(({ reason, why }) => [reason, why])).toEqual([
      ["wire-credit", "credits Meridian Press Agency; 100 % of its text stands in Harbour Post"],
      ["copied-text", "100 % of its text stands in Harbour Post"],
    ]);
  });

  const cases: readonly [string, Printed, Printed][] = [
    [
      "copied text with paragraphs of padding",
      { publisher: "Harbour Post", at: at(6), text: `${first}\n\n${second}\n\n${third}` },
      {
        publisher: "Padded Paper",
        at: at(9),
        text: `${ownStory.slice(0, 160)}\n\n${first}\n\n${second}\n\n${fourth}`,
      },
    ],
    [
      "copied text with words changed here and there",
      { publisher: "Harbour Post", at: at(6), text: story },
      {
        publisher: "Retold Paper",
        at: at(9),
        text: story.replace("early on Tuesday", "on Tuesday morning").replace("Shopkeepers", "Traders"),
      },
    ],
    [
      "typographic quotes, case and spaces aside",
      { publisher: "Harbour Post", at: at(6), text: story },
      {
        publisher: "Loud Paper",
        at: at(9),
        text: story.toUpperCase().replaceAll("'", "’").replaceAll(" ", "  "),
      },
    ],
    [
      "a third of the text where both credit one agency",
      { publisher: "Harbour Post", at: at(6), text: `${first}\n\n${second}`, ...wire },
      { publisher: "Bay Courier", at: at(9), text: `${first}\n\n${ownStory}\n\n${fourth}`, ...wire },
    ],
    [
      "a third of the text where the papers are of one family",
      { publisher: "Miami Herald", at: at(6), text: `${first}\n\n${second}` },
      { publisher: "Kansas City Star", at: at(9), text: `${first}\n\n${ownStory}\n\n${fourth}` },
    ],
    [
      "the agency's own page and a paper that credits it by its short name",
      { publisher: "Associated Press", at: at(6), text: `${first}\n\n${second}` },
      { publisher: "Bay Courier", at: at(9), text: `${first}\n\n${ownStory}`, credit: "AP" },
    ],
  ];
  for (const [name, one, other] of cases) it(name, () => expect(grouped(one, other)).toHaveLength(1));
});

describe("reports that stay independent", () => {
  const quote = `“We have given the captain until Friday to explain why no warning shot was fired and why nobody on the bridge called for help while those men were in the water, and if he cannot explain it there will be charges”`;
  const cases: readonly [string, Printed, Printed][] = [
    [
      "the same happening in their own words",
      { publisher: "Harbour Post", at: at(6), text: story },
      { publisher: "Relatives' Voice", at: at(9), text: ownStory },
    ],
    [
      "the same long sentence of a press conference in quotation marks",
      { publisher: "Harbour Post", at: at(6), text: `${first}\n\n${quote}, the judge said at noon.` },
      {
        publisher: "Relatives' Voice",
        at: at(9),
        text: `${ownStory.slice(0, 240)}\n\n${quote}, the judge told reporters.`,
      },
    ],
    [
      "a quotation of two paragraphs, the first left open",
      {
        publisher: "Harbour Post",
        at: at(6),
        text: `${first}\n\n“${second.replaceAll('"', "")}\n\n“${third}”`,
      },
      {
        publisher: "Relatives' Voice",
        at: at(9),
        text: `${ownStory}\n\n“${second.replaceAll('"', "")}\n\n“${third}”`,
      },
    ],
    [
      "one agency, two stories",
      { publisher: "Harbour Post", at: at(6), text: story, credit: "Meridian Press Agency" },
      { publisher: "Bay Courier", at: at(9), text: ownStory, credit: "Meridian Press Agency" },
    ],
    [
      "one family, two stories",
      { publisher: "Miami Herald", at: at(6), text: story },
      { publisher: "Kansas City Star", at: at(9), text: ownStory },
    ],
  ];
  for (const [name, one, other] of cases) it(name, () => expect(grouped(one, other)).toHaveLength(2));
});

describe("a paper that cites another", () => {
  const harbour: Printed = {
    publisher: "Harbour Post",
    at: at(6),
    text: story,
    title: "Patrol craft fires on motorboat, four killed",
    says: [statement(office("the navy's regional command"), "A patrol craft fired on a motorboat")],
  };
  const retold = `A patrol craft killed four men when it fired on a motorboat off the coast on Tuesday, the Harbour Post reported. The boat had no lights and left a harbour after midnight, according to the paper.`;

  it("belongs to the paper cited when it names no source of its own", () => {
    const found = origins(
      archive(harbour, {
        publisher: "Capital Daily",
        at: at(10),
        text: retold,
        cites: ["Harbour Post"],
        says: [statement({ kind: "outlet", name: "Harbour Post" }, "A patrol craft killed four men")],
      }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.name).toBe("Harbour Post");
    expect(found[0]!.links.map(({ reason, why }) => [reason, why])).toEqual([
      ["cites-outlet", "cites Harbour Post and names no source of its own"],
    ]);
  });

  it("stands on its own when it has a source of its own", () => {
    const text = `${retold} Ana Ruiz, whose brother was aboard, said she had identified him at the hospital.`;
    const found = origins(
      archive(harbour, {
        publisher: "Capital Daily",
        at: at(10),
        text,
        cites: ["Harbour Post"],
        says: [statement(named("Ana Ruiz"), "she had identified him at the hospital")],
      }),
    );
    expect(found).toHaveLength(2);
  });

  it("counts the sentence that names the outlet for that outlet even so", () => {
    const outlet = { kind: "outlet" as const, name: "Harbour Post", words: "the Harbour Post" };
    const text = `${retold} Ana Ruiz, whose brother was aboard, said she had identified him at the hospital.`;
    const { reports, readings } = archive(harbour, {
      publisher: "Capital Daily",
      at: at(10),
      text,
      cites: ["Harbour Post"],
      says: [
        statement(outlet, "A patrol craft killed four men"),
        statement(named("Ana Ruiz"), "she had identified him at the hospital"),
      ],
    });
    const { entries, origins: all } = recordOf(reports, readings);
    const from = (words: string) =>
      entries
        .flatMap(({ evidence }) => evidence)
        .find(({ report, finding }) => {
          const { text: whole } = reports.find(({ id }) => id === report)!;
          return (
            report === reports[1]!.id &&
            whole.slice(finding.evidence.start, finding.evidence.end).includes(words)
          );
        })!.origin;
    expect(from("patrol craft")).toBe(all[0]!.id);
    expect(from("identified him")).toBe(all[1]!.id);
  });

  it("shares an origin with another paper that cites the same outlet outside of the archive", () => {
    const citing = (publisher: string, hour: number, text: string): Printed => ({
      publisher,
      at: at(hour),
      text,
      cites: ["Meridian Radio"],
      says: [statement(unnamed("two officials"), text.slice(0, 20))],
    });
    const found = origins(
      archive(
        citing(
          "Capital Daily",
          8,
          "The army plans to cross the northern border in autumn, Meridian Radio said, citing two officials.",
        ),
        citing(
          "Bay Courier",
          9,
          "Army plans for crossing the northern border this autumn were first reported by Meridian Radio.",
        ),
        citing(
          "Delta Times",
          9,
          "A ferry with ninety passengers aboard ran aground near the cape, Meridian Radio reported at noon.",
        ),
      ),
    );
    expect(found.map(({ name, reports }) => [name, reports.length])).toEqual([
      ["Meridian Radio", 2],
      ["Meridian Radio", 1],
    ]);
  });
});

describe("a page captured twice", () => {
  const page = {
    publisher: "Harbour Post",
    url: "https://harbourpost.example/a/1?utm_source=feed",
    at: at(6),
  };
  it("is one origin", () => {
    const found = origins(
      archive(
        { ...page, text: story, fetched: "2026-03-03T07:00:00Z" },
        {
          ...page,
          url: "https://www.harbourpost.example/a/1/",
          text: ownStory,
          fetched: "2026-03-04T07:00:00Z",
        },
      ),
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.links.map(({ reason }) => reason)).toEqual(["same-page"]);
  });

  it("but two pages of one paper are two", () => {
    expect(
      grouped({ ...page, text: story }, { ...page, url: "https://harbourpost.example/a/2", text: ownStory }),
    ).toHaveLength(2);
  });
});

describe("the entries of a live blog", () => {
  const live = "https://harbourpost.example/live/1";
  const found = archive(
    { publisher: "Harbour Post", url: `${live}#a`, at: at(6), text: story },
    { publisher: "Harbour Post", url: `${live}#b`, at: at(7), text: ownStory },
  );
  const entries = found.reports.map((report) => ({ ...report, partOf: live }));

  it("are one origin, and each counts in the record", () => {
    const record = recordOf(entries, found.readings);
    expect(record.origins).toHaveLength(1);
    expect(record.origins[0]!.links.map(({ reason }) => reason)).toEqual(["same-page"]);
    expect(record.reports).toEqual(entries.map(({ id }) => id));
  });
});

describe("a copy of what is told", () => {
  const fired = event("A patrol craft fired on a motorboat off the coast", { lemma: "fire", stage: "done" });
  const printed = (publisher: string, hour: number, text = story): Printed => ({
    publisher,
    at: at(hour),
    text,
    says: [fired],
  });
  const speaks = (...all: readonly Printed[]) => {
    const { reports, readings } = archive(...all);
    const [entry, ...others] = recordOf(reports, readings).entries;
    expect(others).toEqual([]);
    return reports.find(({ id }) => id === entry!.leadReport)!.publisher;
  };

  it("does not speak for it, though it came later", () =>
    expect(speaks(printed("Harbour Post", 8), printed("Daily Echo", 9), printed("Mirror of News", 10))).toBe(
      "Harbour Post",
    ));

  it("nor over another origin that came before it", () => {
    const own = `A patrol craft fired on a motorboat off the coast, said Ana Ruiz. ${ownStory}`;
    expect(
      speaks(printed("Harbour Post", 8), printed("Bay Courier", 9, own), printed("Daily Echo", 10)),
    ).toBe("Bay Courier");
  });
});
