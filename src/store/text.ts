/** Text and times as a column's value, spelt so that both databases hold and sort them. */
import { createHash } from "node:crypto";

/** PostgreSQL refuses NUL, and neither database holds half of a surrogate pair. */
export function key(text: string): string {
  return text.replaceAll("\0", "\ufffd").toWellFormed();
}

/** PostgreSQL's indexes hold values of at most 2,700 bytes, and the web has longer addresses. */
export function addressKey(address: string): string {
  const plain = key(address);
  if (Buffer.byteLength(plain) <= 2_000) return plain;
  return `sha256:${createHash("sha256").update(plain).digest("hex")}`;
}

/** A time spelt so that it sorts as text. */
export function instant(time: string): string {
  const parsedTime = new Date(time);
  return Number.isNaN(parsedTime.getTime()) ? key(time) : parsedTime.toISOString();
}

export function parsed<T>(row: { body: string }): T {
  return JSON.parse(row.body) as T;
}

/** Databases bound the values of one statement. */
export function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let i = 0; i < all.length; i += 500) yield all.slice(i, i + 500);
}
