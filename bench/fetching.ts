/**
 * `npm run bench -- fetching [--requests N]`: requests a second of the fetcher against a server on this machine, which
 * runs in a process of its own: one host and many, full answers, compressed ones and "not modified", robots.txt obeyed.
 * Memory is the heap's growth while all requests wait, and the process's peak.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openFetcher } from "../src/source/http/fetcher.ts";
import { startServer } from "../test/server/server.ts";
import { heading, median, table } from "./table.ts";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "20000" },
    serve: { type: "boolean" },
    gold: { type: "string" },
  },
});

if (values.serve === true) {
  const server = await startServer();
  process.send?.(server.port);
} else {
  await measureAll(Number(values.requests));
}

async function measureAll(requests: number): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), ["--serve"]);
  const port = await new Promise<number>((ready) => child.once("message", (given) => ready(given as number)));
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;

  const cases: [what: string, hosts: number, path: string, etag?: string][] = [
    ["one host", 1, "/page"],
    ["200 hosts", 200, "/page"],
    ["200 hosts, gzip", 200, "/gzip"],
    ["200 hosts, 145 KB", 200, "/long"],
    ["2,000 hosts", 2000, "/page"],
    ["2,000 hosts, not modified", 2000, "/etag", '"v1"'],
  ];
  const rows: (string | number)[][] = [];
  for (const [what, hosts, path, etag] of cases) {
    const runs: { rate: number; cpu: number; waiting: number }[] = [];
    for (let run = 0; run < 3; run++) {
      const fetcher = openFetcher({
        now: () => "2031-03-02T08:00:00Z",
        allowPrivate: true,
        pauseMs: 0,
        environment: {},
        resolver: (_, __, callback) => callback(null, [{ address: "127.0.0.1", family: 4 }]),
      });
      gc();
      const heap = process.memoryUsage().heapUsed;
      const cpu = process.cpuUsage();
      const from = performance.now();
      const all = Array.from({ length: requests }, (_, n) =>
        fetcher
          .fetch(`http://h${n % hosts}.test:${port}${path}?${n}`, etag === undefined ? {} : { etag })
          .then(({ status }) => status),
      );
      const waiting = (process.memoryUsage().heapUsed - heap) / requests;
      await Promise.all(all);
      const wall = performance.now() - from;
      const { user, system } = process.cpuUsage(cpu);
      runs.push({ rate: (1000 * requests) / wall, cpu: (user + system) / requests, waiting });
      await fetcher.close();
    }
    const middle = (key: "rate" | "cpu" | "waiting") => Math.round(median(runs.map((run) => run[key])));
    rows.push([what, middle("rate"), middle("cpu"), middle("waiting")]);
  }
  child.disconnect();
  child.kill();
  console.log(heading("fetching"));
  console.log(
    table(
      [
        { title: `${requests} requests` },
        { title: "requests/s", right: true },
        { title: "CPU µs each", right: true },
        { title: "bytes each, waiting", right: true },
      ],
      rows,
    ),
  );
  console.log(`\nPeak of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB.`);
}
