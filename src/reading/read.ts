/** One report's sentences in, what the report says out: the ordered list of all readers. */
import type { Finding } from "../model/finding.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Sentence } from "../model/sentence.ts";
import { readActors } from "./actors.ts";
import { bordersIn, withBorders } from "./borders.ts";
import { readCites } from "./cites.ts";
import { type Context, contextOf, type Reader } from "./context.ts";
import { readDisclosures } from "./disclosures.ts";
import { readEvents } from "./events.ts";
import { readExpectations } from "./expectations.ts";
import { linkParts, readFigures } from "./figures.ts";
import { readHedges } from "./hedges.ts";
import { readLegalBases } from "./legal-bases.ts";
import { namesOf } from "./names.ts";
import { placesOf, toponymsOf } from "./places.ts";
import { readPositions } from "./positions.ts";
import { quotationsOf } from "./quotes.ts";
import { readRemarks } from "./remarks.ts";
import { withWholeQuotations } from "./saying/whole-quotations.ts";
import { readSayings } from "./statements.ts";
import { readTimes } from "./times.ts";
import { beginReport } from "./while-reading.ts";
import { inSmallLetters } from "./words/small-letters.ts";

/** Changes whenever the readers could answer differently. */
export const readersVersion = "reading@2";

/** Readers of findings, in order; each sees what is shared, none sees another's findings. */
const readers: readonly Reader<Finding>[] = [
  (context) => context.sayings.map((saying) => saying.finding),
  readRemarks,
  readEvents,
  readFigures,
  readPositions,
  readLegalBases,
  readExpectations,
];

export function read(given: Report, parsed: readonly Sentence[]): Reading {
  const { report, sentences, printed } = inSmallLetters(given, parsed);
  const context = contextFor(report, sentences);
  const quotations = quotationsOf(report.text, report.blocks, sentences);
  const found = readers
    .flatMap((reader) => reader(context))
    .map((finding) => printed(withWholeQuotations(finding, quotations)));
  return {
    report: report.id,
    version: readersVersion,
    findings: linkParts(numbered(found)),
    actors: context.actors,
    times: context.times,
    places: context.places,
    cites: readCites(report, sentences, context.mentions),
    disclosures: readDisclosures(context),
  };
}

/** Who, where, when, how sure, and who says so: what the readers of findings share. */
export function contextFor(report: Report, sentences: readonly Sentence[]): Context {
  beginReport();
  const { text } = report;
  const names = namesOf(text, sentences);
  const places = withBorders(placesOf(toponymsOf(sentences, names, report.url)), bordersIn(sentences));
  const actors = readActors(text, sentences, names);
  const times = readTimes(text, sentences, report.published?.value);
  const hedges = readHedges(sentences);
  const sayings = readSayings(report, sentences, actors, hedges, times);
  return contextOf(report, sentences, { ...actors, places, times, hedges, sayings });
}

/** "f1", "f2" … in text order; findings of one place keep the order of the readers. */
function numbered(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding, order) => ({ finding, order }))
    .sort((a, b) => a.finding.evidence.start - b.finding.evidence.start || a.order - b.order)
    .map(({ finding }, i) => ({ ...finding, id: `f${i + 1}` }));
}
