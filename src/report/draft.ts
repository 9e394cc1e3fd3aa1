/** A report before it has offsets: what the readers of HTML and of plain text hand over. */
import type { BlockKind } from "../model/report.ts";
import type { Metadata } from "./metadata/metadata.ts";

export interface DraftBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

export interface Draft {
  /** Without the headline, which is the metadata's title. */
  readonly blocks: readonly DraftBlock[];
  readonly metadata: Metadata;
  /** As the page says ("en-US"). */
  readonly declaredLanguage?: string;
  readonly extractor: string;
  readonly warnings: readonly string[];
}
