/** What a robots.txt lets a program fetch: the Robots Exclusion Protocol (RFC 9309), with Crawl-delay and Sitemap, which it leaves to others. */

export interface Robots {
  /** By path and query of an address on its origin. */
  allows(url: URL): boolean;
  /** Seconds between requests, a minute at most. */
  readonly crawlDelay?: number;
  readonly sitemaps: readonly string[];
  /** Roughly what it takes in memory. */
  readonly size: number;
}

/** Bytes that are read of one (RFC 9309, 2.5). */
export const mostRobotsBytes = 500 * 1024;
const mostSitemaps = 1000;
const longestDelay = 60;

interface Rule {
  readonly allow: boolean;
  /** Of the pattern as normalised: the longest one that matches counts. */
  readonly length: number;
  /** Between the stars. */
  readonly pieces: readonly string[];
  /** The pattern ends in "$": the path must end there too. */
  readonly anchored: boolean;
}

interface Group {
  readonly rules: Rule[];
  crawlDelay?: number;
}

export const everythingAllowed: Robots = { allows: () => true, sitemaps: [], size: 0 };

/** `product` is the token that groups are addressed to, in lower case. */
export function robotsOf(text: string, product: string): Robots {
  const own: Group = { rules: [] };
  const anybody: Group = { rules: [] };
  const sitemaps: string[] = [];
  let named = false;
  let size = 0;
  // Groups that the lines are for; a user-agent line after a rule begins others.
  let current = new Set<Group>();
  let inAgents = false;

  for (const { key, value } of linesOf(text)) {
    switch (key) {
      case "user-agent": {
        if (!inAgents) current = new Set();
        inAgents = true;
        const token = /^[a-z_-]+/i.exec(value)?.[0].toLowerCase();
        if (token === product) {
          named = true;
          current.add(own);
        } else if (value.startsWith("*")) current.add(anybody);
        break;
      }
      case "allow":
      case "disallow": {
        inAgents = false;
        if (value === "") break;
        const rule = ruleOf(value, key === "allow");
        for (const group of current) group.rules.push(rule);
        if (current.size > 0) size += value.length + 100;
        break;
      }
      case "crawl-delay": {
        // No rule by RFC 9309, but meant as one: "User-agent: *, Crawl-delay: 5, User-agent: BadBot, Disallow: /" does not close a site to all.
        inAgents = false;
        if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(value)) break;
        for (const group of current) group.crawlDelay = Math.min(longestDelay, Number(value));
        break;
      }
      case "sitemap":
        if (sitemaps.length < mostSitemaps && value.length < 2000) sitemaps.push(value);
        break;
    }
  }

  const group = named ? own : anybody;
  return {
    allows: (url) => allows(group.rules, url),
    ...(group.crawlDelay === undefined ? {} : { crawlDelay: group.crawlDelay }),
    sitemaps,
    size: size + sitemaps.length * 200,
  };
}

function* linesOf(text: string): Generator<{ key: string; value: string }> {
  for (const line of text.replace(/^\ufeff/, "").split(/\r\n|[\r\n]/)) {
    const comment = line.indexOf("#");
    const bare = comment < 0 ? line : line.slice(0, comment);
    const colon = bare.indexOf(":");
    if (colon < 0) continue;
    yield { key: bare.slice(0, colon).trim().toLowerCase(), value: bare.slice(colon + 1).trim() };
  }
}

function ruleOf(value: string, allow: boolean): Rule {
  const anchored = value.endsWith("$");
  const pattern = anchored ? value.slice(0, -1) : value;
  const pieces = pattern.split("*");
  let inQuery = false;
  const normal = pieces.map((piece) => {
    const written = normalised(piece, inQuery);
    inQuery ||= piece.includes("?");
    return written;
  });
  const length = normal.reduce((sum, piece) => sum + piece.length, pieces.length - 1 + (anchored ? 1 : 0));
  return { allow, length, pieces: normal, anchored };
}

function allows(rules: readonly Rule[], url: URL): boolean {
  if (url.pathname === "/robots.txt") return true;
  const path = normalised(url.pathname + url.search, false);
  let best: Rule | undefined;
  for (const rule of rules) {
    const better =
      best === undefined ||
      rule.length > best.length ||
      (rule.length === best.length && rule.allow && !best.allow);
    if (better && matches(rule, path)) best = rule;
  }
  return best?.allow ?? true;
}

/** Each piece where it first can be: whatever fits between stars fits there too, so no way back is needed. */
function matches({ pieces, anchored }: Rule, path: string): boolean {
  const first = pieces[0]!;
  if (!path.startsWith(first)) return false;
  if (pieces.length === 1) return !anchored || path.length === first.length;
  let at = first.length;
  const inner = anchored ? pieces.length - 1 : pieces.length;
  for (let i = 1; i < inner; i++) {
    const found = path.indexOf(pieces[i]!, at);
    if (found < 0) return false;
    at = found + pieces[i]!.length;
  }
  if (!anchored) return true;
  const last = pieces.at(-1)!;
  return path.length - last.length >= at && path.endsWith(last);
}

/**
 * One spelling of octets (RFC 9309, 2.2.2): unreserved ones bare, all others but delimiters percent-encoded in upper
 * case. "*" and "$" in an address, and in a pattern where they are no signs, are encoded: the signs are cut off before.
 */
function normalised(text: string, inQuery: boolean): string {
  let query = inQuery;
  let written = "";
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === "%" && /^[0-9a-f]{2}$/i.test(text.slice(at + 1, at + 3))) {
      const code = Number.parseInt(text.slice(at + 1, at + 3), 16);
      const bare = String.fromCharCode(code);
      // In a query "http://…" is as often encoded as not, and means the same.
      const same = /[a-z0-9._~-]/i.test(bare) || (query && (bare === ":" || bare === "/"));
      written += same ? bare : `%${text.slice(at + 1, at + 3).toUpperCase()}`;
      at += 2;
    } else if (/[\w.~:/?#[\]@!&()+,;=%-]/.test(letter)) {
      if (letter === "?") query = true;
      written += letter;
    } else {
      const whole = String.fromCodePoint(text.codePointAt(at)!);
      at += whole.length - 1;
      for (const byte of Buffer.from(whole))
        written += `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    }
  }
  return written;
}
