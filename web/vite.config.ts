/** Builds the browser app to web/dist: hashed files, and a Brotli copy of each that the server picks up. */
import { mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { atlasOf, outlinesOf } from "../tools/outlines.ts";
import { languages } from "./words.ts";

const brotli = promisify(brotliCompress);

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
      // Two files for all that is drawn first, each with what it needs: two dozen would wait for each other in line.
      rolldownOptions: {
        checks: { pluginTimings: false },
        output: {
          codeSplitting: {
            groups: [
              { name: "start", test: /\/web\/main\.tsx$/u, priority: 2 },
              { name: "app", test: /\/web\/app\.tsx$/u, priority: 1 },
              { name: "time", test: /\/web\/parts\/When\.tsx$/u },
            ],
          },
        },
      },
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

/**
 * The app's file is asked for along with the one that starts it, not after it. Fetched, not yet compiled: meanwhile the
 * small one asks the server for what the page will show.
 */
function appAtOnce(): Plugin {
  return {
    name: "app-at-once",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {}, chunk: start }) {
        const app = Object.values(bundle).find(
          (file) => file.type === "chunk" && file.moduleIds.some((id) => id.endsWith("/web/app.tsx")),
        );
        if (app?.type !== "chunk") throw new Error("vite.config.ts: no file of web/app.tsx in the build");
        const files = [...new Set([app.fileName, ...app.imports])].filter(
          (file) => file !== start?.fileName && !start?.imports.includes(file),
        );
        return files.map((file) => ({
          tag: "link",
          attrs: { rel: "preload", as: "script", crossorigin: true, href: `/${file}` },
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
    async writeBundle({ dir }, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(m?js|css|svg|json)$/u.test(name));
      await Promise.all(
        names.map(async (name) => {
          const path = join(dir ?? "", name);
          // Every first view waits for some; outlines, seldom asked for, take a fifth of the time for a tenth more bytes.
          const quality = /\/(start|app|time)-/u.test(name) ? 11 : name.endsWith(".json") ? 5 : 9;
          const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
          await writeFile(`${path}.br`, await brotli(await readFile(path), { params }));
        }),
      );
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
