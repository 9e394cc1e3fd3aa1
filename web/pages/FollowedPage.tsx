/** What is followed: how each source does, in words first, and a form that takes any address of a site. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import {
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  TextField,
} from "react-aria-components";
import type { SituationCard } from "../../src/api/schema.ts";
import type { FollowAnswer, Followed, FollowRequest, SituationMade } from "../../src/api/schema-followed.ts";
import { webAddress } from "../address.ts";
import { ApiError, followedQuery, send, situationsQuery } from "../api.ts";
import { Failed, Loading, Nothing } from "../parts/states.tsx";
import { usePageTitle } from "../title.ts";
import { words } from "../words.ts";

export function FollowedPage() {
  usePageTitle(words.followed.title);
  const sources = useQuery({ ...followedQuery(), refetchInterval: 15_000, staleTime: 0 });
  const situations = useQuery(situationsQuery());
  if (sources.isPending || situations.isPending) return <Loading />;
  if (sources.isError) return <Failed error={sources.error} retry={() => void sources.refetch()} />;
  if (situations.isError) return <Failed error={situations.error} retry={() => void situations.refetch()} />;
  return (
    <div className="followed-page">
      <h1>{words.followed.title}</h1>
      <Follow situations={situations.data.situations} />
      <Sources sources={sources.data.sources} situations={situations.data.situations} />
    </div>
  );
}

/** No situation's id: small letters alone are. */
const newOne = "NEW";

function Follow({ situations }: { situations: readonly SituationCard[] }) {
  const queries = useQueryClient();
  const [address, setAddress] = useState("");
  // Of an invented situation nobody means to follow real sources.
  const [situation, setSituation] = useState(
    situations.find(({ notice }) => notice === undefined)?.id ?? newOne,
  );
  const [title, setTitle] = useState("");
  const follow = useMutation({
    mutationFn: async (wanted: FollowRequest) => {
      if (wanted.situation !== newOne) return send<FollowAnswer>("POST", "/api/sources", wanted);
      const made = await send<SituationMade>("POST", "/api/situations", { title: title.trim() });
      setSituation(made.id);
      await queries.invalidateQueries({ queryKey: situationsQuery().queryKey });
      return send<FollowAnswer>("POST", "/api/sources", { ...wanted, situation: made.id });
    },
    onSuccess: () => {
      setAddress("");
      void queries.invalidateQueries({ queryKey: followedQuery().queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() !== "" && (situation !== newOne || title.trim() !== ""))
      follow.mutate({ address: address.trim(), situation });
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
        <Select
          className="field"
          selectedKey={situation}
          onSelectionChange={(key) => setSituation(String(key))}
        >
          <Label>{words.followed.situation}</Label>
          <Button className="select-button">
            <SelectValue />
            <span aria-hidden="true">▾</span>
          </Button>
          <Popover className="select-list">
            <ListBox>
              {situations.map(({ id, title }) => (
                <ListBoxItem key={id} id={id}>
                  {title}
                </ListBoxItem>
              ))}
              <ListBoxItem id={newOne}>{words.followed.newSituation}</ListBoxItem>
            </ListBox>
          </Popover>
        </Select>
        {situation === newOne && (
          <TextField className="field" value={title} onChange={setTitle} isRequired type="text">
            <Label>{words.followed.newTitle}</Label>
            <Input maxLength={200} autoComplete="off" />
          </TextField>
        )}
        <Button type="submit" className="go" isDisabled={follow.isPending}>
          {follow.isPending ? words.followed.adding : words.followed.add}
        </Button>
      </form>
      <p className="hint">{words.followed.hint}</p>
      <div aria-live="polite">
        {follow.isError && (
          <p className="erratum">
            {follow.error instanceof ApiError ? follow.error.message : words.state.offline}
          </p>
        )}
        {follow.isSuccess && <FollowedNow answer={follow.data} />}
      </div>
    </section>
  );
}

/** What the address turned out to be, and what else the site offers. */
function FollowedNow({ answer: { source, added, items, why, others } }: { answer: FollowAnswer }) {
  return (
    <div className="followed-now">
      <p>
        <strong>{source.title ?? source.address}</strong>{" "}
        {added ? words.followed.now : words.followed.already}
        {items !== undefined && why !== undefined && (
          <>
            : {words.followed.kind[source.kind]}, {words.followed.items(items)}.{" "}
            {why.charAt(0).toUpperCase() + why.slice(1)}.
          </>
        )}
      </p>
      {others !== undefined && others.length > 0 && (
        <details>
          <summary>{words.followed.others(others.length)}</summary>
          <ul>
            {others.map(({ url, title }) => (
              <li key={url}>
                {title !== undefined && <>{title} </>}
                <code>{url}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Sources({
  sources,
  situations,
}: {
  sources: readonly Followed[];
  situations: readonly SituationCard[];
}) {
  if (sources.length === 0) return <Nothing>{words.followed.none}</Nothing>;
  const titles = new Map(situations.map(({ id, title }) => [id, title]));
  const failing = sources.filter(({ health }) => health?.state === "failing").length;
  return (
    <>
      <p className="facts">
        <span>{words.followed.sources(sources.length)}</span>
        {failing > 0 && <span>{words.followed.failing(failing)}</span>}
      </p>
      {[...Map.groupBy(sources, ({ situation }) => situation)].map(([situation, of]) => (
        <section key={situation} aria-labelledby={`followed-${situation}`}>
          <h2 id={`followed-${situation}`}>
            <Link to="/situations/$situation" params={{ situation }}>
              {titles.get(situation) ?? situation}
            </Link>
          </h2>
          <ul className="followed">
            {of.map((source) => (
              <li key={source.id} data-state={source.health?.state ?? "new"}>
                <Source source={source} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Source({ source }: { source: Followed }) {
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (method: "POST" | "DELETE") =>
      send<Followed>(method, `/api/sources/${source.id}${method === "POST" ? "/visit" : ""}`),
    onSettled: () => queries.invalidateQueries({ queryKey: followedQuery().queryKey }),
  });
  const { title, address, kind, health, terms } = source;
  const link = webAddress(address);
  const name = title ?? address;
  return (
    <article>
      <h3>{name}</h3>
      <p className="facts">
        <span>{words.followed.kind[kind]}</span>
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
      {health !== undefined && (
        <p className="followed-health">
          <span className="state" aria-hidden="true">
            {health.state === "failing" ? "✕" : health.state === "works" ? "●" : "○"}
          </span>{" "}
          {health.line}
        </p>
      )}
      <p className="actions">
        <Button onPress={() => act.mutate("POST")} isDisabled={act.isPending}>
          {words.followed.visit} <span className="unseen">{name}</span>
        </Button>
        <Button onPress={() => act.mutate("DELETE")} isDisabled={act.isPending}>
          {words.followed.remove} <span className="unseen">{name}</span>
        </Button>
      </p>
      {act.isError && <p className="erratum">{act.error.message}</p>}
    </article>
  );
}
