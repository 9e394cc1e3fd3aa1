import { describe, expect, it } from "vitest";
import { contextOfText } from "../../test/invented-reports.ts";

/** "speaker kind: name | cue | content | mode" of every statement. */
function statements(text: string): string[] {
  const { sayings } = contextOfText(text);
  return sayings.map(({ finding }) => {
    const { speaker, statement } = finding;
    const slice = (span: { start: number; end: number }) => text.slice(span.start, span.end);
    return `${speaker.kind}: ${speaker.name ?? "-"} | ${slice(statement.cue)} | ${statement.content.map(slice).join(" … ")} | ${statement.mode}`;
  });
}

describe("statements", () => {
  const cases: [text: string, statements: string[]][] = [
    [
      "The ministry said that the ship had left the port.",
      ["office: ministry | said | that the ship had left the port | reported"],
    ],
    [
      "“We will not leave,” Governor Anna Lindqvist said. “Nobody can make us.”",
      ["named: Anna Lindqvist | said | “We will not leave,” … “Nobody can make us.” | quoted"],
    ],
    [
      "The boat carried no weapons, according to two fishermen from Kilwa.",
      ["collective: two fishermen from Kilwa | according to | The boat carried no weapons | reported"],
    ],
    [
      "According to a report by the audit office, the money is gone.",
      ["document: report by the audit office | According to | the money is gone | reported"],
    ],
    [
      "The harbour is closed, the ministry said.",
      ["office: ministry | said | The harbour is closed | reported"],
    ],
    [
      "Two of the gunmen are believed to have fled across the river.",
      ["unstated: - | are believed | Two of the gunmen … to have fled across the river | thought"],
    ],
    [
      "It is feared that more bodies lie under the rubble.",
      ["unstated: - | It is feared | that more bodies lie under the rubble | thought"],
    ],
    [
      "A school was hit and one guard was killed, the emergency service reported.",
      ["office: emergency service | reported | A school was hit and one guard was killed | reported"],
    ],
    [
      "The house of the mayor burned down, firefighters said.",
      ["collective: firefighters | said | The house of the mayor burned down | reported"],
    ],
    [
      "The singer has died, her manager and her publicist said.",
      ["anonymous: her manager and her publicist | said | The singer has died | reported"],
    ],
    [
      "The rocket, which is capable of carrying two warheads, struck the town of Kilwa, Mr Ochieng said.",
      [
        "named: Ochieng | said | The rocket, which is capable of carrying two warheads, struck the town of Kilwa | reported",
      ],
    ],
    [
      "The fire service said two people were hurt. Three houses burned, it said.",
      [
        "office: fire service | said | two people were hurt | reported",
        "office: fire service | said | Three houses burned | reported",
      ],
    ],
    ["Friday saw the team pull a young guard from the rubble.", []],
    ["Norway may leave the pact, according to international law.", []],
    [
      "Peter Moser rejected the criticism of the raid.",
      ["named: Peter Moser | rejected | the criticism of the raid | reported"],
    ],
    [
      "Norway accused the army of burning farms.",
      ["office: Norway | accused | the army of burning farms | reported"],
    ],
    ["The army was accused of burning farms.", []],
    ["Only time will tell if the plan works.", []],
    [
      "Health Commissioner Dr. Anna Lindqvist said the port is closed.",
      ["named: Anna Lindqvist | said | the port is closed | reported"],
    ],
    [
      "Colonel Peter Moser today said the army will leave.",
      ["named: Peter Moser | said | the army will leave | reported"],
    ],
    [
      "The ministry welcomed the deal, saying on Thursday it had asked for it.",
      ["office: ministry | saying | it had asked for it | reported"],
    ],
    [
      "Secretary of State Anna Lindqvist said the port is closed.",
      ["named: Anna Lindqvist | said | the port is closed | reported"],
    ],
    [
      "Minister of Internal Affairs Peter Moser said two men were held.",
      ["named: Peter Moser | said | two men were held | reported"],
    ],
    ["The town is known for its beaches.", []],
    [
      "The court heard Gonzalo Ibarra Peña on Monday. Mr Ibarra said that he was innocent.",
      ["named: Gonzalo Ibarra Peña | said | that he was innocent | reported"],
    ],
    [
      "Pauline Mercadier spoke outside the hotel. The special envoy said that nothing had moved.",
      ["named: Pauline Mercadier | said | that nothing had moved | reported"],
    ],
    [
      "The army’s press office called the allegation baseless.",
      ["office: army’s press office | called | the allegation baseless | reported"],
    ],
    [
      "Officials said the boat sank at dawn. The men had been drinking. The crew had ignored two warnings. It was a hot day.",
      [
        "anonymous: Officials | said | the boat sank at dawn … The men had been drinking … The crew had ignored two warnings | reported",
      ],
    ],
    [
      "“We were late,” said one of the officers, noting that the radio had failed.",
      [
        "anonymous: one of the officers | said | “We were late,” | quoted",
        "anonymous: one of the officers | noting | that the radio had failed | reported",
      ],
    ],
    [
      "Critics argue that the plan is illegal.",
      ["collective: Critics | argue | that the plan is illegal | reported"],
    ],
    [
      "A spokesman for President Tomas Arco said on Thursday that the plan was ready.",
      ["office: spokesman for President Tomas Arco | said | that the plan was ready | reported"],
    ],
    [
      "Army spokesman Adam Brody said the road was open.",
      ["named: Adam Brody | said | the road was open | reported"],
    ],
  ];
  for (const [text, expected] of cases) it(text, () => expect(statements(text)).toEqual(expected));

  it("takes a paragraph that is nothing but a quotation for more of what was just said", () => {
    expect(
      statements(
        "“It is a bad day,” the Chilean envoy said in a note.\n“We urge everybody to return to the table.”\nNobody came.",
      ),
    ).toEqual([
      "anonymous: Chilean envoy | said in a note | “It is a bad day,” … “We urge everybody to return to the table.” | quoted",
    ]);
    expect(
      statements("Asked about the dam, an army spokesman said:\n“We have no comment on this at all.”"),
    ).toEqual(["office: army spokesman | said | “We have no comment on this at all.” | quoted"]);
  });

  it("takes what is denied, charged or quoted for what is said", () => {
    expect(statements("The ministry denied any involvement in the fire.")).toEqual([
      "office: ministry | denied | any involvement in the fire | reported",
    ]);
    expect(statements("The judge denied bail.")).toEqual([]);
    expect(statements("The mayor denied any access to the files.")).toEqual([]);
    expect(statements("The bishop accused the mayor of hiding the list.")).toEqual([
      "anonymous: bishop | accused | the mayor of hiding the list | reported",
    ]);
    expect(statements("The union quoted one miner as saying: “We have no water left.”")).toEqual([
      "anonymous: one miner | as saying | “We have no water left.” | quoted",
    ]);
    expect(statements("No one said that the dam had failed.")).toEqual([]);
  });

  it("a statement speaks for who gave it, not for the town where it was agreed", () => {
    expect(statements("A statement agreed at a meeting in Luxembourg said the union was late.")[0]).toContain(
      "document: ",
    );
    expect(
      contextOfText(
        "Prosecutors charged Anna Roe in a county court. Roe denied it.\nThe court ruled that the charge was void.",
      ).sayings.map(({ finding }) => finding.speaker.name),
    ).not.toContain("Anna Roe; The court");
  });

  it("goes on with who spoke last, whoever they spoke of", () => {
    const speakers = (text: string) =>
      contextOfText(text).sayings.map(({ finding }) => finding.speaker.name ?? finding.speaker.kind);
    expect(
      speakers(
        "“The reasons of President Obama do not hold,” said the pilot’s widow Terry Bell.\nShe said, “All we ask for is to be heard.”",
      ),
    ).toEqual(["Terry Bell", "Terry Bell"]);
    expect(
      speakers(
        "A deputy mayor called Marwan said the shells came at dawn.\n“Gaddafi is trying to burn the town,” he said.",
      )[1],
    ).not.toContain("Gaddafi");
    expect(
      speakers(
        "Director Leon Prado said it was late. The new director of intelligence, Denis Blay, told a panel that debts had replaced bombs.",
      ),
    ).toEqual(["Leon Prado", "Denis Blay"]);
    expect(
      speakers(
        "Gideon Marwang, the director, denied the claims. Ms Shemara had been dismissed for leaking, he said. She says that she resigned.",
      ),
    ).toEqual(["Gideon Marwang", "Gideon Marwang", "Shemara"]);
  });

  it("takes a colon for a cue in headlines and transcripts", () => {
    expect(statements("Hurricane to hit on Friday: officials")).toEqual([
      "anonymous: officials | : | Hurricane to hit on Friday | reported",
    ]);
    expect(statements("SHEINBAUM: We will not accept any invasion.")).toEqual([
      "named: SHEINBAUM | : | We will not accept any invasion. | reported",
    ]);
    expect(statements("The plan: talks, then a truce.")).toEqual([]);
  });

  it("takes any verb beside a quotation", () => {
    expect(statements("“They came home with leeches,” Mr. Ochieng chuckled.")).toEqual([
      "named: Ochieng | chuckled | “They came home with leeches,” | quoted",
    ]);
  });

  it("counts the unnamed and keeps their reason", () => {
    const { sayings } = contextOfText(
      "Three officials, who asked not to be named, said the raid was planned for June.",
    );
    expect(sayings[0]?.finding.speaker).toMatchObject({
      kind: "anonymous",
      count: 3,
      reason: "asked not to be named",
    });
  });

  it("finds none where nobody says anything", () => {
    for (const text of ["The ship left the port on Tuesday.", "The road to Lamu was closed.", "It rained."]) {
      expect(statements(text)).toEqual([]);
    }
  });

  it("bounds a quotation that never closes", () => {
    const text = "“We will stay, Mr. Ochieng said. The road was closed. Buses turned back.";
    for (const { finding } of contextOfText(text).sayings) {
      for (const part of finding.statement.content) expect(part.end).toBeLessThan(text.indexOf("Buses"));
    }
  });
});

describe("speakers that point back", () => {
  const cases: [name: string, text: string, speakers: string[]][] = [
    [
      "a pronoun means who spoke last",
      "The police chief said the men had been armed. Two of them had fired first, he said.",
      ["police chief", "police chief"],
    ],
    [
      "they mean the officials who spoke, with their number",
      "Two officials said the raid was planned for June. They said it could be called off.",
      ["2 Two officials", "2 Two officials"],
    ],
    [
      "a role means the person who holds it",
      "Defence minister Anna Lindqvist arrived on Monday. The minister said the town was safe.",
      ["Anna Lindqvist"],
    ],
    [
      "an agency means the body named before",
      "The International Monetary Fund cut its forecast. The agency said growth would slow.",
      ["International Monetary Fund"],
    ],
    [
      "a pronoun means the unnamed subject before it",
      "The senator criticised the raid. He said it was illegal.",
      ["senator"],
    ],
    [
      "a woman is no he",
      "Anna Lindqvist said the port was open. Peter Okello spoke later. He said it was closed.",
      ["Anna Lindqvist", "Peter Okello"],
    ],
    [
      "one of several is one",
      "Two officials said the raid was planned. One of the officials said it was off.",
      ["2 Two officials", "1 One of the officials"],
    ],
  ];
  for (const [name, text, speakers] of cases)
    it(name, () =>
      expect(
        contextOfText(text).sayings.map(({ finding: { speaker } }) =>
          speaker.count === undefined ? speaker.name : `${speaker.count} ${speaker.name}`,
        ),
      ).toEqual(speakers),
    );

  it("takes the reason told in a sentence of its own, which is no statement", () => {
    const { sayings } = contextOfText(
      "A person briefed on the talks said no deal was close. The person asked not to be identified because the talks are private.",
    );
    expect(sayings.map(({ finding: { speaker } }) => [speaker.kind, speaker.reason])).toEqual([
      ["anonymous", "asked not to be identified because the talks are private"],
    ]);
  });
});

describe("bad input", () => {
  /** The longest content, in characters. */
  const longest = (text: string) =>
    Math.max(
      0,
      ...contextOfText(text).sayings.flatMap(({ finding }) =>
        finding.statement.content.map((part) => part.end - part.start),
      ),
    );
  const rest =
    " The road was closed. Buses turned back. Nobody was hurt. Shops stayed shut until noon.".repeat(20);

  const bounded: [name: string, text: string][] = [
    ["a quotation that never closes", `“We will stay, Mr. Ochieng said.${rest}`],
    ["a straight mark alone", `"We will stay, Mr. Ochieng said.${rest}`],
    ["marks of two kinds", `“We will stay," Mr. Ochieng said.${rest}`],
    ["a closing mark alone", `We will stay,” Mr. Ochieng said.${rest}`],
    ["quotations in quotations", `“He told me ‘go’ and “leave” and ‘never come back,” she said.${rest}`],
    ["no marks closed over paragraphs", `“We will stay.\n\n“We will fight.\n\n“We said so,${rest}`],
    ["capitals only", `THE MINISTER SAID THE PORT WAS CLOSED.${rest.toUpperCase()}`],
    ["nothing but marks", '“”“”"""“““ ””” \'\' `` ‘‘’’ :: : —'],
    ["a colon alone", ": : :"],
  ];
  for (const [name, text] of bounded)
    it(`bounds content: ${name}`, () => expect(longest(text)).toBeLessThan(400));

  it("reads statements in capitals", () => {
    expect(statements("THE MINISTRY SAID THAT THE PORT WAS CLOSED.")).toEqual([
      "office: MINISTRY | SAID | THAT THE PORT WAS CLOSED | reported",
    ]);
  });

  it("keeps a transcript's speakers apart", () => {
    const text = "OKELLO: We will talk.\n\nREPORTER: When will you talk?\n\nOKELLO: We begin on Monday.";
    expect(contextOfText(text).sayings.map(({ finding }) => finding.speaker.name)).toEqual([
      "OKELLO",
      "REPORTER",
      "OKELLO",
    ]);
  });

  it("makes no statements of a list", () => {
    expect(statements("Flour: 20 bags\n\nRice: 30 bags\n\nOil: 4 drums")).toEqual([]);
  });

  it("an abbreviated title is the title", () => {
    const said = statements("Gov. Anna Lindqvist spoke on Monday.\n\nThe governor said the port was closed.");
    expect(said).toEqual(["named: Anna Lindqvist | said | the port was closed | reported"]);
  });

  it("who spoke goes on as long as the text is about them, and a letter as long as nobody else is", () => {
    const speakers = (text: string) =>
      contextOfText(text).sayings.map(({ finding }) => finding.speaker.name ?? finding.speaker.kind);
    expect(
      speakers(
        "“It is a good choice,” Robert Hansen told the Gulf Herald.\n\nBut Hansen is aware of what Peter Moser may do to the talks.\n\n“Nobody wants him there,” he said.",
      ),
    ).toEqual(["Robert Hansen", "Robert Hansen"]);
    expect(
      speakers(
        "“Only then did the Coast Guard act,” the letter stated.\n\nIt described the camp as “a shame for everybody who knew of it”.",
      ).at(-1),
    ).toBe("letter");
  });

  it("whom a pronoun's own clause names is not who it means", () => {
    const speakers = (text: string) =>
      contextOfText(text).sayings.map(({ finding }) => finding.speaker.name ?? finding.speaker.kind);
    expect(
      speakers(
        "Robert Hansen met Peter Moser in Kilwa. Moser was the first witness.\n\nHe said Moser had been late.",
      ),
    ).toEqual(["Robert Hansen"]);
    expect(speakers("Peter Moser met Robert Hansen. When Moser spoke, he said Kilwa was lost.")).toEqual([
      "Peter Moser",
    ]);
  });

  it("whom a quotation names does not speak it", () => {
    const text =
      "Peter Moser said he would visit Kilwa.\n\n“If Robert Hansen wins the vote, I will be stopped at the border,” he said.";
    expect(contextOfText(text).sayings.at(-1)!.finding.speaker.name).toBe("Peter Moser");
  });

  it("a label before a colon names no speaker, a country does", () => {
    for (const label of ["NEW", "UPDATE", "RETRACTED", "WITHDRAWN", "PREVIOUS STORY"])
      expect(statements(`${label}: The army struck the depot at Kilwa.`)).toEqual([]);
    expect(statements("NORWAY: The rebels must leave.")[0]).toContain("Norway | : |");
  });

  it("content, cue and source never overlap", () => {
    const text =
      "“I saw the boat burn,” Mr. Ochieng, a fisherman, told the Gulf Coast Herald. The ship, he said, “sank at once”. According to two guards, nobody swam.";
    for (const { finding } of contextOfText(text).sayings) {
      const { speaker, statement } = finding;
      const parts = [speaker.span!, statement.cue, ...statement.content].sort((a, b) => a.start - b.start);
      for (let i = 1; i < parts.length; i++)
        expect(parts[i]!.start).toBeGreaterThanOrEqual(parts[i - 1]!.end);
    }
  });

  it("reads a report with 2,000 names, each speaker by its own", () => {
    const letters = "abcdefghijklmnopqrstuvwxyz";
    const name = (i: number) =>
      `Peter M${letters[i % 26]}${letters[Math.floor(i / 26) % 26]}r${letters[Math.floor(i / 676) % 26]}kov`;
    const text = Array.from({ length: 2000 }, (_, i) => `${name(i)} said the port was closed.`).join(" ");
    const named = contextOfText(text).sayings.map(({ finding }) => finding.speaker.name);
    expect(named.length).toBeGreaterThan(1900);
    expect(new Set(named).size).toBeGreaterThan(1900);
  });
});

describe("whose word it is at a span", () => {
  it("is the innermost speaker's, else the report's", () => {
    const text = "The minister said that the army had crossed the river. Two villages were burned.";
    const { speakerAt } = contextOfText(text);
    const at = (words: string) =>
      speakerAt({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    expect(at("crossed").kind).not.toBe("unstated");
    expect(at("burned").kind).toBe("unstated");
  });
});
