/**
 * Words that say how far an act in their complement has got, whether it is affirmed, and how surely:
 * attitude, plan, aspect and implicative verbs, nouns and adjectives. A class gives the effect on the
 * complement when the word itself holds ("plans to strike") and when it is negated ("has no plans to
 * strike"). Signatures after Karttunen (1971) and Nairn, Condoravdi and Karttunen (2006).
 *
 * A key with "_" takes a particle or preposition: "rule_out", "call_for".
 */

import type { Certainty, Stage } from "../../model/status.ts";

export interface Effect {
  /** "none" takes away the stage that the act would have by itself. */
  readonly stage?: Stage | "none";
  /** The act comes out as denied (or, if already denied, affirmed). */
  readonly flips?: true;
  /** Neither affirmed nor denied: called off. */
  readonly unpolar?: true;
  /** The act is at most this sure. */
  readonly certainty?: Certainty;
}

export interface AttitudeClass {
  readonly name: string;
  readonly verbs?: string;
  readonly nouns?: string;
  readonly adjectives?: string;
  readonly holds: Effect;
  readonly negated: Effect;
  /** Leaves an act with a tense of its own as it is ("announced that it had struck"). */
  readonly sparesFinite?: true;
  /** The act is taken as given whatever becomes of the word ("would end the strikes"). */
  readonly presupposes?: true;
  /** Its complement may stand as its subject ("the strikes continued", "a strike is likely"). */
  readonly ofSubject?: true;
  /** The embedded act has the status of the word's own clause ("carried out strikes"). */
  readonly passesOn?: true;
  /** The act belongs to the plan, talk or campaign that is the word's subject ("the plan involves …"). */
  readonly ofSubjectNoun?: true;
  /** An infinitive behind its object is what the object does ("forced the crew to leave"). */
  readonly actsOfObject?: true;
  /** By its own sense the act does not come about ("prevented"), which is not to say of one told that it is not so ("denied"). */
  readonly unrealises?: true;
  /** Only with an infinitive, a gerund or a clause, never with a noun ("means to strike"). */
  readonly clausalOnly?: true;
  /** Further words of the class, with the same effects and marks of their own in place of the class's. */
  readonly narrower?: Pick<AttitudeClass, "verbs" | "nouns" | "adjectives" | "actsOfObject" | "clausalOnly">;
}

/** The class, and beside it its narrower words as one that has them alone. */
export function withNarrower(one: AttitudeClass): readonly AttitudeClass[] {
  const { name, holds, negated, narrower } = one;
  return narrower === undefined ? [one] : [one, { name, holds, negated, ...narrower }];
}

/** Who presses somebody asks them to do what follows; pressed ministers are pressed, whatever they do. */
export const pressingVerbs = "press pressure lobby nudge prod push";

const denied: Effect = { flips: true };
const open: Effect = { stage: "none", certainty: "unknown" };

export const attitudeClasses: readonly AttitudeClass[] = [
  {
    name: "plan",
    verbs:
      "plan intend aim prepare gear_up line_up arrange organise organize draw_up devise map_out schedule slate plot conspire scheme gear_for aim_at elect opt choose decide resolve_to determine_to campaign_on run_on plan_on count_on bank_on settle_on",
    nouns:
      "plan intention intent preparation blueprint strategy scheme roadmap arrangement plot conspiracy decision determination readiness goal aim objective purpose itinerary schedule timetable deadline contingency planning",
    adjectives:
      "planned upcoming forthcoming future coming scheduled imminent impending looming intended set due about poised determined slated bound bent hell-bent preparatory pending keen eager",
    holds: { stage: "planned" },
    negated: { stage: "planned", flips: true },
    sparesFinite: true,
  },
  {
    name: "near",
    adjectives: "close_to near_to",
    nouns: "verge_of brink_of cusp_of",
    holds: { stage: "planned", certainty: "possible" },
    negated: { certainty: "unknown" },
    clausalOnly: true,
  },
  {
    name: "decide against",
    verbs: "decide_against opt_against choose_against come_down_against",
    holds: { stage: "planned", flips: true },
    negated: { stage: "none", certainty: "possible" },
  },
  {
    name: "mean",
    verbs: "mean set_out go_ahead propose_to stand_by stand_ready going",
    holds: { stage: "planned" },
    negated: { stage: "planned", flips: true },
    sparesFinite: true,
    clausalOnly: true,
  },
  {
    // "was not supposed to enter" leaves open whether anybody did
    name: "be supposed",
    holds: { stage: "planned", certainty: "possible" },
    negated: { stage: "none", certainty: "unknown" },
    clausalOnly: true,
  },
  {
    name: "postpone",
    verbs: "postpone delay defer put_off push_back hold_off",
    nouns: "postponement delay",
    adjectives: "postponed delayed",
    holds: { stage: "planned" },
    negated: { stage: "planned" },
    sparesFinite: true,
  },
  {
    name: "discuss",
    verbs:
      "consider weigh mull discuss debate contemplate explore ponder think_about think_of talk_about float eye look_at look_into broach toy_with flirt_with negotiate propose recommend advocate moot raise_possibility raise_prospect raise_idea deliberate",
    nouns:
      "discussion talk talks debate consideration deliberation idea option proposal suggestion negotiation recommendation bill motion",
    adjectives: "proposed mooted contemplated suggested discussed envisaged draft",
    holds: { stage: "discussed", certainty: "possible" },
    negated: { stage: "discussed", flips: true },
    sparesFinite: true,
  },
  {
    name: "authorise",
    verbs:
      "authorise authorize approve order permit allow greenlight green-light direct instruct mandate empower command clear sign_off_on ratify vote license entitle let",
    nouns:
      "authorisation authorization approval permission order mandate go-ahead clearance directive licence license consent authority nod",
    adjectives: "authorised authorized approved ordered",
    holds: { stage: "authorised" },
    negated: { stage: "authorised", flips: true },
    sparesFinite: true,
  },
  {
    name: "announce",
    verbs:
      "announce declare pledge vow promise commit_to swear agree unveil volunteer offer guarantee consent",
    nouns: "announcement pledge vow promise commitment agreement offer guarantee",
    adjectives: "announced promised pledged committed",
    holds: { stage: "announced" },
    negated: open,
    sparesFinite: true,
  },
  {
    name: "threaten",
    verbs: "threaten",
    nouns: "threat ultimatum",
    adjectives: "threatened",
    holds: { stage: "threatened", certainty: "possible" },
    negated: { stage: "threatened", flips: true },
    sparesFinite: true,
  },
  {
    name: "attempt",
    verbs: "try attempt strive struggle endeavour endeavor seek work fight battle move",
    nouns: "attempt effort bid try push drive endeavour struggle",
    adjectives: "attempted abortive failed foiled thwarted unsuccessful botched",
    holds: { stage: "attempted" },
    negated: { stage: "attempted", flips: true },
    sparesFinite: true,
    narrower: { nouns: "battle fight quest", clausalOnly: true },
  },
  {
    name: "foil",
    verbs: "foil thwart repel repulse disrupt intercept beat_back fight_off",
    holds: { stage: "attempted" },
    negated: { stage: "done" },
  },
  {
    name: "begin",
    verbs:
      "begin start initiate commence kick_off embark_on open resume restart continue keep carry_on press_on press_ahead push_ahead go_on proceed persist step_up intensify escalate expand sustain maintain ramp_up accelerate wage pursue",
    nouns:
      "start beginning resumption continuation onset intensification expansion escalation revival reactivation",
    adjectives: "ongoing continuing continued current sustained under-way underway active repeated",
    holds: { stage: "under-way" },
    negated: denied,
    ofSubject: true,
    sparesFinite: true,
  },
  {
    name: "carry out",
    verbs:
      "carry_out conduct launch mount stage execute perform undertake implement make reach commit perpetrate deliver unleash complete finish inflict take give do hold lead order_in manage succeed get effect achieve be_able bother",
    nouns: "completion execution implementation conduct wave series spate string campaign act round launch",
    holds: {},
    negated: denied,
    passesOn: true,
  },
  {
    name: "occur",
    verbs: "happen occur take_place come unfold erupt break_out ensue come_to_pass materialise materialize",
    holds: {},
    negated: denied,
    passesOn: true,
    ofSubject: true,
  },
  {
    name: "force",
    verbs: "force compel oblige prompt persuade convince induce coerce spur",
    holds: {},
    negated: denied,
    passesOn: true,
    actsOfObject: true,
  },
  {
    name: "cause",
    verbs:
      "cause lead_to result_in trigger bring_about provoke spark ignite help see suffer sustain experience undergo face_down bring produce",
    holds: {},
    negated: denied,
    passesOn: true,
  },
  {
    name: "make sure",
    verbs: "ensure assure make_sure see_to_it",
    holds: {},
    negated: denied,
    passesOn: true,
  },
  {
    name: "imitate",
    verbs:
      "simulate rehearse depict portray enact re-enact reenact dramatise dramatize mimic dream_of dream_about fantasise_about fantasize_about",
    nouns: "simulation rehearsal re-enactment reenactment depiction portrayal",
    holds: open,
    negated: open,
  },
  {
    name: "enable",
    verbs: "enable facilitate pave_way ease_way",
    nouns:
      "ability capacity capability power powers right opportunity potential basis ground justification freedom",
    adjectives: "able capable free ready willing open prepared",
    holds: { stage: "none", certainty: "possible" },
    negated: denied,
    sparesFinite: true,
  },
  {
    name: "end",
    verbs: "end halt cease conclude wrap_up quit finish_off stop",
    nouns: "end halt cessation",
    holds: { stage: "done" },
    negated: { stage: "under-way" },
    presupposes: true,
  },
  {
    // what somebody means to lessen goes on
    name: "lessen",
    verbs:
      "reduce curb stem lessen curtail quell quash crush suppress tackle resolve settle defuse ease waive lift",
    holds: { stage: "done" },
    negated: { stage: "under-way" },
    presupposes: true,
  },
  {
    name: "given",
    verbs:
      "solve respond_to react_to clear_in follow condemn denounce mourn regret deplore avenge survive retaliate_for apologise_for apologize_for criticise criticize celebrate commemorate remember blame protest resent investigate describe witness escape document recount confess_to admit_to claim_responsibility cover_up hush_up",
    nouns: "aftermath anniversary wake victim result consequence perpetrator site scene details survivor",
    holds: { stage: "done" },
    negated: { stage: "done" },
    sparesFinite: true,
    presupposes: true,
  },
  {
    name: "call off",
    verbs:
      "cancel call_off give_up scrap abandon shelve vote_down suspend abort revoke rescind scrub ditch put_hold place_hold back_away_from back_out_of pull_out_of walk_away_from back_down_from stand_down",
    nouns: "cancellation suspension abandonment",
    adjectives: "cancelled canceled aborted suspended shelved abandoned",
    holds: { stage: "called-off", unpolar: true },
    negated: { stage: "planned" },
  },
  {
    name: "deny",
    verbs: "deny refute disavow disclaim retract recant disprove debunk",
    nouns: "denial",
    holds: denied,
    negated: { certainty: "unknown" },
  },
  {
    name: "rule out",
    verbs: "rule_out exclude preclude",
    holds: denied,
    negated: { stage: "none", certainty: "possible" },
  },
  {
    name: "not do",
    verbs: "refuse decline fail neglect forget refrain_from refrain abstain_from stop_short_of",
    nouns: "refusal failure inability unwillingness",
    adjectives: "unable unwilling impossible",
    holds: denied,
    negated: {},
    clausalOnly: true,
    unrealises: true,
  },
  {
    // who is reluctant may do it all the same
    name: "hesitate",
    verbs: "hesitate balk_at",
    nouns: "reluctance hesitation difficulty trouble",
    adjectives: "reluctant loath",
    holds: { stage: "none", certainty: "unknown" },
    negated: {},
    clausalOnly: true,
  },
  {
    name: "prevent",
    verbs:
      "avoid prevent block ban bar prohibit forbid avert forgo forego stop_from keep_from bar_from ban_from block_from prevent_from prohibit_from hinder_from deter_from discourage_from dissuade_from deter spare lack",
    nouns: "ban prohibition moratorium lack absence avoidance prevention",
    adjectives: "averted",
    holds: denied,
    negated: {},
    unrealises: true,
  },
  {
    name: "stop",
    verbs: "stop",
    holds: denied,
    negated: { stage: "under-way" },
    clausalOnly: true,
    unrealises: true,
  },
  {
    name: "want",
    verbs:
      "want wish hope desire demand urge ask call_for call_on call_upon request press_for push_for plead beg encourage advise favour favor like need require appeal_for lobby_for invite seek_for insist_on support oppose back reject endorse welcome_to prefer deserve resist_to exhort implore petition dare tempt argue_for advocate_for campaign_for be_for be_against resist vote_against argue_against campaign_against lobby_against speak_against speak_out_against warn_against advise_against counsel_against caution_against recommend_against",
    nouns:
      "argument_for argument_against case_for case_against demand request call appeal desire hope need wish plea invitation support opposition objection requirement condition pressure reason precedent willingness motive temptation excuse sense proponent supporter opponent",
    adjectives:
      "necessary desirable acceptable unacceptable opposed important essential crucial needed required",
    holds: open,
    negated: open,
    sparesFinite: true,
    // "pressed firms to leave": asked of them
    narrower: { verbs: pressingVerbs, actsOfObject: true, clausalOnly: true },
  },
  {
    name: "fear",
    verbs: "fear worry risk warn caution brace_for",
    nouns:
      "fear concern worry risk danger chance possibility prospect potential speculation warning question suspicion spectre specter anxiety hypothesis wisdom merit morality feasibility advisability desirability prudence",
    adjectives:
      "possible potential conceivable hypothetical eventual feared afraid risky wary leery cautious hesitant",
    holds: { stage: "none", certainty: "possible" },
    negated: { stage: "none", certainty: "possible" },
    ofSubject: true,
    sparesFinite: true,
  },
  {
    name: "expect",
    verbs: "expect predict forecast anticipate project foresee envision envisage await",
    nouns: "expectation likelihood probability prediction forecast anticipation",
    adjectives: "likely expected probable inevitable certain sure anticipated",
    holds: { stage: "planned", certainty: "probable" },
    negated: { stage: "planned", flips: true, certainty: "probable" },
    ofSubject: true,
    sparesFinite: true,
  },
  {
    name: "unlikely",
    adjectives: "unlikely doubtful improbable",
    nouns: "doubt",
    verbs: "doubt",
    holds: { flips: true, certainty: "probable" },
    negated: {},
    ofSubject: true,
  },
  {
    name: "believe",
    verbs:
      "believe think suspect assume presume feel guess estimate suppose reckon seem appear suggest indicate imply hint signal consider_to deem speculate imagine",
    nouns: "belief sign indication impression perception assumption theory opinion",
    adjectives: "apparent presumed believed thought",
    holds: { certainty: "probable" },
    negated: { flips: true, certainty: "probable" },
    ofSubject: true,
  },
  {
    name: "allege",
    verbs: "allege accuse_of suspect_of charge_with blame_for accuse insinuate purport rumour rumor",
    nouns: "allegation accusation rumour rumor claim assertion insinuation",
    adjectives: "alleged suspected purported supposed unconfirmed rumoured rumored so-called",
    holds: { stage: "done", certainty: "possible" },
    negated: { certainty: "unknown" },
    sparesFinite: true,
    narrower: {
      verbs: "try_for arraign_for arraign_on sue_for indict_for indict_on charge_for prosecute_for want_for",
      nouns: "trial_for",
      clausalOnly: true,
    },
  },
  {
    name: "found",
    adjectives: "guilty culpable",
    holds: { stage: "done" },
    negated: denied,
  },
  {
    name: "clear of",
    verbs: "acquit_of clear_of exonerate_of absolve_of",
    adjectives: "innocent_of",
    holds: denied,
    negated: { stage: "done" },
  },
  {
    name: "say",
    verbs:
      "say tell report state claim note add explain argue maintain insist assert contend write confirm acknowledge admit concede recall reveal disclose show demonstrate prove know realise realize learn discover find hear recognise recognize remember determine_that weigh_in weigh_in_on stress emphasise emphasize point_out mention observe reply answer respond describe detail conclude testify warn_that regret boast brag complain remark announce_that declare_that understand see_that mean_that",
    nouns: "statement report news information fact evidence confirmation word knowledge testimony proof",
    holds: {},
    negated: { certainty: "unknown" },
    sparesFinite: true,
  },
  {
    name: "ask whether",
    verbs: "wonder question inquire enquire doubt_whether determine_whether investigate",
    holds: { certainty: "unknown" },
    negated: { certainty: "unknown" },
  },
  {
    name: "pretend",
    verbs: "pretend joke fake feign dream fantasise fantasize stage-manage",
    adjectives: "fake mock simulated fictional",
    holds: denied,
    negated: {},
  },
  {
    name: "consist",
    verbs:
      "involve include entail comprise consist_of cover focus_on focus centre_on center_on contain feature encompass concentrate_on revolve_around call_for_plan amount_to represent mark constitute",
    holds: {},
    negated: denied,
    ofSubjectNoun: true,
  },
];
