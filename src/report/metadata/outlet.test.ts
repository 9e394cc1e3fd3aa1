import { describe, expect, it } from "vitest";
import { isOutletItself, sameOutlet } from "./outlet.ts";

describe("an outlet", () => {
  it.each([
    ["The Gulf Coast Herald", "gulfcoastherald.example", true],
    ["GCH", "Gulf Coast Herald", true],
    ["LRF", "Lagunen-Radio und Fernsehen (LRF)", true],
    ["Herald", "The Gulf Coast Herald", true],
    ["Gulf Post", "Gulf Coast Herald", false],
    ["", "Herald", false],
  ])("%j and %j are one: %s", (a, b, is) => expect(sameOutlet(a, b)).toBe(is));

  it.each([
    ["Herald staff reporter", "The Herald", undefined, true],
    ["Herald", "The Herald", undefined, true],
    ["Herald North Coast", "Herald", undefined, true],
    ["LTO", "Lagoon Times Online", undefined, true],
    ["lagoon", undefined, "lagoon.example", true],
    ["Newsroom", "Herald", undefined, true],
    ["Heralda Ruiz", "Herald", undefined, false],
    ["Ana Herald", "Herald", undefined, false],
    ["Ana Ruiz", undefined, undefined, false],
  ])("as author %j (of %j, %j) is the outlet itself: %s", (author, outlet, host, is) =>
    expect(isOutletItself(author, outlet, host)).toBe(is),
  );
});
