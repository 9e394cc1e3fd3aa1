/** Who stands behind each capture as far as it says: looked up once, for all views. */
import type { Report } from "../../model/report.ts";
import type { Placed } from "../tellings/placed.ts";
import { type Credit, creditsOf, familyOf, outletKey } from "./voices.ts";

export interface Author {
  /** What its report is called by: the publisher, else its title. */
  readonly name: string;
  readonly publisher: string | undefined;
  /** Of the publisher. */
  readonly outlet: string | undefined;
  readonly family: string | undefined;
  readonly credits: readonly Credit[];
}

export class Authors {
  /** By position. */
  readonly #known: (Author | undefined)[] = [];

  of({ position, report }: Placed): Author {
    const known = this.#known[position];
    if (known !== undefined) return known;
    while (this.#known.length < position) this.#known.push(undefined);
    const author = authorOf(report);
    this.#known[position] = author;
    return author;
  }
}

function authorOf(report: Report): Author {
  const { publisher, title, input } = report;
  const credits = creditsOf(report);
  return {
    name: publisher ?? title ?? input,
    publisher,
    outlet: publisher === undefined ? undefined : outletKey(publisher),
    family: publisher === undefined ? undefined : familyOf(publisher),
    credits: credits.length === 0 ? none : credits,
  };
}

const none: readonly never[] = [];

/** The agencies that the captures of one view credit; positions are those in the list given. */
export class Credited {
  readonly authors: readonly Author[];
  readonly #outlets: ReadonlySet<string>;

  constructor(authors: readonly Author[]) {
    this.authors = authors;
    const outlets = new Set<string>();
    for (const { outlet } of authors) if (outlet !== undefined) outlets.add(outlet);
    this.#outlets = outlets;
  }

  agencyOf(i: number): string | undefined {
    const { credits } = this.authors[i]!;
    return credits.find(({ outlet }) => outlet === undefined || this.#outlets.has(outlet))?.name;
  }

  /** The agency credited, else the publisher. */
  keyOf(i: number): string | undefined {
    const agency = this.agencyOf(i);
    return agency === undefined ? this.authors[i]!.outlet : outletKey(agency);
  }
}
