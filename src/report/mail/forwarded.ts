/** A mail passed on: the lines that tell who wrote what is in it, when and on what, and where its text begins. */
import { forwardMarks, headerLabels } from "../lexicon/mail-phrases.ts";

export interface Forwarded {
  readonly from?: string;
  readonly date?: string;
  readonly subject?: string;
  /** Index of the first line behind those lines, and of the first of them. */
  readonly end: number;
  readonly start: number;
  /** A line above says that the message is passed on. */
  readonly isMarked: boolean;
}

/** Lines further down than this are the passed-on message's own. */
const mostLines = 400;
/** The fields stand together: at most this many other lines between two of them (a long list of recipients). */
const widestGap = 3;

/** The last of the blocks of such lines that stand one right after another, as messages are passed on again. */
export function forwardedIn(lines: readonly string[]): Forwarded | undefined {
  let found: Forwarded | undefined;
  for (let at = 0; at < Math.min(lines.length, mostLines); ) {
    const block = blockAt(lines, at);
    if (block === undefined) break;
    if (found !== undefined && wordsBetween(lines, found.end, block.start) > 40) break;
    found = { ...block, isMarked: block.isMarked || found?.isMarked === true };
    at = block.end;
  }
  return found;
}

function blockAt(lines: readonly string[], from: number): Forwarded | undefined {
  for (let start = from; start < Math.min(lines.length, mostLines); start++) {
    if (fieldIn(lines[start]!)?.field !== "from") continue;
    const values: { from?: string; date?: string; subject?: string } = {};
    let end = start;
    let last: "from" | "date" | "subject" | "other" | undefined;
    for (let i = start; i < lines.length && i - end <= widestGap; i++) {
      const found = fieldIn(lines[i]!);
      if (found === undefined) {
        // A field's value may stand in the line below its name.
        if (last !== undefined && last !== "other" && values[last] === "" && lines[i]!.trim() !== "") {
          values[last] = lines[i]!.trim();
          end = i + 1;
        }
        continue;
      }
      if (found.field === "from" && values.from !== undefined) break;
      last = found.field;
      if (found.field !== "other") values[found.field] ??= found.value;
      end = i + 1;
    }
    if (values.date === undefined || values.subject === undefined) continue;
    const above = lines.slice(Math.max(0, start - 3), start);
    return { ...values, start, end, isMarked: above.some(isForwardMark) };
  }
  return undefined;
}

function fieldIn(line: string): { field: "from" | "date" | "subject" | "other"; value: string } | undefined {
  const found =
    /^[\s>*]{0,10}([\p{L}-]{1,20}(?: [\p{L}-]{1,20})?)\*?\s{0,2}[:：]\s{0,3}\*?\s{0,3}(.{0,1000})/u.exec(
      line,
    );
  const field = found === null ? undefined : headerLabels.get(found[1]!.toLowerCase());
  return field === undefined ? undefined : { field, value: found![2]!.trim() };
}

/** "---------- Forwarded message ---------", "Begin forwarded message:". */
export function isForwardMark(line: string): boolean {
  if (line.length > 120) return false;
  const words = line.toLowerCase().replace(/^[\s>_-]+|[\s_:-]+$/g, "");
  return forwardMarks.has(words);
}

function wordsBetween(lines: readonly string[], from: number, to: number): number {
  return lines
    .slice(from, to)
    .reduce((sum, line) => sum + line.split(/\s+/).filter((word) => word !== "").length, 0);
}
