import { describe, expect, it } from "vitest";
import { affinity, closeness, Signatures } from "./signature.ts";

const harbour =
  "Gunmen opened fire at a fish market in Port Almira on Sunday, killing Selim Okray, a porter, and wounding two traders. " +
  "Inspector Nadia Veshti said the gunmen fled by motorboat towards Cape Torrin after robbing the ice house of the market.";
const again =
  "Police in Port Almira seek two gunmen who killed the porter Selim Okray at the fish market. Inspector Veshti said that " +
  "their motorboat was found adrift off Cape Torrin; the takings of the ice house were not aboard.";
const elsewhere =
  "Gunmen opened fire at a bus station in Lower Hamra on Sunday, killing a driver, Ivo Tesch, and wounding two passengers. " +
  "Captain Rosa Lind said the gunmen fled in a white van after robbing the ticket office of the station.";

function signatures(...texts: readonly string[]) {
  const made = new Signatures();
  return texts.map((text) => made.of({ text }));
}

/** What every report of the kind says. */
const usual = Array.from(
  { length: 400 },
  (_, i) => `Gunmen opened fire on Sunday, killing and wounding, and fled after robbing. Case ${i}.`,
);

describe("the signature of a report", () => {
  it("is near to that of another report of one happening, far from one of another told in the same words", () => {
    const [one, same, other] = signatures(harbour, again, elsewhere);
    expect(affinity(one!, same!)).toBeGreaterThan(1.5 * affinity(one!, other!));
    expect(affinity(one!, one!)).toBeCloseTo(1, 1);
  });

  it("weighs what every report says less, the more reports there are", () => {
    const usual = Array.from(
      { length: 400 },
      (_, i) => `Gunmen opened fire, killing and robbing. Case ${i}.`,
    );
    const [early, late] = [
      signatures(harbour, elsewhere),
      signatures(...usual, harbour, elsewhere).slice(-2),
    ];
    expect(affinity(late[0]!, late[1]!)).toBeLessThan(affinity(early[0]!, early[1]!));
  });

  it("is as small for a long report as for a short one, empty for none, and the same each time", () => {
    const long = Array.from({ length: 5_000 }, (_, i) => `word${i}`).join(" ");
    const [one, none] = signatures(long, "");
    expect(one!.length).toBe(64);
    expect(none!.length).toBe(0);
    expect(affinity(one!, none!)).toBe(0);
    expect(signatures(long, "")[0]).toEqual(one);
  });
});

describe("closeness", () => {
  const [one, same, other] = signatures(...usual, harbour, again, elsewhere)
    .slice(-3)
    .map((signature, i) => ({ report: `r${i}`, signature }));

  it("speaks for one happening in reports that have much in common, against in those that have little", () => {
    expect(closeness(one!, same!, 0.1)).toBeGreaterThan(0);
    expect(closeness(one!, other!, 0.2)).toBeLessThan(0);
  });

  it("says nothing within a report, and little against in reports of a few words", () => {
    expect(closeness(one!, { ...other!, report: "r0" }, 0.2)).toBe(0);
    const [short] = signatures("Market shooting kills one");
    const few = closeness(one!, { report: "r9", signature: short! }, 0.9);
    expect(few).toBeLessThan(0);
    expect(few).toBeGreaterThan(-0.2);
  });
});
