/** Builds the browser app to web/dist: hashed files, and a Brotli copy of each that the server picks up. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

export default defineConfig(({ command }) => {
  // Built from within a test run, NODE_ENV is "test" and React would be its slow development self.
  if (command === "build") process.env.NODE_ENV = "production";
  return {
    root: fileURLToPath(new URL(".", import.meta.url)),
    plugins: [react(), compressed()],
    // A file of its own for everything: the page's policy allows nothing inline.
    build: {
      outDir: "dist",
      emptyOutDir: true,
      assetsInlineLimit: 0,
      target: "es2023",
      modulePreload: { polyfill: false },
    },
    server: { proxy: { "/api": process.env.SITREP_API ?? "http://127.0.0.1:4700" } },
  };
});

function compressed(): Plugin {
  return {
    name: "brotli-copies",
    apply: "build",
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (dir === undefined || !/\.(js|css|svg)$/u.test(name)) continue;
        const path = join(dir, name);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params }));
      }
    },
  };
}
