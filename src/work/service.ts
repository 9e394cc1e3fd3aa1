/** Following in the background of a server: sources are visited when they are due, and at once when somebody asks. */

import { type FollowDeps, type FollowEvent, follow } from "./follow.ts";
import { type Added, addSource, previewSource, removeSource, type Wanted } from "./sources.ts";
import { tellingOfFollowing } from "./telling.ts";
import { type HubAnswer, told, verified } from "./websub.ts";

export interface FollowingService {
  add(wanted: Wanted): Promise<Added>;
  remove(source: string): Promise<void>;
  visit(source: string): Promise<void>;
  /** What an address is, without following it. */
  preview(wanted: Pick<Wanted, "address" | "situation" | "kind">): ReturnType<typeof previewSource>;
  /** Looks at once for what is due. */
  wake(): void;
  /** What a WebSub hub asks and tells at the callback. */
  verify(source: string, token: string, query: URLSearchParams): Promise<HubAnswer>;
  hear(source: string, token: string, signature: string | undefined, body: Uint8Array): Promise<HubAnswer>;
  /** Ends once what is under way has ended. */
  stop(): Promise<void>;
}

export function startFollowing(deps: FollowDeps): FollowingService {
  const { store, fetcher, now } = deps;
  const stopping = new AbortController();
  const woken = new EventTarget();
  const wake = () => woken.dispatchEvent(new Event("wake"));
  const work = tellingOfFollowing(store, now);
  const on = (event: FollowEvent) => {
    deps.on?.(event);
    work.on(event);
  };
  const running = follow({ ...deps, on }, { signal: stopping.signal, woken, idle: work.idle });
  return {
    async add(wanted) {
      const added = await addSource({ store, fetcher, now }, wanted);
      wake();
      return added;
    },
    preview: (wanted) => previewSource({ store, fetcher }, wanted),
    wake,
    async remove(source) {
      await removeSource(store, source, now());
    },
    async visit(source) {
      const health = await store.health(source);
      if (health !== undefined) await store.setHealth({ ...health, nextAt: now() });
      wake();
    },
    verify: (source, token, query) => verified(store, { source, token }, query, now()),
    async hear(source, token, signature, body) {
      const { isDue, ...answer } = await told(store, { source, token }, signature, body, now());
      if (isDue) wake();
      return answer;
    },
    async stop() {
      stopping.abort();
      // What waits for an answer is let go of first: nothing of it is lost, it is due again.
      await fetcher.close();
      await running;
      await work.idle();
    },
  };
}
