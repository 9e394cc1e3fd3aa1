/**
 * The web that bench/schedule.ts follows, a process of its own: feeds at /feed/N on every loopback address, which
 * answer 304 save at a given share of visits, when they list one article more.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const share = Number(process.argv[2] ?? "0.05");
const revisions = new Map<string, number>();
let visits = 0;
let changed = 0;
let articles = 0;

const server = createServer((request, response) => {
  const path = request.url ?? "";
  if (path.startsWith("/feed/")) {
    visits++;
    // Every so many visits of all, so that the share is kept whatever the pace.
    if (Math.floor(visits * share) > Math.floor((visits - 1) * share)) {
      revisions.set(path, (revisions.get(path) ?? 0) + 1);
      changed++;
    }
    const revision = revisions.get(path) ?? 0;
    const etag = `"${revision}"`;
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
    const host = request.headers.host;
    const items = Array.from({ length: revision }, (_, i) => {
      const link = `http://${host}${path.replace("feed", "story")}/${i + 1}`;
      return `<item><title>Story</title><link>${link}</link><guid>${link}</guid></item>`;
    });
    return void response
      .writeHead(200, { "content-type": "application/rss+xml", etag })
      .end(`<rss version="2.0"><channel><title>${path}</title>${items.join("")}</channel></rss>`);
  }
  if (path.startsWith("/story/")) {
    articles++;
    const text = `The council of district ${path.split("/")[2]} may close bridge ${path.split("/")[3]} next week, an official said on Monday. At least 12 people were injured there last month, according to the regional hospital. `;
    return void response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end(
        `<html lang="en"><head><title>Bridge ${path}</title></head><body><article><h1>Bridge may close</h1>${`<p>${text}</p>`.repeat(8)}</article></body></html>`,
      );
  }
  response.writeHead(404).end();
});
server.keepAliveTimeout = 5_000;
server.listen(0, "0.0.0.0", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", () => process.send?.({ visits, changed, articles }));
