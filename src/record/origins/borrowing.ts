/**
 * What the sentences of a text count for that has some of its news from elsewhere: a sentence in a passage copied from
 * another text, or that names another outlet as its source, counts for that one's origin.
 */
import type { Span } from "../../model/span.ts";
import type { Told } from "../tellings/told.ts";
import type { Cited } from "./citing.ts";
import { isSourceOf } from "./citing.ts";
import type { Copy } from "./kept-copies.ts";

/** An origin's id, and who speaks in it. */
export interface Voiced {
  readonly id: string;
  readonly voice: string;
}

/** Texts that this one shares passages with, most first, and reports that it cites; and what each of those counts for. */
export interface Lenders {
  readonly copies: readonly { readonly copy: Copy; readonly voiced: Voiced }[];
  readonly cited: readonly { readonly cited: Cited; readonly voiced: Voiced }[];
}

export class Borrowing {
  readonly #own: Voiced;
  readonly #lenders: Lenders;
  #runs: (Span & { readonly voiced: Voiced })[] | undefined;
  /** By the telling's order. */
  readonly #known = new Map<number, Voiced>();

  constructor(own: Voiced, lenders: Lenders) {
    this.#own = own;
    this.#lenders = lenders;
  }

  isOf(own: Voiced, { copies, cited }: Lenders): boolean {
    const mine = this.#lenders;
    return (
      own === this.#own &&
      copies.length === mine.copies.length &&
      cited.length === mine.cited.length &&
      copies.every(
        ({ copy, voiced }, i) => copy === mine.copies[i]!.copy && voiced === mine.copies[i]!.voiced,
      ) &&
      cited.every((one, i) => one.cited === mine.cited[i]!.cited && one.voiced === mine.cited[i]!.voiced)
    );
  }

  of(told: Told): Voiced {
    const known = this.#known.get(told.order);
    if (known !== undefined) return known;
    const { evidence } = told.finding;
    this.#runs ??= runsIn(this.#lenders);
    const lender =
      this.#runs.find((run) => covers(run, evidence)) ??
      this.#lenders.cited.find(({ cited }) => isSourceOf(cited, told.finding));
    const voiced = lender?.voiced ?? this.#own;
    this.#known.set(told.order, voiced);
    return voiced;
  }
}

/** What stands in an earlier one counts for where that came from. */
function runsIn({ copies }: Lenders): (Span & { readonly voiced: Voiced })[] {
  const found: (Span & { readonly voiced: Voiced })[] = [];
  for (const { copy, voiced } of copies)
    for (const { start, end } of copy.passages)
      if (!found.some((run) => run.start <= start && end <= run.end)) found.push({ start, end, voiced });
  return found;
}

/** Most of the sentence stands in the passage. */
function covers(run: Span, sentence: Span): boolean {
  const shared = Math.min(run.end, sentence.end) - Math.max(run.start, sentence.start);
  return shared >= 0.8 * (sentence.end - sentence.start);
}
