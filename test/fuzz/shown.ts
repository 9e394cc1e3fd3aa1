/** A failure as a report of a bug wants it: what, with which seed, and where its input is kept. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Failure } from "./fuzz.ts";

export function savedAt({ target, seed, number }: Failure) {
  const folder = join(tmpdir(), "sitrep-fuzz");
  const name = join(folder, `${target}-${seed}-${number}`);
  return { folder, whole: `${name}.whole`, smallest: `${name}.smallest` };
}

export function shown(failure: Failure): string {
  const { target, seed, number, fault, bytes, smallest } = failure;
  const saved = savedAt(failure);
  const base64 = smallest.toString("base64");
  return [
    `fuzz: ${target}, seed ${seed}, input ${number} fails: ${fault}`,
    `its ${bytes.length} bytes: ${saved.whole}`,
    `the ${smallest.length} that fail alike: ${saved.smallest}`,
    ...(base64.length < 4000 ? [base64] : []),
    `again: npm run fuzz -- --kind ${target} --input ${saved.smallest}`,
    `or: npm run fuzz -- --kind ${target} --seed ${seed} --from ${number} --count 1`,
  ].join("\n");
}
