/**
 * Answers made of a situation's view, kept as they are sent: as JSON, compressed, with their tag. Every reader's page
 * asks for the same ones, and making one of thousands of entries takes longer than sending it.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Context } from "hono";
import type { SituationView } from "../view/situation.ts";

interface Kept {
  readonly body: Buffer;
  readonly etag: string;
}

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];

/** Answers of one view that are kept: an address may ask for it cut off anywhere. */
const most = 12;

/** Gone with the view that they are made of. */
const answers = new WeakMap<SituationView, Map<string, Promise<Kept>>>();

/** The answer of that name: `make` is called the first time that it is asked for of a view. */
export async function keptAnswer(
  c: Context,
  view: SituationView,
  name: string,
  make: () => object,
): Promise<Response> {
  const { body, etag } = await kept(view, name, make);
  const isPacked = /\bgzip\b/iu.test(c.req.header("accept-encoding") ?? "");
  c.header("content-type", "application/json");
  c.header("etag", etag);
  c.header("vary", "Accept-Encoding", { append: true });
  if (isPacked) c.header("content-encoding", "gzip");
  return c.body(Uint8Array.from(isPacked ? body : await unpacked(body)).buffer);
}

function kept(view: SituationView, name: string, make: () => object): Promise<Kept> {
  const ofView = answers.get(view) ?? new Map<string, Promise<Kept>>();
  answers.set(view, ofView);
  const answer = ofView.get(name) ?? pack(make());
  ofView.delete(name);
  ofView.set(name, answer);
  answer.catch(() => ofView.delete(name));
  for (const oldest of ofView.keys()) {
    if (ofView.size <= most) break;
    ofView.delete(oldest);
  }
  return answer;
}

async function pack(answer: object): Promise<Kept> {
  const json = Buffer.from(JSON.stringify(answer));
  const etag = `W/"${createHash("sha256").update(json).digest("base64url")}"`;
  return { body: await packed(json, { level: 4 }), etag };
}
