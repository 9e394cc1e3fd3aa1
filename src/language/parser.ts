/** A greedy arc-hybrid dependency parser (Kuhlmann et al. 2011; Goldberg and Nivre 2013). */
import { mix } from "./hashing.ts";
import { best, type Linear, scoreLinear } from "./linear.ts";
import type { Word } from "./words.ts";

export const SHIFT = 0;
/** The stack's top hangs on the buffer's first. */
export const LEFT = 1;
/** The stack's top hangs on the one below it. */
export const RIGHT = 2;

/** What a parse reads and writes. The root is an extra token after the last. */
export interface State {
  n: number;
  readonly words: readonly Word[];
  readonly tags: Int32Array;
  readonly stack: Int32Array;
  depth: number;
  next: number;
  readonly head: Int32Array;
  readonly label: Int32Array;
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
}

export function stateFor(words: readonly Word[], tags: Int32Array): State {
  const n = words.length;
  const none = () => new Int32Array(n + 1).fill(-1);
  return {
    n,
    words,
    tags,
    stack: new Int32Array(n + 2),
    depth: 0,
    next: 0,
    head: none(),
    label: none(),
    left1: none(),
    left2: none(),
    right1: none(),
    right2: none(),
    lefts: new Int32Array(n + 1),
    rights: new Int32Array(n + 1),
  };
}

export const isDone = (s: State): boolean => s.depth === 0 && s.next >= s.n;

/** Bit set of the moves that the state allows. */
export function allowed(s: State): number {
  let moves = 0;
  if (s.next < s.n) moves |= 1 << SHIFT;
  // nothing hangs on the root while words are to come, and only one word ever does
  if (s.depth > 0 && (s.next < s.n || s.depth === 1)) moves |= 1 << LEFT;
  if (s.depth > 1) moves |= 1 << RIGHT;
  return moves;
}

/** Makes a move; gives the dependent whose arc it made, or -1. */
export function move(s: State, action: number): number {
  if (action === SHIFT) {
    s.stack[s.depth++] = s.next++;
    return -1;
  }
  const child = s.stack[--s.depth]!;
  const head = action === LEFT ? s.next : s.stack[s.depth - 1]!;
  s.head[child] = head;
  if (child < head) {
    s.left2[head] = s.left1[head]!;
    s.left1[head] = child;
    s.lefts[head] = s.lefts[head]! + 1;
  } else {
    s.right2[head] = s.right1[head]!;
    s.right1[head] = child;
    s.rights[head] = s.rights[head]! + 1;
  }
  return child;
}

const features = new Int32Array(64);
const scores = new Int32Array(64);

export function parse(s: State, moves: Linear, labels: Linear): void {
  while (!isDone(s)) {
    const can = allowed(s);
    let action = SHIFT;
    if ((can & (can - 1)) === 0) action = 31 - Math.clz32(can);
    else {
      scoreLinear(moves, features, moveFeatures(s, features), scores);
      action = bestAllowed(scores, can);
    }
    const child = move(s, action);
    if (child >= 0) {
      scoreLinear(labels, features, labelFeatures(s, child, features), scores);
      s.label[child] = best(scores, labels.classes);
    }
  }
}

export function bestAllowed(scores: Int32Array | Float64Array, can: number): number {
  let top = -1;
  for (let k = 0; k < 3; k++) if ((can >> k) & 1 && (top < 0 || scores[k]! > scores[top]!)) top = k;
  return top;
}

const NONE = 0x7fff_0001;
const ROOT = 0x7fff_0002;
const normOf = (s: State, i: number): number => (i < 0 ? NONE : i === s.n ? ROOT : s.words[i]!.norm);
const tagOf = (s: State, i: number): number => (i < 0 ? 201 : i === s.n ? 202 : s.tags[i]!);
const labelOf = (s: State, i: number): number => (i < 0 ? 99 : s.label[i]!);

export function moveFeatures(s: State, out: Int32Array): number {
  const a = s.depth > 0 ? s.stack[s.depth - 1]! : -1;
  const b = s.depth > 1 ? s.stack[s.depth - 2]! : -1;
  const c = s.depth > 2 ? s.stack[s.depth - 3]! : -1;
  const q = s.next;
  const q1 = q + 1 <= s.n ? q + 1 : -1;
  const q2 = q + 2 <= s.n ? q + 2 : -1;
  const al = a < 0 ? -1 : s.left1[a]!;
  const al2 = a < 0 ? -1 : s.left2[a]!;
  const ar = a < 0 ? -1 : s.right1[a]!;
  const ar2 = a < 0 ? -1 : s.right2[a]!;
  const bl = b < 0 ? -1 : s.left1[b]!;
  const br = b < 0 ? -1 : s.right1[b]!;
  const br2 = b < 0 ? -1 : s.right2[b]!;
  const ql = s.left1[q]!;
  const ql2 = s.left2[q]!;
  const wa = normOf(s, a);
  const wb = normOf(s, b);
  const wq = normOf(s, q);
  const ta = tagOf(s, a);
  const tb = tagOf(s, b);
  const tc = tagOf(s, c);
  const tq = tagOf(s, q);
  const tq1 = tagOf(s, q1);
  const tq2 = tagOf(s, q2);
  const gap = a < 0 ? 0 : Math.min(q - a, 8);
  const gapB = b < 0 ? 0 : Math.min(a - b, 8);
  const va = a < 0 ? 0 : Math.min(s.lefts[a]!, 3) * 4 + Math.min(s.rights[a]!, 3);
  const vb = b < 0 ? 0 : Math.min(s.lefts[b]!, 3) * 4 + Math.min(s.rights[b]!, 3);
  const vq = Math.min(s.lefts[q]!, 3);
  const lal = labelOf(s, al);
  const lar = labelOf(s, ar);
  const lbr = labelOf(s, br);
  const lql = labelOf(s, ql);
  let n = 0;
  out[n++] = mix(100, wa, ta);
  out[n++] = mix(101, wb, tb);
  out[n++] = mix(102, wq, tq);
  out[n++] = mix(103, normOf(s, q1), tq1);
  out[n++] = mix(104, ta, tq, tb);
  out[n++] = mix(105, wa, wq);
  out[n++] = mix(106, wa, tq);
  out[n++] = mix(107, ta, wq);
  out[n++] = mix(108, wa, wb);
  out[n++] = mix(109, ta, wb);
  out[n++] = mix(110, wa, tb);
  out[n++] = mix(111, ta, tq, tq1);
  out[n++] = mix(112, tq, tq1, tq2);
  out[n++] = mix(113, ta, tb, tc);
  out[n++] = mix(114, tb, ta, mix(0, tq, tq1));
  out[n++] = mix(115, ta, tagOf(s, al), tq);
  out[n++] = mix(116, ta, tagOf(s, ar), tq);
  out[n++] = mix(117, tb, tagOf(s, br), ta);
  out[n++] = mix(118, tb, tagOf(s, bl), ta);
  out[n++] = mix(119, ta, tq, tagOf(s, ql));
  out[n++] = mix(120, wa, lal, lar);
  out[n++] = mix(121, wb, labelOf(s, bl), lbr);
  out[n++] = mix(122, wq, lql, labelOf(s, ql2));
  out[n++] = mix(123, ta, lar, labelOf(s, ar2));
  out[n++] = mix(124, tb, lbr, labelOf(s, br2));
  out[n++] = mix(125, ta, lal, labelOf(s, al2));
  out[n++] = mix(126, wa, va);
  out[n++] = mix(127, ta, va, tq);
  out[n++] = mix(128, wb, vb);
  out[n++] = mix(129, wq, vq);
  out[n++] = mix(130, ta, tq, gap);
  out[n++] = mix(131, wa, wq, gap);
  out[n++] = mix(132, wa, gap);
  out[n++] = mix(133, wq, gap);
  out[n++] = mix(134, ta, tb, gapB);
  out[n++] = mix(135, wb, wq);
  out[n++] = mix(136, tb, tq, tq1);
  out[n++] = mix(137, wb, tq, ta);
  out[n++] = mix(138, lar, tq, wa);
  out[n++] = mix(139, lbr, ta, wb);
  out[n++] = mix(140, wa, tq, tb);
  out[n++] = mix(141, ta, wq, tb);
  out[n++] = mix(142, ta, tq, normOf(s, q1));
  out[n++] = mix(143, wa, tq1, tq);
  out[n++] = 144;
  return n;
}

/** Features of the arc to `child`, made a moment ago. */
export function labelFeatures(s: State, child: number, out: Int32Array): number {
  const head = s.head[child]!;
  const wc = normOf(s, child);
  const wh = normOf(s, head);
  const tc = tagOf(s, child);
  const th = tagOf(s, head);
  const way = child < head ? 1 : 2;
  const far = Math.min(Math.abs(child - head), 6);
  const l = s.left1[child]!;
  const r = s.right1[child]!;
  const l2 = s.left2[child]!;
  const ll = labelOf(s, l);
  const before = tagOf(s, child - 1);
  const after = child + 1 <= s.n ? tagOf(s, child + 1) : 201;
  const sibling = child < head ? s.left2[head]! : s.right2[head]!;
  const across = child < head ? -1 : s.left1[head]!;
  const suffix = child < s.n ? s.words[child]!.suffix3 : 0;
  let n = 0;
  out[n++] = mix(150, wc, way);
  out[n++] = mix(151, wh, way);
  out[n++] = mix(152, tc, th, way);
  out[n++] = mix(153, wc, th, way);
  out[n++] = mix(154, tc, wh, way);
  out[n++] = mix(155, wc, wh, way);
  out[n++] = mix(156, mix(0, tc, th), far, way);
  out[n++] = mix(157, mix(0, tc, th), before, after);
  out[n++] = mix(158, tc, normOf(s, l), way);
  out[n++] = mix(159, mix(0, tc, th), ll, way);
  out[n++] = mix(160, mix(0, tc, th), labelOf(s, r), way);
  out[n++] = mix(161, mix(0, tc, th), labelOf(s, sibling), way);
  out[n++] = mix(162, wh, labelOf(s, sibling), tc);
  out[n++] = mix(163, mix(0, tc, th), labelOf(s, across), way);
  out[n++] = mix(164, suffix, th, way);
  out[n++] = mix(165, wh, normOf(s, l), tc);
  out[n++] = mix(166, mix(0, tc, way), normOf(s, l2), normOf(s, l));
  out[n++] = mix(167, mix(0, tc, th), s.lefts[child]!, s.rights[child]!);
  out[n++] = mix(168, wc, before, way);
  out[n++] = mix(169, wc, after, way);
  out[n++] = mix(170, wh, tagOf(s, sibling), tc);
  out[n++] = mix(171, mix(0, tc, th), tagOf(s, head - 1 < 0 ? -1 : head - 1), way);
  out[n++] = 172 + way;
  return n;
}
