/** Values as tags, to which others are added from what is known, or as typed. */
import { useState } from "react";
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Tag,
  TagGroup,
  TagList,
  Text,
} from "react-aria-components";
import * as area from "../words/analyst.ts";

/** What is known: a value, what it is called, and how often it is met. */
export interface KnownValue {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

export function TagField({
  label,
  help,
  values,
  nameOf,
  known,
  counted,
  asked,
  set,
  changed = false,
}: {
  label: string;
  help?: string;
  values: readonly string[];
  nameOf: (value: string) => string;
  /** Those that what is typed may mean, likeliest first. */
  known: (typed: string) => readonly KnownValue[];
  counted: (count: number) => string;
  /** Told of what is typed, from the first look on. */
  asked?: (typed: string) => void;
  set: (values: readonly string[], chosen?: KnownValue) => void;
  changed?: boolean;
}) {
  const [typed, setTyped] = useState("");
  // Begun anew with each value that is added: a list whose words are taken away would open again.
  const [round, setRound] = useState(0);
  const offered = known(typed).filter(({ value }) => !values.includes(value));
  const type = (text: string) => {
    setTyped(text);
    asked?.(text);
  };
  const add = (value: string, chosen?: KnownValue) => {
    const said = value.trim();
    type("");
    setRound(round + 1);
    if (said !== "" && !values.includes(said)) set([...values, said], chosen);
  };
  return (
    <div className="tag-field">
      {values.length > 0 && (
        <TagGroup
          className="tags"
          aria-label={label}
          onRemove={(keys) => set(values.filter((value) => !keys.has(value)))}
        >
          <TagList className="tag-list">
            {values.map((value) => (
              <Tag key={value} id={value} className="tag" textValue={nameOf(value)}>
                <span className="tag-name">{nameOf(value)}</span>
                <Button slot="remove" className="tag-remove" aria-label={area.scope.remove(nameOf(value))}>
                  <span aria-hidden="true">×</span>
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
      <ComboBox
        key={round}
        className="field"
        autoFocus={round > 0}
        inputValue={typed}
        onInputChange={type}
        selectedKey={null}
        onSelectionChange={(key) => {
          const chosen = offered.find(({ value }) => value === key);
          if (chosen !== undefined) add(chosen.value, chosen);
          else if (key === null) add(typed);
        }}
        onFocus={() => asked?.(typed)}
        items={offered.map((one) => ({ id: one.value, ...one }))}
        allowsCustomValue
        allowsEmptyCollection
        menuTrigger="input"
      >
        <Label>{label}</Label>
        <div className="combo">
          <Input
            placeholder={area.scope.type}
            maxLength={200}
            data-changed={changed || undefined}
            onKeyDown={(event) => {
              // As typed, where nothing of the list is chosen; an open list is closed by it.
              const input = event.currentTarget;
              if (event.key !== "Enter" || input.hasAttribute("aria-activedescendant")) return;
              if (input.getAttribute("aria-expanded") !== "true") event.preventDefault();
              add(typed);
            }}
          />
          <Button aria-label={area.scope.open}>
            <span aria-hidden="true">▾</span>
          </Button>
        </div>
        {help !== undefined && <Text slot="description">{help}</Text>}
        <Popover className="select-list as-wide">
          <ListBox<KnownValue & { id: string }>
            renderEmptyState={() => <p className="nothing">{area.scope.nothingLike}</p>}
          >
            {({ name, count }) => (
              <ListBoxItem textValue={name} className="tag-option">
                <span>{name}</span> <span className="faint number">{counted(count)}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}
