/** One progress bar for a training run; silent where nobody watches. */
import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  step(by?: number): void;
  stop(): void;
}

export function progress(name: string, total: number): Progress {
  if (!process.stderr.isTTY) return { step: () => {}, stop: () => {} };
  const bar = new SingleBar(
    { format: `${name} {bar} {percentage}% {value}/{total} {eta_formatted}`, stream: process.stderr },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { step: (by = 1) => bar.increment(by), stop: () => bar.stop() };
}
