/** What became of the records of a web archive, in two lines. */
import { Problem } from "../../model/problem.ts";
import type { Broken } from "./records.ts";

export class Tally {
  documents = 0;
  readonly #skipped = new Map<string, number>();
  #broken: Broken[] = [];
  #brokenCount = 0;

  read(): void {
    this.documents++;
  }

  /** `why` follows a number: "images", "not answered with 200". */
  skipped(why: string): void {
    this.#skipped.set(why, (this.#skipped.get(why) ?? 0) + 1);
  }

  damaged(broken: Broken): void {
    this.#brokenCount++;
    if (this.#broken.length < 2) this.#broken.push(broken);
  }

  /** What was passed over, largest part first; undefined when nothing was. */
  line(where: string): string | undefined {
    const parts = [...this.#skipped].sort((a, b) => b[1] - a[1]);
    if (parts.length === 0) return undefined;
    const all = parts.reduce((sum, [, count]) => sum + count, 0);
    const listed = parts.map(([why, count]) => `${count} ${why}`).join(", ");
    return `${where}: ${plural(this.documents, "page")} read, ${plural(all, "other record")} passed over (${listed})`;
  }

  /** The damage of the file read last; then it is forgotten. */
  damageOf(where: string): Problem | undefined {
    const [first] = this.#broken;
    if (first === undefined) return undefined;
    const more =
      this.#brokenCount === 1 ? "" : ` and is damaged at ${plural(this.#brokenCount - 1, "other place")}`;
    this.#broken = [];
    this.#brokenCount = 0;
    const message = `${where} ${first.what} (byte ${first.offset})${more}: what could be read was read; save or fetch it again`;
    return new Problem("source", "damaged-records", where, message);
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
