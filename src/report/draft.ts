/** A report before it has offsets: what the readers of HTML and of plain text hand over. */
import type { Amendment, BlockKind, Claim } from "../model/report.ts";
import type { NoArticle } from "./lexicon/no-article-phrases.ts";
import type { Metadata } from "./metadata/metadata.ts";

export interface DraftBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

export interface Draft {
  /** What the page is instead, where it holds no article. */
  readonly none?: NoArticle;
  /** Without the headline, which is the metadata's title. */
  readonly blocks: readonly DraftBlock[];
  readonly metadata: Metadata;
  /** As the page says ("en-US"). */
  readonly declaredLanguage?: string;
  readonly extractor: string;
  readonly amendments?: readonly Amendment[];
  readonly captions?: readonly string[];
  /** All that the page claims, in order of trust. */
  readonly claims?: readonly Claim[];
  readonly canonicalUrl?: string;
  readonly partOf?: string;
  readonly nextPage?: string;
  readonly paywalled?: boolean;
  /** Entries of a live blog, each a report of its own; `lead` is what stands on the page beside them. */
  readonly entries?: readonly Draft[];
  readonly lead?: readonly DraftBlock[];
  /** Of an entry: its id on its page. */
  readonly fragment?: string;
  readonly url?: string;
  readonly warnings: readonly string[];
}
