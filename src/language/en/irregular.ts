/** Irregular English inflection as data: each base form with its other forms. */

/** Base, then past, participle and any form that the rules of writing do not give; "/" parts spellings. */
const verbLines = `
arise arose arisen|awake awoke awoken|be was/were been am/is/are|bear bore borne/born|beat beat beaten|become became become
befall befell befallen|beget begot begotten|begin began begun|behold beheld|bend bent|beset beset|bet bet|bid bid/bade bidden
bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcast
build built|burn burnt|burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came|cost cost
creep crept|cut cut|deal dealt|die died - - dying|dig dug|do did done does|draw drew drawn|dream dreamt|drink drank drunk
drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung
fly flew flown|forbid forbade/forbad forbidden|forecast forecast|foresee foresaw foreseen|foretell foretold
forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken|freeze froze frozen
get got gotten|give gave given|go went gone goes|grind ground|grow grew grown|hang hung|have had - has|hear heard
hide hid hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt
learn learnt|leave left|lend lent|let let|lie lied/lay lain - lying|light lit|lose lost|make made|mean meant|meet met
mislead misled|mistake mistook mistaken|misunderstand misunderstood|mow mowed mown|outdo outdid outdone|outgrow outgrew outgrown
outrun outran|overcome overcame|overdo overdid overdone|override overrode overridden|overrun overran|oversee oversaw overseen
overtake overtook overtaken|overthrow overthrew overthrown|pay paid|plead pled|prove proved proven|put put|quit quit|read read
rebuild rebuilt|rend rent|repay repaid|resell resold|retake retook retaken|rethink rethought|rewrite rewrote rewritten|rid rid
ride rode ridden|ring rang rung|rise rose risen|run ran|saw sawed sawn|say said|see saw seen|seek sought|sell sold|send sent
set set|sew sewed sewn|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut
sing sang sung|sink sank sunk/sunken|sit sat|slay slew slain|sleep slept|slide slid|sling slung|slit slit|smell smelt
sow sowed sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spit spat|split split|spoil spoilt
spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|stride strode
strike struck stricken|string strung|strive strove striven|swear swore sworn|sweep swept|swell swelled swollen|swim swam swum
swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust thrust|tie tied - - tying
tread trod trodden|undercut undercut|undergo underwent undergone|understand understood|undertake undertook undertaken
undo undid undone|uphold upheld|upset upset|vie vied - - vying|wake woke woken|wear wore worn|weave wove woven|weep wept
win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written
breathe breathed - breathes breathing|loathe loathed|soothe soothed|paste pasted - pastes pasting|add added - adds adding
err erred - errs erring|egg egged|putt putted|free freed|ski skied - - skiing|age aged - ages aging/ageing
focus focused/focussed - focuses/focusses focusing/focussing|bus bused/bussed|gas gassed - gasses gassing
bias biased - biases biasing|panic panicked - - panicking|traffic trafficked - - trafficking|mimic mimicked - - mimicking
picnic picnicked - - picnicking|singe singed - singes singeing|dye dyed - dyes dyeing|quiz quizzed - quizzes quizzing
use used - uses using|bar barred - bars barring|input input|offset offset|reset reset|bid bid|ban banned - bans banning
`;

const nounLines = `
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|louse lice
gunman gunmen|policeman policemen|policewoman policewomen|spokesman spokesmen|spokeswoman spokeswomen|congressman congressmen
congresswoman congresswomen|businessman businessmen|fireman firemen|fisherman fishermen|serviceman servicemen
servicewoman servicewomen|clergyman clergymen|tribesman tribesmen|kinsman kinsmen|statesman statesmen|countryman countrymen
airman airmen|rifleman riflemen|chairman chairmen|layman laymen|cameraman cameramen|salesman salesmen|craftsman craftsmen
militiaman militiamen|guardsman guardsmen|seaman seamen|swordsman swordsmen|middleman middlemen|henchman henchmen
knife knives|life lives|wife wives|half halves|self selves|shelf shelves|thief thieves|wolf wolves|leaf leaves|loaf loaves
calf calves|hoof hooves|scarf scarves|crisis crises|thesis theses|hypothesis hypotheses|analysis analyses
diagnosis diagnoses|emphasis emphases|oasis oases|parenthesis parentheses|axis axes|phenomenon phenomena|criterion criteria
stimulus stimuli|fungus fungi|nucleus nuclei|alumnus alumni|cactus cacti|syllabus syllabi|referendum referenda
memorandum memoranda|appendix appendices|matrix matrices|index indices|vertex vertices|base bases|bus buses|gas gases|virus viruses
campus campuses|lens lenses|potato potatoes|tomato tomatoes|hero heroes|veto vetoes|torpedo torpedoes|embargo embargoes
cargo cargoes|mosquito mosquitoes|volcano volcanoes|echo echoes|tornado tornadoes|movie movies|tie ties|lie lies|pie pies
cookie cookies|zombie zombies|rookie rookies|calorie calories|genie genies|die dice|headquarters headquarters
barracks barracks|series series|species species|means means|crossroads crossroads|aircraft aircraft|spacecraft spacecraft
gallows gallows|sheep sheep|deer deer|fish fish
`;

const otherLines = `
good better best|bad worse worst|far farther farthest|late later latest
early earlier earliest|old older/elder oldest/eldest|big bigger biggest|large larger largest|free freer freest|safe safer safest
close closer closest|strange stranger strangest|strong stronger strongest|wide wider widest|severe severer severest
`;

/** From "class form" to the base form; the classes are those of `classOf`. */
export const irregular: ReadonlyMap<string, string> = new Map([
  ...verbLines
    .trim()
    .split(/[|\n]/)
    .flatMap((line) => {
      const [base, past, participle, third, gerund] = line.split(" ");
      return [
        ...formsOf(past, "VBD", base!),
        ...formsOf(participle, "VBD", base!),
        ...formsOf(third, "VBZ", base!),
        ...formsOf(gerund, "VBG", base!),
      ];
    }),
  ...nounLines
    .trim()
    .split(/[|\n]/)
    .flatMap((line) => formsOf(line.split(" ")[1], "NNS", line.split(" ")[0]!)),
  ...otherLines
    .trim()
    .split(/[|\n]/)
    .flatMap((line) => {
      const [base, comparative, superlative] = line.split(" ");
      return [...formsOf(comparative, "JJR", base!), ...formsOf(superlative, "JJS", base!)];
    }),
]);

const participles: ReadonlyMap<string, string> = new Map(
  verbLines
    .trim()
    .split(/[|\n]/)
    .flatMap((line) => {
      const [base, past, participle] = line.split(" ");
      const form = participle === undefined || participle === "-" ? past : participle;
      return form === undefined || form === "-" ? [] : [[base!, form.split("/")[0]!] as const];
    }),
);

/** The past participle of an irregular verb ("leave": "left"). */
export function participleOf(base: string): string | undefined {
  return participles.get(base);
}

function formsOf(forms: string | undefined, kind: string, base: string): [string, string][] {
  if (forms === undefined || forms === "-") return [];
  return forms.split("/").map((form) => [`${kind} ${form}`, base]);
}
