/** `npm run train -- syntax --data DIR --packages DIR`: makes models/en.bin. See models/en.md for the data. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { trainEnglish } from "./syntax.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string" },
    entities: { type: "string" },
    packages: { type: "string", default: "node_modules" },
    from: { type: "string" },
    seed: { type: "string", default: "1" },
    epochs: { type: "string", default: "12" },
    rate: { type: "string", default: "0.003" },
    dropout: { type: "string", default: "0.15" },
    out: { type: "string", default: fileURLToPath(new URL("../../../models/en.bin", import.meta.url)) },
  },
});

if (positionals[0] !== "syntax" || values.data === undefined) {
  console.error(
    "train: use npm run train -- syntax --data DIR [--entities DIR] [--packages DIR] [--from MODEL] [--seed N] [--epochs N] [--out FILE]",
  );
  process.exit(1);
}
const data = resolve(values.data);
trainEnglish(
  {
    data,
    entities: resolve(values.entities ?? `${data}/../entities`),
    packages: resolve(values.packages),
    from: values.from === undefined ? undefined : resolve(values.from),
    out: resolve(values.out),
    seed: Number(values.seed),
    epochs: Number(values.epochs),
    rate: Number(values.rate),
    dropout: Number(values.dropout),
  },
  (line) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`),
);
