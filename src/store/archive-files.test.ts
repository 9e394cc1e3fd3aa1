/** The archive's files themselves: appended to, rolled over, cut off, found torn. */
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { documentOf } from "../../test/store/archive.ts";
import { openArchiveFiles } from "./archive-files.ts";
import type { Place } from "./dialect.ts";
import { captureRecord } from "./warc.ts";

const at = "2031-03-01T08:00:00.000Z";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-archive-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = () => readdirSync(join(folder, "archive"));
const path = (file: string) => join(folder, "archive", file);
const record = (number: number) => captureRecord(documentOf(`report ${number} `.repeat(50))).member;

/** As if rows pointed to all of these. */
const endOf = (places: readonly Place[]) => (file: string) =>
  Math.max(0, ...places.filter((place) => place.file === file).map(({ start, length }) => start + length));

function keep(files: ReturnType<typeof openArchiveFiles>, ...numbers: number[]): Place[] {
  const places = numbers.map((number) => files.append(record(number), at));
  files.sync();
  files.kept();
  return places;
}

describe("archive files", () => {
  it("are named by their first day and number, and begin with what wrote them", () => {
    const files = openArchiveFiles(folder, () => 0);
    const [place] = keep(files, 1);
    files.close();
    expect(names()).toEqual(["sitrep-20310301-00001.warc.gz"]);
    expect(place!.start).toBeGreaterThan(0);
    const text = gunzipSync(readFileSync(path(place!.file))).toString();
    expect(text.match(/^WARC-Type: .*$/gm)?.map((line) => line.trim())).toEqual([
      "WARC-Type: warcinfo",
      "WARC-Type: resource",
    ]);
  });

  it("are followed by a new one when they are full, also within a transaction", () => {
    const files = openArchiveFiles(folder, () => 0, { maxBytes: 1_000 });
    const places = keep(files, ...Array.from({ length: 12 }, (_, i) => i));
    expect(names().length).toBeGreaterThan(3);
    for (const [number, place] of places.entries()) {
      expect(Buffer.from(files.read(place)).equals(record(number))).toBe(true);
    }
    files.close();
  });

  it("are as before when a transaction is not kept, however many it began", () => {
    const files = openArchiveFiles(folder, () => 0, { maxBytes: 1_000 });
    const [first] = keep(files, 1);
    const before = readFileSync(path(first!.file));
    for (let number = 2; number < 12; number++) files.append(record(number), at);
    expect(names().length).toBeGreaterThan(2);
    files.undo();
    expect(names()).toEqual([first!.file]);
    expect(readFileSync(path(first!.file)).equals(before)).toBe(true);
    const [next] = keep(files, 2);
    expect(next).toMatchObject({ file: first!.file, start: before.length });
    files.close();
  });

  it("are gone when the first transaction of all is not kept", () => {
    const files = openArchiveFiles(folder, () => 0);
    files.append(record(1), at);
    files.undo();
    expect(names()).toEqual([]);
    keep(files, 2);
    expect(names()).toEqual(["sitrep-20310301-00001.warc.gz"]);
    files.close();
  });

  it("go on where they ended when they are opened again", () => {
    const first = openArchiveFiles(folder, () => 0);
    const places = keep(first, 1, 2);
    first.close();
    const again = openArchiveFiles(folder, endOf(places));
    expect(keep(again, 3)).toMatchObject([{ file: places[1]!.file, start: endOf(places)(places[1]!.file) }]);
    again.close();
  });

  it("can be unpacked by another program", () => {
    const files = openArchiveFiles(folder, () => 0);
    const [place] = keep(files, 1, 2, 3);
    files.close();
    const text = execFileSync("gzip", ["-dc", path(place!.file)]).toString();
    expect(text.match(/^WARC\/1\.1\r$/gm)).toHaveLength(4);
  });
});

describe("the end of a file that a killed process has left", () => {
  let places: Place[];
  let file: string;
  let size: number;

  beforeEach(() => {
    const files = openArchiveFiles(folder, () => 0);
    places = keep(files, 1, 2);
    files.close();
    file = path(places[0]!.file);
    size = statSync(file).size;
  });

  const tails: [string, () => Buffer, () => number][] = [
    ["nothing", () => Buffer.alloc(0), () => 0],
    ["a torn record is cut off", () => Buffer.from(record(3).subarray(0, 60)), () => 0],
    ["a few bytes of one are cut off", () => Buffer.from(record(3).subarray(0, 5)), () => 0],
    ["a whole record stays", () => Buffer.from(record(3)), () => record(3).length],
    [
      "of whole records and a torn one the torn one is cut off",
      () => Buffer.concat([record(3), record(4), record(5).subarray(0, -1)]),
      () => record(3).length + record(4).length,
    ],
    ["what a disk left as zeros is cut off", () => Buffer.alloc(5_000), () => 0],
    [
      "a record with a wrong checksum is cut off",
      () => Buffer.concat([record(3).subarray(0, -8), Buffer.alloc(8)]),
      () => 0,
    ],
  ];

  it.each(tails)("%s", (_, tail, left) => {
    appendFileSync(file, tail());
    const files = openArchiveFiles(folder, endOf(places));
    expect(statSync(file).size).toBe(size + left());
    const [next] = keep(files, 9);
    expect(next!.start).toBe(size + left());
    files.close();
    expect(() => execFileSync("gzip", ["-t", file])).not.toThrow();
  });

  it("is left alone by one who only reads", () => {
    appendFileSync(file, record(3).subarray(0, 60));
    const files = openArchiveFiles(folder, endOf(places), { readOnly: true });
    expect(statSync(file).size).toBe(size + 60);
    expect(Buffer.from(files.read(places[1]!)).equals(record(2))).toBe(true);
    files.close();
  });

  it("is never cut into what rows point to, even where that is damaged", () => {
    truncateSync(file, size - 3);
    openArchiveFiles(folder, endOf(places)).close();
    expect(statSync(file).size).toBe(size - 3);
  });
});
