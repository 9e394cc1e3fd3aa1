/**
 * Sentences that are easy to misread, with what must and must not come out, each as a line that begins with
 * the kind: "figure killed 11 people", "event attack done affirmed asserted", "position opposes",
 * "legal-basis Title 50", "expectation". A number is best, ">=" low, "<=" high, "~" approximate.
 */
export interface FindingCase {
  readonly text: string;
  readonly has?: readonly string[];
  /** Beginnings of lines none of which may come out. */
  readonly never?: readonly string[];
  readonly headline?: true;
}

export const has = (text: string, ...lines: string[]): FindingCase => ({ text, has: lines });
export const none = (text: string, ...never: string[]): FindingCase => ({ text, never });
export const both = (text: string, lines: readonly string[], never: readonly string[]): FindingCase => ({
  text,
  has: lines,
  never,
});

export const figureCases: readonly FindingCase[] = [
  has("The strike killed 11 people.", "figure killed 11 people"),
  has("Eleven people were killed in the strike.", "figure killed 11 people"),
  has("About 64 people have been killed since September.", "figure killed ~64 people"),
  has("At least 34 people were wounded.", "figure injured >=34 people"),
  has("Up to 450 troops were deployed.", "figure deployed <=450 people"),
  has("More than 200 people were detained.", "figure detained >=200 people"),
  has("Between 40 and 50 people died.", "figure killed >=40 <=50 people"),
  has("Dozens of people were injured.", "figure injured >=24 people"),
  has(
    "The bomb killed three soldiers and wounded seven.",
    "figure killed 3 people",
    "figure injured 7 people",
  ),
  has(
    "Three soldiers were killed and seven civilians wounded.",
    "figure killed 3 people",
    "figure injured 7 people",
  ),
  has("Half a million people were displaced by the fighting.", "figure displaced 500000 people"),
  has("The government sent 12,000 troops to the border.", "figure deployed 12000 people"),
  has("Some 2 million people fled the country.", "figure displaced ~2000000 people"),
  has("The navy seized 3 boats.", "figure seized 3 vessels"),
  has("Police seized 400 kg of cocaine.", "figure seized 400 kg"),
  has("The strike left 11 people dead.", "figure killed 11 people"),
  has("The death toll rose to 64.", "figure killed 64 people"),
  has("The death toll rose from 40 to 64.", "figure killed 64 people"),
  has("There were no casualties.", "figure casualties 0 people"),
  has("No one was killed in the strike.", "figure killed 0 people"),
  has("Nobody was hurt.", "figure injured 0 people"),
  has("The drug claims thousands of lives annually.", "figure killed >=2000 people per year"),
  has("The drug kills hundreds of people every month.", "figure killed >=200 people per month"),
  has("The police arrested twenty-five protesters.", "figure detained 25 people"),
  has("Two of the wounded men died.", "figure killed 2 people"),
  has("The army spent $4 million on the operation.", "figure spent 4000000 USD"),
  has("The court fined the company 300 million euros.", "figure fined 300000000 EUR"),
  has("The rebels released 12 hostages.", "figure released 12 people"),
  has("Four people are missing.", "figure missing 4 people"),
  has("The deaths of 19 miners shocked the town.", "figure killed 19 people"),
  has("The arrest of 30 officers followed.", "figure detained 30 people"),
  has(
    "The attack killed 64 people, including 11 children.",
    "figure killed 64 people",
    "figure killed 11 people part",
  ),
  has("A policeman was killed in the raid.", "figure killed 1 people"),
  has("Police say 1,500 people were evacuated.", "figure evacuated 1500 people"),
  has("The storm destroyed 200 houses.", "figure destroyed 200 buildings"),
  has("Nearly 200 people were injured.", "figure injured ~200 people"),
  has("As many as 80 rebels were killed.", "figure killed <=80 people"),
  has("Two or three boats were sunk.", "figure destroyed >=2 <=3 vessels"),
  has("The ministry said 31 vessels had been boarded.", "figure boarded 31 vessels"),
  has("Two men were shot and killed near the river.", "figure killed 2 people"),
  has("Police: 2 men fatally shot, 3 others wounded.", "figure killed 2 people", "figure injured 3 people"),
  has("14 shot, one fatally.", "figure shot 14 people", "figure killed 1 people"),
  has("A 17-year-old was shot in the leg.", "figure shot 1 people"),
  has("His wife was wounded.", "figure injured 1 people"),
  none("Two men shot an officer.", "figure shot 2"),
  none("Two men shot at police.", "figure shot 2"),

  // Numbers that count nothing
  none("A 12-year-old boy scored twice.", "figure"),
  none("John Smith, 34, was arrested on Monday.", "figure detained 34"),
  none("The boy, aged 12, was arrested.", "figure detained 12"),
  none("He was arrested in 2011.", "figure detained 2011"),
  none("The attack happened on May 12.", "figure"),
  none("The home team won 3-1.", "figure"),
  none("The team killed off the game 3 to 1.", "figure"),
  none("The shooting happened at 1200 Main Street.", "figure"),
  none("He was arrested at 45 Elm Road.", "figure detained 45"),
  none("Prices rose 5 percent.", "figure"),
  none("Some 60 percent of voters were detained by the delay.", "figure detained 60", "figure detained ~60"),
  none("They act under Title 50.", "figure"),
  none("The council adopted Resolution 1701.", "figure"),
  none("Flight 17 was shot down.", "figure"),
  none("The 2nd Battalion attacked the camp.", "figure"),
  none("He was shot at 6 p.m. on Friday.", "figure shot 6"),
  none("The men fired for 30 minutes.", "figure"),
  none("The soldiers marched 40 miles.", "figure"),
  none("The war lasted 12 years.", "figure"),
  none("She has written three books.", "figure"),
  none("The officer killed two birds with one stone.", "figure killed 2 people"),
  none("Twelve soldiers attacked the camp.", "figure struck 12"),
  none("Call 911 if you saw the shooting.", "figure"),
  none("The M-16 rifle was seized.", "figure seized 16"),
  none("Will 64 people be killed?", "figure killed 64"),
  none("If 64 people were killed, the minister would resign.", "figure killed 64"),
];

export const eventCases: readonly FindingCase[] = [
  none("“May strike” never becomes “struck” in these pages.", "event strike done", "event strike under-way"),
  none("The paper wrote of a “raid” that nobody else had seen.", "event raid done"),
  // the report is of 5 November 2025: what it seems to tell as done of a later day was misread
  none("The navy struck a boat on 12 November 2025.", "event strike done"),
  both("The navy struck a boat on 2 November 2025.", ["event strike done affirmed asserted"], []),
  both(
    "The government denied that troops had crossed the border.",
    ["event cross done denied asserted"],
    ["event cross done affirmed"],
  ),
  both(
    "The US has not ruled out strikes on Iran.",
    ["event strike - affirmed possible"],
    ["event strike done", "event strike - denied"],
  ),
  both(
    "The army may deploy troops to the border.",
    ["event deploy - affirmed possible"],
    ["event deploy done"],
  ),
  both(
    "The president authorised the army to cross the border.",
    ["event cross authorised affirmed asserted"],
    ["event cross done"],
  ),
  both(
    "The parliament scrapped plans to send troops.",
    ["event send called-off - asserted"],
    ["event send done"],
  ),
  has("The navy carried out a strike on a boat.", "event strike done affirmed asserted"),
  has("Rebels ambushed a convoy near the river.", "event ambush done affirmed asserted"),
  has("The killing of the mayor shocked the town.", "event killing done affirmed asserted"),
  has("The government imposed sanctions on the company.", "event impose done affirmed asserted"),
  has("The ministry expelled three diplomats.", "event expel done affirmed asserted"),
  has("Thousands protested against the law.", "event protest done affirmed asserted"),
  has("The two presidents met in Geneva.", "event meet done affirmed asserted"),
  has("The rebels kidnapped a priest.", "event kidnap done affirmed asserted"),
  has("Soldiers opened fire on the crowd.", "event open_fire done affirmed asserted"),
  has("The army is preparing an offensive against the rebels.", "event offensive planned affirmed asserted"),
  has("A bomb exploded in front of the embassy.", "event explode done affirmed asserted"),
  has("The guerrillas released two hostages.", "event release done affirmed asserted"),
  has(
    "The ministry designated four companies as terrorist entities.",
    "event designate done affirmed asserted",
  ),

  both(
    "The rebels bragged online that they had attacked the camp.",
    ["event attack done affirmed asserted"],
    ["event attack planned"],
  ),
  none("The law governs intelligence operations.", "event operation done", "event operation under-way"),
  none("The order covers ten gangs, a designation that includes two armies.", "event designation done"),
  has("The ships would probably attack the camp.", "event attack planned affirmed probable"),

  // Not acts, or not these acts
  none("The company struck a deal with the union.", "event strike - "),
  none("The film hit cinemas on Friday.", "event hit"),
  none("Shares hit a record.", "event hit"),
  none("He shot a film about the war.", "event strike"),
  none("The striking colours pleased her.", "event strike"),
  none("The armed men waited outside.", "event arm"),
  none("The training camp lies in the hills.", "event train"),
  none("The surgeon carried out the operation.", "event operation"),
  none("She opposes foreign intervention.", "event intervention"),
  none("What would happen if the army attacked?", "event attack done affirmed asserted"),
  none("No shots were fired.", "event fire done affirmed"),
  none("No member of the Defence Forces was hurt.", "event hurt done affirmed", "figure injured 1"),
  none("None of the boats was hit by the navy.", "event hit done affirmed"),
  none("No one has crossed the border, as far as anyone here can tell.", "event cross done affirmed"),
  none("Never in ten years has the army attacked the camp.", "event attack done affirmed asserted"),
  has("No fewer than nine soldiers were killed.", "event kill done affirmed asserted"),
  none("The strike force stayed at home.", "event strike"),
  none("The attack helicopter landed.", "event attack"),
];

export const positionCases: readonly FindingCase[] = [
  none("Kenya said it was not going to be able to save the hostages.", "position denies-intending"),
  none("Kenya will cooperate as an equal but will not be policed.", "position denies-intending"),
  has("Mexico opposes foreign intervention.", "position opposes: foreign intervention"),
  has("The president rejected the plan.", "position opposes: the plan"),
  has("The bishops have backed the talks.", "position supports: the talks"),
  has("The minister did not rule out strikes.", "position open: strikes"),
  has("The government has not ruled out sending troops.", "position open: sending troops"),
  has("The government ruled out sending troops.", "position denies-intending: sending troops"),
  has("Norway does not intend to extend the list.", "position denies-intending: to extend the list"),
  has("Norway has no intention of extending the list.", "position denies-intending"),
  has("The government has no plans to send troops.", "position denies-intending: to send troops"),
  has("The minister would support the deal if it included a ceasefire.", "position conditional: the deal"),
  has("Supporters argue that decisive action is necessary.", "position supports"),
  has("Critics say the operation is illegal.", "position opposes"),
  has("The government is keen on working with Mexico.", "position supports"),
  has("The party does not support the bill.", "position opposes: the bill"),
  has("The government refused to send troops.", "position denies-intending: to send troops"),
  has("The minister called for a ceasefire.", "position supports: a ceasefire"),
  has("The mayor condemned the strikes.", "position opposes: the strikes"),
  has("The bishops have voiced support for the plan.", "position supports: the plan"),
  both(
    "The minister has not ruled out strikes.",
    ["position open: strikes"],
    ["position supports", "position opposes"],
  ),
  both(
    "While the ministry's focus follows a war in Norway, the intent is not to topple the government.",
    [],
    ["position supports", "position open", "position opposes"],
  ),
  has("Norway has not decided whether to send troops.", "position open"),
  none("Norway sent ships to support the operation.", "position"),
  none("The general, a friend of Norway, rejected it.", "position"),
  none("The president supports his wife.", "position"),
  none("The minister rejected the allegations.", "position"),
  none("The wall supports the roof.", "position supports"),
  none("The association wants the army sent in.", "event send done"),
  none("The police backed away.", "position"),
  none("The government may support the plan.", "position supports"),
  none("The governor supports the patrols only if fishermen are left alone.", "position supports"),
];

export const legalCases: readonly FindingCase[] = [
  has("The troops operate under Title 50.", "legal-basis Title 50"),
  has(
    "The measures are taken under section 2 of the Sanctions Act.",
    "legal-basis section 2 of the Sanctions Act",
  ),
  has("The council acted under Resolution 1701.", "legal-basis Resolution 1701"),
  has(
    "Citing Article 51 of the UN Charter, the army struck the camp.",
    "legal-basis Article 51 of the UN Charter",
  ),
  has("The strikes violate international law.", "legal-basis international law"),
  has(
    "The plan rests on the Convention on the Law of the Sea.",
    "legal-basis Convention on the Law of the Sea",
  ),
  has(
    "The ministry designated the group as a terrorist organisation.",
    "legal-basis designation as a terrorist organisation",
  ),
  has("The police searched the house under a court warrant.", "legal-basis court warrant"),
  none("The in-laws left under the bridge.", "legal-basis"),
  none("The title of section two is short.", "legal-basis"),
  none("He read the first article of the paper.", "legal-basis"),
  none("Law and order matter to voters.", "legal-basis"),
  none("The act of killing is wrong.", "legal-basis"),
  none("They reached an agreement on Monday.", "legal-basis"),
];

export const expectationCases: readonly FindingCase[] = [
  has("A decision is expected by Friday.", "expectation A decision is expected by Friday"),
  has("The council is due to meet on March 22.", "expectation"),
  has("A hearing is set for June 11.", "expectation"),
  has(
    "If the mission proceeds, troops would come from the south.",
    "expectation troops would come from the south if the mission proceeds",
  ),
  has("The success of the plan will depend on diplomacy.", "expectation"),
  has("The ministry will review the list by May 1.", "expectation"),
  has("The president is expected to sign the bill.", "expectation"),
  has("The trial is scheduled to begin on Monday.", "expectation"),
  none("The army attacked the camp on Monday.", "expectation"),
  none("The trial began on Monday.", "expectation"),
  none("He had been expected to resign.", "expectation"),
  none("Will the president sign the bill on Friday?", "expectation"),
  none("He was due to speak.", "expectation"),
];

export const remarkCases: readonly FindingCase[] = [
  has(
    "Reports suggest that 64 people were killed in these operations, which were conducted without revealing substantial evidence.",
    "statement unstated: these operations, which were conducted without revealing substantial evidence",
  ),
  has(
    "The minister offered no evidence for the claim.",
    "statement unstated: The minister offered no evidence",
  ),
  has("The ministry did not provide details.", "statement unstated: The ministry did not provide details"),
  has(
    "It was not clear whether the army would return.",
    "statement unstated: It was not clear whether the army would return",
  ),
  has("How the men got in remained unclear.", "statement unstated: How the men got in remained unclear"),
  none("When the talks ended, the water was clear.", "statement"),
  none("The road was not clear.", "statement"),
  none("“It is unclear who fired first,” he said.", "statement"),
  none("The ministry provided evidence of the attack.", "statement"),
  none("“They offered no evidence for it,” he said.", "statement"),
];
