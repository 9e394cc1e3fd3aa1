import { describe, expect, it } from "vitest";
import { Site } from "../../test/work/site.ts";
import { articleAddress } from "./news-link.ts";

const id = "CBMiAbCdEfGhIjKlMnOpQrStUvWxYz0123456789_AU_yqLexample";
const link = `https://news.google.com/rss/articles/${id}?oc=5`;
const page = `https://news.google.com/rss/articles/${id}`;
const exchange = "https://news.google.com/_/DotsSplashUi/data/batchexecute";
const signed =
  '<html><body><c-wiz><div data-n-a-sg="AbC_1-2" data-n-a-ts="1900000000"></div></c-wiz></body></html>';
const answer = (address: string) =>
  `)]}'\n\n123\n${JSON.stringify([
    ["wrb.fr", "Fbv4je", JSON.stringify(["garturlres", address, 1]), null],
    ["di", 9],
  ])}\n25\n[["e",4]]`;

describe("a link of a news search", () => {
  it("that holds the address costs no request", async () => {
    const site = new Site();
    const wrapped = "https://www.google.com/url?q=https://herald.example/a%3Fb%3D1";
    expect(await articleAddress(wrapped, site)).toBe("https://herald.example/a?b=1");
    expect(await articleAddress("https://herald.example/a", site)).toBe("https://herald.example/a");
    expect(site.asked).toEqual([]);
  });

  it("that holds a number is exchanged for the address", async () => {
    const site = new Site();
    site.put(page, signed);
    site.put(exchange, answer("https://herald.example/a"));
    expect(await articleAddress(link, site)).toBe("https://herald.example/a");
    expect(site.asked).toEqual([page, exchange]);
    // Looked at again, it is not asked for again.
    expect(await articleAddress(link, site)).toBe("https://herald.example/a");
    expect(site.asked).toHaveLength(2);
  });

  const unsolved: [what: string, first: string, second: string][] = [
    ["whose page has no signature", "<html>consent</html>", answer("https://herald.example/a")],
    ["whose answer holds no address", signed, ")]}'\n\n[]"],
    ["whose answer is no JSON", signed, "[[["],
    ["whose answer is a script", signed, answer("javascript:alert(1)")],
  ];
  it.each(unsolved)("%s is left as it is", async (_, first, second) => {
    const site = new Site();
    site.put(page, first);
    site.put(exchange, second);
    expect(await articleAddress(link, site)).toBe(link);
  });

  it("that redirects to the publisher is where it leads", async () => {
    const site = new Site();
    site.put(page, { body: "<html></html>", moved: "https://herald.example/moved" });
    expect(await articleAddress(link, site)).toBe("https://herald.example/moved");
  });
});
