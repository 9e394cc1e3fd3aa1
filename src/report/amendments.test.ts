import { describe, expect, it } from "vitest";
import { amendmentHeading, amendmentIn } from "./amendments.ts";

describe("a publisher's note on its own report", () => {
  it.each([
    ["Correction: An earlier version misspelled the name of the port.", "correction"],
    ["CORRECTION (March 2): The boats were four, not five.", "correction"],
    ["Correction, 2 March 2031: The boats were four, not five.", "correction"],
    ["*Clarification: The ministry spoke of fuel only.", "clarification"],
    ["Editor’s note: This report describes violence.", "editors-note"],
    [
      "This article was amended on 2 March 2031. An earlier version said that five boats were stopped.",
      "change",
    ],
    [
      "This article was amended on 2 March 2031 to correct an error in the number of boats; it was wrong.",
      "correction",
    ],
    ["This story has been updated to include comment from the ministry.", "change"],
    ["The headline of this story has been changed.", "change"],
    ["An earlier version of this article incorrectly stated that five boats were stopped.", "correction"],
    ["A previous version of this story misidentified the owner of the boats.", "correction"],
    ["Due to an editing error, an earlier version of this story named the wrong port.", "correction"],
    ["Korrektur: In dem Bericht war von fünf Booten die Rede.", "correction"],
    ["In einer früheren Version dieses Textes hieß es, fünf Boote seien gestoppt worden.", "correction"],
    ["Fe de errores: las lanchas eran cuatro.", "correction"],
    ["Une version antérieure de cet article parlait de cinq bateaux.", "correction"],
  ])("%s", (text, kind) => expect(amendmentIn(text)?.kind).toBe(kind));

  it.each([
    ["Correction officers stopped four boats, the ministry said."],
    ["Corrections officials said that the prison was full: nobody else could be taken."],
    ["The ministry corrected its figure: four boats, not five."],
    ["This report was written by the ministry and names four boats."],
    ["An earlier version of the bill was rejected in March."],
    ["The article was amended by parliament in 2031 to allow searches at sea."],
    ["This law was amended on 2 March 2031."],
    ["The original text of the treaty says nothing about boats."],
    ["Update: the boats have since left the harbour."],
  ])("is not: %s", (text) => expect(amendmentIn(text)).toBeUndefined());

  it("names its day", () => {
    expect(amendmentIn("This article was amended on 2 March 2031.")).toEqual({
      kind: "change",
      text: "This article was amended on 2 March 2031.",
      date: "2031-03-02",
    });
  });

  it("may be headed by a line of its own", () => {
    expect(amendmentHeading("Correction:")).toBe("correction");
    expect(amendmentHeading("Editor's Note")).toBe("editors-note");
    expect(amendmentHeading("Correction officers")).toBeUndefined();
  });
});
