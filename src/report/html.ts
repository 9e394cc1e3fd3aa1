/** An HTML page to the parts of a report. */
import { type ArticleBlock, articleOf } from "./article.ts";
import { blocksOf, countWords, type PageBlock } from "./blocks.ts";
import { closingCredit, datelineCredit } from "./credit.ts";
import { dateIn } from "./dates.ts";
import type { Draft, DraftBlock } from "./draft.ts";
import { isHidden, meaningOf } from "./furniture.ts";
import { isFurnitureLine } from "./furniture-line.ts";
import { noArticleTitles } from "./lexicon/furniture-phrases.ts";
import type { Claim } from "./metadata/claim.ts";
import { jsonLdClaims } from "./metadata/json-ld.ts";
import { metadataOf } from "./metadata/metadata.ts";
import { pageTags } from "./metadata/page-tags.ts";
import { urlDate, visibleDates } from "./metadata/visible.ts";
import { visibleBylines } from "./metadata/visible-bylines.ts";
import { collapse, type Tree, textOf, treeOf } from "./tree.ts";

export interface PageContext {
  readonly url?: string;
  readonly published?: string;
}

/** `blocks` is empty where the page has no article. */
export function fromHtml(html: string, context: PageContext): Draft {
  const tree = treeOf(html);
  const blocks = blocksOf(tree, isHidden);
  const tags = pageTags(tree);
  const titles = [
    tags.headline,
    tags.docTitle,
    ...tags.claims.filter(({ field }) => field === "title").map(({ value }) => value),
  ];
  const url = context.url ?? tags.claims.find(({ field }) => field === "url")?.value;
  const stated = [
    ...jsonLdClaims(tags.jsonLd, {
      titles: titles.filter((title) => title !== undefined),
      ...(url === undefined ? {} : { url }),
    }),
    ...tags.claims,
  ];
  const claimed = (field: string) => stated.find((claim) => claim.field === field)?.value;
  const title = tags.headline ?? claimed("title");
  const statedBody = claimed("articleBody");
  const article = articleOf(tree, blocks, {
    ...(title === undefined ? {} : { title }),
    ...(statedBody === undefined ? {} : { articleBody: statedBody }),
  });
  const first = article[0]?.block.at ?? tree.nodes.length;
  const headlineAt = headlineNode(tree, first, tags.headline);
  const last = article.at(-1)?.block.at ?? 0;
  const fromUrl = urlDate(url);
  const { body, credit } = withoutCredit(article, blocks);
  const bylines = visibleBylines(tree, blocks, {
    from: headlineAt,
    to: last,
    first: article[0] === undefined ? -1 : blocks.indexOf(article[0].block),
    last: article[0] === undefined ? -1 : blocks.indexOf(article.at(-1)!.block),
  });
  const kept = body.filter(({ block }) => !bylines.signed.includes(block));
  const claims: Claim[] = [
    ...stated,
    ...(credit === undefined ? [] : [{ field: "credit", value: credit, from: "page" } as const]),
    ...visibleDates(tree, blocks, headlineAt, last, tags.htmlLang),
    ...bylines.claims,
    ...(fromUrl === undefined ? [] : [{ field: "published", value: fromUrl, from: "url" } as const]),
  ];
  const leads = headlineAt < first && !isLive(tags.jsonLd);
  const metadata = metadataOf(claims, {
    ...(url === undefined ? {} : { url }),
    ...(tags.docTitle === undefined ? {} : { docTitle: tags.docTitle }),
    ...(tags.headline === undefined ? {} : { headline: tags.headline, headlineLeads: leads }),
    ...(tags.htmlLang === undefined ? {} : { locale: tags.htmlLang }),
    ...(context.published === undefined ? {} : { given: context.published }),
  });
  const standfirst = standfirstOf(tree, blocks, headlineAt, first, article, metadata.title);
  const hidden = unshownText(statedBody, kept);
  const text: DraftBlock[] = hidden ?? [
    ...(standfirst === undefined ? [] : [{ kind: "standfirst" as const, text: standfirst.text }]),
    ...kept.map(({ block, kind }) => ({ kind, text: block.text })),
  ];
  return {
    blocks: hidden === undefined && isNoArticle(metadata.title ?? tags.docTitle, kept) ? [] : text,
    metadata,
    ...(tags.htmlLang === undefined ? {} : { declaredLanguage: tags.htmlLang }),
    extractor: "html@1",
    warnings: [
      ...(tree.cut ? ["the page has more than 1,000,000 elements: its end was not read"] : []),
      ...(hidden === undefined ? [] : ["the page shows little of its text: read from its JSON-LD"]),
    ],
  };
}

function headlineNode(tree: Tree, before: number, headline: string | undefined): number {
  let at = -1;
  for (const node of tree.nodes) {
    if (node.index >= before) break;
    if (node.tag === "h1" && (at < 0 || textOf(tree, node) === headline)) at = node.index;
  }
  return at < 0 ? before : at;
}

/** Between headline and body, marked as what sums up the text. */
function standfirstOf(
  tree: Tree,
  blocks: readonly PageBlock[],
  from: number,
  to: number,
  article: readonly ArticleBlock[],
  title: string | undefined,
): PageBlock | undefined {
  return blocks.find((block) => {
    if (block.at <= from || block.at >= to || block.words < 5 || block.links > 0.5) return false;
    if (article.some((item) => item.block.text === block.text)) return false;
    if (isSameText(block.text, title) || isFurnitureLine(block.text) || dateIn(block.text) !== undefined)
      return false;
    for (
      let node = tree.nodes[block.node]!, up = 0;
      up < 4 && node.parent >= 0;
      node = tree.nodes[node.parent]!, up++
    ) {
      const meaning = meaningOf(node);
      if (meaning.isStandfirst) return true;
      if (meaning.furniture !== undefined) return false;
    }
    return block.tag === "h2" && block.words > 8;
  });
}

/** Credit lines at the end are no text; a dateline's credit is part of its sentence and stays in it. */
function withoutCredit(
  article: readonly ArticleBlock[],
  blocks: readonly PageBlock[],
): { body: readonly ArticleBlock[]; credit?: string } {
  let credit = article
    .slice(0, 3)
    .map(({ block }) => datelineCredit(block.text))
    .find((found) => found !== undefined);
  const kept = [...article];
  for (let i = 0; i < 3 && kept.length > 1; i++) {
    const closing = closingCredit(kept.at(-1)!.block.text);
    if (closing === undefined) break;
    credit ??= closing;
    kept.pop();
  }
  const last = kept.at(-1)?.block;
  const after = last === undefined ? blocks.length : blocks.indexOf(last) + 1;
  for (const block of blocks.slice(after, after + 4))
    if (block.links < 0.5) credit ??= closingCredit(block.text);
  return { body: kept, ...(credit === undefined ? {} : { credit }) };
}

/** The publisher's own `articleBody`, where the page shows less than half of it (the rest comes by script). */
function unshownText(body: string | undefined, article: readonly ArticleBlock[]): DraftBlock[] | undefined {
  if (body === undefined) return undefined;
  const shown = article.reduce((sum, { block }) => sum + block.words, 0);
  const tree = /<\/?[a-z]/i.test(body) ? treeOf(body) : undefined;
  const lines = tree === undefined ? body.split(/[\r\n]+/) : blocksOf(tree, isHidden).map(({ text }) => text);
  const text = lines.map(collapse).filter((line) => line !== "" && !isFurnitureLine(line));
  const words = text.reduce((sum, line) => sum + countWords(line), 0);
  return words >= 100 && shown < 0.5 * words
    ? text.map((line) => ({ kind: "paragraph", text: line }))
    : undefined;
}

/** Nothing, or a few words under a headline of a login, an error or a check for robots. */
function isNoArticle(title: string | undefined, article: readonly ArticleBlock[]): boolean {
  const words = article.reduce((sum, { block }) => sum + block.words, 0);
  return words === 0 || (words < 150 && title !== undefined && noArticleTitles.test(title));
}

/** Equal but for case, marks and spaces. */
function isSameText(text: string, other: string | undefined): boolean {
  const bare = (line: string) => line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return other !== undefined && bare(text) === bare(other);
}

/** In a page that goes on being written the first heading is its last entry's. */
const isLive = (jsonLd: readonly string[]) => jsonLd.some((script) => script.includes("LiveBlogPosting"));
