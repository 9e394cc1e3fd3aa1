/** The review queue and the audit trail. */
import { many, number } from "./counting.ts";

export const review = {
  title: "Review",
  pageTitle: (title: string) => `Review: ${title}`,
  link: (n: number) => (n === 0 ? "Review and audit trail" : `Review: ${number(n)} to look at`),
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
  undone: "undone",
  undoTitle: "Undo this correction",
  undoThat: "Undo the correction",
  offer: {
    "accept-offer": { title: "These two are one", act: "They are one" },
    "decline-offer": { title: "These two are not one", act: "They are two" },
  },
};
