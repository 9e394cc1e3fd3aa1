/**
 * What the learner sees of a token as a part of the attribution that a given cue makes: how it hangs together with
 * the cue in the tree, what the cue's frames take it for, what stands beside it.
 */
import { bucket, hashed, joined, type Row } from "./attribution-text.ts";

/** Sources of knowledge that can be left out, to measure what each gives. */
export interface Sources {
  readonly tree: boolean;
  readonly lexicon: boolean;
  readonly frames: boolean;
}

export const allSources: Sources = { tree: true, lexicon: true, frames: true };

/** All but those named, parted by commas: "tree,frames". */
export function sourcesWithout(names: string): Sources {
  const left = names.split(",");
  return {
    tree: !left.includes("tree"),
    lexicon: !left.includes("lexicon"),
    frames: !left.includes("frames"),
  };
}

/** Some rows around a cue: those whose quotations reach into the cue's sentence, or follow on it. */
export interface Window {
  readonly rows: readonly Row[];
  /** Index in `rows` of the cue's. */
  readonly at: number;
  /** Token of the cue in its row. */
  readonly cue: number;
}

const before = 3;
const after = 8;

export function windowOf(rows: readonly Row[], index: number, cue: number): Window {
  const own = rows[index]!;
  const inQuote = own.quote[cue]! !== 0;
  let first = index;
  let last = index;
  if (!inQuote) {
    while (first > 0 && index - first < before && reachesOn(rows[first - 1]!, rows[first]!, first === index))
      first--;
    while (last + 1 < rows.length && last - index < after && goesOn(rows[last]!, rows[last + 1]!)) last++;
  }
  return { rows: rows.slice(first, last + 1), at: index - first, cue };
}

/** What stands before may be said here: it ends with a quotation, or in the midst of one. */
function reachesOn(above: Row, row: Row, near: boolean): boolean {
  const end = above.tokens.length - 1;
  const open = above.quote[end] === 2 && (row.quote[0] === 2 || row.quote[0] === 1);
  if (open) return true;
  return (
    near && above.sentence.block === row.sentence.block && (above.quote[end] === 3 || row.quote[0] === 2)
  );
}

/** What follows may still be said: the quotation runs on, or another opens the next sentence. */
function goesOn(row: Row, next: Row): boolean {
  const opens = next.quote[0]!;
  const end = row.quote[row.tokens.length - 1]!;
  if (opens === 2 || opens === 3) return true;
  const near = next.sentence.block === row.sentence.block;
  if (opens === 1) return near || (end === 2 && next.sentence.block === row.sentence.block + 1);
  if (!near) return next.sentence.block === row.sentence.block + 1 && row.tokens.at(-1)?.form === ":";
  return !/^(?:[.!?”"’]|'')$/.test(row.tokens.at(-1)?.form ?? ".");
}

/** For every token of the cue's row: where its path to the cue turns, and from which side it comes. */
interface Paths {
  /** Steps up from the cue to the turn. */
  readonly turn: Uint8Array;
  /** Token below the turn on the path to each token; -1 for those on the way up from the cue. */
  readonly branch: Int32Array;
  readonly depth: Uint8Array;
}

function pathsFrom(row: Row, cue: number): Paths {
  const n = row.tokens.length;
  const turn = new Uint8Array(n).fill(255);
  const branch = new Int32Array(n).fill(-1);
  const depth = new Uint8Array(n);
  for (let at = cue, k = 0; at >= 0 && turn[at] === 255 && k < 250; at = row.head[at]!, k++) turn[at] = k;
  const way: number[] = [];
  for (let i = 0; i < n; i++) {
    way.length = 0;
    let at = i;
    while (turn[at] === 255 && way.length <= n) {
      way.push(at);
      at = row.head[at]!;
      if (at < 0) break;
    }
    // A token that hangs on no part of the tree of the cue: as below the top.
    let up = at < 0 ? 250 : turn[at]!;
    let from = at < 0 ? -1 : branch[at]!;
    let deep = at < 0 ? 0 : depth[at]!;
    for (let k = way.length - 1; k >= 0; k--) {
      const token = way[k]!;
      if (from < 0) from = token;
      deep++;
      turn[token] = up;
      branch[token] = from;
      depth[token] = Math.min(250, deep);
    }
    up = 0;
  }
  return { turn, branch, depth };
}

/** Features of all tokens of a window in one row of numbers; token k's are `values[starts[k]]` to `values[starts[k+1]]`. */
export interface RoleFeatures {
  readonly count: number;
  readonly starts: Int32Array;
  readonly values: Int32Array;
  /** Features of the step from the token before. */
  readonly stepStarts: Int32Array;
  readonly steps: Int32Array;
}

const perToken = 84;
const perStep = 16;

export function roleFeatures(window: Window, sources: Sources): RoleFeatures {
  const count = window.rows.reduce((sum, row) => sum + row.tokens.length, 0);
  const values = new Int32Array(count * perToken);
  const starts = new Int32Array(count + 1);
  const steps = new Int32Array(count * perStep);
  const stepStarts = new Int32Array(count + 1);
  const own = window.rows[window.at]!;
  const { cue } = window;
  const word = own.lemma[cue]!;
  const cls = sources.lexicon ? own.classes[cue]! : own.tag[cue]!;
  const paths = sources.tree ? pathsFrom(own, cue) : undefined;
  const parts = sources.frames ? frameParts(own, cue) : undefined;
  let n = 0;
  let s = 0;
  let k = 0;
  const add = (kind: number, value: number) => {
    values[n++] = joined(Math.imul(kind, 0x61c88647), value);
  };
  const step = (kind: number, value: number) => {
    steps[s++] = joined(Math.imul(kind, 0x61c88647), value);
  };
  const at = (array: Int32Array, i: number) => (i < 0 || i >= array.length ? 7 : array[i]!);
  let partBefore = 0;
  let branchBefore = -2;
  let quoteBefore = 0;
  window.rows.forEach((row, r) => {
    const off = r - window.at;
    const same = off === 0;
    const block = row.sentence.block - own.sentence.block;
    const place = Math.max(-2, Math.min(3, off)) * 4 + Math.max(-1, Math.min(1, block));
    const speaks = same ? 0 : otherCue(row);
    for (let i = 0; i < row.tokens.length; i++, k++) {
      starts[k] = n;
      stepStarts[k] = s;
      const tag = row.tag[i]!;
      const lemma = row.lemma[i]!;
      const quote = row.quote[i]!;
      const side = same ? (i < cue ? 1 : i > cue ? 2 : 3) : off < 0 ? 4 : 5;
      add(1, side);
      add(2, joined(lemma, side));
      add(3, joined(tag, side));
      add(4, joined(tag, at(row.tag, i - 1)));
      add(5, joined(tag, at(row.tag, i + 1)));
      add(6, joined(at(row.lemma, i - 1), side));
      add(7, joined(at(row.lemma, i + 1), side));
      add(8, joined(lemma, at(row.lemma, i - 1)));
      add(9, joined(lemma, at(row.lemma, i + 1)));
      add(10, joined(row.shape[i]!, side));
      add(11, joined(quote, joined(side, own.quote[cue]!)));
      add(12, joined(quote, joined(side, cls)));
      add(13, joined(place, quote));
      add(14, joined(place, joined(quote, speaks)));
      if (sources.lexicon) add(60, joined(row.being[i]!, side));
      if (same) {
        const gap = bucket(i - cue);
        const between = i < cue ? row.commas[cue]! - row.commas[i]! : row.commas[i]! - row.commas[cue]!;
        const finite = i < cue ? row.verbs[cue]! - row.verbs[i]! : row.verbs[i]! - row.verbs[cue]!;
        const commas = joined(Math.min(4, between), side);
        const verbs = joined(Math.min(3, finite), side);
        add(15, joined(gap, own.tag[cue]!));
        add(16, joined(gap, word));
        add(17, joined(gap, tag));
        add(18, joined(commas, quote));
        add(19, joined(commas, verbs));
        add(20, joined(verbs, tag));
        add(21, joined(commas, cls));
        if (i - cue >= -5 && i - cue <= 5) {
          add(22, joined(i - cue, joined(word, lemma)));
          add(23, joined(i - cue, joined(cls, lemma)));
          add(24, joined(i - cue, joined(own.tag[cue]!, tag)));
          add(25, joined(i - cue, joined(lemma, tag)));
        } else add(26, joined(word, joined(lemma, side)));
      } else {
        add(27, joined(place, joined(Math.min(2, row.verbs[i]!), quote)));
        add(28, joined(place, joined(cls, quote)));
        add(29, joined(place, joined(row.quote[0] === 1 ? 1 : 0, quote)));
      }
      let path = 0;
      let branch = -1;
      if (paths !== undefined && same) {
        const turn = Math.min(5, paths.turn[i]!);
        branch = paths.branch[i]!;
        const down = branch < 0 ? 5 : row.relation[branch]!;
        const where = branch < 0 ? 0 : branch < cue ? 1 : 2;
        const deep = Math.min(4, paths.depth[i]!);
        path = joined(joined(turn, down), where);
        const rel = row.relation[i]!;
        add(30, path);
        add(31, joined(path, word));
        add(32, joined(path, cls));
        add(33, joined(path, tag));
        add(34, joined(path, rel));
        add(35, joined(path, deep));
        add(36, joined(path, joined(quote, side)));
        if (sources.lexicon) {
          add(47, joined(path, row.being[i]!));
          if (branch >= 0) add(48, joined(path, row.being[branch]!));
        }
        add(37, joined(rel, side));
        add(38, joined(rel, joined(at(row.lemma, row.head[i]!), side)));
        add(39, joined(path, joined(own.relation[cue]!, side)));
        if (branch >= 0) {
          // How the other side of the turn is made: the mark or case of the branch, its tag.
          add(40, joined(path, row.tag[branch]!));
          add(41, joined(path, row.lemma[row.first[branch]!]!));
          add(42, joined(joined(path, word), row.lemma[row.first[branch]!]!));
          add(43, joined(path, at(row.lemma, row.first[branch]! - 1)));
        }
        if (turn > 0 && turn < 5) {
          let below = cue;
          for (let t = 1; t < turn; t++) below = row.head[below]!;
          add(44, joined(path, row.relation[below]!));
          add(45, joined(joined(path, row.relation[below]!), cls));
        }
        step(10, joined(branch === branchBefore ? 1 : 2, path));
        step(11, joined(branch === branchBefore ? 1 : 2, joined(quote, tag)));
      }
      let part = 0;
      if (parts !== undefined && same) {
        part = parts.codes[i]!;
        add(50, part);
        add(51, joined(part, word));
        add(52, joined(part, cls));
        if (sources.lexicon) add(63, joined(part, row.being[i]!));
        add(53, joined(part, tag));
        add(54, joined(part, path));
        add(55, joined(part, joined(quote, side)));
        for (let f = 0; f < parts.kinds.length; f++) {
          const role = parts.roles[f]![i]!;
          const name = joined(parts.kinds[f]!, role);
          add(56, name);
          if (f < 3) {
            add(57, joined(name, word));
            add(58, joined(name, path));
          }
        }
        step(12, joined(part, partBefore));
        step(13, joined(joined(part, partBefore), tag));
      }
      step(1, 1);
      step(2, lemma < 0 || lemma > 0 ? (isJoint(row.tokens[i]!.upos) ? lemma : tag) : tag);
      step(3, joined(quote, quoteBefore));
      step(4, joined(cls, side));
      step(5, joined(at(row.lemma, i - 1), side));
      step(6, i === 0 ? joined(1, place) : 2);
      step(7, joined(i === cue ? 1 : i === cue + 1 ? 2 : 3, cls));
      step(8, joined(joined(quote, quoteBefore), side));
      partBefore = part;
      branchBefore = branch;
      quoteBefore = quote;
    }
  });
  starts[k] = n;
  stepStarts[k] = s;
  return { count, starts, values, stepStarts, steps };
}

const isJoint = (upos: string) =>
  upos === "PUNCT" || upos === "CCONJ" || upos === "SCONJ" || upos === "PART" || upos === "ADP";

/** Whether an unquoted word of saying stands in a sentence: 0 none, 1 yes. */
function otherCue(row: Row): number {
  for (const frame of row.frames) {
    const i = frame.head.i;
    if (row.quote[i] === 0 && row.classes[i] !== 0 && frame.kind !== "object" && frame.kind !== "oblique")
      return 1;
  }
  return 0;
}

interface Parts {
  readonly kinds: readonly number[];
  /** For each frame of the cue: 0 none, 1 source, 2 cue, 3 content, by token. */
  readonly roles: readonly Uint8Array[];
  readonly codes: Int32Array;
}

function frameParts(row: Row, cue: number): Parts {
  const kinds: number[] = [];
  const roles: Uint8Array[] = [];
  const codes = new Int32Array(row.tokens.length);
  for (const frame of row.frames) {
    if (frame.head.i !== cue || kinds.length === 6) continue;
    const marks = new Uint8Array(row.tokens.length);
    for (let i = 0; i < marks.length; i++) {
      const { start, end } = row.tokens[i]!;
      if (start >= frame.cue.start && end <= frame.cue.end) marks[i] = 2;
      else if (frame.content.some((part) => start >= part.start && end <= part.end)) marks[i] = 3;
      else if (frame.source !== undefined && start >= frame.source.start && end <= frame.source.end)
        marks[i] = 1;
    }
    const kind = hashed(frame.kind);
    kinds.push(kind);
    roles.push(marks);
    for (let i = 0; i < marks.length; i++) codes[i] = codes[i]! + joined(kind, marks[i]!);
  }
  return { kinds, roles, codes };
}
