/** UD features of English by tag and word (universaldependencies.org/en): the treebanks here carry none. */

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
  CD: "NumType=Card",
  MD: "VerbForm=Fin",
  VB: "VerbForm=Inf",
  VBD: "Mood=Ind|Tense=Past|VerbForm=Fin",
  VBG: "Tense=Pres|VerbForm=Part",
  VBN: "Tense=Past|VerbForm=Part",
  VBP: "Mood=Ind|Tense=Pres|VerbForm=Fin",
  VBZ: "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
  WDT: "PronType=Rel",
  WP: "PronType=Int",
  WP$: "Poss=Yes|PronType=Int",
  WRB: "PronType=Int",
  EX: "PronType=Dem",
};

/** "TAG word" goes before the tag alone. */
const byWord: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "PRP i": "Case=Nom|Number=Sing|Person=1|PronType=Prs",
    "PRP me": "Case=Acc|Number=Sing|Person=1|PronType=Prs",
    "PRP we": "Case=Nom|Number=Plur|Person=1|PronType=Prs",
    "PRP us": "Case=Acc|Number=Plur|Person=1|PronType=Prs",
    "PRP you": "Case=Nom|Person=2|PronType=Prs",
    "PRP he": "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
    "PRP him": "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
    "PRP she": "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
    "PRP her": "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
    "PRP it": "Gender=Neut|Number=Sing|Person=3|PronType=Prs",
    "PRP they": "Case=Nom|Number=Plur|Person=3|PronType=Prs",
    "PRP them": "Case=Acc|Number=Plur|Person=3|PronType=Prs",
    "PRP himself": "Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
    "PRP herself": "Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
    "PRP itself": "Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
    "PRP themselves": "Number=Plur|Person=3|PronType=Prs|Reflex=Yes",
    "PRP$ my": "Number=Sing|Person=1|Poss=Yes|PronType=Prs",
    "PRP$ our": "Number=Plur|Person=1|Poss=Yes|PronType=Prs",
    "PRP$ your": "Person=2|Poss=Yes|PronType=Prs",
    "PRP$ his": "Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
    "PRP$ her": "Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
    "PRP$ its": "Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
    "PRP$ their": "Number=Plur|Person=3|Poss=Yes|PronType=Prs",
    "DT the": "Definite=Def|PronType=Art",
    "DT a": "Definite=Ind|PronType=Art",
    "DT an": "Definite=Ind|PronType=Art",
    "DT this": "Number=Sing|PronType=Dem",
    "DT that": "Number=Sing|PronType=Dem",
    "DT these": "Number=Plur|PronType=Dem",
    "DT those": "Number=Plur|PronType=Dem",
    "DT no": "PronType=Neg",
    "DT all": "PronType=Tot",
    "DT every": "PronType=Tot",
    "DT each": "PronType=Tot",
    "DT some": "PronType=Ind",
    "DT any": "PronType=Ind",
    "RB not": "Polarity=Neg",
    "RB n't": "Polarity=Neg",
    "RB never": "Polarity=Neg",
    "VBD was": "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin",
    "VBD were": "Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin",
  }),
);

/** Features for a form and its Penn tag; `passive` where the word carries a passive. */
export function featuresOf(form: string, xpos: string, passive: boolean): string {
  const word = form.length < 12 ? byWord.get(`${xpos} ${form.toLowerCase().replace("’", "'")}`) : undefined;
  const features = word ?? byTag[xpos] ?? "";
  return passive && xpos === "VBN" ? `${features}|Voice=Pass` : features;
}
