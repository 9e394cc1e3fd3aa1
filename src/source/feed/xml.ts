/**
 * Markup of listings, read in one pass into small trees: one for each child of the document's containers (an item,
 * a channel's title), given away when it ends and then forgotten. On htmlparser2's tokenizer, with no document ever
 * built: so a million items, a hundred thousand levels or fifty megabytes of one attribute cost no more than reading
 * them, entities are never expanded beyond characters, and a feed that breaks off gives what was whole.
 */
import { Tokenizer } from "htmlparser2";
import { nameOf, prefixesOf } from "./namespaces.ts";

export interface Element {
  /** Namespace by its usual prefix and local name, lower-case: "title", "dc:creator". */
  readonly name: string;
  /** Offsets of what stands between its tags. */
  readonly start: number;
  end: number;
  readonly children: Element[];
  /** Name start and end, value start and end, of each attribute. */
  readonly attributes: readonly number[];
  /** Holds tags or CDATA. */
  markup: boolean;
}

export interface Shape {
  /** Elements whose children are handed over one by one. */
  readonly containers: ReadonlySet<string>;
  /** Elements whose children are kept as elements; of any other, only the text is. */
  readonly branches: ReadonlySet<string>;
  /** By the outermost container, those of which there are many: one that opens within another ends the other. */
  readonly items: ReadonlyMap<string, string>;
}

export interface Reading {
  /** No element was open at the end. */
  readonly whole: boolean;
  /** An item was open at the end: it is not handed over. */
  readonly cutItem: boolean;
  /** Pieces that ended without an end tag of their own. */
  readonly unclosed: number;
  /** A document type with entities of its own, none of which was expanded. */
  readonly entities: boolean;
}

/** Each returns false to stop reading. */
export interface Visitor {
  /** A container opens. `parent` is "" for the outermost. */
  container(element: Element, parent: string): boolean;
  piece(element: Element, parent: string): boolean;
  /** An element outside every container: not what was looked for. */
  stranger(name: string): boolean;
}

const maxDepth = 12;
const maxAttributes = 64;
const maxElements = 400;
const none: readonly number[] = [];

export function readXml(text: string, shape: Shape, visitor: Visitor): Reading {
  const containers: Element[] = [];
  /** The piece that is open, with what is open in it. */
  const open: Element[] = [];
  const prefixes = prefixesOf();
  let elements = 0;
  /** Ends of the open leaf's name that are still to come for elements of that name within it. */
  let within = 0;
  let nameStart = 0;
  let nameEnd = 0;
  let attributes: number[] = [];
  let item = "";
  let unclosed = 0;
  let ended = false;
  let entities = false;

  const stop = () => tokenizer.pause();
  const holder = () => containers[containers.length - 1];

  const finish = (at: number, properly: boolean) => {
    const piece = open[0]!;
    for (const element of open) element.end = at;
    open.length = 0;
    within = 0;
    if (!properly) unclosed++;
    if (!visitor.piece(piece, holder()?.name ?? "")) stop();
  };

  const opened = (tagEnd: number, selfClosing: boolean) => {
    const tagStart = nameStart - 1;
    const name = nameOf(text, nameStart, nameEnd, attributes, prefixes, containers.length === 0);
    const top = open[open.length - 1];
    if (top !== undefined) {
      const isBranch = shape.branches.has(top.name) && open.length < maxDepth && elements < maxElements;
      if (name === item && (top.name === item || open[0]!.name !== item)) {
        // The item before was never closed, or a field of the channel was not.
        finish(tagStart, false);
      } else if (!isBranch) {
        top.markup = true;
        if (name === top.name && !selfClosing) within++;
        // "<3 of them</title>": what began with no letter was no tag, and swallowed one.
        if (!letter(text.charCodeAt(nameStart))) {
          const swallowed = text.lastIndexOf("</", tagEnd);
          if (swallowed > nameStart) closed(swallowed + 2, tagEnd, swallowed);
        }
        return;
      }
    }
    if (name === "") return;
    if (open.length === 0 && shape.containers.has(name)) {
      const element = make(name, tagEnd + 1);
      if (containers.length === 0) item = shape.items.get(name) ?? "";
      if (!visitor.container(element, holder()?.name ?? "")) stop();
      if (!selfClosing && containers.length < maxDepth) containers.push(element);
      return;
    }
    if (open.length === 0 && containers.length === 0) {
      if (!visitor.stranger(name)) stop();
      return;
    }
    const element = make(name, tagEnd + 1);
    const parent = open[open.length - 1];
    if (parent === undefined) elements = 0;
    else {
      parent.children.push(element);
      parent.markup = true;
    }
    elements++;
    open.push(element);
    if (selfClosing) {
      if (open.length === 1) finish(tagEnd + 1, true);
      else open.pop()!.end = tagEnd + 1;
    }
  };

  const make = (name: string, start: number): Element => ({
    name,
    start,
    end: start,
    children: [],
    attributes,
    markup: false,
  });

  const closed = (start: number, end: number, tagStart: number) => {
    const name = nameOf(text, start, end, none, prefixes, false);
    const top = open[open.length - 1];
    if (top !== undefined) {
      if (top.name === name && within > 0) {
        within--;
        return;
      }
      for (let i = open.length - 1; i >= 0; i--) {
        if (open[i]!.name !== name) continue;
        if (i === 0) return finish(tagStart, true);
        for (const element of open.splice(i)) element.end = tagStart;
        within = 0;
        return;
      }
      // A tag of the text within a leaf; the end of a container ends what is open in it.
      if (!shape.containers.has(name)) return;
      finish(tagStart, false);
    }
    for (let i = containers.length - 1; i >= 0; i--) {
      if (containers[i]!.name !== name) continue;
      containers.length = i;
      ended ||= i === 0;
      return;
    }
  };

  const mark = () => {
    const top = open[open.length - 1];
    if (top !== undefined) top.markup = true;
  };

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(start, end) {
        nameStart = start;
        nameEnd = end;
        attributes = none as number[];
      },
      onattribname(start, end) {
        if (attributes === none) attributes = [];
        if (attributes.length < maxAttributes * 4) attributes.push(start, end, end, end);
      },
      onattribdata(start, end) {
        const last = attributes.length;
        if (attributes[last - 1] === attributes[last - 3]) {
          attributes[last - 2] = start;
          attributes[last - 1] = end;
        }
      },
      onopentagend: (at) => opened(at, false),
      onselfclosingtag: (at) => opened(at, true),
      onclosetag: (start, end) => closed(start, end, start - 2),
      oncdata: mark,
      oncomment: mark,
      onprocessinginstruction: mark,
      ondeclaration(start, end) {
        entities ||= /^(?:ENTITY|DOCTYPE[\s\S]{0,500}<!ENTITY)/i.test(
          text.slice(start, Math.min(end, start + 600)),
        );
      },
      onattribend() {},
      onattribentity() {},
      ontext() {},
      ontextentity() {},
      onend() {},
    },
  );
  tokenizer.write(text);
  return {
    whole: ended && open.length === 0,
    cutItem: open.length > 0 && open[0]!.name === item,
    unclosed,
    entities,
  };
}

const letter = (code: number) =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code > 0x7f;
