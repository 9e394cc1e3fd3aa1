/** Following an address: first what is found there is shown, then it is followed, or another feed of the site is. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button, Input, Label, TextField } from "react-aria-components";
import type {
  FollowAnswer,
  FollowRequest,
  PreviewAnswer,
  PreviewRequest,
  SituationMade,
} from "../../src/api/schema/followed.ts";
import type { SituationCard } from "../../src/api/schema/situation.ts";
import { ApiError, send, situationsQuery } from "../api.ts";
import { refreshFollowed } from "../live.ts";
import { words } from "../words.ts";
import { Choice } from "./followed/Choice.tsx";

/** No situation's id: small letters alone are. */
const newOne = "NEW";

export function Follow({ situations }: { situations: readonly SituationCard[] }) {
  const queries = useQueryClient();
  const [address, setAddress] = useState("");
  // Of an invented situation nobody means to follow real sources.
  const [situation, setSituation] = useState(
    situations.find(({ notice }) => notice === undefined)?.id ?? newOne,
  );
  const [title, setTitle] = useState("");
  const look = useMutation({
    mutationFn: async ({ address }: { address: string }) => {
      const id = situation === newOne ? await make() : situation;
      return send<PreviewAnswer>("POST", "/api/sources/preview", {
        address,
        situation: id,
      } satisfies PreviewRequest);
    },
  });
  const follow = useMutation({
    mutationFn: (wanted: FollowRequest) => send<FollowAnswer>("POST", "/api/sources", wanted),
    onSuccess: () => {
      setAddress("");
      look.reset();
    },
    onSettled: () => refreshFollowed(queries),
  });
  const make = async () => {
    const made = await send<SituationMade>("POST", "/api/situations", { title: title.trim() });
    setSituation(made.id);
    await queries.invalidateQueries({ queryKey: situationsQuery().queryKey });
    return made.id;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() === "" || (situation === newOne && title.trim() === "")) return;
    follow.reset();
    look.mutate({ address: address.trim() });
  };
  return (
    <section className="follow" aria-label={words.followed.add}>
      <form onSubmit={submit}>
        <TextField className="field" value={address} onChange={setAddress} isRequired type="text">
          <Label>{words.followed.address}</Label>
          <Input
            maxLength={2000}
            inputMode="url"
            autoComplete="off"
            spellCheck="false"
            placeholder="paper.example"
          />
        </TextField>
        <Choice
          label={words.followed.situation}
          value={situation}
          all={[
            ...situations.map(({ id, title }) => ({ id, name: title })),
            { id: newOne, name: words.followed.newSituation },
          ]}
          set={(id) => {
            setSituation(id ?? newOne);
            look.reset();
          }}
        />
        {situation === newOne && (
          <TextField className="field" value={title} onChange={setTitle} isRequired type="text">
            <Label>{words.followed.newTitle}</Label>
            <Input maxLength={200} autoComplete="off" />
          </TextField>
        )}
        <Button type="submit" className="go" isDisabled={look.isPending}>
          {look.isPending ? words.followed.looking : words.followed.look}
        </Button>
      </form>
      <p className="hint">{words.followed.hint}</p>
      <div aria-live="polite">
        {(look.error ?? follow.error) && <p className="erratum">{lineOf(look.error ?? follow.error)}</p>}
        {look.isSuccess && (
          <Found
            found={look.data}
            busy={follow.isPending}
            follow={(wanted) => follow.mutate({ ...wanted, situation })}
          />
        )}
        {follow.isSuccess && (
          <p className="followed-now">
            <strong>{follow.data.source.title ?? follow.data.source.address}</strong>{" "}
            {follow.data.added ? words.followed.now : words.followed.already}.
          </p>
        )}
      </div>
    </section>
  );
}

function lineOf(error: unknown): string {
  return error instanceof ApiError ? error.message : words.state.offline;
}

/** What the address turned out to be, and what else the site offers. */
function Found({
  found: { kind, address, title, items, why, isFollowed, others },
  busy,
  follow,
}: {
  found: PreviewAnswer;
  busy: boolean;
  follow: (wanted: { address: string }) => void;
}) {
  return (
    <div className="followed-found">
      <p>
        <strong>{title ?? address}</strong>: {words.followed.kind[kind]}, {words.followed.items(items)}.{" "}
        {why.charAt(0).toUpperCase() + why.slice(1)}.
      </p>
      <p>
        <code>{address}</code>
      </p>
      <p className="actions">
        {isFollowed ? (
          words.followed.alreadyThis
        ) : (
          <Button className="go" onPress={() => follow({ address })} isDisabled={busy}>
            {busy ? words.followed.adding : words.followed.add}
          </Button>
        )}
      </p>
      {others.length > 0 && (
        <details>
          <summary>{words.followed.others(others.length)}</summary>
          <ul className="followed-others">
            {others.map(({ url, title }) => (
              <li key={url}>
                <span>
                  {title !== undefined && <>{title} </>}
                  <code>{url}</code>
                </span>
                <Button onPress={() => follow({ address: url })} isDisabled={busy}>
                  {words.followed.add} <span className="unseen">{title ?? url}</span>
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
