/**
 * Who acts in the news: known institutions, head words that give a name its kind, nouns for roles and groups,
 * titles, and given names by gender for pronouns. Facts and word lists, nothing of any one report.
 */
import type { ActorKind } from "../../model/actor.ts";

/** Known institutions: kind | country | name | other names. The id is made of kind, country and name. */
const institutionLines = `
government|US|White House|the White House, Oval Office, White House officials
government|RU|Kremlin|the Kremlin
government|GB|Downing Street|10 Downing Street, Number 10, No 10, Whitehall
government|FR|Élysée|Elysee, Élysée Palace, Elysee Palace
government|KR|Blue House|
ministry|US|Pentagon|Department of Defense, Defense Department, US Department of Defense, U.S. Department of Defense, DoD, Department of War, War Department
ministry|US|State Department|US State Department, U.S. State Department, Department of State, Foggy Bottom
ministry|US|Justice Department|Department of Justice, DOJ, US Justice Department, U.S. Justice Department
ministry|US|Treasury Department|Department of the Treasury, US Treasury, U.S. Treasury
ministry|US|Department of Homeland Security|Homeland Security, DHS, Homeland Security Department
ministry|US|CIA|Central Intelligence Agency, C.I.A.
ministry|US|National Security Council|NSC
ministry|US|NSA|National Security Agency
police|US|FBI|Federal Bureau of Investigation, F.B.I.
police|US|DEA|Drug Enforcement Administration, D.E.A.
police|US|ICE|Immigration and Customs Enforcement
police|US|Customs and Border Protection|CBP, Border Patrol
police|US|Secret Service|
military|US|US Coast Guard|Coast Guard, U.S. Coast Guard
military|US|US Southern Command|Southern Command, SOUTHCOM, U.S. Southern Command
military|US|US Northern Command|Northern Command, NORTHCOM, U.S. Northern Command
military|US|US Central Command|Central Command, CENTCOM, U.S. Central Command
military|US|Joint Special Operations Command|JSOC
military|US|Joint Chiefs of Staff|Joint Chiefs
military|US|US Navy|U.S. Navy
military|US|US Army|U.S. Army
military|US|US Air Force|U.S. Air Force
military|US|US Marine Corps|Marine Corps, U.S. Marine Corps, U.S. Marines, US Marines
military|US|National Guard|
legislature|US|US Congress|Congress, U.S. Congress, Capitol Hill
legislature|US|US Senate|Senate, U.S. Senate
legislature|US|House of Representatives|US House, U.S. House
court|US|US Supreme Court|U.S. Supreme Court
party|US|Republican Party|Republicans, GOP, G.O.P.
party|US|Democratic Party|Democrats
legislature|GB|British Parliament|House of Commons, House of Lords, Commons, Westminster
party|GB|Labour Party|Labour
party|GB|Conservative Party|Conservatives, Tories
ministry|GB|Foreign Office|Foreign and Commonwealth Office, FCDO
ministry|GB|Ministry of Defence|MoD, MOD
ministry|GB|Home Office|
police|GB|Metropolitan Police|Scotland Yard, Met Police
ministry|GB|MI5|
ministry|GB|MI6|
ministry|RU|FSB|Federal Security Service
legislature|RU|State Duma|Duma
armed-group|RU|Wagner Group|Wagner
military|IL|Israel Defense Forces|IDF, Israeli Defense Forces, Israel Defence Forces
ministry|IL|Mossad|
legislature|IL|Knesset|
military|IR|Revolutionary Guards|IRGC, Islamic Revolutionary Guard Corps, Revolutionary Guard, Islamic Revolutionary Guards Corps
party|CN|Communist Party of China|Chinese Communist Party, CCP
military|CN|People's Liberation Army|PLA
military|MX|Mexican Navy|SEMAR
military|MX|Mexican Army|SEDENA
legislature|DE|Bundestag|
court||International Criminal Court|ICC
court||International Court of Justice|ICJ, World Court
court||European Court of Human Rights|
intergovernmental||United Nations|UN, U.N.
intergovernmental||UN Security Council|Security Council, U.N. Security Council, United Nations Security Council
intergovernmental||UN General Assembly|General Assembly, U.N. General Assembly
intergovernmental||UNHCR|UN refugee agency, U.N. refugee agency
intergovernmental||UNICEF|
intergovernmental||World Food Programme|World Food Program, WFP
intergovernmental||World Health Organization|WHO, World Health Organisation
intergovernmental||IAEA|International Atomic Energy Agency
intergovernmental||International Monetary Fund|IMF
intergovernmental||World Bank|
intergovernmental||World Trade Organization|WTO
intergovernmental||European Union|EU, E.U.
intergovernmental||European Commission|
intergovernmental||European Parliament|
intergovernmental||European Central Bank|ECB
intergovernmental||NATO|Nato, North Atlantic Treaty Organization
intergovernmental||African Union|AU
intergovernmental||ECOWAS|Economic Community of West African States
intergovernmental||Arab League|
intergovernmental||OPEC|
intergovernmental||G7|Group of Seven
intergovernmental||G20|Group of 20
intergovernmental||OAS|Organization of American States
intergovernmental||CARICOM|Caribbean Community
intergovernmental||ASEAN|
intergovernmental||OSCE|Organization for Security and Cooperation in Europe
intergovernmental||Mercosur|
intergovernmental||CELAC|
intergovernmental||Interpol|INTERPOL
intergovernmental||Europol|
ngo||Red Cross|International Committee of the Red Cross, ICRC
ngo||Amnesty International|Amnesty
ngo||Human Rights Watch|HRW
ngo||Doctors Without Borders|Médecins Sans Frontières, MSF
ngo||Greenpeace|
ngo||Transparency International|
armed-group|PS|Hamas|
armed-group|LB|Hezbollah|Hizbullah, Hizbollah
armed-group|PS|Islamic Jihad|Palestinian Islamic Jihad
armed-group||Islamic State|ISIS, ISIL, IS, Daesh, Islamic State group
armed-group||Al-Qaeda|al-Qaeda, Al Qaeda, al Qaeda, al-Qaida
armed-group|AF|Taliban|the Taliban
armed-group|YE|Houthis|Houthi, Ansar Allah, Houthi movement
armed-group|NG|Boko Haram|
armed-group|SO|Al-Shabaab|al-Shabaab, al-Shabab, Al-Shabab
armed-group|CO|FARC|Revolutionary Armed Forces of Colombia
armed-group|CO|ELN|National Liberation Army
armed-group|TR|PKK|Kurdistan Workers' Party
armed-group|PE|Shining Path|Sendero Luminoso
armed-group|SV|FMLN|Farabundo Martí National Liberation Front
armed-group|SD|Rapid Support Forces|RSF
armed-group|CD|M23|
armed-group|GB|IRA|Irish Republican Army
criminal-group|MX|Sinaloa Cartel|Sinaloa cartel, Cartel de Sinaloa
criminal-group|MX|Jalisco New Generation Cartel|CJNG, Jalisco cartel, Jalisco New Generation cartel
criminal-group|MX|Gulf Cartel|Gulf cartel
criminal-group|MX|Los Zetas|Zetas
criminal-group|MX|La Familia Michoacana|
criminal-group|VE|Tren de Aragua|
criminal-group|VE|Cartel de los Soles|Cartel of the Suns
criminal-group|SV|MS-13|Mara Salvatrucha, MS13
criminal-group|CO|Clan del Golfo|Gulf Clan
criminal-group|CO|Medellín Cartel|Medellin Cartel, Medellin cartel
criminal-group|IT|'Ndrangheta|
company|US|Google|Alphabet
company|US|Apple|
company|US|Microsoft|
company|US|Amazon.com|
company|US|Facebook|
company|US|Meta Platforms|
company|US|Twitter|
company|US|Boeing|
company|US|General Motors|GM
company|US|Exxon Mobil|ExxonMobil, Exxon
company|RU|Gazprom|
company|MX|Pemex|
company|VE|PDVSA|
outlet|GB|Reuters|
outlet|US|Associated Press|AP, The Associated Press
outlet|FR|Agence France-Presse|AFP
outlet|US|Bloomberg|Bloomberg News
outlet|GB|BBC|BBC News
outlet|US|CNN|
outlet|US|NBC|NBC News
outlet|US|CBS|CBS News
outlet|US|ABC|ABC News
outlet|US|MSNBC|
outlet|US|Fox News|Fox News Channel, Fox
outlet|US|NPR|National Public Radio
outlet|US|PBS|
outlet|US|New York Times|The New York Times, the Times
outlet|US|Washington Post|The Washington Post, the Post
outlet|US|Wall Street Journal|The Wall Street Journal, the Journal
outlet|US|Politico|
outlet|US|Axios|
outlet|US|USA Today|
outlet|US|Los Angeles Times|
outlet|US|Time magazine|
outlet|US|Newsweek|
outlet|GB|Guardian|The Guardian
outlet|GB|Financial Times|FT
outlet|GB|Daily Telegraph|The Telegraph
outlet|GB|Sky News|
outlet|GB|The Economist|
outlet|QA|Al Jazeera|
outlet|ES|El País|El Pais
outlet|FR|Le Monde|
outlet|DE|Der Spiegel|
outlet|CN|Xinhua|Xinhua News Agency
outlet|RU|TASS|Tass, Itar-Tass
outlet|RU|RIA Novosti|
outlet|RU|Interfax|
outlet|KR|Yonhap|
outlet|JP|Kyodo|Kyodo News
outlet|IR|Fars|
`;

export interface Institution {
  readonly kind: ActorKind;
  readonly country?: string;
  readonly name: string;
}

export const institutions: ReadonlyMap<string, Institution> = new Map(
  institutionLines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [kind, country, name, others] = line.split("|") as [ActorKind, string, string, string];
      const institution = { kind, name, ...(country === "" ? {} : { country }) };
      return [name, ...others.split(",").map((other) => other.trim())]
        .filter((one) => one !== "")
        .map((one) => [one, institution] as const);
    }),
);

/** Listed bodies that other countries have under the same name: of the country listed only where the report is about it. */
export const everywhere: ReadonlySet<string> = new Set([
  "Ministry of Defence",
  "US Coast Guard",
  "US Congress",
  "US Senate",
  "House of Representatives",
  "National Guard",
  "National Security Council",
  "Secret Service",
  "Home Office",
  "Labour Party",
  "Conservative Party",
  "Republican Party",
  "Democratic Party",
]);

/** Kind of a capitalised name by one of its words, the last that is listed; lower-case keys. */
export const headKinds: Readonly<Record<string, ActorKind>> = {};
const kindWords: readonly (readonly [ActorKind, string])[] = [
  [
    "ministry",
    "department ministry secretariat bureau agency office administration treasury directorate authority inspectorate comptroller customs",
  ],
  ["police", "police sheriff constabulary gendarmerie carabinieri patrol"],
  [
    "military",
    "army navy force forces corps command fleet brigade battalion regiment division squadron marines infantry militia guard guards",
  ],
  ["legislature", "congress parliament senate assembly legislature duma knesset diet"],
  ["court", "court tribunal"],
  ["party", "party"],
  ["criminal-group", "cartel mafia gang mob syndicate"],
  ["armed-group", "front rebels insurgents guerrillas jihad brigades"],
  [
    "company",
    "inc inc. corp corp. corporation co co. ltd ltd. llc plc company companies airlines airways motors bank oil energy pharmaceuticals technologies systems industries holdings entertainment motor electric partners stores insurance capital maritime shipping lines freight logistics foods mining steel",
  ],
  [
    "outlet",
    "times post herald tribune gazette journal news press radio television tv magazine chronicle observer telegraph mirror broadcaster dispatch courier register examiner sentinel star bulletin newspaper daily weekly wire independent mercury globe review monitor",
  ],
  ["intergovernmental", "nations union alliance"],
  [
    "ngo",
    "foundation institute association federation society watch trust charity coalition campaign fund league alliance observatory",
  ],
  [
    "organisation",
    "university college school hospital church committee commission council organization organisation club centre center museum board service services group team laboratory clinic conference",
  ],
];
for (const [kind, words] of kindWords)
  for (const word of words.split(" ")) (headKinds as Record<string, ActorKind>)[word] ??= kind;

/** Common nouns for one institution: the kind, and words by which "the ministry" is joined to a name before it. */
export const institutionNouns: Readonly<Record<string, ActorKind>> = {
  administration: "government",
  government: "government",
  regime: "government",
  cabinet: "government",
  junta: "government",
  presidency: "government",
  state: "government",
  ministry: "ministry",
  department: "ministry",
  agency: "ministry",
  bureau: "ministry",
  office: "ministry",
  authority: "ministry",
  treasury: "ministry",
  embassy: "ministry",
  consulate: "ministry",
  intelligence: "ministry",
  army: "military",
  navy: "military",
  military: "military",
  military_command: "military",
  command: "military",
  coastguard: "military",
  "coast guard": "military",
  armada: "military",
  police: "police",
  sheriff: "police",
  parliament: "legislature",
  congress: "legislature",
  senate: "legislature",
  legislature: "legislature",
  assembly: "legislature",
  court: "court",
  tribunal: "court",
  party: "party",
  cartel: "criminal-group",
  gang: "criminal-group",
  mafia: "criminal-group",
  militia: "armed-group",
  faction: "armed-group",
  "rebel group": "armed-group",
  company: "company",
  firm: "company",
  bank: "company",
  airline: "company",
  carmaker: "company",
  manufacturer: "company",
  newspaper: "outlet",
  magazine: "outlet",
  broadcaster: "outlet",
  daily: "outlet",
  outlet: "outlet",
  station: "outlet",
  channel: "outlet",
  tabloid: "outlet",
  weekly: "outlet",
  website: "outlet",
  portal: "outlet",
  alliance: "intergovernmental",
  bloc: "intergovernmental",
  union: "intergovernmental",
  group: "organisation",
  organization: "organisation",
  organisation: "organisation",
  committee: "organisation",
  commission: "organisation",
  council: "organisation",
  university: "organisation",
  hospital: "organisation",
  association: "ngo",
  charity: "ngo",
  foundation: "ngo",
  campaign: "organisation",
  board: "organisation",
  team: "organisation",
  panel: "organisation",
  watchdog: "ngo",
  think_tank: "ngo",
};

/** Nouns for bodies that speak but belong to no kind of actor: an emergency service is an office's or a company's. */
export const bodyNouns: ReadonlySet<string> = new Set(
  "guild conference association chamber league movement directorate institute diocese museum laboratory consortium cooperative trust nonprofit caucus startup tribe clan kingdom emirate republic service brigade fund brokerage opposition leadership federation church district county municipality television radio media dispatch coalition mission secretariat registry regulator".split(
    " ",
  ),
);

/** Plural nouns for armed services of a country: "US troops" are the country's military. */
export const forceNouns: ReadonlySet<string> = new Set([
  "troop",
  "soldier",
  "force",
  "marine",
  "military",
  "army",
  "sailor",
  "warship",
  "serviceman",
  "paratrooper",
  "commando",
  "airman",
]);

/** Nouns for groups of people that act or speak, beside those of people.ts. */
export const groupNouns: ReadonlySet<string> = new Set(
  "official source analyst expert critic supporter opponent observer adviser aide diplomat lawmaker senator leader authority cartel gang group militia rebel force smuggler trafficker operator campaigner advocate investigator prosecutor lawyer attorney executive economist scientist researcher historian academic scholar commentator pundit republican democrat conservative liberal ally partner neighbor neighbour faction terrorist militant insurgent guerrilla dealer gunman relative survivor eyewitness witness resident villager local voter protester demonstrator activist union worker migrant refugee spokesman spokeswoman spokesperson representative envoy negotiator minister mediator agency organization company bank investor trader reporter journalist defence defense prosecution plaintiff defendant petitioner bench jury".split(
    " ",
  ),
);

/** Roles of one person: "the president", "a Pentagon spokesman". */
export const roleNouns: ReadonlySet<string> = new Set(
  "president premier chancellor king queen prince princess emperor pope governor mayor senator congressman congresswoman representative lawmaker deputy minister secretary ambassador envoy diplomat spokesman spokeswoman spokesperson general admiral commander colonel captain major lieutenant sergeant chief director chairman chairwoman chair chairperson ceo executive founder leader head boss adviser advisor aide lawyer attorney prosecutor judge justice sheriff officer inspector professor analyst economist expert researcher scientist doctor author editor journalist reporter columnist correspondent official candidate nominee speaker whip vice-president coordinator negotiator mediator bishop archbishop cardinal imam rabbi priest pastor reverend activist owner manager coach captain strategist pollster historian commissioner rapporteur dictator strongman billionaire businessman businesswoman mogul congressperson councilman councilwoman counselor resident teacher farmer student neighbor neighbour witness survivor mother father wife husband son daughter brother sister widow".split(
    " ",
  ),
);

/** Roles that give nobody a say in what states, parties and bodies do. */
export const privateRoles: ReadonlySet<string> = new Set(
  "resident teacher farmer student neighbor neighbour witness survivor mother father wife husband son daughter brother sister widow owner author editor journalist reporter columnist correspondent analyst economist expert researcher scientist doctor professor historian pollster".split(
    " ",
  ),
);

/** Titles before a name, lower case without the stop; with the gender they give. */
export const titles: Readonly<Record<string, "f" | "m" | "">> = {
  mr: "m",
  mrs: "f",
  ms: "f",
  miss: "f",
  sir: "m",
  dame: "f",
  lord: "m",
  lady: "f",
  king: "m",
  queen: "f",
  prince: "m",
  princess: "f",
  president: "",
  vice: "",
  premier: "",
  chancellor: "",
  minister: "",
  secretary: "",
  senator: "",
  sen: "",
  rep: "",
  representative: "",
  congressman: "m",
  congresswoman: "f",
  gov: "",
  mp: "",
  msp: "",
  mep: "",
  mla: "",
  mk: "",
  pm: "",
  ceo: "",
  cfo: "",
  governor: "",
  mayor: "",
  gen: "",
  general: "",
  admiral: "",
  adm: "",
  col: "",
  colonel: "",
  lt: "",
  lieutenant: "",
  capt: "",
  captain: "",
  maj: "",
  major: "",
  sgt: "",
  sergeant: "",
  cpl: "",
  judge: "",
  justice: "",
  attorney: "",
  dr: "",
  doctor: "",
  prof: "",
  professor: "",
  rev: "",
  reverend: "",
  pope: "m",
  cardinal: "m",
  archbishop: "m",
  bishop: "",
  rabbi: "",
  imam: "m",
  sheikh: "m",
  ayatollah: "m",
  ambassador: "",
  spokesman: "m",
  spokeswoman: "f",
  spokesperson: "",
  chief: "",
  director: "",
  chairman: "m",
  chairwoman: "f",
  speaker: "",
  commander: "",
  commissioner: "",
  deputy: "",
  foreign: "",
  prime: "",
  defense: "",
  defence: "",
  interior: "",
  state: "",
  former: "",
  sheriff: "",
  officer: "",
  detective: "",
  inspector: "",
  constable: "",
  coach: "",
  analyst: "",
  lawyer: "",
  adviser: "",
  executive: "",
  economist: "",
  press: "",
  leader: "",
  co: "",
  host: "",
  columnist: "",
  candidate: "",
  businessman: "m",
  actor: "m",
  actress: "f",
  author: "",
  brigadier: "",
  marshal: "",
  envoy: "",
  first: "",
};

/** Nouns that say whether a woman or a man is meant, beside the titles. */
export const nounGender: Readonly<Record<string, "f" | "m">> = Object.fromEntries([
  ..."woman girl mother wife daughter sister spokeswoman congresswoman councilwoman chairwoman businesswoman queen princess actress widow grandmother aunt niece policewoman nun girlfriend"
    .split(" ")
    .map((noun) => [noun, "f"] as const),
  ..."man boy father husband son brother spokesman congressman councilman chairman businessman king prince grandfather uncle nephew policeman gunman fisherman priest monk boyfriend widower strongman"
    .split(" ")
    .map((noun) => [noun, "m"] as const),
]);

/** Given names by gender: common ones of many languages, enough to tell "she" from "he" most of the time. */
const female =
  "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann anne kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie hillary chelsea huma kellyanne ivanka melania michelle nikki condoleezza madeleine loretta janet elena sonia ruth kamala nancy dianne claire carly claudia dilma cristina michelle delcy xiomara angela ursula theresa nicola sanna jacinda julia marine giorgia ségolène segolene christine aung indira benazir sheikh ellen joyce tsai leila fatima aisha zainab amina khadija mariam layla noor hanan yasmin leyla elif ayse olga svetlana natalia irina tatiana yulia elena anastasia ekaterina ludmila valentina maría carmen josefa isabel dolores pilar francisca lucía lucia sofía sofia camila valeria gabriela daniela alejandra fernanda ximena paola mónica monica verónica veronica adriana beatriz lourdes rosa guadalupe mercedes ines inés ana juana luisa marta silvia beatrice giulia chiara francesca ingrid astrid birgit anke heike petra sabine ute mei xiu ying yuki keiko yoko priya anjali sunita lakshmi deepa kavita esther naomi miriam rivka shira tamar nadia samira salma wafa rania hind malala asma arwa zahra shirin maryam parisa golshifteh nomsa thandi ngozi chimamanda wangari oby funmilayo".split(
    " ",
  );
const male =
  "james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene barack ted marco jeb bernie mitt mike tim bill al dick colin jim bob tom dan steve greg ben chris rand rick ken newt mitch harry chuck lindsey rudy paul josh rob pat jeff hugo nicolás nicolas evo luis carlos jorge miguel fernando diego javier francisco antonio manuel pedro pablo rafael ricardo roberto sergio andrés andres alberto alejandro enrique felipe vicente ernesto raúl raul fidel gustavo iván ivan álvaro alvaro héctor hector óscar oscar ramón ramon víctor victor emilio eduardo guillermo ignacio jaime julio lorenzo mario mauricio omar rodrigo salvador santiago tomás tomas xavier vladimir dmitry sergei sergey alexei aleksandr mikhail boris nikolai yuri viktor pavel oleg igor andrei anatoly volodymyr petro recep mustafa mehmet ahmet ali hassan hussein mohammed muhammad mohamed ahmed mahmoud abdullah ibrahim yusuf yousef khalid omar osama saddam bashar hamid ashraf abdul tariq nawaz imran asif narendra manmohan rajiv rahul arvind amit xi jinping deng kim moon shinzo yoshihide junichiro fumio joko rodrigo benigno ferdinand nelson thabo jacob cyril robert emmerson paul uhuru william yoweri goodluck muhammadu bola benjamin ehud ariel yitzhak shimon yair naftali emmanuel françois francois nicolas jacques édouard edouard jean pierre michel olaf gerhard helmut frank-walter silvio matteo giuseppe romano mario sergio pedro mariano josé jose viktor andrzej donald jaroslaw lech vaclav václav milos robert geert mark jens anders lars erik nils olof carl stefan ulf sebastian wolfgang heinz kofi ban antonio antónio boutros jens".split(
    " ",
  );
/** Given names that women and men bear. */
const either = new Set(
  "terry robin leslie chris pat jordan taylor morgan casey jamie jesse alex lee dana tracy kelly lindsey lindsay shannon jean kerry jackie charlie frankie dale drew jody lynn marion kim sam sandy stacy carey corey rene andrea noel sasha toni tony robbie jo kit ali nikita".split(
    " ",
  ),
);
/** "f", "m", or undefined for a given name not listed or used for both. */
const genderOf = new Map<string, "f" | "m">();
for (const name of male) genderOf.set(name, "m");
for (const name of female) genderOf.has(name) ? genderOf.delete(name) : genderOf.set(name, "f");
export function genderOfName(given: string): "f" | "m" | undefined {
  return genderOf.get(given.toLowerCase());
}

/** The same, and undefined for a name that both bear, whoever bears it more often. */
export function genderToldByName(given: string): "f" | "m" | undefined {
  return either.has(given.toLowerCase()) ? undefined : genderOfName(given);
}

/** Heads of government and state by surname: "the Trump administration" is the United States' government. */
export const leaders: Readonly<Record<string, string>> = {
  Trump: "US",
  Biden: "US",
  Obama: "US",
  Bush: "US",
  Clinton: "US",
  Reagan: "US",
  Carter: "US",
  Nixon: "US",
  Kennedy: "US",
  Johnson: "US",
  Truman: "US",
  Eisenhower: "US",
  Sheinbaum: "MX",
  "López Obrador": "MX",
  "Peña Nieto": "MX",
  Calderón: "MX",
  Maduro: "VE",
  Chávez: "VE",
  Chavez: "VE",
  Petro: "CO",
  Duque: "CO",
  Santos: "CO",
  Uribe: "CO",
  Bukele: "SV",
  Lula: "BR",
  Bolsonaro: "BR",
  Rousseff: "BR",
  Milei: "AR",
  Macri: "AR",
  Kirchner: "AR",
  Boric: "CL",
  Ortega: "NI",
  Morales: "BO",
  Noboa: "EC",
  Correa: "EC",
  Castro: "CU",
  Putin: "RU",
  Yeltsin: "RU",
  Medvedev: "RU",
  Zelensky: "UA",
  Zelenskyy: "UA",
  Poroshenko: "UA",
  Lukashenko: "BY",
  Netanyahu: "IL",
  Sharon: "IL",
  Assad: "SY",
  Hussein: "IQ",
  Gaddafi: "LY",
  Qaddafi: "LY",
  Mubarak: "EG",
  Sisi: "EG",
  Morsi: "EG",
  Erdogan: "TR",
  Erdoğan: "TR",
  Khamenei: "IR",
  Rouhani: "IR",
  Ahmadinejad: "IR",
  Karzai: "AF",
  Ghani: "AF",
  Musharraf: "PK",
  Sharif: "PK",
  Modi: "IN",
  Xi: "CN",
  Abe: "JP",
  Kishida: "JP",
  Duterte: "PH",
  Marcos: "PH",
  Merkel: "DE",
  Scholz: "DE",
  Merz: "DE",
  Macron: "FR",
  Hollande: "FR",
  Sarkozy: "FR",
  Thatcher: "GB",
  Blair: "GB",
  Cameron: "GB",
  May: "GB",
  Sunak: "GB",
  Starmer: "GB",
  Truss: "GB",
  Trudeau: "CA",
  Carney: "CA",
  Harper: "CA",
  Orbán: "HU",
  Orban: "HU",
  Meloni: "IT",
  Berlusconi: "IT",
  Mugabe: "ZW",
  Zuma: "ZA",
  Ramaphosa: "ZA",
  Bashir: "SD",
  Museveni: "UG",
  Kagame: "RW",
  Buhari: "NG",
  Tinubu: "NG",
  Howard: "AU",
  Rudd: "AU",
  Abbott: "AU",
  Turnbull: "AU",
  Morrison: "AU",
  Albanese: "AU",
  Aristide: "HT",
};

const womenLeaders = new Set("Sheinbaum Rousseff Kirchner Merkel Thatcher May Truss Meloni".split(" "));

/** The sex of a head of state or government known by surname alone; undefined for a surname that several bore. */
export function genderOfLeader(surname: string): "f" | "m" | undefined {
  if (surname === "Clinton" || !Object.hasOwn(leaders, surname)) return undefined;
  return womenLeaders.has(surname) ? "f" : "m";
}
