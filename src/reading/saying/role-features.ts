/**
 * What the learner sees of a token as a part of the attribution that a given cue makes: how it hangs together with
 * the cue in the tree, what the cue's frames take it for, what stands beside it.
 */
import { bucket, hashed, type Row } from "./attribution-text.ts";
import { FeatureList, joined } from "./feature-list.ts";

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

/** Of the tokens, and of the steps between them; what they hold is read before the next window is looked at. */
const nodeList = new FeatureList(0);
const stepList = new FeatureList(0);

/** A window with what is the same for all its tokens. */
interface Seen {
  readonly sources: Sources;
  readonly own: Row;
  readonly cue: number;
  /** Lemma and classes of the cue. */
  readonly word: number;
  readonly cls: number;
  readonly paths: Paths | undefined;
  readonly parts: Parts | undefined;
}

/** The numbers are valid until the next call. */
export function roleFeatures({ rows, at: index, cue }: Window, sources: Sources): RoleFeatures {
  const count = rows.reduce((sum, row) => sum + row.tokens.length, 0);
  nodeList.begin(count * perToken);
  stepList.begin(count * perStep);
  const starts = new Int32Array(count + 1);
  const stepStarts = new Int32Array(count + 1);
  const own = rows[index]!;
  const seen: Seen = {
    sources,
    own,
    cue,
    word: own.lemma[cue]!,
    cls: sources.lexicon ? own.classes[cue]! : own.tag[cue]!,
    paths: sources.tree ? pathsFrom(own, cue) : undefined,
    parts: sources.frames ? frameParts(own, cue) : undefined,
  };
  let k = 0;
  let partBefore = 0;
  let branchBefore = -2;
  let quoteBefore = 0;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    const off = r - index;
    const same = off === 0;
    const block = row.sentence.block - own.sentence.block;
    const place = Math.max(-2, Math.min(3, off)) * 4 + Math.max(-1, Math.min(1, block));
    const speaks = same ? 0 : otherCue(row);
    for (let i = 0; i < row.tokens.length; i++, k++) {
      starts[k] = nodeList.count;
      stepStarts[k] = stepList.count;
      const side = same ? (i < cue ? 1 : i > cue ? 2 : 3) : off < 0 ? 4 : 5;
      wordFeatures(seen, row, i, side);
      placeFeatures(seen, row, i, side, place, speaks);
      let path = 0;
      let branch = -1;
      let part = 0;
      if (same) {
        besideCue(seen, i, side);
        if (seen.paths !== undefined) {
          branch = seen.paths.branch[i]!;
          path = pathFeatures(seen, seen.paths, i, side);
          const sameBranch = branch === branchBefore ? 1 : 2;
          stepList.two(10, sameBranch, path);
          stepList.two(11, sameBranch, joined(row.quote[i]!, row.tag[i]!));
        }
        if (seen.parts !== undefined) {
          part = partFeatures(seen, seen.parts, i, side, path);
          stepList.two(12, part, partBefore);
          stepList.two(13, joined(part, partBefore), row.tag[i]!);
        }
      } else {
        elsewhere(seen, row, i, place);
      }
      stepFeatures(seen, row, i, side, place, quoteBefore);
      partBefore = part;
      branchBefore = branch;
      quoteBefore = row.quote[i]!;
    }
  }
  starts[k] = nodeList.count;
  stepStarts[k] = stepList.count;
  return { count, starts, values: nodeList.hashes(), stepStarts, steps: stepList.hashes() };
}

/** A neighbour's number; 7 beyond the sentence. */
const at = (array: Int32Array, i: number) => (i < 0 || i >= array.length ? 7 : array[i]!);

/** The token and its neighbours. */
function wordFeatures(seen: Seen, row: Row, i: number, side: number): void {
  const tag = row.tag[i]!;
  const lemma = row.lemma[i]!;
  const wordBefore = at(row.lemma, i - 1);
  const wordAfter = at(row.lemma, i + 1);
  nodeList.one(1, side);
  nodeList.two(2, lemma, side);
  nodeList.two(3, tag, side);
  nodeList.two(4, tag, at(row.tag, i - 1));
  nodeList.two(5, tag, at(row.tag, i + 1));
  nodeList.two(6, wordBefore, side);
  nodeList.two(7, wordAfter, side);
  nodeList.two(8, lemma, wordBefore);
  nodeList.two(9, lemma, wordAfter);
  nodeList.two(10, row.shape[i]!, side);
  if (seen.sources.lexicon) nodeList.two(60, row.being[i]!, side);
}

/** Its row, and quotation marks. */
function placeFeatures(seen: Seen, row: Row, i: number, side: number, place: number, speaks: number): void {
  const quote = row.quote[i]!;
  nodeList.two(11, quote, joined(side, seen.own.quote[seen.cue]!));
  nodeList.two(12, quote, joined(side, seen.cls));
  nodeList.two(13, place, quote);
  nodeList.two(14, place, joined(quote, speaks));
}

/** How far it is from the cue of its own sentence, and what stands in between. */
function besideCue({ own, cue, word, cls }: Seen, i: number, side: number): void {
  const tag = own.tag[i]!;
  const gap = bucket(i - cue);
  const between = i < cue ? own.commas[cue]! - own.commas[i]! : own.commas[i]! - own.commas[cue]!;
  const finite = i < cue ? own.verbs[cue]! - own.verbs[i]! : own.verbs[i]! - own.verbs[cue]!;
  const commas = joined(Math.min(4, between), side);
  const verbs = joined(Math.min(3, finite), side);
  nodeList.two(15, gap, own.tag[cue]!);
  nodeList.two(16, gap, word);
  nodeList.two(17, gap, tag);
  nodeList.two(18, commas, own.quote[i]!);
  nodeList.two(19, commas, verbs);
  nodeList.two(20, verbs, tag);
  nodeList.two(21, commas, cls);
  const lemma = own.lemma[i]!;
  if (i - cue >= -5 && i - cue <= 5) {
    nodeList.two(22, i - cue, joined(word, lemma));
    nodeList.two(23, i - cue, joined(cls, lemma));
    nodeList.two(24, i - cue, joined(own.tag[cue]!, tag));
    nodeList.two(25, i - cue, joined(lemma, tag));
  } else nodeList.two(26, word, joined(lemma, side));
}

/** A token of another sentence than the cue's. */
function elsewhere({ cls }: Seen, row: Row, i: number, place: number): void {
  const quote = row.quote[i]!;
  nodeList.two(27, place, joined(Math.min(2, row.verbs[i]!), quote));
  nodeList.two(28, place, joined(cls, quote));
  nodeList.two(29, place, joined(row.quote[0] === 1 ? 1 : 0, quote));
}

/** The way from the cue to the token in the tree: gives what stands for it. */
function pathFeatures({ sources, own, cue, word, cls }: Seen, paths: Paths, i: number, side: number): number {
  const turn = Math.min(5, paths.turn[i]!);
  const branch = paths.branch[i]!;
  const down = branch < 0 ? 5 : own.relation[branch]!;
  const where = branch < 0 ? 0 : branch < cue ? 1 : 2;
  const path = joined(joined(turn, down), where);
  const rel = own.relation[i]!;
  nodeList.one(30, path);
  nodeList.two(31, path, word);
  nodeList.two(32, path, cls);
  nodeList.two(33, path, own.tag[i]!);
  nodeList.two(34, path, rel);
  nodeList.two(35, path, Math.min(4, paths.depth[i]!));
  nodeList.two(36, path, joined(own.quote[i]!, side));
  if (sources.lexicon) nodeList.two(47, path, own.being[i]!);
  nodeList.two(37, rel, side);
  nodeList.two(38, rel, joined(at(own.lemma, own.head[i]!), side));
  nodeList.two(39, path, joined(own.relation[cue]!, side));
  if (branch >= 0) branchFeatures(sources, own, branch, path, word);
  if (turn > 0 && turn < 5) {
    let below = cue;
    for (let t = 1; t < turn; t++) below = own.head[below]!;
    nodeList.two(44, path, own.relation[below]!);
    nodeList.two(45, joined(path, own.relation[below]!), cls);
  }
  return path;
}

/** How the other side of the turn is made: the mark or case of the branch, its tag. */
function branchFeatures(sources: Sources, own: Row, branch: number, path: number, word: number): void {
  const first = own.first[branch]!;
  if (sources.lexicon) nodeList.two(48, path, own.being[branch]!);
  nodeList.two(40, path, own.tag[branch]!);
  nodeList.two(41, path, own.lemma[first]!);
  nodeList.two(42, joined(path, word), own.lemma[first]!);
  nodeList.two(43, path, at(own.lemma, first - 1));
}

/** What the cue's frames take the token for: gives what stands for it. */
function partFeatures(
  { sources, own, word, cls }: Seen,
  { kinds, roles, codes }: Parts,
  i: number,
  side: number,
  path: number,
): number {
  const part = codes[i]!;
  nodeList.one(50, part);
  nodeList.two(51, part, word);
  nodeList.two(52, part, cls);
  if (sources.lexicon) nodeList.two(63, part, own.being[i]!);
  nodeList.two(53, part, own.tag[i]!);
  nodeList.two(54, part, path);
  nodeList.two(55, part, joined(own.quote[i]!, side));
  for (let f = 0; f < kinds.length; f++) {
    const name = joined(kinds[f]!, roles[f]![i]!);
    nodeList.one(56, name);
    if (f < 3) {
      nodeList.two(57, name, word);
      nodeList.two(58, name, path);
    }
  }
  return part;
}

/** The step to the token from the one before. */
function stepFeatures(
  { cue, cls }: Seen,
  row: Row,
  i: number,
  side: number,
  place: number,
  quoteBefore: number,
): void {
  const quote = row.quote[i]!;
  const lemma = row.lemma[i]!;
  stepList.one(1, 1);
  stepList.one(2, lemma !== 0 && isJoint(row.tokens[i]!.upos) ? lemma : row.tag[i]!);
  stepList.two(3, quote, quoteBefore);
  stepList.two(4, cls, side);
  stepList.two(5, at(row.lemma, i - 1), side);
  if (i === 0) stepList.two(6, 1, place);
  else stepList.one(6, 2);
  stepList.two(7, i === cue ? 1 : i === cue + 1 ? 2 : 3, cls);
  stepList.two(8, joined(quote, quoteBefore), side);
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
