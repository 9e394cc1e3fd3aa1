/** Reads the treebanks (one JSON sentence a line) and groups their sentences into documents. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** One gold sentence; `head` counts from 0, -1 for the root; `start` are offsets into `text`. */
export interface GoldSentence {
  readonly id: string;
  readonly text: string;
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly head: readonly number[];
  readonly deprel: readonly string[];
  readonly start: readonly number[];
}

/** GUM's genres whose licence is not free for shipped models. */
const UNFREE = /^GUM_(whow|fiction)_/;

export function lines<T>(path: string): T[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

export function readTreebank(path: string): GoldSentence[] {
  interface Raw extends Omit<GoldSentence, "upos" | "xpos" | "deprel"> {
    upos: string;
    xpos: string;
    deprel: string;
  }
  return lines<Raw>(path)
    .filter((raw) => !UNFREE.test(raw.id))
    .map((raw) => ({
      ...raw,
      upos: raw.upos.split(" "),
      xpos: raw.xpos.split(" "),
      deprel: raw.deprel.split(" "),
      head: raw.head.map((h) => h - 1),
    }));
}

export interface Treebanks {
  readonly train: GoldSentence[];
  readonly devEwt: GoldSentence[];
  readonly devGum: GoldSentence[];
}

export function readTreebanks(folder: string): Treebanks {
  const at = (name: string) => readTreebank(join(folder, `${name}.jsonl.gz`));
  return {
    train: [...at("train.ewt"), ...at("train.gum")],
    devEwt: at("dev.ewt"),
    devGum: at("dev.gum"),
  };
}

/** Sentences of one document, in order: ids are the document's name, "-", and a number. */
export function documentsOf(sentences: readonly GoldSentence[]): GoldSentence[][] {
  const groups: GoldSentence[][] = [];
  let last = "";
  for (const sentence of sentences) {
    const name = sentence.id.replace(/-\d+$/, "");
    if (name !== last) groups.push([]);
    groups.at(-1)!.push(sentence);
    last = name;
  }
  return groups;
}
