/** Other outlets that a report leans on: "first reported by the X", "told the X", "according to a report in X". */
import type { Report } from "../model/report.ts";
import type { Sentence } from "../model/sentence.ts";
import { slug } from "./actors.ts";
import type { ActorMention } from "./context.ts";

/** As printed, each once, in text order; never the report's own publisher. */
export function readCites(
  report: Report,
  sentences: readonly Sentence[],
  mentions: readonly ActorMention[],
): string[] {
  const own = slug(report.publisher ?? "").replace(/^the-/, "");
  const cited = new Map<string, string>();
  for (const mention of mentions) {
    if (mention.actor.kind !== "outlet" || mention.form !== "name") continue;
    if (!leansOn(report.text, sentences[mention.sentence]!, mention)) continue;
    const words = report.text.slice(mention.start, mention.end);
    const key = slug(mention.actor.name).replace(/^the-/, "");
    if (key !== own && key !== "" && !cited.has(key)) cited.set(key, words);
  }
  return [...cited.values()];
}

const before =
  /(?:\b(?:reported|published|obtained|cited|quoted|seen|reviewed|revealed|broken|carried|aired|disclosed|confirmed) (?:\w+ )?by|\btold|\baccording to|\b(?:reports?|story|article|interview|investigation|account|dispatch|statement|column|piece) (?:\w+ )?(?:in|by|from|with|to|on|for)|\b(?:said|told|wrote|appeared|published|speaking|spoke|reported|interviewed) (?:\w+ )?(?:in|to|by|on|with)|\bciting|\bquoted by)(?: (?:a|an|the|its|his|her|one|local|state|newspaper|daily|weekly|magazine|broadcaster|station|news|agency|outlet|paper|media|website|report|sources|reporting|by|in|from|of)){0,4}\s*$/i;
const after =
  /^(?:['’]s)?(?:,? (?:a|an|the) [^,.]{0,50},)? (?:first |also |previously |later |earlier |has |had )*(?:reported|reports|reporting|said|says|wrote|writes|revealed|published|quoted|cited|citing|broke|disclosed|investigation|report found|learned)\b/i;

function leansOn(text: string, sentence: Sentence, mention: ActorMention): boolean {
  return (
    before.test(text.slice(Math.max(sentence.start, mention.start - 90), mention.start)) ||
    after.test(text.slice(mention.end, Math.min(sentence.end, mention.end + 90)))
  );
}
