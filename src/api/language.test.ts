/** Answers in the language asked for: in the address, in the header, in neither; what is cut from reports stays. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entryId, situation } from "../../test/browser/fixture.ts";
import { fixtureDeps } from "../../test/browser/serve.ts";
import { app } from "./app.ts";
import type { EntryAnswer, RecordAnswer } from "./schema/record.ts";
import type { Situation } from "./schema/situation.ts";

let api: Hono;
let close: () => Promise<void>;

beforeAll(async () => {
  const served = await fixtureDeps();
  close = served.close;
  api = app(served.deps);
});
afterAll(() => close());

const here = `/api/situations/${situation.id}`;
const killed = `${here}/entries/${entryId("killed")}`;

async function lineOf(path: string, accept?: string): Promise<string> {
  const answer = await api.request(
    path,
    accept === undefined ? {} : { headers: { "accept-language": accept } },
  );
  return ((await answer.json()) as EntryAnswer).entry.line;
}

describe("the language of an answer", () => {
  it.each([
    [killed, undefined, "says"],
    [`${killed}?lang=en`, "es", "says"],
    [`${killed}?lang=es`, undefined, "según"],
    [`${killed}?lang=es`, "en", "según"],
    [killed, "es-MX,es;q=0.9,en;q=0.8", "según"],
    [killed, "fr-CA, en;q=0.5, es;q=0.8", "según"],
    [killed, "fr, en;q=0.9, es;q=0.8", "says"],
    [killed, "*", "says"],
    [killed, "xx;;;q=what,,", "says"],
  ])("of %s, accepting %s, says %j", async (path, accept, word) => {
    expect(await lineOf(path, accept)).toContain(`${word} `);
  });

  it("is one that there is, where the address names it", async () => {
    const answer = await api.request(`${killed}?lang=xx`);
    expect(answer.status).toBe(400);
  });

  it("leaves what is cut from reports, ids, numbers and codes as they are", async () => {
    const ask = async (lang: string) =>
      (await (await api.request(`${here}/record?lang=${lang}`)).json()) as RecordAnswer;
    const [en, es] = [await ask("en"), await ask("es")];
    const bare = ({ entries, reports }: RecordAnswer) => ({
      entries: entries.map(({ line: _, asRead: __, ...rest }) => rest),
      reports: reports.map(({ unread: _, ...rest }) => rest),
    });
    expect(bare(es)).toEqual(bare(en));
    expect(es.entries.filter(({ line }, i) => line !== en.entries[i]!.line).length).toBeGreaterThan(5);
    expect(es.reports.find(({ unread }) => unread !== undefined)?.unread).toBe(
      "todavía no hay lector para el idioma «es»",
    );
    expect(en.entries.every(({ language }) => language === "en")).toBe(true);
  });

  it("holds for revisions' values, reasons of origins and problems", async () => {
    const { revisions } = (await (await api.request(`${here}?lang=es`)).json()) as Situation;
    expect(revisions.map(({ from }) => from)).toContain("alrededor de 7");
    const sources = await (await api.request(`${here}/sources?lang=es`)).text();
    expect(sources).toContain("atribuida a Costa Wire Service");
    const missing = await api.request(`${here}x`, { headers: { "accept-language": "es" } });
    expect(await missing.json()).toMatchObject({
      title: "No encontrado",
      detail: `No existe la situación «${situation.id}x».`,
    });
  });

  it("is what caches are told that an answer goes by", async () => {
    const answer = await api.request(killed);
    expect(answer.headers.get("vary")).toContain("Accept-Language");
    const other = await api.request(killed, { headers: { "accept-language": "es" } });
    expect(other.headers.get("etag")).not.toBe(answer.headers.get("etag"));
  });

  it.each(["md", "html", "text"])("is that of the brief as %s", async (format) => {
    const text = await (await api.request(`${here}/brief?format=${format}&lang=es`)).text();
    expect(text.toLowerCase()).toContain("qué ha ocurrido");
    expect(text).toContain("fishing for corvina");
    if (format === "html") {
      expect(text).toContain('<html lang="es">');
      expect(text).toMatch(/<q lang="en">/u);
    }
    expect(text).not.toMatch(/What happened|Who said what|Sentences\b|independent origin/u);
  });
});
