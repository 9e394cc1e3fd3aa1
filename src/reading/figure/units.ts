/** In what unit a count is, and of whom or what. */
import { fateWords } from "../../language/en/casualties.ts";
import { measureAdjectives, notCounted, tollNouns, unitNouns } from "../../language/en/people.ts";
import type { Token } from "../../model/sentence.ts";
import type { Context } from "../context.ts";
import type { Counted } from "../count/counted.ts";
import { enclosedUnit, isKept } from "../count/no-counts.ts";
import type { Quantity } from "../count/numbers.ts";
import { isPeople, isPersonNoun, nameType } from "../event/triggers.ts";
import { isToll, type Measured, many } from "../measure/measured.ts";
import { is, kids, nounPhrase, spanOf, subtree, type Tree } from "../tree.ts";
import { largest, type Part } from "./parts.ts";

/** "two options": of few things that are no listed unit, what any verb says of them is no figure. */
export function saysLittle(quantity: Quantity, unit: string): boolean {
  if (listedUnits.has(unit) || quantity.unit !== undefined || /[23]$/.test(unit)) return false;
  return (quantity.best ?? quantity.low ?? quantity.high ?? 0) < many;
}

/** What befalls people alone. */
const befalling =
  /^(?:infected|trapped|stranded|released|rescued|evacuated|held|homeless|sentenced|convicted|charged|jailed|deported|expelled|evicted|treated|quarantined|vaccinated|executed|sickened|on board|living)$|^(?:sought|found|taken) (?:refuge|shelter|asylum)$/;

const listedUnits = new Set([...Object.values(unitNouns), "people"]);
const uncounted = new Set(notCounted.split(" "));

export function unitOf(
  context: Context,
  tree: Tree,
  counted: Counted,
  measured: Measured,
): string | undefined {
  const { quantity, noun } = counted;
  if (measured.unit !== undefined) return measured.unit;
  if (quantity.unit !== undefined) return quantity.unit;
  const lemma = noun.lemma.toLowerCase();
  const listed = enclosedUnit(tree, noun) ?? unitNouns[lemma] ?? unitNouns[noun.form.toLowerCase()];
  if (listed !== undefined) return listed;
  if (
    isPersonNoun(noun) ||
    isPeople(noun) ||
    fateWords[noun.form.toLowerCase()] !== undefined ||
    tollNouns[lemma] !== undefined ||
    tollNouns[noun.form.toLowerCase()] !== undefined
  )
    return "people";
  if (uncounted.has(lemma) && !isKept(tree, noun)) return undefined;
  // "a 12,000-strong force"
  if (tree.sentence.tokens.slice(quantity.last, noun.i).some((one) => /strong$/i.test(one.form)))
    return "people";
  const named = nameType(tree, noun);
  if (noun.upos === "PROPN") return noun.xpos === "NNPS" || named === undefined ? "people" : undefined;
  // "26 debates, 17 of which had been held": no people
  if (/^of which\b/i.test(context.text.slice(quantity.span.end + 1, quantity.span.end + 9))) return undefined;
  if (noun.upos === "NUM" || noun.upos === "PRON" || noun.i <= quantity.last)
    return isToll(measured.measure) || befalling.test(measured.measure) ? "people" : undefined;
  if (noun.upos !== "NOUN") return isToll(measured.measure) ? "people" : undefined;
  return noun.form.toLowerCase();
}

/** "Of the 14 clinics, five have closed", "six wells were dug; two have dried up": a number alone counts what was counted. */
export function unitBefore(
  tree: Tree,
  { quantity, noun }: Counted,
  here: readonly Part[],
): string | undefined {
  if (noun.i > quantity.last || !is(noun, "nsubj") || quantity.unit !== undefined) return undefined;
  const whole = tree.sentence.tokens.find(
    (one) =>
      one.i < quantity.first &&
      one.upos === "NOUN" &&
      one.xpos === "NNS" &&
      is(one, "obl", "nmod") &&
      kids(tree, one, "case").some(({ form }) => /^(?:of|among)$/i.test(form)) &&
      kids(tree, one, "nummod").length > 0,
  );
  if (whole !== undefined) return unitNouns[whole.lemma.toLowerCase()] ?? whole.form.toLowerCase();
  const last = here.at(-1);
  if (last === undefined || !last.counted.noun.xpos.endsWith("S")) return undefined;
  return largest(quantity) <= largest(last.counted.quantity) ? last.finding.figure.unit : undefined;
}

/** Who or what was counted, as printed, without the number. */
export function populationOf(context: Context, tree: Tree, { quantity, noun }: Counted): string | undefined {
  if (noun.i <= quantity.last && noun.i >= quantity.first) return undefined;
  if (quantity.unit === "%") {
    const { start, end } = nounPhrase(tree, noun);
    return context.text.slice(start, end).replaceAll(/\s+/g, " ");
  }
  if (fateWords[noun.form.toLowerCase()] !== undefined) return undefined;
  if (
    tollNouns[noun.lemma.toLowerCase()] !== undefined &&
    !/^(hostage|prisoner|detainee|refugee|captive|evacuee)$/.test(noun.lemma)
  )
    return undefined;
  const tokens = subtree(
    tree,
    noun,
    (one) =>
      is(one, "acl:relcl", "acl", "appos", "advcl", "cc", "case", "det", "punct", "parataxis", "advmod") ||
      (is(one, "conj") && (!one.upos.startsWith("N") || isCounted(tree, noun, one))) ||
      (is(one, "nmod") && one.head === noun.i && one.i > noun.i) ||
      (one.i >= quantity.first && one.i <= quantity.last) ||
      // "22 inmates dead": what the measure says
      (is(one, "amod", "acl") && one.i > noun.i && measureAdjectives[one.form.toLowerCase()] !== undefined) ||
      (is(one, "nummod", "nmod:poss") && one.head === noun.i) ||
      one.end <= quantity.span.end,
  );
  if (tokens.length === 0) return undefined;
  const { start, end } = spanOf(tokens);
  return context.text.slice(start, end).replaceAll(/\s+/g, " ");
}

/** "600 drones and 90 air and sea missiles": a number stands before it. */
const isCounted = (tree: Tree, noun: Token, conjunct: Token) =>
  conjunct.upos !== "NUM" &&
  tree.sentence.tokens.slice(noun.i + 1, conjunct.i).some(({ upos }) => upos === "NUM");
