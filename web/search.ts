/** What is asked of the search, as the address of its page holds it. */
export interface Asked {
  q?: string;
  situation?: string;
  publisher?: string;
  language?: string;
  from?: string;
  to?: string;
  kind?: string;
  status?: string;
  order?: string;
  /** From 1, which goes without saying. */
  page?: number;
}

export const filters = ["situation", "publisher", "language", "from", "to", "kind", "status"] as const;
export type Filter = (typeof filters)[number];

export const pageSize = 20;

/** Words, or something to narrow by: else there is nothing to ask. */
export function isAsked(asked: Asked): boolean {
  return asked.q !== undefined || filters.some((filter) => asked[filter] !== undefined);
}

export function parametersOf({ page, ...asked }: Asked): Record<string, string | undefined> {
  const offset = ((page ?? 1) - 1) * pageSize;
  return { ...asked, limit: String(pageSize), ...(offset === 0 ? {} : { offset: String(offset) }) };
}

/** With a part set or, by undefined, left out; on the first page. */
export function changed(
  { page: _, ...asked }: Asked,
  change: { readonly [name: string]: string | undefined },
): Asked {
  const all = { ...asked, ...change };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ""));
}
