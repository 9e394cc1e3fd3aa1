/** What a page says about itself as a page: that it is not free, that it goes on elsewhere, that it is another's copy. */
import type { Draft } from "./draft.ts";
import type { Claim } from "./metadata/claim.ts";
import type { PageTags } from "./metadata/page-tags.ts";

export interface Facts {
  readonly fields: Pick<Draft, "paywalled" | "nextPage" | "canonicalUrl">;
  readonly warnings: readonly string[];
}

export interface Shown {
  /** Of the text as the page shows it; undefined where the text was taken from elsewhere. */
  readonly words: number | undefined;
  readonly url: string | undefined;
}

export function factsOf(tags: PageTags, claims: readonly Claim[], { words, url }: Shown): Facts {
  const paywalled = claims.some(({ field, value }) => field === "access" && isPaid(value));
  const nextPage = nextPageOf(tags.next, url);
  const original = tags.claims.find(({ field }) => field === "url")?.value;
  const isVariant = tags.isVariant || variantAddress.test(url ?? "");
  return {
    fields: {
      ...(paywalled ? { paywalled } : {}),
      ...(nextPage === undefined ? {} : { nextPage }),
      ...(isVariant && original !== undefined && original !== url ? { canonicalUrl: original } : {}),
    },
    warnings: [
      ...(paywalled && words !== undefined && words < stub
        ? ["its publisher says that it is not free to read, and it is short: the text may be cut"]
        : []),
      ...(nextPage === undefined ? [] : [`it goes on on another page, which was not read: ${nextPage}`]),
    ],
  };
}

/** Addresses under which sites serve a page's AMP or printed form. */
const variantAddress =
  /\/\/amp\.|\/amp(?:\/|$|\?)|\.amp(?:$|\.html|\?)|[?&](?:amp|print|printable|outputType=amp)\b|\/print(?:able)?(?:\/|$|\?)/i;

/** Words below which a text behind a paywall is taken for its beginning alone. */
const stub = 200;

/** schema.org's isAccessibleForFree, and what sites say in its place. */
const isPaid = (access: string) => /^(?:paid|locked|premium|subscription|subscriber|paywall)$/i.test(access);

/**
 * Where rel=next leads to this address with a page's number behind it. Elsewhere the link names the next story.
 */
function nextPageOf(next: string | undefined, url: string | undefined): string | undefined {
  if (next === undefined || url === undefined || !URL.canParse(next, url)) return undefined;
  const to = new URL(next, url);
  const from = new URL(url);
  if (to.host !== from.host || !/^https?:$/.test(to.protocol)) return undefined;
  const stem = (path: string) =>
    path.replace(/(?:[/_-](?:page|seite|p)?[/_-]?\d{1,3})?(?:\.html?)?\/?$/i, "");
  const number = /(?:[/_-](?:page|seite|p)?[/_-]?(\d{1,3}))(?:\.html?)?\/?$/i.exec(to.pathname)?.[1];
  const queried = /[?&](?:page|seite|p|pg)=(\d{1,3})\b/i.exec(to.search)?.[1];
  if (number === undefined && queried === undefined) return undefined;
  return stem(to.pathname) === stem(from.pathname) && to.href !== from.href ? to.href : undefined;
}
