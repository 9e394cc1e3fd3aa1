/**
 * Words by which somebody takes a stand on a proposal. `saying` words are stands taken in words: whoever
 * takes them is who says so. A key with "_" takes a preposition or particle.
 */

import type { Stance } from "../../model/finding.ts";
import { table } from "./table.ts";

export interface StanceClass {
  readonly stance: Stance;
  /** The stance when the word is negated ("does not support"); none where saying nothing takes no stand ("has not condemned"). */
  readonly negated?: Stance;
  readonly verbs?: string;
  readonly nouns?: string;
  readonly adjectives?: string;
  readonly saying?: true;
  /** Only with a clause or an act as its object ("wants the army sent in", never "wants a car"). */
  readonly actsOnly?: true;
  /** Leaves no doubt that a stand is taken: whatever it is towards is the proposal, be it no act and nothing put forward. */
  readonly anything?: true;
  /** Of persons, those alone who hold an office: what others are willing to do is a private matter. */
  readonly ofOffice?: true;
  /** Only of what is put forward, as a plan or a bill is: what else one accepts, defends or resists is no proposal. */
  readonly putForwardOnly?: true;
  /** Also of what is no act but harm ("concerned about the casualties"). */
  readonly harms?: true;
  /** A stand only under a condition ("would take part provided that …"). */
  readonly conditionalOnly?: true;
}

export const stanceClasses: readonly StanceClass[] = [
  {
    stance: "supports",
    negated: "opposes",
    verbs:
      "support back endorse favour favor welcome champion applaud praise hail side_with stand_behind speak_for",
    nouns: "support backing endorsement approval advocacy",
    adjectives: "supportive",
    saying: true,
  },
  {
    stance: "supports",
    negated: "opposes",
    verbs: "accept defend embrace stand_by",
    saying: true,
    putForwardOnly: true,
  },
  {
    stance: "supports",
    negated: "opposes",
    verbs:
      "advocate approve_of call_for argue_for push_for press_for lobby_for campaign_for vote_for speak_for appeal_for insist_on demand",
    saying: true,
    anything: true,
  },
  {
    stance: "supports",
    negated: "opposes",
    verbs: "want urge prefer call_on call_upon appeal_to ask",
    saying: true,
    actsOnly: true,
  },
  // who does not seek a war need not be against what others seek
  { stance: "supports", negated: "denies-intending", verbs: "seek", saying: true, actsOnly: true },
  {
    stance: "supports",
    negated: "opposes",
    verbs: "take_part_in participate_in join sign agree_to",
    saying: true,
    conditionalOnly: true,
  },
  { stance: "supports", negated: "opposes", verbs: "agree_with", saying: true, putForwardOnly: true },
  { stance: "opposes", verbs: "disagree_with", saying: true, putForwardOnly: true },
  {
    stance: "opposes",
    adjectives: "concerned alarmed worried dismayed outraged disturbed troubled appalled horrified",
    saying: true,
    ofOffice: true,
    harms: true,
  },
  { stance: "supports", negated: "opposes", adjectives: "keen eager determined committed", ofOffice: true },
  {
    stance: "opposes",
    verbs:
      "condemn denounce criticise criticize decry deplore regret lament protest contest veto rebuff spurn slam lambast blast deride balk_at baulk_at bristle_at object_to rule_against warn_against caution_against",
    nouns: "opposition objection criticism condemnation rejection resistance disapproval regret outrage",
    saying: true,
  },
  { stance: "opposes", nouns: "concern unease alarm dismay worry", saying: true, harms: true },
  {
    stance: "opposes",
    negated: "open",
    adjectives: "opposed critical wary sceptical skeptical hostile",
    saying: true,
  },
  {
    stance: "opposes",
    negated: "open",
    verbs: "resist challenge question",
    saying: true,
    putForwardOnly: true,
  },
  {
    stance: "opposes",
    negated: "open",
    verbs:
      "oppose reject protest_against vote_against speak_out_against come_out_against argue_against campaign_against lobby_against disapprove_of appeal_against",
    saying: true,
    anything: true,
  },
  {
    stance: "open",
    negated: "denies-intending",
    verbs: "consider weigh mull contemplate entertain",
    actsOnly: true,
  },
  {
    stance: "open",
    negated: "opposes",
    adjectives: "open willing receptive amenable prepared",
    verbs: "leave_open leave_option",
    ofOffice: true,
  },
  // who does not recommend a thing has not spoken against it
  { stance: "supports", negated: "denies-intending", verbs: "recommend propose", saying: true },
  { stance: "denies-intending", negated: "open", verbs: "rule_out forswear renounce", saying: true },
  { stance: "denies-intending", negated: "open", verbs: "refuse", saying: true, actsOnly: true },
];

/** Words that carry concern rather than a no need one of these verbs ("raise concerns about"). */
export const voicingVerbs =
  "raise voice express have share air register state reiterate signal declare announce repeat offer give lend throw";

/** Stands that a plan or an act meets with ("drew criticism from", "won the backing of"), and the verbs that say so. */
export const receivedStances = {
  supports: "support backing endorsement approval praise blessing",
  opposes:
    "opposition objection criticism condemnation rejection resistance disapproval outrage pushback fire rebuke",
} as const;
export const receivingVerbs =
  "gain win get receive draw have enjoy secure earn face attract provoke spark prompt trigger meet greet encounter garner muster command";

/** What is weighed with a stand ("threw its weight behind the bill"). */
export const weightNouns = "support backing weight";

/** What harms, of which concern is voiced. */
export const harmNouns =
  "casualty death violence famine hunger crisis situation suffering displacement fighting bloodshed abuse destruction plight loss killing outbreak violation attack clash unrest instability shortage repression persecution torture";

/** Of how much of it, or by whose word ("the growing number of casualties", "reports of violations"). */
export const measuringNouns =
  "number report level scale spread rise increase lack escalation use loss pattern wave series reports deterioration worsening";

/** Words of a side taken: "in favour of", where it is spoken or come out in. */
export const sideNouns = "favour favor support";
export const sidingVerbs = "come speak vote argue testify rule campaign stand be";

/** Verbs of who promises, before what would be fought. */
export const vowingVerbs = "pledge vow promise threaten swear";
export const fightingVerbs = "block fight stop defeat halt thwart obstruct scrap repeal overturn cancel";

/** Who is only advised ("residents should stay indoors"). */
export const advisedNouns =
  "resident driver user customer parent visitor people person public citizen motorist traveller traveler patient consumer fan viewer reader student passenger family voter employee worker investor tourist child pupil everyone anyone someone everybody homeowner neighbour neighbor community thing";

/** What is likely to come rather than owed, behind "should". */
export const likelyVerbs =
  "arrive come take begin start help allow lead last reach clear improve ease work be know see receive have get make result become continue understand remember note expect read consider think feel look seem serve give";

/** Groups that are named for their stand. */
export const partisanNouns: Readonly<Record<string, Stance>> = table({
  supporter: "supports",
  proponent: "supports",
  advocate: "supports",
  backer: "supports",
  defender: "supports",
  champion: "supports",
  critic: "opposes",
  opponent: "opposes",
  detractor: "opposes",
  sceptic: "opposes",
  skeptic: "opposes",
});

/** Nouns of what is only said: rejecting one is a denial, no stand on a proposal. */
export const claimNouns =
  "anonymity objection opposition protest complaint concern fear claim allegation accusation charge report rumour rumor suggestion assertion account statement insinuation blame idea_that notion version narrative criticism question answer explanation apology clarification clarity";

/** Verbs by which those named for their stand make it known. */
export const arguingVerbs =
  "argue say contend claim insist maintain warn note point raise fear worry believe call see question complain object welcome praise criticise criticize accuse counter respond add stress emphasise emphasize";

/** Things put forward, on which one can take a stand. */
export const proposedNouns =
  "plan proposal bill law measure offer deal talks talk dialogue reading interpretation handover operation mission strike cordon blockade raid order decision designation listing move step idea option truce ceasefire peace war policy treaty pact accord agreement use force approach strategy vote motion amendment resolution project scheme initiative role presence ban curfew tax tariff reform purchase sale visit summit inquiry probe patrol barrier wall corridor zone campaign power amnesty compromise demand request statute act decree rule invitation budget programme program status change rescue ransom call appeal plea bid petition solution legislation right injunction test penalty coalition venture draft default increase reparation extension renewal proceeding proceedings settlement";

/** What a state is of where it is declared, and so a measure ("a state of emergency"). */
export const declaredStates = "emergency siege alert war exception disaster calamity defence defense";

/** Nouns between a stand and what it is towards ("concerns about the implications of intervention"). */
export const remoteNouns =
  "implication consequence risk impact effect legality cost form possibility prospect idea notion danger wisdom merit legitimacy principle kind type sort";

/** What is called for in need, asked of readers, or names nothing. */
export const noProposals =
  "help assistance backup ambulance police volunteer interference suggestion answer explanation apology clarification account statement treatment asylum refuge shelter employment work care information tip thing something anything everything lot detail comment";

/** What a refusal to speak keeps back: "would not give details" is no stand. */
export const keptBack =
  "detail comment name information reason identity figure estimate interview number specifics answer motive timetable breakdown elaboration";

/** What readers and witnesses are asked to do. */
export const noticeVerbs =
  "call contact phone email text visit donate report dial write know see hear understand";

/** Verbs of asking somebody to do something: whatever is asked for is a proposal. */
export const askingVerbs = "urge call demand press appeal";

/** Words of unnamed speakers who speak for a house, and so for its stand. */
export const deskNouns =
  "government president minister premier chancellor ministry cabinet palace presidency military army police official officials presidential administration";

/** Verbs that undo or end: whoever asks for that stands against what would be undone. */
export const repealingVerbs =
  "scrap repeal withdraw lift revoke reverse rescind cancel abandon overturn abolish annul quash suspend end halt stop cease discontinue";

/** Their nouns ("an end to the strikes"). */
export const endingNouns =
  "end halt stop cessation suspension cancellation repeal abolition withdrawal reversal revocation";

/** Verbs that say what somebody takes a thing for. */
export const judgingVerbs =
  "call describe brand label regard view see consider treat deem dismiss denounce condemn hail";

/** What is said of a thing by who stands against it. */
export const adverseWords =
  "unacceptable illegal unlawful illegitimate unconstitutional wrong unjust unfair reckless irresponsible disastrous unjustified unjustifiable disproportionate outrageous shameful barbaric intolerable indefensible mistake disgrace betrayal provocation violation folly aggression blunder travesty outrage farce sham one-sided biased absurd premature unhelpful void invalid inhumane immoral cruel discriminatory";

/** What is said of a thing by who stands for it. */
export const favouringWords = "necessary justified essential vital overdue constructive commendable";

/** What is called, as a meeting is: to take place. */
export const summonedNouns =
  "strike walkout stoppage protest demonstration march rally boycott vigil sit-in election referendum vote ballot poll meeting summit session conference parliament assembly inquiry";
