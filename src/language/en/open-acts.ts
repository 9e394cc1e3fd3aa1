/**
 * What tells no act, for acts beyond the trigger lexicon: any other verb that somebody does, or that a thing
 * undergoes, in the past, the perfect, a progressive or a future, is one. Data only.
 */

/** Verbs of being, having, lying, measuring, needing, showing and the like: they describe. */
export const stativeVerbs = `be have own possess belong contain include comprise consist involve entail mean equal amount total number weigh cost
  measure last lack need require depend rely matter concern affect fit suit resemble differ remain stay stand lie sit exist live dwell reside
  seem appear look sound feel taste smell keep hold bear face deserve owe tend vary range date stem derive result follow precede
  represent constitute reflect mark embody underline underscore underpin surround border overlook adjoin connect link relate pertain apply
  surprise stun shock disappoint sympathise sympathize delight upset anger frustrate please annoy frighten horrify sadden astonish dismay amaze
  like love hate prefer enjoy admire fear know understand believe think suppose doubt remember forget realise realize recognise recognize
  want wish hope expect intend plan need dare use become get come_from turn_out prove happen occur ensue loom hang dominate characterize
  characterise feature carry run read say tell speak talk ask see hear watch notice observe witness experience suffer enjoy
  earn wear deem consider regard view call name title entitle dub describe define base focus centre center aim serve function act behave
  work operate specialise specialize study teach learn try attempt manage fail struggle help let make do go seek look_for wait await
  continue begin start stop cease finish keep_on persist resume tend used dedicate devote commit pride grow rise fall drop increase decrease
  decline climb surge soar plunge slip dip jump gain average outnumber exceed account top reach hit stand_at`;

/** Verbs of saying that are acts where a thing is their object, or where it is done to one. */
export const publishingVerbs =
  "publish interrupt leak broadcast circulate distribute submit file post display unveil present screen";

/** Acts of two words, whose verb alone is none. */
export const wordedActs =
  "give_way catch_fire take_effect run_aground lose_power change_hands take_office come_ashore use_force use_violence use_cannon use_gas use_weapon use_drone use_explosive";

/** What is claimed as an act is ("claimed victory"). */
export const claimedNouns = "victory responsibility power sovereignty asylum";

/** Nouns of things to which something happens that a record holds: what moves, what is built, what is supplied. */
export const thingNouns = `dinghy dam floodgate gate levee embankment causeway bridge road motorway highway tunnel railway rail line mine shaft well pipeline
  plant reactor grid power electricity water supply flight plane aircraft airport port school hospital clinic market shop factory warehouse
  building house home roof wall tower church mosque village district town city province region municipality county prefecture boat ship ferry vessel tanker container cargo truck lorry bus
  train convoy car vehicle tank helicopter drone batch dose vaccine shipment consignment delivery aid food grain fuel oil gas crop harvest
  herd cattle fire blaze wildfire flood river storm cyclone hurricane quake earthquake landslide avalanche bomb shell rocket missile
  body wreck wreckage debris talk negotiation session hearing trial vote ballot election strike service class lesson game match
  bill law decree measure motion budget deal contract appeal case ruling order curfew border crossing checkpoint camp base outpost
  office embassy account asset document file website server network phone signal`;

/** Subordinators whose clause tells an act of its own. */
export const tellingMarks = "after when as while before once since until";
