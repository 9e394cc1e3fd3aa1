/** Words that tell what befell people, where the order of words says it as surely as the tree. Data only. */
import { table } from "./table.ts";

export type Fate = "killed" | "injured" | "shot" | "missing" | "detained" | "stabbed";

/** Participles, adjectives and verbs right behind who they are said of: "4 injured", "two men shot", "teen dies". */
export const fateWords: Readonly<Record<string, Fate>> = table({
  killed: "killed",
  dead: "killed",
  slain: "killed",
  murdered: "killed",
  dies: "killed",
  died: "killed",
  drowned: "killed",
  deceased: "killed",
  injured: "injured",
  wounded: "injured",
  hurt: "injured",
  hospitalized: "injured",
  hospitalised: "injured",
  shot: "shot",
  stabbed: "stabbed",
  missing: "missing",
  unaccounted: "missing",
  arrested: "detained",
  detained: "detained",
});

/** Those of them that take an object where they are no participles: "two men shot an officer". */
export const transitiveFates = "killed murdered injured wounded hurt shot stabbed arrested detained";

/** Adverbs that make a wound a death, alone ("14 shot, one fatally") or on a verb. */
export const fatalAdverbs = "fatally mortally";

/** Adverbs that say how bad a wound is, alone: "4 injured, 1 critically". */
export const woundingAdverbs = "critically seriously gravely severely slightly";

/** "a triple homicide", "a quadruple shooting": how many were hit. */
export const manifold: Readonly<Record<string, number>> = table({
  double: 2,
  triple: 3,
  quadruple: 4,
  quintuple: 5,
  sextuple: 6,
});
