/** How likely each phrase fills each slot, and each sentence tells of each type of incident. */
import { phraseClasses } from "./gold.ts";
import type { Message } from "./message.ts";
import type { Models } from "./models.ts";
import type { Facts } from "./phrases.ts";
import { incidentTypes } from "./sets.ts";
import { probabilities } from "./softmax.ts";

export interface Judged {
  /** By phrase, then by class of `phraseClasses`. */
  readonly phrases: readonly (readonly number[])[];
  /** By sentence: none, then the incident types. */
  readonly sentences: readonly (readonly number[])[];
}

export function judged(models: Pick<Models, "phrase" | "sentence">, facts: Facts): Judged {
  return {
    phrases: facts.phrases.map((one) => probabilities(models.phrase, one.features)),
    sentences: facts.sentences.map((one) => probabilities(models.sentence, one.features)),
  };
}

/** What speaks for an incident of a type in a message. */
export function topicMarks(type: string, message: Message, facts: Facts, judgement: Judged): string[] {
  const k = 1 + incidentTypes.indexOf(type as (typeof incidentTypes)[number]);
  const marks: string[] = [];
  const chances = judgement.sentences.map((one) => one[k]!).sort((a, b) => b - a);
  const relevant = judgement.sentences.map((one) => 1 - one[0]!).sort((a, b) => b - a);
  const steps = (name: string, value: number) =>
    marks.push(...stepMarks(name, value), ...stepMarks(`${type}:${name}`, value));
  steps("max", chances[0] ?? 0);
  steps("second", chances[1] ?? 0);
  steps("sum", chances.reduce((a, b) => a + b, 0) / 4);
  steps("any", relevant[0] ?? 0);
  steps("anys", relevant.reduce((a, b) => a + b, 0) / 5);
  phraseClasses.forEach((slot, c) => {
    if (c === 0) return;
    const best = Math.max(
      0,
      ...facts.phrases.map((phrase, i) => {
        const sentence = judgement.sentences[phrase.sentence]!;
        return judgement.phrases[i]![c]! * (sentence[k]! / Math.max(0.05, 1 - sentence[0]!)) ** 0.5;
      }),
    );
    steps(slot, best);
  });
  marks.push(`type=${type}`, `genre=${message.genre}`, `city=${message.city}`);
  const bag = new Set<string>();
  facts.sentences.slice(0, 3).forEach((sentence) => {
    for (const one of sentence.features) if (/^(a|w)=/.test(one)) bag.add(`lead:${one}`);
  });
  for (const sentence of facts.sentences)
    for (const one of sentence.features) if (/^(a|w)=/.test(one)) bag.add(one);
  for (const one of bag) marks.push(`${type}:${one}`);
  return marks;
}

/** A number as features: each tenth that it reaches. */
export function stepMarks(name: string, value: number): string[] {
  const marks: string[] = [];
  for (let step = 1; step <= 9; step++) if (value * 10 >= step) marks.push(`${name}>${step}`);
  return marks;
}

/** Each sentence with its neighbours, its phrases and the message's topics. */
export function toldMarks(facts: Facts, judgement: Judged, topic: readonly number[]): string[][] {
  const most = facts.sentences.map(() => phraseClasses.map(() => 0));
  facts.phrases.forEach((phrase, i) => {
    const row = most[phrase.sentence]!;
    judgement.phrases[i]!.forEach((chance, c) => {
      row[c] = Math.max(row[c]!, chance);
    });
  });
  const best = Math.max(...topic);
  return facts.sentences.map((sentence, s) => {
    const marks: string[] = [];
    const steps = (name: string, value: number) => marks.push(...stepMarks(name, value));
    const chances = judgement.sentences[s]!;
    steps("any", 1 - chances[0]!);
    steps("any2", (1 - chances[0]!) * 4);
    const before = judgement.sentences[s - 1];
    const after = judgement.sentences[s + 1];
    if (before !== undefined) steps("before", (1 - before[0]!) * 2);
    if (after !== undefined) steps("after", (1 - after[0]!) * 2);
    steps("topic", best);
    incidentTypes.forEach((type, k) => {
      steps(`is${type}`, chances[k + 1]!);
      steps(`topic${type}`, topic[k]!);
      steps(`near${type}`, Math.max(before?.[k + 1] ?? 0, after?.[k + 1] ?? 0));
    });
    phraseClasses.forEach((slot, c) => {
      if (c > 0) steps(slot, most[s]![c]!);
    });
    steps("target", Math.max(most[s]![3]!, most[s]![4]!) * Math.max(best, 0.1));
    marks.push(
      `first=${s < 4 ? s : s < 8 ? "4-7" : "8"}`,
      `anew=${facts.sentences[s - 1]?.block !== sentence.block}`,
    );
    for (const one of sentence.features) if (/^(t|st)=/.test(one)) marks.push(one);
    return marks;
  });
}

/** The judgement with its sentences judged again in context. */
export function inContext(
  models: Pick<Models, "told">,
  facts: Facts,
  judgement: Judged,
  topic: readonly number[],
): Judged {
  return {
    ...judgement,
    sentences: toldMarks(facts, judgement, topic).map((marks) => probabilities(models.told, marks)),
  };
}
