import { defineConfig } from "vitest/config";

/** Browser tests have a server and a Chromium each, which keep more than one core busy: those run one file at a time. */
const browser = ["test/browser/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["src/**/*.test.ts", "bench/**/*.test.ts", "test/**/*.test.ts", "example/**/*.test.ts"],
          exclude: browser,
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "browser", include: browser, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
