import { describe, expect, it } from "vitest";
import { Postings } from "./postings.ts";

/** What a key is to have: each group once, the one added last at the end, at most 24. */
function expected(added: readonly number[]): number[] {
  const found: number[] = [];
  for (const group of added) {
    const known = found.indexOf(group);
    if (known >= 0) found.splice(known, 1);
    found.push(group);
  }
  return found.slice(-24);
}

const of = (postings: Postings, key: number) => {
  const found: number[] = [];
  postings.each(key, (group) => found.push(group));
  return found;
};

describe("the groups of a key", () => {
  it.each([
    ["none", []],
    ["one", [7]],
    ["the same twice", [7, 7]],
    ["two, the first again", [1, 2, 1]],
    ["more than are kept", Array.from({ length: 60 }, (_, i) => i)],
    ["an old one again when the list is full", [...Array.from({ length: 24 }, (_, i) => i), 0, 30, 5]],
  ])("%s", (_, added) => {
    const postings = new Postings();
    for (const group of added) postings.add(2 ** 53 - 2, group);
    expect(of(postings, 2 ** 53 - 2)).toEqual(expected(added));
  });

  it("are kept apart by key while their lists grow, and are the same when taken over", () => {
    const postings = new Postings();
    const added = new Map<number, number[]>();
    for (let i = 0; i < 20_000; i++) {
      const key = ((i * 7919) % (1 + (i % 300))) * 1_000_003;
      const group = (i * 31) % (5 + (key % 60));
      postings.add(key, group);
      added.set(key, [...(added.get(key) ?? []), group]);
    }
    for (const [key, groups] of added) expect(of(postings, key)).toEqual(expected(groups));
    const again = new Postings();
    for (const [key, groups] of postings.entries().toReversed()) again.restore(key, groups);
    expect(again.entries()).toEqual(postings.entries());
    for (const one of [again, postings]) for (const key of added.keys()) one.add(key, 1_000);
    expect(again.entries()).toEqual(postings.entries());
    expect(postings.entries()).toHaveLength(added.size);
  });
});
