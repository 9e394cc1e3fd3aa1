/** The network's dimensions, and which tables and matrices it has: shared by trainer and reader. */
import { LEXICON_ROWS } from "./lexicons.ts";

export const GLOVE = 100;
export const WORD = 64;
export const PARTS = 64;
export const INPUT = GLOVE + WORD + PARTS;
/** Width of the stream through the layers; each layer reads it in both directions, half the width each. */
export const WIDTH = 192;
export const HALF = WIDTH / 2;
export const LAYERS = 6;
export const ARC = 128;
export const REL = 64;
export const NAMES = 16;
/** Columns of the joint head matrix: dependent and head views for arcs, for labels, and names. */
export const HEADS = 2 * ARC + 2 * REL + NAMES;
/** Distances between dependent and head, cut off at this many words either way. */
export const REACH = 12;
/** Rows of the table of word parts. */
export const PART_ROWS = 1 << 14;
/** Parts looked up for each word. */
export const PART_COUNT = 8;

/** Matrices that are kept and multiplied column by column as codes of 16 bits; the others are vectors, or small. */
export const isCoded = (name: string): boolean => /^(?:layer\d|tags|heads|arc|labels)$/.test(name);

export const padded = (n: number): number => (n + 7) & ~7;

/** Names and sizes of the dense matrices, for so many tags and labels. */
export function matrices(tags: number, labels: number): [name: string, rows: number, columns: number][] {
  const list: [string, number, number][] = [
    ["in", INPUT, WIDTH],
    ["in.bias", 1, WIDTH],
    // added to a word's input for each class that lexicons know it by
    ["lexicons", LEXICON_ROWS, WIDTH],
  ];
  for (let l = 0; l < LAYERS; l++) {
    list.push([`norm${l}`, 1, WIDTH], [`before${l}`, 1, WIDTH], [`after${l}`, 1, WIDTH]);
    list.push([`layer${l}`, WIDTH, 6 * HALF], [`layer${l}.bias`, 1, 6 * HALF]);
  }
  list.push(
    ["tags.norm", 1, WIDTH],
    ["tags", WIDTH, padded(tags)],
    ["tags.bias", 1, padded(tags)],
    ["out.norm", 1, WIDTH],
    ["heads", WIDTH, HEADS],
    ["heads.bias", 1, HEADS],
    ["arc", ARC, ARC],
    ["arc.bias", 1, ARC],
    ["root", 1, ARC],
    ["distance", 1, padded(2 * REACH + 1)],
    ["labels", 3 * REL, padded(labels)],
    ["labels.bias", 1, padded(labels)],
  );
  return list;
}
