import { describe, expect, it } from "vitest";
import { countsIn, talliesIn } from "./numbers.ts";

describe("numbers that tell one incident from another", () => {
  it("are counts, without years and days of months", () => {
    expect([...countsIn("On 8 September 2031 four boats and 11 crewmen were seized")]).toEqual(["4", "11"]);
  });

  it("are no ages, spans of time or distances where people and things alone are counted", () => {
    const text =
      "Ivo Tesch, 36, and two traders were shot by a 19-year-old 300 feet from the gate after 20 minutes";
    expect([...talliesIn(text)]).toEqual(["2"]);
    expect([...countsIn(text)]).toEqual(["36", "2", "19", "300", "20"]);
  });
});
