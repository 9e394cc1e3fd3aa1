/** Addresses that reports name for themselves. */

/** Only http and https lead anywhere; whatever else a page named as its address is not a link. */
export function webAddress(url: string | undefined): URL | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const address = new URL(url);
  return address.protocol === "https:" || address.protocol === "http:" ? address : undefined;
}
