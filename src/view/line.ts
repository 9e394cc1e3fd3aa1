/**
 * The wording of one finding: a line that a person reads in a brief or on a page.
 *
 * A line says no more than its sentence: the act, the number, the proposal are cut from the text, and
 * the status, the speaker and the hedges stand beside them. Nothing is paraphrased, so nothing can be
 * strengthened.
 */
import type { Edit, EditValue } from "../model/correction.ts";
import type { Entry } from "../model/entry.ts";
import type { Finding, FindingOf } from "../model/finding.ts";
import type { Span } from "../model/span.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Status } from "../model/status.ts";
import { timexWords } from "./days.ts";
import { english, type Words } from "./words/words.ts";

/** One line, without its footnote. `text` is the report's text that the finding points into. */
export function line(finding: Finding, text: string, words: Words = english): string {
  const notes = [...notesOf(finding, text, words), hedgeNote(finding, text, words)].filter(
    (note) => note !== "",
  );
  const body = capitalise(bodyOf(finding, text, words));
  return notes.length === 0 ? body : `${body} (${notes.join("; ")})`;
}

/**
 * An entry's line: that of its lead, who its unnamed source turned out to be, as of the record's day, and what an
 * analyst changed, beside what was read. The words cut from the text stay: a number stands as it was printed.
 */
export function lineOf(
  { lead, leadReport, evidence, edits = [], asRead }: Entry,
  text: string,
  words: Words = english,
): string {
  const read = asRead?.lead ?? lead;
  const naming = evidence.find(
    ({ report, finding, naming }) => report === leadReport && finding === read && naming !== undefined,
  )?.naming;
  const named = naming === undefined ? "" : ` [${words.line.namedLater(flat(naming.actor.name))}]`;
  return [line(lead, text, words), named, ...edits.map((edit) => ` [${editWords(edit, words)}]`)].join("");
}

/** "edited by Ana Ruiz: stage done → planned, “the army only announced it”". */
export function editWords({ by, field, from, to, reason }: Edit, words: Words = english): string {
  const why = reason === undefined ? "" : `, ${words.line.quoted(short(flat(reason), 120))}`;
  const value = (of: EditValue) => words.line.fieldValue(field, valueWords(of, words));
  return words.line.edited(flat(by), `${words.line.field(field)} ${value(from)} → ${value(to)}${why}`);
}

export function valueWords(value: EditValue, said: Words = english): string {
  if (value === null) return said.line.unstated;
  if (typeof value !== "object") return flat(String(value));
  if (Array.isArray(value)) {
    const names = (value as readonly { readonly name: string }[]).map(({ name }) => flat(name));
    return names.length === 0 ? said.line.none : names.join(", ");
  }
  if ("value" in value) return value.value;
  const { name, words, kind } = value as Speaker;
  return flat(name ?? words ?? kind);
}

function short(words: string, most: number): string {
  return words.length <= most
    ? words
    : `${words
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

/** The status in words: "planned, possible", "denied", "not done" of what was prevented, "called off". */
export function statusWords(status: Status | undefined, { line }: Words = english): string {
  if (status === undefined) return "";
  const stage = status.stage === undefined ? "" : line.stage[status.stage];
  const certainty = status.certainty === "asserted" ? "" : line.certainty[status.certainty];
  const denied = status.polarity === "denied";
  const no = status.unrealisedBy !== undefined ? line.notDone : line.denied;
  const act = !denied ? stage : stage === "" || status.stage === "done" ? no : line.stageDenied(stage);
  return [act, certainty].filter((word) => word !== "").join(", ");
}

/** Who says so: "Claudia Sheinbaum", "unnamed: “three officials”", "" for the report's own voice. */
export function speakerWords(speaker: Speaker, { line }: Words = english): string {
  const name = speaker.name ?? speaker.words;
  switch (speaker.kind) {
    case "unstated":
      return "";
    case "anonymous":
      if (speaker.words === undefined) return line.unnamedSources;
      // whom "he" means, no report says
      return pronouns.test(speaker.words) ? line.unnamedSource : line.unnamed(flat(speaker.words));
    default:
      return name === undefined ? "" : flat(name);
  }
}

const pronouns =
  /^(?:he|she|it|they|we|i|you|him|her|them|us|who|whom|which|that|this|those|these|one|some|others)$/iu;

/** What the line tells, cut from the text, without what stands beside it: status, speaker, hedges. */
export function bodyOf(finding: Finding, text: string, words: Words = english): string {
  switch (finding.kind) {
    case "event":
      // "A clerk … taken away": with whom it is told of, where an earlier clause names them
      return finding.event.subject === undefined
        ? withActors(finding, cut(finding.event.what, text))
        : `${cut(finding.event.subject, text)} … ${cut(finding.event.what, text)}`;
    case "figure":
      return figureBody(finding, text, words);
    case "position": {
      const { actor, stance, proposal } = finding.position;
      return words.line.position(actor.name, words.line.stance[stance], cut(proposal, text));
    }
    case "legal-basis": {
      const { instrument, for: act } = finding.legalBasis;
      const { brokenBy } = finding.legalBasis;
      if (brokenBy !== undefined) return words.line.brokenBy(instrument, cut(brokenBy, text));
      if (act === undefined) return instrument;
      // a ruling says what it says; it is no ground for it
      return instrument.startsWith("ruling of ")
        ? `${instrument}: ${cut(act, text)}`
        : words.line.basisFor(instrument, cut(act, text));
    }
    case "expectation": {
      const { what, condition } = finding.expectation;
      const ahead = withActors(finding, cut(what, text));
      return condition === undefined ? ahead : words.line.condition(ahead, cut(condition, text));
    }
    case "statement":
      return statementBody(finding, text, words);
  }
}

/** Names the actors where the words cut from the text do not. */
function withActors(finding: Finding, what: string): string {
  const said = new Set(what.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const missing = finding.actors
    .map((actor) => actor.name)
    .filter((name) => !said.has((name.split(/\s+/u).at(-1) ?? name).toLowerCase()) && !isNamedIn(name, said));
  return missing.length === 0 ? what : `${missing.slice(0, 3).join(", ")}: ${what}`;
}

/** "Russian forces", "Lebanon's cabinet": the words cut name the state whose body it is. */
function isNamedIn(name: string, said: ReadonlySet<string>): boolean {
  const [state, body, ...more] = name.toLowerCase().split(/\s+/u);
  if (state === undefined || more.length > 0 || !/^(?:government|military|police)$/u.test(body ?? ""))
    return false;
  return [...said].some((word) => word.startsWith(state.slice(0, 5)));
}

/** "approximately 64 individuals killed, since 1 Sept 2025": the number as printed, never a rounder one. */
function figureBody(finding: FindingOf<"figure">, text: string, words: Words): string {
  const { figure } = finding;
  const printed = cut(figure.words, text);
  // what is counted is the measure itself: "no casualties", "one casualty"
  if (figure.of === undefined && figure.measure === "casualties")
    return `${printed} ${figure.best === 1 ? "casualty" : "casualties"}${datesOf(figure, words)}`;
  if (figure.unit === "%") {
    const share = `${printed}${figure.of === undefined ? "" : ` of ${figure.of}`} ${figure.measure}${datesOf(figure, words)}`;
    return figure.of === undefined ? withActors(finding, share) : share;
  }
  if (/^(?:nobody|no[ -]one|none)$/i.test(printed))
    return `${printed} ${figure.measure}${datesOf(figure, words)}`;
  const alone = figure.best === 1 && figure.unit === "people" && figure.of === undefined;
  // "a survivor", "the victim": the words that were counted hold no number
  const number = alone && !/\d|\bone\b/i.test(printed) ? "one" : printed;
  // "one of the two" people, "one" person
  const of = figure.of ?? (alone && !/ /.test(number) ? "person" : figure.unit);
  // "$4 million", "N300 million": the sign says the currency already
  // "400,000 rupees": the word says it
  const money =
    figure.of === undefined &&
    /^[A-Z]{3}$/.test(figure.unit) &&
    /\p{Sc}|\p{L}/u.test(
      number.replaceAll(
        /\b(?:hundreds?|thousands?|[mb]illions?|[mb]n|about|some|nearly|almost|over|around|than|more|less|at|least|most|up|to|an?|estimated)\b/giu,
        "",
      ),
    );
  // "thousands of people", "scores of Danes"
  const vague = !money && /\b(?:scores|dozens|hundreds|thousands|[mb]illions)$/i.test(number);
  const whole = money || number.toLowerCase().includes(of.toLowerCase()) ? number : `${number} ${of}`;
  const counted = vague ? `${number} of ${of}` : whole;
  const said = counted
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(figure.measure.toLowerCase());
  const measure = said ? "" : ` ${figure.measure}`;
  return `${counted}${measure}${datesOf(figure, words)}`;
}

/** "per month, since Sept 2025, as of 12 Nov 2025". */
function datesOf({ per, since, asOf }: FindingOf<"figure">["figure"], words: Words): string {
  const { line } = words;
  return [
    per === undefined ? "" : line.per(per),
    since === undefined ? "" : line.since(timexWords(since, words)),
    asOf === undefined ? "" : line.asOf(timexWords(asOf, words)),
  ].join("");
}

function statementBody(finding: FindingOf<"statement">, text: string, said: Words): string {
  const { content, mode, cue } = finding.statement;
  if (finding.speaker.kind === "unstated") return reportedBody(finding, text);
  // The guideline's content span begins with the complementizer; a line reads better without it.
  const words = content
    .map((span) => cut(span, text))
    .join(" … ")
    .replace(/^that /u, "");
  const who = speakerWords(finding.speaker, said);
  const told = mode === "quoted" ? quoted(words, said) : words;
  const verb = cut(cue, text);
  if (who === "") return told;
  return verb === "" ? `${who}: ${told}` : `${who} (${said.line.quoted(verb)}): ${told}`;
}

/** "The crew is believed to have fled": what nobody named says is cut with the words that report it. */
function reportedBody({ statement: { content, cue } }: FindingOf<"statement">, text: string): string {
  const start = Math.min(cue.start, ...content.map((span) => span.start));
  const end = Math.max(cue.end, ...content.map((span) => span.end));
  const it = /\b(?:it|there)\s+$/iu.exec(text.slice(Math.max(0, start - 8), start));
  return cut({ start: start - (it?.[0].length ?? 0), end }, text);
}

/** What stands in brackets behind the line. */
function notesOf(finding: Finding, text: string, words: Words): string[] {
  const who = finding.kind === "statement" ? "" : speakerWords(finding.speaker, words);
  const says = who === "" ? "" : words.line.says(who);
  switch (finding.kind) {
    case "event":
      return [
        eventStatus(finding, text, words),
        finding.event.background ? words.line.background : "",
        when(finding, words),
        says,
      ];
    case "legal-basis": {
      const { invokedBy, disputedBy } = finding.legalBasis;
      return [
        invokedBy === undefined ? "" : words.line.invokedBy(invokedBy.name),
        disputedBy === undefined ? "" : words.line.disputedBy(disputedBy.name),
        basisStatus(finding.status, words),
        says,
      ];
    }
    case "expectation": {
      const due = finding.expectation.by;
      return [
        due === undefined ? "" : dueWords(due.words, due.value, words),
        // "unlikely that they will come back", cut to "they will come back"
        isDeniedAbove(finding, text)
          ? statusWords(finding.status, words)
          : certaintyOf(finding.status, words),
        says,
      ];
    }
    case "position":
      return [who === finding.position.actor.name ? "" : says];
    case "figure":
      return [
        finding.figure.former ? words.line.earlierCount : "",
        // "no casualties" denies them already
        finding.status?.polarity === "denied" && finding.figure.best !== 0 ? words.line.denied : "",
        figureStatus(finding, words),
        longAgo(finding, words),
        says,
      ];
    case "statement":
      return [when(finding, words)].filter(() => text !== "");
  }
}

/**
 * "Would not send soldiers", "has declined to sign": where the words cut say no themselves, a "denied" behind them
 * would read as a denial of that.
 */
function eventStatus({ status, event }: FindingOf<"event">, text: string, words: Words): string {
  const said = statusWords(status, words);
  if (status?.polarity !== "denied") return said;
  const carriers = status.carriers ?? [];
  const shown = carriers.filter((one) => one.start >= event.what.start && one.end <= event.what.end);
  const saysNo = (one: Span) => denying.test(text.slice(one.start, one.end));
  if (shown.some(saysNo)) {
    // "to make sure they were not bombed", cut to "they were not bombed": what says that it is meant is left out
    const isMeant = status.stage === "planned" && shown.every(saysNo) && shown.length < carriers.length;
    return isMeant ? statusWords({ ...status, polarity: "affirmed" }, words) : "";
  }
  const by = status.unrealisedBy;
  if (by === undefined) return said;
  // "banned the march": the words cut say themselves by what it did not come about
  const isSaid = by.start >= event.what.start && by.end <= event.what.end;
  if (isSaid && status.certainty === "asserted") return "";
  return `${said}: ${words.line.quoted(cut(by, text))}`;
}

/** Denied by a word that the line does not hold. */
function isDeniedAbove({ status, expectation: { what } }: FindingOf<"expectation">, text: string): boolean {
  const saysNo = (status?.carriers ?? []).some(
    (one) => one.start >= what.start && one.end <= what.end && denying.test(text.slice(one.start, one.end)),
  );
  return status?.polarity === "denied" && !saysNo;
}

/** Words that say no by themselves; "threatened" or "may" in an act that somebody denies do not. */
const denying =
  /\b(?:no|not|cannot|never|neither|nor|none|nobody|nothing|no-one|hardly|nowhere|few|falsely|almost|nearly|without|yet|far|short|alone|less|instead|rather|anything|but)\b|n['’]?t$|^(?:refus|declin|fail|avoid|refrain|forb|rul|exclud|preclud|den|reject|dismiss|disput|refut|disavow|prevent|stop|block|thwart|foil|unable|unwilling|reluctan|impossib|unlikely|decided|opted|chose)/iu;

/** A count of what was done needs no word; of what is planned, threatened or called off it does. */
function figureStatus({ status, figure }: FindingOf<"figure">, words: Words): string {
  const stage = status?.stage;
  const real = stage === undefined || stage === "done" || stage === "under-way";
  // Measures stand in English, as the reading names them.
  if (real || status?.polarity === "denied" || figure.measure === english.line.stage[stage])
    return certaintyOf(status, words);
  return statusWords(status, words);
}

/** "164 people killed (2018)": a month or a year says that the count is of another time than the days told of. */
function longAgo({ time, figure }: FindingOf<"figure">, words: Words): string {
  if (time === undefined || time.to === null || !/^\d{4}(?:-\d{2})?$/.test(time.value)) return "";
  return figure.since === undefined && figure.asOf === undefined ? dated(time.words, time.value, words) : "";
}

/** A law that somebody stands on is neither done nor under way: only what is not so yet, or not sure, is said of it. */
function basisStatus(status: Status | undefined, words: Words): string {
  const plain = status?.stage === "done" || status?.stage === "under-way";
  return plain && status?.polarity !== "denied" ? certaintyOf(status, words) : statusWords(status, words);
}

/** The hedges that the brackets do not say yet, as printed: “reportedly”. */
function hedgeNote(finding: Finding, text: string, said: Words): string {
  const shown = bodyOf(finding, text, said).toLowerCase();
  const words = finding.evidence.hedges
    .map((hedge) => cut(hedge, text))
    .filter((word, i, all) => all.indexOf(word) === i && !shown.includes(word.toLowerCase()));
  return words.length === 0 ? "" : words.map(said.line.quoted).join(", ");
}

function certaintyOf(status: Status | undefined, { line }: Words): string {
  return status === undefined || status.certainty === "asserted" ? "" : line.certainty[status.certainty];
}

function when(finding: Finding, words: Words): string {
  // "now", "recently": nothing that a reader could look up.
  if (finding.time === undefined || !/\d/u.test(finding.time.value)) return "";
  return dated(finding.time.words, finding.time.value, words);
}

/** "by Friday, 2031-04-04", "within 21 days": a preposition is added only where the words lack one. */
function dueWords(words: string, value: string, all: Words): string {
  const { line } = all;
  const first = words.split(/\s/u, 1)[0]?.toLowerCase() ?? "";
  const said = dated(words, value, all);
  if (dueBeginnings.has(first)) return said;
  return value.startsWith("P") ? line.dueWithin(said) : line.dueBy(said);
}

const dueBeginnings = new Set(
  "after at before between by during early for from in later next on over since soon this through tomorrow tonight until within".split(
    " ",
  ),
);

/**
 * The words as printed and, where it adds to them, the date: "since the beginning of September 2025", "that evening,
 * 30 Aug 2031".
 */
function dated(printed: string, value: string, words: Words): string {
  const said = flat(printed);
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u.exec(value) ?? [];
  if (year === undefined) return said;
  const printedWords = said.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const ofMonth = month === undefined ? "" : monthPrefixes[Number(month) - 1];
  // a week or a season has no month, and its year alone says too little
  const isWhole =
    (month !== undefined || value === year) &&
    (ofMonth === "" || printedWords.some((word) => ofMonth !== undefined && word.startsWith(ofMonth))) &&
    (day === undefined || printedWords.some((word) => Number.parseInt(word, 10) === Number(day)));
  if (said.includes(value) || (isWhole && printedWords.includes(year))) return said;
  if (!isWhole) return `${said}, ${timexWords(value, words)}`;
  // "20 June 2031", "September 2025", and "June 20, 2031"
  const endsInMonth = ofMonth !== undefined && ofMonth !== "" && printedWords.at(-1)?.startsWith(ofMonth);
  return `${said}${endsInMonth === true ? "" : ","} ${year}`;
}

const monthPrefixes = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A slice, with the mark that closes a quotation begun in it where that stands right behind. */
function cut({ start, end }: Span, text: string): string {
  const words = text.slice(start, end);
  const behind = closing.get(text[end] ?? "");
  const opened =
    behind !== undefined && count(words, behind) > (behind === '"' ? 0 : count(words, text[end]!));
  const odd = behind !== '"' || count(words, '"') % 2 === 1;
  return flat(opened && odd ? text.slice(start, end + 1) : words);
}

const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["”", "“"],
  [")", "("],
]);

const count = (words: string, mark: string) => words.split(mark).length - 1;

function flat(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}

function quoted(words: string, { line }: Words): string {
  return /^["“”«]/u.test(words) ? words : line.quoted(words);
}

function capitalise(words: string): string {
  const first = words.codePointAt(0);
  if (first === undefined) return words;
  const letter = String.fromCodePoint(first);
  return letter.toLocaleUpperCase("en") + words.slice(letter.length);
}
