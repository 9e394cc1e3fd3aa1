/** What only a database server can meet: it can't be reached, refuses, goes away, is shared. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentOf, reportOf } from "../../test/store/archive.ts";
import { command, freePort, type Server, startPostgres } from "../../test/store/postgres.ts";
import type { Problem } from "../model/problem.ts";
import { openStore } from "./open.ts";

let server: Server;
let url: string;

beforeAll(async () => {
  server = await startPostgres();
  url = await server.database();
});
afterAll(() => server.stop());

function changed(change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

async function failure(address: string): Promise<Problem> {
  return openStore({ url: address }).then(
    async (store) => {
      await store.close();
      throw new Error("it opened");
    },
    (error: Problem) => error,
  );
}

describe("a database that can't be opened", () => {
  const secret = "pa55-w0rd";
  const cases: [string, string, () => string | Promise<string>][] = [
    [
      "the wrong password",
      "denied",
      () =>
        changed((u) => {
          u.password = secret;
        }),
    ],
    [
      "an unknown user",
      "denied",
      () =>
        changed((u) => {
          u.username = "nobody";
          u.password = secret;
        }),
    ],
    [
      "no such database",
      "no-database",
      () =>
        changed((u) => {
          u.pathname = "/unknown";
        }),
    ],
    [
      "nothing listens there",
      "unreachable",
      async () => `postgres://me:${secret}@127.0.0.1:${await freePort()}/sitrep`,
    ],
    ["no such host", "unreachable", () => `postgres://me:${secret}@no-such-host.invalid/sitrep`],
    ["no URL", "bad-url", () => `postgres://me:${secret}@host:port/sitrep`],
  ];

  it.each(cases)("is told in one line without the password: %s", async (_, code, address) => {
    const asked = await address();
    const problem = await failure(asked);
    expect(problem).toMatchObject({ stage: "store", code });
    expect(problem.message).toMatch(/^database [^\n]*DATABASE_URL[^\n]*$/);
    const told = [
      problem.message,
      problem.where,
      String(problem.stack),
      JSON.stringify(problem.cause ?? {}),
    ].join("\n");
    expect(told).not.toContain(secret);
    expect(told).not.toContain(new URL(url).password);
  });

  it("because its user may not make tables there", async () => {
    const owned = await server.database();
    const name = `guest_${new URL(owned).pathname.slice(1)}`;
    await command(owned, `create role ${name} login password 'guest'`);
    const problem = await failure(
      changed((u) => {
        u.pathname = new URL(owned).pathname;
        u.username = name;
        u.password = "guest";
      }),
    );
    await command(owned, `drop role ${name}`);
    expect(problem).toMatchObject({ code: "denied", message: expect.stringMatching(/make or write tables/) });
  });
});

describe("a database in use", () => {
  it("goes on after the server has dropped its connections", async () => {
    const store = await openStore({ url });
    await store.addSituation({ id: "harbour", title: "The harbour", createdAt: "2031-03-01T08:00:00Z" });
    await dropConnections();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await store.situations()).toHaveLength(1);
    const broken = store.transaction(async (write) => {
      await write.addOutcome({ input: "a.html", at: "2031-03-01T08:00:00Z", ok: true });
      await dropConnections();
      await write.addOutcome({ input: "b.html", at: "2031-03-01T08:00:00Z", ok: true });
    });
    await expect(broken).rejects.toMatchObject({ stage: "store", code: "unreachable" });
    expect(await store.outcomes()).toEqual([]);
    await store.close();
  });

  it("is on a full disk: told in one line, and nothing is lost", async () => {
    const own = await server.database();
    const store = await openStore({ url: own });
    const document = documentOf("The harbour is closed.");
    await store.addDocument(document);
    await command(
      own,
      `create function fill_up() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`,
    );
    await command(own, "create trigger fill_up before insert on search execute function fill_up()");
    await expect(store.addReport(reportOf(document))).rejects.toMatchObject({
      stage: "store",
      code: "disk-full",
      message: expect.stringMatching(/^database postgres@\S+ is on a full disk; free some space[^\n]*$/),
    });
    expect(await store.counts()).toMatchObject({ documents: 1, reports: 0 });
    await store.close();
  });

  it("is made once by several that open it at the same time, which then share it", async () => {
    const shared = await server.database();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore({ url: shared })));
    const document = documentOf("The harbour is closed.");
    const added = await Promise.all(stores.map((store) => store.addDocument(document)));
    expect(added.filter((isNew) => isNew)).toHaveLength(1);
    const reports = await Promise.all(stores.map((store) => store.addReport(reportOf(document))));
    expect(reports.filter((isNew) => isNew)).toHaveLength(1);
    for (const store of stores) expect(await store.search("harbour")).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  async function dropConnections(): Promise<void> {
    await command(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sitrep' and datname = current_database()",
    );
  }
});
