/** What the commands share about the terminal: its style, its width, and a bar for long work. */
import { createRequire } from "node:module";
import { styleText } from "node:util";
import { plain, type Style } from "../export/brief-text.ts";

/** Text from outside with the characters taken out that would steer a terminal (C0 but tab and newline, C1, bidi). */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, "");
}

/** Colour on a terminal only; NO_COLOR and FORCE_COLOR are heeded. */
export function style(stream: NodeJS.WriteStream): Style {
  if (!stream.isTTY) return plain;
  const paint = (format: "bold" | "dim") => (words: string) => styleText(format, words, { stream });
  return {
    width: Math.max(40, Math.min(stream.columns ?? plain.width, 110)),
    strong: paint("bold"),
    faint: paint("dim"),
  };
}

export interface Progress {
  /** One more done; `what` is shown beside the bar. */
  step(what: string): void;
  /** So many more to do than was thought. */
  more(count: number): void;
  stop(): void;
}

/** A bar on standard error, on a terminal only, once the work has taken longer than a moment. */
export function progress(total: number, unit: string): Progress {
  if (!process.stderr.isTTY) return { step: () => {}, more: () => {}, stop: () => {} };
  // Loaded for those who see it.
  const { SingleBar } = createRequire(import.meta.url)("cli-progress") as typeof import("cli-progress");
  const bar = new SingleBar({
    format: `{bar} {value}/{total} ${unit}, {eta_formatted} left  {what}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 24,
  });
  const began = Date.now();
  let done = 0;
  let all = total;
  let shown = false;
  return {
    more(count) {
      all += count;
      if (shown) bar.setTotal(all);
    },
    step(what) {
      done++;
      if (!shown && Date.now() - began > 700) {
        bar.start(Math.max(all, done), done, { what: "" });
        shown = true;
      }
      if (!shown) return;
      if (done > bar.getTotal()) bar.setTotal(done);
      bar.update(done, { what: printable(what).slice(0, 40) });
    },
    stop() {
      if (shown) bar.stop();
    },
  };
}
