/**
 * UD features of English by tag and word (universaldependencies.org/en), in the manner of EWT. They are derived, not
 * learnt: what hangs on the subject (person and number of a past form or a present plural) is left out, and "who" is
 * taken for a relative, as seven in eight are.
 */

const byTag: Readonly<Record<string, string>> = {
  NN: "Number=Sing",
  NNP: "Number=Sing",
  NNS: "Number=Plur",
  NNPS: "Number=Plur",
  JJ: "Degree=Pos",
  JJR: "Degree=Cmp",
  JJS: "Degree=Sup",
  RBR: "Degree=Cmp",
  RBS: "Degree=Sup",
  MD: "VerbForm=Fin",
  VB: "VerbForm=Inf",
  VBD: "Mood=Ind|Tense=Past|VerbForm=Fin",
  VBG: "Tense=Pres|VerbForm=Part",
  VBN: "Tense=Past|VerbForm=Part",
  VBP: "Mood=Ind|Tense=Pres|VerbForm=Fin",
  VBZ: "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
  WDT: "PronType=Rel",
  WP: "PronType=Int",
  WP$: "Poss=Yes|PronType=Rel",
  WRB: "PronType=Int",
  EX: "PronType=Dem",
  FW: "Foreign=Yes",
};

/** Each line: tag, words, features; a word of a line goes before the tag alone. */
const wordLines = `
PRP i: Case=Nom|Number=Sing|Person=1|PronType=Prs
PRP me: Case=Acc|Number=Sing|Person=1|PronType=Prs
PRP we: Case=Nom|Number=Plur|Person=1|PronType=Prs
PRP us 's: Case=Acc|Number=Plur|Person=1|PronType=Prs
PRP you ya: Case=Nom|Person=2|PronType=Prs
PRP he: Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs
PRP him: Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs
PRP she: Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs
PRP her: Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs
PRP it: Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs
PRP they: Case=Nom|Number=Plur|Person=3|PronType=Prs
PRP them 'em em: Case=Acc|Number=Plur|Person=3|PronType=Prs
PRP one: Number=Sing|Person=3|PronType=Prs
PRP myself: Case=Acc|Number=Sing|Person=1|PronType=Prs|Reflex=Yes
PRP ourselves: Case=Acc|Number=Plur|Person=1|PronType=Prs|Reflex=Yes
PRP yourself: Case=Acc|Number=Sing|Person=2|PronType=Prs|Reflex=Yes
PRP yourselves: Case=Acc|Number=Plur|Person=2|PronType=Prs|Reflex=Yes
PRP himself: Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes
PRP herself: Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes
PRP itself: Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes
PRP themselves themself: Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes
PRP oneself: Case=Acc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes
PRP mine: Number=Sing|Person=1|Poss=Yes|PronType=Prs
PRP ours: Number=Plur|Person=1|Poss=Yes|PronType=Prs
PRP yours: Person=2|Poss=Yes|PronType=Prs
PRP his: Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs
PRP hers: Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs
PRP theirs: Number=Plur|Person=3|Poss=Yes|PronType=Prs
PRP$ my: Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs
PRP$ our: Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs
PRP$ your: Case=Gen|Person=2|Poss=Yes|PronType=Prs
PRP$ his: Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs
PRP$ her: Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs
PRP$ its: Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs
PRP$ their: Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs
DT the: Definite=Def|PronType=Art
DT a an: Definite=Ind|PronType=Art
DT this that: Number=Sing|PronType=Dem
DT these those: Number=Plur|PronType=Dem
DT no neither: PronType=Neg
DT all every each both: PronType=Tot
DT some any another either half: PronType=Ind
PDT all both: PronType=Tot
PDT half: NumForm=Word|NumType=Frac|PronType=Ind
PDT such: PronType=Dem
PDT quite: Degree=Pos
NN something someone somebody anything anyone anybody: Number=Sing|PronType=Ind
NN everything everyone everybody: Number=Sing|PronType=Tot
NN nothing nobody none: Number=Sing|PronType=Neg
RB not n't n’t nt: Polarity=Neg
RB never: Polarity=Neg
RB here there now then thus: PronType=Dem
RB somewhere anywhere sometimes somehow anyhow: PronType=Ind
RB everywhere always: PronType=Tot
RB nowhere: PronType=Neg
RB once twice: NumType=Mult
UH no: Polarity=Neg
UH yes yeah: Polarity=Pos
VBP am 'm m: Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin
VBD was: Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin
VBD were: Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin
WP who: PronType=Rel
WP whom: Case=Acc|PronType=Rel
WDT what whatever: PronType=Int
`;

/** By tag, then by word. */
const byWord = new Map<string, Map<string, string>>();
for (const line of wordLines.trim().split("\n")) {
  const [head, features] = line.split(": ");
  const [tag, ...words] = head!.split(" ");
  const tagged = byWord.get(tag!) ?? new Map<string, string>();
  byWord.set(tag!, tagged);
  for (const word of words) tagged.set(word, features!);
}

const ordinalWord =
  /^(?:(?:[a-z]+ty-?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|[a-z]+teenth|[a-z]+tieth|hundredth|thousandth|millionth)$/;
const ordinalFigure = /^\d[\d,]*(?:st|nd|rd|th)$/;
const decade = /^['’]?\d{2,4}['’]?s$/;
const roman = /^[IVXLCDM]+\.?$/;
const digits = /\d/;
/** "U.S.", "Nov.", "Gen.", "FBI". */
const abbreviation = /^(?:\p{Lu}[\p{L}.]*\.|\p{Lu}{2,5})$/u;

/**
 * Features for a form and its Penn tag; `passive` where the word carries a passive. Universal tag and relation,
 * where they are given, tell questions from relatives, gerunds from participles and adjectives within names.
 */
export function featuresOf(form: string, xpos: string, passive: boolean, upos = "", deprel = ""): string {
  if (form.length > 30) return byTag[xpos] ?? "";
  switch (xpos) {
    case "CD":
      return `NumForm=${digits.test(form) ? "Digit" : roman.test(form) ? "Roman" : "Word"}|NumType=Card`;
    case "JJ":
    case "RB": {
      const lower = form.toLowerCase();
      if (ordinalWord.test(lower)) return "Degree=Pos|NumForm=Word|NumType=Ord";
      if (ordinalFigure.test(lower)) return "Degree=Pos|NumForm=Combi|NumType=Ord";
      break;
    }
    case "NNS":
      if (decade.test(form)) return "Number=Ptan|NumForm=Combi|NumType=Card";
      break;
    case "NNP":
      if (upos === "ADJ") return "Degree=Pos";
      return abbreviation.test(form) ? "Abbr=Yes|Number=Sing" : "Number=Sing";
    case "VBG":
      return deprel === "acl" || deprel === "csubj" ? "VerbForm=Ger" : byTag.VBG!;
    case "VBN":
      return passive ? `${byTag.VBN}|Voice=Pass` : byTag.VBN!;
  }
  if (xpos === "WDT" && upos === "DET") return "PronType=Int";
  const words = form.length < 12 ? byWord.get(xpos) : undefined;
  return words?.get(plain(form)) ?? byTag[xpos] ?? "";
}

const plain = (form: string): string => form.toLowerCase().replace("’", "'");
