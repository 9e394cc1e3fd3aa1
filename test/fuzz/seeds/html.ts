/** Pages of several make, invented: an article with all its metadata, a live blog, tables, broken markup. */
const sentences = [
  "The last ferry to Lima Island left on Sunday, the harbour master said in a statement to the crews.",
  "Crews had refused to sail since two boats were searched at sea on Friday night by the coast guard.",
  "The board of the harbour meets on Thursday to decide on what becomes of the ferries and their crews.",
];
const paragraphs = sentences.map((text) => `<p>${text} <a href="/x">More</a></p>`).join("\n");
const article = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferries stop | Gulf Herald</title>
<meta property="og:title" content="Ferries stop"><meta property="og:site_name" content="Gulf Herald"><meta property="article:published_time" content="2031-03-03T08:15:00+01:00"><meta name="author" content="Ana Ruiz"><link rel="canonical" href="https://paper.example/a"><link rel="next" href="?2">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ferries stop","datePublished":"2031-03-03T08:15:00+01:00","author":[{"@type":"Person","name":"Ana Ruiz"}],"publisher":{"@id":"#p"},"articleBody":"${sentences.join(" ")}"},{"@id":"#p","@type":"Organization","name":"Gulf Herald"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Ferries stop</h1><p class="standfirst">No boat leaves Lima Island.</p><p class="byline">By <a rel="author" href="/ana">Ana Ruiz</a> and Ben Okoro</p><time datetime="2031-03-03T08:15:00+01:00">3 March 2031</time>
${paragraphs}<figure><img src="a.jpg"><figcaption>A boat</figcaption></figure><h2>What is next</h2><blockquote>${sentences[0]}</blockquote><ul><li>One boat</li><li>Two boats</li></ul><p><em>Correction: an earlier version said that three boats left.</em></p><p>Reporting by Ana Ruiz; Editing by Ben Okoro</p></article><aside>Related</aside><footer>All rights reserved</footer></body></html>`;
const live = `<html lang="en"><head><title>Ferries live</title><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferries live","liveBlogUpdate":[${sentences
  .map(
    (text, i) =>
      `{"@type":"BlogPosting","headline":"Boat ${i}","datePublished":"2031-03-03T0${i}:00:00Z","articleBody":"${text}","url":"https://paper.example/live#e${i}"}`,
  )
  .join(",")}]}</script></head><body><h1>Ferries live</h1>${sentences
  .map(
    (text, i) =>
      `<article id="e${i}" class="live-entry"><time datetime="2031-03-03T0${i}:00:00Z">0${i}:00</time><h3>Boat ${i}</h3><p>${text}</p><p>${sentences[0]}</p></article>`,
  )
  .join("")}</body></html>`;
const tables = `<html><body><table><tr><td><center><font size=+1><b>Ferries stop</b></font><br>By Ana Ruiz<br><br>${sentences.join("<br><br>")}</td><td>${"<a href=x>link</a><br>".repeat(10)}</td></tr></table></body></html>`;
const broken = `<div><p>${sentences[0]}<p>${sentences[1]}<div><li>x</ul></table><b><i>${sentences[2]}</b></i><svg><title>a</title><p>b</svg><template><p>c</template><script>x="</p>"</script><!-- <p> --><p hidden>d</p>&nbsp;&#8203;&#xD800;&notit;`;
const mhtml = [
  "From: <Saved by Blink>",
  "Snapshot-Content-Location: https://paper.example/a",
  "MIME-Version: 1.0",
  'Content-Type: multipart/related; boundary="b"',
  "",
  "--b",
  "Content-Type: text/html; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  article.replaceAll("=", "=3D"),
  "--b--",
].join("\r\n");
const plain = `Title: Ferries stop\nBy: Ana Ruiz\nDate: 3 March 2031\n\n${sentences.join("\n\n")}\n\n- One boat\n- Two boats\n`;

export const htmlSeeds = [article, live, tables, broken, mhtml, plain]
  .map((text) => Buffer.from(text))
  .concat([
    Buffer.from(`\ufeff${tables}`, "utf16le"),
    Buffer.from(article.replaceAll("e", "\u00e9").replace("utf-8", "iso-8859-1"), "latin1"),
  ]);

export const htmlWords = [
  "<p>",
  "</p>",
  "<div>",
  "</div>",
  "<table>",
  "<td>",
  "</table>",
  "<ul>",
  "<li>",
  "<b>",
  "</b>",
  "<a href=x>",
  "</a>",
  "<br>",
  "<h1>",
  "</h1>",
  "<article>",
  "</article>",
  "<script>",
  "</script>",
  "<style>",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<svg>",
  "<math>",
  "<template>",
  "<noscript>",
  "<select>",
  "<option>",
  "<textarea>",
  "<title>",
  "<plaintext>",
  "<time datetime='9999-99-99'>",
  "<script type='application/ld+json'>",
  '{"@type":"NewsArticle",',
  '"author":',
  "[[",
  "]]",
  "{{",
  "}}",
  "\\u",
  "\\ud83d",
  " hidden",
  " style='display:none'",
  " class='byline related comments'",
  " itemprop=author itemscope",
  " id=''",
  " aria-modal=true",
  "&amp;",
  "&lt;",
  "&#0;",
  "&#x110000;",
  "&#xDFFF;",
  "&nbsp;",
  "&",
  "<",
  ">",
  '"',
  "'",
  "=",
  "/",
  "\x00",
  "\xff",
  "\xe2\x80\xa8",
  "\xed\xa0\x80",
  "\xc2\xad",
  "\xf0\x9f\x9a\xa2",
  "\u00e9",
  "By ",
  "Updated: ",
  "Correction: ",
  "Advertisement",
  "Read more",
  "3 March 2031",
  "12:00",
  ". ",
  "\r\n\r\n",
  "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n",
];
