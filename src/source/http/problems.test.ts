import { describe, expect, it } from "vitest";
import { networkProblem } from "./problems.ts";

const failed = (code: string) => Object.assign(new Error("x"), { code });

describe("a failure of the network", () => {
  it.each([
    ["ENOTFOUND", "no-host", true],
    ["EAI_AGAIN", "no-host", true],
    ["ECONNREFUSED", "refused", true],
    ["EHOSTUNREACH", "unreachable", true],
    ["ENETUNREACH", "unreachable", true],
    ["UND_ERR_CONNECT_TIMEOUT", "timeout", true],
    ["ETIMEDOUT", "timeout", true],
    ["UND_ERR_HEADERS_OVERFLOW", "headers-too-large", false],
    ["CERT_HAS_EXPIRED", "certificate", false],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "certificate", false],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "certificate", false],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "certificate", false],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls", false],
    ["EPROTO", "tls", false],
    ["ECONNRESET", "broken-answer", true],
    ["HPE_INVALID_CONSTANT", "broken-answer", true],
  ])("%s is told as %s; it passes: %s", (code, told, passing) => {
    const error = new AggregateError([
      new Error("other"),
      Object.assign(new Error("in"), { cause: failed(code) }),
    ]);
    for (const thrown of [failed(code), error]) {
      const problem = networkProblem(thrown, "https://a.example/", { timeoutMs: 20_000, inBody: false });
      expect([problem.code, problem.passing]).toEqual([told, passing]);
      expect(problem.message).toMatch(/^https:\/\/a\.example\/ .+: .+/);
      expect(problem.cause).toBe(thrown);
    }
  });

  it("within a body is its breaking off", () => {
    const problem = networkProblem(failed("ECONNRESET"), "x", { timeoutMs: 1, inBody: true });
    expect([problem.code, problem.passing]).toEqual(["truncated", true]);
  });

  it("that goes round in its causes ends", () => {
    const error = failed("ODD") as Error;
    error.cause = error;
    expect(networkProblem(error, "x", { timeoutMs: 1, inBody: false }).code).toBe("broken-answer");
  });
});
