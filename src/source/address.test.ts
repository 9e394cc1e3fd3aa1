import { describe, expect, it } from "vitest";
import { isPrivate, publicLookup } from "./address.ts";

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
    "example.org",
  ])("%s is not", (address) => expect(isPrivate(address)).toBe(false));
});

describe("the resolver of a fetch", () => {
  it("fails on a name that leads inside, with the address in its error", async () => {
    const error = await new Promise<unknown>((done) =>
      publicLookup("localhost", { all: true }, (e) => done(e)),
    );
    expect(error).toMatchObject({
      code: "PRIVATE_ADDRESS",
      address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
    });
  });
});
