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

/** What is asked of the list of sources, as the address of its page holds it. */
export interface FollowedAsked {
  q?: string;
  situation?: string;
  state?: string;
  order?: string;
  page?: number;
}

export const followedPageSize = 50;

export function followedParameters({ page, ...asked }: FollowedAsked): Record<string, string | undefined> {
  const offset = ((page ?? 1) - 1) * followedPageSize;
  return { ...asked, limit: String(followedPageSize), ...(offset === 0 ? {} : { offset: String(offset) }) };
}

/** With a part set or, by undefined, left out; on the first page. */
export function changed<T extends { page?: number }>(
  asked: T,
  change: { readonly [name: string]: string | undefined },
): T {
  const all: Record<string, unknown> = { ...asked, page: undefined, ...change };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== ""),
  ) as T;
}
