/** Words of law: instruments, how they are numbered and invoked. Data only. */

/** Words that a number or letter follows: "Title 50", "section 2", "Resolution 1701". */
export const numberedInstruments =
  "title section article chapter resolution regulation rule directive order proclamation decree protocol annex amendment clause law act bill ordinance statute code paragraph schedule convention";

/** Last words of named instruments: "Sanctions Act", "Convention on the Law of the Sea". */
export const namedInstruments =
  "act law convention treaty charter constitution code statute accord accords protocol agreement decree ordinance pact covenant amendment bill directive regulation doctrine declaration resolution memorandum compact authorization authorisation";

/** Common nouns that are a basis only where something is done under them. */
export const basisNouns =
  "law rule statute protocol pact accord covenant ordinance act mandate warrant ruling authority authorisation authorization decree order resolution treaty convention constitution charter provision clause article legislation directive regulation emergency self-defence self-defense sovereignty judgment judgement injunction licence license precedent doctrine right powers power designation";

/** Modifiers that make a common noun of law a particular one. */
export const legalModifiers =
  "international humanitarian domestic federal maritime constitutional criminal military emergency wartime statutory customary presidential judicial administrative anti-kidnapping anti-terrorism anti-terror counter-terrorism security sanctions immigration martial court supreme search arrest congressional parliamentary un covert extradition customs transit trade tax press labor labour penal electoral immunity";

/** Modifiers that leave open which instrument is meant ("any applicable laws"). */
export const vagueModifiers =
  "applicable relevant existing current new other certain local such various own same";

/** Nouns that take an instrument for a basis ("its reliance on Article 51"). */
export const invokingNouns = "reliance invocation recourse use citation appeal";

/** Who rules, and the verbs of it. */
export const courtNouns = "court tribunal judge chamber bench panel jury magistrate justice";
export const rulingVerbs = "rule hold decree";

/** Prepositions and phrases that put an act under a basis. */
export const underWords =
  "under|pursuant to|in accordance with|in line with|on the basis of|on basis of|by virtue of|in keeping with|in compliance with|based on|according to|per|within|with reference to";

/** Verbs whose subject stands on a basis ("citing", "the cordon could rest on …"). */
export const invokingVerbs =
  "cite invoke rest_on rely_on lean_on turn_to draw_on base_on base fall_under operate_under justify_by justify_under act_under use execute serve apply trigger activate enact sign issue grant claim";

/** Verbs that a basis is the subject of ("the law allows", "the statute makes it a crime"). */
export const enablingVerbs =
  "allow permit authorise authorize enable empower entitle govern require oblige mandate prohibit ban bar forbid make criminalise criminalize cover define provide limit restrict give grant facilitate outlaw let apply";

/** Those of them that let nothing happen: what they bar is not what they are for. */
export const barringVerbs =
  "prohibit ban bar forbid criminalise criminalize limit restrict outlaw require oblige govern cover define";

/** Verbs that set an act against a basis. */
export const breachVerbs = "violate breach contravene infringe flout break defy ignore exceed";
export const breachNouns = "violation breach contravention infringement";

/** Verbs by which somebody disputes a basis. */
export const disputingVerbs =
  "reject dispute contest challenge deny question criticise criticize condemn denounce call oppose appeal";

/** Nouns that take a basis up again ("that reading", "the statute"). */
export const legalAnaphors =
  "reading interpretation law statute act argument justification basis claim measure provision ruling order decree authority authorisation authorization resolution designation rationale view";

/** Verbs that put somebody on a list or under a name of law. */
export const designatingVerbs = "designate classify list label brand declare proscribe deem blacklist";

/** Words before a convention that is a meeting. */
export const gatheringModifiers =
  "national party democratic republican labour labor conservative liberal constitutional annual state county contested brokered fan comic nominating open";

/** Nouns behind a word of law that make a body or a person of it ("Law School", "treaty body"). */
export const bodyNouns =
  "school firm center centre institute review professor journal society association project group clinic student faculty officer enforcement party center office union college department commission committee";

/** What laws that nobody made are of ("the law of unintended consequences", "the laws of physics"). */
export const naturalLawNouns =
  "consequence nature average gravity physics supply jungle diminishing motion thermodynamics attraction probability number economics";
