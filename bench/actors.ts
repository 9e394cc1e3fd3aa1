/**
 * `npm run bench -- actors --gold FILE.jsonl[.gz] [--genres news,interview,bio] [--errors FILE]`: names, pronouns and
 * descriptions of one actor joined, against GUM's entities. In scope are the persons and organisations that a
 * text names, by their mentions that are names, nouns and pronouns of the third person; what other entities the
 * readers take for actors is left out of the count, and so are places: they are no actors until they act.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ActorMention } from "../src/reading/context.ts";
import { contextFor } from "../src/reading/read.ts";
import { coreference, rates, sum } from "./gold/coreference.ts";
import { english, readLines, reportOf } from "./gold/jsonl.ts";
import { heading, table } from "./table.ts";

interface Mention {
  readonly group: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly headUpos: string;
  readonly headStart: number;
  readonly headEnd: number;
}

interface Gold {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    genres: { type: "string", default: "news,interview,bio" },
    errors: { type: "string" },
  },
});
if (values.gold === undefined) {
  console.error("bench actors: give --gold FILE (GUM's mentions, one document a line)");
  process.exit(1);
}
const genres = values.genres.split(",");
const language = await english();
const forms = ["name", "pronoun", "description"] as const;
const tally = Object.fromEntries(forms.map((form) => [form, { right: 0, wrong: 0, open: 0 }]));
const errors: string[] = [];
const scored = readLines<Gold>(values.gold)
  .filter(({ genre }) => genres.includes(genre))
  .map(scoreOf);

console.log(heading("actors"));
const all = sum(scored);
const show = (x: number) => (100 * x).toFixed(1);
const measures = [
  ["MUC", all.muc],
  ["B³", all.b3],
  ["CEAF-e", all.ceafe],
] as const;
const rows = measures.map(([name, counts]) => {
  const { p, r, f } = rates(counts);
  return [name, show(p), show(r), show(f)];
});
const mean = measures.reduce((total, [, counts]) => total + rates(counts).f / 3, 0);
console.log(
  table(
    [{ title: "measure" }, ...["precision", "recall", "F1"].map((title) => ({ title, right: true }))],
    [...rows, ["mean (CoNLL)", "", "", show(mean)]],
  ),
);
console.log(
  `\nJoined to another mention of the same, of those that have one before them (${scored.length} documents):`,
);
console.log(
  table(
    [{ title: "mention" }, ...["right", "wrong", "left open"].map((title) => ({ title, right: true }))],
    forms.map((form) => [form, tally[form]!.right, tally[form]!.wrong, tally[form]!.open]),
  ),
);
if (values.errors !== undefined) writeFileSync(values.errors, `${errors.sort().join("\n")}\n`);

function scoreOf({ id, text, mentions }: Gold) {
  const named = new Set(
    mentions.filter((one) => one.headUpos === "PROPN" && isActor(one)).map((one) => one.group),
  );
  const scope = mentions.filter((one) => named.has(one.group) && isActor(one) && isCounted(text, one));
  const report = reportOf(text);
  const { mentions: found, sentences } = contextFor(report, language.parse(text, report.blocks));
  const goldOf = new Map<string, string>();
  const foundOf = new Map<string, string>();
  for (const one of scope) goldOf.set(key(one), one.group);
  const elsewhere = mentions.filter((one) => !scope.includes(one));
  for (const one of found) {
    if (one.form === "demonym") continue;
    const head = sentences[one.sentence]!.tokens[one.head]!.start;
    const gold = scope.find((other) => agree(other, one, head));
    if (gold === undefined && elsewhere.some((other) => agree(other, one, head))) continue;
    const name = gold === undefined ? `found ${one.start}` : key(gold);
    if (foundOf.has(name)) continue;
    foundOf.set(name, one.actor.id);
  }
  links(id, text, scope, foundOf);
  return coreference(goldOf, foundOf);
}

/** Each mention with one of its group before it: whether it is joined to any of them, or to another's. */
function links(
  id: string,
  text: string,
  scope: readonly Mention[],
  foundOf: ReadonlyMap<string, string>,
): void {
  const before = new Map<string, Set<string>>();
  const groupsOf = new Map<string, Set<string>>();
  for (const one of [...scope].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const entity = foundOf.get(key(one));
    const group = before.get(one.group) ?? new Set();
    if (group.size > 0) {
      const count = tally[formOf(one)]!;
      const joined = entity !== undefined && groupsOf.has(entity);
      const result =
        entity !== undefined && group.has(entity) ? "right" : joined ? "wrong" : ("open" as const);
      count[result]++;
      if (result !== "right") {
        const context = text.slice(Math.max(0, one.start - 70), one.end + 30).replace(/\s+/g, " ");
        errors.push(
          `${formOf(one)} ${result} | ${text.slice(one.start, one.end)} | ${[...group].join(", ")} | ${entity ?? "-"} | ${context} | ${id}`,
        );
      }
    }
    if (entity !== undefined) groupsOf.set(entity, (groupsOf.get(entity) ?? new Set()).add(one.group));
    before.set(one.group, group.add(entity ?? ""));
  }
}

function isActor({ type }: Mention): boolean {
  return type === "person" || type === "organization";
}

/** Names, nouns, and pronouns of the third person; no numbers beside a name, no "who" and "that". */
function isCounted(text: string, one: Mention): boolean {
  if (one.headUpos === "PROPN" || one.headUpos === "NOUN") return true;
  return (
    one.headUpos === "PRON" &&
    /^(?:he|him|his|himself|she|hers?|herself|its?|itself|they|them|theirs?|themselves)$/i.test(
      text.slice(one.headStart, one.headEnd),
    )
  );
}

function formOf({ headUpos }: Mention): (typeof forms)[number] {
  return headUpos === "PROPN" ? "name" : headUpos === "PRON" ? "pronoun" : "description";
}

function key({ headStart, start, end }: Mention): string {
  return `${headStart} ${start} ${end}`;
}

/** The same head; or of a name with what stands before or after it ("US President Anna Lindqvist"), one inside the other. */
function agree(gold: Mention, one: ActorMention, head: number): boolean {
  if (gold.headStart === head) return true;
  if (one.form !== "name" || gold.headUpos !== "PROPN") return false;
  if (one.start <= gold.headStart && gold.headEnd <= one.end) return true;
  return gold.start <= one.start && gold.end === one.end;
}
