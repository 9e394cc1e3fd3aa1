/** Statements as findings: those attributions whose content is a clause or a quotation, with speaker, mode and hedges. */
import {
  cueClasses,
  denials,
  deniedNouns,
  passiveReports,
  refusedNouns,
  rejectedNouns,
} from "../language/en/cues.ts";
import { actorRef } from "../model/actor.ts";
import type { StatementMode } from "../model/finding.ts";
import type { Report } from "../model/report.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { TimeMention } from "../model/time.ts";
import type { ActorsFound } from "./actors.ts";
import { type ActorMention, clauseTime, type Saying, within } from "./context.ts";
import { type Quotation, quotationsOf } from "./quotes.ts";
import type { Told } from "./saying/antecedents.ts";
import type { Attribution } from "./saying/attribution.ts";
import { attributionsOf, plainVerbs } from "./saying/sayings.ts";
import { asksAnonymity, canSpeak, isDay, speakerOf } from "./saying/speakers.ts";
import { isOfNumber } from "./status/own-hedges.ts";
import { kid, kids, treeOf } from "./tree.ts";

export function readSayings(
  report: Report,
  sentences: readonly Sentence[],
  found: ActorsFound,
  hedges: readonly Span[],
  times: readonly TimeMention[],
): Saying[] {
  const { text, blocks } = report;
  const quotations = quotationsOf(text, blocks, sentences);
  const mentions: ActorMention[][] = sentences.map(() => []);
  for (const mention of found.mentions) mentions[mention.sentence]!.push(mention);
  const actors = new Map(found.actors.map((actor) => [actor.id, actor]));
  const sayings: Saying[] = [];
  const persons = found.actors.filter(({ kind }) => kind === "person");
  const people = Map.groupBy(persons, ({ name }) => name.split(" ").at(-1)!);
  const firstSurnames = Map.groupBy(
    persons.filter(({ name }) => name.split(" ").length === 3),
    ({ name }) => name.split(" ")[1]!,
  );
  const input = { text, sentences, mentions, actors, people, firstSurnames, inOrder: found.mentions };
  const told: Told[] = [];
  const reasons = new Map<string, string>();
  for (const attribution of attributionsOf(text, blocks, sentences)) {
    if (isTold(attribution, sentences) || isNobody(text, attribution)) continue;
    if (attribution.source === undefined && !isUnsourced(attribution, sentences)) continue;
    const anonymity = asksAnonymity(text, attribution);
    if (isNorm(attribution)) continue;
    if (anonymity === undefined && !asserts(attribution, sentences, quotations)) continue;
    const { speaker, told: kept } = speakerOf(input, attribution, told);
    if (anonymity !== undefined) {
      if (speaker.name !== undefined) reasons.set(speaker.name, anonymity);
      continue;
    }
    const head = attribution.sourceHead;
    if (head !== undefined && isDay(head)) continue;
    if (
      speaker.actor === undefined &&
      speaker.kind === "anonymous" &&
      head !== undefined &&
      !canSpeak(head) &&
      !isSayer(head, attribution, sentences) &&
      !told.some((one) => one.speaker.name === speaker.name)
    )
      continue;
    if (kept !== undefined && !attribution.nested) told.push(kept);
    const evidence = evidenceOf(sentences, attribution);
    const time = clauseTime(sentences[attribution.sentence]!, times, attribution.head.i);
    const actor = speaker.actor === undefined ? undefined : actors.get(speaker.actor);
    sayings.push({
      cue: attribution.head.lemma.toLowerCase(),
      denied: denials.has(attribution.head.lemma.toLowerCase()),
      finding: {
        id: "",
        kind: "statement",
        evidence: {
          ...evidence,
          hedges: within(hedges, attribution.source === undefined ? saidIn(attribution) : evidence).filter(
            (hedge) => !isOfNumber(sentences[attribution.sentence]!, hedge),
          ),
        },
        speaker,
        actors: actor === undefined ? [] : [actorRef(actor)],
        recipients: [],
        instruments: [],
        places: [],
        ...(time === undefined ? {} : { time }),
        statement: {
          cue: attribution.cue,
          content: attribution.content,
          mode: modeOf(attribution, quotations),
        },
      },
    });
  }
  return sayings.map((saying) => withReason(saying, reasons));
}

/** "A person said S. The person asked not to be named": the reason told in a sentence of its own. */
function withReason(saying: Saying, reasons: ReadonlyMap<string, string>): Saying {
  const { speaker } = saying.finding;
  const reason = speaker.kind === "anonymous" ? reasons.get(speaker.name ?? "") : undefined;
  if (reason === undefined || speaker.reason !== undefined) return saying;
  return { ...saying, finding: { ...saying.finding, speaker: { ...speaker, reason } } };
}

/** "According to international law": by which something is so, and nobody who says it. */
const isNorm = ({ kind, sourceHead }: Attribution) =>
  kind === "according" && /^(?:laws?|rules?|customs?|traditions?|norms?)$/i.test(sourceHead?.form ?? "");

/** "The seven had been told that …": who is told does not say it. */
function isTold({ head, sentence, source }: Attribution, sentences: readonly Sentence[]): boolean {
  if (!/^(?:tell|inform|notify|assure|advise|remind|warn|ask)$/.test(head.lemma) || source === undefined)
    return false;
  const tree = treeOf(sentences[sentence]!);
  const verb = tree.sentence.tokens[head.i]!;
  const addressed = kid(tree, verb, "nsubj:pass");
  if (addressed === undefined || kid(tree, verb, "aux:pass") === undefined) return false;
  return source.start < verb.start && kid(tree, verb, "obl:agent") === undefined;
}

/** "No one mentioned that …", "read this story: www…": nobody says it, and an address doesn't. */
function isNobody(text: string, { source }: Attribution): boolean {
  return (
    source !== undefined &&
    /^(?:(?:no ?one|nobody|none|neither)\b|https?:|www\.)/i.test(text.slice(source.start, source.end))
  );
}

/** "Is believed to have fled", "it is feared that": a passive report of what nobody named says or thinks. */
function isUnsourced(
  { head, kind, sentence, content }: Attribution,
  sentences: readonly Sentence[],
): boolean {
  if (head.xpos !== "VBN" || !passiveReports.has(head.lemma.toLowerCase()) || content.length === 0)
    return false;
  if (!/^(?:raising|xcomp|ccomp|oblique)$/.test(kind)) return false;
  const tree = treeOf(sentences[sentence]!);
  const verb = tree.sentence.tokens[head.i]!;
  if (kid(tree, verb, "aux:pass", "aux") === undefined || kid(tree, verb, "obl:agent") !== undefined)
    return false;
  // What is said of whom must be an act: "is known for its beaches" reports nothing.
  return kind !== "oblique" || kids(tree, verb, "advcl", "xcomp", "ccomp").length > 0;
}

/** Whether something is said, rather than somebody or something spoken of ("criticised the plan"). */
function asserts(
  attribution: Attribution,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
): boolean {
  if (attribution.source === undefined) return true;
  switch (attribution.kind) {
    case "ccomp":
    case "around":
    case "quote":
    case "according":
    case "label":
      return true;
    case "xcomp":
      // "agreed to reopen the bridge" is an act that the report tells.
      if (attribution.head.lemma === "agree") return false;
      // "is recalling shelled nuts"
      if (attribution.head.lemma === "recall" && attribution.contentHead?.xpos === "VBN") return false;
      return cueClasses(attribution.head.lemma).some((one) => one === "say" || one === "ask");
    case "noun":
      return attribution.contentHead?.upos === "VERB" || attribution.contentHead?.upos === "AUX";
    case "object":
    case "oblique":
      if (isVerdict(attribution, sentences[attribution.sentence]!)) return true;
      if (isDenial(attribution, sentences[attribution.sentence]!)) return true;
      if (isAccusation(attribution, sentences[attribution.sentence]!)) return true;
      return (
        isClause(attribution, sentences[attribution.sentence]!) || hasLongQuotation(attribution, quotations)
      );
    default:
      return hasLongQuotation(attribution, quotations);
  }
}

/** "The emergency service said": any noun right before a plain verb of saying does what the verb says. */
function isSayer(
  noun: Token,
  { head, kind, sentence }: Attribution,
  sentences: readonly Sentence[],
): boolean {
  if (noun.upos !== "NOUN" && !/^(?:some|many|several)$/i.test(noun.form)) return false;
  // "47 percent said they would": answers that were counted; "only time will tell"
  if (/^(?:percent|cent|percentage|time|reality|history|experience|logic|legend|tradition)$/i.test(noun.form))
    return false;
  if (!/^(?:ccomp|around|quote)$/.test(kind) || !says.test(head.lemma) || noun.i > head.i) return false;
  const verb = sentences[sentence]!.tokens[head.i]!;
  const between = sentences[sentence]!.tokens.slice(noun.i + 1, verb.i);
  // "the front (FPM) said"
  return between.every(
    ({ upos, form, deprel }) =>
      /^(?:AUX|ADV)$/.test(upos) || /^[()[\]]$/.test(form) || (deprel === "appos" && upos === "PROPN"),
  );
}

const says = /^(?:say|tell|add|report|announce|state|warn|confirm|claim)$/;

/** "Called the allegation baseless": what somebody calls a thing is said of it. */
function isVerdict({ head }: Attribution, sentence: Sentence): boolean {
  if (!/^(?:call|label|brand|term|deem|pronounce|dub)$/.test(head.lemma)) return false;
  const tree = treeOf(sentence);
  const verb = tree.sentence.tokens[head.i]!;
  return kid(tree, verb, "obj") !== undefined && kid(tree, verb, "xcomp") !== undefined;
}

/** "Denied any involvement", "disputes the claims": that something is so is what is denied, unlike "denied him entry". */
function isDenial({ head, contentHead }: Attribution, sentence: Sentence): boolean {
  if (contentHead?.upos !== "NOUN") return false;
  // "rejected the criticism": unlike a plan, a claim is rejected by saying that it does not hold
  if (/^(?:reject|dismiss)$/.test(head.lemma)) return rejectable.has(contentHead.lemma);
  if (!/^(?:deny|dispute|refute|rebut)$/.test(head.lemma)) return false;
  const tree = treeOf(sentence);
  const verb = tree.sentence.tokens[head.i]!;
  if (kid(tree, verb, "iobj", "aux:pass") !== undefined) return false;
  const any = kids(tree, contentHead, "det").some(({ form }) => /^any$/i.test(form));
  return any ? !refusable.has(contentHead.lemma) : deniable.has(contentHead.lemma);
}

const rejectable = new Set(rejectedNouns.split(" "));
const deniable = new Set(deniedNouns.split(/\s+/));
const refusable = new Set(refusedNouns.split(/\s+/));

/** "Accused the ministry of hiding the list", "blamed the rebels for the fire". */
function isAccusation({ head, content }: Attribution, sentence: Sentence): boolean {
  if (!/^(?:accuse|blame)$/.test(head.lemma) || head.xpos === "VBN") return false;
  const of = head.lemma === "accuse" ? "of" : "for";
  return sentence.tokens.some(
    ({ form, start, end, i }) =>
      form === of && i > head.i + 1 && content.some((part) => part.start < start && part.end > end + 1),
  );
}

/** "The Act, he said, does not apply", "reported hearing explosions": what a verb of saying has is a clause after all. */
function isClause(attribution: Attribution, { tokens }: Sentence): boolean {
  const inside = tokens.filter((one) =>
    attribution.content.some((part) => one.start >= part.start && one.end <= part.end),
  );
  // "described men clinging to the roof"
  if (attribution.head.lemma === "describe")
    return inside.some((one) => one.xpos === "VBG" && one.head === attribution.contentHead?.i);
  if (!plainVerbs.has(attribution.head.lemma)) return false;
  return (
    inside[0]?.xpos === "VBG" ||
    inside.some((one) => /^(?:VBD|VBZ|VBP|MD)$/.test(one.xpos) && one.head !== attribution.head.i)
  );
}

function hasLongQuotation(attribution: Attribution, quotations: readonly Quotation[]): boolean {
  return attribution.content.some((part) =>
    quotations.some(
      (one) => one.start >= part.start - 1 && one.end <= part.end + 1 && one.end - one.start > 20,
    ),
  );
}

/** From the first to the last of what is said and the cue. */
function saidIn({ cue, content }: Attribution): Span {
  return {
    start: Math.min(cue.start, ...content.map((part) => part.start)),
    end: Math.max(cue.end, ...content.map((part) => part.end)),
  };
}

function evidenceOf(sentences: readonly Sentence[], attribution: Attribution): Span {
  const own = sentences[attribution.sentence]!;
  const start = Math.min(own.start, ...attribution.content.map((part) => part.start));
  const end = Math.max(own.end, ...attribution.content.map((part) => part.end));
  return { start, end };
}

/** quoted: all of it stands between quotation marks; mixed: some; thought: by the cue; else reported. */
function modeOf(attribution: Attribution, quotations: readonly Quotation[]): StatementMode {
  let inside = 0;
  let all = 0;
  for (const part of attribution.content) {
    all += part.end - part.start;
    for (const one of quotations)
      inside += Math.max(0, Math.min(one.end, part.end) - Math.max(one.start, part.start));
  }
  const share = inside / Math.max(1, all);
  if (share > 0.9) return "quoted";
  if (share > 0.05) return "mixed";
  const classes = cueClasses(attribution.head.lemma);
  const says = classes.includes("say") || classes.includes("ask") || classes.includes("show");
  return !says && classes.length > 0 && attribution.kind !== "according" ? "thought" : "reported";
}
