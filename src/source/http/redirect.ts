/** Where a redirect leads, and the cookies that a chain of redirects asks to be shown again. */
import { shown } from "../document.ts";
import { badRedirect } from "./problems.ts";

export const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
export const permanent: ReadonlySet<number> = new Set([301, 308]);

/** Without fragment and password. Throws FetchProblem for what is no web address. */
export function redirectedTo(from: URL, location: string, where: string): URL {
  let to: URL;
  try {
    to = new URL(asText(location), from);
  } catch {
    throw badRedirect(where, "to something that is not an address");
  }
  if (to.protocol !== "http:" && to.protocol !== "https:") {
    throw badRedirect(where, `to a ${shown(to.protocol)} address, which is never followed`);
  }
  to.hash = "";
  to.username = "";
  to.password = "";
  return to;
}

/** Header bytes come as Latin-1; addresses with letters beyond ASCII are sent as UTF-8. */
function asText(location: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(location, "latin1"));
  } catch {
    return location;
  }
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly host: string;
  /** Also sent to hosts below `host`. */
  readonly below: boolean;
  readonly secure: boolean;
}

const mostCookies = 20;
const longestCookie = 4096;

/**
 * What one chain of redirects has set, shown to the same hosts further down the chain, as consent walls want; gone with
 * the chain. Of RFC 6265 it keeps host, Domain and Secure; Path and dates have no say within seconds.
 */
export class ChainCookies {
  readonly #cookies = new Map<string, Cookie>();

  set(from: URL, rawHeaders: readonly (readonly [string, string])[]): void {
    for (const [name, value] of rawHeaders) {
      if (name.toLowerCase() !== "set-cookie" || value.length > longestCookie) continue;
      const cookie = cookieOf(value, from);
      if (cookie === undefined) continue;
      const key = `${cookie.host} ${cookie.name}`;
      if (this.#cookies.size < mostCookies || this.#cookies.has(key)) this.#cookies.set(key, cookie);
    }
  }

  /** The Cookie header for an address; undefined where none is for it. */
  for(url: URL): string | undefined {
    const found = [...this.#cookies.values()].filter(
      ({ host, below, secure }) =>
        (url.hostname === host || (below && url.hostname.endsWith(`.${host}`))) &&
        (!secure || url.protocol === "https:"),
    );
    return found.length === 0 ? undefined : found.map(({ name, value }) => `${name}=${value}`).join("; ");
  }

  get any(): boolean {
    return this.#cookies.size > 0;
  }
}

function cookieOf(header: string, from: URL): Cookie | undefined {
  const [pair = "", ...attributes] = header.split(";");
  const equals = pair.indexOf("=");
  const name = pair.slice(0, Math.max(0, equals)).trim();
  const value = pair.slice(equals + 1).trim();
  if (name === "" || !/^[\x21-\x7e]+$/.test(name) || !/^[\x20-\x7e]*$/.test(value)) return undefined;
  let host = from.hostname;
  let below = false;
  let secure = false;
  for (const attribute of attributes) {
    const [key = "", of = ""] = attribute.split("=", 2);
    const domain = of.trim().toLowerCase().replace(/^\./, "");
    if (key.trim().toLowerCase() === "secure") secure = true;
    if (key.trim().toLowerCase() !== "domain" || domain === "" || domain === host) continue;
    // For a domain above the host, as www.example.org may set for example.org; never for a whole "org".
    if (!from.hostname.endsWith(`.${domain}`) || !domain.includes(".")) return undefined;
    host = domain;
    below = true;
  }
  return { name, value, host, below, secure };
}
