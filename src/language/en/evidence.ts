/** Words by which a report remarks that a claim came without its evidence. Data only. */

/** To lay open, or not, what a claim stands on. */
export const disclosingVerbs =
  "reveal provide offer give present produce release publish show cite disclose furnish supply share submit name identify elaborate substantiate specify divulge";

/** What is laid open, or not. */
export const evidenceNouns =
  "evidence proof detail information basis source document documentation explanation justification reason data footage photograph transcript specifics corroboration confirmation";

/** What is open by the word itself, and what is open when it is denied ("not clear whether"). */
export const openWords = "unclear unknown uncertain undecided unresolved";
export const settledWords = "clear certain settled decided";
