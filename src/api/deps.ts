/** What the API is given by the program that starts it. */
import type { Outcome } from "../model/outcome.ts";
import type { Store } from "../store/store.ts";
import type { When } from "../view/instant.ts";
import type { SituationView } from "../view/situation.ts";
import type { Language } from "../view/words/language.ts";
import type { ToAdd } from "../work/adding.ts";
import type { Added, previewSource, Wanted } from "../work/sources.ts";
import type { HubAnswer } from "../work/websub.ts";
import type { Sessions } from "./sessions.ts";

export interface ApiDeps {
  readonly store: Store;
  /** The view of a situation; undefined where there is none of that id. */
  readonly record: (situation: string, when: When, language?: Language) => Promise<SituationView | undefined>;
  readonly version: string;
  /** The clock, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Changes what is followed; without it the server only shows it. */
  readonly following?: Following;
  /** Reads reports that a reader hands over; without it none are taken. */
  readonly add?: (wanted: ToAdd) => Promise<Outcome[]>;
  /** Folder of the built browser app; without it only the API is served. */
  readonly dist?: string;
  /** Aborted when the server is to end: whoever listens to what comes is let go of. */
  readonly stopping?: AbortSignal;
  /** How often the store is looked at for those who listen; the tests are in a hurry. */
  readonly livePace?: { readonly every: number; readonly heartbeat: number };
  /** Who may read and change; without it everybody who reaches the server may. `sitrep start` always gives it. */
  readonly sessions?: Sessions;
  /** Host names to answer to beside this machine's own ("localhost", "127.0.0.1", "[::1]"). */
  readonly hosts?: readonly string[];
}

/** What reaches the network for the API. Rejects with a Problem. */
export interface Following {
  add(wanted: Wanted): Promise<Added>;
  remove(source: string): Promise<void>;
  /** Has it visited now; what comes of it is seen in its health. */
  visit(source: string): Promise<void>;
  /** What an address is, without following it. */
  preview?(wanted: Pick<Wanted, "address" | "situation" | "kind">): ReturnType<typeof previewSource>;
  /** Looks at once for what is due. */
  wake?(): void;
  /** What a WebSub hub asks and tells at the callback; without these there is none. */
  verify?(source: string, token: string, query: URLSearchParams): Promise<HubAnswer>;
  hear?(source: string, token: string, signature: string | undefined, body: Uint8Array): Promise<HubAnswer>;
}
