/** WebSub (W3C): a hub tells of changes, so that a feed need not be asked again and again. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Answer, Fetcher } from "./ask.ts";
import { quotedList } from "./quoted-list.ts";

export interface Hubs {
  /** Addresses of hubs, in the order given. */
  readonly hubs: readonly string[];
  /** The name under which a hub knows the feed. */
  readonly self?: string;
}

/** What an answer's Link headers offer (WebSub, 4: they go before links in the feed itself). */
export function hubsOf({ url, rawHeaders }: Pick<Answer, "url" | "rawHeaders">): Hubs {
  const hubs: string[] = [];
  let self: string | undefined;
  for (const [name, value] of rawHeaders) {
    if (name.toLowerCase() !== "link") continue;
    for (const { target, relations } of linksOf(value)) {
      const address = webAddress(target, url);
      if (address === undefined) continue;
      if (relations.includes("hub") && hubs.length < mostHubs && !hubs.includes(address)) hubs.push(address);
      if (relations.includes("self")) self ??= address;
    }
  }
  return { hubs, ...(self === undefined ? {} : { self }) };
}

const mostHubs = 10;

export interface Subscription {
  readonly hub: string;
  /** The feed, as its `self` names it. */
  readonly topic: string;
  /** Where the hub calls; nobody else may be able to guess it. */
  readonly callback: string;
  /** Signs what the hub sends: under 200 bytes. */
  readonly secret: string;
  /** How long it is wanted; the hub decides. */
  readonly leaseSeconds?: number;
}

/** Asks the hub; it then calls back to see whether that was meant (`verificationAnswer`). Throws FetchProblem. */
export async function subscribe(
  fetcher: Fetcher,
  subscription: Subscription,
  mode: "subscribe" | "unsubscribe" = "subscribe",
): Promise<void> {
  const { callback, topic, secret, leaseSeconds } = subscription;
  const form = new URLSearchParams({ "hub.mode": mode, "hub.topic": topic, "hub.callback": callback });
  if (mode === "subscribe") {
    form.set("hub.secret", secret);
    if (leaseSeconds !== undefined) form.set("hub.lease_seconds", String(Math.floor(leaseSeconds)));
  }
  await fetcher.fetch(subscription.hub, {
    method: "POST",
    body: form.toString(),
    contentType: "application/x-www-form-urlencoded",
    // A form for programs: robots.txt speaks of pages.
    robots: false,
  });
}

/** What a hub asks at the callback, and what is known of it. */
export type Verification =
  | {
      readonly kind: "confirmed" /** To be answered, with 200. */;
      readonly challenge: string;
      readonly leaseSeconds?: number;
    }
  | { readonly kind: "denied"; readonly reason?: string }
  /** Not what was asked for: to be answered with 404. */
  | { readonly kind: "unknown" };

/** Of a GET at the callback (WebSub, 5.3): confirmed only in the mode and for the topic that we asked for. */
export function verificationAnswer(
  query: URLSearchParams,
  pending: { readonly topic: string; readonly mode: "subscribe" | "unsubscribe" },
): Verification {
  if (query.get("hub.topic") !== pending.topic) return { kind: "unknown" };
  const mode = query.get("hub.mode");
  if (mode === "denied") {
    const reason = query.get("hub.reason")?.slice(0, 300);
    return { kind: "denied", ...(reason === undefined ? {} : { reason }) };
  }
  const challenge = query.get("hub.challenge") ?? "";
  if (mode !== pending.mode || challenge === "" || challenge.length > 4096) return { kind: "unknown" };
  const lease = query.get("hub.lease_seconds") ?? "";
  return {
    kind: "confirmed",
    challenge,
    ...(/^\d{1,9}$/.test(lease) ? { leaseSeconds: Number(lease) } : {}),
  };
}

/** Whether X-Hub-Signature is the sender's for this body (WebSub, 7.1); compared in constant time. */
export function isSigned(header: string | undefined, body: Uint8Array, secret: string): boolean {
  const [method = "", signature = ""] = (header ?? "").trim().split("=", 2);
  const algorithm = method.toLowerCase();
  if (secret === "" || !algorithms.has(algorithm) || !/^[0-9a-f]+$/i.test(signature)) return false;
  const given = Buffer.from(signature, "hex");
  const own = createHmac(algorithm, secret).update(body).digest();
  return given.length === own.length && timingSafeEqual(given, own);
}

/** Those that WebSub names. Hubs still sign with SHA-1, whose weakness is no weakness of an HMAC. */
const algorithms: ReadonlySet<string> = new Set(["sha1", "sha256", "sha384", "sha512"]);

interface Link {
  readonly target: string;
  readonly relations: readonly string[];
}

/** A Link header (RFC 8288, 3): `<target>; rel="hub self", <other>; rel=self`. */
export function linksOf(header: string): Link[] {
  const found: Link[] = [];
  const text = header.slice(0, 8192);
  let at = 0;
  while (found.length < 100) {
    const open = text.indexOf("<", at);
    const close = open < 0 ? -1 : text.indexOf(">", open);
    if (close < 0) break;
    // Commas are part of the address within the brackets, and of titles within quotation marks.
    const parameters = quotedList(text.slice(close + 1), ",")[0] ?? "";
    found.push({ target: text.slice(open + 1, close).trim(), relations: relationsOf(parameters) });
    at = close + 1 + parameters.length;
  }
  return found;
}

/** Of a link's parameters the first `rel` counts. */
function relationsOf(parameters: string): string[] {
  for (const parameter of quotedList(parameters, ";")) {
    const equals = parameter.indexOf("=");
    if (equals < 0 || parameter.slice(0, equals).trim().toLowerCase() !== "rel") continue;
    const value = parameter.slice(equals + 1).trim();
    return value.replace(/^"|"$/g, "").toLowerCase().split(/\s+/);
  }
  return [];
}

function webAddress(target: string, base: string): string | undefined {
  if (!URL.canParse(target, base)) return undefined;
  const { protocol, href } = new URL(target, base);
  return protocol === "http:" || protocol === "https:" ? href : undefined;
}
