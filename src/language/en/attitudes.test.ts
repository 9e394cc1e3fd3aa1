import { describe, expect, it } from "vitest";
import { attitudeClasses, withNarrower } from "./attitudes.ts";

describe("attitude classes", () => {
  it("have a name each", () => {
    const names = attitudeClasses.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const narrower = attitudeClasses.flatMap((one) => withNarrower(one).slice(1));
    expect(narrower.map(({ name }) => name)).toEqual(["attempt", "want", "allege"]);
    for (const one of narrower) expect(one.clausalOnly).toBe(true);
  });

  it("keep their effects for narrower words, and none of their marks", () => {
    const [wide, narrow] = withNarrower(attitudeClasses.find(({ name }) => name === "want")!);
    expect(narrow?.holds).toBe(wide?.holds);
    expect(narrow?.sparesFinite).toBeUndefined();
  });
});
