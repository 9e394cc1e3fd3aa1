/** What the sentence splitter sees at a gap between two tokens: the words around it and the sentence so far. */
import { abbreviations } from "./en/tokens.ts";
import { hashText, mix } from "./hashing.ts";
import type { Tokens } from "./tokenize.ts";
import { shapeOf } from "./words.ts";

export const MOST_FEATURES = 56;
/** The feature that every gap has. */
export const ALWAYS = 34;

/** One token as the splitter sees it. */
interface Sight {
  readonly form: number;
  readonly norm: number;
  readonly shape: number;
  /** Its kind and look in one number. */
  readonly kind: number;
  readonly look: number;
  /** Whether it has more than three letters, all small. */
  readonly plain: boolean;
}

const SMALL = 0;
const CAPITAL = 1;
const CAPITALS = 2;
const NUMBER = 3;
const MARK = 4;

/** Texts with fewer tokens are taken for paragraphs. */
const PARAGRAPH = 150;
const CACHED = 50_000;
/** Longer tokens are seen by their beginning only. */
const LONGEST = 24;
const address =
  /^(?:https?:|www\.)|\w@\w|[a-z]\.(?:com|org|net|gov|edu|pdf|docx?|xlsx?|jpe?g|gif|png|html?)$/;
const ending = /(?:ed|ing|ly|tion|er|est|ness|ment|ous|al|ive|ful|able|ity|s)$/;

/** Reads token forms; `tagOf` gives the usual tag of a word by its hash, 0 where it is not known. */
export function sightReader(tagOf: (norm: number) => number): (form: string) => Sight {
  const seen = new Map<string, Sight>();
  return (form) => {
    const known = seen.get(form);
    if (known !== undefined) return known;
    const sight = look(form, tagOf);
    if (seen.size < CACHED) seen.set(form, sight);
    return sight;
  };
}

function look(form: string, tagOf: (norm: number) => number): Sight {
  const lower = form.toLowerCase().replace(/[’‘`]/g, "'");
  const norm = hashText(lower.replace(/\d/g, "0"));
  const shape = shapeOf(form);
  const seen = (kind: string, look: number): Sight => ({
    form: hashText(form),
    norm,
    shape: hashText(shape),
    kind: hashText(kind) * 5 + look,
    look,
    plain: look === SMALL && lower.length > 3,
  });
  if (form.length > 4 && address.test(form)) return seen("address", MARK);
  if (/\d/.test(form)) return seen(`number ${/^\d+$/.test(form) ? Math.min(form.length, 5) : shape}`, NUMBER);
  if (!/\p{L}/u.test(form)) return seen(markKind(form), MARK);
  const looks = lookOf(form, lower);
  if (lower.endsWith(".")) {
    const kind = lower.length === 2 ? "initial" : abbreviations.has(lower.slice(0, -1)) ? "short" : "dotted";
    return seen(kind, looks);
  }
  const tag = tagOf(norm);
  return seen(tag > 0 ? `tag ${tag}` : `-${ending.exec(lower)?.[0] ?? ""}`, looks);
}

function lookOf(form: string, lower: string): number {
  if (form.charCodeAt(0) === lower.charCodeAt(0)) return SMALL;
  return form.length > 1 && form === form.toUpperCase() ? CAPITALS : CAPITAL;
}

function markKind(form: string): string {
  if (/^[.…]{2,}$/.test(form)) return "...";
  if (form !== "." && /^[?!.]+$/.test(form)) return "?!";
  if (/^[-–—_*=~#+]{2,}$/.test(form)) return "--";
  return form.slice(0, 2);
}

const FULL_STOP = hashText(".") * 5 + MARK;
const QUESTION = hashText("?!") * 5 + MARK;
const COLON = hashText(":") * 5 + MARK;
const edge: Sight = { form: 1, norm: 1, shape: 1, kind: 1, look: MARK, plain: false };

/** All that is seen of a text before its first gap is judged. */
export interface Scene {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sights: readonly Sight[];
  /** For each token, how many tokens on the next full stop (or ? or !) and the next colon come, at most 60 and 6. */
  readonly stopAhead: Uint8Array;
  readonly colonAhead: Uint8Array;
  /** How often two words stand side by side. */
  readonly pairs: ReadonlyMap<number, number>;
  /** How the text is written: a long one or a paragraph, with a full stop at its end or without. */
  readonly manner: number;
}

export function sceneOf(text: string, tokens: Tokens, sightOf: (form: string) => Sight): Scene {
  const { starts, ends } = tokens;
  const sights = starts.map((start, i) => sightOf(text.slice(start, Math.min(ends[i]!, start + LONGEST))));
  const stopAhead = new Uint8Array(sights.length);
  const colonAhead = new Uint8Array(sights.length);
  const pairs = new Map<number, number>();
  let stop = 60;
  let colon = 6;
  for (let i = sights.length - 1; i >= 0; i--) {
    const { kind } = sights[i]!;
    stop = kind === FULL_STOP || kind === QUESTION ? 0 : Math.min(60, stop + 1);
    colon = kind === COLON ? 0 : Math.min(6, colon + 1);
    stopAhead[i] = stop;
    colonAhead[i] = colon;
    const pair = pairAt(sights, i);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const manner =
    (sights.length < PARAGRAPH ? 1 : 0) + (stopAhead.lastIndexOf(0) >= sights.length - 3 ? 2 : 0);
  return { text, tokens, sights, stopAhead, colonAhead, pairs, manner };
}

/** What has been seen of the sentence so far. */
export interface Course {
  from: number;
  /** Words with a capital just before. */
  capitals: number;
  /** Small words since `from`, and those of more than three letters. */
  small: number;
  plain: number;
  bracket: number;
  /** Whether a quotation is open; it may go on over the end of a sentence. */
  quote: number;
  /** Pairs of words that began and ended a sentence of this text. */
  readonly begun: Set<number>;
  readonly ended: Set<number>;
}

export const newCourse = (): Course => ({
  from: 0,
  capitals: 0,
  small: 0,
  plain: 0,
  bracket: 0,
  quote: 0,
  begun: new Set(),
  ended: new Set(),
});

/** Takes in token `i`. */
export function goOn(course: Course, { text, tokens, sights }: Scene, i: number): void {
  const { look, plain } = sights[i]!;
  course.capitals = look === CAPITAL || look === CAPITALS ? course.capitals + 1 : 0;
  if (look === SMALL) course.small++;
  if (plain) course.plain++;
  if (look !== MARK) return;
  const c = text.charCodeAt(tokens.starts[i]!);
  if (c === 34) course.quote ^= 1;
  else if (c === 0x201c) course.quote = 1;
  else if (c === 0x201d) course.quote = 0;
  else if (c === 40 || c === 91) course.bracket = 1;
  else if (c === 41 || c === 93) course.bracket = 0;
}

/** Begins a sentence at token `i`. */
export function begin(course: Course, { sights }: Scene, i: number): void {
  course.begun.add(pairAt(sights, i));
  course.ended.add(pairAt(sights, i - 2));
  course.from = i;
  course.small = 0;
  course.plain = 0;
  course.bracket = 0;
}

function pairAt(sights: readonly Sight[], i: number): number {
  return mix(0, (sights[i] ?? edge).norm, (sights[i + 1] ?? edge).norm);
}

/** Writes the features of the gap before token `i` into `out`; gives their number. */
export function endingFeatures(scene: Scene, course: Course, i: number, out: Int32Array): number {
  const { sights, tokens } = scene;
  const at = (k: number): Sight => sights[k] ?? edge;
  const b1 = at(i - 1);
  const b2 = at(i - 2);
  const b3 = at(i - 3);
  const a1 = at(i);
  const a2 = at(i + 1);
  const a3 = at(i + 2);
  const a4 = at(i + 3);
  const length = bucketOf(i - course.from);
  const capitals = Math.min(course.capitals, 4);
  const title = course.small === 0 ? 0 : course.plain === 0 ? 1 : 2;
  const state = (course.small > 0 ? 2 : 0) + course.quote * 4 + course.bracket * 8;
  const glued =
    (i >= 2 && tokens.starts[i - 1] === tokens.ends[i - 2] ? 1 : 0) +
    (i + 1 < sights.length && tokens.starts[i + 1] === tokens.ends[i] ? 2 : 0);
  const looksAfter = ((a1.look * 5 + a2.look) * 5 + a3.look) * 5 + a4.look;
  const looksBefore = (b3.look * 5 + b2.look) * 5 + b1.look;
  const looks = b1.look * 5 + a1.look;
  const stop = bucketOf(scene.stopAhead[i]!);
  const colon = scene.colonAhead[i]!;
  const again =
    ((scene.pairs.get(pairAt(sights, i - 1)) ?? 0) > 1 ? 1 : 0) +
    (course.begun.has(pairAt(sights, i)) ? 2 : 0) +
    (course.ended.has(pairAt(sights, i - 2)) ? 4 : 0);
  let n = 0;
  out[n++] = mix(0, b1.norm);
  out[n++] = mix(1, a1.form);
  out[n++] = mix(2, b1.shape, a1.shape);
  out[n++] = mix(3, b1.norm, a1.kind);
  out[n++] = mix(4, b1.norm, a1.norm);
  out[n++] = mix(5, b2.norm, b1.norm);
  out[n++] = mix(6, b2.kind, b1.kind, a1.kind);
  out[n++] = mix(7, b1.norm, length, a1.look);
  out[n++] = mix(8, b1.kind, length, a1.look);
  out[n++] = mix(9, b1.norm, a1.form, a2.look);
  out[n++] = mix(10, a1.shape, a2.shape, b1.shape);
  out[n++] = mix(11, a1.form, length, b1.look);
  out[n++] = mix(12, b1.kind, a1.norm, a1.look);
  out[n++] = mix(13, a1.form, a2.norm);
  out[n++] = mix(14, b2.norm, b1.kind, a1.look);
  out[n++] = mix(15, glued, b1.norm, a1.kind);
  out[n++] = mix(16, b3.norm, b1.norm);
  out[n++] = mix(17, b1.kind, a1.kind, state);
  out[n++] = mix(18, b1.norm, a1.look, state);
  out[n++] = mix(19, b1.kind, a1.kind, a2.kind);
  out[n++] = mix(20, b2.kind, b1.kind, mix(20, a1.kind, a2.kind));
  out[n++] = mix(21, capitals * 16 + state, a1.kind, b1.look);
  out[n++] = mix(22, capitals * 16 + state, length, b1.kind);
  out[n++] = mix(23, a1.kind, a2.kind, a3.kind);
  out[n++] = mix(24, b3.kind, b2.kind, b1.kind);
  out[n++] = mix(25, b1.kind, a1.kind);
  out[n++] = mix(26, a1.form, a2.kind);
  out[n++] = mix(27, a2.norm, a1.kind, b1.look);
  out[n++] = mix(28, state, length, looks);
  out[n++] = mix(29, b1.kind);
  out[n++] = mix(30, a1.kind);
  out[n++] = mix(31, a1.form, state, b1.look);
  out[n++] = mix(32, capitals, a1.kind, a2.kind);
  out[n++] = mix(33, title, looksAfter, b1.look);
  out[n++] = ALWAYS;
  out[n++] = mix(35, title, length * 5 + capitals, looks * 5 + a2.look);
  out[n++] = mix(36, stop, length, b1.kind);
  out[n++] = mix(37, stop, b1.kind, a1.kind);
  out[n++] = mix(38, colon, b1.kind, a1.look);
  out[n++] = mix(39, colon, a1.kind, title);
  out[n++] = mix(40, looksBefore, looksAfter);
  out[n++] = mix(41, again, looks);
  out[n++] = mix(42, again, capitals, a1.look);
  out[n++] = mix(43, again, b1.kind);
  out[n++] = mix(44, again, a1.kind);
  out[n++] = mix(45, scene.manner, looks);
  out[n++] = mix(46, scene.manner, b1.kind);
  out[n++] = mix(47, scene.manner, title, looksAfter);
  out[n++] = mix(48, scene.manner, b1.kind, a1.kind);
  return n;
}

function bucketOf(count: number): number {
  if (count < 5) return count;
  return count < 8 ? 5 : count < 12 ? 6 : count < 20 ? 7 : count < 40 ? 8 : count < 60 ? 9 : 10;
}
