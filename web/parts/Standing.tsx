/** In which situations a report is, and why; taken out, put in and graded there. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { StandingAnswer } from "../../src/api/schema/scopes.ts";
import { day } from "../dates.ts";
import { becauseWords, standingQuery } from "../scope.ts";
import * as area from "../words/analyst.ts";
import { Result, useCorrecting } from "./Actions.tsx";
import { Choice, gradesOf, Scale } from "./CorrectDialog.tsx";
import { By, GradeChip } from "./Corrected.tsx";
import { DialogForm } from "./DialogForm.tsx";

type One = StandingAnswer["situations"][number];
type Act = "take-out" | "put-in" | "grade";

export default function Standing({
  report,
  title,
  notice,
}: {
  report: string;
  title: string;
  notice?: string | undefined;
}) {
  const answer = useQuery(standingQuery(report));
  const [into, setInto] = useState("");
  const [asked, setAsked] = useState<{ readonly act: Act; readonly situation: string }>();
  if (answer.data === undefined) return null;
  const { situations, others } = answer.data;
  const chosen = others.find(({ situation }) => situation === into) ?? others[0];
  return (
    <section className="standing" aria-labelledby="standing-title">
      <h2 id="standing-title">{area.standing.title}</h2>
      <ul>
        {situations.map((one) => (
          <Situated
            key={one.situation}
            report={report}
            title={title}
            notice={notice}
            one={one}
            asked={asked?.situation === one.situation ? asked.act : undefined}
            ask={(act) => setAsked(act && { act, situation: one.situation })}
          />
        ))}
      </ul>
      {chosen !== undefined && (
        <div className="standing-other">
          <Choice
            label={area.standing.putInto}
            value={chosen.situation}
            options={others.map(({ situation, title }) => ({ id: situation, label: title }))}
            change={setInto}
          />
          <Situated
            report={report}
            title={title}
            notice={notice}
            one={{ ...chosen, is: "out", because: { kind: "not-put" } }}
            asked={asked?.situation === chosen.situation ? asked.act : undefined}
            ask={(act) => setAsked(act && { act, situation: chosen.situation })}
            bare
          />
        </div>
      )}
    </section>
  );
}

function Situated({
  report,
  title,
  notice,
  one: { situation, title: of, is, since, because, like, grade },
  asked,
  ask,
  bare = false,
}: {
  report: string;
  title: string;
  notice: string | undefined;
  one: One;
  asked: Act | undefined;
  ask: (act: Act | undefined) => void;
  /** Only the buttons: what it is stands above them. */
  bare?: boolean;
}) {
  const queries = useQueryClient();
  const correcting = useCorrecting(situation);
  const [reliability, setReliability] = useState<string>();
  const [credibility, setCredibility] = useState<string>();
  const place = is === "in" ? "take-out" : "put-in";
  const acts: readonly Act[] = is === "in" ? ["grade", "take-out"] : ["put-in"];
  const body = (
    <>
      {!bare && (
        <>
          <p>
            {area.standing.is[is]}{" "}
            <Link to="/situations/$situation" params={{ situation }}>
              {of}
            </Link>
            {since !== undefined && ` ${area.standing.since(day(since))}`}
          </p>
          <p className="standing-why">{becauseWords(because, like)}</p>
          {grade !== undefined && (
            <p>
              <GradeChip grade={grade} /> <By mark={grade} />
            </p>
          )}
        </>
      )}
      <div className="entry-actions">
        {acts.map((act) => (
          <Button key={act} className="press" onPress={() => ask(act)}>
            {act === "grade"
              ? area.standing.grade
              : act === "put-in"
                ? area.standing.putIn
                : area.standing.takeOut}
            <span className="unseen">: {of}</span>
          </Button>
        ))}
      </div>
      <Result correcting={correcting} />
      {asked !== undefined && (
        <DialogForm
          situation={situation}
          title={
            asked === "grade"
              ? area.standing.gradeTitle
              : asked === "put-in"
                ? area.standing.putInTitle
                : area.standing.takeOutTitle
          }
          notice={notice}
          line={title}
          act={
            asked === "grade"
              ? area.correct.do.grade
              : area.standing[place === "put-in" ? "putIn" : "takeOut"]
          }
          needsReason
          requests={(by, reason) => {
            if (asked !== "grade") return [{ kind: asked, report, by, reason }];
            const grades = gradesOf(reliability, credibility);
            return Object.keys(grades).length === 0
              ? area.standing.noGrade
              : [{ kind: "grade", report, ...grades, by, reason }];
          }}
          close={() => ask(undefined)}
          done={(made) => {
            ask(undefined);
            void correcting
              .done({ action: asked, made })
              .then(() => queries.invalidateQueries({ queryKey: standingQuery(report).queryKey }));
          }}
        >
          {asked === "grade" ? (
            <div className="dialog-fields">
              <Scale scale="reliability" value={reliability} change={setReliability} />
              <Scale scale="credibility" value={credibility} change={setCredibility} />
            </div>
          ) : (
            <p>{asked === "put-in" ? area.standing.putInHelp : area.standing.takeOutHelp}</p>
          )}
        </DialogForm>
      )}
    </>
  );
  return bare ? <div>{body}</div> : <li>{body}</li>;
}
