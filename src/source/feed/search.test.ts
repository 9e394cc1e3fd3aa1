import { expect, it } from "vitest";
import { gdeltSearch, newsSearch } from "./search.ts";

const parts = (address: string) => Object.fromEntries(new URL(address).searchParams);

it("asks Google News in the edition that is wanted", () => {
  expect(newsSearch("  port \n closure ")).toMatch(/^https:\/\/news\.google\.com\/rss\/search\?/);
  expect(parts(newsSearch("  port \n closure "))).toEqual({
    q: "port closure",
    hl: "en-US",
    gl: "US",
    ceid: "US:en",
  });
  expect(parts(newsSearch('"Fähre"', { language: "de", country: "AT", hours: 72 }))).toEqual({
    q: '"Fähre" when:3d',
    hl: "de",
    gl: "AT",
    ceid: "AT:de",
  });
});

it("asks GDELT for articles as JSON, alternatives in brackets", () => {
  expect(parts(gdeltSearch("ferry OR port", { language: "es", country: "mx", hours: 24 }))).toEqual({
    query: "(ferry OR port) sourcelang:spanish sourcecountry:MX",
    mode: "ArtList",
    format: "json",
    maxrecords: "250",
    sort: "DateDesc",
    timespan: "24h",
  });
});
