/** The versions of a page as a person or a program sees them: each change with its words, cut from the archived texts. */
import type { Report } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { SentenceChange, Version } from "../model/version.ts";

export interface VersionJson extends Omit<Version, "changes"> {
  readonly title?: string;
  readonly changes: readonly ChangeJson[];
}

/** Offsets are UTF-16 into the text of the version before (`before`, `gone`) or of this one (`after`, `come`). */
export interface ChangeJson {
  readonly kind: SentenceChange["kind"];
  readonly before?: Quoted;
  readonly after?: Quoted;
  readonly gone?: readonly Span[];
  readonly come?: readonly Span[];
}

export interface Quoted extends Span {
  readonly quote: string;
}

export function versionsJson(versions: readonly Version[], reports: readonly Report[]): VersionJson[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  return versions.map((version, i) => {
    const report = byId.get(version.report);
    const was = byId.get(versions[i - 1]?.report ?? "")?.text ?? "";
    const is = report?.text ?? "";
    const changes = version.changes.map((change): ChangeJson => {
      const { kind } = change;
      return {
        kind,
        ...("before" in change ? { before: quoted(change.before, was) } : {}),
        ...("after" in change ? { after: quoted(change.after, is) } : {}),
        ...(kind === "reworded" ? { gone: change.gone, come: change.come } : {}),
      };
    });
    return { ...version, ...(report?.title === undefined ? {} : { title: report.title }), changes };
  });
}

export interface VersionStyle {
  readonly strong: (words: string) => string;
  readonly faint: (words: string) => string;
}

const toldWords = {
  note: "corrected with a note",
  time: "marked as updated, without a note",
  silent: "changed silently: no note, no later time",
} as const;

/** As text for a terminal: what went with "-", what came with "+". */
export function versionsText(versions: readonly VersionJson[], { strong, faint }: VersionStyle): string {
  const out: string[] = [];
  for (const { report, fetchedAt, modified, title, told, notes, changes } of versions) {
    out.push(`${strong(`${fetchedAt}  ${title ?? report}`)}  ${faint(report)}`);
    const words = [
      told === undefined ? "first version kept" : toldWords[told],
      ...(modified === undefined ? [] : [`says it was changed ${modified}`]),
    ];
    out.push(`  ${words.join("; ")}`);
    for (const { kind, text } of notes) out.push(`  ${kind.replace("-", " ")}: “${oneLine(text)}”`);
    for (const { kind, before, after } of changes) {
      if (kind === "moved") out.push(faint(`  ~ moved: ${oneLine(after?.quote ?? "")}`));
      else {
        if (before !== undefined) out.push(`  - ${oneLine(before.quote)}`);
        if (after !== undefined) out.push(`  + ${oneLine(after.quote)}`);
      }
    }
    out.push("");
  }
  return out.join("\n");
}

const oneLine = (words: string) => words.replaceAll(/\s+/gu, " ");

function quoted({ start, end }: Span, text: string): Quoted {
  return { start, end, quote: text.slice(start, end) };
}
