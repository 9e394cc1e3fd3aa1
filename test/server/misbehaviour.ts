/** Everything that a server can do wrong, by path; and a few things done right, to compare with. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import type { Route, Routes } from "./route.ts";

export const pageText = "<!doctype html><title>Boats</title><p>Boats left the harbour at noon.</p>";
const html = { "content-type": "text/html; charset=utf-8" };
/** Larger than one packet, and not to be compressed to nothing. */
export const longText = Array.from(
  { length: 4000 },
  (_, line) => `<p>Boat ${line} left at ${line * 7919}.</p>`,
).join("");

const send =
  (status: number, headers: Record<string, string | string[]>, body: string | Buffer = ""): Route =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };
const compressed = (coding: string, body: Buffer) => send(200, { ...html, "content-encoding": coding }, body);
const to = (location: string, status = 302) => send(status, { location });
/** 64 MiB of one letter. */
const bomb = () => Buffer.alloc(64 * 2 ** 20, 65);

export const misbehaviour: Routes = {
  // As it should be.
  "/page": send(200, html, pageText),
  "/long": send(200, html, longText),
  "/gzip": compressed("gzip", gzipSync(pageText)),
  "/x-gzip": compressed("x-gzip", gzipSync(pageText)),
  "/deflate": compressed("deflate", deflateSync(pageText)),
  "/raw-deflate": compressed("deflate", deflateRawSync(pageText)),
  "/br": compressed("br", brotliCompressSync(pageText)),
  "/zstd": compressed("zstd", zstdCompressSync(pageText)),
  "/gzip-twice": compressed("gzip, gzip", gzipSync(gzipSync(pageText))),
  "/nothing": send(204, {}),
  "/empty": send(200, html),
  "/etag": (request, response) => {
    const headers = { ...html, etag: '"v1"', "last-modified": "Sun, 02 Mar 2031 07:00:00 GMT" };
    const same =
      request.headers["if-none-match"] === '"v1"' ||
      (request.headers["if-none-match"] === undefined && request.headers["if-modified-since"] !== undefined);
    if (same) response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(pageText);
  },
  "/weak-etag": (request, response) => {
    const same = request.headers["if-none-match"] === 'W/"v1"';
    response.writeHead(same ? 304 : 200, { ...html, etag: 'W/"v1"' }).end(same ? "" : pageText);
  },
  "/304-unasked": send(304, {}),

  // Redirects.
  "/moved": to("/page#part", 301),
  "/moved-308": to("/moved", 308),
  "/found": to("/page"),
  "/found-then-moved": to("/moved"),
  "/moved-etag": to("/etag", 301),
  "/found-etag": to("/etag"),
  "/see-other": to("/page", 303),
  "/moved-to-found": to("/found", 301),
  "/no-location": send(302, {}),
  "/loop": to("/loop"),
  "/loop-a": to("/loop-b"),
  "/loop-b": to("/loop-a"),
  "/cookie-loop": (_, response) => {
    response.writeHead(302, { location: "/cookie-loop", "set-cookie": "asked=1" }).end();
  },
  "/wall": (request, response) => {
    if (/(?:^|; )consent=yes/.test(request.headers.cookie ?? "")) response.writeHead(200, html).end(pageText);
    else response.writeHead(302, { location: "/wall/ask?back=/wall" }).end();
  },
  "/wall/ask": send(302, {
    location: "/wall",
    "set-cookie": ["lang=en; Path=/", "consent=yes; Path=/; HttpOnly"],
  }),
  "/many-hops": (request, response) => {
    const hop = Number(/\d+/.exec(request.url ?? "")?.[0] ?? 0);
    response.writeHead(302, { location: `/many-hops?${hop + 1}` }).end();
  },
  "/to": (request, response) => {
    const query = new URL(request.url ?? "", "http://here").searchParams;
    response.writeHead(Number(query.get("status") ?? 302), { location: query.get("at") ?? "" }).end();
  },
  "/to-private": to("http://10.0.0.1/page"),
  "/to-metadata": to("http://169.254.169.254/latest/meta-data"),
  "/to-mapped": to("http://[::ffff:10.0.0.1]/page"),
  "/to-number": to("http://167772161/page"),
  "/to-octal": to("http://012.0.0.01/page"),
  "/to-file": to("file:///etc/passwd"),
  "/to-ftp": to("ftp://127.0.0.1/page"),
  "/to-data": to("data:text/html,<p>boats"),
  "/to-script": to("javascript:alert(1)"),
  "/to-nothing": to("http://"),
  "/to-mail-port": to("http://127.0.0.1:25/"),
  "/to-letters": raw("HTTP/1.1 302 Found\r\nLocation: /schön/ß\r\nContent-Length: 0\r\n\r\n"),
  "/sch%C3%B6n/%C3%9F": send(200, html, pageText),

  // Bodies.
  "/endless": (_, response) => {
    response.writeHead(200, html);
    forever(response, Buffer.alloc(65_536, 65));
  },
  "/endless-gzip": (_, response) => {
    response.writeHead(200, { ...html, "content-encoding": "gzip" });
    const whole = gzipSync(Buffer.alloc(2 ** 20, 65));
    forever(response, whole);
  },
  "/drip": (_, response) => {
    response.writeHead(200, html);
    const drip = setInterval(() => response.write("."), 5);
    response.once("close", () => clearInterval(drip));
  },
  "/silent": () => {},
  "/half": (_, response) => {
    response.writeHead(200, html).write("<p>Boats");
  },
  "/large": send(200, html, Buffer.alloc(2 ** 20 + 1, 65)),
  "/large-said": (_, response) => {
    response.writeHead(200, { ...html, "content-length": String(2 ** 40) }).write("<p>");
  },
  "/bomb-gzip": (_, response) => compressedNow(response, "gzip", gzipSync(bomb())),
  "/bomb-deflate": (_, response) => compressedNow(response, "deflate", deflateSync(bomb())),
  "/bomb-br": (_, response) => compressedNow(response, "br", brotliCompressSync(bomb())),
  "/bomb-zstd": (_, response) => compressedNow(response, "zstd", zstdCompressSync(bomb())),
  "/bomb-twice": (_, response) => compressedNow(response, "gzip, gzip", gzipSync(gzipSync(bomb()))),
  "/truncated": (_, response) => {
    response.writeHead(200, { ...html, "content-length": "1000" });
    response.write("<p>Boats left", () => response.destroy());
  },
  "/truncated-chunks": raw(
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n<p>Boats left the har",
  ),
  "/no-last-chunk": raw(
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n<p>Boats\r\n",
  ),
  "/truncated-gzip": compressed("gzip", gzipSync(longText).subarray(0, 500)),
  "/truncated-br": compressed("br", brotliCompressSync(longText).subarray(0, 500)),
  "/truncated-zstd": compressed("zstd", zstdCompressSync(longText).subarray(0, 500)),
  "/damaged-gzip": compressed("gzip", gzipSync(longText).fill(0xff, 100, 200)),
  "/gzip-and-more": compressed("gzip", Buffer.concat([gzipSync(pageText), Buffer.alloc(10)])),
  "/wrong-length": (_, response) => {
    response.writeHead(200, { ...html, "content-length": "8" });
    response.socket?.end(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 8\r\nConnection: close\r\n\r\n${pageText}`,
    );
  },
  "/no-length": raw(`HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n${pageText}`),
  "/two-lengths": raw(
    `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 8\r\nContent-Length: 9\r\n\r\n${pageText}`,
  ),
  "/wrong-encoding": compressed("gzip", Buffer.from(pageText)),
  "/wrong-encoding-br": compressed("br", Buffer.from(pageText)),
  "/wrong-encoding-deflate": compressed("deflate", Buffer.from(pageText)),
  "/wrong-encoding-zstd": compressed("zstd", Buffer.from(pageText)),
  "/unknown-encoding": compressed("utf-8", Buffer.from(pageText)),
  "/secret-encoding": compressed("secret", gzipSync(pageText)),
  "/many-encodings": compressed("gzip, gzip, gzip", gzipSync(gzipSync(gzipSync(pageText)))),

  // Headers and answers that are none.
  "/many-headers": (_, response) => {
    for (let n = 0; n < 5000; n++) response.setHeader(`x-boat-${n}`, "left the harbour at noon");
    response.writeHead(200, html).end(pageText);
  },
  "/endless-headers": (request) => {
    const { socket } = request;
    socket.write("HTTP/1.1 200 OK\r\n");
    let n = 0;
    const more = () => {
      while (!socket.destroyed && socket.write(`x-boat-${n++}: left\r\n`));
    };
    socket.on("drain", more);
    more();
  },
  "/drip-headers": (request) => {
    const { socket } = request;
    socket.write("HTTP/1.1 200 OK\r\n");
    const drip = setInterval(() => socket.write("x: y\r\n"), 5);
    socket.once("close", () => clearInterval(drip));
  },
  "/early-hints": (request) => {
    const { socket } = request;
    const drip = setInterval(() => socket.write("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"), 5);
    socket.once("close", () => clearInterval(drip));
  },
  "/no-http": raw("220 mail.example ESMTP\r\n"),
  "/hang-up": (request) => {
    request.socket.destroy();
  },
  "/reset": (request) => {
    request.socket.resetAndDestroy();
  },
  "/repeated": send(200, { ...html, "x-boat": ["one", "two"], "set-cookie": ["a=1", "b=2"] }, pageText),

  // Statuses.
  "/429": send(429, { "retry-after": "120" }),
  "/429-bare": send(429, {}),
  "/429-reset": send(429, { "ratelimit-reset": "30" }),
  "/503-date": send(503, {
    date: "Sun, 02 Mar 2031 08:00:00 GMT",
    "retry-after": "Sun, 02 Mar 2031 08:05:00 GMT",
  }),
  ...Object.fromEntries(
    [400, 401, 403, 404, 408, 410, 418, 451, 500, 502, 503].map((status) => [
      `/${status}`,
      send(status, html, "<p>No.</p>"),
    ]),
  ),
};

function compressedNow(response: ServerResponse, coding: string, body: Buffer): void {
  response.writeHead(200, { ...html, "content-encoding": coding }).end(body);
}

/** Bytes of its own instead of HTTP by the book, then the end of the connection. */
function raw(bytes: string): Route {
  return (request: IncomingMessage) => {
    request.socket.end(bytes);
  };
}

function forever(response: ServerResponse, chunk: Buffer): void {
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", more);
  more();
}
