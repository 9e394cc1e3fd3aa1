/** The noun that a number stands on, through "of", "worth" and what the tree hangs between. */
import { unitNouns } from "../../language/en/people.ts";
import type { Token } from "../../model/sentence.ts";
import { isPersonNoun } from "../event/triggers.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { type Quantity, quantityFrom } from "./numbers.ts";

/** "81 per cent of the members": what it is a share of, else the share itself. */
export function ofWhat(tree: Tree, share: Token): Token {
  const of = kids(tree, share, "nmod").find((one) => kid(tree, one, "case")?.form.toLowerCase() === "of");
  return of ?? share;
}

/** "44 of 80 seats", "three of the four": a part printed with its whole, which is no count of its own. */
export function wholeOf(
  tree: Tree,
  quantity: Quantity,
): { quantity: Quantity; noun: Token; node: Token; last: number } | undefined {
  const { tokens } = tree.sentence;
  if (quantity.unit !== undefined || tokens[quantity.last + 1]?.form !== "of") return undefined;
  const article = /^(?:the|its|their|his|her|our)$/i.test(tokens[quantity.last + 2]?.form ?? "") ? 1 : 0;
  const from = quantity.last + 2 + article;
  const whole = quantityFrom(tree.sentence, from);
  if (whole === undefined || whole.unit !== undefined || whole.best === null) return undefined;
  if ((quantity.best ?? quantity.low ?? 0) > whole.best) return undefined;
  const node = numberHead(tree, quantity) ?? tokens[quantity.first]!;
  const pair = nounOf(tree, whole);
  const counted = pair !== undefined && pair.noun.i > whole.last ? pair.noun : node;
  // "one of eight shot": no noun, so no whole of things
  if (counted === node || !/^NNP?S$/.test(counted.xpos)) return undefined;
  const span = { start: quantity.span.start, end: tokens[whole.last]!.end };
  return { quantity: { ...quantity, span }, noun: counted, node, last: whole.last };
}

/** The noun that a number modifies, or that stands after "of" ("thousands of lives"), else the number. */
export function nounOf(tree: Tree, quantity: Quantity): { noun: Token; node: Token } | undefined {
  const at = numberHead(tree, quantity);
  if (at === undefined) return undefined;
  // "tens of thousands of troops": the troops hang on the thousands
  const inner = kids(tree, at, "nmod").find((one) => one.i > at.i && one.i <= quantity.last);
  const of = [...kids(tree, at, "nmod"), ...(inner === undefined ? [] : kids(tree, inner, "nmod"))].find(
    (one) => kid(tree, one, "case")?.form.toLowerCase() === "of" && one.i > quantity.last,
  );
  if (of !== undefined && of.upos !== "NUM") return { noun: of.upos === "PRON" ? at : of, node: at };
  const noun = modified(tree, quantity, at);
  if (noun === undefined) return undefined;
  const captive = captiveOn(tree, noun);
  if (captive !== undefined) return { noun, node: captive };
  // "a total of 600 troops": the tree hangs them on the total
  const total = is(noun, "nmod") ? parent(tree, noun) : undefined;
  const whole =
    total !== undefined && /^(?:total|estimated|number)$/.test(total.lemma) && total.i < quantity.first;
  return { noun, node: whole && total.start >= quantity.span.start ? total : noun };
}

/** "holding 14 soldiers hostage": the tree takes them for a kind of hostage, which then hangs on the verb. */
function captiveOn(tree: Tree, noun: Token): Token | undefined {
  const head = is(noun, "compound") ? parent(tree, noun) : undefined;
  const captive = head?.i === noun.i + 1 && /^(?:hostage|captive|prisoner)$/.test(head.form);
  return captive && noun.xpos === "NNS" ? head : undefined;
}

/** The token of the number that hangs outside it; a noun right behind it is its noun, whatever the parse. */
export function numberHead(tree: Tree, quantity: Quantity): Token | undefined {
  const { tokens } = tree.sentence;
  let at: Token | undefined;
  for (let i = quantity.first; i <= quantity.last; i++) {
    const one = tokens[i]!;
    if (one.head < quantity.first || one.head > quantity.last) {
      at = one;
      if (one.upos === "NUM" || one.upos === "NOUN") break;
    }
  }
  const next = tokens[quantity.last + 1];
  if (
    next !== undefined &&
    next.upos === "NOUN" &&
    next.head !== at?.i &&
    at !== undefined &&
    !isOn(tree, at, next)
  )
    return next;
  return at;
}

/** Whether a number already stands on the noun behind it or on that noun's own head. */
function isOn(tree: Tree, number: Token, noun: Token): boolean {
  let at: Token | undefined = noun;
  // "30 Spanish-speaking passengers": by way of what stands on it
  for (let steps = 0; at !== undefined && steps < 3; steps++) {
    if (number.head === at.i) return true;
    at = is(at, "compound", "amod") ? parent(tree, at) : undefined;
  }
  return false;
}

function modified(tree: Tree, quantity: Quantity, at: Token): Token | undefined {
  if (at.i > quantity.last) return at;
  if (
    is(
      at,
      "nummod",
      "amod",
      "compound",
      "det",
      "advmod",
      "nmod:npmod",
      "obl:npmod",
      "nmod:unmarked",
      "obl:unmarked",
      "nmod:desc",
    )
  ) {
    const head = parent(tree, at);
    if (head === undefined) return at;
    // "$4 million worth of cocaine", "worth NOK 260 million"
    if (head.lemma === "worth") return worthOf(tree, head);
    if (head.upos === "NUM" && head.i > quantity.last) return parent(tree, head);
    // "a dozen more people": the tree hangs them on "more"
    if (is(head, "amod") && /^(?:more|fewer|other)$/i.test(head.form)) return parent(tree, head) ?? head;
    // "250 opposition fighters": the tree hangs them on the opposition
    const compound = is(head, "compound") && /^NNP?$/.test(head.xpos) ? parent(tree, head) : undefined;
    if (compound?.i === head.i + 1 && (compound.xpos === "NNS" || isPersonNoun(compound))) return compound;
    return head;
  }
  const worth = parent(tree, at);
  if (worth !== undefined && worth.lemma === "worth") return worthOf(tree, worth);
  const case_ = kid(tree, at, "case");
  if (case_?.lemma === "worth" && worth !== undefined) return worth;
  return at;
}

function worthOf(tree: Tree, worth: Token): Token | undefined {
  const of = kid(tree, worth, "nmod");
  if (of !== undefined) return worth;
  return parent(tree, worth);
}

/** "3.5 hectares", "12 tonnes": a unit of what is measured, not counted, so that there are parts of it. */
export function isAmount({ lemma }: Token): boolean {
  return amounts.has(unitNouns[lemma.toLowerCase()] ?? "");
}

const amounts = new Set(["kg", "g", "tonnes", "lb", "litres", "gallons", "barrels", "hectares", "acres"]);
