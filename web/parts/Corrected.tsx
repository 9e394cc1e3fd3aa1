/** What analysts made of an entry: conflicts, the machine's reading beside theirs, grades, notes, and who did what. */
import { Button, Tooltip, TooltipTrigger } from "react-aria-components";
import type { Entry, Evidence } from "../../src/api/schema/entry.ts";
import { moment } from "../dates.ts";
import { langOf } from "../lang.ts";
import * as area from "../words/analyst.ts";
import { words } from "../words.ts";

type Edit = NonNullable<Entry["edits"]>[number];
type Grade = NonNullable<Entry["grade"]>;
interface Mark {
  readonly at: string;
  readonly by: string;
  readonly reason?: string | undefined;
}

export function Corrected({ entry }: { entry: Entry }) {
  const { corrections = [], edits = [], asRead, notes = [], grade, conflicts = [] } = entry;
  if (corrections.length + edits.length + notes.length + conflicts.length === 0 && grade === undefined)
    return null;
  return (
    <section className="corrected" aria-labelledby="corrected-title">
      <h3 id="corrected-title">{area.corrected.title}</h3>
      {conflicts.map(({ correction, why }) => (
        <p key={`${correction} ${why}`} className="conflict">
          <b>{area.corrected.conflict}</b> {why}
        </p>
      ))}
      {edits.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{area.corrected.field}</th>
              <th scope="col">{area.corrected.machine}</th>
              <th scope="col">{area.corrected.analyst}</th>
            </tr>
          </thead>
          <tbody>
            {edits.map((edit) => (
              <tr key={edit.correction}>
                <th scope="row">{fieldName(edit.field)}</th>
                <td>{saidOf(edit, edit.from)}</td>
                <td>
                  <b>{saidOf(edit, edit.to)}</b>
                  <By mark={edit} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asRead !== undefined && (
        <p className="as-read">
          <span className="faint">{area.corrected.asRead}</span>{" "}
          <span {...langOf(entry.language)}>{asRead.line}</span>
        </p>
      )}
      {grade !== undefined && (
        <p>
          <GradeChip grade={grade} />
          <By mark={grade} />
        </p>
      )}
      {corrections.length > 0 && (
        <ul>
          {corrections.map((mark) => (
            <li key={mark.correction}>
              <b>{area.corrected.kind[mark.kind] ?? mark.kind}</b>
              <By mark={mark} />
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul className="notes">
          {notes.map((note) => (
            <li key={note.correction}>
              <p>{note.text}</p>
              <By mark={note} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function By({ mark: { by, at, reason } }: { mark: Mark }) {
  return (
    <span className="by">
      {by}, {moment(at.replace(/\.\d+Z$/u, "Z"))}
      {reason !== undefined && `: ${reason}`}
    </span>
  );
}

/** Admiralty code: letter and number as far as they are given, in words, and what the code is, on hover and focus. */
export function GradeChip({ grade: { credibility, reliability } }: { grade: Grade }) {
  if (credibility === undefined && reliability === undefined) return null;
  const meanings = [
    reliability === undefined ? undefined : area.grade.reliability[reliability],
    credibility === undefined
      ? undefined
      : area.grade.credibility[credibility as keyof typeof area.grade.credibility],
  ].filter((meaning) => meaning !== undefined);
  const scales = [
    reliability === undefined ? undefined : area.grade.reliabilityLabel,
    credibility === undefined ? undefined : area.grade.credibilityLabel,
  ].filter((scale) => scale !== undefined);
  return (
    <TooltipTrigger delay={300}>
      <Button className="grade">
        <b>
          {reliability}
          {credibility}
        </b>{" "}
        {meanings.join(", ")}
      </Button>
      <Tooltip className="tooltip">
        {scales.join("; ")}. {area.grade.what}
      </Tooltip>
    </TooltipTrigger>
  );
}

function fieldName(field: string): string {
  return (area.correct.field as Readonly<Record<string, string>>)[field] ?? field;
}

/** As the field's words say it; names of lists one after another. */
function saidOf({ field }: Edit, value: Edit["to"]): string {
  if (value === null || value === "") return area.correct.unstated;
  if (typeof value === "boolean") return area.correct.truth[value ? "true" : "false"];
  if (typeof value === "number") return value.toLocaleString(words.locale);
  if (typeof value === "string") return wordOf(field, value);
  if ("value" in value) return value.value;
  if ("kind" in value) return value.name ?? words.speaker[value.kind];
  const names = value.map(({ name }) => name);
  return names.length === 0 ? area.correct.unstated : names.join("; ");
}

function wordOf(field: string, value: string): string {
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    stage: words.stage,
    polarity: area.correct.polarity,
    certainty: area.correct.certainty,
    stance: words.stance,
  };
  const list = lists[field];
  return list !== undefined && Object.hasOwn(list, value) ? (list[value] ?? value) : value;
}

/** How reliable whoever printed a sentence is held. */
export function SourceGrade({ evidence: { grade } }: { evidence: Evidence }) {
  return grade === undefined ? null : <GradeChip grade={grade} />;
}
