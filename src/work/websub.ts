/**
 * WebSub for sources that offer it: a hub calls when something is new, so that the source is visited then and seldom
 * otherwise. What a hub sends is only taken as word that there is something: the source itself is asked, as always.
 */
import { randomBytes } from "node:crypto";
import { Problem } from "../model/problem.ts";
import type { Health, Source } from "../model/source.ts";
import { isSigned, subscribe, verificationAnswer } from "../source/http/websub.ts";
import type { Store } from "../store/store.ts";
import type { FollowDeps } from "./following.ts";

/** What hubs are asked for; they decide. */
const wantedDays = 10;
/** Renewed when less than this is left of it. */
const renewedBeforeHours = 24;
/** A hub that has not answered is asked again after this. */
const askedAgainHours = 12;

type Subscribed = NonNullable<Health["websub"]>;

/**
 * The subscription to keep with a source's health, and whether its hub is to be asked for it: where one is offered,
 * `callback` is an address that the hub can reach, and none stands. It is kept before the hub is asked, since hubs
 * call back at once.
 */
export function subscription(
  source: Source,
  offer: { readonly hub?: string | undefined; readonly self?: string | undefined },
  before: Subscribed | undefined,
  callback: string | undefined,
  now: string,
): { readonly websub?: Subscribed; readonly ask: boolean } {
  const kept = before === undefined ? {} : { websub: before };
  if (callback === undefined || offer.hub === undefined) return { ...kept, ask: false };
  const topic = offer.self ?? source.address;
  const same =
    before !== undefined && before.hub === offer.hub && before.topic === topic ? before : undefined;
  if (same !== undefined && stands(same, now)) return { websub: same, ask: false };
  const websub = {
    hub: offer.hub,
    topic,
    // Kept when renewed: the hub goes on calling under the old ones until it has confirmed.
    token: same?.token ?? randomBytes(18).toString("base64url"),
    secret: same?.secret ?? randomBytes(24).toString("base64url"),
    askedAt: now,
    ...(same?.until === undefined ? {} : { until: same.until }),
  };
  return { websub, ask: true };
}

/** Asks the hub. One that fails is noted, and asked again another time. */
export async function askHub(
  { store, fetcher, callback }: Pick<FollowDeps, "store" | "fetcher" | "callback">,
  source: string,
  { hub, topic, token, secret }: Subscribed,
): Promise<void> {
  try {
    await subscribe(fetcher, {
      hub,
      topic,
      callback: `${(callback ?? "").replace(/\/$/, "")}/websub/${source}/${token}`,
      secret,
      leaseSeconds: wantedDays * 86_400,
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.stage === "store") throw error;
    const health = await store.health(source);
    if (health?.websub === undefined) return;
    await store.setHealth({ ...health, websub: { ...health.websub, problem: error.message } });
  }
}

const hour = 3_600_000;

function stands({ until, askedAt }: Subscribed, now: string): boolean {
  if (until !== undefined && Date.parse(until) - Date.parse(now) > renewedBeforeHours * hour) return true;
  return Date.parse(now) - Date.parse(askedAt) < askedAgainHours * hour;
}

/** Whether hubs tell of what is new, so that visits may be few. */
export function isTold({ websub }: Pick<Health, "websub">, now: string): boolean {
  return websub?.until !== undefined && websub.until > now;
}

export interface HubAnswer {
  readonly status: 200 | 202 | 404;
  readonly body?: string;
}

/** A hub's GET at the callback: whether we meant it. */
export async function verified(
  store: Store,
  at: { readonly source: string; readonly token: string },
  query: URLSearchParams,
  now: string,
): Promise<HubAnswer> {
  const health = await known(store, at);
  if (health?.websub === undefined) return { status: 404 };
  const { websub } = health;
  const answer = verificationAnswer(query, { topic: websub.topic, mode: "subscribe" });
  if (answer.kind === "unknown") return { status: 404 };
  if (answer.kind === "denied") {
    const { until: _, ...rest } = websub;
    const reason = answer.reason ?? "no reason given";
    await store.setHealth({ ...health, websub: { ...rest, problem: `the hub refuses: ${reason}` } });
    return { status: 200 };
  }
  const seconds = answer.leaseSeconds ?? wantedDays * 86_400;
  const { problem: __, ...rest } = websub;
  const until = new Date(Date.parse(now) + seconds * 1000).toISOString();
  await store.setHealth({ ...health, websub: { ...rest, until } });
  return { status: 200, body: answer.challenge };
}

/** A hub's POST: signed by the secret that only it has, it makes the source due. Told alike whether or not it was. */
export async function told(
  store: Store,
  at: { readonly source: string; readonly token: string },
  signature: string | undefined,
  body: Uint8Array,
  now: string,
): Promise<HubAnswer & { readonly isDue: boolean }> {
  const health = await known(store, at);
  if (health?.websub === undefined) return { status: 404, isDue: false };
  // An unsigned call is answered like a signed one and not believed (WebSub, 8).
  if (!isSigned(signature, body, health.websub.secret)) return { status: 202, isDue: false };
  await store.setHealth({ ...health, nextAt: now });
  return { status: 202, isDue: true };
}

async function known(
  store: Store,
  { source, token }: { readonly source: string; readonly token: string },
): Promise<Health | undefined> {
  const health = await store.health(source);
  return health?.websub?.token === token ? health : undefined;
}
