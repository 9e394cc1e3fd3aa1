import { describe, expect, it } from "vitest";
import { mostRobotsBytes, robotsOf } from "./robots.ts";

const asked = (path: string) => new URL(path, "https://news.example");
const allows = (text: string, path: string) => robotsOf(text, "sitrep").allows(asked(path));

describe("what a robots.txt allows", () => {
  // Pattern, path, whether the pattern is for it: RFC 9309, 2.2.2 and 2.2.3, and the cases of Google's description.
  const patterns: [pattern: string, path: string, matches: boolean][] = [
    ["/", "/any", true],
    ["/fish", "/fish", true],
    ["/fish", "/fish.html", true],
    ["/fish", "/fish/salmon.html", true],
    ["/fish", "/fishheads", true],
    ["/fish", "/Fish.asp", false],
    ["/fish", "/catfish", false],
    ["/fish/", "/fish", false],
    ["/fish/", "/fish/?id=anything", true],
    ["/fish*", "/fishheads/yummy.html", true],
    ["/*.php", "/index.php", true],
    ["/*.php", "/folder/any.php.file.html", true],
    ["/*.php", "/windows.PHP", false],
    ["/*.php$", "/filename.php", true],
    ["/*.php$", "/filename.php?parameters", false],
    ["/*.php$", "/filename.php5", false],
    ["/fish*.php", "/fishheads/catfish.php?x=1", true],
    ["/fish*.php", "/Fish.PHP", false],
    ["/exact$", "/exact", true],
    ["/exact$", "/exactly", false],
    ["/a*b*c$", "/a-b-b-c", true],
    ["/a*bc$", "/abc/bc", true],
    ["/a*a$", "/a", false],
    ["/a*a$", "/aa", true],
    ["/$", "/", true],
    ["/$", "/x", false],
    ["*/print", "/story/print", true],
    ["/*?*utm_", "/a?x=1&utm_source=b", true],
    ["/a$b", "/a$b", true],
    ["/a**b", "/a-b", true],
    ["fish", "/fish", false],
    // Octets: RFC 9309's table.
    ["/foo/bar?baz=quz", "/foo/bar?baz=quz", true],
    ["/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", true],
    ["/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar", true],
    ["/foo/bar/ツ", "/foo/bar/%E3%83%84", true],
    ["/foo/bar/%E3%83%84", "/foo/bar/ツ", true],
    ["/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", true],
    ["/foo/bar/%62%61%7A", "/foo/bar/baz", true],
    ["/foo/bar/baz", "/foo/bar/%62%61%7A", true],
    ["/~desk", "/%7Edesk", true],
    ["/a%2Fb", "/a/b", false],
    ["/path/file-with-a-%2A.html", "/path/file-with-a-*.html", true],
    ["/path/file-with-a-%2A.html", "/path/file-with-a-z.html", false],
    ["/path/foo-%24", "/path/foo-$", true],
    ["/a b", "/a%20b", true],
    ['/a"b', "/a%22b", true],
  ];
  it.each(patterns)("%s is for %s: %s", (pattern, path, matches) => {
    expect(allows(`User-agent: *\nDisallow: ${pattern}\n`, path)).toBe(!matches);
    expect(allows(`User-agent: *\nDisallow: /\nAllow: ${pattern}\n`, path)).toBe(matches);
  });

  const files: [what: string, text: string, path: string, allowed: boolean][] = [
    ["nothing", "", "/a", true],
    ["no rule at all", "User-agent: *\n", "/a", true],
    ["an empty Disallow", "User-agent: *\nDisallow:\n", "/a", true],
    ["the longest match", "User-agent: *\nAllow: /p\nDisallow: /\n", "/page", true],
    ["the longest match, whatever the order", "User-agent: *\nDisallow: /\nAllow: /p\n", "/page", true],
    [
      "Allow, where both are as long",
      "User-agent: *\nDisallow: /folder\nAllow: /folder\n",
      "/folder/page",
      true,
    ],
    ["the longer wildcard", "User-agent: *\nAllow: /page\nDisallow: /*.htm\n", "/page.htm", false],
    ["its own file, always", "User-agent: *\nDisallow: /\n", "/robots.txt", true],
    ["a group by name", "User-agent: sitrep\nDisallow: /a\n", "/a", false],
    ["a group by name in other letters", "User-agent: SITREP\nDisallow: /a\n", "/a", false],
    ["a group by name and version", "User-agent: Sitrep/0.1 (news)\nDisallow: /a\n", "/a", false],
    ["not a group with a longer name", "User-agent: sitrepbot\nDisallow: /\n", "/a", true],
    ["not a group with a shorter name", "User-agent: sit\nDisallow: /\n", "/a", true],
    ["the named group alone", "User-agent: *\nDisallow: /\n\nUser-agent: Sitrep\nDisallow: /b\n", "/a", true],
    ["a named group without rules", "User-agent: *\nDisallow: /\n\nUser-agent: Sitrep\n", "/a", true],
    [
      "groups of one name together",
      "User-agent: Sitrep\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: sitrep\nDisallow: /b\n",
      "/b",
      false,
    ],
    [
      "groups of everybody together",
      "User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n",
      "/a",
      false,
    ],
    ["a group of several names", "User-agent: x\nUser-agent: Sitrep\nDisallow: /a\n", "/a", false],
    [
      "a group that a Sitemap line runs through",
      "User-agent: Sitrep\nSitemap: https://news.example/s\nUser-agent: x\nDisallow: /a\n",
      "/a",
      false,
    ],
    [
      "a delay as the end of its names",
      "User-agent: *\nCrawl-delay: 5\n\nUser-agent: BadBot\nDisallow: /\n",
      "/a",
      true,
    ],
    ["rules before any name", "Disallow: /\nUser-agent: *\nDisallow: /a\n", "/b", true],
    ["a byte order mark", "\ufeffUser-agent: *\nDisallow: /\n", "/a", false],
    ["old line ends", "User-agent: *\rDisallow: /a\r", "/a", false],
    ["comments and spaces", "  User-Agent :  *  # all\n\tDISALLOW : /a # not this\n", "/a", false],
    ["a comment for a value", "User-agent: *\nDisallow: # nothing\n", "/a", true],
    ["a page that is no robots.txt", "<!doctype html><p>User-agent: *<p>Disallow: /", "/a", true],
  ];
  it.each(files)("%s", (_, text, path, allowed) => expect(allows(text, path)).toBe(allowed));

  it("takes a pattern of many stars in one pass", () => {
    // Ways to place the stars: more than there are atoms. A way back would never end.
    const text = `User-agent: *\nDisallow: /${"*a".repeat(2000)}*b\n`;
    expect(allows(text, `/${"a".repeat(4000)}`)).toBe(true);
    expect(allows(text, `/${"a".repeat(4000)}b`)).toBe(false);
  });

  it("reads a file as large as may be", () => {
    const line = "Disallow: /*boat*harbour*noon\n";
    const text = `User-agent: *\n${line.repeat(mostRobotsBytes / line.length)}Disallow: /last\n`;
    const robots = robotsOf(text, "sitrep");
    expect(robots.allows(asked(`/${"boat-harbour-".repeat(300)}`))).toBe(true);
    expect(robots.allows(asked("/last"))).toBe(false);
  });
});

describe("what else it says", () => {
  it.each([
    ["User-agent: *\nCrawl-delay: 5\n", 5],
    ["User-agent: *\nCrawl-delay: 0.5\n", 0.5],
    ["User-agent: *\nCrawl-delay: 86400\n", 60],
    ["User-agent: *\nCrawl-delay: 5\nUser-agent: Sitrep\nCrawl-delay: 2\n", 2],
    ["User-agent: *\nCrawl-delay: 5\nUser-agent: Sitrep\nDisallow: /a\n", undefined],
    ["User-agent: *\nCrawl-delay: -1\n", undefined],
    ["User-agent: *\nCrawl-delay: soon\n", undefined],
  ])("%j: a pause of %s s", (text, delay) => expect(robotsOf(text, "sitrep").crawlDelay).toBe(delay));

  it("its sitemaps, whoever they are for", () => {
    const text =
      "Sitemap: https://news.example/a.xml\nUser-agent: x\nDisallow: /\nsitemap:https://cdn.example/b.xml#1\n";
    expect(robotsOf(text, "sitrep").sitemaps).toEqual([
      "https://news.example/a.xml",
      "https://cdn.example/b.xml",
    ]);
    expect(robotsOf("Sitemap: /a.xml\n".repeat(5000), "sitrep").sitemaps).toHaveLength(1000);
  });
});
