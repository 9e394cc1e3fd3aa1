/**
 * What is known about the pages of one site beyond what all pages have in common: data, by host and by the days on
 * which pages of that make were fetched, so that old archives are still read as they were made (as Fundus does it).
 * A rule goes before everything that the page says of itself.
 */
import type { Claim, Field } from "../metadata/claim.ts";
import { hostOf } from "../metadata/outlet.ts";
import { select, selectorOf } from "../select.ts";
import { type Node, type Tree, textOf } from "../tree.ts";

export interface SiteRule {
  /** Of the rule and of its fixture: fixtures/NAME.html. */
  readonly name: string;
  /** "herald.example" is also every host below it. */
  readonly hosts: readonly string[];
  /** First and last day (ISO 8601) of the pages that it fits, by when they were fetched; open where absent. */
  readonly from?: string;
  readonly to?: string;
  /** The element that holds the text. */
  readonly body?: string;
  /** What within it is text although it is named like furniture. */
  readonly keep?: string;
  /** What is none of the article. */
  readonly remove?: string;
  /** Elements whose text, `datetime` or `content` is the field's value. */
  readonly title?: string;
  readonly byline?: string;
  readonly standfirst?: string;
  readonly published?: string;
  readonly section?: string;
}

export interface Applied {
  readonly claims: readonly Claim[];
  readonly body?: Node;
  readonly kept: ReadonlySet<number>;
  readonly removed: ReadonlySet<number>;
  readonly standfirst: ReadonlySet<number>;
}

export function ruleFor(
  rules: readonly SiteRule[],
  url: string | undefined,
  fetchedAt: string | undefined,
): SiteRule | undefined {
  const host = hostOf(url);
  if (host === undefined) return undefined;
  const day = fetchedAt?.slice(0, 10);
  return rules.find(
    ({ hosts, from, to }) =>
      hosts.some((own) => host === own || host.endsWith(`.${own}`)) &&
      (day === undefined || ((from === undefined || from <= day) && (to === undefined || day <= to))),
  );
}

export function applied(rule: SiteRule, tree: Tree): Applied {
  const nodes = (selector: string | undefined) =>
    selector === undefined ? [] : select(tree, selectorOf(selector));
  const indices = (selector: string | undefined) => new Set(nodes(selector).map(({ index }) => index));
  const fields: readonly (readonly [Field, string | undefined])[] = [
    ["title", rule.title],
    ["byline", rule.byline],
    ["published", rule.published],
    ["section", rule.section],
  ];
  const claims = fields.flatMap(([field, selector]) =>
    nodes(selector)
      .slice(0, 20)
      .map((node) => node.attributes.datetime ?? node.attributes.content ?? textOf(tree, node).slice(0, 500))
      .filter((value) => value !== "")
      .map((value): Claim => ({ field, value, from: "site-rule" })),
  );
  const body = nodes(rule.body)[0];
  return {
    claims,
    kept: indices(rule.keep),
    removed: indices(rule.remove),
    standfirst: indices(rule.standfirst),
    ...(body === undefined ? {} : { body }),
  };
}
