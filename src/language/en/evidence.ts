/** Words by which a report remarks that a claim came without its evidence. Data only. */

/** To lay open, or not, what a claim stands on. */
export const disclosingVerbs =
  "reveal provide offer give present produce release publish show cite disclose furnish supply share submit name identify elaborate substantiate specify divulge";

/** What is laid open, or not. */
export const evidenceNouns =
  "evidence proof detail information basis source document documentation explanation justification reason data footage photograph transcript specifics corroboration confirmation";
