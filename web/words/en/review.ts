/** The review queue and the audit trail. */
import { many, number } from "./counting.ts";

export const review = {
  title: "Review",
  pageTitle: (title: string) => `Review: ${title}`,
  toLookAt: (n: number) => `${number(n)} to look at`,
  made: (n: number) => many(n, "correction", "corrections"),
  none: "Nothing waits for a judgement.",
  conflicts: "Corrections that the evidence does not go with",
  conflictsWhy: "Each stands as it was made until somebody says otherwise.",
  contradictions: "Contradictions",
  contradictionsWhy:
    "Reports say both. Confirm or grade the two, or reject one that was misread: then they leave this list.",
  unsure: "Read with low certainty",
  unsureWhy:
    "How sure these are the words did not show. Edit or reject what is wrong; confirm what is right, and it leaves this list.",
  rejected: "Rejected",
  rejectedWhy: "No part of the record. The audit trail below takes a rejection back.",
  audit: "Audit trail",
  auditNone: "Nothing has been corrected yet.",
  progress: (done: number, all: number) => `${number(done)} of ${number(all)} looked at`,
  unmark: "Take the mark away",
  noneOfThese: "Nothing of these waits; choose others above.",
  joined: "Joined, though worded unlike",
  joinedWhy:
    "One line tells of all of these. Split what tells of another thing; confirm what is right, and it leaves this list.",
  unlike: "Least like it:",
  show: "What is shown",
  ofKind: "Only of one kind",
  part: {
    conflicts: "Conflicts",
    joined: "Joined unlike",
    contradictions: "Contradictions",
    offers: "Same actor?",
    unsure: "Unsure",
  },
  undone: "undone",
  undoTitle: "Undo this correction",
  undoThat: "Undo the correction",
  offer: {
    "accept-offer": { title: "These two are one", act: "They are one" },
    "decline-offer": { title: "These two are not one", act: "They are two" },
  },
};
