/** Which addresses a fetch may reach: none that is private, so that no page can make Sitrep read the inside of a network. */
import { lookup as systemLookup } from "node:dns";
import { BlockList, isIP, isIPv4, isIPv6, type LookupFunction } from "node:net";
import { Problem } from "../../model/problem.ts";

/** The IANA special-purpose registries (RFC 6890 and later): nothing in them is a public web server. */
const refused = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  refused.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  // The first holds ::, ::1 and IPv4-compatible forms; of those that carry an IPv4 address inside (translated, local
  // NAT64, 6to4, Teredo in 2001::/23) none is a way to a web server. NAT64's own prefix is: see `isPrivate`.
  ["::", 96],
  ["::ffff:0:0:0", 96],
  ["64:ff9b:1::", 48],
  ["2002::", 16],
  ["2001::", 23],
  ["100::", 64],
  ["2001:db8::", 32],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const) {
  refused.addSubnet(network, prefix, "ipv6");
}

const nat64 = new BlockList();
nat64.addSubnet("64:ff9b::", 96, "ipv6");

/** An IP address, with or without brackets. Forms that carry an IPv4 address (::ffff:127.0.0.1, 64:ff9b::7f00:1) count as what they carry. */
export function isPrivate(address: string): boolean {
  const bare = bareAddress(address);
  if (isIPv4(bare)) return refused.check(bare, "ipv4");
  if (!isIPv6(bare)) return false;
  // Behind NAT64 (RFC 6052) every public site of IPv4 is at such an address.
  if (nat64.check(bare, "ipv6")) return refused.check(carried(bare), "ipv4");
  return refused.check(bare, "ipv6");
}

export class PrivateAddress extends Error {
  readonly code = "PRIVATE_ADDRESS";
  readonly address: string;
  constructor(address: string) {
    super(`private address ${address}`);
    this.address = address;
  }
}

/** Answers a host's addresses, as node:dns does with `all: true`. */
export type Resolver = (
  host: string,
  options: object,
  callback: (
    error: NodeJS.ErrnoException | null,
    addresses: readonly { readonly address: string; readonly family: number }[],
  ) => void,
) => void;

export interface Reach {
  /** `host` by name or number; `address` is the one that it leads to. */
  permits(host: string, address: string): boolean;
  /** A private address, or a host that the operator lists by name: no proxy outside knows it. */
  isInside(host: string): boolean;
  /**
   * A resolver that fails on a name with any address that may not be reached. It runs when the socket connects, on
   * the very answer that is connected to: a name that changes its address between check and use gets no further.
   */
  readonly lookup: LookupFunction;
}

export interface ReachOptions {
  readonly allowPrivate?: boolean;
  /** Hosts by name, or CIDR ranges, that may be reached although private. */
  readonly allowed?: readonly string[];
  readonly resolver?: Resolver;
}

/** Throws Problem for a range that is none. */
export function reachOf({
  allowPrivate = false,
  allowed = [],
  resolver = systemResolver,
}: ReachOptions): Reach {
  const names = new Set<string>();
  const ranges = new BlockList();
  for (const entry of allowed) addAllowed(entry, names, ranges);

  const permits = (host: string, address: string) => {
    if (allowPrivate || !isPrivate(address) || names.has(nameOf(host))) return true;
    const bare = bareAddress(address);
    return ranges.check(bare, isIPv6(bare) ? "ipv6" : "ipv4");
  };
  const lookup: LookupFunction = (host, options, callback) => {
    resolver(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "", 0);
      const inside = addresses.find(({ address }) => !permits(host, address));
      if (inside !== undefined) return callback(new PrivateAddress(inside.address), "", 0);
      const first = addresses[0];
      if (first === undefined) {
        return callback(Object.assign(new Error(`no address for ${host}`), { code: "ENOTFOUND" }), "", 0);
      }
      if (options.all === true) return callback(null, [...addresses]);
      callback(null, first.address, first.family);
    });
  };
  return { permits, lookup, isInside: (host) => isPrivate(host) || names.has(nameOf(host)) };
}

function addAllowed(entry: string, names: Set<string>, ranges: BlockList): void {
  const [address = "", prefix, ...rest] = entry.trim().split("/");
  const bare = bareAddress(address);
  const family = isIP(bare);
  if (prefix === undefined && family === 0 && /^[^\s:[\]]+$/.test(bare)) {
    names.add(nameOf(bare));
    return;
  }
  const longest = family === 6 ? 128 : 32;
  const length = prefix === undefined ? longest : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
  if (family === 0 || rest.length > 0 || !(length <= longest)) {
    throw new Problem(
      "source",
      "bad-option",
      "allowed",
      `allowed: "${entry.slice(0, 100)}" is neither a host nor a range of addresses: write intranet.example or 10.1.0.0/16`,
    );
  }
  ranges.addSubnet(bare, length, family === 6 ? "ipv6" : "ipv4");
}

const bareAddress = (address: string) => address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
const nameOf = (host: string) => host.toLowerCase().replace(/\.$/, "");

/** The last 32 bits of an IPv6 address, as IPv4. */
function carried(address: string): string {
  // The URL parser writes every spelling, dotted ones too, in one way; its last two groups are given unless zero.
  const groups = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(":");
  const [high = "", low = ""] = groups.slice(-2);
  const bits = (group: string) => Number.parseInt(group || "0", 16);
  return [bits(high) >> 8, bits(high) & 255, bits(low) >> 8, bits(low) & 255].join(".");
}

const systemResolver: Resolver = (host, options, callback) =>
  systemLookup(host, { ...options, all: true }, callback);
