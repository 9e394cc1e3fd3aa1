/** An act with the word that it hangs on: what is known when it is settled what that word leaves of it. */
import type { Token } from "../../model/sentence.ts";
import { is, type Tree } from "../tree.ts";
import type { Form } from "./form.ts";
import type { Link } from "./links.ts";
import type { Standing } from "./standing.ts";

export interface Hanging {
  readonly tree: Tree;
  readonly form: Form;
  /** What the act's own words say. */
  readonly own: Standing;
  readonly link: Link;
  /** The standing of the word above. */
  readonly above: Standing;
  /** What has been settled of other tokens on the way down. */
  readonly known: Known;
  /** Settles a word beside the tree's path, which may hang on the act itself. */
  readonly beside: (token: Token) => Standing;
}

export type Known = (token: Token) => Standing | undefined;

/** What is left of the act where the case is met. */
export type Case = (one: Hanging) => Standing | undefined;

/** The first case that is met. */
export function firstOf(cases: readonly Case[], one: Hanging): Standing | undefined {
  for (const met of cases) {
    const standing = met(one);
    if (standing !== undefined) return standing;
  }
  return undefined;
}

/** The act is who or what the word above says something of, in the active. */
export const isSubject = ({ link: { relation } }: Hanging) =>
  is(relation, "nsubj") && !is(relation, "nsubj:pass");
