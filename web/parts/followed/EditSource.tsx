/** A source's name, its pace and its terms. */
import { type FormEvent, useState } from "react";
import { Button, Input, Label, Text, TextField } from "react-aria-components";
import type { ChangeRequest, Followed } from "../../../src/api/schema/followed.ts";
import * as area from "../../words/analyst.ts";
import { words } from "../../words.ts";
import { Choice } from "./Choice.tsx";

/** Minutes. */
const paces = [5, 15, 30, 60, 180, 360, 720, 1440];
const own = "own";

export function EditSource({
  source,
  save,
  close,
}: {
  source: Followed;
  save: (change: ChangeRequest) => void;
  close: () => void;
}) {
  const [title, setTitle] = useState(source.title ?? "");
  const [terms, setTerms] = useState((source.terms ?? []).join(", "));
  const [pace, setPace] = useState(source.every === undefined ? own : String(Math.round(source.every / 60)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save({
      title: title.trim() === "" ? null : title.trim(),
      every: pace === own ? null : Number(pace) * 60,
      terms: terms
        .split(",")
        .map((term) => term.trim())
        .filter((term) => term !== "")
        .slice(0, 50),
    });
  };
  const minutes = [...new Set([...paces, ...(pace === own ? [] : [Number(pace)])])].sort((a, b) => a - b);
  return (
    <form className="followed-edit" onSubmit={submit}>
      <TextField className="field" value={title} onChange={setTitle} autoFocus>
        <Label>{words.followed.name}</Label>
        <Input maxLength={200} autoComplete="off" />
      </TextField>
      <Choice
        label={words.followed.pace}
        value={pace}
        all={[
          { id: own, name: words.followed.ownPace },
          ...minutes.map((many) => ({ id: String(many), name: words.followed.every(many) })),
        ]}
        set={(value) => setPace(value ?? own)}
      />
      <TextField className="field" value={terms} onChange={setTerms}>
        <Label>{words.followed.onlyWith}</Label>
        <Input maxLength={2000} autoComplete="off" />
        <Text slot="description">{words.followed.onlyWithHelp}</Text>
      </TextField>
      <p className="actions">
        <Button type="submit" className="go">
          {words.followed.save}
        </Button>
        <Button onPress={close}>{area.correct.cancel}</Button>
      </p>
    </form>
  );
}
