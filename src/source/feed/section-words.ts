/** Words by which pages and addresses name what is no article: data for section.ts. Several languages, no site's own. */

/** Where a link stands, when that is not among the articles. */
export type Zone = "furniture" | "header" | "aside" | "article";

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Parts of class names and ids. Compared with whole parts only: "nav" is in "main-nav", not in "canavan". */
const furnitureNames = set(`
  nav navbar navigation navi menu submenu megamenu menubar topbar toolbar offcanvas hamburger drawer sitemap
  footer foot colophon copyright legal imprint impressum
  breadcrumb breadcrumbs brotkrumen ariane
  share sharing social socials sociallinks follow followus addtoany sharethis
  login signin signup register account user subscribe subscription paywall newsletter newsletters donate
  tags taglist tag-list keywords hashtags topics-list
  byline author authors bio contributor
  pagination pager paging pagenav
  cookie cookies consent gdpr cmp
  ad ads advert advertisement advertising sponsor sponsored sponsorship promo promoted outbrain taboola
  comment comments disqus
  skip skiplink skip-link screen-reader-only
  search searchform weather stocks ticker-tape games horoscope
  langswitch language-switcher languages
`);

const roles: Readonly<Record<string, Zone>> = {
  navigation: "furniture",
  contentinfo: "furniture",
  search: "furniture",
  menu: "furniture",
  menubar: "furniture",
  dialog: "furniture",
  alertdialog: "furniture",
  banner: "header",
  complementary: "aside",
  article: "article",
  main: "article",
};

/** The zone of an element: furniture stays so all the way down, the rest can be told anew. */
export function furniture(
  tag: string,
  named: string,
  role: string,
  parent: Zone | undefined,
): Zone | undefined {
  if (parent === "furniture") return parent;
  const byRole = roles[role.toLowerCase()];
  if (byRole === "furniture") return byRole;
  switch (tag) {
    case "nav":
    case "footer":
    case "form":
    case "dialog":
    case "menu":
      // A card's own footer is no page's footer.
      return tag === "footer" && parent === "article" ? parent : "furniture";
    case "html":
    case "body":
      return undefined;
    case "header":
      return parent === "article" ? parent : "header";
    case "article":
    case "main":
      return "article";
    case "aside":
      return "aside";
  }
  if (named.length > 1 && namesFurniture(named)) return "furniture";
  return byRole ?? parent;
}

function namesFurniture(named: string): boolean {
  for (const whole of named.slice(0, 300).split(/\s+/)) {
    if (whole === "") continue;
    const parts = whole
      .replace(/([a-z\d])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .split(/[-_:]+/);
    // "has-nav", "no-ads", "js-menu-open", "with-comments": about the page, not names of a part.
    if (/^(?:has|no|is|with|without|not|js|show|hide|open)$/.test(parts[0]!)) continue;
    if (parts.length <= 4 && (furnitureNames.has(parts[parts.length - 1]!) || furnitureNames.has(parts[0]!)))
      return true;
  }
  return false;
}

/** Segments of addresses that lead to lists, people, media and services. */
export const notArticles = set(`
  tag tags topic topics hashtag keyword keywords theme themes subject subjects label labels
  etiqueta etiquetas tema temas noticias-sobre thema themen schlagwort sujet sujets mot-cle mots-cles argomenti argomento
  author authors autor autores autoren auteur auteurs autore autori people person profile profiles profil staff contributor contributors journalist journalists by reporter reporters columnists user users member members
    gallery galleries galeria galerias galerie galerien photos photo pictures picture-gallery slideshow slideshows fotos fotostrecke fotostrecken diaporama diaporamas infografik
  video videos watch tv player mediathek podcast podcasts audio listen radio
  login log-in signin sign-in signup sign-up register account accounts my-account myaccount mein-konto logout password anmelden konto connexion
  subscribe subscription subscriptions subscriber abo abos abonnement abonnements abonnieren suscripcion suscripciones suscribete membership donate support-us spenden shop store checkout cart
  newsletter newsletters sign-up-for-newsletter alerts notifications rss feed feeds atom app apps mobile
  about about-us aboutus ueber-uns uber-uns quienes-somos qui-sommes-nous contact contact-us contactus kontakt contacto contatti impressum imprint
  privacy privacy-policy datenschutz privacidad confidentialite cookies cookie-policy cookie-notice terms terms-of-service terms-of-use terms-and-conditions agb legal mentions-legales aviso-legal disclaimer copyright accessibility
  advertise advertising advertisement media-kit werbung publicidad publicite mediadaten
  coupon coupons voucher vouchers gutschein gutscheine rabatt preisvergleich deals
  jobs careers job vacancies stellenangebote stellenmarkt empleo emploi classifieds
  help faq faqs hilfe ayuda aide support customer-service feedback corrections-policy ethics-policy editorial-standards editorial-policy
  search suche buscar busqueda recherche ricerca results sitemap site-map
  games game puzzles crossword crosswords sudoku quiz quizzes horoscope horoscopes horoskop weather wetter meteo tiempo lottery
  share sharer print printer email send comment comments replies wp-login.php wp-admin wp-content
  page pages
`);

/** Segments of addresses that lead to lists, unless more follows that only an article has: "/archive/63076". */
export const listings = set(`
  category categories categoria categorias kategorie rubrique rubriques section sections channel channels
  archive archives archiv archivo list lists all latest most-read overview index
`);

/** Words of links that do something, in place of a headline. */
export const actions = set(`
  more read-more mehr weiterlesen leer-mas lire-la-suite continue-reading read-full-story full-story see-all view-all show-more load-more
  login log-in sign-in sign-up register subscribe share tweet facebook twitter whatsapp email print save copy-link
  next previous back home menu search close skip-to-content skip-to-main-content top contact about
  privacy-policy terms-of-use cookie-policy terms-and-conditions cookie-settings
  comments comment reply follow
`);

/** Ends of addresses that are files, no pages. */
export const files =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|pdf|mp[34]|m4[av]|mov|webm|ogg|wav|zip|gz|exe|apk|dmg|docx?|xlsx?|pptx?|css|js|json|xml|rss|atom|ics|txt|epub)$/i;
