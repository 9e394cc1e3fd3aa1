import { describe, expect, it } from "vitest";
import { contextOfText } from "../../../test/invented-reports.ts";
import { readEvents } from "../events.ts";

/** "lemma type stage polarity certainty" of each event. */
function acts(text: string): string[] {
  return readEvents(contextOfText(text)).map(
    ({ event, status }) =>
      `${event.lemma} ${event.type ?? "-"} ${status?.stage ?? "-"} ${status?.polarity ?? "-"} ${status?.certainty}`,
  );
}

describe("acts beyond the lexicon", () => {
  const told: [text: string, act: string][] = [
    ["The company fired its director on Monday.", "fire - done affirmed asserted"],
    ["Two shipping lines have diverted vessels to Beira.", "divert - done affirmed asserted"],
    ["The bus was swept off a causeway on Tuesday night.", "sweep - done affirmed asserted"],
    ["The operator of the dam opened a third floodgate.", "open - done affirmed asserted"],
    ["The governor promised to present a proposal by Thursday.", "present - announced affirmed asserted"],
    ["The rebels released a video on Monday.", "release - done affirmed asserted"],
    ["The rebels released two couriers on Monday.", "release CONCEDE done affirmed asserted"],
    ["The minister met his client on Monday.", "meet CONSULT done affirmed asserted"],
    ["Thousands of people rallied against the levy.", "rally PROTEST done affirmed asserted"],
    [
      "The committee said reports that the air force conducted strikes on the depots in the cities of Adja and Raji were false , state TV reported .",
      "strike ASSAULT done denied asserted",
    ],
    ["The ministry has launched a new programme for the villages.", "launch - done affirmed asserted"],
    ["Anna Lindqvist was named the new head of the agency.", "name - done affirmed asserted"],
    ["The road is closed.", "close - done affirmed asserted"],
    ["The rebels took part in a march on Monday.", "take - done affirmed asserted"],
    ["The company raised 40 million dollars on Monday.", "raise - done affirmed asserted"],
    ["The province will repair the road on Friday.", "repair - planned affirmed asserted"],
    ["Engineers have begun draining the mine.", "drain - under-way affirmed asserted"],
    ["No dose had been lost.", "lose - done denied asserted"],
    ["The ministry will investigate the shelling of the bridge.", "shelling ASSAULT done affirmed asserted"],
    ["The premier would avenge the bombing of the mill.", "bombing ASSAULT done affirmed asserted"],
    ["The ministry said villagers had rebuilt the bridge.", "rebuild - done affirmed asserted"],
  ];
  it.each(told)("%s", (text, act) => expect(acts(text)).toContain(act));

  const untold: [text: string, lemma: string][] = [
    ["He was named in the report.", "name"],
    ["The port was named the best in the region.", "name"],
    ["Council poised to OK major plan to meet river goals", "poise"],
    ["The district borders the lake.", "border"],
    ["She believes that the bridge is safe.", "believe"],
    ["The village lies beside the river.", "lie"],
    ["The price of bread rose by a third.", "rise"],
    ["The plan requires a vote.", "require"],
    ["Farmers grow maize there.", "grow"],
    ["He praised the crew.", "praise"],
    ["The songs captured the imagination of the town.", "capture"],
    ["The plan would meet three conditions.", "meet"],
    ["It was a step toward demonstrating its commitment to peace.", "demonstrate"],
    ["The police have not released the name of the clerk.", "release"],
    ["The company said so in a news release.", "release"],
    ["Crowds lined the streets surrounding the depot.", "surround"],
    ["The mayor downplayed the danger.", "downplay"],
    ["The operation was outmatched.", "outmatch"],
    ["The clerk seethed with anger.", "seethe"],
    ["The envoy played a role in the talks.", "play"],
    ["Two senators raised concerns about the bridge.", "raise"],
    ["The courier spent a decade in the town.", "spend"],
    ["The camp is located near the river.", "locate"],
    ["The council is composed of farmers.", "compose"],
    ["The clerk routinely cleaned the office.", "clean"],
    ["Three writers contributed to this report.", "contribute"],
    ["This material may not be published, broadcast or rewritten.", "publish"],
    ["“They burned the records,” she said.", "shred"],
  ];
  it.each(untold)("%s", (text, lemma) =>
    expect(acts(text).filter((act) => act.startsWith(`${lemma} `))).toEqual([]),
  );

  it("never tell what may be as what was", () => {
    for (const text of [
      "The province may repair the road.",
      "The company would have fired its director.",
      "If the operator opened a floodgate, the town would be cut off.",
      "The governor refused to present a proposal.",
    ])
      for (const act of acts(text)) expect(act).not.toMatch(/ (?:done|under-way) affirmed asserted$/);
  });

  it("are cut without the day of another, or of the saying", () => {
    const whats = (text: string) =>
      readEvents(contextOfText(text)).map(({ event }) => text.slice(event.what.start, event.what.end));
    expect(whats("The camp was raided on August 30 and 31 people were killed.")).toEqual([
      "The camp was raided on August 30",
      "31 people were killed",
    ]);
    expect(whats("The company announced Thursday it would close the mine by June.")).not.toContain(
      "Thursday it would close the mine by June",
    );
  });
});
