/**
 * Figures: counts of people and things with what happened to them ("killed", "seized"), never a number
 * alone: ages, dates, scores, addresses and shares of something else count nothing here.
 */
import type { Token } from "../model/sentence.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Status } from "../model/status.ts";
import type { Context } from "./context.ts";
import type { Counted } from "./count/counted.ts";
import { counterOf } from "./count/counters.ts";
import type { Quantity } from "./count/numbers.ts";
import { followsUp, isFormer } from "./count/running-counts.ts";
import { countedIn } from "./counted.ts";
import { doers, refsOf } from "./event/roles.ts";
import { type FigureFinding, formerOf, measureOfTotal, type Part, totalOf } from "./figure/parts.ts";
import { asOfOf, clauseSpan, rateOf, sinceOf } from "./figure/periods.ts";
import {
  bounded,
  feared,
  isAsked,
  isOnlySpokenOf,
  isToCome,
  isWanted,
  standingIn,
  unconfirmed,
} from "./figure/standing.ts";
import { populationOf, saysLittle, unitBefore, unitOf } from "./figure/units.ts";
import { eitherFate } from "./measure/either-fate.ts";
import { isToll, type Measured } from "./measure/measured.ts";
import { measureOf } from "./measure/measures.ts";
import { voiceAt } from "./saying/voices.ts";
import { hedgesOn } from "./status/own-hedges.ts";
import { guarded } from "./status/safeguards.ts";
import { kid, kids, type Tree } from "./tree.ts";

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
  if (isWanted(tree, measured.by) || isOnlySpokenOf(tree, measured.by) || isAllBut(tokens, quantity))
    return undefined;
  const time = context.timeAt(tree.sentence.index, measured.by.i);
  const told = bounded(
    context.text,
    quantity,
    feared(tree, counted, unconfirmed(tree, measured.by, standingIn(tree, measured.by, noun))),
  );
  const status: Status = counted.none ? told : guarded(context, tree, measured.by, told, time);
  if (
    status.certainty === "unknown" &&
    (status.stage === undefined || isAsked(tree) || isWithdrawn(context, status))
  )
    return undefined;
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

/** "A report that 112 had died was withdrawn": nobody counts them any more. */
function isWithdrawn({ text }: Context, { carriers = [] }: Status): boolean {
  return carriers.some(({ start, end }) => /^(?:withdr|retract|correct|remov)/i.test(text.slice(start, end)));
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

/** A number of years between commas. */
function isAside(tokens: readonly Token[], { first, last, best }: Quantity): boolean {
  const [before, after] = [tokens[first - 1]?.form, tokens[last + 1]?.form];
  return before === "," && after === "," && best !== null && best <= 120 && /^\d+$/.test(tokens[first]!.form);
}

/** "All but two died": the two did not. */
function isAllBut(tokens: readonly Token[], { first }: Quantity): boolean {
  return tokens[first - 1]?.lemma === "but" && tokens[first - 2]?.lemma === "all";
}
