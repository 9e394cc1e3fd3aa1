/** What an address is taken for, over an invented web. */
import { describe, expect, it } from "vitest";
import { article, rss, Site } from "../../test/work/site.ts";
import { identify } from "./identify.ts";

const home = "https://herald.example/";
const feed = "https://herald.example/news.xml";
const links = (names: readonly string[]) =>
  names
    .map((name) => `<link rel="alternate" type="application/rss+xml" href="${name}" title="${name}">`)
    .join("");

describe("an address", () => {
  it("that is a feed is one itself", async () => {
    const site = new Site();
    site.put(feed, rss([{ link: `${home}a` }, { link: `${home}b` }]));
    expect(await identify(feed, site)).toMatchObject({
      kind: "feed",
      address: feed,
      title: "Herald",
      items: 2,
    });
    expect(site.asked).toEqual([feed]);
  });

  it("of a site is its feed; other feeds that it names are told, not those that it may have", async () => {
    const site = new Site();
    site.put(home, `<html><head>${links(["/news.xml", "/sport.xml"])}</head><body>Herald</body></html>`);
    site.put(feed, rss([{ link: `${home}a` }]));
    const { kind, address, others } = await identify(home, site);
    expect([kind, address]).toEqual(["feed", feed]);
    expect(others.map(({ url }) => url)).toEqual([`${home}sport.xml`]);
  });

  it("whose named feeds are broken or empty is asked at the usual places", async () => {
    const site = new Site();
    site.put(home, `<html><head>${links(["/old.xml"])}</head><body>Herald</body></html>`);
    site.put(`${home}feed`, rss([{ link: `${home}a` }]));
    expect(await identify(home, site)).toMatchObject({ kind: "feed", address: `${home}feed`, items: 1 });
  });

  it("of an article is a page, and of a list of articles a section", async () => {
    const site = new Site();
    site.put(
      `${home}a`,
      article("Navy stops four boats", "The navy stopped four boats on Sunday, the ministry said."),
    );
    expect((await identify(`${home}a`, site)).kind).toBe("page");
    const stories = Array.from(
      { length: 9 },
      (_, i) =>
        `<li><a href="/2031/03/0${i + 1}/harbour-guards-stop-boat-${i}">Harbour guards stop boat number ${i} at dawn</a></li>`,
    );
    site.put(`${home}ports`, `<html><body><main><ul>${stories.join("")}</ul></main></body></html>`);
    expect(await identify(`${home}ports`, site)).toMatchObject({ kind: "section", items: 9 });
  });

  it("that is not what the caller says is refused in one line", async () => {
    const site = new Site();
    site.put(`${home}a`, article("Navy stops four boats", "The navy stopped four boats on Sunday."));
    await expect(identify(`${home}a`, site, "feed")).rejects.toMatchObject({
      code: "no-feed",
      message: `${home}a is no feed: leave the kind out to have it found`,
    });
  });
});
