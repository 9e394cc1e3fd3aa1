/**
 * What an analyst asks for, by ids as they are shown, made into a correction that finds its sentences by their words;
 * kept with the revisions that it brings. Refused with a Problem that says what to do instead.
 */
import { type ActorRef, actorRef } from "../model/actor.ts";
import type {
  Anchor,
  Correction,
  CorrectionAction,
  Credibility,
  EditField,
  Reliability,
  Target,
} from "../model/correction.ts";
import type { Entry, EntryEvidence } from "../model/entry.ts";
import { Problem } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import { appendRevisions, type Situated, situationRecord } from "../pipeline.ts";
import {
  anchorOf,
  correctionOf,
  editable,
  fieldOf,
  sameValue,
  stateOf,
  targetOf,
  undone,
} from "../record/corrections/corrections.ts";
import { momentsOf } from "../revising.ts";
import type { Store } from "../store/store.ts";
import { lineOf } from "../view/line.ts";
import { editValue, type Given } from "./edit-value.ts";

/** A sentence of an entry: its number in the entry's evidence, from 1, or its report and where it starts there. */
export type EvidenceRef = number | { readonly report: string; readonly start: number };

/** Entries by id or by its beginning; actors by id or name. */
export type CorrectionRequest =
  | { readonly kind: "merge"; readonly entries: readonly string[] }
  | { readonly kind: "split"; readonly entry: string; readonly evidence: readonly EvidenceRef[] }
  | { readonly kind: "edit"; readonly entry: string; readonly field: EditField; readonly value: Given }
  | { readonly kind: "reject"; readonly entry: string; readonly evidence?: readonly EvidenceRef[] }
  | { readonly kind: "confirm"; readonly entry: string }
  | { readonly kind: "note"; readonly entry: string; readonly text: string }
  | {
      readonly kind: "grade";
      readonly entry?: string;
      readonly credibility?: Credibility;
      readonly publisher?: string;
      readonly report?: string;
      readonly reliability?: Reliability;
    }
  | { readonly kind: "accept-offer" | "decline-offer"; readonly a: string; readonly b: string }
  /** A report of the archive by its id. */
  | { readonly kind: "put-in" | "take-out"; readonly report: string }
  | { readonly kind: "undo"; readonly correction: string };

export interface Analyst {
  readonly by: string;
  readonly reason?: string;
  /** The clock, ISO 8601 in UTC. */
  readonly now: () => string;
}

/** What needs no reason: it changes nothing of what is said. */
const unreasoned: ReadonlySet<CorrectionRequest["kind"]> = new Set(["note", "confirm"]);
const longest = { by: 100, reason: 1_000, text: 4_000 };

/** Keeps the correction that is asked for and appends what it changes. Throws Problem. */
export async function correct(
  store: Store,
  situation: string,
  request: CorrectionRequest,
  { by, reason, now }: Analyst,
): Promise<Correction> {
  if ((await store.situation(situation)) === undefined)
    throw refused(
      "no-situation",
      situation,
      `there is no situation "${situation.slice(0, 80)}"; sitrep brief lists them`,
    );
  const who = worded(by, "by", "say who you are with --by");
  const why = reason === undefined ? undefined : worded(reason, "reason", "say why with --reason");
  if (why === undefined && !unreasoned.has(request.kind))
    throw refused(
      "no-reason",
      request.kind,
      `${article(request.kind)} ${request.kind} needs a reason; say why with --reason`,
    );
  await appendRevisions(store, situation);
  const scene = sceneOf(await situationRecord(store, situation));
  const correction = correctionOf({
    situation,
    at: timeFor(scene, now()),
    by: who,
    ...(why === undefined ? {} : { reason: why }),
    action: isPlacing(request) ? await placingOf(request, scene, store) : actionOf(request, scene),
  });
  await store.transaction(async (write) => {
    if (correction.action.kind === "put-in") await member(write, situation, correction.action.report.report);
    await write.addCorrection(correction);
  });
  await appendRevisions(store, situation);
  return correction;
}

interface Scene extends Situated {
  readonly byId: ReadonlyMap<string, Report>;
}

function sceneOf(situated: Situated): Scene {
  return { ...situated, byId: new Map(situated.reports.map((report) => [report.id, report])) };
}

/** A correction comes after all that it was made on: in a later second, as records are made as of seconds. */
function timeFor({ reports, corrections, selections }: Scene, now: string): string {
  const last = momentsOf(reports, corrections, selections).at(-1);
  if (last === undefined || Date.parse(now) >= nextSecond(last)) return new Date(now).toISOString();
  return new Date(nextSecond(last)).toISOString();
}

const nextSecond = (time: string) => Math.floor(Date.parse(time) / 1_000) * 1_000 + 1_000;

type Placing = Extract<CorrectionRequest, { readonly kind: "put-in" | "take-out" }>;

function isPlacing(request: CorrectionRequest): request is Placing {
  return request.kind === "put-in" || request.kind === "take-out";
}

async function placingOf(
  { kind, report: id }: Placing,
  scene: Scene,
  store: Store,
): Promise<CorrectionAction> {
  const { record, byId } = scene;
  const found = byId.get(id) ?? (await store.report(id));
  const shown = id.slice(0, 80);
  if (found === undefined)
    throw refused("no-report", id, `there is no report "${shown}"; sitrep search finds one by its words`);
  const isIn = byId.has(id) && record.absent?.some(({ report }) => report === id) !== true;
  if (kind === "put-in" && isIn)
    throw refused("in-already", id, `report ${shown} is in the situation already; nothing is to be done`);
  if (kind === "take-out" && !isIn)
    throw refused(
      "not-in",
      id,
      `report ${shown} is not in the situation; only what is in it can be taken out`,
    );
  const { document, url, title, publisher, input } = found;
  return {
    kind,
    report: {
      report: id,
      document,
      ...(url === undefined ? {} : { url }),
      title: title ?? publisher ?? input.slice(-60),
    },
  };
}

/** A report of the archive that was never in the situation: it is in by the correction alone. */
async function member(write: Store, situation: string, id: string): Promise<void> {
  const { fetchedAt } = (await write.report(id))!;
  if ((await write.addToSituation(situation, [id], fetchedAt)) === 0) return;
  const before = { situation, report: id, at: fetchedAt, is: "out", because: { kind: "not-put" } } as const;
  await write.addSelections([before]);
}

function actionOf(request: Exclude<CorrectionRequest, Placing>, scene: Scene): CorrectionAction {
  switch (request.kind) {
    case "merge":
      return mergeOf(request.entries, scene);
    case "split": {
      const entry = entryOf(request.entry, scene);
      const evidence = evidenceOf(entry, request.evidence, scene);
      if (evidence.length === entry.evidence.length)
        throw refused(
          "nothing-left",
          entry.id,
          `all sentences of ${entry.id} would be split off; leave it one`,
        );
      return { kind: "split", entry: target(entry, scene), evidence };
    }
    case "edit":
      return editOf(request, scene);
    case "reject": {
      const entry = entryOf(request.entry, scene);
      if (request.evidence === undefined) return { kind: "reject", entry: target(entry, scene) };
      const evidence = evidenceOf(entry, request.evidence, scene);
      return { kind: "reject", entry: target(entry, scene), evidence };
    }
    case "confirm": {
      const entry = entryOf(request.entry, scene);
      return { kind: "confirm", entry: target(entry, scene), state: stateOf(entry) ?? "stated" };
    }
    case "note": {
      const text = worded(request.text, "text", "write the note's text");
      return { kind: "note", entry: target(entryOf(request.entry, scene), scene), text };
    }
    case "grade":
      return gradeOf(request, scene);
    case "accept-offer":
    case "decline-offer": {
      const [a, b] = [actorOf(request.a, scene), actorOf(request.b, scene)];
      if (a.id === b.id)
        throw refused("same-actor", a.id, `${a.name} and ${b.name} are one already (${a.id})`);
      return { kind: request.kind, a, b };
    }
    case "undo":
      return { kind: "undo", correction: undoable(request.correction, scene) };
  }
}

function mergeOf(ids: readonly string[], scene: Scene): CorrectionAction {
  const entries = [
    ...new Map(ids.map((id) => entryOf(id, scene)).map((entry) => [entry.id, entry])).values(),
  ];
  const [first, ...others] = entries;
  if (first === undefined || others.length === 0)
    throw refused("too-few", ids.join(" "), "a merge needs two entries or more; name another");
  const other = others.find(({ kind }) => kind !== first.kind);
  if (other !== undefined)
    throw refused(
      "other-kind",
      other.id,
      `${first.id} is of kind ${first.kind} and ${other.id} of kind ${other.kind}; entries of one kind can be merged`,
    );
  return { kind: "merge", entries: entries.map((entry) => target(entry, scene)) };
}

function editOf(
  { entry: id, field, value }: Extract<CorrectionRequest, { kind: "edit" }>,
  scene: Scene,
): CorrectionAction {
  const entry = entryOf(id, scene);
  if (!Object.hasOwn(editable, field) || !editable[field].includes(entry.kind)) {
    const fields = (Object.keys(editable) as EditField[]).filter((one) => editable[one].includes(entry.kind));
    const message = `${article(entry.kind)} ${entry.kind} has no field "${String(field).slice(0, 40)}" to edit; its fields are ${fields.join(", ")}`;
    throw refused("no-field", entry.id, message);
  }
  const to = editValue(field, value, {
    actors: scene.readings.flatMap((one) => one.actors),
    places: scene.readings.flatMap((one) => one.places.map(({ place }) => place)),
  });
  const from = fieldOf(entry.lead, field);
  if (sameValue(field, from, to))
    throw refused("no-change", entry.id, `${field} of ${entry.id} is that already; nothing is to be edited`);
  return { kind: "edit", entry: target(entry, scene), field, from, to };
}

function gradeOf(
  { entry, credibility, publisher, report, reliability }: Extract<CorrectionRequest, { kind: "grade" }>,
  scene: Scene,
): CorrectionAction {
  if (entry !== undefined && credibility !== undefined)
    return { kind: "grade", entry: target(entryOf(entry, scene), scene), credibility };
  const isNone = reliability === undefined && (credibility === undefined || report === undefined);
  if (entry !== undefined || isNone || (publisher === undefined) === (report === undefined))
    throw refused(
      "no-grade",
      "grade",
      "grade an entry's credibility (1 to 6), a publisher's reliability (A to F), or either or both of a report",
    );
  if (publisher === undefined) {
    const graded = scene.byId.get(report!);
    if (graded === undefined)
      throw refused("no-report", report!, `there is no report "${report!.slice(0, 80)}" here`);
    return {
      kind: "grade",
      source: { document: graded.document },
      ...(reliability === undefined ? {} : { reliability }),
      ...(credibility === undefined ? {} : { credibility }),
    };
  }
  if (credibility !== undefined || reliability === undefined)
    throw refused(
      "no-grade",
      "grade",
      "a publisher has a reliability (A to F); grade what one report says instead",
    );
  const known = new Set(scene.reports.flatMap((one) => one.publisher ?? []));
  const name = [...known].find((one) => one.toLowerCase() === publisher.trim().toLowerCase());
  if (name === undefined) {
    const some = [...known].sort().slice(0, 8).join(", ");
    throw refused(
      "no-publisher",
      publisher,
      `no report here is by "${publisher.slice(0, 80)}"; publishers are ${some}`,
    );
  }
  return { kind: "grade", source: { publisher: name }, reliability };
}

/** By its id or the beginning of it, when no other begins so. */
function entryOf(id: string, { record }: Scene): Entry {
  const found = record.entries.filter((entry) => id.length >= 4 && entry.id.startsWith(id));
  if (found.length === 1) return found[0]!;
  const exact = record.entries.find((entry) => entry.id === id);
  if (exact !== undefined) return exact;
  if (found.length > 1)
    throw refused(
      "ambiguous",
      id,
      `"${id}" begins ${found.length} entries: ${found
        .map((one) => one.id)
        .slice(0, 4)
        .join(", ")}; write more of it`,
    );
  const shown = id.slice(0, 80);
  if (record.review?.rejected.some((entry) => entry.id === id))
    throw refused(
      "rejected",
      id,
      `entry ${shown} is rejected; undo that correction first (sitrep correct list shows it)`,
    );
  const near = nearest(
    id,
    record.entries.map((entry) => entry.id),
  );
  const hint = near === undefined ? "sitrep correct show lists them" : `did you mean ${near}?`;
  throw refused("no-entry", id, `there is no entry "${shown}"; ${hint}`);
}

function evidenceOf(entry: Entry, refs: readonly EvidenceRef[], scene: Scene): Anchor[] {
  const chosen = refs.map((ref): EntryEvidence => {
    const found =
      typeof ref === "number"
        ? entry.evidence[ref - 1]
        : entry.evidence.find(
            ({ report, finding }) => report === ref.report && finding.evidence.start === ref.start,
          );
    if (found !== undefined) return found;
    const shown = typeof ref === "number" ? `number ${ref}` : `at ${ref.start} of ${ref.report.slice(0, 40)}`;
    const message = `entry ${entry.id} has no sentence ${shown}; it has ${entry.evidence.length}, which sitrep correct show ${entry.id} numbers`;
    throw refused("no-evidence", entry.id, message);
  });
  if (chosen.length === 0)
    throw refused("no-evidence", entry.id, "no sentence is named; give their numbers with --evidence");
  return [...new Set(chosen)].map(({ report, finding }) => anchorOf(scene.byId.get(report)!, finding));
}

/** By id or by name, among the actors that are read and those offered. */
function actorOf(words: string, { readings, record }: Scene): ActorRef {
  const all = [...record.offers.flatMap(({ a, b }) => [a, b]), ...readings.flatMap(({ actors }) => actors)];
  const found =
    all.find(({ id }) => id === words) ??
    all.find(({ name }) => name.toLowerCase() === words.trim().toLowerCase());
  if (found === undefined) {
    const offers = record.offers.slice(0, 3).map(({ a, b }) => `${a.name} and ${b.name}`);
    const hint = offers.length === 0 ? "none is offered" : `offered are ${offers.join("; ")}`;
    throw refused("no-actor", words, `there is no actor "${words.slice(0, 80)}"; ${hint}`);
  }
  return actorRef(found);
}

function undoable(id: string, { corrections }: Scene): string {
  const found = corrections.filter((one) => id.length >= 4 && one.id.startsWith(id));
  const [only] = found;
  if (found.length !== 1 || only === undefined) {
    const near = nearest(
      id,
      corrections.map((one) => one.id),
    );
    const hint = near === undefined ? "sitrep correct list shows them" : `did you mean ${near}?`;
    throw refused("no-correction", id, `there is no correction "${id.slice(0, 80)}"; ${hint}`);
  }
  if (undone(corrections).has(only.id)) {
    const by = corrections.findLast(({ action }) => action.kind === "undo" && action.correction === only.id);
    const message = `correction ${only.id} is undone already, by ${by?.id}; undo that to have it back`;
    throw refused("undone-already", only.id, message);
  }
  return only.id;
}

function target(entry: Entry, { byId }: Scene): Target {
  return targetOf(entry, lineOf(entry, byId.get(entry.leadReport)!.text), byId);
}

/** One line of words, as long as anybody needs. */
function worded(words: string, what: keyof typeof longest, todo: string): string {
  const said = words
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .toWellFormed();
  if (said === "") throw refused(`no-${what}`, what, `${what} is empty; ${todo}`);
  if (said.length > longest[what])
    throw refused(
      `long-${what}`,
      what,
      `${what} has ${said.length} characters; at most ${longest[what]} are kept`,
    );
  return said;
}

/** The id that most of the beginning, and most of the letters, are of; undefined where none is near. */
function nearest(id: string, ids: readonly string[]): string | undefined {
  let best: { id: string; same: number } | undefined;
  for (const one of ids) {
    let same = 0;
    for (let i = 0; i < one.length && i < id.length; i++) if (one[i] === id[i]) same++;
    if (same >= one.length * 0.7 && (best === undefined || same > best.same)) best = { id: one, same };
  }
  return best?.id;
}

const article = (word: string) => (/^[aeiou]/u.test(word) ? "an" : "a");

function refused(code: string, where: string, message: string): Problem {
  return new Problem("record", code, where, message);
}
