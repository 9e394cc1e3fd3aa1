/**
 * HTML as a flat tree: nodes in document order, each knowing its parent and where its subtree ends. So every walk
 * is a loop over a slice, and no page, however deep, can exhaust the stack. Built on htmlparser2's tokenizer with
 * the part of the HTML standard's tree construction that matters for text: implied end tags, void elements, scopes.
 */
import { Tokenizer } from "htmlparser2";
import { breaksParagraph, closedBy, scopeEnds, special, voidTags } from "./lexicon/tags.ts";

export interface Node {
  readonly index: number;
  /** -1 for the root. */
  readonly parent: number;
  /** Index after the last node of the subtree. */
  end: number;
  /** Lower-case name; "#text" for text. */
  readonly tag: string;
  /** Of "#text": its characters. */
  text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly depth: number;
}

export interface Tree {
  readonly nodes: readonly Node[];
  /** True when the page was longer than the limits and its end was not read. */
  readonly cut: boolean;
}

/** As deep as browsers nest (Chromium stops at 512): what lies deeper becomes a sibling. */
const maxDepth = 512;
const maxNodes = 1_000_000;
const maxAttributes = 64;
const maxAttributeLength = 20_000;
const none: Readonly<Record<string, string>> = Object.freeze({});

export function treeOf(html: string): Tree {
  const nodes: Node[] = [
    { index: 0, parent: -1, end: 0, tag: "#root", text: "", attributes: none, depth: 0 },
  ];
  const open: Node[] = [nodes[0]!];
  let attributes: Record<string, string> | undefined;
  let attributeCount = 0;
  let tag = "";
  let name = "";
  let value = "";
  let foreign = 0;
  let cut = false;

  const top = () => open[open.length - 1]!;
  const pop = () => {
    const node = open.pop()!;
    node.end = nodes.length;
    if (node.tag === "svg" || node.tag === "math") foreign--;
  };
  const push = (tag: string, attributes: Readonly<Record<string, string>>) => {
    if (open.length >= maxDepth) pop();
    const parent = top();
    const node = {
      index: nodes.length,
      parent: parent.index,
      end: 0,
      tag,
      text: "",
      attributes,
      depth: open.length,
    };
    nodes.push(node);
    open.push(node);
    if (tag === "svg" || tag === "math") foreign++;
  };
  const addText = (text: string) => {
    if (cut) return;
    const last = nodes[nodes.length - 1]!;
    const parent = top();
    if (last.tag === "#text" && last.parent === parent.index) last.text += text;
    else {
      const index = nodes.length;
      nodes.push({
        index,
        parent: parent.index,
        end: index + 1,
        tag: "#text",
        text,
        attributes: none,
        depth: open.length,
      });
    }
  };
  const closeImplied = (by: string) => {
    if (breaksParagraph.has(by)) closeInScope("p");
    const closes = closedBy.get(by);
    if (closes === undefined) return;
    for (let i = open.length - 1; i > 0; i--) {
      const { tag } = open[i]!;
      if (closes.tags.has(tag)) {
        while (open.length > i) pop();
        return;
      }
      if (closes.within.has(tag)) return;
    }
  };
  const closeInScope = (tag: string) => {
    for (let i = open.length - 1; i > 0; i--) {
      const found = open[i]!.tag;
      if (found === tag) {
        while (open.length > i) pop();
        return true;
      }
      if (scopeEnds.has(found) || (!special.has(tag) && special.has(found))) return false;
    }
    return false;
  };
  const finishTag = (selfClosing: boolean) => {
    if (tag === "" || cut) return;
    if (nodes.length >= maxNodes) {
      cut = true;
      return;
    }
    if (foreign === 0) closeImplied(tag);
    push(tag, attributes ?? none);
    if (voidTags.has(tag) || (selfClosing && foreign > 0)) pop();
    tag = "";
    attributes = undefined;
  };

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase();
        attributes = undefined;
        attributeCount = 0;
      },
      onattribname(start, end) {
        name = end - start > 100 ? "" : html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        if (value.length < maxAttributeLength)
          value += html.slice(start, Math.min(end, start + maxAttributeLength));
      },
      onattribentity(code) {
        if (value.length < maxAttributeLength) value += String.fromCodePoint(code);
      },
      onattribend() {
        if (name === "" || ++attributeCount > maxAttributes) return;
        attributes ??= Object.create(null) as Record<string, string>;
        if (!(name in attributes)) attributes[name] = value;
      },
      onopentagend: () => finishTag(false),
      onselfclosingtag: () => finishTag(true),
      onclosetag(start, end) {
        if (cut) return;
        const tag = html.slice(start, end).toLowerCase();
        if (tag === "br") {
          push("br", none);
          pop();
        } else if (!voidTags.has(tag) && !closeInScope(tag) && tag === "p" && nodes.length < maxNodes) {
          push("p", none);
          pop();
        }
      },
      ontext: (start, end) => addText(html.slice(start, end)),
      ontextentity: (code) => addText(String.fromCodePoint(code)),
      oncdata: (start, end, offset) => {
        if (foreign > 0) addText(html.slice(start, end - offset));
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
      isInForeignContext: () => foreign > 0,
    },
  );
  tokenizer.write(withoutOpenEndTag(html));
  tokenizer.end();
  while (open.length > 0) pop();
  return { nodes, cut };
}

/** A page that breaks off within an end tag has no text there (the tokenizer gives what stands behind the tag's name). */
function withoutOpenEndTag(html: string): string {
  const last = html.lastIndexOf("</");
  return last >= 0 && /^[a-z]/i.test(html.slice(last + 2, last + 3)) && html.indexOf(">", last) < 0
    ? html.slice(0, last)
    : html;
}

/** All text below a node, script and style apart, white space collapsed. */
export function textOf(tree: Tree, node: Node): string {
  const parts: string[] = [];
  for (let i = node.index; i < node.end; i++) {
    const next = tree.nodes[i]!;
    if (next.tag === "#text") parts.push(next.text);
    else if (next.index !== node.index && (next.tag === "script" || next.tag === "style")) i = next.end - 1;
    else if (next.tag === "br" || special.has(next.tag)) parts.push(" ");
  }
  return collapse(parts.join(""));
}

/** White space runs to one space, control and invisible formatting characters dropped. Characters stay as they are else. */
export function collapse(text: string): string {
  return text.replace(otherSpace, " ").replace(invisible, "").trim();
}

/** All but single spaces, which most are and may stay. */
const otherSpace = / \s+|[^\S ]\s*/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;
