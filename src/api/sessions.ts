/**
 * Who may read and who may change. On this machine alone nobody signs in; where others can reach the server, a password
 * is asked for. Either way a change must carry the session's token, which no other site's page can read.
 *
 * A session is a signed cookie and nothing is kept of it here: any server with the same password knows it, it outlives
 * a restart, and another password ends all sessions.
 */
import { createHmac, randomBytes, scrypt, scryptSync, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** Seconds that a session lasts: thirty days. */
export const sessionSeconds = 30 * 24 * 60 * 60;
export const sessionCookie = "sitrep-session";
export const shortestPassword = 12;

/** So many wrong passwords from one address within so many seconds; then it waits. */
const triesAllowed = 10;
const triesWithin = 15 * 60;
/** Addresses whose tries are remembered; the earliest is forgotten for another. */
const addressesKept = 10_000;

export type Weighed =
  | { readonly right: true }
  | {
      readonly right: false /** Seconds to wait; absent when the password was wrong. */;
      readonly wait?: number;
    };

export interface Sessions {
  /** Whether a password is asked for. */
  readonly password: boolean;
  /** Whether the cookie is only sent over https. */
  readonly secure: boolean;
  /** Weighs a password that was given from an address, at seconds since 1970. */
  weigh(words: string, from: string, at: number): Promise<Weighed>;
  /** The cookie of a new session. */
  begin(at: number): string;
  isSignedIn(cookie: string | undefined, at: number): boolean;
  /** What a change made in this session has to carry. */
  tokenOf(cookie: string | undefined): string;
}

export function openSessions(options: { password?: string; secure?: boolean } = {}): Sessions {
  const { password, secure = false } = options;
  // One salt for all: the key must come out the same on every server of a team, and guards one password.
  const salt = "sitrep sessions 1";
  const key = password === undefined ? randomBytes(32) : scryptSync(password, salt, 32);
  const sign = (words: string) => createHmac("sha256", key).update(words).digest("base64url");
  const tries = new Map<string, number[]>();
  /** The right password, signed, once it was weighed: a program gives it with every request. */
  let known: string | undefined;

  return {
    password: password !== undefined,
    secure,
    async weigh(words, from, at) {
      if (known !== undefined && same(sign(`password ${words}`), known)) return { right: true };
      const recent = (tries.get(from) ?? []).filter((time) => time > at - triesWithin);
      if (recent.length >= triesAllowed) return { right: false, wait: recent[0]! + triesWithin - at };
      // counted before it is weighed, so that many at once are no way round
      tries.delete(from);
      tries.set(from, [...recent, at]);
      if (tries.size > addressesKept) tries.delete(tries.keys().next().value!);
      if (password === undefined || !timingSafeEqual(await derive(words, salt), key)) return { right: false };
      tries.delete(from);
      known = sign(`password ${words}`);
      return { right: true };
    },
    begin(at) {
      const stem = `${at + sessionSeconds}.${randomBytes(12).toString("base64url")}`;
      return `${stem}.${sign(`session ${stem}`)}`;
    },
    isSignedIn(cookie, at) {
      if (password === undefined) return true;
      const [until = "", nonce = "", mark = ""] = cookie?.split(".") ?? [];
      return same(mark, sign(`session ${until}.${nonce}`)) && Number(until) > at;
    },
    tokenOf: (cookie) => sign(`token ${password === undefined ? "" : (cookie ?? "")}`),
  };
}

/** Takes as long for a wrong word as for a right one. */
export function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const slow = promisify<string, string, number, Buffer>(scrypt);
const derive = (words: string, salt: string) => slow(words, salt, 32);
