import { describe, expect, it } from "vitest";
import { isPrivate, type Resolver, reachOf } from "./address.ts";

describe("private addresses", () => {
  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "[::1]",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::808:808",
    "2001:0:808:808::1",
    "192.0.0.8",
    "198.18.0.1",
    "2002:7f00:1::",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
  ])("%s is", (address) => expect(isPrivate(address)).toBe(true));

  it.each([
    "93.184.216.34",
    "8.8.8.8",
    "172.32.0.1",
    "100.128.0.1",
    "2606:2800:220:1::1",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "example.org",
  ])("%s is not", (address) => expect(isPrivate(address)).toBe(false));
});

/** Answers by a table; a list of lists is given out in turn, as by a name that changes. */
function resolverOf(table: Record<string, readonly string[][]>): Resolver {
  const asked = new Map<string, number>();
  return (host, _, callback) => {
    const turns = table[host] ?? [[]];
    const turn = asked.get(host) ?? 0;
    asked.set(host, turn + 1);
    const addresses = turns[Math.min(turn, turns.length - 1)]!;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
}

const looked = (reach: ReturnType<typeof reachOf>, host: string) =>
  new Promise<unknown>((done) =>
    reach.lookup(host, { all: true }, (error, addresses) => done(error ?? addresses)),
  );

describe("the resolver of a fetch", () => {
  it("fails on a name that leads inside, with the address in its error", async () => {
    expect(await looked(reachOf({}), "localhost")).toMatchObject({
      code: "PRIVATE_ADDRESS",
      address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
    });
  });

  it.each([
    ["only inside", ["10.0.0.7"], "10.0.0.7"],
    ["outside and inside", ["93.184.216.34", "192.168.0.9"], "192.168.0.9"],
    ["inside, mapped into IPv6", ["::ffff:10.0.0.7"], "::ffff:10.0.0.7"],
    ["inside, behind NAT64", ["64:ff9b::a00:7"], "64:ff9b::a00:7"],
    ["to a link of this machine", ["fe80::1%eth0"], "fe80::1%eth0"],
  ])("refuses a name that leads %s", async (_, addresses, inside) => {
    const reach = reachOf({ resolver: resolverOf({ "news.example": [addresses] }) });
    expect(await looked(reach, "news.example")).toMatchObject({ code: "PRIVATE_ADDRESS", address: inside });
  });

  it("looks at each answer: a name that turned inside is refused the second time", async () => {
    const reach = reachOf({ resolver: resolverOf({ "turn.example": [["93.184.216.34"], ["127.0.0.1"]] }) });
    expect(await looked(reach, "turn.example")).toEqual([{ address: "93.184.216.34", family: 4 }]);
    expect(await looked(reach, "turn.example")).toMatchObject({ code: "PRIVATE_ADDRESS" });
  });

  it("says so when a name has no address", async () => {
    expect(await looked(reachOf({ resolver: resolverOf({}) }), "nowhere.example")).toMatchObject({
      code: "ENOTFOUND",
    });
  });
});

describe("what the operator lists", () => {
  const reach = reachOf({ allowed: ["intranet.example", "10.1.0.0/16", "192.168.7.7", "fd00:7::/32"] });
  it.each([
    ["intranet.example", "10.9.9.9", true],
    ["INTRANET.example.", "127.0.0.1", true],
    ["www.intranet.example", "10.9.9.9", false],
    ["other.example", "10.1.255.1", true],
    ["other.example", "10.2.0.1", false],
    ["192.168.7.7", "192.168.7.7", true],
    ["192.168.7.8", "192.168.7.8", false],
    ["[fd00:7::1]", "[fd00:7::1]", true],
    ["[fd00:8::1]", "[fd00:8::1]", false],
    ["[::ffff:10.1.0.1]", "::ffff:10.1.0.1", true],
    ["other.example", "93.184.216.34", true],
  ])("%s at %s: %s", (host, address, permitted) => {
    expect(reach.permits(host, address)).toBe(permitted);
  });

  it.each(["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "http://intranet/", "fd00::/129", "a b", ""])(
    "%j is no such thing, and the line says what is",
    (entry) => {
      expect(() => reachOf({ allowed: [entry] })).toThrow(/is neither a host nor a range.*: write intranet/);
    },
  );
});
