/**
 * An invented world that reports come out of, as many as are wanted, each with what a reader would find in it: so that
 * the record can be measured without reading. Seeded: the same numbers give the same reports.
 *
 * Some happenings are in the news at a time; each has a place, two sides, a toll that rises, a plan that is weighed and
 * called off. Most reports are one outlet's own telling, some print an agency's text with another headline or a
 * sentence less, some are fetched twice. Old happenings leave the news and new ones come.
 */
import { createHash } from "node:crypto";
import { type Random, randomFrom } from "../../src/language/train/random.ts";
import type { ActorRef } from "../../src/model/actor.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { Block, Report } from "../../src/model/report.ts";
import type { Span } from "../../src/model/span.ts";
import type { Speaker } from "../../src/model/speaker.ts";

export interface Told {
  readonly report: Report;
  readonly reading: Reading;
}

const outlets = 400;
const inTheNews = 40;
const reportsADay = 200;
/** Reports of a happening before it leaves the news, on average. */
const lifetime = 60;
const copied = 0.4;
const begins = Date.parse("2031-01-01T00:00:00Z");

export function* world(count: number, seed = 1): Generator<Told> {
  const random = randomFrom(seed);
  const names = nameMaker(random);
  const papers = Array.from({ length: outlets }, () => `${names.word()} ${pick(random, paperNames)}`);
  const current = Array.from({ length: inTheNews }, () => happening(random, names));
  for (let i = 0; i < count; i++) {
    const at = begins + (i * 86_400_000) / reportsADay;
    const slot = Math.floor(random() * inTheNews);
    if (random() < 1 / lifetime) current[slot] = happening(random, names);
    const one = current[slot]!;
    yield reportOf(i, one, pick(random, papers), at, random);
  }
}

interface Happening {
  readonly place: string;
  readonly region: string;
  readonly side: ActorRef;
  readonly other: ActorRef;
  readonly minister: ActorRef;
  readonly verb: readonly [word: string, lemma: string, type: "ASSAULT" | "COERCE" | "MOBILIZE"];
  readonly law: string;
  readonly began: number;
  toll: number;
  /** The agency's latest text, which others print. */
  wire?: { readonly sentences: readonly Sentence[]; readonly agency: string };
}

/** A sentence and what it tells; `says` marks parts of it by their words. */
interface Sentence {
  readonly words: string;
  readonly tells: readonly ((base: Base) => Body)[];
}

interface Base {
  readonly span: (words: string) => Span;
}

type Body<F = Finding> = F extends Finding
  ? Omit<F, "id" | "evidence" | "recipients" | "instruments" | "places">
  : never;

const paperNames = ["Herald", "Chronicle", "Post", "Courier", "Gazette", "Tribune", "Record", "Observer"];
const verbs = [
  ["shelled", "shell", "ASSAULT"],
  ["raided", "raid", "ASSAULT"],
  ["sealed off", "seal", "COERCE"],
  ["sent troops to", "send", "MOBILIZE"],
] as const;

function happening(random: Random, names: Names): Happening {
  const country = names.word();
  const group = names.word();
  const minister = `${names.word()} ${names.word()}`;
  return {
    place: names.word(),
    region: names.word(),
    side: { id: `government:${country}`, name: `${country} army`, kind: "military" },
    other: { id: `group:${group}`, name: `${group} militia`, kind: "armed-group" },
    minister: { id: `person:${minister}`, name: minister, kind: "person" },
    verb: pick(random, verbs),
    law: `${names.word()} Act`,
    began: random(),
    toll: 2 + Math.floor(random() * 9),
  };
}

function reportOf(i: number, one: Happening, paper: string, at: number, random: Random): Told {
  const isCopy = one.wire !== undefined && random() < copied;
  if (!isCopy && random() < 0.3) one.toll += Math.floor(random() * 4);
  const sentences = isCopy ? cut(one.wire!.sentences, random) : tellings(one, random);
  const credit = isCopy ? one.wire!.agency : undefined;
  if (!isCopy && random() < 0.25) one.wire = { sentences, agency: "Meridian Press Agency" };
  const headline = `${one.side.name} ${one.verb[0]} ${one.place}, ${pick(random, angles)}`;
  return told(i, { headline, sentences, paper, credit, at });
}

const angles = [
  "officials say",
  "dozens flee",
  "talks in doubt",
  "minister under fire",
  "toll rises",
  "aid held up",
];
const times = ["before dawn", "at noon", "in the evening", "overnight", "at first light", "after dark"];
const fillers = [
  "Shops near the old market stayed shut for a second day.",
  "Rain had made the road to the coast hard to pass.",
  "Schools in two districts sent their pupils home.",
  "Ferries across the strait ran only in the morning.",
  "Prices of bread have doubled since the summer.",
  "Power was cut for most of the night.",
];

function tellings(one: Happening, random: Random): Sentence[] {
  const { place, region, side, other, minister, verb, law } = one;
  const toll = one.toll;
  const official = pick(random, ["a district official", "two officers", "a hospital doctor", "a port clerk"]);
  const anonymous: Speaker = { kind: "anonymous", name: official, words: official };
  const named: Speaker = { kind: "named", name: minister.name, words: minister.name, actor: minister.id };
  const done = { stage: "done", polarity: "affirmed", certainty: "asserted" } as const;
  const plan = { stage: "discussed", polarity: "affirmed", certainty: "possible" } as const;
  const sentences: Sentence[] = [
    {
      words: `The ${side.name} ${verb[0]} ${place} in ${region} ${pick(random, times)}, ${official} said.`,
      tells: [
        ({ span }) => ({
          kind: "event",
          status: done,
          speaker: anonymous,
          actors: [side],
          event: {
            type: verb[2],
            words: verb[0],
            trigger: span(verb[0]),
            lemma: verb[1],
            what: span(`The ${side.name} ${verb[0]} ${place}`),
          },
        }),
        ({ span }) => statement(span, anonymous, "said", `The ${side.name} ${verb[0]} ${place} in ${region}`),
      ],
    },
    {
      words: `At least ${toll} people were killed in ${place}, ${official} said.`,
      tells: [
        ({ span }) => ({
          kind: "figure",
          speaker: anonymous,
          actors: [],
          figure: {
            measure: "killed",
            low: toll,
            best: null,
            high: null,
            approximate: false,
            unit: "people",
            words: span(`At least ${toll}`),
          },
        }),
      ],
    },
    {
      words: `${minister.name} opposes talks with the ${other.name}.`,
      tells: [
        ({ span }) => ({
          kind: "position",
          speaker: { kind: "unstated" },
          actors: [minister],
          position: { actor: minister, stance: "opposes", proposal: span(`talks with the ${other.name}`) },
        }),
      ],
    },
    {
      words: `The government may invoke the ${law} against the ${other.name} next week, ${minister.name} said.`,
      tells: [
        ({ span }) => ({
          kind: "event",
          status: plan,
          speaker: named,
          actors: [side],
          event: {
            type: "COERCE",
            words: "invoke",
            trigger: span("invoke"),
            lemma: "invoke",
            what: span(`The government may invoke the ${law} against the ${other.name}`),
          },
        }),
        ({ span }) => ({
          kind: "legal-basis",
          speaker: named,
          actors: [],
          legalBasis: { instrument: law, words: span(law) },
        }),
        ({ span }) => ({
          kind: "expectation",
          status: plan,
          speaker: named,
          actors: [],
          expectation: {
            what: span(`The government may invoke the ${law} against the ${other.name} next week`),
          },
        }),
        ({ span }) =>
          statement(
            span,
            named,
            "said",
            `The government may invoke the ${law} against the ${other.name} next week`,
          ),
      ],
    },
  ];
  const kept = sentences.filter((_, n) => n === 0 || random() < 0.7);
  const own = Array.from({ length: 3 }, () => ({
    words: `${pick(random, fillers)} ${ownWords(random)}`,
    tells: [],
  }));
  return [...kept, ...own];
}

function statement(span: Base["span"], speaker: Speaker, cue: string, content: string): Body {
  return {
    kind: "statement",
    speaker,
    actors: [],
    statement: { cue: span(cue), content: [span(content)], mode: "reported" },
  };
}

const common =
  "the road harbour men women carried said later that after night water school west east gate wall hill".split(
    " ",
  );

/** A sentence that nobody else has. */
function ownWords(random: Random): string {
  const words = Array.from({ length: 14 }, () =>
    random() < 0.5 ? pick(random, common) : `${pick(random, syllables)}${pick(random, syllables)}`,
  );
  return `${words[0]![0]!.toUpperCase()}${words.join(" ").slice(1)}.`;
}

function cut(sentences: readonly Sentence[], random: Random): Sentence[] {
  const left = sentences.filter((_, n) => n === 0 || random() < 0.85);
  return left;
}

interface Parts {
  readonly headline: string;
  readonly sentences: readonly Sentence[];
  readonly paper: string;
  readonly credit: string | undefined;
  readonly at: number;
}

function told(i: number, { headline, sentences, paper, credit, at }: Parts): Told {
  const paragraphs = [headline, ...sentences.map(({ words }) => words)];
  const text = paragraphs.join("\n\n");
  const blocks: Block[] = [];
  let start = 0;
  for (const [n, paragraph] of paragraphs.entries()) {
    blocks.push({ kind: n === 0 ? "headline" : "paragraph", start, end: start + paragraph.length });
    start += paragraph.length + 2;
  }
  const document = sha256(text);
  const id = `r${sha256(`${i} ${text}`).slice(0, 16)}`;
  const findings: Finding[] = [];
  for (const [n, { tells }] of sentences.entries()) {
    const { start, end } = blocks[n + 1]!;
    const span = (words: string) => {
      const at = text.indexOf(words, start);
      if (at < 0 || at + words.length > end) throw new Error(`"${words}" is not in its sentence`);
      return { start: at, end: at + words.length };
    };
    for (const tell of tells) {
      const common = { recipients: [], instruments: [], places: [] };
      const evidence = { start, end, hedges: [] };
      findings.push({ id: `f${findings.length + 1}`, evidence, ...common, ...tell({ span }) } as Finding);
    }
  }
  const time = new Date(at).toISOString();
  const host = paper.toLowerCase().replaceAll(" ", "-");
  return {
    report: {
      id,
      document,
      input: `https://${host}.example/${i}`,
      url: `https://${host}.example/${i}`,
      publisher: paper,
      title: headline,
      bylines: [],
      ...(credit === undefined ? {} : { credit }),
      published: { value: time, stated: true },
      fetchedAt: new Date(at + 600_000).toISOString(),
      language: "en",
      text,
      blocks,
      extractor: "synthetic@1",
      warnings: [],
    },
    reading: { report: id, version: "synthetic@1", findings, actors: [], times: [], places: [], cites: [] },
  };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const syllables = "ba ke lo mi nu ra so ti va zen dor lan mar pel qui ros sam tor ven wes".split(" ");

interface Names {
  word(): string;
}

function nameMaker(random: Random): Names {
  return {
    word() {
      const parts = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, syllables)).join(
        "",
      );
      return `${parts[0]!.toUpperCase()}${parts.slice(1)}`;
    },
  };
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!;
}
