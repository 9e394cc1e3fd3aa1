/**
 * A small situation made by hand for the tests of the API and of the browser app: one wire story printed
 * by three papers, a toll that rises and is corrected, two counts that contradict each other, a plan that
 * is discussed, authorised and called off, a report nobody read. All of it is invented.
 */
import { createHash } from "node:crypto";
import type { ActorRef } from "../../src/model/actor.ts";
import type { Document } from "../../src/model/document.ts";
import type { Entry, FigurePoint, SituationRecord, StatusPoint } from "../../src/model/entry.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Origin } from "../../src/model/origin.ts";
import type { Place } from "../../src/model/place.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { Block, Report } from "../../src/model/report.ts";
import type { Revision } from "../../src/model/revision.ts";
import type { Situation } from "../../src/model/situation.ts";
import type { Span } from "../../src/model/span.ts";
import type { Speaker } from "../../src/model/speaker.ts";
import type { Certainty, Polarity, Stage, Status } from "../../src/model/status.ts";
import type { Time } from "../../src/model/time.ts";

export interface Fixture {
  readonly situation: Situation;
  readonly documents: readonly Document[];
  readonly reports: readonly Report[];
  readonly readings: readonly Reading[];
  readonly record: SituationRecord;
  readonly revisions: readonly Revision[];
}

const notice = "Invented for demonstration";

export const situation: Situation = {
  id: "gulf-of-fonseca",
  title: "Patrols in the Gulf of Fonseca",
  summary: "Shots at boats off Amapala, the count of the dead, and a plan for joint patrols.",
  notice,
  createdAt: "2031-04-02T09:00:00Z",
};

export function fixture(): Fixture {
  const made = Object.values(articles).map(document);
  return {
    situation,
    documents: made.map(({ document }) => document),
    reports: made.map(({ report }) => report),
    readings: made.map(({ report }) => readingOf(report)),
    record: {
      entries: entries(),
      origins,
      stories: [],
      offers: [],
      reports: Object.keys(articles)
        .filter((key) => key !== "spanish")
        .map(idOf),
    },
    revisions: revisions(),
  };
}

interface Article {
  readonly publisher: string;
  readonly published: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly url: string;
  readonly credit?: string;
  readonly language?: string;
}

const wire = [
  "A Honduran patrol boat fired on two skiffs suspected of carrying contraband fuel near Amapala on Tuesday, the navy said.",
  "At least three people were killed, according to the navy. “The crews ignored repeated orders to stop,” said Teodoro Lainez, a navy spokesman.",
  "The navy did not say how it had identified the cargo. Residents of the island of El Tigre said that the boats belonged to fishermen.",
];

const articles = {
  wire: {
    publisher: "Fonseca Courier",
    published: "2031-04-02T07:30:00-06:00",
    title: "Patrol boat fires on two skiffs in Gulf of Fonseca",
    credit: "Costa Wire Service",
    url: "https://fonseca-courier.example/2031/04/02/patrol-boat",
    paragraphs: wire,
  },
  wireCopy: {
    publisher: "Tegus Evening Post",
    published: "2031-04-02T18:00:00-06:00",
    title: "Patrol boat fires on two skiffs in Gulf of Fonseca",
    credit: "Costa Wire Service",
    url: "https://tegus-evening-post.example/gulf-shots",
    paragraphs: wire.slice(0, 2),
  },
  wireShort: {
    publisher: "Pacific Shore News",
    published: "2031-04-03",
    title: "Three dead in the gulf",
    url: "https://pacific-shore-news.example/three-dead",
    paragraphs: wire.slice(0, 1).concat("At least three people were killed, according to the navy."),
  },
  cooperative: {
    publisher: "La Unión Observer",
    published: "2031-04-04T12:00:00-06:00",
    title: "Cooperative counts nine dead after shots in the gulf",
    url: "https://la-union-observer.example/cooperative-nine",
    paragraphs: [
      "Nine people were killed when a patrol boat opened fire near Amapala, the fishermen’s cooperative of La Unión said on Friday, contradicting the navy.",
      "“They were fishing for corvina, and nobody ordered them to stop,” said Berta Molinero, who heads the cooperative.",
    ],
  },
  spanish: {
    publisher: "El Faro del Golfo",
    published: "2031-04-05T08:00:00-06:00",
    title: "Luto en El Tigre por los pescadores",
    url: "https://el-faro-del-golfo.example/luto",
    language: "es",
    paragraphs: ["Los vecinos de El Tigre despidieron este sábado a los pescadores muertos el martes."],
  },
  toll: {
    publisher: "Fonseca Courier",
    published: "2031-04-07T09:00:00-06:00",
    title: "Navy raises toll to about seven",
    url: "https://fonseca-courier.example/2031/04/07/toll",
    paragraphs: [
      "About seven people have been killed since last Tuesday, the navy said on Monday, raising its count after bodies were found near Isla Conejo.",
      "Three officials familiar with the talks said that the government is considering joint patrols with El Salvador, which may begin in May.",
    ],
  },
  correction: {
    publisher: "Tegus Evening Post",
    published: "2031-04-15T19:00:00-06:00",
    title: "Navy corrects count: six dead",
    url: "https://tegus-evening-post.example/six-dead",
    paragraphs: [
      "Six people were killed in the gulf, the navy said, correcting an earlier count that had included one man twice.",
      "A naval inquiry is to report by 30 May.",
    ],
  },
  authorised: {
    publisher: "Capital Ledger",
    published: "2031-04-18T06:00:00-06:00",
    title: "Congress authorises joint patrols",
    url: "https://capital-ledger.example/joint-patrols",
    paragraphs: [
      "Congress on Thursday authorised joint patrols with El Salvador in the Gulf of Fonseca, citing Decree 41-2031.",
      "Adela Quiroga, the foreign minister of El Salvador, opposes any foreign patrol in Salvadoran waters but has not ruled out an exchange of radar data.",
      "Lawyers of the cooperative dispute that the decree covers the use of force.",
    ],
  },
  calledOff: {
    publisher: "Capital Ledger",
    published: "2031-05-02T06:00:00-06:00",
    title: "Joint patrols called off",
    url: "https://capital-ledger.example/called-off",
    paragraphs: [
      "The government has called off the joint patrols in the Gulf of Fonseca, the defence ministry said on Friday.",
      "Talks on an exchange of radar data would resume on 20 May if the inquiry has reported, the ministry said.",
      "The navy denied that a second vessel had opened fire.",
    ],
  },
} as const satisfies Record<string, Article>;

type Key = keyof typeof articles;

// Reports

function textOf(key: Key): string {
  const { title, paragraphs } = articles[key];
  return [title, ...paragraphs].join("\n\n");
}

function idOf(key: string): string {
  return `r${sha256(`report ${key}`).slice(0, 16)}`;
}

function document(article: Article, at: number): { document: Document; report: Report } {
  const key = Object.keys(articles)[at] as Key;
  const text = textOf(key);
  const bytes = new TextEncoder().encode(text);
  // Fetched the morning after.
  const fetchedAt = new Date(Date.parse(article.published.slice(0, 10)) + 30 * 3_600_000).toISOString();
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split("\n\n")) {
    blocks.push({ kind: start === 0 ? "headline" : "paragraph", start, end: start + part.length });
    start += part.length + 2;
  }
  const made = { sha256: sha256(bytes), input: article.url, url: article.url };
  return {
    document: { ...made, bytes, finalUrl: article.url, fetchedAt, mediaType: "text/plain" },
    report: {
      id: idOf(key),
      document: made.sha256,
      input: made.input,
      url: made.url,
      publisher: article.publisher,
      title: article.title,
      bylines: [],
      ...(article.credit === undefined ? {} : { credit: article.credit }),
      published: { value: article.published, stated: true, from: "json-ld" },
      fetchedAt,
      language: article.language ?? "en",
      text,
      blocks,
      extractor: "text@1",
      notice,
      warnings: [],
    },
  };
}

function readingOf(report: Report): Reading {
  const none = {
    report: report.id,
    version: "hand@1",
    findings: [],
    actors: [],
    times: [],
    places: [],
    cites: [],
  };
  if (report.language !== "en") return { ...none, unread: `language "${report.language}" has no reader yet` };
  const findings = entries().flatMap(({ evidence }) =>
    evidence.filter((one) => one.report === report.id).map(({ finding }) => finding),
  );
  const at = report.text.indexOf("Amapala");
  return {
    ...none,
    findings: findings.sort((a, b) => a.evidence.start - b.evidence.start),
    places: at < 0 ? [] : [{ start: at, end: at + 7, place: amapala }],
  };
}

// Actors, places, origins

const amapala: Place = { name: "Amapala", country: "HN", lat: 13.29, lon: -87.65, precision: "city" };
const navy: ActorRef = { id: "military:hn-navy", name: "Honduran navy", kind: "military", country: "HN" };
const government: ActorRef = {
  id: "government:HN",
  name: "Government of Honduras",
  kind: "government",
  country: "HN",
};
const congress: ActorRef = { id: "legislature:HN", name: "Congress", kind: "legislature", country: "HN" };
const quiroga: ActorRef = {
  id: "person:adela-quiroga",
  name: "Adela Quiroga",
  kind: "person",
  country: "SV",
};
const lawyers: ActorRef = { id: "group:lawyers", name: "Lawyers of the cooperative", kind: "group" };

const origins: readonly Origin[] = [
  origin(
    "Costa Wire Service",
    ["wire", "wireCopy", "wireShort"],
    [
      ["wire", "wire-credit", "credits Costa Wire Service"],
      ["wireCopy", "wire-credit", "credits Costa Wire Service"],
      ["wireShort", "copied-text", "96 % of its text stands in Fonseca Courier, 2 April"],
    ],
  ),
  origin("La Unión Observer", ["cooperative"]),
  origin("Fonseca Courier", ["toll"]),
  origin("Tegus Evening Post", ["correction"]),
  origin(
    "Capital Ledger",
    ["authorised", "calledOff"],
    [
      [
        "calledOff",
        "publisher-family",
        "also printed by Capital Ledger; 91 % of its text stands in Capital Ledger",
      ],
    ],
  ),
];

function origin(
  name: string,
  reports: readonly Key[],
  links: readonly (readonly [Key, Origin["links"][number]["reason"], string])[] = [],
): Origin {
  return {
    id: `o${idOf(reports[0]!)}`,
    name,
    reports: reports.map(idOf),
    links: links.map(([report, reason, why]) => ({ report: idOf(report), reason, why })),
  };
}

function originOf(key: Key): string {
  return origins.find(({ reports }) => reports.includes(idOf(key)))?.id ?? "";
}

// Findings

/** Where words stand in a report: a typo in the fixture fails here. */
function span(key: Key, words: string): Span {
  const start = textOf(key).indexOf(words);
  if (start < 0) throw new Error(`fixture: "${words}" does not stand in ${key}`);
  return { start, end: start + words.length };
}

interface Basis {
  readonly in: Key;
  readonly sentence: string;
  readonly stage?: Stage;
  readonly polarity?: Polarity;
  readonly certainty?: Certainty;
  readonly carriers?: readonly string[];
  readonly hedges?: readonly string[];
  readonly speaker?: Speaker;
  readonly actors?: readonly ActorRef[];
  readonly time?: Time;
  readonly places?: readonly Place[];
}

function basis(of: Basis) {
  const status: Status = {
    ...(of.stage === undefined ? {} : { stage: of.stage }),
    ...(of.polarity === undefined ? {} : { polarity: of.polarity }),
    certainty: of.certainty ?? "asserted",
    carriers: (of.carriers ?? []).map((words) => span(of.in, words)),
  };
  return {
    id: "f1",
    evidence: { ...span(of.in, of.sentence), hedges: (of.hedges ?? []).map((words) => span(of.in, words)) },
    status,
    speaker: of.speaker ?? { kind: "unstated" as const },
    actors: of.actors ?? [],
    recipients: [],
    instruments: [],
    places: of.places ?? [],
    ...(of.time === undefined ? {} : { time: of.time }),
  };
}

type Made = { readonly key: Key; readonly finding: Finding };

function event(of: Basis & { what: string; words: string }): Made {
  return {
    key: of.in,
    finding: {
      ...basis(of),
      kind: "event",
      event: {
        type: "ASSAULT",
        words: of.words,
        trigger: span(of.in, of.words),
        lemma: of.words,
        what: span(of.in, of.what),
      },
    },
  };
}

function killed(
  of: Basis & { words: string; low?: number; best?: number; approximate?: boolean; since?: string },
): Made {
  return {
    key: of.in,
    finding: {
      ...basis({ ...of, stage: "done", polarity: "affirmed" }),
      kind: "figure",
      figure: {
        measure: "killed",
        of: "people",
        low: of.low ?? null,
        best: of.best ?? null,
        high: null,
        approximate: of.approximate ?? false,
        unit: "people",
        words: span(of.in, of.words),
        ...(of.since === undefined ? {} : { since: of.since }),
      },
    },
  };
}

function statement(of: Basis & { cue: string; content: string; quoted?: boolean }): Made {
  return {
    key: of.in,
    finding: {
      ...basis(of),
      kind: "statement",
      statement: {
        cue: span(of.in, of.cue),
        content: [span(of.in, of.content)],
        mode: of.quoted ? "quoted" : "reported",
      },
    },
  };
}

const spokesman: Speaker = { kind: "office", name: "Honduran navy", words: "the navy" };
const cooperative: Speaker = { kind: "office", name: "fishermen’s cooperative of La Unión" };
const officials: Speaker = {
  kind: "anonymous",
  words: "Three officials familiar with the talks",
  count: 3,
};

function day(value: string, words: string, stated = false): Time {
  return { value, type: "DATE", from: value, to: value, words, stated };
}

// Entries

function entries(): Entry[] {
  const shots = (key: Key) =>
    event({
      in: key,
      sentence: wire[0]!,
      what: "A Honduran patrol boat fired on two skiffs suspected of carrying contraband fuel near Amapala",
      words: "fired",
      stage: "done",
      polarity: "affirmed",
      speaker: spokesman,
      actors: [navy],
      places: [amapala],
      time: day("2031-04-01", "Tuesday"),
    });
  const three = (key: Key) =>
    killed({
      in: key,
      sentence: "At least three people were killed, according to the navy.",
      words: "At least three people",
      low: 3,
      speaker: spokesman,
    });
  const sailing =
    "Congress on Thursday authorised joint patrols with El Salvador in the Gulf of Fonseca, citing Decree 41-2031.";
  const quirogaSentence = articles.authorised.paragraphs[1];
  return [
    entry("shots", [shots("wire"), shots("wireCopy"), shots("wireShort")]),
    entry(
      "patrols",
      [
        event({
          in: "calledOff",
          sentence: articles.calledOff.paragraphs[0],
          what: "the joint patrols in the Gulf of Fonseca",
          words: "called off",
          stage: "called-off",
          carriers: ["called off"],
          speaker: { kind: "office", name: "defence ministry", words: "the defence ministry" },
          actors: [government],
          time: day("2031-05-02", "Friday"),
        }),
        event({
          in: "authorised",
          sentence: sailing,
          what: "joint patrols with El Salvador in the Gulf of Fonseca",
          words: "authorised",
          stage: "authorised",
          polarity: "affirmed",
          carriers: ["authorised"],
          actors: [congress],
          time: day("2031-04-17", "Thursday"),
        }),
        event({
          in: "toll",
          sentence: articles.toll.paragraphs[1],
          what: "joint patrols with El Salvador",
          words: "considering",
          stage: "discussed",
          polarity: "affirmed",
          certainty: "possible",
          carriers: ["considering"],
          hedges: ["may"],
          speaker: officials,
          actors: [government],
        }),
      ],
      {
        history: [
          point("toll", { stage: "discussed", polarity: "affirmed", certainty: "possible" }),
          point("authorised", { stage: "authorised", polarity: "affirmed", certainty: "asserted" }),
          point("calledOff", { stage: "called-off", certainty: "asserted" }),
        ],
      },
    ),
    entry("second", [
      event({
        in: "calledOff",
        sentence: articles.calledOff.paragraphs[2],
        what: "a second vessel had opened fire",
        words: "opened fire",
        stage: "done",
        polarity: "denied",
        carriers: ["denied"],
        speaker: spokesman,
        actors: [navy],
      }),
    ]),
    entry(
      "killed",
      [
        killed({
          in: "correction",
          sentence: articles.correction.paragraphs[0],
          words: "Six people",
          best: 6,
          speaker: spokesman,
        }),
        killed({
          in: "toll",
          sentence: articles.toll.paragraphs[0],
          words: "About seven people",
          best: 7,
          approximate: true,
          since: "2031-04-01",
          speaker: spokesman,
        }),
        three("wire"),
        three("wireCopy"),
        three("wireShort"),
      ],
      {
        series: [
          value("wire", { low: 3, issuer: "Honduran navy", superseded: true }),
          value("toll", { best: 7, approximate: true, issuer: "Honduran navy", superseded: true }),
          value("correction", { best: 6, issuer: "Honduran navy", correction: true }),
          value("cooperative", { best: 9, issuer: "fishermen’s cooperative of La Unión" }),
        ],
        contradicts: ["nine"],
      },
    ),
    entry(
      "nine",
      [
        killed({
          in: "cooperative",
          sentence: articles.cooperative.paragraphs[0],
          words: "Nine people",
          best: 9,
          speaker: cooperative,
        }),
      ],
      { contradicts: ["killed"] },
    ),
    entry("opposes", [
      {
        key: "authorised",
        finding: {
          ...basis({
            in: "authorised",
            sentence: quirogaSentence,
            speaker: { kind: "named", name: "Adela Quiroga" },
          }),
          kind: "position",
          position: {
            actor: quiroga,
            stance: "opposes",
            proposal: span("authorised", "any foreign patrol in Salvadoran waters"),
          },
        },
      },
    ]),
    entry("radar", [
      {
        key: "authorised",
        finding: {
          ...basis({
            in: "authorised",
            sentence: quirogaSentence,
            speaker: { kind: "named", name: "Adela Quiroga" },
          }),
          kind: "position",
          position: {
            actor: quiroga,
            stance: "open",
            proposal: span("authorised", "an exchange of radar data"),
          },
        },
      },
    ]),
    entry("radarGovernment", [
      {
        key: "calledOff",
        finding: {
          ...basis({ in: "calledOff", sentence: articles.calledOff.paragraphs[1] }),
          kind: "position",
          position: {
            actor: government,
            stance: "conditional",
            proposal: span("calledOff", "an exchange of radar data"),
          },
        },
      },
    ]),
    entry("decree", [
      {
        key: "authorised",
        finding: {
          ...basis({ in: "authorised", sentence: sailing }),
          kind: "legal-basis",
          legalBasis: {
            instrument: "Decree 41-2031",
            words: span("authorised", "Decree 41-2031"),
            invokedBy: congress,
            for: span("authorised", "joint patrols with El Salvador"),
            disputedBy: lawyers,
          },
        },
      },
    ]),
    entry("inquiry", [
      {
        key: "correction",
        finding: {
          ...basis({ in: "correction", sentence: articles.correction.paragraphs[1] }),
          kind: "expectation",
          expectation: {
            what: span("correction", "A naval inquiry is to report"),
            by: day("2031-05-30", "30 May", true),
          },
        },
      },
    ]),
    entry("talks", [
      {
        key: "calledOff",
        finding: {
          ...basis({ in: "calledOff", sentence: articles.calledOff.paragraphs[1], certainty: "probable" }),
          kind: "expectation",
          expectation: {
            what: span("calledOff", "Talks on an exchange of radar data would resume"),
            by: day("2031-05-20", "20 May", true),
            condition: span("calledOff", "if the inquiry has reported"),
          },
        },
      },
    ]),
    entry("orders", [
      statement({
        in: "wire",
        sentence: "“The crews ignored repeated orders to stop,” said Teodoro Lainez, a navy spokesman.",
        cue: "said Teodoro",
        content: "The crews ignored repeated orders to stop",
        quoted: true,
        speaker: { kind: "named", name: "Teodoro Lainez", span: span("wire", "Teodoro Lainez") },
      }),
    ]),
    entry("corvina", [
      statement({
        in: "cooperative",
        sentence: articles.cooperative.paragraphs[1],
        cue: "said Berta",
        content: "They were fishing for corvina, and nobody ordered them to stop",
        quoted: true,
        speaker: { kind: "named", name: "Berta Molinero", span: span("cooperative", "Berta Molinero") },
      }),
    ]),
  ];
}

export function entryId(name: string): string {
  return `e${sha256(`entry ${name}`).slice(0, 12)}`;
}

/** The first finding leads. */
function entry(
  name: string,
  made: readonly Made[],
  more: { history?: StatusPoint[]; series?: FigurePoint[]; contradicts?: string[] } = {},
): Entry {
  const [lead] = made;
  if (lead === undefined) throw new Error(`fixture: entry ${name} has no finding`);
  const { status } = lead.finding;
  return {
    id: entryId(name),
    kind: lead.finding.kind,
    lead: lead.finding,
    leadReport: idOf(lead.key),
    ...(status === undefined ? {} : { status }),
    history: more.history ?? (status === undefined ? [] : [point(lead.key, status)]),
    ...(more.series === undefined ? {} : { series: more.series }),
    evidence: made
      .map(({ key, finding }) => ({
        report: idOf(key),
        origin: originOf(key),
        at: articles[key].published,
        knownAt: `${articles[key].published.slice(0, 10)}T23:00:00Z`,
        finding,
      }))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    origins: [...new Set(made.map(({ key }) => originOf(key)))],
    contradicts: (more.contradicts ?? []).map(entryId),
  };
}

function point(key: Key, status: Status): StatusPoint {
  return { at: articles[key].published, status, report: idOf(key) };
}

function value(key: Key, of: Partial<FigurePoint>): FigurePoint {
  return {
    at: articles[key].published,
    low: null,
    best: null,
    high: null,
    approximate: false,
    superseded: false,
    report: idOf(key),
    origin: originOf(key),
    ...of,
  };
}

// Revisions

function revisions(): Revision[] {
  const all: readonly (readonly [Key, string, Revision["change"], string?, string?])[] = [
    ["wire", "shots", "new"],
    ["wire", "killed", "new"],
    ["cooperative", "nine", "new"],
    ["cooperative", "killed", "contradicted"],
    ["toll", "killed", "revised", "at least 3", "about 7"],
    ["toll", "patrols", "new"],
    ["correction", "killed", "revised", "about 7", "6"],
    ["correction", "inquiry", "new"],
    ["authorised", "patrols", "revised", "discussed", "authorised"],
    ["authorised", "opposes", "new"],
    ["calledOff", "patrols", "revised", "authorised", "called off"],
    ["calledOff", "second", "new"],
    ["calledOff", "talks", "new"],
  ];
  return all.map(([key, name, change, from, to]) => ({
    id: `v${sha256(`${key} ${name} ${change}`).slice(0, 12)}`,
    entry: entryId(name),
    change,
    holdsAt: articles[key].published,
    knownAt: `${articles[key].published.slice(0, 10)}T23:00:00Z`,
    reports: [idOf(key)],
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }));
}

function sha256(of: string | Uint8Array): string {
  return createHash("sha256").update(of).digest("hex");
}
