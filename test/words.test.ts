/**
 * The words of the interface and of what the server writes: each language says all that English says, nothing is left
 * in English, counts take the right form, what other stages write is known, and no component holds words of its own.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";
import { describe, expect, it } from "vitest";
import type { Brief, Line } from "../src/view/brief/model.ts";
import { editWords } from "../src/view/line.ts";
import { wordsIn } from "../src/view/words/words.ts";
import { en } from "../web/words/en/index.ts";
import { es } from "../web/words/es/index.ts";
import { languageOf } from "../web/words.ts";
import { storyBrief } from "./brief/story.ts";

const spanish = wordsIn("es");

/** The same in both languages, and rightly so. */
const alike = new Set(["Sitrep", "PDF", "HTML", "Markdown", "SHA-256", "Actor", "probable", "UTC", "no", ""]);

describe.each([
  ["the interface", en, es],
  ["views and exports", wordsIn("en"), spanish],
] as const)("the words of %s", (_, english, translated) => {
  const [one, other] = [leaves(english), leaves(translated)];

  it("are all there, each of its shape", () => {
    expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
    for (const [path, value] of one) expect(typeof other.get(path), path).toBe(typeof value);
  });

  it("are all translated", () => {
    const left = [...one].flatMap(([path, value]) => {
      const said = other.get(path);
      if (typeof value === "string" && typeof said === "string")
        return value === said && !alike.has(value) ? [path] : [];
      if (typeof value !== "function") return [];
      return samples.flatMap((sample) => {
        const [a, b] = [call(value as Said, sample), call(said as Said, sample)];
        const own = a?.replaceAll(/Xq|\d+/gu, "") ?? "";
        return a !== undefined && a === b && /\p{L}{2}/u.test(own) && !alike.has(own.trim()) ? [path] : [];
      });
    });

    expect(left.filter((path) => !untranslated.has(path))).toEqual([]);
  });
});

/** What is put together of what it is given alone, and words that are the same in both. */
const untranslated = new Set([
  "pageTitle",
  "number",
  "languageName",
  "download.csv",
  "howRead.as",
  "grade.credibility.5",
  "told",
  "value",
  "days.date",
  "line.position",
  "line.field",
  "line.fieldValue",
  "brief.changed",
]);
const samples = [1, 2, "Xq", true] as const;

type Said = (...args: never[]) => unknown;

/** What a function of words says of one argument given for all; undefined where it takes others. */
function call(words: Said, sample: unknown): string | undefined {
  try {
    const said = words(...(Array(6).fill(sample) as never[]));
    return typeof said === "string" ? said : undefined;
  } catch {
    return undefined;
  }
}

/** What stands at the ends of an object, by path. */
function leaves(of: unknown, path = ""): Map<string, unknown> {
  if (typeof of !== "object" || of === null) return new Map([[path, of]]);
  return new Map(
    Object.entries(of).flatMap(([key, value]) => [...leaves(value, path === "" ? key : `${path}.${key}`)]),
  );
}

describe("Spanish", () => {
  it.each([
    [0, "0 noticias"],
    [1, "1 noticia"],
    [2, "2 noticias"],
    [1234, "1.234 noticias"],
    [1_000_000, "1.000.000 de noticias"],
    [1_000_001, "1.000.001 noticias"],
  ])("counts %d", (n, said) => {
    expect(es.counts.reports(n)).toBe(said);
    expect(spanish.brief.reports(n)).toBe(said);
  });

  it("puts lists together as it is spoken", () => {
    expect(es.all(["Francia", "España", "Irán"])).toBe("Francia, España e Irán");
    expect(es.either(["siete", "ocho"])).toBe("siete u ocho");
    expect(en.all(["a", "b", "c"])).toBe("a, b and c");
  });

  it.each([
    ["about 1234", "alrededor de 1.234"],
    ["at least 3", "al menos 3"],
    ["33 to 35", "de 33 a 35"],
    ["up to 12.5", "hasta 12,5"],
    ["2 origins", "2 orígenes"],
    ["called off", "cancelado"],
    ["under way, possible", "en curso, posible"],
    ["planned: denied", "planeado: desmentido"],
    ["denied", "desmentido"],
    ["not done, possible", "no ocurrió, posible"],
    ["opposes", "en contra"],
    ["stated", "sin fase indicada"],
    ["about “the port”", "about “the port”"],
  ])("says a revision's %j as %j", (kept, said) => expect(spanish.value(kept)).toBe(said));

  it.each([
    [
      "credits Costa Wire; 96 % of its text stands in The Courier; Daily",
      "atribuida a Costa Wire; el 96 % de su texto está en The Courier; Daily",
    ],
    ["cites The Post and names no source of its own", "cita a The Post y no menciona fuente propia"],
    ['There is no situation "x".', "No existe la situación «x»."],
    ["something that nobody has written yet", "something that nobody has written yet"],
  ])("tells %j as %j", (sentence, said) => expect(spanish.told(sentence)).toBe(said));

  it("knows every reason that the example's record gives", () => {
    const record = JSON.parse(readFileSync(new URL("golden/record.json", import.meta.url), "utf8")) as {
      origins: { links: { why: string }[] }[];
      offers: { why: string }[];
      reports: { unread?: string; warnings?: string[] }[];
    };
    const written = [
      ...record.origins.flatMap(({ links }) => links.map(({ why }) => why)),
      ...record.offers.map(({ why }) => why),
      ...record.reports.flatMap(({ unread, warnings = [] }) => [...warnings, ...(unread ? [unread] : [])]),
    ];
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((why) => spanish.told(why) === why)).toEqual([]);
  });

  it("begins an edit as the interface expects, in each language", () => {
    const edit = { kind: "edit", correction: "c1", at: "2031-04-02T00:00:00Z", by: "Ana Ruiz" } as const;
    for (const [words, { edited }] of [
      [wordsIn("en"), en],
      [spanish, es],
    ] as const)
      expect(editWords({ ...edit, field: "stage", from: "done", to: "planned" }, words)).toMatch(
        new RegExp(`^${edited}Ana Ruiz: `, "u"),
      );
  });

  it("says a status alike in the interface and in lines", () => {
    expect(spanish.line.stage).toEqual(es.stage);
    expect({ ...spanish.line.certainty, asserted: "" }).toEqual(es.certainty);
    expect(spanish.line.denied).toBe(es.denied);
  });
});

describe("a brief in Spanish", () => {
  const brief = storyBrief({ words: spanish });
  const every = (lines: readonly Line[]): Line[] => lines.flatMap((line) => [line, ...every(line.under)]);

  it("says the same of the same, line for line and note for note", () => {
    const inEnglish = storyBrief();
    const shape = ({ sections }: Brief) =>
      sections.map(({ key, groups }) => [
        key,
        groups.map(({ lines }) => every(lines).map(({ entry, notes }) => [entry, notes])),
      ]);
    expect(shape(brief)).toEqual(shape(inEnglish));
    expect(brief.footnotes).toEqual(inEnglish.footnotes);
  });

  it("leaves no word of ours in English", () => {
    const ours =
      /\b(?:origins?|reports?|says|since|borne out|contradicted|revised|corrected from|told|withdrawn|due by|possible|denied|called off|at least|about \d|held by|of these|invoked|disputed|stands:|earlier, on|independent)\b/iu;
    const said = brief.sections.flatMap(({ title, intro = "", groups }) => [
      title,
      intro,
      ...groups.flatMap(({ title = "", more = "", lines }) => [
        title,
        more,
        ...every(lines).flatMap(({ text, tags }) => [...tags, ...notesIn(text)]),
      ]),
    ]);
    expect(said.filter((words) => ours.test(words))).toEqual([]);
    expect(said.length).toBeGreaterThan(80);
  });

  /** What stands around the words cut from a report: before the first colon, and in brackets at the end. */
  function notesIn(text: string): string[] {
    const end = /\(([^()]*)\)$/u.exec(text)?.[1] ?? "";
    return end.replaceAll(/[«“][^»”]*[»”]|según [^;]+|\p{Lu}[\p{L} ]+/gu, "").split("; ");
  }
});

describe("the language in use", () => {
  it.each([
    [["es-MX"], "es"],
    [["ES"], "es"],
    [[null, undefined, "fr-CA", "en-US"], "en"],
    [["est"], undefined],
    [["__proto__"], undefined],
    [[], undefined],
  ])("of %j is %s", (tags, language) => expect(languageOf(...(tags as string[]))).toBe(language));
});

/** Names, commands and addresses: the same in every language. */
const literal = new Set(["npx sitrep add border-closure saved-pages/", "paper.example", "PLOVER", "· CAMEO"]);
/** Attributes that a reader sees or hears. */
const spoken =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label|summary)$/u;

describe("components", () => {
  const web = fileURLToPath(new URL("../web/", import.meta.url));
  const files = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".tsx") && !file.startsWith("dist"),
  );

  it("are looked at", () => expect(files.length).toBeGreaterThan(25));

  it.each(files)("%s holds no words of its own", (file) =>
    expect(literalsIn(readFileSync(web + file, "utf8"))).toEqual([]),
  );

  it("are seen through", () => {
    const code = `const A = () => <p title="Send it" className="big">Hello {n > 1 ? "men" : \`one \${man}\`} {t("x")}</p>;`;
    expect(literalsIn(code).sort()).toEqual(["Hello", "Send it", "men", "one"]);
  });
});

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

function walk(node: unknown, on: (node: Node) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node) && typeof (node as Node).type === "string") on(node as Node);
  for (const inner of Object.values(node)) walk(inner, on);
}

function nameOf(attribute: Node): string {
  const { value } = attribute.name as { readonly value?: unknown };
  return typeof value === "string" ? value : "";
}

/** Text that an expression may come to: its own and that of its branches, not what it compares or calls. */
function* textOf(expression: unknown): Generator<string> {
  const node = expression as Node | null | undefined;
  switch (node?.type) {
    case "StringLiteral":
      yield String(node.value);
      break;
    case "TemplateLiteral":
      for (const { cooked } of node.quasis as { cooked?: string }[]) yield cooked ?? "";
      break;
    case "JSXExpressionContainer":
    case "ParenthesisExpression":
      yield* textOf(node.expression);
      break;
    case "ConditionalExpression":
      yield* textOf(node.consequent);
      yield* textOf(node.alternate);
      break;
    case "BinaryExpression":
      if (!["&&", "||", "??", "+"].includes(String(node.operator))) break;
      if (node.operator !== "&&") yield* textOf(node.left);
      yield* textOf(node.right);
  }
}

/** What a component's code says by itself: text between tags, and attributes that a reader sees or hears. */
function literalsIn(code: string): string[] {
  const found: string[] = [];
  walk(parseSync(code, { syntax: "typescript", tsx: true }), (node) => {
    if (node.type === "JSXText") found.push(String(node.value));
    if (node.type === "JSXAttribute" && spoken.test(nameOf(node))) found.push(...textOf(node.value));
    if (node.type === "JSXElement" || node.type === "JSXFragment")
      for (const child of node.children as Node[])
        if (child.type === "JSXExpressionContainer") found.push(...textOf(child));
  });
  return found
    .map((words) => words.replace(/\s+/gu, " ").trim())
    .filter((words) => /\p{L}{2}/u.test(words) && !literal.has(words));
}
