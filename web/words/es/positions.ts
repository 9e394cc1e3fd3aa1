/** Positions and legal bases. */
import type { legal as legalEn, positions as positionsEn } from "../en/positions.ts";

export const positions = {
  actor: "Actor",
  single: "Con la postura de un solo actor",
  none: "sin postura conocida",
} satisfies typeof positionsEn;

export const legal = {
  invokedBy: "Invocada por",
  for: "Para",
  disputedBy: "Impugnada por",
} satisfies typeof legalEn;
