/**
 * Figures: counts of people and things with what happened to them ("killed", "seized"), never a number
 * alone: ages, dates, scores, addresses and shares of something else count nothing here.
 */
import { fateWords } from "../language/en/casualties.ts";
import { doneNouns } from "../language/en/counting.ts";
import { measureAdjectives, notCounted, tollNouns, unitNouns } from "../language/en/people.ts";
import { table } from "../language/en/table.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Status } from "../model/status.ts";
import type { Context } from "./context.ts";
import { type Counted, countedIn, enclosedUnit, isKept } from "./counted.ts";
import { counterOf } from "./counters.ts";
import { eitherFate } from "./either-fate.ts";
import { isToll, type Measured, many } from "./measure/measured.ts";
import { measureOf } from "./measures.ts";
import type { Quantity } from "./numbers.ts";
import { hedgesOn } from "./own-hedges.ts";
import { doers, refsOf } from "./roles.ts";
import { followsUp, isFormer, putsFigure } from "./running-counts.ts";
import { guarded } from "./safeguards.ts";
import { attitudeOf, statusOf, weaker } from "./status.ts";
import { clauseOf, is, kid, kids, nounPhrase, parent, spanOf, subtree, type Tree } from "./tree.ts";
import { isPeople, isPersonNoun, nameType } from "./triggers.ts";
import { voiceAt } from "./voices.ts";

type FigureFinding = FindingOf<"figure">;

export function readFigures(context: Context): FigureFinding[] {
  const found: FigureFinding[] = [];
  for (const sentence of context.sentences) {
    const tree = context.treeAt(sentence.index);
    const here: Part[] = [];
    for (const counted of countedIn(context, tree)) {
      const former = formerOf(tree, counted, here);
      const share = counted.quantity.unit === "%";
      const measured = share
        ? measureOf(tree, counted)
        : (former ?? measureOf(tree, counted) ?? measureOfTotal(tree, counted, here));
      if (measured === undefined) continue;
      // One person's coming and going is an event, no count.
      if (
        measured.loose === true &&
        tree.sentence.tokens[counted.quantity.first]!.upos !== "NUM" &&
        counted.quantity.best === 1
      )
        continue;
      if (counted.quantity.best === 1 && isOneOfOthers(tree, counted, measured)) continue;
      // "several cartels" says too little of anything but a toll.
      if (
        counted.quantity.low === 3 &&
        counted.quantity.span.end - counted.quantity.span.start === 7 &&
        !isToll(measured.measure)
      )
        continue;
      const finding = findingOf(context, tree, counted, measured, totalOf(tree, counted, here), here);
      if (finding === undefined) continue;
      here.push({ counted, measured, finding });
      found.push(finding);
    }
  }
  return found;
}

/** "A friend who fled the house" is nobody driven out, "a surviving victim" and "a third victim" no count. */
function isOneOfOthers(tree: Tree, { noun, quantity }: Counted, { measure }: Measured): boolean {
  if (tree.sentence.tokens[quantity.first]!.upos === "NUM") return false;
  if (measure === "displaced") return true;
  if (measure !== "casualties") return false;
  return kids(tree, noun, "amod").some(({ form }) =>
    /^(?:surviving|first|last|\w+(?:nd|rd|th))$/i.test(form),
  );
}

interface Part {
  readonly counted: Counted;
  readonly measured: Measured;
  readonly finding: FigureFinding;
}

/**
 * After numbering: a part names its total's finding. Before, it carries the total's place in the text
 * ("@1234"), as ids follow text order over all readers.
 */
export function linkParts<F extends { id: string; kind: string }>(findings: readonly F[]): F[] {
  const ids = new Map<string, string>();
  for (const one of findings) if (isFigure(one)) ids.set(`@${one.figure.words.start}`, one.id);
  return findings.map((one) => {
    if (!isFigure(one) || one.figure.partOf === undefined) return one;
    const { partOf, ...figure } = one.figure;
    const id = partOf.startsWith("@") ? ids.get(partOf) : partOf;
    return { ...one, figure: id === undefined ? figure : { ...figure, partOf: id } };
  });
}

function isFigure(finding: { kind: string }): finding is FigureFinding {
  return finding.kind === "figure";
}

// ── Totals and parts ──

/** A part without a verb of its own shares what happened to its total: "64 killed, including 11 children". */
function measureOfTotal(tree: Tree, counted: Counted, here: readonly Part[]): Measured | undefined {
  return totalOf(tree, counted, here)?.measured ?? siblingOf(tree, counted, here)?.measured;
}

/** "four killed on 30 August, seven on 8 September": a number in a list shares what its neighbour says. */
function siblingOf(tree: Tree, { quantity, noun }: Counted, here: readonly Part[]): Part | undefined {
  const last = here.at(-1);
  const before = tree.sentence.tokens[quantity.first - 1];
  const after = tree.sentence.tokens[quantity.last + 1];
  if (last === undefined || noun.i < quantity.first || noun.i > quantity.last) return undefined;
  const listed = before?.form === "," || before?.form === ";" || before?.lemma === "and";
  return listed && /^(on|in|at|near)$/.test(after?.form ?? "") ? last : undefined;
}

function totalOf(tree: Tree, counted: Counted, here: readonly Part[]): Part | undefined {
  const total = here.at(-1);
  if (total === undefined) return undefined;
  const { tokens } = tree.sentence;
  const from = Math.max(0, counted.quantity.first - 4);
  const before = tokens
    .slice(from, counted.quantity.first)
    .map((one) => one.form.toLowerCase())
    .join(" ");
  const after = tokens
    .slice(counted.quantity.last + 1, counted.quantity.last + 4)
    .map((one) => one.form.toLowerCase())
    .join(" ");
  if (
    !/\b(including|among them|of whom|of them|among those)\b/.test(before) &&
    !/^of (them|whom|those|it|which)\b/.test(after)
  )
    return undefined;
  const [whole, part] = [largest(total.counted.quantity), largest(counted.quantity)];
  return part <= whole ? total : undefined;
}

/** "118,000 people displaced, up from 74,000": what was counted last before. */
function formerOf(tree: Tree, { quantity }: Counted, here: readonly Part[]): Measured | undefined {
  if (followsUp(tree.sentence.tokens, quantity)) return here.at(-1)?.measured;
  // "at least 14 have died, hospitals say; the ministry puts the figure at nine"
  const by = putsFigure(tree.sentence.tokens, quantity);
  const last = here.at(-1)?.measured;
  return by === undefined || last === undefined ? undefined : { measure: last.measure, by, given: true };
}

function largest(quantity: Quantity): number {
  return quantity.high ?? quantity.best ?? (quantity.low === null ? 0 : Number.POSITIVE_INFINITY);
}

// ── The finding ──

/** What one person may be counted by. */
const befell =
  /^(?:killed|injured|shot|stabbed|missing|detained|arrested|casualties|survived|released|freed|rescued|abducted|kidnapped|taken|held|captured|charged|convicted|executed|beaten|assaulted|raped|tortured|attacked|struck|hit|evacuated|displaced|deported|expelled|found|recovered|treated|infected|hospitali[sz]ed|sentenced|jailed)$/;

function findingOf(
  context: Context,
  tree: Tree,
  counted: Counted,
  measured: Measured,
  total: Part | undefined,
  here: readonly Part[],
): FigureFinding | undefined {
  const { quantity, noun } = counted;
  // a share of the dead is no toll
  if (quantity.unit === "%" && isToll(measured.measure)) return undefined;
  const { tokens } = tree.sentence;
  const beside = followsUp(tokens, quantity) ? here.at(-1) : total;
  const own = unitOf(context, tree, counted, measured) ?? beside?.finding.figure.unit;
  const taken = own === undefined ? unitBefore(tree, counted, here) : undefined;
  const unit = own ?? taken;
  // "one child waits for her bus", "a relative was visited": one person is a count where something befell them
  if (unit === "people" && quantity.best === 1 && quantity.low === null && !befell.test(measured.measure))
    return undefined;
  // "is one of the 683 sentenced"
  const isOne = tokens[quantity.first]!.form.toLowerCase() === "one";
  // "how they treat one another"
  if (isOne && /^another$/i.test(tokens[quantity.last + 1]?.form ?? "")) return undefined;
  // "Berg, 23, was charged": an age, whatever stands before it
  if (!isToll(measured.measure) && unit === "people" && isAside(tokens, quantity)) return undefined;
  if (noun.xpos === "NNP" && noun.i < quantity.first && unit === "people") return undefined;
  if (unit === "people" && isOne && kid(tree, counted.node, "cop") !== undefined) return undefined;
  // Nets are not injured and birds not killed in the sense of the record.
  if (isToll(measured.measure) && unit !== "people") return undefined;
  if (unit === undefined || (measured.loose === true && taken === undefined && saysLittle(quantity, unit)))
    return undefined;
  if (isCalledFalse(tree, noun)) return undefined;
  if (isWanted(tree, measured.by) || isOnlySpokenOf(tree, measured.by) || isAllBut(tokens, quantity))
    return undefined;
  const time = context.timeAt(tree.sentence.index, measured.by.i);
  const told = bounded(context.text, quantity, feared(tree, counted, standingIn(tree, measured.by, noun)));
  const status: Status = counted.none ? told : guarded(context, tree, measured.by, told, time);
  if (status.certainty === "unknown" && (status.stage === undefined || isAsked(tree))) return undefined;
  if (/^(killed|injured|shot|stabbed|abducted)$/.test(measured.measure) && isToCome(status)) return undefined;
  const clause = clauseSpan(tree, measured.by);
  const of = populationOf(context, tree, counted);
  const per = rateOf(tree, measured.by, noun);
  const since = sinceOf(context, tree, clause, measured.by);
  // "up from six on Wednesday": of the day before
  const asOf = isFormer(tokens, quantity) ? undefined : asOfOf(context, clause);
  const who = measured.who ?? (measured.by.upos === "VERB" ? doers(tree, measured.by) : []);
  const actors = refsOf(
    context,
    tree,
    who.filter((one) => one.i !== noun.i),
  );
  // "38 per cent for the Greens", whom nothing resolves: whose it is would stay open
  if (measured.who !== undefined && measured.who.length > 0 && actors.length === 0) return undefined;
  return {
    kind: "figure",
    id: "",
    evidence: {
      start: tree.sentence.start,
      end: tree.sentence.end,
      hedges: hedgesOn(context, tree, measured.by, { start: quantity.span.start, end: noun.end }),
    },
    status,
    speaker: speakerOf(context, tree, counted, measured),
    actors,
    recipients: [],
    instruments: [],
    places: context.scenesIn(clause),
    ...(time === undefined ? {} : { time }),
    figure: {
      measure: eitherFate(tokens, measured.by, measured.measure),
      ...(of === undefined ? {} : { of }),
      low: quantity.low,
      best: counted.none ? 0 : quantity.best,
      high: quantity.high,
      approximate: quantity.approximate,
      unit,
      ...(per === undefined ? {} : { per }),
      ...(since === undefined ? {} : { since }),
      ...(asOf === undefined ? {} : { asOf }),
      words: quantity.span,
      ...(isFormer(tokens, quantity) ? { former: true as const } : {}),
      ...(total === undefined ? {} : { partOf: `@${total.finding.figure.words.start}` }),
    },
  };
}

function speakerOf(
  context: Context,
  tree: Tree,
  { noun, quantity }: Counted,
  { by, given }: Measured,
): Speaker {
  const own = given === true ? counterOf(context, tree, noun, by, { kind: "unstated" }) : undefined;
  if (own !== undefined && own.kind !== "unstated") return own;
  return counterOf(context, tree, noun, by, voiceAt(context, tree, by, quantity.span));
}

/** "two options": of few things that are no listed unit, what any verb says of them is no figure. */
function saysLittle(quantity: Quantity, unit: string): boolean {
  if (listedUnits.has(unit) || quantity.unit !== undefined || /[23]$/.test(unit)) return false;
  return (quantity.best ?? quantity.low ?? quantity.high ?? 0) < many;
}

/** "asked for money and the release of two men": a noun listed with what is asked for is not told as done. */
function isWanted(tree: Tree, by: Token): boolean {
  const head = by.upos === "NOUN" && is(by, "conj") ? parent(tree, by) : undefined;
  const verb = head === undefined ? undefined : parent(tree, head);
  if (head === undefined || verb === undefined) return false;
  const preposition = kids(tree, head, "case")[0]?.form.toLowerCase();
  return attitudeOf(tree, verb, preposition)?.name === "want";
}

/** "requested the return of two jets", "advises the departure of 40": an act that is named, of which nothing says that it is done. */
function isOnlySpokenOf(tree: Tree, by: Token): boolean {
  if (by.upos !== "NOUN" || doneNouns[by.lemma.toLowerCase()] === undefined) return false;
  if (!is(by, "obj", "obl", "nmod", "conj", "xcomp")) return false;
  const { stage, polarity } = statusOf(tree, by);
  return stage === undefined && polarity !== "denied";
}

/** A number of years between commas. */
function isAside(tokens: readonly Token[], { first, last, best }: Quantity): boolean {
  const [before, after] = [tokens[first - 1]?.form, tokens[last + 1]?.form];
  return before === "," && after === "," && best !== null && best <= 120 && /^\d+$/.test(tokens[first]!.form);
}

/** "Early reports of as many as ten dead were false": a count that is told to be none. */
function isCalledFalse(tree: Tree, noun: Token): boolean {
  let one: Token | undefined = noun;
  for (let steps = 0; one !== undefined && steps < 8; steps++) {
    const above = parent(tree, one);
    if (above !== undefined && is(one, "nsubj") && toldNouns.test(one.lemma))
      return kid(tree, above, "cop") !== undefined && falseWords.test(above.lemma);
    one = above;
  }
  return false;
}

const toldNouns =
  /^(?:report|rumou?r|claim|story|account|allegation|suggestion|figure|number|count|toll|assertion|post)$/;
const falseWords =
  /^(?:false|untrue|wrong|unfounded|baseless|fake|incorrect|inaccurate|fabricated|groundless|nonsense|lie|fiction|hoax)$/;

/** "All but two died": the two did not. */
function isAllBut(tokens: readonly Token[], { first }: Quantity): boolean {
  return tokens[first - 1]?.lemma === "but" && tokens[first - 2]?.lemma === "all";
}

/** "No more than 2 percent" sets a bound and denies nothing. */
function bounded(text: string, { span, low, high }: Quantity, status: Status): Status {
  const bound = (low !== null || high !== null) && /^no\b/i.test(text.slice(span.start, span.end));
  return bound && status.polarity === "denied" ? { ...status, polarity: "affirmed" } : status;
}

/** How the count stands: "expects 200,000 refugees", "plans for 20 deaths" have them to come, whatever the expecting is. */
function standingIn(tree: Tree, by: Token, noun: Token): Status {
  const told = statusOf(tree, by);
  // "expects 20 coaches and five trains"
  const lead = is(noun, "conj") ? parent(tree, noun) : undefined;
  if (lead !== undefined && parent(tree, lead) === by && is(lead, "obj")) return standingIn(tree, by, lead);
  if (by.upos !== "VERB" || parent(tree, noun) !== by || !is(noun, "obj", "obl")) return told;
  const preposition = is(noun, "obl") ? kid(tree, noun, "case")?.form.toLowerCase() : undefined;
  const holds = attitudeOf(tree, by, preposition)?.holds;
  if (holds?.stage !== "planned" && holds?.stage !== "discussed") return told;
  return { ...told, stage: holds.stage, certainty: weaker(told.certainty, holds.certainty ?? "probable") };
}

/** "20 people are feared dead", "were presumed killed": as sure as whoever fears or presumes it. */
function feared(tree: Tree, { quantity, noun }: Counted, status: Status): Status {
  const last = Math.max(quantity.last, noun.i);
  for (const one of tree.sentence.tokens.slice(last + 1, last + 4)) {
    if (one.upos === "NUM" || one.upos === "PUNCT") break;
    const found = /^(?:feared|presumed)$/i.exec(one.form)?.[0];
    if (found === undefined) continue;
    const certainty = weaker(status.certainty, /^feared$/i.test(found) ? "possible" : "probable");
    return {
      ...status,
      certainty,
      carriers: [{ start: one.start, end: one.end }, ...(status.carriers ?? [])],
    };
  }
  return status;
}

/** A toll counts who it has befallen; how many might be, or were to be, is none. */
function isToCome({ stage, certainty }: Status): boolean {
  if (stage === undefined) return certainty === "possible" || certainty === "unknown";
  return /^(planned|threatened|attempted|discussed|authorised)$/.test(stage);
}

function isAsked(tree: Tree): boolean {
  return tree.sentence.tokens.at(-1)?.form === "?";
}

/** What befalls people alone. */
const befalling =
  /^(?:infected|trapped|stranded|released|rescued|evacuated|held|homeless|sentenced|convicted|charged|jailed|deported|expelled|evicted|treated|quarantined|vaccinated|executed|sickened|on board|living)$|^(?:sought|found|taken) (?:refuge|shelter|asylum)$/;

const listedUnits = new Set([...Object.values(unitNouns), "people"]);
const uncounted = new Set(notCounted.split(" "));

function unitOf(context: Context, tree: Tree, counted: Counted, measured: Measured): string | undefined {
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
function unitBefore(tree: Tree, { quantity, noun }: Counted, here: readonly Part[]): string | undefined {
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
function populationOf(context: Context, tree: Tree, { quantity, noun }: Counted): string | undefined {
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

function clauseSpan(tree: Tree, token: Token): Span {
  const clause = is(token, "acl") ? (parent(tree, token) ?? token) : clauseOf(tree, token);
  return spanOf(subtree(tree, clause, (one) => is(one, "parataxis", "acl:relcl")));
}

const rates: Readonly<Record<string, string>> = table({
  annually: "year",
  yearly: "year",
  monthly: "month",
  weekly: "week",
  daily: "day",
  hourly: "hour",
  nightly: "night",
});

/** "annually", "a year", "per day", "every month". */
function rateOf(tree: Tree, by: Token, noun: Token): string | undefined {
  for (const one of [
    ...kids(tree, by, "advmod", "obl", "nmod"),
    ...kids(tree, noun, "advmod", "nmod", "obl"),
  ]) {
    const rate = rates[one.form.toLowerCase()];
    if (rate !== undefined) return rate;
    if (
      !/^(year|month|week|day|hour|night|decade|quarter)$/.test(one.lemma) ||
      one.form.toLowerCase() !== one.lemma
    )
      continue;
    // "would feed them for a month": how long, not how often
    if (kids(tree, one, "case").some((word) => !/^per$/i.test(word.form))) continue;
    if (kids(tree, one, "det", "case").some((word) => /^(a|an|per|each|every)$/i.test(word.form)))
      return one.lemma;
  }
  return undefined;
}

/** "since September" in its clause; for "in these strikes", what the sentences before say of them. */
function sinceOf(context: Context, tree: Tree, clause: Span, by: Token): string | undefined {
  const own = openTime(context, clause);
  if (own !== undefined) return own;
  const anaphoric = subtree(tree, clauseOf(tree, by)).some((one) =>
    kids(tree, one, "det").some((word) => /^(these|those|this|such)$/i.test(word.form)),
  );
  const previous = context.sentences[tree.sentence.index - 1];
  if (!anaphoric || previous === undefined || previous.block !== tree.sentence.block) return undefined;
  return openTime(context, previous);
}

function openTime(context: Context, span: Span): string | undefined {
  for (const { time, start } of context.timesIn(span)) {
    if (isComparison(context.text, span, start)) continue;
    if (time.to === null && /since|from/i.test(time.words)) return time.from ?? time.value;
  }
  for (const { time, start } of context.timesIn(span)) {
    const before = context.text.slice(Math.max(span.start, start - 12), start);
    if (isComparison(context.text, span, start)) continue;
    if (/\b(since|from)\s+(the\s+)?$/i.test(before)) return time.from ?? time.value;
  }
  return undefined;
}

/** "the first since September", "the deadliest since 2014": compared with what was before, not counted since then. */
function isComparison(text: string, span: Span, start: number): boolean {
  const before = text.slice(Math.max(span.start, start - 40), start);
  return /\b(?:first|last|only|worst|most|more|fewer|highest|lowest|biggest|largest|smallest|heaviest|deadliest|bloodiest)\b[^.;,]*$/i.test(
    before,
  );
}

function asOfOf(context: Context, span: Span): string | undefined {
  for (const { time, start } of context.timesIn(span)) {
    if ((time.type !== "DATE" && time.type !== "TIME") || !/^\d/.test(time.value)) continue;
    if (/\b(as of|by)\s+$/i.test(context.text.slice(Math.max(span.start, start - 8), start)))
      return time.value;
    if (/^(as of|by)\b/i.test(time.words)) return time.value;
  }
  return undefined;
}
