/** Judgements about a message turned into its templates. */
import type { Span } from "../../src/model/span.ts";
import type { Time } from "../../src/model/time.ts";
import { acceptMarks, fillMarks, offered, topics } from "./choose.ts";
import { type Entity, entityMarks, ofMarks, wholeMarks } from "./entities.ts";
import { type PhraseClass, phraseClasses } from "./gold.ts";
import { incidentsOf } from "./incidents.ts";
import { inContext, type Judged, judged } from "./judge.ts";
import { type Message, writtenDate } from "./message.ts";
import type { Models } from "./models.ts";
import type { Facts, Phrase } from "./phrases.ts";
import { locationOf } from "./places.ts";
import { incidentTypes, nations } from "./sets.ts";
import { probabilities, type Softmax } from "./softmax.ts";

export interface Fill {
  readonly values: readonly string[];
  readonly xref: readonly string[] | null;
}

export interface Template {
  readonly slots: Readonly<Record<string, { readonly fills: readonly Fill[] }>>;
}

/** Chosen on the development messages. */
export const thresholds: Record<string, number> = {
  accept: 0.22,
  perp_ind_id: 0.28,
  perp_org_id: 0.35,
  phys_tgt_id: 0.32,
  hum_tgt: 0.45,
  inc_instr_id: 0.25,
};

export function templatesOf(models: Models, message: Message, facts: Facts): Template[] {
  const first = judged(models, facts);
  const topic = topics(models, message, facts, first);
  const judgement = inContext(models, facts, first, topic);
  const incidents = incidentsOf(models, message, facts, judgement);
  const at = new Map(facts.phrases.map((phrase, i) => [phrase, i]));
  const chanceOf = (phrase: Phrase, slot: PhraseClass) =>
    judgement.phrases[at.get(phrase)!]![phraseClasses.indexOf(slot)]!;
  return incidents.flatMap((incident) => {
    const marks = acceptMarks(message, facts, judgement, incidents, incident, topic);
    if (probabilities(models.accept, marks)[1]! < thresholds.accept!) return [];
    const offers = offered(message, facts, judgement, incident, incidents.length);
    const entities = offers.filter(
      (entity) =>
        probabilities(
          models.fill,
          fillMarks(judgement, chanceOf, incident, offers, entity, incidents.length, topic),
        )[1]! >= thresholds[entity.slot]!,
    );
    return [
      written(models, message, facts, judgement, incident.type, named(message, entities), incident.sentences),
    ];
  });
}

/** Without "the judge" beside "Judge Hector Larios", and one person once. */
function named(message: Message, entities: readonly Entity[]): Entity[] {
  const titles = entities.flatMap(({ slot, phrases }) =>
    slot === "hum_tgt"
      ? phrases.flatMap((one) => [
          ...(one.title === undefined ? [] : [cut(message, one.title)]),
          ...(one.person === undefined ? [] : [cut(message, one.person)]),
        ])
      : [],
  );
  const persons = entities.flatMap(({ slot, phrases }) =>
    slot === "hum_tgt" ? phrases.flatMap((one) => (one.person === undefined ? [] : [one.person])) : [],
  );
  return entities.filter(({ slot, phrases }) => {
    if (slot !== "hum_tgt" || phrases.some((one) => one.person !== undefined || one.plural)) return true;
    const head = cut(message, phrases[0]!.head);
    if (titles.some((title) => title.split(" ").includes(head))) return false;
    // "Federico Estrada, Liberal Party leader": told beside the name.
    return !phrases.some((one) =>
      persons.some(
        (person) =>
          person.end <= one.base.start &&
          /^, (?:THE |AN? )?$/.test(message.text.slice(person.end, one.base.start)),
      ),
    );
  });
}

function written(
  models: Models,
  message: Message,
  facts: Facts,
  judgement: Judged,
  type: string,
  entities: readonly Entity[],
  sentences: readonly number[],
): Template {
  const slots: Record<string, { fills: Fill[] }> = {};
  const put = (slot: string, value: string, xref?: string) => {
    slots[slot] ??= { fills: [] };
    if (slots[slot].fills.some((one) => one.values[0] === value && one.xref?.[0] === xref)) return;
    slots[slot].fills.push({ values: [value], xref: xref === undefined ? null : [xref] });
  };
  const k = 1 + incidentTypes.indexOf(type as "ATTACK");
  const ranked = [...sentences].sort((a, b) => judgement.sentences[b]![k]! - judgement.sentences[a]![k]!);
  const location = locationOf(models.places, message, facts, ranked);
  const date = dateOf(message, facts, ranked);
  if (date !== "") put("inc_date", date);
  put("inc_loc", location);
  put("inc_type", type);
  const marks = wholeMarks(facts, sentences, entities, type);
  put("inc_stage", best(models.stage, marks));
  const category = best(models.category, marks);
  if (category !== "-") put("perp_inc_cat", category);
  const country = location.split(":")[0]!;
  for (const entity of entities) {
    if (entity.slot === "phys_tgt_id" && type === "KIDNAPPING") continue;
    if (entity.slot === "inc_instr_id" && (type === "KIDNAPPING" || type === "ARSON")) continue;
    entityFills(models, message, facts, entity, country, put);
  }
  return { slots };
}

function entityFills(
  models: Models,
  message: Message,
  facts: Facts,
  entity: Entity,
  country: string,
  put: (slot: string, value: string, xref?: string) => void,
): void {
  const marks = entityMarks(entity, facts);
  const text = wordingOf(models, message, entity);
  if (entity.slot === "hum_tgt") {
    const named = nameOf(message, entity);
    if (named !== undefined) {
      put("hum_tgt_name", named);
      const title = entity.phrases.find((one) => one.title !== undefined)?.title;
      if (title !== undefined) put("hum_tgt_desc", cut(message, title), named);
    } else put("hum_tgt_desc", text);
    const reference = named ?? text;
    put("hum_tgt_type", best(models.humanType, marks, "-"), reference);
    put("hum_tgt_num", numberOf(entity), reference);
    const effect = best(models.humanEffect, marks);
    if (effect !== "-") put("hum_tgt_effect", effect, reference);
    const nation = nationOf(entity, country);
    if (nation !== undefined) put("hum_tgt_nation", nation, reference);
  } else if (entity.slot === "phys_tgt_id") {
    put("phys_tgt_id", text);
    put("phys_tgt_type", best(models.physicalType, marks, "-"), text);
    put("phys_tgt_num", numberOf(entity), text);
    const effect = best(models.physicalEffect, marks);
    if (effect !== "-") put("phys_tgt_effect", effect, text);
    const nation = nationOf(entity, country);
    if (nation !== undefined) put("phys_tgt_nation", nation, text);
  } else if (entity.slot === "inc_instr_id") {
    put("inc_instr_id", text);
    put("inc_instr_type", best(models.instrumentType, marks, "-"), text);
  } else if (entity.slot === "perp_org_id") {
    put("perp_org_id", text);
    put("perp_org_conf", best(models.confidence, marks, "-"), text);
  } else put("perp_ind_id", text);
}

function best(model: Softmax, marks: readonly string[], never?: string): string {
  const chances = probabilities(model, marks);
  let at = -1;
  for (let i = 0; i < chances.length; i++)
    if (model.classes[i] !== never && (at < 0 || chances[i]! > chances[at]!)) at = i;
  return model.classes[at]!;
}

function cut(message: Message, { start, end }: Span): string {
  return message.text.slice(start, end).replaceAll(/\s+/g, " ");
}

/** The fullest name of a person. */
function nameOf(message: Message, entity: Entity): string | undefined {
  const names = entity.phrases.flatMap((one) => (one.person === undefined ? [] : [cut(message, one.person)]));
  return names.sort((a, b) => b.length - a.length)[0];
}

/** The first of the longest wordings, with its "of" where fillers have it. */
function wordingOf(models: Models, message: Message, entity: Entity): string {
  const phrase = [...entity.phrases].sort(
    (a, b) => b.base.end - b.base.start - (a.base.end - a.base.start) || a.base.start - b.base.start,
  )[0]!;
  const whole =
    phrase.full.end > phrase.base.end && probabilities(models.of, ofMarks(entity.slot, phrase))[1]! >= 0.5;
  return cut(message, whole ? phrase.full : phrase.base);
}

const small: Readonly<Record<string, string>> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  eleven: "11",
  twelve: "12",
};

function numberOf(entity: Entity): string {
  if (entity.phrases.some((one) => one.person !== undefined)) return "1";
  for (const { count } of entity.phrases) {
    if (count === undefined) continue;
    const number = small[count.toLowerCase()] ?? count.replaceAll(",", "");
    if (/^\d+$/.test(number)) return number;
  }
  return entity.phrases.some((one) => one.plural) ? "PLURAL" : "1";
}

function nationOf(entity: Entity, country: string): string | undefined {
  for (const { countries } of entity.phrases)
    for (const code of countries) {
      const nation = nations[code];
      if (nation !== undefined && nation !== country) return nation;
    }
  return undefined;
}

/** The day told of its acts, else in its likeliest sentences, else the dateline's day at the latest. */
function dateOf(message: Message, facts: Facts, ranked: readonly number[]): string {
  const near = ranked.slice(0, 5).map((s) => facts.sentences[s]!);
  for (const { span, acts } of near) {
    if (message.date !== undefined && /\bLAST NIGHT\b/.test(message.text.slice(span.start, span.end)))
      return writtenDate(dayBefore(message.date));
    for (const { type, time } of acts) {
      const day = /^ASSAULT|arrest/.test(type) ? dayOf(message, time) : undefined;
      if (day !== undefined) return writtenDate(day);
    }
  }
  // "said today" dates the saying.
  for (const { times } of near)
    for (const { time } of times) {
      const day = dayOf(message, time);
      if (day !== undefined && day !== message.date) return writtenDate(day);
    }
  return message.date === undefined ? "" : `- ${writtenDate(message.date)}`;
}

function dayOf(message: Message, time: Time | undefined): string | undefined {
  const day = time === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(time.value)?.[0];
  if (day === undefined || time?.type === "DURATION") return undefined;
  if (message.date !== undefined && day > message.date) return undefined;
  return /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i.test(time!.words) ? undefined : day;
}

function dayBefore(iso: string): string {
  return new Date(Date.parse(iso) - 86_400_000).toISOString().slice(0, 10);
}
