/** Correcting as an analyst does: the real command, good input and bad. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../bin/sitrep.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sitrep-correct-"));

beforeAll(async () => {
  writeFileSync(
    join(folder, "a.txt"),
    "Navy strikes a boat off Arlen\n\nThe navy struck a boat off the coast of Arlen on Monday, the ministry said. " +
      "At least 12 people were killed in the strike, according to the regional hospital.\n",
  );
  writeFileSync(
    join(folder, "b.txt"),
    "Boat sunk near Arlen\n\nNaval forces struck a boat off Arlen on Monday, residents said. " +
      "The minister said that the border stays open.\n",
  );
  const { code } = await sitrep("add", "coast", "a.txt", "b.txt", "--published", "2031-03-04");
  expect(code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function entry(words: string): Promise<string> {
  const { out } = await sitrep("correct", "show", "coast", "--find", words);
  return out.slice(0, out.indexOf(" "));
}

describe("sitrep correct", () => {
  it("shows entries with ids, and one with its sentences numbered", async () => {
    const all = await sitrep("correct", "show", "coast");
    expect(all.out.split("\n").length).toBeGreaterThan(4);
    const { out } = await sitrep("correct", "show", "coast", await entry("struck a boat"));
    expect(out).toMatch(/^e[0-9a-f]{16} {2}.*struck a boat.*\n {2}1\. .*: “/u);
    expect(out).toContain("\n  3. ");
  });

  it("shows them as at a past moment without numbers, as a correction is made of what is known now", async () => {
    const id = await entry("struck a boat");
    const { out } = await sitrep("correct", "show", "coast", id, "--as-of", "2031-03-04");
    expect(out).toMatch(/^e[0-9a-f]{16} {2}.*struck a boat.*\n {2}- .*: “/u);
    const before = await sitrep("correct", "show", "coast", "--known-at", "2001-01-01");
    expect(before).toMatchObject({ code: 1, out: "", err: expect.stringContaining("no entry") });
    expect((await sitrep("correct", "list", "coast", "--known-at", "2001-01-01")).out).toBe(
      "Nothing had been corrected by then.\n",
    );
  });

  it("edits, shows what was read beside it, and takes it back", async () => {
    const id = await entry("struck a boat");
    const args = ["coast", id.slice(0, 9), "stage", "planned", "--by", "Ana Ruiz"];
    const made = await sitrep("correct", "edit", ...args, "--reason", "only announced");
    expect({ ...made, out: "" }).toEqual({ code: 0, out: "", err: "" });
    expect(made.out).toMatch(/^c[0-9a-f]{16} {2}edit e[0-9a-f]{16}: stage done → planned; /u);
    const { out: brief } = await sitrep("brief", "coast");
    expect(brief.replace(/\s+/gu, " ")).toContain(
      "[edited by Ana Ruiz: stage done → planned, “only announced”]",
    );
    const json = JSON.parse((await sitrep("brief", "coast", "--json")).out);
    const edited = json.entries.find((one: { id: string }) => one.id === id);
    expect(edited).toMatchObject({
      status: { stage: "planned" },
      asRead: { status: { stage: "done" } },
      edits: [{ field: "stage", from: "done", to: "planned", by: "Ana Ruiz", reason: "only announced" }],
    });
    const correction = made.out.slice(0, 17);
    const undo = ["correct", "undo", "coast", correction.slice(0, 8), "--reason", "it came off", "--json"];
    const { out } = await sitrep(...undo);
    expect(JSON.parse(out)).toMatchObject({
      correction: { action: { kind: "undo", correction } },
      revisions: 1,
      conflicts: [],
    });
    expect((await sitrep("correct", "show", "coast", id)).out).not.toContain("edited by");
    const twice = await sitrep(...undo);
    expect(twice).toMatchObject({ code: 1, out: "" });
    expect(twice.err).toMatch(
      /^sitrep: correction c[0-9a-f]{16} is undone already, by c[0-9a-f]{16}; undo that to have it back\n$/u,
    );
    const list = await sitrep("correct", "list", "coast");
    expect(list.out).toMatch(/stage done → planned; .*\(undone\)\n {4}because: only announced\n/u);
  });

  it("takes every kind of correction", async () => {
    const [raid, ministry] = [await entry("struck a boat"), await entry("Ministry")];
    const because = ["--reason", "read it", "--by", "Leo Sand"];
    const calls: string[][] = [
      ["split", "coast", raid, "--evidence", "1", ...because],
      ["confirm", "coast", raid],
      ["note", "coast", raid, "seen", "on", "film"],
      ["grade", "coast", "--entry", raid, "--credibility", "2", ...because],
      ["reject", "coast", ministry, ...because],
      ["edit", "coast", await entry("12 people killed"), "low", "11", ...because],
      ["reject", "coast", await entry("border stays"), "--evidence", "1", ...because],
    ];
    for (const call of calls)
      expect(await sitrep("correct", ...call), call.join(" ")).toMatchObject({ code: 0 });
    const { out } = await sitrep("correct", "show", "coast", raid);
    for (const words of [
      "split by Leo Sand: read it",
      "confirm by ",
      "seen on film",
      "credibility 2, says Leo",
    ])
      expect(out).toContain(words);
    expect(await entry("people killed")).not.toBe("");
    expect((await sitrep("correct", "show", "coast", "--find", "border stays")).code).toBe(1);
    const list = JSON.parse((await sitrep("correct", "list", "coast", "--json")).out);
    expect(list.conflicts).toEqual([]);
    const parted = list.corrections.find((one: { action: { kind: string } }) => one.action.kind === "split");
    const other = (await sitrep("correct", "show", "coast", "--find", "strikes a boat")).out.slice(0, 17);
    const merged = await sitrep("correct", "merge", "coast", raid, other, ...because);
    expect(merged).toMatchObject({ code: 0 });
    expect(parted.by).toBe("Leo Sand");
  });

  it("refuses in one line", async () => {
    const none = await sitrep("correct", "edit", "none", "e1234", "stage", "done", "--reason", "x");
    expect(none).toEqual({
      code: 1,
      out: "",
      err: 'sitrep: there is no situation "none"; sitrep brief lists them\n',
    });
    const number = await sitrep("correct", "split", "coast", "e1234", "--evidence", "x", "--reason", "x");
    expect(number).toMatchObject({ code: 1, out: "" });
    expect(number.err).toMatch(/^sitrep: "x" is no number of a sentence; [^\n]*\n$/u);
  });

  it("says how in its help", async () => {
    const { out } = await sitrep("correct", "--help");
    expect(out).toContain('sitrep correct undo border-closure c51d --reason "the ministry has confirmed it"');
  });
});

function sitrep(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, SITREP_DATA: join(folder, "data"), SITREP_ANALYST: "Desk" };
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env });
    let [out, err] = ["", ""];
    child.stdout.on("data", (some) => (out += some));
    child.stderr.on("data", (some) => (err += some));
    child.on("close", (code) => resolve({ code: code ?? -1, out, err }));
  });
}
