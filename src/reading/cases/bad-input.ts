/**
 * Sentences written to be misread, by what misleads in them: what must come out, and what must not. Lines as in
 * findings.ts.
 */
import type { FindingCase } from "./findings.ts";

const has = (text: string, ...lines: string[]): FindingCase => ({ text, has: lines });
const none = (text: string, ...never: string[]): FindingCase => ({ text, never });
const both = (text: string, lines: readonly string[], never: readonly string[]): FindingCase => ({
  text,
  has: lines,
  never,
});

export const badInput: Readonly<Record<string, readonly FindingCase[]>> = {
  "digits and words mixed": [
    has("Some 2 million people fled the fighting.", "figure displaced ~2000000 people"),
    has("The army deployed 1.5k troops to the border.", "figure deployed 1500 people"),
    has("The ministry sent a 12,000-strong force to the border.", "figure deployed 12000 people"),
    has("Half a million people were displaced.", "figure displaced 500000 people"),
    has("Police detained two dozen protesters.", "figure detained 24 people"),
    has("The fighting displaced 2.4 million people.", "figure displaced 2400000 people"),
    has("Tens of thousands of people fled.", "figure displaced >=20000 people"),
    has("A hundred and twenty soldiers were killed.", "figure killed 120 people"),
    has("Thirty-four sailors were rescued.", "figure rescued 34 people"),
    has("More than 1,500 people have been arrested.", "figure detained >=1500 people"),
    has("The government spent €3.2 billion on the fence.", "figure spent 3200000000 EUR"),
    has("Between 1,200 and 1,400 people were killed.", "figure killed >=1200 <=1400 people"),
    has("Not fewer than nine soldiers were killed.", "figure killed >=9 people"),
    has("No more than three people were hurt.", "figure injured <=3 people"),
  ],
  "ages and dates": [
    none("Maria Lopez, 27, was killed on Friday.", "figure killed 27"),
    none("A man, 45, was arrested.", "figure detained 45"),
    none("The driver (34) was injured.", "figure injured 34"),
    none("Children aged 3 to 12 were rescued.", "figure rescued"),
    none("Five boys, ages 11 to 15, were shot.", "figure shot 15", "figure shot 11", "figure shot >=11"),
    none("He was killed on 12 March.", "figure killed 12"),
    none("In 2014 soldiers were killed in the valley.", "figure killed 2014"),
    none("The attack of September 11 was never forgotten.", "figure attacks 11"),
    none("She was arrested at 10:30 in the morning.", "figure detained 10", "figure detained 30"),
    both("A 19-year-old soldier was killed.", ["figure killed 1 people"], ["figure killed 19"]),
    none("The war killed its 40th year's harvest.", "figure killed 40 people"),
    none("He was detained for 48 hours.", "figure detained 48"),
    none("The 1973 war changed the border.", "figure"),
  ],
  "scores, addresses, names": [
    none("The visitors beat the hosts 21-17.", "figure"),
    none("Shots were fired at 1400 West 24th Street.", "figure fired 1400", "figure fired 24"),
    none("He was shot near Highway 66.", "figure shot 66"),
    none("Police Squad 42 was attacked.", "figure struck 42"),
    none("The AK-47 was seized by the police.", "figure seized 47"),
    none("Unit 731 was disbanded.", "figure"),
    none("Boeing 747 crews were detained.", "figure detained 747"),
    none("The court sentenced him under Article 12.", "figure sentenced 12"),
    none("The tunnel was 300 metres long.", "figure"),
    none("He won 3 matches after the attack.", "figure killed", "figure struck 3 people"),
    none("Room 17 was searched.", "figure searched 17"),
  ],
  percentages: [
    none("Support for the war fell 12 percent.", "figure"),
    none("About 40% of those killed were children.", "figure killed 40", "figure killed ~40"),
    none("Some 5 per cent of the soldiers were wounded.", "figure injured 5", "figure injured ~5"),
    none("Arrests rose by 30 percent last year.", "figure detained 30"),
  ],
  "none and negative": [
    has("There were no casualties in the raid.", "figure casualties 0 people"),
    has("Nobody was killed in the blast.", "figure killed 0 people"),
    has("No soldiers were wounded.", "figure injured 0 people"),
    both(
      "No soldier was killed in the raid.",
      ["event kill done denied asserted"],
      ["event kill done affirmed"],
    ),
    none("Neither of the two officers was hurt.", "event hurt done affirmed"),
    none("Not one of the 40 hostages was killed.", "event kill done affirmed asserted"),
    none("The three men were not arrested.", "event arrest done affirmed"),
    none("The army has never attacked the village.", "event attack done affirmed"),
  ],
  "double negation": [
    none("It is not true that no soldiers were killed.", "event kill done affirmed asserted"),
    none(
      "The minister did not deny that the army had attacked the camp.",
      "event attack done affirmed asserted",
    ),
    has("The army did not fail to seize the bridge.", "event seize - affirmed asserted"),
    both(
      "The government has not ruled out sending troops.",
      ["event send - affirmed possible"],
      ["event send done", "event send planned affirmed asserted"],
    ),
    none("Nobody denied that the village had been attacked.", "event attack done denied asserted"),
    none("The president has no plans not to attack.", "event attack done"),
  ],
  "quotation marks": [
    none("The so-called “attack” lasted two minutes.", "event attack done"),
    none("He spoke of an “invasion” of tourists.", "event invasion done"),
    none("The “strike” was a training film.", "event strike done"),
    none("Critics mocked the “victorious raid” of the general.", "event raid done"),
    none("“We have destroyed the fleet” was the title of the play.", "event destroy done"),
  ],
  questions: [
    none("Did the army attack the camp?", "event attack done affirmed asserted"),
    none("Were 40 people killed?", "figure killed 40"),
    none("Who attacked the camp?", "event attack planned"),
    none("Will the president send troops?", "event send done", "event send planned affirmed asserted"),
    none("Has the government ruled out strikes?", "position denies-intending"),
    none("How many people were killed in the raid?", "figure"),
  ],
  "hypotheticals and denials, nested": [
    none("Had the army attacked, the city would have fallen.", "event attack done affirmed asserted"),
    none("If the army attacks, 40 people could be killed.", "figure killed 40 people", "event attack done"),
    both(
      "The minister denied that the government was planning to attack the camp.",
      ["event attack planned denied asserted"],
      ["event attack planned affirmed", "event attack done"],
    ),
    none(
      "The spokesman denied reports that troops had crossed the border.",
      "event cross done affirmed asserted",
    ),
    none("The army would have attacked if the talks had failed.", "event attack done affirmed asserted"),
    none("It would be wrong to say that the army attacked the camp.", "event attack done affirmed asserted"),
    none("The general warned that rebels might attack.", "event attack done"),
    none("The paper retracted its claim that the army had attacked.", "event attack done affirmed asserted"),
    none("Nobody has accused the army of attacking the camp.", "event attack done affirmed asserted"),
    none("The film shows how rebels could seize the port.", "event seize done"),
    none("He threatened to kill 40 people.", "figure killed 40 people"),
    none("They planned to kidnap three judges.", "event kidnap done", "figure abducted 3 people"),
    none("The plot to kill the mayor was foiled.", "event kill done affirmed asserted"),
    none("She hopes that no soldiers will be killed.", "event kill done affirmed"),
    none("Unless the talks succeed, the rebels will attack.", "event attack done"),
  ],
};
