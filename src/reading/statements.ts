/** Statements as findings: those attributions whose content is a clause or a quotation, with speaker, mode and hedges. */
import { cueClasses, denials } from "../language/en/cues.ts";
import type { StatementMode } from "../model/finding.ts";
import type { Report } from "../model/report.ts";
import type { Sentence } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { TimeMention } from "../model/time.ts";
import type { ActorsFound } from "./actors.ts";
import { type ActorMention, clauseTime, type Saying, within } from "./context.ts";
import { type Quotation, quotationsOf } from "./quotes.ts";
import { type Attribution, attributionsOf } from "./sayings.ts";
import { canSpeak, speakerOf } from "./speakers.ts";

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
  for (const attribution of attributionsOf(text, blocks, sentences)) {
    if (!asserts(attribution, quotations)) continue;
    const speaker = speakerOf({ text, sentences, mentions, actors }, attribution);
    const head = attribution.sourceHead;
    if (speaker.actor === undefined && speaker.kind === "anonymous" && head !== undefined && !canSpeak(head))
      continue;
    const evidence = evidenceOf(sentences, attribution);
    const time = clauseTime(sentences[attribution.sentence]!, times, attribution.head.i);
    const actor = speaker.actor === undefined ? undefined : actors.get(speaker.actor);
    sayings.push({
      cue: attribution.head.lemma.toLowerCase(),
      denied: denials.has(attribution.head.lemma.toLowerCase()),
      finding: {
        id: "",
        kind: "statement",
        evidence: { ...evidence, hedges: within(hedges, evidence) },
        speaker,
        actors:
          actor === undefined
            ? []
            : [
                {
                  id: actor.id,
                  name: actor.name,
                  kind: actor.kind,
                  ...(actor.country === undefined ? {} : { country: actor.country }),
                },
              ],
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
  return sayings;
}

/** Whether something is said, rather than somebody or something spoken of ("criticised the plan"). */
function asserts(attribution: Attribution, quotations: readonly Quotation[]): boolean {
  if (attribution.source === undefined) return false;
  switch (attribution.kind) {
    case "ccomp":
    case "around":
    case "quote":
    case "according":
    case "label":
      return true;
    case "xcomp":
      return cueClasses(attribution.head.lemma).some((one) => one === "say" || one === "ask");
    case "noun":
      return attribution.contentHead?.upos === "VERB" || attribution.contentHead?.upos === "AUX";
    default:
      return attribution.content.some((part) =>
        quotations.some(
          (one) => one.start >= part.start - 1 && one.end <= part.end + 1 && one.end - one.start > 20,
        ),
      );
  }
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
