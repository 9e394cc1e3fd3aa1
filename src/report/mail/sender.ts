/** Who sent a mail, as who printed or who wrote its text. */
import { addressParser } from "postal-mime";
import { isNameLine } from "../bylines.ts";
import { freeMail, mailServices, roleAddresses } from "../lexicon/mail-phrases.ts";
import { sameOutlet } from "../metadata/outlet.ts";

export interface Sender {
  readonly publisher?: string;
  readonly byline?: string;
}

/**
 * "Gulf Herald <news@gulfherald.example>" prints; "Ana Ruiz <ana.ruiz@gulfherald.example>" writes, and her paper's
 * host prints; "Ana Ruiz from the Gulf Herald" is both. `list` is a List-Id, which a newsletter has.
 */
export function senderOf(from: string | undefined, list: string | undefined): Sender {
  const { name, address } = mailboxOf(from);
  const at = address.lastIndexOf("@");
  const local = address.slice(0, Math.max(0, at)).toLowerCase();
  const host = outletHost(address.slice(at + 1).toLowerCase());
  const listName = listNameOf(list);
  const parts = /^(.{2,60}?)\s+(from|at|of|von|via|@|\||[-–—])\s+(?:the\s+)?(.{2,60})$/i.exec(name);
  if (parts !== null && isNameLine(parts[1]!)) {
    const [, writer, joint, outlet] = parts as unknown as [string, string, string, string];
    if (isPerson(writer, local, host)) return { byline: writer, publisher: outlet };
    if (/^(?:from|at|von|via|@)$/i.test(joint)) return { publisher: outlet };
  }
  if (name !== "" && isPerson(name, local, host ?? listName)) {
    const publisher = listName ?? host;
    return { byline: name, ...(publisher === undefined ? {} : { publisher }) };
  }
  const publisher = name !== "" ? name : (listName ?? host);
  return publisher === undefined ? {} : { publisher };
}

/** A name of the shape of people's, of which the address is made as addresses of people are, and the outlet's is not. */
function isPerson(name: string, local: string, outlet: string | undefined): boolean {
  if (!isNameLine(name) || roleAddresses.has(local)) return false;
  const words = name
    .split(" ")
    .map(plain)
    .filter((word) => word !== "");
  const host = plain(outlet?.replace(/\.[a-z]+$/, "") ?? "");
  if (
    outlet !== undefined &&
    (sameOutlet(name, outlet) || words.some((word) => word.length > 3 && host.includes(word)))
  )
    return false;
  const [first = "", ...rest] = words;
  const made = rest.flatMap((word) => [word, first + word, word + first, first[0] + word, first + word[0]]);
  return [first, words.join(""), ...made].includes(plain(local.replace(/[+].*$/, "")));
}

/** Letters alone, without accents, as addresses have them. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]/g, "");

function mailboxOf(from: string | undefined): { name: string; address: string } {
  const line = (from ?? "").slice(0, 1000);
  const [first] = addressParser(line, { flatten: true });
  const address = first?.address ?? "";
  const name = (first?.name ?? "")
    .replace(/^["'“‘]+|["'”’]+$/g, "")
    .replace(/\s+/g, " ")
    .trim();
  // Without an address in angle brackets the line is a name alone, as some programs pass messages on.
  if (!address.includes("@")) {
    const plain = line.replace(/\[mailto:[^\]]{0,200}\]|<[^>]{0,200}>/g, "").trim();
    return { name: plain.length > 80 ? "" : plain, address: "" };
  }
  return { name: name.length > 80 || name.includes("@") ? "" : name, address };
}

/** "Boats Weekly <boats.lists.gulfherald.example>". */
function listNameOf(list: string | undefined): string | undefined {
  const name = /^\s*"?([^"<]{2,80}?)"?\s*</.exec((list ?? "").slice(0, 300))?.[1]?.trim();
  return name === undefined || !/\p{L}{2}/u.test(name) || /^[0-9a-f]{8,}/i.test(name) ? undefined : name;
}

/** Without the names of machines that send mail; undefined for hosts where anybody has an address. */
function outletHost(host: string): string | undefined {
  const bare = host.replace(
    /^(?:(?:mail|email|e?news|newsletters?|lists?|mailing|mg|em\d{0,4}|e|m|info|reply|bounces?|send|mx|smtp|www)\.)+(?=[^.]+\.)/,
    "",
  );
  const isService = [...mailServices].some((service) => bare === service || bare.endsWith(`.${service}`));
  return bare === "" || !bare.includes(".") || freeMail.has(bare) || isService ? undefined : bare;
}
