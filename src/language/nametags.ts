/** Tags that begin, continue or stay out of a name, one for each token. */
import type { NameType } from "../model/sentence.ts";

export const nameTypes: readonly NameType[] = ["PER", "ORG", "LOC", "EVENT", "PRODUCT", "LAW"];

/** 0 is outside; 1 + 2t begins a name of type t, 2 + 2t continues it. */
export const NAME_CLASSES = 1 + 2 * nameTypes.length;
