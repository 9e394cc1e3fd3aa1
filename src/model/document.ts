/**
 * Bytes as fetched, never changed and never thrown away.
 * A page that changed is a new document of the same URL.
 */
export interface Document {
  /** SHA-256 of `bytes`, lower-case hex. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** What the user named: a path, a URL, or "-" for standard input. Data, never trusted. */
  readonly input: string;
  /** The URL asked for; absent for files. */
  readonly url?: string;
  /** The URL that answered, after redirects. */
  readonly finalUrl?: string;
  /** When the bytes were fetched or read, ISO 8601 in UTC. What was "known at" hangs on this. */
  readonly fetchedAt: string;
  /** Media type without parameters, as declared or as the file's name says ("text/html"). */
  readonly mediaType?: string;
  /** Character set label as declared by the transport. */
  readonly charset?: string;
  /** The answer's HTTP status and the words after it ("OK"). */
  readonly status?: number;
  readonly statusText?: string;
  /** Answer headers, lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The same as received, in order, where they were noted. */
  readonly rawHeaders?: readonly (readonly [name: string, value: string])[];
}
