/** One source: how it does, what it failed with, and what can be done: visited, paused, changed, let go of. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { ChangeRequest, Followed } from "../../../src/api/schema/followed.ts";
import { webAddress } from "../../address.ts";
import { send } from "../../api.ts";
import { day } from "../../dates.ts";
import { refreshFollowed } from "../../live.ts";
import { words } from "../../words.ts";
import { EditSource } from "./EditSource.tsx";

type Act = { method: "POST" | "DELETE" } | { method: "PATCH"; change: ChangeRequest };

export function Source({ source, situation }: { source: Followed; situation: string }) {
  const queries = useQueryClient();
  const [isEdited, setEdited] = useState(false);
  const act = useMutation({
    mutationFn: (what: Act) => {
      const address = `/api/sources/${encodeURIComponent(source.id)}`;
      if (what.method === "PATCH") return send<Followed>("PATCH", address, what.change);
      return send<Followed>(what.method, what.method === "POST" ? `${address}/visit` : address);
    },
    onSuccess: () => setEdited(false),
    onSettled: () => refreshFollowed(queries),
  });
  const { title, address, kind, health, terms, pausedAt, every } = source;
  const link = webAddress(address);
  const name = title ?? address;
  const isPaused = pausedAt !== undefined;
  return (
    <article>
      <h3>{name}</h3>
      <p className="facts">
        <span>{words.followed.kind[kind]}</span>
        <span>
          <Link to="/situations/$situation" params={{ situation: source.situation }}>
            {situation}
          </Link>
        </span>
        {every !== undefined && <span>{words.followed.every(Math.round(every / 60))}</span>}
        {terms !== undefined && <span>{words.followed.terms(terms)}</span>}
        <span>
          {link === undefined ? (
            address
          ) : (
            <a href={link.href} rel="noreferrer noopener" target="_blank">
              {address}
            </a>
          )}
        </span>
      </p>
      <p className="followed-health">
        <span className="state" aria-hidden="true">
          {signs[health?.state ?? "new"]}
        </span>{" "}
        {isPaused ? words.followed.pausedSince(day(pausedAt)) : health?.line}
      </p>
      <p className="actions">
        {!isPaused && (
          <Button onPress={() => act.mutate({ method: "POST" })} isDisabled={act.isPending}>
            {words.followed.visit} <span className="unseen">{name}</span>
          </Button>
        )}
        <Button
          onPress={() => act.mutate({ method: "PATCH", change: { paused: !isPaused } })}
          isDisabled={act.isPending}
        >
          {isPaused ? words.followed.resume : words.followed.pause} <span className="unseen">{name}</span>
        </Button>
        <Button onPress={() => setEdited(!isEdited)} aria-expanded={isEdited}>
          {words.followed.edit} <span className="unseen">{name}</span>
        </Button>
        <Button onPress={() => act.mutate({ method: "DELETE" })} isDisabled={act.isPending}>
          {words.followed.remove} <span className="unseen">{name}</span>
        </Button>
      </p>
      {isEdited && (
        <EditSource
          source={source}
          save={(change) => act.mutate({ method: "PATCH", change })}
          close={() => setEdited(false)}
        />
      )}
      {act.isError && (
        <p className="erratum" role="alert">
          {act.error.message}
        </p>
      )}
    </article>
  );
}

/** By form, not by colour alone. */
const signs = { failing: "✕", works: "●", new: "○", paused: "‖" } as const;
