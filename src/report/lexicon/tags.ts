/** HTML elements by what they do to text, after the HTML standard (13.1.2 void elements, 13.2.4.2 and 13.2.6 tree construction). */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const voidTags = words(
  "area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr",
);

/** Elements that a stray inline end tag does not reach over. */
export const special = words(
  "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp",
);

/** No end tag closes what is open outside of these. */
export const scopeEnds = words("applet caption html table td th marquee object template");

/** Start tags that end an open paragraph. */
export const breaksParagraph = words(
  "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul listing",
);

/** Start tags that end an open sibling, searched no further up than `within`. */
export const closedBy: ReadonlyMap<string, { tags: ReadonlySet<string>; within: ReadonlySet<string> }> =
  new Map([
    ["li", { tags: words("li"), within: words("ul ol menu div section article td") }],
    ["dt", { tags: words("dt dd"), within: words("dl div section article td") }],
    ["dd", { tags: words("dt dd"), within: words("dl div section article td") }],
    ["tr", { tags: words("tr"), within: words("table tbody thead tfoot") }],
    ["td", { tags: words("td th"), within: words("tr table") }],
    ["th", { tags: words("td th"), within: words("tr table") }],
    ["tbody", { tags: words("tbody thead tfoot"), within: words("table") }],
    ["thead", { tags: words("tbody thead tfoot"), within: words("table") }],
    ["tfoot", { tags: words("tbody thead tfoot"), within: words("table") }],
    ["option", { tags: words("option"), within: words("select optgroup datalist") }],
    ["body", { tags: words("head"), within: words("html") }],
    ["a", { tags: words("a"), within: words("td th table") }],
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map(
      (tag) =>
        [
          tag,
          { tags: words("h1 h2 h3 h4 h5 h6"), within: words("div section article header td li") },
        ] as const,
    ),
  ]);

/** Elements whose text runs on in the line around them. All others part blocks. */
export const inline = words(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr svg math path picture source",
);

/** Elements that never hold text of an article. */
export const silent = words(
  "head script style noscript template iframe object embed applet svg math canvas audio video map select option optgroup datalist textarea input button progress meter nav noframes noembed title dialog link meta figcaption",
);

export const headings = words("h1 h2 h3 h4 h5 h6");
