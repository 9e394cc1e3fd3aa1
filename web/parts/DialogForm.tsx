/** The dialog of a correction: what it is about, its fields, why, and by whom. */
import { type FormEvent, type ReactNode, useState } from "react";
import { Button, FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";
import type { CorrectionMade, CorrectionRequest } from "../../src/api/schema/corrections.ts";
import { correct, isRefused } from "../correct.ts";
import { analyst } from "../reader.ts";
import * as area from "../words/analyst.ts";
import { DialogFrame } from "./DialogFrame.tsx";

export interface DialogFormProps {
  readonly situation: string;
  readonly title: string;
  /** To be shown wherever the situation is. */
  readonly notice?: string | undefined;
  /** What it is about; text from outside. */
  readonly line: string;
  readonly act: string;
  readonly needsReason: boolean;
  /** What to ask for, or what is still missing; or what else is done with it. */
  readonly requests?: (by: string, reason: string) => readonly CorrectionRequest[] | string;
  readonly send?: (by: string, reason: string) => Promise<void>;
  readonly close: () => void;
  readonly done?: (made: readonly CorrectionMade[]) => void;
  readonly children?: ReactNode;
}

export function DialogForm({
  situation,
  title,
  notice,
  line,
  act,
  needsReason,
  requests,
  send,
  close,
  done,
  children,
}: DialogFormProps) {
  const [known, setKnown] = useState(analyst.name());
  const [name, setName] = useState(known);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const by = name.trim();
    const asked = requests?.(by, reason.trim()) ?? [];
    if (typeof asked === "string") return setRefused(asked);
    analyst.rename(by);
    setBusy(true);
    setRefused(undefined);
    try {
      if (send !== undefined) return await send(by, reason.trim());
      done?.(await correct(situation, asked));
    } catch (error) {
      setRefused(isRefused(error));
      setBusy(false);
    }
  };

  return (
    <DialogFrame title={title} notice={notice} close={close}>
      <p className="dialog-line">{line}</p>
      <form onSubmit={(event) => void submit(event)}>
        {children}
        <TextField className="field" value={reason} onChange={setReason} isRequired={needsReason}>
          <Label>{needsReason ? area.correct.reason : area.correct.reasonFree}</Label>
          <TextArea rows={2} maxLength={1000} />
          <FieldError />
        </TextField>
        {known !== "" ? (
          <p className="dialog-as">
            {area.correct.as(known)}{" "}
            <Button className="as-text" onPress={() => setKnown("")}>
              {area.correct.asOther}
            </Button>
          </p>
        ) : (
          <TextField className="field" value={name} onChange={setName} isRequired>
            <Label>{area.correct.by}</Label>
            <Input maxLength={100} autoComplete="name" />
            <Text slot="description">{area.correct.byHelp}</Text>
            <FieldError />
          </TextField>
        )}
        <p className="erratum" role="alert">
          {refused}
        </p>
        <div className="dialog-foot">
          <Button type="submit" className="press first" isDisabled={busy}>
            {act}
          </Button>
          <Button className="press" onPress={close}>
            {area.correct.cancel}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}

export default DialogForm;
