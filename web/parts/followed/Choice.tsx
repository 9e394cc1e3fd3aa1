/** One of a few; without a value, where there may be none, the first line stands for all. */
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";

/** No id of anything: those are small letters. */
const noneOf = "NONE";

export function Choice({
  label,
  value,
  none,
  all,
  set,
}: {
  label: string;
  value: string | undefined;
  none?: string;
  all: readonly { readonly id: string; readonly name: string }[];
  set: (value: string | undefined) => void;
}) {
  return (
    <Select
      className="field"
      selectedKey={value ?? noneOf}
      onSelectionChange={(key) => set(key === noneOf ? undefined : String(key))}
    >
      <Label>{label}</Label>
      <Button className="select-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="select-list">
        <ListBox>
          {none !== undefined && <ListBoxItem id={noneOf}>{none}</ListBoxItem>}
          {all.map(({ id, name }) => (
            <ListBoxItem key={id} id={id}>
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
