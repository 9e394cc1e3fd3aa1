/** One page that a person named, as a document. */
import type { Document } from "../model/document.ts";
import { documentOf } from "./document.ts";
import { openFetcher } from "./http/fetcher.ts";
import { defaultMaxBytes, type SourceOptions } from "./options.ts";

/** Throws Problem for everything that is not a page with bytes in it. */
export async function page(input: string, options: SourceOptions): Promise<Document> {
  const { fetcher = openFetcher({ ...options, robots: false }) } = options;
  try {
    const answer = await fetcher.fetch(input, {
      accept: "text/html, application/xhtml+xml, text/plain;q=0.9, multipart/related;q=0.8, */*;q=0.1",
      // A person asks, as with a browser.
      robots: false,
    });
    const { asked, url, bytes, fetchedAt, mediaType, charset } = answer;
    const { status, statusText, headers, rawHeaders } = answer;
    return await documentOf(
      {
        bytes,
        input,
        url: asked,
        finalUrl: url,
        fetchedAt,
        ...(mediaType === undefined ? {} : { mediaType }),
        ...(charset === undefined ? {} : { charset }),
        status,
        ...(statusText === undefined ? {} : { statusText }),
        headers,
        rawHeaders,
      },
      options.maxBytes ?? defaultMaxBytes,
    );
  } finally {
    if (options.fetcher === undefined) await fetcher.close();
  }
}
