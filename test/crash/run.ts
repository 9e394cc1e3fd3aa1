/** `npm run crash [rounds] [seed]`: 100 rounds of crash.ts, or as many as given; the seed is printed. */
import { crash } from "./crash.ts";

const rounds = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
console.log(`crash: ${rounds} rounds, seed ${seed}`);
const { killed, between, reports, faults } = await crash({ rounds, seed, say: console.log });
for (const fault of faults) console.log(fault);
console.log(
  `${rounds} rounds: killed in ${killed}, between two reports in ${between}; ${reports} reports at the end; ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
