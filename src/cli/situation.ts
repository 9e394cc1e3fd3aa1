/** `sitrep situation …`: what is followed, and what each is about. */
import { Problem } from "../model/problem.ts";
import type { Because, Moves, Scope, ScopeSet } from "../model/scope.ts";
import { previewScope, scopeSuggestions, setScope } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { storeAt } from "./inputs.ts";
import { printable } from "./terminal.ts";

interface DataOption {
  readonly data: string;
}

export async function situationListCommand({ data, json }: DataOption & { readonly json?: boolean }) {
  await withStore(data, true, async (store) => {
    const situations = await store.situations();
    const rows = await Promise.all(
      situations.map(async (situation) => ({
        ...situation,
        ...(await store.counts(situation.id)),
        scope: (await store.scope(situation.id))?.scope,
      })),
    );
    if (json) return say(JSON.stringify(rows, null, 2));
    if (rows.length === 0) say("No situation yet: sitrep situation new ID makes one.");
    for (const { id, title, reports, scope } of rows) {
      say(`${id}  ${title}, ${reports} reports`);
      if (scope !== undefined) say(`  ${scopeWords(scope)}`);
    }
  });
}

export async function situationNewCommand(
  id: string,
  { data, title, summary }: DataOption & { readonly title?: string; readonly summary?: string },
) {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 100) {
    const message = `"${id.slice(0, 100)}" can't be an id: use small letters, digits and hyphens (border-closure)`;
    throw new Problem("store", "bad-id", id.slice(0, 100), message);
  }
  await withStore(data, false, async (store) => {
    const made = { id, title: title ?? id, ...(summary === undefined ? {} : { summary }), createdAt: now() };
    if (!(await store.addSituation(made))) {
      const message = `there is a situation "${id}" already; choose another id, or set its scope`;
      throw new Problem("store", "taken", id, message);
    }
    say(`${id}  ${made.title}  is there now; sitrep situation scope ${id} --term … says what it is about`);
  });
}

export interface ScopeOptions extends DataOption {
  readonly term?: readonly string[];
  readonly actor?: readonly string[];
  readonly place?: readonly string[];
  readonly publisher?: readonly string[];
  readonly not?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Without options: prints the scope that is set. */
export async function situationScopeCommand(id: string, options: ScopeOptions) {
  const scope = scopeFrom(options);
  const { data, by, reason, dryRun = false, json = false } = options;
  if (scope === undefined && dryRun)
    throw new Problem("store", "no-scope", id, "a dry run needs a scope; give parts of one, as --term");
  await withStore(data, scope === undefined || dryRun, async (store) => {
    await mustBe(store, id);
    if (scope === undefined) {
      const set = await store.scope(id);
      return say(
        set === undefined ? `${id} has no scope; give parts of one, as --term` : scopeWords(set.scope),
      );
    }
    if (dryRun) {
      const preview = await previewScope(store, id, scope);
      if (json) return say(JSON.stringify(preview, null, 2));
      const { archive, caught, byStory, before, after } = preview;
      say(`${id}, were this its scope: ${scopeWords(scope)}`);
      say(
        `${caught} of ${archive} reports of the archive are caught, ${byStory} more come in with their stories`,
      );
      say(`${before} reports are in it now, ${after} would be; nothing is changed`);
      sayMoves("would come in", preview.in);
      sayMoves("would go out", preview.out);
      return;
    }
    const set: ScopeSet = {
      situation: id,
      scope,
      at: now(),
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
    };
    const made = await setScope(store, set);
    if (json) return say(JSON.stringify(made, null, 2));
    const { reports } = await store.counts();
    const { selected, byStory, in: put, out } = made;
    say(`${id}: ${scopeWords(scope)}`);
    say(
      `${selected} of ${reports} reports of the archive are selected, ${byStory} of them with their stories`,
    );
    say(`${put} came in, ${out} went out; as known before ${made.set.at}, those are in it`);
    if (selected === 0) say("None is caught: give fewer parts, or other words for them.");
  });
}

function sayMoves(what: string, { count, examples }: Moves): void {
  if (count === 0) return;
  say(`${count} ${what}:`);
  for (const { report, title, publisher, published, because, like } of examples)
    say(
      `  ${report}  ${published.slice(0, 10)}  ${publisher ?? "publisher unknown"}: ${title ?? "untitled"} (${becauseWords(because, like)})`,
    );
  if (count > examples.length) say(`  and ${count - examples.length} more`);
}

const parts = {
  terms: "none of the words stands in it",
  actors: "none of the actors acts in it",
  places: "none of the places is named in it",
  publishers: "another publisher",
  days: "another day",
  not: "a word that keeps it out",
} as const;

/** Why a report is selected, or is not. */
function becauseWords(because: Because, like: string | undefined): string {
  switch (because.kind) {
    case "caught": {
      const { terms, actors, places } = because.caught;
      return `has ${[...terms, ...actors, ...places].join(", ") || "its publisher"}`;
    }
    case "story":
      return `its story is in: ${because.caught} of its ${because.of} reports are caught, as “${like ?? because.like}”`;
    case "page":
      return "its page is in, as it was fetched before";
    case "left-out":
      return parts[because.part];
    case "hand":
      return "put in by hand";
    case "not-put":
      return "not put in";
  }
}

export async function situationSuggestCommand(id: string, { data }: DataOption) {
  await withStore(data, true, async (store) => {
    await mustBe(store, id);
    const set = await store.scope(id);
    if (set === undefined) return say(`${id} has no scope; sitrep situation scope ${id} --term … sets one`);
    const suggestions = await scopeSuggestions(store, set.scope);
    if (suggestions.length === 0) say("Nothing stands out in what the scope catches.");
    for (const { part, value, name, within, outside } of suggestions) {
      const called = name === value ? "" : ` (${name})`;
      say(
        `--${part.slice(0, -1)} ${JSON.stringify(value)}${called}  in ${within} reports caught, ${outside} others`,
      );
    }
  });
}

function scopeFrom(options: ScopeOptions): Scope | undefined {
  const { term, actor, place, publisher, not, from, to } = options;
  const scope: Scope = {
    ...(term === undefined ? {} : { terms: term }),
    ...(actor === undefined ? {} : { actors: actor }),
    ...(place === undefined ? {} : { places: place }),
    ...(publisher === undefined ? {} : { publishers: publisher }),
    ...(not === undefined ? {} : { not }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  return Object.keys(scope).length === 0 ? undefined : scope;
}

function scopeWords({ terms, actors, places, publishers, from, to, not }: Scope): string {
  const any = (name: string, values: readonly string[] | undefined) =>
    values === undefined || values.length === 0
      ? []
      : [`${name} ${values.map((one) => `“${one}”`).join(" or ")}`];
  const days = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(" ");
  return [
    ...any("words", terms),
    ...any("actors", actors),
    ...any("places", places),
    ...any("publishers", publishers),
    ...(days === "" ? [] : [`published ${days}`]),
    ...any("without", not),
  ].join("; ");
}

async function mustBe(store: Store, id: string): Promise<void> {
  if ((await store.situation(id)) !== undefined) return;
  const message = `there is no situation "${id}"; sitrep situation list shows them`;
  throw new Problem("store", "no-situation", id, message);
}

async function withStore(
  data: string,
  readOnly: boolean,
  work: (store: Store) => Promise<unknown>,
): Promise<void> {
  const store = await openStore(storeAt(data, readOnly));
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

const now = () => new Date().toISOString();
const say = (line: string) => console.log(printable(line));
