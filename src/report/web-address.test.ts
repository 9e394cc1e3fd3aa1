import { expect, it } from "vitest";
import { webAddress } from "./web-address.ts";

const base = "https://herald.example/live/storm?page=2";

it.each([
  ["https://Herald.example/the-boats", "https://Herald.example/the-boats"],
  [" http://herald.example ", "http://herald.example"],
  ["/boats#e1", "https://herald.example/boats#e1"],
  ["#e1", "https://herald.example/live/storm?page=2#e1"],
  ["//other.example/a", "https://other.example/a"],
  ["https://herald.example/a b\nc<d>", "https://herald.example/a%20bc%3Cd%3E"],
])("%j is %s", (written, address) => expect(webAddress(written, base)).toBe(address));

it.each([
  undefined,
  "",
  "javascript:alert(1)",
  " JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "https://",
  "https://[::1",
  `https://herald.example/${"a".repeat(9000)}`,
])("%j is none", (written) => expect(webAddress(written, base)).toBeUndefined());

it("a relative one is none where nothing says to what", () => expect(webAddress("/boats")).toBeUndefined());
