/** Which incidents become templates, and which entities their fillers: what speaks for each. */
import { type Candidate, type Entity, entitiesOf } from "./entities.ts";
import { type PhraseClass, phraseClasses } from "./gold.ts";
import type { Incident } from "./incidents.ts";
import { type Judged, stepMarks, topicMarks } from "./judge.ts";
import type { Message } from "./message.ts";
import type { Models } from "./models.ts";
import type { Facts, Phrase } from "./phrases.ts";
import { incidentTypes } from "./sets.ts";
import { probabilities } from "./softmax.ts";

/** Chances of the types for the whole message. */
export function topics(
  models: Pick<Models, "topic">,
  message: Message,
  facts: Facts,
  judgement: Judged,
): number[] {
  return incidentTypes.map(
    (type) => probabilities(models.topic, topicMarks(type, message, facts, judgement))[1]!,
  );
}

/** Everything that may fill a slot of an incident: from its own sentences, and perpetrators from all. */
export function offered(
  message: Message,
  facts: Facts,
  judgement: Judged,
  incident: Incident,
  among: number,
): Entity[] {
  const own = new Set(incident.sentences);
  return phraseClasses.slice(1).flatMap((slot, c) => {
    const candidates: Candidate[] = [];
    facts.phrases.forEach((phrase, i) => {
      const chance = judgement.phrases[i]![c + 1]!;
      if (chance < least) return;
      if (!own.has(phrase.sentence) && among > 1 && !slot.startsWith("perp")) return;
      candidates.push({ phrase, chance });
    });
    return entitiesOf(slot, message.text, candidates).filter(
      (one) =>
        among === 1 || slot.startsWith("perp") || one.phrases.some((phrase) => own.has(phrase.sentence)),
    );
  });
}

const least = 0.08;

export function acceptMarks(
  message: Message,
  facts: Facts,
  judgement: Judged,
  incidents: readonly Incident[],
  incident: Incident,
  topic: readonly number[],
): string[] {
  const { type, sentences, chances } = incident;
  const k = incidentTypes.indexOf(type as (typeof incidentTypes)[number]);
  const marks: string[] = [`type=${type}`, `genre=${message.genre}`, `city=${message.city}`];
  const steps = (name: string, value: number) =>
    marks.push(...stepMarks(name, value), ...stepMarks(`${type}:${name}`, value));
  steps("topic", topic[k]!);
  steps("topics", Math.max(...topic));
  steps("max", Math.max(...sentences.map((s) => judgement.sentences[s]![k + 1]!)));
  steps("any", Math.max(...sentences.map((s) => 1 - judgement.sentences[s]![0]!)));
  steps("sum", chances[k]! / 4);
  steps(
    "share",
    chances[k]! /
      Math.max(
        1e-6,
        chances.reduce((a, b) => a + b, 0),
      ),
  );
  marks.push(`size=${Math.min(sentences.length, 5)}`, `among=${Math.min(incidents.length, 5)}`);
  marks.push(`place=${Math.min(incidents.indexOf(incident), 4)}`, `first=${Math.min(sentences[0]!, 10)}`);
  const best = Math.max(...incidents.map((one) => Math.max(...one.chances)));
  steps("rank", chances[k]! / best);
  const own = new Set(sentences);
  phraseClasses.forEach((slot, c) => {
    if (c === 0) return;
    let most = 0;
    facts.phrases.forEach((phrase, i) => {
      if (own.has(phrase.sentence)) most = Math.max(most, judgement.phrases[i]![c]!);
    });
    steps(slot, most);
  });
  const words = new Set(
    sentences.flatMap((s) => facts.sentences[s]!.features.filter((one) => /^(w|a|st|t|by|to)=/.test(one))),
  );
  marks.push(`age=${ageOf(message, facts, sentences)}`);
  marks.push(...words);
  return marks;
}

export function fillMarks(
  judgement: Judged,
  chanceOf: (phrase: Phrase, slot: PhraseClass) => number,
  incident: Incident,
  entities: readonly Entity[],
  entity: Entity,
  among: number,
  topic: readonly number[],
): string[] {
  const { slot, phrases, chance } = entity;
  const marks: string[] = [`slot=${slot}`, `type=${incident.type}&${slot}`];
  const steps = (name: string, value: number) => marks.push(...stepMarks(`${slot}:${name}`, value));
  const own = new Set(incident.sentences);
  const inside = phrases.filter((one) => own.has(one.sentence));
  steps("chance", chance);
  steps("topic", Math.max(...topic));
  steps("typed", topic[incidentTypes.indexOf(incident.type as (typeof incidentTypes)[number])]!);
  steps("inside", Math.max(0, ...inside.map((one) => chanceOf(one, slot))));
  const none = phrases.reduce((product, one) => product * (1 - chanceOf(one, slot)), 1);
  steps("noisy", 1 - none);
  steps("mean", phrases.reduce((sum, one) => sum + chanceOf(one, slot), 0) / phrases.length);
  marks.push(
    `${slot}:n=${Math.min(phrases.length, 4)}`,
    `${slot}:in=${Math.min(inside.length, 3)}`,
    `${slot}:among=${Math.min(among, 3)}`,
  );
  steps("sure", Math.max(...phrases.map((one) => 1 - judgement.sentences[one.sentence]![0]!)));
  const rivals = entities.filter((one) => one.slot === slot);
  const rank = rivals.filter((one) => one.chance > chance).length;
  marks.push(`${slot}:rank=${Math.min(rank, 4)}`, `${slot}:rivals=${Math.min(rivals.length, 5)}`);
  const top = Math.max(...rivals.map((one) => one.chance));
  steps("ofbest", chance / top);
  const elsewhere = entities.filter(
    (one) => one.slot !== slot && one.phrases.some((phrase) => phrases.includes(phrase)),
  );
  steps("rival", Math.max(0, ...elsewhere.map((one) => one.chance)));
  const distance = Math.min(
    ...phrases.map((one) => Math.min(...incident.sentences.map((s) => Math.abs(s - one.sentence)))),
  );
  marks.push(
    `${slot}:distance=${Math.min(distance, 4)}`,
    `${slot}:first=${Math.min(4, Math.floor(phrases[0]!.sentence / 3))}`,
  );
  const kinds = new Set(phrases.map((one) => one.name ?? (one.plural ? "plural" : "single")));
  for (const one of kinds) marks.push(`${slot}:${one}`);
  for (const one of new Set(phrases.map((phrase) => phrase.lemma))) marks.push(`${slot}:h=${one}`);
  if (phrases.some((one) => one.title !== undefined)) marks.push(`${slot}:titled`);
  return marks;
}

/** How long before the dateline the incident's latest day was. */
function ageOf(message: Message, facts: Facts, sentences: readonly number[]): string {
  if (message.date === undefined) return "undated";
  let latest = "";
  for (const s of sentences)
    for (const { time } of facts.sentences[s]!.times) {
      const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(time.value)?.[0];
      if (day !== undefined && day > latest) latest = day;
    }
  if (latest === "") return "none";
  const days = (Date.parse(message.date) - Date.parse(latest)) / 86_400_000;
  return days < -1 ? "ahead" : days < 3 ? "now" : days < 15 ? "weeks" : days < 70 ? "months" : "old";
}
