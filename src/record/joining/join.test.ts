import { describe, expect, it } from "vitest";
import { world } from "../../../bench/synthetic/world.ts";
import type { Finding } from "../../model/finding.ts";
import { Shelf } from "../memory/shelf.ts";
import { Pages } from "../tellings/captures.ts";
import { Placed } from "../tellings/placed.ts";
import { KeptSignatures, Signatures } from "../tellings/signature.ts";
import { instant } from "../tellings/time.ts";
import { type Told, toldIn } from "../tellings/told.ts";
import { events } from "./events/events.ts";
import { figures } from "./figures/figures.ts";
import { Joiner, type Kind } from "./join.ts";
import { statements } from "./statements.ts";

/** All that is told in some reports of an invented world. */
function tellings(count: number): Told[] {
  const [shelf, signatures, weighing] = [new Shelf(), new KeptSignatures(), new Signatures()];
  const pages = new Pages(({ id, partOf, fetchedAt }, dated) => {
    const [position, item] = [signatures.length, shelf.length - 1];
    const place = { id, partOf, position, page: position, fetched: instant(fetchedAt) };
    return new Placed(dated, place, { shelf, signatures, item });
  });
  const all: Told[] = [];
  for (const { report, reading } of world(count, 3)) {
    shelf.add(report, reading);
    const { capture } = pages.add(report)!;
    signatures.push(weighing.of(report));
    all.push(...toldIn(capture, { earlier: [], order: all.length }));
  }
  return all;
}

/** Orders of what is told of one thing, group by group. */
function joined<F extends Finding, Traits>(all: readonly Told[], kind: Kind<F, Traits>, awake?: number) {
  const joiner = new Joiner(kind, awake);
  for (const told of all) joiner.add(told as Told<F>);
  return joiner.groups.map(({ id, told }) => [id, ...told.map(({ order }) => order)]);
}

describe("what was not compared for long", () => {
  const byKind = Map.groupBy(tellings(300), ({ finding }) => finding.kind);

  it.each([1, 3])("is joined as if it had never slept, where %i groups are at hand", (few) => {
    const event = byKind.get("event")!;
    expect(joined(event, events, few)).toEqual(joined(event, events));
    const figure = byKind.get("figure")!;
    expect(joined(figure, figures, few)).toEqual(joined(figure, figures));
    const statement = byKind.get("statement")!;
    expect(joined(statement, statements, few)).toEqual(joined(statement, statements));
  });
});
