/** How much of a situation is in the store: the last number of each kind of row. */
export interface Marks {
  readonly memberships: number;
  readonly readings: number;
  readonly corrections: number;
  /** Absent in checkpoints from before scopes took reports out. */
  readonly selections?: number;
}

/** What the revisions appended with it were made from, so that they can be made again and compared. */
export interface Checkpoint {
  readonly situation: string;
  /** Where the checkpoint stood that it goes on from. */
  readonly from: Marks;
  readonly to: Marks;
  /** The first moment whose changes were made anew; absent where there was none. */
  readonly since?: string;
  /** Documents were read anew, at this time: the revisions are the differences that made. */
  readonly rereadAt?: string;
  /** The code that makes records, as a hash: another version may make other revisions. */
  readonly version: string;
}
