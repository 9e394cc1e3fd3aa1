/**
 * Learns what MUC-4 wants from its training messages: `node bench/muc4/train.ts --gold TRAIN.jsonl[.gz] [--out FILE]`.
 * Trains on these only. The order of examples is fixed, so the same messages give the same weights.
 */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { english, readLines } from "../gold/jsonl.ts";
import { acceptMarks, fillMarks, offered, topics } from "./choose.ts";
import { type Entity, entityMarks, ofMarks, wholeMarks } from "./entities.ts";
import { type Filled, filled, type GoldTemplate, type PhraseClass, phraseClasses } from "./gold.ts";
import { type Incident, incidentsOf, limits, pairMarks, partsOf } from "./incidents.ts";
import { inContext, type Judged, judged, toldMarks, topicMarks } from "./judge.ts";
import { type Message, messageOf } from "./message.ts";
import type { Models } from "./models.ts";
import { type Facts, factsOf, type Phrase } from "./phrases.ts";
import { incidentTypes } from "./sets.ts";
import { type Example, type Lesson, learn, type Softmax } from "./softmax.ts";

export interface Lessoned {
  readonly message: Message;
  readonly facts: Facts;
  readonly templates: readonly GoldTemplate[];
}

const folds = 3;
const phraseLesson: Lesson = { rounds: 5, rate: 0.03, decay: 3e-3, least: 4 };
const sentenceLesson: Lesson = { rounds: 4, rate: 0.05, decay: 5e-3, least: 5 };
const smallLesson: Lesson = { rounds: 8, rate: 0.1, decay: 1e-3, least: 2 };
const sentenceClasses = ["none", ...incidentTypes];

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({ options: { gold: { type: "string" }, out: { type: "string" } } });
  if (values.gold === undefined) {
    console.error("use: node bench/muc4/train.ts --gold TRAIN.jsonl[.gz] [--out FILE]");
    process.exit(1);
  }
  const language = await english();
  const rows = readLines<{ id: string; text: string; gold: { templates: GoldTemplate[] } }>(values.gold);
  const lessons = rows.map(({ id, text, gold }): Lessoned => {
    const message = messageOf(id, text);
    return { message, facts: factsOf(language, message), templates: gold.templates };
  });
  const models = modelsFrom(lessons);
  const out = values.out ?? new URL("weights.json.gz", import.meta.url).pathname;
  writeFileSync(out, gzipSync(JSON.stringify(models), { level: 9 }));
}

export function modelsFrom(lessons: readonly Lessoned[]): Models {
  const keys = lessons.map((one) => filled(one.message, one.facts, one.templates));
  // What is judged of a message that was trained on is too good: the later models learn from held-out judgements.
  const held: Judged[] = new Array(lessons.length);
  for (let fold = 0; fold < folds; fold++) {
    const rest = lessons.flatMap((_, i) => (i % folds === fold ? [] : [i]));
    const models = {
      phrase: phraseModel(lessons, keys, rest),
      sentence: sentenceModel(lessons, keys, rest),
    };
    lessons.forEach((one, i) => {
      if (i % folds === fold) held[i] = judged(models, one.facts);
    });
  }
  const all = lessons.map((_, i) => i);
  const without = (fold: number) => all.filter((i) => i % folds !== fold);
  const heldTopics: number[][] = new Array(lessons.length);
  for (let fold = 0; fold < folds; fold++) {
    const topic = topicModel(lessons, held, without(fold));
    lessons.forEach(({ message, facts }, i) => {
      if (i % folds === fold) heldTopics[i] = topics({ topic }, message, facts, held[i]!);
    });
  }
  const retold: Judged[] = new Array(lessons.length);
  for (let fold = 0; fold < folds; fold++) {
    const told = toldModel(lessons, keys, held, heldTopics, without(fold));
    lessons.forEach(({ facts }, i) => {
      if (i % folds === fold) retold[i] = inContext({ told }, facts, held[i]!, heldTopics[i]!);
    });
  }
  const pair = pairModel(lessons, keys, retold);
  return {
    phrase: phraseModel(lessons, keys, all),
    sentence: sentenceModel(lessons, keys, all),
    topic: topicModel(lessons, held, all),
    told: toldModel(lessons, keys, held, heldTopics, all),
    pair,
    ...choiceModels({ pair }, lessons, keys, retold, heldTopics),
    ...setModels(lessons, keys),
    of: ofModel(keys),
    places: placeTable(lessons),
  };
}

/** Sentences again, with what stands around them. */
function toldModel(
  lessons: readonly Lessoned[],
  keys: readonly Filled[][],
  held: readonly Judged[],
  heldTopics: readonly (readonly number[])[],
  use: readonly number[],
): Softmax {
  const examples: Example[] = [];
  for (const i of use) {
    const votes = sentenceVotes(lessons[i]!, keys[i]!);
    toldMarks(lessons[i]!.facts, held[i]!, heldTopics[i]!).forEach((features, s) => {
      examples.push({ label: sentenceClasses.indexOf(votes[s] ?? "none"), features });
    });
  }
  return learn(sentenceClasses, examples, { rounds: 6, rate: 0.05, decay: 1e-3, least: 5 });
}

function phraseModel(
  lessons: readonly Lessoned[],
  keys: readonly Filled[][],
  use: readonly number[],
): Softmax {
  const examples: Example[] = [];
  for (const i of use) {
    const labels = new Map<Phrase, [number, number]>();
    for (const one of keys[i]!)
      for (const { phrase, firm } of one.phrases) {
        const weight = (one.optional ? 0.6 : 1) * (firm ? 1 : 0.25);
        if ((labels.get(phrase)?.[1] ?? 0) < weight)
          labels.set(phrase, [phraseClasses.indexOf(one.slot), weight]);
      }
    for (const phrase of lessons[i]!.facts.phrases) {
      const [label, weight] = labels.get(phrase) ?? [0, 1];
      examples.push({ label, features: phrase.features, weight });
    }
  }
  return learn(phraseClasses, examples, phraseLesson);
}

function sentenceModel(
  lessons: readonly Lessoned[],
  keys: readonly Filled[][],
  use: readonly number[],
): Softmax {
  const examples: Example[] = [];
  for (const i of use) {
    const votes = sentenceVotes(lessons[i]!, keys[i]!);
    lessons[i]!.facts.sentences.forEach(({ features }, s) => {
      examples.push({ label: sentenceClasses.indexOf(votes[s] ?? "none"), features });
    });
  }
  return learn(sentenceClasses, examples, sentenceLesson);
}

/** The type of the template most of whose targets and perpetrators a sentence names. */
export function sentenceVotes(lesson: Lessoned, keys: readonly Filled[]): (string | undefined)[] {
  const votes = lesson.facts.sentences.map(() => new Map<string, number>());
  for (const one of keys) {
    const type = lesson.templates[one.template]!.slots.inc_type!.fills[0]?.values[0];
    if (type === undefined) continue;
    for (const { phrase, firm } of one.phrases) {
      const row = votes[phrase.sentence]!;
      const worth = (one.slot === "perp_ind_id" || one.slot === "perp_org_id" ? 0.4 : 1) * (firm ? 1 : 0.4);
      row.set(type, (row.get(type) ?? 0) + worth);
    }
  }
  return votes.map((row) => {
    const [best] = [...row].sort((a, b) => b[1] - a[1]);
    return best !== undefined && best[1] >= 0.8 ? best[0] : undefined;
  });
}

function topicModel(lessons: readonly Lessoned[], held: readonly Judged[], use: readonly number[]): Softmax {
  const examples: Example[] = [];
  for (const i of use) {
    const { message, facts, templates } = lessons[i]!;
    for (const type of incidentTypes) {
      const has = templates.filter((one) => one.slots.inc_type!.fills[0]?.values.includes(type));
      if (has.length > 0 && has.every((one) => one.optional)) continue;
      examples.push({ label: has.length > 0 ? 1 : 0, features: topicMarks(type, message, facts, held[i]!) });
    }
  }
  return learn(["no", "yes"], examples, { rounds: 5, rate: 0.05, decay: 3e-3, least: 4 });
}

/** Templates by the sentences that name their targets and perpetrators. */
function templateVotes(lesson: Lessoned, keys: readonly Filled[]): Map<number, number>[] {
  const votes = lesson.facts.sentences.map(() => new Map<number, number>());
  for (const one of keys) {
    const worth = one.slot === "perp_ind_id" || one.slot === "perp_org_id" ? 0.3 : 1;
    for (const { phrase } of one.phrases) {
      const row = votes[phrase.sentence]!;
      row.set(one.template, (row.get(one.template) ?? 0) + worth);
    }
  }
  return votes;
}

function pairModel(
  lessons: readonly Lessoned[],
  keys: readonly Filled[][],
  held: readonly Judged[],
): Softmax {
  const examples: Example[] = [];
  lessons.forEach((lesson, l) => {
    const { message, facts } = lesson;
    const judgement = held[l]!;
    const votes = templateVotes(lesson, keys[l]!);
    const parts = partsOf(message, facts, judgement);
    const told = facts.sentences.flatMap((_, s) =>
      1 - judgement.sentences[s]![0]! >= limits.sentence ? [s] : [],
    );
    told.forEach((j, at) => {
      for (const i of told.slice(Math.max(0, at - 6), at)) {
        const [a, b] = [topOf(votes[i]!), topOf(votes[j]!)];
        if (a.length === 0 || b.length === 0) continue;
        const same = a.some((one) => b.includes(one));
        examples.push({
          label: same ? 1 : 0,
          features: pairMarks(facts, judgement, parts, i, j),
          weight: lesson.templates.length > 1 ? 1 : 0.5,
        });
      }
    });
  });
  return learn(["no", "yes"], examples, { rounds: 10, rate: 0.1, decay: 3e-4, least: 5 });
}

function topOf(row: ReadonlyMap<number, number>): number[] {
  const most = Math.max(...row.values());
  return most < 0.6 ? [] : [...row].flatMap(([template, worth]) => (worth === most ? [template] : []));
}

/** Whether incidents and their entities were wanted, as the gathered incidents lie beside the keys. */
function choiceModels(
  models: Pick<Models, "pair">,
  lessons: readonly Lessoned[],
  keys: readonly Filled[][],
  held: readonly Judged[],
  heldTopics: readonly (readonly number[])[],
): { accept: Softmax; fill: Softmax } {
  const accepts: Example[] = [];
  const fills: Example[] = [];
  lessons.forEach((lesson, l) => {
    const { message, facts, templates } = lesson;
    const judgement = held[l]!;
    const topic = heldTopics[l]!;
    const incidents = incidentsOf(models, message, facts, judgement);
    const matched = aligned(lesson, keys[l]!, incidents);
    const at = new Map(facts.phrases.map((phrase, i) => [phrase, i]));
    const chanceOf = (phrase: Phrase, slot: PhraseClass) =>
      judgement.phrases[at.get(phrase)!]![phraseClasses.indexOf(slot)]!;
    incidents.forEach((incident, k) => {
      const template = matched[k];
      const optional = template !== undefined && templates[template]!.optional;
      accepts.push({
        label: template === undefined ? 0 : 1,
        features: acceptMarks(message, facts, judgement, incidents, incident, topic),
        weight: optional ? 0.5 : 1,
      });
      if (template === undefined) return;
      const own = keys[l]!.filter((one) => one.template === template);
      const entities = offered(message, facts, judgement, incident, incidents.length);
      for (const entity of entities) {
        const hit = own.find(
          (one) =>
            one.slot === entity.slot && one.phrases.some(({ phrase }) => entity.phrases.includes(phrase)),
        );
        fills.push({
          label: hit === undefined ? 0 : 1,
          features: fillMarks(judgement, chanceOf, incident, entities, entity, incidents.length, topic),
          weight: hit?.optional === true ? 0.6 : 1,
        });
      }
    });
  });
  const lesson = { rounds: 8, rate: 0.05, decay: 1e-3, least: 5 };
  return { accept: learn(["no", "yes"], accepts, lesson), fill: learn(["no", "yes"], fills, lesson) };
}

/** Each incident's template, if any: of one type, with the most words in its sentences; none is taken twice. */
function aligned(
  lesson: Lessoned,
  keys: readonly Filled[],
  incidents: readonly Incident[],
): (number | undefined)[] {
  const votes = templateVotes(lesson, keys);
  const pairs: [number, number, number][] = [];
  incidents.forEach((incident, k) => {
    lesson.templates.forEach((template, t) => {
      const types = template.slots.inc_type?.fills[0]?.values ?? [];
      const typed = types.includes(incident.type) ? 1 : incident.type === "ATTACK" ? 0.5 : 0;
      const worth = incident.sentences.reduce((sum, s) => sum + (votes[s]!.get(t) ?? 0), 0);
      if (typed > 0 && worth > 0) pairs.push([k, t, typed * 2 + worth]);
    });
  });
  pairs.sort((a, b) => b[2] - a[2] || a[0] - b[0]);
  const result: (number | undefined)[] = incidents.map(() => undefined);
  const taken = new Set<number>();
  for (const [k, t] of pairs)
    if (result[k] === undefined && !taken.has(t)) {
      result[k] = t;
      taken.add(t);
    }
  return result;
}

/** Set fills of the entities that fill string slots, and of whole incidents. */
function setModels(lessons: readonly Lessoned[], keys: readonly Filled[][]) {
  const tasks = {
    humanType: ["hum_tgt", "hum_tgt_type"],
    humanEffect: ["hum_tgt", "hum_tgt_effect"],
    physicalType: ["phys_tgt_id", "phys_tgt_type"],
    physicalEffect: ["phys_tgt_id", "phys_tgt_effect"],
    instrumentType: ["inc_instr_id", "inc_instr_type"],
    confidence: ["perp_org_id", "perp_org_conf"],
  } as const;
  const result: Record<string, Softmax> = {};
  for (const [name, [slot, set]] of Object.entries(tasks)) {
    const examples: [string, string[]][] = [];
    lessons.forEach(({ facts, templates }, i) => {
      for (const one of keys[i]!) {
        if (one.slot !== slot || one.phrases.length === 0) continue;
        const fills = templates[one.template]!.slots[set]?.fills ?? [];
        const own = fills.find((fill) => fill.xref?.some((value) => one.values.includes(value)) === true);
        const entity: Entity = {
          slot: one.slot,
          phrases: one.phrases.map(({ phrase }) => phrase),
          chance: 1,
        };
        examples.push([own?.values[0] ?? "-", entityMarks(entity, facts)]);
      }
    });
    const classes = [...new Set(examples.map(([label]) => label))].sort();
    result[name] = learn(
      classes,
      examples.map(([label, features]) => ({ label: classes.indexOf(label), features })),
      smallLesson,
    );
  }
  const whole: Record<string, readonly [string, number]> = {
    stage: ["inc_stage", 0],
    category: ["perp_inc_cat", 0],
  };
  for (const [name, [slot]] of Object.entries(whole)) {
    const examples: [string, string[]][] = [];
    lessons.forEach(({ facts, templates }, i) => {
      templates.forEach((template, k) => {
        const own = keys[i]!.filter((one) => one.template === k);
        const sentences = new Set(own.flatMap((one) => one.phrases.map(({ phrase }) => phrase.sentence)));
        if (sentences.size === 0) return;
        const label = template.slots[slot]?.fills[0]?.values[0] ?? "-";
        examples.push([
          label,
          wholeMarks(
            facts,
            [...sentences],
            own.map((one) => ({
              slot: one.slot,
              phrases: one.phrases.map(({ phrase }) => phrase),
              chance: 1,
            })),
            template.slots.inc_type!.fills[0]!.values[0]!,
          ),
        ]);
      });
    });
    const classes = [...new Set(examples.map(([label]) => label))].sort();
    result[name] = learn(
      classes,
      examples.map(([label, features]) => ({ label: classes.indexOf(label), features })),
      smallLesson,
    );
  }
  return result as Record<keyof typeof tasks | "stage" | "category", Softmax>;
}

/** Whether the "of" after a noun belongs to the fill. */
function ofModel(keys: readonly Filled[][]): Softmax {
  const examples: Example[] = [];
  for (const one of keys.flat())
    for (const { phrase, span } of one.phrases) {
      if (phrase.full.end === phrase.base.end) continue;
      const label = span.end >= phrase.full.end ? 1 : 0;
      examples.push({ label, features: ofMarks(one.slot, phrase) });
    }
  return learn(["no", "yes"], examples, smallLesson);
}

/** Places as the keys write them, by their last name. */
function placeTable(lessons: readonly Lessoned[]): Record<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { templates } of lessons)
    for (const template of templates)
      for (const value of template.slots.inc_loc?.fills.flatMap((one) => one.values) ?? []) {
        const parts = value.split(":").map((one) => one.trim());
        for (let n = 1; n < parts.length; n++) {
          const name = /^(.*?)\s*\(/.exec(parts[n]!)?.[1] ?? parts[n]!;
          if (parts[n]!.includes(" - ")) continue;
          const row = votes.get(name) ?? new Map<string, number>();
          const path = parts.slice(0, n + 1).join(": ");
          row.set(path, (row.get(path) ?? 0) + 1);
          votes.set(name, row);
        }
      }
  const table: Record<string, string> = {};
  for (const [name, row] of [...votes].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    table[name] = [...row].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
  return table;
}
