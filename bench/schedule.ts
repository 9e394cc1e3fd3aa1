/**
 * Many sources at rest: `sitrep start` follows them while this measures its memory and its processor time.
 * `--sources N` (10,000), `--seconds N` measured (120), `--changed SHARE` of visits that find something (0.05).
 * The sources stand at the pace of half an hour that a new source has; on many hosts, in many situations.
 */
import { fork, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openStore } from "../src/store/open.ts";
import { pace } from "../src/work/schedule.ts";
import { sourceId } from "../src/work/sources.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: {
    sources: { type: "string", default: "10000" },
    seconds: { type: "string", default: "120" },
    changed: { type: "string", default: "0.05" },
    settle: { type: "string", default: "45" },
  },
});
const count = Number(values.sources);
const hosts = Math.max(1, Math.floor(count / 5));
const situations = Math.max(1, Math.floor(count / 100));
const folder = mkdtempSync(join(tmpdir(), "sitrep-schedule-"));
const web = fork(fileURLToPath(new URL("schedule/web.ts", import.meta.url)), [values.changed]);
const { port } = (await message()) as { port: number };

await fill();
const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const options = ["start", "--data", folder, "--no-example", "--no-open", "--allow-private", "--port", "0"];
const sitrep = spawn(process.execPath, [main, ...options], { env: { ...process.env, DATABASE_URL: "" } });
await new Promise<void>((ready) => sitrep.stdout.on("data", (data) => /is at/.test(String(data)) && ready()));
sitrep.stderr.pipe(process.stderr);

// Weights are loaded by the first article; then it is at rest.
await seconds(Number(values.settle));
const before = { ...usage(), ...(await asked()) };
let most = 0;
for (let i = 0; i < Number(values.seconds); i++) {
  await seconds(1);
  most = Math.max(most, usage().memory);
}
const after = { ...usage(), ...(await asked()) };
const wall = Number(values.seconds);
const processor = ((after.ticks - before.ticks) / 100 / wall) * 100;
console.log(heading("schedule"));
console.log(
  table(
    [{ title: "what" }, { title: "measured", right: true }, { title: "bar", right: true }],
    [
      ["sources, hosts, situations", `${count}, ${hosts}, ${situations}`, ""],
      ["visits a second", ((after.visits - before.visits) / wall).toFixed(1), ""],
      [
        "of these changed",
        `${(((after.changed - before.changed) / Math.max(1, after.visits - before.visits)) * 100).toFixed(1)} %`,
        "",
      ],
      ["articles read a second", ((after.articles - before.articles) / wall).toFixed(2), ""],
      ["resident memory, most", `${Math.round(most)} MB`, "300 MB"],
      ["processor, share of a core", `${processor.toFixed(1)} %`, "5 %"],
    ],
  ),
);
sitrep.kill("SIGTERM");
await new Promise((ended) => sitrep.on("close", ended));
web.kill();
rmSync(folder, { recursive: true, force: true });

/** Sources whose next visits are spread over their pace, as they are once they have been followed for a while. */
async function fill(): Promise<void> {
  const store = await openStore({ folder });
  const now = Date.now();
  await store.transaction(async (write) => {
    const addedAt = new Date(now).toISOString();
    for (let i = 0; i < situations; i++)
      await write.addSituation({ id: `s${i}`, title: `Situation ${i}`, createdAt: addedAt });
    for (let i = 0; i < count; i++) {
      const host = i % hosts;
      const address = `http://127.${(host >> 14) & 127}.${(host >> 7) & 127}.${(host & 127) + 1}:${port}/feed/${i}`;
      const situation = `s${i % situations}`;
      const source = sourceId(situation, address);
      await write.addSource({ id: source, situation, kind: "feed", address, addedAt });
      await write.setHealth({
        source,
        nextAt: new Date(now + ((i * 7919) % count) * ((pace.first * 1000) / count)).toISOString(),
        visitedAt: addedAt,
        workedAt: addedAt,
        failures: 0,
        every: pace.first,
        visits: 1,
        items: 0,
        etag: '"0"',
      });
    }
  });
  await store.close();
}

function usage(): { memory: number; ticks: number } {
  const stat = readFileSync(`/proc/${sitrep.pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const status = readFileSync(`/proc/${sitrep.pid}/status`, "utf8");
  const memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
  return { memory, ticks: Number(fields[11]) + Number(fields[12]) };
}

async function asked(): Promise<{ visits: number; changed: number; articles: number }> {
  web.send("count");
  return (await message()) as { visits: number; changed: number; articles: number };
}

function message(): Promise<unknown> {
  return new Promise((resolve) => web.once("message", resolve));
}

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}
