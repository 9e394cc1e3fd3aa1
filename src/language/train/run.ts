/** `npm run train -- syntax --data DIR [--entities DIR] [--seed N] [--epochs N] [--out FILE]`. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeWeights } from "../weights.ts";
import { trainEnglish } from "./syntax.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string" },
    entities: { type: "string" },
    seed: { type: "string", default: "1" },
    epochs: { type: "string", default: "8" },
    out: { type: "string", default: fileURLToPath(new URL("../../../models/en.bin", import.meta.url)) },
  },
});

if (positionals[0] !== "syntax" || values.data === undefined) {
  console.error(
    "train: use npm run train -- syntax --data DIR [--entities DIR] [--seed N] [--epochs N] [--out FILE]",
  );
  process.exit(1);
}
const data = resolve(values.data);
const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
const weights = trainEnglish(
  {
    data,
    entities: resolve(values.entities ?? `${data}/../entities`),
    seed: Number(values.seed),
    epochs: Number(values.epochs),
  },
  say,
);
writeWeights(values.out, weights);
say(`written: ${values.out}`);
