/** Words that say nothing of what a sentence is about: they never count when two wordings are compared. */
export const functionWords: ReadonlySet<string> = new Set(
  `a about above across after again against ago all almost along already also although always am amid among
  an and another any anything are around as at away back be became because become been before began begin being
  below between both but by can close cannot could day days despite did do does doing done down during each early either
  else ever every few first for four from further get give given go going gone got had has have having he her here
  hers him himself his how however i if in including indeed instead into is it its itself just keep kept last late
  later least less let like made make making many may me might mine month months more most much must my near
  nearly never new next no nor not nothing now of off often on once one only onto or other others our out over
  own part per perhaps put rather really s same say saying says said see seen set several shall she should since
  so some something soon still such take taken tell than that the their them themselves then there these they
  thing things this those though through throughout thus till to today told tomorrow tonight too took toward
  towards two three under until up upon us use used very via was way we week weeks well went were what when where
  whether which while who whom whose why will with within without would year years yes yesterday yet you your
  according added adding reportedly reported reports report allegedly apparently likely possible possibly
  potentially probably mr mrs ms dr sir monday tuesday wednesday thursday friday saturday sunday january
  february march april june july august september october november december am pm approximately roughly
  hundred thousand million billion five six seven eight nine ten eleven twelve`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);
