/**
 * Words that name acts, by PLOVER type and mode (the code book's names), verbs and nouns apart. Only acts
 * that situations are about: what people say is the statements' business, how they stand the positions'.
 *
 * A key with "_" takes a particle or preposition ("open_fire" takes its object). `object` limits a verb to
 * objects of a class of `objectNouns`; `weak` nouns count only beside a word of `forceWords` or an actor
 * that bears arms.
 */

import type { PloverType } from "../../model/finding.ts";
import { table } from "./table.ts";

export interface TriggerClass {
  readonly type: PloverType;
  readonly mode?: string;
  readonly context?: readonly string[];
  readonly verbs?: string;
  readonly nouns?: string;
  readonly weak?: string;
  /** Object classes, one of which the verb needs. */
  readonly object?: readonly string[];
  /** Subject classes, one of which the verb needs ("two frigates sailed"). */
  readonly subject?: readonly string[];
  /** The verb's subject is who it happens to ("surrendered to" keeps the actor; "drowned" has a victim). */
  readonly undergoes?: true;
  /** Goes on for a time: launching one is not having done it. */
  readonly lasting?: true;
  /** The verb takes no object of its own: who it is done to follows these prepositions. */
  readonly toward?: string;
}

export const triggerClasses: readonly TriggerClass[] = [
  // ── ASSAULT ──
  {
    type: "ASSAULT",
    mode: "kill",
    verbs: "kill murder slay massacre slaughter strangle gun_down shoot_dead lynch butcher exterminate",
    nouns: "killing murder massacre slaughter slaying homicide manslaughter bloodshed genocide killings",
  },
  { type: "ASSAULT", mode: "assassinate", verbs: "assassinate", nouns: "assassination" },
  {
    type: "ASSAULT",
    mode: "execute",
    verbs: "execute behead hang decapitate",
    nouns: "execution beheading hanging",
    object: ["person"],
  },
  {
    type: "ASSAULT",
    mode: "firearms",
    verbs: "shoot open_fire gun fire_on fire_at fire_upon fire_into strafe machine-gun",
    nouns: "shooting gunfire shootout shoot-out gunfight firefight crossfire gunbattle",
    toward: "on at upon into",
  },
  { type: "ASSAULT", mode: "firearms", verbs: "fire", object: ["shot"], toward: "on at upon into" },
  {
    type: "ASSAULT",
    mode: "aerial",
    verbs: "bomb bombard strafe airstrike",
    nouns: "airstrike air-strike bombardment airstrikes dogfight",
  },
  {
    type: "ASSAULT",
    mode: "heavy-weapons",
    verbs: "shell pound rocket mortar pummel",
    nouns: "shelling cannonade salvo",
  },
  {
    type: "ASSAULT",
    mode: "explosives",
    verbs: "blow_up detonate explode dynamite mine booby-trap go_off",
    nouns: "bombing explosion blast detonation car-bomb",
  },
  {
    type: "ASSAULT",
    mode: "explosives",
    verbs: "throw hurl lob toss plant place activate lay",
    object: ["explosive"],
    toward: "at on into in against outside near under",
  },
  { type: "ASSAULT", mode: "firearms", verbs: "riddle", object: ["person", "vehicle", "site", "vessel"] },
  {
    type: "ASSAULT",
    mode: "strike",
    verbs: "strike hit target",
    nouns: "strike",
    object: ["person", "group", "vessel", "place", "site", "vehicle"],
  },
  {
    type: "ASSAULT",
    verbs:
      "attack assault ambush raid storm invade overrun besiege assail harm brutalise brutalize maul wound injure hurt maim set_upon charge_at counterattack retaliate strike_back hit_back",
    nouns:
      "attack assault ambush raid invasion onslaught incursion counterattack counter-attack attempt_on retaliation reprisal violence hostility siege atrocity storming",
    toward: "on against at",
  },
  {
    type: "ASSAULT",
    mode: "clash",
    verbs: "fight battle combat",
    object: ["person", "group", "force"],
    lasting: true,
    toward: "with against",
  },
  {
    type: "ASSAULT",
    mode: "clash",
    verbs: "clash skirmish exchange_fire trade_fire duel",
    nouns: "clash fighting battle skirmish combat war warfare conflict confrontation engagement duel",
    lasting: true,
    toward: "with against between",
  },
  {
    type: "ASSAULT",
    mode: "offensive",
    nouns: "offensive counteroffensive counter-offensive assault blitz push crackdown clampdown",
    verbs: "crack_down clamp_down",
    lasting: true,
    toward: "against on",
  },
  {
    type: "ASSAULT",
    mode: "beat",
    verbs: "beat batter thrash flog punch kick manhandle",
    nouns: "beating flogging",
    object: ["person"],
  },
  {
    type: "ASSAULT",
    mode: "primitive",
    verbs: "stab knife hack_to stone spear slash",
    nouns: "stabbing stoning",
  },
  { type: "ASSAULT", mode: "torture", verbs: "torture waterboard mutilate", nouns: "torture mutilation" },
  { type: "ASSAULT", mode: "sexual", verbs: "rape molest", nouns: "rape" },
  {
    type: "ASSAULT",
    mode: "abduct",
    verbs: "kidnap abduct hijack take_hostage take_captive hold_hostage hold_captive snatch",
    nouns: "kidnapping kidnaping abduction hijacking hostage-taking hijack",
  },
  {
    type: "ASSAULT",
    mode: "destroy",
    verbs:
      "destroy sink demolish burn burn_down torch raze ransack loot wreck vandalise vandalize sabotage set_ablaze set_alight firebomb dismantle sack derail level obliterate flatten damage ram capsize_by",
    nouns: "destruction sinking demolition arson sabotage looting vandalism burning",
    object: ["vessel", "vehicle", "site", "place", "goods", "group", "weapon"],
  },
  { type: "ASSAULT", mode: "destroy", verbs: "set_fire", toward: "to" },
  { type: "ASSAULT", mode: "destroy", verbs: "shoot_down", nouns: "shootdown shoot-down" },
  { type: "ASSAULT", mode: "crowd-control", verbs: "teargas tear-gas disperse", nouns: "tear-gassing" },
  {
    type: "ASSAULT",
    mode: "cyber",
    verbs: "hack cyberattack",
    nouns: "cyberattack cyber-attack hack hacking",
    context: ["cyber"],
  },
  {
    type: "ASSAULT",
    mode: "rob",
    verbs: "rob mug burglarise burglarize steal plunder",
    nouns: "robbery theft mugging burglary heist",
  },

  // ── COERCE ──
  {
    type: "COERCE",
    mode: "arrest",
    verbs:
      "arrest detain capture jail imprison apprehend round_up remand incarcerate intern nab take_into_custody take_prisoner",
    nouns: "arrest detention capture roundup round-up imprisonment incarceration apprehension internment",
  },
  { type: "COERCE", mode: "arrest", verbs: "hold", object: ["person"] },
  {
    type: "COERCE",
    mode: "deport",
    verbs: "deport extradite evict displace uproot exile banish",
    nouns: "deportation extradition eviction displacement",
  },
  {
    type: "COERCE",
    mode: "seize",
    verbs:
      "seize confiscate impound commandeer expropriate requisition annex freeze garnish interdict intercept",
    nouns: "seizure confiscation impoundment expropriation annexation interdiction interception haul",
  },
  {
    type: "COERCE",
    mode: "seize",
    verbs: "take capture occupy",
    object: ["place", "site"],
    nouns: "occupation takeover",
  },
  {
    type: "COERCE",
    mode: "restrict",
    verbs:
      "blockade cordon cordon_off seal seal_off restrict curb quarantine board inspect search frisk shut_down close_off stop_and_search obstruct encircle surround",
    nouns:
      "blockade cordon boarding inspection search restriction closure roadblock encirclement checkpoint crackdown lockdown",
  },
  {
    type: "COERCE",
    mode: "restrict",
    verbs: "close shut stop block turn_back turn_away halt",
    object: ["border", "vessel", "vehicle"],
  },
  {
    type: "COERCE",
    mode: "ban",
    verbs: "ban outlaw prohibit forbid bar",
    nouns: "ban prohibition moratorium",
  },
  {
    type: "COERCE",
    mode: "martial-law",
    verbs: "impose declare extend lift",
    object: ["emergency"],
    nouns: "curfew martial_law",
  },
  { type: "COERCE", mode: "censor", verbs: "censor gag muzzle jam", nouns: "censorship" },

  // ── SANCTION ──
  {
    type: "SANCTION",
    verbs: "sanction embargo blacklist blocklist penalise penalize fine",
    nouns: "sanction embargo blacklisting tariff",
  },
  {
    type: "SANCTION",
    verbs: "impose slap levy widen tighten toughen extend reimpose place",
    object: ["sanction"],
  },
  { type: "SANCTION", mode: "designate", verbs: "designate", nouns: "designation listing" },
  {
    type: "SANCTION",
    mode: "designate",
    verbs: "classify label list brand declare deem proscribe",
    object: ["designated"],
  },
  { type: "SANCTION", mode: "convict", verbs: "convict sentence condemn_to", nouns: "conviction" },
  {
    type: "SANCTION",
    mode: "expel",
    verbs: "expel oust dismiss sack recall",
    object: ["person"],
    nouns: "expulsion ouster",
  },
  {
    type: "SANCTION",
    mode: "discontinue",
    verbs: "sever break_off cut_off downgrade suspend withhold cut halt freeze",
    object: ["relation", "aid"],
  },

  // ── MOBILIZE ──
  {
    type: "MOBILIZE",
    mode: "troops",
    verbs: "deploy mobilise mobilize amass garrison redeploy call_up conscript rearm remilitarise",
    nouns:
      "deployment mobilisation mobilization redeployment dispatch buildup build-up reinforcement conscription",
  },
  {
    type: "MOBILIZE",
    mode: "troops",
    verbs:
      "send dispatch send_in station mass move fly increase boost reinforce double triple strengthen rotate ship airlift position commit insert parachute transfer beef_up bring_in raise expand recruit muster scramble",
    object: ["force"],
  },
  {
    type: "MOBILIZE",
    mode: "troops",
    verbs:
      "sail land advance march enter roll_into push_into slip_into swim infiltrate arrive set_sail parachute cross move_into",
    subject: ["force"],
    toward: "into on in",
  },
  { type: "MOBILIZE", mode: "troops", verbs: "keep retain maintain", object: ["force"] },
  {
    type: "ASSAULT",
    mode: "aerial",
    verbs:
      "slam_into hit strike pound smash_into plough_into plow_into crash_into rain_on rain_down explode land_on slam",
    subject: ["shot"],
    toward: "into on at",
  },
  {
    type: "MOBILIZE",
    mode: "border-crossing",
    verbs: "cross_into enter advance_into advance_on march_into roll_into push_into cross",
    object: ["border", "place"],
    toward: "into",
  },
  { type: "MOBILIZE", mode: "patrol", verbs: "patrol police escort", nouns: "patrol escort" },
  {
    type: "MOBILIZE",
    mode: "exercise",
    verbs: "rehearse test-fire",
    nouns: "manoeuvre maneuver wargame drill",
    weak: "exercise",
  },
  { type: "MOBILIZE", mode: "weapons", verbs: "test launch fire", object: ["weapon"], nouns: "rearmament" },
  {
    type: "MOBILIZE",
    mode: "operation",
    weak: "operation campaign mission action intervention expedition involvement sweep pursuit sortie",
    verbs: "intervene",
    nouns: "counterinsurgency manhunt",
    lasting: true,
    toward: "against in",
  },

  // ── RETREAT and CONCEDE ──
  {
    type: "RETREAT",
    mode: "withdraw",
    verbs:
      "withdraw pull_out pull_back retreat surrender disengage demobilise demobilize disarm evacuate flee",
    nouns:
      "withdrawal pullout pull-out pullback retreat surrender disengagement demobilisation demobilization disarmament drawdown evacuation",
    toward: "from to",
  },
  {
    type: "RETREAT",
    mode: "ceasefire",
    verbs: "cease_fire",
    nouns: "ceasefire cease-fire truce armistice",
    lasting: true,
  },
  {
    type: "CONCEDE",
    mode: "release",
    verbs: "release free liberate ransom let_go set_free pardon amnesty parole",
    object: ["person", "group", "any"],
    nouns: "release amnesty pardon freeing liberation",
  },
  {
    type: "CONCEDE",
    mode: "ease",
    verbs: "lift ease relax delist unfreeze reopen",
    object: ["sanction", "border", "emergency", "aid", "relation"],
    nouns: "delisting",
  },
  { type: "CONCEDE", mode: "resign", verbs: "resign step_down abdicate", nouns: "resignation abdication" },
  { type: "CONCEDE", mode: "pay", verbs: "pay", object: ["ransom"] },

  // ── PROTEST ──
  {
    type: "PROTEST",
    mode: "demo",
    verbs: "protest demonstrate rally march",
    nouns: "protest demonstration march rally vigil sit-in protests",
    toward: "against",
  },
  {
    type: "PROTEST",
    mode: "riot",
    verbs: "riot mutiny revolt",
    nouns: "riot unrest uprising revolt mutiny rebellion insurrection rampage",
  },
  { type: "PROTEST", mode: "strike", verbs: "walk_out down_tools", nouns: "walkout stoppage" },
  { type: "PROTEST", mode: "boycott", verbs: "boycott", nouns: "boycott" },

  // ── AGREE, CONSULT, COOPERATE, AID, SUPPORT ──
  {
    type: "AGREE",
    verbs: "sign reach strike conclude ratify seal initial broker finalise finalize",
    object: ["agreement"],
    nouns: "",
  },
  {
    type: "CONSULT",
    verbs: "meet visit consult confer mediate parley telephone convene",
    nouns: "meeting summit visit consultation mediation",
    toward: "with",
  },
  { type: "CONSULT", verbs: "hold host resume open begin start attend", object: ["talks"] },
  {
    type: "COOPERATE",
    verbs: "cooperate co-operate collaborate coordinate co-ordinate",
    nouns: "cooperation co-operation collaboration coordination",
    toward: "with",
  },
  {
    type: "COOPERATE",
    mode: "intelligence",
    verbs: "share exchange swap",
    object: ["intelligence"],
    nouns: "",
  },
  {
    type: "AID",
    verbs:
      "aid assist supply donate fund finance train equip arm bankroll subsidise subsidize shelter rescue resupply",
    nouns: "aid assistance rescue airlift donation training",
    object: ["person", "group", "force", "weapon", "aid", "place", "any"],
  },
  {
    type: "AID",
    verbs: "send provide deliver give ship pledge offer extend grant airlift",
    object: ["aid", "weapon"],
  },
  { type: "AID", mode: "rescue", verbs: "pick_up", object: ["person"] },
  { type: "SUPPORT", verbs: "support help", object: ["group", "force", "place"] },

  // ── ACCUSE, REJECT, REQUEST: formal acts only ──
  {
    type: "ACCUSE",
    mode: "investigate",
    verbs: "investigate indict prosecute impeach subpoena arraign interrogate question_as",
    nouns: "investigation indictment prosecution inquiry probe impeachment interrogation",
  },
  { type: "ACCUSE", mode: "allege", verbs: "charge", object: ["person"], nouns: "" },
  { type: "REJECT", mode: "veto", verbs: "veto outvote", nouns: "veto" },
  { type: "REQUEST", verbs: "petition sue", nouns: "petition lawsuit" },
];

/** Nouns by what they name, for the objects of verbs and for what figures count. */
export const objectNouns: Readonly<Record<string, string>> = table({
  force:
    "troop troops soldier force army brigade battalion regiment division unit police marine ranger commando infantry paratrooper guard guardsman serviceman frogman diver personnel contingent squad platoon company reinforcement presence reservist militia fighter armour armor tank warship ship fleet frigate destroyer carrier submarine jet warplane aircraft helicopter drone patrol mission peacekeeper officer agent adviser advisor instructor vessel boat battery convoy garrison conscript task_force military",
  vessel:
    "vessel boat ship tanker barge trawler freighter ferry yacht launch speedboat dinghy submarine craft warship frigate destroyer cutter skiff carrier flotilla convoy raft canoe cargo_ship bulker",
  vehicle:
    "vehicle car truck lorry bus tank train convoy plane aircraft jet helicopter drone motorcycle van airliner warplane locomotive jeep ambulance tractor bike airplane aeroplane",
  weapon:
    "weapon gun rifle missile rocket ammunition arm arms mortar artillery bomb grenade mine drone explosive pistol munition warhead shell bullet howitzer firearm cartridge launcher",
  shot: "shot round missile rocket bullet shell salvo mortar grenade volley warning_shot projectile torpedo weapon gun drone",
  explosive: "bomb grenade explosive mine dynamite firebomb cocktail bomblet landmine car-bomb",
  site: "building house home office base camp depot refinery plant school hospital bridge pipeline airport airfield runway port factory laboratory lab warehouse station position post checkpoint facility headquarters embassy consulate bunker village tower church mosque market shop store stall hotel farm field compound hideout prison silo dam road railway terminal barracks target infrastructure outpost arsenal installation antenna pylon residence apartment bank restaurant cinema theatre theater chapel temple cathedral convent seminary university college clinic palace courthouse substation transformer railroad railway_line highway supermarket mall bar cafe monument statue premises mill ranch transmitter reservoir aqueduct ministry mansion shopping_centre line pole",
  place:
    "city town village island territory province region area district country border peninsula hill capital bridge port coast valley neighbourhood neighborhood land ground soil",
  border: "border frontier crossing strait airspace boundary bridge port waterway canal checkpoint sea",
  person: "",
  group:
    "group gang cartel militia organisation organization faction cell network party rebel guerrilla insurgent movement enforcement authority government army police band",
  goods:
    "drug cocaine heroin fentanyl diesel fuel oil weapon arm cash money cargo goods contraband equipment timber gold document food grain crop stock",
  sanction:
    "sanction embargo tariff duty penalty ban restriction levy measure blockade fine quota quarantine boycott",
  emergency: "emergency curfew martial law lockdown",
  relation: "relation tie contact link membership cooperation diplomatic",
  agreement:
    "agreement deal accord pact treaty truce ceasefire memorandum contract convention protocol settlement armistice",
  talks: "talk meeting summit negotiation conference consultation session round hearing",
  aid: "asylum sanctuary aid assistance relief supply medicine food support help funding package grant loan tent blanket equipment fund",
  intelligence: "intelligence information data",
  ransom: "ransom nothing blackmail bribe",
  designated: "terrorist organisation organization group entity persona criminal sponsor agent",
});

/** Verbs that need somebody where they have an object: nobody meets a condition or demonstrates a commitment with others. */
export const amongPeople =
  "meet confer consult parley demonstrate rally protest march riot mutiny revolt clash skirmish";

/** What is thought, felt or owed, which no force can be used on: "captured the imagination", "fought corruption". */
export const idealNouns = `imagination attention courage zeal enthusiasm energy momentum fear anger hope doubt confidence faith sympathy credibility mood spirit morale
  essence moment vote corruption poverty inflation argument condition criterion criteria requirement need expectation challenge deadline obligation
  commitment resolve willingness ability penchant fondness desire ambition chord note reality aspiration temptation stereotype cliche urge instinct
  tendency perception notion idea belief curiosity nostalgia creativity`;

/** What is made known: releasing it frees nobody. */
export const publishedNouns =
  "identity name information detail statement report video footage photo photograph picture image document data figure result list motive cause transcript letter email recording tape album film book album song single trailer version account findings finding update product software paper memo file number poll survey study plan note sketch description affidavit ad advert advertisement";

/** Words before "release" that make it a paper. */
export const releaseWords = "news press media data film album product earnings immediate software";

/** Words beside a weak noun ("operation") that make it an act of force. */
export const forceWords =
  "military armed ground air aerial naval covert special cross-border joint punitive security army navy police combat drone rescue peacekeeping counterterrorism counter-terrorism counternarcotics counter-narcotics antidrug anti-drug anti-smuggling anti-piracy offensive bombing unilateral intervention foreign clandestine paramilitary amphibious airborne search tactical direct lethal kinetic retaliatory intelligence maritime stabilisation stabilization strike hot decisive interdiction surveillance boarding humanitarian force forceful joint_military commando cyber";

/** Words before "strike" that settle what it is. */
export const strikeWords: Readonly<Record<string, readonly [PloverType, string]>> = table({
  hunger: ["PROTEST", "hunger-strike"],
  general: ["PROTEST", "strike"],
  rail: ["PROTEST", "strike"],
  train: ["PROTEST", "strike"],
  teacher: ["PROTEST", "strike"],
  nurse: ["PROTEST", "strike"],
  doctor: ["PROTEST", "strike"],
  worker: ["PROTEST", "strike"],
  labour: ["PROTEST", "strike"],
  labor: ["PROTEST", "strike"],
  transport: ["PROTEST", "strike"],
  dock: ["PROTEST", "strike"],
  pilot: ["PROTEST", "strike"],
  postal: ["PROTEST", "strike"],
  wildcat: ["PROTEST", "strike"],
  air: ["ASSAULT", "aerial"],
  drone: ["ASSAULT", "aerial"],
  missile: ["ASSAULT", "heavy-weapons"],
  rocket: ["ASSAULT", "heavy-weapons"],
  artillery: ["ASSAULT", "heavy-weapons"],
  cyber: ["ASSAULT", "cyber"],
});

/** Words that name what an act is done with. */
export const instrumentNouns =
  "drone missile rocket bomb gun rifle pistol knife machete mortar artillery grenade mine explosive warplane jet helicopter tank truck car torpedo dynamite firearm shell gas poison axe bayonet sword bullet handgun shotgun weapon warship aircraft";
