/** Longer ones are no address of an article. */
const longest = 8192;

/**
 * An address that a page names, which may become a link: absolute and of the web (http, https), as written where that
 * is one already. Undefined for anything else.
 */
export function webAddress(written: string | undefined, base?: string): string | undefined {
  const text = written?.trim();
  if (text === undefined || text === "" || text.length > longest || !URL.canParse(text, base))
    return undefined;
  if (/^https?:\/\/[^\s<>"\\]+$/i.test(text) && text.isWellFormed()) return text;
  const { protocol, href } = new URL(text, base);
  return protocol === "http:" || protocol === "https:" ? href : undefined;
}
