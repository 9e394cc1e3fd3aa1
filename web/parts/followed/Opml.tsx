/** Lists of feeds as other readers exchange them: OPML, in and out. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import type { OpmlAnswer } from "../../../src/api/schema/followed.ts";
import type { SituationCard } from "../../../src/api/schema/situation.ts";
import { opmlAddress, send } from "../../api.ts";
import { refreshFollowed } from "../../live.ts";
import { words } from "../../words.ts";
import { Choice } from "./Choice.tsx";

const largest = 900_000;

export function Opml({ situations }: { situations: readonly SituationCard[] }) {
  const queries = useQueryClient();
  const [situation, setSituation] = useState(situations[0]?.id);
  const bring = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > largest) throw new Error(words.followed.opml.large);
      return send<OpmlAnswer>("POST", "/api/sources/opml", { situation, opml: await file.text() });
    },
    onSettled: () => refreshFollowed(queries),
  });
  if (situation === undefined) return null;
  return (
    <section className="followed-opml" aria-labelledby="opml">
      <h2 id="opml">{words.followed.opml.title}</h2>
      <p className="hint">{words.followed.opml.hint}</p>
      <div className="opml-acts">
        <Choice
          label={words.followed.situation}
          value={situation}
          all={situations.map(({ id, title }) => ({ id, name: title }))}
          set={(id) => setSituation(id ?? situation)}
        />
        <FileTrigger
          acceptedFileTypes={[".opml", ".xml", "text/x-opml", "application/xml", "text/xml"]}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) bring.mutate(file);
          }}
        >
          <Button isDisabled={bring.isPending}>{words.followed.opml.bring}</Button>
        </FileTrigger>
        <a className="button" href={opmlAddress(undefined)} download>
          {words.followed.opml.save}
        </a>
      </div>
      <div aria-live="polite">
        {bring.isError && <p className="erratum">{bring.error.message}</p>}
        {bring.isSuccess && (
          <>
            <p>{words.followed.opml.brought(bring.data.added, bring.data.listed)}</p>
            {bring.data.warnings.map((warning) => (
              <p key={warning} className="hint">
                {warning}
              </p>
            ))}
          </>
        )}
      </div>
    </section>
  );
}
