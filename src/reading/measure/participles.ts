/** A verb's past participle, which names what was done to those counted. */
import { participleOf } from "../../language/en/irregular.ts";
import { table } from "../../language/en/table.ts";
import type { Token } from "../../model/sentence.ts";

export function participle(verb: Token): string {
  const form = verb.form.toLowerCase();
  if (verb.xpos === "VBN" || (form.endsWith("ed") && form !== verb.lemma.toLowerCase())) return form;
  const lemma = verb.lemma.toLowerCase();
  const strong = strongParticiples[lemma] ?? participleOf(lemma);
  if (strong !== undefined) return strong;
  if (/^[^aeiou]*[aeiou][bdgmnprt]$/.test(lemma)) return `${lemma}${lemma.at(-1)}ed`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return lemma.endsWith("e") ? `${lemma}d` : `${lemma}ed`;
}

const strongParticiples: Readonly<Record<string, string>> = table({
  hold: "held",
  feed: "fed",
  find: "found",
  lose: "lost",
  send: "sent",
  catch: "caught",
  shoot: "shot",
  take: "taken",
  run: "run",
  control: "controlled",
  patrol: "patrolled",
  come: "come",
  sell: "sold",
  buy: "bought",
  steal: "stolen",
  build: "built",
  swim: "swum",
  fly: "flown",
  drive: "driven",
  bring: "brought",
  put: "put",
  lead: "led",
  cut: "cut",
  hit: "struck",
});
