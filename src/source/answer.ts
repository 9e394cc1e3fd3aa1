/** An answer of the web as the document that is kept. */
import type { Document } from "../model/document.ts";
import { documentOf } from "./document.ts";
import type { Answer } from "./http/ask.ts";
import { defaultMaxBytes } from "./options.ts";

/** Throws Problem where there are no bytes that a report may be in. */
export async function documentOfAnswer(
  answer: Answer,
  input: string,
  maxBytes = defaultMaxBytes,
): Promise<Document> {
  const { asked, url, bytes, fetchedAt, mediaType, charset, status, statusText, headers, rawHeaders } =
    answer;
  return documentOf(
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
    maxBytes,
  );
}
