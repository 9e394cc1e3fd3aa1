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

/** Verbs of what is felt and of what moves somebody to feel. */
export const feelingVerbs = `seethe despair crave overwhelm devastate enrage energize energise motivate inspire satisfy dissatisfy charm wow intrigue tickle vex placate
  assuage appease reassure comfort alarm embarrass humiliate resonate salivate fume impress haunt captivate thrill bewilder baffle puzzle fascinate
  traumatise traumatize plague trouble unsettle unnerve distress depress dishearten embolden galvanise galvanize excite bore appal appall disgust offend
  outrage infuriate worry concern relieve console touch grieve mourn rejoice revel relish savour savor dread resent envy admire revere cherish despise
  loathe detest abhor tolerate cope wrestle agonise agonize marvel wonder yearn long trust distrust mistrust`;

/** Verbs by which somebody values, styles or takes up what was said: the statements' business. */
export const stylingVerbs = `downplay exaggerate overstate understate echo liken compare contrast caricature demonise demonize vilify smear distort misjudge misread evoke
  extol tout laud taunt pander voice express spell_out portray depict characterise gush quip muse opine pontificate lament bemoan decry
  sympathise empathise joke evaluate assess gauge weigh_up overestimate underestimate romanticise glorify epitomise epitomize typify exemplify illustrate
  highlight spotlight emphasise reiterate clarify elaborate reflect_on argue contend squabble bicker quibble rail`;

/** Verbs that say how one thing stands to another, or how it is made up. */
export const relatingVerbs = `tie trail eclipse overshadow dwarf outmatch outwork outpace outstrip outweigh outdo outclass outgun outshine lag rank peg rate resemble tower loom compose
  situate laden mire root steep isolate cluster deadlock diverge differ overlap coincide clash_with correspond conform accord qualify abound teem
  boast sport bear_on hinge revolve pale pervade permeate span straddle outlast outlive predate postdate parallel mirror rival equate correlate
  attribute ascribe destine doom bias skew slant tailor gear orient hail_from originate evolve mature age lapse elapse dawn linger`;

/** Verbs of more and less, better and worse, where nothing is told that was done. */
export const degreeVerbs = `diminish dwindle worsen deteriorate improve deepen weaken strengthen soften enhance bolster undermine hamper hinder impede complicate exacerbate
  aggravate fuel stoke attract garner generate foster nurture benefit pose exert exercise broaden dampen thrive flourish prosper flounder
  falter wane ebb sharpen amplify heighten lessen alleviate mitigate jeopardise jeopardize endanger imperil threaten influence affect
  shape inform underlie contribute compound erode sap stifle curtail inhibit constrain`;

/** What a body does, and how one passes the time. */
export const bodilyVerbs = `smile laugh grin frown nod shrug weep cry sob sigh yawn blush sweat shiver tremble breathe cough sneeze sleep doze dream wake awake eat dine drink
  dress sing hum dance pray kneel kiss hug embrace cling wander stroll stride amble saunter lounge listen gaze stare glance peer squint smell
  play star rehearse practise practice shop cook jog relax rest laze chat gossip banter cower huddle crouch slouch lean`;

/** Verbs that say little by themselves; with what is only thought, felt or said they tell no act. */
export const lightVerbs =
  "take put play raise offer provide turn draw give place set throw lose gain leave present receive spend break inject share cast lay send keep show win earn find add pay lend shed sound strike bring build create cause muster summon pull meet make pick catch drop hold spread enjoy steal deal inject garner";

/** What is thought, felt, said or aimed at, or how something stands: no thing that can be given, put or raised. */
export const abstractNouns = `role part concern question doubt hope explanation answer detail attention criticism praise note emphasis blame pressure light stance view glimpse
  picture credence comfort heart advantage opportunity example message sense impression sympathy condolence thanks confidence faith fear anger alarm
  weight toll time contrast comparison parallel eye face sight interest issue point case theory idea notion belief opinion judgment judgement
  conclusion lesson courage zeal enthusiasm energy momentum popularity reputation credibility credit ground shape form effect impact influence meaning
  significance importance value quality condition criterion criteria requirement standard need expectation goal target challenge difficulty problem obstacle
  hurdle risk threat danger chance prospect priority focus tone mood spirit morale memory image profile status standing edge gap balance difference
  distinction similarity commitment determination resolve willingness desire ambition dream patience tolerance restraint caution optimism pessimism
  frustration disappointment outrage grief sadness joy pride shame guilt regret relief surprise shock skepticism scepticism uncertainty confusion
  controversy stir buzz headline limelight spotlight burden task blow insight clue hint indication evidence precedent perspective dimension element
  bottleneck context background account breath breather turn suit shelter refuge laugh smile look luck fun grade score mind hope trend pattern cue
  solace nerve guard pace stride tension fuss noise way path course direction tack line stand lead foothold footing place`;

/** Verbs of saying that are acts where a thing is their object, or where it is done to one. */
export const publishingVerbs =
  "publish release interrupt leak broadcast circulate distribute submit file post display unveil present screen";

/** Acts of two words, whose verb alone is none. */
export const wordedActs =
  "take_part give_ground give_way catch_fire take_effect run_aground lose_power change_hands take_office come_ashore use_force use_violence use_cannon use_gas use_weapon use_drone use_explosive";

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

/** What is launched, started or opened and is no act by itself. */
export const undertakingNouns =
  "program programme initiative scheme project fund service website app hotline station channel product line course institute museum network newspaper clinic shelter";

/** Subordinators whose clause tells an act of its own. */
export const tellingMarks = "after when as while before once since until";
