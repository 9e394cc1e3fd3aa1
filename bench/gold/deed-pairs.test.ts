import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { topicsIn } from "./deed-pairs.ts";

const folder = mkdtempSync(join(tmpdir(), "deed-pairs-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, "set.jsonl"),
  [
    { id: "a", title: "Quay burns", text: "The quay burnt.\nNobody was hurt.", date: "2031-03-02" },
    { id: "b", text: "A fire took the quay." },
  ]
    .map((line) => JSON.stringify(line))
    .join("\n"),
);

const read = (...lines: string[]) => {
  const file = join(folder, "pairs.txt");
  writeFileSync(file, ["# what it is", "file set.jsonl", ...lines].join("\n"));
  return topicsIn(file, folder);
};

describe("labelled pairs", () => {
  it("come with the reports of their topics, dated as the set or the file says", () => {
    const [topic] = read("topic quay kept", "report 0 0", "report 0 1 2031-03-03", "pair 0 23 1 7 same");
    expect(topic).toMatchObject({
      name: "quay",
      fold: "kept",
      pairs: [
        {
          places: [
            [0, 23],
            [1, 7],
          ],
          label: "same",
        },
      ],
    });
    const [first, second] = topic!.reports;
    expect(first!.text).toBe("Quay burns\n\nThe quay burnt.\n\nNobody was hurt.");
    expect(first!.blocks.map(({ kind }) => kind)).toEqual(["headline", "paragraph", "paragraph"]);
    expect([first, second].map((report) => report!.published?.value)).toEqual(["2031-03-02", "2031-03-03"]);
  });

  it("say which line is wrong", () => {
    expect(() => read("topic quay kept", "report 0 7")).toThrow(/pairs\.txt:4: the sets have no such report/);
    expect(() => read("topic quay kept", "pare 0 1")).toThrow(/pairs\.txt:4: neither/);
  });
});
