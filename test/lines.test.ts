/** From a few sentences to the lines of a brief: what must come out of them as printed, and what must not. */
import { describe, expect, it } from "vitest";
import { read } from "../src/reading/read.ts";
import { line } from "../src/view/line.ts";
import { reportOf, sentencesOf } from "./invented-reports.ts";

function linesOf(text: string): string[] {
  const report = reportOf(text, { published: { value: "2031-03-05", stated: true } });
  return read(report, sentencesOf(report))
    .findings.filter(({ kind }) => kind !== "statement")
    .map((finding) => line(finding, text));
}

interface LineCase {
  readonly text: string;
  /** Whole lines. */
  readonly has?: readonly string[];
  /** Of no line. */
  readonly never?: readonly RegExp[];
}

const nouns: readonly LineCase[] = [
  {
    text: "A tanker crossed the strait under naval escort on Sunday.",
    never: [/^\W*naval escort/i],
  },
  { text: "Shopkeepers closed in protest at the levy on Sunday.", never: [/^\w*:? ?protest/i] },
  {
    text: "Two men were jailed on Sunday for the murder of a clerk in Beira.",
    has: ["The murder of a clerk in Beira (done)"],
  },
  {
    text: "Four people died in a raid near Beira on Sunday.",
    has: ["A raid near Beira (done; Sunday, 2 Mar 2031)"],
  },
  {
    text: "The panel proposed a body for the investigation of abuses in the camp.",
    never: [/^\W*the investigation/i],
  },
  { text: "Doctors advised against travel restrictions.", never: [/travel restrictions \(done/] },
  {
    text: "Observers do not rule out new roadblocks.",
    has: ["New roadblocks (possible; “not rule out”)"],
    never: [/^Observers: /],
  },
  {
    text: "Strikes near Beira destroyed two depots.",
    has: ["Strikes near Beira destroyed two depots (done)"],
    never: [/^Strikes near Beira \(/],
  },
  {
    text: "The union has suspended a two-day walkout.",
    has: ["Union: a two-day walkout (called off; two-day)"],
    never: [/suspended .* \(done/],
  },
];

/** Whoever holds the office beside the name, whole quotations. */
const stands: readonly LineCase[] = [
  {
    text: "In January Secretary of State Anna Berg warned against a ground attack.",
    has: ["Anna Berg, against: a ground attack"],
  },
  {
    text: 'The union blasted her call for a "deportation force" on Wednesday.',
    has: ['Union, against: her call for a "deportation force"'],
  },
  {
    text: "Questions arose over allegations that No 7 had tried to intimidate the press.",
    never: [/no such intent/],
  },
];

/** What hedges one thing is not said of its neighbour. */
const neighbours: readonly LineCase[] = [
  {
    text: "The navy stopped three boats and seized about 300 rounds.",
    never: [/^The navy stopped three boats[^(]*\(.*“about”/],
  },
  {
    text: "The chiefs rejected the truce, assuming that they could win.",
    has: ["Chiefs, against: the truce"],
  },
  {
    text: "Six people were killed after an apparent dispute and a clerk was arrested.",
    never: [/apparent”/],
  },
  {
    text: "While the mayor favours talks, she has not ruled out a ban.",
    has: ["Mayor, in favour: talks"],
  },
  {
    text: "The guards allegedly shot a clerk.",
    has: ["The guards allegedly shot a clerk (done, possible)"],
  },
];

/** Who it is, where an earlier clause says so. */
const shared: readonly LineCase[] = [
  {
    text: "A clerk was struck in Beira on Sunday and killed by a motorist.",
    has: ["A clerk … killed by a motorist (done; Sunday, 2 Mar 2031)"],
  },
  { text: "He was struck and killed by a motorist.", never: [/He … /] },
];

const times: readonly LineCase[] = [
  {
    text: "Miners who want the reform have been blocking the road for nine days over a law that would close the pit.",
    never: [/close the pit .*nine days/],
  },
  {
    text: "The court jailed three men for six years; a fourth was released.",
    has: ["A fourth was released (done)"],
  },
  {
    text: "Drivers ended the blockade on Sunday after the province dropped the toll.",
    never: [/dropped the toll \(done; .*Sunday/],
  },
];

const denials: readonly LineCase[] = [
  { text: "Ghana would not send soldiers to the strait.", never: [/denied/] },
  { text: "The mine has refused to release the drivers.", never: [/denied/] },
  {
    text: "The mayor denied that the bridge had been closed.",
    has: ["The bridge had been closed (denied; says unnamed: “The mayor”)"],
  },
  { text: "There were no casualties.", has: ["No casualties"] },
  { text: "The clinic reported one casualty.", has: ["One casualty"] },
  {
    text: "The minister stopped short of saying that Ghana would send troops.",
    never: [/send troops/],
  },
  { text: "The pickets will stay until the decree is repealed.", never: [/repealed \(done/] },
  { text: "The crew said they would stay aboard until the debt was paid.", never: [/paid \(done/] },
];

const claims: readonly LineCase[] = [
  {
    text: "Ghana dismissed claims that it had shelled the port.",
    has: ["Ghana: it had shelled the port (denied; says Ghana)"],
  },
  {
    text: "Ghana denied reports that troops had left the port.",
    has: ["Troops had left the port (denied; says Ghana)"],
  },
  {
    text: "Ghana rejects the allegations made by officials in Accra on 1 March that soldiers have looted the port.",
    has: ["Soldiers have looted the port (denied; says Ghana)"],
  },
  {
    text: "Ghana denied that managers had threatened to bring in other crews.",
    has: ["Managers had threatened to bring in other crews (threatened: denied; says Ghana)"],
  },
  { text: "The court heard claims that soldiers had been shot.", never: [/done\)/, /done;/] },
  {
    text: "Ghana did not deny reports that soldiers had been shot.",
    never: [/denied/, /done\)/, /done;/],
  },
  { text: "The mayor called on the army to withdraw the guns.", never: [/^Mayor: withdraw/, /planned/] },
  {
    text: "The union has called a protest for Friday.",
    has: ["Union: a protest (announced; Friday, 7 Mar 2031)"],
  },
  { text: "The mayor called the raid illegal.", never: [/announced/] },
  { text: "The drivers called off the protest.", has: ["Drivers: the protest (called off)"] },
];

const results: readonly LineCase[] = [
  {
    text: "Rebels shelled the port, killing two and wounding six.",
    has: ["Rebels shelled the port, killing two and wounding six (done)"],
    never: [/^Rebels: killing/],
  },
  {
    text: "The clinic closed after soldiers opened fire, killing a nurse.",
    has: ["Soldiers opened fire, killing a nurse (done)"],
    never: [/^Clinic: /],
  },
  {
    text: "The siege of the port ended on Sunday.",
    has: ["The siege of the port ended on Sunday (done; Sunday, 2 Mar 2031)"],
  },
  {
    text: "On 2 March Ghana's cabinet closed the port.",
    has: ["Ghana's cabinet closed the port (done; 2 March 2031)"],
  },
];

const counts: readonly LineCase[] = [
  {
    text: "Six men have died and 40 people have been taken to hospital in the outbreak, officials said.",
    never: [/40 people killed/],
  },
  {
    text: "Of the 12 wells that the agency runs, five have closed and two have been poisoned.",
    has: ["Five wells closed", "Two wells poisoned"],
  },
  {
    text: "About 71 per cent of the members rejected the offer.",
    has: ["About 71 per cent of the members rejected"],
  },
  { text: "The commission put turnout at 58.2 per cent.", has: ["58.2 per cent turnout (says commission)"] },
  {
    text: "Rebels control some 40 per cent of the province.",
    has: ["Some 40 per cent of the province controlled"],
  },
  { text: "The company offered 2.5 per cent.", has: ["Company: 2.5 per cent offered"] },
  { text: "Prices rose 4 per cent.", never: [/per cent/] },
  { text: "Some 30 per cent of the dead were children.", never: [/per cent.*killed/] },
  {
    text: "An earlier statement from the district had put the number of dead at 31.",
    has: ["31 people killed (an earlier count)"],
  },
];

const unseen: readonly LineCase[] = [
  { text: "Grain was being moved to Beira.", has: ["Grain was being moved to Beira (under way)"] },
  {
    text: "Both fleets are to quit the strait and exchange prisoners by 9 March.",
    never: [/under way/, /done/],
  },
  {
    text: "Ghana would reopen the port provided that rebels stopped raids on its trucks.",
    has: ["Ghana, on conditions: reopen the port"],
    never: [/raids.*done/, /^Rebels: /],
  },
  {
    text: "A court in Beira on Sunday jailed a colonel for ordering the murder of two clerks.",
    never: [/^Court/, /Two clerks killed/],
  },
  { text: "The guild said it supported a swift handover.", has: ["Guild, in favour: a swift handover"] },
  {
    text: "Eleven men were arrested, four of whom were later freed.",
    has: ["Eleven men were arrested (done)", "Eleven men detained", "Four people released"],
    never: [/Four .*detained/],
  },
  {
    text: "Guards held 30 men, 12 of whom were still in custody.",
    has: ["30 men held", "12 people detained"],
  },
  {
    text: "More than 500 families have been displaced, 90 of whom are sheltering in schools.",
    has: ["More than 500 families displaced"],
    never: [/500 families sheltered/],
  },
  { text: "Six barges were waiting, according to the port authority.", never: [/authority, for:/] },
  { text: "Navy weighs options.", never: [/^Navy/] },
  { text: "The army was supporting the evacuation.", never: [/in favour/] },
  {
    text: "Governments are close to agreeing to freeze the assets of two firms.",
    never: [/announced/, /done/],
  },
  {
    text: "Drivers demanded that the mayor resign.",
    has: ["Drivers, in favour: the mayor resign"],
    never: [/under way/],
  },
  { text: "The panel is to decide by Friday whether to charge the colonel.", never: [/^Panel: charge/] },
  {
    text: "Ghana condemned the raid, saying it broke the law.",
    has: ["It broke the law (done; says Ghana)"],
  },
  {
    text: "A rocket fired from Togo hit a shop in Beira on Sunday, wounding nine.",
    has: ["A rocket fired from Togo hit a shop in Beira on Sunday, wounding nine (done; Sunday, 2 Mar 2031)"],
    never: [/^Wounding/, /^Hit/],
  },
  {
    text: "Drones struck a depot before dawn on Tuesday, killing eight people and setting storage tanks ablaze.",
    has: ["Eight people killed"],
    never: [/setting storage tanks killed/],
  },
  {
    text: "The bloc won 41 per cent, against 38 per cent for the Party of Miners.",
    has: ["Bloc: 41 per cent won", "Party of Miners: 38 per cent won"],
  },
  { text: "The operator said it would save $3 million a year.", never: [/rescued/] },
  {
    text: "The toll rose to at least 30 on Sunday from 21 a day earlier.",
    has: ["At least 30 people killed"],
    never: [/^21 people killed \((?!an earlier)/],
  },
  {
    text: "Kidnappers demanded a ransom of 3 million dollars.",
    has: ["3 million dollars demanded"],
  },
  {
    text: "A column of 14 lorries reached Beira, the first to do so since June.",
    has: ["14 lorries in the column"],
  },
  { text: "The fund would feed 800 families for a month.", has: ["800 families fed (planned, possible)"] },
  {
    text: "The army denied that anyone had been beaten.",
    has: ["Anyone had been beaten (denied; says army)"],
  },
  {
    text: "Trucks waited while the Treasury let two firms wind down their deals.",
    never: [/firms let down/],
  },
  { text: "Ghana plans to send 400 soldiers.", has: ["400 soldiers deployed (planned; says Ghana)"] },
  {
    text: "At least 14 people have died, hospitals say; the ministry puts the figure at nine.",
    has: ["Nine people killed (says ministry)"],
  },
  {
    text: "The minister suspended the firm's licence and ordered inspections of all 61 ferries.",
    has: ["The minister suspended the firm's licence (done)"],
    never: [/inspections.*(?:called off|done)/],
  },
  {
    text: "Nine guards who had been taken hostage were freed.",
    has: ["Nine guards who had been taken hostage were freed (done)"],
  },
  { text: "Ghana said sanctions on the port were on the table.", never: [/done/, /announced/] },
  {
    text: "The court upheld the panel's decision to put off the vote, rejecting an appeal by the miners.",
    never: [/^Panel, against/],
  },
  {
    text: "The search will be called off on Saturday if no more survivors are found.",
    never: [/^The search \(/],
  },
  { text: "The clash came four days before the presidents were to meet in Luanda.", never: [/meet.*done/] },
  { text: "Eleven bodies have been identified.", never: [/killed/] },
  {
    text: "The minister saw no grounds to invoke the treaty of 1951.",
    never: [/invoked by/, /for: /],
  },
  {
    text: "Police refused to let nurses leave, in breach of article 13 of the code of criminal procedure.",
    has: [
      "Article 13 of the code of criminal procedure, said to be broken by: Police refused to let nurses leave",
    ],
  },
  { text: "The Greens said they would ask the court to annul the vote.", never: [/on conditions/] },
  { text: "All 56 gates at the Lower barrage were opened.", never: [/^The Lower barrage/] },
  { text: "Ghana Air said that it would stop shelling the port.", never: [/done/, /under way/] },
  { text: "It would have been hard for him to have hung himself in the cell.", never: [/done/] },
  { text: "I do not consider that the camp was attacked.", never: [/\(done/] },
  {
    text: "The mayor is continuing to insist she will release the men only when the others do the same.",
    never: [/under way/, /done/],
  },
  {
    text: "It was the deadliest such accident since 2018, when 164 people died on the lake.",
    has: ["164 people killed (2018)"],
  },
];

const outlook: readonly LineCase[] = [
  {
    text: "A ferry sank off Togo last week.",
    has: ["A ferry sank off Togo last week (done; last week, week of 24 Feb 2031)"],
  },
  { text: "A verdict is due by Friday.", has: ["A verdict is due by Friday (by Friday, 7 Mar 2031)"] },
  {
    text: "Traders warned of shortages of flour if the strike goes on.",
    has: ["Shortages of flour, on the condition: the strike goes on (possible)"],
    never: [/^The strike/],
  },
  {
    text: "Shops will stay closed until further notice.",
    has: ["Shops will stay closed until further notice"],
  },
  {
    text: "The May election may be lost.",
    never: [/by May/],
  },
  {
    text: "The board will meet where the jail, built in 2040, stands.",
    never: [/2040\)/],
  },
  {
    text: "A girl was hurt by a bullet on Sunday and is expected to survive.",
    has: ["Girl: is expected to survive"],
  },
  {
    text: "It seems unlikely that the guards will be back at the end of March.",
    never: [/^The guards will be back[^(]*\((?!.*denied)/],
  },
  { text: "Few envoys expect it to be signed before June.", never: [/signed/] },
  { text: "The general said he would treat the order as if it did not exist.", never: [/condition/] },
  {
    text: "Guards are to strike from 6am on 12 March.",
    has: ["Guards are to strike from 6am on 12 March (from 6am on 12 March 2031)"],
  },
];

const acts: readonly LineCase[] = [
  {
    text: "Soldiers have begun clearing families from the market.",
    has: ["Soldiers have begun clearing families from the market (under way)"],
  },
  { text: "Two nurses were carried out.", has: ["Two nurses were carried out (done)"] },
  {
    text: "The council approved the budget on Sunday.",
    has: ["The council approved the budget on Sunday (done; Sunday, 2 Mar 2031)"],
  },
  {
    text: "The operator has offered £40,000 for the school.",
    has: ["The operator has offered £40,000 for the school (done)"],
  },
  { text: "Nine wells have been poisoned.", has: ["Nine wells have been poisoned (done)"] },
  {
    text: "Traders who refuse to pay would be fined, the mayor said.",
    has: ["Traders who refuse to pay would be fined (planned, possible; says unnamed: “the mayor”)"],
  },
  {
    text: "Ghana announced that it would begin fining traders.",
    has: ["Ghana: it would begin fining traders (announced; says Ghana)"],
  },
  { text: "The company announced plans to close the port.", never: [/announced plans.*\(done/] },
];

const speakers: readonly LineCase[] = [
  {
    text: "The seven, from Iran and Iraq, had been told that they would be removed under the Port Act 2022.",
    never: [/says Iraq|invoked by Iraq/],
  },
  {
    text: "The prosecution argued that the guards had shot two prisoners.",
    has: ["The guards had shot two prisoners (done; says prosecution)"],
  },
  {
    text: "The letter, according to which rebels shelled the school, is false.",
    has: ["Rebels shelled the school (done; says letter)"],
  },
];

/** A line never ends within a quotation that it began. */
const quoted: readonly LineCase[] = [
  {
    text: "The minister, Ama Darko, said that she would sign “anything that floats”.",
    has: ["Ama Darko: she would sign “anything that floats” (announced; says Ama Darko)"],
  },
  {
    text: 'The council will close "every pit that leaks" on Monday, the mayor said.',
    never: [/every pit(?! that leaks")/],
  },
  {
    text: "The union opposes “a levy that nobody asked for” on boats.",
    never: [/“a levy(?! that nobody asked for”)/],
  },
];

function check({ text, has = [], never = [] }: LineCase) {
  const lines = linesOf(text);
  for (const one of has) expect(lines).toContain(one);
  for (const one of never) expect(lines.filter((line) => one.test(line))).toEqual([]);
}

describe("nouns of acts", () => it.each(nouns)("$text", check));
describe("who stands where", () => it.each(stands)("$text", check));
describe("whose hedge it is", () => it.each(neighbours)("$text", check));
describe("what a quotation holds", () => it.each(quoted)("$text", check));
describe("whom a cut line leaves out", () => it.each(shared)("$text", check));
describe("when it was", () => it.each(times)("$text", check));
describe("what is not so, or not yet", () => it.each(denials)("$text", check));
describe("what was done", () => it.each(acts)("$text", check));
describe("what is claimed or called for", () => it.each(claims)("$text", check));
describe("results and ends", () => it.each(results)("$text", check));
describe("what is counted", () => it.each(counts)("$text", check));
describe("what reports of other matters hold", () => it.each(unseen)("$text", check));
describe("what is to come", () => it.each(outlook)("$text", check));
describe("who says so", () => it.each(speakers)("$text", check));
