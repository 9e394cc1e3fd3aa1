/** The dialog of a new situation: its title, and a sentence on it. Its scope is set on the page that follows. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { Button, FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";
import { send } from "../api.ts";
import { isRefused } from "../correct.ts";
import * as area from "../words/analyst.ts";
import { DialogFrame } from "./DialogFrame.tsx";

export default function NewSituation({ close }: { close: () => void }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [title, setTitle] = useState("");
  const [summary, setSummary] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const { id } = await send<{ id: string }>("POST", "/api/situations", {
        title: title.trim(),
        ...(summary.trim() === "" ? {} : { summary: summary.trim() }),
      });
      await queries.invalidateQueries({ queryKey: ["/api/situations"] });
      await navigate({ to: "/situations/$situation/scope", params: { situation: id } });
    } catch (error) {
      setRefused(isRefused(error));
      setBusy(false);
    }
  };
  return (
    <DialogFrame title={area.newSituation.title} close={close}>
      <form onSubmit={(event) => void make(event)}>
        <TextField className="field" value={title} onChange={setTitle} isRequired autoFocus>
          <Label>{area.newSituation.name}</Label>
          <Input maxLength={200} />
          <Text slot="description">{area.newSituation.nameHelp}</Text>
          <FieldError />
        </TextField>
        <TextField className="field" value={summary} onChange={setSummary}>
          <Label>{area.newSituation.summary}</Label>
          <TextArea rows={2} maxLength={2000} />
        </TextField>
        <p className="erratum" role="alert">
          {refused}
        </p>
        <div className="dialog-foot">
          <Button type="submit" className="press first" isDisabled={busy}>
            {area.newSituation.make}
          </Button>
          <Button className="press" onPress={close}>
            {area.correct.cancel}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
