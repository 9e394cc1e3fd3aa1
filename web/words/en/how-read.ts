/** How a sentence was read, for the curious. */
import type { HowReadAnswer } from "../../../src/api/schema/how-read.ts";

type PartRole = HowReadAnswer["findings"][number]["parts"][number]["role"];

export const howRead = {
  title: "How this was read",
  intro:
    "Which words were taken as what, and the sentence as parsed. A wrong reading can be corrected above; it says here what misled it.",
  role: "Taken as",
  words: "Words",
  as: (value: string) => `= ${value}`,
  tree: "The sentence as a tree",
  noTree: "There is no engine for this language: no tree.",
  readBy: (version: string) => `read by ${version}`,
  parsedBy: (version: string) => `tree by ${version}`,
  modes: { quoted: "quoted", reported: "reported", mixed: "partly quoted", thought: "thought" },
  roles: {
    act: "the act",
    trigger: "its verb or noun",
    status: "says how far it got",
    hedge: "weakens it",
    speaker: "who says so",
    cue: "the verb of saying",
    content: "what is said",
    number: "the number",
    proposal: "the proposal",
    law: "the legal basis",
    purpose: "what it is for",
    breach: "what breaks it",
    expected: "what is expected",
    condition: "on the condition",
    actor: "who acts",
    recipient: "to whom",
    place: "where",
    time: "when",
  } satisfies Record<PartRole, string>,
};
