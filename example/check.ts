/** Proves that the example is what its README says: `node example/check.ts` prints what is wrong, or that nothing is. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const notice = "Invented for demonstration";
const kinds = ["event", "expectation", "figure", "legal-basis", "position", "statement"];
const stages = "discussed planned authorised announced threatened attempted under-way done called-off".split(
  " ",
);
const stances = ["supports", "opposes", "conditional", "open", "denies-intending"];
const speakers = ["named", "office", "anonymous", "document", "outlet", "collective", "unstated"];
const hour = 3_600_000;

interface Manifest {
  situation: { id: string; title: string; summary: string; notice: string };
  documents: { file: string; url: string; fetchedAt: string; mediaType: string }[];
}

interface Line {
  id: string;
  kind: string;
  reports: string[];
  quote: string;
  status?: { stage?: string | string[]; polarity?: string };
  speaker?: { kind: string | string[]; name?: string };
  stance?: string | string[];
  figure?: { low: number | null; best: number | null; high: number | null };
  where?: object;
}

interface Side {
  report: string;
  quote: string;
}

interface Expected {
  reports: {
    file: string;
    title: string;
    publisher: string;
    bylines: string[];
    published: string;
    language: string;
  }[];
  groups: { name: string; reports: string[] }[];
  mustNotJoin: { reports: string[] }[];
  unread: { file: string; language: string }[];
  lines: Line[];
  mustNot: Line[];
  timelines: {
    deathToll: {
      points: { date: string; report: string; best: number | null; correction?: boolean; issuer: string }[];
    };
    plan: { points: (Side & { date: string; stage: string })[] };
  };
  contradictions: { sides: Side[] }[];
  sourceNamed: { anonymous: Side; named: Side & { name: string } };
  edited: { url: string; before: Side; after: Side };
  capturedLate: string;
}

/** Everything that is wrong with the example, one line each. */
export function exampleProblems(): string[] {
  const manifest = json<Manifest>("manifest.json");
  const expected = json<Expected>("expected.json");
  const cast = json<Record<string, Record<string, string> | string>>("cast.json");
  const texts = new Map(manifest.documents.map(({ file }) => [file, visibleText(raw(file))]));

  const problems: string[] = [];
  const must = (holds: boolean, otherwise: string) => {
    if (!holds) problems.push(otherwise);
  };
  const quoted = ({ report, quote }: Side, by: string) =>
    must(texts.get(report)?.includes(quote) ?? false, `${by}: ${report} does not print “${quote}”`);

  checkPages(manifest, expected, texts, must);
  checkCounts(manifest, expected, must);

  const names = new Set(
    Object.values(cast).flatMap((part) => (typeof part === "string" ? [] : Object.keys(part))),
  );
  const all = [...texts.values()].join("\n");
  for (const name of names) must(all.includes(name), `cast.json: nobody prints ${name}`);
  for (const { file, publisher, bylines, title } of expected.reports) {
    for (const name of [publisher, ...bylines])
      must(names.has(name), `${file}: ${name} is not in the cast of invented names`);
    must(texts.get(file)?.includes(title) ?? false, `${file}: does not print its title`);
  }
  checkLines(expected, names, quoted, must);

  for (const point of expected.timelines.plan.points) quoted(point, "plan");
  for (const { sides } of expected.contradictions) for (const side of sides) quoted(side, "contradiction");
  for (const side of [
    expected.sourceNamed.anonymous,
    expected.sourceNamed.named,
    expected.edited.before,
    expected.edited.after,
  ])
    quoted(side, "expected.json");
  const { anonymous, named } = expected.sourceNamed;
  must(!texts.get(anonymous.report)?.includes(named.name), `${anonymous.report}: names its source`);
  for (const { report } of expected.timelines.deathToll.points)
    must(texts.has(report), `toll: no report ${report}`);
  for (const { reports } of [...expected.groups, ...expected.mustNotJoin])
    for (const file of reports) must(texts.has(file), `groups: no report ${file}`);
  return problems;
}

type Must = (holds: boolean, otherwise: string) => void;

/** Every page says that it is invented, lies where nothing can lie, and was captured after it was published. */
function checkPages(manifest: Manifest, expected: Expected, texts: Map<string, string>, must: Must): void {
  must(manifest.situation.notice === notice, "manifest.json: the situation has no notice");
  const listed = new Set(manifest.documents.map(({ file }) => file));
  for (const name of readdirSync(`${folder}reports`))
    must(listed.has(`reports/${name}`), `reports/${name} is not in the manifest`);

  let before = "";
  for (const { file, url, fetchedAt, mediaType } of manifest.documents) {
    const text = texts.get(file) ?? "";
    const page = raw(file);
    must(fetchedAt >= before, `${file}: is not in the order of capture`);
    before = fetchedAt;
    must(new URL(url).hostname.endsWith(".example"), `${file}: ${url} could exist`);
    must(text.includes(notice), `${file}: does not show its notice`);
    if (mediaType === "text/html")
      must(
        page.includes(`<meta name="sitrep-notice" content="${notice}">`),
        `${file}: has no notice in its head`,
      );
    else must(page.includes(`Notice: ${notice}\n`), `${file}: has no notice line`);
    must(!/\b20(?:[01]\d|2[0-6])\b/.test(text), `${file}: names a year that is past`);

    const report = expected.reports.find((report) => report.file === file);
    if (report === undefined) {
      must(false, `${file}: is not in expected.json`);
      continue;
    }
    const lag = Date.parse(fetchedAt) - Date.parse(report.published);
    const most = file === expected.capturedLate ? 8 * 24 * hour : 24.1 * hour;
    must(lag > 0 && lag <= most, `${file}: was captured ${Math.round(lag / hour)} hours after publication`);
    must(file !== expected.capturedLate || lag > 6 * 24 * hour, `${file}: was not captured late`);
    const words = text.split(/\s+/).length;
    must(words >= 110 && words <= 520, `${file}: has ${words} words with its furniture`);
  }
}

function checkCounts({ documents }: Manifest, expected: Expected, must: Must): void {
  const times = expected.reports.map(({ published }) => Date.parse(published));
  const weeks = (Math.max(...times) - Math.min(...times)) / (7 * 24 * hour);
  must(new Set(documents.map(({ url }) => url)).size >= 26, "there are fewer than 26 reports");
  must(
    new Set(expected.reports.map(({ publisher }) => publisher)).size >= 9,
    "there are fewer than 9 publishers",
  );
  must(weeks > 9 && weeks <= 10, `the reports span ${weeks.toFixed(1)} weeks, not ten`);
  must(expected.groups[0]?.reports.length === 5, "the wire story is not printed by five papers");
  must(
    documents.length - new Set(documents.map(({ url }) => url)).size === 1,
    "not one page is captured twice",
  );
  must(
    documents.filter(({ mediaType }) => mediaType === "text/plain").length === 2,
    "there are not two plain texts",
  );
  must(
    expected.unread.length === 1 && expected.reports.filter(({ language }) => language === "es").length === 1,
    "there is not one report in Spanish",
  );
  must(expected.lines.length >= 60, "there are fewer than 60 lines");
  must(expected.mustNot.length >= 15, "there are fewer than 15 lines that must not come out");
  must(
    kinds.every((kind) => expected.lines.some((line) => line.kind === kind)),
    "a kind of line is missing",
  );

  const ministry = expected.timelines.deathToll.points.filter(({ issuer }) => issuer === "defence ministry");
  const falls = ministry.filter(({ best }, i) => i > 0 && (best ?? 0) < (ministry[i - 1]?.best ?? 0));
  must(
    falls.length === 1 && falls[0]?.correction === true,
    "the ministry's toll does not fall once by correction",
  );
  const plan = expected.timelines.plan.points.map(({ stage }) => stage);
  must(
    ["discussed", "authorised", "called-off"].every((stage) => plan.includes(stage)),
    "the plan skips a stage",
  );
}

function checkLines(
  { lines, mustNot }: Expected,
  names: ReadonlySet<string>,
  quoted: (side: Side, by: string) => void,
  must: Must,
): void {
  const within = (value: string | string[] | undefined, allowed: string[]) =>
    value === undefined || [value].flat().every((one) => allowed.includes(one));
  const ids = new Set<string>();
  for (const line of [...lines, ...mustNot]) {
    const { id, kind, reports, quote } = line;
    must(!ids.has(id), `${id}: is there twice`);
    ids.add(id);
    must(kinds.includes(kind), `${id}: unknown kind ${kind}`);
    must(reports.length > 0, `${id}: names no report`);
    for (const report of reports) quoted({ report, quote }, id);
  }
  for (const { id, kind, status, speaker, stance, figure } of lines) {
    must(within(status?.stage, stages), `${id}: unknown stage`);
    must(within(status?.polarity, ["affirmed", "denied"]), `${id}: unknown polarity`);
    must(within(stance, stances) && (kind === "position") === (stance !== undefined), `${id}: stance`);
    must(speaker !== undefined && within(speaker.kind, speakers), `${id}: unknown kind of speaker`);
    if (speaker?.kind === "named")
      must(names.has(speaker.name ?? ""), `${id}: ${speaker.name} is not in the cast of invented names`);
    must((kind === "figure") === (figure !== undefined), `${id}: figure`);
    must(
      figure === undefined || [figure.low, figure.best, figure.high].some((n) => n !== null),
      `${id}: no number`,
    );
  }
  for (const { id, where } of mustNot) must(Object.keys(where ?? {}).length > 0, `${id}: has no condition`);
}

/** What a reader of the page sees: markup away, blocks on lines of their own, entities decoded. */
export function visibleText(page: string): string {
  if (!/^\s*<(?:!doctype|html)/i.test(page)) return page;
  return page
    .replace(/<head>[\s\S]*?<\/head>|<(script|style)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<\/?(?:em|strong|b|i|a|span|font)\b[^>]*>/gi, "")
    .replace(/<[^>]+>/g, "\n")
    .replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
      code === undefined ? (entities[name ?? ""] ?? whole) : String.fromCodePoint(Number(code)),
    );
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  copy: "©",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
};

function raw(file: string): string {
  return readFileSync(folder + file, "utf8");
}

function json<T>(file: string): T {
  return JSON.parse(raw(file)) as T;
}

if (import.meta.main) {
  const problems = exampleProblems();
  for (const problem of problems) console.error(problem);
  const { documents } = json<Manifest>("manifest.json");
  const { lines, mustNot } = json<Expected>("expected.json");
  console.log(
    `${documents.length} documents, ${lines.length} lines, ${mustNot.length} that must not come out: ${problems.length} problems`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
