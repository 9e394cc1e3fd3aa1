/**
 * Notes in which a publisher corrects or explains its own report. They speak about the text and are none of it:
 * kept apart, as printed, so that nobody reads "an earlier version said that 40 died" as news of 40 dead.
 */
import type { Amendment } from "../model/report.ts";
import { dateIn } from "./dates.ts";
import {
  amendmentLabels,
  amendmentOpenings,
  amendVerbs,
  ownTexts,
  withdrawals,
} from "./lexicon/amendment-phrases.ts";

const longest = 1500;

/** The note that a block of text is; undefined for what is text of the report. */
export function amendmentIn(text: string, locale?: string): Amendment | undefined {
  if (text.length > longest || text.length < 12) return undefined;
  const kind = kindOf(text);
  return kind === undefined ? undefined : noteOf(kind, text, locale);
}

/** A note whose kind is known from the heading above it. */
export function noteOf(kind: Amendment["kind"], text: string, locale?: string): Amendment {
  const date = dateIn(text, locale === undefined ? {} : { locale })?.value.slice(0, 10);
  return { kind, text, ...(date === undefined ? {} : { date }) };
}

/** Whether a note takes the whole report back: where nothing else is left of it, that is what it says now. */
export function isWithdrawal(note: string): boolean {
  if (note.length > longest) return false;
  const line = note.toLowerCase();
  return withdrawals.some((words) => line.includes(words)) && !earlierVersion.test(line);
}

/** A line that only heads a note ("Correction"), whose words come in the next block. */
export function amendmentHeading(text: string): Amendment["kind"] | undefined {
  if (text.length > 60) return undefined;
  const line = text
    .toLowerCase()
    .replace(/[\s:.*]+$/, "")
    .replace(/^[\s*•]+/, "");
  return amendmentLabels.find(([, labels]) => labels.includes(line))?.[0];
}

function kindOf(text: string): Amendment["kind"] | undefined {
  const line = text
    .slice(0, 300)
    .toLowerCase()
    .replace(/^[\s*•·–—([]+/, "");
  for (const [kind, labels] of amendmentLabels)
    if (labels.some((label) => line.startsWith(label) && isLabelEnd(line.slice(label.length)))) return kind;
  for (const [kind, openings] of amendmentOpenings)
    if (openings.some((opening) => line.startsWith(opening))) return kind;
  return ownKind(line);
}

/** After a label: a colon, a dash, or a date in between ("correction, 2 march:", "correction (march 2) –"). */
function isLabelEnd(rest: string): boolean {
  const mark = rest.search(/[:：–—]|\s-\s/);
  if (mark < 0 || mark > 40) return false;
  const between = rest.slice(0, mark).trim();
  return (
    between === "" || /^[,(]?[^.!?]*\d[^.!?]*\)?$/.test(between) || /^to (?:this|the) \w+$/.test(between)
  );
}

const nouns = ownTexts.join("|");
/** "This article was amended on …", "The headline of this story has been changed". */
const ownChange = new RegExp(
  `^(?:this (?:\\w+ )?(?:${nouns})|the (?:${nouns}) (?:of|to|on|in|for) this (?:\\w+ )?(?:${nouns})|the (?:headline|standfirst|caption))(?: above)? (?:was|has been|has since been|is being|were) (?:later |also |since )?(${amendVerbs.join("|")})\\b`,
);
/** "An earlier version of this article said …", "A photo with an earlier version of this story was …". */
const earlierVersion = new RegExp(
  `^(?:due to [^.]{1,80}, )?(?:(?:a|an|the) [\\w ]{1,40}?(?:in|on|with|of) )?(?:an?|the|our) (?:earlier|previous|original|prior|initial) (?:\\w+ )?(?:version|${nouns})s? (?:of (?:this|the) (?:\\w+ )?(?:${nouns})|(?:incorrectly|mistakenly|wrongly|erroneously|misstated|misspelled|misidentified|misattributed))`,
);
const wrong =
  /\b(?:incorrect(?:ly)?|mistaken(?:ly)?|wrong(?:ly)?|erroneous(?:ly)?|error|misstated|misspelled|misidentified|misattributed|corrected)\b/;

function ownKind(line: string): Amendment["kind"] | undefined {
  if (earlierVersion.test(line)) return "correction";
  const verb = ownChange.exec(line)?.[1];
  if (verb === undefined) return undefined;
  if (verb === "clarified") return "clarification";
  return wrong.test(line) ? "correction" : "change";
}
