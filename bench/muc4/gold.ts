/** The answer keys, read for training only: which phrases and sentences of a message fill which slot. */
import type { Span } from "../../src/model/span.ts";
import type { Message } from "./message.ts";
import type { Facts, Phrase } from "./phrases.ts";

export interface GoldFill {
  readonly optional: boolean;
  readonly values: readonly string[];
  readonly xref: readonly string[] | null;
}

export interface GoldTemplate {
  readonly optional: boolean;
  readonly slots: Readonly<Record<string, { readonly fills: readonly GoldFill[] }>>;
}

export const slots = [
  "perp_ind_id",
  "perp_org_id",
  "phys_tgt_id",
  "hum_tgt_name",
  "hum_tgt_desc",
  "inc_instr_id",
] as const;

/** Slots as phrases fill them: a person's name and a description of people are one. */
export const phraseClasses = [
  "none",
  "perp_ind_id",
  "perp_org_id",
  "phys_tgt_id",
  "hum_tgt",
  "inc_instr_id",
] as const;
export type PhraseClass = (typeof phraseClasses)[number];

/** One place where the words of a fill stand. */
export interface Wording {
  readonly phrase: Phrase;
  readonly span: Span;
  /** The first, or beside another fill of its template or an act of force: not the word by chance. */
  readonly firm: boolean;
}

export interface Filled {
  readonly template: number;
  readonly slot: PhraseClass;
  readonly values: readonly string[];
  readonly optional: boolean;
  readonly phrases: readonly Wording[];
}

/** Every string fill of the keys with the phrases whose words it has. */
export function filled(message: Message, facts: Facts, templates: readonly GoldTemplate[]): Filled[] {
  const all: Filled[] = [];
  templates.forEach((template, k) => {
    for (const slot of slots)
      for (const fill of template.slots[slot]?.fills ?? []) {
        const phrases = new Map<Phrase, Span>();
        for (const value of fill.values)
          for (const span of occurrences(message.text, value)) {
            const phrase = headed(facts.phrases, span, value);
            if (phrase !== undefined && !phrases.has(phrase)) phrases.set(phrase, span);
          }
        all.push({
          template: k,
          slot: slot === "hum_tgt_name" || slot === "hum_tgt_desc" ? "hum_tgt" : slot,
          values: fill.values,
          optional: fill.optional || template.optional,
          phrases: [...phrases].map(([phrase, span]) => ({ phrase, span, firm: false })),
        });
      }
  });
  return all.map((one) => ({
    ...one,
    phrases: one.phrases.map((wording, i) => ({
      ...wording,
      firm:
        i === 0 ||
        facts.sentences[wording.phrase.sentence]!.acts.some((act) =>
          /^ASSAULT|arrest|THREATEN/.test(act.type),
        ) ||
        all.some(
          (other) =>
            other !== one &&
            other.template === one.template &&
            other.phrases.some((beside) => beside.phrase.sentence === wording.phrase.sentence),
        ),
    })),
  }));
}

function occurrences(text: string, value: string): Span[] {
  if (value.length < 2) return [];
  const words = value
    .replaceAll(/[\\"]/g, "")
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![A-Z0-9])${words.join('[\\s"]+')}(?![A-Z0-9])`, "g");
  return [...text.matchAll(pattern)].map((one) => ({ start: one.index, end: one.index + one[0].length }));
}

/** The phrase whose head is that of the string. */
function headed(phrases: readonly Phrase[], span: Span, value: string): Phrase | undefined {
  const inside = phrases.filter((one) => one.head.start >= span.start && one.head.end <= span.end);
  if (inside.length < 2) return inside[0];
  if (/ (?:OF|WHO|WHERE|IN|AT|FROM|THAT|WHICH|BELONGING|WITH) /.test(value)) return inside[0];
  return inside.find((one) => one.base.end === span.end) ?? inside.at(-1);
}
