/** The dialog of one action on an entry: what to do, why, and by whom. */
import { type ReactNode, useMemo, useState } from "react";
import {
  Button,
  Checkbox,
  CheckboxGroup,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField,
} from "react-aria-components";
import type { Entry } from "../../src/api/schema.ts";
import type { CorrectionRequest } from "../../src/api/schema-corrections.ts";
import { type Action, editsOf, type Field, fieldsOf, type Made } from "../correct.ts";
import { langOf } from "../lang.ts";
import { words } from "../words.ts";
import { DialogForm } from "./DialogForm.tsx";

interface Given {
  readonly situation: string;
  readonly notice?: string | undefined;
  readonly entry: Entry;
  /** Publisher of each sentence, in their order. */
  readonly publishers: readonly (string | undefined)[];
  /** Entries of its kind, for a merge. */
  readonly others: readonly Entry[];
}

export default function CorrectDialog({
  action,
  close,
  done,
  ...given
}: Given & { action: Action; close: () => void; done: (made: Made) => void }) {
  const [state, setState] = useState<FormState>({ values: {}, sentences: [], text: "" });
  return (
    <DialogForm
      situation={given.situation}
      title={words.correct.title[action]}
      notice={given.notice}
      line={given.entry.line}
      act={words.correct.do[action]}
      needsReason={action !== "note" && action !== "confirm"}
      requests={(by, reason) => requestsOf(action, given, state, by, reason)}
      close={close}
      done={(made) => done({ action, made })}
    >
      <Fields action={action} given={given} state={state} set={setState} />
    </DialogForm>
  );
}

interface FormState {
  readonly values: Readonly<Record<string, string>>;
  /** Of the entry's evidence, from 1. */
  readonly sentences: readonly string[];
  readonly text: string;
  readonly other?: string;
  readonly part?: boolean;
  readonly graded?: string;
  readonly grade?: string;
}

interface FormProps {
  readonly given: Given;
  readonly state: FormState;
  readonly set: (state: FormState) => void;
}

function Fields({ action, ...form }: FormProps & { action: Action }): ReactNode {
  switch (action) {
    case "confirm":
      return <p>{words.correct.confirmHelp}</p>;
    case "edit":
      return <EditFields {...form} />;
    case "note":
      return (
        <TextField
          className="field"
          value={form.state.text}
          onChange={(text) => form.set({ ...form.state, text })}
          isRequired
          autoFocus
        >
          <Label>{words.correct.note}</Label>
          <TextArea rows={4} maxLength={4000} />
          <FieldError />
        </TextField>
      );
    case "grade":
      return <GradeFields {...form} />;
    case "merge":
      return <MergeField {...form} />;
    case "split":
      return <Sentences {...form} label={words.correct.splitWhich} />;
    case "reject":
      return <RejectFields {...form} />;
  }
}

function EditFields({ given: { entry }, state, set }: FormProps) {
  const change = (field: string, value: string) =>
    set({ ...state, values: { ...state.values, [field]: value } });
  return (
    <div className="dialog-fields">
      {fieldsOf(entry).map((one) => (
        <EditField
          key={one.field}
          one={one}
          value={state.values[one.field] ?? one.now}
          change={(value) => change(one.field, value)}
        />
      ))}
    </div>
  );
}

function EditField({
  one: { field, label, options, type, now },
  value,
  change,
}: {
  one: Field;
  value: string;
  change: (value: string) => void;
}) {
  if (options !== undefined)
    return <Choice label={label} value={value} options={options} change={change} changed={value !== now} />;
  if (type === "number")
    return (
      <NumberField
        className="field"
        value={value === "" ? Number.NaN : Number(value)}
        onChange={(number) => change(Number.isNaN(number) ? "" : String(number))}
        minValue={0}
      >
        <Label>{label}</Label>
        <Input placeholder={words.correct.unstated} data-changed={value !== now || undefined} />
      </NumberField>
    );
  return (
    <TextField className="field" value={value} onChange={change}>
      <Label>{label}</Label>
      <Input maxLength={200} placeholder={words.correct.unstated} data-changed={value !== now || undefined} />
      {type === "day" && (
        <Text slot="description">{field === "since" ? words.correct.sinceHelp : words.correct.dayHelp}</Text>
      )}
    </TextField>
  );
}

/** "" stands for unstated; a list's keys may not be empty. */
const none = "-";

export function Choice({
  label,
  value,
  options,
  change,
  changed = false,
}: {
  label: string;
  value: string;
  options: readonly { readonly id: string; readonly label: string }[];
  change: (value: string) => void;
  changed?: boolean;
}) {
  return (
    <Select
      className="field"
      selectedKey={value === "" ? none : value}
      onSelectionChange={(key) => change(key === none ? "" : String(key))}
    >
      <Label>{label}</Label>
      <Button className="select-button" data-changed={changed || undefined}>
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="select-list">
        <ListBox>
          {options.map(({ id, label }) => (
            <ListBoxItem key={id} id={id === "" ? none : id}>
              {label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

function GradeFields({ given: { publishers }, state, set }: FormProps) {
  const graded = state.graded ?? "entry";
  const names = [...new Set(publishers)].flatMap((name) => (name === undefined ? [] : [name]));
  const scale = graded === "entry" ? words.grade.credibility : words.grade.reliability;
  return (
    <>
      <Choice
        label={words.correct.graded}
        value={graded}
        options={[
          { id: "entry", label: words.correct.gradedEntry },
          ...names.map((name) => ({ id: `publisher ${name}`, label: words.correct.gradedPublisher(name) })),
        ]}
        change={(graded) => set({ values: {}, sentences: [], text: "", graded })}
      />
      <RadioGroup
        className="field choices"
        value={state.grade ?? null}
        onChange={(grade) => set({ ...state, grade })}
        isRequired
      >
        <Label>{graded === "entry" ? words.grade.credibilityLabel : words.grade.reliabilityLabel}</Label>
        {Object.entries(scale).map(([code, meaning]) => (
          <Radio key={code} value={code} className="choice">
            <b>{code}</b> {meaning}
          </Radio>
        ))}
        <FieldError />
      </RadioGroup>
      <p className="hint">{words.grade.what}</p>
    </>
  );
}

/** A choice among all entries of its kind, found by some of their words; a list that one can read at a time. */
function MergeField({ given: { others }, state, set }: FormProps) {
  const [typed, setTyped] = useState("");
  const found = useMemo(() => {
    const wanted = typed.toLocaleLowerCase(words.locale).split(/\s+/u).filter(Boolean);
    return others.filter(({ line }) => {
      const said = line.toLocaleLowerCase(words.locale);
      return wanted.every((word) => said.includes(word));
    });
  }, [others, typed]);
  return (
    <ComboBox
      className="field"
      selectedKey={state.other ?? null}
      onSelectionChange={(key) => set({ ...state, ...(key === null ? {} : { other: String(key) }) })}
      inputValue={typed}
      onInputChange={setTyped}
      items={found.slice(0, mostListed)}
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus
      isRequired
    >
      <Label>{words.correct.mergeWith(others.length)}</Label>
      <div className="combo">
        <Input placeholder={words.correct.mergeType} />
        <Button aria-label={words.correct.mergeOpen}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      {found.length > mostListed && (
        <Text slot="description">{words.correct.mergeMore(mostListed, found.length)}</Text>
      )}
      <FieldError />
      <Popover className="select-list as-wide">
        <ListBox<Entry> renderEmptyState={() => <p className="nothing">{words.correct.mergeNone}</p>}>
          {(other) => (
            <ListBoxItem textValue={other.line}>
              <span {...langOf(other.language)}>{other.line}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const mostListed = 50;

function RejectFields(form: FormProps) {
  const { given, state, set } = form;
  if (given.entry.evidence.length < 2) return <p>{words.correct.rejectHelp}</p>;
  return (
    <>
      <RadioGroup
        className="field choices"
        value={state.part === true ? "part" : "whole"}
        onChange={(value) => set({ ...state, part: value === "part", sentences: [] })}
      >
        <Label>{words.correct.rejectWhat}</Label>
        <Radio value="whole" className="choice">
          {words.correct.rejectWhole}
        </Radio>
        <Radio value="part" className="choice">
          {words.correct.rejectPart}
        </Radio>
      </RadioGroup>
      {state.part === true && <Sentences {...form} label={words.correct.rejectWhich} />}
    </>
  );
}

/** The entry's sentences, of which some are chosen. */
function Sentences({ given: { entry, publishers }, state, set, label }: FormProps & { label: string }) {
  return (
    <CheckboxGroup
      className="field choices"
      value={[...state.sentences]}
      onChange={(sentences) => set({ ...state, sentences })}
      isRequired
    >
      <Label>{label}</Label>
      {entry.evidence.map(({ report, start, quote }, i) => (
        <Checkbox key={`${report} ${start}`} value={String(i + 1)} className="choice sentence-choice">
          <span className="box" aria-hidden="true" />
          <span>
            {quote} <span className="faint">{publishers[i] ?? words.sources.publisherNone}</span>
          </span>
        </Checkbox>
      ))}
      <FieldError />
    </CheckboxGroup>
  );
}

/** What to ask the server for, or what is still missing. */
function requestsOf(
  action: Action,
  { entry: { id, evidence }, entry }: Given,
  state: FormState,
  by: string,
  reason: string,
): readonly CorrectionRequest[] | string {
  const because = { by, reason };
  const free = reason === "" ? { by } : because;
  const sentences = state.sentences.map(Number);
  switch (action) {
    case "confirm":
      return [{ kind: "confirm", entry: id, ...free }];
    case "note":
      return [{ kind: "note", entry: id, text: state.text, ...free }];
    case "edit": {
      const edits = editsOf(id, fieldsOf(entry), state.values, because);
      return edits.length === 0 ? words.correct.unchanged : edits;
    }
    case "grade": {
      if (state.grade === undefined) return words.correct.noGrade;
      const publisher = state.graded?.startsWith("publisher ") === true ? state.graded.slice(10) : undefined;
      return publisher === undefined
        ? [{ kind: "grade", entry: id, credibility: Number(state.grade), ...because }]
        : [
            {
              kind: "grade",
              publisher,
              reliability: state.grade as "A" | "B" | "C" | "D" | "E" | "F",
              ...because,
            },
          ];
    }
    case "merge":
      return state.other === undefined
        ? words.correct.noOther
        : [{ kind: "merge", entries: [id, state.other], ...because }];
    case "split":
      if (sentences.length === 0) return words.correct.noSentence;
      return sentences.length === evidence.length
        ? words.correct.allSplit
        : [{ kind: "split", entry: id, evidence: sentences, ...because }];
    case "reject":
      if (state.part !== true) return [{ kind: "reject", entry: id, ...because }];
      return sentences.length === 0
        ? words.correct.noSentence
        : [{ kind: "reject", entry: id, evidence: sentences, ...because }];
  }
}
