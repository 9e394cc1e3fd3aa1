/** A message's subject, to call it by. */
import { shown } from "../document.ts";

/** On one line, at most 60 characters; undefined where the first 64 KiB of its headers have none. */
export async function subjectOf(message: Uint8Array): Promise<string | undefined> {
  const head = Buffer.from(message.buffer, message.byteOffset, Math.min(message.length, 65_536));
  const blank = head.indexOf("\n\r\n");
  const end = head.indexOf("\n\n");
  const ends = [blank, end].filter((at) => at >= 0);
  const headers = head.toString("utf8", 0, ends.length === 0 ? head.length : Math.min(...ends));
  const found = /(?:^|\n)subject:([^\n]{0,2000}(?:\n[ \t][^\n]{0,2000}){0,20})/i.exec(headers)?.[1];
  if (found === undefined) return undefined;
  const line = found.replace(/\r?\n[ \t]/g, " ");
  // Loaded for those who have such subjects.
  const plain = line.includes("=?") ? (await import("postal-mime")).decodeWords(line) : line;
  const words = shown(plain).replace(/\s+/g, " ").trim();
  if (words === "") return undefined;
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
}
