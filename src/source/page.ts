/** One page that a person named, as a document. */
import type { Document } from "../model/document.ts";
import { documentOfAnswer } from "./answer.ts";
import { openFetcher } from "./http/fetcher.ts";
import type { SourceOptions } from "./options.ts";

/** Throws Problem for everything that is not a page with bytes in it. */
export async function page(input: string, options: SourceOptions): Promise<Document> {
  const { fetcher = openFetcher({ ...options, robots: false }) } = options;
  try {
    const answer = await fetcher.fetch(input, {
      accept: "text/html, application/xhtml+xml, text/plain;q=0.9, multipart/related;q=0.8, */*;q=0.1",
      // A person asks, as with a browser.
      robots: false,
    });
    return await documentOfAnswer(answer, input, options.maxBytes);
  } finally {
    if (options.fetcher === undefined) await fetcher.close();
  }
}
