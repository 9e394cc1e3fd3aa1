/** Actors and places that a record tells of, to choose from where one is edited. */
import type { Entry } from "../src/api/schema/entry.ts";

export interface Known {
  readonly actors: readonly KnownOne[];
  readonly places: readonly KnownOne[];
}

interface KnownOne {
  readonly value: string;
  readonly name: string;
  /** Entries that name it. */
  readonly count: number;
}

export function knownIn(entries: readonly Entry[]): Known {
  return {
    actors: counted(
      entries.map(({ actorRefs = [] }) => actorRefs.map(({ id, name }) => ({ value: id, name }))),
    ),
    places: counted(
      entries.map(({ places }) => places.map((place) => ({ value: placeValue(place), name: place.name }))),
    ),
  };
}

/** By what the server knows a place: its id, a country's code, else its name. */
export function placeValue({ id, country, precision, name }: Entry["places"][number]): string {
  return id ?? (precision === "country" ? country : undefined) ?? name;
}

/** Those some word of which begins with what is typed. */
export function meant(all: readonly KnownOne[], typed: string, locale: string): readonly KnownOne[] {
  const start = typed.trim().toLocaleLowerCase(locale);
  const found = all.filter(({ name }) => {
    const said = name.toLocaleLowerCase(locale);
    return start === "" || said.startsWith(start) || said.includes(` ${start}`);
  });
  return found.slice(0, mostOffered);
}

const mostOffered = 30;

function counted(
  lists: readonly (readonly { readonly value: string; readonly name: string }[])[],
): KnownOne[] {
  const counts = new Map<string, { value: string; name: string; count: number }>();
  for (const list of lists)
    for (const { value, name } of new Map(list.map((one) => [one.value, one])).values()) {
      const known = counts.get(value);
      if (known === undefined) counts.set(value, { value, name, count: 1 });
      else known.count++;
    }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
