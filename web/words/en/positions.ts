/** Positions and legal bases. */
export const positions = {
  actor: "Actor",
  single: "Spoken to by one actor",
  none: "no position reported",
};

export const legal = { invokedBy: "Invoked by", for: "For", disputedBy: "Disputed by" };
