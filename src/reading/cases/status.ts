/**
 * How far an act has got, by sentence: the word that names the act, its stage ("-" for none), polarity and
 * certainty. Read through the real language engine.
 */
export interface StatusCase {
  readonly text: string;
  readonly act: string;
  /** "stage polarity certainty"; polarity "-" for a called-off act. */
  readonly status: string;
  readonly headline?: true;
}

const one = (text: string, act: string, status: string): StatusCase => ({ text, act, status });
const headline = (text: string, act: string, status: string): StatusCase => ({
  text,
  act,
  status,
  headline: true,
});

export const statusCases: readonly StatusCase[] = [
  // Tense and aspect
  one("The army attacked the camp on Monday.", "attacked", "done affirmed asserted"),
  one("The army has attacked the camp.", "attacked", "done affirmed asserted"),
  one("The camp was attacked by the army.", "attacked", "done affirmed asserted"),
  one("The army is attacking the camp.", "attacking", "under-way affirmed asserted"),
  one("The army has been attacking the camp since May.", "attacking", "under-way affirmed asserted"),
  one("The army will attack the camp.", "attack", "planned affirmed asserted"),
  one("The army is going to attack the camp.", "attack", "planned affirmed asserted"),
  one("The army continues to attack the camp.", "attack", "under-way affirmed asserted"),
  one("The army began to withdraw from the city.", "withdraw", "under-way affirmed asserted"),
  one("The army managed to seize the bridge.", "seize", "done affirmed asserted"),
  one("The troops finished withdrawing from the city.", "withdrawing", "done affirmed asserted"),

  // Modals
  one("The army may attack the camp.", "attack", "- affirmed possible"),
  one("The army might have attacked the camp.", "attacked", "done affirmed possible"),
  one("The army could attack the camp.", "attack", "- affirmed possible"),
  one("The army would attack the camp if the talks failed.", "attack", "planned affirmed possible"),
  one("The army should attack the camp.", "attack", "- affirmed unknown"),
  one("The army must have attacked the camp.", "attacked", "done affirmed probable"),
  one("The army cannot attack the camp.", "attack", "- denied asserted"),

  // Negation
  one("The army did not attack the camp.", "attack", "done denied asserted"),
  one("The army has never attacked the camp.", "attacked", "done denied asserted"),
  one("Nobody attacked the camp.", "attacked", "done denied asserted"),
  one("No soldiers were killed in the camp.", "killed", "done denied asserted"),
  one("The army will not attack the camp.", "attack", "planned denied asserted"),
  one("The patrol crossed the river without firing a shot.", "firing", "done denied asserted"),
  one("The army not only attacked the camp but also burned it.", "attacked", "done affirmed asserted"),
  one("Neither side attacked the camp.", "attacked", "done denied asserted"),
  one("The army failed to seize the bridge.", "seize", "- denied asserted"),
  one("The army did not fail to seize the bridge.", "seize", "- affirmed asserted"),
  one("The general refused to attack the camp.", "attack", "- denied asserted"),
  one("The police prevented an attack on the camp.", "attack", "- denied asserted"),
  one("The police foiled an attack on the camp.", "attack", "attempted affirmed asserted"),

  // Denials and what is left open
  one("The minister denied that the army had attacked the camp.", "attacked", "done denied asserted"),
  one("The minister denied attacking the camp.", "attacking", "- denied asserted"),
  one("The minister did not deny that the army had attacked the camp.", "attacked", "done affirmed unknown"),
  one("The minister has not ruled out strikes on the camp.", "strikes", "- affirmed possible"),
  one("The minister did not rule out sending troops.", "sending", "- affirmed possible"),
  one("The minister ruled out sending troops.", "sending", "- denied asserted"),
  one(
    "The minister declined to confirm that the army had attacked the camp.",
    "attacked",
    "done affirmed unknown",
  ),
  one("The minister has not confirmed that the army attacked the camp.", "attacked", "done affirmed unknown"),

  // Plans, talks, permissions, announcements, threats, attempts
  one("The army plans to attack the camp.", "attack", "planned affirmed asserted"),
  one("The army intends to attack the camp.", "attack", "planned affirmed asserted"),
  one("The army does not plan to attack the camp.", "attack", "planned denied asserted"),
  one("The army has no plans to attack the camp.", "attack", "planned denied asserted"),
  one("The ministry has drawn up plans for an attack on the camp.", "attack", "planned affirmed asserted"),
  one("The ministry is preparing an attack on the camp.", "attack", "planned affirmed asserted"),
  one("The government is considering strikes on the camp.", "strikes", "discussed affirmed possible"),
  one("The government is weighing whether to attack the camp.", "attack", "discussed affirmed possible"),
  one("Ministers discussed an attack on the camp.", "attack", "discussed affirmed possible"),
  one("Ministers are discussing plans to attack the camp.", "attack", "discussed affirmed possible"),
  one("The general proposed an attack on the camp.", "attack", "discussed affirmed possible"),
  one("The president authorised the army to attack the camp.", "attack", "authorised affirmed asserted"),
  one("The president authorised strikes on the camp.", "strikes", "authorised affirmed asserted"),
  one("The parliament approved the deployment of troops.", "deployment", "authorised affirmed asserted"),
  one("The president ordered an attack on the camp.", "attack", "authorised affirmed asserted"),
  one("The president did not authorise strikes on the camp.", "strikes", "authorised denied asserted"),
  one("The president may authorise strikes on the camp.", "strikes", "- affirmed possible"),
  one(
    "The president is considering authorising strikes on the camp.",
    "strikes",
    "discussed affirmed possible",
  ),
  one("The government announced the withdrawal of its troops.", "withdrawal", "announced affirmed asserted"),
  one("The government announced that it had attacked the camp.", "attacked", "done affirmed asserted"),
  one("The president vowed to attack the camp.", "attack", "announced affirmed asserted"),
  one("The rebels promised to release the hostages.", "release", "announced affirmed asserted"),
  one("The rebels agreed to release the hostages.", "release", "announced affirmed asserted"),
  one("The rebels threatened to attack the camp.", "attack", "threatened affirmed possible"),
  one("The rebels tried to attack the camp.", "attack", "attempted affirmed asserted"),
  one("The rebels attempted to seize the bridge.", "seize", "attempted affirmed asserted"),
  one("The government called off the attack on the camp.", "attack", "called-off - asserted"),
  one("The government cancelled the strikes.", "strikes", "called-off - asserted"),
  one("The strikes were called off on Monday.", "strikes", "called-off - asserted"),
  one("The government scrapped plans to attack the camp.", "attack", "called-off - asserted"),
  one("The government scrapped its plan to send troops.", "send", "called-off - asserted"),
  one("The government postponed the attack on the camp.", "attack", "planned affirmed asserted"),
  one("The army launched an attack on the camp.", "attack", "done affirmed asserted"),
  one("The army carried out strikes on the camp.", "strikes", "done affirmed asserted"),
  one("The army did not carry out strikes on the camp.", "strikes", "done denied asserted"),
  one("The army may carry out strikes on the camp.", "strikes", "- affirmed possible"),
  one("The army resumed its attacks on the camp.", "attacks", "under-way affirmed asserted"),
  one("The attack on the camp is expected to begin on Monday.", "attack", "planned affirmed probable"),
  one("The attack never took place.", "attack", "done denied asserted"),

  // Adjectives and adverbs
  one("The plan includes possible strikes on the camp.", "strikes", "planned affirmed possible"),
  one("The villagers spoke of the proposed attack on the camp.", "attack", "discussed affirmed possible"),
  one("The villagers spoke of the planned attack on the camp.", "attack", "planned affirmed asserted"),
  one("The army reportedly attacked the camp.", "attacked", "done affirmed probable"),
  one("The army allegedly attacked the camp.", "attacked", "done affirmed possible"),
  one("The army probably attacked the camp.", "attacked", "done affirmed probable"),
  one("Officials spoke of an alleged attack on the camp.", "attack", "done affirmed possible"),

  // Done after all: "until", the first and only ones, what came of it, what somebody was forced to
  one("It was not until Tuesday that the army confirmed the raid.", "confirmed", "done affirmed asserted"),
  one("The troops did not enter the town until Friday.", "enter", "done affirmed asserted"),
  one("Not until Friday did the troops enter the town.", "enter", "done affirmed asserted"),
  one("The troops did not leave until the hostages were released.", "leave", "done affirmed asserted"),
  one("The ceasefire did not last until Friday.", "last", "done denied asserted"),
  one("The troops will not leave until the hostages are released.", "leave", "planned denied asserted"),
  one("The navy was the first to reach the port.", "reach", "done affirmed asserted"),
  one("The army was one of the few to withdraw in time.", "withdraw", "done affirmed asserted"),
  one("She became the third minister to resign this year.", "resign", "done affirmed asserted"),
  one("The treaty was the first step to end the war.", "end", "planned affirmed possible"),
  one("The navy will be the first to reach the port.", "reach", "planned affirmed possible"),
  one("The boat capsized, only to sink an hour later.", "sink", "done affirmed asserted"),
  one("The guards fired only to frighten the crowd.", "frighten", "planned affirmed possible"),
  one("The index rose 48 points to finish the day at 5,210.", "finish", "done affirmed asserted"),
  one("The storm forced the crew to abandon the ship.", "abandon", "done affirmed asserted"),
  one("The storm may force the crew to abandon the ship.", "abandon", "- affirmed possible"),
  one("The army never stopped shelling the town.", "shelling", "under-way affirmed asserted"),
  one("The court denied the request to release the prisoners.", "request", "done affirmed asserted"),
  one("The court denied the request to release the prisoners.", "release", "- affirmed unknown"),
  one("The ministry denied the attack.", "attack", "- denied asserted"),

  // Not done after all: "against", "yet to", "let alone", "all but", what steps are taken for
  one("The council has decided against sending troops.", "sending", "planned denied asserted"),
  one("The council has not decided against sending troops.", "sending", "- affirmed possible"),
  one("Lawmakers argued against striking the camp.", "striking", "- affirmed unknown"),
  one("The governor took a stand against arming the militia.", "arming", "- affirmed unknown"),
  one("The army marched against the rebels after burning the camp.", "burning", "done affirmed asserted"),
  one("The president resisted sending troops.", "sending", "- affirmed unknown"),
  one("The army has yet to withdraw.", "withdraw", "done denied asserted"),
  one("The hostages are yet to be released.", "released", "done denied asserted"),
  one("The pilots did not warn, let alone attack, the boat.", "attack", "- denied asserted"),
  one("The village was all but destroyed.", "destroyed", "done denied asserted"),
  one("The outlook is anything but encouraging.", "encouraging", "- denied asserted"),
  one("The two sides took steps to end the war.", "end", "planned affirmed possible"),

  // Of what is said to be false, of what nobody could confirm, of what is only asked for
  one("Reports that the general had fled are false.", "fled", "done denied asserted"),
  one("Rumours of a coup proved unfounded.", "coup", "- denied asserted"),
  one("There is no truth to reports that the general has fled.", "fled", "done denied asserted"),
  one(
    "The claim that the army attacked the camp could not be verified.",
    "attacked",
    "done affirmed unknown",
  ),
  one("There were no signs that the army was withdrawing.", "withdrawing", "under-way affirmed unknown"),
  one("Reports that the general had fled are not false.", "fled", "done affirmed asserted"),
  one("Reports that the general had fled caused alarm in the capital.", "fled", "done affirmed asserted"),
  one("The envoy insisted that the troops be withdrawn.", "withdrawn", "- affirmed unknown"),
  one("It is vital that the prisoners be freed.", "freed", "- affirmed unknown"),
  one("The court ordered that the ship be released.", "released", "authorised affirmed asserted"),
  one("The army set a deadline for a withdrawal.", "withdrawal", "planned affirmed asserted"),
  one("The council is wary of sending troops.", "sending", "- affirmed possible"),
  one("The army did not take the town by shelling it.", "shelling", "- affirmed unknown"),
  one("The army took the town by shelling it.", "shelling", "done affirmed asserted"),
  one("It took the army three days to reach the town.", "reach", "done affirmed asserted"),
  one("It will take the army three days to reach the town.", "reach", "planned affirmed possible"),

  // Conditions, questions, wishes
  one("If the army attacks the camp, the talks will end.", "attacks", "- affirmed unknown"),
  one("Unless the army attacks the camp, the talks will go on.", "attacks", "- affirmed unknown"),
  one("Release the hostages and leave the city.", "Release", "- affirmed unknown"),
  one("Release the hostages and leave the city.", "leave", "- affirmed unknown"),
  one("Was the camp attacked by rebels?", "attacked", "done affirmed unknown"),
  one("Will the soldiers attack?", "attack", "- affirmed unknown"),
  one("The villagers demanded the release of the hostages.", "release", "- affirmed asserted"),
  one("The villagers called for strikes on the camp.", "strikes", "- affirmed unknown"),
  one("The president wants the army to attack the camp.", "attack", "- affirmed unknown"),
  one("She opposes foreign intervention.", "intervention", "- affirmed unknown"),
  one("Villagers fear an attack on the camp.", "attack", "- affirmed possible"),

  // Said by others: the saying changes nothing, believing weakens
  one("The minister said the army had attacked the camp.", "attacked", "done affirmed asserted"),
  one("Officials believe the army attacked the camp.", "attacked", "done affirmed probable"),
  one("Officials do not believe the army attacked the camp.", "attacked", "done denied probable"),
  one("It is unlikely that the army attacked the camp.", "attacked", "done denied probable"),
  one("The army is likely to attack the camp.", "attack", "planned affirmed probable"),
  one("Villagers doubt that the army attacked the camp.", "attacked", "done denied probable"),

  // Nested
  one(
    "The minister denied that the government was considering strikes.",
    "strikes",
    "discussed denied asserted",
  ),
  one(
    "The minister denied that the army had tried to attack the camp.",
    "attack",
    "attempted denied asserted",
  ),
  one("The minister denied any plan to attack the camp.", "attack", "planned denied asserted"),
  one(
    "The spokesman said the president had not ruled out ordering an attack.",
    "attack",
    "- affirmed possible",
  ),
  one("The strategy may involve sending troops to the border.", "sending", "planned affirmed possible"),
  one("The plan focuses on drone strikes.", "strikes", "planned affirmed asserted"),
  one("He has not said that the army would attack the camp.", "attack", "planned affirmed unknown"),
  one("He doubted the wisdom of launching attacks on the island.", "attacks", "- affirmed possible"),
  one("The drill simulated a strike on the harbour.", "strike", "- affirmed unknown"),
  one("The manual describes how to attack a convoy.", "attack", "- affirmed unknown"),
  one("Anyone who attacks a convoy will be arrested.", "attacks", "- affirmed unknown"),
  one("In the film, soldiers burn a village.", "burn", "- affirmed unknown"),
  one("The army must ensure that the convoy reaches the town.", "reaches", "- affirmed unknown"),
  one("The army ensured that the convoy reached the town.", "reached", "done affirmed asserted"),
  one("It seems unlikely that the army will attack the camp.", "attack", "planned denied probable"),

  // Headlines
  headline("Rebels killed in army raid", "killed", "done affirmed asserted"),
  headline("Army to attack rebel camp", "attack", "planned affirmed asserted"),
  headline("Army may attack rebel camp", "attack", "- affirmed possible"),
  headline("Rebel camp attacked by army", "attacked", "done affirmed asserted"),
  headline("US Troops Potentially Deployed to Border", "Deployed", "- affirmed possible"),
];
