/** What counts as a fault of a reader: that it throws anything but one line, takes too long, or is not the same twice. */
import { isDeepStrictEqual } from "node:util";
import { Problem } from "../../src/model/problem.ts";
import { isLine } from "./holds.ts";

/** Gives what was read, having looked it through; throws Problem for what is wrong with the input. */
export type Read = (bytes: Buffer) => Promise<unknown>;

/**
 * Processor time of this thread, in milliseconds, by the input's length: several times what the slowest honest input
 * took, and a small part of what anything quadratic takes at the full length.
 */
export const usualMs = (length: number) => 500 + length / 50;

/** Undefined where nothing is wrong. Each input is read twice. */
export async function faultOf(read: Read, bytes: Buffer, longestMs = usualMs): Promise<string | undefined> {
  const first = await once(read, bytes);
  if (first.fault !== undefined) return first.fault;
  const second = await once(read, bytes);
  if (second.fault !== undefined) return `only when read again: ${second.fault}`;
  if (!isDeepStrictEqual(first.found, second.found)) return "read again, it gives something else";
  // A machine that does something else besides may take long once, but not each time.
  let ms = Math.min(first.ms, second.ms);
  if (ms > longestMs(bytes.length)) ms = Math.min(ms, (await once(read, bytes)).ms);
  return ms > longestMs(bytes.length)
    ? `takes ${Math.round(ms)} ms of processor time for ${bytes.length} bytes`
    : undefined;
}

interface Once {
  readonly ms: number;
  readonly found?: unknown;
  readonly fault?: string;
}

async function once(read: Read, bytes: Buffer): Promise<Once> {
  const before = process.threadCpuUsage();
  let result: { found: unknown } | { fault: string };
  try {
    result = { found: await read(Buffer.from(bytes)) };
  } catch (error) {
    result = thrown(error);
  }
  const { user, system } = process.threadCpuUsage(before);
  return { ms: (user + system) / 1000, ...result };
}

function thrown(error: unknown): { found: unknown } | { fault: string } {
  if (!(error instanceof Problem))
    return {
      fault:
        error instanceof Error
          ? (error.stack ?? error.message).split("\n").slice(0, 6).join("\n")
          : String(error),
    };
  const { stage, code, where, message } = error;
  return isLine(message) && message.length < 2000
    ? { found: { stage, code, where, message } }
    : { fault: `a problem of several lines or without end: ${JSON.stringify(message.slice(0, 300))}` };
}
