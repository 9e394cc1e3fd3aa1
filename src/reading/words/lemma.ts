/** Looks a verb up in a lexicon by its lemma, and by what its form may come from where the lemma was guessed wrong. */
import type { Token } from "../../model/sentence.ts";
import { perWord } from "./per-word.ts";

/** Forms of verbs of the lexicons that no rule leads back. */
const irregular: Readonly<Record<string, string>> = {
  beaten: "beat",
  burnt: "burn",
  drove: "drive",
  flew: "fly",
  flown: "fly",
  led: "lead",
  overran: "overrun",
  swept: "sweep",
  threw: "throw",
  thrown: "throw",
  began: "begin",
  begun: "begin",
  blew: "blow",
  blown: "blow",
  brought: "bring",
  caught: "catch",
  fled: "flee",
  fought: "fight",
  froze: "freeze",
  frozen: "freeze",
  gave: "give",
  held: "hold",
  hid: "hide",
  hurt: "hurt",
  left: "leave",
  lost: "lose",
  met: "meet",
  paid: "pay",
  sank: "sink",
  sent: "send",
  shot: "shoot",
  shut: "shut",
  slain: "slay",
  sold: "sell",
  spent: "spend",
  stole: "steal",
  stolen: "steal",
  stricken: "strike",
  struck: "strike",
  sunk: "sink",
  swore: "swear",
  taken: "take",
  took: "take",
  withdrawn: "withdraw",
  withdrew: "withdraw",
};

/** Finds the lemma under which a lexicon knows a verb: its own, else one that its form can come from. */
export function lemmaFinder(knows: (lemma: string) => boolean): (token: Token) => string {
  const byForm = perWord((): { lemma?: string; found: string } => ({ found: "" }), 1 << 13);
  return ({ form, lemma }) => {
    const last = byForm(form);
    // a form has nearly always the same lemma
    if (last.lemma !== lemma) {
      last.found = lemmaIn(form, lemma, knows);
      last.lemma = lemma;
    }
    return last.found;
  };
}

function lemmaIn(written: string, guessed: string, knows: (lemma: string) => boolean): string {
  const lemma = guessed.toLowerCase();
  if (knows(lemma)) return lemma;
  const form = written.toLowerCase();
  const known = irregular[form];
  if (known !== undefined && knows(known)) return known;
  for (const [ending, replacements] of endings) {
    if (!form.endsWith(ending)) continue;
    const stem = form.slice(0, -ending.length);
    for (const replacement of replacements) if (knows(stem + replacement)) return stem + replacement;
    if (/(.)\1$/.test(stem) && knows(stem.slice(0, -1))) return stem.slice(0, -1);
  }
  return lemma;
}

const endings: readonly (readonly [string, readonly string[]])[] = [
  ["ied", ["y"]],
  ["ed", ["", "e"]],
  ["ing", ["", "e"]],
  ["ies", ["y"]],
  ["es", ["", "e"]],
  ["s", [""]],
];
