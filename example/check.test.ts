import { expect, it } from "vitest";
import { exampleProblems, visibleText } from "./check.ts";

it("is what its README says: invented throughout, quoted exactly, complete", () => {
  expect(exampleProblems()).toEqual([]);
});

it.each([
  ["<!doctype html><head><title>x</title></head><p>a <em>b</em> &amp; c</p>", "a b & c"],
  ["<!doctype html><script>no()</script><p>Don&rsquo;t</p>", "Don’t"],
  ["Title: plain text < stays", "Title: plain text < stays"],
])("sees in %j what a reader sees", (page, seen) => {
  expect(visibleText(page).trim()).toBe(seen);
});
