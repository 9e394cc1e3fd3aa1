/** The two parts of a story that are least like each other. */
import { Sum } from "./sum.ts";
import { dot, type Profile } from "./vocabulary.ts";

/** Members that are compared with one another to find where the parts begin. */
const compared = 16;
/** Times that each member goes to the part that it is more like. */
const rounds = 3;

/** The smaller part, of two members or more, as has the other; undefined where there are no such two. */
export function smallerPartOf(members: readonly Profile[]): Profile[] | undefined {
  let parts = fromThose(farthest(spread(members, compared)));
  let chosen: boolean[] = [];
  for (let round = 0; round < rounds; round++) {
    const [a, b] = parts;
    chosen = members.map(({ terms }) => a.cosine(terms) > b.cosine(terms));
    parts = [new Sum(), new Sum()];
    for (const [i, { terms }] of members.entries()) parts[chosen[i] ? 0 : 1].add(terms);
  }
  const first = members.filter((_, i) => chosen[i]);
  const second = members.filter((_, i) => !chosen[i]);
  if (first.length < 2 || second.length < 2) return undefined;
  return first.length <= second.length ? first : second;
}

function fromThose([a, b]: readonly [Profile, Profile]): [Sum, Sum] {
  const parts: [Sum, Sum] = [new Sum(), new Sum()];
  parts[0].add(a.terms);
  parts[1].add(b.terms);
  return parts;
}

function farthest(members: readonly Profile[]): [Profile, Profile] {
  let least = Number.POSITIVE_INFINITY;
  let pair: [Profile, Profile] = [members[0]!, members[0]!];
  for (const [i, a] of members.entries()) {
    for (const b of members.slice(i + 1)) {
      const like = dot(a.terms, b.terms);
      if (like < least) [least, pair] = [like, [a, b]];
    }
  }
  return pair;
}

/** So many, evenly spread over all, the last among them. */
export function spread<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all;
  return Array.from({ length: count }, (_, i) => all[Math.floor(((i + 1) * all.length) / count) - 1]!);
}
