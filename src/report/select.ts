/**
 * The part of CSS selectors that rules for sites need: `tag`, `.class`, `#id`, `[name]`, `[name=value]`,
 * `[name^=value]` and `[name*=value]`, put together, behind one another (descendant, `>` child), and in lists.
 */
import type { Node, Tree } from "./tree.ts";

interface Test {
  readonly tag?: string;
  readonly id?: string;
  readonly classes: readonly string[];
  readonly attributes: readonly { name: string; mark: string; value: string }[];
}

interface Step {
  readonly test: Test;
  /** Must its parent be the step before, or any ancestor. */
  readonly isChild: boolean;
}

export type Selector = readonly (readonly Step[])[];

/** Throws where the text is no selector that is known here: a rule must never match by mistake. */
export function selectorOf(text: string): Selector {
  return text.split(",").map((one) => {
    const steps: Step[] = [];
    let isChild = false;
    for (const word of one.trim().split(/\s+/)) {
      if (word === ">") isChild = true;
      else {
        steps.push({ test: testOf(word, text), isChild });
        isChild = false;
      }
    }
    return steps;
  });
}

function testOf(word: string, whole: string): Test {
  const parts = word.match(/^[a-z][a-z0-9]*|[.#][\w-]+|\[[\w-]+(?:[\^*]?=[^\]]+)?\]/gi) ?? [];
  if (parts.join("") !== word || word === "")
    throw new Error(`report: "${whole}" is no selector: "${word}" is not understood`);
  const tag = parts.find((part) => /^[a-z]/i.test(part))?.toLowerCase();
  const id = parts.find((part) => part.startsWith("#"))?.slice(1);
  return {
    ...(tag === undefined ? {} : { tag }),
    ...(id === undefined ? {} : { id }),
    classes: parts.filter((part) => part.startsWith(".")).map((part) => part.slice(1)),
    attributes: parts
      .filter((part) => part.startsWith("["))
      .map((part) => {
        const [, name, mark = "", value = ""] = /^\[([\w-]+)(?:([\^*]?=)["']?(.*?)["']?)?\]$/.exec(part)!;
        return { name: name!.toLowerCase(), mark, value };
      }),
  };
}

/** In document order. */
export function select(tree: Tree, selector: Selector): Node[] {
  return tree.nodes.filter(
    (node) => node.tag !== "#text" && selector.some((steps) => matches(tree, node, steps)),
  );
}

function matches(tree: Tree, node: Node, steps: readonly Step[]): boolean {
  let at = steps.length - 1;
  if (!passes(node, steps[at]!.test)) return false;
  let isChild = steps[at]!.isChild;
  let up: Node | undefined = tree.nodes[node.parent];
  for (at--; at >= 0; up = tree.nodes[up.parent]) {
    if (up === undefined) return false;
    if (passes(up, steps[at]!.test)) {
      isChild = steps[at]!.isChild;
      at--;
    } else if (isChild) return false;
  }
  return true;
}

function passes({ tag, attributes }: Node, test: Test): boolean {
  if (test.tag !== undefined && test.tag !== tag) return false;
  if (test.id !== undefined && test.id !== attributes.id) return false;
  if (test.classes.length > 0) {
    const classes = (attributes.class ?? "").split(/\s+/);
    if (!test.classes.every((name) => classes.includes(name))) return false;
  }
  return test.attributes.every(({ name, mark, value }) => {
    const stated = attributes[name];
    if (stated === undefined) return false;
    if (mark === "=") return stated === value;
    if (mark === "^=") return stated.startsWith(value);
    return mark === "" || stated.includes(value);
  });
}
