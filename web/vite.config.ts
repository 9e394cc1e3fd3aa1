/** Builds the browser app to web/dist: hashed files, and a Brotli copy of each that the server picks up. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { atlasOf, outlinesOf } from "../tools/outlines.ts";
import { languages } from "./words.ts";

export default defineConfig(({ command }) => {
  // Built from within a test run, NODE_ENV is "test" and React would be its slow development self.
  if (command === "build") process.env.NODE_ENV = "production";
  return {
    root: fileURLToPath(new URL(".", import.meta.url)),
    plugins: [react(), spokenOnly(), outlined(), appAtOnce(), compressed()],
    // A file of its own for everything: the page's policy allows nothing inline.
    build: {
      outDir: "dist",
      emptyOutDir: true,
      assetsInlineLimit: 0,
      target: "es2023",
      modulePreload: { polyfill: false },
      // The map library is one file of a megabyte, which only the map asks for.
      chunkSizeWarningLimit: 1_200,
    },
    server: { proxy: { "/api": process.env.SITREP_API ?? "http://127.0.0.1:4700" } },
  };
});

/** Of the words that React Aria has in 34 languages, those of the app's own. */
function spokenOnly(): Plugin {
  return {
    name: "spoken-only",
    enforce: "pre",
    load(id) {
      const language =
        /\/react-(?:aria|aria-components|stately)\/dist\/.*\/intl\/(?:\w+\/)?([a-z]{2})-[A-Z]{2}\.m?js$/u.exec(
          id,
        )?.[1];
      return language === undefined || Object.hasOwn(languages, language) ? undefined : "export default {};";
    },
  };
}

/** The app's file is asked for along with the one that loads the words, not after it. */
function appAtOnce(): Plugin {
  return {
    name: "app-at-once",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {}, chunk: start }) {
        const app = Object.values(bundle).find(
          (file) => file.type === "chunk" && file.facadeModuleId?.endsWith("/web/app.tsx") === true,
        );
        if (app?.type !== "chunk") throw new Error("vite.config.ts: no file of web/app.tsx in the build");
        const files = [app.fileName, ...app.imports].filter((file) => file !== start?.fileName);
        return files.map((file) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `/${file}` },
          injectTo: "head" as const,
        }));
      },
    },
  };
}

function compressed(): Plugin {
  return {
    name: "brotli-copies",
    apply: "build",
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (dir === undefined || !/\.(m?js|css|svg|json)$/u.test(name)) continue;
        const path = join(dir, name);
        // Outlines are large and seldom asked for: a fifth of the time, a tenth more bytes.
        const params = { [constants.BROTLI_PARAM_QUALITY]: name.endsWith(".json") ? 5 : 9 };
        writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params }));
      }
    },
  };
}

/** The map's outlines, made of the package that has them: of two scales, beside the code that asks for them. */
function outlined(): Plugin {
  return {
    name: "map-outlines",
    buildStart() {
      const folder = fileURLToPath(new URL("parts/map/made", import.meta.url));
      const maker = statSync(new URL("../tools/outlines.ts", import.meta.url)).mtimeMs;
      mkdirSync(folder, { recursive: true });
      for (const scale of ["50m", "10m"] as const) {
        const path = join(folder, `countries-${scale}.json`);
        const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
        if (made > Math.max(maker, statSync(atlasOf(scale)).mtimeMs)) continue;
        // Whole or not at all: two builds may run at once.
        writeFileSync(`${path}.${process.pid}`, JSON.stringify(outlinesOf(scale)));
        renameSync(`${path}.${process.pid}`, path);
      }
    },
  };
}
