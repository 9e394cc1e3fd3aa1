import { expect, it } from "vitest";
import { newsLink } from "./wrapped.ts";

const article = "https://harbour.example/2026/ferries?id=3&b=ä";
const written = new URL(article).href;
const query = encodeURIComponent(article);

/** Google News' older ids: field 1 a number, field 4 the address, field 26 the AMP page's. */
function id(address: string, field = 0x22): string {
  const bytes = Buffer.from(address);
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
  return Buffer.from([0x08, 0x13, field, ...length, ...bytes, 0xd2, 0x01, 0x00]).toString("base64url");
}

it.each([
  ["Google News, a feed's link", `https://news.google.com/rss/articles/${id(article)}?oc=5`, written],
  ["Google News, a page's link", `https://news.google.com/articles/${id(article)}?hl=en-US&gl=US`, written],
  [
    "an address of more than 127 bytes",
    `https://news.google.com/read/${id(`${article}${"x".repeat(120)}`)}`,
    `${written}${"x".repeat(120)}`,
  ],
  ["a Google search", `https://www.google.com/url?sa=t&url=${query}&usg=x`, written],
  ["a Google alert", `https://www.google.com/url?rct=j&sa=t&url=${query}&ct=ga`, written],
  ["Google elsewhere", `https://www.google.de/url?q=${query}`, written],
  [
    "Google AMP",
    "https://www.google.com/amp/s/harbour.example/ferries/amp",
    "https://harbour.example/ferries/amp",
  ],
  [
    "the AMP cache",
    "https://harbour-example.cdn.ampproject.org/c/s/harbour.example/ferries?x=1",
    "https://harbour.example/ferries?x=1",
  ],
  ["Bing News", `http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&url=${query}&c=1`, written],
  [
    "a Bing search",
    `https://www.bing.com/ck/a?!&p=x&u=a1${Buffer.from(written).toString("base64url")}&ntb=1`,
    written,
  ],
  ["a Yahoo search", `https://r.search.yahoo.com/_ylt=x/RV=2/RE=1/RO=10/RU=${query}/RK=2/RS=x-`, written],
  ["DuckDuckGo", `https://duckduckgo.com/l/?uddg=${query}&rut=x`, written],
  ["Facebook", `https://l.facebook.com/l.php?u=${query}&h=x`, written],
  ["a mail filter", `https://eur01.safelinks.protection.outlook.com/?url=${query}&data=x`, written],
  [
    "one in another",
    `https://l.facebook.com/l.php?u=${encodeURIComponent(`https://www.google.com/url?q=${query}`)}`,
    written,
  ],
])("%s", (_, wrapped, address) => {
  expect(newsLink(wrapped)).toBe(address);
});

it.each([
  ["a plain article", article],
  ["a short link, which only its server can read", "https://t.co/abcdef"],
  ["FeedBurner's, too", "https://feedproxy.google.com/~r/harbour/~3/x/"],
  ["Google News' newer ids", `https://news.google.com/rss/articles/${id("AU_yqLOnlyTheirServersKnow")}?oc=5`],
  ["an id that breaks off", `https://news.google.com/rss/articles/${id(article).slice(0, 20)}`],
  ["a script", `https://www.google.com/url?q=${encodeURIComponent("javascript:alert(1)")}`],
  ["a search page", "https://www.google.com/search?q=https://harbour.example/"],
  ["a host that only sounds like it", `https://google.com.evil.example/url?q=${query}`],
  ["no address", "nonsense"],
])("%s stays as it is", (_, address) => {
  expect(newsLink(address)).toBeUndefined();
});
