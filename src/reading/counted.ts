/** What the numbers of a sentence count: the noun that each stands on; numbers that count nothing are left out. */
import { fateWords } from "../language/en/casualties.ts";
import { votingVerbs, winningVerbs } from "../language/en/counting.ts";
import { notCounted, tollNouns, unitNouns } from "../language/en/people.ts";
import { table } from "../language/en/table.ts";
import type { Token } from "../model/sentence.ts";
import { fateBeside } from "./beside.ts";
import type { Context } from "./context.ts";
import { isCounting } from "./counters.ts";
import type { Measured } from "./measure/measured.ts";
import { sidesIn } from "./measure/votes.ts";
import { type Quantity, quantitiesIn, quantityFrom } from "./numbers.ts";
import { is, kid, kids, parent, type Tree, upward } from "./tree.ts";
import { isPersonNoun, nameType } from "./triggers.ts";

export interface Counted {
  readonly quantity: Quantity;
  /** The noun counted, or the number itself where it stands for one ("64 were killed"). */
  readonly noun: Token;
  /** The token that hangs on the verb: the noun, or the number before "of" ("dozens of people"). */
  readonly node: Token;
  /** "no casualties", "nobody was hurt". */
  readonly none: boolean;
  /** What one side of a vote is told to be, where two numbers tell it ("225-201"). */
  readonly side?: Measured;
}

export function countedIn(context: Context, tree: Tree): Counted[] {
  const found: Counted[] = [];
  let last = -1;
  const sides = sidesOf(tree);
  for (const plain of quantitiesIn(tree.sentence)) {
    if (sides.some(({ quantity }) => plain.first <= quantity.first && quantity.first <= plain.last)) continue;
    if (plain.first <= last || isDated(context, tree, plain)) continue;
    if (isInSeries(tree, plain) || isEntryTime(tree, plain) || isNoCount(tree, plain)) continue;
    if (plain.unit === "%") {
      const share = numberHead(tree, plain);
      if (share !== undefined)
        found.push({ quantity: plain, noun: ofWhat(tree, share), node: share, none: false });
      continue;
    }
    const whole = wholeOf(tree, plain);
    // "two of the three men shot died": of people both are told, and each by its own words
    const people = whole !== undefined && isPersonNoun(whole.noun);
    const own = people && kids(tree, whole.noun, "acl").some((one) => one.xpos === "VBN");
    if (whole !== undefined && !own) last = whole.last;
    const quantity = whole?.quantity ?? plain;
    const pair = whole === undefined || people ? nounOf(tree, plain) : whole;
    if (pair !== undefined && counts(tree, quantity, pair.noun))
      found.push({ quantity, ...pair, none: false });
  }
  found.push(...sides, ...nones(tree), ...singles(tree));
  return found.sort((a, b) => a.quantity.first - b.quantity.first);
}

/** "911 calls", and the end of a number that its page broke in two ("31, 000"). */
function isNoCount({ sentence: { tokens } }: Tree, { first, last }: Quantity): boolean {
  const form = tokens[first]!.form;
  if (/^0{2,}$/.test(form)) return true;
  return (
    /^(?:911|999|112)$/.test(form) &&
    /^(?:call|caller|operator|dispatcher|recording)s?$/i.test(tokens[last + 1]?.form ?? "")
  );
}

/** "voted 225-201": two numbers, whatever they would be alone. */
function sidesOf(tree: Tree): Counted[] {
  return sidesIn(tree).map(({ at, value, measured }) => {
    const noun = tree.sentence.tokens[at]!;
    const quantity = { ...exactly(value), span: { start: noun.start, end: noun.end }, first: at, last: at };
    return { quantity, noun, node: noun, none: false, side: measured };
  });
}

const exactly = (best: number) => ({
  low: null,
  best,
  high: null,
  approximate: false,
  bare: false,
  decimal: false,
});

/** "81 per cent of the members": what it is a share of, else the share itself. */
function ofWhat(tree: Tree, share: Token): Token {
  const of = kids(tree, share, "nmod").find((one) => kid(tree, one, "case")?.form.toLowerCase() === "of");
  return of ?? share;
}

/** "44 of 80 seats", "three of the four": a part printed with its whole, which is no count of its own. */
function wholeOf(
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

/** "1040 Hundreds of people are feared dead": when an entry of a live page was written. */
function isEntryTime({ sentence: { tokens } }: Tree, { first, last, bare }: Quantity): boolean {
  if (first !== 0 || last !== 0 || !bare || !/^(?:[01]\d|2[0-3])[0-5]\d$/.test(tokens[0]!.form)) return false;
  const next = tokens[1];
  return next !== undefined && /^\p{Lu}/u.test(next.form) && next.upos !== "ADJ";
}

/** "Image 6 of 13": which of a page's pictures it is. */
function isInSeries({ sentence: { tokens } }: Tree, { first, last }: Quantity): boolean {
  const isPiece = (i: number) => /^(?:image|photo|picture|slide|page|video)$/i.test(tokens[i]?.form ?? "");
  if (tokens[last + 1]?.form === "of" && isPiece(first - 1)) return true;
  return tokens[first - 1]?.form === "of" && tokens[first - 2]?.upos === "NUM" && isPiece(first - 3);
}

/** Part of a date or time, or a year. */
function isDated(context: Context, tree: Tree, quantity: Quantity): boolean {
  const { start, end } = {
    start: tree.sentence.tokens[quantity.first]!.start,
    end: tree.sentence.tokens[quantity.last]!.end,
  };
  if (context.timesIn(tree.sentence).some((time) => time.start < end && start < time.end)) return true;
  if (!quantity.bare || quantity.best === null || quantity.best < 1500 || quantity.best > 2100) return false;
  const token = tree.sentence.tokens[quantity.first]!;
  if (/^(in|since|until|during|of)$/i.test(tree.sentence.tokens[quantity.first - 1]?.form ?? "")) return true;
  const head = parent(tree, token);
  return !(is(token, "nummod") && head !== undefined && head.i > token.i && head.xpos.endsWith("S"));
}

/** The noun that a number modifies, or that stands after "of" ("thousands of lives"), else the number. */
function nounOf(tree: Tree, quantity: Quantity): { noun: Token; node: Token } | undefined {
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
function numberHead(tree: Tree, quantity: Quantity): Token | undefined {
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
    const compound = is(head, "compound") && head.xpos === "NN" ? parent(tree, head) : undefined;
    if (compound?.xpos === "NNS" && compound.i === head.i + 1) return compound;
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

const uncounted = new Set(notCounted.split(" "));

/** Units of which there are parts: "3.5 hectares". */
const divided = new Set(["kg", "g", "tonnes", "lb", "litres", "gallons", "barrels", "hectares", "acres"]);

/** "cubic metres" as "m3", "square miles" as "mi2": lengths count nothing, what they enclose does. */
export function enclosedUnit(tree: Tree, noun: Token): string | undefined {
  const length = lengths[noun.lemma.toLowerCase()];
  if (length === undefined) return undefined;
  const power = kids(tree, noun, "amod", "compound").find(
    (one) => powers[one.lemma.toLowerCase()] !== undefined,
  );
  return power === undefined ? undefined : `${length}${powers[power.lemma.toLowerCase()]}`;
}

const lengths: Readonly<Record<string, string>> = table({
  metre: "m",
  meter: "m",
  kilometre: "km",
  kilometer: "km",
  foot: "ft",
  yard: "yd",
  mile: "mi",
});
const powers: Readonly<Record<string, 2 | 3>> = table({ square: 2, sq: 2, cubic: 3 });

/** Numbers that name, date, place or measure instead of counting. */
function counts(tree: Tree, quantity: Quantity, noun: Token): boolean {
  const { tokens } = tree.sentence;
  const money = quantity.unit !== undefined;
  if (money) return true;
  const number = tokens[quantity.first]!;
  // "Boeing 747 crews"
  const before = tokens[quantity.first - 1];
  if (
    before?.upos === "PROPN" &&
    !/^(LOC|PER)$/.test(nameType(tree, before) ?? "") &&
    !isDay(before.form) &&
    /^\d+$/.test(number.form)
  )
    return false;
  // "children ages 11 to 15", "between the ages of 3 and 5"
  if (
    tokens
      .slice(Math.max(0, quantity.first - 3), quantity.first)
      .some((one) => /^(ages|aged)$/i.test(one.form))
  )
    return false;
  // "M-16", "COVID-19": part of a name.
  const dash = tokens[quantity.first - 1];
  if (
    dash?.form === "-" &&
    dash.end === number.start &&
    /^[A-Za-z]+$/.test(tokens[quantity.first - 2]?.form ?? "")
  )
    return false;
  if (
    quantity.decimal &&
    (quantity.best ?? quantity.low ?? 0) < 1000 &&
    !divided.has(unitNouns[noun.lemma.toLowerCase()] ?? "") &&
    enclosedUnit(tree, noun) === undefined
  )
    return false;
  const outside = noun.i < quantity.first || noun.i > quantity.last;
  // "Title 50", "Flight 17", "Resolution 1701", "aged 12": the number follows its noun and names it.
  if (
    outside &&
    noun.i < quantity.first &&
    fateBeside(tokens, quantity.last) === undefined &&
    is(number, "nummod", "flat", "dep", "appos", "compound", "nmod:desc")
  )
    return false;
  if (
    !isKept(tree, noun) &&
    enclosedUnit(tree, noun) === undefined &&
    (uncounted.has(noun.lemma.toLowerCase()) || uncounted.has(noun.form.toLowerCase()))
  )
    return false;
  if (outside && noun.upos === "PROPN" && !noun.xpos.endsWith("S")) return false;
  if (!outside) {
    if (isAge(tree, quantity)) return false;
    const before = tokens[quantity.first - 1];
    if (
      before !== undefined &&
      /^(No\.?|no\.|#|number|age|aged|Interstate|Route|Highway|channel|at|unit|exit)$/.test(before.form) &&
      quantity.span.start === number.start
    ) {
      if (before.form !== "at" || quantity.bare) return before.form === "at" && !quantity.bare;
    }
  }
  const next = tokens[quantity.last + 1];
  if (
    next !== undefined &&
    /^(-?year-?s?-?old|year|yr|yo|y\/o|st|nd|rd|th|p\.?m\.?|a\.?m\.?|mm|caliber|calibre)$/i.test(next.form)
  )
    return false;
  if (
    next?.form === "-" &&
    /^(year|month|week|day|hour|minute|mile|foot|inch|man|page|member|point|time|bedroom|story|storey)$/i.test(
      tokens[quantity.last + 2]?.form ?? "",
    )
  )
    return false;
  return true;
}

const winning = new Set(winningVerbs.split(" "));
const voting = new Set(votingVerbs.split(" "));

/** Nouns that count only where somebody keeps count of them or wins them: "27 cases", "44 seats". */
export function isKept(tree: Tree, noun: Token): boolean {
  if (!/^(?:case|seat|vote|district)$/.test(noun.lemma)) return false;
  const verb = upward(tree, noun).find((one) => one.upos === "VERB");
  if (verb === undefined) return false;
  if (noun.lemma === "case") return isCounting(verb);
  return (
    winning.has(verb.lemma.toLowerCase()) || (noun.lemma === "vote" && voting.has(verb.lemma.toLowerCase()))
  );
}

/** "Smith, 34, was killed": an aside after a person. */
function isAge(tree: Tree, quantity: Quantity): boolean {
  // "30 men, 12 of whom": a part of them
  const of = tree.sentence.tokens[quantity.last + 1]?.form === "of";
  if (of && /^(?:whom|which|them|those|these)$/.test(tree.sentence.tokens[quantity.last + 2]?.form ?? ""))
    return false;
  const { tokens } = tree.sentence;
  const before = tokens[quantity.first - 1];
  const after = tokens[quantity.last + 1];
  if (quantity.best === null || quantity.best > 120) return false;
  if (before?.form === "(" && after?.form === ")") return true;
  // "the soldiers, both 20, were wounded"
  if (/^(both|all|each)$/i.test(before?.form ?? "") && after?.form === ",") return true;
  if (before?.form !== ",") return false;
  const name = tokens[quantity.first - 2];
  const aside = after === undefined || /^(,|\.|;|and|of|who|was|were|is|has)$/.test(after.form);
  const person = name !== undefined && (name.upos === "PROPN" || isPersonNoun(name));
  return aside && name !== undefined && (person || nameType(tree, name) === "PER");
}

const grave =
  /^(?:major|serious|severe|grave|significant|critical|life-threatening|threatening|obvious|visible|apparent)$/i;

/** "no casualties", "no one was killed", "without injuries". */
function nones(tree: Tree): Counted[] {
  const found: Counted[] = [];
  for (const token of tree.sentence.tokens) {
    const word = token.form.toLowerCase();
    const person = word === "nobody" || word === "none" || word === "no-one";
    const no = kids(tree, token, "det", "case").find((one) => /^(no|without|zero)$/i.test(one.form));
    const some =
      no !== undefined &&
      (tollNouns[token.lemma.toLowerCase()] !== undefined || token.lemma === "one" || isPersonNoun(token));
    if (!person && !some) continue;
    // "no major injuries": some there may be
    if (some && kids(tree, token, "amod").some((one) => grave.test(one.form))) continue;
    const first = no !== undefined && no.i < token.i ? no : token;
    found.push({
      quantity: {
        low: null,
        best: 0,
        high: null,
        approximate: false,
        span: { start: first.start, end: first.end },
        first: first.i,
        last: first.i,
        bare: false,
        decimal: false,
      },
      noun: token,
      node: token,
      none: true,
    });
  }
  return found;
}

/** "a man was killed", "his wife and another officer were wounded", "a 17-year-old": one each; in headlines also "Man". */
function singles(tree: Tree): Counted[] {
  const found: Counted[] = [];
  for (const token of tree.sentence.tokens) {
    const first = agedOne(tree, token) ?? oneOf(tree, token);
    if (first === undefined || first.i > token.i) continue;
    found.push({
      quantity: {
        low: null,
        best: 1,
        high: null,
        approximate: false,
        span: { start: first.start, end: first.end },
        first: first.i,
        last: first.i,
        bare: false,
        decimal: false,
      },
      noun: token,
      node: token,
      none: false,
    });
  }
  return found;
}

const collective =
  /^(couple|group|band|number|family|household|crew|staff|personnel|police|other|people|troop)$/;

/** The word that makes a noun for a person one person: its article, its possessor, or in a headline itself. */
function oneOf(tree: Tree, token: Token): Token | undefined {
  // "killed a civilian", taken for an adjective
  const adjective =
    token.upos === "ADJ" && is(token, "obj", "nsubj:pass") && kid(tree, token, "det") !== undefined;
  const noun = token.upos === "NOUN" || adjective || (token.upos === "PROPN" && isHeadline(tree));
  if (!noun || /S$/.test(token.xpos) || !isPersonNoun(token) || collective.test(token.lemma.toLowerCase()))
    return undefined;
  if (opensFate(token)) return undefined;
  const next = tree.sentence.tokens[token.i + 1];
  if (isHeadline(tree) && tree.sentence.tokens[token.i - 1]?.upos === "NUM") return undefined;
  if (isHeadline(tree) && !kids(tree, token, "det", "nummod").some((one) => one.i < token.i))
    return next !== undefined && /^(NOUN|PROPN)$/.test(next.upos) && !opensFate(next) ? undefined : token;
  if (is(token, "compound", "appos", "nmod:desc", "flat")) return undefined;
  const word = kids(tree, token, "det", "nmod:poss").find(
    (one) => one.i < token.i && /^(a|an|another|his|her|their|my|our|its)$/i.test(one.form),
  );
  return word === undefined || tokensBetween(tree, word, token) ? undefined : word;
}

function isHeadline(tree: Tree): boolean {
  return /^head/.test(tree.sentence.blockKind);
}

const opensFate = (token: Token) => fateWords[token.form.toLowerCase()] !== undefined;

/** "a 17-year-old was shot", in headlines "2-year-old": an age that stands for its person; its first word. */
function agedOne(tree: Tree, token: Token): Token | undefined {
  if (token.form.toLowerCase() !== "old") return undefined;
  const { tokens } = tree.sentence;
  const next = tokens[token.i + 1];
  if (next !== undefined && /^(NOUN|ADJ|PROPN)$/.test(next.upos) && !opensFate(next)) return undefined;
  const year = tokens.slice(Math.max(0, token.i - 3), token.i).findIndex((one) => /^years?$/i.test(one.form));
  if (year < 0) return undefined;
  const article =
    kid(tree, token, "det") ??
    tokens.slice(Math.max(0, token.i - 6), token.i).find((one) => /^(a|an|another)$/i.test(one.form));
  if (article !== undefined) return /^(a|an|another)$/i.test(article.form) ? article : undefined;
  const number = tokens.slice(Math.max(0, token.i - 5), token.i).find((one) => one.upos === "NUM");
  return isHeadline(tree) ? number : undefined;
}

/** A number between the article and its noun ("a 12-strong crew") counts by itself. */
function tokensBetween(tree: Tree, article: Token, noun: Token): boolean {
  return kids(tree, noun, "nummod").some((one) => one.i > article.i && one.i < noun.i);
}

const isDay = (form: string) =>
  /^([A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
    form,
  );
