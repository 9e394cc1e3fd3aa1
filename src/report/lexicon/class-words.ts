/**
 * What the names that designers give to elements say about their text. Class and id names are cut into words
 * ("c-article__bodyText" into c, article, body, text); a line here is one word, or two that follow each other ("most read").
 */
const list = (text: string): readonly string[] => text.trim().split(/\s*\n\s*|\s*,\s*/);

/** The body of an article, by the names that publishing systems use. */
export const bodyNames: ReadonlySet<string> = new Set(
  list(`article body, articlebody, article content, article text, article copy, story body, storybody, story content, story text,
    entry content, entry body, post content, post body, post text, news content, news body, news text, main text, content body, body content,
    body copy, body text, bodytext, rich text, richtext, text content, article paragraphs, paywall content, article main, detail text,
    article wrapper body, articletext, storytext, article detail, story detail, story contents, content text, single content, td post content`),
);

export const furnitureNames: Readonly<Record<string, ReadonlySet<string>>> = {
  navigation: new Set(
    list(`nav, navbar, navigation, menu, menubar, submenu, breadcrumb, breadcrumbs, pagination, pager, toolbar, sitemap, skip link,
      skip, topbar, masthead, hamburger, offcanvas, megamenu`),
  ),
  footer: new Set(list(`footer, colophon, copyright, disclaimer, legal notice, bottom bar`)),
  related: new Set(
    list(`related, relateds, relatedposts, recommended, recommendation, recommendations, recirc, recirculation, read more, readmore,
      more from, more stories, more news, more on, most read, mostread, most viewed, most popular, popular, trending, trends, latest news, top stories, also read,
      see also, you may, outbrain, taboola, zergnet, suggested, suggestions, teaser, teasers, card list, next article, next post, prev post,
      previous post, up next, read next, story list, headlines list, linkbox, link box, linkedin box, infobox links, further reading, similar, editors picks,
      keep reading, more like, also like, interstitial link, in article link, inline story, recommends, sponsored content, onward, crosslinks`),
  ),
  sharing: new Set(
    list(`share, shares, sharing, sharebar, sharethis, addthis, addtoany, social, socials, sociallinks, social links, follow us, follow, sharedaddy,
      print button, email button, tools, article tools, reactions, whatsapp, likes, likebox, bookmark, bookmarks, utility bar, jp relatedposts`),
  ),
  promotion: new Set(
    list(`newsletter, newsletters, signup, sign up, subscribe, subscription, subscriptions, subscriber, promo, promos, promobox, promotion, paywall message,
      register, registration, login, donate, donation, membership, app download, download app, cta, call to action, marketing, upsell, offer, mailchimp, support us,
      contribute, piano, tp modal, regwall, meter`),
  ),
  advertising: new Set(
    list(`ad, ads, advert, adverts, advertisement, advertisements, advertising, adsense, adslot, ad slot, ad unit, ad container, dfp, gpt, banner, sponsor, sponsored,
      sponsors, commercial, adbox, adwrapper, mpu, leaderboard, native ad`),
  ),
  comments: new Set(
    list(`comment, comments, commenting, commentlist, disqus, livefyre, respond, discussion, conversation, viafoura, coral, feedback, reader comments, user comments,
      fb comments, comment form, leave reply`),
  ),
  consent: new Set(
    list(
      `cookie, cookies, consent, gdpr, ccpa, onetrust, cmp, privacy notice, privacy policy, popup, modal, overlay, lightbox, tooltip, dropdown, adblock, notification, toast`,
    ),
  ),
  caption: new Set(
    list(`caption, captions, caption text, image description, photo description, picture description, media description, image text, bildunterschrift, bildtext, legende, pie foto, wp caption, figcaption, image credit, photo credit, photocredit, photo caption, image caption, media caption, img caption, gallery, slideshow,
      carousel, slider, lightbox gallery, photo gallery, image source, video caption, video title, media credit, thumbnail, thumb, image info, credits photo, copyright image, legend, lead image, media info, playlist, video player, image meta`),
  ),
  byline: new Set(
    list(`byline, bylines, author, authors, author bio, authorbio, author info, author box, about author, bio, biography, contributor, contributors, dateline, timestamp, date, datetime, time,
      pubdate, publish date, post date, post meta, postmeta, entry meta, article meta, article info, meta info, published, updated, last updated, post info, article date, article author, story meta, reading time, read time, writer, reporter info, journalist, article byline, kicker, eyebrow, overline, slug, section name, category, categories`),
  ),
  tags: new Set(
    list(
      `tags, tag list, taglist, tag cloud, topics, topic list, keywords, entry tags, post tags, article tags, hashtags, topic, labels`,
    ),
  ),
  side: new Set(
    list(
      `sidebar, side bar, aside, rail, right rail, left rail, widget, widgets, secondary, complementary, right column, rightcol, leftcol, infobox, fact box, factbox, sidenote, ticker, weather, stock, quote box ad, poll, quiz, survey, rating, ratings, review stars, events, jobs, classifieds, crossword, puzzle, horoscope, correction form, report error, toc, table of contents, event list`,
    ),
  ),
};

/** What stands above the text and sums it up. */
export const standfirstNames: ReadonlySet<string> = new Set(
  list(`standfirst, subtitle, sub title, subhead, sub head, subheadline, sub headline, subheading, sub heading, dek, deck, summary, lede, lead, leadin, lead in, intro, introduction, article intro, excerpt, article summary,
    description, article description, teaser text, chapeau, entradilla, bajada, vorspann, tagline, strapline, abstract, article lead, article subtitle, headline sub, synopsis`),
);

/** Elements that hold a picture's caption and nothing else. */
export const captionNames: ReadonlySet<string> = new Set(
  list(
    `caption, figcaption, wp caption text, caption text, image caption, media caption, img caption, photo caption, picture caption, video caption, bildunterschrift, bildtext, legende, pie foto`,
  ),
);

/** Class names whose elements a style sheet hides. */
export const hiddenNames: ReadonlySet<string> = new Set(
  list(
    `visually hidden, visuallyhidden, sr only, screen reader, screenreader, screen readers, offscreen, element invisible, a11y hidden, print only, printonly, noprint hidden, u hidden, is hidden, d none, hide, hidden, tooltip, tooltiptext, tooltip text, tooltip content, popover, popover content, hovercard, hover card`,
  ),
);
