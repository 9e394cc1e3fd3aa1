/** Phrases that mean the same thing, gathered into one filler of a slot. */
import type { PhraseClass } from "./gold.ts";
import type { Facts, Phrase } from "./phrases.ts";

export interface Entity {
  readonly slot: PhraseClass;
  readonly phrases: readonly Phrase[];
  /** How likely it fills the slot at all. */
  readonly chance: number;
}

export interface Candidate {
  readonly phrase: Phrase;
  readonly chance: number;
}

/** Likely phrases of one slot, those of one actor or one wording together. */
export function entitiesOf(slot: PhraseClass, text: string, candidates: readonly Candidate[]): Entity[] {
  const groups: { key: string; loose: string; candidates: Candidate[] }[] = [];
  for (const one of candidates) {
    const key = keyOf(text, one.phrase);
    const loose = one.phrase.person === undefined ? one.phrase.lemma : lastName(text, one.phrase);
    const group = groups.findLast(
      (other) =>
        other.key === key ||
        // "Bernardo Jaramillo" is "Bernardo Jaramillo Ossa".
        (one.phrase.person !== undefined &&
          key.includes("-") &&
          (other.key.startsWith(`${key}-`) || key.startsWith(`${other.key}-`))) ||
        (other.loose === loose && fits(other.key, key, one.phrase)),
    );
    if (group === undefined) groups.push({ key, loose, candidates: [one] });
    else {
      group.candidates.push(one);
      if (key.length > group.key.length) group.key = key;
    }
  }
  joinAcronyms(text, groups);
  return groups.map((group) => ({
    slot,
    phrases: group.candidates.map((one) => one.phrase),
    chance: Math.max(...group.candidates.map((one) => one.chance)),
  }));
}

/** "Farabundo Marti National Liberation Front [FMLN]": both are one. */
function joinAcronyms(text: string, groups: { key: string; candidates: Candidate[] }[]): void {
  for (let i = groups.length - 1; i >= 0; i--) {
    const at = groups.findIndex(
      (other, k) =>
        k !== i && other.candidates.some((a) => groups[i]!.candidates.some((b) => glossed(text, a, b))),
    );
    if (at < 0) continue;
    groups[at]!.candidates.push(...groups[i]!.candidates);
    groups.splice(i, 1);
  }
}

function glossed(text: string, { phrase: a }: Candidate, { phrase: b }: Candidate): boolean {
  const gap = b.base.start - a.base.end;
  return gap > 0 && gap < 3 && /^ ?[[(]$/.test(text.slice(a.base.end, b.base.start));
}

function keyOf(text: string, phrase: Phrase): string {
  if (phrase.actor?.startsWith("person:")) return phrase.actor;
  const { start, end } = phrase.person ?? phrase.base;
  return text.slice(start, end).replaceAll(/\s+/g, " ");
}

function lastName(text: string, phrase: Phrase): string {
  return text.slice(phrase.person!.start, phrase.person!.end).split(/\s+/).at(-1)!;
}

/** "the guerrillas" after "FMLN guerrillas"; not "water towers" after "power towers". */
function fits(a: string, b: string, phrase: Phrase): boolean {
  if (phrase.person !== undefined) return a.endsWith(b) || b.endsWith(a);
  return a.endsWith(` ${b}`) || b.endsWith(` ${a}`);
}

/** Features of an entity: all that its mentions have. */
export function entityMarks(entity: Entity, facts: Facts): string[] {
  const marks = new Set<string>();
  for (const { features, lemma, sentence, title } of entity.phrases) {
    for (const one of features) if (!/^(p2|n2|tag|s:first)/.test(one)) marks.add(one);
    for (const one of facts.sentences[sentence]!.features) if (/^(w|a)=/.test(one)) marks.add(`s${one}`);
    marks.add(`h=${lemma}`);
    if (title !== undefined) marks.add("titled");
  }
  for (const one of entity.phrases)
    if (one.title !== undefined)
      for (const other of facts.phrases)
        if (other.head.start >= one.title.start && other.head.end <= one.title.end)
          marks.add(`role=${other.lemma}`);
  return [...marks];
}

/** Features of a whole incident. */
export function wholeMarks(
  facts: Facts,
  sentences: readonly number[],
  entities: readonly Entity[],
  type: string,
): string[] {
  const marks = new Set<string>([`type=${type}`]);
  for (const s of sentences)
    for (const one of facts.sentences[s]!.features) if (/^(w|a|st|t)=/.test(one)) marks.add(one);
  for (const one of entities) {
    marks.add(`has=${one.slot}`);
    if (one.slot.startsWith("perp"))
      for (const { lemma, features } of one.phrases) {
        marks.add(`${one.slot}=${lemma}`);
        for (const mark of features) if (/^(kind|m|w)=/.test(mark)) marks.add(`${one.slot}:${mark}`);
      }
  }
  return [...marks];
}

export function ofMarks(slot: string, phrase: Phrase): string[] {
  return [
    `slot=${slot}`,
    `h=${phrase.lemma}`,
    ...phrase.features.filter((one) => /^(of|ofname|m)=/.test(one)),
  ];
}
