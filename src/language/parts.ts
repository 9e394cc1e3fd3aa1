/** What the network sees of a form beside the word itself: rows of the table of word parts. */
import { hashText } from "./hashing.ts";
import { PART_COUNT, PART_ROWS } from "./shape.ts";
import { shapeOf } from "./words.ts";

const apostrophes = /[’‘`]/g;
const quotes = /[“”«»]/g;
const dashes = /[–—]/g;
const digits = /\d/g;

/** The key that words are looked up by: lower case, plain apostrophes, quotation marks and dashes. */
export function keyOf(form: string): string {
  let plain = true;
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i);
    if (c === 96 || c > 127) plain = false;
  }
  if (plain) return form.toLowerCase();
  return form.replace(apostrophes, "'").replace(quotes, '"').replace(dashes, "--").toLowerCase();
}

/** Fills `out` with PART_COUNT row numbers. Row 0 is kept for "no such part". */
export function partsOf(form: string, out: Int32Array, at: number): void {
  const plain = form.length > 40 ? form.slice(0, 20) + form.slice(-20) : form;
  const norm = keyOf(plain).replace(digits, "0");
  const end = norm.length;
  let k = at;
  const put = (from: number, to: number, seed: number) => {
    out[k++] = from < 0 || to > end ? 0 : 1 + ((hashText(norm, from, to, seed) >>> 0) % (PART_ROWS - 1));
  };
  put(end - 1, end, 11);
  put(end - 2, end, 12);
  put(end - 3, end, 13);
  put(end - 4, end, 14);
  put(0, 2, 15);
  put(0, 3, 16);
  put(0, end, 17);
  const shape = shapeOf(plain);
  out[k++] = 1 + ((hashText(shape, 0, shape.length, 18) >>> 0) % (PART_ROWS - 1));
  if (k - at !== PART_COUNT) throw new RangeError("parts: count differs from PART_COUNT");
}
