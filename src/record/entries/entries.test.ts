import { describe, expect, it } from "vitest";
import {
  actor,
  archive,
  entriesOf,
  expectation,
  from,
  legalBasis,
  named,
  onDay,
  type Printed,
  position,
  statement,
  unnamed,
  us,
} from "../../../test/record/cases.ts";

const sheinbaum = actor("person:claudia-sheinbaum", "Claudia Sheinbaum", "person", "MX");

describe("positions", () => {
  const stand = (
    publisher: string,
    at: string,
    stance: "supports" | "opposes" | "open",
    proposal: string,
    who = sheinbaum,
  ) =>
    from(
      publisher,
      at,
      `${publisher} hears where they stand towards ${proposal}.`,
      position(who, stance, proposal),
    );

  it("are one entry per actor and proposal, at the latest stance", () => {
    const [entry, ...others] = entriesOf(
      archive(
        stand("Harbour Post", "2026-03-03", "opposes", "foreign intervention in Mexico"),
        stand("Bay Courier", "2026-04-03", "open", "foreign military intervention in Mexico"),
      ),
    );
    expect(others).toEqual([]);
    expect(entry!.lead).toMatchObject({ position: { stance: "open" } });
  });

  it("of two actors, or towards two proposals, stay apart", () => {
    const found = entriesOf(
      archive(
        stand("Harbour Post", "2026-03-03", "opposes", "foreign intervention in Mexico"),
        stand("Bay Courier", "2026-03-03", "opposes", "foreign intervention in Mexico", us),
        stand("Delta Times", "2026-03-03", "opposes", "the tariffs on Mexican steel"),
      ),
    );
    expect(found).toHaveLength(3);
  });

  it("told as opposites on one day by independent origins contradict each other", () => {
    const [one, other, ...others] = entriesOf(
      archive(
        stand("Harbour Post", "2026-03-03", "opposes", "foreign intervention in Mexico"),
        stand("Bay Courier", "2026-03-03", "supports", "foreign intervention in Mexico"),
      ),
    );
    expect(others).toEqual([]);
    expect(one!.contradicts).toEqual([other!.id]);
  });
});

describe("other kinds", () => {
  it("legal bases are one per instrument and act", () => {
    const basis = (publisher: string, instrument: string, act?: string) => {
      const text = `${publisher}: ${instrument} would carry ${act ?? "it"}.`;
      return from(publisher, "2026-03-03", text, legalBasis(instrument, act === undefined ? {} : { act }));
    };
    expect(
      entriesOf(
        archive(
          basis("A", "Title 50", "covert actions in Mexico"),
          basis("B", "Title 50 authority", "covert actions"),
        ),
      ),
    ).toHaveLength(1);
    expect(entriesOf(archive(basis("A", "Title 50"), basis("B", "Title 10")))).toHaveLength(2);
    expect(
      entriesOf(
        archive(
          basis("A", "Title 50", "covert actions in Mexico"),
          basis("B", "Title 50", "intelligence sharing"),
        ),
      ),
    ).toHaveLength(2);
  });

  it("expectations are one per thing and day", () => {
    const due = (publisher: string, what: string, day?: string) =>
      from(
        publisher,
        "2026-03-03",
        `${publisher}: ${what}.`,
        expectation(what, day === undefined ? {} : { by: onDay(day) }),
      );
    const vote = "the Senate will vote on the war powers resolution";
    expect(
      entriesOf(
        archive(
          due("A", vote, "2026-03-10"),
          due("B", "the Senate is to vote on a war powers resolution", "2026-03-10"),
        ),
      ),
    ).toHaveLength(1);
    expect(entriesOf(archive(due("A", vote, "2026-03-10"), due("B", vote, "2026-03-24")))).toHaveLength(2);
    expect(
      entriesOf(archive(due("A", vote), due("B", "the Senate will not vote on the war powers resolution"))),
    ).toHaveLength(2);
  });

  it("statements are one per speaker and content", () => {
    const says = (publisher: string, who: Parameters<typeof statement>[0], content: string) =>
      from(publisher, "2026-03-03", `${publisher} prints: ${content}.`, statement(who, content));
    const words = "Mexico will coordinate with the United States but will not be subjugated";
    const count = (...printed: Printed[]) => entriesOf(archive(...printed)).length;
    expect(
      count(
        says("A", named("Claudia Sheinbaum"), words),
        says("B", named("Sheinbaum"), `${words} by anyone`),
      ),
    ).toBe(1);
    expect(count(says("A", named("Claudia Sheinbaum"), words), says("B", named("Ana Ruiz"), words))).toBe(2);
    expect(
      count(
        says("A", named("Claudia Sheinbaum"), words),
        says("B", named("Claudia Sheinbaum"), words.replace("not be", "be")),
      ),
    ).toBe(2);
    expect(
      count(
        says("A", unnamed("officials"), words),
        says("B", unnamed("two officials"), "Mexico will coordinate with the United States on the border"),
      ),
    ).toBe(2);
    expect(
      count(
        says("A", named("Claudia Sheinbaum"), words),
        says("B", named("Claudia Sheinbaum"), "the army has 4000 soldiers at the northern border"),
      ),
    ).toBe(2);
  });
});
