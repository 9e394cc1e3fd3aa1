/** An invented web in memory, as a fetcher sees it, with a clock that tests turn by hand. */
import { FetchProblem } from "../../src/source/http/fetch-problem.ts";
import type { Answer, Ask, Fetcher } from "../../src/source/http/fetcher.ts";

export interface Page {
  readonly body: string;
  readonly type?: string;
  readonly etag?: string;
  readonly moved?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Served = Page | { readonly fails: FetchProblem } | undefined;

export class Site implements Fetcher {
  /** Addresses in the order in which they were asked, with "304" where nothing was new. */
  readonly asked: string[] = [];
  readonly pages = new Map<string, Served>();
  readonly waiting = 0;
  #time = Date.parse("2031-03-02T08:00:00Z");

  readonly now = (): string => new Date(this.#time).toISOString();

  /** Lets time pass. */
  later(hours: number): void {
    this.#time += hours * 3_600_000;
  }

  put(url: string, page: Page | string): void {
    this.pages.set(url, typeof page === "string" ? { body: page } : page);
  }

  fail(
    url: string,
    code: string,
    more: { passing?: boolean; retryAfter?: number; status?: number } = {},
  ): void {
    this.pages.set(url, { fails: new FetchProblem(code, url, `${url} ${code}: try again`, more) });
  }

  async fetch(url: string, ask: Ask = {}): Promise<Answer> {
    const page = this.pages.get(url);
    // Each answer a moment later than the one before, as on the web.
    this.#time += 1000;
    if (page === undefined) {
      this.asked.push(url);
      throw new FetchProblem("not-found", url, `${url} answers 404 (not found): check the address`, {
        status: 404,
      });
    }
    if ("fails" in page) {
      this.asked.push(url);
      throw page.fails;
    }
    const unchanged = page.etag !== undefined && ask.etag === page.etag;
    this.asked.push(unchanged ? `${url} 304` : url);
    const headers = { ...page.headers, ...(page.etag === undefined ? {} : { etag: page.etag }) };
    return {
      asked: url,
      url: page.moved ?? url,
      ...(page.moved === undefined ? {} : { moved: page.moved }),
      status: unchanged ? 304 : 200,
      unchanged,
      headers,
      rawHeaders: Object.entries(headers),
      bytes: unchanged ? new Uint8Array() : new TextEncoder().encode(page.body),
      mediaType: page.type ?? "text/html",
      charset: "utf-8",
      fetchedAt: this.now(),
      hops: [{ url, status: 200 }],
      ...(page.etag === undefined ? {} : { etag: page.etag }),
      warnings: [],
    };
  }

  async sitemapsOf(): Promise<readonly string[]> {
    return [];
  }

  async close(): Promise<void> {}
}

export interface FeedItem {
  readonly link: string;
  readonly title?: string;
  readonly guid?: string;
  readonly at?: string;
  /** The full text as HTML. */
  readonly content?: string;
}

export function rss(items: readonly FeedItem[], channel = "<title>Herald</title>"): Page {
  const all = items.map(
    ({ link, title = "Report", guid = link, at, content }) =>
      `<item><title>${title}</title><link>${link}</link><guid>${guid}</guid>${at === undefined ? "" : `<pubDate>${new Date(at).toUTCString()}</pubDate>`}${content === undefined ? "" : `<content:encoded><![CDATA[${content}]]></content:encoded>`}</item>`,
  );
  return {
    type: "application/rss+xml",
    body: `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${channel}${all.join("")}</channel></rss>`,
  };
}

/** A page around a story, whose furniture differs at every `number`. */
export function article(title: string, text: string, number = 0): string {
  return `<html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>${title}</h1><p>${text}</p></article><aside>Read now: story ${number}</aside><script>token = ${number}</script></body></html>`;
}
