/** An HTML page to the parts of a report. */
import type { Claim as Told } from "../model/report.ts";
import { isWithdrawal } from "./amendments.ts";
import { amendmentsOf, captionsOf } from "./apart.ts";
import { type ArticleBlock, articleOf } from "./article.ts";
import { blocksOf, type PageBlock } from "./blocks.ts";
import { bylinesOf } from "./bylines.ts";
import { closingCredit, datelineCredit } from "./credit.ts";
import type { Draft, DraftBlock } from "./draft.ts";
import { isHidden } from "./furniture.ts";
import { isFurnitureLine } from "./furniture-line.ts";
import { type LiveEntry, liveBlogOf, saysLive } from "./live-blog.ts";
import type { Claim } from "./metadata/claim.ts";
import { isList, jsonLdClaims, jsonLdOf, liveUpdatesOf } from "./metadata/json-ld.ts";
import { metadataOf } from "./metadata/metadata.ts";
import { microformatClaims } from "./metadata/microformats.ts";
import { type PageTags, pageTags } from "./metadata/page-tags.ts";
import { urlDate, visibleDates } from "./metadata/visible.ts";
import { visibleBylines } from "./metadata/visible-bylines.ts";
import { noArticleIn } from "./no-article.ts";
import { factsOf } from "./page-facts.ts";
import { pageProse } from "./page-prose.ts";
import { countWords } from "./runs.ts";
import { applied, ruleFor, type SiteRule } from "./sites/site-rule.ts";
import { sites } from "./sites/sites.ts";
import { standfirstOf } from "./standfirst.ts";
import { collapse, type Tree, textOf, treeOf } from "./tree.ts";

export interface PageContext {
  readonly url?: string;
  readonly published?: string;
  /** When the page was fetched, which says which make of its site it is. */
  readonly fetchedAt?: string;
  /** Rules for sites; the built-in ones where absent. */
  readonly sites?: readonly SiteRule[];
}

/** `blocks` is empty where the page has no article. */
export function fromHtml(html: string, context: PageContext): Draft {
  const tree = treeOf(html);
  const rule = ruleFor(context.sites ?? sites, context.url, context.fetchedAt);
  const site = rule === undefined ? undefined : applied(rule, tree);
  const blocks = blocksOf(
    tree,
    site === undefined ? isHidden : (node) => site.removed.has(node.index) || isHidden(node),
  );
  const tags = pageTags(tree);
  const titles = [
    tags.headline,
    tags.docTitle,
    ...tags.claims.filter(({ field }) => field === "title").map(({ value }) => value),
  ];
  const url = context.url ?? tags.claims.find(({ field }) => field === "url")?.value;
  const jsonLd = jsonLdOf(tags.jsonLd);
  const stated = [
    ...(site?.claims ?? []),
    ...jsonLdClaims(jsonLd, {
      titles: titles.filter((title) => title !== undefined),
      ...(url === undefined ? {} : { url }),
    }),
    ...tags.claims,
  ];
  const claimed = (field: string) => stated.find((claim) => claim.field === field)?.value;
  const title = tags.headline ?? claimed("title");
  const statedBody = claimed("articleBody");
  const page = pageProse(tree, blocks, site?.kept);
  const article = articleOf(page, {
    ...(title === undefined ? {} : { title }),
    ...(statedBody === undefined ? {} : { articleBody: statedBody }),
    ...(site?.body === undefined ? {} : { body: site.body }),
  });
  const first = article[0]?.block.at ?? tree.nodes.length;
  const headlineAt = headlineNode(tree, first, tags.headline);
  const last = article.at(-1)?.block.at ?? 0;
  const [firstBlock, lastBlock] =
    article.length === 0
      ? [-1, -1]
      : [blocks.indexOf(article[0]!.block), blocks.indexOf(article.at(-1)!.block)];
  const fromUrl = urlDate(url);
  const { body, credit } = withoutCredit(article, blocks);
  const notes = amendmentsOf(blocks, firstBlock, lastBlock, tags.htmlLang);
  const bylines = visibleBylines(tree, blocks, {
    from: headlineAt,
    to: last,
    first: firstBlock,
    last: lastBlock,
  });
  const unsigned = body.filter(({ block }) => !bylines.signed.includes(block));
  const beside = unsigned.filter(({ block }) => !notes.taken.has(block));
  // A page that holds nothing but the note of its withdrawal says that, and no longer what it said before.
  const kept = beside.length > 0 ? beside : unsigned.filter(({ block }) => isWithdrawal(block.text));
  const updates = liveUpdatesOf(jsonLd);
  const isLive = updates !== undefined || saysLive(tree, url, tags.docTitle);
  const claims: Claim[] = [
    ...stated,
    ...(article.length === 0 ? [] : microformatClaims(tree, article[0]!.block.node)),
    ...(credit === undefined ? [] : [{ field: "credit", value: credit, from: "page" } as const]),
    ...visibleDates(tree, blocks, headlineAt, last, tags.htmlLang),
    ...bylines.claims,
    ...(fromUrl === undefined ? [] : [{ field: "published", value: fromUrl, from: "url" } as const]),
  ];
  const metadata = metadataOf(claims, {
    ...(url === undefined ? {} : { url }),
    ...(tags.docTitle === undefined ? {} : { docTitle: tags.docTitle }),
    ...(tags.headline === undefined
      ? {}
      : { headline: tags.headline, headlineLeads: headlineAt < first && !isLive }),
    ...(tags.htmlLang === undefined ? {} : { locale: tags.htmlLang }),
    ...(context.published === undefined ? {} : { given: context.published }),
  });
  const about = claimed("description");
  const standfirst =
    blocks.find(({ node }) => site?.standfirst.has(node)) ??
    standfirstOf(tree, blocks, {
      from: headlineAt,
      to: first,
      article,
      others: new Set([...notes.taken, ...bylines.signed]),
      ...(metadata.title === undefined ? {} : { title: metadata.title }),
      ...(about === undefined ? {} : { description: about }),
    });
  const hidden = unshownText(statedBody, kept);
  const drafted = (shown: readonly ArticleBlock[]): DraftBlock[] => [
    ...(standfirst === undefined ? [] : [{ kind: "standfirst" as const, text: standfirst.text }]),
    ...shown.map(({ block, kind }) => ({ kind, text: block.text })),
  ];
  const live = liveBlogOf(page, updates, isLive);
  const facts = factsOf(tags, claims, { words: hidden === undefined ? shownWords(kept) : undefined, url });
  const warnings = [
    ...(tree.cut ? ["the page has more than 1,000,000 elements: its end was not read"] : []),
    ...(hidden === undefined ? [] : ["the page shows little of its text: read from its JSON-LD"]),
    ...facts.warnings,
  ];
  const shownTitle = metadata.title ?? tags.docTitle;
  const none =
    hidden === undefined && live === undefined
      ? noArticleIn({
          ...(shownTitle === undefined ? {} : { title: shownTitle }),
          article: kept,
          blocks,
          saysArticle:
            tags.saysArticle ||
            stated.some(({ field, from }) => field === "published" && from !== "json-ld-page"),
          saysList: tags.saysSite || isList(jsonLd),
        })
      : undefined;
  const draft: Draft = {
    blocks: none === undefined ? (hidden ?? drafted(kept)) : [],
    ...(none === undefined ? {} : { none }),
    metadata,
    ...(tags.htmlLang === undefined ? {} : { declaredLanguage: tags.htmlLang }),
    extractor,
    warnings,
    amendments: notes.amendments,
    captions: captionsOf(page, headlineAt, last),
    claims: told(claims, tags),
    ...facts.fields,
  };
  if (live === undefined) return draft;
  const lead = kept.filter(({ block }) => !live.taken.has(block));
  // A page that comes by script may show none of its entries: then they are its text.
  const whole = kept.length > 0 ? draft.blocks : live.entries.flatMap((entry) => entry.blocks);
  return {
    ...draft,
    blocks: whole,
    lead: drafted(lead),
    entries: live.entries.map((entry) => entryDraft(draft, entry)),
  };
}

const extractor = "html@2";

/** An entry has its own time, title and words, and its page's publisher and language. */
function entryDraft(page: Draft, entry: LiveEntry): Draft {
  const { title: _, published: __, modified: ___, bylines, ...shared } = page.metadata;
  const own = bylinesOf(entry.authors);
  return {
    blocks: entry.blocks,
    metadata: {
      ...shared,
      bylines: own.length > 0 ? own : bylines,
      ...(entry.title === undefined ? {} : { title: entry.title }),
      ...(entry.published === undefined
        ? {}
        : { published: { value: entry.published, stated: true, from: "live-blog" } }),
    },
    ...(page.declaredLanguage === undefined ? {} : { declaredLanguage: page.declaredLanguage }),
    extractor,
    warnings: [],
    ...(page.paywalled === true ? { paywalled: true } : {}),
    ...(entry.fragment === undefined ? {} : { fragment: entry.fragment }),
    ...(entry.url === undefined ? {} : { url: entry.url }),
  };
}

/** Claims as a report keeps them: short, and without the body that some pages state. */
function told(claims: readonly Claim[], tags: PageTags): Told[] {
  const shown: Told[] = claims
    .filter(({ field }) => field !== "articleBody")
    .map(({ field, value, from }) => ({ field, value: short(value), from }));
  if (tags.headline !== undefined) shown.push({ field: "title", value: short(tags.headline), from: "h1" });
  if (tags.docTitle !== undefined) shown.push({ field: "title", value: short(tags.docTitle), from: "title" });
  if (tags.htmlLang !== undefined)
    shown.push({ field: "language", value: short(tags.htmlLang), from: "html-lang" });
  return shown.filter(({ value }) => value !== "").slice(0, mostClaims);
}

/** One line of whole characters. */
const short = (value: string) => collapse(value.slice(0, 2000)).slice(0, 300).toWellFormed().trim();

const mostClaims = 200;

const shownWords = (article: readonly ArticleBlock[]) =>
  article.reduce((sum, { block }) => sum + block.words, 0);

function headlineNode(tree: Tree, before: number, headline: string | undefined): number {
  let at = -1;
  for (const node of tree.nodes) {
    if (node.index >= before) break;
    if (node.tag !== "h1") continue;
    if (textOf(tree, node) === headline) return node.index;
    if (at < 0) at = node.index;
  }
  return at < 0 ? before : at;
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
  const shown = shownWords(article);
  const tree = /<\/?[a-z]/i.test(body) ? treeOf(body) : undefined;
  const lines = tree === undefined ? body.split(/[\r\n]+/) : blocksOf(tree, isHidden).map(({ text }) => text);
  const text = lines.map(collapse).filter((line) => line !== "" && !isFurnitureLine(line));
  const words = text.reduce((sum, line) => sum + countWords(line), 0);
  return words >= 100 && shown < 0.5 * words
    ? text.map((line) => ({ kind: "paragraph", text: line }))
    : undefined;
}
