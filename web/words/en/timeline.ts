/** The timeline: what narrows it, its axis, and its key days. */
import { many, number } from "./counting.ts";

export const timeline = {
  status: "Status",
  act: "Kind of act",
  who: "Actor",
  where: "Place",
  narrow: "Kind, actor, place",
  shown: (n: number, all: number) => `${number(n)} of ${many(all, "event", "events")}`,
  clear: "Show all events",
  noneHere: "None of these is left by the filter.",
  nothing: "No event is left: take a filter back.",
  axis: (n: number, from: string, to: string) =>
    `${many(n, "event", "events")} from ${from} to ${to} on an axis; the lists below hold the same`,
  clipped: (n: number) => `${many(n, "event", "events")} of the background, long before, not on the axis`,
  done: "Done or begun",
  ahead: "Not done",
  keyDays: "Key days",
  keyDaysWhy: "The days that most independent origins name, and still name later.",
  named: (n: number) => `named by ${many(n, "origin", "origins")}`,
  none: "no stage stated",
};

/** PLOVER's types of events. */
export const acts = {
  AGREE: "agree",
  CONSULT: "meet and talk",
  SUPPORT: "support in words",
  COOPERATE: "cooperate",
  AID: "give aid",
  CONCEDE: "yield",
  RETREAT: "withdraw",
  REQUEST: "ask or demand",
  ACCUSE: "accuse or criticise",
  REJECT: "reject",
  THREATEN: "threaten",
  PROTEST: "protest",
  SANCTION: "punish or sanction",
  MOBILIZE: "move forces",
  COERCE: "compel or seize",
  ASSAULT: "attack",
};
