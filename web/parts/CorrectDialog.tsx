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
import type { CorrectionRequest } from "../../src/api/schema/corrections.ts";
import type { Entry } from "../../src/api/schema/entry.ts";
import { type Action, editsOf, type Field, fieldsOf, type Made } from "../correct.ts";
import { type Known, knownIn, meant, placeValue } from "../known.ts";
import { langOf } from "../lang.ts";
import * as area from "../words/analyst.ts";
import { words } from "../words.ts";
import { DialogForm } from "./DialogForm.tsx";
import { TagField } from "./TagField.tsx";

interface Given {
  readonly situation: string;
  readonly notice?: string | undefined;
  readonly entry: Entry;
  /** Publisher of each sentence, in their order. */
  readonly publishers: readonly (string | undefined)[];
  /** All entries of the record: those of its kind to merge with, and the actors and places that they name. */
  readonly all: readonly Entry[];
  /** An entry of its kind that was marked to be merged. */
  readonly marked?: string | undefined;
}

export default function CorrectDialog({
  action,
  close,
  done,
  ...given
}: Given & { action: Action; close: () => void; done: (made: Made) => void }) {
  const { marked } = given;
  const [state, setState] = useState<FormState>({
    values: {},
    sentences: [],
    text: "",
    ...(action !== "merge" || marked === undefined ? {} : { other: marked }),
  });
  return (
    <DialogForm
      situation={given.situation}
      title={area.correct.title[action]}
      notice={given.notice}
      line={given.entry.line}
      act={area.correct.do[action]}
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
  readonly reliability?: string;
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
      return <p>{area.correct.confirmHelp}</p>;
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
          <Label>{area.correct.note}</Label>
          <TextArea rows={4} maxLength={4000} />
          <FieldError />
        </TextField>
      );
    case "grade":
      return <GradeFields {...form} />;
    case "merge":
      return <MergeField {...form} />;
    case "split":
      return <Sentences {...form} label={area.correct.splitWhich} />;
    case "reject":
      return <RejectFields {...form} />;
  }
}

function EditFields({ given: { entry, all }, state, set }: FormProps) {
  const known = useMemo(() => knownIn(all), [all]);
  const change = (field: string, value: string) =>
    set({ ...state, values: { ...state.values, [field]: value } });
  return (
    <div className="dialog-fields">
      {fieldsOf(entry).map((one) => (
        <EditField
          key={one.field}
          one={one}
          known={known}
          entry={entry}
          value={state.values[one.field] ?? one.now}
          change={(value) => change(one.field, value)}
        />
      ))}
    </div>
  );
}

function EditField({
  one: { field, label, options, type, now },
  known,
  entry,
  value,
  change,
}: {
  one: Field;
  known: Known;
  entry: Entry;
  value: string;
  change: (value: string) => void;
}) {
  if (type === "actors" || type === "places")
    return (
      <Named
        label={label}
        known={known[type]}
        entry={entry}
        value={value}
        change={change}
        changed={value !== now}
      />
    );
  if (type === "speaker")
    return <SpeakerField known={known} value={value} change={change} changed={value !== now} />;
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
        <Input placeholder={area.correct.unstated} data-changed={value !== now || undefined} />
      </NumberField>
    );
  return (
    <TextField className="field" value={value} onChange={change}>
      <Label>{label}</Label>
      <Input maxLength={200} placeholder={area.correct.unstated} data-changed={value !== now || undefined} />
      {type === "day" && (
        <Text slot="description">{field === "since" ? area.correct.sinceHelp : area.correct.dayHelp}</Text>
      )}
    </TextField>
  );
}

/** Actors or places, by what the record names. `value` is a list as JSON. */
function Named({
  label,
  known,
  entry,
  value,
  change,
  changed,
}: {
  label: string;
  known: Known["actors"];
  entry: Entry;
  value: string;
  change: (value: string) => void;
  changed: boolean;
}) {
  const names = new Map([
    ...known.map(({ value, name }) => [value, name] as const),
    ...(entry.actorRefs ?? []).map(({ id, name }) => [id, name] as const),
    ...entry.places.map((place) => [placeValue(place), place.name] as const),
  ]);
  return (
    <TagField
      label={label}
      values={JSON.parse(value) as string[]}
      nameOf={(one) => names.get(one) ?? one}
      known={(typed) => meant(known, typed, words.locale)}
      counted={area.correct.inEntries}
      set={(values) => change(JSON.stringify(values))}
      changed={changed}
    />
  );
}

/** Who says so: what kind of speaker, and a known or another name. `value` is "office: the ministry"; "" is nobody. */
function SpeakerField({
  known: { actors },
  value,
  change,
  changed,
}: {
  known: Known;
  value: string;
  change: (value: string) => void;
  changed: boolean;
}) {
  const at = value.indexOf(": ");
  const [kind, name] = at < 0 ? ["unstated", ""] : [value.slice(0, at), value.slice(at + 2)];
  const found = meant(actors, name, words.locale);
  const set = (kind: string, name: string) => change(kind === "unstated" ? "" : `${kind}: ${name}`);
  return (
    <>
      <Choice
        label={area.correct.field.speaker}
        value={kind}
        options={Object.entries(words.speaker).map(([id, label]) => ({ id, label }))}
        change={(chosen) => set(chosen, name)}
        changed={changed}
      />
      {kind !== "unstated" && (
        <ComboBox
          className="field"
          inputValue={name}
          onInputChange={(typed) => set(kind, typed)}
          selectedKey={null}
          items={found.map((one) => ({ id: one.value, ...one }))}
          allowsCustomValue
          menuTrigger="input"
          isRequired
        >
          <Label>{area.correct.speakerName}</Label>
          <div className="combo">
            <Input maxLength={190} data-changed={changed || undefined} />
            <Button aria-label={area.scope.open}>
              <span aria-hidden="true">▾</span>
            </Button>
          </div>
          <FieldError />
          <Popover className="select-list as-wide">
            <ListBox<(typeof found)[number] & { id: string }>>
              {({ name, count }) => (
                <ListBoxItem textValue={name} className="tag-option">
                  <span>{name}</span> <span className="faint number">{area.correct.inEntries(count)}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      )}
    </>
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

/** The information, each report that tells it, or all that one of their publishers prints. */
function GradeFields({ given: { entry, publishers }, state, set }: FormProps) {
  const graded = state.graded ?? "entry";
  const names = [...new Set(publishers)].flatMap((name) => (name === undefined ? [] : [name]));
  const reports = new Map(entry.evidence.map(({ report }, i) => [report, publishers[i]]));
  return (
    <>
      <Choice
        label={area.correct.graded}
        value={graded}
        options={[
          { id: "entry", label: area.correct.gradedEntry },
          ...[...reports].map(([id, publisher]) => ({
            id: `report ${id}`,
            label: area.correct.gradedReport(publisher ?? words.sources.publisherNone),
          })),
          ...names.map((name) => ({ id: `publisher ${name}`, label: area.correct.gradedPublisher(name) })),
        ]}
        change={(graded) => set({ values: {}, sentences: [], text: "", graded })}
      />
      {graded !== "entry" && (
        <Scale
          scale="reliability"
          value={state.reliability}
          change={(reliability) => set({ ...state, reliability })}
          isRequired={graded.startsWith("publisher ")}
        />
      )}
      {!graded.startsWith("publisher ") && (
        <Scale
          scale="credibility"
          value={state.grade}
          change={(grade) => set({ ...state, grade })}
          isRequired={graded === "entry"}
        />
      )}
      <p className="hint">{area.grade.what}</p>
    </>
  );
}

/** One of the Admiralty code's two scales. */
export function Scale({
  scale,
  value,
  change,
  isRequired = false,
}: {
  scale: "reliability" | "credibility";
  value: string | undefined;
  change: (value: string) => void;
  isRequired?: boolean;
}) {
  return (
    <RadioGroup className="field choices" value={value ?? null} onChange={change} isRequired={isRequired}>
      <Label>{scale === "credibility" ? area.grade.credibilityLabel : area.grade.reliabilityLabel}</Label>
      {Object.entries(area.grade[scale]).map(([code, meaning]) => (
        <Radio key={code} value={code} className="choice">
          <b>{code}</b> {meaning}
        </Radio>
      ))}
      <FieldError />
    </RadioGroup>
  );
}

/** A choice among all entries of its kind, found by some of their words; a list that one can read at a time. */
function MergeField({ given: { entry, all }, state, set }: FormProps) {
  const others = useMemo(
    () => all.filter(({ id, kind }) => kind === entry.kind && id !== entry.id),
    [all, entry],
  );
  const marked = others.find(({ id }) => id === state.other);
  const [typed, setTyped] = useState(marked?.line ?? "");
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
      <Label>{area.correct.mergeWith(others.length)}</Label>
      <div className="combo">
        <Input placeholder={area.correct.mergeType} />
        <Button aria-label={area.correct.mergeOpen}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      {found.length > mostListed && (
        <Text slot="description">{area.correct.mergeMore(mostListed, found.length)}</Text>
      )}
      <FieldError />
      <Popover className="select-list as-wide">
        <ListBox<Entry> renderEmptyState={() => <p className="nothing">{area.correct.mergeNone}</p>}>
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
  if (given.entry.evidence.length < 2) return <p>{area.correct.rejectHelp}</p>;
  return (
    <>
      <RadioGroup
        className="field choices"
        value={state.part === true ? "part" : "whole"}
        onChange={(value) => set({ ...state, part: value === "part", sentences: [] })}
      >
        <Label>{area.correct.rejectWhat}</Label>
        <Radio value="whole" className="choice">
          {area.correct.rejectWhole}
        </Radio>
        <Radio value="part" className="choice">
          {area.correct.rejectPart}
        </Radio>
      </RadioGroup>
      {state.part === true && <Sentences {...form} label={area.correct.rejectWhich} />}
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
      return edits.length === 0 ? area.correct.unchanged : edits;
    }
    case "grade": {
      const { graded = "entry", grade } = state;
      const grades = gradesOf(state.reliability, grade);
      const [what, ...named] = graded.split(" ");
      const name = named.join(" ");
      if (Object.keys(grades).length === 0) return area.correct.noGrade;
      if (what === "report") return [{ kind: "grade", report: name, ...grades, ...because }];
      if (what === "publisher") return [{ kind: "grade", publisher: name, ...grades, ...because }];
      return [{ kind: "grade", entry: id, ...grades, ...because }];
    }
    case "merge":
      return state.other === undefined
        ? area.correct.noOther
        : [{ kind: "merge", entries: [id, state.other], ...because }];
    case "split":
      if (sentences.length === 0) return area.correct.noSentence;
      return sentences.length === evidence.length
        ? area.correct.allSplit
        : [{ kind: "split", entry: id, evidence: sentences, ...because }];
    case "reject":
      if (state.part !== true) return [{ kind: "reject", entry: id, ...because }];
      return sentences.length === 0
        ? area.correct.noSentence
        : [{ kind: "reject", entry: id, evidence: sentences, ...because }];
  }
}

/** Of those chosen, as the server takes them. */
export function gradesOf(
  reliability: string | undefined,
  credibility: string | undefined,
): { reliability?: Reliability; credibility?: number } {
  return {
    ...(reliability === undefined ? {} : { reliability: reliability as Reliability }),
    ...(credibility === undefined ? {} : { credibility: Number(credibility) }),
  };
}

type Reliability = "A" | "B" | "C" | "D" | "E" | "F";
