/** Words and phrases that weaken what is said, or say that it is not sure. Lower case; matched token by token. */

/** Always hedges. */
export const hedgeWords: ReadonlySet<string> = new Set(
  `reportedly allegedly apparently possibly probably perhaps maybe likely unlikely potentially presumably supposedly seemingly
  purportedly ostensibly conceivably arguably evidently tentatively roughly approximately suspected alleged purported supposed
  presumed apparent probable potential possible unconfirmed preliminary tentative rumoured rumored believed unclear uncertain
  unverified speculative`.split(/\s+/),
);

/** Modal verbs that leave it open. */
export const hedgeModals: ReadonlySet<string> = new Set(["may", "might", "could"]);

/** Hedges before a number only. */
export const approximators: readonly (readonly string[])[] = [
  ["about"],
  ["around"],
  ["nearly"],
  ["almost"],
  ["some"],
  ["roughly"],
  ["approximately"],
  ["over"],
  ["up", "to"],
  ["at", "least"],
  ["at", "most"],
  ["more", "than"],
  ["less", "than"],
  ["fewer", "than"],
  ["as", "many", "as"],
  ["close", "to"],
  ["an", "estimated"],
  ["estimated"],
];

/** Phrases; "BE" stands for a form of be, "HAVE" for one of have, "NOT" for a negation. */
export const hedgePhrases: readonly (readonly string[])[] = [
  ["HAVE", "NOT", "ruled", "out"],
  ["NOT", "ruled", "out"],
  ["NOT", "rule", "out"],
  ["NOT", "ruling", "out"],
  ["refused", "to", "rule", "out"],
  ["declined", "to", "rule", "out"],
  ["BE", "believed", "to"],
  ["BE", "thought", "to"],
  ["BE", "said", "to"],
  ["BE", "reported", "to"],
  ["BE", "alleged", "to"],
  ["BE", "understood", "to"],
  ["BE", "expected", "to"],
  ["BE", "suspected", "of"],
  ["BE", "rumoured", "to"],
  ["BE", "rumored", "to"],
  ["BE", "considered", "to"],
  ["BE", "estimated", "to"],
  ["seem", "to"],
  ["seems", "to"],
  ["seemed", "to"],
  ["appear", "to"],
  ["appears", "to"],
  ["appeared", "to"],
  ["NOT", "clear"],
  ["NOT", "confirmed"],
  ["NOT", "immediately", "clear"],
  ["could", "NOT", "be", "verified"],
  ["could", "NOT", "be", "independently", "verified"],
  ["in", "theory"],
  ["if", "confirmed"],
  ["if", "true"],
];
