/** What the models see of a word form: hashes of its parts, kept for the forms seen before. */
import { hashText } from "./hashing.ts";

export interface Word {
  /** Hashes: of the form as written, in lower case with digits as "0", its endings and beginnings. */
  readonly form: number;
  readonly norm: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix2: number;
  readonly prefix3: number;
  /** Hash of its shape: "Xxx", "XX", "d:dd" with runs cut to three. */
  readonly shape: number;
  readonly lower: string;
}

const CACHED = 100_000;
/** Longer forms are seen by their first and last characters only. */
const LONGEST = 40;

export function wordReader(): (form: string) => Word {
  const seen = new Map<string, Word>();
  return (form) => {
    const known = seen.get(form);
    if (known !== undefined) return known;
    const word = read(form.length <= LONGEST ? form : form.slice(0, 20) + form.slice(-20));
    if (seen.size < CACHED && form.length <= LONGEST) seen.set(form, word);
    return word;
  };
}

const apostrophes = /[’‘`]/g;

function read(written: string): Word {
  const form = written.replace(apostrophes, "'");
  const lower = form.toLowerCase();
  const norm = lower.replace(/\d/g, "0");
  const end = norm.length;
  return {
    form: hashText(form),
    norm: hashText(norm),
    suffix1: hashText(norm, Math.max(0, end - 1), end, 1),
    suffix2: hashText(norm, Math.max(0, end - 2), end, 2),
    suffix3: hashText(norm, Math.max(0, end - 3), end, 3),
    suffix4: hashText(norm, Math.max(0, end - 4), end, 4),
    prefix2: hashText(norm, 0, Math.min(2, end), 5),
    prefix3: hashText(norm, 0, Math.min(3, end), 6),
    shape: hashText(shapeOf(form)),
    lower,
  };
}

export function shapeOf(form: string): string {
  let shape = "";
  let last = "";
  let run = 0;
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i);
    const kind =
      c >= 48 && c <= 57
        ? "d"
        : c < 128
          ? c >= 65 && c <= 90
            ? "X"
            : c >= 97 && c <= 122
              ? "x"
              : form[i]!
          : form[i]!.toLowerCase() !== form[i]
            ? "X"
            : "x";
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 3) shape += kind;
  }
  return shape;
}
