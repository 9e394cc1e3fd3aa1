/** The dialog in which reports are handed over: files dropped or chosen, addresses typed; then what became of each. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { Button, DropZone, FileTrigger, Label, Text, TextArea, TextField } from "react-aria-components";
import type { AddAnswer } from "../../src/api/schema/adding.ts";
import { send } from "../api.ts";
import { isRefused } from "../correct.ts";
import * as area from "../words/analyst.ts";
import { DayField } from "./DayField.tsx";
import { DialogFrame } from "./DialogFrame.tsx";

export default function AddReports({
  situation,
  notice,
  close,
}: {
  situation: string;
  notice: string | undefined;
  close: () => void;
}) {
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly Taken[]>([]);
  const [addresses, setAddresses] = useState("");
  const [published, setPublished] = useState<string>();
  const add = useMutation({
    mutationFn: (form: FormData) =>
      send<AddAnswer>("POST", `/api/situations/${encodeURIComponent(situation)}/reports`, form),
    onSuccess: () => {
      setFiles([]);
      setAddresses("");
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["/api/situations"] }),
  });
  const take = (more: readonly File[]) => {
    add.reset();
    setFiles((before) => {
      const next = (before.at(-1)?.number ?? 0) + 1;
      return [...before, ...more.map((file, i) => ({ number: next + i, file }))];
    });
  };
  const asked = addresses.split(/\s+/u).filter((address) => address !== "");
  const isNothing = files.length === 0 && asked.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNothing) return;
    const form = new FormData();
    for (const { file } of files) form.append("file", file);
    for (const address of asked) form.append("address", address);
    if (published !== undefined) form.append("published", published);
    add.mutate(form);
  };
  return (
    <DialogFrame title={area.adding.title} notice={notice} close={close}>
      <p className="dialog-line">{area.adding.what}</p>
      <form onSubmit={submit}>
        <DropZone
          className="drop"
          onDrop={async ({ items }) =>
            take(await Promise.all(items.flatMap((item) => (item.kind === "file" ? item.getFile() : []))))
          }
        >
          <Text slot="label">{area.adding.drop}</Text>
          <FileTrigger allowsMultiple onSelect={(chosen) => take([...(chosen ?? [])])}>
            <Button className="press">{area.adding.choose}</Button>
          </FileTrigger>
        </DropZone>
        {files.length > 0 && (
          <ul className="drop-files">
            {files.map(({ number, file }) => (
              <li key={number}>
                <span dir="auto">{file.name}</span> <small>{area.adding.size(file.size)}</small>
                <Button
                  className="as-text"
                  onPress={() => setFiles(files.filter((one) => one.number !== number))}
                  aria-label={area.adding.leaveOut(file.name)}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
        )}
        <TextField className="field" value={addresses} onChange={setAddresses}>
          <Label>{area.adding.addresses}</Label>
          <TextArea rows={2} inputMode="url" spellCheck="false" />
          <Text slot="description">{area.adding.addressesHelp}</Text>
        </TextField>
        <div className="field">
          <DayField label={area.adding.published} value={published} set={setPublished} />
          <p className="hint">{area.adding.publishedHelp}</p>
        </div>
        <div aria-live="polite">
          {add.isError && <p className="erratum">{isRefused(add.error)}</p>}
          {add.isPending && <p>{area.adding.reading}</p>}
          {add.isSuccess && <Became answer={add.data} close={close} />}
        </div>
        <div className="dialog-foot">
          <Button type="submit" className="press first" isDisabled={add.isPending || isNothing}>
            {area.adding.add}
          </Button>
          <Button className="press" onPress={close}>
            {area.adding.close}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}

/** A file may be chosen twice. */
interface Taken {
  readonly number: number;
  readonly file: File;
}

const mostShown = 50;

/** What was read, each with its page; what was not, with the reason. */
function Became({ answer: { outcomes, reports }, close }: { answer: AddAnswer; close: () => void }) {
  const read = outcomes.filter(({ ok }) => ok).length;
  const inTurn = outcomes
    .map((outcome, number) => ({ ...outcome, number }))
    .sort((a, b) => Number(a.ok) - Number(b.ok) || a.number - b.number);
  return (
    <>
      <p>
        <strong>{area.adding.became(read, outcomes.length - read)}</strong> {area.adding.now(reports)}
      </p>
      <ul className="drop-files">
        {inTurn.slice(0, mostShown).map(({ number, input, ok, report, message }) => (
          <li key={number} className={ok ? undefined : "erratum"}>
            {report === undefined ? (
              <span dir="auto">{message ?? input}</span>
            ) : (
              <Link to="/reports/$report" params={{ report }} onClick={close}>
                <span dir="auto">{input}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {inTurn.length > mostShown && <p>{area.adding.more(inTurn.length - mostShown)}</p>}
    </>
  );
}
