/**
 * `npm run fuzz -- --kind html --seconds 3600 --seed N`: a reader (feed, html, mail, pdf, reading, warc; without a
 * kind each in turn) against inputs that are nearly right. The first that fails is made small, printed with its seed, and saved;
 * `--input FILE` tries a saved one again, `--from NUMBER --count 1` the one of that number.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fuzz, replay } from "./fuzz.ts";
import { savedAt, shown } from "./shown.ts";
import { targets } from "./targets.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: "string", multiple: true },
    seconds: { type: "string" },
    count: { type: "string" },
    from: { type: "string" },
    seed: { type: "string" },
    input: { type: "string" },
  },
});

const kinds = [...positionals, ...(values.kind ?? [])];
const unknown = kinds.find((kind) => !Object.hasOwn(targets, kind));
if (unknown !== undefined) end(`unknown kind "${unknown}": use ${Object.keys(targets).join(", ")}`);
const seed = wholeNumber("seed") ?? 1;
const count = wholeNumber("count");
const from = wholeNumber("from") ?? 0;
const seconds = wholeNumber("seconds") ?? (count === undefined ? 60 : undefined);

if (values.input !== undefined) {
  if (kinds.length !== 1) end("--input wants one --kind: say how the file is to be read");
  const fault = await replay(kinds[0]!, readFileSync(values.input));
  if (fault !== undefined) end(`${values.input} fails as ${kinds[0]}: ${fault}`);
  console.log(`${values.input}: read as ${kinds[0]}, nothing fails`);
} else {
  for (const target of kinds.length > 0 ? kinds : Object.keys(targets)) {
    const started = performance.now();
    const { tried, failure } = await fuzz({
      target,
      seed,
      from,
      ...(count === undefined ? {} : { count }),
      ...(seconds === undefined ? {} : { seconds }),
    });
    if (failure === undefined) {
      const took = Math.round((performance.now() - started) / 1000);
      console.log(`${target}: ${tried} inputs in ${took} s, seed ${seed}: none fails`);
      continue;
    }
    const saved = savedAt(failure);
    mkdirSync(saved.folder, { recursive: true });
    writeFileSync(saved.whole, failure.bytes);
    writeFileSync(saved.smallest, failure.smallest);
    console.error(shown(failure));
    process.exitCode = 1;
  }
}

function wholeNumber(name: "seed" | "count" | "from" | "seconds"): number | undefined {
  const value = values[name];
  if (value !== undefined && !/^\d{1,10}$/.test(value)) end(`--${name} is a whole number, not "${value}"`);
  return value === undefined ? undefined : Number(value);
}

function end(line: string): never {
  console.error(`fuzz: ${line}`);
  process.exit(1);
}
