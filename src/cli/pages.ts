/** What the API shows of a situation: its record made from the store, remembered until something is added. */
import { revisionsOf, situationRecord } from "../pipeline.ts";
import type { Store } from "../store/store.ts";
import type { When } from "../view/instant.ts";
import { type SituationView, situationView } from "../view/situation.ts";
import type { Language } from "../view/words/language.ts";
import { wordsIn } from "../view/words/words.ts";

/** Most views remembered: the present, and the days that readers look back to. */
const remembered = 24;

/** The view of a situation as of a day and as known on a day; undefined where there is none of that id. */
export function situationPages(
  store: Store,
): (id: string, when: When, language?: Language) => Promise<SituationView | undefined> {
  const views = new Map<string, Promise<SituationView | undefined>>();
  return async (id, when, language = "en") => {
    const key = JSON.stringify([id, when.asOf, when.knownAt, language, await store.version(id)]);
    const known = views.get(key);
    // Set anew: the last in the map is the last used, the first is the first to go.
    views.delete(key);
    const view = known ?? pageOf(store, id, when, language);
    views.set(key, view);
    view.catch(() => views.delete(key));
    for (const oldest of views.keys()) {
      if (views.size <= remembered) break;
      views.delete(oldest);
    }
    return view;
  };
}

async function pageOf(
  store: Store,
  id: string,
  when: When,
  language: Language,
): Promise<SituationView | undefined> {
  const situation = await store.situation(id);
  if (situation === undefined) return undefined;
  const { record, reports, readings } = await situationRecord(store, id, when);
  const unread = new Map(
    readings.flatMap(({ report, unread }) => (unread === undefined ? [] : [[report, unread] as const])),
  );
  const revisions = await revisionsOf(store, id);
  return situationView({ situation, record, reports, unread, revisions, when, words: wordsIn(language) });
}
