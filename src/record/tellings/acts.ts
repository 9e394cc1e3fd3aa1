/** The class of an act: tellings of one deed are of one class. */
import type { EventBody } from "../../model/finding.ts";
import { classOf } from "./words.ts";

/** Acts of one mode are told in each other's words: "opened fire", "the shooting". */
const ofMode: Readonly<Record<string, string>> = {
  kill: "=kill",
  assassinate: "=kill",
  execute: "=kill",
  firearms: "=shoot",
  explosives: "=explode",
  arrest: "=detain",
  convict: "=convict",
  rob: "=rob",
  riot: "=riot",
};

export function actOf({ lemma, mode }: EventBody): string {
  return ofMode[mode ?? ""] ?? classOf(lemma);
}
