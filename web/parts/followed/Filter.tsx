/** Words that a source's name or address holds; the list follows once the typing rests. */
import { useEffect, useState } from "react";
import { Input, Label, SearchField } from "react-aria-components";
import { words } from "../../words.ts";

const pause = 250;

export function Filter({ value, set }: { value: string; set: (q: string | undefined) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => set(typed.trim() === "" ? undefined : typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed, value, set]);
  return (
    <SearchField className="field" value={typed} onChange={setTyped}>
      <Label>{words.followed.filter}</Label>
      <Input maxLength={200} autoComplete="off" spellCheck="false" />
    </SearchField>
  );
}
