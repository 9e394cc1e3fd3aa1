/** WARC and ZIP files made up for tests, also such as no tool would write. Written without the code under test. */
import { createHash } from "node:crypto";
import { crc32, deflateRawSync, gzipSync } from "node:zlib";

export interface RecordParts {
  readonly version?: string;
  readonly type?: string;
  readonly url?: string | undefined;
  readonly date?: string;
  /** Further or other fields; `undefined` leaves one out. */
  readonly fields?: Readonly<Record<string, string | undefined>>;
  readonly block?: Uint8Array | string;
}

/** One record. Content-Length is that of the block unless `fields` says otherwise. */
export function record(parts: RecordParts): Buffer {
  const { version = "1.1", type = "response", url, date = "2031-03-01T08:00:00Z", fields = {} } = parts;
  const block = Buffer.from(parts.block ?? "");
  const all: Record<string, string | undefined> = {
    "WARC-Type": type,
    "WARC-Record-ID": `<urn:uuid:${createHash("md5").update(`${url}${date}${type}`).digest("hex")}>`,
    "WARC-Date": date,
    "WARC-Target-URI": url,
    "Content-Type": type === "response" ? "application/http; msgtype=response" : undefined,
    "Content-Length": String(block.length),
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}\r\n`],
  );
  return Buffer.concat([
    Buffer.from(`WARC/${version}\r\n${lines.join("")}\r\n`),
    block,
    Buffer.from("\r\n\r\n"),
  ]);
}

/** An HTTP answer with a page; the text is its one paragraph. */
export function answer(
  text: string,
  headers: Readonly<Record<string, string>> = {},
  status = "200 OK",
): Buffer {
  const lines = Object.entries({ "Content-Type": "text/html; charset=utf-8", ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`HTTP/1.1 ${status}\r\n${head}\r\n${html(text)}`);
}

export function html(text: string): string {
  return `<!doctype html><html><head><title>${text}</title></head><body><article><p>${text}</p></article></body></html>`;
}

export function page(name: string, parts: RecordParts = {}): Buffer {
  return record({ url: `https://paper.example/${name}`, block: answer(`The harbour, ${name}.`), ...parts });
}

export const info = record({
  type: "warcinfo",
  fields: { "Content-Type": "application/warc-fields", "WARC-Filename": "a.warc.gz" },
  block: "software: a test\r\n",
});

/** One gzip member a record, as the standard asks. */
export function packed(...records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map((one) => gzipSync(one)));
}

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly deflated?: boolean;
  readonly encrypted?: boolean;
}

/** A ZIP file, whatever its names say. */
export function zip(entries: readonly ZipEntry[], { disks = 0 } = {}): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, deflated = false, encrypted = false } of entries) {
    const packedBytes = deflated ? deflateRawSync(bytes) : Buffer.from(bytes);
    // The old encryption puts twelve bytes before the data.
    const data = encrypted ? Buffer.concat([Buffer.alloc(12), packedBytes]) : packedBytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(deflated ? 8 : 0, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, rest, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(disks, 0);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from("PK\u0005\u0006"), end]);
}
