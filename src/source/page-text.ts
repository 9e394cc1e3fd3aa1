/** A page's bytes as text, for finding links in it: what is kept and read is decoded by the report stage. */
import { characters } from "./feed/characters.ts";

/** Bytes that browsers look through for a declaration (HTML standard, "prescan a byte stream"). */
const prescanned = 1024;

export function pageText(bytes: Uint8Array, charset: string | undefined): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, prescanned));
  const declared = /<meta\s[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(head)?.[1];
  return characters(bytes, charset ?? declared).text;
}
