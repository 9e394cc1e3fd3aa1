/**
 * `npm run bench -- NAME [options]`: runs bench/NAME.ts, which prints a table with the command, the
 * machine and the date. Benchmarks are not tests: nothing fails on a slow day.
 */
import "../src/compiling.ts";
import { readdirSync } from "node:fs";

const folder = new URL(".", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !["run.ts", "table.ts"].includes(file))
  .map((file) => file.slice(0, -3))
  .sort();

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`bench: ${name === undefined ? "no name given" : `unknown benchmark "${name}"`}`);
  console.error(`use: npm run bench -- NAME [--gold PATH] [--predictions FILE]\nnames: ${names.join(", ")}`);
  process.exit(1);
}
process.argv = [process.argv[0]!, process.argv[1]!, ...rest];
await import(new URL(`${name}.ts`, folder).href);
