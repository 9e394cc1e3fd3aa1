/** One binary file of named blobs (`models/en.bin`): a JSON directory, then 8-byte-aligned arrays. */
import { readFileSync, writeFileSync } from "node:fs";
import { Problem } from "../model/problem.ts";

export type Blob = Int8Array | Uint8Array | Int16Array | Int32Array | Float32Array;

/** What a model file holds: plain values, and arrays as views into the file's own bytes. */
export interface Weights {
  readonly values: Readonly<Record<string, unknown>>;
  readonly blobs: Readonly<Record<string, Blob>>;
}

const MAGIC = "SITREPW1";
const kinds = { Int8Array, Uint8Array, Int16Array, Int32Array, Float32Array };
type Kind = keyof typeof kinds;

interface Directory {
  readonly values: Record<string, unknown>;
  readonly blobs: Record<string, { kind: Kind; offset: number; length: number }>;
}

export function readWeights(path: string): Weights {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new Problem(
      "language",
      "no-model",
      path,
      `${path}: no model file; restore models/ or train it`,
      cause,
    );
  }
  if (bytes.toString("latin1", 0, 8) !== MAGIC) {
    throw new Problem(
      "language",
      "bad-model",
      path,
      `${path}: not a model file; restore models/ or train it`,
    );
  }
  const size = bytes.readUInt32LE(8);
  const directory = JSON.parse(bytes.toString("utf8", 12, 12 + size)) as Directory;
  const base = align(12 + size);
  const buffer = bytes.buffer as ArrayBuffer;
  const blobs: Record<string, Blob> = {};
  for (const [name, { kind, offset, length }] of Object.entries(directory.blobs)) {
    const from = bytes.byteOffset + base + offset;
    const array = kinds[kind];
    // a Buffer may start anywhere: copy the rare blob whose view would not be aligned
    blobs[name] =
      from % array.BYTES_PER_ELEMENT === 0
        ? new array(buffer, from, length)
        : new array(buffer.slice(from, from + length * array.BYTES_PER_ELEMENT));
  }
  return { values: directory.values, blobs };
}

export function writeWeights(path: string, weights: Weights): void {
  const directory: Directory = { values: { ...weights.values }, blobs: {} };
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const [name, blob] of Object.entries(weights.blobs)) {
    directory.blobs[name] = { kind: blob.constructor.name as Kind, offset, length: blob.length };
    const padded = new Uint8Array(align(blob.byteLength));
    padded.set(new Uint8Array(blob.buffer, blob.byteOffset, blob.byteLength));
    parts.push(padded);
    offset += padded.length;
  }
  const json = Buffer.from(JSON.stringify(directory));
  const head = Buffer.alloc(align(12 + json.length));
  head.write(MAGIC, 0, "latin1");
  head.writeUInt32LE(json.length, 8);
  json.copy(head, 12);
  writeFileSync(path, Buffer.concat([head, ...parts]));
}

const align = (n: number): number => (n + 7) & ~7;
