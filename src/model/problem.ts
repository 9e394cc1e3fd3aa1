export type StageName = "source" | "report" | "language" | "reading" | "record" | "store";

/**
 * A failure or a limit, as one line for people: what was found, where, and what to do.
 * Stages throw it; the pipeline keeps it as the input's outcome and goes on with the others.
 * The one runtime value of this folder: every stage needs to throw it and none may import another.
 */
export class Problem extends Error {
  readonly stage: StageName;
  /** Short code for programs: "not-found", "too-large", "binary", "no-article", "private-address" … */
  readonly code: string;
  /** What it is about: a path, a URL, a report id. */
  readonly where: string;

  constructor(stage: StageName, code: string, where: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "Problem";
    this.stage = stage;
    this.code = code;
    this.where = where;
  }
}
