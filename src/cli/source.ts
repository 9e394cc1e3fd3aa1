/** `sitrep source …`: what is followed. */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { Problem } from "../model/problem.ts";
import type { Health, Source, SourceKind } from "../model/source.ts";
import { toOpml } from "../source/feed/opml.ts";
import { gdeltSearch, newsSearch } from "../source/feed/search.ts";
import { openFetcher } from "../source/http/fetcher.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { healthLine } from "../view/source.ts";
import { addFolder, addSource, follow, importOpml, removeSource, sourceId } from "../work/sources.ts";
import { fetcherOptions, type NetworkOptions, storeAt } from "./inputs.ts";
import { printable } from "./terminal.ts";

interface DataOption {
  readonly data: string;
}

export interface SourceAddOptions extends DataOption, NetworkOptions {
  readonly to: string;
  readonly kind?: Exclude<SourceKind, "folder">;
  readonly title?: string;
  readonly term?: readonly string[];
}

const now = () => new Date().toISOString();

/** Each address by itself: one that fails is a line, and the others are still added. */
export async function sourceAddCommand(
  addresses: readonly string[],
  options: SourceAddOptions,
): Promise<void> {
  const { to, kind, title, term } = options;
  const fetcher = openFetcher({ ...fetcherOptions(options), robots: false });
  try {
    await withStore(options, async (store) => {
      await ensureSituation(store, to);
      for (const address of addresses) {
        try {
          const wanted = {
            address,
            situation: to,
            ...(kind === undefined ? {} : { kind }),
            ...(title === undefined ? {} : { title }),
            ...(term === undefined ? {} : { terms: term }),
          };
          const { source, added, found } = existsSync(address)
            ? await addFolder({ store, now }, { ...wanted, path: address })
            : await addSource({ store, fetcher, now }, wanted);
          say(`${source.id}  ${named(source)}  ${added ? "is followed now" : "is followed already"}`);
          if (found === undefined) continue;
          say(
            `  ${kindWords[source.kind]}, ${found.items} ${found.items === 1 ? "item" : "items"} now: ${found.why}`,
          );
          for (const { url, title } of found.others.slice(0, 8))
            say(`  also there: ${url}${title === undefined ? "" : `  ${title}`}`);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          console.error(printable(`sitrep: ${error.message}`));
          process.exitCode = 1;
        }
      }
    });
  } finally {
    await fetcher.close();
  }
}

/** The words as they would be typed into a news search; unasked, as a search is no site of anybody's. */
export async function sourceSearchCommand(
  words: readonly string[],
  {
    to,
    ...options
  }: DataOption & { readonly to: string; readonly language?: string; readonly country?: string },
): Promise<void> {
  const query = words.join(" ");
  const searches = [
    { kind: "feed" as const, address: newsSearch(query, options), title: `Google News: ${query}` },
    { kind: "gdelt" as const, address: gdeltSearch(query), title: `GDELT: ${query}` },
  ];
  await withStore(options, async (store) => {
    await ensureSituation(store, to);
    for (const { kind, address, title } of searches) {
      const source: Source = {
        id: sourceId(to, address),
        situation: to,
        kind,
        address,
        title,
        addedAt: now(),
      };
      const added = await follow(store, source, now());
      say(`${source.id}  ${named(source)}  ${added ? "is followed now" : "is followed already"}`);
    }
  });
}

export async function sourceListCommand(options: DataOption & { readonly json?: boolean }): Promise<void> {
  await withStore(
    options,
    async (store) => {
      const sources = await store.sources();
      const rows = await Promise.all(
        sources.map(async (source) => ({
          source,
          health: await store.health(source.id),
          waiting: await store.unread(source.id),
        })),
      );
      if (options.json) {
        const shown = rows.map((row) => ({ ...row, health: withoutSecrets(row.health) }));
        return say(JSON.stringify(shown, null, 2));
      }
      if (rows.length === 0) return say("No source yet: sitrep source add ADDRESS follows one.");
      for (const { source, health, waiting } of rows) {
        say(`${source.id}  ${named(source)}`);
        say(`  ${kindWords[source.kind]} for ${source.situation}: ${source.address}`);
        say(`  ${healthLine(health, waiting, now())}`);
      }
    },
    true,
  );
}

export async function sourceRemoveCommand(names: readonly string[], options: DataOption): Promise<void> {
  await withStore(options, async (store) => {
    for (const name of names) {
      for (const source of await removeSource(store, name, now()))
        say(`${source.id}  ${named(source)}  is no longer followed; what came from it stays`);
    }
  });
}

export async function sourceImportCommand(
  file: string,
  { to, ...options }: DataOption & { readonly to: string },
): Promise<void> {
  const bytes = new Uint8Array(await readFile(file));
  await withStore(options, async (store) => {
    await ensureSituation(store, to);
    const { added, listed, warnings } = await importOpml(store, bytes, {
      situation: to,
      where: file,
      at: now(),
    });
    for (const warning of warnings) console.error(printable(`sitrep: ${warning}`));
    say(`${to}: ${added} of ${listed} feeds are new and followed now`);
  });
}

export async function sourceExportCommand(
  file: string | undefined,
  { to, ...options }: DataOption & { readonly to?: string },
): Promise<void> {
  await withStore(
    options,
    async (store) => {
      const sources = await store.sources(to === undefined ? {} : { situation: to });
      // A path means nothing elsewhere.
      const opml = toOpml(
        sources.filter(({ kind }) => kind !== "folder"),
        to ?? "Sitrep",
      );
      if (file === undefined) process.stdout.write(opml);
      else {
        await writeFile(file, opml);
        say(`${file}: ${sources.length} sources`);
      }
    },
    true,
  );
}

/** What a hub signs with is for the hub and the store alone. */
function withoutSecrets(health: Health | undefined) {
  if (health?.websub === undefined) return health;
  const { token: _, secret: __, ...websub } = health.websub;
  return { ...health, websub };
}

const kindWords: Record<SourceKind, string> = {
  feed: "feed",
  sitemap: "news sitemap",
  section: "section page",
  page: "page",
  gdelt: "GDELT search",
  archive: "web archive",
  folder: "folder",
};

const named = ({ title, address }: Source) => title ?? address;

const say = (line: string) => console.log(printable(line));

async function withStore(
  { data }: DataOption,
  work: (store: Store) => Promise<void>,
  readOnly = false,
): Promise<void> {
  const store = await openStore(storeAt(data, readOnly));
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

async function ensureSituation(store: Store, id: string): Promise<void> {
  const title = id === "inbox" ? "Inbox" : id;
  await store.addSituation({ id, title, createdAt: now() });
}
