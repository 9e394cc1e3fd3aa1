/** What the API is given by the program that starts it. */
import type { Store } from "../store/store.ts";
import type { SituationView, When } from "../view/situation.ts";

export interface ApiDeps {
  readonly store: Store;
  /** The view of a situation; undefined where there is none of that id. */
  readonly record: (situation: string, when: When) => Promise<SituationView | undefined>;
  readonly version: string;
  /** Folder of the built browser app; without it only the API is served. */
  readonly dist?: string;
  /** Host names to answer to beside this machine's own ("localhost", "127.0.0.1", "[::1]"). */
  readonly hosts?: readonly string[];
}
