/** A seed with some changes of the kinds that break readers: cuts, repeats, swaps, odd numbers, words of the format. */
import type { Random } from "./random.ts";

/** No input is longer: the time for one is bounded by its length. */
export const longest = 256 * 1024;

export function mutated(seeds: readonly Buffer[], words: readonly string[], random: Random): Buffer {
  let bytes = Buffer.from(random.pick(seeds));
  const changes = 1 + random.below(random.oneIn(4) ? 40 : 6);
  for (let i = 0; i < changes; i++)
    bytes = changed(bytes, seeds, words, random).subarray(0, longest) as typeof bytes;
  return bytes;
}

type Change = (bytes: Buffer, seeds: readonly Buffer[], words: readonly string[], random: Random) => Buffer;

const spanOf = (bytes: Buffer, random: Random) => {
  const start = random.below(bytes.length + 1);
  const most = random.oneIn(3) ? bytes.length - start : Math.min(64, bytes.length - start);
  return [start, start + random.below(most + 1)] as const;
};

const numbers = [
  "0",
  "-1",
  "1",
  "9",
  "2147483648",
  "4294967296",
  "99999999999999999999",
  "1e309",
  "NaN",
  "0x7f",
  "",
];
const odd = [
  0x00, 0x09, 0x0a, 0x0d, 0x1b, 0x20, 0x22, 0x26, 0x27, 0x2d, 0x3c, 0x3e, 0x7f, 0x80, 0xbf, 0xc2, 0xe2, 0xed,
  0xf0, 0xff,
];

const changes: readonly Change[] = [
  // a byte
  (bytes, _, __, random) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0)
      copy[random.below(copy.length)] = random.oneIn(2) ? random.pick(odd) : random.below(256);
    return copy;
  },
  // a word of the format, put in or put over
  (bytes, _, words, random) => {
    const [start, end] = spanOf(bytes, random);
    const word = Buffer.from(random.pick(words), "latin1");
    return Buffer.concat([bytes.subarray(0, start), word, bytes.subarray(random.oneIn(2) ? start : end)]);
  },
  // a word many times
  (bytes, _, words, random) => {
    const at = random.below(bytes.length + 1);
    const many = random.pick(words).repeat(1 + random.below(random.oneIn(10) ? 20_000 : 200));
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(many.slice(0, longest), "latin1"),
      bytes.subarray(at),
    ]);
  },
  // without a span
  (bytes, _, __, random) => {
    const [start, end] = spanOf(bytes, random);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  // a span again, once or often
  (bytes, _, __, random) => {
    const [start, end] = spanOf(bytes, random);
    const times = 1 + random.below(random.oneIn(10) ? 1000 : 4);
    const most = Math.floor(longest / Math.max(1, end - start));
    const copies = Array.from({ length: Math.min(times, most) }, () => bytes.subarray(start, end));
    return Buffer.concat([bytes.subarray(0, end), ...copies, bytes.subarray(end)]);
  },
  // a span elsewhere
  (bytes, _, __, random) => {
    const [start, end] = spanOf(bytes, random);
    const rest = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    const at = random.below(rest.length + 1);
    return Buffer.concat([rest.subarray(0, at), bytes.subarray(start, end), rest.subarray(at)]);
  },
  // a span of another seed
  (bytes, seeds, _, random) => {
    const other = random.pick(seeds);
    const [start, end] = spanOf(other, random);
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at)]);
  },
  // the head of one, the tail of another
  (bytes, seeds, _, random) => {
    const other = random.pick(seeds);
    return Buffer.concat([
      bytes.subarray(0, random.below(bytes.length + 1)),
      other.subarray(random.below(other.length + 1)),
    ]);
  },
  // cut short
  (bytes, _, __, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  // another number
  (bytes, _, __, random) => {
    const from = random.below(bytes.length + 1);
    let start = from;
    while (start < bytes.length && !isDigit(bytes[start]!)) start++;
    let end = start;
    while (end < bytes.length && isDigit(bytes[end]!)) end++;
    return Buffer.concat([bytes.subarray(0, start), Buffer.from(random.pick(numbers)), bytes.subarray(end)]);
  },
];

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

const changed: Change = (bytes, seeds, words, random) => random.pick(changes)(bytes, seeds, words, random);
