/**
 * Words that attribute: cue verbs, nouns, adverbs by class. A class says what kind of content follows and
 * how the statement is to be read; whether a use of a word attributes is decided by its frame.
 */

export type CueClass = "say" | "ask" | "think" | "intend" | "feel" | "show" | "stance" | "perceive";

const verbs: Readonly<Record<CueClass, string>> = {
  say: `say tell add note report announce state declare claim argue assert contend maintain insist acknowledge admit concede confess
    explain remark comment mention observe reply respond answer retort counter deny dispute reject rebut refute dismiss confirm
    affirm reaffirm reiterate repeat stress emphasize emphasise underline underscore highlight allege charge accuse blame warn caution
    advise testify swear vow pledge promise predict forecast project estimate conclude complain lament boast joke quip write
    tweet post blog text email publish recall recount relate describe characterize characterise portray depict label brand call term dub
    disclose reveal divulge leak inform notify brief update indicate suggest imply hint signal signify concur quote cite reference refer
    speak talk discuss address declaim proclaim pronounce preach exclaim shout yell scream whisper mutter murmur murmur cry
    continue conclude interject interrupt chime agree disagree elaborate clarify specify detail outline lay protest object
    apologize apologise thank congratulate greet teach lecture rule decree order instruct command direct demand urge recommend
    counsel endorse denounce condemn criticize criticise blast slam assail attack deride mock praise laud hail applaud defend tout
    decry rail lambast lambaste excoriate ridicule scold chide rebuke credit attribute ascribe argue theorize opine muse joke
    narrate chronicle rumour rumor volunteer venture reckon submit plead attest certify vouch assure reassure guarantee`,
  ask: "ask question inquire enquire wonder query request appeal beg implore petition invite interview poll survey press grill",
  think: `think believe know feel consider suppose assume presume guess suspect doubt imagine realize realise recognize recognise
    understand expect anticipate foresee envision envisage speculate theorize deem view regard see judge reckon conclude find figure
    remember forget learn hear discover decide determine calculate conceive interpret agree accept perceive hold subscribe`,
  intend: `want wish hope plan intend aim seek mean prefer decide resolve vow pledge promise threaten offer propose refuse decline agree
    choose attempt try push call lobby campaign press strive prepare consider weigh contemplate mull plot volunteer commit swear
    opt elect demand require need long yearn dream`,
  feel: `fear worry regret enjoy love hate like dislike dread lament resent welcome appreciate admire respect trust distrust
    care mind rejoice celebrate mourn marvel despise loathe envy favor favour bother concern alarm`,
  show: `show find suggest indicate reveal demonstrate prove conclude confirm document detail read state reflect illustrate point
    establish determine estimate display underscore highlight list contain include mention describe claim warn`,
  stance: `support oppose back endorse favor favour reject criticize criticise condemn denounce defend approve disapprove object protest
    resist champion advocate embrace welcome accept dismiss decry blast slam attack question challenge dispute contest
    recommend urge call demand`,
  perceive:
    "seem appear look sound expect believe say report think allege consider rumour rumor suppose know understand deem fear",
};

const classesOf = new Map<string, CueClass[]>();
for (const [name, words] of Object.entries(verbs)) {
  for (const word of words.split(/\s+/)) {
    const list = classesOf.get(word) ?? [];
    if (!list.includes(name as CueClass)) list.push(name as CueClass);
    classesOf.set(word, list);
  }
}

/** Classes of a cue verb by lemma; none for other verbs. */
export function cueClasses(lemma: string): readonly CueClass[] {
  return classesOf.get(lemma) ?? [];
}

/** Verbs whose passive reports what somebody unnamed says or thinks: "is believed to", "it is feared that", "is accused of". */
export const passiveReports: ReadonlySet<string> = new Set(
  `believe think say report know understand fear suspect allege consider presume rumour rumor estimate assume hope claim suppose
    deem accuse charge blame credit`.split(/\s+/),
);

/** Verbs that say no to their content. */
export const denials: ReadonlySet<string> = new Set([
  "deny",
  "reject",
  "dispute",
  "refute",
  "rebut",
  "dismiss",
  "disagree",
  "doubt",
  "disavow",
  "repudiate",
]);

/** What is denied where no clause says it: that it is so. */
export const deniedNouns = `involvement responsibility wrongdoing allegation accusation charge claim report rumour rumor guilt
  complicity knowledge link tie connection role part participation impropriety misconduct existence suggestion assertion
  affair relationship collusion corruption abuse bias racism`;

/** What is rejected as not so, where a plan is rejected as not wanted. */
export const rejectedNouns =
  "accusation allegation charge claim criticism suggestion report rumour rumor assertion insinuation notion";

/** What is denied to somebody: refused. */
export const refusedNouns = `access entry bail visa permission request asylum parole motion appeal right rights opportunity chance
  application aid help treatment benefit funding license licence permit exemption petition`;

/** Nouns whose complement is what somebody says or thinks. */
export const cueNouns: ReadonlySet<string> = new Set(
  `claim statement allegation accusation charge argument assertion contention suggestion belief view opinion idea notion hope fear
  concern worry warning prediction forecast promise pledge vow threat demand request call proposal plan offer denial announcement
  declaration comment remark report rumour rumor speculation criticism praise condemnation support opposition endorsement question
  complaint testimony admission confession acknowledgment acknowledgement conclusion decision desire intention commitment
  refusal recommendation description estimate assessment evidence admonition insistence conviction sentiment feeling assumption
  expectation doubt skepticism scepticism suspicion anger outrage frustration interest response answer reaction objection
  position stance message word news theory finding explanation apology invitation appeal`.split(/\s+/),
);

/** Nouns of what is written or measured: they speak as documents. */
export const documentNouns: ReadonlySet<string> = new Set(
  `report study poll survey document letter email e-mail memo memorandum statement filing lawsuit complaint indictment affidavit
  transcript book article story editorial column post tweet law bill resolution ruling opinion order constitution treaty
  agreement contract record data figure statistic number census analysis review assessment audit paper research result evidence
  finding release announcement website site page video footage tape recording image photo map chart note message cable
  warrant petition motion brief declaration communique communiqué notice proclamation decree regulation policy guideline
  manual dossier file log diary journal biography transcript testimony estimate forecast index bulletin headline ad advertisement
  intelligence legislation act amendment clause text plan blueprint draft contract complaint court-paper paperwork`.split(
    /\s+/,
  ),
);

/** Adverbs by which a report leans on others without naming them. */
export const sourcelessAdverbs: ReadonlySet<string> = new Set([
  "reportedly",
  "allegedly",
  "supposedly",
  "purportedly",
  "apparently",
  "ostensibly",
  "presumably",
]);

/** Labels before a colon that name no speaker. Lower case. */
export const notSpeakers: ReadonlySet<string> = new Set([
  ...`claim fact verdict rating conclusion note new update updated retracted retraction withdrawn breaking watch read photo photos video videos audio analysis opinion live exclusive correction
  clarification related more warning source sources summary background key timeline map maps factbox explainer contact
  editor editors date time place subject re from to cc yes no`.split(/\s+/),
  "editor's note",
  "editor’s note",
  "read more",
  "previous story",
  "related story",
  "earlier story",
  "developing story",
  "fact check",
  "fact box",
]);
