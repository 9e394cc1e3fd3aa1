/** The fields of a finding that an analyst may edit: what each holds, and a finding with another value in it. */
import type { EditField, EditValue } from "../../model/correction.ts";
import type { FigureBody, Finding, FindingKind, PloverType, Stance } from "../../model/finding.ts";
import type { Status } from "../../model/status.ts";
import type { Time } from "../../model/time.ts";
import { supportsStatus } from "../entries/status.ts";
import { meet, windowOfTime } from "../tellings/time.ts";

const every: readonly FindingKind[] = [
  "event",
  "figure",
  "position",
  "legal-basis",
  "expectation",
  "statement",
];

/** The kinds that have each field. The words of a quotation are nobody's to edit. */
export const editable: Readonly<Record<EditField, readonly FindingKind[]>> = {
  stage: every,
  polarity: every,
  certainty: every,
  time: every,
  places: every,
  actors: every,
  recipients: every,
  speaker: every,
  type: ["event"],
  background: ["event"],
  low: ["figure"],
  best: ["figure"],
  high: ["figure"],
  approximate: ["figure"],
  measure: ["figure"],
  of: ["figure"],
  unit: ["figure"],
  since: ["figure"],
  stance: ["position"],
  instrument: ["legal-basis"],
  due: ["expectation"],
};

/** What of them two reports can be said to disagree on. */
export const comparable: ReadonlySet<EditField> = new Set([
  "stage",
  "polarity",
  "certainty",
  "time",
  "low",
  "best",
  "high",
  "stance",
  "due",
]);

/** null where it is unstated or not of the kind. */
export function fieldOf(finding: Finding, field: EditField): EditValue {
  switch (field) {
    case "stage":
    case "polarity":
    case "certainty":
      return finding.status?.[field] ?? null;
    case "time":
      return finding.time ?? null;
    case "places":
    case "actors":
    case "recipients":
    case "speaker":
      return finding[field];
    case "type":
      return finding.kind === "event" ? (finding.event.type ?? null) : null;
    case "background":
      return finding.kind === "event" ? finding.event.background === true : null;
    case "stance":
      return finding.kind === "position" ? finding.position.stance : null;
    case "instrument":
      return finding.kind === "legal-basis" ? finding.legalBasis.instrument : null;
    case "due":
      return finding.kind === "expectation" ? (finding.expectation.by ?? null) : null;
    default:
      return finding.kind === "figure" ? (finding.figure[field] ?? null) : null;
  }
}

/** A copy with the value; the spans, and with them the sentence and its words, stay. */
export function withValue(finding: Finding, field: EditField, value: EditValue): Finding {
  if (!editable[field].includes(finding.kind)) return finding;
  switch (field) {
    case "stage":
    case "polarity":
    case "certainty":
      return { ...finding, status: statusWith(finding.status, field, value) };
    case "time": {
      const { time: _, ...rest } = finding;
      return (value === null ? rest : { ...rest, time: value }) as Finding;
    }
    case "places":
    case "actors":
    case "recipients":
    case "speaker":
      return { ...finding, [field]: value } as Finding;
    case "type":
    case "background":
      if (finding.kind !== "event") return finding;
      return { ...finding, event: withField(finding.event, field, value as PloverType | boolean | null) };
    case "stance":
      if (finding.kind !== "position") return finding;
      return { ...finding, position: { ...finding.position, stance: value as Stance } };
    case "instrument":
      if (finding.kind !== "legal-basis") return finding;
      return { ...finding, legalBasis: { ...finding.legalBasis, instrument: value as string } };
    case "due":
      if (finding.kind !== "expectation") return finding;
      return { ...finding, expectation: withField(finding.expectation, "by", value as Time | null) };
    default:
      if (finding.kind !== "figure") return finding;
      return { ...finding, figure: figureWith(finding.figure, field, value) };
  }
}

/** Times are the same where they may be: "on Tuesday" and its date. */
export function sameValue(field: EditField, one: EditValue, other: EditValue): boolean {
  if (field === "time" || field === "due") {
    const [a, b] = [windowOfTime((one ?? undefined) as Time), windowOfTime((other ?? undefined) as Time)];
    return a === undefined || b === undefined ? one === other : meet(a, b);
  }
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a finding says otherwise than a value: another word, another day, a count that leaves no room for it. */
export function saysOtherwise(finding: Finding, field: EditField, to: EditValue): boolean {
  const value = fieldOf(finding, field);
  if (finding.kind === "figure" && typeof to === "number") {
    const { low, best, high } = finding.figure;
    if (field === "low" ? (best ?? high ?? to) < to : field === "high" && (best ?? low ?? to) > to)
      return true;
    return field === "best" && (best === null ? (low ?? to) > to || (high ?? to) < to : best !== to);
  }
  return value !== null && to !== null && !sameValue(field, value, to);
}

/** Fields on which it hangs who bears an entry out. */
export const bearing: ReadonlySet<EditField> = new Set([
  "stage",
  "polarity",
  "certainty",
  "low",
  "best",
  "high",
  "stance",
]);

/**
 * Whether a finding, as read, says at least as much as an entry does as edited: who told that a raid was planned does
 * not bear out that it was done because an analyst says so.
 */
export function bearsOut(finding: Finding, edited: Finding): boolean {
  if (finding.kind === "position" && edited.kind === "position")
    return finding.position.stance === edited.position.stance;
  if (finding.kind === "figure" && edited.kind === "figure") return leavesRoom(finding.figure, edited.figure);
  if (edited.status === undefined) return true;
  if (finding.status === undefined) return false;
  // How far an act has got is an event's story; of a legal basis or an expectation the stage says little.
  const { stage } = edited.status;
  const own = finding.kind === "event" || stage === undefined ? finding.status : { ...finding.status, stage };
  return supportsStatus(own, edited.status);
}

/** Whether two counts can both be. */
export function leavesRoom(a: FigureBody, b: FigureBody): boolean {
  if (a.best !== null && b.best !== null && !a.approximate && !b.approximate) return a.best === b.best;
  const least = ({ low, best }: FigureBody) => low ?? best ?? Number.NEGATIVE_INFINITY;
  const most = ({ high, best }: FigureBody) => high ?? best ?? Number.POSITIVE_INFINITY;
  return least(a) <= most(b) && least(b) <= most(a);
}

/** What a finding says of a field, as short as "12", "at least 12", "done". */
export function saidWords(finding: Finding, field: EditField): string {
  if (finding.kind !== "figure" || (field !== "low" && field !== "best" && field !== "high"))
    return valueWords(fieldOf(finding, field));
  const { low, best, high } = finding.figure;
  if (best !== null) return String(best);
  return [low === null ? "" : `at least ${low}`, high === null ? "" : `at most ${high}`]
    .filter((words) => words !== "")
    .join(", ");
}

/** As short as "done", "11", "Ana Ruiz, Bay Courier", "2031-04". */
export function valueWords(value: EditValue): string {
  if (value === null) return "unstated";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) {
    const names = (value as readonly { readonly name: string }[]).map(({ name }) => name);
    return names.length === 0 ? "none" : names.join(", ");
  }
  if ("value" in value) return value.value;
  const { name, words, kind } = value as { name?: string; words?: string; kind: string };
  return name ?? words ?? kind;
}

/** A number as edited takes away those that can't stand beside it: a best of 9 leaves no "at least 12". */
function figureWith(figure: FigureBody, field: keyof FigureBody, value: EditValue): FigureBody {
  if (field !== "low" && field !== "best" && field !== "high" && field !== "approximate")
    return withField(figure, field, value as never);
  const edited = { ...figure, [field]: value };
  if (typeof value !== "number") return edited;
  const { low, best, high } = edited;
  return {
    ...edited,
    low: low !== null && low > value ? null : low,
    best: best !== null && isBeyond(best, value, field) ? null : best,
    high: high !== null && high < value ? null : high,
  };
}

function isBeyond(best: number, value: number, field: keyof FigureBody): boolean {
  return (field === "low" && best < value) || (field === "high" && best > value);
}

/**
 * An act called off states no polarity; another stage without one is affirmed. No words of the text carry what an
 * analyst says.
 */
function statusWith(
  status: Status | undefined,
  field: "stage" | "polarity" | "certainty",
  value: EditValue,
): Status {
  const { stage, polarity, certainty } = {
    ...status,
    [field]: value ?? undefined,
  } as { readonly [K in keyof Status]?: Status[K] };
  const said =
    stage === "called-off" ? undefined : (polarity ?? (field === "stage" ? "affirmed" : undefined));
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(said === undefined ? {} : { polarity: said }),
    certainty: certainty ?? "unknown",
  };
}

function withField<T extends object, K extends keyof T>(object: T, field: K, value: T[K] | null): T {
  const { [field]: _, ...rest } = object;
  return (value === null ? rest : { ...rest, [field]: value }) as T;
}
