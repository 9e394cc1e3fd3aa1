import { expect, it } from "vitest";
import { ownCopy } from "./own-copy.ts";

it("is the text as it stands, whatever it is called", () => {
  for (const text of ["", "12", "__proto__", "constructor", "hidden md:block"])
    expect(ownCopy(text)).toBe(text);
});
