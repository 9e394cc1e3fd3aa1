/** What an analyst can do to an entry: buttons with their keys, the dialog of the one chosen, the result and its undo. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, type RefObject, Suspense, useEffect, useState } from "react";
import { Button, Group } from "react-aria-components";
import type { Entry } from "../../src/api/schema/entry.ts";
import { recordQuery } from "../api.ts";
import { type Action, actionKeys, correct, isRefused, type Made, undoing } from "../correct.ts";
import { langOf } from "../lang.ts";
import { useMarked } from "../marked.ts";
import { analyst, singleKeys } from "../reader.ts";
import { entryShortcuts } from "../shortcuts.ts";
import * as area from "../words/analyst.ts";
import { words } from "../words.ts";

const CorrectDialog = lazy(() => import("./CorrectDialog.tsx"));
const Shortcuts = lazy(() => import("./Shortcuts.tsx"));

const present = {};

/** The result of what was done last, kept by whoever shows the entry: the entry may be gone by it. */
export function useCorrecting(situation: string, follow?: (entry: string) => Promise<void>) {
  const queries = useQueryClient();
  const [last, setLast] = useState<Made>();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const renew = () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [url] }) =>
        typeof url === "string" &&
        (url.startsWith(`/api/situations/${situation}`) || url === "/api/situations"),
    });
  return {
    last,
    trouble,
    busy,
    done: async (made: Made) => {
      setTrouble(undefined);
      setLast(made);
      const merged = made.action === "merge" ? entriesOf(made.made[0]?.correction.action.entries) : [];
      if (merged.length > 0 && follow !== undefined) {
        const { entries } = await queries.fetchQuery({ ...recordQuery(situation, present), staleTime: 0 });
        const lives = entries.find(({ id }) => merged.includes(id));
        if (lives !== undefined) await follow(lives.id);
      }
      await renew();
    },
    undo: async () => {
      if (last === undefined) return;
      setBusy(true);
      try {
        const made = await correct(situation, undoing(last.made, analyst.name(), area.correct.undoneAtOnce));
        setTrouble(undefined);
        setLast({ action: "undo", made });
      } catch (error) {
        setTrouble(isRefused(error));
      }
      setBusy(false);
      await renew();
    },
  };
}

/** A merged entry goes on under the id of one of its parts. */
function entriesOf(targets: unknown): string[] {
  if (!Array.isArray(targets)) return [];
  return targets.flatMap((target: { entry?: unknown }) =>
    typeof target.entry === "string" ? [target.entry] : [],
  );
}

export type Correcting = ReturnType<typeof useCorrecting>;

export function Result({ correcting: { last, trouble, busy, undo } }: { correcting: Correcting }) {
  const revisions = last?.made.reduce((sum, { revisions }) => sum + revisions, 0) ?? 0;
  const conflicts = last?.made.flatMap(({ conflicts }) => conflicts) ?? [];
  return (
    <div className="result" role="status">
      {last !== undefined && (
        <div className="result-said">
          <span>
            <b>{area.correct.did[last.action]}</b>{" "}
            {revisions > 0 ? area.correct.brought(revisions) : area.correct.broughtNone}
          </span>
          {last.action !== "undo" && (
            <Button className="press" isDisabled={busy} onPress={() => void undo()}>
              {area.correct.undo}
            </Button>
          )}
        </div>
      )}
      {conflicts.map(({ correction, why }) => (
        <p key={`${correction} ${why}`} className="erratum">
          {why}
        </p>
      ))}
      {trouble !== undefined && <p className="erratum">{trouble}</p>}
    </div>
  );
}

export function Actions({
  situation,
  notice,
  entry,
  publishers,
  correcting,
  within,
  nested = false,
  actions = Object.keys(actionKeys) as Action[],
}: {
  situation: string;
  notice: string | undefined;
  entry: Entry;
  publishers: readonly (string | undefined)[];
  correcting: Correcting;
  /** Where keys are heard; none are without it. */
  within?: RefObject<HTMLElement | null>;
  /** One of several on a page that has the help and the undo of its own. */
  nested?: boolean;
  actions?: readonly Action[];
}) {
  const [open, setOpen] = useState<Action | "help">();
  const record = useQuery({
    ...recordQuery(situation, present),
    enabled: open === "merge" || open === "edit",
  });
  const marked = useMarked(situation);
  const possible = actions.filter((action) => action !== "split" || entry.evidence.length > 1);
  const hear = (key: string) => {
    const action = possible.find((one) => actionKeys[one] === key);
    if (key === "?" && !nested) setOpen("help");
    else if (key === "u" && !nested) void correcting.undo();
    else if (key === "v") marked.toggle(entry);
    else if (action !== undefined) setOpen(action);
    else return false;
    return true;
  };
  // What had the focus may be gone by what was just done.
  useKeys(within, open === undefined, hear, !nested);
  return (
    <>
      <Group className="entry-actions" aria-label={area.correct.label}>
        {possible.map((action) => (
          <Button key={action} className="press" onPress={() => setOpen(action)}>
            {area.correct.action[action]}
            <span className="unseen" {...langOf(entry.language)}>
              : {entry.line.slice(0, 200)}
            </span>
          </Button>
        ))}
        <Button className="press" onPress={() => marked.toggle(entry)} aria-pressed={marked.is(entry)}>
          {marked.is(entry) ? area.correct.marked : area.correct.mark}
          <span className="unseen" {...langOf(entry.language)}>
            : {entry.line.slice(0, 200)}
          </span>
        </Button>
        {within !== undefined && !nested && (
          <Button className="press" onPress={() => setOpen("help")}>
            <span aria-hidden="true">?</span>
            <span className="unseen">{words.keys.title}</span>
          </Button>
        )}
      </Group>
      {open === "help" && (
        <Suspense>
          <Shortcuts close={() => setOpen(undefined)} keys={entryShortcuts()} />
        </Suspense>
      )}
      {open !== undefined && open !== "help" && !(open === "merge" && record.data === undefined) && (
        <Suspense>
          <CorrectDialog
            key={open}
            situation={situation}
            notice={notice}
            action={open}
            entry={entry}
            publishers={publishers}
            all={record.data?.entries ?? []}
            marked={marked.other(entry)}
            close={() => setOpen(undefined)}
            done={(made) => {
              setOpen(undefined);
              void correcting.done(made);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** Single letters, while nothing is being typed; they can be switched off (WCAG 2.1.4). */
export function useKeys(
  within: RefObject<HTMLElement | null> | undefined,
  listening: boolean,
  /** Whether the key did something: then it is not also typed into what that opens. */
  hear: (key: string) => boolean,
  /** Also while nothing has the focus. */
  anywhere = false,
): void {
  useEffect(() => {
    if (within === undefined || !listening) return;
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as Element | null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (target?.closest("input, textarea, select, [role='listbox'], [role='spinbutton']")) return;
      // Of another dialog, opened over this.
      if (!within.current?.contains(target) && !(anywhere && target === document.body)) return;
      if (!singleKeys.on() && event.key !== "?") return;
      if (hear(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });
}
